import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { candidate } from "../candidate.js";
import { PLACE_NAMES } from "../names/place-lexicon.js";
import type { Candidate, NameDetector } from "../types.js";
import { numberingLength } from "./fields.js";
import { tierOfLabel } from "./tier-labels.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** A title that says that those listed below it have been chosen, told apart from calls, rules and those who may yet be. */
const ANNOUNCES = gated(
  /名单|名录|名册|公布|公告|通报|表彰|表扬|命名|认定|授予|评选结果|评定结果|评审结果|揭晓|出炉|获评|一览|光荣[榜册簿]|荣誉/,
);
const NOT_CHOSEN = gated(
  /拟|申报|征集|推荐|候选|初评|初审|办法|细则|方案|规定|意见|启动|培育|储备|入围|参评|公示(?!期满|结果)|撤销|取消|注销|摘牌|退出|资金|补助|补贴|工作(?:的|会)|解读|答记者/,
);

/** Whether the title of a document says that it lists those who were chosen. */
export const announcesChosen = (norm: string, { start, end }: Block): boolean =>
  end - start <= LONGEST_TITLE && ANNOUNCES.test(norm, start, end) && !NOT_CHOSEN.test(norm, start, end);

const LONGEST_TITLE = 60;
const LONGEST_HEADING = 40;
const LONGEST_LINE = 160;
const COLON = new CharacterSet("：");
const QUOTE = new CharacterSet("“");

/** “某某示范店”, “守合同重信用”企业: what a title marks, with the class behind it that it narrows. */
const MARKED =
  /“([\u4e00-\u9fa5A-Za-z]{2,14})”((?:[\u4e00-\u9fa5]{0,4}?(?:企业|单位|集体|个人|家庭|乡镇|[村镇店社岗号区]|基地|学校|医院|车间|班组|品牌|产品|人物|标兵))?)(?=名单|名录|名册|的?(?:通知|决定|通报|公告|公布)|获得者|评[选定审]|揭晓|出炉|一览|通报|表彰|命名|认定|(?:19|20)\d\d|第[一二三四五六七八九十\d]|（|$)/y;
/** What marks hold that is no honour. */
const NO_HONOUR =
  /奖$|[届批年]$|计划|行动|工程|项目|活动|平台|试点|方案|办法|会议|实验室|中心$|工作室$|专利|商标|技术$|十[一二三四五]五|一带一路|互联网|双随机|揭榜挂帅/;

/** 和谐劳动关系企业名单: classes that only those are of who were chosen for it. */
const CLASS =
  /([\u4e00-\u9fa5]{0,12}(?:和谐|诚信|守信|放心|文明|最美|星级|满意|示范|先进|优秀|典型|标杆|守合同|模范|特色|美丽|绿色|健康|平安|品质|创新型|领军|十佳|十强|百强|五强)[\u4e00-\u9fa5]{0,10}(?:企业|单位|集体|个人|家庭|乡镇|基地|学校|医院|园区|街区|景区|车间|工厂|班组|社区|门店|合作社|农场|品牌|产品|人物|[村镇店]))(?=名单|名录|名册|(?:评选|评定|认定)结果|光荣榜)/y;

/** In a heading of its own: （二）“某市纳税大户”（2家）. */
const ALONE =
  /^“([\u4e00-\u9fa5A-Za-z]{3,14})”(?:获得者|名单)?(?:（?共?[\d一二三四五六七八九十]{1,3}[家个名项人]）?)?：?$/;

/** Titles and headings of lists that name an honour of any shape, by what stands around it. */
export function announcedTitles({ norm, blocks }: Source): Candidate[] {
  const found: Candidate[] = [];
  let announced = false;
  let honours = false;
  const titles: Block[] = [];
  for (const block of blocks) {
    const { kind, start, end } = block;
    if (kind !== "title" && kind !== "heading") {
      if (honours && end - start <= LONGEST_LINE && (kind === "roll-line" || kind === "list-item"))
        labelled(norm, block, found);
      continue;
    }
    const chosen = announcesChosen(norm, block);
    if (kind === "title") {
      announced ||= chosen;
      titles.push(block);
    }
    if (chosen || kind === "title" || end - start > 4)
      honours = (announced || HONOURS.test(norm, start, end)) && !NOT_CHOSEN.test(norm, start, end);
    if (end - start > (kind === "title" ? LONGEST_TITLE : LONGEST_HEADING)) continue;
    if (chosen) {
      if (QUOTE.within(norm, start, end)) marked(norm, block, found);
      else classed(norm, block, found);
    }
    if (announced && kind === "heading") alone(norm, block, titles, found);
  }
  return found;
}

/** 质量管理先进企业（2家）: a heading of its own below a title that says that those listed have been chosen. */
const PLAIN =
  /^([\u4e00-\u9fa5]{0,10}(?:先进|优秀|最美|最佳|杰出|突出贡献|突出|功勋|示范|十佳|十强|十大|百强|标杆|模范|标兵|能手|工匠|领军|明星|满意|放心|诚信|文明|绿色|和谐|新锐|卓越)[\u4e00-\u9fa5]{0,8}(?:企业|单位|集体|个人|[者家手师员奖]|奖[章状]|标兵|模范|工匠|[村镇社店岗号]|社区|家庭|基地|团队|班组|组织|人物|干部|学校|医生|护士|品牌|产品|车间|窗口|园区))(?:获得者|名单)?(?:（?共?[\d一二三四五六七八九十]{1,3}[家个名项人位]）?)?：?$/;

