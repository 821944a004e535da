import { divisions } from "../../lexicon/divisions.js";
import { SURNAMES } from "../../lexicon/surnames.js";
import { spotsOfNames } from "../../lexicon/together.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { sortFew } from "../../sort-few.js";
import { firstFrom } from "../spans.js";
import type { NameDetector } from "../types.js";
import { type Division, PLACE_NAMES, type PlaceName } from "./place-lexicon.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** A place's name in the text, its meaning settled by the document. */
export interface PlaceHit {
  start: number;
  end: number;
  division: Division;
  short: boolean;
}

/** Where a document comes from, and the names of places in it. */
export interface PlaceContext {
  city: Division | undefined;
  /** The place that the document is about: a city, a county that it speaks of more, or a province in its own report. */
  main: Division | undefined;
  /** First two digits of the codes of the provinces that it names, the likeliest first. */
  provinces: readonly string[];
  /** How often each division is named, by code; titles and front matter weigh more. */
  counts: ReadonlyMap<string, number>;
  /** All names of places that mean one here, those within other names included; the longest at each start. */
  hits: readonly PlaceHit[];
  /** Codes of the divisions that the document names by names that mean nothing else. */
  outright: ReadonlySet<string>;
  /** See `ownCounties`, once asked for. */
  ownCounties: readonly Division[] | undefined;
}

/** The hit that begins at an offset. */
export function hitAt({ hits }: PlaceContext, start: number): PlaceHit | undefined {
  const hit = hits[firstFrom(hits, start)];
  return hit?.start === start ? hit : undefined;
}

const ZONED = gated(/^(?:高新[区技]|经开区|经济(?:技术)?开|国家高新|临空|空港|综合?保)/);
const cache = new WeakMap<object, PlaceContext>();
const FRONT_WEIGHT = 20;
const HEAD_WEIGHT = 3;

/** The context of a document, computed once for each. */
export function placeContext(source: Source): PlaceContext {
  let context = cache.get(source.document);
  if (context === undefined) {
    context = compute(source);
    cache.set(source.document, context);
  }
  return context;
}

function compute({ norm, document, blocks }: Source): PlaceContext {
  const named = new Named();
  named.add(norm, 1);
  if (document.place) named.add(document.place, FRONT_WEIGHT * 3);
  if (document.publisher) named.add(document.publisher, FRONT_WEIGHT);
  if (document.title) named.add(document.title, FRONT_WEIGHT);
  for (const block of blocks)
    if (block.kind === "title" || block.kind === "heading" || block.kind === "byline")
      named.add(norm, HEAD_WEIGHT, block.start, block.end);
  const { counts, outright } = named;

  let city: Division | undefined;
  let best = 0;
  const provinces = new Map<string, number>();
  for (const [code, n] of counts) {
    const province = code.slice(0, 2);
    provinces.set(province, (provinces.get(province) ?? 0) + n);
    const division = divisionOf(code);
    if (division?.type === "City" && n > best) {
      best = n;
      city = division;
    }
  }
  const ranked = sortFew([...provinces], byCount).map(codeOf);
  const hits = hitsIn(norm, city, ranked, outright);
  const stems = districtStems(norm, blocks, outright, hits);
  if (stems.length > 0) {
    for (const stem of stems) hits.push(stem);
    sortFew(hits, byPlace);
  }
  const context: PlaceContext = {
    city,
    main: city,
    provinces: ranked,
    counts,
    hits,
    outright,
    ownCounties: undefined,
  };
  context.main = mainPlace(norm, document.title ?? "", context);
  return context;
}

const byCount = (a: readonly [unknown, number], b: readonly [unknown, number]): number => b[1] - a[1];
const codeOf = ([code]: readonly [string, number]): string => code;
const byPlace = (a: PlaceHit, b: PlaceHit): number => a.start - b.start || a.end - b.end;

