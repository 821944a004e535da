import { AnyOf, Begun, compounds } from "../../lexicon/begun.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { isAside } from "../shape/subjects.js";
import { PLACES } from "../shape/types.js";
import { firstMention } from "../spans.js";
import type { Extraction, Mention } from "../types.js";
import { type Item, itemOf, itemsWithin, looksLikeIndustry } from "./items.js";
import { relatePlaces, spoken } from "./relate-places.js";

const STOPS = new CharacterSet("，。；：（！？\n");
const PARTING = new CharacterSet("，。；：、");

/** A place's own choice of industries: 某县侧重A, 某市主攻A和B. */
const CHOOSES = new Begun(
  [
    ..."主攻 主抓 侧重 偏重 重在 主打 主推 力推 专攻 盛产 主产 深耕".split(" "),
    ...compounds("重点 大力 集中 着力 优先 突出 错位 加快 主要", "发展 培育 布局 打造"),
  ],
  /(?:主攻|主抓|侧重于?|偏重于?|重在|主打|主推|力推|专攻|盛产|主产|深耕|(?:重点|大力|集中|着力|优先|突出|错位|加快|主要)(?:发展|培育|布局|打造)|侧重发展)/uy,
);
/** The same with verbs that take other objects as well. */
const TAKES_UP = new Begun(
  "聚焦 壮大 做 突出 锁定 锚定 瞄准 培育 谋划 布局 押注 紧盯 发力 集聚 聚力 盯住 盯紧 发展 抓住 突破 打造 搞 抓 靠 有了 则是",
  /(?:聚焦|壮大|做强|做大|做优|突出|锁定|锚定|瞄准|培育|谋划|布局|押注|紧盯|发力|集聚|聚力|盯住|盯紧|发展|抓住|突破|打造|则是|有了|做|搞|抓|靠)/uy,
);
const ADVERBS =
  /^(?:则|也|还|正|已|就|都|却|更|主要|重点|大力|着力|近年来|眼下|目前|如今|当前|明确|坚持|全力|超前|前瞻|积极|加快|持续|在产业上|分别|由此|从此|\d{4}年(?:起|以来)?|（[^（）]*）)*$/u;
/** 把A当作头号产业, 将A列为首位产业. */
const TREATS = new Begun(
  "把 将",
  /(?:把|将)([^，。；把将]{1,30}?)(?:当作|当成|作为|列为|列入|定为|确定为|明确为|打造成|打造为|培育成|培育为|做成|视为)[^，。；]{0,10}?(?:产业|支柱|主业|重头戏|主攻方向|发展方向|突破口)/uy,
);
/** 靠A吃饭, 以A闻名, 因A兴县. */
const LIVES_ON = new Begun(
  "靠 以 凭 因",
  /(?:靠|以|凭|因)([^，。；靠以凭因]{1,30}?)(?:吃饭|立[县市区城]|兴[县市区城]|强[县市区]|起家|闻名|著称|见长|扬名|出名|为业|而兴|为生)/uy,
);
/** 磷化工重镇某县: what a place is known for, right before its name. */
const KNOWN_FOR =
  /([\u4e00-\u9fa5]{2,8}?)(?:重镇|大[县市区镇]|强[县市区镇]|名[县市镇]|之乡|之都|之城|主产区|老区|基地[县市])(?:——|的)?$/u;
const KNOWN_FOR_END = new CharacterSet("镇县市区乡都城—的");
const isWordOrDash = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fa5) || unit === 0x2014;
const NOT_TRADES =
  /^(?:.*(?:人口|文化|经济|教育|质量|制造|科技|科教|体育|革命|移民|产业|品牌|标准|创新|历史|贫困|农业|工业|旅游|交通|生态|能源|资源))$/u;
/** A放在某区、某县; A集中在某市和某县. */
const SEATED =
  /(?:[，。；：\n]|^)([\u4e00-\u9fa5]{2,8}?)(?:产业|企业)?(?:主要|则|都|大多|多)?(?:放在|摆在|布局在|布局于|集中在|集中于|集聚在|集聚于|聚集在|分布在|扎堆在|扎根|落在|落子)/gu;
const SEAT = new AnyOf(
  "放在 摆在 布局在 布局于 集中在 集中于 集聚在 集聚于 聚集在 分布在 扎堆在 扎根 落在 落子",
);
/** In a sentence on the industries of several places: A在某区，B看某县. */
const LAID_OUT = gated(/(?:[，：、；]|^)([\u4e00-\u9fa5]{2,8}?)(?:产业)?(?:则|主要)?(?:在|看|归|交给|属)$/u);
const JOINED = /^(?:、|和|与|及|以及)$/u;
/** What ends a list of industries that a verb takes. */
const END = /等|不同|[一二三四五六七八九十两\d]{1,12}[大条个类项]|产业|为主|领域|赛道|项目|企业|的/u;

