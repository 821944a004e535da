import { cypher, type Row, type Transaction } from "../../src/neo4j/index.js";
import { groupBy } from "../group-by.js";
import type { Judgement, NameRecord, ResolvedEntity, Resolver } from "../resolve/types.js";
import { designationOf } from "./rows.js";

/** How much a batch adds to a name record, or takes from it. */
export interface NameDelta {
  /** The record's designation, by id. */
  designation: string;
  /** Known for what is added; what is only taken from is read from the graph. */
  record?: NameRecord;
  count: number;
  mentions: number;
}

/** A name record as it is stored, with its entity. */
interface StoredName {
  record: NameRecord;
  entity: string | null;
}

/** What a batch changes in names and entities; nothing is written yet. */
export interface NameChanges {
  created: NameRecord[];
  counted: NameRecord[];
  deleted: string[];
  /** Entities to create and to replace, with their counts. */
  entities: { entity: ResolvedEntity; isNew: boolean; mentions: number; evidenceCount: number }[];
  deletedEntities: string[];
  /** Counts of entities that stay otherwise as they are. */
  countedEntities: Map<string, { mentions: number; evidenceCount: number }>;
  /** Records that stay but go to another entity. */
  moved: { id: string; entity: string }[];
  /** The entity of a designation before and after, as far as they were read. */
  before: Map<string, string>;
  after: Map<string, string>;
}

interface NameRow extends Row {
  id: string;
  key: string;
  surface: string;
  rule: string;
  count: number;
  mentions: number;
  designation: string;
  about: string;
  entity: string | null;
}

/**
 * Works out what a batch does to names: reads what interacts with the names that come or go, or with `judged`
 * designations (by judgements now or by `former` ones), and resolves that anew.
 */
export async function planNames(
  transaction: Transaction,
  resolver: Resolver,
  deltas: ReadonlyMap<string, NameDelta>,
  judgements: readonly Judgement[],
  judged: readonly string[] = [],
  former: readonly Judgement[] = [],
): Promise<NameChanges> {
  const store = new NameStore(transaction);
  await store.loadDesignations([...new Set([...deltas.values()].map((delta) => delta.designation))]);
  const plan: NameChanges = {
    created: [],
    counted: [],
    deleted: [],
    entities: [],
    deletedEntities: [],
    countedEntities: new Map(),
    moved: [],
    before: new Map(),
    after: new Map(),
  };
  const next = new Map<string, NameRecord>();
  const structural: NameRecord[] = [];
  const put = (record: NameRecord): void => {
    const isStored = store.records.has(record.id);
    next.set(record.id, record);
    if (!isStored) plan.created.push(record);
    else if (record.count === 0) plan.deleted.push(record.id);
    else plan.counted.push(record);
    if (!isStored || record.count === 0) structural.push(record);
  };
  for (const [id, delta] of deltas) {
    const stored = store.records.get(id);
    const base = stored?.record ?? delta.record;
    if (base === undefined) throw new Error(`the graph lacks the name record ${id}`);
    const count = (stored?.record.count ?? 0) + delta.count;
    put({ ...base, count, mentions: (stored?.record.mentions ?? 0) + delta.mentions });
  }
  // Generated abbreviations come and go with their designations.
  for (const [id, records] of groupBy(structural, (record) => record.designation.id)) {
    const stored = store.byDesignation(id);
    if (stored.length === 0)
      for (const record of resolver.abbreviationsOf(records[0]!.designation)) put(record);
    else if (stored.every((r) => r.rule === "abbreviation" || next.get(r.id)?.count === 0))
      for (const record of stored) if (record.rule === "abbreviation") put({ ...record, count: 0 });
  }
  const closure = await closureOf(store, resolver, structural, next, [...judgements, ...former], judged);
  for (const { record, entity } of store.records.values())
    if (entity !== null) plan.before.set(record.designation.id, entity);

  const kept = store.current(next).filter((record) => closure.has(record.designation.id));
  const recordsOf = groupBy(kept, (record) => record.designation.id);
  const oldEntities = new Set<string>();
  for (const id of closure) {
    const entity = plan.before.get(id);
    if (entity !== undefined) oldEntities.add(entity);
  }
  for (const entity of resolver.resolve(kept, judgements)) {
    const own = entity.designations.flatMap((d) => recordsOf.get(d) ?? []);
    let mentions = 0;
    let evidenceCount = 0;
    for (const record of own)
      if (record.rule === "name") {
        mentions += record.mentions;
        evidenceCount += record.count;
      }
    plan.entities.push({ entity, isNew: !oldEntities.delete(entity.id), mentions, evidenceCount });
    for (const d of entity.designations) plan.after.set(d, entity.id);
    for (const { id } of own) {
      const stored = store.records.get(id);
      if (stored?.entity && stored.entity !== entity.id) plan.moved.push({ id, entity: entity.id });
    }
  }
  plan.deletedEntities = [...oldEntities];
  for (const [id, entity] of plan.before) if (!closure.has(id)) plan.after.set(id, entity);
  for (const [id, delta] of deltas) {
    const record = next.get(id)!;
    if (record.rule !== "name" || closure.has(record.designation.id)) continue;
    const entity = store.records.get(id)!.entity!;
    const sum = plan.countedEntities.get(entity) ?? { mentions: 0, evidenceCount: 0 };
    sum.mentions += delta.mentions;
    sum.evidenceCount += delta.count;
    plan.countedEntities.set(entity, sum);
  }
  return plan;
}

/**
 * The designations that must be resolved anew: those whose names come or go, all that interacted with them before or
 * does so after, and so on through their other names.
 */
