import { MODEL } from "../model/model.js";
import type { Link, RecordType, Step } from "../model/types.js";
import { compileAggregate } from "./aggregate.js";
import { type Anchor, findAnchor, requiredOfNode } from "./anchor.js";
import { allOf, type Context, type Projection, whereClause } from "./context.js";
import { fieldsOf, type Input } from "./input.js";
import { compileList } from "./list.js";
import { listName, orderKeys } from "./order.js";
import { compileProperty } from "./property.js";
import { compileRows } from "./rows.js";
import { argumentsOf, type Selected } from "./selection.js";
import { nodeCondition, stepCondition } from "./where.js";

/** The page of a list and what goes with it. `owner` is "" for a list at the root. */
export function compileConnection(
  context: Context,
  link: Link,
  owner: string,
  selected: Selected,
): Projection {
  const { statement, operation } = context;
  const args = argumentsOf(operation, selected);
  const step = { owner, edge: statement.name("r"), node: statement.name("n") };
  const where = args.get("where");
  const anchor = owner === "" && where ? findAnchor(context, where, link.target) : undefined;
  const match = matcher(context, link, step, where, anchor);
  const keys = orderKeys(context, args.get("orderBy"), link, step);
  const [first] = keys;
  // The order's own index would compete with the one at which the anchor begins.
  const isIndexed = owner === "" && !anchor && first && !first.nullable && !first.counts;
  const source = {
    name: link.name,
    defaultFirst: link.defaultFirst,
    target: where ? narrowed(context, link, where) : link.target,
    node: step.node,
    bound: link.edge ? `${step.edge}, ${step.node}` : step.node,
    match,
    begin: isIndexed ? `${first.expression} IS NOT NULL` : "true",
    keys,
    list: listName(link, keys),
    count: `COUNT { ${match("true")} }`,
    edgeField: (field: Selected) => edgeField(context, field, step.edge),
  };
  return compileRows(context, selected, source, (field) =>
    compileAggregate(context, field, link, step, match("true")),
  );
}

/** The link's target, of one type alone where the filter asks for that. */
function narrowed(context: Context, link: Link, where: Input): RecordType {
  const { target } = link;
  if (target.kinds.length === 0) return target;
  for (const [name, filter] of requiredOfNode(context, link, where)) {
    if (name !== "type") continue;
    const type = fieldsOf(filter, context.operation.variables).find(([operator]) => operator === "eq")?.[1];
    const kinds = target.kinds.filter((kind) => kind.name === type?.value);
    if (kinds.length > 0) return { ...target, kinds };
  }
  return target;
}

function edgeField(context: Context, field: Selected, edge: string): Projection {
  if (field.name === "relation") return compileProperty(field, `type(${edge})`);
  const link = MODEL.edgeLinks.get(field.name);
  return link ? compileList(context, link, edge, field) : compileProperty(field, `${edge}.${field.name}`);
}

/** MATCH with all conditions and further ones; leaves the step's variables bound. */
function matcher(
  context: Context,
  link: Link,
  step: Step,
  where: Input | undefined,
  anchor: Anchor | undefined,
) {
  const { pattern, condition } = link.pattern(step);
  if (!anchor) {
    const wanted = stepCondition(context, where, link, step);
    return (more: string) => `MATCH ${pattern}${whereClause(allOf([condition, wanted, more]))}`;
  }
  // EXISTS would be tried on every node of the label; as a MATCH the planner may begin at the index of its far end.
  const far = {
    owner: step.node,
    edge: context.statement.name("r"),
    node: context.statement.name("n"),
    foundBy: anchor.byId ? ("id" as const) : ("labels" as const),
  };
  const reached = anchor.link.pattern(far);
  const there = stepCondition(context, anchor.where, anchor.link, far);
  const rest = nodeCondition(context, where, link.target, step.node, anchor.filter);
  return (more: string) =>
    `MATCH ${pattern} MATCH ${reached.pattern}${whereClause(allOf([reached.condition, there]))}` +
    ` WITH ${anchor.isSingle ? "" : "DISTINCT "}${step.node}${whereClause(allOf([rest, more]))}`;
}
