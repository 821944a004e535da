import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { generator } from "../../../bench/api/random.js";
import { MODEL } from "../../../src/api/model/model.js";
import { apiSchema } from "../../../src/api/schema/build-schema.js";
import type { MemoryGraph } from "./memory.js";

export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** How many lists may lie in one another. */
const DEPTH = 5;
/** Left to tests of their own: what depends on cursors, groups, and what is kept as JSON. */
const SKIPPED = new Set(["cursor", "startCursor", "endCursor", "aggregate", "mergedBecause"]);

/** Random operations over the schema, about values that the graph has; the same for the same seed. */
export class OperationGenerator {
  readonly #random: () => number;
  readonly #values = new Map<string, unknown[]>();
  #aliases = 0;
  #fragments: string[] = [];
  #variables: { name: string; type: string; value: unknown }[] = [];

  constructor(
    seed: number,
    readonly graph: MemoryGraph,
  ) {
    this.#random = generator(seed);
    for (const { properties } of [...graph.nodes, ...graph.relationships])
      for (const [name, value] of Object.entries(properties))
        for (const one of [value].flat()) {
          const known = this.#values.get(name);
          if (known) known.push(one);
          else this.#values.set(name, [one]);
        }
  }

  next(): RandomOperation {
    this.#aliases = 0;
    this.#fragments = [];
    this.#variables = [];
    const fields = apiSchema().getQueryType()!.getFields();
    const roots = [...MODEL.lists.keys(), ...MODEL.lookups.keys()];
    const depth = 1 + Math.floor(this.#random() ** 2 * DEPTH);
    const field = () => this.#field(fields[this.#pick(roots)]!, "Query", depth);
    const body = this.#times(1, this.#chance(0.2) ? 2 : 1, field).join(" ");
    const declared = this.#variables.map(({ name, type }) => `$${name}: ${type}`).join(", ");
    return {
      query: [`query ${declared ? `(${declared}) ` : ""}{ ${body} }`, ...this.#fragments].join("\n"),
      variables: Object.fromEntries(this.#variables.map(({ name, value }) => [name, value])),
    };
  }

  #select(type: Composite, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ name }) => !SKIPPED.has(name));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const links = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const isPage = isObjectType(type) && /(Connection|Edge)$/.test(type.name);
    const chosen = [
      ...(leaves.length > 0 ? this.#times(isPage ? 0 : 1, isPage ? 1 : 2, () => this.#pick(leaves)) : []),
      ...(links.length > 0 && (isPage || depth > 0)
        ? this.#times(isPage || this.#chance(0.5) ? 1 : 0, this.#chance(0.2) ? 2 : 1, () => this.#pick(links))
        : []),
    ].map((field) => this.#field(field, type.name, depth));
    if (this.#chance(0.3)) chosen.push(`${this.#alias()}: __typename`);
    if (isInterfaceType(type) && this.#chance(0.5)) {
      const kinds = apiSchema().getPossibleTypes(type);
      chosen.push(...this.#times(1, 2, () => this.#fragment(this.#pick(kinds), depth)));
    } else if (this.#chance(0.15)) chosen.push(this.#fragment(type, depth));
    if (chosen.length === 0) chosen.push("__typename");
    return `{ ${chosen.join(" ")} }`;
  }

  #fragment(type: Composite, depth: number): string {
    const selection = this.#select(type, depth - 1);
    if (this.#chance(0.5)) return `... on ${type.name} ${this.#directive()}${selection}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `...${name}`;
  }

  /** Under an alias, so that fields with different arguments never share a key. */
  #field(field: GraphQLField<unknown, unknown>, parent: string, depth: number): string {
    const type = getNamedType(field.type);
    const args = this.#arguments(field, type.name, depth);
    const alias = parent === "Query" || args || this.#chance(0.2) ? `${this.#alias()}: ` : "";
    const inner = isLeafType(type) ? "" : ` ${this.#select(type as Composite, args ? depth - 1 : depth)}`;
    return `${alias}${field.name}${args} ${alias ? this.#directive() : ""}${inner}`;
  }

  #directive(): string {
    if (this.#chance(0.95)) return "";
    const [name, value] = [this.#pick(["skip", "include"]), this.#chance(0.5)];
    return `@${name}(if: ${this.#chance(0.5) ? value : this.#variable("Boolean!", value)}) `;
  }

  #arguments(field: GraphQLField<unknown, unknown>, type: string, depth: number): string {
    const given = field.args.flatMap((arg) => {
      const value = this.#argument(arg, type, depth);
      return value === undefined ? [] : [`${arg.name}: ${value}`];
    });
    return given.length > 0 ? `(${given.join(", ")})` : "";
  }

  #argument(arg: GraphQLArgument, of: string, depth: number): string | undefined {
    const type = getNamedType(arg.type);
    if (arg.name === "id") {
      const fitting = this.graph.nodes.filter(({ labels }) => labels.includes(of));
      return this.#literal(this.#pick(fitting.length > 0 ? fitting : this.graph.nodes).properties.id, "ID!");
    }
    if (arg.name === "first") {
      const first = (this.#chance(0.1) ? 0 : 1) + Math.floor(this.#random() * (depth > 2 ? 9 : 5));
      return this.#chance(0.3) ? this.#variable("Int", first) : String(first);
    }
    if (!isInputObjectType(type)) return undefined;
    if (arg.name === "where" && this.#chance(0.4)) return this.#where(type, this.#chance(0.3) ? 2 : 1);
    if (arg.name === "orderBy" && this.#chance(0.4))
      return `[${this.#times(1, 2, () => this.#order(type)).join(", ")}]`;
    return undefined;
  }

  #order(type: GraphQLInputObjectType): string {
    const { name, type: given } = this.#pick(Object.values(type.getFields()));
    const inner = getNamedType(given);
    return `{ ${name}: ${isInputObjectType(inner) ? this.#order(inner) : this.#pick(["ASC", "DESC"])} }`;
  }

  #where(type: GraphQLInputObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const simple = fields.filter(({ name, type: given }) => {
      const inner = getNamedType(given);
      return name !== "AND" && name !== "OR" && name !== "NOT" && isInputObjectType(inner) && isFilter(inner);
    });
    const candidates = depth > 0 ? fields : simple;
    const chosen = new Set(candidates.length > 0 ? this.#times(1, 2, () => this.#pick(candidates)) : []);
    const parts = [...chosen].map(({ name, type: given }) => {
      const inner = getNamedType(given) as GraphQLInputObjectType;
      if (isListType(given))
        return `${name}: [${this.#times(1, 2, () => this.#where(inner, depth - 1)).join(", ")}]`;
      if (isFilter(inner)) return `${name}: ${this.#filter(name, inner)}`;
      if (!("some" in inner.getFields())) return `${name}: ${this.#where(inner, depth - 1)}`;
      const quantifier = this.#pick(Object.values(inner.getFields()));
      return `${name}: { ${quantifier.name}: ${this.#where(getNamedType(quantifier.type) as GraphQLInputObjectType, depth - 1)} }`;
    });
    return `{ ${parts.join(", ")} }`;
  }

  #filter(property: string, type: GraphQLInputObjectType): string {
    const operators = Object.values(type.getFields());
    const { name, type: given } = this.#pick(operators);
    const scalar = getNamedType(given);
    if (isEnumType(scalar)) {
      const value = () => this.#pick(scalar.getValues()).name;
      return name === "in" ? `{ in: [${value()}, ${value()}] }` : `{ ${name}: ${value()} }`;
    }
    const known = this.#values.get(property) ?? [];
    const one = (): unknown => {
      const value = known.length > 0 ? this.#pick(known) : "无";
      const [from, to] = [this.#random(), this.#random()].sort();
      if (typeof value !== "string" || !/contains|With/.test(name)) return value;
      const cut = [Math.floor(from! * value.length), Math.ceil(to! * value.length)] as const;
      return name === "startsWith" ? value.slice(0, cut[1]) : value.slice(...cut);
    };
    if (known.length === 0 && ["Int", "Float"].includes(scalar.name))
      return `{ ${name}: ${name === "in" ? "[1]" : 1} }`;
    if (name === "eq" && this.#chance(0.15)) return "{ eq: null }";
    if (name === "in") return `{ in: ${this.#literal([one(), one()], `[${scalar.name}!]`)} }`;
    return `{ ${name}: ${this.#literal(one(), scalar.name)} }`;
  }

  /** A value written out or in a variable. */
  #literal(value: unknown, type: string): string {
    return this.#chance(0.4) ? this.#variable(type, value) : JSON.stringify(value);
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#variables.length}`;
    this.#variables.push({ name, type, value });
    return `$${name}`;
  }

  #alias = () => `a${this.#aliases++}`;
  #chance = (share: number) => this.#random() < share;
  #pick = <T>(all: readonly T[]): T => all[Math.floor(this.#random() * all.length)]!;
  #times = <T>(least: number, most: number, make: () => T): T[] =>
    Array.from({ length: least + Math.floor(this.#random() * (most - least + 1)) }, make);
}

/** Whether an input is a filter of a value: its fields are operators. */
function isFilter(type: GraphQLInputObjectType): boolean {
  return Object.values(type.getFields()).every(({ type: given }) => {
    const inner = isNonNullType(given) ? given.ofType : given;
    return isLeafType(getNamedType(inner));
  });
}
