import { AnyOf, Begun, compounds } from "../../lexicon/begun.js";
import { INDUSTRY_KINDS, INDUSTRY_TAILS } from "../../lexicon/industries.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Cell, Sentence } from "../../types.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { longestHeads } from "../shape/heads.js";
import { PLACES } from "../shape/types.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction, RuleFamily } from "../types.js";
import { type Item, itemOf, itemsBefore, itemsWithin, looksLikeIndustry } from "./items.js";
import { industriesOfPlaces } from "./places.js";
import { relate, spoken } from "./relate-places.js";

const STOPS = new CharacterSet("，。；：（\n");

const TAILS = Trie.ofWords(INDUSTRY_TAILS).shared();
const KINDS = [...INDUSTRY_KINDS].sort((a, b) => b.length - a.length);
const NUMERALS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const COUNTED = gated(/(?:([一二两三四五六七八九十几]|\d{1,2})(?:大|条|个|类|张|新|朵)?)$/u);
/** 主导产业为A、B; 重点产业包括A和B. */
const HEAD_FIRST = new Begun(
  [
    ...compounds(
      "主导 支柱 优势 特色 首位 重点 传统 新兴 战略性新兴 先导 当家 拳头 富民 龙头 核心 主体 立县 立市 立区 骨干",
      "产业 行业 服务业",
    ),
    ..."支柱 产业方向 产业定位 产业特色 产业重点 主攻方向".split(" "),
  ],
  /(?:(?:主导|支柱|优势|特色|首位|重点|传统|新兴|战略性新兴|先导|当家|拳头|富民|龙头|核心|主体|立[县市区])(?:产业|行业)|支柱|产业(?:方向|定位|特色|重点)|主攻方向|(?:骨干|优势|特色|新兴|重点|主导|支柱)(?:产业集群|产业链|产业|服务业)，(?=包括|分别[是为]))(?:主要|分别|则|就)?(?:有|为|是|包括|涵盖|集中在|：)(?=[^，。；]{2,60})/uy,
);
/** 以A、B为主导的, 形成以A为主. */
const AS_LEADING = new Begun(
  "以",
  /以([^，。；：以]{2,50}?)(?:等)?为(?:[^，。；为]{0,4}(?:主攻方向|主题|定位|主业|方向)|主导|主|支柱|特色|首位|核心|龙头|引领|重点|代表|主体|主线|支撑|依托|重头|基)(?=的|，|。|；|产业|、)/uy,
);
/** A、B是我县的支柱产业; A、B成为主导产业. */
const IS_LEADING = new Begun(
  [
    ...compounds("被 已", "列为 列入 定为 确定为 明确为 当作 作为"),
    ..."列为 列入 定为 确定为 明确为 当作 作为 是 成为 成了 撑起 构成 组成 形成 构建 筑起 为".split(" "),
  ],
  /(?:(?:被|已)?(?:列为|列入|定为|确定为|明确为|当作|作为)|是|成为|成了|撑起|构成|组成|形成|构建起?|筑起|为)[^，。；、：]{0,14}?(?:(?:支柱|主导|优势|特色|当家|看家|首位|龙头|富民|拳头|头号|大|响当当的|叫得响的)产业|(?:一张)?(?:金名片|名片|金字招牌)(?=[，。；])|(?:新|重要|两大|三大)?(?:支柱|主力)(?=[。，；])|格局|版图|矩阵|半壁江山|(?:产业|工业)体系)/uy,
);
/** A、B三足鼎立, A和B双轮驱动. */
const SIDE_BY_SIDE = new Begun(
  [
    ..."两翼齐飞 双轮驱动 三足鼎立 三驾马车 多业并举 竞相发展 多点支撑 齐头并进 比翼齐飞 双链并进 两条腿走路 双星闪耀 稳中有进 正在起步 方兴未艾 蓄势待发 异军突起 初具规模".split(
      " ",
    ),
    ...compounds("， …… ，这里 ，可谓", "一镇一品 一县一业 一县一品 哪样不是 哪一样不是"),
    ...compounds("两 三 四 五 六", "业并举 轮驱动"),
    ...compounds("构成“ 形成“ 组成“ 构建“ “", "一主 两主 三主 四主"),
  ],
  /(?:两翼齐飞|双轮驱动|三足鼎立|三驾马车|[两三四五六]业并举|多业并举|[两三四五]轮驱动|竞相发展|多点支撑|齐头并进|比翼齐飞|双链并进|两条腿走路|四轮驱动|双星闪耀|稳中有进|正在起步|方兴未艾|蓄势待发|异军突起|初具规模|(?:，|……)(?:一镇一品|一县一[业品]|哪一?样不是)|(?:构成|形成|组成|构建)?“[一两三四]主[一两三四多][辅特翼副新]”)/uy,
);
/** 主攻A和B, 前瞻布局A、B: without a word for industry after them. */
const VERB_ONLY = new Begun(
  "主攻 主抓 盯着 瞄着 做优 做强 做精 布局 聚焦 发力 深耕 主打 侧重 锁定 锚定 瞄准 谋划 主推 重点发展 大力发展 着力发展 集中发展 优先发展 配套发展",
  /(?:主攻|主抓|盯着|瞄着|做优|做强|做精|布局|聚焦|发力|深耕|主打|侧重|锁定|锚定|瞄准|谋划|主推|重点发展|大力发展|着力发展|集中发展|优先发展|配套发展)(?:的(?:还|则)?是)?(?=[^，。；]{2,40})/uy,
);
/** 全市A产业, 我县A产业, A产业 after a place's name; 发展A产业. */
const OWN = gated(
  /(?:全市|全区|全县|全省|我市|我区|我县|该市|该区|该县|当地|本市|本地|本县|发展|培育|壮大|打造|做强|做大|做优|做精|聚焦|围绕|瞄准|主攻|紧盯|锚定)(?:的|起|了)?$/u,
);
const GATHERED = new Begun(
  "现有 已有 集聚 聚集 汇聚 拥有",
  /(?:现有|已有|集聚|聚集|汇聚|拥有)(?:上下游|各类|规上|规模以上)?([\u4e00-\u9fa5]{2,8}?)(?:生产|制造|加工|相关|规上)?企业(?=\d)/uy,
);
/** 在某高新区，A、B已集聚企业近500家. */
const HAS_GATHERED = new Begun(
  "集聚 聚集 汇聚 已集聚 已聚集 已汇聚",
  /已?(?:集聚|聚集|汇聚)了?(?:上下游|各类|规上|规模以上|相关|骨干)?企业(?=[近超约]?\d)/uy,
);
const INDUSTRY_HEADER = gated(
  /(?:主导|支柱|特色|优势|重点|首位|主攻|核心)(?:产业|行业)|产业(?:方向|定位|集群|链|特色|重点)$|主攻方向|发展方向|招商方向/u,
);
/** 是有名的A之乡, 打造中国A之都. */
const HOME_OF =
  /(?:是|为|打造|建设|素有|享有|有|称)(?:的|了)?(?:中国|全国|世界|著名|有名|闻名|知名|远近|遐迩|国内|省内|全省|“|的){0,12}([\u4e00-\u9fa5]{1,8}?)之[乡都城](?=”|，|。|；|的|$)/gu;
