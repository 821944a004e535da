import { dressOf } from "../lines/dress.js";
import { areFields } from "../lines/fields.js";
import {
  areStatistics,
  headingMark,
  isSubtitle,
  mayHead,
  mayTitle,
  numberingDepth,
} from "../lines/headings.js";
import { creditStart, isDate, type Look, lookOf, newsLineEnd } from "../lines/looks.js";
import {
  areEntries,
  areTiered,
  endsOrganization,
  gluedHeading,
  hasDate,
  hasLabel,
  isDatedEntry,
  isEmployedPerson,
  isPersonLine,
  isRollEntry,
  isVacant,
  namesAward,
} from "../lines/rolls.js";
import { serialLength } from "../lines/serial.js";
import { CharacterSet } from "../patterns/character-set.js";
import type { Block } from "../types.js";
import { LONGEST_SPAN } from "./longest-span.js";
import { TableBuilder } from "./tables.js";

/** Within how many characters a line's number and the date behind it stand. */
const SERIAL = 24;
/** How many lines at the head of a text may be titles: kicker, title, subtitle, and one more. */
const TITLE_LINES = 4;
/** Headings of tables: below all others, gone when the table ends. */
const TABLE_HEADING = 7;

/** The blocks of a text in canonical form, in order, each under its heading. */
export function blocksOf(text: string): Block[] {
  const builder = new BlockBuilder(text);
  while (builder.more) builder.next();
  return builder.blocks;
}

