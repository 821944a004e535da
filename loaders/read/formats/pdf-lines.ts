import type { PdfPage, PdfTable } from "./pdf-types.js";

/** Pieces that stand close to each other on one line. */
export interface PdfSegment {
  x: number;
  right: number;
  text: string;
  /** Whether the page has a blank before it. */
  spaced?: boolean;
}

/** A line of a page: one segment, or several with wide gaps, which may be cells of a table. */
export interface PdfLine {
  page: number;
  y: number;
  size: number;
  segments: PdfSegment[];
  /** Of the page: its left and right edge. */
  edges: readonly [number, number];
  /** The rows of a table that stands here in place of text. */
  rows?: string[];
}

/** Gaps wider than this many characters may part cells. */
const CELL_GAP = 0.2;
/** Gaps wider than this part words where they do not part cells. */
const WORD_GAP = 0.6;

export const leftOf = (line: PdfLine): number => line.segments[0]!.x;
export const rightOf = (line: PdfLine): number => line.segments.at(-1)!.right;

/** The text of a line that is no row of a table. */
export function textOf(line: PdfLine): string {
  let text = "";
  let end = Number.POSITIVE_INFINITY;
  for (const segment of line.segments) {
    const latin = /[\w)]$/.test(text) && /^[\w(]/.test(segment.text);
    text += (segment.spaced || latin || segment.x - end > WORD_GAP * line.size ? " " : "") + segment.text;
    end = segment.right;
  }
  return text.replace(/\s+/g, " ").trim();
}

/** The lines of a page in the order of its content, which is column by column in print. */
export function linesOf({ items, left, right: edge, tables }: PdfPage, page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  const edges = [left, edge] as const;
  const placed = new Set<PdfTable>();
  let spaced = false;
  for (const item of items) {
    const table = tables.find((candidate) => candidate.items.has(item));
    if (table !== undefined) {
      if (!placed.has(table)) {
        const { x, y, width, size, text } = item;
        lines.push({ page, y, size, segments: [{ x, right: x + width, text }], edges, rows: table.rows });
      }
      placed.add(table);
      continue;
    }
    const line = lines.at(-1);
    const last = line?.segments.at(-1);
    const right = item.x + item.width;
    if (
      line === undefined ||
      line.rows !== undefined ||
      last === undefined ||
      Math.abs(item.y - line.y) > line.size * 0.5 ||
      item.x < last.right - line.size * 0.5
    ) {
      spaced = false;
      if (item.text.trim() !== "")
        lines.push({
          page,
          y: item.y,
          size: item.size,
          segments: [{ x: item.x, right, text: item.text }],
          edges,
        });
      continue;
    }
    if (item.text.trim() === "") {
      spaced = true;
      continue;
    }
    const gap = item.x - last.right;
    if (gap > CELL_GAP * item.size) line.segments.push({ x: item.x, right, text: item.text, spaced });
    else {
      const apart =
        spaced || (gap > 0.15 * item.size && /[\w)]$/.test(last.text) && /^[\w(]/.test(item.text));
      last.text += (apart ? " " : "") + item.text;
      last.right = Math.max(last.right, right);
    }
    spaced = false;
    line.size = Math.max(line.size, item.size);
  }
  return lines.filter((line) => line.rows !== undefined || textOf(line) !== "");
}

const PAGE_NUMBER = /^[-—–·]{0,9}第?\d{1,4}页?(?:[/／,，]?共?\d{1,4}页?)?[-—–·]{0,9}$/;
/** How many lines at the top and at the bottom of a page may be its header and footer. */
const MARGIN_LINES = 2;

/** All lines without page numbers and what stands at the margin of most pages; that is given once, apart. */
export function withoutRunningLines(pages: readonly PdfLine[][]): { lines: PdfLine[]; running: string[] } {
  const margins = pages.map((lines) => {
    const byHeight = lines.filter((line) => line.rows === undefined).sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, MARGIN_LINES), ...byHeight.slice(-MARGIN_LINES)]);
  });
  const seen = new Map<string, number>();
  for (const margin of margins)
    for (const key of new Set([...margin].map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(2, pages.length * 0.6);
  const running = new Set<string>();
  const lines = pages.flatMap((page, i) =>
    page.filter((line) => {
      if (!margins[i]!.has(line)) return true;
      const text = textOf(line);
      if (PAGE_NUMBER.test(text.replace(/\s/g, "")) && page.length > 1) return false;
      if ((seen.get(keyOf(line)) ?? 0) < often) return true;
      running.add(text);
      return false;
    }),
  );
  return { lines, running: [...running] };
}

const keyOf = (line: PdfLine): string => textOf(line).replace(/\d+/g, "#");
