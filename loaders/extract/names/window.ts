import { LONGEST_LEAD, SAFE_LEADS, SOFT_LEADS } from "../../lexicon/name-leads.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** Characters that a name never spans. Brackets may stand within a name in pairs. */
const BREAKS = new Uint8Array(65536);
for (const c of "，。；：！？、“”‘’《》〈〉【】〔〕[]{}|\t\n\r #*<>=+~～—–…/\\,;:!?〃□■●○◆▲▼△※→↑↓%`_^&$@")
  BREAKS[c.charCodeAt(0)] = 1;

const OPEN = "（".charCodeAt(0);
const CLOSE = "）".charCodeAt(0);
/** What stands in brackets within a name: a place, 集团, 中国. */
const LONGEST_BRACKET = 6;
/** How much may stand before a place within one name: 扬子江药业集团江苏… is about the most. */
const LONGEST_BRAND = 8;

export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const isNameUnit = (unit: number): boolean =>
  isHan(unit) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a);

/**
 * Where the name that ends at `end` begins: back to punctuation or a line's start, then forward past words that lead up
 * to a name (授予, 由, 4家企业) and to a place name that begins it. `least` is the least length to leave, `most` the
 * greatest; -1 where nothing fits.
 */
export function nameStart(norm: string, end: number, least = 4, most = 36): number {
  const low = lowest(norm, end, most);
  let start = low;
  const last = end - least;
  for (let i = low; i < last; i++) {
    const next = i + 1;
    const lead = leadEndingAt(norm, next, start);
    if (lead > 0) {
      const word = norm.slice(next - lead, next);
      if (SAFE_LEADS.has(word) || beginsPlace(norm, next)) start = next;
      else if (
        word === "和"
          ? next - start > 2 && !beginsPlace(norm, start)
          : lead > 1 && next - start > lead && !beginsPlace(norm, start)
      )
        start = next;
      else if (isMeasure(norm, next - lead)) start = next;
    } else if (next - start > LONGEST_BRAND && beginsPlace(norm, next)) start = next;
  }
  while (start < end && !isNameUnit(norm.charCodeAt(start))) start++;
  return end - start >= least ? start : -1;
}

function lowest(norm: string, end: number, most: number): number {
  const floor = Math.max(0, end - most);
  let low = end;
  while (low > floor) {
    const unit = norm.charCodeAt(low - 1);
    if (unit === CLOSE) {
      const open = norm.lastIndexOf("（", low - 1);
      if (
        open < floor ||
        low - 2 - open > LONGEST_BRACKET ||
        low - open < 3 ||
        open === floor ||
        !isNameUnit(norm.charCodeAt(open - 1)) ||
        /[原称\d一二三四五六七八九十]/.test(norm.slice(open + 1, low - 1))
      )
        break;
      low = open;
    } else if (unit === OPEN || BREAKS[unit]) break;
    else low--;
  }
  return low;
}

/** The length of the longest lead that ends at `end`, 0 for none. */
function leadEndingAt(norm: string, end: number, floor: number): number {
  for (let length = Math.min(LONGEST_LEAD, end - floor); length > 0; length--) {
    const word = norm.slice(end - length, end);
    if (SAFE_LEADS.has(word) || SOFT_LEADS.has(word)) return length;
  }
  return 0;
}

/** 家, 个, 名 … after a number: 等4家, 3个, 两家. */
function isMeasure(norm: string, at: number): boolean {
  return (
    at > 0 &&
    /[\d一二两三四五六七八九十多余]/.test(norm[at - 1]!) &&
    /[家个名项位件年月日批届人]/.test(norm[at]!)
  );
}

const beginsPlace = (norm: string, at: number): boolean => {
  const place = PLACE_NAMES.longestAt(norm, at);
  return (
    place !== undefined && (!place.value.short || place.value.divisions.some((d) => d.type !== "County"))
  );
};
