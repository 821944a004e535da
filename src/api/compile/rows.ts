import { type GraphQLObjectType, getNamedType } from "graphql";
import type { RecordType } from "../model/types.js";
import { type Context, collect, type Projection, type Reader, Slots } from "./context.js";
import { type CursorValues, encodeCursor } from "./cursor.js";
import type { Input, Variables } from "./input.js";
import { afterCondition, type OrderKey, orderTerms } from "./order.js";
import { pageSize } from "./page-size.js";
import { argumentsOf, collectFields, type Selected } from "./selection.js";
import { integer } from "./statement.js";

type RowReader = (row: unknown[], variables: Variables) => unknown;
type RowsReader = (rows: unknown[], variables: Variables) => unknown;

/** Where the rows of a list come from. */
export interface RowSource {
  /** For messages. */
  name: string;
  defaultFirst: number;
  target: RecordType;
  /** The variable of the row's node. */
  node: string;
  /** All variables of a row that its fields may need. */
  bound: string;
  /** Clauses that bind them, with a further condition. */
  match(more: string): string;
  /** A condition that takes nothing away but lets an index give the order; "true" for none. */
  begin: string;
  keys: readonly OrderKey[];
  /** The list in its order, for cursors. */
  list: string;
  /** How many rows there are in all: an expression. */
  count: string;
  /** A field of an edge besides cursor and node. */
  edgeField(field: Selected): Projection;
}

/** A part of a connection: read from the page's rows, or from an expression of its own. */
export interface Part {
  expression?: string;
  calls?: readonly string[];
  read(value: never, variables: Variables): unknown;
}

/** A connection over a source of rows; `further` compiles what only some connections have. */
export function compileRows(
  context: Context,
  selected: Selected,
  source: RowSource,
  further: (field: Selected) => Part,
): Projection {
  const type = getNamedType(selected.field!.type) as GraphQLObjectType;
  const page = new Page(context, source, argumentsOf(context.operation, selected));
  const compilePart = (field: Selected): Part => {
    switch (field.name) {
      case "__typename":
        return { read: () => type.name };
      case "totalCount":
        return { expression: source.count, read: (count) => count };
      case "pageInfo":
        return { read: page.info(field) };
      case "nodes":
        return { read: page.nodes(field) };
      case "edges":
        return { read: page.edges(field) };
      default:
        return further(field);
    }
  };
  const slots = new Slots();
  const calls: string[] = [];
  let ofRows = 0;
  const readers = collectFields(context.operation, type, selected.nodes).map((field) => {
    const { expression, read, ...part } = compilePart(field);
    calls.push(...(part.calls ?? []));
    const fromRows: Reader = (values, at, variables) => read(values[at + ofRows] as never, variables);
    return {
      key: field.key,
      read: expression === undefined ? fromRows : slots.add({ expression, shape: read }),
    };
  });
  const rows = page.rows();
  ofRows = slots.expressions.length;
  if (rows) slots.add({ ...rows, shape: () => null });
  return slots.projection(
    (values, at, variables) => {
      const connection: Record<string, unknown> = {};
      for (const { key, read } of readers) connection[key] = read(values, at, variables);
      return connection;
    },
    [...(rows?.calls ?? []), ...calls],
  );
}

/** The rows of one page: gathers what the fields of a connection need of them and reads them back. */
class Page {
  readonly #aliases: string[];
  readonly #slots = new Slots();
  readonly #calls: string[] = [];
  readonly #first: Input | undefined;
  readonly #after: Input | undefined;
  #needed = false;
  /** Whether a row is its one value, in no list. */
  #isBare = false;
  #looksAhead = false;
  #cursorReader: ((row: unknown[]) => string) | undefined;

  constructor(
    readonly context: Context,
    readonly source: RowSource,
    args: ReadonlyMap<string, Input>,
  ) {
    this.#aliases = source.keys.map(() => context.statement.name("k"));
    this.#first = args.get("first");
    const after = args.get("after");
    this.#after = after?.value === null ? undefined : after;
  }

  nodes(field: Selected): RowsReader {
    const read = this.#add(this.context.compileNode(this.source.target, this.source.node, field.nodes));
    return this.#each((row, variables) => read(row, 0, variables));
  }