const HOME = new AnyOf("之乡 之都 之城");
/** 某县A制造业. */
const MANUFACTURING = new Begun(
  "制造业 加工业",
  /(?:制造|加工)业(?=[^，。；]{0,6}(?:占|产值|产业|始于|起步|发达|企业|规模|集聚|是|已|近年|迅速|，))/uy,
);
/** A、B等各类…的生产性服务业. */
const SERVICES = /等(?:[^，。；、等]{0,12}的)?((?:生产性|生活性|现代)服务业)/gu;
const SERVICE = new AnyOf("服务业");
const NO_LIST_TAIL = new Set([
  "领域",
  "行业",
  "链",
  "集群",
  "主线",
  "赛道",
  "新赛道",
  "板块",
  "门类",
  "大块",
]);

/** Before 是: what sums up those listed before. */
const POINTED = /，?(?:这[几两二三四五六七八九十]?[样个大块]?|它们|都|均)$/u;

/** Which industries a place or zone has, builds or supports as its own; a firm's own ones too. */
export const focus: RuleFamily = {
  id: "industry/focus",
  run(x) {
    for (const tail of longestHeads(x.norm, TAILS)) byTail(x, tail);
    byPattern(x, HEAD_FIRST, "industry/head-first", itemsWithin);
    for (const pattern of [IS_LEADING, SIDE_BY_SIDE])
      for (const match of pattern.matches(x.norm)) {
        const sentence = spoken(x, match.index);
        if (sentence === undefined) continue;
        let end = /[“”]/u.test(x.norm[match.index - 1] ?? "") ? match.index - 1 : match.index;
        // A、B，这两样是某市的看家产业.
        end -= POINTED.exec(x.norm.slice(Math.max(sentence.start, end - 6), end))?.[0].length ?? 0;
        const items = itemsBefore(x, end, sentence.start, undefined);
        const of = x.mentionsIn(match.index, match.index + match[0].length, PLACES).at(-1);
        // 甲区的A、乙区的B，都是…: each has its own.
        if (items.length > 1 && x.mentionsIn(items[0]!.start - 8, end, PLACES).length > 1) continue;
        if (plausible(items)) relate(x, sentence, items, "industry/is-leading", of?.entity);
      }
    for (const match of AS_LEADING.matches(x.norm)) {
      const start = match.index + 1;
      const sentence = spoken(x, start);
      if (sentence === undefined) continue;
      const items = itemsWithin(x, start, start + match[1]!.replace(/等$/u, "").length);
      if (
        /为(?:主攻|主导|支柱|特色|首位|[^为]{0,4}(?:主攻|主题|招商|定位))$/u.test(
          match[0].replace(/方向$/u, ""),
        ) ||
        plausible(items)
      )
        relate(x, sentence, items, "industry/as-leading");
    }
    for (const match of SERVICE.standsIn(x.norm) ? allMatches(SERVICES, x.norm) : []) {
      const sentence = spoken(x, match.index);
      if (sentence === undefined) continue;
      const items = itemsBefore(x, match.index, sentence.start, undefined);
      const end = match.index + match[0].length;
      const start = end - match[1]!.length;
      if (items.length >= 2)
        relate(x, sentence, [...items, { name: x.text.slice(start, end), start, end }], "industry/services");
    }
    for (const block of x.blocks) if (block.cells !== undefined && !block.isHeader) inRow(x, block);
    for (const match of MANUFACTURING.matches(x.norm)) {
      const sentence = spoken(x, match.index);
      const place = sentence && x.mentionsIn(sentence.start, match.index, PLACES).pop();
      if (sentence === undefined || place === undefined) continue;
      const item = itemOf(x, place.end, match.index);
      if (item === undefined || item.start !== place.end || item.name.length < 2 || item.name.length > 8)
        continue;
      if (!looksLikeIndustry(item.name)) continue;
      relate(x, sentence, [item], "industry/manufacturing", place.entity);
      x.alias(x.entity("Industry", item.name), `${item.name}制造`, {
        rule: "variant",
        start: item.start,
        end: item.end + 2,
      });
    }
    byPattern(x, VERB_ONLY, "industry/verb", itemsOfVerb);
    industriesOfPlaces(x);
    for (const match of HOME.standsIn(x.norm) ? allMatches(HOME_OF, x.norm) : []) {
      const end = match.index + match[0].length - 2;
      const sentence = spoken(x, match.index);
      const item = sentence && itemOf(x, end - match[1]!.length, end);
      if (sentence && item !== undefined && looksLikeIndustry(item.name))
        relate(x, sentence, [item], "industry/home-of");
    }
    for (const match of HAS_GATHERED.matches(x.norm)) {
      const sentence = spoken(x, match.index);
      if (sentence === undefined) continue;
      const items = itemsBefore(x, match.index, sentence.start, undefined);
      if (plausible(items)) relate(x, sentence, items, "industry/gathered");
    }
    for (const match of GATHERED.matches(x.norm)) {
      const start = match.index + match[0].indexOf(match[1]!);
      const sentence = spoken(x, start);
      const item = sentence && itemOf(x, start, start + match[1]!.length);
      if (sentence && item !== undefined && looksLikeIndustry(item.name) && !/加工$/u.test(item.name))
        relate(x, sentence, [item], "industry/gathered");
    }
    zonesByName(x);
  },
};

