import { BLANKS } from "../../patterns/blanks.js";
import { gated } from "../../patterns/gated.js";
import { PairSet } from "../../patterns/pair-set.js";
import { isDigit } from "./numerals.js";

/** A time that the text gives, and how it bears on the figures after it. */
export interface Time {
  start: number;
  end: number;
  /** 2019, 2019-11 or 2020-01/2020-08; undefined for 目前, 如今, 近年来: they end what an earlier time said. */
  period?: string | undefined;
  year?: number | undefined;
  /** 到2025年, 2025年底前: by when something is to be. */
  until: boolean;
  /** 截至2023年底: as of when something is. */
  asOf: boolean;
  /** A year or month alone, which an event (2013年升格) gives as often as a figure. */
  plain: boolean;
  now: boolean;
}

const MONTH = "1[0-2]|0?[1-9]";
/** Where the groups of a time are; names would make an object of them all for each match. */
enum Group {
  all = 0,
  lead = 1,
  year = 2,
  to = 3,
  y = 4,
  relative = 5,
  part = 6,
  firstMonth = 7,
  lastMonth = 8,
  month = 9,
  tail = 10,
  plan = 11,
  partAlone = 12,
  leadOfMonth = 13,
  monthAlone = 14,
  firstAlone = 15,
  lastAlone = 16,
  lastOfFirst = 17,
  now = 18,
}

/** A time. Its places are found by `mayBegin`, which must know with what one can begin. */
const TIME = new RegExp(
  [
    "(截至到?|截止到?|截止|到|至|力争)?\\s?(?:当前|目前|(?=))",
    "(?:((?:19|20)\\d{2})\\s?年?(?:[—–~～-]{1,2}|至|到)\\s?(20\\d{2})\\s?年",
    "|((?:19|20)\\d{2})\\s?年(?:度|内)?|(今年|去年|前年|明年|上年末|本年度?))",
    `((?:第?[一二三四]季度|前三季度|前三个季度|上半年|下半年|前(?:${MONTH})个?月)|(?:\\s?(${MONTH})\\s?月?(?:份)?(?:[—–~～-]{1,2}|至|到)\\s?(${MONTH})\\s?月)|(?:\\s?(${MONTH})\\s?月(?:\\s?(?:[12]?\\d|3[01])\\s?日)?))?`,
    "(?:份|底|末|初)?(之?前|以来|起)?",
    "|“?(十[三四五]五)”?(?:规划)?(?:期|时期)?末",
    "|(前三季度|前三个季度|(?:第)?[一二三四]季度|上半年)",
    "|(?<=^|[，。；：！？\\s“（])(?:(截至|截止|到|至)\\s?)?(?:" +
      `(${MONTH})月(?:底|末|份)|(${MONTH})月?(?:[—–~～-]{1,2}|至|到)(${MONTH})月份?|前(${MONTH})个?月)`,
    "|(目前|如今|眼下|现今|当前|至今|迄今|现有|现已|现在|近年来|近些年来|近几年|多年来|(?!过去的?一年)[近过][去]?[\\d一二三四五六七八九十两]{1,9}年来?|[一二三四五六七八九十]年来)",
  ].join(""),
  "y",
);

const HAN_DIGITS = "一二三四五六七八九";
const DATED = "当目12今去前明上本";
/** With which two characters a time begins: a first one and those that may follow; digits are told by more of them. */
const BEGINNINGS = PairSet.of({
  截: "至止",
  到: `${BLANKS}${DATED}34567890`,
  至: `${BLANKS}${DATED}34567890`,
  力: "争",
  ...Object.fromEntries(Array.from(BLANKS, (blank) => [blank, DATED])),
  当: "前",
  目: "前",
  今: "年",
  去: "年",
  明: "年",
  前: "年三0123456789",
  上: "年半",
  本: "年",
  "“": "十",
  第: "一二三四",
  一: "季年",
  二: "季年",
  三: "季年",
  四: "季年",
  五: "年",
  六: "年",
  七: "年",
  八: "年",
  九: "年",
  十: "年三四五",
  如: "今",
  眼: "下",
  现: "今有已在",
  迄: "今",
  近: `去年些几0123456789十两${HAN_DIGITS}`,
  过: `去0123456789十两${HAN_DIGITS}`,
  多: "年",
});
const [ZERO, ONE, TWO, NINE, MONTHS] = Array.from("0129月", (char) => char.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

/** Whether a time may begin at a place of text[start, end): most numbers and nearly all words that begin alike do not. */
function mayBegin(text: string, at: number, start: number, end: number): boolean {
  if (at + 1 >= end) return false;
  const first = text.charCodeAt(at);
  if (first > NINE || first < ZERO) return BEGINNINGS.hasAt(text, at);
  const second = text.charCodeAt(at + 1);
  const century = (first === TWO && second === ZERO) || (first === ONE && second === NINE);
  if (century && at + 3 < end && isDigit(text, at + 2) && isDigit(text, at + 3)) return true;
  // 1—8月, 10月份
  if (at === start || !isDigit(text, at - 1))
    for (let i = at + 1; i <= at + 6 && i < end; i++) if (text.charCodeAt(i) === MONTHS) return true;
  return false;
}

/** The years in which the five-year plans end. */
const PLANS: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030 };