/** Industries that a sentence gives to the places that it names. */
export function industriesOfPlaces(x: Extraction): void {
  for (const match of CHOOSES.matches(x.norm)) chosen(x, match.index, match.index + match[0].length, false);
  for (const match of TAKES_UP.matches(x.norm)) chosen(x, match.index, match.index + match[0].length, true);
  for (const match of TREATS.matches(x.norm))
    withObject(x, match.index, match.index + 1, match.index + 1 + match[1]!.length, "industry/treated-as");
  for (const match of LIVES_ON.matches(x.norm))
    withObject(x, match.index, match.index + 1, match.index + 1 + match[1]!.length, "industry/lives-on");
  if (SEAT.standsIn(x.norm)) for (const match of allMatches(SEATED, x.norm)) seated(x, match);
  let previous: Mention | undefined;
  for (const place of x.mentions) {
    if (PLACES.includes(place.type)) knownFor(x, place, previous);
    previous = place;
  }
  let last: Sentence | undefined;
  for (const word = SPOKEN_OF.in(x.norm); word.next(); ) {
    const sentence = x.sentenceAt(word.start);
    if (sentence === undefined || sentence === last || word.end > sentence.end) continue;
    last = sentence;
    if (sentence.block.cells === undefined) laidOut(x, sentence.start, sentence.end);
  }
}

/** Without one of these a sentence lays out no industries. */
const SPOKEN_OF = Trie.ofWords(["产业", "集群", "版图", "张牌", "各具特色", "各有所长", "各有千秋"]).shared();

/** The place that stands right before `at`, but for adverbs, with those joined to it. */
function placesBefore(x: Extraction, at: number): Mention[] {
  const from = Math.max(0, at - 60);
  const group: Mention[] = [];
  // Backwards, as before most verbs stands something else than a place.
  for (let i = firstMention(x.mentions, at) - 1; i >= 0; i--) {
    const mention = x.mentions[i]!;
    if (mention.start < from) break;
    if (mention.end > at || isAside(x, mention, at)) continue;
    if (!PLACES.includes(mention.type)) break;
    if (group.length > 0) {
      if (!JOINED.test(x.norm.slice(mention.end, group[0]!.start))) break;
    } else {
      const gap = x.norm.slice(mention.end, at);
      if (/[，。；\n]/u.test(gap.replace(/（[^（）]*）/gu, "")) || !ADVERBS.test(gap)) break;
    }
    group.unshift(mention);
  }
  return group;
}

/** 甲园、乙园先行一步，前者|主攻A，后者|主打B. */
function pointedBefore(x: Extraction, from: number, verb: number): Mention[] | undefined {
  const which = x.norm.slice(verb - 2, verb);
  if (which !== "前者" && which !== "后者") return undefined;
  const places = x.mentionsIn(from, verb, PLACES);
  const second = places.pop();
  const first = places.pop();
  return first === undefined || first.type !== second!.type
    ? undefined
    : [which === "前者" ? first : second!];
}

function chosen(x: Extraction, verb: number, start: number, wide: boolean): void {
  const sentence = spoken(x, verb);
  if (sentence === undefined || sentence.block.cells !== undefined) return;
  const places = pointedBefore(x, sentence.start, verb) ?? placesBefore(x, verb);
  // 某公司在某区做A: the firm does.
  if (places.length === 0 || (wide && x.norm[places[0]!.start - 1] === "在")) return;
  let stop = start;
  while (stop < sentence.end && !STOPS.has(x.norm.charCodeAt(stop))) stop++;
  const cut = END.exec(x.norm.slice(start, stop));
  const items = itemsWithin(x, start, cut === null ? stop : start + cut.index);
  if (items.length === 0 || items.some(({ name }) => name.length < 2)) return;
  // Those with a tail (A、B两大产业) are read by it.
  if (cut !== null && /^(?:产业|[一二三四五六七八九十两\d])/u.test(cut[0]) && wide) return;
  const like = items.filter(({ name }) => looksLikeIndustry(name)).length;
  if (wide ? like < items.length : like === 0 && items.some(({ name }) => name.length > 6)) return;
  relatePlaces(x, sentence, places, items, "industry/chosen");
}