  edges(field: Selected): RowsReader {
    const type = getNamedType(field.field!.type) as GraphQLObjectType;
    const parts = collectFields(this.context.operation, type, field.nodes).map((one) => ({
      key: one.key,
      read: this.#edgePart(one, type.name),
    }));
    return this.#each((row, variables) => {
      const edge: Record<string, unknown> = {};
      for (const { key, read } of parts) edge[key] = read(row, variables);
      return edge;
    });
  }

  info(field: Selected): RowsReader {
    const type = getNamedType(field.field!.type) as GraphQLObjectType;
    const fields = collectFields(this.context.operation, type, field.nodes);
    const names = new Set(fields.map((one) => one.name));
    if (names.has("hasNextPage")) this.#looksAhead = true;
    const cursor = names.has("startCursor") || names.has("endCursor") ? this.#cursor() : undefined;
    const at = (row: unknown[] | undefined) => (row && cursor ? cursor(row) : null);
    this.#needed = true;
    const read: Record<string, (page: unknown[][], rows: unknown[]) => unknown> = {
      __typename: () => type.name,
      hasPreviousPage: () => this.#after !== undefined,
      hasNextPage: (page, rows) => rows.length > page.length,
      startCursor: (page) => at(page[0]),
      endCursor: (page) => at(page.at(-1)),
    };
    return (rows, variables) => {
      const page = this.#page(rows, variables);
      return Object.fromEntries(fields.map((one) => [one.key, read[one.name]!(page, rows)]));
    };
  }

  /** The expression of the rows, once all fields have said what they need. */
  rows(): Pick<Projection, "expression" | "calls"> | undefined {
    const { keys, list, bound, match, begin } = this.source;
    // Checked even where no row is asked for.
    const limit = this.context.statement.parameter(
      { get: (variables) => pageSize(this.source, this.#first, variables) + (this.#looksAhead ? 1 : 0) },
      integer,
    );
    const more = this.#after ? afterCondition(this.context, this.#after, list, keys) : begin;
    if (!this.#needed) return undefined;
    const aliased = keys.map((key, i) => `${key.expression} AS ${this.#aliases[i]}`).join(", ");
    const clauses =
      `${match(more)} WITH ${bound}, ${aliased}` +
      ` ORDER BY ${orderTerms(keys, this.#aliases)} LIMIT ${limit}`;
    // What the rows are ordered by has been read.
    const values = this.#slots.expressions.map((expression) => {
      const key = keys.findIndex((one) => one.expression === expression);
      return key < 0 ? expression : this.#aliases[key]!;
    });
    // `collect`, which calls need, would leave out nulls that are in no list.
    this.#isBare = values.length === 1 && this.#calls.length === 0;
    const expression = this.#isBare ? values[0]! : `[${values.join(", ")}]`;
    return collect(this.context, clauses, { expression, calls: this.#calls, shape: () => null });
  }

  #edgePart(field: Selected, typeName: string): RowReader {
    if (field.name === "__typename") return () => typeName;
    if (field.name === "cursor") return this.#cursor();
    const read = this.#add(
      field.name === "node"
        ? this.context.compileNode(this.source.target, this.source.node, field.nodes)
        : this.source.edgeField(field),
    );
    return (row, variables) => read(row, 0, variables);
  }

  #add(projection: Projection): Reader {
    this.#needed = true;
    this.#calls.push(...(projection.calls ?? []));
    return this.#slots.add(projection);
  }

  #cursor(): (row: unknown[]) => string {
    if (!this.#cursorReader) {
      const from = this.#slots.expressions.length;
      for (const alias of this.#aliases) this.#add({ expression: alias, shape: (value) => value });
      this.#cursorReader = (row) =>
        encodeCursor(this.source.list, row.slice(from, from + this.#aliases.length) as CursorValues);
    }
    return this.#cursorReader;
  }

  #each(read: RowReader): RowsReader {
    this.#needed = true;
    return (rows, variables) => this.#page(rows, variables).map((row) => read(row, variables));
  }

  /** Without the row that was only read to know whether there are more. */
  #page(rows: unknown[], variables: Variables): unknown[][] {
    const page = this.#looksAhead ? rows.slice(0, pageSize(this.source, this.#first, variables)) : rows;
    return this.#isBare ? page.map((value) => [value]) : (page as unknown[][]);
  }
}
