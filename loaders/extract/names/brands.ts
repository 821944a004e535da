import { AnyOf } from "../../lexicon/begun.js";
import { INDUSTRY_ENDINGS, INDUSTRY_KINDS } from "../../lexicon/industries.js";
import { SAFE_LEADS } from "../../lexicon/name-leads.js";
import { NO_BRANDS, SECTORS, TECHNICAL, TRADE_ENDS } from "../../lexicon/sectors.js";
import { SURNAMES } from "../../lexicon/surnames.js";
import { spotsOfNames } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { PairSet } from "../../patterns/pair-set.js";
import { candidate } from "../candidate.js";
import { madeOf } from "../shape/generic.js";
import { marksOf } from "../shape/marks.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { formsIn } from "./forms.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { isHan, leadsOf } from "./window.js";

const ENDS = Trie.ofWords([...SECTORS, ...TRADE_ENDS]).shared();
const HEAD_POSTS = Trie.ofWords("董事长 总经理 总裁 首席执行官 首席质量官 创始人".split(" ")).shared();

/** What a firm alone does or has: where one of these follows, the name before it is a firm's. */
const DOES =
  /“(?=[^“”\n]{4,40}(?:中心|实验室|平台|基地|工作站)”)|(?:成功)?(?:获评|荣获|喜获|摘得|捧回|斩获|夺得|捧得|荣膺|入选|获颁|牵头|主导|获(?!批)|创[建立办](?!产|的?产业))|始[建创]于|成立于|诞生于|组建于|前身|董事长|总经理|总裁|总工程师|副总|首席质量官|首席执行官|创始人|相关负责人|(?:承建|建设|运营|研发|生产|制造|设计|组建|筹建)的|：(?:主营|经营|生产|从事|专注|主要|成立)|建成(?=[国省市])|主营|总部|集团(?![化军])|上市(?:公司|后|以来)|(?:现有|拥有)?员工\d|的?(?:生产车间|智能车间|数字化车间|厂区|展厅)|(?:上半年|前三季度|全年|去年|今年)?(?:实现|完成)?(?:营业收入|营收|销售收入|销售额)|等[\d一二两三四五六七八九十]{1,12}[家户](?:企业|单位|公司|组织)|等(?:一批)?(?:龙头|骨干|头部|知名|领军|链主|上市|本土|本地|重点)(?:企业|公司)|(?:是|为|系)(?:一家|我国|全国|国内|全球|全省|省内|亚洲|世界)[^，。；]{0,36}?(?:企业|公司|厂商|供应商|制造商|厂家|(?:秘书处|承担|委员|成员|牵头|对口)单位)/uy;
/** What goes on after a firm's name that a word before it has announced. */
const GOES_ON =
  /[，。；：、！？）”（\s\n]|[的在与和及是为由获将把被也还则已均都曾等同跟凭从以]|就|正|自主|率先|投资|研发|生产|制造|董事|总经|总部|参与|承担|建有|拥有|落户|签约|成为/uy;
const ANNOUNCES =
  /(?:龙头|链主|骨干|领军|头部|知名|重点|独角兽|民营|国有|本土|本地|上市|冠军|代表性|标杆|明星|支柱|旗舰|老牌|代表|整车|示范)(?:企业|公司)(?:——|“|：)?$|(?:央企|国企|民企|车企|药企|酒企|名企)(?:——|“|：)?$|(?:承担|承建|依托|牵头|建设|运营|实施|主办)(?:单位|主体|方)(?:是|为|：)$|属于$|(?:[成创]立|始?创[建办]|始建|诞生|组建)于\d{4}年(?:\d{1,2}月)?的$|(?:位于|落户|坐落于|扎根|来自|地处)[^，。；、的]{2,8}的$|作为[^，。；、的]{2,20}(?:单位|企业|公司|厂商|厂家|制造商|供应商|服务商|龙头|巨头|首位|主体)的$/u;
/** The same, at the end of which a name begins. */
const ANNOUNCING = Trie.ofWords(
  "龙头企业 链主企业 骨干企业 领军企业 头部企业 知名企业 独角兽企业 本土企业 上市公司 上市企业 冠军企业 标杆企业 老牌企业".split(
    " ",
  ),
).shared();
/** With what ANNOUNCES ends. */
const ANNOUNCES_END = new CharacterSet("业司企是为于的—“：");
const BREAK = new CharacterSet("，。；：、！？“（\n\t —");
/** Words right before a firm's name in a clause. */
const LEADS_UP =
  /(?:走进|来到|走访|调研|考察|在|由|与|和|对|为|是|有|如|向|从|给|以|及|同|跟|像|其中|同样|目前|如今|近日|日前|今年|去年|[年月日])$/u;