const QUARTERS: Readonly<Record<string, [string, string]>> = {
  一季度: ["01", "03"],
  二季度: ["04", "06"],
  三季度: ["07", "09"],
  四季度: ["10", "12"],
  上半年: ["01", "06"],
  下半年: ["07", "12"],
  前三季度: ["01", "09"],
  前三个季度: ["01", "09"],
};

/** The times in a stretch of normalized text, in order; `year` is what 今年 means, undefined where unknown. */
export function timesIn(norm: string, start: number, end: number, year: number | undefined): Time[] {
  const times: Time[] = [];
  let text: string | undefined;
  for (let i = start; i < end; ) {
    if (!mayBegin(norm, i, start, end)) {
      i++;
      continue;
    }
    // What stands before the stretch is none of its matter.
    text ??= norm.slice(start, end);
    const match = timeAt(text, i - start);
    if (match === null) {
      i++;
      continue;
    }
    const time = timeOf(match, text, start, year);
    if (time !== undefined && !attributive(norm, time) && !(time.now && isIdle(norm, time, times.at(-1))))
      times.push(time);
    i += match[Group.all]!.length;
  }
  return times;
}

function timeAt(text: string, at: number): RegExpExecArray | null {
  TIME.lastIndex = at;
  return TIME.exec(text);
}

/** A year within brackets or a title dates something else: （2016年）, 《…规划（2021—2025年）》. */
function attributive(norm: string, time: Time): boolean {
  return norm[time.start - 1] === "（" && "）、，".includes(norm[time.end] ?? " ");
}

/** 现在的, and 现有 right after a date: 2023年末，公司现有职工860人. */
function isIdle(norm: string, time: Time, last: Time | undefined): boolean {
  if (norm[time.end] === "的") return true;
  if (last?.period === undefined || norm[time.start] !== "现") return false;
  return AFTER_DATE.test(norm, last.end, time.start);
}
const AFTER_DATE = gated(/^[底末]?，?[^，。；：\d]{0,16}$/);

const RAISED = gated(/[提升增降加高大低少达]$/);

function timeOf(
  match: RegExpExecArray,
  text: string,
  offset: number,
  current: number | undefined,
): Time | undefined {
  const all = match[Group.all]!;
  const lead = match[Group.lead] ?? "";
  const { index } = match;
  if (all === "" || all === lead) return undefined;
  const raised = (all[0] === "到" || all[0] === "至") && index > 0 && RAISED.test(text, index - 1, index);
  const asOf = lead[0] === "截";
  const time: Time = {
    // 提到去年的93.2分: 到 is of the verb.
    start: offset + index + (raised ? 1 : 0),
    end: offset + index + all.length,
    period: undefined,
    year: undefined,
    until: false,
    asOf,
    plain: false,
    now: false,
  };
  if (match[Group.now] !== undefined) {
    time.now = true;
    return time;
  }
  const plan = match[Group.plan];
  if (plan !== undefined) {
    time.year = PLANS[plan]!;
    time.period = String(time.year);
    time.until = !asOf;
    return time;
  }
  // 到9月底, 1—8月: of the document's year.
  const month = match[Group.monthAlone] ?? match[Group.lastAlone] ?? match[Group.lastOfFirst];
  if (month !== undefined) {
    if (current === undefined) return time;
    const of = match[Group.leadOfMonth];
    const last = `${current}-${two(month)}`;
    const first = two(match[Group.firstAlone] ?? "1");
    time.year = current;
    time.period = match[Group.monthAlone] === undefined ? `${current}-${first}/${last}` : last;
    time.until = of === "到" || of === "至";
    return time;
  }
  const part = match[Group.partAlone];
  if (part !== undefined) {
    const months = monthsOf(part);
    if (current === undefined || months === undefined) return time;
    time.year = current;
    time.period = `${current}-${months[0]}/${current}-${months[1]}`;
    return time;
  }
  const to = match[Group.to];
  if (to !== undefined) {
    time.year = Number(to);
    time.period = `${match[Group.year]}-01/${to}-12`;
    return time;
  }
  const relative = match[Group.relative];
  return ofYear(time, match, raised, relative === undefined ? undefined : RELATIVE[relative], current);
}

/** A year with what is told of it: 到2025年底, 去年上半年, 2024年1—6月, 2016年以来. */
function ofYear(
  time: Time,
  match: RegExpExecArray,
  raised: boolean,
  relative: number | undefined,
  current: number | undefined,
): Time {
  const tail = match[Group.tail];
  // 2016年以来 dates a beginning; what follows holds until now.
  if (tail === "以来" || tail === "起") {
    time.now = true;
    return time;
  }
  const written = match[Group.y];
  let year: number | undefined;
  if (written !== undefined) year = Number(written);
  else if (relative !== undefined && current !== undefined) year = current + relative;
  // 提高到2023年的95%: how far it has come, unless that is still to be.
  const over =
    (relative !== undefined && relative < 0) ||
    (raised && !(current !== undefined && year !== undefined && year > current));
  const before = tail === "前" || tail === "之前";
  const lead = match[Group.lead] ?? "";
  time.until = ((!time.asOf && (lead.endsWith("到") || lead.endsWith("至"))) || before) && !over;
  // 去年 of an unknown year: some other time than what was said before.
  if (year === undefined) {
    // 到今年4月末，已有…: counted up to then.
    if (match[Group.month] !== undefined && match[Group.month] !== "12" && !before) time.until = false;
    time.now = true;
    return time;
  }
  time.year = year;
  time.period = periodIn(year, match);
  time.plain = lead === "" && !before;
  return time;
}

