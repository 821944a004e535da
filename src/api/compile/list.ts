import type { Link } from "../model/types.js";
import { allOf, type Context, collect, type Projection, whereClause } from "./context.js";
import { collectItems } from "./object.js";
import { orderKeys, orderTerms } from "./order.js";
import { pageSize } from "./page-size.js";
import { argumentsOf, type Selected } from "./selection.js";
import { integer } from "./statement.js";
import { nodeCondition } from "./where.js";

/** A plain list of nodes: `observations`, `evidence`. */
export function compileList(context: Context, link: Link, owner: string, selected: Selected): Projection {
  const { statement, operation } = context;
  const args = argumentsOf(operation, selected);
  const step = { owner, edge: statement.name("r"), node: statement.name("n") };
  const { pattern, condition } = link.pattern(step);
  const where = nodeCondition(context, args.get("where"), link.target, step.node);
  const keys = orderKeys(context, args.get("orderBy"), link, step);
  const first = args.get("first");
  const limit = statement.parameter({ get: (variables) => pageSize(link, first, variables) }, integer);
  const item = context.compileNode(link.target, step.node, selected.nodes);
  const order = orderTerms(
    keys,
    keys.map((key) => key.expression),
  );
  const clauses =
    `MATCH ${pattern}${whereClause(allOf([condition, where]))}` +
    ` WITH ${step.node} ORDER BY ${order} LIMIT ${limit}`;
  return collectItems(context, clauses, item);
}

/** At most one node: `City.province`, `Evidence.document`. */
export function compileOne(context: Context, link: Link, owner: string, selected: Selected): Projection {
  const step = { owner, edge: context.statement.name("r"), node: context.statement.name("n") };
  const { pattern, condition } = link.pattern(step);
  const item = context.compileNode(link.target, step.node, selected.nodes);
  const clauses = `MATCH ${pattern}${whereClause(allOf([condition]))}`;
  const { expression, calls } = collect(context, clauses, item);
  return {
    expression: `${expression}[0]`,
    calls: calls ?? [],
    shape: (row: unknown, variables) => (row === null ? null : item.shape(row as never, variables)),
  };
}
