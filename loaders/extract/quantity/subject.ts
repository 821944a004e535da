import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { DocEntity, Mention } from "../types.js";
import { countsForPlace } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import { isPlaceOfAward, PLACES } from "./roles.js";
import type { Topics } from "./topics.js";

const CLAUSE_ENDS = new CharacterSet("，；：");

/** What is invested in, built and produced is a project's, where the text names one. */
const PROJECT = gated(
  /^(?:计划|届时|项目|设计|首期|一期|首批|预计){0,6}(?:(?:全面|项目)?(?:达产|建成|投产|满产|投用|投运)后)?(?:预计|每年|年)?(?:可产|可?(?:实现)?(?:总投资|总投入|投资(?!额?增长|增速)|投下|投入(?!产出|强度|占|使用|运营)|斥资|年产(?!品)|设计年产能|年产能|总建筑面积|占地|用地|规划用地|新增(?:产值|产能|销售|税收)|年销售|年产值))|项目总投[资入]/,
);
/** What serves others is rather a laboratory's or centre's than that of who has it. */
const SERVICE = gated(
  /服务[^业贸]|出具|检测|检定|校准|认可|参数|接[单待入]|受理|送检|减免|减负|孵化|培训|培养|输送|诊断|开放|在孵|入孵|投[入资]|经费|面积|设备|避免|帮.{0,2}企业|挽损/,
);
/** Verbs that bring about what is named after them; the later figures of the sentence are of it where several have a part in it. */
const MADE = gated(
  /(?:共建|合建|共同|联合|携手|合作|合办|联手|牵手|组建|成立|设立|建立|打造|创办|搭建|委托|托管|代管|承建|承担建设|牵头建设|负责建设|运营|建有)/,
);
/** What an authority itself does; its other figures are of its territory. */
const ACTS = gated(
  /(?:案件|抽查|抽检|检定计量|罚没|移送(?:公安|司法)|查处|查办|涉案|移送|投诉|举报|挽回|立案|执法|行政处罚|信访)(?!.{0,12}率$)|内设|科室|在编|编制数/,
);
/** Those that are its own even where it only heads the report: inspections are told of its territory. */
const CASES = gated(
  /(?:案件|罚没|移送(?:公安|司法)|查处|查办|涉案|投诉|举报|立案|行政处罚)(?!.{0,12}率$)|内设|科室|在编|编制数/,
);
const MAKINGS: readonly EntityType[] = ["Platform", "Institution", "Zone"];
/** What a firm or place has, but no laboratory or centre. */
const OF_TRADER = gated(/营业?收入|营收|(?<!直接)产值|利润|纳税|税收|销售额|研发投入|注册商标|质量奖/);
const MEMBERS = gated(/(?:成员|会员|理事)单位$|^(?:会员|成员)(?:单位|企业)/);
const OF_TRADE = gated(/产值|规模|营收|收入|增加值|^规/);
const GIVEN = gated(/贡献|带来|缴纳|上缴/);
/** Between an amount and the project that it is put into. */
const BUILDS = gated(/^，(?:建设|新建|打造|用于|实施|上马|启动|推进)[^，。；]{0,8}$/);
const HAS_BUILT = gated(/[市区县州园](?:现|已|则|也)?(?:拥?有|建[成有])$/);
/** After what is brought into being: its clause ends. */
const ENDS = gated(/^[”’）]?[，、]/);
const ENDS_AFTER_BRACKETS = gated(/^（[^）]*），/);
const JOINT = gated(/^[、和，]?$/);
const CATAPHOR = gated(/[，。]这是/);

export const isProject = (indicator: string): boolean => PROJECT.test(indicator);

