import type { EntityType } from "../../../schema/index.js";
import { SURNAMES } from "../../lexicon/surnames.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import { isLabel } from "../names/speakers.js";
import { firstMention, indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { Brackets } from "./brackets.js";
import { describedFrom, mayBeDescribed } from "./described.js";
import { namesNobody } from "./people.js";

/** What a type of entity is to awards: who can win one, and as what. */
const [WINS, IS_PLACE, IS_ORGANIZATION, IS_ACHIEVEMENT, EMPLOYS] = [1, 2, 4, 8, 16];

function kindOf(type: EntityType): number {
  switch (type) {
    case "Company":
    case "Institution":
      return WINS | IS_ORGANIZATION | EMPLOYS;
    case "GovernmentBody":
    case "Platform":
      return WINS | IS_ORGANIZATION;
    case "Zone":
      return WINS | IS_ORGANIZATION | IS_PLACE;
    case "Province":
    case "City":
    case "County":
      return WINS | IS_PLACE;
    case "Patent":
    case "Initiative":
      return WINS | IS_ACHIEVEMENT;
    case "Person":
      return WINS;
    default:
      return 0;
  }
}

const isPlace = (type: EntityType): boolean => (kindOf(type) & IS_PLACE) !== 0;
const isOrganization = (type: EntityType): boolean => (kindOf(type) & IS_ORGANIZATION) !== 0;

/** One that may win, as the text names it: a person with organization and post, an organization, a place, a patent. */
export interface Unit {
  entity: DocEntity;
  start: number;
  end: number;
  /** Text in round brackets right after it, without the brackets. */
  note: string;
  /** Whose work it is, where the text says so right before it. */
  maker: Unit | undefined;
  /** Whether it is 它, 这家企业, 他: a reference to one named before. */
  anaphor: boolean;
  /** Whether it is 我市, 该公司 and the like. */
  generic: boolean;
}

/** A unit; all have the same fields in the same order, as objects of many shapes are slow to read. */
export const unitOf = (entity: DocEntity, start: number, end: number, note = "", generic = false): Unit => ({
  entity,
  start,
  end,
  note,
  maker: undefined,
  anaphor: false,
  generic,
});

/** The unit as another entity's: where its name stands for that. */
export function unitAs({ start, end, note, maker, anaphor, generic }: Unit, entity: DocEntity): Unit {
  return { entity, start, end, note, maker, anaphor, generic };
}

/** What refers to an entity that was named before. */
export const anaphorOf = (entity: DocEntity, start: number, end: number): Unit => ({
  entity,
  start,
  end,
  note: "",
  maker: undefined,
  anaphor: true,
  generic: false,
});

/** Units that the text enumerates: A、B和C（某市）等3家企业. */
export interface Group {
  units: Unit[];
  start: number;
  end: number;
}

export const isPerson = (unit: Unit): boolean => unit.entity.type === "Person";
export const isPlaceUnit = (unit: Unit): boolean => isPlace(unit.entity.type);
export const isAchievement = (unit: Unit): boolean => (kindOf(unit.entity.type) & IS_ACHIEVEMENT) !== 0;

/** The organization whose officer a person is named as. */
export function employerOf(x: Extraction, { entity, start, end }: Unit): DocEntity | undefined {
  if (entity.type !== "Person") return undefined;
  const { mentions } = x;
  for (let i = firstMention(mentions, start); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.start >= end) return undefined;
    if (mention.end <= end && (kindOf(mention.type) & EMPLOYS) !== 0 && mention.entity !== entity)
      return mention.entity;
  }
  return undefined;
}

/** The organization as whose officer a unit is named, in its place; the unit where it is none. */
export function asEmployer(x: Extraction, unit: Unit): Unit {
  const entity = employerOf(x, unit);
  return entity === undefined ? unit : unitAs(unit, entity);
}

