import { hasFields } from "../lines/fields.js";
import { widthOf } from "./characters.js";
import { BAR, BOXED, type MarkedLines, marksIn, SPACES, TAB } from "./line-marks.js";

/** What parts the cells of a line: bars, those of ASCII between blanks; else two blanks or more. */
const BARS = /[｜│┃║]| \|(?= |$)/;
const BLANKS = / {2,}/;
const SINGLES = / {1,200}/;

/**
 * Lines whose cells are framed, aligned with blanks or parted by bars (three or more in a row with as many cells) get tabs between
 * cells; those of a roll without a header stay lines, each of which tells by itself.
 */
export function withTextTables(given: MarkedLines): MarkedLines {
  const { lines, marks } = (given.all & BAR) === 0 ? given : withoutFrames(given);
  let out: string[] | undefined;
  let from = 0;
  while (from < lines.length) {
    const rows = headedBySingles(lines, marks, from) ?? alignedFrom(lines, marks, from);
    if (rows !== undefined) {
      out ??= lines.slice();
      const header =
        from === 0 || rows[0]!.length < 3 ? undefined : headerOver(lines[from - 1]!, rows[0]!.length);
      if (header !== undefined) out[from - 1] = header;
      for (let i = 0; i < rows.length; i++) out[from + i] = rows[i]!.join("\t");
    }
    from += rows?.length ?? 1;
  }
  if (out !== undefined)
    return { lines: out, marks: out.map((line, i) => marksIn(line) | (marks[i]! & BOXED)), all: given.all };
  return lines === given.lines ? given : { lines, marks, all: given.all };
}

/** 届次　单位　　等次 above 第三届　某某机械制造有限公司　正奖: one blank alone behind the longest cell of a column. */
function headedBySingles(
  lines: readonly string[],
  marks: readonly number[],
  from: number,
): string[][] | undefined {
  if ((marks[from]! & (SPACES | TAB | BAR)) !== SPACES) return undefined;
  const header = cellsOf(lines[from]!, SINGLES);
  // 某市市长质量奖　2018年: an entry, no header.
  if (header.length < 2 || !isHeader(header) || (header.length === 2 && ROUND.test(header[1]!)))
    return undefined;
  const rows = [header];
  let whole = 1;
  for (let i = from + 1; i < lines.length && !lines[i]!.includes("。"); i++) {
    const cells = cellsOf(lines[i]!, SINGLES);
    if (cells.length === header.length) whole++;
    else if (
      !(leavesLast(header, cells.length) && cellsOf(lines[i]!, BLANKS).length === cells.length) &&
      !headsRows(lines, i, (next) => cellsOf(next, SINGLES).length === header.length)
    )
      break;
    rows.push(padded(cells, header.length));
  }
  return whole < 3 ? undefined : rows;
}

/** Lines one below the other that aligned blanks or bars part into as many cells. */
function alignedFrom(
  lines: readonly string[],
  marks: readonly number[],
  from: number,
): string[][] | undefined {
  const between = (marks[from]! & BAR) !== 0 ? BARS : BLANKS;
  const columns = columnsOf(lines[from]!, marks[from]!, between);
  if (columns < (between === BARS ? 2 : 3)) return undefined;
  let to = from + 1;
  let whole = 1;
  const first = cellsOf(lines[from]!, between);
  const short = between === BLANKS && isHeader(first) && REMARKS.test(first.at(-1)!) ? columns - 1 : columns;
  for (; to < lines.length; to++) {
    const found = columnsOf(lines[to]!, marks[to]!, between);
    if (found === columns) whole++;
    else if (
      found !== short &&
      !(
        isHeader(first) &&
        headsRows(lines, to, (next) => columnsOf(next, marks[to + 1]!, between) === columns)
      )
    )
      break;
  }
  if (whole < 3) return undefined;
  const rows = lines.slice(from, to).map((line) => padded(cellsOf(line, between), columns));
  // 某奖 · 2018年, ·  某公司: a dot parts or leads an entry.
  if (rows.some((cells) => cells.includes("·"))) return undefined;
  const headed = from > 0 && columns > 2 && headerOver(lines[from - 1]!, columns) !== undefined;
  return headed || isTable(rows) ? rows : undefined;
}

