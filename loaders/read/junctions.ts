import { COMMON_PAIRS } from "../lexicon/common-pairs.js";
import { CharacterSet } from "../patterns/character-set.js";
import { gated } from "../patterns/gated.js";

/** How often two or three characters follow one another in a text. */
export type Pairs = (characters: string) => number;

/** What a sentence can hardly end in. */
const INCOMPLETE =
  /(?:[的和与及或在为被将由对把向着得是至从以让使给获第约近达超着]|不断|先后|分别|进一步|以及|包括|通过|围绕|承担|位于|来自|达到|实现|其中|[，。；][它该其])$/;
/** How paragraphs begin, and sentences hardly go on. */
const FRESH =
  /^(?:[“‘《【（(—▲△·•]|一是|二是|三是|首先|其次|据|根据|按照|依[据照]|遵照|\d{4}年(?:\d{1,2}月)?，|截至|截止|目前|眼下|如今|近年来|近日|日前|昨日|昨天|此外|同时|另外|下一步|今年|去年|今后|未来|当天|当日|为此|为了|这[是家里]|随着|值得|不过|然而|但是|记者|本报|第[一二三四五六七八九十]|[一二三四五六七八九十]、|\p{Script=Han}{1,4}[:：]|\p{Script=Han}{4,24}(?:透露|介绍|表示|坦言|回忆|说|告诉记者)[，,：:“])/u;
const DATE = /^(?:\d{4}年|\d{1,2}月)/;
/** What no paragraph begins with: particles, marks and verbs whose subject stands elsewhere. */
const NEVER_FRESH =
  /^(?:[的了着和与及等而则也、，。；：！？）】”》%％为是]|以上|左右|以下|之一|[荣喜斩]?获(?!奖)|[摘捧夺]|拿[下到]|入[选围]|跻身|折桂|问鼎|[站登]上|认定|命名|授予|评[为定]|列[为入]|当选|成为|担任|承[担建]|[还又已曾均]|同比|增长|位[居列]|居全)/;
/** A name that waits for its verb, and such verbs. */
const NAME =
  /(?:公司|集团|厂|医院|学校|[小中大]学|学院|研究[院所]|[院所局厅委会馆站]|中心|[市县区省]|企业|家|者)$/;
const VERB =
  /^(?:[荣喜斩]?获|[摘捧夺]|拿[下到]|入[选围]|跻身|折桂|问鼎|[站登]上|被|认定|授予|评[为定]|列[为入]|当选|成为|担任|承[担建办接]|牵头|参与|主[导持攻]|起草|制定|修订|负责|建[有成]|设[有在]|位于|坐落|落户|拥有|聚焦|[则也还又已曾均是为将就]|先后|分别)/;
/** 2021年又获|第八届某奖: what a round goes on with, though paragraphs begin with one too. */
const WON = /(?:获|[捧摘夺揽]得|拿[下到]|[入当]选|荣膺|是|为)$/;
const ROUND = /^第[\d一二三四五六七八九十]{1,3}[届批]/;
/** What only a figure goes on with, and whatever it may go on with. */
const UNIT =
  /^(?:[万亿%％‰]|[余多][家件个项名万亿]|(?:家|件|项|个|名|元|吨|台|人|次|份|届|批|位|亩|年|月|日|个百分点|百分点|公里|平方[公千]?米)(?=[，。；、（]|以[上下内]|左右))/;
const AFTER_DIGIT =
  /^(?:[\d.,%％‰万亿余多家件个项名人元年月日吨米平公台套亩次份届批位倍分条座种所类户度天秒克斤辆艘千百兆—\-–~～/）)]|以[上下内])/;
/** Behind what a number is likely to stand. */
const BEFORE_DIGIT =
  /(?:第|[约近达超]|[增下][长降]|提[高升]|突破|达到|合计|累计|共|有|为|[到至额值量率积]|收入)$/;
/** What goes on with a list: another of its entries and what joins it. */
const ENUMERATES = /^[^，。；]{0,24}(?:[、和及与等]|\d)/;
/** 甲公司、|乙公司获提名奖: the last of a list of names. */
const NAMES_NEXT =
  /^[\p{Script=Han}（）A-Za-z]{3,26}(?:公司|集团|厂|医院|学校|[小中大]学|学院|研究[院所]|[院所局会馆站社]|中心)/u;
