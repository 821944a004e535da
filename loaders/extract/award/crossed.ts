import type { Block, Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { conferredIn, datesOfHeader, type RowPrize } from "./cell-prizes.js";
import { winnersIn } from "./cell-winners.js";
import { isEmpty, lastHeader, tellsBearers } from "./columns.js";
import type { Column } from "./headers.js";
import type { When } from "./noted.js";
import { tierOfLabel } from "./tier-labels.js";

/** Who has what a cell says, in which tier and when. */
export interface CellWin {
  entity: DocEntity;
  prize: RowPrize;
}

/**
 * What the cells of a row say whose columns are headed by a date or by a firm: 奖项 | 2019年 | 2021年 with those who won in that year,
 * 单位 | 第三届 | 第四届 with √ or a tier, 奖项 | 甲公司 | 乙公司 with the year. Undefined for a row of no such table.
 */
export function crossedWins(
  x: Extraction,
  cells: readonly Cell[],
  kinds: readonly Column[],
  header: Block | undefined,
  prizes: readonly RowPrize[],
): CellWin[] | undefined {
  const found: CellWin[] = [];
  let dated = 0;
  let filled = 0;
  let bearers: DocEntity[] | undefined;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const head = cell.header ?? "";
    const when = kinds[i] === "date" && !cell.inherited ? datesOfHeader(head) : undefined;
    if (when === undefined) continue;
    dated++;
    if (isEmpty(cell.text)) continue;
    const before = found.length;
    const winners = winnersIn(x, cell);
    for (const { entity, note, tier } of winners)
      for (const { award, tier: own } of prizes)
        found.push({
          entity,
          prize: { award, tier: tier ?? own, when: note.length > 0 ? withEdition(note, when) : [when] },
        });
    if (winners.length === 0) {
      bearers ??= bearersOf(x, cells, kinds);
      const years = when.year === undefined ? [] : [when.year];
      for (const { tier, when: told } of conferredIn(x, cell, { edition: when.edition, years }))
        for (const entity of bearers)
          for (const { award, tier: own } of prizes)
            found.push({
              entity,
              prize: { award, tier: tier ?? tierOfLabel(lastHeader(cell)) ?? own, when: told },
            });
    }
    if (found.length > before) filled++;
  }
  if (filled > 0) return found;
  const firms = header?.cells === undefined ? undefined : firmsOf(x, header.cells);
  if (firms === undefined)
    return dated > 1 && (!kinds.includes("award") || !tellsBearers(kinds)) ? found : undefined;
  for (let i = 0; i < cells.length; i++) {
    const entity = firms[i];
    if (entity === undefined) continue;
    for (const { tier, when } of conferredIn(x, cells[i]!, { edition: undefined, years: [] }))
      for (const { award, tier: own } of prizes)
        found.push({ entity, prize: { award, tier: tier ?? own, when } });
  }
  return found;
}

/** 甲公司（2019年） in a column headed 第三届: of that edition. */
const withEdition = (note: readonly When[], { edition }: When): When[] =>
  note.map((one) => ({ year: one.year, edition: one.edition ?? edition }));

function bearersOf(x: Extraction, cells: readonly Cell[], kinds: readonly Column[]): DocEntity[] {
  const found: DocEntity[] = [];
  for (let i = 0; i < cells.length; i++)
    if (kinds[i] === "winner") for (const { entity } of winnersIn(x, cells[i]!)) found.push(entity);
  return found;
}

/** The firm that each column is headed by, where two or more are. */
function firmsOf(x: Extraction, cells: readonly Cell[]): (DocEntity | undefined)[] | undefined {
  let firms = 0;
  const found = cells.map((cell) => {
    const [mention] = x.mentionsIn(cell.start, cell.end, ["Company", "Institution"]);
    if (mention === undefined || mention.generic) return undefined;
    firms++;
    return mention.entity;
  });
  return firms > 1 ? found : undefined;
}
