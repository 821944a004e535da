import { unitAt } from "../../lexicon/units.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { normalizeText } from "../normalize.js";
import type { DocEntity, Extraction, ObservationFinding } from "../types.js";
import { type Figure, figuresIn } from "./figures.js";
import { tidy, withoutBrackets } from "./phrases.js";
import { authorOf } from "./subject.js";
import { timesIn } from "./times.js";
import type { Topics } from "./topics.js";

/** The header of the column that names what is measured. */
const INDICATOR = gated(/指标|项目|内容|类别|统计项|名称$|(?:层级|类型|种类|分类|品类|级别|层次)$/);
const MEASURES = gated(/指标|统计项/);
/** The header of the column of units. */
const UNIT = gated(/^(?:计量)?单位$/);
/** Headers of columns whose numbers measure nothing. */
const NO_VALUE = gated(/序号|编号|届|年份|年度$|时间|日期|电话|代码|邮编|备注|等次|批次$|页/);
const GOAL = gated(/目标|计划|预期|任务/);
const CHANGE = gated(/同比|增长|增幅|增速|增减|较上年|比上年/);
const SUBJECTS = ["Zone", "County", "City", "Province", "Company", "Institution", "Platform"] as const;
/** The row that sums up the others. */
const TOTAL = gated(/^(?:合\s*计|总\s*计|全[市区县省州])$/);
const NUMBER = gated(/^[≥≤<>约超近]*\s*-?\d[\d,]*(?:\.\d+)?\s*[%％]?(?:以上|以内|左右)?$/);
const YEARLY = gated(/\d{4}年度?/);
const WORDLESS = gated(/^[\d\s.]*$/);
const DIGITS = gated(/-?\d[\d,]*(?:\.\d+)?/);
const AT_LEAST = gated(/^[≥>超]|以上$/);
const AT_MOST = gated(/^[≤<]|以内$/);
const ABOUT = gated(/^[约近]|左右$/);
const IN_BRACKETS = gated(/（(?:单位：)?([^（）]+)）\s*$/);
const MULTIPLIER = gated(/^(万亿|亿|万|千|百)(?!瓦|米|克|分)/);
const OF_YEAR = gated(/((?:19|20)\d{2})年/);
const YEAR_ALONE = gated(/^((?:19|20)\d{2})$/);
const REMARKS = gated(/说明|备注|时间|年份|年度|时点/);
/** The header of a column that only compares: it is nobody's who is spoken of. */
const YARDSTICK = gated(/^(?:全国|同类|国内|行业|国际|平均)/);
/** A line that says of when the figures of the table below it are. */
const CAPTION = gated(
  /(?:下表|下列|表中|以下|^\s{0,4}（?附?表[\d一二三四五六七八九十]{1,3})[^。；]{0,40}20\d\d年|20\d\d年[^。；]{0,30}(?:下表|如下|见表|列表|数据|统计表|情况表|一览表?)|(?:数据|统计)[^。；]{0,12}(?:截至|截止|为|均为|系)[^。；]{0,4}20\d\d年/,
);
const AIMED = gated(/目标|力争|计划|规划|预期|到20/);
const PARTS = /[，、；;,：:/]/;
/** 860人（2023年底） */
const NOTED = gated(/（(?:截至)?((?:19|20)\d{2})年(?:[底末初]|度)?）\s{0,4}$/);
/** What a card's first column says: a few words without figures. */
const LABEL = gated(/^[^\d，。；]{2,16}$/);
const YEAR_FIRST = gated(/^((?:19|20)\d{2})年?(?![\d—-])/);

/** A unit with its multiplier: 亿元 is 1e8 元. */
interface Scale {
  unit: string;
  exponent: number;
}

/** The time that a text gives, and what it says besides. */
interface Timed {
  period: string | undefined;
  untimed: string;
  /** 到2025年: by when something is to be. */
  until: boolean;
}