/** Goes through the lines once, seeing the line before and the line after. */
class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Open headings, outermost first. */
  private readonly open: Block[] = [];
  private table: TableBuilder | null = null;
  private titles = 0;
  /** Whether the text proper has begun, so that no title can follow. */
  private begun = false;
  private markedTitle = false;
  /** Whether a line below the title says when or where from the text is. */
  private dated = false;
  /** The level of the last heading with markup; plain ones stand below it. */
  private marked = 0;
  /** The heading with a sign before it under which the lines stand; those without a sign are no headings then. */
  private signed: Block | null = null;
  /** Whether the last line was counted by a number that is no part of it. */
  private counted = false;
  private start = 0;
  private end = 0;
  private line = "";
  private following: { start: number; end: number; line: string };

  constructor(private readonly text: string) {
    this.following = this.lineFrom(0);
  }

  get more(): boolean {
    return this.following.start < this.text.length;
  }

  next(): void {
    const { start, end } = this.following;
    this.start = start;
    this.end = end;
    this.line = this.following.line;
    this.following = this.lineFrom(this.end + 1);
    const { line } = this;
    // Whatever it may look like, it is nothing that is read as a whole.
    const isLong = line.length > LONGEST_SPAN;
    if (line.includes("\t") && !isLong) {
      this.begun = true;
      this.tableRow();
      return;
    }
    if (this.table !== null) {
      this.table = null;
      while (this.open.at(-1)?.level === TABLE_HEADING) this.open.pop();
    }
    const marks = line.charCodeAt(0) === 0x23 ? /^#{1,6} /.exec(line) : null;
    if (line.startsWith("- ")) this.listItem();
    else if (isLong) this.prose("paragraph", this.start + (marks?.[0].length ?? 0), this.end);
    else if (marks !== null) this.markedHeading(marks[0].length);
    else this.plain();
  }

  /** The next line that is not empty; of a long one its beginning, which shows that it is. */
  private lineFrom(offset: number): { start: number; end: number; line: string } {
    let start = offset;
    while (start < this.text.length && this.text.charCodeAt(start) === 0x0a) start++;
    let end = this.text.indexOf("\n", start);
    if (end < 0) end = this.text.length;
    const serial = this.serialAt(start, end);
    start += serial;
    const line = this.text.slice(start, Math.min(end, start + LONGEST_SPAN + 1));
    return {
      start,
      end,
      line: SQUARES.within(line)
        ? line.replace(LABEL, "【$1】").replace(SQUARE, "（").replace(SQUARE_END, "）")
        : line,
    };
  }

  /** How long the number is that counts a line and the next, or it and the one before: 〔2〕 above 〔1〕. */
  private serialAt(start: number, end: number): number {
    const { text } = this;
    const length = serialLength(text.slice(start, Math.min(end, start + SERIAL)));
    if (length === 0 || this.counted) {
      this.counted = length > 0;
      return length;
    }
    let next = end + 1;
    while (next < text.length && text.charCodeAt(next) === 0x0a) next++;
    this.counted = serialLength(text.slice(next, next + SERIAL)) > 0;
    return this.counted ? length : 0;
  }

  private tableRow(): void {
    this.table ??= new TableBuilder(this.text);
    const row = block("table-row", this.start, this.end);
    const heading = this.table.row(row);
    if (heading !== undefined) {
      while (this.open.at(-1)?.level === TABLE_HEADING) this.open.pop();
      this.heading(heading.start, heading.end, "heading", TABLE_HEADING);
    } else for (const part of this.table.besideIn(row)) this.push(part);
  }

  private markedHeading(marks: number): void {
    const level = marks - 1;
    // Some pages have no heading of the first level.
    const first = level === 2 && this.titles === 0 && numberingDepth(this.line.slice(marks)) === 0;
    const isTitle = (level === 1 || first) && !this.begun && this.titles < TITLE_LINES;
    if (isTitle) {
      this.titles++;
      this.markedTitle = true;
    }
    this.marked = level;
    const dress = isTitle ? undefined : dressOf(this.line.slice(marks));
    if (dress !== undefined) {
      const start = this.start + marks;
      this.heading(start + dress.from, start + dress.to, "heading", level);
      return;
    }
    this.heading(this.start + marks, this.end, isTitle ? "title" : "heading", level);
  }

  private listItem(): void {
    const item = this.line.slice(2);
    const dress = dressOf(item);
    // ●A编 某奖: the sign of a part's heading, none of a list.
    if (dress?.depth === 1) {
      this.begun = true;
      this.heading(this.start + 2 + dress.from, this.end, "heading", this.plainLevel(1));
      return;
    }
    const look = lookOf(item);
    if (look === "byline" || look === "boilerplate") this.push(block(look, this.start + 2, this.end));
    else this.prose("list-item", this.start + 2, this.end);
  }

  private plain(): void {
    const dress = this.begun || this.titles > 0 ? dressOf(this.line) : undefined;
    if (dress !== undefined) {
      this.end = this.start + dress.to;
      this.start += dress.from;
      this.line = this.line.slice(dress.from, dress.to);
      this.begun = true;
    }
    const { start, end, line } = this;
    if (dress?.coded) {
      this.prose("roll-line", start, end);
      return;
    }
    // 卷三　市级（某奖，2012年设立）: no entry of the part above.
    if (dress?.part && this.following.line !== "") {
      this.heading(start, end, "heading", this.plainLevel(1));
      return;
    }
    const look = lookOf(line);
    if (look === "caption") {
      const credit = start + creditStart(line);
      const told = captionMark(line.slice(0, credit - start));
      if (told > 0) this.prose("paragraph", start + told, credit);
      else this.push(block("caption", start, credit));
      if (credit < end) this.push(block("byline", credit + leadingBlanks(this.text, credit), end));
      return;
    }
    if (look === "byline" || look === "boilerplate") {
      this.push(block(look, start, end));
      this.dated ||= this.titles > 0;
      return;
    }
    const glued = gluedHeading(line);
    if (glued > 0) {
      this.prose("roll-line", start, start + line.slice(0, glued).trimEnd().length);
      this.heading(start + glued, end, "heading", this.plainLevel(0));
      return;
    }
    if (this.isSignature()) {
      this.push(block("byline", start, end));
      return;
    }
    const depth = dress?.depth || numberingDepth(line);
    if (look === "short" && this.isTitle(depth)) {
      this.titles++;
      this.heading(start, end, "title", 1);
      return;
    }
    if (look === "short" && this.following.line !== "" && ANNEX_LIST.test(line)) {
      this.begun = true;
      this.heading(start, end, "heading", this.plainLevel(1));
      return;
    }
    if (this.isRollLine(depth, look)) {
      this.prose("roll-line", start, end);
      return;
    }
    if (look === "short" && this.isHeading(depth)) {
      const ofTable = depth === 0 && this.following.line.includes("\t");
      const mark = headingMark(line);
      // No title stands below 【某奖】, ■ 某奖 or 一、某奖.
      if (depth > 0 || mark > 0 || /^【/.test(line)) this.begun = true;
      this.heading(start + mark, end, "heading", ofTable ? TABLE_HEADING : this.plainLevel(depth));
      this.signed = mark > 0 ? this.blocks.at(-1)! : null;
      return;
    }
    const lead = newsLineEnd(line);
    if (lead > 0) this.push(block("byline", start, start + line.slice(0, lead).trimEnd().length));
    this.prose("paragraph", start + lead, end);
  }

  /** 某市市场监督管理局 over a date: who signs a paper. At the head of a text the same names a list: 某市质量标杆（2023）. */
  private isSignature(): boolean {
    const { line } = this;
    if (line.length > 40 || line.endsWith("）") || !isDate(this.following.line) || !isRollEntry(line, true))
      return false;
    return this.begun || this.titles > 0 || endsOrganization(line);
  }

  private isTitle(depth: number): boolean {
    const { line, following } = this;
    if (this.begun || this.titles >= TITLE_LINES || !mayTitle(line, depth)) return false;
    // Below the title a list may begin at once: 附件1：某某名单, or one label below the other.
    if (
      this.titles > 0 &&
      (isAnnex(line) ||
        (hasLabel(line) && hasLabel(following.line)) ||
        (IS_PLACE.test(line) && isRollEntry(following.line)) ||
        (this.dated && (line.length < 10 || isRollEntry(line, true) || /——.{2,8}，/.test(line))))
    )
      return false;
    // 2008年 甲 and 2013年 乙 below one another are entries of a chronicle.
    if (hasDate(line) && hasDate(following.line)) return false;
    // 甲公司：某奖 and 乙公司：某奖, or 某区 甲公司 某奖 and 某县 乙公司 某奖, below a title are entries of a list.
    if (this.titles > 0 && (areEntries(line, following.line) || areFields(line, following.line)))
      return false;
    if (this.markedTitle) return isSubtitle(line);
    // A notice is headed by the name of the authority that issues it.
    if (isRollEntry(line, true))
      return this.titles === 0 && (/^关于/.test(following.line) || isDate(following.line));
    return !isPersonLine(line);
  }

  private isRollLine(depth: number, look: Look): boolean {
    const { line, following } = this;
    if (line.length > 200) return false;
    const above = this.blocks.at(-1);
    const amongEntries = above?.kind === "roll-line";
    if (!amongEntries && depth === 0 && isPersonLine(line)) return false;
    const headed = above?.kind === "heading";
    const among =
      amongEntries ||
      (headed && (isRollEntry(following.line) || namesAward(this.text.slice(above.start, above.end)))) ||
      (depth >= 4 && numberingDepth(following.line) === depth && isRollEntry(following.line, true));
    if (isRollEntry(line, among)) return true;
    // ☆葛某某（某公司技师） below ★甲公司
    if (amongEntries && isEmployedPerson(line.slice(headingMark(line)))) return true;
    // 第三届（2013年） 空缺 among 第二届（2011年） 甲.
    if (amongEntries && hasDate(line) && (isVacant(line) || hasDate(this.text.slice(above.start, above.end))))
      return true;
    // The entries of a chronicle stand below one another, whatever stands above the first of them.
    if (look === "short" && hasDate(line) && hasDate(following.line)) return true;
    if (
      look === "short" &&
      isDatedEntry(line) &&
      (isDatedEntry(following.line) ||
        (amongEntries && isDatedEntry(this.text.slice(above.start, above.end))))
    )
      return true;
    if (this.isSigned() && !isMarked(line) && look === "short") return amongEntries || headed;
    if (look !== "short" || line.length > 60) return false;
    if (amongEntries)
      return alike(line, depth, this.text.slice(above.start, above.end)) && !isHeadOf(following.line, depth);
    return (
      (above?.kind === "heading" || this.isBelowTitle()) &&
      alike(line, depth, following.line) &&
      lookOf(following.line) === "short"
    );
  }

  /** Whether nothing but titles and datelines stands above. */
  private isBelowTitle(): boolean {
    return !this.begun && this.titles > 0;
  }

  private isHeading(depth: number): boolean {
    const { line, following } = this;
    if (following.line === "" || !mayHead(line, depth)) return false;
    if (isPersonLine(line)) return false;
    if (this.isSigned() && !isMarked(line) && depth === 0) return false;
    if (depth === 0 && (areEntries(line, following.line) || areStatistics(line, following.line)))
      return false;
    // [优秀奖] 某公司的“…” below [银奖] 某公司的“…”: the last of the list.
    const above = this.blocks.at(-1);
    if (above?.kind === "paragraph" && areTiered(this.text.slice(above.start, above.start + 16), line))
      return false;
    return !isDate(following.line);
  }

  private isSigned(): boolean {
    return this.signed !== null && this.open.includes(this.signed);
  }

  /** Numbered headings stand by their numbering, others right below the titles, all below the last marked heading. */
  private plainLevel(depth: number): number {
    return Math.min(6, this.marked + (depth > 0 ? depth : 2) - (this.marked > 0 ? 1 : 0));
  }

  private heading(start: number, end: number, kind: "title" | "heading", level: number): void {
    if (kind === "title") this.open.length = 0;
    else while (this.open.length > 0 && this.open.at(-1)!.level >= level) this.open.pop();
    const made = block(kind, start, end, level);
    made.parent = this.open.at(-1) ?? null;
    this.open.push(made);
    this.blocks.push(made);
  }

  private prose(kind: Block["kind"], start: number, end: number): void {
    this.begun = true;
    this.push(block(kind, start, end));
  }

  private push(made: Block): void {
    made.parent = this.open.at(-1) ?? null;
    this.blocks.push(made);
  }
}