/** Between a person and the organization before: a post, a department, 的, brackets; no list, no clause. */
const POST_GAP = /^(?:（[^）]{0,30}）)?[^，。；：、！？和与及从]{0,30}$/;
export const POST = gated(
  /(?:长|经理|副总|书记|支书|主任|总监|总裁|工程师|技师|技工|工人|职工|员工|教授|研究员|委员|主席|专家|师|员|手|工|主管|董事|顾问|负责人|创始人|首席\S{0,40}|带头人|医生|护士|代表|调研员|会计|总工|质量官|司机|机长|先生|女士|同志)$/,
);
/** Columns aligned with blanks set the bracket apart: 某公司 （某区）; a sign may stand before it: 某某△（某公司班长）. */
const BRACKET_AFTER = gated(new RegExp(`^”?[ ${SIGNS}]?（((?:[^（）\\n]|（[^（）\\n]{0,40}）){0,110})）`));

const NO_MENTIONS: readonly Mention[] = [];

/** The mentions in [from, to) of those that can win an award, but for those in brackets and those that name nobody. */
function winnersNamed(x: Extraction, from: number, to: number): readonly Mention[] {
  const { mentions } = x;
  let found: Mention[] | undefined;
  let brackets: Brackets | undefined;
  for (let i = firstMention(mentions, from); i < mentions.length; i++) {
    const mention = mentions[i]!;
    const { start, type } = mention;
    if (start >= to) break;
    if (mention.end > to || (kindOf(type) & WINS) === 0) continue;
    brackets ??= new Brackets(x.norm, from, to);
    if (brackets.hold(start)) continue;
    if (type === "Initiative" && CLASS_OF_WORK.test(mention.entity.name)) continue;
    if (type === "Person" && namesNobody(mention.entity.name)) continue;
    if (found === undefined) found = [mention];
    else found.push(mention);
  }
  return found ?? NO_MENTIONS;
}

/** The units in [from, to) in order. Those in brackets, places that only say where, and employers of a person are left out. */
export function unitsIn(x: Extraction, from: number, to: number): Unit[] {
  const { norm } = x;
  const units: Unit[] = [];
  const mentions = winnersNamed(x, from, to);
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const next = i + 1 < mentions.length ? mentions[i + 1] : undefined;
    const { type } = mention;
    if (type === "Person" && isLed(norm, mention)) continue;
    const kind = kindOf(type);
    if (next !== undefined) {
      if (namesBearerOf(norm, mention, next) && !isLed(norm, next)) continue;
      // 某某：2015年获…: the firm for whom the speaker answers has it.
      if (type === "Person" && isLabel(next)) continue;
      // 某集团某某有限公司: one name that was read as two.
      if (type === "Company" && next.start === mention.end && next.type === "Company") continue;
    }
    if ((kind & EMPLOYS) !== 0) {
      const officer = officerAfter(x, mention, next, to);
      if (officer !== undefined) {
        units.push(officer);
        continue;
      }
    }
    const department = departmentAfter(x, mention, to);
    if (department !== undefined) {
      units.push(department);
      continue;
    }
    const until = Math.min(to, mention.end + 116);
    // 某公司总装厂“某某”QC小组: its team's win is its own.
    const team =
      (kind & IS_ORGANIZATION) !== 0 &&
      indexWithin(norm, "“", mention.end, Math.min(until, mention.end + TEAM_WITHIN)) >= 0
        ? (TEAM.exec(norm.slice(mention.end, until))?.[0].length ?? 0)
        : 0;
    const note = BRACKET_AFTER.exec(norm, mention.end + team, until);
    const end = mention.end + team + (note === null ? 0 : note[0].length);
    const isWhere = (kind & IS_PLACE) !== 0;
    if (isWhere && onlyWhere(norm, mention, next)) continue;
    // 董事长　某某（某公司）, 某某，某公司董事长: the organization is the person's.
    if (type !== "Person" && !isWhere && units.length > 0) {
      const previous = units[units.length - 1]!;
      if (
        previous.entity.type === "Person" &&
        ABOUT_PERSON.test(norm.slice(previous.end, mention.start)) &&
        // 甲公司首席技师某某 乙公司: who is one firm's is not another's.
        employerOf(x, previous) === undefined &&
        (/\s/.test(norm.slice(previous.end, mention.start)) || postFollows(norm, mention.end, to))
      )
        continue;
    }
    let { start } = mention;
    if (type === "Person") {
      for (let j = i - 1; j >= 0 && mentions[j]!.end <= start; j--) {
        if (!namesBearerOf(norm, mentions[j]!, mention)) break;
        // 某公司职工、省劳动模范|石某: the honour between them is told of the person.
        if (HONOURED.test(norm, mentions[j]!.end, mention.start)) break;
        start = mentions[j]!.start;
      }
    } else if ((kind & EMPLOYS) !== 0 && !mention.generic && mayBeDescribed(norm, start))
      start = describedFrom(norm, Math.max(endBefore(x, mention, from), units.at(-1)?.end ?? from), start);
    else if (type === "Patent") {
      const maker = makerBefore(x, mention, from);
      if (maker !== undefined) units.push(maker);
    }
    units.push(unitOf(mention.entity, start, end, note === null ? "" : note[1]!, mention.generic));
  }
  return units;
}

