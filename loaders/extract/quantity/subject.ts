import type { DocEntity } from "../types.js";
import { countsForPlace } from "./nouns.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import { isPlaceOfAward, PLACES } from "./roles.js";

/** What is invested in, built and produced is a project's, where the text names one. */
const PROJECT =
  /^(?:计划|项目|设计)?(?:(?:全面)?(?:达产|建成|投产)后)?可?(?:总投资|投资(?!额?增长|增速)|年产|设计年产能|年产能|总建筑面积|占地|用地|规划用地)|项目总投资/;
/** What an authority itself does; its other figures are of its territory. */
const ACTS = /案件|罚没|查处|查办|移送|投诉|举报|挽回|立案|执法|行政处罚|信访/;
const MEMBERS = /(?:成员|会员|理事)单位$/;

export const isProject = (indicator: string): boolean => PROJECT.test(indicator);

/** Whose figure it is. */
export function subjectOf(p: Paragraph, part: Part, indicator: string): DocEntity | undefined {
  const { x, topics } = p;
  const at = part.figure.start;
  if (isProject(indicator)) {
    const project =
      x.mentionsIn(part.figure.end, part.clause.end, ["Initiative"])[0] ??
      x.mentionsIn(p.sentence, at, ["Initiative"]).at(-1);
    if (project !== undefined) return project.entity;
  }
  if (MEMBERS.test(indicator)) {
    const association = topics.association(p.sentence, at);
    if (association !== undefined) return association;
  }
  const topic = p.said.topic ?? cataphor(p, part) ?? topics.of(p.block.start);
  if (topic === undefined || PLACES.includes(topic.type) || topic.type === "StandardsBody") return topic;
  if (topic.type === "GovernmentBody") return ACTS.test(indicator) ? topic : topics.territory(topic);
  return countsForPlace(indicator) ? topics.place : topic;
}

/** A place at the head of an item is its subject: 其中甲区11家、乙区9家. */
export function itemSubject(p: Paragraph, part: Part): DocEntity | undefined {
  const place = p.x.mentionsIn(part.from, part.figure.start, PLACES)[0];
  if (place === undefined || !/^[、和，]?$/.test(p.text(part.from, place.start))) return undefined;
  if (place.type === "Province" && p.said.topic?.type !== "Province") return undefined;
  return isPlaceOfAward(p.x, place) ? undefined : place.entity;
}

/** …，这是某中心去年取得的成绩: the subject comes after. */
function cataphor(p: Paragraph, part: Part): DocEntity | undefined {
  const { end } = part.figure;
  const at = p.text(end, end + 60).search(/[，。]这是/);
  if (at < 0) return undefined;
  const from = end + at + 3;
  return p.x.mentionsIn(from, from + 48).find((mention) => mention.start <= from + 2)?.entity;
}