/** All blocks have the same fields: those of a table's row are filled in there. */
const block = (kind: Block["kind"], start: number, end: number, level = 0): Block => ({
  kind,
  start,
  end,
  level,
  parent: null,
  cells: undefined,
  isHeader: undefined,
  table: undefined,
});

/** Brackets that lines are read with as round ones, but for a label ([提名奖]): 某某有限公司［某区］, 某某有限公司〔某县〕. */
const SQUARES = new CharacterSet("［〔[");
const LABEL = /^[［〔[]([^\d\n［〔[］〕\]]{1,24})[］〕\]](?=[^。；：:]{0,12}[：:]?$)/;
const SQUARE = /[［〔[](?=[^\d\n]{1,40}[］〕\]])/g;
const SQUARE_END = /(?<!\d)[］〕\]]/g;

/** Whether a line is set apart as headings are: ■ 某奖, 【2021年】. */
const isMarked = (line: string): boolean => headingMark(line) > 0 || /^【[^【】]{1,40}】$/.test(line);

/** 某某区 above the first of those there. */
const IS_PLACE = /^\p{Script=Han}{1,6}[区县市旗州]$/u;
/** 附件：历届某奖获奖名单（部分）: heads the list below it. */
const ANNEX_LIST =
  /^附[件录表]?[\d一二三四五六七八九十]{0,2}[：: ][^，。；：:]{2,40}(?:名单|一览表?|名录|汇总表?|情况)(?:[（(][^（）()]{1,12}[）)])?[：:]?$/u;

