import { endsClause } from "../lines/line-end.js";
import { lookOf } from "../lines/looks.js";
import { cleanCharacters, gapBetween, widthOf } from "./characters.js";
import { orderColumns } from "./columns.js";
import { Fragment, joinFragments } from "./fragments.js";
import { type MarkedLines, markedLines, marksIn, SPACES } from "./line-marks.js";
import { type Line, readMarkup } from "./markup.js";

/**
 * The one form in which every text is kept: a block a line, headings, list items and table rows marked as
 * `SourceDocument.text` says, lines that were broken to fit a column joined. Canonical text stays as it is.
 */
export function canonicalText(text: string): string {
  const given = markedLines(text) ?? markedLines(cleanCharacters(text), true)!;
  const lines = readMarkup((given.all & SPACES) === 0 ? given : withAlignedCells(given));
  const runs = runsOf(lines);
  const columns = runs.map(columnOf);
  const known = columns.filter((column) => column !== null);
  // Where paragraphs are indented, a line that is not goes on with the one above.
  const indents = runs.some((run, i) => columns[i] !== null && run.slice(1).some(isIndented));
  const fragments: Fragment[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const first = run[0]!;
    const marked = first.kind !== "text";
    const column = columns[i]!;
    if (run.length === 1) {
      const indented = isIndented(first);
      fragments.push(new Fragment(first.text, i, marked, false, indented));
      continue;
    }
    for (const { text: block, indented } of joinRun(run, column, known, indents))
      fragments.push(new Fragment(block, i, marked, column !== null, indented));
  }
  return joinFragments(orderColumns(fragments))
    .map((fragment) => fragment.text)
    .join("\n");
}

const isIndented = (line: Line): boolean => line.indent >= 2;

/** Lines of text with no blank line between them; every other line is a run of its own. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === "text" && open) runs[runs.length - 1]!.push(line);
    else if (line.kind !== "blank") runs.push([line]);
    open = line.kind === "text";
  }
  return runs;
}

const SENTENCE_MARK = /[。，；！？]/;
/** 一等奖：…, 2. …: an entry of a list, whatever its length. */
const ENTRY = /^(?:[^，。：:]{2,16}[：:]|[（(]?[\d一二三四五六七八九十]{1,3}[.、．)）])/;
const CAPTION = /^(?:[▲▼△]|图[①-⑩为\d])/;
/** How much narrower than the column a broken line may be: a character that may not begin a line went to the next. */
const RAGGED = 2.5;
/** How much of the column's width a line fills that goes on in the next. */
const LEAST_WIDTH = 0.6;
const WIDEST_COLUMN = 64;

/** Joins the lines of a run that were broken to fit a column: `own`, or for two lines one of the columns around. */
function joinRun(
  run: readonly Line[],
  own: number | null,
  known: readonly number[],
  indents: boolean,
): { text: string; indented: boolean }[] {
  const goesOn = (line: Line): boolean => {
    const width = widthOf(line.text) + line.indent / 2;
    const closed = endsClause(line.text);
    if (own !== null) {
      if (width >= own - RAGGED) return true;
      // Latin letters make lines that look short; a paragraph ends in a full stop.
      return (indents || !closed) && width >= own * LEAST_WIDTH;
    }
    if (known.length === 0 || closed) return false;
    return (
      CAPTION.test(line.text) || known.some((column) => width >= column - RAGGED && width <= column + 0.5)
    );
  };
  // A whole that grows line by line would be looked at again with each.
  const joined: { parts: string[]; indented: boolean }[] = [];
  for (let i = 0; i < run.length; i++) {
    const line = run[i]!;
    const indented = isIndented(line);
    const above = indented ? undefined : run[i - 1];
    if (above !== undefined && goesOn(above) && !STANDS_ALONE.has(lookOf(above.text)))
      joined[joined.length - 1]!.parts.push(gapBetweenBroken(above.text, line.text), line.text);
    else joined.push({ parts: [line.text], indented });
  }
  return joined.map(({ parts, indented }) => ({ text: parts.join(""), indented }));
}

/** Bylines and the like are lines of their own, however wide. */
const STANDS_ALONE: ReadonlySet<string> = new Set(["byline", "boilerplate"]);

/** What belongs between two lines of a column, whose breaks also part abbreviations: S|AC/TC 342. */
const gapBetweenBroken = (before: string, after: string): string =>
  /[A-Z]/.test(before.slice(-1)) && /^[A-Z]/.test(after) ? "" : gapBetween(before, after);

/** As arguments, the figures of a hundred thousand lines would be too many. */
const highest = (figures: readonly number[]): number => figures.reduce((a, b) => Math.max(a, b));

/** The width of the column that a run was broken to fit, or null if its lines are lines of their own. */
function columnOf(run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  const widths = run.map((line) => widthOf(line.text) + line.indent / 2);
  const column = highest(widths);
  if (column > WIDEST_COLUMN || column < 8) return null;
  const inner = widths.slice(0, -1);
  const lengths = run.map((line) => line.text.length + line.indent);
  const longest = highest(lengths);
  // Some scans count a Latin letter for as much as a Han character.
  const full = inner.filter((width, i) => width >= column - RAGGED || lengths[i]! >= longest - RAGGED).length;
  if (full < Math.max(2, inner.length * 0.6)) return null;
  const broken = run
    .slice(0, -1)
    .filter((line) => !endsClause(line.text) && !/[）)]$/.test(line.text)).length;
  const prose = run.filter((line) => SENTENCE_MARK.test(line.text)).length;
  if (run.filter((line) => ENTRY.test(line.text)).length >= run.length * 0.6) return null;
  return broken >= inner.length * 0.34 && prose >= run.length * 0.3 ? column : null;
}

function withAlignedCells(given: MarkedLines): MarkedLines {
  const lines = alignedCells(given.lines);
  return { lines, marks: lines.map(marksIn), all: given.all };
}

/** Lines whose cells are aligned with blanks (three or more in a row with as many cells) get tabs between cells. */
function alignedCells(lines: readonly string[]): string[] {
  const out = [...lines];
  let from = 0;
  while (from < lines.length) {
    const columns = columnsOf(lines[from]!);
    let to = from + 1;
    if (columns >= 3) while (to < lines.length && columnsOf(lines[to]!) === columns) to++;
    if (columns >= 3 && to - from >= 3)
      for (let i = from; i < to; i++) out[i] = lines[i]!.trim().split(/ {2,}/).join("\t");
    from = to;
  }
  return out;
}

function columnsOf(line: string): number {
  if (!line.includes("  ") || line.includes("\t") || line.includes("|")) return 0;
  return line.trim().split(/ {2,}/).length;
}
