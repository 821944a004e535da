import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention, indexWithin } from "../spans.js";
import type { Extraction, Mention } from "../types.js";
import { APART_OPENS, closeOfItem, isRareBar, RARE_SIGNS, rareSignLength } from "./item-bounds.js";
import type { Unit } from "./units.js";

/** A stretch of a line between separators, and what parted it from the one before. */
export interface Field {
  start: number;
  end: number;
  /** "" at the start, " " for white space or ｜, ":" for a colon, "-" for dashes and dots, "," for a comma, ";" for ； or ｜ between items. */
  sep: "" | " " | ":" | "-" | "," | ";" | "|";
}

/** 提名奖为甲公司 as 提名奖：甲公司. */
const IS =
  /(?<=[，；;]\s?(?:提名奖|正奖|个人奖?|组织奖?|[金银铜]奖|[特一二三]等奖|(?:主要|第一)?(?:完成|承担|起草|研制|牵头|主导|起草)单位|(?:专利)?权利?人)(?:分别)?)[为是](?=[\u4e00-\u9fa5]{4})/y;
const BLANK = new CharacterSet(BLANKS);
/** What parts fields by itself. */
const MARK = new CharacterSet(`${BLANKS}：:｜|；;，/`);
/** What parts them where it stands several times; the number of times for ASCII and · is what they take. */
const [FULL_STOP, DOT, HYPHEN, FOR, IS_ONE] = [".", "·", "-", "为", "是"].map((mark) => mark.charCodeAt(0));
const DASHES = new CharacterSet("—–－…→⇒");
/** No run of marks is read as longer than this. */
const LONGEST_RUN = 200;
const OPEN = new CharacterSet("（“《【〔");
const CLOSE = new CharacterSet("）”》】〕");
/** All that parts fields or keeps what stands between two of them together. */
const MARKS = new CharacterSet(
  `${BLANKS}为是：:｜|；;，/—–－…→⇒.（“《【〔）”》】〕${APART_OPENS}${RARE_SIGNS}`,
);
const RARE = new CharacterSet(RARE_SIGNS);
const APART = new CharacterSet(APART_OPENS);
/** With what the numbering before an entry begins. */
const NUMBERS = new CharacterSet(
  `${BLANKS}（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾第甲乙丙丁戊§ABCDEFGHIJKLMNOPQRSTUVWXYZⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ-•·●○◆◇■□★☆▲△※*>▪▶►◎◈❖➤→├└▍✦✅✔☑✓√➢▸⭐☑[\ud83c\ud83d`,
);

/** The numbering before an entry: （一）, 1., 三、, ①, ◆, □. */
export const NUMBERING =
  /^\s{0,20}(?:\[[xX√✓]\]|\d{1,2}[:：]\d\d(?:[-–—~至]\d{1,2}[:：]\d\d)?(?=\s)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\.\d{1,2}(?= [\u4e00-\u9fa5])|\d{1,3}\s?(?:[.．](?!\d)|[、)）])|第[一二三四五六七八九十\d]{1,3}条(?=\s)|[A-ZⅠ-Ⅻ][.、．)）]\s?|[①-⑳]|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}、|[甲乙丙丁戊][.．、：]|[-•·●○◆◇■□★☆▲△※*>▪▶►◎◈❖➤→▍✦✅✔☑✓√➢▸⭐§]\ufe0f?|[├└][─-]{0,3}|[\ud83c\ud83d][\udc00-\udfff]\ufe0f?)?\s{0,20}/;

/** ① at the beginning of what it counts: ①甲公司；②乙公司. */
const isCircled = (code: number): boolean => code >= 0x2460 && code <= 0x2473;
/** 1.甲公司 2.乙公司, 1.甲公司；2.乙公司: how long the number is with which the next of a line begins. */
const COUNTED = /\d{1,3}[.．、]\s?(?=[\u4e00-\u9fa5“])/y;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

const SIGNS = new CharacterSet("◆◇■□▪▶►");

/** How long the numbering at the beginning of [from, to) is. */
export const numberingLength = (norm: string, from: number, to: number): number =>
  from < to && NUMBERS.has(norm.charCodeAt(from)) ? NUMBERING.exec(norm.slice(from, to))![0].length : 0;

/** The spans by where they start, as nearly all are already. */
export function ascending<S extends { start: number }>(spans: readonly S[]): readonly S[] {
  for (let i = 1; i < spans.length; i++)
    if (spans[i - 1]!.start > spans[i]!.start) return spans.toSorted((a, b) => a.start - b.start);
  return spans;
}

