import { ApiError } from "../errors.js";
import type { Link, RecordType, Step } from "../model/types.js";
import { allOf, anyOf, type Context, whereClause } from "./context.js";
import { fieldsOf, type Input, itemsOf } from "./input.js";

const COMPARISONS: Readonly<Record<string, string>> = {
  eq: "=",
  in: "IN",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  contains: "CONTAINS",
  startsWith: "STARTS WITH",
  endsWith: "ENDS WITH",
};

/**
 * The condition of a `where` on a node. Filters have two values, as their readers expect: what is absent equals
 * nothing and is above nothing, and NOT turns exactly that round (Cypher's null would leave it out both times).
 * `except` is left out: it has been made a part of the MATCH.
 */
export function nodeCondition(
  context: Context,
  input: Input | undefined,
  record: RecordType,
  node: string,
  except?: Input,
): string {
  return logic(context, input, except, (name, filter) => {
    if (name === "type" && record.kinds.length > 0) return labelCondition(context, filter, node);
    const property = record.properties.find((p) => p.name === name);
    if (property) return propertyCondition(context, filter, `${node}.${name}`);
    return linkCondition(context, filter, record.links.get(name)!, node);
  });
}

/** The condition of a `where` on a connection: `edge`, `node` and what combines them. */
export function stepCondition(context: Context, input: Input | undefined, link: Link, step: Step): string {
  if (!link.edge) return nodeCondition(context, input, link.target, step.node);
  return logic(context, input, undefined, (name, filter) =>
    name === "node"
      ? nodeCondition(context, filter, link.target, step.node)
      : logic(context, filter, undefined, (property, condition) =>
          propertyCondition(
            context,
            condition,
            property === "relation" ? `type(${step.edge})` : `${step.edge}.${property}`,
          ),
        ),
  );
}

function logic(
  context: Context,
  input: Input | undefined,
  except: Input | undefined,
  leaf: (name: string, filter: Input) => string,
): string {
  if (!input) return "true";
  const { variables } = context.operation;
  const recur = (inner: Input) => logic(context, inner, except, leaf);
  return allOf(
    fieldsOf(input, variables).map(([name, filter]) => {
      if (filter.value === null || filter === except) return "true";
      if (name === "AND") return allOf(itemsOf(filter, variables).map(recur));
      if (name === "OR") return anyOf(itemsOf(filter, variables).map(recur));
      if (name === "NOT") return `NOT ${twoValued(recur(filter))}`;
      return leaf(name, filter);
    }),
  );
}

const twoValued = (condition: string) =>
  condition === "true" || condition === "false" ? condition : `coalesce(${condition}, false)`;

function propertyCondition(context: Context, filter: Input, expression: string): string {
  return allOf(
    fieldsOf(filter, context.operation.variables).map(([operator, value]) => {
      if (operator === "includes") return `${given(context, value, operator)} IN ${expression}`;
      if (operator === "eq" && value.value === null) return `${expression} IS NULL`;
      return `${expression} ${COMPARISONS[operator]!} ${given(context, value, operator)}`;
    }),
  );
}

function labelCondition(context: Context, filter: Input, node: string): string {
  return allOf(
    fieldsOf(filter, context.operation.variables).map(([operator, value]) => {
      // An enum's value is part of the operation's shape; a list of them is not.
      if (operator === "eq" && value.value !== null) return `${node}:${value.value}`;
      return `any(l IN labels(${node}) WHERE l IN ${given(context, value, operator)})`;
    }),
  );
}

function given(context: Context, value: Input, operator: string): string {
  if (value.value === null) {
    throw new ApiError("BAD_USER_INPUT", `The filter "${operator}" takes no null; only "eq" does.`);
  }
  return context.statement.parameter(value);
}

function linkCondition(context: Context, filter: Input, link: Link, owner: string): string {
  const exists = (inner: Input, negated: boolean) => {
    const step = { owner, edge: context.statement.name("r"), node: context.statement.name("n") };
    const { pattern, condition } = link.pattern(step);
    const wanted = stepCondition(context, inner, link, step);
    return `MATCH ${pattern}${whereClause(allOf([condition, negated ? `NOT ${twoValued(wanted)}` : wanted]))}`;
  };
  if (link.kind === "one") return `EXISTS { ${exists(filter, false)} }`;
  return allOf(
    fieldsOf(filter, context.operation.variables).map(([quantifier, inner]) => {
      if (inner.value === null) return "true";
      switch (quantifier) {
        case "some":
          return `EXISTS { ${exists(inner, false)} }`;
        case "none":
          return `NOT EXISTS { ${exists(inner, false)} }`;
        case "all":
          return `NOT EXISTS { ${exists(inner, true)} }`;
        default:
          return `COUNT { ${exists(inner, false)} } = 1`;
      }
    }),
  );
}
