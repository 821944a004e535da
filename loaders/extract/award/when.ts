import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";

const DIGITS = "〇一二三四五六七八九";

/** 一 to 九十九, 十 forms included, or ASCII digits; 首 is 1. Undefined for what is no number. */
export function numeral(text: string): number | undefined {
  if (text.length === 1) {
    const digit = DIGITS.indexOf(text);
    if (digit > 0) return digit;
  }
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "首") return 1;
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九〇零])?$/.exec(text.replace("廿", "二十"));
  if (match === null || text === "") return undefined;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens !== undefined && ones === undefined ? DIGITS.indexOf(tens) : undefined;
  return (
    (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 +
    (ones === undefined ? 0 : Math.max(0, DIGITS.indexOf(ones)))
  );
}

/** 第八届, 首届, 头一届, 第三批, 第10届, 首批, 第二、三、四届: the editions; 下一届, 隔了一届, 再上一届: by the one told before. */
const EDITION =
  /首[届批]|头一?届|((?:下|随后|其后|次)一?届|隔了?[一两三]?届|(?:再[上前]|再?往前数?|[更再]早|此?前|上)一?届)|第([一二三四五六七八九十廿\d]{1,4}(?:[、和与及]第?[一二三四五六七八九十廿\d]{1,4}){0,12})[届批]/g;
/** Words for editions that count from another. */
const COUNTS_ON = gated(/[上下前次后隔数早]了?[一两三]?届/);

const NUMERALS = new CharacterSet("一二三四五六七八九十廿0123456789");
const OF_EDITION = new CharacterSet("届批");
/** One of them is in each way to tell a year: 1995, 2016, 去年, 今春, “十三五”末. */
const OF_YEAR = new CharacterSet("09年春月末");

export interface Dated {
  start: number;
  end: number;
}
export interface EditionWord extends Dated {
  edition: number;
}

/** Whether a stretch of text may tell an edition or a year. */
export const isDated = (norm: string, from: number, to: number): boolean => DATED.within(norm, from, to);

const DATED = new CharacterSet("届批09年春末");

/** The editions in a stretch of text; 两届, 6届来 and 连续三届 count editions and name none. */
export function editionsIn(norm: string, from: number, to: number): EditionWord[] {
  return OF_EDITION.within(norm, from, to) ? editionsTold(norm, from, to).found : NO_EDITIONS;
}

/** 上一届, 再上一届, 下一届 in a stretch of text as the editions that they mean, by what the text from `before` on tells. */
export function editionsCountedOn(norm: string, before: number, from: number, to: number): EditionWord[] {
  if (!COUNTS_ON.test(norm, from, to)) return NO_EDITIONS;
  const { counted } = editionsTold(norm, before, to);
  return counted.length > 0 && counted[0]!.start >= from ? counted : counted.filter((e) => e.start >= from);
}

function editionsTold(
  norm: string,
  from: number,
  to: number,
): { found: EditionWord[]; counted: EditionWord[] } {
  const found: EditionWord[] = [];
  const counted: EditionWord[] = [];
  let named: number | undefined;
  let previous: number | undefined;
  const text = norm.slice(from, to);
  EDITION.lastIndex = 0;
  for (let match = EDITION.exec(text); match !== null; match = EDITION.exec(text)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const [, relative, numbers] = match;
    if (relative === undefined) {
      if (numbers === undefined) found.push({ start, end, edition: 1 });
      else editionsOf(numbers, start, end, found);
      previous = named = found.at(-1)?.edition;
    } else {
      // 上一届 is before the one named, 再上一届 before that again.
      const base = LAST_ROUND.test(relative) ? named : previous;
      previous = base === undefined ? undefined : base + stepOf(relative);
      if (previous !== undefined && previous > 0) counted.push({ start, end, edition: previous });
    }
  }
  return { found, counted };
}

const NO_EDITIONS: EditionWord[] = [];
const LAST_ROUND = /^(?:上|此?前)/;

