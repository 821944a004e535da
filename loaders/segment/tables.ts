import type { Block, Cell } from "../types.js";

/** Marks of a cell that says the same as the one above. */
const DITTO = /^(?:〃|″|"|“|”|同上|同左)$/;
const NUMERIC = /^[\d０-９.,，%％年月日\-–—/~～ ]+$/;

/** Makes the rows of one table into blocks; the first row is its header unless it holds data. */
export class TableBuilder {
  private readonly table = { start: -1, end: -1 };
  private headers: (string | null)[] | null = null;
  private above: Cell[] = [];
  private rows = 0;

  constructor(private readonly text: string) {}

  row(start: number, end: number): Block {
    if (this.rows === 0) this.table.start = start;
    this.table.end = end;
    const cells = this.cells(start, end);
    const isHeader = this.rows++ === 0 && looksLikeHeader(cells);
    if (isHeader) this.headers = cells.map((cell) => cell.text || null);
    else this.above = cells;
    return { kind: "table-row", start, end, level: 0, parent: null, cells, isHeader, table: this.table };
  }

  private cells(start: number, end: number): Cell[] {
    const cells: Cell[] = [];
    for (let from = start, column = 0; from <= end; column++) {
      let to = this.text.indexOf("\t", from);
      if (to < 0 || to > end) to = end;
      const text = this.text.slice(from, to);
      const header = this.headers?.[column] ?? null;
      const above = this.above[column];
      if (DITTO.test(text) && above !== undefined) cells.push({ ...above, column, header, inherited: true });
      else cells.push({ start: from, end: to, column, header, text, inherited: false });
      from = to + 1;
    }
    return cells;
  }
}

/** A header names its columns: short words in every cell, hardly a number. */
function looksLikeHeader(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== "");
  return filled.length >= 2 && filled.every((cell) => cell.text.length <= 16 && !NUMERIC.test(cell.text));
}
