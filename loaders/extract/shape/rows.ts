import type { EntityType } from "../../../schema/index.js";
import type { Cell } from "../../types.js";
import type { Extraction, Mention } from "../types.js";

/** A table row's cells whose header or own text says that they name who carries what the row is about, and who that is. */
export function carriersInRow(
  x: Extraction,
  cells: readonly Cell[],
  mention: Mention,
  header: RegExp,
  types: readonly EntityType[],
): Mention[] {
  return cells
    .filter(
      (cell) => header.test(cell.header ?? "") && !(cell.start <= mention.start && mention.end <= cell.end),
    )
    .flatMap((cell) => x.mentionsIn(cell.start, cell.end, types));
}
