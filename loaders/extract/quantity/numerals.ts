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

const DIGITS = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const MULTIPLIER =
  /\s?([多余]?)(万亿|千亿|百亿|千万|百万|十亿|十万|亿|万|千(?![瓦克米])|百(?!分)|十)?([多余]?)/y;
/** No number takes more; a run of thousands would be read anew from each of its characters. */
const HAN = /[零〇一二两三四五六七八九十百千万亿]{1,40}/y;
const PERCENT = /百分之/y;

const EXPONENTS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const HAN_DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."零一二三四五六七八九"]
    .map((digit, value) => [digit, value])
    .concat([
      ["〇", 0],
      ["两", 2],
    ]),
);

/** The number that is written at `start`; undefined where there is none. */
export function numeralAt(text: string, start: number): Numeral | undefined {
  return arabicAt(text, start) ?? hanAt(text, start);
}

/** Whether 百分之 stands at `start`. */
export function percentAt(text: string, start: number): boolean {
  PERCENT.lastIndex = start;
  return PERCENT.test(text);
}

function arabicAt(text: string, start: number): Numeral | undefined {
  DIGITS.lastIndex = start;
  const digits = DIGITS.exec(text)?.[0];
  if (digits === undefined) return undefined;
  MULTIPLIER.lastIndex = start + digits.length;
  const [all, before, multiplier, after] = MULTIPLIER.exec(text) as unknown as [
    string,
    string,
    string?,
    string?,
  ];
  const exponent = [...(multiplier ?? "")].reduce((sum, unit) => sum + EXPONENTS[unit]!, 0);
  return {
    // By way of the decimal notation: 24.37 times 10000 is not 243700 in binary.
    value: Number(`${digits.replaceAll(",", "")}e${exponent}`),
    end: start + digits.length + all.length,
    more: before !== "" || (after ?? "") !== "",
    han: false,
  };
}

function hanAt(text: string, start: number): Numeral | undefined {
  HAN.lastIndex = start;
  const written = HAN.exec(text)?.[0];
  if (written === undefined) return undefined;
  let end = start + written.length;
  let value = hanValue(written);
  let more = false;
  if (text[end] === "余" || text[end] === "多") {
    more = true;
    end++;
    // 三千余万
    while (text[end] === "万" || text[end] === "亿") value *= 10 ** EXPONENTS[text[end++]!]!;
  }
  return { value, end, more, han: true };
}

/** 三千五百 is 3500, 十二 is 12, 千万 is 10000000, 一百二十万 is 1200000. */
export function hanValue(written: string): number {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const unit of written) {
    const value = HAN_DIGITS[unit];
    if (value !== undefined) {
      digit = (digit ?? 0) * 10 + value;
      continue;
    }
    const factor = 10 ** EXPONENTS[unit]!;
    if (factor >= 10000) {
      total = (total + section + (digit ?? 0) || 1) * factor;
      section = 0;
    } else section += (digit ?? 1) * factor;
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}
