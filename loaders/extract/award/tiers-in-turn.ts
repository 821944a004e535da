import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import type { Extraction } from "../types.js";
import { datedLines } from "./dated-lines.js";
import { numberingLength } from "./fields.js";
import type { Conferred } from "./item.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";

const YEARS = gated(/^(?:(?:19|20)\d\d年?[、和与及]){1,4}(?:19|20)\d\d年?/);
const YEAR = /(?:19|20)\d\d/g;
const GETS = gated(
  /^[ ：，|｜·→—－-]{0,4}(?:先后|分别|依次|相继)?(?:荣?获得?|捧[得回]|[夺摘拿][得下到])?[“]?$/,
);
const SEPARATOR = /[、和与及]|以及/;

/** 2018年、2022年　某奖三等奖、一等奖: an award that its line's years give as many tiers, one after the other. */
export function tiersInTurn(x: Extraction, block: Block): Conferred[] | undefined {
  const { norm } = x;
  if (!datedLines(x).has(block)) return undefined;
  const from = block.start + numberingLength(norm, block.start, block.end);
  const years = YEARS.exec(norm, from, block.end)?.[0];
  if (years === undefined) return undefined;
  const [award] = x.mentionsIn(from, block.end, ["Award"]);
  if (award === undefined || !GETS.test(norm, from + years.length, award.start)) return undefined;
  const tiers: TierName[] = [];
  for (const label of norm.slice(award.end, block.end).split(SEPARATOR)) {
    const tier = label === "正奖" ? "WINNER" : tierOfLabel(label);
    if (tier === undefined) return undefined;
    tiers.push(tier);
  }
  const told = years.match(YEAR)!.map(Number);
  if (tiers.length !== told.length) return undefined;
  return told.map((year, i) => ({
    award: award.entity,
    tier: tiers[i],
    when: [{ year, edition: undefined }],
  }));
}
