import { createHash } from "node:crypto";
import { ENTITY_TYPES } from "../../schema/index.js";
import { ZhituError } from "../core/errors.js";
import { cypher, type Database, type Row } from "../neo4j/index.js";
import {
  ANY_RELATION,
  byCodePoint,
  type Selection,
  type SelectionOptions,
  type SelectionRequest,
  selectEntities,
  slices,
} from "./selection.js";
import type {
  ClaimRow,
  DocumentRow,
  EntityRow,
  NameRow,
  ObservationRow,
  Properties,
  RelationshipRow,
} from "./types.js";

type Reader = Pick<Database, "read">;

/** Rows of a page. A document brings its whole text. */
const PAGE = 1_000;
const DOCUMENTS = 25;
/** Entities, or facts, that a page of what hangs on them is read for. */
const OWNERS = 200;

/**
 * The entities of a selection and what belongs to them, in a fixed order and in pages, each a READ transaction of its
 * own: so no more than a page is held, and a page that fails for want of the server is read again.
 */
export class ExportGraph {
  readonly #members: ReadonlySet<string> | null;

  private constructor(
    readonly database: Reader,
    readonly selection: Selection,
    readonly options: { timeout?: number },
    readonly state: string,
  ) {
    this.#members = selection.ids && new Set(selection.ids);
  }

  /** Finds the selection; raises UsageError where it cannot be. */
  static async open(
    database: Reader,
    request: SelectionRequest = {},
    { timeout, maximum }: SelectionOptions = {},
  ): Promise<ExportGraph> {
    const options = timeout === undefined ? {} : { timeout };
    const state = await stateOf(database, options);
    const selection = await selectEntities(database, request, { timeout, maximum });
    return new ExportGraph(database, selection, options, state);
  }

  /** Whether all of the graph is exported, the record behind it included. */
  get isWhole(): boolean {
    return this.selection.ids === null;
  }

  /** Raises ZhituError GRAPH_CHANGED when documents came or went since the export began. */
  async requireUnchanged(): Promise<void> {
    if ((await stateOf(this.database, this.options)) === this.state) return;
    throw new ZhituError("GRAPH_CHANGED", "the graph was changed while it was exported; export it again");
  }

  /** In order of their ids. */
  async *entities(): AsyncGenerator<EntityRow[]> {
    const parameters = { types: ENTITY_TYPES };
    const { ids } = this.selection;
    const pages = ids
      ? this.#each<EntityRow & Row>("export/entities", ids, parameters)
      : this.#pages<EntityRow & Row>("export/entity-page", PAGE, parameters);
    for await (const rows of pages) yield rows.filter((row) => row.type !== null);
  }

