import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import type { Extraction } from "../types.js";
import { eventRows } from "./event-rows.js";
import { numberingLength } from "./fields.js";

/**
 * The date with which a line begins that is set off from what it tells: 2006年　, 【2010年】, （2014）, [2016], 2018.5　, 2020-03｜, 2021/6：;
 * or 2006年获某奖.
 */
const LEADING = gated(
  /^(?:[【（〖「『〔［〈《“[<]((?:19|20)\d\d)(?:年度?)?(?:\d{1,2}月)?[】）〗」』〕］〉》”\]>]|((?:19|20)\d\d)(?:年(?!以[来前后]|代|[至到—～~-]{1,2} ?(?:19|20)\d\d|[前起]，)|[、和](?=(?:19|20)\d\d)|(?:[./-]\d{1,2}){0,2}(?=[ ：:，|｜·→—–－▸>»▷/-]{0,4}(?!年)[\u4e00-\u9fa5“《])))/,
);
const BEGINS = new CharacterSet("【（〖「『〔［〈《“[<12");
/** How many lines make a run, and how long each of them may be. */
const [RUN, LONGEST] = [3, 160];

/** 2018年、2022年　某奖 */
const MORE = gated(/^[年度、和]{1,2}(?:19|20)\d\d/);
const SEVERAL = 0;

/** The lines and rows that tell, one below the other, what was when: each begins with its date. Of each its year, where that is but one. */
export const datedLines = oncePer(runsOf);

function runsOf(x: Extraction): ReadonlyMap<Block, number | undefined> {
  const lines = new Map<Block, number | undefined>();
  for (const [row, { year }] of eventRows(x)) lines.set(row, year);
  let run: [Block, number | undefined][] = [];
  const close = (): void => {
    if (run.length === 0) return;
    if (run.length >= RUN) for (const [block, year] of run) lines.set(block, year);
    run = [];
  };
  for (const block of x.blocks) {
    const year = leadingYear(x, block);
    if (year === undefined) close();
    else run.push([block, year === SEVERAL ? undefined : year]);
  }
  close();
  return lines;
}

function leadingYear({ norm, year: now }: Extraction, { kind, start, end }: Block): number | undefined {
  if (kind === "table-row" || kind === "title" || kind === "byline" || kind === "boilerplate")
    return undefined;
  if (end - start > LONGEST) return undefined;
  let from = start + numberingLength(norm, start, end);
  if (norm[from] === "—" && norm[from + 1] !== "—") from++;
  if (!BEGINS.has(norm.charCodeAt(from))) return undefined;
  const match = LEADING.exec(norm, from, Math.min(end, from + 20));
  if (match === null) return undefined;
  const behind = from + match[0].length;
  if (MORE.test(norm, behind - 1, Math.min(end, behind + 6))) return SEVERAL;
  const year = Number(match[1] ?? match[2]);
  return year > (now ?? year) ? undefined : year;
}