/** 某县第4位、某县第5位、某某|县第2位、: the entry before that which breaks off, and the rest of that one. */
const ITEM_BEFORE = /(?:^|[，、：])[^，。；：、]{0,38}([^，。；：、]{2})、[^，。；：、]{1,40}$/;
const ITEM_BEHIND = /^[^，。；：、]{0,38}([^，。；：、]{2})[、，。；]/;
/** 枝江稻花村|酒业有限公司、: what the name of a firm ends in. */
const NAME_END = /^\p{Script=Han}{0,4}(?:有限|股份)/u;
const MARK = /^[，、。；：！？,]/;
/** 【广告】, 〔上图〕, ……有关负责人表示: what begins a piece of its own. */
const LABEL = /^(?:…|[【〔［[][^】〕］\]]{1,12}[】〕］\]])/;

const OPENERS = "（《“【";
const CLOSERS = "）》”】";
const BRACKETS = new CharacterSet(`()${OPENERS}${CLOSERS}`);
/** How much of a text is looked through for its brackets. */
const BRACKETED = 240;

/** The last mark that a text opens and does not close, as what would close it, and whether it closes one that it does not open. */
function brackets(text: string): { open: string; closed: string } {
  let open = "";
  let closed = "";
  for (let i = 0; i < text.length; i++) {
    if (!BRACKETS.has(text.charCodeAt(i))) continue;
    const mark = text[i] === "(" ? "（" : text[i] === ")" ? "）" : text[i]!;
    const kind = OPENERS.indexOf(mark);
    if (kind >= 0) open += CLOSERS[kind]!;
    else if (open.endsWith(mark)) open = open.slice(0, -1);
    else if (closed === "") closed = mark;
  }
  return { open: open.slice(-1), closed };
}

const common = new Set<string>();
for (const group of COMMON_PAIRS.split(" "))
  for (let i = 1; i < group.length; i++) common.add(group[0]! + group[i]!);

/** What an entry of a list ends in, whatever its figures. */
const endOfItem = (match: RegExpExecArray | null): string | undefined => match?.[1]?.replace(/\d/g, "0");

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** The pairs of characters of a text that are not common: by them texts on one matter are alike. */
export function ownPairs(text: string): Set<string> {
  const own = new Set<string>();
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    if (!common.has(pair) && isHan(pair)) own.add(pair);
  }
  return own;
}

/** 中国驰名商标410件，中华老字号31家: figures side by side, which need no full stop. */
const COUNTS = /^[^。！？]{0,300}\d\*{0,2}[个家件项张位]$/;

/** 2023年6月29日，某某大会举行: the beginning of a sentence, but for one that breaks off in 截至 or 于. */
const ON_A_DAY = /^(?:19|20)\d\d年\d{1,2}月\d{1,2}日/;
const BEFORE_DAY = /[于在自从至到和与]$/;

/**
 * How well `after` goes on with the sentence in which `before` breaks off, as the logarithm of odds: what is open is closed, a
 * figure gets its unit, a name its verb, and characters follow one another that do so elsewhere.
 */
