import type { EntityType } from "../../../schema/index.js";
import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";
import type { DocEntity, Extraction } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";
import type { Unit } from "./units.js";

/** A work that won: a patent, project or standard, by its title. */
export interface Work {
  /** The entity, of the type that the award asks for; made when first asked for. */
  entity(award: DocEntity): DocEntity;
  /** Those in brackets after the title. */
  makers: DocEntity[];
  /** The brackets' text. */
  note: { start: number; end: number };
  /** Whether quotation marks show that it is a title. */
  quoted: boolean;
  /** That in a bracket of its own behind the title: 某某技术（一等奖）. */
  tier?: TierName | undefined;
}

const MAKERS: readonly EntityType[] = ["Company", "Institution", "Person", "Platform"];
/** Awards that go to works. */
const WORKS =
  /专利|科学|科技|技术发明|进步|成果|创新贡献|标准|外观设计|设计奖|案例|论文|优质工程|鲁班|项目|著作|图书|新闻|作品|课题/;
const NO_TITLE =
  /占[据了得]?[一二两三四五六七八九十\d]{1,2}[席个]|[。；！？【]|获奖|申报|公示|空缺|地址|电话|联系|名单|如下|附件|年\d{1,2}月\d{1,2}日$|排名|授予|不设|争创|^以上|^注|^请|获得$|^(?:分别)?[由被]|^(?:授予|颁给|颁发|奖给)|分别|(?:获|拿[到下]|[摘捧夺获]得|捧回|斩获)[^，]{0,8}奖$|奖励|万元|选送的|报送的|授权$|鉴定|复评|未(?:能|获|通过|予|列)/;

/** What titles of projects and patents end in. */
const TITLE_END = gated(
  /(?:技术|工艺|装备|装置|系统|方法|应用|产业化|研究|研发|开发|体系|制造|示范|推广|设备|结构|生产线|模式|材料|机构|用途|工程|集成|平台|国产化|自主化)$/,
);

/** Whether a text by itself reads as the title of a project or patent. */
export const isTitle = (text: string): boolean =>
  text.length >= 6 && text.length <= 60 && (text.startsWith("一种") || TITLE_END.test(text));

export const worksWin = (award: DocEntity): boolean => WORKS.test(award.name);

/** The title that a field is, with its makers in brackets; undefined where it is none. */
export function workOf(x: Extraction, field: { start: number; end: number }): Work | undefined {
  const tiered = TIER_BEHIND.exec(x.norm, field.start, field.end);
  const tier = tiered === null ? undefined : tierOfLabel(tiered[1]!);
  if (tier === undefined) return untiered(x, field);
  const work = untiered(x, { start: field.start, end: field.end - tiered![0].length });
  return work === undefined ? undefined : { ...work, tier };
}

/** 某某技术|（一等奖） */
const TIER_BEHIND = gated(/（([^（）]{2,6}奖)）\s{0,4}$/);

