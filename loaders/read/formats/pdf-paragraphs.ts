import { joinParts, widthOf } from "../characters.js";
import { leftOf, type PdfLine, type PdfSegment, rightOf, textOf } from "./pdf-lines.js";

const CLOSED = /[。！？!?；;…：:][”’」』）)】》"']*$/;
const SENTENCE_MARK = /[。，；！？]/;
/** How far from the right margin, in characters, a line may end that was broken there. */
const RAGGED = 1.7;
/** From how many characters on a line is indented. */
const INDENT = 1.2;
/** How much larger than the body headings are set, and how long they may be. */
const HEADING_SIZE = 1.2;
const LONGEST_HEADING = 60;
/** From how many characters on a column that ends at the page's margin needs no further proof. */
const WIDE_COLUMN = 18;

/** The paragraphs of all pages; headings are marked, rows of tables have tabs between their cells. */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const body = bodySize(lines);
  const largest = lines.reduce(
    (most, line) => (line.page === lines[0]!.page ? Math.max(most, line.size) : most),
    0,
  );
  const out: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.rows !== undefined) {
      out.push(line.rows.join("\n"));
      i++;
      continue;
    }
    const rows = tableFrom(lines, i);
    if (rows > 0) {
      out.push(tableRows(lines.slice(i, i + rows)).join("\n"));
      i += rows;
      continue;
    }
    if (isHeading(line, body)) {
      let text = textOf(line);
      // A heading that fills the page's width goes on in the next line.
      while (reachesMargin(lines[i]!) && lines[i + 1]?.size === line.size && isHeading(lines[i + 1]!, body))
        text = joinParts(text, textOf(lines[++i]!));
      out.push(`${line.size >= largest * 0.97 ? "#" : "##"} ${text}`);
      i++;
      continue;
    }
    const end = proseEnd(lines, i, body);
    out.push(...joinLines(lines.slice(i, end)));
    i = end;
  }
  return out;
}

/** The size in which most characters are set. */
function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + textOf(line).length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 12;
}

/** Where the lines end that belong to running text: at the next heading or table. */
function proseEnd(lines: readonly PdfLine[], from: number, body: number): number {
  let end = from + 1;
  while (
    end < lines.length &&
    lines[end]!.rows === undefined &&
    !isHeading(lines[end]!, body) &&
    tableFrom(lines, end) === 0
  )
    end++;
  return end;
}

const isHeading = (line: PdfLine, body: number): boolean =>
  line.rows === undefined && line.size >= body * HEADING_SIZE && textOf(line).length <= LONGEST_HEADING;

/** Whether a line ends as far from the page's right edge as text begins from its left. */
function reachesMargin(line: PdfLine, left = leftOf(line)): boolean {
  const margin = Math.max(0, left - line.edges[0]);
  return rightOf(line) >= line.edges[1] - margin * 1.3 - RAGGED * line.size;
}

/** Joins lines that were broken at the margin of their column. */
function joinLines(lines: readonly PdfLine[]): string[] {
  const columns = columnsOf(lines);
  const indents = lines.some((line) => isIndented(line, columns.get(line)));
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before !== undefined && continues(before, line)) out.push(joinParts(out.pop()!, textOf(line)));
    else out.push(textOf(line));
  }
  return out;

  function continues(before: PdfLine, line: PdfLine): boolean {
    const column = columns.get(before);
    if (column === undefined || !fills(before, column, textOf(line))) return false;
    if (Math.abs(before.size - line.size) > before.size * 0.15) return false;
    if (isIndented(line, columns.get(line))) return false;
    const closed = CLOSED.test(textOf(before));
    const below = before.page === line.page && line.y < before.y;
    if (!below || before.y - line.y > before.size * 3) return !closed;
    return indents || !closed;
  }
}

/** Whether a line ends at the margin, or so near that what begins the next line had no room. */
function fills(line: PdfLine, column: Column, following: string): boolean {
  const room = (column.right - rightOf(line)) / line.size;
  return room <= RAGGED || room < widthOf(UNBREAKABLE.exec(following)?.[0] ?? "");
}
/** A word, or a bracket with what it opens, that no line break may part. */
const UNBREAKABLE = /^[“‘《〈（【(「『]*(?:[\w.,/%+-]+|[^\s])[，。、；：！？”’》〉）】)」』%]*/;

interface Column {
  left: number;
  right: number;
}

