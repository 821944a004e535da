import { allMatches } from "../../patterns/all-matches.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { editionsIn } from "./when.js";

/** 第六届（2022年度）, 2022年度第六届, 2021年（第七届）: an edition and its year side by side. */
const PAIR =
  /(第[一二三四五六七八九十\d]{1,3}[届批]|首[届批])[（，]?((?:19|20)\d\d)年?度?[）]?|((?:19|20)\d\d)年?度?[（，]?(第[一二三四五六七八九十\d]{1,3}[届批]|首[届批])[）]?/g;
/** How far from a pair its award may be named. */
const NEAR = 24;

/**
 * Adds to each win the edition that the document gives the award of that year elsewhere: 第六届（2022年度）某奖 tells that
 * 2022年度某奖获奖名单 is of the sixth. An award of which two editions have one year, or the other way round, is left alone.
 */
export function withEditions(x: Extraction, wins: readonly Win[]): Win[] {
  const wanting = new Set(
    wins.filter((w) => w.year !== undefined && w.edition === undefined).map((w) => w.to),
  );
  if (wanting.size === 0) return [...wins];
  const known = new Map<DocEntity, Map<number, number | undefined>>();
  const tell = (award: DocEntity, year: number, edition: number): void => {
    if (!wanting.has(award)) return;
    const years = known.get(award) ?? new Map<number, number | undefined>();
    known.set(award, years);
    years.set(year, years.has(year) && years.get(year) !== edition ? undefined : edition);
  };
  for (const { to, year, edition } of wins)
    if (year !== undefined && edition !== undefined) tell(to, year, edition);
  for (const match of allMatches(PAIR, x.norm)) {
    const end = match.index + match[0].length;
    const award = x.mentions[firstMention(x.mentions, end)];
    const edition = editionsIn(x.norm, match.index, end)[0]?.edition;
    if (award?.type === "Award" && award.start - end < NEAR && edition !== undefined)
      tell(award.entity, Number(match[2] ?? match[3]), edition);
  }
  return wins.map((win) => {
    const edition = win.year === undefined ? undefined : known.get(win.to)?.get(win.year);
    if (win.edition === undefined && edition !== undefined) win.edition = edition;
    return win;
  });
}