/** 甲公司在董事长某某|带领下获: under whom somebody does something. */
const isLed = (norm: string, { end }: Mention): boolean =>
  LED.test(norm, end, Math.min(norm.length, end + 12));
const LED = gated(
  /^(?:等人?|同志|先生|女士)?的?(?:亲自|直接)?(?:带领|率领|领导|主持|推动|指导|带动|倡导|牵头|组织|感召)之?下/,
);

/** Where the last name before a mention ends, of those that are no place; `from` without one. */
function endBefore({ mentions }: Extraction, mention: Mention, from: number): number {
  for (let i = firstMention(mentions, mention.start) - 1; i >= 0; i--) {
    const { end, type } = mentions[i]!;
    if (end <= from) break;
    if (end <= mention.start && !isPlace(type)) return end;
  }
  return from;
}

const DEPARTMENTS_END = new CharacterSet("科处室部队");
/** Behind an authority's or a hospital's name, its department that has won: 某市市场监督管理局|质量发展科|2022年被…, 某医院|检验部、…. */
const DEPARTMENT = gated(
  /^(?!共|合|联|一[起同道]|新建|建|设|成立)[\u4e00-\u9fa5]{2,7}?(?:科|(?<![本全])部|支队|大队|(?<!公)处|(?<!会)室)(?=(?:[、，；。\n]|$)|(?:于|又|还|也|曾)?(?:(?:19|20)\d\d年|[去今]年)?(?:被|荣?获|喜获|入选|斩获|摘得|捧[得回]))/,
);
const LONGEST_DEPARTMENT = 18;

/** The department of an organization whose name goes on behind the organization's own. */
function departmentAfter(x: Extraction, mention: Mention, to: number): Unit | undefined {
  const { type, entity, start, end, generic } = mention;
  if (generic || (type !== "GovernmentBody" && type !== "Institution")) return undefined;
  const until = Math.min(x.norm.length, end + LONGEST_DEPARTMENT);
  if (!DEPARTMENTS_END.within(x.norm, Math.min(end + 2, until), until)) return undefined;
  const part = DEPARTMENT.exec(x.norm, end, until)?.[0];
  if (part === undefined || end + part.length > to || x.mentionsIn(end, end + part.length).length > 0)
    return undefined;
  const whole = end + part.length;
  const department = x.entity(type, `${entity.name}${part}`, { start, end: whole, rule: "won/department" });
  return unitOf(department, start, whole);
}

/** How soon the quotation in the name of a team begins. */
const TEAM_WITHIN = 12;
const TEAM =
  /^(?:[\u4e00-\u9fa5]{1,8}(?:厂|部|科|车间|工段|公司|中心|室|站|队|处))?“[^“”\n，。]{1,12}”(?:QC|质量管理|质量攻关|质量|攻关|创新|工艺)?(?:小组|班组|课题组|团队)/;