/** Adds the honour that a heading is, where the titles above it do not say it themselves. */
function alone(norm: string, block: Block, titles: readonly Block[], found: Candidate[]): void {
  const { start, end } = block;
  const from = start + numberingLength(norm, start, end);
  const text = norm.slice(from, end);
  const quoted = QUOTE.begins(text);
  const name = (quoted ? ALONE : PLAIN).exec(text)?.[1];
  if (name === undefined || NO_HONOUR.test(name) || NO_PLAIN.test(name)) return;
  // 卓越奖单位（2家）: a tier of the award that the title names.
  if (tierOfLabel(name) !== undefined) return;
  if (titles.some((title) => norm.slice(title.start, title.end).includes(name))) return;
  const at = from + (quoted ? 1 : 0);
  found.push(candidate("Award", at, at + name.length, "award/announced", 0.8));
}

const NO_PLAIN = gated(/获奖|受表|入围|以下|名单|工作$|事迹|经验|做法|[的了在是与及、]/);

/** 国家森林康养基地：某公司, ☆ 某省健康企业：甲、乙: a line of an account of honours that begins with one of any shape. */
const LABEL =
  /^“?((?:国家级?|全国|中国|中华|世界|国际|省级|市级)?[\u4e00-\u9fa5“”]{3,22}?(?:基地|企业|单位|工厂|车间|园区?|集聚区|[示先功优]\S[区县]|[县市区镇乡村街店社]|小镇|商圈|品牌|产品|名品|精品|集体|个人|模范|工匠|能手|标兵|奖[章状]|先锋号|文明号|老字号|领跑者|标杆|冠军|小巨人|农场|家庭|学校|人物|好人|案例|之[都乡城]))”?(?:（[^（）]{1,16}）)?：\s{0,2}(?=[\u4e00-\u9fa5“《])/;
const OF_LEVEL = /^(?:国家级?|全国|中国|中华|世界|国际|省级|市级)/;
const SAYS = gated(/[获被授荣为了将把至到]|入选|申报|争创|打造|公司|集团|试点|创建|培育|筹建|拟/);
const HONOURS = gated(/荣誉|称号|奖项|金字招牌|名片|品牌|名号|牌子|头衔|获评|表彰|命名|获奖|光荣/);

function labelled(norm: string, { start, end }: Block, found: Candidate[]): void {
  const from = start + numberingLength(norm, start, end);
  if (!COLON.within(norm, from + 5, Math.min(end, from + 44))) return;
  const name = LABEL.exec(norm.slice(from, end))?.[1];
  if (name === undefined || SAYS.test(name) || NO_HONOUR.test(name)) return;
  const at = from + (norm[from] === "“" ? 1 : 0);
  const place = PLACE_NAMES.longestEnd(norm, at);
  if (
    place > at
      ? PLACE_NAMES.longestEnd(norm, place) >= at + name.length || place - at > name.length - 3
      : !OF_LEVEL.test(name)
  )
    return;
  found.push(candidate("Award", at, at + name.length, "award/announced", 0.75));
}

function marked(norm: string, { start, end }: Block, found: Candidate[]): void {
  for (let open = norm.indexOf("“", start); open >= 0 && open < end; open = norm.indexOf("“", open + 1)) {
    MARKED.lastIndex = open;
    const match = MARKED.exec(norm);
    if (match === null || MARKED.lastIndex > end || NO_HONOUR.test(match[1]!) || match[2] === "称号")
      continue;
    const behind = MARKED.lastIndex;
    // “某某示范店” goes without the place and its marks; 某市“守合同重信用”企业 is one name.
    if (match[2] === "") found.push(candidate("Award", open + 1, behind - 1, "award/announced", 0.8));
    else found.push(candidate("Award", placeBefore(norm, start, open), behind, "award/announced", 0.8));
  }
}

/** Where the name of a place begins that stands right before an offset; the offset where none does. */
function placeBefore(norm: string, floor: number, at: number): number {
  // 某市级“青年文明号”
  const end = norm[at - 1] === "级" ? at - 1 : at;
  for (let from = Math.max(floor, end - 11); from < end - 1; from++)
    if (PLACE_NAMES.longestEnd(norm, from) === end) return from;
  return at;
}

const LEVELS = ["全国", "国家级", "省级", "市级", "县级", "区级", "全省", "全市"];

/** 2023年度某市和谐劳动关系企业名单: from the place on, or what says of which level it is. */
function classed(norm: string, { start, end }: Block, found: Candidate[]): void {
  for (let at = start; at < end - 8; at++) {
    const place = PLACE_NAMES.longestEnd(norm, at);
    const level = place > at ? undefined : LEVELS.find((word) => norm.startsWith(word, at));
    if (place <= at && level === undefined) continue;
    CLASS.lastIndex = place > at ? place : at + level!.length;
    const match = CLASS.exec(norm);
    if (match === null || CLASS.lastIndex > end) continue;
    if (!NO_CLASS.test(match[1]!))
      found.push(candidate("Award", at, CLASS.lastIndex, "award/announced", 0.8));
    return;
  }
}

const NO_CLASS = gated(
  /获奖|入选|获评|受表|参展|重点|规模|会员|检查|监测|排污|评审|备案|登记|试点|创建|建设(?!先进)|和(?!谐)|[及与、的]|第.{1,3}批|年/,
);
