import { spotsOfNames } from "../../lexicon/together.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { matchesAt } from "../../patterns/matches-at.js";
import type { Block } from "../../types.js";
import { candidate, namedCandidate } from "../candidate.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { numberingLength } from "./fields.js";
import { HEADS } from "./heads.js";
import { placeLength } from "./left-edge.js";
import { hasSurname, namesNobody, postedName } from "./people.js";

/** What a field may hold: anything but what parts it. */
const isWord = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fa5) || unit === 0x201c || unit === 0x201d || (unit >= 0x41 && unit <= 0x5a);

type Source = Parameters<NameDetector["detect"]>[0];

const LEAD =
  /(?:^|[｜|：；\t /【]|[—…]|(?<=(?:牌子|荣誉|称号|名片|[一二两三四五六七八九十\d][块个张项]))。|[、，](?=[“]?(?:(?:19|20)\d\d年|第[一二三四五六七八九十\d]{1,12}[届批])))(?:[“【◆●○■□▪·※☆★◇▲△▶►◎]|\d{1,2}[.、]|（[一二三四五六七八九十\d]{1,12}）|[一二三四五六七八九十]{1,12}、|-){0,6}(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,12}[届批]){0,6}(?:(?<=[年度])[，：] ?)?[“]?$/;
/** 甲称号（2000）、乙称号（2017）: behind one that is dated the next one that is. */
const CHAINED = gated(/(?:\d{4}年?度?|[届批])）[、，；][“]?$/);
const DATED_BEHIND = gated(/^[”]?（[^（）]{0,12}(?:19|20)\d\d[^（）]{0,8}）/);
const BEHIND =
  /^[”]?(?:（[^（）\n]{1,24}）)?(?:获得者|得主|名单)?(?:（[^（）\n]{1,24}）)?(?:[\t｜|；。 】/]|，(?=(?:19|20)\d\d年)|：(?!\n)|—|、[^，。]{2,30}（(?:19|20)|…|·{3}|\.{3}|$)/;

/** In the rest of a title's own field: it is being built up or tried out. */
const NOT_YET = gated(/^[^、；]{0,60}(?:筹建|获批|创建|试点|在建)/);

/** A field of a line or a cell that is nothing but a title with its dates: 全国知名品牌示范区：某某产业园（2017年）. */
export function isTitleField(norm: string, start: number, end: number, floor: number): boolean {
  const reach = Math.min(end + 60, norm.length);
  const lineEnd = indexWithin(norm, "\n", end, reach);
  const line = norm.slice(end, lineEnd < 0 ? reach : lineEnd);
  if (NOT_YET.test(line)) return false;
  const before = norm.slice(Math.max(floor, start - 30), start);
  if (CHAINED.test(before)) return DATED_BEHIND.test(line);
  return (LEAD.test(before) && BEHIND.test(line)) || isFieldOfPlace(norm, start, end, floor);
}

/** 某市，2013年，|甲之都|；某县，|乙之乡|，2006年。: the field behind that of the place, or of its year. */
export const isFieldOfPlace = (norm: string, start: number, end: number, floor: number): boolean =>
  (AFTER_PLACE.test(norm, Math.max(floor, start - 30), start) &&
    YEAR_ENDS_ITEM.test(norm, end, Math.min(norm.length, end + 9))) ||
  (AFTER_YEAR.test(norm, Math.max(floor, start - 36), start) &&
    ENDS_ITEM.test(norm, end, Math.min(norm.length, end + 2)));
const AFTER_PLACE = gated(/(?:^|[；：\s])[\u4e00-\u9fa5]{2,14}[市县区旗州镇乡园](?:，|\s{1,4})“?$/);
const AFTER_YEAR = gated(
  /(?:^|[；：\s])[\u4e00-\u9fa5]{2,14}[市县区旗州镇乡园][，：](?:19|20)\d\d年度?，“?$/,
);
const YEAR_ENDS_ITEM = gated(/^”?(?:，(?:19|20)\d\d年|\/(?:19|20)\d\d年?)(?:[；。\s]|$)/);
const ENDS_ITEM = gated(/^”?(?:[；。\s]|$)/);