/** The names of places that mean one in a document of that city and of those provinces, the likeliest first. */
function hitsIn(
  norm: string,
  city: Division | undefined,
  provinces: readonly string[],
  outright: ReadonlySet<string>,
): PlaceHit[] {
  const hits: PlaceHit[] = [];
  const words = PLACE_NAMES.in(norm);
  while (words.next()) {
    const { start, end, value: place } = words;
    const { divisions, short } = place;
    const division = divisions.length === 1 ? divisions[0]! : likeliest(divisions, city, provinces, outright);
    if (short) {
      const known = outright.has(division.code);
      if (!known && place.word) continue;
      // A county's short name counts in a document of its province.
      if (
        !known &&
        division.type === "County" &&
        (provinces.length === 0 || !division.code.startsWith(provinces[0]!))
      )
        continue;
    }
    if (!stands(norm, start, end, place, 0, norm.length)) continue;
    const last = hits.length === 0 ? undefined : hits[hits.length - 1]!;
    // 城区 and 郊区 of which there are some by that very name: only after their city's.
    if (
      end - start === 2 &&
      norm[start + 1] === "区" &&
      "城郊矿".includes(norm[start]!) &&
      last?.end !== start
    )
      continue;
    const hit = { start, end, division, short };
    // They come by their starts and then by length: the longest counts.
    if (last?.start === start) hits[hits.length - 1] = hit;
    else hits.push(hit);
  }
  return hits;
}

/** What a name that several divisions have means: the first of those that the document is nearest to. */
function likeliest(
  divisions: readonly Division[],
  city: Division | undefined,
  provinces: readonly string[],
  outright: ReadonlySet<string>,
): Division {
  let best = divisions[0]!;
  let least = Infinity;
  for (const division of divisions) {
    const rank = rankOf(division, city, provinces, outright);
    if (rank >= least) continue;
    best = division;
    least = rank;
  }
  return best;
}

/** How far a division is from what the document speaks of. */
function rankOf(
  { type, code }: Division,
  city: Division | undefined,
  provinces: readonly string[],
  outright: ReadonlySet<string>,
): number {
  if (type !== "County") return 0;
  if (outright.has(code)) return 1;
  if (city !== undefined && cityOf(code) === city.code) return 2;
  for (let i = 0; i < provinces.length; i++) if (code.startsWith(provinces[i]!)) return 3 + i;
  return 100;
}

/** Which divisions a text names, and how often by weight. */
class Named {
  readonly counts = new Map<string, number>();
  /** Divisions that are named by their full names, or by short ones that mean nothing else. */
  readonly outright = new Set<string>();

  add(text: string, weight: number, from = 0, to = text.length): void {
    let reach = 0;
    const words = PLACE_NAMES.in(text, from, to);
    while (words.next()) {
      const { start, end, value: place } = words;
      // 眉山 of 峨眉山 is none.
      if (end <= reach) continue;
      reach = end;
      if (!stands(text, start, end, place, from, to)) continue;
      // 酉阳县 of an autonomous county is as good as its full name.
      const full = !place.short || (end - start > 2 && "县旗".includes(text[end - 1]!));
      const meant = full ? place.divisions : place.wider;
      if (meant.length === 0) continue;
      const division = meant[0]!;
      if (meant.length > 1 && division.type === "County") continue;
      // 孝感|高新区: before the form of a zone an everyday word is the city's name.
      if (place.word && !(division.type === "City" && ZONED.test(text, end, Math.min(to, end + 4)))) continue;
      this.outright.add(division.code);
      this.bump(division.code, weight);
      if (division.type === "County") this.bump(cityOf(division.code), weight * 0.7);
    }
  }

  private bump(code: string, n: number): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + n);
  }
}

/** Districts' names without 区 that are everyday words, or points of the compass and the like that others are named by. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "和平 新城 朝阳 新华 解放 向阳 红旗 胜利 友谊 长安 长寿 城关 城中 城东 城西 城南 城北 城区 郊区 矿区 河东 河西 河北 江南 江北 江东 南山 东山 西山 宝山 青山 白云 西湖 东湖 南湖 鼓楼 市中 铁西 铁东 " +
    "路南 路北 桥东 桥西 东城 西城 南关 东风 金山 光明 平安 新市 中原 兴隆 永定 永安 太平 安宁 安定 开平 平房 道里 道外 船山 高明 高新 工农 前进 爱民 振兴 建华 龙山 东丽 南开 海港 海州 新区 中山 天山 " +
    "青云 雨花 高坪 前锋 自由 红塔 花溪 云龙 水磨 五一 头屯 曲江 东港 西市 站前 平山 文圣 复兴 复州 丛台 新抚 东洲 平桥 浉河 华龙 禅城 广阳 安次 开发 顺城 望花 大同 南岗 大东 沙市 石峰 清河 淮海"
  ).split(" "),
);
const STEM_AFTER = /^(?:[区县市路街镇乡村山河湖江港桥站人]|街道|大道|商报|日报|晚报|机场|大学|学院)/u;

const TRADE_AFTER = gated(/^[^，。；、的\d]{0,8}?(?:产业|集群|链|工业|经济)/);

/**
 * Districts that the document names in full, by their names without 区: at the head of a title or heading (滨湖三家企业…),
 * and wherever the name is no everyday word (柯桥).
 */
