import type {
  Claim,
  EntityClaim,
  EntityRef,
  Evidence,
  ObservationClaim,
  RelationClaim,
} from "../../schema/index.js";
import type { DocumentExtraction } from "./extraction.js";
import type { DocEntity, ObservationFinding, RelationFinding } from "./types.js";

/**
 * What was found, as claims: entities that the text names or that a fact needs, then relations, then observations,
 * each in order of its evidence and free of repetitions. The same document gives the same claims, byte for byte.
 */
export function finalize(x: DocumentExtraction): Claim[] {
  const evidence = (start: number, end: number): Evidence => ({
    document: x.document.id,
    start,
    end,
    text: x.text.slice(start, end),
  });
  const ref = ({ type, name, adcode }: DocEntity): EntityRef => ({ type, name, adcode });

  const relations = distinct(
    inOrder(x.relations.filter((r) => r.from !== r.to)),
    (r) => r.from,
    (r) => r.to,
    ({ type, properties: p = {} }) => `${type}\t${p.year}\t${p.edition}\t${p.tier}\t${p.role}\t${p.title}`,
  );
  const observations = distinct(
    inOrder(x.observations),
    (o) => o.subject,
    (o) => o.indicator,
    (o) => `${o.value}\t${o.unit}\t${o.period}\t${o.comparator}\t${o.status}`,
  );

  const needed = new Map<DocEntity, { start: number; end: number; rule: string; confidence: number }>();
  for (const r of relations) {
    if (!needed.has(r.from)) needed.set(r.from, r);
    if (!needed.has(r.to)) needed.set(r.to, r);
  }
  for (const o of observations) if (!needed.has(o.subject)) needed.set(o.subject, o);

  const entities: EntityClaim[] = [];
  for (const entity of new Set([...x.entities, ...needed.keys()])) {
    const first = entity.mentions.find((m) => !m.generic) ?? entity.named ?? needed.get(entity);
    if (first === undefined) continue;
    entities.push(entityClaim(entity, first, evidence(first.start, first.end)));
  }
  entities.sort(
    (a, b) =>
      a.evidence.start - b.evidence.start ||
      a.evidence.end - b.evidence.end ||
      order(a.type, b.type) ||
      order(a.name, b.name),
  );

  const claims: Claim[] = entities;
  for (const r of relations) claims.push(relationClaim(r, ref(r.from), ref(r.to), evidence(r.start, r.end)));
  for (const o of observations) claims.push(observationClaim(o, ref(o.subject), evidence(o.start, o.end)));
  return claims;
}

// With all keys, in the order in which they are written: objects of one shape are made and read several times as fast as
// those of conditional spreads, and what is undefined is not written.
function entityClaim(
  { type, name, aliases, adcode, region, date, mentions }: DocEntity,
  { rule, confidence }: { rule: string; confidence: number },
  evidence: Evidence,
): EntityClaim {
  return {
    fact: "entity",
    type,
    name,
    aliases: [...aliases.keys()],
    mentions: Math.max(1, mentions.length),
    adcode,
    region,
    date,
    aliasReasons: aliases.size > 0 ? [...aliases.values()] : undefined,
    evidence,
    rule,
    confidence,
  };
}

function relationClaim(
  { type, properties = NO_PROPERTIES, rule, confidence }: RelationFinding,
  from: EntityRef,
  to: EntityRef,
  evidence: Evidence,
): RelationClaim {
  const { year, edition, tier, role, title } = properties;
  return { fact: "relation", type, from, to, year, edition, tier, role, title, evidence, rule, confidence };
}

function observationClaim(
  { indicator, value, unit, period, comparator, status, rule, confidence }: ObservationFinding,
  subject: EntityRef,
  evidence: Evidence,
): ObservationClaim {
  return {
    fact: "observation",
    subject,
    indicator,
    value,
    unit,
    period,
    comparator,
    status,
    evidence,
    rule,
    confidence,
  };
}

const NO_PROPERTIES: NonNullable<RelationFinding["properties"]> = {};
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings in order of their evidence; of those with the same one the earlier found comes first. */
const inOrder = <T extends { start: number; end: number }>(findings: readonly T[]): T[] =>
  findings.toSorted((a, b) => a.start - b.start || a.end - b.end);

/**
 * The first of those that say the same: of one subject and object, and alike in the rest, whose key is made only
 * where a subject and object come again.
 */
function distinct<T extends object, S extends object, O>(
  findings: readonly T[],
  subjectOf: (finding: T) => S,
  objectOf: (finding: T) => O,
  restOf: (finding: T) => string,
): T[] {
  const seen = new Map<S, Map<O, T | Set<string>>>();
  return findings.filter((finding) => {
    const subject = subjectOf(finding);
    const object = objectOf(finding);
    let ofSubject = seen.get(subject);
    if (ofSubject === undefined) {
      ofSubject = new Map();
      seen.set(subject, ofSubject);
    }
    const known = ofSubject.get(object);
    if (known === undefined) {
      ofSubject.set(object, finding);
      return true;
    }
    const rests = known instanceof Set ? known : new Set([restOf(known)]);
    if (known !== rests) ofSubject.set(object, rests);
    const rest = restOf(finding);
    return rests.has(rest) ? false : rests.add(rest);
  });
}
