import type { EntityType } from "../../../schema/index.js";
import { SURNAMES } from "../../lexicon/surnames.js";
import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { isLabel } from "../names/speakers.js";
import { indexWithin } from "../spans.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { namesNobody } from "./people.js";

/** Who can win an award. */
export const WINNER_TYPES: readonly EntityType[] = [
  "Company",
  "Institution",
  "GovernmentBody",
  "Person",
  "Province",
  "City",
  "County",
  "Zone",
  "Patent",
  "Initiative",
  "Platform",
];
const PLACES: readonly EntityType[] = ["Province", "City", "County", "Zone"];
const ORGANIZATIONS: readonly EntityType[] = ["Company", "Institution", "GovernmentBody", "Platform", "Zone"];
const ACHIEVEMENTS: readonly EntityType[] = ["Patent", "Initiative"];

/** One that may win, as the text names it: a person with organization and post, an organization, a place, a patent. */
export interface Unit {
  entity: DocEntity;
  start: number;
  end: number;
  /** Text in round brackets right after it, without the brackets. */
  note: string;
  /** Whose work it is, where the text says so right before it. */
  maker?: Unit;
  /** Whether it is 它, 这家企业, 他: a reference to one named before. */
  anaphor?: boolean;
  /** Whether it is 我市, 该公司 and the like. */
  generic?: boolean;
}

/** Units that the text enumerates: A、B和C（某市）等3家企业. */
export interface Group {
  units: Unit[];
  start: number;
  end: number;
}

export const isPlaceUnit = (unit: Unit): boolean => PLACES.includes(unit.entity.type);
export const isAchievement = (unit: Unit): boolean => ACHIEVEMENTS.includes(unit.entity.type);

/** The organization whose officer a person is named as. */
export function employerOf(x: Extraction, { entity, start, end }: Unit): DocEntity | undefined {
  return entity.type === "Person"
    ? x.mentionsIn(start, end, ["Company", "Institution"]).find((m) => m.entity !== entity)?.entity
    : undefined;
}

/** The organization as whose officer a unit is named, in its place; the unit where it is none. */
export function asEmployer(x: Extraction, unit: Unit): Unit {
  const entity = employerOf(x, unit);
  return entity === undefined ? unit : { ...unit, entity };
}

/** Between a person and the organization before: a post, a department, 的, brackets; no list, no clause. */
const POST_GAP = /^(?:（[^）]{0,30}）)?[^，。；：、！？和与及]{0,30}$/;
export const POST = gated(
  /(?:长|经理|书记|主任|总监|总裁|工程师|技师|技工|工人|职工|员工|教授|研究员|委员|主席|专家|师|员|手|工|主管|董事|顾问|负责人|创始人|首席\S{0,40}|带头人|医生|护士|代表|调研员|会计|总工|司机|机长|先生|女士|同志)$/,
);
const BRACKET_AFTER = gated(/^”?（([^（）\n]{0,60})）/);
const WINNERS: ReadonlySet<EntityType> = new Set(WINNER_TYPES);

/** The units in [from, to) in order. Those in brackets, places that only say where, and employers of a person are left out. */
export function unitsIn(x: Extraction, from: number, to: number): Unit[] {
  const { norm } = x;
  const units: Unit[] = [];
  const named = x.mentionsIn(from, to);
  if (named.length === 0) return units;
  const depths = bracketed(norm, from, to);
  const mentions = named.filter(
    (m) =>
      WINNERS.has(m.type) &&
      !depths(m.start) &&
      !(m.type === "Initiative" && CLASS_OF_WORK.test(m.entity.name)) &&
      !(m.type === "Person" && namesNobody(m.entity.name)),
  );
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const next = mentions[i + 1];
    if (next !== undefined && namesBearerOf(norm, mention, next)) continue;
    // 某某：2015年获…: the firm for whom the speaker answers has it.
    if (next !== undefined && mention.type === "Person" && isLabel(next)) continue;
    // 某集团某某有限公司: one name that was read as two.
    if (next?.start === mention.end && next.type === "Company" && mention.type === "Company") continue;
    const until = Math.min(to, mention.end + 64);
    if (mention.type === "Company" || mention.type === "Institution") {
      const officer = officerAfter(x, mention, next, to);
      if (officer !== undefined) {
        units.push(officer);
        continue;
      }
    }
    // 某公司总装厂“某某”QC小组: its team's win is its own.
    const team =
      ORGANIZATIONS.includes(mention.type) &&
      indexWithin(norm, "“", mention.end, Math.min(until, mention.end + TEAM_WITHIN)) >= 0
        ? (TEAM.exec(norm.slice(mention.end, until))?.[0].length ?? 0)
        : 0;
    const note = BRACKET_AFTER.exec(norm, mention.end + team, until);
    const end = mention.end + team + (note?.[0].length ?? 0);
    if (PLACES.includes(mention.type) && onlyWhere(norm, mention, next)) continue;
    const previous = units.at(-1);
    // 董事长　某某（某公司）, 某某，某公司董事长: the organization is the person's.
    if (
      previous?.entity.type === "Person" &&
      mention.type !== "Person" &&
      !PLACES.includes(mention.type) &&
      ABOUT_PERSON.test(norm.slice(previous.end, mention.start)) &&
      (/\s/.test(norm.slice(previous.end, mention.start)) || postFollows(norm, mention.end, to))
    )
      continue;
    let start = mention.start;
    if (mention.type === "Person") {
      for (let j = i - 1; j >= 0 && mentions[j]!.end <= start; j--) {
        if (!namesBearerOf(norm, mentions[j]!, mention)) break;
        start = mentions[j]!.start;
      }
    }
    if (mention.type === "Patent") {
      const maker = makerBefore(x, mention, from);
      if (maker !== undefined) units.push(maker);
    }
    units.push({ entity: mention.entity, start, end, note: note?.[1] ?? "", generic: mention.generic });
  }
  return units;
}

