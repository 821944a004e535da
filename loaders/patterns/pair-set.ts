/** A set of pairs of characters: tells whether one stands at an offset without taking it out of the text. */
export class PairSet {
  /** A bit for each first character, then one for each hash of both: most look-ups end at the first. */
  private readonly firsts = new Uint8Array(8192);
  private readonly bits = new Uint8Array(8192);
  private readonly keys = new Set<number>();

  /** Of the words, those of two characters. */
  constructor(words: Iterable<string>) {
    for (const word of words) if (word.length === 2) this.add(word.charCodeAt(0), word.charCodeAt(1));
  }

  /** Each first character with every one of those that may follow it: with what the matches of a pattern begin. */
  static of(pairs: Readonly<Record<string, string>>): PairSet {
    const set = new PairSet([]);
    for (const [first, seconds] of Object.entries(pairs))
      for (let i = 0; i < seconds.length; i++) set.add(first.charCodeAt(0), seconds.charCodeAt(i));
    return set;
  }

  hasAt(text: string, at: number): boolean {
    // Asked for a place behind the text, V8 would no longer look into strings itself.
    if (at + 1 >= text.length) return false;
    const first = text.charCodeAt(at);
    if ((this.firsts[first >>> 3]! & (1 << (first & 7))) === 0) return false;
    const second = text.charCodeAt(at + 1);
    const slot = slotOf(first, second);
    return (this.bits[slot >>> 3]! & (1 << (slot & 7))) !== 0 && this.keys.has((first << 16) | second);
  }

  private add(first: number, second: number): void {
    this.firsts[first >>> 3]! |= 1 << (first & 7);
    const slot = slotOf(first, second);
    this.bits[slot >>> 3]! |= 1 << (slot & 7);
    this.keys.add((first << 16) | second);
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ (second * 7)) & 0xffff;
