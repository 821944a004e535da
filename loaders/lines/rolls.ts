import { SURNAMES } from "../lexicon/surnames.js";
import { CharacterSet } from "../patterns/character-set.js";
import { gated } from "../patterns/gated.js";
import { endsSentence } from "./line-end.js";

const ORGANIZATION =
  /(?:公司|集团|总厂|研究院|研究所|设计院|勘测院|检测院|医院|学校|大学|学院|中学|小学|幼儿园|中心|协会|商会|学会|联盟|合作社|银行|支行|分行|管委会|委员会|人民政府|办公室|管理局|监管局|供电局|事务所|酒店|宾馆|车间|班组|血站|支队|大队)$/;
/** Endings of one character that many other words share: names in rolls only. */
const WEAK_ORGANIZATION = /.{5}[厂院所局站店场矿社队处部馆园]$/;
const POST =
  "(?:董事长|总经理|经理|总裁|厂长|院长|所长|校长|园长|站长|队长|主任|局长|处长|科长|部长|书记|工程师|技师|班长|组长|技术员|质量官|司机|教授|研究员|负责人|工人|员工|职工|教师|医师|医生|护士长|护士|试验员|检验员|检测员|化验员|质检员|操作员|管理员|讲解员|驾驶员|业务员|服务员|主管|总监|主席|会长|秘书长|厂医|焊工|钳工|操作工|车间主任|传承人)";
const PERSON_IN_ORGANIZATION = new RegExp(
  `(?:公司|集团|厂|院|所|站|医院|学校|大学|学院|中学|小学|中心|协会|局|政府|委员会).{0,24}?${POST}[\\s、]?[\\p{Script=Han}·]{0,12}$`,
  "u",
);
/** 公司 and a bare name behind it: not 某某集团荣誉年表. */
const NAME_AFTER_ORGANIZATION =
  /(?:公司|集团)\s?[\p{Script=Han}]{1,3}(?![表录册榜单案史介况簿])[\p{Script=Han}]$/u;
/** 某市第三中学 王建国: set apart, with a surname. */
const NAME_BESIDE_ORGANIZATION =
  /(?:学校|中学|小学|学院|大学|医院|幼儿园|中心|协会|学会|研究院|[所局院厂]|合作社|公司|集团|银行|支队|大队) {1,2}(\p{Script=Han})[\p{Script=Han}]{1,2}$/u;
const namesOneBeside = (part: string): boolean => {
  const surname = part.includes(" ") ? NAME_BESIDE_ORGANIZATION.exec(part)?.[1] : undefined;
  return surname !== undefined && SURNAMES.has(surname);
};
const BODY = "(?:公司|集团|厂|院|所|站|校|学|中心|协会|局|社|银行|队|政府|委|部|园)";
const PERSON_BEFORE_POST = new RegExp(
  `^[\\p{Script=Han}·]{2,4}(?:（[男女]）)? [^，。]{2,40}(?:${POST}|${BODY}[^，。]{1,16}[师员长工任理记监手匠])$`,
  "u",
);
/** 某某，某公司试验员; 某某（某小学校长） */
const PERSON_THEN_ORGANIZATION = new RegExp(
  `^[\\p{Script=Han}·]{2,4}(?:（[男女]）)?[，,：:] ?[^。，]{2,30}${BODY}[^。，]{0,20}\\p{Script=Han}$`,
  "u",
);
const PERSON_WITH_BRACKET = new RegExp(
  `^[\\p{Script=Han}·]{2,4}[（(][^（）()]{2,30}${BODY}[^（）()]{0,20}[）)]$`,
  "u",
);
const PERSON_AFTER_POST = new RegExp(`${POST} [\\p{Script=Han}·]{2,4}$`, "u");
const YEARS =
  /[（(][^（）()]{0,200}(?:(?:19|20)\d\d|[１２][９０][０-９]{2}|(?:第[一二三四五六七八九十\d]{1,12}|首)[届批])[^（）()]{0,200}[）)]$/;