/** What the header of a column says. */
interface Header extends Timed {
  text: string;
  /** 同比, 增长: what changed, where it says so. */
  change: string | undefined;
  scale: Scale | undefined;
  isGoal: boolean;
  /** Whether its column names what is measured, or gives units. */
  isIndicator: boolean;
  isUnit: boolean;
  /** Whether its column can have values: of one indicator, and of many. */
  hasValue: boolean;
  hasValues: boolean;
  isRemark: boolean;
}

/** Whose a column is: that of whom the table is about, or of nobody who is spoken of. */
type ColumnSubject = DocEntity | "whole" | "none" | undefined;

/** The headers of a document's tables by what is written, each read once rather than for each row. */
class Headers {
  private readonly known = new Map<string, Header>();
  private readonly years = new Map<Block, string | undefined>();
  private readonly goals = new Map<Block, number | undefined>();
  private captioned: string | undefined = undefined;
  private table: object | undefined = undefined;
  private subjects: ColumnSubject[] | undefined = undefined;

  constructor(private readonly x: Extraction) {}

  /** Takes note of whose each column is, where the header row names places, firms or bodies. */
  begin(row: Block): void {
    const subjects: ColumnSubject[] = [];
    let named = false;
    for (const cell of row.cells!) {
      const subject = this.subjectOf(cell);
      named ||= typeof subject === "object";
      subjects.push(subject);
    }
    this.table = row.table;
    this.subjects = named ? subjects : undefined;
  }

  private subjectOf(cell: Cell): ColumnSubject {
    const text = normalizeText(cell.text).trim();
    if (TOTAL.test(text)) return "whole";
    if (YARDSTICK.test(text)) return "none";
    return cell.inherited ? undefined : namedBy(this.x, cell);
  }

  /** Whose the columns of a row's table are; undefined where they are of times or kinds. */
  subjectsOf(row: Block): readonly ColumnSubject[] | undefined {
    return row.table !== undefined && row.table === this.table ? this.subjects : undefined;
  }

  of(written: string): Header {
    let header = this.known.get(written);
    if (header === undefined) {
      const text = normalizeText(written);
      const change = CHANGE.exec(text)?.[0];
      const { period, untimed, until } = timed(text, this.x.year);
      header = {
        text,
        change,
        scale: bracketScale(text),
        period,
        untimed,
        until,
        isGoal: until || GOAL.test(text),
        isIndicator: INDICATOR.test(written),
        isUnit: UNIT.test(written),
        hasValue: !NO_VALUE.test(YEARLY.replace(written, "")),
        hasValues: !NO_VALUE.test(written),
        isRemark: REMARKS.test(written),
      };
      this.known.set(written, header);
    }
    return header;
  }

  /** Whether a heading above a row announces goals (二、行动目标): from which year on its columns are such; undefined where none does. */
  goalsFrom(row: Block): number | undefined {
    const { parent } = row;
    if (parent === null) return undefined;
    if (!this.goals.has(parent)) this.goals.set(parent, goalsUnder(this.x, parent));
    return this.goals.get(parent);
  }

  /** Takes note of the line before a table: 下表为2023年底数据。, 表2 2023年各县（市）情况 are the year of all its figures. */
  captionedBy(line: Block | undefined): void {
    this.captioned =
      line?.kind === "paragraph" && CAPTION.test(this.x.norm, line.start, line.end)
        ? yearOfCaption(this.x.norm.slice(line.start, line.end))
        : undefined;
  }

  /** The year that the line before a row's table gives, or the headings above it. */
  yearAbove({ parent }: Block): string | undefined {
    if (this.captioned !== undefined) return this.captioned;
    if (parent === null) return undefined;
    if (!this.years.has(parent)) this.years.set(parent, yearIn(this.x.norm, parent));
    return this.years.get(parent);
  }
}

