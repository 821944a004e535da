import { createHash } from "node:crypto";
import { relationOf } from "../../schema/index.js";
import type { ClaimKey, Fact, FactKey } from "./types.js";

type Value = string | number | null;

const LONGEST_SUFFIX = 120;
const OBSERVATION = ["indicator", "value", "unit", "period", "comparator", "status"] as const;

/**
 * The fact that a claim supports, given the entities of its designations; null for entity claims, and for relations whose
 * two ends have turned out to be one entity.
 */
export function factKeyOf(claim: ClaimKey, entityOf: (designation: string) => string): FactKey | null {
  const { kind, type, tuple } = claim;
  if (kind === "entity") return null;
  const from = entityOf(claim.subject);
  if (kind === "observation") return { kind, type: "Observation", from, to: "", tuple };
  const to = entityOf(claim.object!);
  if (from === to) return null;
  const [first, second] = relationOf(type)?.symmetric && to < from ? [to, from] : [from, to];
  return { kind, type, from: first, to: second, tuple };
}

/** The facts that can settle each other: one relation type between two entities; for observations, each its own. */
export function groupOf(key: FactKey): string {
  const { kind, type, from, to, tuple } = key;
  return [type, from, to, ...(kind === "observation" ? [tuple] : [])].join("\t");
}

/**
 * Which stated values each statement counts for. One that says less (no year) is evidence of one that says the same and
 * more (the year as well), and no fact of its own; of several such, of the first by year, edition and so on.
 */
export function settle(tuples: Iterable<string>): Map<string, string> {
  const all = [...tuples].map((tuple) => ({ tuple, values: JSON.parse(tuple) as Value[] }));
  if (all.length === 1) return new Map([[all[0]!.tuple, all[0]!.tuple]]);
  all.sort((a, b) => compare(a.values, b.values));
  const fullest = all.filter((a) => !all.some((b) => saysMore(b.values, a.values)));
  return new Map(
    all.map((a) => [
      a.tuple,
      (fullest.find((b) => b === a) ?? fullest.find((b) => saysMore(b.values, a.values)))!.tuple,
    ]),
  );
}

function saysMore(more: readonly Value[], less: readonly Value[]): boolean {
  return more.some((v, i) => v !== less[i]) && less.every((v, i) => v === null || v === more[i]);
}

/** By the values in turn, what is not given last. */
function compare(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? null;
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** The relationship or observation of a settled key. */
export function factOf({ kind, type, from, to, tuple }: FactKey): Fact {
  const values = JSON.parse(tuple) as Value[];
  if (kind === "observation") {
    const properties = Object.fromEntries(OBSERVATION.map((name, i) => [name, values[i] ?? null]));
    const [indicator, value, unit, period, comparator, status] = values;
    const id = `${from}#${shortened(`${indicator},${period ?? ""},${comparator}${value}${unit},${status}`)}`;
    return { id, kind, type, from, to, properties };
  }
  const names = (relationOf(type)?.properties ?? []).map((p) => p.name);
  const properties = Object.fromEntries(names.map((name, i) => [name, values[i] ?? null]));
  const suffix = values.every((v) => v === null) ? "" : `@${shortened(values.map((v) => v ?? "").join(","))}`;
  return { id: `${type}:${from}>${to}${suffix}`, kind, type, from, to, properties };
}

/** The statement that a stored relationship stands for. */
export function tupleOfFact(type: string, properties: Readonly<Record<string, unknown>>): string {
  return JSON.stringify((relationOf(type)?.properties ?? []).map((p) => properties[p.name] ?? null));
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SUFFIX) return text;
  return `${text.slice(0, LONGEST_SUFFIX)}~${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
