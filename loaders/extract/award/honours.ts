import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits } from "./findings.js";
import type { RollLine } from "./roll.js";
import { datesOf, type When } from "./roll.js";
import { prizesOf } from "./structure.js";
import { groupsOf, unitsIn } from "./units.js";

/** Headings under which the lines are honours of whom the section is about. */
const HONOURS = /荣誉|获奖|奖项|殊荣|大事记|历程|年表|足迹|里程碑|资质/;
const FILLER = /^(?:[\s，、；：。“”《》（）\-—·和]|称号|荣誉|荣获|获得|获评|获|\d{1,2}月|年|度|第|届|批)*$/;
const NUMBERING =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}\s?[.、．)）](?!\d)|[①-⑳]|[-•·●◆■★☆])?\s*/;

/**
 * A line that names an award and when, and no winner (全国质量标杆（2018年）; 2018年，第三届中国质量奖提名奖), in a section of honours: it is
 * the section's or document's subject that won.
 */
export function honourLine(x: Extraction, block: Block): RollLine | undefined {
  if (block.kind === "title" || block.end - block.start > 120 || !underHonours(x, block)) return undefined;
  const prizes = prizesOf(x, block.start, block.end).filter((p) => p.award !== undefined);
  if (prizes.length === 0 || groupsOf(x.norm, unitsIn(x, block.start, block.end)).length > 0)
    return undefined;
  const from = block.start + NUMBERING.exec(x.norm.slice(block.start, block.end))![0].length;
  let rest = "";
  let at = from;
  for (const prize of prizes) {
    rest += x.norm.slice(at, prize.start);
    at = prize.end;
  }
  rest = (rest + x.norm.slice(at, block.end)).replace(
    /(?:19|20)\d\d|[首第][一二三四五六七八九十\d]*[届批]/g,
    "",
  );
  if (!FILLER.test(rest)) return undefined;
  const subject = subjectOf(x, block);
  if (subject === undefined) return undefined;
  const line = datesOf(x, block.start, block.end);
  const wins: RollLine["wins"] = [];
  for (const { award, tier, edition, years } of prizes) {
    if (!fits(subject, award!)) continue;
    const when: When[] =
      years.length > 0
        ? years.map((year) => ({ year, edition }))
        : line.length > 0
          ? line
          : [{ year: undefined, edition }];
    for (const w of when)
      wins.push({
        from: subject,
        to: award!,
        tier,
        year: w.year,
        edition: edition ?? w.edition,
        start: block.start,
        end: block.end,
        rule: "won/honours",
        confidence: 0.8,
      });
  }
  return wins.length === 0 ? undefined : { wins, owns: [], next: undefined };
}

function underHonours(x: Extraction, block: Block): boolean {
  for (let above = block.parent; above !== null; above = above.parent)
    if (HONOURS.test(x.norm.slice(above.start, above.end))) return true;
  return false;
}

function subjectOf(x: Extraction, block: Block): DocEntity | undefined {
  for (let above = block.parent; above !== null; above = above.parent) {
    const named = unitsIn(x, above.start, above.end)[0];
    if (named !== undefined) return named.entity;
  }
  return x.subjectAt(block.start, ["Company", "Institution", "Zone"]) ?? x.subjectAt(block.start);
}