/** The column of running text that each line stands in; lines that fill no column have none. */
function columnsOf(lines: readonly PdfLine[]): Map<PdfLine, Column> {
  const columns = new Map<PdfLine, Column>();
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const group = groups.find(
      ([first]) =>
        first!.page === line.page &&
        Math.abs(first!.size - line.size) < line.size * 0.15 &&
        Math.abs(leftOf(first!) - leftOf(line)) < line.size * 3,
    );
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  for (const group of groups) {
    const column = { left: Math.min(...group.map(leftOf)), right: Math.max(...group.map(rightOf)) };
    const full = group.filter((line) => rightOf(line) >= column.right - RAGGED * line.size);
    const broken = full.filter((line) => !CLOSED.test(textOf(line)) && !/[）)]$/.test(textOf(line)));
    const prose = group.filter((line) => SENTENCE_MARK.test(textOf(line)));
    const [first] = broken;
    const wide = column.right - column.left >= WIDE_COLUMN * group[0]!.size;
    const filled = full.length >= group.length * 0.35 && prose.length >= group.length * 0.3;
    if (
      (wide && first !== undefined && reachesMargin(first, column.left)) ||
      (filled && broken.length >= full.length * 0.4)
    )
      for (const line of group) columns.set(line, column);
  }
  return columns;
}

const isIndented = (line: PdfLine, column: Column | undefined): boolean =>
  column !== undefined && leftOf(line) > column.left + INDENT * line.size;

/** How many lines from `from` on make a table: two or more with as many cells, and what wraps between them. */
function tableFrom(lines: readonly PdfLine[], from: number): number {
  const first = lines[from]!;
  const cells = first.segments.length;
  if (cells < 2 || first.rows !== undefined) return 0;
  let end = from + 1;
  let alike = 1;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (line.rows !== undefined) break;
    if (line.segments.length === cells && inColumns(line, first)) alike++;
    else if (!(line.segments.length < cells && wraps(lines[end - 1]!, line, first))) break;
  }
  return alike >= (cells >= 3 ? 2 : 3) ? end - from : 0;
}

/** Whether the cells of two lines stand one below the other, or are too far apart to be words of one line. */
function inColumns(line: PdfLine, head: PdfLine): boolean {
  const within = line.size * 0.8;
  const aligned = line.segments.filter((segment, i) => {
    const above = head.segments[i]!;
    const [left, right] = [segment.x - above.x, segment.right - above.right];
    // Centred over the other, too.
    return Math.abs(left) < within || Math.abs(right) < within || left > 0 !== right > 0;
  });
  return aligned.length >= line.segments.length * 0.6;
}

/** Whether a line with fewer cells goes on with those of the row above, or leaves some empty. */
function wraps(above: PdfLine, line: PdfLine, head: PdfLine): boolean {
  if (above.page !== line.page || above.y - line.y > line.size * 2 || Math.abs(line.size - head.size) > 1)
    return false;
  return line.segments.every(
    (segment) =>
      segment.right - segment.x < (rightOf(head) - leftOf(head)) * 0.6 && columnIn(segment, head) >= 0,
  );
}

function tableRows(lines: readonly PdfLine[]): string[] {
  const head = lines[0]!;
  const rows: string[][] = [];
  let above: PdfLine | undefined;
  for (const line of lines) {
    const cells = head.segments.map(() => "");
    for (const [i, segment] of line.segments.entries()) {
      const column = line.segments.length === cells.length ? i : columnIn(segment, head);
      cells[column] = joinParts(cells[column]!, segment.text.trim());
    }
    const row = rows.at(-1);
    const close = above !== undefined && above.page === line.page && above.y - line.y < line.size * 1.5;
    if (row !== undefined && close && line.segments.length < cells.length)
      cells.forEach((text, i) => {
        row[i] = joinParts(row[i]!, text);
      });
    else rows.push(cells);
    above = line;
  }
  return rows.map((cells) => cells.join("\t"));
}

/** The column of the head row that a segment stands under: the nearest by its middle. */
function columnIn(segment: PdfSegment, head: PdfLine): number {
  const middle = (segment.x + segment.right) / 2;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, column] of head.segments.entries()) {
    const distance = Math.abs((column.x + column.right) / 2 - middle);
    if (distance < least) {
      best = i;
      least = distance;
    }
  }
  return best;
}
