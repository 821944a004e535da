import { pinyin } from "pinyin-pro";
import { type EntityType, PLACE_TYPES } from "../../schema/index.js";
import { nameKey } from "../../src/core/names.js";
import { awardLevel } from "../lexicon/awards/level.js";
import type { Gazetteer } from "./gazetteer.js";
import { isLegalName } from "./name-shapes.js";
import type { MergeReason } from "./resolve-cluster.js";
import type { Designation, NameRecord, ResolvedEntity } from "./types.js";

/** Rules by which a name is a lesser one of what it names. */
const LESSER: readonly string[] = ["former", "ocr", "code", "variant"];

/**
 * The entity that designations are: id and name of its chief designation, all their names, and what follows from them.
 * Counts (`mentions`, `evidenceCount`) are added where they are known.
 */
export function entityOfGroup(
  gazetteer: Gazetteer,
  group: readonly Designation[],
  records: readonly NameRecord[],
  reasons: readonly MergeReason[],
): ResolvedEntity {
  const chief = chiefOf(group, reasons);
  const { type } = chief;
  const isPlace = (PLACE_TYPES as readonly EntityType[]).includes(type);
  const division = isPlace ? gazetteer.division(chief.scope) : undefined;
  const own = records.filter((r) => r.designation.id === chief.id && r.rule === "name").map((r) => r.surface);
  const name = division?.name ?? bestSurface(own);
  const properties: ResolvedEntity["properties"] = {
    id: chief.id,
    name,
    aliases: aliasesOf(type, name, records),
    pinyin: pinyin(name, { toneType: "none", separator: "", nonZh: "consecutive" }).toLowerCase(),
    initials: pinyin(name, {
      pattern: "first",
      toneType: "none",
      separator: "",
      nonZh: "consecutive",
    }).toLowerCase(),
  };
  if (division !== undefined) properties.adcode = division.code;
  const region = isPlace ? undefined : regionOf(group);
  if (region !== undefined) properties.region = region.padEnd(6, "0");
  if (type === "Award")
    properties.level = awardLevel(name, region && gazetteer.division(region.padEnd(6, "0"))?.name);
  const date = type === "Event" ? /^(\d{4}(?:-\d\d){0,2}):/.exec(chief.key)?.[1] : undefined;
  if (date !== undefined) properties.date = date;
  if (group.length > 1) properties.mergedBecause = mergedBecause(group, reasons);
  return { id: chief.id, type, designations: group.map((d) => d.id).sort(), properties };
}

/** The fullest name that is in use: no former or misread one where there is another, legal before short, long before short. */
function chiefOf(group: readonly Designation[], reasons: readonly MergeReason[]): Designation {
  if (group.length === 1) return group[0]!;
  const lesser = new Set(reasons.filter((r) => LESSER.includes(r.rule)).map((r) => r.name.id));
  for (const r of reasons) if (r.rule === "renamed-group") lesser.add(r.into.id);
  // Two names of which each is called the other's former one: neither is the lesser.
  const demoted = (d: Designation): number =>
    lesser.has(d.id) && group.some((o) => !lesser.has(o.id)) ? 1 : 0;
  const rank = (d: Designation): number[] => [
    demoted(d),
    isLegalName(d.type, d.key) ? 0 : 1,
    d.strong ? 0 : 1,
    -d.key.length,
    -d.scope.length,
  ];
  return [...group].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const i = x.findIndex((value, at) => value !== y[at]);
    return i >= 0 ? x[i]! - y[i]! : order(a.id, b.id);
  })[0]!;
}

/** Of spellings that differ in width, spaces and brackets: full-width brackets, then the first in order. */
function bestSurface(surfaces: readonly string[]): string {
  return [...surfaces].sort((a, b) => oddness(a) - oddness(b) || order(a, b))[0] ?? "";
}

const oddness = (surface: string): number => (surface.match(/[()\s"]/g)?.length ?? 0) + surface.length / 1000;

function aliasesOf(type: EntityType, name: string, records: readonly NameRecord[]): string[] {
  const byKey = new Map<string, string[]>();
  for (const { rule, surface } of records) {
    if (rule === "abbreviation") continue;
    const key = nameKey(type, surface);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [surface]);
    else known.push(surface);
  }
  byKey.delete(nameKey(type, name));
  return [...byKey.values()].map(bestSurface).sort(order);
}

/** Where it is, if the designations know of one place only. */
function regionOf(group: readonly Designation[]): string | undefined {
  const scopes = [...new Set(group.map((d) => d.scope))].sort((a, b) => b.length - a.length);
  const finest = scopes[0];
  return finest && scopes.every((s) => finest.startsWith(s)) ? finest : undefined;
}

/** One JSON object for each reason: `{"name", "into", "rule"}` with designations' ids. */
function mergedBecause(group: readonly Designation[], reasons: readonly MergeReason[]): string[] {
  const ids = new Set(group.map((d) => d.id));
  return reasons
    .filter((r) => ids.has(r.name.id))
    .map((r) => JSON.stringify({ name: r.name.id, into: r.into.id, rule: r.rule }))
    .sort(order);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
