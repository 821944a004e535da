import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Block, Cell } from "../../types.js";
import { indexWithin } from "../spans.js";
import type { Extraction } from "../types.js";
import { type FieldKind, kindOfLabel, LONGEST_LABEL, tells } from "./field-labels.js";
import { numberingLength } from "./fields.js";
import { tierOfLabel } from "./tier-labels.js";

/** 获奖单位：甲公司, 【年度】2019, a cell 届次 and the one beside it: a label and its value. */
export interface LabelledField {
  label: string;
  kind: FieldKind;
  /** Where the value stands; nowhere where the next line has it. */
  start: number;
  end: number;
}

interface Label {
  text: string;
  /** Undefined for a label of no record, before a colon: 经营范围：…. */
  kind: FieldKind | undefined;
  start: number;
  /** Where the value begins. */
  end: number;
}

const BLANK = new CharacterSet(BLANKS);
const OPEN = new CharacterSet("【[［〔（");
const CLOSE = new CharacterSet("】]］〕）");
/** What may part any label from its value, and what parts only one that is known. */
const COLON = new CharacterSet("：=");
const WEAK = new CharacterSet("｜|│/·→—–－…-");
/** No separator is longer, with the blanks around it. */
const LONGEST_SEPARATOR = 8;
/** What stands between two fields of one line, with the number of the next: ；, ｜, ‖ 〔2〕. */
const BETWEEN = new CharacterSet(`${BLANKS}；，。｜|│‖/、·●★■◆▪-`);
const NUMBER = new CharacterSet("〔[（(0123456789.)）]〕①②③④⑤⑥⑦⑧⑨⑩");
/** A line with fields has no more characters. */
const LONGEST_LINE = 400;
/** What an unknown label does not end in: 甲公司：某奖, 某县：某奖. */
const NAMES = new CharacterSet("奖司团厂院校学局所区县市省州旗注");

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;

function skip(set: CharacterSet, norm: string, at: number, to: number, most = 4): number {
  let end = at;
  while (end < to && end - at < most && set.has(norm.charCodeAt(end))) end++;
  return end;
}

/** The end of the characters of a label, 奖 项 and 届次/年度 among them. */
function wordEnd(norm: string, from: number, to: number): number {
  let at = from;
  const last = Math.min(to, from + LONGEST_LABEL + 1);
  while (at < last) {
    if (isHan(norm.charCodeAt(at))) at++;
    else if (norm[at] === "/" && kindOfLabel(norm.slice(from, at)) !== undefined) {
      // 届次/年度, no 年度/2019
      let end = at + 1;
      while (end < last && isHan(norm.charCodeAt(end))) end++;
      if (kindOfLabel(norm.slice(from, end)) === undefined) return at;
      at = end;
    } else if (at === from + 1 && BLANK.has(norm.charCodeAt(at))) {
      // 奖 项
      const next = skip(BLANK, norm, at, last);
      if (!isHan(norm.charCodeAt(next)) || isHan(norm.charCodeAt(next + 1))) return at;
      return kindOfLabel(norm[from]! + norm[next]!) === undefined ? at : next + 1;
    } else return at;
  }
  return at;
}

/** The label that [at, to) begins with, alone or with what parts it from its value. */
function labelAt(norm: string, from: number, to: number, anyLabel = false): Label | undefined {
  let at = from;
  const framed = OPEN.has(norm.charCodeAt(at));
  if (framed) at++;
  const word = wordEnd(norm, at, to);
  if (word - at < 2) return undefined;
  const text = norm.slice(at, word).replace(NO_BLANKS, "");
  const kind = kindOfLabel(text);
  const end = kind === undefined ? word : asideEnd(norm, word, to);
  if (framed) {
    if (!CLOSE.has(norm.charCodeAt(end))) return undefined;
    if (kind === undefined) return undefined;
    const mark = skip(BLANK, norm, end + 1, to);
    return { text, kind, start: from, end: COLON.has(norm.charCodeAt(mark)) ? mark + 1 : end + 1 };
  }
  const mark = skip(BLANK, norm, end, to);
  if (mark < to && COLON.has(norm.charCodeAt(mark))) {
    if (kind === undefined && (NAMES.has(norm.charCodeAt(end - 1)) || tierOfLabel(text) !== undefined))
      return undefined;
    return { text, kind, start: from, end: mark + 1 };
  }
  if (kind === undefined && !(anyLabel && mark > end)) return undefined;
  const value = skip(WEAK, norm, mark, to, LONGEST_SEPARATOR);
  return value > end || end === to ? { text, kind, start: from, end: value } : undefined;
}

const NO_BLANKS = /\s/g;

/** 届次|（年份）|：: where what a bracket adds to a label ends. */
function asideEnd(norm: string, at: number, to: number): number {
  if (norm[at] !== "（") return at;
  const close = indexWithin(norm, "）", at, Math.min(to, at + LONGEST_LABEL));
  return close > 0 && kindOfLabel(norm.slice(at + 1, close)) !== undefined ? close + 1 : at;
}

