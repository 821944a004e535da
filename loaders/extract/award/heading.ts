import { numberingDepth } from "../../lines/headings.js";
import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import type { When } from "./noted.js";
import type { TierName } from "./tiers.js";

/** What a heading is there for: an award (某奖, 第五届某奖), a date (第五届（2020年）), a tier, or who follows (组织类). */
export type Gives = "award" | "date" | "tier" | "group";

/** What headings and lead sentences say of the names below them: what the last says, and what those above it say for it. */
export interface Heading {
  gives: Gives;
  award: DocEntity | undefined;
  tier: TierName | undefined;
  edition: number | undefined;
  years: readonly number[];
  /** The heading below which this one stands, where that says anything of awards. */
  over: Heading | undefined;
  /** Where the heading stands: the evidence of a line below it begins there only in thought, offsets are the line's. */
  block: Block;
}

/** A heading that gives an award, with nothing above it. */
export const ofAward = (
  award: DocEntity | undefined,
  {
    tier,
    edition,
    years,
  }: { tier?: TierName | undefined; edition?: number | undefined; years?: readonly number[] },
  block: Block,
): Heading => ({ gives: "award", award, tier, edition, years: years ?? [], over: undefined, block });

/** 第四届某奖获奖名单（2017年） over a row or record of that award: when it was won, where that does not say so itself. */
export function withHeading(when: When, award: DocEntity, heading: Heading | undefined): When {
  const { year, edition } = when;
  if (year !== undefined || heading?.award !== award) return when;
  if (edition !== undefined && edition !== heading.edition) return when;
  return { year: heading.years.length === 1 ? heading.years[0] : undefined, edition: heading.edition };
}

/** The nearest heading, this one or one above it, that gives so. */
export function nearest(heading: Heading | undefined, gives: Gives): Heading | undefined {
  for (let one = heading; one !== undefined; one = one.over) if (one.gives === gives) return one;
  return undefined;
}

/**
 * Below which of the headings that are open a new one stands: not below those that its mark-up or number ends, nor below one that
 * gives what it gives (提名奖 below 正奖 is beside it), unless mark-up or numbers say so.
 */
export function placeOf(
  x: Extraction,
  open: Heading | undefined,
  block: Block,
  gives: Gives,
): Heading | undefined {
  const level = levelOf(x, block);
  const beside = gives === "date" ? dateOverAward(x, open, level) : undefined;
  if (beside !== undefined) return beside.over;
  let place = open;
  for (let one = open; one !== undefined; one = one.over) {
    // 二、提名奖 beside 一、某奖 is of that award.
    if (one.gives === "award" && gives !== "award") break;
    const other = levelOf(x, one.block);
    const ends = level === undefined || other === undefined ? one.gives === gives : other >= level;
    if (ends) place = one.over;
  }
  return place;
}

/** 2021年 above 某奖, where 2023年 follows that has the same level: the date above an open award that a new one stands beside. */
function dateOverAward(
  x: Extraction,
  open: Heading | undefined,
  level: number | undefined,
): Heading | undefined {
  for (let one = nearest(open, "award")?.over; one !== undefined; one = one.over)
    if (one.gives === "date" && one.block.kind !== "title" && levelOf(x, one.block) === level) return one;
  return undefined;
}

/**
 * Where 【2016年】|（本年起某奖改称某某奖） and 某奖|（2010年设立；初称“某某奖”） go on with a remark that says nothing of those
 * below; the line's end without one.
 */
export function remarkAt(norm: string, start: number, end: number): number {
  const remark =
    REMARK.exec(norm, start, end) ?? OF_AWARD.exec(norm, start, end) ?? EXPLAINED.exec(norm, start, end);
  return remark === null ? end : start + remark[1]!.length;
}
const REMARK = gated(
  /^([【〖]?(?:19|20)\d\d年度?[】〗]?)（(?![首第][一二三四五六七八九十\d]{1,3}[届批])[^（）]{6,40}）$/,
);
const OF_AWARD = gated(
  /^([^（）。；]{4,40}奖)（(?![首第]|(?:19|20)\d\d年[，；])[^（）]{0,30}(?:设立|创设|创立|开评|首评|更名|改称|改名|原名|原称|曾称|时称|前称|简称|称“)[^（）]{0,40}）$/,
);

/** 某奖历届得主|（★表示正奖，☆表示提名奖） */
const EXPLAINED = gated(
  new RegExp(`^([^（）。；]{4,60})（[^（）${SIGNS}]{0,8}[${SIGNS}][^（）]{2,40}）[：。]?$`),
);

const HASH = "#".charCodeAt(0);

/** Whether a line is a heading by its looks alone. */
export const isOfLooks = (x: Extraction, block: Block): boolean =>
  block.kind === "heading" && levelOf(x, block) === undefined;

/** The depth of a heading that has mark-up or a number; lines by their looks alone may stand at any. */
function levelOf({ norm }: Extraction, { kind, level, start, end }: Block): number | undefined {
  if (kind === "title") return 1;
  if (kind !== "heading") return undefined;
  return norm.charCodeAt(start - 2) === HASH || numberingDepth(norm.slice(start, end)) > 0
    ? level
    : undefined;
}
