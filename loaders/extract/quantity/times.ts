import { allMatches } from "../../patterns/all-matches.js";
/** A time that the text gives, and how it bears on the figures after it. */
export interface Time {
  start: number;
  end: number;
  /** 2019, 2019-11 or 2020-01/2020-08; undefined for 目前, 如今, 近年来: they end what an earlier time said. */
  period?: string;
  year?: number;
  /** 到2025年, 2025年底前: by when something is to be. */
  until: boolean;
  /** 截至2023年底: as of when something is. */
  asOf: boolean;
  /** A year or month alone, which an event (2013年升格) gives as often as a figure. */
  plain: boolean;
  now: boolean;
}

const MONTH = "1[0-2]|0?[1-9]";
const TIME = new RegExp(
  [
    // What a time begins with, so that most places of a text need one look.
    "(?=[截到至力\\s当目\\d今去前明上本“十第一二三四五六七八九两如眼现迄近多过])(?:",
    "(?<lead>截至到?|截止到?|截止|到|至|力争)?\\s?(?:当前|目前|(?=))",
    "(?:(?<year>(?:19|20)\\d{2})\\s?年?(?:[—–~～-]{1,2}|至|到)\\s?(?<to>20\\d{2})\\s?年",
    "|(?<y>(?:19|20)\\d{2})\\s?年(?:度|内)?|(?<rel>今年|去年|前年|明年|上年末|本年度?))",
    `(?<sub>(?:第?[一二三四]季度|前三季度|前三个季度|上半年|下半年|前(?:${MONTH})个?月)|(?:\\s?(?<m1>${MONTH})\\s?月?(?:份)?(?:[—–~～-]{1,2}|至|到)\\s?(?<m2>${MONTH})\\s?月)|(?:\\s?(?<m>${MONTH})\\s?月(?:\\s?(?:[12]?\\d|3[01])\\s?日)?))?`,
    "(?:份|底|末|初)?(?<tail>之?前|以来|起)?",
    "|“?(?<plan>十[三四五]五)”?(?:规划)?(?:期|时期)?末",
    "|(?<part>前三季度|前三个季度|(?:第)?[一二三四]季度|上半年)",
    "|(?<=^|[，。；：！？\\s“（])(?:(?<lead2>截至|截止|到|至)\\s?)?(?:" +
      `(?<mo>${MONTH})月(?:底|末|份)|(?<mo1>${MONTH})月?(?:[—–~～-]{1,2}|至|到)(?<mo2>${MONTH})月份?|前(?<mo3>${MONTH})个?月)`,
    "|(?<now>目前|如今|眼下|现今|当前|至今|迄今|现有|现已|现在|近年来|近些年来|近几年|多年来|(?!过去的?一年)[近过][去]?[\\d一二三四五六七八九十两]{1,9}年来?|[一二三四五六七八九十]年来)",
    ")",
  ].join(""),
  "g",
);

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
  const text = norm.slice(start, end);
  // Nothing to look for without a digit, 年, 目 or the like: most sentences stop here.
  if (!/[年月季目今现近眼半迄至末]/.test(text)) return [];
  const times: Time[] = [];
  for (const match of allMatches(TIME, text)) {
    const time = timeOf(match, start, year);
    if (time !== undefined && !attributive(norm, time) && !(time.now && norm[time.end] === "的"))
      times.push(time);
  }
  return times;
}

/** A year within brackets or a title dates something else: （2016年）, 《…规划（2021—2025年）》. */
function attributive(norm: string, time: Time): boolean {
  return norm[time.start - 1] === "（" && /^[）、，]/.test(norm.slice(time.end, time.end + 1));
}