/** How soon the quotation in the name of a team begins. */
const TEAM_WITHIN = 12;
const TEAM =
  /^(?:[\u4e00-\u9fa5]{1,8}(?:厂|部|科|车间|工段|公司|中心|室|站|队|处))?“[^“”\n，。]{1,12}”(?:QC|质量管理|质量攻关|质量|攻关|创新|工艺)?(?:小组|班组|课题组|团队)/;

const OFFICER =
  /^(?:（[^（）]{0,30}）)?[\u4e00-\u9fa5]{0,14}?(?:董事长|总经理|经理|书记|主任|总监|总裁|工程师|总工|技师|师傅|班长|组长|段长|厂长|院长|所长|校长|处长|科长|教授|司机|工人|职工|[工员师手])([\u4e00-\u9fa5]{2,3})(?=[、，；。（）\s]|等|和|及|以及|荣?获|被|入选|当选|上榜|摘|捧|夺|斩|拿|同|均|分别|20\d\d年|$)/;

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
  return { entity, start: organization.start, end: end + (note?.[0].length ?? 0), note: note?.[1] ?? "" };
}

/** 、某某切削“…方法”: a maker known by no other name, right before its patent's title. */
export function makerBefore(x: Extraction, patent: Mention, from: number): Unit | undefined {
  const lead = x.norm.slice(Math.max(from, patent.start - 12), patent.start);
  const name = /(?<=[、，；：。]|^)([\u4e00-\u9fa5]{3,8})[“《]$/.exec(lead)?.[1];
  if (
    name === undefined ||
    /[的为即与及等中了得获有由和以将过]|专利|发明|其中|包括|完成|项目|申请|研发/.test(name)
  )
    return undefined;
  const end = patent.start - 1;
  const start = end - name.length;
  if (x.mentionsIn(start - 8, end + 1).some((m) => m.end > start)) return undefined;
  return { entity: x.entity("Company", name, { start, end, rule: "won/maker" }), start, end, note: "" };
}

/** Whether a person follows an organization or place as its officer: 某公司总经理李某. */
function namesBearerOf(norm: string, mention: Mention, next: Mention): boolean {
  if (next.type !== "Person" && !(PLACES.includes(mention.type) && ORGANIZATIONS.includes(next.type))) {
    // 某公司焊接车间: what directly follows as part of a larger name is one thing with it.
    return false;
  }
  const gap = norm.slice(mention.end, next.start);
  if (next.type !== "Person") return gap === "";
  if (mention.type === "Person" || ACHIEVEMENTS.includes(mention.type)) return false;
  // 甲公司 某某（乙医院护理部主任）: on the next line of a cell, with an organization of its own.
  if (/^\s+$/.test(gap) && EMPLOYED.test(norm.slice(next.end, next.end + 40))) return false;
  if (/^[、和与及以，。；：]/.test(gap.replace(/^（[^）]{0,30}）/, ""))) return false;
  if (POST_GAP.test(gap)) return true;
  // 党委书记、常务副总经理宣某: posts in a row.
  return (
    gap.length <= 40 &&
    !/[，。；：！？]/.test(gap) &&
    POST.test(gap.trim()) &&
    gap.split(/[、和兼]/).every((post) => POST.test(post.trim()) || post.trim() === "")
  );
}

const EMPLOYED =
  /^（[^（）]{0,200}(?:公司|集团|医院|学校|学院|大学|中学|小学|厂|院|所|局|中心)[^（）]{0,200}）/;

/** Between a person and whose officer that is: （女）, ，男，汉族，1970年生，. */
const ABOUT_PERSON =
  /^(?:（[男女]）)?[\s，—]{1,4}$|^，[男女](?:，(?:[\u4e00-\u9fa5]{1,4}族|(?:19|20)\d\d年\d{0,2}月?出?生|[\u4e00-\u9fa5]{2,4}人|中共党员|群众|本科|大专|硕士|博士|研究生)[^，。；]{0,6}){0,4}，(?:现任|现为|系|任|是)?$/;

function postFollows(norm: string, from: number, to: number): boolean {
  const rest = norm
    .slice(from, Math.min(to, from + 40))
    .split(/[（，。；\n\t]/)[0]!
    .trim();
  return rest !== "" && POST.test(rest);
}

