/**
 * A set of characters of the basic plane: tells in a nanosecond what running a pattern for one character takes a
 * hundred for. A bit each, so that it stays in the processor's cache.
 */
export class CharacterSet {
  private readonly bits = new Uint8Array(8192);

  /** The characters one after another; `-` stands for itself. */
  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) {
      const unit = characters.charCodeAt(i);
      this.bits[unit >>> 3]! |= 1 << (unit & 7);
    }
  }

  /** Whether the unit is in the set; that of a place outside a text (NaN) is in none. */
  has(unit: number): boolean {
    return (this.bits[unit >>> 3]! & (1 << (unit & 7))) !== 0;
  }

  /** Whether a text begins with one of them. */
  begins(text: string): boolean {
    return text.length > 0 && this.has(text.charCodeAt(0));
  }

  /** Whether a text ends in one of them. */
  ends(text: string): boolean {
    return text.length > 0 && this.has(text.charCodeAt(text.length - 1));
  }

  /** Whether one of them stands in [from, to). */
  within(text: string, from = 0, to: number = text.length): boolean {
    const { bits } = this;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if ((bits[unit >>> 3]! & (1 << (unit & 7))) !== 0) return true;
    }
    return false;
  }
}

/** Several sets of characters at once: which of them a text has any of, in one pass. At most eight. */
export class CharacterKinds {
  private readonly kinds = new Uint8Array(65536);

  constructor(sets: readonly string[]) {
    for (const [i, set] of sets.entries())
      for (let j = 0; j < set.length; j++) this.kinds[set.charCodeAt(j)]! |= 1 << i;
  }

  /** The bits of one unit. */
  of(unit: number): number {
    return this.kinds[unit]!;
  }

  /** A bit for each set, the lowest for the first. */
  in(text: string): number {
    const { kinds } = this;
    let found = 0;
    for (let i = 0; i < text.length; i++) found |= kinds[text.charCodeAt(i)]!;
    return found;
  }
}
