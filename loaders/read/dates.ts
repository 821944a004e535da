import { CharacterSet } from "../patterns/character-set.js";
import { compatible, firstLines } from "./characters.js";

const DIGITS = "〇一二三四五六七八九";

/** 二〇二三 and ２０２３ as 2023: year digits one by one. */
function digits(text: string): string {
  return compatible(text).replace(/[〇○零一二三四五六七八九]/g, (ch) =>
    ch === "○" || ch === "零" ? "0" : String(DIGITS.indexOf(ch)),
  );
}

/** 二〇二二年十二月三十一日 as 2022年12月31日. */
const inFigures = (text: string): string =>
  digits(text.slice(0, 5)) +
  text.slice(5).replace(/[一二三四五六七八九十]{1,3}/g, (word) => `${numberOf(word)}`);

/** 三十一 as 31, 十 as 10. */
function numberOf(word: string): number {
  const ten = word.indexOf("十");
  if (ten < 0) return DIGITS.indexOf(word);
  return (
    (ten === 0 ? 1 : DIGITS.indexOf(word[0]!)) * 10 + Math.max(0, DIGITS.indexOf(word.slice(ten + 1) || "〇"))
  );
}

/** A date in any usual notation as 2020-06-05, 2020-06 or 2020; undefined if it is none. */
export function isoDate(text: string): string | undefined {
  const match =
    /(?<!\d)((?:19|20)\d{2})(?:\s{0,20}[-/.年]\s{0,20}(\d{1,2})(?:\s{0,20}[-/.月]\s{0,20}(\d{1,2})(?!\d))?|(\d{2})(\d{2})(?!\d)|(?!\d))/.exec(
      digits(text),
    );
  if (match === null) return undefined;
  const [, year, m1, d1, m2, d2] = match;
  const month = Number(m1 ?? m2);
  const day = Number(d1 ?? d2);
  if (!(month >= 1 && month <= 12)) return year;
  if (!(day >= 1 && day <= 31)) return `${year}-${String(month).padStart(2, "0")}`;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

const DATE = String.raw`(?:19|20)\d{2}\s{0,9}[-/.年]\s{0,9}\d{1,2}\s{0,9}[-/.月]\s{0,9}\d{1,2}\s{0,9}日?`;
const LABELLED = new RegExp(
  `(?:发布|公布|更新|成文|发文|印发|访谈|刊发|见报)(?:日期|时间)\\s{0,9}[:：]\\s{0,9}(${DATE})`,
);
/** 时间：2025年4月22日上午, a line of its own: when a press conference or a meeting was. */
const MET = new RegExp(`^(?:发布会?|会议|召开|活动)?时间\\s{0,9}[:：]\\s{0,9}(${DATE})`, "m");
const PAGE_HEADER = new RegExp(
  String.raw`(${DATE})\s{0,9}(?:农历\S{0,20}\s{0,9})?(?:星期|周)[一二三四五六日天]`,
);
/** 某日报 2024年4月19日 第3版 */
const PAGE_LINE = new RegExp(`^\\S{2,8}(?:报|周刊)\\s{1,9}(${DATE})`, "m");
/** （某局整理，统计截至2023年6月）, （2024年3月修订稿）: when a list was put together, where nothing says when it was published. */
const COMPILED =
  /(?:整理|编印|更新|统计|收录|截至|截止|数据)[^。]{0,40}?((?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?)|((?:19|20)\d{2}年\d{1,2}月)(?=更新|修订|整理|编印|定稿)/;
/** 《某某质量》2023年第10期: the issue of a periodical, on a line of its own. */
const ISSUE = /((?:19|20)\d{2})年(?:第\d{1,3}卷)?,?第\d{1,3}期[)]?(?:\s{0,4}[(]总第?\d{1,4}期[)])?$/;
/** 二〇二二年十二月三十一日, the day of a notice or letter in words. */
const IN_WORDS =
  /^二[〇○零][〇○零一二三四五六七八九]{2}年(?:十[一二]?|[一二三四五六七八九])月(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日$/;
const LONGEST_IN_WORDS = 40;
const ALONE = new RegExp(`^[（(]?(${DATE})[）)]?$`);
/** ——2025年1月8日在某市第六届人民代表大会第五次会议上: when a report was given. */
const HELD = new RegExp(
  `^[—－–（(\\s-]{0,9}(${DATE})[在于][^。；]{4,50}(?:会议?|大会|仪式|座谈会)上?[）)]?$`,
);
/** 某客户端　2024-11-06　采写：某某: set off on a short line of its own among the first or last. */
const SET_OFF = new RegExp(
  `(?:^|[\\s|｜·/,，()\\]【\\[》▍]|(?:发布|编辑|更新|[写刊载发])于|(?<!(?:成立|创立|注册|登记|投产|建成)(?:时间|日期)):)(${DATE})(?=$|[\\s|｜·/,，）)】\\]《]|印发|发[布表]|整理|供稿|刊[发登载]|修订|[播摘编夜晚晨起])`,
);
/** 采访人：本刊记者　2023年11月; （2023年11月）: the month at the end of a line that says who wrote it, or in brackets alone. */
const MONTH_ALONE =
  /^[^。；]{0,20}(?:采访|记者|采写|撰文|撰稿|供稿|执笔|编写|口述|作者|文字|[本我]刊)[^。；\d]{0,24}[\s|｜·/,，(]((?:19|20)\d{2}年\d{1,2}月)\)?$|^[(]((?:19|20)\d{2}年\d{1,2}月)(?:,[^()，。；]{1,8})?[)]$|^[^。；,\d]{0,20}((?:19|20)\d{2}年\d{1,2}月)(?:号|刊|编|编印)$/;
/** 某市质量协会　2023年5月, below everything else: when it was signed. */
const SIGNED = /^(?:[^。；,:\d]{2,24}\s)?\s{0,20}((?:19|20)\d{2}年\d{1,2}月)$/;
/** （原载2024年4月12日《某某日报》）, （某报2024年4月12日刊发） */
const REPRINTED = new RegExp(
  `(?:原载于?|原刊于?|刊于|刊载于|载于|首发于|摘自)[^\\n。；]{0,24}?(${DATE})|(${DATE})[^\\n。；，,]{0,10}(?:刊发|刊登|刊载|首发)`,
);
/**
 * 本报讯（记者某某）2024年3月15日上午，…; 2024年3月15日，…大会召开: the day of what the news is about.
 * 某某云媒2024年3月15日电（记者某某）…: that of the telegram. 2024年5月20日是第25个世界计量日。: the day on whose occasion it is.
 * 编者按 2024年3月，…: when that was of which the editors think.
 */
const DATELINE = new RegExp(
  `^[^\\n]{0,12}(?:讯|电)\\s?(?:\\([^()\\n]{0,40}\\))?\\s?(${DATE})(?=[上下中]午|[早晚]|\\s?,)|^(${DATE})(?:[上下]午|晚)?\\s?,[^。\\n]{0,80}(?:举行|召开|举办|颁奖|揭晓|发布|公布|启动)|^[^\\n。；,]{2,16}?(${DATE})[讯电](?=[\\s(,])|^[>\\s]{0,3}(${DATE})(?:是|恰逢|正值|迎来)(?:第\\d{1,3}个)?[^。；,\\d\\n]{2,14}(?:日|周|节|月)(?=[。,])|^[>*\\s【\\[]{0,4}编者按[】\\]*:\\s]{1,4}((?:19|20)\\d\\d年\\d{1,2}月(?:\\d{1,2}日)?)[,在]`,
);
/** 2024年某市某某大赛获奖名单: the year of a list that gives no other date. */
const TITLED =
  /^\s{0,20}(?:#{1,20}\s{0,20})?((?:19|20)\d{2})年(?!度)[^\n。；,]{0,60}(?:名单|结果|榜|光荣榜|喜报)/;

/**
 * The date of publication that a text gives: a labelled one (发布日期：…), a newspaper page's (… 星期四), or a line that is
 * nothing but a date, or a short one with a date set off, among the first or last lines (the signature of a notice); else
 * where it was first printed, the dateline of its news, or the year of the list that its title announces.
 * Null if it gives none.
 */
export function dateOfText(text: string): string | null {
  const head = new Part(text.slice(0, 3000));
  const tail = text.length <= 1500 ? undefined : new Part(text.slice(-1500));
  for (const { words, pattern } of LABELS)
    for (let part: Part | undefined = head; part !== undefined; part = part === head ? tail : undefined) {
      if (!part.labelled || !words.test(part.raw)) continue;
      const match = pattern.exec(part.text);
      if (match !== null) return isoDate(match[1]!) ?? null;
    }
  const first = firstLines(head.raw, LINES);
  /** Lines that may give a date, and those that may number an issue. */
  const dated: string[] = [];
  const numbered: string[] = [];
  let inWords: string | undefined;
  const last = lastLines(tail?.raw ?? text);
  for (const line of [...last, ...first])
    if (
      line.length <= LONGEST_LINE &&
      // Only the day of a speech stands at the head of longer ones.
      (line.length <= LONGEST_DATED || !isHan(line.charCodeAt(0))) &&
      YEAR.test(line)
    ) {
      const plain = compatible(line);
      if (MONTH.test(plain)) dated.push(plain);
      if (plain.includes("期")) numbered.push(plain);
    } else if (line.length <= LONGEST_IN_WORDS && line.includes("年") && IN_WORDS.test(line.trim()))
      inWords ??= line.trim();
  for (const line of dated) {
    const match = ALONE.exec(line.trim()) ?? HELD.exec(line.trim());
    if (match !== null) return isoDate(match[1]!) ?? null;
  }
  if (inWords !== undefined) return isoDate(inFigures(inWords)) ?? null;
  for (const line of dated) {
    const match = line.length <= 60 && !/[。；]/.test(line) ? SET_OFF.exec(line.trim()) : null;
    if (match !== null) return isoDate(match[1]!) ?? null;
  }
  for (const line of dated) {
    const match = line.length <= 80 && !/[。；]/.test(line) ? COMPILED.exec(line) : null;
    if (match !== null) return isoDate(match[1] ?? match[2]!) ?? null;
  }
  for (const line of dated) {
    const match = line.length <= 60 ? MONTH_ALONE.exec(line.trim()) : null;
    if (match !== null) return isoDate(match[1] ?? match[2] ?? match[3]!) ?? null;
  }
  const end = last.find((line) => line.trim() !== "");
  const signed =
    end === undefined || end.length > LONGEST_IN_WORDS ? null : SIGNED.exec(compatible(end).trim());
  if (signed !== null) return isoDate(signed[1]!) ?? null;
  for (const line of dated) {
    const match = line.length <= 60 ? REPRINTED.exec(line) : null;
    if (match !== null) return isoDate(match[1] ?? match[2]!) ?? null;
  }
  for (const line of numbered) {
    const match = line.length <= 60 && !/[。；]/.test(line) ? ISSUE.exec(line.trim()) : null;
    if (match !== null) return match[1]!;
  }
  for (const line of first) {
    if (isHan(line.charCodeAt(0)) && !AGENCY.within(line, 0, Math.min(line.length, LONGEST_AGENCY))) continue;
    if (!YEAR.test(line.slice(0, LONGEST_LEAD))) continue;
    const match = DATELINE.exec(compatible(line.slice(0, LONGEST_LINE)).trim());
    if (match !== null) return isoDate(match.slice(1).find((date) => date !== undefined)!) ?? null;
  }
  if (!beginsWithFigure(text)) return null;
  const titled = TITLED.exec(compatible(head.raw.slice(0, LONGEST_LINE)));
  return titled === null || speaksLater(text, Number(titled[1])) ? null : titled[1]!;
}

/** How many lines at either end of a text may hold its date. */
const LINES = 8;
/** UTF-16 units of the longest beginning of a line that a pattern looks at, and of what stands before a dateline's date. */
const LONGEST_LINE = 400;
const LONGEST_LEAD = 80;
/** The longest line in which a date is set off. */
const LONGEST_DATED = 80;
/** 某报讯, 某社某地3月15日电: at the latest where it stands. */
const AGENCY = new CharacterSet("讯电按");
const LONGEST_AGENCY = 40;
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
/** Labels and papers' names before dates, each with words without which a text has none. */
const LABELS: readonly { words: RegExp; pattern: RegExp }[] = [
  { words: /(?:发布|公布|更新|成文|发文|印发|访谈|刊发|见报)(?:日期|时间)/, pattern: LABELLED },
  { words: /星期|周[一二三四五六日天]/, pattern: PAGE_HEADER },
  { words: /[报刊][ \t\n]/, pattern: PAGE_LINE },
  { words: /时间[ \t]?[:：]/, pattern: MET },
];
/** What any of these words holds. */
const LABEL_WORD = /日期|时间|星期|周[一二三四五六日天]|[报刊][ \t\n]/;
/** The beginning of a year, or figures that may become one. */
const YEAR = /(?:19|20)\d\d|[０-９⑲⑳]/;
/** A year with what may be a month. */
const MONTH = /(?:19|20)\d\d\s{0,9}[-/.年]\s{0,9}\d/;
const FIGURES = new CharacterSet("12１２⑲⑳");
const MARKS = new CharacterSet("# \n");

/** Whether a text begins with a figure, but for marks of a heading. */
function beginsWithFigure(text: string): boolean {
  let at = 0;
  while (MARKS.has(text.charCodeAt(at))) at++;
  return FIGURES.has(text.charCodeAt(at));
}

/** The last lines of a text from its end. */
function lastLines(text: string): string[] {
  const lines: string[] = [];
  for (let end = text.length; end >= 0 && lines.length < LINES; ) {
    const start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
    lines.push(text.slice(start, end));
    end = start - 1;
  }
  return lines;
}

/** A part of a text, which is brought to the form that patterns match only where one may match. */
class Part {
  private normalized: string | undefined = undefined;
  /** Whether it holds words of labels: most hold none. */
  readonly labelled: boolean;

  constructor(readonly raw: string) {
    this.labelled = LABEL_WORD.test(raw);
  }

  get text(): string {
    this.normalized ??= compatible(this.raw);
    return this.normalized;
  }
}

/** Whether a text speaks of years after the next: then it was not written in the one of its title. */
const speaksLater = (text: string, year: number): boolean =>
  (text.match(/(?<!\d)20\d{2}(?=年)/g) ?? []).some((found) => Number(found) > year + 1);
