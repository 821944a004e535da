import { cypher, type Database, type Row, type Transaction } from "../../src/neo4j/index.js";
import { groupBy } from "../group-by.js";
import type { ClaimKey, DesignatedDocument, Judgement, Resolver } from "../resolve/types.js";
import { type FactChanges, FactTally, ofType, planFacts } from "./fact-changes.js";
import { type NameChanges, type NameDelta, planNames } from "./name-changes.js";
import { claimProperties, countsOf, documentProperties, nameProperties } from "./rows.js";

/** Documents to have in the graph and documents to withdraw. */
export interface Changes {
  /** Each with what stands for all that its claims depend on. No two of one id. */
  documents: readonly { document: DesignatedDocument; version: string }[];
  /** Ids of documents to withdraw. */
  withdrawn?: readonly string[];
}

/** What became of a batch: ids of documents. */
export interface ChangeReport {
  added: string[];
  replaced: string[];
  unchanged: string[];
  withdrawn: string[];
  /** Ids to withdraw that are not in the graph. */
  unknown: string[];
  claims: number;
}

/** What a claim supports that says something of a thing and itself. */
const NO_FACT = "";

interface ClaimRow extends Row, ClaimKey {
  fact: string;
}

/**
 * Applies one batch in one transaction, under the graph's lock: documents and claims are stored, and what follows from
 * them is changed by as much as they change it. The graph afterwards is the one that derive() gives for all documents in
 * it; work is proportional to the batch and to what must be resolved anew, not to how much is known of what it names.
 */
export function applyChanges(
  database: Database,
  resolver: Resolver,
  changes: Changes,
): Promise<ChangeReport> {
  return database.write((transaction) => apply(transaction, resolver, changes));
}