const LEADS_UP_END = new CharacterSet("进到访研察在由与和对为是有如向从给以及同跟像中样前今日年月");
const ORDINARY: ReadonlySet<string> = new Set([
  ...NO_BRANDS,
  ...SECTORS,
  ...TECHNICAL,
  ...INDUSTRY_ENDINGS,
  ...INDUSTRY_KINDS,
]);
const PARTICLES = /[让使却的了和与及在是为有将把被等个家项年月日该本这那其某我由从对以至于之]/u;
const ORDINARY_WORDS = Trie.ofWords([...ORDINARY].filter((word) => word.length <= 4));
const ORDINARY_PAIRS = new PairSet([...ORDINARY, ...SAFE_LEADS]);

/** By their codes, the characters that what makes a firm's name of a trade name (DOES, GOES_ON) begins with. */
const FOLLOWS = new Uint8Array(65536);
for (let unit = 0; unit < 65536; unit++)
  if (
    /[“成获荣喜摘捧斩夺入牵主创始诞组前董总副首相承建运研生制设筹：集上现拥员的智数厂展全去今实完营销等是为系，。；、！？）”（\s在与和及由将把被也还则已均都曾同跟凭从以就正自率投参落签]/.test(
      String.fromCharCode(unit),
    )
  )
    FOLLOWS[unit] = 1;

/** What a character is in lists and names of firms, by its code. */
const PARTICLE = 1;
const LIST_BREAK = 2;
const COMMA = 4;
const JOINS = 8;
const LIST_END_BEGINS = 16;
const LIST_HEAD_BEGINS = 32;
const LEADS_IN = 64;
const KINDS = new Uint8Array(65536);
for (const [kind, characters] of [
  [PARTICLE, "让使却的了和与及在是为有将把被等个家项年月日该本这那其某我由从对以至于之"],
  [LIST_BREAK, "，。；：！？\n\t“”（）"],
  [COMMA, "、"],
  [JOINS, "和与及"],
  [LIST_END_BEGINS, "等这0123456789一二两三四五六七八九十众多为"],
  [LIST_HEAD_BEGINS, "企公龙领链"],
  [LEADS_IN, "了以由像如有"],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)]! |= kind;
const isKind = (norm: string, at: number, kind: number): boolean =>
  (KINDS[norm.charCodeAt(at)]! & kind) !== 0;
/** The lengths of brands before a sector, the commonest first. */
const BRANDS = [2, 3, 4] as const;
const LONGEST_LIST = 90;
/** How many trade names make a list of firms of which nothing says so. */
const LEAST_FIRMS = 4;

/**
 * Firms that a text names by trade names alone (国芯科技获评…): two to four characters that are no ordinary words, after
 * a break or a place's name, and a sector, where what only a firm does follows, where a class of firms announces it
 * (龙头企业X), or in a list that ends in one (A、B等8家企业); and again wherever the text repeats them.
 */
export const brands: NameDetector = {
  id: "name/brand",
  detect({ norm, blocks }) {
    const found = new Map<number, Candidate>();
    for (const { index, end } of formsIn(norm, ENDS)) {
      if (FOLLOWS[norm.charCodeAt(end)] !== 1) continue;
      const start = brandStart(norm, index, end);
      if (start >= 0) add(found, start, end);
    }
    const posts = HEAD_POSTS.in(norm);
    while (posts.next()) {
      const start = headed(norm, posts.start, posts.end);
      if (start >= 0) add(found, start, posts.start);
    }
    const announcing = ANNOUNCING.in(norm);
    while (announcing.next()) {
      const at = announcing.end;
      const end = placedBrand(norm, at);
      if (end > at) add(found, at, end);
    }
    for (const { cells, isHeader } of blocks)
      if (cells !== undefined && !isHeader)
        for (const cell of cells)
          if (
            !cell.inherited &&
            cell.header !== null &&
            FIRMS_END.ends(cell.header) &&
            FIRMS.test(cell.header) &&
            isCellName(norm.slice(cell.start, cell.end))
          )
            add(found, cell.start, cell.end);
    // 以某某为链主的产业: whoever leads a chain is a firm.
    if (CHAIN.standsIn(norm))
      for (const match of allMatches(CHAIN_HEAD, norm)) {
        const name = match[1]!;
        if (PLACE_NAMES.longestEnd(name, 0) !== name.length && !PARTICLES.test(name) && !ORDINARY.has(name))
          add(found, match.index + 1, match.index + 1 + name.length);
      }
    const lists = listsIn(norm);
    for (const list of lists) itemsOf(norm, list, NONE, found);
    if (found.size === 0) return [];
    if (lists.length > 0) {
      const known = new Set<string>();
      for (const { start, end } of found.values()) known.add(norm.slice(start, end));
      for (const list of lists) itemsOf(norm, list, known, found);
    }
    const firms = [...found.values()];
    again(norm, firms);
    return firms;
  },
};