/** 某市（甲之都，2010年；|乙示范城市|，2019年）: what of a bracket stands before a title. */
const NOTED = gated(/（(?:[^（）\n]{0,80}[；、])?(?:(?:19|20)\d\d年)?[“]?$/);
const NOTED_YEAR = gated(/^[”]?，(?:19|20)\d\d年度?[；）、，]/);
const YEAR_LEADS = gated(/(?:19|20)\d\d年[“]?$/);
const ENDS_NOTE = gated(/^[”]?[；）、]/);

/** A title with its year and nothing else in a bracket, or between the marks of one. */
export const isDatedNote = (norm: string, start: number, end: number): boolean =>
  (NOTED_YEAR.test(norm, end, Math.min(norm.length, end + 10)) ||
    (YEAR_LEADS.test(norm, Math.max(0, start - 6), start) && ENDS_NOTE.test(norm, end, end + 2))) &&
  NOTED.test(norm, Math.max(0, start - 92), start);

const NAME_OF_STATE = /^(?:全国|国家|中国|中华|世界|国际|亚洲)/;
const SAYS = /[获被授荣在为是的了将把至到]|入选|申报|争创|打造|建成|创成|成功|通过|公司|集团/;

/**
 * Where a title begins that is a field of its own and whose words would part it elsewhere (全国医院管理先进单位, of which
 * 医院 ends names in prose); `start` where it is none.
 */
export function fieldStart(norm: string, start: number, end: number, floor: number): number {
  if (start <= floor || !isWord(norm.charCodeAt(start - 1))) return start;
  // 某县“某某示范区”（2019年）
  if (norm[start - 1] === "“" && norm[end] === "”") return start;
  let from = start - 1;
  const lowest = Math.max(floor, end - 30);
  while (from > lowest && isWord(norm.charCodeAt(from - 1))) from--;
  if (from === lowest && from > floor) return start;
  const field = norm.slice(from, end);
  return (NAME_OF_STATE.test(field) || (placeLength(field) > 0 && isDated(norm, end))) &&
    !SAYS.test(field) &&
    (isTitleField(norm, from, end, floor) || isDatedField(norm, from, end))
    ? from
    : start;
}

const DATE_BEHIND = gated(/^[”]?（[^（）]{0,16}(?:19|20)\d\d[^（）]{0,6}）/);
const PARTS = new CharacterSet("、；，");

/** 、全国文明单位（2019年）: an item of an enumeration that has its year in brackets. */
const isDatedField = (norm: string, start: number, end: number): boolean =>
  PARTS.has(norm.charCodeAt(start - 1)) && isDated(norm, end);

const isDated = (norm: string, end: number): boolean =>
  DATE_BEHIND.test(norm, end, Math.min(norm.length, end + 28));

/** 甲称号（2019）、某某工匠（2021）: behind one that is dated even a title without place. */
export const isChainedTitle = (norm: string, start: number, end: number, floor: number): boolean =>
  PARTS.has(norm.charCodeAt(start - 1)) &&
  CHAINED.test(norm, Math.max(floor, start - 10), start) &&
  DATED_BEHIND.test(norm, end, Math.min(norm.length, end + 28));

/** 吴某——江淮工匠（2021）: behind a dash and with its year even a title without place. */
export const isDashedTitle = (norm: string, start: number, end: number): boolean =>
  /[—－]$/.test(norm.slice(Math.max(0, start - 1), start)) &&
  /^（(?:[^（）]{0,8})(?:19|20)\d\d年?度?）/.test(norm.slice(end, end + 18));

/** （装备制造·工程机械）: what narrows a title, right behind it in a line of honours. */
export function qualifier(after: string): string {
  const bracket = /^（([^（）\n]{2,20})）/.exec(after);
  if (
    bracket === null ||
    /[“\d届批家个名项]|[第首]|奖$|[班组队室]$|车间$|工段$|牌|获|名单|(?:经验|模式|做法|方法|实践|案例)$|以下|简称|原|含|^(?:再次|顺利|再度)?(?:复[评审查核检牌]|重新|延续|续[评期]|保留|命名|认定|授牌|通过)/.test(
      bracket[1]!,
    )
  )
    return "";
  return isName(bracket[1]!) ? "" : bracket[0];
}

/** 某省大工匠（王某某）, 某奖章（焊工王某）: who has it. */
const isName = (text: string): boolean =>
  (text.length <= 3 && hasSurname(text) && !namesNobody(text)) ||
  postedName(text, 0, text.length) !== undefined;

