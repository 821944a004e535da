import { AnyOf } from "../../lexicon/begun.js";
import { GIVEN } from "../../lexicon/given-names.js";
import { COMPOUND_SURNAMES, SURNAMES, TRANSCRIBED } from "../../lexicon/surnames.js";
import { CALLED, SPEECH, TITLE_ENDS } from "../../lexicon/titles.js";
import { Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { matchesAt, matchesAtWords } from "../../patterns/matches-at.js";
import { PairSet } from "../../patterns/pair-set.js";
import { candidate } from "../candidate.js";
import { marksOf } from "../shape/marks.js";
import { indexWithin } from "../spans.js";
import type { Candidate, NameDetector } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";
import { isHan } from "./window.js";

const HONOUR_BOUNDS = new CharacterSet("，。；：“\n");

/** Titles, found at their ends: the longest that ends at a position begins earliest. */
const TITLES = Trie.ofWords(TITLE_ENDS).shared();
const CALLED_SO = Trie.ofWords(CALLED).shared();
const EMPLOYERS = Trie.ofWords("公司 集团 医院 研究院 研究所 大学 学院 厂 局 车间".split(" ")).shared();
/** What only persons and firms are given, before it. */
const HONOURED = Trie.ofWords("被授予 被评为 荣获 获评 获得 荣膺 当选 入选 被表彰为".split(" ")).shared();
const GIVEN_TO = Trie.ofWords("授予 和 及 表彰 对 、".split(" ")).shared();
/** The longest name that may be honoured with what stands between it and the verb: 某某某2019年被授予. */
const LONGEST_HONOURED = 8;

/** What may stand right after a person's name. */
const AFTER = new RegExp(
  `^(?:$|[\\s，。；：！？、（）“”《》—…·/\\d|]|${SPEECH.join("|")}|[一二两三四五六七八九十]{1,9}[人名位]|同志|先生|女士|等|在|的|被|获|荣获|摘得|当选|入选|带领|率|主持|出席|作|做|就|向|对|和|与|及|为|是|说|从|还|也|则|将|把|给|曾|已|连续|两度|再|先后|于|到|有|以|担任|分别|团队|劳模|工作室|创新|凭|夺|拿|捧|却|倒|这[番话句样]|那[番话句]|一番|获评|围绕|莅|解读|点评|授课|列举|回应|演示|展示|榜上|位列|名列|双双|均|皆|赢|喜|折桂|登|斩|荣膺|问鼎|此前|个人|现场|来|走|用|正|这样|代表|陪同|宣读|批示|主任|副|市长|局长|因|参|共|入|收|主|不|没|一|第|同|思路|态度|还|出任|兼任|接任|受邀|牵|开|透|分享|补充|希望|建议|呼吁|期待|致辞|致欢|要求|发言|讲话|谈|指|带|报|每|任|翻|算|笑|坦|直|领|接|打|手|率|感|回忆|记得|忙|站|坐|把脉|拉|掏|摊|亮|给|又|都|起|之|下|上|今|去年|刚|才|当|随|边|至今|自|所|本人|一行|一家|夫妇|父子|亲|讲|提|举|头上|手里|手中|脸上|胸前|眼里|心里|身上|引|组织|设计|发明|完成|攻|参加|参与|调研|考察|走访|检查|视察|督导|督查|赴|前往|会见|听取|看望|慰问|宣布|揭|签|深入|实地|察看|询问|了解|领衔|牵头|负责|正|正在)`,
  "u",
);
/** Characters that do not end a given name as often as they begin the next word. */
const NOT_LAST = new Set(
  "登头却说在的被获和与及为是对就向从也还将把给曾已再于到有以率作做等现即称则这那并时均都笑介表告坦认指强透回感解直讲先荣摘当入主出带凭夺拿因担",
);
/** Words of two or three characters that begin with a surname and follow titles, but name no one. */
const NOT_NAMES = gated(
  /^(?:段长|鞠[了躬]|简(?:介|况|报|讯|称|史)|区(?:主|内|外|县|域|级|领|里|委|政|市|直|属|位|人|长)|谈谈|公司|公共|公开|公告|公布|公示|何时|任务|任何|任职|任期|高度|高级|高兴|高效|高新|高质|安全|安排|安装|方面|方案|方式|方可|方能|方便|石油|石化|金融|金属|金额|金奖|成为|成功|成立|成员|成果|成长|成本|成就|成都|时代|时间|时期|马上|万元|万人|万件|路上|路径|包括|包含|包装|白酒|田间|谢谢|余家|余名|常务|常委|常年|常州|平台|平均|平时|祖国|全国|全市|全省|相关|相继|武汉|应当|应用|应急|文化|文明|文件|明确|明天|明年|国家|国际|国内|团队|团长|施工|施行|支持|支部|安徽|江苏|江西|甘肃|云南|贵州|贵阳|宁波|宁夏|温州|常熟|黄山|连续|连云|单位|解决|解释|关于|关键|关心|项目|宣布|宣读|宣传|阳光|华为|车间|车辆|计划|计量|计算|全面|全体|左右|原因|原料|申报|申请|党委|党组|党员|房屋|纪律|纪检|纪委|居民|商务|商业|商会|同|来自|来到|农业|农村|农民|水平|水利|水务|生产|荣获|荣誉|牛奶|苗木|苗圃|卫生|幸福|那|这|从|干部|干净|严格|严肃|厉害|符合|程师|向市|司机|司法|司令|尚(?:未|无|不|属|需|有|待|在|处|可)|戴(?:上|着|口罩)|蒙(?:古|牛|受)|满意|单位|单项|单个|单一|全力|全程|全员|全国|全年|高管|高端|高校|党务|史上|和平|和谐|和(?:行|企|社|协|各|相|有|管|技|专|产|工|项|单)|任(?:主任|副|组长|秘书|会长|理事|董事|总|院长|校长|首|主$)|温度|温室|路线|水产|毛利|都市|于是|于今|向前|向上|向外|应对|应邀|别人|别的|项下|万户|万吨|万亩|万名|强调|强化|强市|强企|时任|时隔|时常|时年|常驻|常说|常态|邀请|喻为|阳台|和他|和她|和企|石材|满足|周边|周年|周期|周末|周围|周[一二三四五六日])/u,
);

/** Everyday words that a surname's character and a common noun make, or that end a phrase. */
const COMMON = gated(
  /(?:技术|基地|产业|企业|质量|管理|生产|工作|工程|研究|服务|发展|建设|项目|产品|系统|中心|标准|品牌|市场|经济|科技|创新|单位|组织|人员|部门|名单|奖项|荣誉|称号|获奖|获得|地区|全部|一家|公司|集团|车间|装备|设备|材料|检测|检验|计量|认证|安全|环境|资源|文化|教育|医疗|水平|能力|体系|模式|方法|情况|问题|要求|内容|结果|成果|[的了在与及等是])$/u,
);

/** Persons by their titles, before or after the name, and by the shapes of honour rolls. */
export const persons: NameDetector = {
  id: "name/person",
  detect({ norm, blocks }) {
    const found: Candidate[] = [];
    for (const { start, end } of titlesIn(norm)) {
      // 总工程师魏长河, 首席技师　孙长波, 局长：李…
      let at = end;
      if (norm[at] === "（") {
        const close = indexWithin(norm, "）", at, at + 10);
        if (close > 0) at = close + 1;
      }
      if (norm[at] === " " || norm[at] === "：") at++;
      // 首席技师、“金扳手”陆大海
      const nick = norm[at] === "、" ? at + 1 : at;
      if (norm[nick] === "“") {
        const close = indexWithin(norm, "”", nick, nick + 10);
        if (close > 0) at = close + 1;
      }
      const length = nameLength(norm, at);
      if (length > 0) {
        push(found, at, at + length, "name/person-after-title", 0.85);
        // 市领导甲、乙、丙: the list goes on.
        for (let next = at + length; norm[next] === "、"; ) {
          const more = nameLength(norm, next + 1);
          if (more === 0 || !/[、，。等]/u.test(norm[next + 1 + more] ?? "。")) break;
          push(found, next + 1, next + 1 + more, "name/person-listed", 0.7);
          next += 1 + more;
        }
      }
      // 何朝晖副市长, 郭庆松 (title or organization and title follow, see below)
      const before = nameBefore(norm, start);
      if (before >= 0) push(found, before, start, "name/person-before-title", 0.8);
    }
    // 种粮大户甲, 全国劳模乙、丙.
    for (const called = CALLED_SO.in(norm); called.next(); ) {
      const length = nameLength(norm, called.end);
      if (length > 0) push(found, called.end, called.end + length, "name/person-called", 0.75);
    }
    // 郭庆松（女）, 林巧云（国网…班长）, "郭庆松 嵩岳超硬党委书记": a line or cell that begins with a name.
    for (const block of blocks) {
      if (block.cells !== undefined) {
        for (const cell of block.cells) if (!cell.inherited) lead(norm, cell.start, cell.end, found);
      } else lead(norm, block.start, block.end, found);
      // 毛某某：某市委书记: a heading that says who speaks.
      if (block.kind === "heading") {
        const match = SPEAKS.exec(norm, block.start, block.end);
        if (match !== null && looksLikeName(match[1]!))
          push(found, block.start, block.start + match[1]!.length, "name/person-heading", 0.8);
      }
    }
    // 佟国栋（甲公司涂装分厂工段长）, also within a sentence and of all peoples.
    const { brackets, bracketEnds } = marksOf(norm);
    for (let i = 0; i < brackets.length; i++) {
      const open = brackets[i]!;
      const close = bracketEnds[i]!;
      if (close < 0) break;
      if (close - open < 6 || close - open > 60 || !isHan(norm.charCodeAt(open - 1))) continue;
      if (!"员师长工官手匠监裁理任记席事士授人家表问组".includes(norm[close - 1]!)) continue;
      if (!isPost(norm.slice(open + 1, close).replace(/^(?:[男女]|[\u4e00-\u9fa5]{1,5}族|，)+/u, "")))
        continue;
      const name = NAME_BEFORE.exec(norm.slice(Math.max(0, open - 16), open))?.[1];
      if (name === undefined || !mayBeNamed(name)) continue;
      push(found, open - name.length, open, "name/person-explained", 0.8);
    }
    // （黄某某系甲公司副总经理）: who somebody is.
    for (const match of officers(norm))
      if (looksLikeName(match[1]!) && isPost(match[2]!))
        push(found, match.index, match.index + match[1]!.length, "name/person-explained", 0.8);
    // 甲公司拉丝工季红梅: a trade that no list knows.
    for (const match of matchesAtWords(EMPLOYERS, EMPLOYED, norm)) {
      const start = match.index + match[0].length;
      const length = nameLength(norm, start);
      if (length > 2 && isGiven(norm.slice(start + 1, start + length)))
        push(found, start, start + length, "name/person-after-trade", 0.7);
    }
    // 甲公司的秦晓红，也是某奖章获得者.
    for (const match of matchesAtWords(EMPLOYERS, OF_EMPLOYER, norm, OF)) {
      const start = match.index + match[0].length - match[1]!.length;
      if (looksLikeName(match[1]!) && isGiven(match[1]!.slice(1)))
        push(found, start, start + match[1]!.length, "name/person-after-organization", 0.7);
    }
    // 有限公司黄靖 at the end of a line or cell.
    for (const match of matchesAtWords(EMPLOYERS, LINE_ENDS_IN_NAME, norm)) {
      const start = match.index + match[0].length - match[1]!.length;
      if (looksLikeName(match[1]!))
        push(found, start, start + match[1]!.length, "name/person-after-organization", 0.7);
    }
    // 某市第三中学　王建国: beside where one works, set apart.
    for (const match of matchesAt(" ", NAME_APART, norm, WORKPLACE_END)) {
      const start = match.index + match[0].length - match[1]!.length;
      const name = match[1]!;
      if (looksLikeName(name) && isGiven(name.slice(1)) && PLACE_NAMES.get(name) === undefined)
        push(found, start, start + name.length, "name/person-after-organization", 0.7);
    }
    // “…。”范某某说。: who has said it.
    for (const match of matchesAt("”", SAID, norm)) {
      const name = match[1]!;
      if (looksLikeName(name) && isGiven(name.slice(1)))
        push(found, match.index + 1, match.index + 1 + name.length, "name/person-says", 0.75);
    }
    // 五十三岁的车某，是…: who is told of by age.
    for (const match of AGE.standsIn(norm) ? allMatches(AGED, norm) : [])
      if (looksLikeName(match[1]!))
        push(found, match.index, match.index + match[1]!.length, "name/person-aged", 0.75);
    honoured(norm, found);
    given(norm, found);
    comrades(norm, found);
    // 黄某某：…: who answers, where the text says elsewhere who that is.
    let known: Set<string> | undefined;
    for (const { start, end, kind } of blocks) {
      if (kind === "table-row" || end - start < 6) continue;
      const colon = indexWithin(norm, "：", start, start + 5);
      if (colon < start + 2) continue;
      known ??= new Set(found.map((c) => norm.slice(c.start, c.end)));
      if (known.has(norm.slice(start, colon))) push(found, start, colon, "name/person-answers", 0.8);
    }
    return found;
  },
};

function push(found: Candidate[], start: number, end: number, rule: string, confidence: number): void {
  found.push(candidate("Person", start, end, rule, confidence));
}

/** …，申某被授予全国先进个人: a full name that a clause begins with, and what only persons are given. */
function honoured(norm: string, found: Candidate[]): void {
  let clause = -1;
  const verbs = HONOURED.in(norm);
  while (verbs.next()) {
    const verb = verbs.start;
    let start = verb;
    while (start > 0 && verb - start <= LONGEST_HONOURED && !HONOUR_BOUNDS.has(norm.charCodeAt(start - 1)))
      start--;
    if (start === clause || verb - start < 3 || verb - start > LONGEST_HONOURED) continue;
    clause = start;
    HONOURED_NAME.lastIndex = start;
    const name = HONOURED_NAME.exec(norm)?.[0] ?? "";
    if (name.length === 3 && looksLikeName(name) && isGiven(name.slice(1)))
      push(found, start, start + 3, "name/person-honoured", 0.75);
  }
}

const GIVEN_NAME =
  /^[\u4e00-\u9fa5]{2,3}?(?=等[\d一二三四五六七八九十]{1,12}[名位]|“|\d{4}年|第[\d一二三四五六七八九十])/u;
const AMONG_PERSONS = /等[\d一二三四五六七八九十]+[名位](?:个人|同志|人|先进)/u;

/** 授予张某（某矿队长）、王某（某村种植大户）“…”: names in a row, and then how many they are or what they are given. */
const NAMES_GIVEN =
  /(?:[\u4e00-\u9fa5]{2,4}(?:（[^（）\n]{2,40}）)?、){0,30}[\u4e00-\u9fa5]{2,4}?(?:（[^（）\n]{2,40}）)?(?=(?:等)?(?:[\d一二三四五六七八九十]{1,4}[名位人]|[两三四五]人)(?:同志|个人|职工|教师|代表|先进|$|为|“|全|荣)|(?:等)?同志(?:为|“|全|荣)|“[^”\n]{2,20}(?:模范|工匠|先进个人|标兵|能手|奖章|红旗手|工作者|技师|大师|好人|楷模)”)/y;
const BRACKETS = /（[^（）]*）/g;

/** Adds the names in a row that are given an honour, where each of them looks like one. */
function givenInRow(norm: string, start: number, found: Candidate[]): boolean {
  const stop = indexWithin(norm, "、", start + 2, Math.min(norm.length, start + 48));
  if (stop < 0 && !HONOURS_NEAR.within(norm, start + 2, Math.min(norm.length, start + 46))) return false;
  NAMES_GIVEN.lastIndex = start;
  const row = NAMES_GIVEN.exec(norm)?.[0];
  if (row === undefined || (!row.includes("、") && !row.includes("（"))) return false;
  const parts = partsOf(row);
  if (!parts.every((part) => looksLikeName(part.replace(BRACKETS, "")))) return false;
  let at = start;
  for (const part of parts) {
    push(found, at, at + part.replace(BRACKETS, "").length, "name/person-honoured", 0.8);
    at += part.length + 1;
  }
  return true;
}

/** The parts of a row between 、, those in brackets left alone. */
function partsOf(row: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < row.length; at++) {
    if (row[at] === "（") depth++;
    else if (row[at] === "）") depth--;
    else if (row[at] === "、" && depth === 0) {
      parts.push(row.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(row.slice(start));
  return parts;
}

const HONOURS_NEAR = new CharacterSet("（“");

/** 曲某某同志: whom papers speak of so. */
const COMRADE = Trie.ofWords(["同志"]).shared();

function comrades(norm: string, found: Candidate[]): void {
  const words = COMRADE.in(norm);
  while (words.next()) {
    const end = words.start;
    const start = end - 3;
    if (start < 0 || !SURNAME.has(norm.charCodeAt(start)) || !isGiven(norm.slice(start + 1, end))) continue;
    if (looksLikeName(norm.slice(start, end))) push(found, start, end, "name/person-honoured", 0.7);
  }
}

/** 授予杨某“…奖”, 李某等9名个人. */
function given(norm: string, found: Candidate[]): void {
  const words = GIVEN_TO.in(norm);
  while (words.next()) {
    const start = words.end;
    if (words.end - words.start === 2 && givenInRow(norm, start, found)) continue;
    if (!honoursFollow(norm, start + 2) && !honoursFollow(norm, start + 3)) continue;
    const name = GIVEN_NAME.exec(norm.slice(start, start + 6))?.[0];
    if (name === undefined || !looksLikeName(name)) continue;
    if (
      norm[words.start] === "授" ||
      AMONG_PERSONS.test(norm.slice(start + name.length, start + name.length + 8))
    )
      push(found, start, start + name.length, "name/person-honoured", 0.75);
  }
}

/** 2.巴特尔，甲公司输电管理处班长; 个人：石望春（女）　乙公司工艺工程师: a name, an organization and a post; of all peoples. */
function listed(start: number, text: string, found: Candidate[]): void {
  const match = ENTRY.exec(text);
  if (match === null) return;
  const [whole, prefix, name] = match as unknown as [string, string, string];
  const rest = text.slice(whole.length, whole.length + lengthUpTo(ENTRY_END, text, whole.length));
  if (!isPost(rest.trim()) || !mayBeNamed(name.replace(" ", ""))) return;
  const at = start + prefix.length;
  push(found, at, at + name.length, "name/person-listed", 0.8);
}

const ENTRY_END = new CharacterSet("\n（；。\t");

/** How many characters from an offset on come before one of the set. */
function lengthUpTo(ends: CharacterSet, text: string, from: number): number {
  let at = from;
  while (at < text.length && !ends.has(text.charCodeAt(at))) at++;
  return at - from;
}

/** A name, and then a blank or bracket. */
const LEADING_NAME =
  /^(?:\d{1,2}[.．、]? ?|（[一二三四五六七八九十\d]{1,12}）)?([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5] [\u4e00-\u9fa5])(?:（(?:[男女]|[\u4e00-\u9fa5]{1,5}族|[，、 ]){1,4}）)?(?= {1,20}[\u4e00-\u9fa5]|（[\u4e00-\u9fa5]{4,40})/u;

/** 郭庆松（女）　嵩岳超硬党委书记: the name that a line or cell begins with, and who it is. */
function lead(norm: string, start: number, end: number, found: Candidate[]): void {
  const han = hanBefore(norm, start, end);
  if (han < 0) return;
  const text = norm.slice(start, Math.min(end, start + 60));
  const named = han === 0 || norm[start + han] === " " || norm[start + han] === "（";
  const match = named ? LEADING_NAME.exec(text) : null;
  if (match === null || !looksLikeName(match[1]!.replace(" ", ""))) {
    listed(start, text, found);
    return;
  }
  const name = match[1]!;
  const rest = text.slice(match[0].length);
  if (titlesIn(rest, 0, Math.min(rest.length, 45)).length === 0) return;
  const at = start + match[0].replace(/（[^（）]*）$/u, "").length - name.length;
  push(found, at, at + name.length, "name/person-leading", 0.8);
}

/**
 * How many Han characters a line or cell begins with that may begin with a name: none, where a number or mark stands at
 * its head, or few with what parts them from the rest; -1 where it does not.
 */
function hanBefore(norm: string, start: number, end: number): number {
  let at = start;
  while (at < end && at - start <= 10 && (isHan(norm.charCodeAt(at)) || norm[at] === "·")) at++;
  // Where nothing follows there is nothing that says who it is.
  if (at === end) return -1;
  return at === start || (at - start <= 10 && AFTER_LEADING.has(norm.charCodeAt(at))) ? at - start : -1;
}
const AFTER_LEADING = new CharacterSet(" ，：—\t（、");

/** （某某系…, 。某某为…: where it is said who somebody is. */
function officers(norm: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const { brackets, stops, semicolons, breaks } = marksOf(norm);
  for (const marks of [brackets, stops, semicolons, breaks])
    for (const at of marks) {
      if (!SAYS_WHO.has(norm.charCodeAt(at + 3)) && !SAYS_WHO.has(norm.charCodeAt(at + 4))) continue;
      IS_OFFICER.lastIndex = at + 1;
      const match = IS_OFFICER.exec(norm);
      if (match !== null) found.push(match);
    }
  return found;
}
const SAYS_WHO = new CharacterSet("系现时为是");

const HONOURS_BEGIN = new CharacterSet("等“第0123456789");
const honoursFollow = (norm: string, at: number): boolean => HONOURS_BEGIN.has(norm.charCodeAt(at));

/** 甲公司拉丝工: an organization and a trade. */
const EMPLOYED =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂|局|车间)(?:[\u4e00-\u9fa5]{1,8}?[员师工手匠])(?=[\u4e00-\u9fa5]{2,4})/y;
const OF = new CharacterSet("的");
const OF_EMPLOYER =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂|局|车间)的([\u4e00-\u9fa5]{3})(?=[，、（]|等[\d一二三四五六七八九十]|(?:[也又还则均都曾]|同时|先后|再次|首次)?(?:于|在)?(?:(?:19|20)\d\d年|[去今]年)?(?:荣|获|当选|入选|被授|被评|拿到|捧|摘得|登上|是|就是|说|告诉|本人))/y;
const LINE_ENDS_IN_NAME =
  /(?:公司|集团|医院|研究院|研究所|大学|学院|厂) ?([\u4e00-\u9fa5]{2,3})(?=[\t\n（|]|$)/y;
/** The last characters of the places of work in the pattern below. */
const WORKPLACE_END = new CharacterSet("校学院园心会所厂社司团行局队");
/** Behind the blanks that part it from where one works. */
const NAME_APART =
  /(?<=学校|[中小]学|学院|大学|医院|幼儿园|中心|[协学]会|研究[院所]|计量所|检测所|监督所|厂|合作社|公司|集团|银行|[理督管电分]局|卫生院|工厂|[支大]队) {1,2}([\u4e00-\u9fa5]{2,3})(?=[\t\n（|、，。；：—]|$)/y;
const SAID =
  /”([\u4e00-\u9fa5]{2,3})(?=(?:笑着|感慨地|坦率地|自豪地|兴奋地|激动地|补充)?(?:说|表示|坦言|感慨|回忆|告诉记者|笑道|笑言|介绍说|直言)[。，道])/y;
/** 54岁的于海波说, 于海波本人则…. */
const AGE = new AnyOf("岁的 本人");
const AGED =
  /(?:(?<=[\d一二三四五六七八九十]岁的)(?=[\u4e00-\u9fa5]{2,3}[，是在从把说站])|(?<=[，。；：“]|\n)(?=[\u4e00-\u9fa5]{2,3}本人))([\u4e00-\u9fa5]{2,3}?)(?=[，是在从把说站]|本人)/g;
const HONOURED_NAME =
  /[\u4e00-\u9fa5]{2,3}(?=(?:(?:19|20)\d\d年|[今去前当同]年|又|还|曾|也|先后|首次)?(?:被授予|被评为|荣获|获评|获得|荣膺|当选|入选|被表彰为)[^，。；]{0,16}(?:个人|模范|劳模|工匠|奖章|标兵|能手|专家|工作者|企业家|带头人|大师|人才|质量人))/y;

/** The beginning of an entry of a roll: numbers or 个人：, a name, who it is, and a break before the organization. */
const ENTRY =
  /^((?:- |[•▪●◆▶] ?)?(?:\d{1,2}[.．、]? ?|（[一二三四五六七八九十\d]{1,12}）|[一二三四五六七八九十]、)?(?:[\u4e00-\u9fa5]{2,8}：)?)([\u4e00-\u9fa5·]{2,10}?|[\u4e00-\u9fa5] [\u4e00-\u9fa5])(?:（(?:[男女]|[\u4e00-\u9fa5]{1,5}族|[，、 ]|\d{1,12}岁){1,4}）)?(?: {1,20}|，|：|—{1,20}|\t)(?=[\u4e00-\u9fa5])/u;
const SPEAKS = gated(
  /^([\u4e00-\u9fa5]{2,4})：[\u4e00-\u9fa5]{2,30}?(?:书记|市长|县长|区长|局长|主任|董事长|总经理|总裁|院长|所长|会长|校长|厂长|主席|工程师|总工|科学家|专家|教授|负责人|质量官)(?:$|，)/u,
);
/** A name right before a bracket, after a break or what leads up to names. */
const NAME_BEFORE =
  /(?:^|[，、：；。\s\d“”》）]|授予|命名|认定|评选|推荐|增补|聘任|表彰|表扬|嘉奖|和|及|与|由|对|向|员工|职工)([\u4e00-\u9fa5]{2,4}|[\u4e00-\u9fa5]{2,6}·[\u4e00-\u9fa5]{2,8})$/u;
/** The same where a word says so: （某某系某公司副总经理）. */
const IS_OFFICER =
  /([\u4e00-\u9fa5]{2,3})(?:系|现为|现任|时任|为|是)([^，。；：（）\n]{5,40})(?=[）。，；])/y;
/** An organization at the beginning of what says who someone is. */
const ORGANIZATION_WORD = gated(
  /^[\u4e00-\u9fa5（）A-Za-z\d“”·]{2,40}?(?:公司|集团|大学|学院|医院|学校|中学|小学|幼儿园|研究院|研究所|中心|[局厂站所院厅委处社行]|协会|学会|商会|委员会|政府|合作社|银行|车间|股份|科技|重工|动力|分厂|客车|药业)/u,
);
/** What posts, trades and ranks end with, where the shape says that one stands there. */
const POST_END = gated(
  /(?:员|师|长|工|官|手|匠|监|总裁|经理|主任|书记|主席|理事|院士|教授|负责人|带头人|传承人|专家|代表|顾问|班组|首席|助理|技能大师)$/u,
);

/** Whether a stretch is an organization and a post in it: 甲公司拉晶车间主任. */
function isPost(text: string): boolean {
  return (
    text.length >= 5 &&
    text.length <= 56 &&
    POST_END.test(text) &&
    ORGANIZATION_WORD.test(text) &&
    !/^(?:原|以下|下称|简称)|获奖|荣获|[。；]/u.test(text)
  );
}

/** Whether a stretch that stands where a name does may be one, with or without a surname. */
function mayBeNamed(name: string): boolean {
  if (name.includes("·")) return true;
  if (looksLikeName(name)) return true;
  return (
    name.length >= 2 &&
    name.length <= 5 &&
    allOf(TRANSCRIPTION, name) &&
    !COMMON.test(name) &&
    PLACE_NAMES.get(name) === undefined
  );
}

/** The titles in a text: where one lies within another, the wider alone. */
export function titlesIn(norm: string, from = 0, to: number = norm.length): { start: number; end: number }[] {
  const titles: { start: number; end: number }[] = [];
  const words = TITLES.in(norm, from, to);
  while (words.next()) {
    const { start, end } = words;
    // 常委|会, 专家|组: no one's title.
    if (end < norm.length && NO_TITLE_BEFORE.has(norm.charCodeAt(end))) continue;
    const last = titles.length === 0 ? undefined : titles[titles.length - 1]!;
    if (last !== undefined && last.start === start) last.end = end;
    else if (last === undefined || end > last.end) titles.push({ start, end });
  }
  return titles;
}

const NO_TITLE_BEFORE = new CharacterSet("会团组室处办席");

/** Length of the person's name that begins at `at`, 0 for none: one surname and one or two characters. */
export function nameLength(norm: string, at: number): number {
  if (!isHan(norm.charCodeAt(at))) return 0;
  const transcribed = transcribedLength(norm, at);
  if (transcribed > 0) return transcribed;
  const compound = COMPOUND_SURNAME.hasAt(norm, at);
  if (!compound && !SURNAME.has(norm.charCodeAt(at))) return 0;
  const surname = compound ? 2 : 1;
  for (const given of [2, 1]) {
    const end = at + surname + given;
    const name = norm.slice(at, end);
    if (name.length < surname + given || !allHan(name)) continue;
    if (name[0] === "来" && PLACE_NAMES.get(name.slice(1)) !== undefined) return 0;
    if (NOT_NAMES.test(name) || (given === 2 && COMMON.test(name))) {
      if (given === 2 && !NOT_NAMES.test(name)) continue;
      return 0;
    }
    const last = name[name.length - 1]!;
    const speaksOn = AFTER.test(norm.slice(end, end + 4));
    if (given === 2 && NOT_LAST.has(last) && AFTER.test(norm.slice(end - 1, end + 3))) {
      // 陈大为、: a verb or preposition stands before no comma.
      if (
        /[和与及为是对就向从将把被给有在以到率出入主当]/u.test(last) &&
        /[、，。；）]/u.test(norm[end] ?? "")
      ) {
        return surname + given;
      }
      // 程致和率队, 柯宏荣的: a character of names that begins no word there ends the name.
      const begins = last === "和" ? SURNAME.has(norm.charCodeAt(end)) : VERB.test(norm, end - 1, end + 1);
      if (!speaksOn || begins || !isGiven(name.slice(surname))) continue;
      return surname + given;
    }
    if (speaksOn) return surname + given;
    if (given === 2 && isGiven(name.slice(surname)) && !AFTER_NAME_END.test(norm, end - 1, end + 2))
      return surname + given;
  }
  return 0;
}

/** Words that follow names whose first character also ends names. */
const VERB = gated(
  /^(?:登[上台榜临]|头[上发顶]|曾[获于在当被是]|荣获|荣膺|荣登|表示|表彰|介绍|告诉|坦言|认为|认真|指出|强调|透露|回忆|感慨|解释|直言|讲述|讲解|先后|当选|当年|当场|入选|主持|主动|出席|出任|出示|带领|带队|带着|现场|现任|现在|现为|凭借|因为|拿出|拿到|拿下|夺得|获得|获评|将来|给出|给记|把脉|曾任|曾经|已经|再次|于[\d是]|到[场会]|有关|以来|率[队先领]|作为|作了|做了|等人|即将|则[说是]|称[,，：]|那天|这样|并[于在获]|时任|均为|都[是说]|笑着|笑说|在|的|被|获|与|及|为|是|对|就|向|从|也|还|将|说|了)/u,
);
/** What makes the third character the beginning of a word after a name of two: 李华|同志. */
const AFTER_NAME_END = gated(
  /^(?:同志|先生|女士|发言|讲话|介绍|表示|行长|会长|明确|安排|建议|建设|成为|生产|在|代表|希望|同意|却|这番|这句|这话)/u,
);

const SURNAME = new CharacterSet([...SURNAMES].join(""));
const COMPOUND_SURNAME = new PairSet(COMPOUND_SURNAMES);
const TRANSCRIPTION = new CharacterSet([...TRANSCRIBED].join(""));
const GIVEN_NAMES = new CharacterSet([...GIVEN].join(""));

function allOf(characters: CharacterSet, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!characters.has(text.charCodeAt(i))) return false;
  return true;
}

