/**
 * One form for each character that documents write in several ways, unit by unit, so that offsets stay: digits and
 * letters ASCII; ，：；！？（）“” full width; every kind of blank a space. Straight double quotes open and close in turn
 * within a line. A comma or colon between two ASCII digits (1,200; 12:30) stays as it is.
 */
const FORMS: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [":", "："],
  [";", "；"],
  ["!", "！"],
  ["?", "？"],
  ["(", "（"],
  [")", "）"],
  ["﹙", "（"],
  ["﹚", "）"],
  ["「", "“"],
  ["」", "”"],
  ["『", "“"],
  ["』", "”"],
  ["〝", "“"],
  ["〞", "”"],
  ["‟", "“"],
  ["＂", '"'],
  ["•", "·"],
  ["・", "·"],
  ["‧", "·"],
  ["∙", "·"],
  ["．", "."],
  ["％", "%"],
  ["\u3000", " "],
  ["\u00a0", " "],
  ["\u2002", " "],
  ["\u2003", " "],
  ["\u2009", " "],
]);

const table = new Uint16Array(65536).map((_, unit) => unit);
for (const [from, to] of FORMS) table[from.charCodeAt(0)] = to.charCodeAt(0);
// Full-width digits and letters.
for (const [from, to] of [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  for (let unit = from; unit <= to; unit++) table[unit] = unit - 0xfee0;

const COMMA = 0x2c;
const COLON = 0x3a;
const STRAIGHT_QUOTE = 0x22;
const OPEN = "“".charCodeAt(0);
const CLOSE = "”".charCodeAt(0);

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

/** The text that rules match against; of the same length as `text`, character by character. */
export function normalizeText(text: string): string {
  const units = new Uint16Array(text.length);
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let to = table[unit]!;
    if (
      (unit === COMMA || unit === COLON) &&
      isDigit(text.charCodeAt(i - 1)) &&
      isDigit(text.charCodeAt(i + 1))
    )
      to = unit;
    else if (to === STRAIGHT_QUOTE) {
      to = open ? CLOSE : OPEN;
      open = !open;
    } else if (unit === 0x0a) open = false;
    units[i] = to;
  }
  return Buffer.from(units.buffer).toString("utf16le");
}
