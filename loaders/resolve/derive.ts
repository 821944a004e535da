import { groupBy } from "../group-by.js";
import { abbreviationRecords } from "./abbreviation-records.js";
import { factKeyOf, factOf, groupOf, settle } from "./facts.js";
import type { Gazetteer } from "./gazetteer.js";
import { placePairs } from "./hierarchy.js";
import { entitiesOf } from "./resolver.js";
import type { DesignatedDocument, FactKey, Judgement, NameRecord, ResolvedEntity } from "./types.js";

export interface DerivedEntity extends ResolvedEntity {
  mentions: number;
  evidenceCount: number;
}

export interface DerivedFact {
  id: string;
  type: string;
  from: string;
  to: string;
  properties: Record<string, string | number | null>;
  evidenceCount: number;
}

/** The whole graph of some documents. */
export interface DerivedGraph {
  entities: DerivedEntity[];
  relationships: DerivedFact[];
  observations: DerivedFact[];
  /** The fact that each claim supports, by the claim's id; "" for what a claim says of a thing and itself. */
  facts: Map<string, string>;
}

/**
 * The graph that documents add up to, from scratch and in memory: the definition of what the incremental writer must
 * leave in the database after any sequence of loads, changes and withdrawals.
 */
export function derive(
  gazetteer: Gazetteer,
  documents: readonly DesignatedDocument[],
  judgements: readonly Judgement[] = [],
): DerivedGraph {
  const stated = addUp(documents.flatMap((d) => d.names));
  const designations = new Map(stated.map(({ designation }) => [designation.id, designation]));
  const generated = [...designations.values()].flatMap((d) => abbreviationRecords(gazetteer, d));
  const names = [...stated, ...generated];
  const recordsOf = groupBy(names, (record) => record.designation.id);
  const entityOf = new Map<string, string>();
  const entities: DerivedEntity[] = [];
  for (const entity of entitiesOf(gazetteer, names, judgements)) {
    const own = entity.designations.flatMap((d) => recordsOf.get(d) ?? []).filter((r) => r.rule === "name");
    const mentions = own.reduce((sum, r) => sum + r.mentions, 0);
    entities.push({ ...entity, mentions, evidenceCount: own.reduce((sum, r) => sum + r.count, 0) });
    for (const d of entity.designations) entityOf.set(d, entity.id);
  }
  const claims = documents.flatMap((d) => d.claims);
  const entity = (id: string): string => entityOf.get(id)!;
  const tally = new Map<string, { keys: Map<string, FactKey>; claims: Map<string, string[]> }>();
  const facts = new Map<string, string>();
  for (const claim of claims) {
    if (claim.kind === "entity") facts.set(claim.id, entity(claim.subject));
    const key = factKeyOf(claim, entity);
    if (key === null) {
      if (claim.kind !== "entity") facts.set(claim.id, "");
      continue;
    }
    const id = groupOf(key);
    const group = tally.get(id) ?? { keys: new Map(), claims: new Map() };
    tally.set(id, group);
    group.keys.set(key.tuple, key);
    group.claims.set(key.tuple, [...(group.claims.get(key.tuple) ?? []), claim.id]);
  }
  const derived = new Map<string, DerivedFact & { kind: string }>();
  for (const group of tally.values())
    for (const [tuple, target] of settle(group.keys.keys())) {
      const fact = factOf(group.keys.get(target)!);
      const known = derived.get(fact.id) ?? { ...fact, evidenceCount: 0 };
      const supporting = group.claims.get(tuple)!;
      derived.set(fact.id, { ...known, evidenceCount: known.evidenceCount + supporting.length });
      for (const claim of supporting) facts.set(claim, fact.id);
    }
  const all = [...derived.values()];
  return {
    entities,
    relationships: [...all.filter((f) => f.kind === "relation"), ...hierarchy(gazetteer, entities)],
    observations: all.filter((f) => f.kind === "observation"),
    facts,
  };
}

function hierarchy(gazetteer: Gazetteer, entities: readonly DerivedEntity[]): DerivedFact[] {
  const ids = new Set(entities.map((e) => e.id));
  const pairs = new Map(entities.flatMap((e) => placePairs(gazetteer, e)).map((pair) => [pair.id, pair]));
  return [...pairs.values()]
    .filter(({ inner, outer }) => ids.has(inner) && ids.has(outer))
    .map(({ inner, outer, id }) => ({
      id,
      type: "PART_OF",
      from: inner,
      to: outer,
      properties: { source: "lexicon" },
      evidenceCount: 0,
    }));
}

/** Records of one id added up. */
export function addUp(records: Iterable<NameRecord>): NameRecord[] {
  const sums = new Map<string, NameRecord>();
  for (const record of records) {
    const known = sums.get(record.id);
    if (known === undefined) sums.set(record.id, { ...record });
    else {
      known.count += record.count;
      known.mentions += record.mentions;
    }
  }
  return [...sums.values()];
}
