import { divisions } from "../../lexicon/divisions.js";
import { Trie } from "../../lexicon/trie.js";
import { gated } from "../../patterns/gated.js";
import { isGiven, looksLikeName } from "../names/person-names.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import { lastIndexWithin } from "../spans.js";
import { conferred, nameStart } from "./bounds.js";

/** The longest name of a place that a name's left edge can cut: 呼和浩特市, 巴音郭楞蒙古自治州. */
const LONGEST_PLACE = 11;
const SUFFIXED = /^[\u4e00-\u9fa5]{2,}[省市县区州盟旗]$/;
const SUFFIXED_PLACES = Trie.ofWords(
  divisions.surfaces
    .filter(
      ({ text, kind }) => kind !== "abbreviation" && text.length <= LONGEST_PLACE && SUFFIXED.test(text),
    )
    .map(({ text }) => text),
).shared();
/** What before 市长质量奖 is no place's name: 头一回报名市长质量奖, 授予甲、乙等3家组织区长质量奖, 工程师李某市长质量奖. */
const NO_PLACE =
  /(?:[一二两三头首\d]{1,40}[回次度块座]|报名|每个?|各|培育|力争|拿回|捧走|旗?县[市区、]{1,40}|全部|[这那]个|[这那]块|本地|当地|组织|企业|单位|机构|公司|集团|医院|学校|[小中大]学|个人|团体|集体|同志|先生|女士|者|(?:技师|技工|主任|总监|班长|经理|书记|工程师|教授|主管|[厂院校所站处科]长)[\u4e00-\u9fa5]{0,4}|的|了)$/;
const RANK = /(?:[省市区县州盟]长|自治区主席|主席|[省市区县州]?(?:人民)?政府)(?=质量)/;
/** IEC 1906 of IEC 1906奖, iF of iF设计奖. */
const LATIN = /[A-Za-z][A-Za-z-]{0,40}(?: ?\d{2,5})? ?$/;

/** Where an award's name that ends in the head at `at` begins: as bounds.ts finds it, with places' names and brackets within made whole. */
export function awardStart(norm: string, at: number, floor: number): number {
  let start = nameStart(norm, at, floor);
  const first = norm.charCodeAt(start);
  if ((start === at || first <= 0x39 || first === 0x3000) && bare(norm.slice(start, at))) {
    const latin = LATIN.exec(norm.slice(Math.max(floor, at - 16), at));
    if (latin !== null) return at - latin[0].length;
  }
  start = wholePlace(norm, start, floor);
  start = acrossBracket(norm, start, floor);
  start = acrossQuotes(norm, start, floor);
  // 2015年·质量奖: a mark between fields.
  if (norm[start] === "·" && start < at) start++;
  // 2 座|省长质量奖
  if (norm[start - 1] === " " && MEASURED.test(norm.slice(Math.max(0, start - 2), start + 1))) start++;
  return opened(norm, start, at);
}
const MEASURED = /[\d一二两三四五六七八九十] [家项个名座枚张块席]$/;

/** Whether nothing but blanks or a number is left before a head. */
const bare = (text: string): boolean => text.trim() === "" || /^\d+ ?$/.test(text);

/** 呼和|浩特市: no place's name is cut in two, and a place before a place belongs to it. */
function wholePlace(norm: string, start: number, floor: number): number {
  const from = Math.max(floor, start - LONGEST_PLACE + 1);
  if (from >= start) return start;
  const to = Math.min(norm.length, start + LONGEST_PLACE);
  for (const place = SUFFIXED_PLACES.in(norm, from, to); place.next() && place.start < start; )
    if (place.end > start) return place.start;
  return start;
}

/** 质量强县（园区）标杆: brackets within a name. */
function acrossBracket(norm: string, start: number, floor: number): number {
  if (norm[start - 1] !== "）") return start;
  const open = lastIndexWithin(norm, "（", Math.max(floor, start - 10), start + 1);
  if (open < 0 || /[\d、，：第届年]/.test(norm.slice(open + 1, start - 1))) return start;
  const before = nameStart(norm, open, floor);
  return open - before >= 4 && placeLength(norm.slice(before, open)) > 0 ? before : start;
}

/** 全国消费品工业“三品”战略示范城市, 滁州市“113”产业领军人才: a word in quotation marks within a name. */
function acrossQuotes(norm: string, start: number, floor: number): number {
  if (norm[start - 1] !== "”") return start;
  const open = lastIndexWithin(norm, "“", Math.max(floor, start - 14), start);
  if (open < 0) return start;
  const before = nameStart(norm, open, floor);
  const lead = norm.slice(before, open);
  if (lead.length < 2) return start;
  if (OF_LEVEL.test(lead) || placeLength(lead) > 0) return before;
  // 被评为|消费品工业“三品”战略示范城市
  return lead.length >= 4 && lead.length <= 10 && conferred(norm, before, floor, "area") ? before : start;
}

