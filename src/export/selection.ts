import { ENTITY_TYPES, type EntityType, NODES, RELATIONS } from "../../schema/index.js";
import { UsageError, ZhituError } from "../core/errors.js";
import { nameKey } from "../core/names.js";
import { cypher, type Database } from "../neo4j/index.js";
import { entityCondition } from "./where.js";

/** What is to be exported; all of it where nothing is given. Conditions that are given must all hold. */
export interface SelectionRequest {
  /** Ids or names of entities; these and what is within `depth` steps of one of them. */
  around?: readonly string[] | undefined;
  /** 0 to MAX_DEPTH, 1 where it is absent. */
  depth?: number | undefined;
  /** Entity types; steps lead over entities of these types only. */
  types?: readonly string[] | undefined;
  /** A filter as the GraphQL API's lists take it, as JSON or as written in GraphQL; those in `around` need not meet it. */
  where?: string | undefined;
}

export interface SelectionOptions {
  /** How many entities it may have; more is an error. Default: any number. */
  maximum?: number | undefined;
  /** Milliseconds that the database may take for one statement. */
  timeout?: number | undefined;
}

/** The entities of an export. */
export interface Selection {
  /** Their ids in the database's order; null for all that there are. */
  ids: readonly string[] | null;
  /** How many there are of each type. */
  counts: ReadonlyMap<EntityType, number>;
}

/** An entity that a request names is not there, or the name is shared. */
export class UnknownEntityError extends UsageError {}

/** More entities than may be exported at once. */
export class TooLargeError extends ZhituError<"EXPORT_TOO_LARGE"> {
  constructor(maximum: number) {
    const message = `the selection has more than ${maximum} entities; narrow it, or use zhitu export`;
    super("EXPORT_TOO_LARGE", message, { facts: { maximum } });
  }
}

export const MAX_DEPTH = 10;
const PAGE = 2_000;
/** Ids that one step's statement begins at. */
const FRONTIER = 200;

type Found = Map<string, EntityType>;
type Reader = Pick<Database, "read">;
/** The types of all relationships between entities, as a pattern has them. */
export const ANY_RELATION = RELATIONS.map((relation) => relation.type).join("|");

/** Finds the entities that are asked for. Raises UsageError for what cannot be asked, TooLargeError above the maximum. */
export async function selectEntities(
  database: Reader,
  request: SelectionRequest,
  options: SelectionOptions = {},
): Promise<Selection> {
  const around = request.around ?? [];
  const types = typesOf(request.types);
  const depth = depthOf(request.depth, around.length > 0);
  const condition = request.where === undefined ? undefined : entityCondition(request.where, types);
  if (around.length === 0 && !types && !condition) return whole(database, options);
  const found: Found = new Map();
  const run = { timeout: options.timeout };
  const add = (rows: readonly { id: string; type: EntityType }[]) => {
    for (const { id, type } of rows) found.set(id, type);
    if (found.size > (options.maximum ?? Infinity)) throw new TooLargeError(options.maximum!);
  };
  const labels = types ?? ENTITY_TYPES;
  if (around.length === 0) {
    const filter = condition ? ` AND (${condition.text})` : "";
    const statement = `MATCH (n:${types?.join("|") ?? "Entity"}) WHERE n.id > $after${filter}
RETURN n.id AS id, [label IN labels(n) WHERE label IN $types][0] AS type ORDER BY n.id LIMIT $limit`;
    for (let after = ""; ; ) {
      const parameters = { ...condition?.parameters, after, types: labels, limit: PAGE };
      const rows = await database.read<FoundRow>(statement, parameters, timeLimit(run));
      add(rows.filter((row) => row.type !== null));
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.id;
    }
    return selectionOf(found);
  }
  const starts = await resolveReferences(database, around, run);
  add(starts);
  // What is beyond the filter is walked over, but not exported.
  const reached: Found = new Map(starts.map(({ id, type }) => [id, type]));
  let frontier = [...reached.keys()];
  for (let step = 0; step < depth && frontier.length > 0; step++) {
    const next: string[] = [];
    for (const ids of slices(frontier, FRONTIER)) {
      const statement = cypher("export/neighbours").replace("RELATION_TYPES", ANY_RELATION);
      const rows = await database.read<FoundRow>(statement, { ids, types: labels }, timeLimit(run));
      const fresh = rows.filter(({ id }) => !reached.has(id));
      for (const { id, type } of fresh) {
        reached.set(id, type);
        next.push(id);
      }
      if (!condition) add(fresh);
      else if (fresh.length > 0) add(await meeting(database, condition, fresh, run));
    }
    frontier = next;
  }
  return selectionOf(found);
}