function periodIn(year: number, match: RegExpExecArray): string {
  const month = match[Group.month];
  // 截至2023年12月31日 is the end of the year.
  if (month === "12" && YEAR_END.test(match[Group.all]!)) return String(year);
  if (month !== undefined) return `${year}-${two(month)}`;
  const part = match[Group.part];
  if (part === undefined) return String(year);
  const first = match[Group.firstMonth];
  const months = first === undefined ? monthsOf(part) : [two(first), two(match[Group.lastMonth]!)];
  return months === undefined ? String(year) : `${year}-${months[0]}/${year}-${months[1]}`;
}

const YEAR_END = gated(/月\s?(?:31\s?日|份?[底末])/);

const TIMED = gated(/[年月季目]/);

/** Words that tell a time, taken out of a text that need not be read further. */
export function withoutTimes(text: string): string {
  if (!TIMED.opens(text)) return text;
  return text.replace(
    /(?:截至|截止到?|到|至)?(?:(?:(?:19|20)\d{2}|[今去前]|上|当|同|近[\d一二三四五六七八九十]+)年(?:度|以?来)?)(?:第?[一二三四]季度|前三季度|[上下]半年|前\d+个月)?(?:\d{1,2}(?:[—-]\d{1,2})?月)?(?:\d{1,2}日)?(?:底|末|初)?|(?:截至)?目前|近年来|\d{1,2}月(?:\d{1,2}日)?|第?[一二三四前]{1,2}季度/g,
    "",
  );
}

/**
 * The year that a document without a date is likely of: that of an as-of month (截至2024年9月), else the year after the
 * latest year's end (截至2023年底), else that of a half year or quarter (2023年上半年).
 */
export function likelyYear(norm: string): number | undefined {
  let year: number | undefined;
  let parted: number | undefined;
  for (let at = norm.indexOf("年"); at >= 0; at = norm.indexOf("年", at + 1)) {
    if (!endsYear(norm, at)) continue;
    PART_OF_YEAR.lastIndex = at - 4;
    const match = PART_OF_YEAR.exec(norm);
    if (match === null) continue;
    const [, written, part] = match as unknown as [string, string, string];
    if (AS_OF.test(norm, Math.max(0, at - 7), at - 4)) {
      const ended = part === "底" || part === "末" || part.startsWith("12");
      year = Math.max(year ?? 0, Number(written) + (ended ? 1 : 0));
    } else if (part.endsWith("季度") || part.endsWith("半年"))
      parted = Math.max(parted ?? 0, Number(written));
  }
  return year ?? parted;
}
const PART_OF_YEAR = /(20\d{2})年(底|末|\d{1,2}月|上半年|前三季度|第?[一二三]季度)/y;
const AS_OF = gated(/截[至止]到?$/);

/** Whether 年 at an offset may stand behind a year of this century: most others stand in words. */
const endsYear = (norm: string, at: number): boolean =>
  at >= 4 && norm.charCodeAt(at - 4) === TWO && norm.charCodeAt(at - 3) === ZERO;

/**
 * The latest year of which the text gives a month or tells what was won or done in it, but for those by which something is
 * to be: it is over or running.
 */
export function latestEvent(norm: string): number | undefined {
  let year: number | undefined;
  for (let at = norm.indexOf("年", 4); at >= 0; at = norm.indexOf("年", at + 1)) {
    if (!endsYear(norm, at)) continue;
    MONTH_OF_YEAR.lastIndex = at - 4;
    if (MONTH_OF_YEAR.test(norm)) year = Math.max(year ?? 0, Number(norm.slice(at - 4, at)));
  }
  return year;
}
const MONTH_OF_YEAR =
  /(?<![到至—争前-])20\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?(?![底末]?前)|度?，?[^，。；、）》\d前底末]{0,16}(?:获(?!批建设)|通过|出具|揭[晓牌]|颁|当选|上榜)|度?[^。；）》底末前]{0,40}?(?:同比|[比较]上年))/y;

const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  本年度: 0,
  去年: -1,
  前年: -2,
  上年末: -1,
  明年: 1,
};

function monthsOf(part: string): readonly [string, string] | undefined {
  const first = /^前(\d{1,2})个?月/.exec(part)?.[1];
  if (first !== undefined) return ["01", two(first)];
  return QUARTERS[part.replace(/^第/, "")];
}

const two = (month: string): string => month.padStart(2, "0");
