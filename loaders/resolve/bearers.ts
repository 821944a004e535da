import { type EntityType, PLACE_TYPES } from "../../schema/index.js";
import { canBeAbbreviation } from "./abbreviation-records.js";
import type { Designation, NameRecord } from "./types.js";

/** How a designation bears a name: as its own, because a document says so, or by a generated abbreviation. */
export type BearerRole = "canonical" | "stated" | "abbreviation";

export interface Bearer {
  designation: Designation;
  role: BearerRole;
  rule: string;
}

/** The bearers of each name, by plain key (`Company|中车株机`), abbreviations included. */
export function bearersByKey(records: Iterable<NameRecord>): Map<string, Bearer[]> {
  const found = new Map<string, Bearer[]>();
  for (const { key, designation, rule } of records) {
    const plain = plainKey(key);
    const bearer: Bearer = { designation, rule, role: roleOf(rule) };
    const known = found.get(plain);
    if (known === undefined) found.set(plain, [bearer]);
    else known.push(bearer);
  }
  return found;
}

/** The key of a name without the mark of generated abbreviations. */
export const plainKey = (key: string): string => (key.startsWith("~") ? key.slice(1) : key);

const roleOf = (rule: string): BearerRole =>
  rule === "name" ? "canonical" : rule === "abbreviation" ? "abbreviation" : "stated";

const isPlace = (type: EntityType): boolean => (PLACE_TYPES as readonly EntityType[]).includes(type);

const isNested = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** The smallest places in which a name is borne; those that contain another are left out. */
export function leafScopes(bearers: readonly Bearer[]): string[] {
  const scopes = [
    ...new Set(
      bearers
        .filter((b) => b.role !== "abbreviation" && b.designation.scope !== "")
        .map((b) => b.designation.scope),
    ),
  ].sort();
  // In sorted order a scope's parts follow right behind it.
  return scopes.filter((scope, i) => !scopes[i + 1]?.startsWith(scope));
}

/** A name in a wider place, or in none, means the one in the narrower place only if there is but one such. */
function attaches(wide: Designation, leaves: readonly string[]): boolean {
  if (wide.scope === "") return leaves.length === 1;
  let within = 0;
  for (const leaf of leaves) if (leaf.startsWith(wide.scope) && ++within > 1) return false;
  return within === 1;
}

/** Whether the regions of two bearers of one name allow that they are one. */
function fits(x: Designation, b: Designation, leaves: readonly string[]): boolean {
  if (x.universal || b.universal) return true;
  if (x.scope === b.scope) return true;
  if (!isNested(x.scope, b.scope)) return false;
  const wide = x.scope.length < b.scope.length ? x : b;
  return (wide.strong && wide.scope !== "") || attaches(wide, leaves);
}

/** Whom `x`, which bears the name as its own, may be: the other bearers that region and role allow. */
export function candidates(x: Designation, bearers: readonly Bearer[], leaves: readonly string[]): Bearer[] {
  // What place is meant was settled by its code.
  if (isPlace(x.type)) return [];
  return bearers.filter(({ designation: b, role }) => {
    if (b.id === x.id) return false;
    if (role === "canonical") return !x.strong && !b.strong && fits(x, b, leaves);
    if (role === "stated") return x.strong || fits(x, b, leaves);
    return canBeAbbreviation(x) && x.scope.startsWith(b.scope) && x.key.length < b.key.length;
  });
}

/**
 * Which bearers of one name can have to do with each other, as sets of designations' ids; rather too large than too
 * small. A change to one set leaves the others as they are: a name that every city uses falls into a set for each.
 */
export function interactionGroups(bearers: readonly Bearer[]): string[][] {
  const isAsked = bearers.some((b) => b.role === "canonical");
  if (!isAsked || (bearers[0] !== undefined && isPlace(bearers[0].designation.type)))
    return [...new Set(bearers.map((b) => b.designation.id))].map((id) => [id]);
  const byScope = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    const scope = bearer.designation.universal ? "*" : bearer.designation.scope;
    const known = byScope.get(scope);
    if (known === undefined) byScope.set(scope, [bearer]);
    else known.push(bearer);
  }
  const scopes = [...byScope.keys()];
  const leaves = leafScopes(bearers);
  const isFullName = bearers.some((b) => b.role === "canonical" && b.designation.strong);
  if (scopes.length === 1 || isFullName || byScope.has("*") || leaves.length <= 1)
    return [[...new Set(bearers.map((b) => b.designation.id))].sort()];
  const parent = new Map(scopes.map((scope) => [scope, scope]));
  const find = (scope: string): string => {
    let at = scope;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  const reaches = (wide: string): boolean =>
    byScope
      .get(wide)!
      .some((b) => b.role === "abbreviation" || b.designation.strong || attaches(b.designation, leaves));
  for (const scope of scopes)
    for (const wide of [scope.slice(0, 4), scope.slice(0, 2)])
      if (wide !== scope && byScope.has(wide) && reaches(wide)) parent.set(find(scope), find(wide));
  const groups = new Map<string, Set<string>>();
  for (const [scope, members] of byScope) {
    const root = find(scope);
    const group = groups.get(root) ?? new Set();
    for (const { designation } of members) group.add(designation.id);
    groups.set(root, group);
  }
  return [...groups.values()].map((group) => [...group].sort());
}
