import { CharacterSet } from "../../patterns/character-set.js";
import type { Extraction } from "../types.js";
import { joined, tierOfNote } from "./item.js";
import { isRemark } from "./line-notes.js";
import { datesOf, type When } from "./noted.js";
import type { TierName } from "./tiers.js";

/** What parts a bracket's dates. */
const PARTS = new CharacterSet("，、；");
const [ALIKE, APART] = ["、".charCodeAt(0), "；".charCodeAt(0)];

const NO_DATES: When[] = [];

/** What a bracket says between two marks, and the mark behind it. */
interface Part {
  tier: TierName | undefined;
  when: When[];
  mark: number;
}

/** 2017年提名奖，2020年正奖; 2019年提名奖，2023年: the tier of each date, where a bracket gives more than one. */
export function tiersOfNote(
  x: Extraction,
  note: string,
  noteAt: number,
): { tier: TierName | undefined; when: When[] }[] | undefined {
  if (!PARTS.within(note)) return undefined;
  const parts: Part[] = [];
  let last: Part | undefined;
  for (let at = 0; at <= note.length; ) {
    let end = at;
    while (end < note.length && !PARTS.has(note.charCodeAt(end))) end++;
    const part = note.slice(at, end);
    const tier = tierOfNote(part);
    const when = isRemark(part) ? NO_DATES : datesOf(x, noteAt + at, noteAt + end);
    const mark = note.charCodeAt(end);
    at = end + 1;
    if (tier === undefined && when === NO_DATES) continue;
    if (last !== undefined && goesWith(last, tier, when)) {
      last.when = when.length === 0 ? last.when : joined([...last.when, ...when]);
      last.tier ??= tier;
      last.mark = mark;
      continue;
    }
    // 2022年，复评通过: no date of winning.
    last = { tier, when, mark };
    parts.push(last);
  }
  if (parts.some(({ when }) => when.length !== 1)) return undefined;
  const told = new Set<TierName>();
  for (const { tier } of parts) if (tier !== undefined) told.add(tier);
  if (told.size === 0) return undefined;
  // 2012年、2014年提名奖，2016年正奖: a tier goes for the dates before it.
  for (let i = parts.length - 2; i >= 0; i--)
    if (parts[i]!.mark !== APART && (told.size > 1 || parts[i]!.mark === ALIKE))
      parts[i]!.tier ??= parts[i + 1]!.tier;
  if (told.size > 1) return parts;
  // 2019年提名奖，2023年: the other was the award itself.
  if (told.has("WINNER") || parts.every(({ tier }) => tier !== undefined)) return undefined;
  for (const part of parts) part.tier ??= "WINNER";
  return parts;
}

/** 第三届提名奖，2018年; 2019年，提名奖: what a comma adds to the part before, of which it tells the rest. */
function goesWith(last: Part, tier: TierName | undefined, when: readonly When[]): boolean {
  if (last.mark === APART || last.mark === ALIKE || last.when.length !== 1) return false;
  if (tier !== undefined && last.tier !== undefined) return false;
  if (when.length === 0) return tier !== undefined;
  const [before, added] = [last.when[0]!, when[0]!];
  return (
    when.length === 1 &&
    (before.year === undefined) !== (added.year === undefined) &&
    (before.edition === undefined) !== (added.edition === undefined)
  );
}
