import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import type { Extraction } from "../types.js";
import type { Entry, RoledField } from "./entry.js";
import type { Heading } from "./heading.js";
import { joined } from "./item.js";
import { type Carried, LineReader, type RollLine } from "./line-reader.js";
import { isAchievement } from "./units.js";

export type { Conferred } from "./item.js";
export type { Carried, RollLine } from "./line-reader.js";
export { datesOf, type When } from "./noted.js";

const VACANT = gated(/^[^，。；]{0,24}(?:空缺|从缺|轮空)$/);
const TELLS = gated(/[获评授荣奖]/);

/** What a line says under its heading; undefined where it is no entry of a list. */
export function rollLine(
  x: Extraction,
  block: Block,
  entry: Entry,
  heading: Heading | undefined,
  above?: Carried,
): RollLine | undefined {
  const { fields } = entry;
  const first = fields.length > 0 ? fields[0] : undefined;
  const second = fields.length > 1 ? fields[1] : undefined;
  // Without an award above it, text alone tells nothing.
  if (second === undefined && first?.kind === "text" && heading?.award === undefined) return undefined;
  const labelled = second?.sep === ":" && (first?.kind === "tier" || first?.kind === "label");
  const before = above === undefined ? undefined : broughtBy(above, first, labelled);
  const reader = new LineReader(x, block, heading, before);
  let clauses = false;
  for (const item of itemsOf(x.norm, fields)) {
    // 金奖空缺；银奖　某某: the next of the list has winners.
    const { start } = item[0]!;
    const { end } = item[item.length - 1]!;
    if (VACANT.test(x.norm, start, end)) continue;
    if (!reader.take(item)) {
      // What an item of several does not tell does not spoil the others, unless it is a clause that prose reads.
      if (item.length === fields.length) return undefined;
      // 某奖：甲（2016年）；乙2023年获提名奖: the clause behind the list is for prose to read.
      if (TELLS.test(x.norm, start, end)) {
        if (!CLAUSE_APART.test(x.norm, start, end) || reader.line() === undefined) return undefined;
        clauses = true;
      }
    }
  }
  const line = reader.line();
  if (line !== undefined) line.clauses = clauses;
  return line;
}

/** A clause that names its winner and says what it did, or says whose a prize was. */
const CLAUSE_APART = gated(
  /^[^，。；：]{4,60}(?:获|被授予|获评)[^，。；：]{2,24}$|^(?:个人奖|提名奖|个人提名奖|[一二三]等奖|[金银铜]奖)(?:为|是|由|授予|颁给)[^，。；：]{4,60}$/,
);
const BESIDES = gated(/^(?:另有|另外|还有|此外).{4,60}获/);

/** What of that goes on to a line: an award to what has a label or a date, dates and tier to what has no date of its own. */
function broughtBy(
  { award, awardTier, when, tier }: Carried,
  first: RoledField | undefined,
  labelled: boolean,
): Carried | undefined {
  if (first?.kind === "award") return undefined;
  if (first?.kind === "date") return { award, awardTier, when: [], tier: undefined };
  // （2021年）乙 below （2020年提名奖）甲: a date and tier of its own line alone.
  if (first?.role.kind === "winners" && first.role.when.length > 0 && when.length > 0)
    return { award: undefined, awardTier, when: [], tier: undefined };
  return { award: labelled ? award : undefined, awardTier, when, tier: labelled ? undefined : tier };
}

/**
 * What a line says for those below it: the award, the dates or the tier that it begins with, else what it has from the line above.
 */
export function carriedBy({ fields }: Entry, above: Carried | undefined): Carried | undefined {
  const [first, second] = fields;
  const role = first?.role;
  if (role?.kind === "date") {
    const when = joined([...role.when, ...(second?.role.kind === "date" ? second.role.when : [])]);
    return when.length === 1
      ? { award: above?.award, awardTier: above?.awardTier, when, tier: undefined }
      : undefined;
  }
  if (role?.kind === "tier" && second?.sep === ":")
    return {
      award: above?.award,
      awardTier: undefined,
      when: role.when.length > 0 ? role.when : (above?.when ?? []),
      tier: role.tier,
    };
  if (role?.kind === "label" && second?.sep === ":")
    return above === undefined ? undefined : { ...above, tier: undefined };
  if (role?.kind !== "award") return above;
  const [prize] = role.prizes;
  // 某奖：甲 above 提名奖：乙, 某奖　2016年　甲 above 2018年　乙
  if (role.prizes.length > 1 || !(second?.sep === ":" || second?.kind === "date")) return undefined;
  const when = second?.kind === "date" ? [] : role.when;
  const awardTier = second?.kind === "date" ? prize!.tier : undefined;
  return { award: prize!.award, awardTier, when: joined(when), tier: undefined };
}

