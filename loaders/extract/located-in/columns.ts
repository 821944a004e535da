import type { EntityType } from "../../../schema/index.js";
import { PLACE_TYPES } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Cell } from "../../types.js";
import type { Extraction, Mention } from "../types.js";
import type { Relate } from "./relate.js";

/** Where something can be, and what can be somewhere. */
export const PLACES: readonly EntityType[] = [...PLACE_TYPES, "Zone"];
export const BEARERS: readonly EntityType[] = ["Company", "Institution", "Platform", "Zone", "Initiative"];

const COLUMN = gated(/(?:所在地|所在|属地|注册地|地址|区域|县.{0,300}区|地区|园区|区县)/u);

/** 备注 | 某县: a remark that is but a county's name. */
const REMARK = gated(/备注|说明/u);
const isCounty = (x: Extraction, { start, end, text }: Cell): boolean => {
  const [county] = x.mentionsIn(start, end, ["County"]);
  return county !== undefined && county.end - county.start === text.trim().length;
};

/** A table's column of places, for the bearer in its row. */
export function byColumn(x: Extraction, relate: Relate): void {
  for (const block of x.blocks) {
    if (block.cells === undefined || block.isHeader) continue;
    const placed = block.cells.find(
      (c) =>
        c.header !== null &&
        (COLUMN.test(c.header) || (REMARK.test(c.header) && isCounty(x, c))) &&
        x.mentionsIn(c.start, c.end, PLACES).length > 0,
    );
    if (placed === undefined) continue;
    const place = x.mentionsIn(placed.start, placed.end, PLACES);
    for (const cell of block.cells) {
      if (cell === placed || (cell.header !== null && /奖项|荣誉|称号|备注|说明/u.test(cell.header)))
        continue;
      const bearers = x
        .mentionsIn(cell.start, cell.end, BEARERS)
        .filter((m: Mention) => m.type !== "Initiative");
      for (const bearer of bearers)
        for (const to of place)
          relate(bearer.entity, to.entity, block.start, block.end, "located-in/column", 0.9);
    }
  }
}