function untiered(x: Extraction, field: { start: number; end: number }): Work | undefined {
  const { norm } = x;
  const text = norm.slice(field.start, field.end);
  const bracket = /（((?:[^（）]|（[^（）]{1,20}）){4,120})）\s{0,20}$/.exec(text);
  const inside =
    bracket === null
      ? undefined
      : { start: field.start + bracket.index + 1, end: field.start + bracket.index + 1 + bracket[1]!.length };
  const makers = inside === undefined ? [] : makersIn(x, inside.start, inside.end);
  const dated = inside !== undefined && /(?:19|20)\d\d|[届批]/.test(norm.slice(inside.start, inside.end));
  const note = makers.length > 0 || dated ? inside! : { start: field.end, end: field.end };
  const body = makers.length > 0 || dated ? text.slice(0, bracket!.index) : text;
  // ISO国际标准《…》, 项目“…”, 某公司完成的“…”, 《…》（地方标准）: the title is what the marks hold.
  const marked =
    /^(?:[^“《]{0,10}|([^“《]{2,80}))[“《]([^”》]{3,60})[”》](?:项目|专利|(?:系列)?(?:国家|行业|地方|团体|国际|企业)?标准|成果|案例)?(?:（[^（）]{2,24}）)?\s{0,20}$/.exec(
      body,
    );
  const before = marked?.[1]?.length ?? 0;
  if (before > 0) {
    const named = makersIn(x, field.start, field.start + before);
    const lead = marked![1]!;
    if (!lead.endsWith("的") && (named.length === 0 || NO_TITLE.test(lead))) return undefined;
    makers.push(...named);
  } else if (marked !== null) {
    // 某大学的“…”: as short as 项目“…”.
    const { index } = /[“《]/.exec(body)!;
    makers.push(...makersIn(x, field.start, field.start + index));
  }
  const lead = /^[\s“《]*/.exec(body)![0].length;
  const start = field.start + (marked === null ? lead : body.indexOf(marked[2]!));
  const end =
    marked === null
      ? field.start + body.length - /[\s”》]{0,40}$/.exec(body)![0].length
      : start + marked[2]!.length;
  const name = x.text.slice(start, end);
  // 团体标准《燕麦片》
  const least = marked !== null && text.includes("标准") ? 3 : 5;
  if (name.length < least || name.length > 70 || NO_TITLE.test(name)) return undefined;
  // 某公司与上述企业没有股权关系: what tells of a firm is no title.
  // 某省第五届专利奖于2022年12月评出: nor what tells of a prize.
  if (marked === null && x.mentionsIn(start, end, ["Company", "Award"]).length > 0) return undefined;
  // 2021年被命名为“某示范区”: a title of honour.
  if (x.mentionsIn(start, end, ["Award"]).some((award) => award.start === start && award.end === end))
    return undefined;
  return {
    makers,
    note,
    quoted: marked !== null,
    entity: (award) => makesWork(x, award, start, end),
  };
}

/** The pieces of a list of titles: what stands between two that hold one each. */
const PIECE = /(?:[^“《”》（）、，；]|（[^（）]{0,60}）|[“《][^“《”》]{3,60}[”》]){1,60}/g;

const SIDE_BY_SIDE = /(?<=[”》])(?=[“《])/;

/** “甲技术”（甲公司）、乙大学的“乙装置”: the works of a list, each in quotation marks with its makers; undefined where a piece is none. */
export function worksListed(x: Extraction, field: { start: number; end: number }): Work[] | undefined {
  const works: Work[] = [];
  for (const match of allMatches(PIECE, x.norm.slice(field.start, field.end))) {
    let start = field.start + match.index;
    // “甲技术”“乙装置”
    for (const part of match[0].split(SIDE_BY_SIDE)) {
      const work = workOf(x, { start, end: start + part.length });
      if (work?.quoted !== true) return undefined;
      works.push(work);
      start += part.length;
    }
  }
  return works.length > 1 ? works : undefined;
}

/** The work that a title names, of the type that goes with the award; the one known there. */
export function makesWork(x: Extraction, award: DocEntity, start: number, end: number): DocEntity {
  const type = /专利|外观设计/.test(award.name) ? "Patent" : "Initiative";
  return (
    x.mentionsIn(start, end, [type])[0]?.entity ??
    x.entity(type, x.text.slice(start, end), { start, end, rule: "won/achievement" })
  );
}

/** The work that the text names as one, with its makers in the brackets after it. */
export function workOfUnit(x: Extraction, unit: Unit): Work {
  const note = { start: unit.end - unit.note.length - 1, end: unit.end - 1 };
  const noted = unit.note === "" ? { start: unit.end, end: unit.end } : note;
  return {
    entity: () => unit.entity,
    makers: makersIn(x, noted.start, noted.end),
    note: noted,
    quoted: true,
  };
}

const makersIn = (x: Extraction, start: number, end: number): DocEntity[] =>
  x.mentionsIn(start, end, MAKERS).map((m) => m.entity);