const OFFICER =
  /^(?:（[^（）]{0,30}）)?[\u4e00-\u9fa5]{0,14}?(?:董事长|总经理|经理|书记|主任|总监|总裁|工程师|总工|技师|师傅|班长|组长|段长|厂长|院长|所长|校长|处长|科长|教授|司机|工人|职工|[工员师手])([\u4e00-\u9fa5]{2,3}?)(?=[、，；。（）\s]|等|和|及|以及|榜上有名|在列|登榜|折桂|胜出|先后|曾获|连续|再次|首次|相继|荣获(?![得评颁])|获|被|入选|当选|上榜|摘|捧|夺|斩|拿|同|均|分别|20\d\d年|$)/;

/** The last characters of posts. */
const POST_ENDS = new CharacterSet("长理记任监裁师工傅授机人员手");
/** A post and what leads to it have no more characters. */
const LONGEST_POST = 18;
const [OPEN, HAN_FROM, HAN_TO] = ["（".charCodeAt(0), 0x4e00, 0x9fa5];

/** Whether a post may stand in the unbroken words at the beginning of [from, to), after a bracket. */
function postWithin(norm: string, from: number, to: number): boolean {
  let at = from;
  if (norm.charCodeAt(at) === OPEN) at = indexWithin(norm, "）", at, to) + 1 || to;
  for (const end = Math.min(to, at + LONGEST_POST); at < end; at++) {
    const unit = norm.charCodeAt(at);
    if (unit < HAN_FROM || unit > HAN_TO) return false;
    if (POST_ENDS.has(unit)) return true;
  }
  return false;
}

/** 某公司造型工王某: a person whom post and organization alone make one, where no name was found. */
function officerAfter(
  x: Extraction,
  organization: Mention,
  next: Mention | undefined,
  to: number,
): Unit | undefined {
  const until = Math.min(to, next?.start ?? to, organization.end + 40);
  if (!postWithin(x.norm, organization.end, until)) return undefined;
  const match = OFFICER.exec(x.norm.slice(organization.end, until));
  if (match === null || !SURNAMES.has(match[1]![0]!) || namesNobody(match[1]!)) return undefined;
  const end = organization.end + match[0].length;
  const start = end - match[1]!.length;
  const entity = x.entity("Person", match[1]!, { start, end, rule: "won/officer" });
  const note = BRACKET_AFTER.exec(x.norm, end, Math.min(to, end + 64));
  return note === null
    ? unitOf(entity, organization.start, end)
    : unitOf(entity, organization.start, end + note[0].length, note[1]!);
}

/** 、某某切削“…方法”: a maker known by no other name, right before its patent's title. */
export function makerBefore(x: Extraction, patent: Mention, from: number): Unit | undefined {
  const lead = x.norm.slice(Math.max(from, patent.start - 12), patent.start);
  const name = /(?<=[、，；：。]|^)([\u4e00-\u9fa5]{3,8})[“《]$/.exec(lead)?.[1];
  if (
    name === undefined ||
    /[的为即与及等中了得获有由和以将过凭靠]|专利|发明|其中|包括|完成|项目|申请|研发/.test(name)
  )
    return undefined;
  const end = patent.start - 1;
  const start = end - name.length;
  if (x.mentionsIn(start - 8, end + 1).some((m) => m.end > start)) return undefined;
  return unitOf(x.entity("Company", name, { start, end, rule: "won/maker" }), start, end);
}

/** Whether a person follows an organization or place as its officer: 某公司总经理李某. */
function namesBearerOf(norm: string, mention: Mention, next: Mention): boolean {
  if (next.type !== "Person")
    return mention.end >= next.start && isPlace(mention.type) && isOrganization(next.type);
  if (mention.type === "Person" || (kindOf(mention.type) & IS_ACHIEVEMENT) !== 0) return false;
  const gap = norm.slice(mention.end, next.start).replace(NICKNAME, "");
  // 市政府授予王某: who gives is no employer.
  if (CONFERS.test(gap)) return false;
  // 甲公司 某某（乙医院护理部主任）: on the next line of a cell, with an organization of its own.
  if (/^\s+$/.test(gap) && EMPLOYED.test(norm.slice(next.end, next.end + 40))) return false;
  // 甲公司从副市长某某手中接过奖牌: nor is who hands it over.
  if (/^[、和与及以从由向被把，。；：]/.test(gap.replace(/^（[^）]{0,30}）/, ""))) return false;
  if (POST_GAP.test(gap)) return true;
  // 党委书记、常务副总经理宣某: posts in a row.
  return (
    gap.length <= 40 &&
    !/[，。；：！？]/.test(gap) &&
    (POST.test(gap.trim()) || HONOURED.test(gap.trim())) &&
    gap.split(/[、和兼]/).every(isPostOrNone)
  );
}