function itemsOf(norm: string, fields: readonly RoledField[]): RoledField[][] {
  const apart = awardsApart(fields);
  const items: RoledField[][] = [];
  let item: RoledField[] = [];
  let named = false;
  /** Whether those of the item are works alone. */
  let works = true;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    const { role, sep } = field;
    if (item.length > 0) {
      // 获奖个人：甲　个人提名奖：乙: a label after winners begins anew.
      const labels =
        named &&
        (role.kind === "tier" || (role.kind === "label" && (role.of === "winner" || role.of === "person"))) &&
        i + 1 < fields.length &&
        fields[i + 1]!.sep === ":";
      // 甲、乙，另有丙获提名奖: a clause of its own.
      const besides = named && sep === "," && BESIDES.test(norm, field.start, field.end);
      // 甲公司　提名奖，乙公司　正奖: each with its tier behind.
      const next = role.kind === "winners" && sep === "," && item.at(-1)!.kind === "tier" && named;
      // 某奖：2018年一等奖，2021年三等奖: each tier with its own date.
      const again = isDatedTier(field) && item.some(isDatedTier);
      const owns = sep === "," && isOwned(fields, i, item);
      // 某某技术；完成单位：甲公司；等级：一等奖: whose it is.
      const ends = sep === ";" && !(works && role.kind === "label" && role.of === "maker");
      if (labels || besides || next || again || owns || ends || apart?.has(field) === true) {
        item = [];
        named = false;
        works = true;
      }
    }
    if (item.length === 0) items.push(item);
    item.push(field);
    if (role.kind !== "winners") continue;
    named = true;
    works &&= role.units.every(isAchievement);
  }
  return items;
}

/** 甲公司　甲奖　2016年 / 乙奖　2018年, 甲公司｜2016年·甲奖，2018年·乙奖: where the second award begins and those after it, each with its own date. */
function awardsApart(fields: readonly RoledField[]): ReadonlySet<RoledField> | undefined {
  let apart: Set<RoledField> | undefined;
  let award = -1;
  let leads = false;
  for (let i = 0; i < fields.length; i++) {
    const { kind, sep } = fields[i]!;
    if (sep === ";") award = -1;
    if (kind === "winners" && award >= 0) return undefined;
    if (kind !== "award") continue;
    if (award < 0) leads = isDate(fields[i - 1]);
    // Both dates stand on the same side of their awards.
    else if (leads ? isDate(fields[i - 1]) : hasDate(fields, award) && hasDate(fields, i)) {
      let at = i;
      if (leads) while (isDate(fields[at - 1])) at--;
      apart ??= new Set();
      apart.add(fields[at]!);
    }
    award = i;
  }
  return apart;
}

/** Whether an award's date stands behind it, or in its own field: 甲奖［2016年］. */
function hasDate(fields: readonly RoledField[], i: number): boolean {
  const { role } = fields[i]!;
  return isDate(fields[i + 1]) || (role.kind === "award" && role.when.length > 0);
}

/** 甲公司：某奖，|乙公司：某奖; 某奖：甲公司，|某奖：乙公司: whether a field begins another pair of the kind that the item is. */
function isOwned(fields: readonly RoledField[], i: number, [first, ...rest]: readonly RoledField[]): boolean {
  const { kind } = fields[i]!;
  if (first!.kind !== kind || (kind !== "winners" && kind !== "award")) return false;
  const other = kind === "winners" ? "award" : "winners";
  if (!rest.some((field) => field.kind === other)) return false;
  let next = i + 1;
  while (isDate(fields[next])) next++;
  return fields[next]?.kind === other;
}

const isDatedTier = ({ role }: RoledField): boolean => role.kind === "tier" && role.when.length > 0;
const isDate = (field: RoledField | undefined): boolean => field?.kind === "date";