function districtStems(
  norm: string,
  blocks: Source["blocks"],
  outright: ReadonlySet<string>,
  hits: readonly PlaceHit[],
): PlaceHit[] {
  const found: PlaceHit[] = [];
  const districts: { division: Division; stem: string }[] = [];
  for (const code of outright) {
    const division = divisionOf(code)!;
    if (division.name.length > 2 && division.name.endsWith("区"))
      districts.push({ division, stem: division.name.slice(0, -1) });
  }
  if (districts.length === 0) return found;
  for (const { kind, start } of blocks) {
    if ((kind !== "title" && kind !== "heading") || hits[firstFrom(hits, start)]?.start === start) continue;
    for (const { division, stem } of districts) {
      if (!norm.startsWith(stem, start)) continue;
      found.push({ start, end: start + stem.length, division, short: true });
      break;
    }
  }
  const known = found.length === 0 ? hits : hits.concat(found);
  for (const { division, stem } of districts) {
    if (division.type !== "County" || EVERYDAY.has(stem)) continue;
    let next = 0;
    for (const { start, end } of spotsOfNames(norm, [[stem, division]])) {
      if (start < next) continue;
      next = end;
      // 柯桥纺织产业集群: what is named is the trade.
      if (STEM_AFTER.test(norm.slice(end, end + 2)) || TRADE_AFTER.test(norm, end, end + 14)) continue;
      if (!covers(known, start) && !startsAt(found, start)) found.push({ start, end, division, short: true });
    }
  }
  return found;
}

function covers(hits: readonly PlaceHit[], at: number): boolean {
  for (const hit of hits) if (hit.start <= at && at < hit.end) return true;
  return false;
}

function startsAt(hits: readonly PlaceHit[], at: number): boolean {
  for (const hit of hits) if (hit.start === at) return true;
  return false;
}

/** What follows a place's short name within another name that names no place: 南京路, 北京时间. */
const NOT_AFTER =
  /^(?:[东西南北中]?路(?!线|径)|大道|大街|街道|时间|话|人寿|烤鸭|火锅|牌手表|茶(?![园叶区企商山乡农业])|大米|陈醋)/u;

/** Whether a place's name is one there in [from, to): no part of 南京路; 示范县 is no 范县. */
function stands(
  text: string,
  start: number,
  end: number,
  place: PlaceName,
  from: number,
  to: number,
): boolean {
  const before = start > from ? text.charCodeAt(start - 1) : 0;
  if (!place.short) return end - start > 2 || !isHan(before) || BEFORE_FULL.has(before);
  // 局长张宁波, 董事长李长春: a given name that is a place's, too.
  if (SURNAME.has(before) && PERSON_BEFORE.test(text.slice(Math.max(from, start - 5), start))) return false;
  // 复|合肥.
  if (text[start] === "合" && text[start - 1] === "复" && start > from && text.startsWith("合肥", start))
    return false;
  return !(
    end < to &&
    NOT_AFTER_BEGINS.has(text.charCodeAt(end)) &&
    NOT_AFTER.test(text.slice(end, Math.min(to, end + 3)))
  );
}

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;
/** 授予|沛县, 落户|沛县: before a name of two characters that is none of a longer word's. */
const BEFORE_FULL = new CharacterSet("在于由到与和为是从、省市州盟予户给的自进访归落赴");
const SURNAME = new CharacterSet([...SURNAMES].join(""));
const NOT_AFTER_BEGINS = new CharacterSet("东南西北中路大街时话人烤火牌茶陈");
const PERSON_BEFORE = new RegExp(
  `(?:[局处科厅院所校厂市县区省州会部站行队]长|书记|主任|主席|总裁|总监|经理|董事长|院士|教授|工程师|技师|记者)[${[...SURNAMES].join("")}]$`,
  "u",
);

