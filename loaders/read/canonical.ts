import { hasFields } from "../lines/fields.js";
import { hasJumps, jumpBehind, jumpOf } from "../lines/jumps.js";
import { endsClause } from "../lines/line-end.js";
import { lookOf } from "../lines/looks.js";
import { CharacterSet } from "../patterns/character-set.js";
import { cleanCharacters, gapBetween, widthOf } from "./characters.js";
import { orderColumns } from "./columns.js";
import { Fragment, isDatedPrize } from "./fragments.js";
import { followJumps } from "./jumps.js";
import { BAR, markedLines, SPACES } from "./line-marks.js";
import { type Line, readMarkup } from "./markup.js";
import { withTextTables } from "./text-tables.js";

/**
 * The one form in which every text is kept: a block a line, headings, list items and table rows marked as
 * `SourceDocument.text` says, lines that were broken to fit a column joined. Canonical text stays as it is.
 */
export function canonicalText(text: string): string {
  const given = markedLines(text) ?? markedLines(cleanCharacters(text), true)!;
  const lines = readMarkup((given.all & (SPACES | BAR)) === 0 ? given : withTextTables(given));
  const jumps = hasJumps(text);
  const runs = runsOf(lines, jumps);
  const columns = runs.map(columnOf);
  const known = columns.filter(isColumn);
  // Where paragraphs are indented, a line that is not goes on with the one above.
  let indents = false;
  for (let i = 0; i < runs.length && !indents; i++)
    indents = columns[i] !== null && runs[i]!.findLastIndex(isIndented) > 0;
  const fragments: Fragment[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    const first = run[0]!;
    const marked = first.kind !== "text";
    const column = columns[i]!;
    if (run.length === 1) {
      const indented = isIndented(first);
      fragments.push(new Fragment(first.text, i, marked, false, indented, first.boxed));
      continue;
    }
    for (const { text: block, broken, indented, full } of joinRun(run, column, known, indents))
      fragments.push(new Fragment(block, i, marked, column !== null || broken, indented, first.boxed, full));
  }
  return plainMarks(
    orderColumns(jumps ? followJumps(fragments) : fragments)
      .map(textOf)
      .join("\n"),
  );
}

/** 2018 年, 第 3 届, 2018年 5 月: some set figures apart. 提名奖 <= 甲公司, 甲公司 -> 某奖: arrows as typewriters have them. */
function plainMarks(text: string): string {
  const dated =
    text.includes(" 年") || text.includes(" 届") || text.includes(" 至") ? text.replace(SET_APART, "") : text;
  return TYPED.some((arrow) => dated.includes(arrow)) ? dated.replace(TYPED_ARROW, " → ") : dated;
}

const SET_APART =
  /(?<=\d) (?=[年月日届批])|(?<=第) (?=\d{1,3} ?[届批])|(?<=年) (?=\d{1,2} ?月)|(?<=月) (?=\d{1,2} ?日)|(?<=\d{4}年?) (?=至 ?\d{4})|(?<=\d{4}年? ?至) (?=\d{4})/g;