/** By how many rounds 下一届, 隔了一届 or 再上一届 is another than the one told before. */
function stepOf(word: string): number {
  if (word.startsWith("隔")) return word.includes("两") ? 3 : word.includes("三") ? 4 : 2;
  return /[上前早]/.test(word) ? -1 : 1;
}

/** The numbers of one expression: 二 and 四 of 第二、四届. */
function editionsOf(numbers: string, start: number, end: number, found: EditionWord[]): void {
  for (let at = 0; at < numbers.length; ) {
    let until = at;
    while (until < numbers.length && NUMERALS.has(numbers.charCodeAt(until))) until++;
    if (until > at) {
      const edition = numeral(numbers.slice(at, until));
      if (edition !== undefined && edition !== 0)
        found.push({
          start: at === 0 ? start : start + 1 + at,
          end: until === numbers.length ? end : start + 1 + until,
          edition,
        });
    }
    at = until + 1;
  }
}

export interface YearWord extends Dated {
  year: number;
  /** 2020年度: the year that the award is of, rather than the one in which it was given. */
  annual: boolean;
}

const YEAR =
  /((?:19|20)\d\d)(?:(?=[、和及,，])|年?\s?[—–\-~至到]{1,40}\s?((?:19|20)\d\d)(年度?)(?!底|末|前)|(\s?年度?)(?!代|前[后，、]|以[来前后]|至今|起|开始)|(?=[）)]))|(今年|本年度?|过去的?一年|当年|那一?年|这一年|同一年|去年|大?前年|上年度?|上一年度?|同年|同月|同日|次年|翌年|转年|隔年|(?<=^|[，；。——])第二年(?=[，又再也还便就])|今春|年初|年内|是年|上个?月|本月|这个月|(?:再|又)过了?[一两二三四五六七八九十]年|[过隔]了[一两二三四五六七八九十]年(?!多)|[时相仅]隔(?:[一两二三四五六七八九十]|\d{1,2})年|此前[两三四五六]年(?=，?[^，。；]{0,12}(?:就|便|曾|已))|(?:此?前一|(?:往前推?|早|晚)了?(?:[一两二三四五六]|\d))年(?![多来])|(?:(?<![一二三四五六七八九十百余多])(?:[一两二三四五六七八九]|[二三]?十[一二三四五六七八九]?)|(?<!\d)\d{1,2})年之?后|(?<![十几多数\d])[两二三四五六七八2-8]年之?前(?!后)|“?十[一二三四五]五”?(?:规划)?(?:时期|期间)?的?(?:开局(?:之年|[第首]一?年)|首年|头一?年|第[一二三四五]年|起步之年|最后一年|收官(?:之年|年)|末年|期?末))/g;

/** Between a year and 时隔六年: a month at most. */
const AT_DATE = gated(/^[，：　\s]{0,3}(?:\d{1,2}月(?:\d{1,2}日)?)?[，：　\s]{0,3}$/);

