import { numberingDepth } from "../../lines/headings.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { oncePer } from "../once.js";
import { firstFrom, mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { datedLines } from "./dated-lines.js";
import { headedRounds } from "./headed-rounds.js";
import { remarkAt } from "./heading.js";

/** 2018年, 【2018】, 2018年：, 一、2018年, （一）2018年, 2018年——— on a line of its own. */
const YEAR_ALONE = gated(
  /^(?:[【（〖「]((?:19|20)\d\d)年?度?[】）〗」]|(?:[◆●★▶■◇·◎▍▌▎❖✦➤→»] ?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|—{1,3} ?)?((?:19|20)\d\d)(年度?(?:·?(?:大事|纪事|要事))?)?)(?:[：:]|—{1,4})?$/,
);
/** 【2018】某县获某奖, 2018 某县获某奖: a line that begins with its year; without brackets where others do too. */
const YEAR_FIRST = gated(/^(?:【((?:19|20)\d\d)年?度?】|((?:19|20)\d\d) (?=[^\d年]))/);
/** 2005 · 出圈, 2013年，再进一步, 京城归来（2018）: a heading of a few words with its year, above what happened then. */
const YEAR_HEADS = gated(
  /^(?:[【◆●★▶■◇·◎▍▌▎] ?)?(?:((?:19|20)\d\d)年?(?: ?[·｜|/] ?|—{1,2}|，|：| )[^\d。；，]{1,16}|[^\d。；，]{1,16}(?:（((?:19|20)\d\d)年?）|(?: ?· ?| )((?:19|20)\d\d)年?))】?$/,
);
const LONGEST_HEAD = 26;
const MAY_BEGIN = new CharacterSet("12【（〖「◆●★▶■◇·◎▍▌▎❖✦➤→»—一二三四五六七八九十");
const LONGEST_YEAR = 12;
/** 三月, 3月: a heading within a year. */
const MONTH_ALONE = gated(/^[【（]?(?:\d{1,2}|十?[一二三四五六七八九十])月份?[】）]?$/);
/** What a title or heading says below which it is told what happened. */
export const CHRONICLE = gated(/大事|要闻|纪事|日志|记事/);
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;
const MARKS = new CharacterSet("【■◆●★▶►◇□☆◎○");
const BRACKET = "【".charCodeAt(0);
const HASH = "#".charCodeAt(0);
const ENDED = gated(/[。！？]$/);

/** The year under which each block stands, by its index: that of the line alone above it (2018年) or of a chronicle's title. */
export type Frames = readonly (number | undefined)[];

/** The frames of a document, found once; empty where no block stands under a year. */
export const framesOf = oncePer(findFrames);

/** The year under which the block stands that begins there. */
export const frameAt = (x: Extraction, start: number): number | undefined =>
  framesOf(x)[firstFrom(x.blocks, start)];

function findFrames(x: Extraction): Frames {
  const { blocks, norm, year: now } = x;
  const dated = datedLines(x);
  const rounds = headedRounds(x);
  const alone: (number | undefined)[] = [];
  const first: (number | undefined)[] = [];
  const unmarked: number[] = [];
  let some = false;
  for (const block of blocks) {
    const { start, end: until } = block;
    const may = MAY_BEGIN.has(norm.charCodeAt(start));
    const end = may && norm[until - 1] === "）" ? remarkAt(norm, start, until) : until;
    const line = may && end - start <= LONGEST_YEAR ? YEAR_ALONE.exec(norm.slice(start, end).trim()) : null;
    const begun = may ? YEAR_FIRST.exec(norm, start, Math.min(end, start + LONGEST_YEAR)) : null;
    const headed = line === null ? yearOfHead(x, block) : undefined;
    const bare = (line?.[2] !== undefined && line[3] === undefined) || headed !== undefined;
    if (bare) unmarked.push(alone.length);
    alone.push(headed ?? yearOf(line));
    first.push(yearOf(begun));
    some ||= (line !== null && !bare) || begun !== null;
  }
  // 2018 alone may be a figure.
  if (new Set(unmarked.map((i) => alone[i])).size > 1) some = true;
  else for (const i of unmarked) alone[i] = undefined;
  const chronicle = yearOfChronicle(blocks, norm) ?? yearBelowTitle(blocks, norm, alone);
  if (!some && chronicle === undefined && dated.size === 0 && rounds.size === 0) return NONE;
  const bracketed = ({ start }: Blocks[number]): boolean => norm.charCodeAt(start) === BRACKET;
  const bare = first.filter((year, i) => year !== undefined && !bracketed(blocks[i]!)).length > 1;
  // A single line of that kind may be a date.
  const several = alone.filter((year) => year !== undefined).length > 1;
  let frame = chronicle;
  let head: (typeof blocks)[number] | undefined;
  return blocks.map((block, i) => {
    const { start, end, kind } = block;
    if (alone[i] !== undefined) {
      frame = alone[i];
      head = block;
      return frame;
    }
    const heads = kind === "heading";
    if (
      heads &&
      head !== undefined &&
      (head.kind === "heading" || isMarked(norm, start, end)) &&
      !isBelow(block, head) &&
      !MONTH_ALONE.test(norm, start, end)
    ) {
      frame = chronicle;
      head = undefined;
    }
    const own = dated.get(block) ?? (bare || bracketed(block) ? first[i] : undefined);
    const year = own ?? rounds.get(block)?.year ?? frame;
    if (!several && head !== undefined && !heads && ENDED.test(norm, start, end)) {
      frame = chronicle;
      head = undefined;
    }
    return year !== undefined && year > (now ?? year) ? undefined : year;
  });
}

/** The year of a heading of a few words that names no award. */
function yearOfHead(x: Extraction, { kind, start, end }: Blocks[number]): number | undefined {
  if (kind !== "heading" || end - start > LONGEST_HEAD) return undefined;
  const match = YEAR_HEADS.exec(x.norm, start, end);
  if (match === null || mentionsType(x, start, end, "Award")) return undefined;
  return Number(match[1] ?? match[2] ?? match[3]);
}

const NONE: Frames = [];

const yearOf = (match: RegExpExecArray | null): number | undefined =>
  match === null ? undefined : Number(match[1] ?? match[2]);

type Blocks = Extraction["blocks"];

/** 某市质量工作大事记（2023年）: the one year of a title that says that what happened is told. */
function yearOfChronicle(blocks: Blocks, norm: string): number | undefined {
  for (let i = 0; i < blocks.length && i < 2; i++) {
    const { start, end } = blocks[i]!;
    if (end - start > 60 || !CHRONICLE.test(norm, start, end)) continue;
    const years = new Set([...allMatches(YEAR, norm.slice(start, end))].map((match) => Number(match[1])));
    if (years.size === 1) return [...years][0];
  }
  return undefined;
}

/** 某公司大事记 above （2018年） or 2018年1月—12月: the one year below a title that says that what happened is told. */
function yearBelowTitle(
  blocks: Blocks,
  norm: string,
  alone: readonly (number | undefined)[],
): number | undefined {
  for (let i = 1; i < blocks.length && i < 3; i++) {
    const above = blocks[i - 1]!;
    if (above.end - above.start > 60 || !CHRONICLE.test(norm, above.start, above.end)) continue;
    const { start, end } = blocks[i]!;
    const months = end - start <= 40 ? MONTHS.exec(norm, start, end) : null;
    if (months !== null) return Number(months[1]);
    if (alone[i] !== undefined && alone.every((year, at) => year === undefined || at === i)) return alone[i];
  }
  return undefined;
}
const MONTHS = gated(
  /^（?((?:19|20)\d\d)年\d{1,2}月(?:\d{1,2}日)?[—–~至-]{1,2}(?:(?:19|20)\d\d年)?\d{1,2}月/,
);

/** Whether a line is a heading by its sign or number, not by its looks alone. */
const isMarked = (norm: string, start: number, end: number): boolean =>
  MARKS.has(norm.charCodeAt(start)) ||
  norm.charCodeAt(start - 2) === HASH ||
  numberingDepth(norm.slice(start, end)) > 0;

/** Whether a block stands in the section of a heading. */
export function isBelow(block: Blocks[number], head: Blocks[number]): boolean {
  for (let above = block.parent; above !== null; above = above.parent) if (above === head) return true;
  return false;
}
