import { Trie } from "../../lexicon/trie.js";
import type { Candidate, NameDetector } from "../types.js";

type Source = Parameters<NameDetector["detect"]>[0];

const DEFINITION = /（(?:以下|下)?(?:简称|称)[为：]?“?([^“”（）]{2,20})”?）/gu;

/** Short names that the document defines (以下简称), at all their places, as candidates with the full name. */
export function definedNames(source: Source, chosen: readonly Candidate[]): Candidate[] {
  const byEnd = new Map(chosen.map((c) => [c.end, c]));
  const defined = new Trie<Candidate>();
  let any = false;
  for (const match of source.norm.matchAll(DEFINITION)) {
    const full = byEnd.get(match.index);
    if (full === undefined) continue;
    defined.add(match[1]!, full);
    any = true;
  }
  if (!any) return [];
  const found: Candidate[] = [];
  defined.scan(source.norm, (start, end, full) => {
    found.push({
      type: full.type,
      start,
      end,
      name: full.name ?? source.text.slice(full.start, full.end),
      rule: "name/defined",
      confidence: 0.95,
      ...(full.adcode === undefined ? {} : { adcode: full.adcode }),
    });
  });
  return found;
}