/** 附件1：某某名单 */
const isAnnex = (line: string): boolean => line.startsWith("附件") && /^附件\d{0,2}[：: ]/.test(line);

/** Where a caption of several sentences begins behind its sign and number: such a one tells as much as a paragraph; else 0. */
function captionMark(caption: string): number {
  const first = caption.indexOf("。");
  if (first < 0 || caption.length - first < LEAST_TOLD) return 0;
  return CAPTION_MARK.exec(caption)?.[0].length ?? 0;
}
const CAPTION_MARK = /^[▲▼△]? {0,3}(?:图(?:片说明|片|说|为|[①-⑩\d一二三四五六七八九十]{1,3})?)?[:： ]{0,3}/;
/** How much must stand behind a caption's first sentence. */
const LEAST_TOLD = 16;

const leadingBlanks = (text: string, from: number): number => (text[from] === " " ? 1 : 0);

/** Whether two lines are numbered or labelled alike, one below the other: 1. … 2. …; 甲：… 乙：… */
const alike = (line: string, depth: number, other: string): boolean =>
  (depth >= 3 && numberingDepth(other) === depth) || (depth !== 1 && hasLabel(line) && hasLabel(other));

/** Whether the line below starts a roll of its own under a heading of that depth. */
function isHeadOf(following: string, depth: number): boolean {
  const below = numberingDepth(following);
  return following !== "" && below > depth && depth > 0;
}