const isGiven = (text: string): boolean => allOf(GIVEN_NAMES, text);

/** 阿依古丽·买买提, 才让卓玛: length of a name in transcription that begins at `at`, 0 for none. */
function transcribedLength(norm: string, at: number): number {
  const dotted =
    indexWithin(norm, "·", at + 2, Math.min(norm.length, at + 7)) >= 0 &&
    /^[\u4e00-\u9fa5]{2,6}(?:·[\u4e00-\u9fa5]{1,7}?){1,2}(?=[\s，。；：！？、（）“”]|$|说|表示|介绍|告诉|坦言|认为|指出|透露|强调|出席|主持|等|在|的|获|和|与|是|为|荣|当|牵|带|率)/u.exec(
      norm.slice(at, at + 24),
    );
  if (dotted) return dotted[0].length;
  let end = at;
  while (end - at < 5 && TRANSCRIPTION.has(norm.charCodeAt(end))) end++;
  if (end - at < 3 || SURNAME.has(norm.charCodeAt(at))) return 0;
  return AFTER.test(norm.slice(end, end + 4)) ? end - at : 0;
}

/** Where the name that ends right before a title begins, -1 for none: 何朝晖副市长 after a break. */
function nameBefore(norm: string, end: number): number {
  for (const length of [3, 2]) {
    const start = end - length;
    if (start < 0) continue;
    const name = norm.slice(start, end);
    if (!looksLikeName(name)) continue;
    // 某大学程志远院士: right after where one works.
    const employed =
      length === 3 &&
      /(?:大学|学院|公司|研究院|研究所|医院|协会|联合会|学会|商会|集团)$/u.test(
        norm.slice(Math.max(0, start - 3), start),
      ) &&
      isGiven(name.slice(1));
    if (start === 0 || employed || /[\s，。；：！？、（）“”由记]/u.test(norm[start - 1]!)) {
      return /^[长任理裁师员记授工]$/u.test(norm[end] ?? "") ? -1 : start;
    }
  }
  return -1;
}

function looksLikeName(name: string): boolean {
  if (name.length < 2 || name.length > 4) return false;
  if ((name.length === 4 || !SURNAME.has(name.charCodeAt(0))) && !COMPOUND_SURNAME.hasAt(name, 0))
    return false;
  if (!allHan(name) || "市县区省局会部厂所院奖".includes(name.at(-1)!)) return false;
  return TITLES.get(name) === undefined && !COMMON.test(name) && !NOT_NAMES.test(name);
}

function allHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}