const AWARD = gated(
  /(?:奖|奖励|称号|名单|荣誉|名录|光荣榜|获得者|获奖者?|企业|(?:获奖|表彰|入选|授牌)单位|组织|个人)(?:\s?[（(][^（）()]{0,60}[）)])?(?:[（(][^（）()]{0,60}[）)])?(?:[，,]?共?[\d一二三四五六七八九十]{1,3}[家个名项人])?[：:]?$/,
);
/** 甲公司大事记（2021年）: what heads a list rather than stands in it. */
const LISTING = /(?:大事记|纪事|一览表?|统计表?|汇总表?|情况表?|荣誉[榜墙]?|荣誉录)$/;
/** 【第二展区：某奖】 has no label: it is bracketed as a whole. */
const LABEL = /^(?!【[^】]{0,28}[:：])[^：:，。]{1,28}[:：]\s{0,20}(?=[^\s])/;
const COLON = new CharacterSet("：:");
const LONGEST_LABEL = 28;
const NUMBERED = new CharacterSet(
  "（(一二三四五六七八九十百0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
);
const BRACKET = new CharacterSet("）)");
const COMMA = new CharacterSet("，、,");
const DATE_END = new CharacterSet("年度届批");
const DATE_START = new CharacterSet("第首12");
const TABLE_START = new CharacterSet("附表");
const TIER_SIGN = new CharacterSet("*△▲▽▼☆★※◎");
const PUNCTUATION = new CharacterSet("，。：:");
const PART_END = new CharacterSet("，、。；;,");
/** What ends the names that are told by their last word. */
const ORGANIZATION_END = new CharacterSet("司团厂院所校学园心会盟社行委府室局馆店组站队间");
const IN_LENTICULAR = /^【[^】]{2,40}(?<!公司|集团)】(?:[（(][^（）()]{1,24}[）)])?$/;
const BRACKET_AT_END = /\s{0,20}[（(][^（）()]{0,200}[）)]$/;
/** 甲公司 2021年 第四届; 甲公司，2021年 */
const TRAILING_DATES =
  /(?:(?:\s{1,20}|[，,·/｜|：:—-]{1,2}\s?)(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,12}[届批])){1,12}$/;
const PLACE_END = new CharacterSet("县区市旗");
const TRAILING_PLACE = /(?:\s{1,20}|[/／—]{1,2}\s?)[\p{Script=Han}]{1,7}[县区市旗]$/u;
export const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十百\d０-９]{1,4}[）)]|\d{1,2}\.\d{1,2}(?= [\u4e00-\u9fa5])|[\d０-９]{1,3}\s{0,20}[.、．)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s{0,20}/;

/** Whether a line names an organization or person as an entry of a list does, perhaps numbered, labelled or dated. */
export function isRollEntry(line: string, amongEntries = false): boolean {
  // 表2　某奖获奖单位: a table's caption.
  if (TABLE_START.begins(line) && /^附?表\s?[\d一二三四五六七八九十]{1,3}[\s：:.、]/.test(line)) return false;
  // 【某奖】（2022年）: what those below it won.
  if (line.startsWith("【") && IN_LENTICULAR.test(line)) return false;
  // 某奖（第五届）／甲公司*: a sign of its tier behind it.
  if (TIER_SIGN.ends(line)) {
    let end = line.length - 1;
    while (end > 0 && (TIER_SIGN.has(line.charCodeAt(end - 1)) || line[end - 1] === " ")) end--;
    return isRollEntry(line.slice(0, end), amongEntries);
  }
  const numbering = NUMBERED.begins(line) ? (NUMBERING.exec(line)?.[0].length ?? 0) : 0;
  let entry = line.slice(numbering);
  if (endsSentence(entry) || COMMA.ends(entry)) {
    // Entries part with ； or 、; 。 ends the last of them, or a label's.
    const last = entry.endsWith("。");
    if (!(amongEntries || hasLabel(entry) || (numbering > 0 && !last))) return false;
    if (PART_END.ends(entry)) entry = entry.slice(0, -1);
    if (endsSentence(entry)) return false;
  }
  // 甲公司　某某县, 甲公司／某某县: where it is, set apart.
  const unplaced = PLACE_END.ends(entry) ? entry.replace(TRAILING_PLACE, "") : entry;
  if (unplaced !== entry && unplaced !== "") return isRollEntry(unplaced, amongEntries);
  const undated = DATE_END.ends(entry) ? entry.replace(TRAILING_DATES, "") : entry;
  if (undated !== entry && undated !== "") return isRollEntry(undated, amongEntries);
  if (amongEntries && (PERSON_THEN_ORGANIZATION.test(entry) || PERSON_WITH_BRACKET.test(entry))) return true;
  const label = labelOf(entry);
  const bracketed = BRACKET.ends(entry);
  if (bracketed && YEARS.test(entry)) {
    const unbracketed = entry.replace(BRACKET_AT_END, "");
    if (label === 0 && AWARD.test(unbracketed) && !/公司|集团/.test(entry)) return false;
    if (label === 0 && LISTING.test(unbracketed)) return false;
    if (!/[。，].{12}/.test(unbracketed)) return true;
  }
  const content = entry.slice(label);
  const bare = bracketed ? content.replace(BRACKET_AT_END, "") : content;
  return (
    namesOne(content, numbering > 0, amongEntries) ||
    (bare !== content && namesOne(bare, numbering > 0, amongEntries))
  );
}