/** 首席技师、“金扳手”|陆大海 */
const NICKNAME = /、?“[^“”]{2,8}”$/;
const CONFERS = gated(/授予|追授|表彰|命名|颁给|颁发给|嘉奖/);

function isPostOrNone(text: string): boolean {
  const post = text.trim();
  return post === "" || POST.test(post) || HONOURED.test(post);
}

/** 技术中心主任、省劳动模范|石某: an honour before a name is as a post. */
const HONOURED = gated(/(?:劳动模范|劳模|工匠|先进工作者|技术能手|红旗手)$/);

const EMPLOYED =
  /^（[^（）]{0,200}(?:公司|集团|医院|学校|学院|大学|中学|小学|厂|院|所|局|中心)[^（）]{0,200}）/;

/** Between a person and whose officer that is: （女）, ，男，汉族，1970年生，. */
const ABOUT_PERSON =
  /^(?:（[男女]）)?[\s，—]{1,4}$|^，[男女](?:，(?:[\u4e00-\u9fa5]{1,4}族|(?:19|20)\d\d年\d{0,2}月?出?生|[\u4e00-\u9fa5]{2,4}人|中共党员|群众|本科|大专|硕士|博士|研究生)[^，。；]{0,6}){0,4}，(?:现任|现为|系|任|是)?$/;

const NOTED = gated(/^（[^（）]{0,40}）/);

function postFollows(norm: string, from: number, to: number): boolean {
  // 某公司（以下简称“某某”）董事长.
  const rest = NOTED.replace(norm.slice(from, Math.min(to, from + 60)), "")
    .split(/[（，。；\n\t]/)[0]!
    .trim();
  return rest !== "" && POST.test(rest);
}

/** 位于某区的, 某市的企业, 落户某园: a place that only says where. */
function onlyWhere(norm: string, mention: Mention, next: Mention | undefined): boolean {
  if (norm.startsWith("的", mention.end))
    return !ITS_TRADE.test(norm, mention.end, mention.end + LONGEST_TRADE);
  if (OF_PLACE.test(norm, mention.end, Math.min(norm.length, mention.end + 3))) return true;
  // 晋江市|深沪镇: a smaller place that is no entity.
  if (
    SMALLER_ENDS.within(norm, mention.end + 2, Math.min(norm.length, mention.end + 7)) &&
    SMALLER.test(norm.slice(mention.end, mention.end + 16))
  )
    return !/[获被于在荣入创]/.test(norm.slice(mention.end, mention.end + 3));
  if (WITHIN.test(norm, mention.end, Math.min(norm.length, mention.end + 24))) return true;
  if (
    next !== undefined &&
    next.start === mention.end &&
    (kindOf(next.type) & (IS_ORGANIZATION | IS_PLACE)) !== 0
  )
    return true;
  if (
    next !== undefined &&
    isOrganization(next.type) &&
    /^[\u4e00-\u9fa5]{1,14}(?:企业|单位|机构|龙头|品牌|厂商|代表)$/.test(norm.slice(mention.end, next.start))
  )
    return true;
  return LOCATED.test(norm, Math.max(0, mention.start - 5), mention.start);
}

