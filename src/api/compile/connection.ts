import { type GraphQLObjectType, getNamedType } from "graphql";
import { MODEL } from "../model/model.js";
import type { Link, Step } from "../model/types.js";
import { findAnchor } from "./anchor.js";
import { allOf, type Context, type Projection, type Shape, whereClause } from "./context.js";
import { type CursorValues, encodeCursor } from "./cursor.js";
import type { Input, Variables } from "./input.js";
import { compileList } from "./list.js";
import { afterCondition, listName, type OrderKey, orderKeys, orderTerms } from "./order.js";
import { pageSize } from "./page.js";
import { compileProperty } from "./property.js";
import { argumentsOf, collectFields, type Selected } from "./selection.js";
import { integer } from "./statement.js";
import { nodeCondition, stepCondition } from "./where.js";

/** A part of a connection: read from the page's rows, or from an expression of its own. */
interface Part {
  key: string;
  expression?: string;
  read(value: never, variables: Variables): unknown;
}

/** A page of a list with what goes with it. `owner` is "" for a list at the root. */
export function compileConnection(
  context: Context,
  link: Link,
  owner: string,
  selected: Selected,
): Projection {
  const type = getNamedType(selected.field!.type) as GraphQLObjectType;
  const page = new Page(context, link, owner, argumentsOf(context.operation, selected));
  const parts = collectFields(context.operation, type, selected.nodes).map((field) =>
    compilePart(page, field, type.name),
  );
  const own = parts.filter((part) => part.expression !== undefined);
  const readers = parts.map(({ key, read, expression }) => ({
    key,
    read,
    slot: expression === undefined ? 0 : own.findIndex((part) => part.key === key) + 1,
  }));
  return {
    expression: `[${[page.rows(), ...own.map((part) => part.expression)].join(", ")}]`,
    shape: ((values: unknown[], variables: Variables) => {
      const connection: Record<string, unknown> = {};
      for (const { key, read, slot } of readers) connection[key] = read(values[slot] as never, variables);
      return connection;
    }) as Shape,
  };
}

function compilePart(page: Page, field: Selected, typeName: string): Part {
  const { key } = field;
  switch (field.name) {
    case "__typename":
      return { key, read: () => typeName };
    case "totalCount":
      return { key, expression: `COUNT { ${page.match()} }`, read: (count) => count };
    case "pageInfo":
      return { key, read: page.info(field) };
    case "nodes":
      return { key, read: page.nodes(field) };
    default:
      return { key, read: page.edges(field) };
  }
}

/** MATCH with all conditions and further ones; leaves the step's variables bound. */
function matcher(context: Context, link: Link, step: Step, where: Input | undefined) {
  const { pattern, condition } = link.pattern(step);
  const anchor = step.owner === "" ? findAnchor(context, where, link.target) : undefined;
  if (!anchor) {
    const wanted = stepCondition(context, where, link, step);
    return (more: string) => `MATCH ${pattern}${whereClause(allOf([condition, wanted, more]))}`;
  }
  // EXISTS would be tried on every node of the label; as a MATCH the planner may begin at the index of its far end.
  const far = {
    owner: step.node,
    edge: context.statement.name("r"),
    node: context.statement.name("n"),
    labelled: true,
  };
  const reached = anchor.link.pattern(far);
  const there = stepCondition(context, anchor.where, anchor.link, far);
  const rest = nodeCondition(context, where, link.target, step.node, anchor.filter);
  return (more: string) =>
    `MATCH ${pattern} MATCH ${reached.pattern}${whereClause(allOf([reached.condition, there]))}` +
    ` WITH DISTINCT ${step.node}${whereClause(allOf([rest, more]))}`;
}

type RowReader = (row: unknown[], variables: Variables) => unknown;
type RowsReader = (rows: unknown[][], variables: Variables) => unknown;

/** The rows of one page: gathers what the fields of a connection need of them and reads them back. */
class Page {
  readonly #keys: OrderKey[];
  readonly #aliases: string[];
  readonly #list: string;
  readonly #slots: string[] = [];
  readonly #first: Input | undefined;
  readonly #after: Input | undefined;
  readonly #step: Step;
  readonly #match: (more: string) => string;
  #needed = false;
  #looksAhead = false;
  #cursorReader: ((row: unknown[]) => string) | undefined;