function withObject(x: Extraction, verb: number, start: number, end: number, rule: string): void {
  const sentence = spoken(x, verb);
  // 我市产业|以A、B见长.
  const trade = OWN_TRADE.exec(x.norm.slice(Math.max(0, verb - 4), verb))?.[0].length ?? 0;
  const places = placesBefore(x, verb - trade);
  if (sentence === undefined || places.length === 0) return;
  const items = itemsWithin(x, start, end).filter(
    ({ name }) => name.length >= 2 || looksLikeIndustry(name) || rule === "industry/treated-as",
  );
  if (rule === "industry/lives-on") {
    const like = items.filter(({ name }) => looksLikeIndustry(name)).length;
    if (items.length < 2 ? like < items.length : like * 2 < items.length) return;
  }
  const each = places.length > 1 && places.length === items.length && x.norm.startsWith("分别", verb - 2);
  if (each) for (const [i, place] of places.entries()) relatePlaces(x, sentence, [place], [items[i]!], rule);
  else relatePlaces(x, sentence, places, items, rule);
}

const OWN_TRADE = /(?:产业|工业|制造业|经济)$/u;

/** The places that begin at `at`, one after another. */
function placesFrom(x: Extraction, at: number, end: number): Mention[] {
  const row: Mention[] = [];
  let from = at;
  for (const next of x.mentionsIn(at, end, PLACES)) {
    if (row.length === 0 ? next.start !== at : !JOINED.test(x.norm.slice(from, next.start))) break;
    row.push(next);
    from = next.end;
  }
  return row;
}

function seated(x: Extraction, match: RegExpExecArray): void {
  const end = match.index + match[0].length;
  const sentence = spoken(x, end - 1);
  if (sentence === undefined) return;
  const places = placesFrom(x, end, sentence.end);
  const item = objectOf(x, match, match[1]!);
  if (places.length > 0 && item !== undefined && looksLikeIndustry(item.name))
    relatePlaces(x, sentence, places, [item], "industry/seated");
}

function objectOf(x: Extraction, match: RegExpExecArray, text: string): Item | undefined {
  const start = match.index + match[0].indexOf(text);
  return itemOf(x, start, start + text.length);
}

function knownFor(x: Extraction, place: Mention, previous: Mention | undefined): void {
  if (!KNOWN_FOR_END.has(x.norm.charCodeAt(place.start - 1))) return;
  const floor = Math.max(previous?.end ?? 0, place.start - 14);
  let from = place.start;
  while (from > floor && isWordOrDash(x.norm.charCodeAt(from - 1))) from--;
  const match = KNOWN_FOR.exec(x.norm.slice(from, place.start));
  if (match === null || NOT_TRADES.test(match[1]!)) return;
  const sentence = spoken(x, place.start);
  const start = from + match.index;
  const item = itemOf(x, start, start + match[1]!.length);
  if (sentence === undefined || item === undefined || !looksLikeIndustry(item.name)) return;
  relatePlaces(x, sentence, [place], [item], "industry/known-for");
}

/** 某区的A，某县和某市的B; A在某区，B看某县: two such pairs at least. */
function laidOut(x: Extraction, from: number, to: number): void {
  const pairs: { places: Mention[]; item: Item }[] = [];
  for (const place of x.mentionsIn(from, to, PLACES)) {
    if (pairs.some(({ places }) => places.includes(place))) continue;
    const places = placesFrom(x, place.start, to);
    const last = places[places.length - 1]!;
    if (!/[，：、；。]/u.test(x.norm[place.start - 1] ?? "，") && place.start !== from) {
      let open = place.start;
      while (open > from && place.start - open < 14 && !PARTING.has(x.norm.charCodeAt(open - 1))) open--;
      const match = LAID_OUT.exec(x.norm, Math.max(from, open - 1), place.start);
      if (match === null || !/^[，。；]/u.test(x.norm.slice(last.end, last.end + 1))) continue;
      const start = Math.max(from, open - 1) + match.index + match[0].indexOf(match[1]!);
      const item = itemOf(x, start, start + match[1]!.length);
      if (item !== undefined && looksLikeIndustry(item.name)) pairs.push({ places, item });
      continue;
    }
    const after = /^的([\u4e00-\u9fa5]{1,8}?)(?=[，。；、])/u.exec(
      x.norm.slice(last.end, Math.min(to, last.end + 12)),
    );
    if (after === null) continue;
    const item = itemOf(x, last.end + 1, last.end + 1 + after[1]!.length);
    if (item !== undefined && item.start === last.end + 1 && looksLikeIndustry(item.name))
      pairs.push({ places, item });
  }
  const sentence = spoken(x, from);
  if (pairs.length < 2 || sentence === undefined) return;
  for (const { places, item } of pairs) relatePlaces(x, sentence, places, [item], "industry/laid-out");
}
