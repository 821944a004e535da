import { COMPOUND_SURNAMES, SURNAMES } from "../../lexicon/surnames.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import { candidate } from "../candidate.js";
import { isTranscribed, looksLikeName } from "../names/person-names.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";

/** A name in a list that nothing but the list makes a person's. */
export interface BareName {
  start: number;
  end: number;
  /** Text in round brackets after it. */
  note: string;
}

const NUMBER =
  "(?:\\d{1,3}[.、．)）]? ?|（[一二三四五六七八九十\\d]{1,3}） ?|[①-⑳] ?|[一二三四五六七八九十]{1,3}、 ?|[-*•·●○◆◇■□★☆▲△▪▶►◎▍※] ?|【)?";
/** 女, 藏族, 男，汉族: what brackets say of a person. */
const ABOUT =
  "[男女]|[\\u4e00-\\u9fa5]{1,5}族|[男女][，、 ][\\u4e00-\\u9fa5]{1,5}族|[\\u4e00-\\u9fa5]{1,5}族[，、 ][男女]";
const BODY =
  "(?:公司|集团|大学|学院|医院|学校|[中小]学|幼儿园|研究院|研究所|设计院|检测院|研究中心|中心|协会|学会|[局院所站厂委厅会部处科队社行店室镇]|街道|车间|政府|管委会)";
const POST =
  "(?:长|经理|书记|主任|总监|总裁|师|技工|工人|职工|员工|教授|研究员|委员|主席|专家|员|手|工|主管|董事|顾问|质量官|负责人|创始人|带头人|医生|护士|代表|会计|司机|传承人|站长|干部|校医|合伙人|馆长)";
/** Name, then organization and post parted by a blank, comma or colon, or in brackets. */
const ENTRANT = new RegExp(
  `^${NUMBER}(?:(?:组织|[先获]?[进奖]?个人[奖类]?|提名奖|[金银铜]奖)：)?([\\u4e00-\\u9fa5]{2,6}|[\\u4e00-\\u9fa5] [\\u4e00-\\u9fa5]|[\\u4e00-\\u9fa5]{1,8}·[\\u4e00-\\u9fa5·]{1,12})[${SIGNS}]?(?:（(${ABOUT})）)?(?:[ ，：】\\t]{1,3}((?:[^，。；：、\\t（）]|（[^（）]{1,12}）){2,40}?${BODY}[^，。；：\\t]{0,24}?${POST})(?:（[^（）]{0,60}）)?(?: {1,3}(?:19|20)\\d\\d年?度?(?:（[^（）]{1,16}）)?)?$|（((?:[^（）]|（[^（）]{1,12}）){2,40}?${BODY}[^，。；：（）]{0,24}?${POST})(?:[，；][^（）]{1,24})?）)`,
  "u",
);
/** What an entrant ends in whose organization and post stand in no brackets. */
const ENTRANT_END = gated(new RegExp(`(?:${POST}|[）\\d年度])$`));
/** What an entry may end in behind the rest. */
const STOPS = new CharacterSet("。；");
/** Words that begin with a surname's character, or stand where a name might, and name nobody. */
const NO_NAME = gated(
  /(?:智能|董事长|党委书记|总经理|段长|^授予|单位|公司|集团|企业|组织|个人|奖|项目|名称|序号|称号|荣誉|名单|等次|所属|地址|电话|联系|时间|年度|届次|负责|牵头|承担|完成|申报|推荐|部门|车间|团队|(?<!^[\u4e00-\u9fa5])先进|先进.|优秀|金牌|标杆|示范|获得|备注|说明|附件|编制|填表|复核|审核|记者|通讯员|摄影|编辑|来源|主办|承办|协办|简介|概况|[班组队]长|班组|主任|厂长|班班|[省市县区州镇了]$)/,
);

/** 男，汉族; 1968年生; 创始人、董事长，; 某公司总装班班长。: what follows a person's name and a comma. */
const ABOUT_HIM = new RegExp(
  `[男女][，。]|(?:19|20)\\d\\d年(?:\\d{1,2}月)?(?:出?生|出生于)|[^，。；\\n]{0,12}(?:创始人|董事长|总经理|总裁|院长|校长|厂长|工程师|技师|班长|主任|质量官|总监|技工|焊工|钳工|电工)[，、]|[^，。；\\n]{2,28}(?:公司|集团|医院|[厂院校学所局社部站]|中心|车间)[^，。；\\n]{0,10}${POST}[，、。；]`,
  "y",
);
/** 个人奖唯一的得主叫李某. */
const BEARER =
  /(?:(?:得主|获得者|获奖者|得奖者|获奖个人)(?:就|也|正|则)?(?:是|为|叫|名叫|系)|个人(?:质量|提名)?奖(?:则|最终|也|均|都|分别)?(?:授予|颁给了?|颁发给|归属于?|归于?|花落|给了|属于|由|是|为|：)|(?:组织|企业|单位|荣获|获得|表彰)[^，。；：\n]{4,80}[和与及]个人)([\u4e00-\u9fa5]{2,3}?)(?=[，。、；（\n]|获得|获|摘得|捧得|夺得)/g;
