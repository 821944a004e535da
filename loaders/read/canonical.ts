import { cleanCharacters, joinParts, widthOf } from "./characters.js";
import { orderColumns } from "./columns.js";
import { fragmentOf, joinFragments } from "./fragments.js";
import { type Line, readMarkup } from "./markup.js";

/**
 * The one form in which every text is kept: a block a line, headings, list items and table rows marked as
 * `SourceDocument.text` says, lines that were broken to fit a column joined. Canonical text stays as it is.
 */
export function canonicalText(text: string): string {
  const lines = readMarkup(alignedCells(cleanCharacters(text).split("\n")));
  const runs = runsOf(lines);
  const columns = runs.map(columnOf);
  const known = columns.filter((column) => column !== null);
  const fragments = runs.flatMap((run, i) =>
    joinRun(run, columns[i]!, known).map((block) => fragmentOf(block, i, run[0]!.kind !== "text")),
  );
  return joinFragments(orderColumns(fragments))
    .map((fragment) => fragment.text)
    .join("\n");
}

/** Lines of text with no blank line between them; every other line is a run of its own. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === "text" && open) runs.at(-1)!.push(line);
    else if (line.kind !== "blank") runs.push([line]);
    open = line.kind === "text";
  }
  return runs;
}

const CLOSED = /[。！？!?；;…：:][”’」』）)】》"']*$/;
const SENTENCE_MARK = /[。，；！？]/;
/** 一等奖：…, 2. …: an entry of a list, whatever its length. */
const ENTRY = /^(?:[^，。：:]{2,16}[：:]|[（(]?[\d一二三四五六七八九十]{1,3}[.、．)）])/;
const CAPTION = /^(?:[▲▼△]|图[①-⑩为\d])/;
/** How much narrower than the column a broken line may be: a character that may not begin a line went to the next. */
const RAGGED = 2.5;
/** The indent of a paragraph's first line, where the text lost it. */
const LOST_INDENT = 2;
const WIDEST_COLUMN = 64;

/** Joins the lines of a run that were broken to fit a column: `own`, or for two lines one of the columns around. */
function joinRun(run: readonly Line[], own: number | null, known: readonly number[]): string[] {
  const fills = (line: Line): boolean => {
    const width = widthOf(line.text) + line.indent / 2;
    if (own !== null) return width >= own - (CLOSED.test(line.text) ? RAGGED : RAGGED + LOST_INDENT);
    if (known.length === 0 || CLOSED.test(line.text)) return false;
    return (
      CAPTION.test(line.text) || known.some((column) => width >= column - RAGGED && width <= column + 0.5)
    );
  };
  const joined: string[] = [];
  let open = false;
  for (const line of run) {
    if (open && line.indent < 2) joined.push(joinParts(joined.pop()!, line.text));
    else joined.push(line.text);
    open = fills(line);
  }
  return joined;
}

/** The width of the column that a run was broken to fit, or null if its lines are lines of their own. */
function columnOf(run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  const widths = run.map((line) => widthOf(line.text) + line.indent / 2);
  const column = Math.max(...widths);
  if (column > WIDEST_COLUMN || column < 8) return null;
  const inner = widths.slice(0, -1);
  const full = inner.filter((width) => width >= column - RAGGED).length;
  if (full < Math.max(2, inner.length * 0.6)) return null;
  const broken = run
    .slice(0, -1)
    .filter((line) => !CLOSED.test(line.text) && !/[）)]$/.test(line.text)).length;
  const prose = run.filter((line) => SENTENCE_MARK.test(line.text)).length;
  if (run.filter((line) => ENTRY.test(line.text)).length >= run.length * 0.6) return null;
  return broken >= inner.length * 0.5 && prose >= run.length * 0.3 ? column : null;
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