/** Before a year: a longer number or code. */
const NUMBERED = new CharacterSet("0123456789.-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
const NO_YEARS: YearWord[] = [];
const IN_A_ROW = /^.{0,4}(?:连续|每年|逐年|连年|蝉联|连获)/;
const ROW_OF = /连续[^，。]{0,6}$/;
const BEFORE_YEAR = gated(/^[、和及,，]\s?(?:19|20)\d\d|^[）)]/);
const SINCE = gated(
  /(?:截至|截止|截止到|始建于|创建于|成立于|设立于|始于|建于|(?<![达得拿回来直等再领走接捧摘轮评])到|(?<!来)自从?|从)$/,
);
const AT_LAST = gated(/^年?的[^，。；]{2,14}?奖|^到?(?:第[二三四五六]次|再次|再度|才|又|终于)/);
const STAGE = gated(/，(?:再|又)?到$/);
const FIRST_STAGE = gated(
  /^[荣喜首获摘捧夺斩问拿][^，。；]{2,40}，(?:再|又)?到(?:19|20)\d\d年[荣喜获摘捧夺斩问再又拿]/,
);
const WINS_THEN = gated(/^[荣喜获摘捧夺斩问再又]/);
/** 两年前|它已. */
const BACK_THEN = gated(/^，?[它其该公司企业还]{0,4}(?:就|已|便|即|曾)/);
/** 自|2013年|甲获得首届某奖以来: the year in which that was won. */
const WON_SINCE = gated(
  /^[^，。；]{0,40}?(?:[获捧摘夺拿][获得回下到]|[获评夺捧](?=[首“《]|第)|首获|首度|问鼎|入选|获评|跻身|折桂)[^，。；]{1,40}(?:(?:以来|之?后|起|至今|开始)(?=[，、；]|$)|，(?:再|又)?到(?:19|20)\d\d年)/,
);
/** 继某公司|2017年获…之后 */
const AFTER_ANOTHER = gated(/(?:^|[，这是])继[^，。；\d]{3,20}$/);
const PAUSES = new CharacterSet("，。；：—、“");
const UNTIL = gated(/(?:截至|截止|截止到|自|从)$/);

/**
 * The years in a stretch of text. 今年 and 去年 count from `now`, 同年 and 次年 from `last` or the year before them in the text. A range
 * is its years where 连续, 每年 or 逐年 follows it closely, else left out.
 */
export function yearsIn(
  norm: string,
  from: number,
  to: number,
  now: number | undefined,
  last?: number,
  /** The year that the month before was in. */
  monthAgo?: number,
): YearWord[] {
  if (!OF_YEAR.within(norm, from, to)) return NO_YEARS;
  return told(norm, from, to, now, last, monthAgo).found;
}

/** The year that 同年 and 两年后 count from behind a stretch of text: the last that it tells, whatever of. */
export function lastYearIn(
  norm: string,
  from: number,
  to: number,
  now: number | undefined,
): number | undefined {
  return OF_YEAR.within(norm, from, to)
    ? told(norm, from, to, now, undefined, undefined).previous
    : undefined;
}

