import {
  GOODS_ENDINGS,
  INDUSTRY_ENDINGS,
  INDUSTRY_LEADS,
  NO_GOODS,
  NO_INDUSTRY,
} from "../../lexicon/industries.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { Endings } from "../../patterns/endings.js";
import { gated } from "../../patterns/gated.js";
import type { Extraction } from "../types.js";

const LEADS = Trie.ofWords(INDUSTRY_LEADS);
/** How long an ending is at most: a longer word of the list is a whole name. */
const LONGEST_ENDING = 5;
const ENDINGS = new Endings();
ENDINGS.add(INDUSTRY_ENDINGS.filter((word) => word.length <= LONGEST_ENDING).join(" "));
const GOODS = new Set(GOODS_ENDINGS);
const NOTHING = new Set(NO_INDUSTRY);
const STOPS = new CharacterSet("，。；：！？（）《》“”‘’\n\t—…|#");
const TAIL = /(?:全产业链|全链条|产业链条|链条|产业集群|产业链|产业|行业|集群|领域|业务)$/u;
const TAIL_END = new CharacterSet("链条群业域务");
const REST_END = new CharacterSet("等为是全");
const LONGEST = 14;
const LONG = 10;
const NO_ITEM = gated(
  /^[我他各每\s]|^人(?![参造工])|^全国$|[“”《》·]|[哪么谁几]|[谈说讲看]$|高新技术$|产业|集群|获评|入选|获批|[的了着是将把]|被(?!动)|[\d%]|^[一二三四五六七八九十]{1,12}$|我们|他们|问题|工作|活动|任务|水平|能力|质量|标准化|体系|企业|机制|改革|政策|建设|人才|方面|要求|责任|项目|(?<!海洋|生物|基因)工程(?!机械|塑料|装备|建设)|发展|管理|品牌|资源|优势|安全$|监管|战略|行动|计划|转型|升级|公司|单位|消费|民生|投资|[年月日]|提升|促进|加强|推进|开展/u,
);

/** What not even a name that ends as those of industries do may hold. */
const NEVER = gated(
  /^[各\s]|^全国$|[“”《》·]|[哪么谁几]|[的了着是将把%]|被(?!动)|高新技术$|我们|企业|公司|项目|行动/u,
);

export interface Item {
  name: string;
  start: number;
  end: number;
}

/**
 * The industries listed right before `end`: back to punctuation other than 、, without the words that lead up to the
 * list, split at 、 and at a last 和; `count` is how many there are where the text says so (三大产业).
 */
export function itemsBefore(x: Extraction, end: number, floor: number, count: number | undefined): Item[] {
  const { norm } = x;
  let start = end;
  while (start > floor && !STOPS.has(norm.charCodeAt(start - 1))) start--;
  return itemsWithin(x, start, end, count);
}

/** The industries listed in [start, end). */
export function itemsWithin(x: Extraction, from: number, to: number, count?: number): Item[] {
  const { norm } = x;
  const parts: { start: number; end: number }[] = [];
  let start = from;
  for (let i = from; i <= to; i++)
    if (i === to || norm[i] === "、") {
      if (i > start) parts.push({ start, end: i });
      start = i + 1;
    }
  if (parts.length === 0) return [];
  const counted = count !== undefined && count <= parts.length;
  const wanted = counted ? parts.slice(-count) : parts;
  if (!counted) splitLast(norm, wanted, count === undefined ? AND : ANY_AND);
  const [only] = wanted;
  // One long part without 和 is two joined otherwise: 电子显微镜与检测设备.
  if (wanted.length === 1 && count === undefined && only!.end - only!.start > LONG)
    splitLast(norm, wanted, OTHER_AND);
  if (!counted && count !== undefined && wanted.length > count) wanted.splice(0, wanted.length - count);
  const items: Item[] = [];
  for (const part of wanted) {
    const item = itemOf(x, part.start, part.end);
    // What stands before something that is no industry does not belong to the list.
    if (item === undefined) items.length = 0;
    else items.push(item);
  }
  return items;
}

const AND = new CharacterSet("和");
const OTHER_AND = new CharacterSet("与及");
const ANY_AND = new CharacterSet("和与及");