async function closureOf(
  store: NameStore,
  resolver: Resolver,
  structural: readonly NameRecord[],
  next: ReadonlyMap<string, NameRecord>,
  judgements: readonly Judgement[],
  judged: readonly string[],
): Promise<Set<string>> {
  const closure = new Set<string>();
  if (structural.length === 0 && judged.length === 0) return closure;
  const created = structural.filter((r) => r.count > 0);
  const createdOf = groupBy(created, (r) => r.designation.id);
  const createdByKey = groupBy(created, (r) => plainKey(r.key));
  /** Reads all that bears some names; generated abbreviations only where a name could be one. */
  const loadBearers = async (keys: readonly string[]): Promise<void> => {
    await store.loadKeys(keys);
    const asked = keys.filter((key) =>
      [...store.byKey(key), ...(createdByKey.get(key) ?? [])].some(
        (r) => r.rule === "name" && resolver.canBeAbbreviation(r.designation),
      ),
    );
    await store.loadKeys(asked.map((key) => `~${key}`));
  };
  /** Sets of designations that interact through a key, before and after, by designation. */
  const partners = new Map<string, Map<string, Set<string>>>();
  const partnersIn = (key: string): Map<string, Set<string>> => {
    let found = partners.get(key);
    if (found !== undefined) return found;
    found = new Map();
    const stored = store.byKey(key);
    const before = resolver.interactionGroups(stored);
    const after = resolver.interactionGroups([
      ...stored.filter((r) => next.get(r.id)?.count !== 0),
      ...(createdByKey.get(key) ?? []),
    ]);
    const same = new Set(before.map((group) => group.join("\n")));
    for (const group of [...before, ...after])
      for (const id of group) {
        const known = found.get(id) ?? new Set();
        for (const other of group) known.add(other);
        found.set(id, known);
      }
    // Sets that this batch has made or undone, for seeds.
    const now = new Set(after.map((group) => group.join("\n")));
    changedGroups.set(key, [
      ...before.filter((group) => !now.has(group.join("\n"))).flat(),
      ...after.filter((group) => !same.has(group.join("\n"))).flat(),
    ]);
    partners.set(key, found);
    return found;
  };
  const changedGroups = new Map<string, string[]>();
  const touched = [...new Set(structural.map((r) => plainKey(r.key)))];
  await loadBearers(touched);
  for (const key of touched) partnersIn(key);
  let frontier = new Set([
    ...structural.map((r) => r.designation.id),
    ...[...changedGroups.values()].flat(),
    ...judged,
  ]);
  const bound = judgementPartners(judgements);
  while (frontier.size > 0) {
    for (const id of frontier) closure.add(id);
    await store.loadDesignations([...frontier]);
    const records = [...frontier].flatMap((id) => [...store.byDesignation(id), ...(createdOf.get(id) ?? [])]);
    await loadBearers([...new Set(records.map((r) => plainKey(r.key)))]);
    const reached = new Set<string>();
    for (const record of records)
      for (const id of partnersIn(plainKey(record.key)).get(record.designation.id) ?? [])
        if (!closure.has(id)) reached.add(id);
    for (const id of frontier)
      for (const other of bound.get(id) ?? []) if (!closure.has(other)) reached.add(other);
    frontier = reached;
  }
  return closure;
}

function judgementPartners(judgements: readonly Judgement[]): Map<string, string[]> {
  const pairs = judgements.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]);
  return new Map([...groupBy(pairs, ([id]) => id)].map(([id, found]) => [id, found.map((pair) => pair[1])]));
}

const plainKey = (key: string): string => (key.startsWith("~") ? key.slice(1) : key);

/** Name records read so far, each once. */
class NameStore {
  readonly records = new Map<string, StoredName>();
  private readonly keys = new Map<string, Map<string, NameRecord>>();
  private readonly designations = new Map<string, Map<string, NameRecord>>();
  private readonly loadedKeys = new Set<string>();
  private readonly loadedDesignations = new Set<string>();

  constructor(private readonly transaction: Transaction) {}

  async loadKeys(keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.loadedKeys.has(key));
    if (missing.length === 0) return;
    for (const key of missing) this.loadedKeys.add(key);
    this.add(await this.transaction.run<NameRow>(cypher("write/find-names-by-key"), { keys: missing }));
  }

  async loadDesignations(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.loadedDesignations.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.loadedDesignations.add(id);
    this.add(
      await this.transaction.run<NameRow>(cypher("write/find-names-by-designation"), {
        designations: missing,
      }),
    );
  }

  byKey(key: string): NameRecord[] {
    return [...(this.keys.get(key)?.values() ?? [])];
  }

  byDesignation(id: string): NameRecord[] {
    return [...(this.designations.get(id)?.values() ?? [])];
  }

  /** All records read or created, as they will be; those that go are left out. */
  current(next: ReadonlyMap<string, NameRecord>): NameRecord[] {
    const all = new Map([...this.records].map(([id, { record }]) => [id, record]));
    for (const [id, record] of next) all.set(id, record);
    return [...all.values()].filter((record) => record.count > 0);
  }

  private add(rows: readonly NameRow[]): void {
    for (const row of rows) {
      if (this.records.has(row.id)) continue;
      const { id, key, surface, rule, count, mentions, entity } = row;
      const designation = designationOf(row.designation, row.about);
      const record: NameRecord = { id, designation, key, surface, rule, count, mentions };
      this.records.set(id, { record, entity });
      index(this.keys, plainKey(key), record);
      index(this.designations, designation.id, record);
    }
  }
}

function index(map: Map<string, Map<string, NameRecord>>, key: string, record: NameRecord): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Map([[record.id, record]]));
  else known.set(record.id, record);
}