  /** In order of the entities that they come from, then of their ids; both ends are in the selection. */
  async *relationships(): AsyncGenerator<RelationshipRow[]> {
    for await (const ids of this.#entityIds()) yield* this.relationshipsOf(ids);
  }

  /** The same, those that come from some entities only. */
  async *relationshipsOf(ids: readonly string[]): AsyncGenerator<RelationshipRow[]> {
    const statement = cypher("export/relationships").replace("RELATION_TYPES", ANY_RELATION);
    for await (const rows of this.#hanging<RelationshipRow & Row>(statement, ids, { types: ENTITY_TYPES }))
      yield this.#members ? rows.filter(({ to }) => this.#members?.has(to)) : rows;
  }

  /** In order of the entities that they are about, then of their ids. */
  async *observations(): AsyncGenerator<ObservationRow[]> {
    for await (const ids of this.#entityIds())
      yield* this.#hanging<ObservationRow & Row>(cypher("export/observations"), ids);
  }

  /** Of the whole graph all, in order of their ids; of a selection those that support its facts, in order of the facts. */
  async *claims(): AsyncGenerator<ClaimRow[]> {
    if (this.isWhole) {
      yield* this.#pages<ClaimRow & Row>("export/claim-page", PAGE);
      return;
    }
    for await (const ids of this.#facts()) yield* this.claimsOf(ids);
  }

  /** The claims that support some facts: entities, relationships or observations, by id. */
  async *claimsOf(facts: readonly string[]): AsyncGenerator<ClaimRow[]> {
    yield* this.#hanging<ClaimRow & Row>(cypher("export/claims"), facts);
  }

  /** All, or those that state a fact of the selection, in order of their ids. */
  async *documents(): AsyncGenerator<DocumentRow[]> {
    if (this.isWhole) {
      yield* this.#pages<DocumentRow & Row>("export/document-page", DOCUMENTS);
      return;
    }
    const found = new Set<string>();
    for await (const ids of this.#facts()) {
      const rows = await this.#read<{ id: string }>(cypher("export/documents-of-facts"), { ids });
      for (const { id } of rows) found.add(id);
    }
    const ids = [...found].sort(byCodePoint);
    yield* this.#each<DocumentRow & Row>("export/documents", ids, {}, DOCUMENTS);
  }

  /** All name records in order of their ids, or those of the selection's entities in order of those. */
  async *names(): AsyncGenerator<NameRow[]> {
    if (this.isWhole) {
      yield* this.#pages<NameRow & Row>("export/name-page", PAGE);
      return;
    }
    for await (const ids of this.#entityIds())
      yield* this.#hanging<NameRow & Row>(cypher("export/names"), ids);
  }

  /** What people have decided about names; nothing for a selection. */
  async judgements(): Promise<Properties[]> {
    return this.isWhole ? this.#properties("export/judgements") : [];
  }

  /** The version node's properties; nothing for a selection. */
  async meta(): Promise<Properties[]> {
    return this.isWhole ? this.#properties("export/meta") : [];
  }

  async #properties(name: string): Promise<Properties[]> {
    const rows = await this.#read<{ properties: Properties }>(cypher(name), {});
    return rows.map(({ properties }) => properties);
  }

  async *#entityIds(): AsyncGenerator<string[]> {
    const { ids } = this.selection;
    if (ids) {
      yield* slices(ids, OWNERS);
      return;
    }
    for await (const rows of this.#pages<{ id: string }>("export/entity-ids", PAGE))
      yield* slices(
        rows.map(({ id }) => id),
        OWNERS,
      );
  }

  /** The ids of all facts of the selection. */
  async *#facts(): AsyncGenerator<string[]> {
    yield* this.#entityIds();
    for (const pages of [this.relationships(), this.observations()])
      for await (const rows of pages)
        yield* slices(
          rows.map(({ id }) => id),
          OWNERS,
        );
  }

  /** Page after page of all nodes of a kind, by their ids. */
  async *#pages<T extends { id: string } & Row>(
    name: string,
    limit: number,
    parameters: Record<string, unknown> = {},
  ): AsyncGenerator<T[]> {
    for (let after = ""; ; ) {
      const rows = await this.#read<T>(cypher(name), { ...parameters, after, limit });
      if (rows.length > 0) yield rows;
      if (rows.length < limit) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Nodes by their ids, as many at once as a page has. */
  async *#each<T extends Row>(
    name: string,
    ids: readonly string[],
    parameters: Record<string, unknown>,
    limit = PAGE,
  ): AsyncGenerator<T[]> {
    for (const some of slices(ids, limit)) yield this.#read<T>(cypher(name), { ...parameters, ids: some });
  }

  /** Page after page of what hangs on some nodes, however much hangs on one. */
  async *#hanging<T extends { id: string } & Row>(
    statement: string,
    ids: readonly string[],
    parameters: Record<string, unknown> = {},
  ): AsyncGenerator<T[]> {
    for (let [at, after] = [0, ""]; ; ) {
      const rows = await this.#read<T & { at: number }>(statement, {
        ...parameters,
        ids,
        at,
        after,
        limit: PAGE,
      });
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
      const last = rows.at(-1)!;
      [at, after] = [last.at, last.id];
    }
  }

  #read<T extends Row>(statement: string, parameters: Record<string, unknown>): Promise<T[]> {
    return this.database.read<T>(statement, parameters, this.options);
  }
}

/** A digest of what the graph is a function of. */
async function stateOf(database: Reader, options: { timeout?: number }): Promise<string> {
  const rows = await database.read<{ state: string }>(cypher("export/state"), {}, options);
  const hash = createHash("sha256");
  for (const { state } of rows) hash.update(state).update("\n");
  return hash.digest("hex");
}
