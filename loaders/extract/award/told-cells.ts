import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell, Sentence } from "../../types.js";
import type { Extraction } from "../types.js";
import { tellsBearers } from "./columns.js";
import { eventRows } from "./event-rows.js";
import type { Column } from "./headers.js";
import { isPlaceUnit, unitsIn } from "./units.js";

const SHORTEST = 20;
const STOP = new CharacterSet("。；，");
const WON = gated(/[获得授评摘捧]/);

/**
 * The cells of a row that tell of wins in sentences: 内容 | 甲公司2023年获某奖提名奖，要推广其经验；乙公司2021年获某市奖。
 * Only where no column is of winners or of awards.
 */
export function toldCells(x: Extraction, row: Block, ofTable: readonly Column[]): readonly Cell[] {
  const event = eventRows(x).get(row);
  if (event !== undefined) return [event.cell];
  const { cells, isHeader } = row;
  if (cells === undefined || isHeader || tellsBearers(ofTable) || ofTable.includes("award")) return NO_CELLS;
  let found: Cell[] | undefined;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const { start, end, header, inherited } = cell;
    if (header === null || inherited || end - start < SHORTEST || (ofTable[i] ?? "other") !== "other")
      continue;
    if (!STOP.within(x.norm, start, end)) continue;
    const [award] = x.mentionsIn(start, end, ["Award"]);
    if (award === undefined || !WON.test(x.norm, start, award.start)) continue;
    if (!unitsIn(x, start, award.start).some((unit) => !isPlaceUnit(unit))) continue;
    if (found === undefined) found = [cell];
    else found.push(cell);
  }
  return found ?? NO_CELLS;
}

export const NO_CELLS: readonly Cell[] = [];

/** A cell's sentences. */
export function sentencesOfCell(norm: string, block: Block, { start, end }: Cell, index: number): Sentence[] {
  const found: Sentence[] = [];
  for (let at = start; at < end; ) {
    const stop = norm.indexOf("。", at);
    const to = stop < 0 || stop >= end ? end : stop + 1;
    found.push({ start: at, end: to, block, index });
    at = to;
  }
  return found;
}
