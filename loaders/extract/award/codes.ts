import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { namedCandidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";

/** 〔国〕指, 【省】为, （A）： before the award that a text calls so. */
const TELLS = gatedAll(
  /([〔［[【（][\u4e00-\u9fa5A-Z]{1,2}[〕］\]】）])\s?(?:均?(?:指|为|即|是|系|代表|表示)|[：＝=])\s?“?(?=[\u4e00-\u9fa5])/g,
);
/** The same for any of them: what stands there tells, and wins nothing. */
const IS_TOLD = gated(/^\s?(?:均?(?:指|为|即|是|系|代表|表示)|[＝=])/);

/** Awards by the codes of a legend: 〔市〕2008年、〔国〕第三届 where 〔国〕指中国质量奖，〔市〕指某市市长质量奖 is said. */
export function codedAwards(
  { norm }: Parameters<NameDetector["detect"]>[0],
  found: readonly Candidate[],
): Candidate[] {
  const told = [...TELLS.matches(norm)];
  if (told.length < 2) return [];
  const names = new Map<string, string>();
  for (const match of told) {
    const at = match.index + match[0].length;
    const award = found.find(({ start, type }) => start === at && type === "Award");
    if (award !== undefined) names.set(match[1]!, award.name ?? norm.slice(award.start, award.end));
  }
  if (names.size < 2) return [];
  const coded: Candidate[] = [];
  for (const [code, name] of names)
    for (let start = norm.indexOf(code); start >= 0; start = norm.indexOf(code, start + code.length)) {
      const end = start + code.length;
      if (!IS_TOLD.test(norm, end, Math.min(norm.length, end + 6)))
        coded.push(namedCandidate("Award", start, end, name, "award/code", 0.9));
    }
  return coded;
}
