import { textOf, textUnits } from "../patterns/text-units.js";

/**
 * One form for each character that documents write in several ways, unit by unit, so that offsets stay: digits and
 * letters ASCII; ，：；！？（）“” full width; every kind of blank a space. Straight double quotes open and close in turn
 * within a line; other brackets around a date are round ones. A comma or colon between two ASCII digits (1,200; 12:30) stays as it is.
 * A year in Chinese figures is one in digits: 二〇一二年 as 2012年.
 */
const FORMS: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [":", "："],
  [";", "；"],
  ["!", "！"],
  ["?", "？"],
  ["(", "（"],
  [")", "）"],
  ["﹙", "（"],
  ["﹚", "）"],
  ["「", "“"],
  ["」", "”"],
  ["『", "“"],
  ["』", "”"],
  ["〖", "【"],
  ["〗", "】"],
  ["〝", "“"],
  ["〞", "”"],
  ["‟", "“"],
  ["＂", '"'],
  ["•", "·"],
  ["・", "·"],
  ["‧", "·"],
  ["∙", "·"],
  ["．", "."],
  ["％", "%"],
  ["／", "/"],
  ["＝", "="],
  ["＊", "*"],
  ["⟶", "→"],
  ["⟹", "→"],
  ["⇨", "→"],
  ["➔", "→"],
  ["➜", "→"],
  ["➝", "→"],
  ["\u3000", " "],
  ["\u00a0", " "],
  ["\u2002", " "],
  ["\u2003", " "],
  ["\u2009", " "],
]);