const SECTION = /荣誉|称号|奖项|金字招牌|城市名片|名片|品牌|名号/;
/** TITLE：某市（2018年）、某县（2020年）: bearers with the year of each. */
const DATED = "[^：。；、（）]{2,40}（(?=[^（）]{0,12}(?:19|20)\\d\\d[^（）]{0,8}）)[^（）]{4,24}）";
const TITLED = new RegExp(
  `^([^：，。；\\s（）]{4,24})(?:（[^（）]{2,16}）)?(?:[：\\s]|——)\\s{0,9}(${DATED}(?:、${DATED}){0,30})$`,
);

/** ——某某激励县，2023年；某某工匠，2020年: a line of a ledger below whose it is. */
const LEDGER = /^[—－]{1,2}\s?(?:[^，。；：、\s]{4,36}，(?:(?:19|20)\d\d年、?){1,6}(?:；|$)){1,6}/;
const LEDGER_TITLE = /(?<=^[—－]{1,2}\s?|；)([\u4e00-\u9fa5]{4,20})，(?=(?:19|20)\d\d年)/g;
const NO_HONOUR = gated(/公司|试点|筹建|项目|创建|计划|办法|中心$|实验室|委员会|平台$|标准$|奖/);

function ledgerTitles({ norm }: Source, { start, end }: Block, found: Candidate[]): void {
  const first = norm[start];
  if (first !== "—" && first !== "－") return;
  const line = norm.slice(start, end);
  if (!LEDGER.test(line)) return;
  for (const match of allMatches(LEDGER_TITLE, line)) {
    const title = match[1]!;
    const from = start + match.index;
    if (!NO_HONOUR.test(title))
      found.push(candidate("Award", from, from + title.length, "award/ledger", 0.75, 1));
  }
}

/** Lines of a section of honours that begin with a title of any shape and go on with its bearers: 某某葡萄酒城：某市（1987年）. */
export function rollTitles(source: Source): Candidate[] {
  const found: Candidate[] = [];
  const { norm } = source;
  let heading: Block | undefined;
  for (const block of source.blocks) {
    const length = block.end - block.start;
    if (length <= 160) ledgerTitles(source, block, found);
    if (block.kind === "table-row" || length > 160) continue;
    // Its last bearer ends with a year in brackets.
    const start = block.start + numberingLength(norm, block.start, block.end);
    if (norm[block.end - 1] === "）") {
      const place = placeLength(norm.slice(start, start + 12));
      const parted = place > 0 ? BEHIND_PLACE.exec(norm, start + place, block.end) : null;
      const labelled = parted === null ? placeLabel(norm, start, block.end) : -1;
      if (parted !== null) titlesOfPlace(norm, start + place + parted[0].length, block.end, found);
      else if (labelled > 0) titlesOfPlace(norm, labelled, block.end, found);
      else placesOfTitles(norm, start, block.end, found);
    }
    const title = norm[block.end - 1] === "）" ? TITLED.exec(norm.slice(start, block.end))?.[1] : undefined;
    if (title === undefined) {
      if (isHeading(block) || length < 40) heading = block;
    } else if (
      heading !== undefined &&
      SECTION.test(norm.slice(heading.start, heading.end)) &&
      !/^\d|奖$|公司|合作社|医院|学[校院]|研究[院所]|[届批年]$/.test(title) &&
      placeLength(title) < title.length &&
      !LABEL.test(title)
    )
      found.push(candidate("Award", start, start + title.length, "award/roll-title", 0.7));
  }
  return found;
}

/** 市级荣誉：某奖（2014）, 骨干企业：甲公司（2019年）: what a card's or list's line is labelled. */
const LABEL = gated(
  /^(?:最高|国际|国家|[省市县区州部]|行业)级?(?:荣誉|奖项|称号)$|^(?:骨干|重点|代表|主要|核心|上榜|获奖|成员|链上|配套)(?:企业|单位)$/,
);

