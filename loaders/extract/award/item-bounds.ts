import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention, indexWithin } from "../spans.js";
import type { Extraction } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";
import type { Unit } from "./units.js";

/** Signs that part the items of a line in few documents, and are something else in most. */
export const RARE_SIGNS = "~～=＝+＋<>＜＞»›▸▶►▷➜➔⟶⟹⇨‖¦│┃丨_·-";
const SIGN = new CharacterSet(RARE_SIGNS);
const BARS = new CharacterSet("‖¦│┃丨");
export const isRareBar = (code: number): boolean => BARS.has(code);
/** Brackets that may set an item of a line apart, and those that close them. */
export const APART_OPENS = "【〔[［{｛<〈";
const APART_CLOSES = "】〕]］}｝>〉";
const LONGEST_APART = 40;

const DATE_ENDS = gated(
  /(?:(?:19|20)\d\d(?:年度?|[./-]\d{1,2}(?:[./-]\d{1,2})?)?(?:\d{1,2}月(?:\d{1,2}日)?)?|[届批])$/,
);
const TIER_ENDS = gated(/[奖）”》】〕\]]$/);
const DATE_BEGINS = gated(/^(?:(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{0,4}[届批])/);
const TIER_BEGINS = gated(/^(?:提名|正奖|[特一二三]等奖|[金银铜]奖|优秀奖|[“《（])/);
const ONLY_DATE =
  /^(?:(?:19|20)\d\d(?:年度?|[./-]\d{1,2})?(?:\d{1,2}月)?|[首第][一二三四五六七八九十\d]{0,4}[届批](?:[（·，、 ]?(?:19|20)\d\d年度?）?)?)$/;
/** What an award's mention may be followed by within brackets: 某奖|提名奖（2015年）. */
const BEHIND_AWARD = /^[^，。；：]{0,12}$/;

/**
 * How long the sign is that parts two items of a line, with the blanks behind it: 2013年 ▸ 某奖 ▸ 甲公司, 甲公司·某奖. 0 where it stands within words,
 * between two dates (2013-2015年), or beside what is no item.
 */
export function rareSignLength(x: Extraction, units: readonly Unit[], at: number, to: number): number {
  const { norm } = x;
  let before = at;
  while (norm[before - 1] === " ") before--;
  let after = at + 1;
  while (after < to && SIGN.has(norm.charCodeAt(after)) && after - at < LONGEST_SIGN) after++;
  const length = after - at;
  while (after < to && norm[after] === " ") after++;
  if (after >= to) return 0;
  const [dateBefore, dateAfter] = [
    DATE_ENDS.test(norm, Math.max(0, before - 12), before),
    DATE_BEGINS.test(norm, after, Math.min(to, after + 8)),
  ];
  if (dateBefore && dateAfter) return 0;
  const ends = dateBefore || TIER_ENDS.test(norm, before - 1, before) || endsAt(x, units, before);
  const begins =
    dateAfter || TIER_BEGINS.test(norm, after, Math.min(to, after + 3)) || beginsAt(x, units, after);
  return ends && begins ? length : 0;
}
const LONGEST_SIGN = 3;

/** Where the bracket closes that holds an item of a line and nothing else, [某奖] or 〔2013年〕; -1 where none does. */
export function closeOfItem(x: Extraction, units: readonly Unit[], at: number, to: number): number {
  const { norm } = x;
  const close = APART_CLOSES[APART_OPENS.indexOf(norm[at]!)]!;
  const end = indexWithin(norm, close, at + 1, Math.min(to, at + LONGEST_APART));
  if (end < at + 3) return -1;
  const text = norm.slice(at + 1, end);
  if (ONLY_DATE.test(text) || tierOfLabel(text) !== undefined) return end;
  const unit = units.find(({ start }) => start === at + 1);
  if (unit !== undefined && unit.end === end) return end;
  const mention = x.mentions[firstMention(x.mentions, at + 1)];
  return mention?.type === "Award" &&
    mention.start === at + 1 &&
    mention.end <= end &&
    BEHIND_AWARD.test(norm.slice(mention.end, end))
    ? end
    : -1;
}

const endsAt = ({ mentions }: Extraction, units: readonly Unit[], at: number): boolean => {
  if (units.some(({ end }) => end === at)) return true;
  for (let i = firstMention(mentions, at) - 1; i >= 0 && mentions[i]!.start > at - LONGEST_NAME; i--)
    if (mentions[i]!.end === at) return true;
  return false;
};
const LONGEST_NAME = 60;

const beginsAt = ({ mentions }: Extraction, units: readonly Unit[], at: number): boolean =>
  units.some(({ start }) => start === at) || mentions[firstMention(mentions, at)]?.start === at;
