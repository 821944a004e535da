import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { datesOfHeader } from "./cell-prizes.js";
import type { Column, Headers } from "./headers.js";
import { bareNames } from "./people.js";
import { tierOfLabel } from "./tier-labels.js";
import { tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";

/**
 * What the columns of a table hold by their headers; where those name no column of awards or none of winners, the one whose
 * cells name such: 名称 | 获得何种殊荣. Undefined for a table of what is only sought: 企业 | 目标奖项.
 */
export function columnsOfTable(
  x: Extraction,
  rows: readonly Block[],
  headers: Headers,
  /** Whether what stands above says that those whom it lists have won. */
  ofWinners: boolean,
): readonly Column[] | undefined {
  let cells: readonly Cell[] = [];
  for (const row of rows)
    if (row.cells !== undefined && !row.isHeader && row.cells.length > cells.length) cells = row.cells;
  const kinds = cells.map(({ header }) => headers.of(header));
  if (isHeadless(cells)) {
    const told = kinds.map((kind, i) => (holdsAny(x, rows, i, namesFirm) ? "winner" : kind));
    // 2005　某县　中国某某之乡: where no column names firms, places have what stands beside them.
    if (!told.includes("winner") && told.some((_, i) => holdsAny(x, rows, i, namesAward)))
      for (const i of filledBy(x, rows, told, MAY_HOLD_PLACES, isPlaceOnly).slice(0, 1)) told[i] = "winner";
    return told;
  }
  if (tellsOfNoWins(cells, kinds, ofWinners)) return undefined;
  if (!kinds.includes("award"))
    for (const i of filledBy(x, rows, kinds, MAY_HOLD_AWARDS, namesAward)) kinds[i] = "award";
  if (!tellsBearers(kinds) && kinds.includes("award")) {
    const named = filledBy(x, rows, kinds, MAY_HOLD_WINNERS, namesBearer);
    // 人物 | 简介 | 荣誉: the firm beside a person is the employer.
    const [only] = named.length > 1 ? filledBy(x, rows, kinds, MAY_HOLD_WINNERS, isBareName) : named;
    if (only !== undefined) kinds[only] = "winner";
    // 地方 | 牌子, 称号名称 | 所属县区: places themselves, whatever their column is headed.
    else if (named.length === 0)
      for (const i of filledBy(x, rows, kinds, MAY_HOLD_PLACES, isPlaceOnly).slice(0, 1)) kinds[i] = "winner";
  }
  // (nothing) | 正奖 | 提名奖, where the cells of the first say when.
  if (!kinds.includes("date"))
    for (const i of filledBy(x, rows, kinds, ["other"], isDated)) kinds[i] = "date";
  // 金奖 | 银奖, 正奖 | 提名奖: columns of those who won that tier.
  for (let i = 0; i < kinds.length; i++)
    if (
      kinds[i] === "other" &&
      tierOfLabel(lastHeader(cells[i]!)) !== undefined &&
      holdsAny(x, rows, i, namesAny)
    )
      kinds[i] = "winner";
  return kinds;
}

const isDated = (x: Extraction, { start, end }: Cell): boolean => DATES_ALONE.test(x.norm.slice(start, end));
const namesAny = (x: Extraction, cell: Cell): boolean =>
  unitsIn(x, cell.start, cell.end).length > 0 || isBareName(x, cell) || isEmployed(x, cell);
/** 蒲某某（某公司） */
function isEmployed(x: Extraction, { start, end }: Cell): boolean {
  const bracket = indexWithin(x.norm, "（", start, end);
  return bracket > start && bracket - start <= 5 && bareNames(x.norm, start, bracket) !== undefined;
}

/** Whether any cell of a column names something. */
const holdsAny = (
  x: Extraction,
  rows: readonly Block[],
  column: number,
  names: (x: Extraction, cell: Cell) => boolean,
): boolean =>
  rows.some(({ cells, isHeader }) => !isHeader && cells?.[column] !== undefined && names(x, cells[column]));

const SOUGHT = gated(
  /(?:目标|拟|计划|争创|冲刺|培育|申创)(?:的|申报|创建)?(?:奖项|奖种|荣誉|称号|质量奖|奖励|名称$)/,
);
/** 申报奖项, but for those beside which another column says what came of it: 评定结果, 获奖单位. */
const APPLIED = gated(/(?:申报|申请|参评|推荐)的?(?:奖项|奖种|荣誉|称号|质量奖|奖励|名称$)/);
const RESULT = gated(/结果|获奖|授奖|评定/);
/** 奖项 | 设立时间 | 评选周期: what awards there are. */
const OF_AWARDS = gated(/设立|创设|创立|开评|首评|周期|评选对象|评审办法|名额/);
const SCORED = gated(/得分|评分|总分|分值|分数/);
/** 候选组织, 参评单位 */
const CANDIDATES = gated(/候选|参评|报名|未获奖|落选|入围(?!奖)/);

/** Whether a table's columns are of what is sought, of what awards there are, or of how candidates did. */
function tellsOfNoWins(cells: readonly Cell[], kinds: readonly Column[], ofWinners: boolean): boolean {
  const bearers = tellsBearers(kinds);
  const graded = kinds.includes("tier") || kinds.includes("award");
  const decided = ofWinners || cells.some(({ header }) => RESULT.test(header ?? ""));
  for (let i = 0; i < kinds.length; i++) {
    const header = cells[i]!.header ?? "";
    if (SOUGHT.test(header) || (!bearers && OF_AWARDS.test(header))) return true;
    if (!decided && APPLIED.test(header)) return true;
    if (ofWinners || graded) continue;
    if (SCORED.test(header) || (kinds[i] === "winner" && CANDIDATES.test(header))) return true;
  }
  return false;
}

const MAY_HOLD_AWARDS: readonly Column[] = ["other", "aside", "work", "winner", "tier"];
const MAY_HOLD_WINNERS: readonly Column[] = ["other", "award"];
const MAY_HOLD_PLACES: readonly Column[] = ["other", "place"];

/** The columns of some kinds most of whose cells name something. */
function filledBy(
  x: Extraction,
  rows: readonly Block[],
  kinds: readonly Column[],
  among: readonly Column[],
  names: (x: Extraction, cell: Cell) => boolean,
): number[] {
  const found: number[] = [];
  for (let i = 0; i < kinds.length; i++) {
    if (!among.includes(kinds[i]!)) continue;
    let filled = 0;
    let named = 0;
    for (const { cells, isHeader } of rows) {
      const cell = cells?.[i];
      if (isHeader || cell === undefined || isEmpty(cell.text)) continue;
      filled++;
      if (names(x, cell)) named++;
    }
    if (named * 2 > filled) found.push(i);
  }
  return found;
}

/** Whether a cell names a firm, or a person by nothing but the name. */
const namesBearer = (x: Extraction, cell: Cell): boolean =>
  namesFirm(x, cell) || bareNames(x.norm, cell.start, cell.end) !== undefined;

/** Whether a cell holds a person's name and nothing else. */
const isBareName = (x: Extraction, cell: Cell): boolean =>
  cell.end - cell.start <= LONGEST_NAME && bareNames(x.norm, cell.start, cell.end) !== undefined;
const LONGEST_NAME = 12;

const PLACES: readonly EntityType[] = ["City", "County", "Zone"];
/** Whether a cell begins with the name of a place and holds little besides. */
function isPlaceOnly(x: Extraction, { start, end }: Cell): boolean {
  const [place] = x.mentionsIn(start, end, PLACES);
  return place !== undefined && place.start <= start + 1 && end - place.end <= 12 && !place.generic;
}

/** Whether a cell names an award and nobody who might have it. */
const namesAward = (x: Extraction, cell: Cell): boolean =>
  mentionsType(x, cell.start, cell.end, "Award") && !namesFirm(x, cell);

/** What the columns of a row hold, given what those of its table do. */
export function columnsOf(x: Extraction, cells: readonly Cell[], ofTable: readonly Column[]): Column[] {
  const kinds: Column[] = cells.map((_, i) => ofTable[i] ?? "other");
  if (!kinds.includes("award"))
    for (let i = 0; i < cells.length; i++)
      if (MAY_NAME_AWARDS.includes(kinds[i]!) && mentionsType(x, cells[i]!.start, cells[i]!.end, "Award"))
        kinds[i] = "award";
  // 类别 | 单位, where the cells of the first say 正奖 and 提名奖.
  if (!kinds.includes("tier"))
    for (let i = 0; i < cells.length; i++)
      if ((kinds[i] === "other" || kinds[i] === "aside") && tierOfLabel(cells[i]!.text) !== undefined)
        kinds[i] = "tier";
  // 奖项 | 获奖类别, where the cell of the second says 提名奖.
  if (kinds.indexOf("award") !== kinds.lastIndexOf("award"))
    for (let i = 0; i < cells.length; i++)
      if (kinds[i] === "award" && tierOfLabel(cells[i]!.text) !== undefined) kinds[i] = "tier";
  // 县区 | 荣誉称号: places themselves have the honours.
  if (!tellsBearers(kinds))
    for (let i = 0; i < cells.length; i++) {
      if (kinds[i] !== "place" || !PLACES_HEADER.test(cells[i]!.header ?? "")) continue;
      kinds[i] = "winner";
      break;
    }
  // 名称 | 荣誉 | 年份: whatever has a name there has the honour.
  if (
    !tellsBearers(kinds) &&
    kinds[0] === "other" &&
    kinds.includes("award") &&
    NAME_HEADER.test(cells[0]!.header ?? "")
  )
    kinds[0] = "winner";
  // 荣誉 | 某区 | 某县: a column for each place, of those there who have it.
  if (!tellsBearers(kinds) && kinds.includes("award"))
    for (let i = 0; i < cells.length; i++)
      if (PLACE_HEADER.test(lastHeader(cells[i]!)) && namesFirm(x, cells[i]!)) kinds[i] = "winner";
  // Without a header that tells: by what the cells hold, or most of those in their column.
  if (isHeadless(cells))
    return cells.map((cell, i) => {
      const own = columnByContent(x, cell);
      return own === "other" && ofTable[i] === "winner" ? "winner" : own;
    });
  return kinds.includes("award") || tellsBearers(kinds)
    ? kinds
    : cells.map((cell, i) => {
        if (kinds[i] === "date" && datesOfHeader(cell.header ?? "") !== undefined) return "date";
        const held = columnByContent(x, cell);
        // 届次 | 谁: what holds nothing known is what its header says.
        return held === "other" ? kinds[i]! : held;
      });
}

const NAME_HEADER = gated(/^(?:名称|名字|名录|对象名称)$/);
const PLACE_HEADER = gated(/^[\u4e00-\u9fa5]{1,6}[区县市旗州]$/);
const namesFirm = (x: Extraction, { start, end }: Cell): boolean =>
  unitsIn(x, start, end).some(({ entity: { type } }) => type === "Company" || type === "Institution");

function isHeadless(cells: readonly Cell[]): boolean {
  for (const { header } of cells) if (header !== null) return false;
  return true;
}

const MAY_NAME_AWARDS: readonly Column[] = ["other", "aside", "work", "date", "tier"];

/** Whether a column says who or what won. */
export const tellsBearers = (kinds: readonly Column[]): boolean =>
  kinds.includes("winner") || kinds.includes("owner") || kinds.includes("work");

function columnByContent(x: Extraction, cell: Cell): Column {
  const { start, end, text } = cell;
  if (mentionsType(x, start, end, "Award")) return "award";
  if (isDated(x, cell)) return "date";
  if (text.length <= 6 && tierOfCell(text) !== undefined) return "tier";
  return x.mentionsIn(start, end, ["Company", "Institution", "Person", "Zone"]).length > 0
    ? "winner"
    : "other";
}

/** 2018年, 第三届, ①2016（第三届）, （2018年9月）, 二〇一八年 */
const DATES_ALONE =
  /^[（([【〔]?(?:[①-⑳]|\d{1,2}[.、．])?\s?(?:(?:19|20)\d\d(?!\d)(?:[-./]\d{1,2}(?!\d)){0,2}|[一二][〇○零一二三四五六七八九]{3}年|[首第][一二三四五六七八九十\d]{0,4}届)[\d年月日度初底末首第一二三四五六七八九十届批（）()[\]【】〔〕,，、·／/\s]{0,16}$/;

const PLACES_HEADER = /^(?:各)?(?:[县市区旗州盟（）、]{2,8}|地区|城市|区域|乡镇|镇街)$/;

/** A column's own header, the lower of two. */
export const lastHeader = ({ header }: Cell): string =>
  header === null || header === undefined ? "" : header.slice(header.lastIndexOf(" ") + 1);

const EMPTY = gated(
  /^(?:[\s/／—\-–无]*|[（(]?(?:本届|本次|该届)?(?:空 ?缺|从缺|暂缺|停评|未评[出选]?)[）)]?)$/,
);
export const isEmpty = (text: string): boolean => EMPTY.test(text);