/** 禹州市：中国钧都（2005年）、全国某某城市（2019年）, 某区本级 / 中国某某名都（2003年）: titles of any shape behind the place that has them, each with its year. */
function titlesOfPlace(norm: string, from: number, to: number, found: Candidate[]): void {
  for (const match of allMatches(DATED_TITLE, norm.slice(from, to))) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (NATIONAL.test(norm, start, end) && !NO_HONOUR.test(norm, start, end))
      found.push(candidate("Award", start, end, "award/roll-title", 0.7, 1));
  }
}
/** 城市名片　某市：|某某之都（2005）: where the titles begin behind the first place with a colon; -1 without one. */
function placeLabel(norm: string, from: number, to: number): number {
  const colon = indexWithin(norm, "：", from, Math.min(to, from + 24));
  for (let at = colon - 1; at > from && colon - at <= 12; at--)
    if (norm[at] === " ") return placeLength(norm.slice(at + 1, colon)) === colon - at - 1 ? colon + 1 : -1;
  return -1;
}

/** ◆中国某某产区　某县（2017）: the same where the title stands before the place. */
function placesOfTitles(norm: string, from: number, to: number, found: Candidate[]): void {
  for (const match of TITLE_BEFORE.matches(norm, from, to)) {
    const start = from + match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const at = from + match.index + match[0].length;
    const place = placeLength(norm.slice(at, at + 12));
    if (place > 0 && DATED_PLACE.test(norm, at + place, to) && !NO_HONOUR.test(norm, start, end))
      found.push(candidate("Award", start, end, "award/roll-title", 0.7));
  }
}
const TITLE_BEFORE = gatedAll(
  /(?:^|[\s；◆◇■□●○▪▶►·-])((?:中国|全国|国家|世界|亚洲|中华)[\u4e00-\u9fa5]{3,20})(?:\s{1,4}|：|——|→)/g,
);
const DATED_PLACE = gated(/^（(?:19|20)\d\d/);
const BEHIND_PLACE = gated(/^(?:本级|全域)?\s?(?:[：:/｜|→\s]|[—－]{1,2})\s?/);
const DATED_TITLE = /[^：、，；（）\s/｜|—]{4,24}(?=（[^（）]{0,12}(?:19|20)\d\d[^（）]{0,8}）)/g;
const NATIONAL = gated(/^(?:中国|全国|国家|世界|亚洲|中华)/);

const isHeading = (block: Block): boolean => block.kind === "heading" || block.kind === "title";

/** What follows a title when it is not the title itself that is spoken of. */
const OTHERWISE = /^[”]?(?:建设(?!先进)|培育|创建|试点|评选|评价|管理|申报|候选|奖)/;

const QUOTES = new CharacterSet("“”");

/** What prizes of many places and tiers are called. */
const OF_MANY = gated(/质量|[省市区县州]长|政府|科学技术|科技进步|专利|标准|自然科学|技术发明/);

/** Names that the document once marks as titles (“…”称号) are titles wherever it says them. */
export function knownElsewhere(source: Source, found: readonly Candidate[]): Candidate[] {
  const names = new Set<string>();
  for (const { start, end, name, confidence } of found) {
    if (confidence < 0.9 || (name ?? "").length + end - start < 6) continue;
    const surface = name ?? source.norm.slice(start, end);
    if (surface.length >= 6 && !surface.endsWith("奖") && !QUOTES.within(surface)) names.add(surface);
    // 科技创新奖 beside 某市科技创新奖
    const bare = surface.endsWith("奖") ? surface.slice(placeLength(surface)) : surface;
    if (bare !== surface && bare.length >= 5 && !OF_MANY.test(bare, 0, bare.length)) names.add(bare);
  }
  if (names.size === 0) return [];
  const taken = new Set<number>();
  for (const { start } of found) taken.add(start);
  const more: Candidate[] = [];
  for (const { start, end } of spotsOfNames(source.norm, names.entries()))
    if (!taken.has(start) && !OTHERWISE.test(source.norm.slice(end, end + 6)))
      more.push(candidate("Award", start, end, "award/known", 0.9));
  return more;
}

const ALSO =
  /^[”]?(?:、|和|及|与|暨|以及)[“]?([\u4e00-\u9fa5]{3,10}?)[”]?(?=[、和及与的：名等“”（\n]|$|以及|评选|表彰|称号)/;

const PLACE_ENDS = new CharacterSet("省市县区州");
const ALSO_BEGINS = new CharacterSet("”、和及与暨以");

