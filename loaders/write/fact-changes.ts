import { relationOf } from "../../schema/index.js";
import { cypher, type Row, type Transaction } from "../../src/neo4j/index.js";
import { groupBy } from "../group-by.js";
import type { Fact, FactKey, Resolver } from "../resolve/types.js";

/** A fact with its counts: those that say less than it are in `alsoStated`, as JSON of [statement, count]. */
export interface CountedFact extends Fact {
  evidenceCount: number;
  alsoStated: string | null;
}

/** What a batch changes in relationships and observations; nothing is written yet. */
export interface FactChanges {
  created: CountedFact[];
  counted: CountedFact[];
  deleted: Fact[];
  /** Statements whose remaining claims now support another fact. */
  repointed: { fact: string; tuple: string; to: string }[];
  /** The fact that each statement of each touched group supports now, for new claims: `factIdOf(key)`. */
  factIdOf(key: FactKey): string;
}

/** Counts how claims come and go, by group of facts and statement. */
export class FactTally {
  readonly groups = new Map<string, { keys: Map<string, FactKey>; deltas: Map<string, number> }>();

  constructor(private readonly resolver: Resolver) {}

  add(key: FactKey, by: number): void {
    const id = this.resolver.groupOf(key);
    let group = this.groups.get(id);
    if (group === undefined) {
      group = { keys: new Map(), deltas: new Map() };
      this.groups.set(id, group);
    }
    group.keys.set(key.tuple, key);
    group.deltas.set(key.tuple, (group.deltas.get(key.tuple) ?? 0) + by);
  }
}

interface RelationshipRow extends Row {
  id: string;
  from: string;
  to: string;
  evidenceCount: number;
  alsoStated: string | null;
  properties: Record<string, unknown>;
}

/** Works out what a tally does to relationships and observations. Entities in `fresh` are new and have none yet. */
export async function planFacts(
  transaction: Transaction,
  resolver: Resolver,
  tally: FactTally,
  fresh: ReadonlySet<string>,
): Promise<FactChanges> {
  const stored = await loadCounts(transaction, resolver, tally, fresh);
  const facts = new Map<string, string>();
  const plan: FactChanges = {
    created: [],
    counted: [],
    deleted: [],
    repointed: [],
    factIdOf: (key) => facts.get(`${resolver.groupOf(key)}\t${key.tuple}`)!,
  };
  for (const [id, { keys, deltas }] of tally.groups) {
    const any = keys.values().next().value!;
    const factOf = (tuple: string): Fact => resolver.factOf({ ...any, tuple });
    const before = stored.get(id) ?? new Map<string, number>();
    const after = new Map(before);
    for (const [tuple, delta] of deltas) {
      const count = (after.get(tuple) ?? 0) + delta;
      if (count < 0) throw new Error(`the graph has lost claims of ${factOf(tuple).id}`);
      if (count === 0) after.delete(tuple);
      else after.set(tuple, count);
    }
    const old = before.size === 0 ? new Map<string, string>() : resolver.settle(before.keys());
    const now = after.size === 0 ? new Map<string, string>() : resolver.settle(after.keys());
    const oldTargets = new Set(old.values());
    const nowTargets = new Set(now.values());
    for (const target of oldTargets) if (!nowTargets.has(target)) plan.deleted.push(factOf(target));
    for (const target of nowTargets) {
      const fact = counted(factOf(target), target, after, now);
      if (!oldTargets.has(target)) plan.created.push(fact);
      else {
        const was = counted(factOf(target), target, before, old);
        if (was.evidenceCount !== fact.evidenceCount || was.alsoStated !== fact.alsoStated)
          plan.counted.push(fact);
      }
    }
    for (const [tuple, target] of now) {
      const fact = factOf(target).id;
      facts.set(`${id}\t${tuple}`, fact);
      const oldTarget = old.get(tuple);
      if (oldTarget !== undefined && oldTarget !== target)
        plan.repointed.push({ fact: factOf(oldTarget).id, tuple, to: fact });
    }
  }
  return plan;
}

function counted(
  fact: Fact,
  target: string,
  counts: ReadonlyMap<string, number>,
  targets: ReadonlyMap<string, string>,
): CountedFact {
  let evidenceCount = 0;
  const less: [string, number][] = [];
  for (const [tuple, supported] of targets) {
    if (supported !== target) continue;
    const count = counts.get(tuple)!;
    evidenceCount += count;
    if (tuple !== target) less.push([tuple, count]);
  }
  less.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...fact, evidenceCount, alsoStated: less.length === 0 ? null : JSON.stringify(less) };
}

/** Statements and their counts in every group that is in the graph already. */
async function loadCounts(
  transaction: Transaction,
  resolver: Resolver,
  tally: FactTally,
  fresh: ReadonlySet<string>,
): Promise<Map<string, Map<string, number>>> {
  const found = new Map<string, Map<string, number>>();
  const keys = [...tally.groups.values()].map((group) => group.keys.values().next().value!);
  const known = keys.filter((key) => !fresh.has(key.from) && !fresh.has(key.to));
  for (const [type, some] of groupBy(known, (key) => key.type)) {
    if (type === "Observation") {
      const byId = new Map(some.map((key) => [resolver.factOf(key).id, key]));
      const rows = await transaction.run<{ id: string; evidenceCount: number }>(
        cypher("write/find-observations"),
        { ids: [...byId.keys()] },
      );
      for (const { id, evidenceCount } of rows) {
        const key = byId.get(id)!;
        found.set(resolver.groupOf(key), new Map([[key.tuple, evidenceCount]]));
      }
      continue;
    }
    const rows = await transaction.run<RelationshipRow>(ofType("write/find-relationships", type), {
      pairs: some.map((key) => [key.from, key.to]),
    });
    for (const { from, to, evidenceCount, alsoStated, properties } of rows) {
      const tuple = resolver.tupleOfFact(type, properties);
      const group = resolver.groupOf({ kind: "relation", type, from, to, tuple });
      const counts = found.get(group) ?? new Map<string, number>();
      const less = JSON.parse(alsoStated ?? "[]") as [string, number][];
      counts.set(tuple, evidenceCount - less.reduce((sum, [, count]) => sum + count, 0));
      for (const [statement, count] of less) counts.set(statement, count);
      found.set(group, counts);
    }
  }
  return found;
}

/** A statement about relationships of one type, which must be one of the ontology's. */
export function ofType(name: string, type: string): string {
  if (relationOf(type) === undefined) throw new Error(`${type} is no relation type`);
  return cypher(name).replaceAll("RELATION_TYPE", type);
}
