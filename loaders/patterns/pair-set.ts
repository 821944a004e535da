import { CharacterSet } from "./character-set.js";

const WORDS = 2;

/** A set of pairs of characters: with which two characters the matches of a pattern begin. */
export class PairSet {
  /** The first characters; as small as it is, it keeps most of a text away from the tables. */
  private readonly firsts: CharacterSet;
  /** By the first character, the number of the set of those that may follow it; 0 for none. */
  private readonly sets = new Uint8Array(65536);
  /** Which sets a second character is in, a bit for each. */
  private readonly members = new Int32Array(65536 * WORDS);

  /** What may follow each first character. */
  constructor(pairs: Readonly<Record<string, string>>) {
    this.firsts = new CharacterSet(Object.keys(pairs).join(""));
    const numbers = new Map<string, number>();
    for (const [first, seconds] of Object.entries(pairs)) {
      const set = numbers.get(seconds) ?? numbers.size + 1;
      if (set >= WORDS * 32) throw new Error("too many sets of characters that follow others");
      numbers.set(seconds, set);
      this.sets[first.charCodeAt(0)] = set;
      for (let i = 0; i < seconds.length; i++)
        this.members[seconds.charCodeAt(i) * WORDS + (set >>> 5)]! |= 1 << (set & 31);
    }
  }

  /** Whether the characters at an offset, which must lie within the text with the next one, are a pair of the set. */
  hasAt(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    if (!this.firsts.has(first)) return false;
    const set = this.sets[first]!;
    return (this.members[text.charCodeAt(at + 1) * WORDS + (set >>> 5)]! & (1 << (set & 31))) !== 0;
  }
}