/** 某市质量强市建设先进集体、先进个人和标杆企业: the later ones go without what the first begins with. */
export function sharedBeginnings(source: Source, found: readonly Candidate[]): Candidate[] {
  const more: Candidate[] = [];
  let names: string[] | undefined;
  for (const { start, end, name } of found) {
    if (!ALSO_BEGINS.has(source.norm.charCodeAt(end))) continue;
    const surface = name ?? source.norm.slice(start, end);
    const head = headOf(surface);
    const stem = head === undefined ? "" : surface.slice(0, -head.length);
    if (stem.length < 4 && !PLACE_ENDS.ends(stem)) continue;
    for (let at = end; ; ) {
      const match = ALSO.exec(source.norm.slice(at, at + 16));
      if (match === null || !isHead(match[1]!) || placeLength(match[1]!) > 0) break;
      const word = match[1]!;
      const from = at + match[0].lastIndexOf(word);
      at = from + word.length;
      // The document may say in full what the later ones are called.
      names ??= namesOf(source, found);
      const spelt = names.find((n) => n.endsWith(word) && n.length > word.length);
      const full = spelt ?? `${stem}${word}`;
      more.push(namedCandidate("Award", from, at, full, "award/shared", 0.85));
    }
  }
  return more;
}

const namesOf = (source: Source, found: readonly Candidate[]): string[] => [
  ...new Set(found.map(({ start, end, name }) => name ?? source.norm.slice(start, end))),
];

const LABELLED = gated(/^([\u4e00-\u9fa5]{4,8})(?:（[^（）]*）)?：/);
const STEM =
  /^([\u4e00-\u9fa5“”]{2,16}?(?:工作|建设|行动|活动|监管|创建|发展|管理|服务|战线|系统))(?:先进|优秀|表彰|表扬|典型)?(?:集体|单位)?(?:[和、]?(?:先进)?个人)?(?:名单)?$/;
const NUMBERED = /^(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]|附件\d*[：:]?)\s*|（[^（）]*）$/g;

/** 质量强市工作先进 over 先进集体：甲、乙: heading and label together name the honour. */
export function labelledHonours(source: Source, found: readonly Candidate[]): Candidate[] {
  let names: string[] | undefined;
  const more: Candidate[] = [];
  for (const block of source.blocks) {
    if (block.parent === null || isHeading(block) || block.kind === "table-row") continue;
    const word = LABELLED.exec(source.norm, block.start, Math.min(block.end, block.start + 24))?.[1];
    if (word === undefined || !isHead(word)) continue;
    names ??= namesOf(source, found);
    if (names.some((n) => n.endsWith(word) && n !== word)) continue;
    const { parent } = block;
    const stem = STEM.exec(source.norm.slice(parent.start, parent.end).replace(NUMBERED, ""))?.[1];
    if (stem === undefined || parent.end - parent.start > 40) continue;
    const end = block.start + word.length;
    more.push(namedCandidate("Award", block.start, end, `${stem}${word}`, "award/labelled", 0.85));
  }
  return more;
}

/** The honour at a name's end: 先进集体 of 某市质量工作先进集体. */
function headOf(surface: string): string | undefined {
  for (let length = Math.min(8, surface.length - 2); length >= 3; length--)
    if (isHead(surface.slice(-length))) return surface.slice(-length);
  return undefined;
}

const isHead = (word: string): boolean => {
  const cls = HEADS.get(word);
  return (
    (cls === "honour" || cls === "title") &&
    /(?:先进|优秀|标杆|示范|模范|突出|标兵|能手|劳动|工作者)/.test(word)
  );
};

const CERTIFIED =
  /“([\u4e00-\u9fa5]{2,8})”(?=(?:产品|品牌|企业)?认证(?!机构|中心)|(?:企业|产品)[\d一二三四五六七八九十]{1,12}[家个件])|“[\u4e00-\u9fa5]{1,3}”字[标号](?=认证|企业|产品|品牌)/y;

/** “某地精品”认证产品, “某”字标企业: marks that are conferred on products and firms. */
export function certifiedMarks(source: Source): Candidate[] {
  const found: Candidate[] = [];
  for (const match of matchesAt("“", CERTIFIED, source.norm)) {
    if (/体系|管理|安全|绿色|有机|节能|环保|质量/.test(match[0])) continue;
    const start = match.index + (match[1] === undefined ? 0 : 1);
    const end = start + (match[1]?.length ?? match[0].length);
    found.push(candidate("Award", start, end, "award/mark", 0.9));
  }
  return found;
}