const NONE: ReadonlySet<string> = new Set();

function add(found: Map<number, Candidate>, start: number, end: number): void {
  if (!found.has(start)) found.set(start, candidate("Company", start, end, "name/brand", 0.6));
}

/** Where the firm's name begins whose sector stands at [sector, end); -1 for none. */
function brandStart(norm: string, sector: number, end: number): number {
  /** Whether a class of firms must stand before it, as what follows does not make it a firm. */
  let announced: boolean | undefined;
  for (const length of BRANDS) {
    const brand = sector - length;
    if (brand < 0 || !isBrand(norm, brand, sector)) continue;
    if (announced === undefined) {
      DOES.lastIndex = end;
      announced = !DOES.test(norm);
      GOES_ON.lastIndex = end;
      if (announced && !GOES_ON.test(norm)) return -1;
    }
    const start = placeBefore(norm, brand) ?? brand;
    for (const at of start === brand ? [brand] : [start, brand])
      if (announced ? isAnnounced(norm, at) : begins(norm, at)) return at;
  }
  return -1;
}

/** 龙头企业|湖南长城: where a place's name and two characters end that a name may be made of; `at` for none. */
function placedBrand(norm: string, at: number): number {
  const place = PLACE_NAMES.longestEnd(norm, at);
  if (place < 0) return at;
  const end = place + 2;
  GOES_ON.lastIndex = end;
  return isBrand(norm, place, end) && GOES_ON.test(norm) ? end : at;
}

const begins = (norm: string, at: number): boolean =>
  at === 0 ||
  BREAK.has(norm.charCodeAt(at - 1)) ||
  (LEADS_UP_END.has(norm.charCodeAt(at - 1)) && LEADS_UP.test(norm.slice(Math.max(0, at - 2), at)));

const isAnnounced = (norm: string, at: number): boolean =>
  ANNOUNCES_END.has(norm.charCodeAt(at - 1)) && ANNOUNCES.test(norm.slice(Math.max(0, at - 24), at));

/** Whether no word of the language stands at its head or end, or makes it up. */
function isBrand(norm: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = norm.charCodeAt(at);
    if (!isHan(unit) || (KINDS[unit]! & PARTICLE) !== 0) return false;
  }
  if (end - start < 2) {
    const brand = norm.slice(start, end);
    return brand !== "" && !ORDINARY.has(brand) && !SAFE_LEADS.has(brand);
  }
  return (
    !ORDINARY_PAIRS.hasAt(norm, start) &&
    !ORDINARY_PAIRS.hasAt(norm, end - 2) &&
    !madeOf(norm.slice(start, end), ORDINARY_WORDS)
  );
}

/** Where the name of a place begins that ends right before `at`. */
function placeBefore(norm: string, at: number): number | undefined {
  for (let start = Math.max(0, at - 4); start <= at - 2; start++)
    if (PLACE_NAMES.longestEnd(norm, start) === at) return start;
  return undefined;
}

/** The header of a column of firms, and with what it ends. */
const FIRMS_END = new CharacterSet("业司称");
const FIRMS = /^(?:获奖|申报|承担|推荐|入选|上榜|依托)?(?:企业|公司)(?:名称|简称)?$/u;

/** A cell under such a header that is but a short name. */
const isCellName = (text: string): boolean =>
  /^[\u4e00-\u9fa5]{3,8}$/u.test(text) &&
  !/[院所局会校厂社站]$|中心$|企业$|公司$|合计|小计|以上|[等及和]/u.test(text) &&
  PLACE_NAMES.longestEnd(text, 0) !== text.length;

const NO_HOLDER =
  /公司|集团|企业|单位|协会|商会|学会|联盟|中心|银行|[现时原前]任|担任|当选|兼任|名誉|党委|书记|人员|负责|[副任兼位名长]/u;

