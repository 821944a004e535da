import { ApiError } from "../errors.js";
import type { Link, RecordType, Step } from "../model/types.js";
import { allOf, anyOf, type Context } from "./context.js";
import { decodeCursor } from "./cursor.js";
import { fieldsOf, type Input, itemsOf } from "./input.js";

/** One key that a list is ordered by. */
export interface OrderKey {
  /** As the cursor names it. */
  name: string;
  expression: string;
  descending: boolean;
  /** Whether it may be null: nulls come last in both directions. */
  nullable: boolean;
  /** Whether it counts relationships. */
  counts: boolean;
}

/** The keys of `orderBy`, or of the link's own order, and the unique key that makes any order total. */
export function orderKeys(context: Context, input: Input | undefined, link: Link, step: Step): OrderKey[] {
  const items = input ? itemsOf(input, context.operation.variables) : [];
  const keys =
    items.length > 0
      ? items.map((item) => orderKey(context, item, link, step))
      : link.order.map((name) => propertyKey(link.target, name, "ASC", step.node));
  // A relationship's id is long, and would be read of every row that is ordered.
  const unique = link.isSingle ? `${step.node}.${link.target.key}` : `${step.edge}.id`;
  const last = keys.findIndex((key) => key.expression === unique);
  // What comes after a unique key decides nothing.
  if (last >= 0) return keys.slice(0, last + 1);
  return [...keys, { name: "id", expression: unique, descending: false, nullable: false, counts: false }];
}

function orderKey(context: Context, item: Input, link: Link, step: Step): OrderKey {
  const [name, inner] = only(context, item);
  if (!link.edge) return nodeKey(context, link.target, name, inner, step.node);
  const [property, direction] = only(context, inner);
  if (name === "node") return nodeKey(context, link.target, property, direction, step.node);
  const definition = link.edge.properties.find((p) => p.name === property);
  return {
    name: `edge.${property}`,
    expression: definition ? `${step.edge}.${property}` : `type(${step.edge})`,
    descending: direction.value === "DESC",
    nullable: definition?.nullable ?? false,
    counts: false,
  };
}

function nodeKey(context: Context, record: RecordType, name: string, inner: Input, node: string): OrderKey {
  const link = record.links.get(name);
  if (!link) return propertyKey(record, name, inner.value, node);
  const [, direction] = only(context, inner);
  const { pattern, condition } = link.pattern({
    owner: node,
    edge: context.statement.name("r"),
    node: context.statement.name("n"),
  });
  return {
    name: `${name}.count`,
    expression: `COUNT { MATCH ${pattern}${condition ? ` WHERE ${condition}` : ""} }`,
    descending: direction.value === "DESC",
    nullable: false,
    counts: true,
  };
}

function propertyKey(record: RecordType, name: string, direction: unknown, node: string): OrderKey {
  const nullable = record.properties.find((p) => p.name === name)?.nullable ?? true;
  return { name, expression: `${node}.${name}`, descending: direction === "DESC", nullable, counts: false };
}

/** The one key of an order object; the order of keys within an object means nothing in GraphQL. */
function only(context: Context, input: Input): [string, Input] {
  const fields = fieldsOf(input, context.operation.variables).filter(([, value]) => value.value !== null);
  if (fields.length !== 1) {
    throw new ApiError(
      "BAD_USER_INPUT",
      `Each object in "orderBy" takes exactly one key, got ${fields.length}; write [{ a: ASC }, { b: DESC }].`,
    );
  }
  return fields[0]!;
}

/** The name of a list in its order, for cursors. */
export function listName(link: Link, keys: readonly OrderKey[]): string {
  return [link.base, link.name, ...keys.map((key) => (key.descending ? `-${key.name}` : key.name))].join(" ");
}

/** ORDER BY's terms over expressions or aliases; nulls last in both directions. */
export function orderTerms(keys: readonly OrderKey[], expressions: readonly string[]): string {
  return keys
    .flatMap((key, i) => {
      const expression = expressions[i]!;
      if (!key.descending) return [expression];
      return key.nullable ? [`${expression} IS NULL`, `${expression} DESC`] : [`${expression} DESC`];
    })
    .join(", ");
}

/** The condition of coming after a cursor; holds when what the cursor pointed to is gone, too. */
export function afterCondition(
  context: Context,
  after: Input,
  list: string,
  keys: readonly OrderKey[],
): string {
  const at = keys.map((_, i) =>
    context.statement.parameter(after, (cursor) => decodeCursor(list, keys.length, cursor)[i]),
  );
  return anyOf(
    keys.map((key, i) => {
      const equal = keys
        .slice(0, i)
        .map((k, j) =>
          k.nullable
            ? `(${k.expression} = ${at[j]} OR (${k.expression} IS NULL AND ${at[j]} IS NULL))`
            : `${k.expression} = ${at[j]}`,
        );
      const beyond = `${key.expression} ${key.descending ? "<" : ">"} ${at[i]}`;
      return allOf([
        ...equal,
        key.nullable ? `${at[i]} IS NOT NULL AND (${beyond} OR ${key.expression} IS NULL)` : beyond,
      ]);
    }),
  );
}
