import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { oncePer } from "../once.js";
import type { Extraction } from "../types.js";

/** 2018, 2018年, 2018.5, 2018年3月12日: a cell that says when, and nothing else. */
const DATE = gated(/^((?:19|20)\d\d)(?:年度?)?(?:[./-]\d{1,2}|\d{1,2}月(?:\d{1,2}日)?){0,2}$/);
/** How a column is headed that tells what happened. */
const EVENTS = gated(
  /^(?:质量|主要|重要|重大|企业|公司|发展|园区)?(?:大?事记?|事件|纪事|要事|事项|事迹|历程|记事|里程碑|内容|纪要)(?:摘要|概要|记录|内容)?$/,
);
/** What says of an award, within a cell, that somebody has got it. */
const WON = gated(/[获得授评摘捧夺赢选]|[拿领]下|斩|跻身|认定|揭晓/);
/** Around an award that a cell gives bare: 第三届, “; 提名奖（第二次）. */
const [LEADS, ENDS] = [
  gated(/^(?:[首第][一二三四五六七八九十\d]{0,3}[届批])?“?$/),
  gated(
    /^”?(?:称号)?(?:[特一二三]等奖|[金银铜]奖|[\u4e00-\u9fa5]{2}奖)?(?:（[^（）]{1,30}）)?(?:$|[、；，。])/,
  ),
];

/** A row of a table of what was when: its year, and the cell that tells it. */
interface EventRow {
  year: number;
  cell: Cell;
}

/**
 * 年份 | 大事: the rows of tables whose last column tells in words what happened at the date in a column before it, as its header says;
 * without one, where the words of a row do.
 */
export const eventRows = oncePer((x: Extraction): ReadonlyMap<Block, EventRow> => {
  const rows = new Map<Block, EventRow>();
  const bare = new Map<Block, EventRow>();
  const told = new Set<Block["table"]>();
  for (const block of x.blocks) {
    const { cells, isHeader, table } = block;
    if (cells === undefined || isHeader || cells.length < 2 || cells.length > 3) continue;
    const cell = cells[cells.length - 1]!;
    const date = DATE.exec(cells[cells.length - 2]!.text.trim());
    if (date === null || cell.inherited || givesAward(x, cell)) continue;
    const year = Number(date[1]);
    if (year > (x.year ?? year)) continue;
    const { header, start, end } = cell;
    if (header === null) {
      bare.set(block, { year, cell });
      const [award] = x.mentionsIn(start, end, AWARD);
      if (award !== undefined && WON.test(x.norm, start, award.start)) told.add(table);
    } else if (EVENTS.test(header)) rows.set(block, { year, cell });
  }
  for (const [block, row] of bare) if (told.has(block.table)) rows.set(block, row);
  return rows;
});

/** Whether a cell gives an award and nothing else. */
function givesAward(x: Extraction, { start, end }: Cell): boolean {
  const [award] = x.mentionsIn(start, end, AWARD);
  return award !== undefined && LEADS.test(x.norm, start, award.start) && ENDS.test(x.norm, award.end, end);
}
const AWARD = ["Award"] as const;
