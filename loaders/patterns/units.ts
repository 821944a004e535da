/** A set of UTF-16 units: some, or all but some. */
export class Units {
  static readonly none = new Units([], false);
  private readonly named: ReadonlySet<number>;

  constructor(
    named: Iterable<number>,
    /** Whether it has all but those. */
    private readonly others: boolean,
  ) {
    this.named = new Set(named);
  }

  /** How many it has. */
  get size(): number {
    return this.others ? 65_536 - this.named.size : this.named.size;
  }

  /** The one that it has, where it has one alone. */
  get only(): number {
    const [unit] = this.named;
    return unit!;
  }

  has(unit: number): boolean {
    return this.named.has(unit) !== this.others;
  }

  with(more: Units): Units {
    if (!this.others && !more.others) return new Units([...this.named, ...more.named], false);
    const [open, other] = this.others ? [this, more] : [more, this];
    return new Units(
      [...open.named].filter((unit) => !other.has(unit)),
      true,
    );
  }

  /** Those that it has not. */
  get rest(): Units {
    return new Units(this.named, !this.others);
  }

  /** Those that it has. */
  get list(): number[] {
    if (this.others) throw new Error("a set of all but some is not listed");
    return [...this.named];
  }
}