/** Of which every match of it holds one. */
const BEARERS = Trie.ofWords(["得主", "获得者", "获奖者", "得奖者", "个人"]).shared();

/** 某某（个人）, 某某（个人奖）: among organizations. */
const AS_PERSON = /(?<=^|[、，；：:\s—和及])([\u4e00-\u9fa5]{2,3})(?=（个人(?:奖|类)?[，）])/gm;

const BLANK = new CharacterSet(BLANKS);
const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fa5;

/** Whether an entry may begin so: with a number or label, or with a name and what parts it from the rest. */
function mayBegin(norm: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && at - from <= 8 && isHan(norm.charCodeAt(at))) at++;
  const length = at - from;
  return (
    length === 0 || norm[at] === "·" || (length <= 6 && ` ，：】\t（、${SIGNS}`.includes(norm[at] ?? "\n"))
  );
}

/** 张某（女，藏族）　某公司技师; 高某（某公司检验中心主任，2019年）: the entrants of a list, by the shape of their line or cell. */
export const entrants: NameDetector = {
  id: "award/entrant",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    for (const block of blocks) {
      if (block.kind === "byline" || block.kind === "boilerplate" || block.kind === "title") continue;
      if (block.cells === undefined) {
        if (block.end - block.start <= 120) pushEntry(found, norm, block.start, block.end);
      } else
        for (let i = 0; i < block.cells.length; i++) {
          const cell = block.cells[i]!;
          if (cell.inherited || cell.end - cell.start > 100) continue;
          pushEntry(found, norm, cell.start, cell.end);
          // 范某某 | 某公司焊工: who that is stands in the next cell.
          const next = block.cells[i + 1];
          if (next !== undefined && cell.end - cell.start <= 4 && next.end - next.start <= 40)
            pushEntry(found, norm, cell.start, next.end);
        }
    }
    // 李某，男，汉族，某公司钳工; 王某，1968年生，某公司董事长: how an account of a person begins.
    for (let end = norm.indexOf("，"); end >= 0; end = norm.indexOf("，", end + 1)) {
      let start = end;
      while (start > 0 && end - start <= 4 && isHan(norm.charCodeAt(start - 1))) start--;
      if (end - start < 2 || end - start > 4 || !/^$|[\n。：；、.\s]/.test(norm[start - 1] ?? "")) continue;
      ABOUT_HIM.lastIndex = end + 1;
      if (ABOUT_HIM.test(norm) && looksLikeName(norm.slice(start, end))) pushTold(found, norm, start, end);
    }
    if (norm.includes("（个人"))
      for (const match of allMatches(AS_PERSON, norm))
        pushTold(found, norm, match.index, match.index + match[1]!.length);
    if (BEARERS.standsIn(norm))
      for (const match of allMatches(BEARER, norm)) {
        const end = match.index + match[0].length;
        pushTold(found, norm, end - match[1]!.length, end);
      }
    return found;
  },
};

/** Adds who an entry is of, where it is of a person. */
function pushEntry(found: Candidate[], norm: string, from: number, to: number): void {
  if (!mayBegin(norm, from, to)) return;
  const end = STOPS.has(norm.charCodeAt(to - 1)) ? to - 1 : to;
  if (!ENTRANT_END.opens(norm, from, end) && indexWithin(norm, "）", from, end) < 0) return;
  // 某某 （某公司班长）: columns aligned with blanks set the bracket apart.
  const text = norm.slice(from, end).replace(" （", "（");
  const match = ENTRANT.exec(text);
  if (match === null) return;
  const name = match[1]!;
  const [, , about, apart, within] = match;
  if (NO_NAME.test(name) || !/[\u4e00-\u9fa5]/.test(name)) return;
  const surname = hasSurname(name) || isLongName(name);
  // Names of all peoples: what the brackets say, a dot, or brackets with post make them names.
  if (
    !surname &&
    about === undefined &&
    !name.includes("·") &&
    within === undefined &&
    !/^[\u4e00-\u9fa5]{2,4}$/.test(name)
  )
    return;
  if (!surname && about === undefined && !name.includes("·") && apart !== undefined) return;
  const start = from + text.indexOf(name);
  const entrant = candidate("Person", start, start + name.length, "award/entrant", 0.85, 1);
  if (name.includes(" ")) entrant.name = name.replace(" ", "");
  found.push(entrant);
}

/** Adds a name of which the text tells that it is a person's, where it looks like one. */
function pushTold(found: Candidate[], norm: string, start: number, end: number): void {
  const name = norm.slice(start, end);
  if (hasSurname(name) && !NO_NAME.test(name))
    found.push(candidate("Person", start, end, "award/entrant", 0.9));
}

/** 单位, 程师: what begins as a name does and is none. */
export const namesNobody = (word: string): boolean => word.startsWith("程师") || NO_NAME.test(word);

/** 巴图苏和: a name of another people, long enough to be known by its syllables. */
const isLongName = (name: string): boolean => name.length >= 4 && isTranscribed(name);

