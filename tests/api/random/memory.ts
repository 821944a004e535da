import {
  type DocumentNode,
  execute,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
} from "graphql";
import { linksOf } from "../../../schema/derive/links.js";
import { NODES } from "../../../schema/index.js";
import { MODEL } from "../../../src/api/model/model.js";
import { apiSchema } from "../../../src/api/schema/build-schema.js";
import type { Database } from "../../../src/neo4j/index.js";

type Properties = Record<string, unknown>;

interface MemoryNode {
  __typename: string;
  labels: string[];
  properties: Properties;
}
interface MemoryRelationship {
  type: string;
  from: MemoryNode;
  to: MemoryNode;
  properties: Properties;
}
/** An item of a list: a node, and the relationship that leads to it where there is one. */
interface Row {
  node: MemoryNode;
  edge?: MemoryRelationship;
  /** What breaks ties of order: the relationship's id where several may lead to one node, else the node's. */
  id: unknown;
}
type Input = Record<string, never>;

/** The graph of a database as objects, and GraphQL answered from them in the most straightforward way. */
export class MemoryGraph {
  readonly #schema: GraphQLSchema;

  private constructor(
    readonly nodes: readonly MemoryNode[],
    readonly relationships: readonly MemoryRelationship[],
  ) {
    // A copy without resolvers: everything is answered below.
    this.#schema = lexicographicSortSchema(apiSchema());
    for (const type of Object.values(this.#schema.getTypeMap()))
      if (isObjectType(type)) for (const field of Object.values(type.getFields())) delete field.resolve;
  }

  static async read(database: Database): Promise<MemoryGraph> {
    const found = await database.read<{ key: string; labels: string[]; properties: Properties }>(
      "MATCH (n) WHERE n:Entity OR n:Document OR n:Claim OR n:Observation RETURN elementId(n) AS key, labels(n) AS labels, properties(n) AS properties",
    );
    const nodes = new Map(
      found.map(({ key, labels, properties }) => {
        const __typename = labels.find((label) => label !== "Entity")!;
        return [key, { __typename, labels, properties }];
      }),
    );
    const steps = await database.read<{ type: string; from: string; to: string; properties: Properties }>(
      "MATCH (a)-[r]->(b) RETURN type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties",
    );
    const relationships = steps.flatMap(({ type, from, to, properties }) => {
      const [a, b] = [nodes.get(from), nodes.get(to)];
      return a && b ? [{ type, from: a, to: b, properties }] : [];
    });
    return new MemoryGraph([...nodes.values()], relationships);
  }

  async answer(document: DocumentNode, variableValues: Record<string, unknown>): Promise<unknown> {
    const { data, errors } = await execute({
      schema: this.#schema,
      document,
      variableValues,
      fieldResolver: (source, args, _context, info) => this.#resolve(source, args, info),
    });
    if (errors) throw errors[0]!;
    return JSON.parse(JSON.stringify(data));
  }

  #resolve(source: unknown, args: Input, { fieldName, parentType }: GraphQLResolveInfo): unknown {
    if (parentType.name === "Query") {
      const lookup = MODEL.lookups.get(fieldName);
      if (lookup) {
        const { labels } = lookup.target;
        return this.#labelled(labels).find((node) => node.properties.id === args.id) ?? null;
      }
      const list = MODEL.lists.get(fieldName)!;
      const rows = this.#labelled(list.target.labels).map(plain);
      return this.#connection(rows, args, [], 20);
    }
    if (isNode(source)) {
      if (this.#isLink(source.__typename, fieldName)) return this.#link(source, fieldName, args);
      return source.properties[fieldName] ?? null;
    }
    const object = source as Record<string, unknown>;
    if (fieldName === "evidence" && "evidenceOf" in object) return this.#evidence(object.evidenceOf, args);
    return object[fieldName] ?? null;
  }

  #labelled(labels: readonly string[]): MemoryNode[] {
    return this.nodes.filter((node) => labels.some((label) => node.labels.includes(label)));
  }

  #isLink(type: string, name: string): boolean {
    if (["evidence", "observations", "subject", "document", "claims"].includes(name)) return true;
    return isEntityType(type) && linksOf(type).some((link) => link.name === name);
  }