/** Whose figure it is. */
export function subjectOf(p: Paragraph, part: Part, indicator: string): DocEntity | undefined {
  const { x, topics } = p;
  const at = part.figure.start;
  if (isProject(indicator)) {
    const project =
      x.mentionsIn(part.figure.end, part.clause.end, ["Initiative"])[0] ??
      x.mentionsIn(p.sentence, at, ["Initiative"]).at(-1) ??
      projectAfter(p, part);
    if (project !== undefined) return project.entity;
  }
  if (MEMBERS.test(indicator)) {
    const association = topics.association(p.sentence, at);
    if (association !== undefined) return association;
  }
  const winners = p.said.namedAt < part.clause.start ? topics.placeOfWinners(indicator, at) : undefined;
  if (winners !== undefined) return winners;
  const made = madeBefore(p, part, indicator);
  if (made !== undefined) return made;
  if (p.said.nobody) return undefined;
  const topic = p.said.topic ?? cataphor(p, part) ?? topics.of(p.block);
  // What an authority counts of its own acts is its own in its report.
  const author = p.said.namedAt === part.clause.start ? undefined : authorOf(topics, topic, indicator);
  if (author !== undefined) return author;
  if (p.said.trade !== undefined && countsForPlace(indicator) && !OF_TRADE.test(indicator))
    return p.said.trade.before && PLACES.includes(p.said.trade.before.type)
      ? p.said.trade.before
      : topics.of(p.block);
  if (topic?.type === "Platform" && p.said.namedAt < p.sentence && OF_TRADER.test(indicator)) {
    p.said.topic = p.own ?? topics.of(p.block);
    return p.said.topic;
  }
  if (topic === undefined || PLACES.includes(topic.type) || topic.type === "StandardsBody") return topic;
  if (topic.type === "GovernmentBody") return ACTS.test(indicator) ? topic : topics.territory(topic);
  if (!countsForPlace(indicator) || GIVEN.test(indicator)) return topic;
  // The sentence has come back to the place.
  p.said.topic = topics.place;
  return topics.place;
}

/** The authority that reports what it has done itself, where else a figure would be of its territory. */
export function authorOf(
  topics: Topics,
  topic: DocEntity | undefined,
  indicator: string,
): DocEntity | undefined {
  return (topic === undefined || PLACES.includes(topic.type)) &&
    topics.author !== undefined &&
    (topics.isSigned ? ACTS : CASES).test(indicator)
    ? topics.author
    : undefined;
}

/** 投下23亿元，建设某工厂项目: what the next clause builds. */
function projectAfter(p: Paragraph, part: Part): Mention | undefined {
  const { end } = part.clause;
  const next = p.x.mentionsIn(end, Math.min(p.block.end, end + 60), ["Initiative"])[0];
  return next !== undefined && BUILDS.test(p.x.norm, end, next.start) ? next : undefined;
}

/** Before whom something is done. */
const BY = new CharacterSet("由经");

/**
 * Who is brought into being before a figure that leaves its subject out: A与B共建某研究院，每年输送人才60名. Of a platform
 * that one has alone only what serves others counts for it: 公司建有某检测中心，出具报告3万份.
 */
function madeBefore(p: Paragraph, part: Part, indicator: string): DocEntity | undefined {
  if (p.said.namedAt >= part.clause.start || !SERVICE.test(indicator)) return undefined;
  const { x } = p;
  // …有某中心，由某院承担，检测…: not who runs it.
  const mentions = x.mentionsIn(Math.max(p.sentence, p.said.namedAt), part.clause.start, MAKINGS);
  let last = mentions.pop();
  while (last !== undefined && BY.has(x.norm.charCodeAt(last.start - 1))) last = mentions.pop();
  if (last === undefined || last.entity === p.said.topic) return undefined;
  let from = last.start;
  const least = Math.max(p.sentence, last.start - 40);
  while (from > least && !CLAUSE_ENDS.has(x.norm.charCodeAt(from - 1))) from--;
  if (!MADE.test(x.norm, from, last.start) && !HAS_BUILT.test(x.norm, from, last.start)) return undefined;
  // It ends its clause: its figures may follow.
  const { length } = x.norm;
  return ENDS.test(x.norm, last.end, Math.min(length, last.end + 2)) ||
    ENDS_AFTER_BRACKETS.test(x.norm, last.end, Math.min(length, last.end + 30))
    ? last.entity
    : undefined;
}

/** A place at the head of an item is its subject: 其中甲区11家、乙区9家. */
export function itemSubject(p: Paragraph, part: Part): DocEntity | undefined {
  const place = p.x.mentionsIn(part.from, part.figure.start, PLACES)[0];
  if (place === undefined || !JOINT.test(p.x.norm, part.from, place.start)) return undefined;
  if (place.type === "Province" && p.said.topic?.type !== "Province") return undefined;
  return isPlaceOfAward(p.x, place) ? undefined : place.entity;
}

/** …，这是某中心去年取得的成绩: the subject comes after. */
function cataphor(p: Paragraph, part: Part): DocEntity | undefined {
  const { end } = part.figure;
  const match = CATAPHOR.exec(p.x.norm, end, Math.min(p.x.norm.length, end + 60));
  if (match === null) return undefined;
  const from = end + match.index + 3;
  return p.x.mentionsIn(from, from + 48).find((mention) => mention.start <= from + 2)?.entity;
}
