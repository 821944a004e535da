/** A number as it is written, without its unit. */
export interface Numeral {
  value: number;
  /** Where it ends, multipliers (万, 亿) and 多 or 余 included. */
  end: number;
  /** 多, 余 or 几 says that it is more. */
  more: boolean;
  /** Written in Han numerals. */
  han: boolean;
}

/** No number takes more; a run of thousands would be read anew from each of its characters. */
const LONGEST_HAN = 40;
/** What a double holds exactly, and the greatest power of ten that it does. */
const EXACT_DIGITS = 15;
const EXACT_POWER = 22;
const POWERS = Array.from({ length: EXACT_POWER + 1 }, (_, power) => Number(`1e${power}`));

/** Powers of ten by their units, 0 for all others. */
const EXPONENTS = new Uint8Array(65536);
for (const [unit, exponent] of Object.entries({ 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }))
  EXPONENTS[unit.charCodeAt(0)] = exponent;
/** Han digits and one more, 0 for all others. */
const HAN_DIGITS = new Uint8Array(65536);
for (const [i, digit] of [..."零一二三四五六七八九"].entries()) HAN_DIGITS[digit.charCodeAt(0)] = i + 1;
HAN_DIGITS["〇".charCodeAt(0)] = 1;
HAN_DIGITS["两".charCodeAt(0)] = 3;

const [HUNDRED, THOUSAND, MYRIAD, HUNDRED_MILLION] = [..."百千万亿"].map((unit) => unit.charCodeAt(0));
const [MORE, AND_MORE] = [..."多余"].map((unit) => unit.charCodeAt(0));
const POINT = 0x2e;
const COMMA = 0x2c;

/** The number that is written at `start`; undefined where there is none. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  return isDigit(text, start) ? arabicAt(text, start) : hanAt(text, start);
}

/** Whether 百分之 stands at `start`. */
export function percentAt(text: string, start: number): boolean {
  return text.startsWith("百分之", start);
}

export function isDigit(text: string, at: number): boolean {
  // V8 is slow at places that a text has not.
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

/** Where the digits from `start` on end, thousands marked off with commas or not, decimals included. */
function pastDigits(text: string, start: number): number {
  let end = start + 1;
  while (isDigit(text, end)) end++;
  if (end - start <= 3) while (isThousand(text, end)) end += 4;
  if (end < text.length && text.charCodeAt(end) === POINT && isDigit(text, end + 1)) {
    end += 2;
    while (isDigit(text, end)) end++;
  }
  return end;
}

const isThousand = (text: string, at: number): boolean =>
  at < text.length &&
  text.charCodeAt(at) === COMMA &&
  isDigit(text, at + 1) &&
  isDigit(text, at + 2) &&
  isDigit(text, at + 3);

function arabicAt(text: string, start: number): Numeral {
  const past = pastDigits(text, start);
  let end = past;
  if (end < text.length && isBlank(text.charCodeAt(end))) end++;
  const before = isMore(text, end);
  if (before) end++;
  const multiplier = multiplierAt(text, end);
  end += multiplier.length;
  const after = isMore(text, end);
  if (after) end++;
  return {
    value: decimalOf(text, start, past, multiplier.exponent),
    end,
    more: before || after,
    han: false,
  };
}

const NO_MULTIPLIER = { exponent: 0, length: 0 };

/** 千, 万, 千万, 万亿 after digits. */
function multiplierAt(text: string, at: number): { exponent: number; length: number } {
  if (at >= text.length) return NO_MULTIPLIER;
  const first = text.charCodeAt(at);
  const exponent = EXPONENTS[first]!;
  if (exponent === 0) return NO_MULTIPLIER;
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  if (next === HUNDRED_MILLION && exponent < 8) return { exponent: exponent + 8, length: 2 };
  if (next === MYRIAD && exponent < 4) return { exponent: exponent + 4, length: 2 };
  // 千瓦, 千克, 千米 and 百分
  if (first === THOUSAND && "瓦克米".includes(text[at + 1] ?? " ")) return NO_MULTIPLIER;
  if (first === HUNDRED && text[at + 1] === "分") return NO_MULTIPLIER;
  return { exponent, length: 1 };
}

function isMore(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  return unit === MORE || unit === AND_MORE;
}

/** White space, as \s has it. */
export function isBlank(unit: number): boolean {
  if (unit <= 0xa0) return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0;
  if (unit < 0x1680 || (unit > 0x3000 && unit !== 0xfeff)) return false;
  return (
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** What digits say, times a power of ten; as the decimal notation is read: 24.37 times 10000 is not 243700 in binary. */
function decimalOf(text: string, start: number, end: number, exponent: number): number {
  let digits = 0;
  let count = 0;
  let power = exponent;
  let decimal = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === POINT) decimal = true;
    else if (unit !== COMMA) {
      digits = digits * 10 + unit - 0x30;
      count++;
      if (decimal) power--;
    }
  }
  // Both exact, so that one operation rounds as reading the notation does.
  if (power < 0 && count <= EXACT_DIGITS && -power <= EXACT_POWER) return digits / POWERS[-power]!;
  if (power >= 0 && count + power <= EXACT_DIGITS) return digits * POWERS[power]!;
  return Number(`${text.slice(start, end).replaceAll(",", "")}e${exponent}`);
}

function hanAt(text: string, start: number): Numeral | undefined {
  let end = start;
  while (end < text.length && end - start < LONGEST_HAN && isHanNumeral(text.charCodeAt(end))) end++;
  if (end === start) return undefined;
  let value = valueBetween(text, start, end);
  const more = isMore(text, end);
  if (more) {
    end++;
    // 三千余万
    for (; end < text.length && EXPONENTS[text.charCodeAt(end)]! >= 4; end++)
      value *= 10 ** EXPONENTS[text.charCodeAt(end)]!;
  }
  return { value, end, more, han: true };
}

const isHanNumeral = (unit: number): boolean => EXPONENTS[unit]! > 0 || HAN_DIGITS[unit]! > 0;

/** 三千五百 is 3500, 十二 is 12, 千万 is 10000000, 一百二十万 is 1200000. */
export const hanValue = (written: string): number => valueBetween(written, 0, written.length);

function valueBetween(text: string, start: number, end: number): number {
  let total = 0;
  let section = 0;
  let digit = -1;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const value = HAN_DIGITS[unit]! - 1;
    if (value >= 0) {
      digit = Math.max(digit, 0) * 10 + value;
      continue;
    }
    const factor = 10 ** EXPONENTS[unit]!;
    if (factor >= 10000) {
      total = (total + section + Math.max(digit, 0) || 1) * factor;
      section = 0;
    } else section += (digit < 0 ? 1 : digit) * factor;
    digit = -1;
  }
  return total + section + Math.max(digit, 0);
}