/** 某县|专用汽车|产业园: a place's zone whose name says for what it is. */
function zonesByName(x: Extraction): void {
  for (const zone of x.entities) {
    if (zone.type !== "Zone" || !ZONE_OF.test(zone.name)) continue;
    const mention = zone.mentions.find((m) => !m.generic && m.surface === zone.name);
    const sentence = mention && spoken(x, mention.start);
    if (mention === undefined || sentence === undefined) continue;
    let from = mention.start;
    for (let end = PLACE_NAMES.longestEnd(x.norm, from); end > 0 && end < mention.end; ) {
      from = end;
      end = PLACE_NAMES.longestEnd(x.norm, from);
    }
    // 某旗锦山中药材产业园, 贺兰山东麓葡萄酒产业园.
    if (from > mention.start) from += LOCALITY.exec(x.norm.slice(from, mention.end))?.[0].length ?? 0;
    const to = mention.end - ZONE_OF.exec(zone.name)![0].length;
    const name = x.norm.slice(from, to);
    if (from === mention.start || name.length < 2 || name.length > 6 || !looksLikeIndustry(name)) continue;
    relate(x, sentence, [{ name, start: from, end: to }], "industry/zone-name", zone);
  }
}
const LOCALITY = /^(?:[\u4e00-\u9fa5]{0,2}[山镇乡港湾岭]|[东南西北]?麓)(?=[\u4e00-\u9fa5]{4})/u;
const ZONE_OF = /(?:产业园区?|(?<=[市县区旗][\u4e00-\u9fa5]{2,6})产业基地|产业集聚区)$/u;

