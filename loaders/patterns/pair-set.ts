/** A set of pairs of characters: tells whether one stands at an offset without taking it out of the text. */
export class PairSet {
  /** By a hash of both characters, a bit for each: most look-ups end here. */
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
    const first = text.charCodeAt(at);
    const second = text.charCodeAt(at + 1);
    const slot = slotOf(first, second);
    return (this.bits[slot >>> 3]! & (1 << (slot & 7))) !== 0 && this.keys.has((first << 16) | second);
  }

  private add(first: number, second: number): void {
    const slot = slotOf(first, second);
    this.bits[slot >>> 3]! |= 1 << (slot & 7);
    this.keys.add((first << 16) | second);
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ (second * 7)) & 0xffff;