interface FoundRow extends Record<string, unknown> {
  id: string;
  type: EntityType;
}

const timeLimit = ({ timeout }: { timeout: number | undefined }) =>
  timeout === undefined ? {} : { timeout };

async function meeting(
  database: Reader,
  condition: { text: string; parameters: Record<string, unknown> },
  rows: readonly FoundRow[],
  run: { timeout: number | undefined },
): Promise<FoundRow[]> {
  const kept = new Set<string>();
  const statement = `UNWIND $ids AS id MATCH (n:Entity {id: id}) WHERE ${condition.text} RETURN n.id AS id`;
  for (const some of slices(rows, PAGE)) {
    const parameters = { ...condition.parameters, ids: some.map(({ id }) => id) };
    const found = await database.read<{ id: string }>(statement, parameters, timeLimit(run));
    for (const { id } of found) kept.add(id);
  }
  return rows.filter(({ id }) => kept.has(id));
}

/** All there is: no ids are held, the counts are the database's own. */
async function whole(database: Reader, { maximum, timeout }: SelectionOptions): Promise<Selection> {
  const pairs = ENTITY_TYPES.map((type) => `['${type}', COUNT { (:${type}) }]`).join(", ");
  const statement = `RETURN [${pairs}] AS counts`;
  const [row] = await database.read<{ counts: [EntityType, number][] }>(
    statement,
    {},
    timeLimit({ timeout }),
  );
  const counts = new Map(row?.counts ?? []);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (maximum !== undefined && total > maximum) throw new TooLargeError(maximum);
  return { ids: null, counts };
}

function selectionOf(found: Found): Selection {
  const counts = new Map<EntityType, number>();
  for (const type of found.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return { ids: [...found.keys()].sort(byCodePoint), counts };
}

/** The order in which the database sorts texts: by code points, where JavaScript compares UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) {
      const [highX, highY] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
      return highX === highY ? x - y : highX ? 1 : -1;
    }
  }
  return a.length - b.length;
}

/** Parts of a list, each of at most `size` items. */
export function* slices<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

function typesOf(given: readonly string[] | undefined): EntityType[] | undefined {
  const names = given?.map((name) => name.trim()).filter((name) => name !== "") ?? [];
  if (names.length === 0) {
    if (given === undefined) return undefined;
    throw new UsageError(`types is empty; name some of ${ENTITY_TYPES.join(", ")}`);
  }
  const wanted = new Set(
    names.map((name) => {
      const type = ENTITY_TYPES.find((known) => known.toLowerCase() === name.toLowerCase());
      if (type) return type;
      const message = `there is no entity type ${JSON.stringify(name)}; there are ${ENTITY_TYPES.join(", ")}`;
      throw new UsageError(message, { type: name });
    }),
  );
  return ENTITY_TYPES.filter((type) => wanted.has(type));
}

function depthOf(given: number | undefined, isAround: boolean): number {
  if (given === undefined) return 1;
  if (!Number.isSafeInteger(given) || given < 0 || given > MAX_DEPTH)
    throw new UsageError(`depth is ${given}; it can be a whole number from 0 to ${MAX_DEPTH}`);
  if (!isAround) throw new UsageError("depth says how far to go from an entity; name one with around");
  return given;
}

/** The most candidates that an error lists. */
const MAX_CANDIDATES = 10;

async function resolveReferences(
  database: Reader,
  texts: readonly string[],
  run: { timeout: number | undefined },
): Promise<FoundRow[]> {
  const references = texts.map((text) => ({ text, keys: NODES.map(({ type }) => nameKey(type, text)) }));
  const rows = await database.read<FoundRow & { at: number }>(
    cypher("export/find-entities"),
    { references, types: ENTITY_TYPES },
    timeLimit(run),
  );
  return texts.map((text, at) => {
    const [only, ...others] = rows.filter((row) => row.at === at);
    if (!only)
      throw new UnknownEntityError(`no entity has the id or name ${JSON.stringify(text)}`, { around: text });
    if (others.length === 0) return { id: only.id, type: only.type };
    const ids = [only, ...others.slice(0, MAX_CANDIDATES - 1)].map(({ id }) => id).join(", ");
    const message = `${others.length + 1} entities are named ${JSON.stringify(text)}; give the id of one: ${ids}`;
    throw new UnknownEntityError(message, { around: text });
  });
}