/** 某县|的纺织，2004年就拿到“中国毛巾名城”: the place has the title that its trade has won. */
const ITS_TRADE = gated(
  /^的[\u4e00-\u9fa5]{2,6}，[^。；]{0,24}(?:中国|世界)[^，。；]{2,14}(?:之[都乡城]|名城)/,
);
const LONGEST_TRADE = 54;
/** （以下简称“某高新区”）内的. */
const WITHIN = gated(/^(?:（[^（）]{2,20}）)?境?内/);
/** After a place: what is of it. */
const OF_PLACE = gated(/^(?:各?企业|单位|组织|公司|个人|产品|市民|籍|制造|首家)/);
const SMALLER = /^[\u4e00-\u9fa5]{2,5}?(?:镇|街道|乡|村|社区)(?![\u4e00-\u9fa5]{0,40}?(?:公司|厂))/;
const SMALLER_ENDS = new CharacterSet("镇街乡村社");
const LOCATED = gated(
  /(?:位于|坐落于?|坐落在|落户于?|落户在|来自|地处|设在|设于|扎根|入驻|落地|注册于|注册在|总部在|在|于|从|到)$/,
);

/** Words for any work, not a work's name. */
const CLASS_OF_WORK = /^(?:国家|行业|地方|团体|企业|国际)?(?:标准|重点|科技|示范)?(?:项目|工程|标准)$/;
const JOINT =
  /^(?:[；，、]?(?:（[一二三四五六七八九十\d]{1,2}）|[①-⑳])|[、和与及](?:位于|同在|来自)?[\u4e00-\u9fa5]{1,7}[省市县区镇旗]的$|（[^（）\n]{0,60}）|等?[\d一二两三四五六七八九十]{1,3}[家个](?!获奖|提名|正奖)[\u4e00-\u9fa5]{0,4}(?:企业|单位|组织|机构)(?=[和与及]|以及)|(?:[\d一二两三四五六七八九十]{1,3}[家个][\u4e00-\u9fa5]{0,6}(?:企业|单位|组织|机构|公司))?，?(?:连同|再?加上|以及)|(?<=[、和与及])(?:获奖)?(?:个人|企业|单位|组织)(?=$)|[“”《》\s]|、|和|与|及|以及|，以及|，还有|暨|还有|等){0,5}$/;
const TAIL =
  /^[\s”》]{0,40}(?:等?(?:[\d一二两三四五六七八九十]{1,3}(?:家|个|名|位|项|件|地|县|市|区|镇|园区|县市|县区|市县|区县)(?:企业|组织|单位|公司|个人|人|机构|成果|项目|学校|医院)?|等(?:一批|多家|数家|若干)?(?:企业|单位|组织|公司|机构|医院|学校|个人|集体|同志)?)(?=[^\d年]|$))?/;

/** Between two works with whose they are: ”、某公司“. */
const NEXT_WORK = gated(
  /^[”》]?(?:项目|专利|成果|技术|课题)?(?:、|和|与|及|以及)(?:[\u4e00-\u9fa5]{0,8}[“《])?$/,
);
/** With what the gap between two of an enumeration begins. */
const JOINS = new CharacterSet(
  `${BLANKS}①②③④⑤⑥⑦⑧⑨⑩；，、和与及（等0123456789一二两三四五六七八九十“”《》以，还暨连再加`,
);
/** Between a work and its maker before it: 某公司“…”, 某公司的《…》, 某公司研发的“…”. */
const MAKER = gated(/^(?:[\u4e00-\u9fa5]{0,8}的)?(?:发明|实用新型|核心)?(?:专利|项目|成果)?[“《]$/);

/** Between two organizations of an enumeration: what the second is known by (甲和给园区供热的乙). */
const DESCRIBED = gated(/^(?:和|与|及|以及|、)(?:(?![获奖评授和与及旗])[\u4e00-\u9fa5]){2,14}的$/);
const POSTED = gated(/^(?:、|和|与|及|以及)[\u4e00-\u9fa5]{2,8}$/);
const NOTE = gated(/（[^（）\n]{1,12}）/);
export const isFirm = ({ entity }: Unit): boolean =>
  entity.type === "Company" || entity.type === "Institution";