/** Whether what is left of an entry is the name of an organization or person. */
function namesOne(part: string, numbered: boolean, amongEntries: boolean): boolean {
  if (PUNCTUATION.within(part)) return false;
  return (
    (ORGANIZATION_END.ends(part) && ORGANIZATION.test(part)) ||
    PERSON_IN_ORGANIZATION.test(part) ||
    namesOneBeside(part) ||
    (amongEntries && (WEAK_ORGANIZATION.test(part) || NAME_AFTER_ORGANIZATION.test(part))) ||
    ((numbered || amongEntries) && (PERSON_BEFORE_POST.test(part) || NAME_AFTER_ORGANIZATION.test(part)))
  );
}

/** Whether a line ends as the name of an organization does. */
export const endsOrganization = (line: string): boolean =>
  ORGANIZATION_END.ends(line) && (ORGANIZATION.test(line) || WEAK_ORGANIZATION.test(line));

/** Whether a heading says what those below it won. */
export const namesAward = (heading: string): boolean => AWARD.test(heading);

/** Length of the label that a line begins with, colon and blanks included, where something stands behind it; else 0. */
function labelOf(line: string): number {
  if (!COLON.within(line, 1, Math.min(line.length, LONGEST_LABEL + 1))) return 0;
  return LABEL.exec(line)?.[0].length ?? 0;
}

/** `LABEL：…` with something behind the colon. */
export const hasLabel = (line: string): boolean => labelOf(line) > 0;

/** `第三届（2013年） …`, `2019年：…`, `2016年4月 …`, `2016.4 …`: a date at the head with something behind it. */
export const hasDate = (line: string): boolean =>
  DATE_START.begins(line) &&
  /^(?:第[一二三四五六七八九十\d]{1,12}[届批]|首届|(?:19|20)\d\d(?:年度?|[.\-/](?=\d))(?:\d{1,2}月?)?)(?:[（(][^（）()]{2,12}[）)])?[ ：:]\s{0,20}\S/.test(
    line,
  );

/** `◎2006年　…`, `★2010——…`, `3. 【2012年】…`, `□ [2016]…`: a date behind a sign or number at the head, set apart from what it tells. */
export const isDatedEntry = (line: string): boolean =>
  DATED_START.begins(line) &&
  /^(?:[-·•●○◆◇■□★☆▲△◎※*▪√—]{1,2} ?|[①-⑳] ?|\d{1,2}[.、] ?|[（(]\d{1,2}[）)])?(?:[【〖「『（([［〔](?:19|20)\d\d年?度?[】〗」』）)\]］〕]|(?:(?:19|20)\d\d年?[、和与]){0,4}(?:19|20)\d\d(?:年度?(?:\d{1,2}月)?|(?:[./-]\d{1,2}){1,2})?(?=[\s:：|｜·—–－→▸»/／]))[\s:：|｜·—–－→▸»/／]{0,4}[\u4e00-\u9fa5“《]/.test(
    line,
  );
