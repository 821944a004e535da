/**
 * Brings characters to the form that is kept: one kind of line break, one space for every run of blanks, tabs only
 * where cells part, nothing invisible. Radicals and compatibility ideographs, which some PDF fonts give in place of
 * the Han characters they look like, become those characters.
 */
export function cleanCharacters(text: string): string {
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
export const WIDEST_GAP = 200;
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

/** Whatever is brought to another form, by its code: most texts hold none of it. */
const UNCLEAN = new RegExp(
  `[\\r\\u000b\\u000c\\u0085\\u2028\\u2029${[INVISIBLE, BLANKS, COMPATIBILITY].map(({ source }) => source.slice(1, -1)).join("")}]`,
);
const IS_UNCLEAN = new Uint8Array(65536);
export const FIRST_HAN = 0x3400;
export const LAST_HAN = 0x9fff;
for (let unit = 0; unit < 65536; unit = unit === FIRST_HAN ? LAST_HAN + 1 : unit + 1)
  if (UNCLEAN.test(String.fromCharCode(unit))) IS_UNCLEAN[unit] = 1;

/** Whether a character is brought to another form. */
export const isUnclean = (unit: number): boolean => IS_UNCLEAN[unit] === 1;

/** The first lines of a text, at most so many. */
export function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start >= 0 && lines.length < most; ) {
    const end = text.indexOf("\n", start);
    lines.push(text.slice(start, end < 0 ? text.length : end));
    start = end < 0 ? -1 : end + 1;
  }
  return lines;
}

const LAST_PLAIN = 0x7e;
const FIRST_WIDE = 0xff01;
const LAST_WIDE = 0xff5e;

/**
 * A text as Unicode's NFKC has it. What is but Han characters, ASCII and the full-width forms of ASCII is brought there
 * unit by unit, in a tenth of the time.
 */
export function compatible(text: string): string {
  let wide = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x4e00 && unit <= LAST_HAN) || unit <= LAST_PLAIN) continue;
    if (unit >= FIRST_WIDE && unit <= LAST_WIDE) wide = true;
    // 、。《》「」【】 and quotation marks, — and ·, which stay as they are.
    else if (
      !((unit >= 0x3001 && unit <= 0x3011) || (unit >= 0x2018 && unit <= 0x201d)) &&
      unit !== 0x2014 &&
      unit !== 0xb7
    )
      return text.normalize("NFKC");
  }
  if (!wide) return text;
  let plain = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < FIRST_WIDE) continue;
    plain += text.slice(done, i) + String.fromCharCode(unit - 0xfee0);
    done = i + 1;
  }
  return plain + text.slice(done);
}

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