/** By unit; 0 where it stays. Only a few of them are asked for often, so that the cache holds what is used. */
const forms = new Uint16Array(65536);
for (const [from, to] of FORMS) forms[from.charCodeAt(0)] = to.charCodeAt(0);
// Full-width digits and letters.
for (const [from, to] of [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  for (let unit = from; unit <= to; unit++) forms[unit] = unit - 0xfee0;

const COMMA = 0x2c;
const COLON = 0x3a;
const STRAIGHT_QUOTE = 0x22;

/** Brackets of other kinds, which are round ones where they note something of the words before them: 甲公司［2015年，提名奖］. */
const OTHER_BRACKETS = ["【", "〔", "[", "［"].map((mark) => mark.charCodeAt(0));
for (const unit of OTHER_BRACKETS) forms[unit] = unit;
const [OPEN, CLOSE] = ["（".charCodeAt(0), "）".charCodeAt(0)];
/**
 * Words or a date right behind words, but no number of a document (国发〔2024〕37号); 【】, which may begin what follows, only around
 * a date, a tier or a place.
 */
const NOTE =
  /(?<=[\u4e00-\u9fa5A-Za-z”"》）)」〕］\]★☆*△▲▽▼●○◆◇■□※#])(?:[〔［[](?:[提人][〕］\]]|(?=(?:19|20)\d\d|[^〔〕［］[\]\n]{0,60}[\u4e00-\u9fa5])[^【】〔〕［］[\]\n]{2,60}[〕］\]](?!第?\d))|【(?:(?=(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{0,4}[届批])[^【】\n]{4,60}|[^【】\n]{1,12}奖(?=】(?!\s?(?:[第首]|(?:19|20)\d\d)))|[^【】\n]{2,12}(?:(?<![专特小])区|县|市))】)/y;
/** A date or tier at the beginning of a line: ［2015年提名奖］甲公司. */
const LEADING_NOTE =
  /(?<=(?:^|\n)(?:[-□■◆◇◎○●★☆▲△※*√·①-⑳—] ?)?)[〔［[](?=(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{0,4}[届批]|[^〔〕［］[\]\n]{0,6}奖[〕］\]])[^【】〔〕［］[\]\n]{2,24}[〕］\]]/y;
/** A place behind blanks that ends a line: 甲公司　　〔新民市〕. */
const PLACE_NOTE =
  /(?<=[\u4e00-\u9fa5）)][ \t\u3000]{1,16})[〔［[][\u4e00-\u9fa5]{2,12}[区县市旗镇][〕］\]](?=\n|$)/y;

/** What those below a line that is bracketed have won, or those behind: [质量奖（组织）], [某市政府质量奖] 甲公司、乙公司. */
const LEADING_LABEL =
  /(?<=(?:^|\n)(?:- )?)[〔［[](?:(?=[^〔〕［］[\]\n]{1,16}奖)[^【】〔〕［］[\]\n]{2,24}[〕］\]](?=[^。；：:]{0,24}(?:[:：\n]|$)| ?[\u4e00-\u9fa5“][^。\n]{1,160}(?:\n|$))|(?:中国|全国|国家|世界)[^【】〔〕［］[\]\n]{2,24}[〕］\]](?= ?[\u4e00-\u9fa5][^。，\n]{1,80}(?:\n|$)))/y;
const [LENTICULAR, LENTICULAR_END] = ["【".charCodeAt(0), "】".charCodeAt(0)];

/** ◆绿色制造|　2018年列入某名单: the blank behind a label says what a colon does. */
const LABEL_BLANK =
  /(?<=(?:^|\n)[◆●■▲▶★◎□◇○·•] ?[\u4e00-\u9fa5]{2,6})(?<!公司|集团|[厂院校市县区奖会局])[ \u3000](?=(?:19|20)\d\d年[^\s，。；：]{4})/y;
const WIDE_BLANK = 0x3000;

/** Where the other bracket stands that closes a note's at an offset; -1 where it holds none. */
function noteEnd(text: string, at: number): number {
  for (const note of [NOTE, LEADING_NOTE, PLACE_NOTE]) {
    note.lastIndex = at;
    if (note.test(text)) return note.lastIndex - 1;
  }
  return -1;
}

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

/** The text that rules match against; of the same length as `text`, character by character. */
export function normalizeText(text: string): string {
  const { length } = text;
  const units = textUnits(text);
  let isChanged = false;
  let open = false;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if ((unit >= 0x3100 && unit < 0xf900) || (unit >= 0x3001 && unit < 0x300c)) continue;
    if (unit === 0x0a) open = false;
    let to = unit === STRAIGHT_QUOTE ? STRAIGHT_QUOTE : forms[unit]!;
    if ((unit === 0x20 || unit === WIDE_BLANK) && isDigit(text.charCodeAt(i + 1))) {
      LABEL_BLANK.lastIndex = i;
      if (LABEL_BLANK.test(text)) to = forms[COLON]!;
    }
    if (to === 0) continue;
    if (to === unit && unit !== STRAIGHT_QUOTE) {
      LEADING_LABEL.lastIndex = i;
      const labels = unit !== LENTICULAR && LEADING_LABEL.test(text);
      const close = labels ? LEADING_LABEL.lastIndex - 1 : noteEnd(text, i);
      if (close < 0) continue;
      units[close] = labels ? LENTICULAR_END! : CLOSE!;
      to = labels ? LENTICULAR! : OPEN!;
    }
    if (
      (unit === COMMA || unit === COLON) &&
      isDigit(text.charCodeAt(i - 1)) &&
      isDigit(text.charCodeAt(i + 1))
    )
      continue;
    if (to === STRAIGHT_QUOTE) {
      to = (open ? "”" : "“").charCodeAt(0);
      open = !open;
    }
    units[i] = to;
    isChanged = true;
  }
  const norm = isChanged ? textOf(units, length) : text;
  return HAN_YEARS.test(norm) ? norm.replace(HAN_YEAR, digitsOf) : norm;
}

/** What a year in Chinese figures begins with. */
const HAN_YEARS = /二[〇○零]|一九[〇○零一二三四五六七八九]/;
const HAN_YEAR =
  /(?<![〇○零一二三四五六七八九十百千])(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=[年。；])/g;
const HAN_DIGITS = "〇一二三四五六七八九";
const digitsOf = (figures: string): string =>
  Array.from(figures, (figure) => Math.max(0, HAN_DIGITS.indexOf(figure))).join("");