/** Observations of tables: rows of indicators with columns of values, or rows of places or firms with columns of indicators. */
export function tableFigures(x: Extraction, topics: Topics): void {
  const headers = new Headers(x);
  let before: Block | undefined;
  for (const block of x.blocks) {
    const last = before;
    before = block;
    if (block.kind !== "table-row" || block.cells === undefined) continue;
    if (last?.kind !== "table-row" || last.table !== block.table) headers.captionedBy(last);
    if (block.isHeader) {
      headers.begin(block);
      continue;
    }
    const subject = rowSubject(x, block);
    if (subject === undefined && isCard(block)) {
      cardRow(x, topics, block);
      continue;
    }
    const naming = block.cells.filter(
      (cell) => cell.header !== null && headers.of(cell.header).isIndicator && !NUMBER.test(cell.text),
    );
    const named =
      // 类别 | 指标: the first only says of what kind.
      naming.find((cell) => MEASURES.test(cell.header!)) ??
      naming[0] ??
      (subject === undefined && headers.subjectsOf(block) !== undefined
        ? block.cells.find((cell) => !WORDLESS.test(cell.text) && !NUMBER.test(cell.text))
        : undefined);
    if (named !== undefined && subject === undefined) indicatorRow(x, topics, headers, block, named);
    else if (subject === undefined && TOTAL.test(block.cells.find((cell) => cell.text !== "")?.text ?? "")) {
      const whole = topics.of(block);
      if (whole !== undefined) subjectRow(x, headers, block, whole, block.cells[0]!);
    } else if (subject !== undefined) subjectRow(x, headers, block, subject.entity, subject.cell);
  }
}

/** 员工人数 | 860人, in a table of two columns without a header. */
const isCard = ({ cells }: Block): boolean =>
  cells!.length === 2 && cells!.every(({ header }) => header === null) && LABEL.test(cells![0]!.text.trim());

function cardRow(x: Extraction, topics: Topics, row: Block): void {
  const subject = topics.of(row);
  const [label, cell] = row.cells as [Cell, Cell];
  if (subject === undefined || NO_VALUE.test(label.text)) return;
  const { period, untimed, until } = timed(normalizeText(label.text), x.year);
  observe(x, row, cell, bracketScale(untimed), {
    subject,
    indicator: tidy(withoutBrackets(withoutUnit(untimed))),
    period,
    status: until || GOAL.test(label.text) ? "TARGET" : "ACTUAL",
  });
}

function indicatorRow(x: Extraction, topics: Topics, headers: Headers, row: Block, named: Cell): void {
  const whole = topics.of(row);
  const subjects = headers.subjectsOf(row);
  if (whole === undefined && subjects === undefined) return;
  const name = normalizeText(named.text);
  const label = timed(name, x.year);
  const indicator = withoutBrackets(withoutUnit(label.untimed));
  const author = authorOf(topics, whole, indicator);
  const told = row.cells!.find((cell) => cell.header !== null && headers.of(cell.header).isUnit);
  const scale = (told && scaleOf(told.text)) ?? bracketScale(name);
  const beside = yearBeside(headers, row);
  const goalsFrom = headers.goalsFrom(row);
  let year: string | undefined;
  for (const cell of row.cells!) {
    if (cell === named || cell === told || cell.header === null) continue;
    const of = subjects?.[cell.column];
    const subject = of === undefined || of === "whole" ? (author ?? whole) : of;
    if (subject === undefined || subject === "none") continue;
    const header = headers.of(cell.header);
    if (!header.hasValue) continue;
    const { change } = header;
    const measure = change === undefined ? (header.scale ?? scale) : { unit: "%", exponent: 0 };
    // 同比 | 增长24.1%: in which direction stands in the cell.
    const direction = change === undefined ? "" : directionOf(cell.text);
    const changed = change === undefined ? "" : header.untimed.replace(/（.{0,300}?）|\d{4}年/g, "");
    observe(x, row, direction === "" ? cell : from(cell, direction.length), measure, {
      subject,
      indicator: tidy(indicator + changed + (changed.endsWith(direction) ? "" : direction)),
      // A change is of the last year before its column.
      period:
        header.period ??
        label.period ??
        (named.header === null ? undefined : headers.of(named.header).period) ??
        (change === undefined ? undefined : year) ??
        beside ??
        headers.yearAbove(row),
      status: header.isGoal || label.until || isGoalOf(header, goalsFrom) ? "TARGET" : "ACTUAL",
    });
    if (!header.isGoal) year = header.period ?? year;
  }
}

