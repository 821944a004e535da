import type { Block, Cell } from "../types.js";

/** What says the same as the cell above. */
const DITTOES: ReadonlySet<string> = new Set(["〃", "″", '"', "“", "”", "''", "同上"]);
const isDitto = (text: string): boolean => text.length <= 2 && DITTOES.has(text);
const NUMERIC = /^[\d０-９.,%％年月日第届批\-–—/~～、 ]+$/;
/** What headers are made of: the more exact a match, the surer that a row names columns. */
const HEADER_WORD =
  /^(?:.{0,8}(?:序号|编号|名称|名单|姓名|单位|组织|企业|个人|人员|机构|奖项|荣誉|称号|等次|等级|类别|类型|级别|届次|届别|届|年份|年度|时间|日期|得主|获奖者|获得者|地区|县（市）区|县市区|区县|所在地|所在县（市）区|区域|属地|地点|备注|说明|数量|数值|金额|指标|项目|成果|专利名称|专利权人|内容|职务|领域|行业|产业|占比|比例|增长|增速|同比|环比|增减|增幅|增降|变化|变动|排名|排位|目标|单位性质|责任单位|牵头单位|完成单位|承担单位|数据|合计)|项[\s ]?目|年|奖项)(?:[（(／/].{0,300})?$/;
const ORGANIZATION = /(?:公司|集团|厂|院|所|局|大学|学校|医院|中心|政府)(?:[（(].{0,300})?$/;

/** What heads a column of things that are measured, beside columns of whose they are: 指标 | 甲公司 | 乙公司. */
const MEASURES = /(?:指标|数据)(?:名称)?$/;
/** 奖项 | 甲公司 | 乙公司 */
const HEADS_FIRMS = /^(?:奖项|荣誉|称号|项目|奖项名称|荣誉名称|荣誉称号|质量奖项|质量荣誉|奖励)$/;
/** 第三届, 2019年, 第四届（2019年）, 2019年度（第四届）. */
const ROUND =
  /^(?:首届|第[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年?度?)(?:[\s（(/·]{1,3}(?:首届|第[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年?度?)[）)]?)?$/;
/** A column's name that is a year or part of one. */
const PERIOD = /^(?:19|20)\d\d年?(?:度|初|末|底|上半年|下半年|\d{1,2}月)?$/;
/** 2025年目标值, 2023年1—6月. */
const OF_YEAR = /^(?:19|20)\d\d年.{1,10}$/;
/** Columns whose value holds for a group of rows: an empty cell within the group repeats it. */
const GROUPING = /奖别|奖次|奖项|奖级|等次|等级|级别|类别|届|年|批次/;

/** Makes the rows of one table into blocks; rows that name the columns are its header. */
export class TableBuilder {
  private readonly table = { start: -1, end: -1 };
  private headers: (string | null)[] | null = null;
  private above: Cell[] = [];
  private rows = 0;
  /** After how many columns the headers begin again: 序号 | 单位 | 序号 | 单位. */
  private period = 0;

  constructor(private readonly text: string) {}

  /**
   * Fills in the block of the table's next row. A row with one cell among several columns heads those below it: that cell
   * is given back.
   */
  row(row: Block): Cell | undefined {
    const { start, end } = row;
    if (this.rows === 0) this.table.start = start;
    this.table.end = end;
    const cells = this.cells(start, end);
    const first = cells[0]!;
    if (
      (cells.length >= 3 || headsRows(first)) &&
      first.text !== "" &&
      !first.inherited &&
      standsAlone(first, cells)
    ) {
      this.rows++;
      this.above = [];
      return first;
    }
    const isHeader = this.rows++ <= 1 && this.isHeader(cells);
    if (isHeader) {
      this.headers = this.headersOf(cells);
      this.period = periodOf(this.headers);
    } else {
      this.inherit(cells);
      this.above = cells;
    }
    row.cells = cells;
    row.isHeader = isHeader;
    row.table = this.table;
    return undefined;
  }

  /** The rows that stand side by side in one of the table, where its headers begin again. */
  besideIn(row: Block): readonly Block[] {
    const { cells, isHeader } = row;
    const { period } = this;
    if (period === 0 || isHeader === true || cells === undefined || cells.length <= period) return [row];
    const rows: Block[] = [];
    let { start } = row;
    for (let at = 0; at < cells.length; at += period) {
      let end = start - 1;
      for (let i = 0; i < period && end < row.end; i++) end = this.cellEnd(end + 1, row.end);
      const part = cells.slice(at, at + period).map((cell) => ({ ...cell, column: cell.column - at }));
      if (at === 0 || part.some(isFilled)) rows.push({ ...row, start, end, cells: part });
      start = end + 1;
    }
    return rows;
  }

  /** Where the cell ends that begins at an offset. */
  private cellEnd(from: number, end: number): number {
    const tab = this.text.indexOf("\t", from);
    return tab < 0 || tab > end ? end : tab;
  }

  private isHeader(cells: readonly Cell[]): boolean {
    const filled = cells.filter(isFilled);
    if (filled.length < 2) return false;
    if (this.headers !== null) {
      // Below a cell that spans both header rows, or all of it names of columns.
      if (this.above.length > 0) return false;
      const [{ text }] = cells as [Cell];
      // 年份 | 2019年 | 2021年 below 届次 | 第三届 | 第四届
      if (
        filled.length > 2 &&
        namesColumn(filled[0]!) &&
        filled.slice(1).every(isRound) &&
        this.headsRounds()
      )
        return true;
      const spanned = text === "" || isDitto(text);
      if (!spanned && (!HEADER_WORD.test(text) || ROUND.test(text))) return false;
      if (isDitto(filled[0]!.text)) return true;
      const names = filled.filter((cell) => namesOrRepeats(cell) || (spanned && isRound(cell)));
      return names.length >= filled.length * 0.6;
    }
    if (this.rows > 1) return false;
    if (filled.filter(namesColumn).length >= filled.length * 0.6) return true;
    // 届 | 年度 | 正奖 | 提名奖
    if (filled.length > 2 && filled.some(namesColumn) && filled.every((c) => namesColumn(c) || isTier(c)))
      return true;
    // (nothing) | 正奖 | 提名奖
    if (cells.length > 1 && cells.slice(1).every(isTier)) return true;
    // 等次 | 第三届 | 第四届（2019年）
    if (cells.length > 2 && cells.slice(1).every(isRound)) return true;
    const names = filled.every(mayNameColumn);
    // 指标 | 2022年 | 2023年; 组织 | 甲奖 | 乙奖
    if (HEADER_WORD.test(filled[0]!.text))
      return (
        names ||
        (filled.length > 2 && HEADS_FIRMS.test(filled[0]!.text) && filled.slice(1).every(isOrganization)) ||
        (MEASURES.test(filled[0]!.text) && filled.slice(1).every(isOrganization)) ||
        filled.slice(1).every(namesPeriodOrColumn)
      );
    return names && !filled.some(isPrize);
  }

  /** Whether each column but the first is headed by a round. */
  private headsRounds(): boolean {
    return this.headers!.slice(1).every((header) => header !== null && ROUND.test(header));
  }

  /** The names of the columns; a second header row's names stand behind those of the first. */
  private headersOf(cells: readonly Cell[]): (string | null)[] {
    const names: (string | null)[] = [];
    for (const [i, { text }] of cells.entries()) {
      const over = this.headers?.[i] ?? null;
      if (text === "") names.push(over ?? (i > 0 && this.headers === null ? (names[i - 1] ?? null) : null));
      else if (isDitto(text) || over === text) names.push(over);
      else names.push(over === null ? text : `${over} ${text}`);
    }
    return names;
  }

  /**
   * Empty cells that repeat the cell above: those on the left up to the first that is filled (but for the row's number), in a
   * table whose rows are grouped by its first columns; and within such a group those of columns like 等次.
   */
  private inherit(cells: Cell[]): void {
    if (this.above.length === 0) return;
    const first = cells.findIndex(tellsOwn);
    if (first <= 0) return;
    // 1 | 甲公司 | 某奖 and no tier: beside the row's number each cell tells its own.
    // 〃 | 甲公司 | and no tier: who marks what is repeated leaves nothing else out.
    const grouped = (first > 1 || !isRowNumber(cells[0]!)) && !cells.some(({ inherited }) => inherited);
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const above = this.above[i];
      if (cell.text !== "" || above === undefined || above.text === "") continue;
      if (i < first || (grouped && GROUPING.test(cell.header ?? "")))
        cells[i] = repeated(above, cell.column, cell.header);
    }
  }

  private cells(start: number, end: number): Cell[] {
    const cells: Cell[] = [];
    for (let from = start, column = 0; from <= end; column++) {
      const to = this.cellEnd(from, end);
      const text = this.text.slice(from, to);
      const header = this.headers?.[column] ?? null;
      const above = this.above[column];
      if (above !== undefined && isDitto(text)) cells.push(repeated(above, column, header));
      else cells.push({ start: from, end: to, column, header, text, inherited: false });
      from = to + 1;
    }
    return cells;
  }
}

/** After how many of a table's columns its headers begin again, once or more; 0 where they do not. */
function periodOf(headers: readonly (string | null)[]): number {
  const period = headers.indexOf(headers[0]!, 1);
  if (period < 2 || headers.length % period !== 0) return 0;
  for (let i = period; i < headers.length; i++)
    if (headers[i] === null || headers[i] !== headers[i - period]) return 0;
  return period;
}

const isFilled = ({ text }: Cell): boolean => text !== "";
const isOwn = ({ text, inherited }: Cell): boolean => text !== "" && !inherited;
const tellsOwn = (cell: Cell): boolean => isOwn(cell) && !isRowNumber(cell);
const isRowNumber = ({ column, header, text }: Cell): boolean =>
  column === 0 && header !== null && text.length <= 3 && SERIAL.test(header) && /^\d{1,3}$/.test(text);
/** Whether a cell of two columns, 单位 | 属地, holds an award, a tier or a round: it is that of those below. */
function headsRows({ header, text }: Cell): boolean {
  if (header === null) return false;
  return /奖(?:[（(][^（）()]{1,12}[）)]){0,2}】?$/.test(text)
    ? !OF_AWARDS.test(header)
    : ROUND_ALONE.test(text) && !OF_ROUNDS.test(header);
}
/** 奖项, 所获奖励, 奖牌, but not 获奖单位 */
const OF_AWARDS =
  /奖[项别级]|奖(?!.{0,6}(?:单位|企业|组织|公司|机构|个人|人员|名单|者|对象|主))|等次|荣誉|称号|类/;
const OF_ROUNDS = /届|年|时间|日期/;
/** 【第三届】, （二）2019年（3家） */
const ROUND_ALONE =
  /^(?:【|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)?(?:第[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年?度?)(?:[（(].{1,12}[）)]){0,2}】?$/;
const SERIAL = /^(?:序号|编号|序|№|No\.?)$/i;
const isOrganization = ({ text }: Cell): boolean => ORGANIZATION.test(text);
const isPrize = ({ text }: Cell): boolean => text.endsWith("奖");
const namesColumn = ({ text }: Cell): boolean => HEADER_WORD.test(text);
const isRound = ({ text }: Cell): boolean => ROUND.test(text);
const isTier = ({ text }: Cell): boolean => TIER.test(text);
/** What the second of two header rows may hold besides: 正奖 and 提名奖 below the name of their award. */
const TIER = /^(?:正奖|提名奖|质量奖|[特一二三]等奖|[金银铜]奖|优秀奖|创新奖|鼓励奖|组织奖|个人奖)$/;
const namesOrRepeats = ({ text }: Cell): boolean =>
  isDitto(text) || HEADER_WORD.test(text) || TIER.test(text);
const namesPeriodOrColumn = ({ text }: Cell): boolean =>
  PERIOD.test(text) || OF_YEAR.test(text) || HEADER_WORD.test(text);
const mayNameColumn = ({ text }: Cell): boolean =>
  text.length <= 16 && !NUMERIC.test(text) && !(text.length >= 6 && ORGANIZATION.test(text));

/** Whether a cell is the only one of its row that is filled. */
function standsAlone(cell: Cell, cells: readonly Cell[]): boolean {
  for (const other of cells) if (other !== cell && other.text !== "") return false;
  return true;
}

/** A cell that says what the one above it does. */
const repeated = ({ start, end, text }: Cell, column: number, header: string | null): Cell => ({
  start,
  end,
  column,
  header,
  text,
  inherited: true,
});