const DATED_START = new CharacterSet("-·•●○◆◇■□★☆▲△◎※*▪√—①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮0123456789（([［〔【〖「『");

const PARTED = new CharacterSet("：:｜|月");
/** `甲公司：某奖`, `2017｜某奖`, `4月　某奖`: how an entry begins that others like it follow. */
const BEGINNINGS: readonly RegExp[] = [LABEL, /^[^｜|，。]{1,28}[｜|]/, /^\d{1,2}月/];

const TIER_START = new CharacterSet("[【（(特一二三金银铜优提");
/** [一等奖] 某技术, 【金　奖】某公司的“…”, 银奖 某项目: an entry headed by its tier. */
const TIERED =
  /^[[【（(]?(?:[特一二三][ 　]?等|[金银铜][ 　]?|优秀|提名|优胜|创新)[ 　]?奖?(?:[\]】）)] ?| )(?=[^\s\d（(])/;

/** Whether two lines begin alike, as entries of a list do one below the other. */
export const areEntries = (line: string, following: string): boolean =>
  areTiered(line, following) || beginAlike(line, following) || areSigned(line, following);

const SIGNED = /^[◆●■▲▶★◎□◇○·•] ?\p{Script=Han}{2,6} (?=\S{5})/u;
/** ◆上市　2005年，某地证券交易所 above ◆质量　2013年获某奖: a sign, a label and what it is about. */
const areSigned = (line: string, following: string): boolean =>
  line[0] === following[0] && SIGN.begins(line) && SIGNED.test(line) && SIGNED.test(following);
const SIGN = new CharacterSet("◆●■▲▶★◎□◇○·•");

/** Whether two lines are entries that their tiers head. */
export const areTiered = (line: string, following: string): boolean =>
  TIER_START.begins(line) && TIER_START.begins(following) && TIERED.test(line) && TIERED.test(following);

const beginAlike = (line: string, following: string): boolean =>
  PARTED.within(line, 1, Math.min(line.length, LONGEST_LABEL + 1)) &&
  BEGINNINGS.some((begins) => begins.test(line) && begins.test(following));

/** `第五届 2020年 空缺` */
export const isVacant = (line: string): boolean => /[\s：（](?:空缺|从缺|轮空)）?$/.test(line);

/** `市市场监督管理局局长 李某某`: who wrote or speaks, with the post; a fact, not a heading. */
export const isPersonLine = (line: string): boolean =>
  line.length <= 50 && line.includes(" ") && PERSON_AFTER_POST.test(line);

/** `葛某某（某公司首席工程师）`: one of a list, with whose employee that is. */
export const isEmployedPerson = (line: string): boolean =>
  line.length <= 50 && PERSON_WITH_BRACKET.test(line);

const DATE_ALONE =
  /^(?:第[一二三四五六七八九十\d]{1,3}[届批]|首届|(?:19|20)\d\d年?度?)[（(][^（()）]{1,12}[）)]$/;

/**
 * Where a heading was set right behind an entry: `甲公司（2015年） 乙奖` → the offset of 乙奖; 0 if it was not, as behind a place,
 * `甲公司（某县） 乙奖`, or a date.
 */
export function gluedHeading(line: string): number {
  if (!line.endsWith("奖") && !line.endsWith("称号")) return 0;
  const match = /(?<![市县区州旗])[）)] {1,20}(?=[^\s（()）]{4,24}(?:奖|称号)$)/.exec(line);
  if (match === null) return 0;
  const entry = line.slice(0, match.index + 1);
  // 第五届（2019年） 乙奖: when that was won.
  return DATE_ALONE.test(entry) || !isRollEntry(entry) ? 0 : match.index + match[0].length;
}
