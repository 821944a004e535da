import { type Division, divisions } from "../../lexicon/divisions.js";
import { Trie } from "../../lexicon/trie.js";

export type { Division };

/** What a written place name can mean. */
export interface PlaceName {
  /** An everyday name (青岛, 内蒙古) rather than an official or former one. */
  short: boolean;
  /** An everyday word too (和平, 日照): names a place only in a document that names it in full. */
  word: boolean;
  divisions: Division[];
  /** Those of the divisions that are no counties. */
  wider: Division[];
}

function build(): Trie<PlaceName> {
  const names = new Map<string, PlaceName>();
  for (const { text, kind, division } of divisions.surfaces) {
    if (kind === "abbreviation") continue;
    const short = kind === "short" || kind === "word";
    const word = kind === "word";
    const known = names.get(text);
    if (known === undefined) names.set(text, { short, word, divisions: [division], wider: [] });
    else {
      if (!known.divisions.includes(division)) known.divisions.push(division);
      known.short &&= short;
      known.word &&= word;
    }
  }
  for (const name of names.values()) name.wider = name.divisions.filter(({ type }) => type !== "County");
  return Trie.of(names).shared();
}

/** All names of administrative divisions: official, everyday and former; one-character abbreviations are left out. */
export const PLACE_NAMES: Trie<PlaceName> = build();
