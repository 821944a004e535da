import { CharacterSet } from "../patterns/character-set.js";
import { gated } from "../patterns/gated.js";

const HAN_NUMERAL = new CharacterSet("一二三四五六七八九十");
const DIGIT = new CharacterSet("0123456789０１２３４５６７８９");
const BRACKET = new CharacterSet("（(");
const CIRCLED = new CharacterSet("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");

/** Depth of a line by its numbering: 1 第N章 and 第N展区, 2 一、, 3 （一）, 4 1., 5 （1） and 1.1; 0 without. */
export function numberingDepth(line: string): number {
  if (line.startsWith("第"))
    return /^第[一二三四五六七八九十\d]{1,9}(?:[章部篇编]|展[区厅]|单元|板块)/.test(line) ? 1 : 0;
  if (HAN_NUMERAL.begins(line))
    return /^[一二三四五六七八九十]{1,3}(?:[、.．]| (?=\p{Script=Han}))/u.test(line) ? 2 : 0;
  if (DIGIT.begins(line)) {
    if (/^[\d０-９]{1,3}(?:[、.．](?![\d０-９])| (?=\p{Script=Han}))/u.test(line)) return 4;
    return /^[\d０-９]{1,3}(?:[)）]|[.．]\d{1,2} (?=\p{Script=Han}))/u.test(line) ? 5 : 0;
  }
  if (BRACKET.begins(line)) {
    if (/^.[一二三四五六七八九十]{1,3}[）)]/.test(line)) return 3;
    return /^.[\d０-９]{1,3}[）)]/.test(line) ? 5 : 0;
  }
  return CIRCLED.begins(line) ? 5 : 0;
}

const LONGEST_HEADING = 50;
const LONGEST_TITLE = 50;
/** 驰名商标41件, 合格率达99%: a figure of its own. */
const FIGURE =
  /\d[\d.,]{0,12}\s{0,20}[余多]?[万亿千百]?\s{0,20}(?:[%％‰]|[\p{Script=Han}]{1,4}|[a-zA-Z]{1,3})(?:以上|左右|以下|以内)?$/u;
/** 全国五一劳动奖章获得者2人, 先进集体（5个）: how many follow. */
const COUNTED =
  /(?:奖[章状牌]?|称号|者|得主|名单|集体|个人|单位|组织|企业|模范|工匠|标兵|能手|先锋号)[）)]?\s?共?[\d一二三四五六七八九十]{1,3}[家个名项人]$/;
/** 市质量奖组织 6家（另有提名奖3家）: what is measured, a blank and its figure. */
const STATISTIC =
  /[\p{Script=Han}”）)] {1,4}\d[\d.,]{0,12}[余多]?[万亿千百]?(?:[%％‰]|[\p{Script=Han}]{1,4})(?:以上|左右)?(?:[（(][^（()）]{1,24}[）)])?$/u;

/** Whether two lines below one another are figures of a list: then neither is a heading. */
export const areStatistics = (line: string, other: string): boolean =>
  STATISTIC.test(line) && STATISTIC.test(other);

/** 第二届（2016年）2家: a round of a list, no title. */
const ROUND =
  /^(?:第[一二三四五六七八九十\d]{1,3}[届批]|首届|(?:19|20)\d\d年度?)(?:[（(][^（()）]{4,12}[）)])?[：: ]?(?:共?[\d一二三四五六七八九十]{1,3}[家个名项])?$/;

/** What a heading does not end in: the sentence goes on elsewhere. */
const DANGLING = /[的和与及或由将被为在第于着]$/;
const FRAGMENT = /^(?:截至|截止|其中|均|共|合计|累计|另有|以上)/;

/** 获省长质量奖提名奖，每家奖励20万元：, what a prize is worth, behind its name. */
const PAID =
  /[，,（](?:每[家个人名项]|各)?(?:一次性)?(?:给予|颁发)?(?:奖励|奖补|奖金|奖|补助|资助)[^，,。；（）]{1,12}元[）]?(?=[:：]$)/;

/** 提名奖（组织），4家：, how many stand below a heading. */
const COUNTS = gated(/(?<=[奖）)织人位业])[，,]共?[\d一二三四五六七八九十]{1,3}[家个名项人](?=[:：]?$)/);
/** 提名奖（4家，排名不分先后）：, what a heading notes of those below it. */
const REMARK = /[（(][^（()）。；]{1,24}[）)](?=[:：]$)/;

/** 所在地：某县, 负责人：某某: a field of a record. */
const FIELD =
  /^(?:驻地|身份|备注|获奖(?=[：:])|所在|所属|地址|属地|注册|坐落|行业|主营|法定代表人|负责人|联系人|单位性质|成立时间)[^：:]{0,6}[：:]./;
const FIELDS = new CharacterSet("驻身备获所地属注坐行主法负联单成");

/** 某奖（2010年设立；初称“某某奖”）: what a heading tells of its award. */
const TOLD = /(?<=奖)[（(](?=[^（()）]{0,40}[；;])[^（()）。]{4,60}[）)]$/;

/** Whether a short line without a sentence's end may be a heading, by its own words. */
export function mayHead(given: string, depth: number): boolean {
  const counted = COUNTS.replace(given, "");
  const line = counted.endsWith("）") || counted.endsWith(")") ? counted.replace(TOLD, "") : counted;
  if (line.length > LONGEST_HEADING || /[。；]/.test(line) || /[，、,]$/.test(line)) return false;
  if (opensQuote(line) || DANGLING.test(line) || (FIELDS.begins(line) && FIELD.test(line))) return false;
  if (/^[【〖][^】〗]+[】〗]/.test(line)) return true;
  if (/[:：]$/.test(line)) {
    const said = line.replace(PAID, "").replace(REMARK, "");
    return said.length <= 26 && !/[，,]/.test(said);
  }
  if (depth > 0) return true;
  if (FRAGMENT.test(line)) return false;
  return !FIGURE.test(line) || COUNTED.test(line) || /[:：]/.test(line) || /^[^\d]{0,4}[\u201c"]/.test(line);
}

/** Whether a quotation begins in the line and does not end there. */
function opensQuote(line: string): boolean {
  return line.lastIndexOf("“") > line.lastIndexOf("”") || line.lastIndexOf("《") > line.lastIndexOf("》");
}

/** Whether a line at the head of a text may be its title. */
export const mayTitle = (line: string, depth: number): boolean =>
  depth === 0 &&
  line.length <= LONGEST_TITLE &&
  headingMark(line) === 0 &&
  !/^【.*】$/.test(line) &&
  !(ROUND_START.begins(line) && ROUND.test(line)) &&
  !opensQuote(line) &&
  !DANGLING.test(line) &&
  !/[。；]/.test(line) &&
  !/[，、,:：]$/.test(line);

const ROUND_START = new CharacterSet("第首12");

const HEADING_MARK = new CharacterSet("■◆●★▶►◇□☆◎○▍▎▌█❖◈✦");

/** Length of the sign and blanks with which headings of some texts begin: ■ 省长质量奖; 0 without. */
export const headingMark = (line: string): number =>
  !HEADING_MARK.begins(line)
    ? 0
    : (/^[■◆●★▶►◇□☆◎○▍▎▌█❖◈✦]{1,40} {0,20}(?=[^\s■◆●★▶►◇□☆◎○▍▎▌█❖◈✦])/.exec(line)?.[0].length ?? 0);

/** `——某市实施标准化战略纪实` below a title. */
export const isSubtitle = (line: string): boolean => /^[—–―-]{1,2}/.test(line);
