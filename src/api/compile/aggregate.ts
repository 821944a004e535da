import { ApiError } from "../errors.js";
import { MODEL } from "../model/model.js";
import type { Link, Step } from "../model/types.js";
import { type Context, callsOf, type Projection } from "./context.js";
import { type Input, itemsOf, type Variables } from "./input.js";
import { compileObject, plain } from "./object.js";
import { Joins, type PathEnd } from "./path.js";
import type { Part } from "./rows.js";
import { argumentsOf, type Selected } from "./selection.js";

export const GROUPS = { default: 100, max: 1_000 } as const;

/** `aggregate` of a connection: counts and measures of all that the filter lets through, in groups or as a whole. */
export function compileAggregate(
  context: Context,
  field: Selected,
  link: Link,
  step: Step,
  match: string,
): Part {
  const { operation, statement } = context;
  const args = argumentsOf(operation, field);
  const joins = new Joins(context);
  const over = args.get("over");
  if (over?.value != null) joins.fromRow(over, link, step);
  const groupBy = args.get("groupBy");
  const groups = (groupBy ? itemsOf(groupBy, operation.variables) : []).map((item) => {
    const end = joins.fromRow(item, link, step);
    if (!end) throw new ApiError("BAD_USER_INPUT", '"groupBy" has to lead to a value or to "self".');
    return { ...end, alias: statement.name("g") };
  });
  const measureInput = args.get("measure");
  const measured = measureInput?.value == null ? null : joins.fromRow(measureInput, link, step);
  const from = `${match}${joins.clauses}`;
  const limit = statement.parameter({ get: (variables) => groupLimit(args.get("first"), variables) });
  const fields = new Set(
    field.nodes
      .flatMap((n) => n.selectionSet?.selections ?? [])
      .map((s) => ("name" in s ? s.name.value : "")),
  );
  const onlyCount =
    groups.length === 0 && [...fields].every((name) => name === "count" || name === "__typename");
  if (onlyCount) {
    const { expression, shape } = compileObject(context, field, { count: plain(`COUNT { ${from} }`) });
    return { expression: `[${expression}]`, read: listOf(shape) };
  }
  const measure = `toFloatOrNull(${measured?.expression ?? "null"})`;
  const key = (group: PathEnd & { alias: string }) => (group.isEntity ? `${group.alias}.id` : group.alias);
  const totals = {
    total: "count(*)",
    members: `count(DISTINCT ${step.node})`,
    least: `min(${measure})`,
    most: `max(${measure})`,
    sum: `sum(${measure})`,
    mean: `avg(${measure})`,
  };
  const columns = Object.fromEntries(
    Object.keys(totals).map((name) => [name, statement.name(name)]),
  ) as Record<keyof typeof totals, string>;
  const item = compileObject(context, field, {
    count: plain(columns.total),
    distinct: plain(columns.members),
    min: plain(columns.least),
    max: plain(columns.most),
    sum: plain(columns.sum),
    avg: plain(columns.mean),
    keys: (one) => compileKeys(context, one, groups),
  });
  const order =
    args.get("orderBy")?.value === "KEY" ? groups.map(key) : [`${columns.total} DESC`, ...groups.map(key)];
  const clauses =
    `${from} WITH ${[
      ...groups.map((group) => `${group.expression} AS ${group.alias}`),
      ...Object.entries(totals).map(([name, total]) => `${total} AS ${columns[name as keyof typeof totals]}`),
    ].join(", ")}` + `${order.length > 0 ? ` ORDER BY ${order.join(", ")}` : ""} LIMIT ${limit}`;
  // CALL, since aggregating functions may not stand within COLLECT.
  const name = statement.name("c");
  const calls = [
    `CALL (*) { ${clauses} ${callsOf([item]).join(" ")} RETURN collect(${item.expression}) AS ${name} }`,
  ];
  return { expression: name, calls, read: listOf(item.shape) };
}

const listOf =
  (shape: Projection["shape"]) =>
  (rows: unknown[], variables: Variables): unknown[] =>
    rows.map((row) => shape(row as never, variables));

function compileKeys(
  context: Context,
  field: Selected,
  groups: readonly (PathEnd & { alias: string })[],
): Projection {
  const keys = groups.map((group) =>
    compileObject(context, field, {
      path: plain(`'${group.name}'`),
      value: plain(group.isEntity ? `${group.alias}.id` : `toString(${group.alias})`),
      number: plain(group.isEntity ? "null" : `toFloatOrNull(${group.alias})`),
      entity: (one) => {
        if (!group.isEntity) return { expression: "null", shape: () => null };
        return context.compileNode(MODEL.records.get("Entity")!, group.alias, one.nodes);
      },
    }),
  );
  return {
    expression: `[${keys.map((key) => key.expression).join(", ")}]`,
    calls: callsOf(keys),
    shape: (values: unknown[], variables) =>
      values.map((value, i) => keys[i]!.shape(value as never, variables)),
  };
}

function groupLimit(first: Input | undefined, variables: Variables): number {
  const size = (first?.get(variables) as number | null | undefined) ?? GROUPS.default;
  if (size >= 0 && size <= GROUPS.max) return size;
  throw new ApiError("BAD_PAGE_SIZE", `"first" of aggregate is ${size}; it can be 0 to ${GROUPS.max}.`, {
    maximum: GROUPS.max,
  });
}