export function continuation(before: string, after: string, pairs: Pairs): number {
  const last = before.slice(-1);
  const dangling = /[，、；：,]/.test(last);
  if (MARK.test(after)) return dangling ? -6 : 6;
  if (LABEL.test(after) && brackets(after.slice(0, BRACKETED)).closed === "") return -6;
  let score = -0.5;
  const { open } = brackets(before.slice(-BRACKETED));
  const { closed } = brackets(after.slice(0, BRACKETED));
  if (open !== "" && open === closed) score += 3.5;
  else if (open !== "") score -= 2.5;
  else if (closed !== "") score -= 0.5;
  if (/\d\.?$/.test(before)) score += !AFTER_DIGIT.test(after) ? -3.5 : /^\d/.test(after) ? 2 : 4;
  else if (/^\d/.test(after) && !dangling) score += BEFORE_DIGIT.test(before) ? 1 : -1;
  else if (last === "第") score += /^[\d一二三四五六七八九十]/.test(after) ? 2 : -3;
  else if (/[A-Za-z/]/.test(last) && /^[A-Za-z0-9]/.test(after)) score += 2;
  if (last === "、") {
    if (ENUMERATES.test(after)) score += 1;
    else score += NAME.test(before.slice(0, -1)) && NAMES_NEXT.test(after) ? 2 : -1;
  } else if (endOfItem(ITEM_BEFORE.exec(before)) === (endOfItem(ITEM_BEHIND.exec(after)) ?? "")) score += 4;
  if (INCOMPLETE.test(before)) score += 1;
  if (COUNTS.test(before) || (ON_A_DAY.test(after) && !dangling && !BEFORE_DAY.test(before))) score -= 3;
  if (NEVER_FRESH.test(after) || (ROUND.test(after) && WON.test(before))) score += 1;
  else if (FRESH.test(after) && !dangling && last !== "第") score -= 1.5;
  else if (dangling && DATE.test(after)) score += 1;
  if (NAME_END.test(after) && isHan(last) && !NAME.test(before)) score += 1.5;
  if (NAME.test(before)) score += VERB.test(after) ? 1 : 0.5;
  const pair = last + after.slice(0, 1);
  if (!isHan(pair)) return score;
  const seen = pairs(pair);
  const isCommon = common.has(pair);
  if (seen > 0) {
    score += seen > 1 ? 2.5 : 1;
    if (isCommon) score += 1.5;
    if (pairs(before.slice(-2) + after[0]!) > 0) score += 1;
  } else score += isCommon ? 2 : -1;
  return score;
}

/** How many commas part a text: prose has several. */
function clauses(text: string): number {
  let count = 0;
  for (let at = text.indexOf("，"); at >= 0 && count < MANY; at = text.indexOf("，", at + 1)) count++;
  return count;
}
const MANY = 3;
/** Entries of lists are shorter. */
const LONG = 60;
/** How sentences of prose begin, and neither headings nor entries of lists. */
const SENTENCE = gated(/^(?:早在|按照|根据|截至|近日|日前|昨[日天]|经过|为此|走进)[^，：:]{1,40}，/);
/** 早在2022年，某公司就拿下了某省: the beginning of a sentence of prose. */
export const beginsSentence = (text: string): boolean => SENTENCE.test(text);
/** 责任单位：市场监管局 behind whole sentences: an entry, which needs no full stop. */
const LABELLED = /[。；][^，。：；]{2,8}：[^，。：；]{2,60}$/;

/**
 * How plain it is that a text breaks off: it ends in what nothing ends in, whole sentences stand before the last one, or it is a
 * column of broken lines, the last of which may be `full`. What holds no sentence may be an entry of a list.
 */
export function tornness(text: string, column: boolean, full = false): number {
  const end = text.slice(-BRACKETED);
  const last = end.slice(-1);
  // What is asked for here goes on behind it: an open quotation, a colon or semicolon in mid-paragraph.
  if (/[。！？；：]/.test(last)) return 2;
  if (!/[\p{Script=Han}\dA-Za-z，、,—”）》/]/u.test(last)) return 0;
  if (/[，、,]/.test(last) || INCOMPLETE.test(end) || brackets(end).open !== "") return 4;
  if (/[）》”]/.test(last)) return full ? 3 : column ? 1 : 0;
  if (LABELLED.test(end)) return 1;
  return column || /[。！？]/.test(text)
    ? 3
    : beginsSentence(text) ||
        (text.length >= LONG && /，[^：:]{0,200}$/.test(text)) ||
        (text.length >= LONG && clauses(text) >= MANY)
      ? 2
      : 1;
}

/** Shorter paragraphs are rare. */
const SHORT = 12;

/** How likely a block begins a paragraph. */
export function freshness(text: string): number {
  let score = 0;
  if (MARK.test(text)) return -6;
  if (NEVER_FRESH.test(text) || UNIT.test(text)) score -= 1;
  else if (FRESH.test(text)) score += 0.75;
  else if (/^\d[\d.]{0,9}[^年月.、\d]/.test(text)) score -= 2;
  if (text.length < SHORT) score -= 1.5;
  if (NAME_END.test(text)) score -= 2;
  if (brackets(text.slice(0, BRACKETED)).closed !== "") score -= 2;
  return score;
}
