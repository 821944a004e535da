import type { Units } from "./units.js";

/** How many words of 32 bits a unit has in a table, and how many units a table has room for. */
const WORDS = 16;
const ROWS = 4096;

/** A set of UTF-16 units that is asked for often. */
export class UnitSet {
  constructor(
    /** The row of each unit; the first has no bit set. */
    private readonly rows: Uint16Array,
    private readonly bits: Uint32Array,
    private readonly word: number,
    private readonly mask: number,
  ) {}

  /** Whether the unit at an offset, which must lie within the text, is in the set. */
  hasAt(text: string, at: number): boolean {
    return (this.bits[this.rows[text.charCodeAt(at)]! * WORDS + this.word]! & this.mask) !== 0;
  }

  /** Whether one of the units of text[from, to), which must lie within the text, is in the set. */
  hasWithin(text: string, from: number, to: number): boolean {
    const { rows, bits, word, mask } = this;
    for (let i = from; i < to; i++)
      if ((bits[rows[text.charCodeAt(i)]! * WORDS + word]! & mask) !== 0) return true;
    return false;
  }
}

/**
 * Sets of UTF-16 units, a bit for each in the rows of the units that are in any. A unit's bits lie in one cache line, as most
 * sets are asked one after the other for the same few units of a text; tables of their own would crowd each other out.
 */
class Table {
  private readonly rows = new Uint16Array(65536);
  private readonly bits = new Uint32Array(WORDS * ROWS);
  private used = 1;
  private readonly sets = new Map<string, UnitSet>();

  /** The set of those units; undefined where the table is full. */
  set(units: readonly number[]): UnitSet | undefined {
    const key = units.join();
    const known = this.sets.get(key);
    if (known !== undefined) return known;
    const bit = this.sets.size;
    if (bit === WORDS * 32 || this.used + units.length > ROWS) return undefined;
    for (const unit of units) {
      if (this.rows[unit] === 0) this.rows[unit] = this.used++;
      this.bits[this.rows[unit]! * WORDS + (bit >>> 5)]! |= 1 << (bit & 31);
    }
    const set = new UnitSet(this.rows, this.bits, bit >>> 5, 1 << (bit & 31));
    this.sets.set(key, set);
    return set;
  }
}

let table = new Table();

/** The set of units, which must be fewer than a table has rows. */
export function unitSetOf(units: Units): UnitSet {
  const members = units.list.sort((a, b) => a - b);
  let set = table.set(members);
  if (set === undefined) {
    table = new Table();
    set = table.set(members)!;
  }
  return set;
}