  constructor(
    readonly context: Context,
    readonly link: Link,
    owner: string,
    args: ReadonlyMap<string, Input>,
  ) {
    const { statement } = context;
    this.#step = { owner, edge: statement.name("r"), node: statement.name("n") };
    this.#match = matcher(context, link, this.#step, args.get("where"));
    this.#keys = orderKeys(context, args.get("orderBy"), link, this.#step);
    this.#aliases = this.#keys.map(() => statement.name("k"));
    this.#list = listName(link, this.#keys);
    this.#first = args.get("first");
    const after = args.get("after");
    this.#after = after?.value === null ? undefined : after;
  }

  /** What is counted: all that the filter lets through, whatever the page. */
  match(): string {
    return this.#match("true");
  }

  nodes(field: Selected): RowsReader {
    const { expression, shape } = this.context.compileNode(this.link.target, this.#step.node, field.nodes);
    const slot = this.#slot(expression);
    return this.#each((row, variables) => shape(row[slot] as never, variables));
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
    const read: Record<string, (page: unknown[][], rows: unknown[][]) => unknown> = {
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
  rows(): string {
    if (!this.#needed) return "null";
    const { node, edge, owner } = this.#step;
    const bound = this.link.edge ? `${edge}, ${node}` : node;
    const limit = this.context.statement.parameter(
      { get: (variables) => pageSize(this.link, this.#first, variables) + (this.#looksAhead ? 1 : 0) },
      integer,
    );
    const first = this.#keys[0]!;
    // Says nothing new, but lets an index give the order.
    const exists =
      owner === "" && !first.nullable && !first.counts ? `${first.expression} IS NOT NULL` : "true";
    const more = this.#after ? afterCondition(this.context, this.#after, this.#list, this.#keys) : exists;
    const keys = this.#keys.map((key, i) => `${key.expression} AS ${this.#aliases[i]}`).join(", ");
    return (
      `COLLECT { ${this.#match(more)} WITH ${bound}, ${keys}` +
      ` ORDER BY ${orderTerms(this.#keys, this.#aliases)} LIMIT ${limit} RETURN [${this.#slots.join(", ")}] }`
    );
  }

  #edgePart(field: Selected, typeName: string): RowReader {
    const { node, edge } = this.#step;
    if (field.name === "__typename") return () => typeName;
    if (field.name === "cursor") return this.#cursor();
    const { expression, shape } = this.#edgeProjection(field, node, edge);
    const slot = this.#slot(expression);
    return (row, variables) => shape(row[slot] as never, variables);
  }

  #edgeProjection(field: Selected, node: string, edge: string): Projection {
    if (field.name === "node") return this.context.compileNode(this.link.target, node, field.nodes);
    if (field.name === "relation") return compileProperty(field, `type(${edge})`);
    const link = MODEL.edgeLinks.get(field.name);
    if (link) return compileList(this.context, link, edge, field);
    return compileProperty(field, `${edge}.${field.name}`);
  }

  #slot(expression: string): number {
    this.#needed = true;
    return this.#slots.push(expression) - 1;
  }

  #cursor(): (row: unknown[]) => string {
    if (!this.#cursorReader) {
      const from = this.#slots.length;
      for (const alias of this.#aliases) this.#slot(alias);
      this.#cursorReader = (row) =>
        encodeCursor(this.#list, row.slice(from, from + this.#aliases.length) as CursorValues);
    }
    return this.#cursorReader;
  }

  #each(read: RowReader): RowsReader {
    this.#needed = true;
    return (rows, variables) => this.#page(rows, variables).map((row) => read(row, variables));
  }

  /** Without the row that was only read to know whether there are more. */
  #page(rows: unknown[][], variables: Variables): unknown[][] {
    return this.#looksAhead ? rows.slice(0, pageSize(this.link, this.#first, variables)) : rows;
  }
}