function mainPlace(norm: string, title: string, context: PlaceContext): Division | undefined {
  const { city, hits } = context;
  const head = `${title}${norm.slice(0, 200)}`;
  // A district whose name another city has as well (通州区) is known by the names around it alone.
  const county = ownCounties(context)[0] ?? mostNamed(hits, city);
  const spoken = new OwnWords(norm);
  let main = city ?? county;
  // 我县 and never 我市: the county speaks, however often its city is named.
  if (county?.name.endsWith("县") && spoken.times(OUR_COUNTY) > 0 && spoken.times(OUR_CITY) === 0)
    return county;
  if (county !== undefined && city !== undefined && timesNamed(hits, county) > timesNamed(hits, city)) {
    const own = county.name.endsWith("县")
      ? /全县|我县|县里|县域/u
      : county.name.endsWith("区")
        ? /全区|我区/u
        : /全市|我市|市政府|市长/u;
    if (head.includes(county.name) || (timesNamed(hits, county) > 2 && own.test(norm))) main = county;
  }
  // A district's own page: 我区 and 全区 more often than 我市 and 全市, though its city is named more often.
  if (
    county?.name.endsWith("区") === true &&
    main === city &&
    timesNamed(hits, county) > 1 &&
    spoken.times(OF_DISTRICT) > 1 + 2 * spoken.times(OF_CITY)
  )
    main = county;
  // A province's own report: 全省 and 我省 more often than 全市 and 我市, and no city at its head.
  const province = divisionOf(`${context.provinces[0] ?? ""}0000`);
  if (province?.type === "Province") {
    const ofProvince = spoken.times(OF_PROVINCE);
    const ofCity = spoken.times(OF_CITY);
    const wide = ofProvince + spoken.times(OF_REGION) + timesNamed(hits, province);
    const narrow = ofCity + timesNamed(hits, city);
    // 我省 and never 我市: the province speaks, whichever city its text begins with.
    const speaks = spoken.times(OUR_PROVINCE) > 0 && spoken.times(OUR_CITY) === 0;
    const own = !speaks && city !== undefined && head.slice(0, 80).includes(city.name.slice(0, 2));
    const speaksOfProvince = ofProvince > ofCity;
    if (wide > 1.5 * narrow && speaksOfProvince && !own) main = province;
  }
  return main;
}

const OWN_WORDS = Trie.ofWords(
  "我县 我市 我区 我省 全市 全区 全省 本市 本区 本省 全自治区".split(" "),
).shared();

const OUR_COUNTY = ["我县"];
const OUR_CITY = ["我市"];
const OUR_PROVINCE = ["我省"];
const OF_DISTRICT = ["我区", "全区", "本区"];
const OF_CITY = ["我市", "全市", "本市"];
const OF_PROVINCE = ["全省", "我省", "本省"];
const OF_REGION = ["全自治区"];

/** The words of a text for the place that it speaks of. */
class OwnWords {
  private readonly said: string[] = [];

  constructor(norm: string) {
    const words = OWN_WORDS.in(norm);
    while (words.next()) this.said.push(words.value);
  }

  /** How often it says any of the given. */
  times(words: readonly string[]): number {
    let times = 0;
    for (const said of this.said) if (words.includes(said)) times++;
    return times;
  }
}

function timesNamed(hits: readonly PlaceHit[], division: Division | undefined): number {
  let times = 0;
  for (const hit of hits) if (hit.division === division) times++;
  return times;
}

/** The county of the document's city that is named most often, of several the first. */
function mostNamed(hits: readonly PlaceHit[], city: Division | undefined): Division | undefined {
  const counts = new Map<Division, number>();
  for (const { division } of hits)
    if (isOwnCounty(division, city)) counts.set(division, (counts.get(division) ?? 0) + 1);
  let most: Division | undefined;
  for (const [division, n] of counts) if (most === undefined || n > counts.get(most)!) most = division;
  return most;
}

const isOwnCounty = (division: Division | undefined, city: Division | undefined): boolean =>
  division?.type === "County" && (city === undefined || cityOf(division.code) === city.code);

export const divisionOf = (code: string): Division | undefined => divisions.byCode(code);

const CITIES: ReadonlyMap<string, string> = new Map(
  divisions.all.map(({ code }) => {
    const municipality = `${code.slice(0, 2)}0000`;
    return [code, divisionOf(municipality)?.type === "City" ? municipality : `${code.slice(0, 4)}00`];
  }),
);

/** The code of the city that a division's code lies in; a municipality's own for its districts. */
export const cityOf = (code: string): string => CITIES.get(code)!;

/** The counties of the document's own city of which it speaks, the most named first. */
export function ownCounties(context: PlaceContext): readonly Division[] {
  context.ownCounties ??= countiesOf(context);
  return context.ownCounties;
}

function countiesOf({ counts, city }: PlaceContext): Division[] {
  const counties: [Division, number][] = [];
  for (const [code, n] of counts) {
    const division = divisionOf(code);
    if (division !== undefined && isOwnCounty(division, city)) counties.push([division, n]);
  }
  return sortFew(counties, byCount).map(divisionIn);
}

const divisionIn = ([division]: readonly [Division, number]): Division => division;
