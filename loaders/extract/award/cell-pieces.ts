import type { Cell } from "../../types.js";

/** What a cell says that was not won. */
export const NOT_CONFERRED = /申报|参评|公示|拟|未|落选|入围(?!奖)|培育|创建中|推荐|冲刺|争创|撤销|取消|答辩/;

export const TIER_IN =
  /(?:特等|[一二三]等|[金银铜])奖?|提名奖?|正奖|优秀奖|优胜奖|创新奖|卓越奖|鼓励奖|质量奖/;

const YEAR = /(?:19|20)\d\d/;
const EDITION = /[届批]/;
/** A part of a cell with the bracket that belongs to it: 提名奖（2018年，第三届）. */
const PART = /(?:[（(][^（）()]{0,60}[）)]|[^；;，、/|｜·\s]){1,80}/g;
/** 2018年|（2014年获提名奖）: a bracket with a date of its own behind another. */
const OTHER_DATE = /^[^（(]{0,20}(?:19|20)\d\d[^（(]{0,8}(?=[（(][^）)]{0,30}(?:19|20)\d\d)/;

/** Marks between what one win is told by and between wins alike; where a finer one stands too, they part wins. */
const LISTS = /[、/]/;
const FINER = /[，·]/;

interface Piece {
  start: number;
  end: number;
  year: boolean;
  edition: boolean;
  tier: boolean;
}

/**
 * A cell's parts, one for each win: a part belongs to the one before unless it says again what that has said. 提名奖 / 2018 / 第三届 is one,
 * 2015年正奖、2012年提名 and 2014年、提名奖，2018年 are two.
 */
export function piecesOf(norm: string, cell: Cell): { start: number; end: number }[] {
  const parts = partsOf(norm, cell);
  const lists = partsWins(norm, cell, parts);
  const pieces: Piece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const between = last === undefined ? "" : norm.slice(last.end, part.start);
    if (
      last === undefined ||
      /[；;]/.test(between) ||
      (lists && LISTS.test(between)) ||
      !goesWith(last, part, norm)
    ) {
      pieces.push(part);
      continue;
    }
    last.end = part.end;
    last.year ||= part.year;
    last.edition ||= part.edition;
    last.tier ||= part.tier;
  }
  return pieces;
}

function partsOf(norm: string, { start, end }: Cell): Piece[] {
  const parts: Piece[] = [];
  for (const match of norm.slice(start, end).matchAll(PART)) {
    const at = start + match.index;
    const first = OTHER_DATE.exec(match[0])?.[0].length ?? 0;
    if (first > 0) parts.push(partOf(norm, at, at + first));
    parts.push(partOf(norm, at + first, at + match[0].length));
  }
  return parts;
}

function partOf(norm: string, start: number, end: number): Piece {
  const text = norm.slice(start, end);
  return { start, end, year: YEAR.test(text), edition: EDITION.test(text), tier: TIER_IN.test(text) };
}

function goesWith(last: Piece, part: Piece, norm: string): boolean {
  // 2022年，参评未获奖
  if (!part.year && !part.edition && !part.tier) return NOT_CONFERRED.test(norm.slice(part.start, part.end));
  return !(last.year && part.year) && !(last.edition && part.edition) && !(last.tier && part.tier);
}

/** Whether 、 or ／ stands between wins, which each have a date of the same kind: 2014年、提名奖，2018年. */
function partsWins(norm: string, { start, end }: Cell, parts: readonly Piece[]): boolean {
  const text = norm.slice(start, end);
  if (!LISTS.test(text) || !FINER.test(text)) return false;
  let [years, editions, lists] = [0, 0, 1];
  let [year, edition] = [false, false];
  for (const [i, part] of parts.entries()) {
    if (i > 0 && LISTS.test(norm.slice(parts[i - 1]!.end, part.start))) {
      lists++;
      if (year) years++;
      if (edition) editions++;
      [year, edition] = [false, false];
    }
    year ||= part.year;
    edition ||= part.edition;
  }
  if (year) years++;
  if (edition) editions++;
  return years === lists || (years === 0 && editions === lists);
}
