import { textUnits } from "../patterns/text-units.js";
import { FIRST_HAN, isUnclean, LAST_HAN, WIDEST_GAP } from "./characters.js";

/** What marks a line holds, a bit for each: stars, `](`, what fences code, other marks, two spaces, tabs and bars. */
export const STAR = 1;
export const LINK = 2;
export const FENCE = 4;
export const OTHER = 8;
export const SPACES = 16;
export const TAB = 32;
export const BAR = 64;
/** Of lines that stood in a drawn box. */
export const BOXED = 128;

/** By ASCII characters, of what they tell alone. */
const KINDS = new Uint8Array(128);
for (const [characters, kind] of [
  ["*", STAR],
  ["`~", FENCE],
  ["_<&\\`", OTHER],
  ["\t", TAB],
  ["|", BAR],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)]! |= kind;

/** ｜, and the bars that frames are drawn with: │┃║. */
const isWideBar = (unit: number): boolean =>
  unit === 0xff5c || unit === 0x2502 || unit === 0x2503 || unit === 0x2551;

const BLANK = 0x20;
const TABULATOR = 0x09;
const LINE_BREAK = 0x0a;
const CLOSING = 0x5d;
const OPENING = 0x28;

export interface MarkedLines {
  lines: string[];
  marks: number[];
  /** Of all lines. */
  all: number;
}

/** The lines of a text and their marks, in one pass; undefined for a text whose characters are to be cleaned first. */
export function markedLines(text: string, isClean = false): MarkedLines | undefined {
  const units = textUnits(text);
  const { length } = text;
  const lines: string[] = [];
  const marks: number[] = [];
  let all = 0;
  let start = 0;
  let found = 0;
  let gap = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    // Most are Han characters.
    if (unit >= FIRST_HAN && unit <= LAST_HAN) continue;
    if (unit === LINE_BREAK) {
      lines.push(text.slice(start, i));
      marks.push(found);
      all |= found;
      start = i + 1;
      found = 0;
      continue;
    }
    if (isUnclean(unit) && !isClean) return undefined;
    if (unit >= 128) {
      if (isWideBar(unit)) found |= BAR;
      continue;
    }
    found |= KINDS[unit]!;
    const last = i > start ? units[i - 1]! : 0;
    if (unit === BLANK || unit === TABULATOR) {
      gap = unit === last ? gap + 1 : 1;
      if (gap > WIDEST_GAP && !isClean) return undefined;
      if (unit === BLANK && last === BLANK) found |= SPACES;
    } else if (unit === OPENING && last === CLOSING) found |= LINK;
  }
  lines.push(text.slice(start));
  marks.push(found);
  return { lines, marks, all: all | found };
}

/** The marks of one line. */
export function marksIn(line: string): number {
  let found = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    if (unit >= 128) {
      if (isWideBar(unit)) found |= BAR;
      continue;
    }
    found |= KINDS[unit]!;
    if (unit === BLANK && line.charCodeAt(i - 1) === BLANK) found |= SPACES;
    else if (unit === OPENING && line.charCodeAt(i - 1) === CLOSING) found |= LINK;
  }
  return found;
}

/** Whether marks are among those that are dropped from a line. */
export const isDropped = (marks: number): boolean => (marks & (STAR | LINK | OTHER | SPACES)) !== 0;