const LABEL = "【".charCodeAt(0);
const LONGEST_LABEL = 40;

/** Where 】 stands behind an award's name in 【某奖】2018年; -1 where none is labelled so. */
function labelledAward({ norm, mentions }: Extraction, at: number, to: number): number {
  const award = mentions[firstMention(mentions, at)];
  if (award?.type !== "Award" || award.start !== at + 1) return -1;
  const close = indexWithin(norm, "】", award.end, Math.min(to, at + LONGEST_LABEL));
  return close >= 0 && DATED.test(norm, close + 1, Math.min(to, close + 8)) ? close : -1;
}
const DATED = gated(/^\s?(?:[第首]|(?:19|20)\d\d)/);

/** The person whose name a line begins with in 【某某】某公司总监; undefined where none does. */
function labelledPerson({ norm, mentions }: Extraction, at: number): Mention | undefined {
  const person = mentions[firstMention(mentions, at)];
  return person?.type === "Person" && person.start === at + 1 && norm[person.end] === "】"
    ? person
    : undefined;
}

/** The fields of [from, to): what stands in brackets or quotation marks, or within a name or unit, is not parted. */
export function fieldsOf(x: Extraction, from: number, to: number, named: readonly Unit[]): Field[] {
  const { norm, mentions } = x;
  // Nearly half of all stretches have nothing that may part them.
  if (!MARKS.within(norm, from, to)) return to > from ? [{ start: from, end: to, sep: "" }] : [];
  const units = ascending(named);
  const fields: Field[] = [];
  let start = from;
  let sep: Field["sep"] = "";
  let depth = 0;
  let barred = false;
  let mention = firstMention(mentions, from);
  let unit = 0;
  for (let at = from; at < to; ) {
    if (depth === 0) {
      while (
        mention < mentions.length &&
        mentions[mention]!.start < to &&
        (mentions[mention]!.end <= at || mentions[mention]!.end > to)
      )
        mention++;
      if (mention < mentions.length && mentions[mention]!.start < at) {
        at = mentions[mention]!.end;
        continue;
      }
      while (unit < units.length && units[unit]!.end <= at) unit++;
      if (unit < units.length && units[unit]!.start < at) {
        at = units[unit]!.end;
        continue;
      }
    }
    const code = norm.charCodeAt(at);
    if (at === start && (sep === " " || sep === ";") && isDigit(code)) {
      COUNTED.lastIndex = at;
      if (COUNTED.test(norm)) {
        start = COUNTED.lastIndex;
        at = start;
        sep = ";";
        continue;
      }
    }
    // ◆某奖　甲　◆某奖　乙: each sign begins anew.
    if (at === start && sep === " " && fields.length > 1 && SIGNS.has(code)) {
      start = at + 1;
      at = start;
      sep = ";";
      continue;
    }
    // 甲：某奖　·　乙：某奖 as with a bar between them.
    if (at === start && sep === " " && code === DOT && BLANK.has(norm.charCodeAt(at + 1))) {
      start = at + 1;
      at = start;
      sep = "|";
      barred = true;
      continue;
    }
    if (!MARKS.has(code)) {
      at++;
      // ①甲 ②乙: each number begins anew.
      if (at === start + 1 && isCircled(code)) {
        start = at;
        if (sep === " ") sep = ";";
      }
      continue;
    }
    const person = code === LABEL && at === from ? labelledPerson(x, at) : undefined;
    if (person !== undefined) {
      fields.push({ start: person.start, end: person.end, sep: "" });
      sep = " ";
      at = person.end + 1;
      start = at;
      continue;
    }
    const label = code === LABEL && depth === 0 && at > from ? labelledAward(x, at, to) : -1;
    if (label > 0) {
      // 甲公司【某奖】2018年 【乙奖】2011年 as 甲公司；某奖：2018年；乙奖：2011年
      if (at > start) fields.push({ start, end: at, sep });
      fields.push({ start: at + 1, end: label, sep: fields.length > 1 ? ";" : " " });
      sep = ":";
      at = label + 1;
      start = at;
      continue;
    }
    const apart = APART.has(code) && depth === 0 ? closeOfItem(x, units, at, to) : -1;
    if (apart > 0) {
      // 2013年 [某奖] 甲公司 as 2013年 某奖 甲公司
      if (at > start) fields.push({ start, end: at, sep });
      fields.push({ start: at + 1, end: apart, sep: fields.length > 0 ? " " : "" });
      sep = " ";
      at = apart + 1;
      start = at;
      continue;
    }
    if (OPEN.has(code)) depth++;
    else if (CLOSE.has(code)) depth = Math.max(0, depth - 1);
    let length = depth === 0 ? separatorLength(norm, at, code) : 0;
    if (length > 0 ? !parts(norm, start, at, length) : depth > 0 || !RARE.has(code)) length = 0;
    else if (length === 0) length = rareSignLength(x, units, at, to);
    if (length === 0) {
      at++;
      continue;
    }
    if (at > start) fields.push({ start, end: at, sep });
    const kind = kindOf(code);
    barred ||= kind === "|";
    // “： ” is a colon: white space beside another separator adds nothing.
    sep = at > start || sep === "" || sep === " " ? kind : sep === kind || kind === " " ? sep : kind;
    at += length;
    start = at;
  }
  if (to > start) fields.push({ start, end: to, sep });
  return barred ? barsRead(fields) : fields;
}

