import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention, indexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { tierOfNote } from "./item.js";
import { tiersOfNote } from "./note-tiers.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";
import { isDated } from "./when.js";

/** One of several prizes that a cell or bracket tells, with what stands before or behind it there. */
export interface DatedPrize {
  prize: Prize;
  award: DocEntity;
  tier: TierName | undefined;
  when: When[];
}

/** 某奖（提）（2018年）, 某奖★（2018年） */
const SIGN = gated(/^(?:（提）|[★☆*△▲▽▼※#●○◆◇■□])/);
const SEPARATORS = new CharacterSet("；;｜|、，/\n。");
const BLANKS = new CharacterSet(" 　\u00a0");
const BRACKETS = new CharacterSet("（）");
const [OPEN, CLOSE] = ["（".charCodeAt(0), "）".charCodeAt(0)];
const YEAR = gated(/(?:19|20)\d\d/);
const NOT_CONFERRED = gated(
  /(?<!联合|共同|合作|牵头)申报(?!单位|主体|人)|参评|公示|拟|未[获能评通]|落选|培育中|争创|冲刺|撤销|取消/,
);

/** Whether what stands beside a prize says that it was not conferred: 某奖（申报，未获）. */
export const isDenied = (norm: string, from: number, to: number): boolean =>
  NOT_CONFERRED.test(norm, from, to);

/**
 * 甲奖提名奖，2018年、2021年；乙奖，2014年 or 2018年甲奖提名奖；2014年乙奖: each prize that [from, to) names with its own dates. All of them
 * stand behind the names or all before them, as with the first. Those not yet won (正在申报丙奖) are left out.
 */
export function datedPrizes(
  x: Extraction,
  prizes: readonly Prize[],
  from: number,
  to: number,
): readonly DatedPrize[] {
  const { norm } = x;
  const found: DatedPrize[] = [];
  let leads = false;
  let start = from;
  for (let i = 0; i < prizes.length; i++) {
    const prize = prizes[i]!;
    const { award } = prize;
    const name = nameOf(x, prize);
    if (award === undefined || name === undefined) continue;
    if (i === 0) leads = YEAR.test(norm, from, name.start);
    const next = i + 1 < prizes.length ? nameOf(x, prizes[i + 1]!) : undefined;
    const end = next === undefined ? to : boundary(norm, name.end, next.start, leads);
    if (!NOT_CONFERRED.test(norm, start, name.start) && !NOT_CONFERRED.test(norm, name.end, end)) {
      const own: When[] =
        prize.years.length > 0
          ? prize.years.map((year) => ({ year, edition: prize.edition }))
          : [{ year: undefined, edition: prize.edition }];
      const note = bare(norm, behindTier(norm, prize, name.end, end), end);
      const parts = tiersOfNote(x, norm.slice(note.start, note.end), note.start);
      if (parts !== undefined)
        for (const { tier = prize.tier, when } of parts)
          found.push({ prize, award, tier, when: withEdition(when, parts.length === 1 ? own : []) });
      else {
        const before = leads ? datesOf(x, start, name.start) : [];
        const behind = datesOf(x, name.end, end);
        const tier = prize.tier ?? tierOfNote(norm.slice(note.start, note.end));
        found.push({ prize, award, tier, when: dated(behind, before, own) });
      }
    }
    start = end;
  }
  return found;
}

/** Where the bracket begins behind the tier that a prize's name ends with, 某奖提名奖（2014年、2016年）: that goes for all in it. */
function behindTier(norm: string, { tier }: Prize, from: number, to: number): number {
  if (tier === undefined) return from;
  const sign = SIGN.exec(norm, from, to);
  if (sign !== null) return from + sign[0].length;
  const open = indexWithin(norm, "（", from, to);
  return open > from && tierOfLabel(norm.slice(from, open)) === tier ? open : from;
}

/** The first of some lists of dates that tells years, with the edition of another; else the first that tells editions. */
function dated(...lists: readonly When[][]): When[] {
  const years = lists.find((list) => list.some(({ year }) => year !== undefined));
  const editions = lists.filter((list) => list.some(({ edition }) => edition !== undefined));
  if (years === undefined) return editions[0] ?? lists[lists.length - 1]!;
  return editions.reduce((when, told) => withEdition(when, told), years);
}

/** The same dates with the editions that another list of as many gives. */
const withEdition = (when: When[], told: readonly When[]): When[] =>
  when.length === told.length
    ? when.map(({ year, edition }, i) => ({ year, edition: edition ?? told[i]!.edition }))
    : when;

/** Where the name of a prize's award stands, without what was drawn to it. */
function nameOf({ mentions }: Extraction, prize: Prize): { start: number; end: number } | undefined {
  for (let i = firstMention(mentions, prize.start); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.start >= prize.end) return undefined;
    if (mention.type === "Award" && mention.entity === prize.award) return mention;
  }
  return undefined;
}

/**
 * Where between two names the one's dates end and the next one's begin: where dates lead, behind the first mark; else behind the last
 * mark.
 */
function boundary(norm: string, from: number, to: number, leads: boolean): number {
  const first = separatorIn(norm, from, to, leads, SEPARATORS);
  // 甲奖：2021年，第四届 乙奖：2019年: the line of a cell ends behind the last comma.
  const blank = first >= 0 && leads ? -1 : separatorIn(norm, Math.max(from, first), to, leads, BLANKS);
  const end = first < 0 || (blank > first && isDated(norm, first, blank)) ? blank : first;
  if (end < 0) return to;
  if (leads) return end;
  return YEAR.test(norm, end, to) && !YEAR.test(norm, from, end) ? to : end;
}

/** Behind the first or last mark of a set that stands in no bracket; -1 for none. */
function separatorIn(norm: string, from: number, to: number, first: boolean, marks: CharacterSet): number {
  let end = -1;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const unit = norm.charCodeAt(at);
    if (BRACKETS.has(unit)) depth += unit === OPEN ? 1 : unit === CLOSE ? -1 : 0;
    else if (depth === 0 && marks.has(unit)) {
      if (first) return at + 1;
      end = at + 1;
    }
  }
  return end;
}

/** A stretch without the marks around it and the bracket that holds all of it: 2018年 of （2018年）；. */
function bare(norm: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && MARKS.has(norm.charCodeAt(start))) start++;
  while (end > start && MARKS.has(norm.charCodeAt(end - 1))) end--;
  return { start, end };
}

const MARKS = new CharacterSet("（），；、。/\n ”　·：");