/** Those after a verb alone, but where the place before it tells whose they are. */
function itemsOfVerb(x: Extraction, start: number, end: number): Item[] {
  const items = itemsWithin(x, start, end);
  if (!plausible(items)) return [];
  const place = placeAt(x, start);
  const sentence = spoken(x, start);
  if (place !== undefined && sentence !== undefined) {
    relate(x, sentence, items, "industry/verb", place);
    return [];
  }
  return items.length >= 2 || goesOn(x, start) ? items : [];
}

/** A row with a place and, under 主导产业, its industries. */
function inRow(x: Extraction, block: Block): void {
  const cells = block.cells!.filter(tellsIndustry);
  if (cells.length === 0) return;
  const [place] = x.mentionsIn(block.start, block.end, PLACES);
  const sentence = x.sentenceAt(block.start);
  if (place === undefined || sentence === undefined) return;
  for (const cell of cells)
    relate(x, sentence, itemsWithin(x, cell.start, cell.end), "industry/row", place.entity);
}

/** 某市做优A: the place right before the verb that ends at `at`. */
function placeAt(x: Extraction, at: number): DocEntity | undefined {
  const [verb] = /(?:做优|做强|做精|主攻|深耕|主打|重点发展|大力发展)$/u.exec(x.norm.slice(at - 4, at)) ?? [];
  if (verb === undefined) return undefined;
  const start = at - verb.length;
  return x.mentionsIn(Math.max(0, start - 30), start, PLACES).find((m) => m.end === start && !m.generic)
    ?.entity;
}

/** A、B撑起…，另外谋划C: the sentence has told industries of the place before. */
function goesOn(x: Extraction, at: number): boolean {
  const sentence = x.sentenceAt(at);
  return (
    /(?:同步|前瞻|超前|提前|另外|并|正在)[^，。；]{0,6}$/u.test(x.norm.slice(Math.max(0, at - 10), at)) &&
    x.relations.some(({ type, start }) => type === "FOCUSES_ON" && start === sentence?.start)
  );
}

const tellsIndustry = ({ header, inherited }: Cell): boolean =>
  header !== null && !inherited && INDUSTRY_HEADER.test(header);

/** Whether items are industries by their endings: all of one or two, most of more. */
function plausible(items: readonly Item[]): boolean {
  let like = 0;
  for (const { name } of items) if (looksLikeIndustry(name)) like++;
  return items.length > 0 && (items.length > 2 ? like * 2 > items.length : like === items.length);
}

function byPattern(
  x: Extraction,
  pattern: Begun,
  rule: string,
  read: (x: Extraction, start: number, end: number) => Item[],
): void {
  for (const match of pattern.matches(x.norm)) {
    const start = match.index + match[0].length;
    const sentence = spoken(x, start);
    if (sentence === undefined) continue;
    let end = start;
    while (end < sentence.end && !STOPS.has(x.norm.charCodeAt(end))) end++;
    const phrase = x.norm.slice(start, end);
    const cut = /等|不同|[一二两三四五六七八九十\d]{1,12}[大条个类]|产业|为主/u.exec(phrase);
    relate(x, sentence, read(x, start, cut === null ? end : start + cut.index), rule);
  }
}

/** Whether a place in a sentence is part of a name within it. */
function isMentioned({ mentions }: Extraction, sentence: Sentence, at: number): boolean {
  for (let i = firstMention(mentions, sentence.start); i < mentions.length; i++) {
    const { start, end } = mentions[i]!;
    if (start > at) return false;
    if (at < end && end <= sentence.end) return true;
  }
  return false;
}

