import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import type { Extraction } from "../types.js";
import type { Unit } from "./units.js";

/** A stretch of a line between separators, and what parted it from the one before. */
export interface Field {
  start: number;
  end: number;
  /** "" at the start, " " for white space, ":" for a colon, "-" for dashes and dots, "," for a comma, ";" for ；｜. */
  sep: "" | " " | ":" | "-" | "," | ";";
}

/** 提名奖为甲公司 as 提名奖：甲公司. */
const SEPARATOR =
  /(?<=[，；;]\s?(?:提名奖|正奖|[金银铜]奖|[特一二三]等奖))为(?=[\u4e00-\u9fa5]{4})|[\s：:｜|；;，/]|—{1,200}|–{1,200}|…{1,200}|\.{3,200}|·{3,200}|-{2,200}/y;
const OPEN = new CharacterSet("（“《【〔");
const CLOSE = new CharacterSet("）”》】〕");
/** All that parts fields or keeps what stands between two of them together. */
const MARKS = new CharacterSet(`${BLANKS}为：:｜|；;，/—–….·-（“《【〔）”》】〕`);
/** With what the numbering before an entry begins. */
const NUMBERS = new CharacterSet(
  `${BLANKS}（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十-•·●○◆◇■□★☆▲△※*>`,
);

/** The numbering before an entry: （一）, 1., 三、, ①, ◆, □. */
export const NUMBERING =
  /^\s{0,20}(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}\s?[.、．)）](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-•·●○◆◇■□★☆▲△※*>])?\s{0,20}/;

/** How long the numbering at the beginning of [from, to) is. */
export const numberingLength = (norm: string, from: number, to: number): number =>
  from < to && NUMBERS.has(norm.charCodeAt(from)) ? NUMBERING.exec(norm.slice(from, to))![0].length : 0;

/** The fields of [from, to): what stands in brackets or quotation marks, or within a name or unit, is not parted. */
export function fieldsOf(x: Extraction, from: number, to: number, units: readonly Unit[]): Field[] {
  const { norm } = x;
  // Nearly half of all stretches have nothing that may part them.
  if (!MARKS.within(norm, from, to)) return to > from ? [{ start: from, end: to, sep: "" }] : [];
  const held = [...x.mentionsIn(from, to), ...units].sort((a, b) => a.start - b.start);
  const fields: Field[] = [];
  let start = from;
  let sep: Field["sep"] = "";
  let depth = 0;
  let next = 0;
  for (let at = from; at < to; ) {
    while (next < held.length && held[next]!.end <= at) next++;
    const within = held[next];
    if (depth === 0 && within !== undefined && within.start < at) {
      at = within.end;
      continue;
    }
    const unit = norm.charCodeAt(at);
    if (!MARKS.has(unit)) {
      at++;
      continue;
    }
    if (OPEN.has(unit)) depth++;
    else if (CLOSE.has(unit)) depth = Math.max(0, depth - 1);
    SEPARATOR.lastIndex = at;
    const match = depth === 0 ? SEPARATOR.exec(norm) : null;
    if (match === null || !parts(norm, start, at, match[0].length)) {
      at++;
      continue;
    }
    if (at > start) fields.push({ start, end: at, sep });
    const kind = kindOf(match[0]);
    // “： ” is a colon: white space beside another separator adds nothing.
    sep = at > start || sep === "" || sep === " " ? kind : sep === kind || kind === " " ? sep : kind;
    at += match[0].length;
    start = at;
  }
  if (to > start) fields.push({ start, end: to, sep });
  return fields;
}

/** Whether a separator parts: no blank within 金 奖 or IEC 1906 奖, no stroke within ISO/TC 96 or 2019/05. */
function parts(norm: string, start: number, at: number, length: number): boolean {
  const before = norm[at - 1] ?? "";
  const after = norm[at + length] ?? "";
  // 王　刚: a name of two characters set apart.
  if (
    /\s/.test(norm[at]!) &&
    at === start + 1 &&
    /^[\u4e00-\u9fa5](?:[\s（，、：\n]|$)/.test(norm.slice(at + length, at + length + 2))
  )
    return false;
  if (/\s/.test(norm[at]!) && /^[奖]/.test(after) && /[特金银铜]/.test(before)) return false;
  if (/[\s/.:—–-]/.test(norm[at]!)) return !(/[A-Za-z\d]/.test(before) && /[A-Za-z\d]/.test(after));
  return true;
}

function kindOf(text: string): Field["sep"] {
  if (/^[：:为]/.test(text)) return ":";
  if (/^[｜|；;]/.test(text)) return ";";
  if (/^[，/]/.test(text)) return ",";
  return /^\s/.test(text) ? " " : "-";
}