/** 二、提名奖, 【第三届】: what stands alone between two rows and says of what those below it are. */
const HEADS_ROWS =
  /^(?:[【〔◆●■▲★]|[（(]?[一二三四五六七八九十]{1,3}[）)、])?[^，。；：\s]{0,20}(?:奖|[届批]|\d{4}年度?|组织|个人)(?:[（(][^（）()]{1,12}[）)]){0,2}[】〕]?$/;
const headsRows = (lines: readonly string[], at: number, isRow: (line: string) => boolean): boolean =>
  HEADS_ROWS.test(lines[at]!.trim()) && lines[at + 1] !== undefined && isRow(lines[at + 1]!);
const padded = (cells: string[], columns: number): string[] => {
  while (cells.length < columns) cells.push("");
  return cells;
};

/** Whether a row of so many cells lacks the last of its columns, of remarks and the like. */
const leavesLast = (header: readonly string[], cells: number): boolean =>
  cells > 1 && cells === header.length - 1 && REMARKS.test(header[cells]!);
/** What the last column may be headed that has empty cells. */
const REMARKS = /^(?:备注|说明|附注|属地|所在(?:地|区县)|等次|等级|奖别|奖级)$/;

const cellsOf = (line: string, between: RegExp): string[] => {
  const cells = line.trim().split(between);
  return between === BARS ? cells.map((cell) => cell.trim()) : cells;
};

/** Whether lines of as many cells are a table: with a header, or else nothing that tells by itself. */
const isTable = (rows: readonly string[][]): boolean =>
  rows[0]!.length < 3
    ? isHeader(rows[0]!)
    : rows[0]!.every(isColumnName) || isHeader(rows[0]!) || !rows.every(isOfRoll);

const isOfRoll = (cells: readonly string[]): boolean => hasFields(cells.join(" "));
const isColumnName = (name: string): boolean =>
  /^\p{Script=Han}{1,8}(?:[（(][^（）()]{1,8}[）)])?$/u.test(name);

