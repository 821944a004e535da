/**
 * Brings characters to the form that is kept: one kind of line break, one space for every run of blanks, tabs only
 * where cells part, nothing invisible. Radicals and compatibility ideographs, which some PDF fonts give in place of
 * the Han characters they look like, become those characters.
 */
export function cleanCharacters(text: string): string {
  if (!UNCLEAN.test(text) && !hasLongGap(text)) return text;
  let clean = text;
  if (/[\r\u000b\u000c\u0085\u2028\u2029]/.test(clean))
    clean = clean.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, "\n");
  if (INVISIBLE.test(clean)) clean = clean.replace(INVISIBLE_ALL, "");
  if (BLANKS.test(clean)) clean = clean.replace(BLANKS_ALL, " ");
  if (hasLongGap(clean)) clean = clean.replace(GAPS, (gap) => gap.slice(0, WIDEST_GAP));
  if (COMPATIBILITY.test(clean)) clean = clean.replace(COMPATIBILITY_ALL, (ch) => ch.normalize("NFKC"));
  return clean;
}

/** No page sets more blanks or tabs between two words; patterns would try each of a million as a beginning. */
const WIDEST_GAP = 200;
const LONG_GAPS = [" ", "\t"].map((blank) => blank.repeat(WIDEST_GAP + 1));
const hasLongGap = (text: string): boolean => text.includes(LONG_GAPS[0]!) || text.includes(LONG_GAPS[1]!);
const GAPS = / {1,20}|\t{1,20}/g;

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/;
const INVISIBLE_ALL = new RegExp(INVISIBLE.source, "g");
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const BLANKS_ALL = new RegExp(BLANKS.source, "g");
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff]/;
const COMPATIBILITY_ALL = new RegExp(COMPATIBILITY.source, "g");

/** Whatever is brought to another form: most texts hold none of it. */
const UNCLEAN = new RegExp(
  `[\\r\\u000b\\u000c\\u0085\\u2028\\u2029${[INVISIBLE, BLANKS, COMPATIBILITY].map(({ source }) => source.slice(1, -1)).join("")}]`,
);

const NARROW_END = 0x1100;

/** The width of a line in full-width characters: Latin letters and digits count half. */
export function widthOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < NARROW_END ? 0.5 : 1;
  return width;
}

/** Joins two parts of a broken line; Latin words keep a space between them, Han characters need none. */
export function joinParts(before: string, after: string): string {
  return before + gapBetween(before, after) + after;
}

/** What belongs between two parts of a broken line. */
export function gapBetween(before: string, after: string): "" | " " {
  // Most join Han characters.
  if (!(after.charCodeAt(0) < 0x80)) return "";
  const last = before.slice(-1);
  const apart =
    (/[A-Za-z]/.test(last) && /^[A-Za-z0-9]/.test(after)) ||
    (/[0-9,.;:]/.test(last) && /^[A-Za-z]/.test(after));
  return apart ? " " : "";
}