const TYPED = ["=>", "->", "<=", "<-", "← ", "⇐ "];
const TYPED_ARROW = /(?<=[^\s#-]) (?:[=-]{1,3}>|<[=-]{1,3}|[←⇐]) (?=[\p{Script=Han}\d“"《])/gu;

// Functions of the module, here and below: V8 forgets the optimized code of those that are made anew for each text.
const isColumn = (column: number | null): column is number => column !== null;
const isIndented = (line: Line): boolean => line.indent >= 2;
const textOf = (fragment: Fragment): string => fragment.text;

/** Lines of text with no blank line between them; every other line is a run of its own, and every mark of a jump. */
function runsOf(lines: readonly Line[], jumps: boolean): Line[][] {
  const runs: Line[][] = [];
  let open = false;
  for (let line of lines) {
    const mark = jumps && line.kind === "text" ? (jumpOf(line.text) ?? jumpBehind(line.text)) : undefined;
    if (mark !== undefined && mark.start > 0) {
      // 瑞安市（下转第6版）: wider than its column.
      const before = { ...line, text: line.text.slice(0, mark.start).trimEnd() };
      if (open) runs[runs.length - 1]!.push(before);
      else runs.push([before]);
      line = { ...line, text: line.text.slice(mark.start).trimStart(), indent: 0 };
    }
    const isText = line.kind === "text" && mark === undefined;
    if (isText && open) runs[runs.length - 1]!.push(line);
    else if (line.kind !== "blank") runs.push([line]);
    open = isText;
  }
  return runs;
}

const SENTENCE_MARK = /[。，；！？]/;
/** 提名奖（2家，排名不分先后）: what a line says in brackets makes no prose of it. */
const REMARK = /（[^（）]{1,40}）/g;
/** 一等奖：…, 2. …, ① …, 2019，…, 某奖 甲公司 2019年, 某奖，2019年, 2019年获某奖, 甲公司，2019年, 某奖（第四届）／甲公司: an entry of a list, whatever its length. */
const ENTRY =
  /^(?:[^，。：:]{2,16}[：:]|[^，。；：:]{2,16}(?:[／｜|→]|(?:奖|[届批]|）)(?:\/|——))|[（(]?[\d一二三四五六七八九十]{1,3}[.、．)）]|[①-⑳]|(?:19|20)\d\d年?[，,\s]|[首第][\d一二三四五六七八九十]{0,3}[届批][，,\s]|[^，。；：:]{3,24}奖[（(，,｜|· —/][^，。；]{0,14}(?:19|20)\d\d年?度?[）)]?$|(?:19|20)\d\d年[^，。；]{4,28}奖$|[^，。；：:]{4,40}(?:公司|集团|院|校|厂|中心|社|局|站|学)[，,、/·](?:19|20)\d\d年?度?$)/;
const CAPTION = /^(?:[▲▼△]|[【〔［[（(]?图[①-⑩为\d]|[上下左右]图[：:])/;
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
): { text: string; broken: boolean; indented: boolean; full: boolean }[] {
  // A whole that grows line by line would be looked at again with each.
  const joined: Joined[] = [];
  for (let i = 0; i < run.length; i++) {
    const line = run[i]!;
    const indented = isIndented(line);
    const above = indented ? undefined : run[i - 1];
    if (run.length === 2 && above !== undefined && own === null && isBrokenHeadline(above.text, line.text))
      joined[0] = { parts: [above.text, line.text], indented: false, short: true, last: line };
    else if (above !== undefined && isTornName(above.text, line.text)) {
      const entry = joined[joined.length - 1]!;
      entry.parts.push(line.text);
      entry.last = line;
      if (own === null) entry.short = true;
    } else if (
      above !== undefined &&
      goesOn(above, own, known, indents) &&
      !isSigned(line.text) &&
      (own !== null || !isDatedPrize(line.text)) &&
      !STANDS_ALONE.has(lookOf(above.text)) &&
      (own !== null || !STANDS_ALONE.has(lookOf(line.text))) &&
      !isHead(line, above, run[i + 1], own)
    ) {
      const paragraph = joined[joined.length - 1]!;
      paragraph.parts.push(gapBetweenBroken(above.text, line.text), line.text);
      paragraph.last = line;
    } else joined.push({ parts: [line.text], indented, last: line });
  }
  return joined.map(({ parts, indented, short, last }) => ({
    text: parts.join(""),
    broken: parts.length > 1 && short !== true,
    indented,
    full: own !== null && lineWidth(last) >= own - RAGGED,
  }));
}

/** The lines of one paragraph or entry; `short`: of a headline or a name. */
interface Joined {
  parts: string[];
  indented: boolean;
  short?: true;
  last: Line;
}

/** □ 某公司获批…: a sign before each of several; no zero of 二○二二年. */
const isSigned = (text: string): boolean => SIGN.begins(text) && !/^○[○〇一二三四五六七八九年]/.test(text);
const SIGN = new CharacterSet("◇□◆■○●★☆▲△");

/** 某某股份有限公|司: where a box or list breaks the name of a firm. */
const isTornName = (above: string, line: string): boolean =>
  FIRM.test(line.slice(0, 7)) && TORN_NAME.test(`${above.slice(-5)}|${line.slice(0, 7)}`);
const FIRM = /^(?:司|任?公司|限[公责]|责任公|有限[公责]|份有限|股份有限)/;
const TORN_NAME =
  /有(?:限公?\|公?司|\|限公司|限责任?公?\||\|限责任|限\|责任公司)|股\|份有限|[股份]\|有限|^[^（）()]{4,5}\|(?:股份)?有限(?:责任)?公/;

/** 2018年 between a finished paragraph and an indented one: a line of its own. */
const isHead = (line: Line, above: Line, below: Line | undefined, own: number | null): boolean =>
  own !== null &&
  below !== undefined &&
  isIndented(below) &&
  endsClause(above.text) &&
  !endsClause(line.text) &&
  lineWidth(line) < own / 2;

/** Whether a line was broken where it ends. */
function goesOn(line: Line, own: number | null, known: readonly number[], indents: boolean): boolean {
  const width = lineWidth(line);
  const closed = endsClause(line.text);
  if (own !== null) {
    if (width >= own - RAGGED) return true;
    // Latin letters make lines that look short; a paragraph ends in a full stop.
    return (indents || !closed) && width >= own * LEAST_WIDTH;
  }
  if (known.length === 0 || closed) return false;
  if (CAPTION.test(line.text)) return true;
  for (const column of known) if (width >= column - RAGGED && width <= column + 0.5) return true;
  return false;
}

/** 质量奖揭晓，|三家企业上榜: a headline on two lines. */
const isBrokenHeadline = (above: string, line: string): boolean =>
  above.endsWith("，") &&
  above.length <= LONGEST_PART &&
  line.length <= LONGEST_PART &&
  !/[，。；：、）]/.test(line) &&
  !STANDS_ALONE.has(lookOf(line));
const LONGEST_PART = 16;

/** Bylines and the like are lines of their own, however wide. */
const STANDS_ALONE: ReadonlySet<string> = new Set(["byline", "boilerplate"]);

/** What belongs between two lines of a column, whose breaks also part abbreviations: S|AC/TC 342. */
const gapBetweenBroken = (before: string, after: string): string =>
  /[A-Z]/.test(before.slice(-1)) && /^[A-Z]/.test(after) ? "" : gapBetween(before, after);

const lineWidth = (line: Line): number => widthOf(line.text) + line.indent / 2;

const lineLength = (line: Line): number => line.text.length + line.indent;

/** The width of the column that a run was broken to fit, or null if its lines are lines of their own. */
function columnOf(run: readonly Line[]): number | null {
  if (run.length < 3) return null;
  const widths = run.map(lineWidth);
  let column = 0;
  let longest = 0;
  for (let i = 0; i < run.length; i++) {
    column = Math.max(column, widths[i]!);
    longest = Math.max(longest, lineLength(run[i]!));
  }
  if (column > WIDEST_COLUMN || column < 8) return null;
  /** The lines but for the last, which ends where its paragraph does. */
  const inner = run.length - 1;
  let full = 0;
  // Some scans count a Latin letter for as much as a Han character.
  for (let i = 0; i < inner; i++)
    if (widths[i]! >= column - RAGGED || lineLength(run[i]!) >= longest - RAGGED) full++;
  if (full < Math.max(2, inner * 0.6) && !areParagraphs(run, widths, column)) return null;
  let broken = 0;
  let prose = 0;
  let entries = 0;
  for (let i = 0; i < run.length; i++) {
    const { text } = run[i]!;
    if (i < inner && !endsClause(text) && !/[）)]$/.test(text)) broken++;
    if (SENTENCE_MARK.test(text) && SENTENCE_MARK.test(text.replace(REMARK, ""))) prose++;
    if (ENTRY.test(text) || hasFields(text)) entries++;
  }
  if (entries >= run.length * 0.6) return null;
  return broken >= inner * 0.34 && prose >= run.length * 0.3 ? column : null;
}

/** Whether indented lines begin paragraphs whose other lines go on in mid-sentence, however ragged they are. */
function areParagraphs(run: readonly Line[], widths: readonly number[], column: number): boolean {
  let indented = 0;
  let joints = 0;
  let torn = 0;
  for (let i = 1; i < run.length; i++)
    if (isIndented(run[i]!)) indented++;
    else {
      joints++;
      if (widths[i - 1]! >= column * LEAST_WIDTH && !endsClause(run[i - 1]!.text)) torn++;
    }
  return indented >= 3 && joints >= indented / 2 && torn >= Math.max(3, joints * 0.7);
}