/** Where a number before a field ends: 〔2〕, 3., ④; no year. */
function numberEnd(norm: string, at: number, to: number): number {
  if (DIGIT.has(norm.charCodeAt(at))) {
    const end = skip(DIGIT, norm, at, to, 2);
    return POINT.has(norm.charCodeAt(end)) ? end + 1 : at;
  }
  return skip(NUMBER, norm, at, to);
}
const [DIGIT, POINT] = [new CharacterSet("0123456789"), new CharacterSet(".、)）")];

/** The next field of a line whose label is of a record, and where the value before it ends. */
function nextField(norm: string, from: number, to: number): { end: number; label: Label } | undefined {
  for (let at = from; at < to; ) {
    const end = at;
    if (BETWEEN.has(norm.charCodeAt(at))) {
      at = skip(BETWEEN, norm, at, to, LONGEST_SEPARATOR);
      // ； 〔2〕 荣誉：…
      at = skip(BLANK, norm, numberEnd(norm, at, to), to);
    } else if (!OPEN.has(norm.charCodeAt(at))) {
      at++;
      continue;
    }
    const label = labelAt(norm, at, to);
    if (label?.kind !== undefined) return { end, label };
    if (at === end) at++;
  }
  return undefined;
}

/** The fields of a line that begins with a label, or of a row of labels and values; none where it is none. */
export function fieldsOfLine(
  x: Extraction,
  { start, end, cells }: Block,
  /** Whether a label that is none of a record may stand before a blank: 档案类别 B-2, between two fields. */
  anyLabel = false,
): LabelledField[] {
  const fields: LabelledField[] = [];
  if (cells === undefined) {
    if (end - start <= LONGEST_LINE) addFields(fields, x, start, end, anyLabel);
    return fields;
  }
  if (cells.length === 2 || kindOfCell(cells[2]) !== undefined)
    for (let i = 0; i < cells.length; i += 2) fields.push(...fieldOf(cells, i, i + 1));
  // 获奖单位：甲公司 | 年度：2019年
  if (fields.length === 0 && cells.length > 1 && COLON.within(x.norm, start, cells[0]!.end))
    for (const cell of cells) addFields(fields, x, cell.start, cell.end, anyLabel);
  return fields;
}

function addFields(
  fields: LabelledField[],
  { norm }: Extraction,
  start: number,
  end: number,
  anyLabel: boolean,
): void {
  let at = skip(BLANK, norm, start, end);
  at += numberingLength(norm, at, end);
  const number = OPEN.has(norm.charCodeAt(at)) ? skip(NUMBER, norm, at, end) : at;
  // 〔1〕 荣誉：…
  if (number > at + 1) at = skip(BLANK, norm, number, end);
  const first = labelAt(norm, at, end, anyLabel);
  // 五、荣誉: a heading.
  if (first?.end === end && at > start) return;
  for (let label = first; label !== undefined; ) {
    const next = nextField(norm, label.end, end);
    const from = skip(BLANK, norm, label.end, end);
    let to = next?.end ?? end;
    while (to > from && BETWEEN.has(norm.charCodeAt(to - 1))) to--;
    fields.push({ label: label.text, kind: label.kind ?? "aside", start: from, end: Math.max(from, to) });
    label = next?.label;
  }
}

/** What a row of a card's header says: 项目 | 内容. */
const HEADS = new Set(["", "项目", "栏目", "字段", "名目", "类目", "要素", "内容", "事项"]);

/** The fields of a table whose first column are labels, 单位 | 甲公司 | 乙公司: one list for each column of values. */
export function fieldsOfTable(rows: readonly Block[]): LabelledField[][] {
  let columns = 0;
  let labels = 0;
  const told = new Set<FieldKind>();
  for (const { cells = [] } of rows) {
    if (HEADS.has(cells[0]?.text.replace(NO_BLANKS, "") ?? "")) continue;
    const kind = kindOfCell(cells[0]);
    if (kind === undefined) return [];
    labels++;
    told.add(kind);
    columns = Math.max(columns, cells.length);
  }
  if (labels < 2 || columns < 3 || [...told].filter(tells).length < 2) return [];
  const found: LabelledField[][] = [];
  for (let i = 1; i < columns; i++) found.push(rows.flatMap(({ cells = [] }) => fieldOf(cells, 0, i)));
  return found;
}

const kindOfCell = (cell: Cell | undefined): FieldKind | undefined =>
  cell === undefined ? undefined : kindOfLabel(cell.text.replace(COLON_OR_BLANK, "").replace(ASIDE, ""));
const ASIDE = /(?<=.)（[\u4e00-\u9fa5]{2,4}）$/;
const COLON_OR_BLANK = /[\s：:*]/g;

function fieldOf(cells: readonly Cell[], label: number, value: number): LabelledField[] {
  const [head, cell] = [cells[label], cells[value]];
  const kind = kindOfCell(head);
  if (kind === undefined || cell === undefined || cell.text === "") return [];
  // 项目名称 | 完成单位 | 等级 | 属地: what heads the columns of a table.
  if (kindOfCell(cell) !== undefined) return [];
  // 项目 | 内容
  if (HEADS.has(cell.text)) return [{ label: head!.text, kind: "aside", start: cell.start, end: cell.end }];
  return [{ label: head!.text, kind, start: cell.start, end: cell.end }];
}
