import type { Words } from "../i18n/language.js";
import type { MessageKey } from "../i18n/messages.js";

export const COLUMNS = ["award", "level", "year", "edition", "tier", "winner", "type", "place"] as const;
export type Column = (typeof COLUMNS)[number];

/** One win. */
export interface HonourRow {
  id: string;
  award: { __typename: string; id: string; name: string };
  level: string | null;
  year: number | null;
  edition: number | null;
  tier: string | null;
  winner: { __typename: string; id: string; name: string };
  place: string;
}

const LEVELS = ["NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY", "OTHER"];
const TIERS = ["GRAND", "WINNER", "FIRST", "SECOND", "THIRD", "NOMINATION", "EXCELLENCE"];

const pinyinOrder = new Intl.Collator("zh-CN");

/** A row's value in a column, as it is ordered by: numbers by size, ranks by rank, names by pinyin. */
function keyOf(row: HonourRow, column: Column): number | string | null {
  switch (column) {
    case "award":
      return row.award.name;
    case "winner":
      return row.winner.name;
    case "type":
      return row.winner.__typename;
    case "level":
      return row.level && LEVELS.indexOf(row.level);
    case "tier":
      return row.tier && TIERS.indexOf(row.tier);
    case "place":
      return row.place || null;
    default:
      return row[column];
  }
}

/** The rows in the order of a column; what is absent comes last in both directions, ties by award, year and id. */
export function sortRows(rows: readonly HonourRow[], column: Column, descending: boolean): HonourRow[] {
  const compare = (a: HonourRow, b: HonourRow, by: Column, sign: number): number => {
    const [x, y] = [keyOf(a, by), keyOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === "number") return sign * (x - (y as number));
    return sign * pinyinOrder.compare(x, y as string);
  };
  return [...rows].sort(
    (a, b) =>
      compare(a, b, column, descending ? -1 : 1) ||
      compare(a, b, "award", 1) ||
      compare(a, b, "year", -1) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The rows as CSV for spreadsheets: with a byte-order mark, and no cell that a spreadsheet would compute. */
export function toCsv(rows: readonly HonourRow[], words: Words): string {
  const cell = (value: string | number | null) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => [
    row.award.name,
    words.value("AwardLevel", row.level),
    row.year,
    row.edition,
    words.value("Tier", row.tier),
    row.winner.name,
    words.type(row.winner.__typename),
    row.place,
  ]);
  const head = COLUMNS.map((column) => words.t(`honours.${column}` as MessageKey));
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