/** 位于某区的, 某市的企业, 落户某园: a place that only says where. */
function onlyWhere(norm: string, mention: Mention, next: Mention | undefined): boolean {
  if (norm.startsWith("的", mention.end)) return true;
  if (OF_PLACE.test(norm, mention.end, Math.min(norm.length, mention.end + 3))) return true;
  // 晋江市|深沪镇: a smaller place that is no entity.
  if (
    SMALLER_ENDS.within(norm, mention.end + 2, Math.min(norm.length, mention.end + 7)) &&
    SMALLER.test(norm.slice(mention.end, mention.end + 16))
  )
    return !/[获被于在荣入创]/.test(norm.slice(mention.end, mention.end + 3));
  if (norm.startsWith("内", mention.end) || norm.startsWith("境内", mention.end)) return true;
  if (next !== undefined && next.start === mention.end && ORGANIZATIONS.includes(next.type)) return true;
  if (
    next !== undefined &&
    ORGANIZATIONS.includes(next.type) &&
    /^[\u4e00-\u9fa5]{1,14}(?:企业|单位|机构|龙头|品牌|厂商|代表)$/.test(norm.slice(mention.end, next.start))
  )
    return true;
  return LOCATED.test(norm, Math.max(0, mention.start - 5), mention.start);
}

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
  /^(?:[、和与及](?:位于|同在|来自)?[\u4e00-\u9fa5]{1,7}[省市县区镇旗]的$|（[^（）\n]{0,60}）|等?[\d一二两三四五六七八九十]{1,3}[家个][\u4e00-\u9fa5]{0,4}(?:企业|单位|组织|机构)(?=[和与及]|以及)|[“”《》\s]|、|和|与|及|以及|，以及|，还有|暨|还有|等){0,5}$/;
const TAIL =
  /^[\s”》]{0,40}(?:等?(?:[\d一二两三四五六七八九十]{1,3}(?:家|个|名|位|项|件)(?:企业|组织|单位|公司|个人|人|机构|成果|项目|学校|医院)?|等)(?=[^\d年]|$))?/;

/** Between two works with whose they are: ”、某公司“. */
const NEXT_WORK = gated(/^[”》]?(?:、|和|与|及|以及)[\u4e00-\u9fa5]{0,8}[“《]$/);
/** With what the gap between two of an enumeration begins. */
const JOINS = new CharacterSet(`${BLANKS}、和与及（等0123456789一二两三四五六七八九十“”《》以，还暨`);
/** Between a work and its maker before it: 某公司“…”, 某公司的《…》, 某公司研发的“…”. */
const MAKER = gated(/^(?:[\u4e00-\u9fa5]{0,8}的)?(?:发明|实用新型|核心)?(?:专利|项目|成果)?[“《]$/);

/** The enumerations that units form. A maker right before its work goes with it. */
export function groupsOf(norm: string, units: readonly Unit[]): Group[] {
  const groups: Group[] = [];
  for (const [i, unit] of units.entries()) {
    const next = units[i + 1];
    if (
      next !== undefined &&
      !isAchievement(unit) &&
      !isPlaceUnit(unit) &&
      isAchievement(next) &&
      MAKER.test(norm, unit.end, Math.max(unit.end, next.start))
    ) {
      next.maker = unit;
      next.start = unit.start;
      continue;
    }
    const last = groups.at(-1);
    const joins = last !== undefined && last.end < unit.start && JOINS.has(norm.charCodeAt(last.end));
    const gap = joins ? norm.slice(last.end, unit.start) : "";
    const works = last !== undefined && isAchievement(unit) && isAchievement(last.units.at(-1)!);
    const same = last !== undefined && unit.anaphor === true && unit.start === last.units.at(-1)!.start;
    if (same) last.units.push(unit);
    else if (last !== undefined && gap.trim() !== "" && (JOINT.test(gap) || (works && NEXT_WORK.test(gap)))) {
      last.units.push(unit);
      last.end = unit.end;
    } else groups.push({ units: [unit], start: unit.start, end: unit.end });
  }
  for (const group of groups) {
    const near = Math.min(norm.length, group.end + 12);
    if (group.units.length === 1 && indexWithin(norm, "等", group.end, near) < 0) continue;
    const tail = TAIL.exec(norm.slice(group.end, group.end + 12))?.[0] ?? "";
    if (group.units.length > 1 || tail.includes("等")) group.end += tail.length;
  }
  return groups;
}

const nowhere = (): boolean => false;

/** Tells whether an offset stands in round brackets that open within [from, to). */
export function bracketed(norm: string, from: number, to: number): (offset: number) => boolean {
  const spans: [number, number][] = [];
  for (
    let open = indexWithin(norm, "（", from, to);
    open >= 0;
    open = indexWithin(norm, "（", open + 1, to)
  ) {
    const close = indexWithin(norm, "）", open, to);
    if (close < 0) break;
    spans.push([open, close]);
  }
  return spans.length === 0
    ? nowhere
    : (offset) => spans.some(([open, close]) => offset > open && offset < close);
}
