import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import type { Conferred } from "./roll.js";
import { topicOf } from "./topic.js";
import { unitsIn } from "./units.js";

/** Headings under which the lines are honours of whom the section is about. */
const HONOURS =
  /荣誉|获奖|奖项|殊荣|大事记|历程|年表|足迹|里程碑|资质|奖励|称号|名片|一路走来|沿革|简史|编年/;

/** Whether a line that names awards and nobody stands in a section of honours: its subject has them. */
export function tellsHonours(x: Extraction, block: Block): boolean {
  for (let above = block.parent; above !== null; above = above.parent)
    if (HONOURS.test(x.norm.slice(above.start, above.end))) return true;
  // 某公司荣誉墙 as a text's first line, though not known for a title.
  const [first] = x.blocks;
  return (
    block.parent === null &&
    first !== undefined &&
    first !== block &&
    topicOf(x) !== undefined &&
    HONOURS.test(x.norm.slice(first.start, Math.min(first.end, first.start + 50)))
  );
}

/** Whose honours a section lists: who its headings name, else the document's subject. */
export function subjectOf(x: Extraction, block: Block): DocEntity | undefined {
  for (let above = block.parent; above !== null; above = above.parent) {
    const organization = x.mentionsIn(above.start, above.end, ["Company", "Institution", "Zone"])[0];
    const named = organization ?? unitsIn(x, above.start, above.end)[0];
    if (named !== undefined) return named.entity;
  }
  return (
    topicOf(x)?.entity ??
    x.subjectAt(block.start, ["Company", "Institution", "Zone"]) ??
    x.subjectAt(block.start)
  );
}

/** Those with whom the subject has it: 某奖（与某大学同获）. */
export function jointWinners(x: Extraction, block: Block): DocEntity[] {
  const text = x.norm.slice(block.start, block.end);
  const match = /（[与和同]([^（）]{2,40})(?:同获|共获|共同|联合|合作|并列)[^（）]{0,8}）/.exec(text);
  if (match === null) return [];
  const start = block.start + match.index;
  return x
    .mentionsIn(start, start + match[0].length, ["Company", "Institution", "Person"])
    .map((m) => m.entity);
}

export function winsOfSubject(subject: DocEntity, conferred: readonly Conferred[], block: Block): Win[] {
  const wins: Win[] = [];
  for (const { award, tier, when } of conferred)
    if (fits(subject, award))
      for (const { year, edition } of when)
        wins.push(winOf(subject, award, tier, year, edition, block, "won/honours", 0.8));
  return wins;
}
