import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";
import type { DocEntity, Extraction } from "../types.js";
import { type Conferred, joined, tierOfNote } from "./item.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import { prizeOf, tiersAndAwardsIn } from "./prizes.js";
import { hasTiers, type TierName } from "./tiers.js";
import { unitsIn } from "./units.js";

/** 甲公司、乙公司（均为2018年）, 甲公司、乙公司（2018）: what is noted of a winner, or by the next one that has a note, of all before it. */
export function noteFor(
  winners: readonly { note: string; noteAt: number }[],
  i: number,
  dated: boolean,
): { note: string; noteAt: number } {
  const own = winners[i]!;
  if (own.note !== "") return own;
  const next = winners.slice(i + 1).find(({ note }) => note !== "");
  if (next === undefined) return own;
  if (OF_ALL.test(next.note)) return next;
  if (dated) return own;
  // 甲公司、乙公司（2018年）: the only bracket, with nothing but a date, behind all of them.
  const only = next === winners[winners.length - 1] && winners.every((w) => w === next || w.note === "");
  return only && ONLY_A_DATE.test(next.note) ? next : own;
}

const OF_ALL = gated(
  /^（?(?:[两三四五六]家)?(?:均|都|同)(?:为|是|系|于|在|获于?)?(?:第|(?:19|20)\d\d|(?:提名|正|优秀|[特一二三]等|[金银铜])奖)/,
);

const ONLY_A_DATE = gated(
  /^（?(?:(?:19|20)\d\d(?:年度?)?|[，、\s]|第[一二三四五六七八九十\d]{1,4}[届批]){1,6}$/,
);

/** 甲公司总工程师（2022年，提名奖）: the tier that the bracket at a field's end gives. */
export function tierBehind(norm: string, start: number, end: number): TierName | undefined {
  if (norm[end - 1] !== "）") return undefined;
  const open = norm.lastIndexOf("（", end);
  return open < start ? undefined : tierOfNote(norm.slice(open + 1, end - 1));
}

/** Brackets that take the entry back or say nothing of when it was won. */
export const TAKEN_BACK = gated(/申报|公示|拟|撤销|取消|筹建|培育|未获|未通过|退出|收回|空缺/);
const NO_DATE = gated(
  /前身|成立|简称|下称|原|曾用名|始建|创立|创建于|更名|改制|改组|组建|建厂|投产|设立|合并/,
);
/** 前身为某厂, 1958年建厂: what of a bracket is about the winner, not about the prize. */
export const isRemark = (clause: string): boolean => NO_DATE.test(clause) && !clause.includes("奖");

/** The dates that the bracket behind a winner gives, but for those of remarks: 2015年；1958年建厂. */
export function datesOfNote(x: Extraction, note: string, noteAt: number): When[] {
  if (!NO_DATE.test(note)) return datesOf(x, noteAt, noteAt + note.length);
  const when: When[] = [];
  for (const { 0: clause, index } of allMatches(CLAUSES, note))
    if (!isRemark(clause)) when.push(...datesOf(x, noteAt + index, noteAt + index + clause.length));
  return joined(when);
}
/** （前身为某厂，2016年获第二届提名奖） in a list of the sixth: of another round. */
const GOT_EARLIER = gated(/曾|(?:年|届)[^，；]{0,6}获|获得?过/);
const CLAUSES = /[^，；]+/g;

/** What the bracket behind a winner tells of rounds before the list's. */
export function earlierIn(
  x: Extraction,
  note: string,
  noteAt: number,
): (Omit<Conferred, "award"> & { award: Conferred["award"] | undefined })[] {
  if (!GOT_EARLIER.test(note)) return [];
  const found = [];
  for (const clause of allMatches(CLAUSES, note)) {
    if (!GOT_EARLIER.test(clause[0])) continue;
    const start = noteAt + clause.index;
    const end = start + clause[0].length;
    const [prize] = tiersAndAwardsIn(x, start, end);
    const when = joined(datesOf(x, start, end));
    if (prize !== undefined && when.length > 0) found.push({ award: prize.award, tier: prize.tier, when });
  }
  return found;
}

/** 甲公司（提名奖：乙公司）, 甲公司（另有提名奖乙公司）: whom the bracket behind a winner names as nominated beside it. */
export function nominatedIn(x: Extraction, note: string, noteAt: number): DocEntity[] {
  const lead = NOMINATES.exec(note, 0, note.length)?.[0].length;
  return lead === undefined ? [] : unitsIn(x, noteAt + lead, noteAt + note.length).map((u) => u.entity);
}
const NOMINATES = gated(/^(?:另有|另)?提名奖?(?:\d[家个]|[一二三][家个])?[：为]?(?=[^，；届\d]{4})/);

/** 第四届，2021年，以下简称甲: what a short form is told for says nothing of when. */
const SHORT = gated(/[，；、]?(?:以下|下文)?(?:简称|下称)[^，；]{0,20}$/);
export const withoutShort = (note: string): string => SHORT.replace(note, "");

/** 主席台前第一组（某奖）, 三号展位（提名奖）: a short label whose bracket says what those behind it have. */
const BRACKET_LABEL = gated(
  /^[^（）：，。；]{2,14}（([^（）]{2,24}奖(?:获得者|得主|获奖组织|组织|企业)?)）$/,
);

/** The prize that the bracket of a label names. */
export function prizeInBracket(
  x: Extraction,
  { start, end }: { start: number; end: number },
): Prize | undefined {
  const match = BRACKET_LABEL.exec(x.norm, start, end);
  if (match === null || NOT_HAD.test(x.norm, start, end) || unitsIn(x, start, end).length > 0)
    return undefined;
  const [prize, more] = tiersAndAwardsIn(x, start, end);
  if (prize !== undefined || more !== undefined) return more === undefined ? prize : undefined;
  // 政府质量奖 for 某市政府质量奖, the only prize that the text names
  const known = x.entities.filter(({ type, name }) => type === "Award" && hasTiers(name));
  const said = match[1]!.replace(ITS_TIER, "");
  if (known.length !== 1 || said.length < 3 || !known[0]!.name.endsWith(said)) return undefined;
  const tier = match[1]!.length > said.length ? tierOfNote(match[1]!.slice(said.length)) : undefined;
  return prizeOf("award", known[0], start, end, tier);
}
const ITS_TIER = /(?<=奖)(?:提名奖|创新奖|鼓励奖|获得者|得主|获奖组织|组织|企业){1,2}$/;
const NOT_HAD = gated(/未获|申报|候选|拟|颁|落选/);