export function hasSurname(name: string): boolean {
  const bare = name.replace(/\s/g, "");
  if (COMPOUND_SURNAMES.has(bare.slice(0, 2))) return bare.length <= 4;
  return SURNAMES.has(bare[0] ?? "") && bare.length <= 3;
}

const BARE =
  /^([\u4e00-\u9fa5]{2,6}|[\u4e00-\u9fa5] [\u4e00-\u9fa5]|[\u4e00-\u9fa5]{1,8}·[\u4e00-\u9fa5·]{1,12})(?:（((?:[^（）]|（[^（）]{1,12}）){0,80})）)?$/u;

const ABOUT_FIRST = new RegExp(`^(?:${ABOUT})(?=[，、 ]|$)`, "u");
const EMPLOYER = new RegExp(`${BODY}[^，。；：]{0,16}$`, "u");

/** 依次为, 分别是: before the names of a list. */
const ONE_BY_ONE = gated(/^\s?(?:依次|分别)(?:[为是：]|颁给|授予)?/);
const EMPLOYER_END =
  /(?:公司|集团|学校|医院|大学|学院|研究院|设计院|[厂校所站局社队店部组班]|[中小]学|中心|车间)$/;
const NOTED = /（[^（）]{0,40}）$/;
/** 车工, 班长: a post and nobody's name. */
const TRADE = gated(/[工匠员师长手]$/);

/** 甲公司沈某某、某市技校翁某: names right behind where their bearers work, in a list of persons; undefined where one part is none. */
export function employedNames(norm: string, from: number, to: number): BareName[] | undefined {
  const lead = ONE_BY_ONE.exec(norm, from, to)?.[0].length ?? 0;
  const names: BareName[] = [];
  let at = from + lead;
  for (const part of norm.slice(at, to).split("、")) {
    const text = part.replace(NOTED, "").trimEnd();
    // Rare surnames have given names of two characters behind them.
    const length = [3, 2].find((n) => {
      const name = text.slice(-n);
      return (
        EMPLOYER_END.test(text.slice(0, -n)) &&
        (n === 3 || hasSurname(name)) &&
        !NO_NAME.test(name) &&
        !TRADE.test(name)
      );
    });
    if (length === undefined || text.length < length + 3) return undefined;
    const end = at + text.length;
    names.push({ start: end - length, end, note: "" });
    at += part.length + 1;
  }
  return names;
}

/** 焊工王某某, 副总工程师李某: the name behind a post or trade, of which the text has no more; undefined where there is none. */
export function postedName(norm: string, start: number, end: number): BareName | undefined {
  const text = norm.slice(start, end);
  const post = POSTED.exec(text)?.[1];
  if (post === undefined) return undefined;
  const name = text.slice(post.length);
  return hasSurname(name) && !NO_NAME.test(name) && !TRADE.test(name)
    ? { start: start + post.length, end, note: "" }
    : undefined;
}
const POSTED = gated(/^([\u4e00-\u9fa5]{1,16}[长师员手匠工任理监家授人记总])[\u4e00-\u9fa5]{2,3}$/);

/** Whether a text may begin with a name alone: as many characters as one has, and then what may follow it. */
function mayBeName(norm: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && BLANK.has(norm.charCodeAt(at))) at++;
  const start = at;
  while (at < to && at - start <= 8 && isHan(norm.charCodeAt(at))) at++;
  return at > start && (at >= to || "、（· \t".includes(norm[at]!) || BLANK.has(norm.charCodeAt(at)));
}

/** What a cell for a name says where nobody has won. */
const NOBODY = gated(/^(?:空缺|暂[缺无]|从缺|未[设评定]|轮空|不设|没有|[姓人]名)$/);

/** 马某、李某（女）、祁某: names alone in a list; undefined where one part is none. */
export function bareNames(
  norm: string,
  from: number,
  to: number,
  /** Whether the list is one of persons by what stands above it, whatever their surnames. */
  ofPersons = false,
): BareName[] | undefined {
  if (!mayBeName(norm, from, to)) return undefined;
  const names: BareName[] = [];
  let at = from;
  for (const part of norm.slice(from, to).split("、")) {
    const text = part.trim();
    const match = BARE.exec(text);
    if (match === null || NO_NAME.test(match[1]!)) return undefined;
    const about = match[2] ?? "";
    // Names of all peoples: what the brackets say, or whose people they are, makes them names.
    const peoples =
      (ofPersons && match[1]!.length <= 3 && !NOBODY.test(match[1]!)) ||
      isLongName(match[1]!) ||
      ABOUT_FIRST.test(about) ||
      (match[1]!.length <= 3 && about.length > 4 && EMPLOYER.test(about));
    if (!hasSurname(match[1]!) && !peoples && !match[1]!.includes("·")) return undefined;
    const start = at + part.indexOf(match[1]!);
    names.push({ start, end: start + match[1]!.length, note: about });
    at += part.length + 1;
  }
  return names.length === 0 ? undefined : names;
}