/** 产业|园, 产业|基金: the word goes on, which leaves no trade of it but in those of the second. */
const OF_LONGER = gated(
  /^(?:园|化|示范片区|示范园|片区|小镇|新城|工人|基金|研究|技术|学院|政策|规划|计量|发展有限|集团|股份|基地|创新|工会|促进|协会|联盟|服务有限|开发区|集中区|集聚区|结构|转移|体系|布局|投资有限)/u,
);
const STILL_TRADE = gated(
  /^(?:基金|政策|规划|发展规划|结构|布局|体系|计量|创新(?!联合|中心|联盟|研究|基地|战略))/u,
);
/** 木门产业|仍是当家花旦. */
const LEADS = gated(
  /^(?:仍然?|依旧|依然|一直|就)?(?:是|为)[^，。；]{0,8}?(?:当家|支柱|龙头|首位|第一|主导|拳头|看家)/u,
);
const MEASURED = gated(/^(?:年|总|综合)?(?:占|产值|规模|营业收入|营收|增加值|综合产值)/u);

function byTail(x: Extraction, tail: { start: number; end: number; value: string }): void {
  const sentence = spoken(x, tail.start);
  if (sentence === undefined) return;
  if (
    tail.value === "产业" &&
    OF_LONGER.test(x.norm, tail.end, tail.end + 4) &&
    !STILL_TRADE.test(x.norm, tail.end, tail.end + 4)
  )
    return;
  if (isMentioned(x, sentence, tail.start)) return;
  let end = tail.start;
  let kinds = 0;
  for (
    let kind = kindBefore(x.norm, end, sentence.start);
    kind > 0;
    kind = kindBefore(x.norm, end, sentence.start)
  ) {
    end -= kind;
    kinds++;
  }
  const counted = COUNTED.exec(x.norm, Math.max(sentence.start, end - 4), end);
  let count: number | undefined;
  let listed = false;
  if (counted !== null) {
    count = counted[1] === "几" ? undefined : (NUMERALS[counted[1]!] ?? Number(counted[1]));
    end -= counted[0].length;
    if (counted[1] === "几") listed = true;
    // A、B，这两条产业链; A、B这几大产业.
    const pointed = /(?:，(?:盯住|紧盯|聚焦|围绕|抓好|瞄准|做强|抓住)?)?这$/u.exec(
      x.norm.slice(Math.max(sentence.start, end - 6), end),
    );
    if (pointed !== null) end -= pointed[0].length;
    if (x.norm[end - 1] === "等") {
      end--;
      count = undefined;
    }
  } else if (x.norm[end - 1] === "等") {
    end--;
    listed = true;
  }
  // “A、B”三条产业链.
  if (x.norm[end - 1] === "”") end--;
  const items = itemsBefore(x, end, sentence.start, count);
  if (items.length === 0) return;
  const plain = kinds === 0 && count === undefined && !listed;
  if (items.length >= 2) {
    const loose = !listed || tail.value === "领域" || tail.value === "行业";
    if (NO_LIST_TAIL.has(tail.value) && kinds === 0 && count === undefined && loose) return;
    if (plain && !items.every(({ name }) => looksLikeIndustry(name))) return;
    relate(x, sentence, items, "industry/list");
    return;
  }
  if (NO_LIST_TAIL.has(tail.value) && tail.value !== "集群") return;
  const [item] = items;
  const before = x.norm
    .slice(Math.max(sentence.start, item!.start - 8), item!.start)
    .replace(/(?:[千百万]亿级?|(?:国家|世界|省)级)$/u, "");
  const place = x.mentionsIn(sentence.start, item!.start, PLACES).pop();
  const follows = place !== undefined && /^的?$/u.test(x.norm.slice(place.end, item!.start));
  const leads = LEADS.test(x.norm, tail.end, tail.end + 16);
  const measured = MEASURED.test(x.norm, tail.end, tail.end + 6);
  if (follows || measured || leads || (OWN.test(before) && looksLikeIndustry(item!.name)))
    relate(x, sentence, items, "industry/own");
}

function kindBefore(norm: string, end: number, floor: number): number {
  for (const kind of KINDS)
    if (end - kind.length >= floor && norm.startsWith(kind, end - kind.length) && kind !== "等") {
      // 大 and 条 only after a numeral.
      if (/^[大条个类新张]$/u.test(kind) && !/[一二两三四五六七八九十\d]/u.test(norm[end - 2] ?? ""))
        continue;
      if (/^[大条个类张]$/u.test(kind)) continue;
      return kind.length;
    }
  return 0;
}