/** X董事长某某: where X begins, the name of a firm without any form; -1 for none. */
function headed(norm: string, post: number, end: number): number {
  if (!SURNAMES.has(norm[end] ?? "") || end + 1 >= norm.length || BREAK.has(norm.charCodeAt(end + 1)))
    return -1;
  for (let start = post - 3; start >= Math.max(0, post - 6); start--) {
    if (start > 0 && !BREAK.has(norm.charCodeAt(start - 1))) continue;
    const name = norm.slice(start, post);
    return isBrand(norm, start, post) &&
      !NO_HOLDER.test(name) &&
      PLACE_NAMES.longestEnd(name, 0) !== name.length
      ? start
      : -1;
  }
  return -1;
}

const CHAIN = new AnyOf("为链主");
const CHAIN_HEAD = /以([\u4e00-\u9fa5]{2,6})为链主(?:企业)?的/gu;

/** 等8家企业, 三家上市公司, 等龙头企业: what ends a list of firms. */
const LIST_END =
  /(?:等|这)?(?:[\d一二两三四五六七八九十]{1,12}余?[家户]|(?:一批|多家|众多|一大批))(?:[\u4e00-\u9fa5“”]{0,6}?)(?:企业|公司)|等(?:[\u4e00-\u9fa5“”]{0,4}?)(?:龙头|骨干|头部|知名|领军|链主|上市|整车|品牌|整机|优质|实力|大|大型|重点|产业链|配套|头雁|行业|强)(?:企业|公司|集团)|(?:这)?[两三四五六七八九]大(?:[\u4e00-\u9fa5]{0,4}?)(?:企业|公司|车企|集团)/uy;
/** 以甲新能源、乙商用车为核心: firms where all of them have the shape of a trade name. */
const CORE = /为(?:龙头|核心|引领|代表|骨干)(?=的|，|。|、|，)/uy;
/** 甲集团、乙等企业: the same where one of them is surely a firm. */
const PLAIN_END = /等(?:多家|一批)?(?:企业|公司)/uy;
/** 龙头企业有A、B和C: what begins one. */
const LIST_HEAD = /(?:企业|公司|龙头|领头的|链主)(?:主要|分别|就|则|中领头的)?(?:有|是|包括|为|如|：)/uy;

/** A list: from its first item to its end, and where its first 、 stands. */
interface List {
  start: number;
  first: number;
  stop: number;
}

function listsIn(norm: string): List[] {
  const lists: List[] = [];
  let stop = 0;
  for (const first of marksOf(norm).pauses) {
    if (first < stop) continue;
    stop = first + 1;
    while (stop < norm.length && stop - first < LONGEST_LIST && !isKind(norm, stop, LIST_BREAK)) stop++;
    let start = first;
    while (start > 0 && first - start < LONGEST_LIST && !isKind(norm, start - 1, LIST_BREAK | COMMA)) start--;
    lists.push({ start, first, stop });
  }
  return lists;
}

