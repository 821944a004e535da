import type { Units } from "./units.js";

/** How many words of 32 bits a unit has, and how many units there is room for. */
const WORDS = 64;
const ROWS = 4096;
/** How many words of 32 bits a filter has. */
const FILTER = 16;

/** The row of each UTF-16 unit; the first has no bit set. */
const rows = new Uint16Array(65536);
/**
 * Sets of units, a bit for each in the rows of the units that are in any. A unit's bits lie side by side, as most sets are
 * asked one after the other for the same few units of a text; tables of their own would crowd each other out.
 */
const bits = new Int32Array(WORDS * ROWS);
const sets = new Map<string, number>();
let used = 1;
/**
 * For each set, which remainders of units by 512 are in it: one line of the processor's cache, where most units are
 * found not to be in the set. The rows above fill the cache many times over.
 */
const filters = new Int32Array(FILTER * WORDS * 32);

/** The number of a set of units; -1 where there is no room for it. */
export function unitSetOf(units: Units): number {
  const members = units.list.sort((a, b) => a - b);
  const key = members.join();
  const known = sets.get(key);
  if (known !== undefined) return known;
  const set = sets.size;
  const added = members.filter((unit) => rows[unit] === 0).length;
  if (set === WORDS * 32 || used + added > ROWS) return -1;
  for (const unit of members) {
    if (rows[unit] === 0) rows[unit] = used++;
    bits[rows[unit]! * WORDS + (set >>> 5)]! |= 1 << (set & 31);
    filters[set * FILTER + ((unit >>> 5) & (FILTER - 1))]! |= 1 << (unit & 31);
  }
  sets.set(key, set);
  return set;
}

/** Whether the unit at an offset, which must lie within the text, is in a set. */
export function isInSet(set: number, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (filters[set * FILTER + ((unit >>> 5) & (FILTER - 1))]! & (1 << (unit & 31))) !== 0 && isMember(set, unit)
  );
}

/** Whether one of the units of text[from, to), which must lie within the text, is in a set. */
export function hasOfSet(set: number, text: string, from: number, to: number): boolean {
  const filter = set * FILTER;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if ((filters[filter + ((unit >>> 5) & (FILTER - 1))]! & (1 << (unit & 31))) !== 0 && isMember(set, unit))
      return true;
  }
  return false;
}

function isMember(set: number, unit: number): boolean {
  return (bits[rows[unit]! * WORDS + (set >>> 5)]! & (1 << (set & 31))) !== 0;
}
