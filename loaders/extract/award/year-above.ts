import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { Extraction } from "../types.js";
import { CHRONICLE, frameAt } from "./frames.js";

const YEAR =
  /(?<![\d—–~至-])((?:19|20)\d\d)(?:年度?(?!以来|[—–~至-]|代|前|[^，。；]{0,6}修订)|(?=[，：])|$)/g;
/** 关于2022年度某奖的通报: of which year an award is, not when something was. */
const OF_ROUND = gated(/年度?[^，。；]{0,24}(?:通报|决定|通知|公告|(?:奖|称号)[^，。；]{0,10}名单)/);
/** 某市年鉴·2018: the volume's year. */
const OF_BOOK = gated(/年鉴/);
/** 9月1日 某奖公布. */
const OF_DAY = gated(/^\d{1,2}月\d{1,2}日/);
/** 5月，…; 2. 6月18日，…: how a line of what happened begins. */
const OF_MONTH = gated(
  /^(?:\d{1,2}[.、．)] ?|[①-⑳] ?|[-·•●] ?|（[一二三四五六七八九十\d]{1,2}）)?\d{1,2}月(?!份?以来|底?前)/,
);
const BEGINS = new CharacterSet("0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫-·•●（");

/** The one year that the nearest heading tells which tells any (2021年度获奖一览): what goes for months and days below it. */
export function yearAbove(x: Extraction, block: Block): number | undefined {
  let { parent } = block;
  if (parent === null) {
    // A text's first line, though not known for a title.
    const [first] = x.blocks;
    parent = first !== undefined && first !== block && first.end - first.start <= 60 ? first : null;
  }
  for (let above: Block | null = parent; above !== null; above = above.parent) {
    let year: number | undefined;
    let several = false;
    for (const match of allMatches(YEAR, x.norm.slice(above.start, above.end))) {
      if (year !== undefined && year !== Number(match[1])) several = true;
      year = Number(match[1]);
    }
    if (year === undefined) continue;
    return several ||
      year > (x.year ?? year) ||
      OF_ROUND.test(x.norm, above.start, above.end) ||
      OF_BOOK.test(x.norm, above.start, above.end)
      ? undefined
      : year;
  }
  return undefined;
}

/** The year under which a block stands (2018年 on a line above), or the heading's over lines that begin with months. */
export function yearOfBlock(x: Extraction, block: Block): number | undefined {
  return frameAt(x, block.start) ?? (ofMonth(x, block) ? yearOfMonths(x, block) : undefined);
}

/** The year of a line of a chronicle, and of one of several lines that begin with months. */
function yearOfMonths(x: Extraction, block: Block): number | undefined {
  const { blocks, norm } = x;
  const at = firstFrom(blocks, block.start);
  const among = ofMonth(x, blocks[at - 1]) || ofMonth(x, blocks[at + 1]);
  if (!among && !OF_DAY.test(norm, block.start, Math.min(block.end, block.start + 8))) return undefined;
  const year = yearAbove(x, block);
  if (year === undefined || among) return year;
  for (let above = block.parent; above !== null; above = above.parent)
    if (CHRONICLE.test(norm, above.start, above.end)) return year;
  return undefined;
}

const ofMonth = ({ norm }: Extraction, block: Block | undefined): boolean =>
  block !== undefined &&
  BEGINS.has(norm.charCodeAt(block.start)) &&
  OF_MONTH.test(norm, block.start, Math.min(block.end, block.start + 14));
