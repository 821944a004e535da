import { CharacterSet } from "../../patterns/character-set.js";
import type { Extraction } from "../types.js";
import { tierOfNote } from "./item.js";
import { datesOf, type When } from "./noted.js";
import type { TierName } from "./tiers.js";

/** What parts a bracket's dates. */
const PARTS = new CharacterSet("，、；");
const ALIKE = "、".charCodeAt(0);

/** 2017年提名奖，2020年正奖; 2019年提名奖，2023年: the tier of each date, where a bracket gives more than one. */
export function tiersOfNote(
  x: Extraction,
  note: string,
  noteAt: number,
): { tier: TierName | undefined; when: When[] }[] | undefined {
  if (!PARTS.within(note)) return undefined;
  const parts: { tier: TierName | undefined; when: When[] }[] = [];
  /** Whether a part goes with the next one: 2012年、2014年提名奖. */
  const joined: boolean[] = [];
  for (let at = 0; at <= note.length; ) {
    let end = at;
    while (end < note.length && !PARTS.has(note.charCodeAt(end))) end++;
    parts.push({ tier: tierOfNote(note.slice(at, end)), when: datesOf(x, noteAt + at, noteAt + end) });
    joined.push(note.charCodeAt(end) === ALIKE);
    at = end + 1;
  }
  if (parts.some(({ when }) => when.length !== 1)) return undefined;
  const told = new Set<TierName>();
  for (const { tier } of parts) if (tier !== undefined) told.add(tier);
  if (told.size === 0) return undefined;
  // 2012年、2014年提名奖，2016年正奖: a tier goes for the dates before it.
  for (let i = parts.length - 2; i >= 0; i--)
    if (told.size > 1 || joined[i]!) parts[i]!.tier ??= parts[i + 1]!.tier;
  if (told.size > 1) return parts;
  // 2019年提名奖，2023年: the other was the award itself.
  if (told.has("WINNER") || parts.every(({ tier }) => tier !== undefined)) return undefined;
  for (const part of parts) part.tier ??= "WINNER";
  return parts;
}
