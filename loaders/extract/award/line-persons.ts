import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import type { RoledField } from "./entry.js";
import type { Heading } from "./heading.js";
import { isPost, type Winner } from "./item.js";
import { type BareName, bareNames } from "./people.js";
import { isPerson } from "./units.js";

/** 个人奖, 个人提名奖（2名）: what persons win. */
export const OF_PERSONS = gated(/个人/);
const OF_OTHERS = gated(/组织|单位|企业|集体/);
/** 某市市长质量奖（个人）, 个人 above 提名奖: of persons alone, as the nearest heading says that tells of whom. */
export function isOfPersons({ norm }: Extraction, heading: Heading | undefined): boolean {
  for (let one = heading; one !== undefined; one = one.over) {
    const { start, end } = one.block;
    const others = OF_OTHERS.test(norm, start, end);
    if (others || OF_PERSONS.test(norm, start, end)) return !others;
  }
  return false;
}

/** 某公司总工程师: whose officer one is. */
const OFFICER = gated(
  /(?:公司|集团|大学|学院|医院|学校|[中小]学|研究院|研究所|中心|协会|[局院所站厂厅处部科社行店]|车间)[^，。；：]{0,20}[\u4e00-\u9fa5]$/,
);
const isOfficer = (text: string): boolean => isPost(text) && OFFICER.test(text);

/** 身份：, 所在单位： */
const WHO = gated(
  /^(?:个人)?(?:身份|岗位|职业|工种|现任|现职|(?:工作|所在)?单位(?:[及和、与]?职务)?|职务|任职)[：\s]/,
);
const LONGEST_POST = 50;

/** 某公司质量总监, 身份：某厂班长: whether a line below a person's name says who that is. */
export function saysWho(x: Extraction, { start, end }: Block): boolean {
  if (end - start > LONGEST_POST || mentionsType(x, start, end, "Award")) return false;
  if (WHO.test(x.norm, start, end)) return true;
  const [employer] = x.mentionsIn(start, end, ["Company", "Institution"]);
  return employer?.start === start && employer.end < end && isPost(x.norm.slice(start, end));
}

/** Whether a post stands beside a field of bare names, or in the bracket behind each: 某某　某公司班长, 某某（某厂钳工，2019年）. */
export function hasPost(
  norm: string,
  fields: readonly RoledField[],
  i: number,
  names: readonly BareName[],
): boolean {
  if (names.every(({ note }) => isOfficer(note.split(/[，；]/)[0]!))) return true;
  const next = fields[i + 1];
  const text = next === undefined ? "" : norm.slice(next.start, next.end);
  // 某某 / 某公司 / 电焊工
  const behind = fields[i + 2];
  if (
    names.length === 1 &&
    next?.kind === "winners" &&
    next.sep !== ";" &&
    behind?.role.kind === "text" &&
    behind.sep === next.sep &&
    isPost(norm.slice(behind.start, behind.end).trim())
  )
    return true;
  if (next?.sep === " " || next?.sep === "," ? isPost(text) : next?.sep !== ";" && isOfficer(text))
    return true;
  const last = i > 0 && fields[i]!.sep !== ";" ? fields[i - 1]! : undefined;
  return last?.kind === "text" && isOfficer(norm.slice(last.start, last.end));
}

/** 某公司总工程师　某某, 某镇石雕师　某某 under an award for persons: who the person is whose name stands set apart behind it. */
export function postBefore(
  norm: string,
  { start, end }: RoledField,
  next: RoledField,
  ofPersons: boolean,
): boolean {
  if (next.sep === ";" || end - start < 2) return false;
  const text = norm.slice(start, end);
  const { role } = next;
  if (role.kind === "winners")
    return role.units.every(isPerson) && (ofPersons ? isPost(text) : end - start > 4 && isOfficer(text));
  if (role.kind !== "text" || (end - start <= 4 && !ofPersons)) return false;
  return (ofPersons ? isPost(text) : isOfficer(text)) && bareNames(norm, next.start, next.end) !== undefined;
}

/** The persons whom a list names by nothing but their names. */
export const personsNamed = (x: Extraction, names: readonly BareName[]): Winner[] =>
  names.map(({ start, end, note }) => ({
    entity: x.entity("Person", x.norm.slice(start, end).replace(/\s/g, ""), {
      start,
      end,
      rule: "won/listed-person",
    }),
    note: /[年届批]|^(?:19|20)\d\d/.test(note) ? note : "",
    noteAt: end + 1,
  }));