/** Adds the items of a list of firms: where one at least has the shape of a trade name, or is `known` to be a firm. */
function itemsOf(
  norm: string,
  { start, first, stop }: List,
  known: ReadonlySet<string>,
  found: Map<number, Candidate>,
): void {
  let from = start;
  let to = -1;
  let plain = false;
  let counted = false;
  let core = false;
  if (known.size > 0) {
    // 以A、B等整车制造为…: the list ends with 等, else with what is no item.
    const etc = indexWithin(norm, "等", first, stop);
    to = etc < 0 ? stop : etc;
    if (STARTS_LIST.has(norm.charCodeAt(start))) from = start + 1;
  }
  for (let at = first; at < stop && to < 0; at++) {
    if (!isKind(norm, at, LIST_END_BEGINS)) continue;
    if (norm[at] === "为") {
      CORE.lastIndex = at;
      core = CORE.test(norm);
      if (core) to = at;
      continue;
    }
    LIST_END.lastIndex = at;
    if (LIST_END.test(norm)) {
      to = at;
      counted = true;
    } else if (norm[at] === "等") {
      PLAIN_END.lastIndex = at;
      if (!PLAIN_END.test(norm)) continue;
      to = at;
      plain = true;
    }
  }
  for (let at = start; at < first; at++) {
    if (!isKind(norm, at, LIST_HEAD_BEGINS)) continue;
    LIST_HEAD.lastIndex = at;
    if (LIST_HEAD.test(norm)) {
      from = LIST_HEAD.lastIndex;
      if (to < 0) to = stop;
    }
  }
  const open = to < 0;
  if (open) to = stop;
  if (from < first) from = pastLead(norm, from, first);
  /** Where items begin and end, in turn. */
  const items: number[] = [];
  let itemStart = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !isKind(norm, at, COMMA) && !(isKind(norm, at, JOINS) && at - itemStart >= 2)) continue;
    const itemEnd = norm.startsWith("以及", at - 1) ? at - 1 : at;
    if (itemEnd - itemStart >= 2) items.push(itemStart, itemEnd);
    itemStart = at + 1;
  }
  // 入选的甲光学、乙股份、丙机电…: where nothing says what they are, most of many have that shape.
  const count = items.length / 2;
  if (open && count < LEAST_FIRMS) return;
  if (known.size > 0 && !holdsKnown(norm, items, known)) return;
  if (plain && !holdsFirm(norm, items)) return;
  let shaped = 0;
  for (let i = 0; i < items.length; i += 2) if (shapeOf(norm, items[i]!, items[i + 1]!)) shaped++;
  if (core && (count < 2 || shaped < count)) return;
  if (open && (shaped < LEAST_FIRMS || shaped * 2 <= count)) return;
  let named = shaped;
  if (!core && !open) {
    // 甲友、乙达、丙通等6家企业: all of them names that are no words.
    if (shaped === 0 && !counted) return;
    for (let i = 0; i < items.length; i += 2)
      if (!shapeOf(norm, items[i]!, items[i + 1]!) && isBare(norm, items[i]!, items[i + 1]!)) named++;
    if (shaped === 0 && !(named > 1 && named === count)) return;
  }
  for (let i = 0; i < items.length; i += 2) {
    const end = items[i + 1]!;
    if (core || shapeOf(norm, items[i]!, end) || (!open && isBare(norm, items[i]!, end)))
      add(found, items[i]!, end);
  }
}
const STARTS_LIST = new CharacterSet("以由像如是有");

function holdsKnown(norm: string, items: readonly number[], known: ReadonlySet<string>): boolean {
  for (let i = 0; i < items.length; i += 2) if (known.has(norm.slice(items[i]!, items[i + 1]!))) return true;
  return false;
}

function holdsFirm(norm: string, items: readonly number[]): boolean {
  for (let i = 1; i < items.length; i += 2)
    if (norm.startsWith("集团", items[i]! - 2) || norm.startsWith("公司", items[i]! - 2)) return true;
  return false;
}

/** Where a name begins in the first item of a list, after the words that lead up to it: 先后引进了|某某科技. */
function pastLead(norm: string, from: number, to: number): number {
  const leads = leadsOf(norm);
  for (let at = to - 2; at > from; at--)
    if (isKind(norm, at - 1, LEADS_IN) || leads.endsSafely(at, from)) return at;
  return from;
}

/** Whether an item is a brand and a sector, perhaps after a place's name. */
function shapeOf(norm: string, start: number, end: number): boolean {
  if (end - start > 8 || !SHAPE_END.has(norm.charCodeAt(end - 1))) return false;
  const name = norm.slice(start, end);
  if (name.endsWith("集团") || name.endsWith("公司")) return true;
  const sector = formsIn(name, ENDS).at(-1);
  if (sector?.end !== name.length) return false;
  if (sector.index <= 4 && sector.index >= 2 && isBrand(name, 0, sector.index)) return true;
  const place = PLACE_NAMES.longestEnd(name, 0);
  return place >= 0 && sector.index - place >= 2 && isBrand(name, place, sector.index);
}
/** With what what has the shape of a trade name ends. */
const SHAPE_END = new CharacterSet(
  `团司${[...SECTORS, ...TRADE_ENDS].map((word) => word.slice(-1)).join("")}`,
);

/** 华为, 比亚迪: a name without a sector among others that have one. */
function isBare(norm: string, start: number, end: number): boolean {
  if (end - start > 8) return false;
  const brand = PLACE_NAMES.longestAt(norm, start, end)?.end ?? start;
  return (
    end - brand <= 4 &&
    isBrand(norm, brand, end) &&
    formsIn(norm.slice(start, end), ENDS).at(-1)?.end !== end - start
  );
}

/** Adds the same names elsewhere in the text. */
function again(norm: string, firms: Candidate[]): void {
  const names = new Set<string>();
  for (const { start, end } of firms) if (end - start >= 3) names.add(norm.slice(start, end));
  if (names.size === 0) return;
  for (const { start, end } of spotsOfNames(norm, names.entries()))
    firms.push(candidate("Company", start, end, "name/brand-again", 0.55));
}