function timeOf(match: RegExpMatchArray, offset: number, current: number | undefined): Time | undefined {
  const g = match.groups!;
  if (match[0] === "" || match[0] === g.lead) return undefined;
  const raised =
    /^[到至]/.test(match[0]) && /[提升增降加高大低少达]/.test(match.input![match.index! - 1] ?? "");
  // 提到去年的93.2分: 到 is of the verb.
  const start = offset + match.index! + (raised ? 1 : 0);
  const lead = g.lead ?? "";
  const asOf = /^截/.test(lead);
  const base = { start, end: offset + match.index! + match[0].length, asOf, now: false };
  const before = g.tail === "前" || g.tail === "之前";
  if (g.now !== undefined) return { ...base, until: false, plain: false, now: true };
  if (g.plan !== undefined) {
    const year = PLANS[g.plan]!;
    return { ...base, year, period: String(year), until: !asOf, plain: false };
  }
  // 到9月底, 1—8月: of the document's year.
  const month = g.mo ?? g.mo2 ?? g.mo3;
  if (month !== undefined) {
    const until = /^[到至]$/.test(g.lead2 ?? "");
    if (current === undefined) return { ...base, until: false, plain: false };
    const last = `${current}-${two(month)}`;
    const period = g.mo === undefined ? `${current}-${two(g.mo1 ?? "1")}/${last}` : last;
    return { ...base, year: current, period, until, plain: false };
  }
  if (g.part !== undefined) {
    const months = monthsOf(g.part);
    if (current === undefined || months === undefined)
      return { ...base, until: false, plain: false, now: false };
    const period = `${current}-${months[0]}/${current}-${months[1]}`;
    return { ...base, year: current, period, until: false, plain: false };
  }
  if (g.year !== undefined) {
    const period = `${g.year}-01/${g.to}-12`;
    return { ...base, year: Number(g.to), period, until: false, plain: false };
  }
  const relative = g.rel === undefined ? undefined : RELATIVE[g.rel];
  const year =
    g.y !== undefined
      ? Number(g.y)
      : relative !== undefined && current !== undefined
        ? current + relative
        : undefined;
  // 2016年以来 dates a beginning; what follows holds until now.
  if (g.tail === "以来" || g.tail === "起") return { ...base, until: false, plain: false, now: true };
  // 提高到2023年的95%: how far it has come, unless that is still to be.
  const over =
    (relative !== undefined && relative < 0) ||
    (raised && !(current !== undefined && year !== undefined && year > current));
  const until = ((!asOf && /[到至]$/.test(lead)) || before) && !over;
  // 去年 of an unknown year: some other time than what was said before.
  if (year === undefined) return { ...base, until, plain: false, now: true };
  const months =
    g.sub === undefined ? undefined : g.m1 !== undefined ? [two(g.m1!), two(g.m2!)] : monthsOf(g.sub);
  const period =
    g.m !== undefined
      ? `${year}-${two(g.m)}`
      : months !== undefined
        ? `${year}-${months[0]}/${year}-${months[1]}`
        : String(year);
  return { ...base, year, period, until, plain: lead === "" && !before };
}

/** Words that tell a time, taken out of a text that need not be read further. */
export function withoutTimes(text: string): string {
  if (!/[年月季目]/.test(text)) return text;
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
  for (const match of allMatches(
    /(截[至止]到?)?(20\d{2})年(底|末|\d{1,2}月|上半年|前三季度|第?[一二三]季度)/g,
    norm,
  )) {
    const ended = /[底末]/.test(match[3]!) || match[3]!.startsWith("12");
    if (match[1] !== undefined) year = Math.max(year ?? 0, Number(match[2]) + (ended ? 1 : 0));
    else if (/季度|半年/.test(match[3]!)) parted = Math.max(parted ?? 0, Number(match[2]));
  }
  return year ?? parted;
}

/** The latest year of which the text gives a month, but for those by which something is to be: it is over or running. */
export function latestEvent(norm: string): number | undefined {
  let year: number | undefined;
  for (const match of allMatches(/(?<![到至—-])(20\d{2})年\d{1,2}月(?:\d{1,2}日)?(?![底末]?前)/g, norm))
    year = Math.max(year ?? 0, Number(match[1]));
  return year;
}

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
