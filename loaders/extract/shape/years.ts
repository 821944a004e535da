import { allMatches } from "../../patterns/all-matches.js";
import type { Extraction } from "../types.js";

const YEAR = /((?:19|20)\d\d)年|(去年|上年|今年|本年|前年)/gu;

/** The year that the text gives last before `at` (from `from` on): 2013年, or 去年 against the document's date. */
export function yearBefore(x: Extraction, from: number, at: number): number | undefined {
  let year: number | undefined;
  for (const match of allMatches(YEAR, x.norm.slice(from, at))) {
    if (match[1] !== undefined) year = Number(match[1]);
    else if (x.year !== undefined)
      year = x.year - (match[2] === "前年" ? 2 : match[2] === "去年" || match[2] === "上年" ? 1 : 0);
    else year = undefined;
  }
  return year;
}

/** The year of what is said at `at`: as its sentence gives it, else one that is carried on over ；, or, after 同年, from before. */
export function yearOf(
  x: Extraction,
  sentence: { start: number; block: { start: number } },
  at: number,
): number | undefined {
  const own = yearBefore(x, sentence.start, at);
  if (own !== undefined) return own;
  const { norm } = x;
  if (/同年|当年/u.test(norm.slice(sentence.start, at)))
    return yearBefore(x, Math.max(sentence.block.start, at - REACH_BACK), at);
  let from = sentence.start;
  while (
    from > sentence.block.start &&
    sentence.start - from < REACH_BACK &&
    !"。！？\n".includes(norm[from - 1]!)
  )
    from--;
  return from < sentence.start ? yearBefore(x, from, at) : undefined;
}

const REACH_BACK = 200;