const DIRECTION = gated(/^(?:增长|提高|提升|上升|增加|下降|降低|减少|回落)(?=[约近]?\d)/);
const directionOf = (text: string): string => DIRECTION.exec(text)?.[0] ?? "";
const from = (cell: Cell, length: number): Cell => ({ ...cell, start: cell.start + length });

const GOALS = gated(
  /(?:行动|主要|总体|发展|工作|具体|预期|建设|年度|阶段性?)目标|目标(?:任务|指标|值)|^.{0,6}目标$/,
);
const REACHED = gated(/完成|达成|实现情况|进展|回顾|对标|考核|执行/);
/** Columns of a table of goals that say where one starts from. */
const STARTING = gated(/现状|基期|基数|基准|实际|完成|现值|实绩|上年/);
const SPAN = gated(/(20\d\d)年?[—–\-至~](?:20)?\d\d/);

/** The first year of the goals that the nearest heading above announces: the document's, or that of the plan's span. */
function goalsUnder(x: Extraction, parent: Block): number | undefined {
  if (parent.kind === "title") return undefined;
  if (!GOALS.test(x.norm, parent.start, parent.end) || REACHED.test(x.norm, parent.start, parent.end))
    return undefined;
  for (let above: Block | null = parent; above !== null; above = above.parent) {
    const span = SPAN.exec(x.norm, above.start, above.end);
    if (span !== null) return Number(span[1]);
  }
  return x.year;
}

/** Whether a column of a year is one of goals. */
const isGoalOf = ({ period, text }: Header, from: number | undefined): boolean =>
  from !== undefined && period !== undefined && Number(period.slice(0, 4)) >= from && !STARTING.test(text);

function subjectRow(x: Extraction, headers: Headers, row: Block, subject: DocEntity, of: Cell): void {
  for (const cell of row.cells!) {
    if (cell === of || cell.header === null) continue;
    const header = headers.of(cell.header);
    if (!header.hasValues) continue;
    observe(x, row, cell, header.scale, {
      subject,
      indicator: tidy(withoutBrackets(header.untimed).replace(/20\d{2}年/, "")),
      period: header.period ?? headers.yearAbove(row),
      status: header.isGoal ? "TARGET" : "ACTUAL",
    });
  }
}

function observe(
  x: Extraction,
  row: Block,
  cell: Cell,
  scale: Scale | undefined,
  {
    subject,
    indicator,
    period,
    status,
  }: Pick<ObservationFinding, "subject" | "indicator" | "period" | "status">,
): void {
  if (cell.inherited || indicator === "") return;
  const text = x.norm.slice(cell.start, cell.end);
  const note = NOTED.exec(text);
  const figure = cellValue(note === null ? text : text.slice(0, note.index), scale);
  if (figure === undefined) return;
  x.observe({
    subject,
    indicator,
    value: figure.value,
    unit: figure.unit,
    period: note?.[1] ?? period,
    comparator: figure.comparator === "=" ? undefined : figure.comparator,
    status,
    start: row.start,
    end: row.end,
    rule: "quantity/table",
    confidence: 0.85,
  });
}

/** The value of a cell: with its own unit, or a bare number in the unit that the table gives. */
function cellValue(
  text: string,
  scale: Scale | undefined,
): Pick<Figure, "value" | "unit" | "comparator"> | undefined {
  const own = figuresIn(text, 0, text.length);
  if (own.length === 1 && own[0]!.start <= 1 && own[0]!.end >= text.trimEnd().length) {
    const { value, unit, comparator } = own[0]!;
    return { value, unit, comparator };
  }
  const trimmed = text.trim();
  if (scale === undefined || !NUMBER.test(trimmed)) return undefined;
  const digits = DIGITS.exec(trimmed)![0].replaceAll(",", "");
  const comparator = AT_LEAST.test(trimmed)
    ? ">="
    : AT_MOST.test(trimmed)
      ? "<="
      : ABOUT.test(trimmed)
        ? "~"
        : "=";
  return { value: Number(`${digits}e${scale.exponent}`), unit: scale.unit, comparator };
}