/** 湖北省“最美科技工作者”: where a title begins whose place stands before the marks around the rest; -1 without one. */
export function placedQuotation(norm: string, start: number, end: number, floor: number): number {
  if (norm[start - 1] !== "“" || norm[end] !== "”") return -1;
  const before = nameStart(norm, start - 1, floor);
  const lead = norm.slice(before, start - 1);
  return lead !== "" && (placeLength(lead) === lead.length || /^全[国省市县区]$/.test(lead)) ? before : -1;
}

const OF_LEVEL = gated(/^(?:中国|全国|国家|全[省市县区])/);
const TURNS = gated(/^[先再]?(?:说说|看看|讲讲|聊聊|谈谈|[说看讲聊谈提])[到起]?(?=[\u4e00-\u9fa5]{2})/);
const OF_WHOM = gated(
  /^[\u4e00-\u9fa5]{4,30}(?:协会|学会|商会|联合会|合作社|公司|集团|医院|学校|中学|小学|大学|学院|中专|研究院|研究所|检测院|酒店|[厂店])(?=(?:[省市区县州盟]长|自治区主席|主席)质量$)/,
);
const OF_NATION = gated(/^(?:中国|全国|国家|中华|国际|世界|亚洲|全球|我国)/);

/** 力争浙江省人民政府质量奖: a name begins with its place, where one stands in it. */
function opened(norm: string, start: number, at: number): number {
  // 再说|省长质量奖, 说说|省奖: what the text turns to.
  const turn = placeEnd(norm, start, at) > start ? null : TURNS.exec(norm, start, at + 1);
  if (turn !== null) start += turn[0].length;
  // 授予某县豆制品协会|市长质量奖: whom it goes to ends right before whose it is.
  const given = OF_WHOM.exec(norm, start, at);
  if (given !== null) return start + given[0].length;
  if (OF_NATION.test(norm, start, at)) return start;
  if (placeEnd(norm, start, at) > start) return ofThose(norm, start, at);
  for (let from = start + 1; from < at - 2; from++) {
    const end = placeEnd(norm, from, at);
    // A bare short name may be chance; 政府, 质量 and their like behind it make it a place.
    if (
      end > from &&
      (SUFFIXED.test(norm.slice(from, end)) ||
        /^(?:政府|质量|专利|科技|科学|标准)/.test(norm.slice(end, Math.min(end + 2, at))))
    )
      return from;
  }
  const body = norm.slice(start, at);
  if (!body.includes("质量")) return start;
  // 授予甲公司等4家组织某某质量奖: whom it goes to, how many before.
  if (COUNTED.test(norm, start - 1, at)) return start + 2;
  const rank = RANK.exec(body);
  return rank !== null && rank.index > 0 && !mayBePlace(body.slice(0, rank.index))
    ? start + rank.index
    : start;
}

/**
 * 宁波企业三战|浙江省人民政府质量奖, 某省人民政府修订|某省省长质量奖: where the place begins whose prize it is that others went for or
 * dealt with; `start` where it is of the first place itself.
 */
function ofThose(norm: string, start: number, at: number): number {
  let named = start;
  // 江苏省|苏州市|昆山市市长质量奖: the places of one name.
  for (let next = placeEnd(norm, start, at); next > named; next = placeEnd(norm, named, at)) named = next;
  for (let from = named + SHORTEST_DEED; from < at - 2; from++) {
    const end = placeEnd(norm, from, at);
    if (end > from && SUFFIXED.test(norm.slice(from, end))) return from;
  }
  return start;
}
/** How much stands at least between two places of which one is no part of the other. */
const SHORTEST_DEED = 2;

/**
 * Whether what stands before 市长质量奖 may be the place whose prize it is, in a lexicon or not: not 高级技师苗某某, which
 * the prize is given to.
 */
function mayBePlace(before: string): boolean {
  if (NO_PLACE.test(before)) return false;
  if (before.length <= 2 || OF_PLACE.test(before)) return true;
  return before.length <= 4 && !(looksLikeName(before) && isGiven(before.slice(-2)));
}
const COUNTED = gated(/^[家个名位](?:组织|企业|单位|个人|机构)[\u4e00-\u9fa5]{3}/);
const OF_PLACE = /(?:[省市县区州盟旗镇乡城港]|管委会)$/;

/** The end of the place's name that begins at `start` and ends by `to`; `start` without one. */
const placeEnd = (norm: string, start: number, to: number): number =>
  Math.max(start, PLACE_NAMES.longestEnd(norm, start, Math.min(to, start + LONGEST_PLACE)));

/** The length of the place's name at the head of a text, at least two characters; 0 without one. */
export const placeLength = (text: string): number => placeEnd(text, 0, text.length);