async function apply(transaction: Transaction, resolver: Resolver, changes: Changes): Promise<ChangeReport> {
  await transaction.run(cypher("write/lock-graph"));
  const ids = [...changes.documents.map((d) => d.document.document.id), ...(changes.withdrawn ?? [])];
  const rows = await transaction.run<{ id: string; version: string; names: string }>(
    cypher("write/find-documents"),
    { ids: [...new Set(ids)] },
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const report: ChangeReport = {
    added: [],
    replaced: [],
    unchanged: [],
    withdrawn: [],
    unknown: [],
    claims: 0,
  };
  const coming: Changes["documents"][number][] = [];
  for (const change of changes.documents) {
    const { id } = change.document.document;
    const known = stored.get(id);
    if (known?.version === change.version) report.unchanged.push(id);
    else {
      (known === undefined ? report.added : report.replaced).push(id);
      report.claims += change.document.claims.length;
      coming.push(change);
    }
  }
  for (const id of new Set(changes.withdrawn)) (stored.has(id) ? report.withdrawn : report.unknown).push(id);
  const going = [...report.replaced, ...report.withdrawn];
  if (coming.length + going.length === 0) return report;

  const old =
    going.length === 0
      ? []
      : await transaction.run<ClaimRow>(cypher("write/find-claims-of-documents"), { ids: going });
  const judgements = await transaction.run<Row & Judgement>(cypher("write/find-judgements"));
  const deltas = nameDeltas(
    coming.map((c) => c.document),
    going.map((id) => stored.get(id)!.names),
  );
  const names = await planNames(transaction, resolver, deltas, judgements);
  const moved = await movedClaims(transaction, names, new Set(old.map((c) => c.id)));
  const claims = coming.flatMap((c) => c.document.claims);
  await loadEntities(transaction, names, [...old, ...moved, ...claims]);
  const facts = await planFromClaims(transaction, resolver, names, old, moved, claims);

  const write = writer(transaction);
  await write("write/delete-documents", "ids", going);
  await writeNames(transaction, resolver, names, facts);
  await writeFacts(transaction, facts);
  await write("write/repoint-claims", "changes", facts.repointed);
  const factOf = factResolver(resolver, names, facts);
  await write(
    "write/set-claims",
    "claims",
    moved.map((claim) => ({ id: claim.id, fact: factOf(claim) })),
  );
  await write(
    "write/create-documents",
    "documents",
    coming.map(({ document, version }) => ({
      properties: documentProperties(document, version),
      claims: document.claims.map((claim) => claimProperties(claim, factOf(claim))),
    })),
  );
  return report;
}

/** Applies judgements that were added or taken back: what they are about is resolved anew. */
export function applyJudgements(
  database: Database,
  resolver: Resolver,
  judgements: readonly Judgement[],
): Promise<{ added: number; removed: number }> {
  return database.write(async (transaction) => {
    await transaction.run(cypher("write/lock-graph"));
    const old = await transaction.run<Row & Judgement>(cypher("write/find-judgements"));
    const keyOf = (j: Judgement): string => [j.verdict, ...[j.a, j.b].sort()].join("\t");
    const before = new Set(old.map(keyOf));
    const after = new Map(judgements.map((j) => [keyOf(j), j]));
    const changed = [
      ...old.filter((j) => !after.has(keyOf(j))),
      ...[...after].filter(([key]) => !before.has(key)).map(([, j]) => j),
    ];
    if (changed.length === 0) return { added: 0, removed: 0 };
    const judged = [...new Set(changed.flatMap(({ a, b }) => [a, b]))];
    const names = await planNames(transaction, resolver, new Map(), [...after.values()], judged, old);
    const moved = await movedClaims(transaction, names, new Set());
    await loadEntities(transaction, names, moved);
    const facts = await planFromClaims(transaction, resolver, names, [], moved, []);
    await writeNames(transaction, resolver, names, facts);
    await writeFacts(transaction, facts);
    const write = writer(transaction);
    await write("write/repoint-claims", "changes", facts.repointed);
    const factOf = factResolver(resolver, names, facts);
    await write(
      "write/set-claims",
      "claims",
      moved.map((claim) => ({ id: claim.id, fact: factOf(claim) })),
    );
    await transaction.run(cypher("write/set-judgements"), {
      judgements: [...after].map(([id, { verdict, a, b }]) => ({ id, verdict, a, b })),
    });
    const added = [...after.keys()].filter((key) => !before.has(key)).length;
    return { added, removed: changed.length - added };
  });
}

/** What documents that come and go add to name records, and take from them; zero sums are left out. */
function nameDeltas(coming: readonly DesignatedDocument[], going: readonly string[]): Map<string, NameDelta> {
  const deltas = new Map<string, NameDelta>();
  const at = (id: string, designation: string): NameDelta => {
    let delta = deltas.get(id);
    if (delta === undefined) {
      delta = { designation, count: 0, mentions: 0 };
      deltas.set(id, delta);
    }
    return delta;
  };
  for (const names of going)
    for (const [designation, rest, count, mentions] of countsOf(names)) {
      const delta = at(designation + rest, designation);
      delta.count -= count;
      delta.mentions -= mentions;
    }
  for (const { names } of coming)
    for (const record of names) {
      const delta = at(record.id, record.designation.id);
      delta.record ??= record;
      delta.count += record.count;
      delta.mentions += record.mentions;
    }
  for (const [id, { count, mentions }] of deltas) if (count === 0 && mentions === 0) deltas.delete(id);
  return deltas;
}

/** Claims that stay, but name a designation that goes from one entity to another. */
async function movedClaims(
  transaction: Transaction,
  names: NameChanges,
  gone: ReadonlySet<string>,
): Promise<ClaimRow[]> {
  const moved = new Set<string>();
  const entities = new Set<string>();
  for (const [designation, entity] of names.before) {
    const now = names.after.get(designation);
    if (now === undefined || now === entity) continue;
    moved.add(designation);
    entities.add(entity);
  }
  if (moved.size === 0) return [];
  const ids = [...entities];
  const rows = await transaction.run<{ fact: string }>(cypher("write/find-facts-of-entities"), { ids });
  const claims = await transaction.run<ClaimRow>(cypher("write/find-claims-of-facts"), {
    facts: [...ids, ...rows.map((row) => row.fact)],
  });
  // Relations within one entity have no fact to be found by.
  claims.push(
    ...(await transaction.run<ClaimRow>(cypher("write/find-claims-without-fact"), { subjects: [...moved] })),
  );
  const found = new Map(claims.map((claim) => [claim.id, claim]));
  return [...found.values()].filter(
    (c) => !gone.has(c.id) && (moved.has(c.subject) || (c.object !== null && moved.has(c.object))),
  );
}

/** Looks up the entities of designations that claims name and that have not been read yet. */
async function loadEntities(
  transaction: Transaction,
  names: NameChanges,
  claims: readonly ClaimKey[],
): Promise<void> {
  const missing = new Set<string>();
  for (const { subject, object } of claims)
    for (const id of [subject, object])
      if (id !== null && !names.after.has(id) && !names.before.has(id)) missing.add(id);
  if (missing.size === 0) return;
  const rows = await transaction.run<{ designation: string; entity: string }>(
    cypher("write/find-entities-of-designations"),
    { designations: [...missing] },
  );
  for (const { designation, entity } of rows) {
    names.before.set(designation, entity);
    names.after.set(designation, entity);
  }
}

function planFromClaims(
  transaction: Transaction,
  resolver: Resolver,
  names: NameChanges,
  old: readonly ClaimKey[],
  moved: readonly ClaimKey[],
  coming: readonly ClaimKey[],
): Promise<FactChanges> {
  const tally = new FactTally(resolver);
  const before = lookUp(names.before);
  const after = lookUp(names.after);
  const count = (claims: readonly ClaimKey[], entityOf: (id: string) => string, by: number): void => {
    for (const claim of claims) {
      const key = resolver.factKeyOf(claim, entityOf);
      if (key !== null) tally.add(key, by);
    }
  };
  count(old, before, -1);
  count(moved, before, -1);
  count(moved, after, 1);
  count(coming, after, 1);
  const fresh = new Set(names.entities.filter((e) => e.isNew).map((e) => e.entity.id));
  return planFacts(transaction, resolver, tally, fresh);
}

function factResolver(
  resolver: Resolver,
  names: NameChanges,
  facts: FactChanges,
): (claim: ClaimKey) => string {
  const after = lookUp(names.after);
  return (claim) => {
    if (claim.kind === "entity") return after(claim.subject);
    const key = resolver.factKeyOf(claim, after);
    // A relation within one entity supports nothing, but must be found when the entity is taken apart.
    return key === null ? NO_FACT : facts.factIdOf(key);
  };
}

function lookUp(entities: ReadonlyMap<string, string>): (designation: string) => string {
  return (designation) => {
    const entity = entities.get(designation);
    if (entity === undefined) throw new Error(`the graph has no entity for ${designation}`);
    return entity;
  };
}

async function writeNames(
  transaction: Transaction,
  resolver: Resolver,
  names: NameChanges,
  facts: FactChanges,
): Promise<void> {
  const write = writer(transaction);
  // What hangs on an entity goes before it does.
  await deleteFacts(transaction, facts);
  const rows = names.entities.map(({ entity, isNew, mentions, evidenceCount }) => ({
    isNew,
    type: entity.type,
    properties: { ...entity.properties, mentions, evidenceCount },
  }));
  await write(
    "write/create-entities",
    "entities",
    rows.filter((row) => row.isNew),
  );
  await write(
    "write/set-entities",
    "entities",
    rows.filter((row) => !row.isNew),
  );
  await write(
    "write/count-entities",
    "entities",
    [...names.countedEntities].map(([id, counts]) => ({ id, ...counts })),
  );
  await write("write/delete-names", "ids", names.deleted);
  await write(
    "write/count-names",
    "names",
    names.counted.map(({ id, count, mentions }) => ({ id, count, mentions })),
  );
  await write("write/move-names", "names", names.moved);
  await write("write/delete-entities", "ids", names.deletedEntities);
  const isName = (rule: string): boolean => rule !== "abbreviation";
  await write(
    "write/create-names",
    "names",
    names.created
      .filter((r) => isName(r.rule))
      .map((r) => ({ properties: nameProperties(r), entity: names.after.get(r.designation.id) })),
  );
  await write(
    "write/create-abbreviations",
    "names",
    names.created.filter((r) => !isName(r.rule)).map((r) => ({ properties: nameProperties(r) })),
  );
  const pairs = names.entities.filter((e) => e.isNew).flatMap((e) => resolver.placePairs(e.entity));
  await write("write/link-places", "pairs", [...new Map(pairs.map((pair) => [pair.id, pair])).values()]);
}

async function deleteFacts(transaction: Transaction, { deleted }: FactChanges): Promise<void> {
  for (const [type, facts] of groupBy(deleted, (fact) => fact.type)) {
    const ids = facts.map((fact) => fact.id);
    if (type === "Observation") await transaction.run(cypher("write/delete-observations"), { ids });
    else await transaction.run(ofType("write/delete-relationships", type), { ids });
  }
}

async function writeFacts(transaction: Transaction, { created, counted }: FactChanges): Promise<void> {
  const write = writer(transaction);
  const rows = created.map(({ id, kind, type, from, to, properties, evidenceCount, alsoStated }) => ({
    kind,
    type,
    from,
    to,
    properties: { ...properties, id, evidenceCount, alsoStated },
  }));
  await write(
    "write/create-relationships",
    "facts",
    rows.filter((row) => row.kind === "relation"),
  );
  await write(
    "write/create-observations",
    "facts",
    rows.filter((row) => row.kind === "observation"),
  );
  for (const [type, facts] of groupBy(counted, (fact) => fact.type)) {
    const counts = facts.map(({ id, evidenceCount, alsoStated }) => ({ id, evidenceCount, alsoStated }));
    const statement =
      type === "Observation" ? cypher("write/set-observations") : ofType("write/set-relationships", type);
    await transaction.run(statement, { facts: counts });
  }
}

/** Runs a statement with a list as its one parameter, unless the list is empty. */
function writer(transaction: Transaction) {
  return async (name: string, parameter: string, rows: readonly unknown[]): Promise<void> => {
    if (rows.length > 0) await transaction.run(cypher(name), { [parameter]: rows });
  };
}