/**
 * 2019年｜甲公司｜某奖, 甲公司｜某县｜甲奖（2019）；乙奖（2021） as with blanks in place of the bars; 正奖：甲公司｜提名奖：乙公司 as items, where what stands
 * on either side of a bar has a label.
 */
function barsRead(fields: Field[]): Field[] {
  let labelled = false;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    if (field.sep !== "|") {
      labelled ||= field.sep === ":" || field.sep === "-";
      continue;
    }
    let next = i + 1;
    while (next < fields.length && fields[next]!.sep === " ") next++;
    const after = next < fields.length && (fields[next]!.sep === ":" || fields[next]!.sep === "-");
    field.sep = labelled && after ? ";" : " ";
    if (field.sep === ";") labelled = false;
  }
  return fields;
}

/** How long the separator at an offset is; 0 where there is none. */
function separatorLength(norm: string, at: number, code: number): number {
  if (MARK.has(code)) return 1;
  if (code === FOR || code === IS_ONE) {
    IS.lastIndex = at;
    return IS.test(norm) ? 1 : 0;
  }
  if (DASHES.has(code)) return runLength(norm, at, code);
  if (code !== HYPHEN && code !== FULL_STOP && code !== DOT) return 0;
  const length = runLength(norm, at, code);
  return length >= (code === HYPHEN ? 2 : 3) ? length : 0;
}

function runLength(norm: string, at: number, code: number): number {
  let length = 1;
  while (length < LONGEST_RUN && norm.charCodeAt(at + length) === code) length++;
  return length;
}

const [PRIZE, BRACKET] = ["奖".charCodeAt(0), "（".charCodeAt(0)];
const TIER = new CharacterSet("特金银铜");
/** What may stand behind a name of two characters, the first of them set apart. */
const BEHIND_NAME = new CharacterSet(`${BLANKS}（，、：/｜|—–－·`);
const MEASURES = new CharacterSet("家个名项位人件块座");
const JOINING = new CharacterSet(`${BLANKS}/.:—–-`);
const LATIN = new CharacterSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

/** Whether a separator parts: no blank within 金 奖 or IEC 1906 奖, no stroke within ISO/TC 96 or 2019/05. */
function parts(norm: string, start: number, at: number, length: number): boolean {
  const code = norm.charCodeAt(at);
  if (!JOINING.has(code)) return true;
  const before = norm.charCodeAt(at - 1);
  const after = norm.charCodeAt(at + length);
  if (BLANK.has(code)) {
    // 某公司 （某区）: the bracket is of the name before it.
    if (after === BRACKET && length === 1) return false;
    // 王　刚: a name of two characters set apart.
    if (at === start + 1 && after >= 0x4e00 && after <= 0x9fa5) {
      const behind = at + length + 1;
      if (behind >= norm.length || BEHIND_NAME.has(norm.charCodeAt(behind))) return false;
    }
    if (after === PRIZE && TIER.has(before)) return false;
    // 某奖 1 家
    if (length === 1 && isDigit(before) && MEASURES.has(after)) return false;
  }
  return !(LATIN.has(before) && LATIN.has(after));
}

const [COLON, NARROW_COLON, COMMA, STROKE] = ["：", ":", "，", "/"].map((mark) => mark.charCodeAt(0));
const DIVIDES = new CharacterSet("；;");
const BARS = new CharacterSet("｜|");

function kindOf(code: number): Field["sep"] {
  if (code === COLON || code === NARROW_COLON || code === FOR || code === IS_ONE) return ":";
  if (DIVIDES.has(code)) return ";";
  if (BARS.has(code) || isRareBar(code)) return "|";
  if (code === COMMA || code === STROKE) return ",";
  return BLANK.has(code) ? " " : "-";
}