/** （亿元）, （单位：万件） at the end of a header or an indicator. */
function bracketScale(text: string): Scale | undefined {
  const inside = IN_BRACKETS.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const parts = inside.split(PARTS);
  // 含提名奖，家: the unit stands beside another remark.
  return scaleOf(parts.at(-1)!) ?? (parts.length > 1 ? scaleOf(parts[0]!) : undefined);
}

/** 获奖组织（含提名奖，家） without the unit. */
function withoutUnit(label: string): string {
  const match = IN_BRACKETS.exec(label);
  if (match === null) return label;
  const told = match[1]!.split(PARTS).filter((part) => part !== "" && scaleOf(part) === undefined);
  return label.slice(0, match.index) + (told.length === 0 ? "" : `（${told.join("，")}）`);
}

/** The time that a label or header gives (2023年合格率, 产值（2024年上半年，亿元）), and what it says besides. */
function timed(text: string, year: number | undefined): Timed {
  const plain = text.replaceAll("（", " ");
  const time = timesIn(plain, 0, plain.length, year).find((t) => t.period !== undefined);
  if (time === undefined) return { period: yearOf(text), untimed: text, until: false };
  return {
    period: time.period,
    untimed: text.slice(0, text[time.start] === "（" ? time.start + 1 : time.start) + text.slice(time.end),
    until: time.until,
  };
}

/** Whom a cell names, and nothing else. */
function namedBy(x: Extraction, cell: Cell): DocEntity | undefined {
  const mention = x.mentionsIn(cell.start, cell.end, SUBJECTS)[0];
  return mention !== undefined && mention.end - mention.start >= cell.text.trim().length - 1
    ? mention.entity
    : undefined;
}

function scaleOf(text: string): Scale | undefined {
  const plain = normalizeText(text).trim();
  const multiplier = MULTIPLIER.exec(plain)?.[1] ?? "";
  const unit = unitAt(plain, multiplier.length);
  if (unit === undefined || unit.end !== plain.length) return undefined;
  return { unit: unit.unit, exponent: { 万亿: 12, 亿: 8, 万: 4, 千: 3, 百: 2, "": 0 }[multiplier] ?? 0 };
}

/** Whose row it is: its first cell of words is a name. */
function rowSubject(x: Extraction, row: Block): { entity: DocEntity; cell: Cell } | undefined {
  const cell = row.cells!.find((c) => !WORDLESS.test(c.text));
  const entity = cell && namedBy(x, cell);
  return entity && { entity, cell: cell! };
}

function yearOf(header: string): string | undefined {
  return OF_YEAR.exec(header)?.[1] ?? YEAR_ALONE.exec(header.trim())?.[1];
}

/** A column of remarks that begins with the row's year. */
function yearBeside(headers: Headers, row: Block): string | undefined {
  for (const cell of row.cells!) {
    if (cell.header === null || !headers.of(cell.header).isRemark) continue;
    const year = YEAR_FIRST.exec(cell.text.trim())?.[1];
    if (year !== undefined) return year;
  }
  return undefined;
}

/** The one year that a line before a table gives, if it is short. */
function yearOfCaption(line: string): string | undefined {
  if (line.length > 60 || AIMED.test(line)) return undefined;
  const years = new Set(line.match(/20\d{2}(?=年)/g));
  return years.size === 1 ? [...years][0] : undefined;
}

/** The one year that a heading gives, or the nearest above it that gives any. */
function yearIn(norm: string, nearest: Block): string | undefined {
  for (let heading: Block | null = nearest; heading !== null; heading = heading.parent) {
    const years = new Set(norm.slice(heading.start, heading.end).match(/20\d{2}(?=年|）|\s{0,20}$)/g));
    if (years.size > 0) return years.size === 1 ? [...years][0] : undefined;
  }
  return undefined;
}