/** The enumerations that units form. A maker right before its work goes with it. */
export function groupsOf(norm: string, units: readonly Unit[]): Group[] {
  const groups: Group[] = [];
  let last: Group | undefined;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const next = i + 1 < units.length ? units[i + 1] : undefined;
    if (
      next !== undefined &&
      isAchievement(next) &&
      !isAchievement(unit) &&
      !isPlaceUnit(unit) &&
      MAKER.test(norm, unit.end, Math.max(unit.end, next.start)) &&
      // 甲和乙一起做的“某某”: both have made it.
      !(last?.units.every(isFirm) === true && isFirm(unit) && follows(norm, last, unit))
    ) {
      next.maker = unit;
      next.start = unit.start;
      continue;
    }
    // 甲和给园区供热的乙: the zone only tells of the second.
    if (
      last !== undefined &&
      unit.generic === true &&
      next !== undefined &&
      isPlaceUnit(unit) &&
      isFirm(next) &&
      isFirm(last.units[last.units.length - 1]!) &&
      DESCRIBED.test(norm, last.end, next.start)
    )
      continue;
    if (last !== undefined) {
      if (unit.anaphor && unit.start === last.units[last.units.length - 1]!.start) {
        last.units.push(unit);
        continue;
      }
      if (follows(norm, last, unit)) {
        last.units.push(unit);
        last.end = unit.end;
        continue;
      }
    }
    // ①甲；②乙: the first number is of the list.
    last = { units: [unit], start: unit.start - numberLength(norm, unit.start), end: unit.end };
    groups.push(last);
  }
  for (const group of groups) {
    const near = Math.min(norm.length, group.end + 12);
    if (group.units.length === 1 && indexWithin(norm, "等", group.end, near) < 0) continue;
    const tail = TAIL.exec(norm.slice(group.end, group.end + 12))?.[0] ?? "";
    if (group.units.length > 1 || tail.includes("等")) group.end += tail.length;
  }
  return groups;
}

const [ONE, CLOSING] = ["①".charCodeAt(0), "）".charCodeAt(0)];
const NUMBER = gated(/（[1一]）$/);

/** How long the number of the first of a list is right before an offset: ①, （1）. */
function numberLength(norm: string, at: number): number {
  const before = norm.charCodeAt(at - 1);
  if (before === ONE) return 1;
  return before === CLOSING && NUMBER.test(norm, Math.max(0, at - 3), at) ? 3 : 0;
}

/** Between a firm and one of its own people whom the text adds. */
const OFFICER_GAP = gated(
  /^(?:和|与|及|以及|连同)(?:其|该公司|公司|企业|该企业|该院|医院|自己的)?[\u4e00-\u9fa5]{2,12}$/,
);

/** 甲，以及某县的|乙 */
const AND_OF_PLACE = gated(/^，以及(?:位于|来自)?[\u4e00-\u9fa5]{1,7}[省市县区镇旗]的$/);

/** 某医院|急诊科和|甲公司: a part of the first, which has it. */
const PART_AND = gated(/^[\u4e00-\u9fa5]{1,5}[科室处组班队部](?:[、和与及]|以及)$/);
const LONGEST_PART = 9;

/** Whether a unit goes on with an enumeration. */
function follows(norm: string, { units, end }: Group, unit: Unit): boolean {
  if (
    unit.start - end <= LONGEST_PART &&
    PART_AND.test(norm, end, unit.start) &&
    isFirm(unit) &&
    isFirm(units[units.length - 1]!)
  )
    return true;
  if (end >= unit.start || !JOINS.has(norm.charCodeAt(end))) return false;
  const gap = norm.slice(end, unit.start);
  if (gap.trim() === "") return false;
  if (JOINT.test(gap) || AND_OF_PLACE.test(gap)) return true;
  const before = units[units.length - 1]!;
  // 某公司及其首席技师某某.
  if (unit.entity.type === "Person" && isFirm(before) && OFFICER_GAP.test(gap) && POST.test(gap)) return true;
  // 甲公司及村支书王某
  if (unit.entity.type === "Person" && POSTED.test(gap) && POST.test(gap)) return true;
  if (isFirm(unit) && isFirm(before) && DESCRIBED.test(NOTE.replace(gap, ""))) return true;
  return isAchievement(unit) && isAchievement(before) && NEXT_WORK.test(gap);
}