/** Parts the last of a list at its last 和 (or 以及, 与), where both sides are words. */
function splitLast(norm: string, parts: { start: number; end: number }[], joints: CharacterSet): void {
  const last = parts[parts.length - 1]!;
  for (let i = last.end - 2; i >= last.start + 1; i--) {
    if (!joints.has(norm.charCodeAt(i))) continue;
    // 汽车及零部件 is one.
    if (/^[及和与](?:关键|核心|其)?(?:零部件|零配件|配件|部件)/u.test(norm.slice(i, i + 7))) continue;
    const before = norm[i - 1] === "以" && norm[i] === "及" ? i - 1 : i;
    if (before - last.start < 1) return;
    parts.splice(parts.length - 1, 1, { start: last.start, end: before }, { start: i + 1, end: last.end });
    return;
  }
}

/** One industry's name within [start, end): after leads and after what is mentioned there, without its tail. */
export function itemOf(x: Extraction, start: number, end: number): Item | undefined {
  const { norm } = x;
  let from = start;
  for (const mention of x.mentionsIn(start, end)) if (mention.end > from) from = mention.end;
  let lead = -1;
  for (const found = LEADS.in(norm, start, end); found.next(); ) {
    const { start: at, end: to } = found;
    // Of leads that begin together (做, 做强) the longer counts as well.
    if (to <= from || (at < from && at !== lead) || isInside(norm, at, to, end)) continue;
    from = to;
    lead = at;
  }
  let name = norm.slice(from, end);
  const front = !mayHaveFront(name)
    ? null
    : /^(?:的|之|“|(?:[到至截]{0,2}\d{4}年底?)|[去今明前]年(?=.{2})|这|第[一二三四]|[“”]|[千百万]亿级?|(?:国家|世界|省)级|[\u4e00-\u9fa5]{2,3}(?:镇|乡|街道)(?=[\u4e00-\u9fa5]{2})){1,6}/u.exec(
        name,
      );
  if (front !== null) {
    from += front[0].length;
    name = name.slice(front[0].length);
  }
  const dash = name.lastIndexOf("—") + 1;
  from += dash;
  name = name.slice(dash);
  const tail = TAIL_END.ends(name) ? TAIL.exec(name) : null;
  if (tail !== null && tail.index > 0) name = name.slice(0, tail.index);
  // 以声学电子四大产业为重点
  if (tail !== null && name.endsWith("大")) name = name.replace(/[一二两三四五六七八九十]大$/u, "");
  if (REST_END.ends(name)) name = name.replace(/(?:等|为|是|(?<=.{2})全)$/u, "");
  if (name.length < 1 || name.length > LONGEST || NOTHING.has(name) || LEADS.get(name) !== undefined)
    return undefined;
  if ((looksLikeIndustry(name) && name.length <= 9 ? NEVER : NO_ITEM).test(name)) return undefined;
  if (name.length === 1 && ENDINGS.lengthBefore(name, 1) === 0 && !SINGLES.has(name.charCodeAt(0)))
    return undefined;
  return { name: x.text.slice(from, from + name.length), start: from, end: from + name.length };
}

/** 羊产业, 核产业: of one character, which says so only alone. */
const SINGLES = new CharacterSet("羊牛猪鱼虾蟹核盐菌梨枣桃橙柚");
const FRONT = new CharacterSet("的之“”这第千百万国世省0123456789到至截去今明前");
const TOWN = new CharacterSet("镇乡街");

/** Whether words that belong to no industry may begin a name: 的, 2020年, 某某镇. */
const mayHaveFront = (name: string): boolean =>
  FRONT.begins(name) || TOWN.has(name.charCodeAt(2)) || TOWN.has(name.charCodeAt(3));

/** 信息服务, 汽车及零部件, 对虾: a lead that stands within a name leads up to nothing. */
function isInside(norm: string, at: number, to: number, end: number): boolean {
  const word = norm.slice(at, to);
  const rest = end - to;
  if (rest === 0) return true;
  if (word === "服务") return rest <= 1 || norm[to] === "业";
  if ("和与及".includes(word)) return true;
  if (word === "建设" || word === "改造") return rest < 2;
  return WITHIN.test(norm, Math.max(0, at - 1), at + 2);
}

/** Where a lead of one character is part of a word; the character before it, it, and the next. */
const WITHIN = gated(
  /^(?:[\s\S]有[色机]|.对[虾]|.向[日]|.以[太]|.从业|成都|自由|[^，。]由贸|[导定双面]向|华为|.在线|[稀国含]有|.为主|.将军)/u,
);

/** Whether a name ends as those of industries do. */
export function looksLikeIndustry(name: string): boolean {
  if (ENDINGS.lengthBefore(name, name.length) > 0) return true;
  return name.length > 2 && GOODS.has(name.at(-1)!) && !NO_GOODS.test(name);
}
