import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits } from "./findings.js";
import type { RollLine } from "./roll.js";
import { datesOf, type When } from "./roll.js";
import { prizesOf } from "./structure.js";
import { unitsIn } from "./units.js";

/** Headings under which the lines are honours of whom the section is about. */
const HONOURS = /荣誉|获奖|奖项|殊荣|大事记|历程|年表|足迹|里程碑|资质/;
const FILLER = /^(?:[\s，、；：。“”《》（）\-—·和]|称号|荣誉|荣获|获得|获评|获|\d{1,2}月|年|度|第|届|批)*$/;
const NUMBERING =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}\s?[.、．)）](?!\d)|[①-⑳]|[-•·●◆■★☆])?\s*/;

/**
 * A line that names an award and when, and no winner (全国质量标杆（2018年）; 2018年，第三届中国质量奖提名奖), in a section of honours: it is
 * the section's or document's subject that won.
 */
export function honourLine(x: Extraction, block: Block, next: Block | undefined): RollLine | undefined {
  if (block.kind === "title" || block.end - block.start > 120) return undefined;
  // An award that heads a list is won by those in the list.
  if (next?.parent === block) return undefined;
  const prizes = prizesOf(x, block.start, block.end).filter((p) => p.award !== undefined);
  if (prizes.length === 0) return undefined;
  const units = unitsIn(x, block.start, block.end);
  const from = block.start + NUMBERING.exec(x.norm.slice(block.start, block.end))![0].length;
  let rest = "";
  let at = from;
  for (const part of [...prizes, ...units].sort((a, b) => a.start - b.start)) {
    rest += x.norm.slice(at, Math.max(at, part.start));
    at = Math.max(at, part.end);
  }
  rest = (rest + x.norm.slice(at, block.end)).replace(
    /(?:19|20)\d\d|[首第][一二三四五六七八九十\d]*[届批]/g,
    "",
  );
  if (!FILLER.test(rest)) return undefined;
  // 某公司　第三届质量奖: the line names its winners itself; else it is the section's subject.
  const named = units.map((u) => u.entity);
  if (named.length > 0 && !units.every((u) => u.end <= prizes[0]!.start || u.start >= prizes.at(-1)!.end))
    return undefined;
  if (named.length > 0 && /获|授|评/.test(rest)) return undefined;
  if (named.length === 0 && !underHonours(x, block)) return undefined;
  const subject = named.length === 0 ? subjectOf(x, block) : undefined;
  const winners = subject === undefined ? named : [subject];
  if (winners.length === 0) return undefined;
  const line = datesOf(x, block.start, block.end);
  const wins: RollLine["wins"] = [];
  for (const { award, tier, edition, years } of prizes) {
    const when: When[] =
      years.length > 0
        ? years.map((year) => ({ year, edition }))
        : line.length > 0
          ? line
          : [{ year: undefined, edition }];
    for (const winner of winners)
      for (const w of when)
        if (fits(winner, award!))
          wins.push({
            from: winner,
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