function told(
  norm: string,
  from: number,
  to: number,
  now: number | undefined,
  last: number | undefined,
  monthAgo: number | undefined,
): { found: YearWord[]; previous: number | undefined } {
  const found: YearWord[] = [];
  const text = norm.slice(from, to);
  let previous = last;
  YEAR.lastIndex = 0;
  for (let match = YEAR.exec(text); match !== null; match = YEAR.exec(text)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const first = match[1];
    const until = match[2];
    const rangeUnit = match[3];
    const unit = match[4];
    const relative = match[5];
    if (first !== undefined) {
      const year = Number(first);
      if (until !== undefined) {
        if (
          (IN_A_ROW.test(norm.slice(end, to)) ||
            ROW_OF.test(norm.slice(Math.max(from, start - 10), start))) &&
          Number(until) - year < 10
        )
          for (let y = year; y <= Number(until); y++)
            found.push({ start, end, year: y, annual: rangeUnit === "年度" });
        previous = Number(until);
        continue;
      }
      // 2015、2018、2021年: a bare number is a year only before another one that ends in 年.
      if (unit === undefined && !BEFORE_YEAR.test(norm, end, Math.min(norm.length, end + 6))) continue;
      const before = Math.max(0, start - 4);
      if (
        NUMBERED.has(norm.charCodeAt(start - 1)) ||
        (SINCE.test(norm, before, start) &&
          // 到2015年第三次参评: at last.
          !AT_LAST.test(norm, end, Math.min(norm.length, end + 18)) &&
          // 从2015年获甲奖，到|2018年|获乙奖.
          !(STAGE.test(norm, before, start) && WINS_THEN.test(norm, end, end + 2)) &&
          !FIRST_STAGE.test(norm, end, Math.min(to, end + 60)) &&
          !WON_SINCE.test(norm, end, Math.min(to, end + 90)))
      ) {
        // 要追溯到2013年——那一年…: no date of winning by itself, but what 那一年 and 次年 count from.
        previous = year;
        continue;
      }
      found.push({ start, end, year, annual: unit?.trim() === "年度" });
      // 去年获…，这是继甲2017年获…之后又一次，乙同年…: not of the earlier time.
      if (!AFTER_ANOTHER.test(norm, Math.max(from, start - 24), start)) previous = year;
      continue;
    }
    if (UNTIL.test(norm, Math.max(0, start - 3), start)) continue;
    // 2017年，时隔六年再获: since its own win before that year.
    if (relative![1] === "隔" && found.length > 0 && AT_DATE.test(norm, found.at(-1)!.end, start)) continue;
    // 某公司时隔七年再次捧杯: since its own win, not since the year told before.
    if (
      relative!.endsWith("年") &&
      relative![1] === "隔" &&
      start > from &&
      !PAUSES.has(norm.charCodeAt(start - 1))
    )
      continue;
    // 2022年获…，两年前它已捧回…: from the year told, where the text goes back from it.
    const base =
      relative!.endsWith("前") && !(found.length > 0 && BACK_THEN.test(norm, end, end + 8)) ? now : previous;
    const year =
      relative!.endsWith("月") && relative !== "同月"
        ? relative!.startsWith("上")
          ? monthAgo
          : now
        : relativeYear(relative!, now, base);
    if (year !== undefined && year <= (now ?? year)) {
      found.push({ start, end, year, annual: relative!.endsWith("度") });
      previous = year;
    }
  }
  return { found, previous };
}

/** “十三五”开局之年, “十四五”的第三年: the number of a five-year plan, and what of it. */
const PLAN_YEAR = gated(/^“?十([一二三四五])五”?.*?(开局|首|头|起步|第[一二三四五]|最后|收官|末)年?/);

/** The year of a five-year plan: the tenth began in 2001. */
function yearOfPlan(plan: string, which: string): number {
  const first = 2001 + 5 * numeral(plan)!;
  if (/最后|收官|末/.test(which)) return first + 4;
  return which.startsWith("第") ? first + numeral(which[1]!)! - 1 : first;
}
const COUNT = /[一两二三四五六七八九十]{1,3}|\d{1,2}/;
const BACKWARD = /[前早]/;

function relativeYear(
  word: string,
  now: number | undefined,
  previous: number | undefined,
): number | undefined {
  const offset = (base: number | undefined, by: number): number | undefined =>
    base === undefined ? undefined : base + by;
  const plan = PLAN_YEAR.exec(word);
  if (plan !== null) return yearOfPlan(plan[1]!, plan[2]!);
  switch (word) {
    case "今年":
    case "今春":
    case "本年":
    case "本年度":
    case "年初":
    case "年内":
      return now;
    case "过去一年":
    case "过去的一年":
      return offset(now ?? previous, -1);
    case "去年":
    case "上年":
    case "上年度":
    case "上一年":
    case "上一年度":
      return offset(now, -1);
    case "前年":
      return offset(now, -2);
    case "大前年":
      return offset(now, -3);
    case "当年":
    case "是年":
    case "同年":
    case "同月":
    case "同日":
    case "同一年":
    case "那年":
    case "那一年":
    case "这一年":
      return previous;
    case "次年":
    case "翌年":
    case "转年":
    case "第二年":
    case "隔年":
      return offset(previous, 1);
    default: {
      // 再过三年, 时隔两年, 五年后, 再往前两年, 早一年, 两年前
      const years = COUNT.exec(word)?.[0] ?? "";
      const by = years === "两" ? 2 : numeral(years);
      return by === undefined ? undefined : offset(previous, BACKWARD.test(word) ? -by : by);
    }
  }
}