  #link(node: MemoryNode, name: string, args: Input): unknown {
    if (name === "evidence") return this.#evidence(node.properties.id, args);
    const rows = this.#rows(node, name);
    if (name === "observations")
      return this.#page(rows, args, ["indicator", "period"], 100).map((row) => row.node);
    if (name === "claims") return this.#connection(rows, args, ["start", "end"], 20);
    if (isOne(node.__typename, name)) return rows[0]?.node ?? null;
    return this.#connection(rows, args, [], 20);
  }

  #evidence(fact: unknown, args: Input): MemoryNode[] {
    const claims = this.nodes.filter((n) => n.__typename === "Claim" && n.properties.fact === fact);
    return this.#page(claims.map(plain), args, [], 5).map(({ node }) => ({
      ...node,
      __typename: "Evidence",
    }));
  }

  /** Everything that a link leads to. */
  #rows(owner: MemoryNode, name: string): Row[] {
    const along = (type: string) => this.relationships.filter((r) => r.type === type);
    switch (name) {
      case "evidence":
        return this.nodes
          .filter((n) => n.__typename === "Claim" && n.properties.fact === owner.properties.id)
          .map(plain);
      case "observations":
        return along("OF").flatMap(({ from, to }) => (to === owner ? [plain(from)] : []));
      case "subject":
        return along("OF").flatMap(({ from, to }) => (from === owner ? [plain(to)] : []));
      case "claims":
        return along("STATED_IN").flatMap(({ from, to }) => (to === owner ? [plain(from)] : []));
      case "document":
        return along("STATED_IN").flatMap(({ from, to }) =>
          from.properties.id === owner.properties.id ? [plain(to)] : [],
        );
    }
    const link = linksOf(owner.__typename as never).find((one) => one.name === name)!;
    const targets: readonly string[] = link.targets;
    if (link.cardinality === "one")
      return this.#above(owner).filter(({ node }) => targets.includes(node.__typename));
    return link.patterns.flatMap(({ relation, direction }) =>
      along(relation.type).flatMap((edge) => {
        const [near, far] = direction === "out" ? [edge.from, edge.to] : [edge.to, edge.from];
        const several = link.patterns.length > 1 || relation.properties.length > 0;
        const { id } = several ? edge.properties : far.properties;
        return near === owner && targets.includes(far.__typename) ? [{ node: far, edge, id }] : [];
      }),
    );
  }

  /** The places that something belongs to, near or far. */
  #above(node: MemoryNode): Row[] {
    const direct = this.relationships.filter((r) => r.type === "PART_OF" && r.from === node).map((r) => r.to);
    return direct.flatMap((place) => [plain(place), ...this.#above(place)]);
  }

  #connection(rows: Row[], args: Input, order: string[], first: number) {
    const kept = rows.filter((row) => this.#holdsRow(args.where, row));
    const page = this.#page(rows, args, order, first);
    return {
      totalCount: kept.length,
      nodes: page.map(({ node }) => node),
      edges: page.map(({ node, edge }) => ({
        ...edge?.properties,
        node,
        relation: edge?.type,
        evidenceOf: edge?.properties.id,
      })),
      pageInfo: { hasNextPage: kept.length > page.length, hasPreviousPage: false },
    };
  }

  #page(rows: Row[], args: Input, order: string[], first: number): Row[] {
    const items: Input[] = args.orderBy ?? [];
    const keys: Key[] =
      items.length > 0
        ? items.map((item) => this.#key(item))
        : order.map((name) => ({ of: ({ node }) => node.properties[name], descending: false }));
    const all = [...keys, { of: ({ id }: Row) => id, descending: false }];
    return rows
      .filter((row) => this.#holdsRow(args.where, row))
      .sort((a, b) => compareBy(all, a, b))
      .slice(0, args.first ?? first);
  }

  #key(item: Input): Key {
    const [[name, inner]] = Object.entries(item) as unknown as [[string, Input | string]];
    const isStep = typeof inner === "object" && (name === "edge" || name === "node");
    if (isStep && name === "edge") {
      const [[property, direction]] = Object.entries(inner) as unknown as [[string, string]];
      return { of: ({ edge }) => valueOfEdge(edge!, property), descending: direction === "DESC" };
    }
    if (isStep) return this.#key(inner);
    if (typeof inner === "object")
      return { of: ({ node }) => this.#rows(node, name).length, descending: inner.count === "DESC" };
    return { of: ({ node }) => node.properties[name], descending: inner === "DESC" };
  }

  #holdsRow(where: Input | null | undefined, row: Row): boolean {
    if (!where) return true;
    if (!row.edge) return this.#holds(where, row.node);
    return every(where, (name, inner) => {
      if (name === "node") return this.#holds(inner, row.node);
      if (name === "edge") return this.#holdsEdge(inner, row.edge!);
      return combine(name, inner, (one) => this.#holdsRow(one, row));
    });
  }

  #holdsEdge(where: Input, edge: MemoryRelationship): boolean {
    return every(where, (name, inner) =>
      isCombinator(name)
        ? combine(name, inner, (one) => this.#holdsEdge(one, edge))
        : passes(inner, valueOfEdge(edge, name)),
    );
  }

  #holds(where: Input, node: MemoryNode): boolean {
    return every(where, (name, inner) => {
      if (isCombinator(name)) return combine(name, inner, (one) => this.#holds(one, node));
      if (name === "type") return passes(inner, node.__typename);
      if (!this.#isLink(node.__typename, name)) return passes(inner, node.properties[name]);
      const rows = this.#rows(node, name);
      if (isOne(node.__typename, name)) return rows.slice(0, 1).some((row) => this.#holdsRow(inner, row));
      return every(inner, (quantifier, condition) => {
        const count = rows.filter((row) => this.#holdsRow(condition, row)).length;
        if (quantifier === "some") return count > 0;
        if (quantifier === "none") return count === 0;
        return quantifier === "all" ? count === rows.length : count === 1;
      });
    });
  }
}

interface Key {
  of(row: Row): unknown;
  descending: boolean;
}

const isNode = (value: unknown): value is MemoryNode =>
  value !== null && typeof value === "object" && "labels" in value;
const isEntityType = (type: string): type is (typeof NODES)[number]["type"] =>
  NODES.some((n) => n.type === type);
const isCombinator = (name: string) => name === "AND" || name === "OR" || name === "NOT";

function isOne(type: string, name: string): boolean {
  if (name === "subject" || name === "document") return true;
  return isEntityType(type) && linksOf(type).some((link) => link.name === name && link.cardinality === "one");
}

const plain = (node: MemoryNode): Row => ({ node, id: node.properties.id });

const valueOfEdge = (edge: MemoryRelationship, name: string) =>
  name === "relation" ? edge.type : edge.properties[name];

function every(object: Input, test: (key: string, value: never) => boolean): boolean {
  return Object.entries(object).every(([key, value]) => value === null || test(key, value));
}

function combine(name: string, inner: unknown, test: (one: Input) => boolean): boolean {
  if (name === "NOT") return !test(inner as Input);
  return name === "AND" ? (inner as Input[]).every(test) : (inner as Input[]).some(test);
}

/** All operators of a filter; what is absent equals null alone and compares with nothing. */
function passes(filter: Record<string, unknown>, value: unknown): boolean {
  return Object.entries(filter).every(([operator, wanted]) => {
    if (operator === "eq" && wanted === null) return value === undefined || value === null;
    if (value === undefined || value === null) return false;
    const [v, w] = [value as string, wanted as string];
    switch (operator) {
      case "eq":
        return v === w;
      case "in":
        return (wanted as unknown[]).includes(value);
      case "includes":
        return (value as unknown[]).includes(wanted);
      case "gt":
        return v > w;
      case "gte":
        return v >= w;
      case "lt":
        return v < w;
      case "lte":
        return v <= w;
      case "contains":
        return v.includes(w);
      case "startsWith":
        return v.startsWith(w);
      case "endsWith":
        return v.endsWith(w);
      default:
        throw new Error(`unknown operator ${operator}`);
    }
  });
}

/** Absent values last, whatever the direction. */
function compareBy(keys: readonly Key[], a: Row, b: Row): number {
  for (const { of, descending } of keys) {
    const [x, y] = [of(a) ?? null, of(b) ?? null] as [string | null, string | null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  }
  return 0;
}