const HEADS =
  /^(?:序号?|编号|№|\p{Script=Han}{0,12}(?:单位|组织|企业|机构|名称|名单|奖项|荣誉|称号|等次|等级|类别|奖别|奖级|届次|届别|年份|年度|时间|姓名|个人|职务|质量奖|提名奖|正奖|属地|所在地|备注|说明|获得者|得主|获奖者))(?:[／/（(].{1,12})?$/u;
const ROUND = /^(?:第[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年?度?)(?:[（(].{1,10}[）)])?$/;
/** 届次 | 单位 | 等次: mostly words that name columns, and nothing longer than an award's name. */
function isHeader(cells: readonly string[]): boolean {
  let heads = 0;
  for (const cell of cells) {
    if (cell.length > 18 || /[，。；：]/.test(cell)) return false;
    if (HEADS.test(cell) || ROUND.test(cell)) heads++;
    else if (/\d/.test(cell)) return false;
  }
  return HEADS.test(cells[0]!) && heads * 2 >= cells.length;
}

/** 序号 单位名称   属地   等次 right above the rows: short names of as many columns, some of them set apart by one blank only. */
function headerOver(line: string, columns: number): string | undefined {
  if (!line.includes(" ") || line.includes("\t") || line.includes("|")) return undefined;
  const names = cellsOf(line, SINGLES);
  return names.length === columns && names.every(isColumnName) ? names.join("\t") : undefined;
}

function columnsOf(line: string, marks: number, between: RegExp): number {
  if ((marks & TAB) !== 0 || ((marks & BAR) !== 0) !== (between === BARS)) return 0;
  // Of a Markdown table the rule and what stands between bars; a list's items.
  if (between === BARS ? /^\s*[|:*+-]/.test(line) : (marks & SPACES) === 0) return 0;
  return cellsOf(line, between).length;
}

/** ┌──┬──┐, ──┼──: a line that only frames cells. */
const FRAME = /^[\u2500-\u257f\s]{3,}$/;
const UPRIGHT = /[│┃║]/;
const ONLY_UPRIGHT = /^[│┃║\s]{1,400}$/;
/** ┌─ 荣誉档案 ────┐: the upper edge of a box with its title. */
const TITLED_EDGE = /^\s{0,40}[┌┏╔╭][─━═ ]{0,80}([^\u2500-\u257f]{2,24}?) ?[─━═]{1,80}[┐┓╗╮]?\s{0,40}$/;

/** Takes the frames of drawn tables away: │ 年份 │ 单位 │ becomes 年份 and 单位 with a tab between. */
function withoutFrames(given: MarkedLines): MarkedLines {
  if (!given.lines.some(isFrame)) return given;
  const out: string[] = [];
  const boxes: [number, number][] = [];
  const { lines } = given;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const framed = UPRIGHT.test(line) && !FRAME.test(line);
    const title = TITLED_EDGE.exec(line)?.[1];
    if (!framed && title === undefined && !isFrame(line)) {
      out.push(line);
      continue;
    }
    let to = i + 1;
    while (to < lines.length && (UPRIGHT.test(lines[to]!) || isFrame(lines[to]!))) to++;
    const within = lines.slice(title === undefined ? i : i + 1, to);
    const rows = rowsOf(within);
    const boxed = rows === undefined ? boxedLines(within, title) : undefined;
    if (boxed !== undefined) {
      boxes.push([out.length, out.length + boxed.length]);
      for (const inner of boxed) out.push(inner);
    } else if (rows === undefined) for (let k = i; k < to; k++) out.push(lines[k]!);
    else for (const row of rows) out.push(row.map((cell) => cell.trim()).join("\t"));
    i = to - 1;
  }
  const marks = out.map(marksIn);
  for (const [from, to] of boxes) for (let i = from; i < to; i++) marks[i]! |= BOXED;
  return { lines: out, marks, all: given.all };
}

const isFrame = (line: string): boolean => FRAME.test(line) && /[\u2500\u2501\u2550]/.test(line);

/** What a box of one column holds, set off from what stands around it: its title and its lines; undefined for no such box. */
function boxedLines(lines: readonly string[], title: string | undefined): string[] | undefined {
  const boxed: string[] = [];
  for (const line of lines) {
    if (isFrame(line)) continue;
    const inner = line.trim().replace(/^[│┃║]|[│┃║]$/g, "");
    if (!UPRIGHT.test(line) || UPRIGHT.test(inner)) return undefined;
    boxed.push(inner.trim());
  }
  if (boxed.length === 0) return undefined;
  return title === undefined ? ["", ...boxed, ""] : ["", title.trim(), "", ...boxed, ""];
}

/** The cells of framed lines; undefined where there are no several columns. */
function rowsOf(lines: readonly string[]): string[][] | undefined {
  const rows: string[][] = [];
  /** The width of each column of the row before, where no frame stands between. */
  let above: readonly string[] | undefined;
  for (const line of lines) {
    if (isFrame(line)) {
      above = undefined;
      continue;
    }
    if (ONLY_UPRIGHT.test(line)) continue;
    const inner = line.trim().replace(/^[│┃║]|[│┃║]$/g, "");
    const cells = inner.split(UPRIGHT);
    if (cells.length < 2) return undefined;
    if (above !== undefined && above.length === cells.length && goesOn(above, cells)) {
      const row = rows.at(-1)!;
      for (let k = 0; k < cells.length; k++) row[k] = row[k]!.trim() + cells[k]!.trim();
    } else rows.push(cells);
    above = cells;
  }
  return rows.length >= 2 ? rows : undefined;
}

/** What a cell that is complete may end in. */
const COMPLETE = /(?:公司|[院校学所社站厂局馆园奖届年]|中心|[）—/])$/;

/** Whether cells hold what was too long for those above: where something stands, the cell above is full and breaks off. */
function goesOn(above: readonly string[], cells: readonly string[]): boolean {
  let empty = 0;
  for (let k = 0; k < cells.length; k++) {
    if (cells[k]!.trim() === "") {
      empty++;
      continue;
    }
    const text = above[k]!.trimEnd();
    if (widthOf(above[k]!) - widthOf(text) > 1 || COMPLETE.test(text)) return false;
  }
  return empty * 2 >= cells.length;
}
