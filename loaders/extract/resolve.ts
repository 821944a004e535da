import { DocumentExtraction } from "./extraction.js";
import type { Candidate, DocEntity, Mention, NameDetector } from "./types.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** Candidates to mentions of entities: one entity for each type and canonical name, its aliases included. */
export function resolve(source: Source, chosen: readonly Candidate[]): DocumentExtraction {
  const x = new DocumentExtraction(source, source.norm);
  const added: Mention[] = [];
  for (const candidate of chosen) {
    const surface = source.text.slice(candidate.start, candidate.end);
    const entity = x.entity(candidate.type, candidate.name ?? surface);
    if (candidate.adcode !== undefined) entity.adcode ??= candidate.adcode;
    if (surface !== entity.name && candidate.generic !== true && !entity.aliases.has(surface))
      x.alias(entity, surface, { rule: "variant", start: candidate.start, end: candidate.end });
    if (candidate.aliases !== undefined)
      for (const alias of candidate.aliases) x.alias(entity, alias, { rule: "lexicon" });
    added.push(mentionOf(candidate, surface, entity));
  }
  x.addMentions(added);
  return x;
}

export function mentionOf(candidate: Candidate, surface: string, entity: DocEntity): Mention {
  const { type, start, end, rule, confidence } = candidate;
  return { type, start, end, surface, entity, generic: candidate.generic ?? false, rule, confidence };
}
