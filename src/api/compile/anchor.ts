import type { Link, RecordType } from "../model/types.js";
import type { Context } from "./context.js";
import { fieldsOf, type Input, itemsOf } from "./input.js";

/** A `some` filter that can stand in the MATCH of a root list, so that its index is where the search begins. */
export interface Anchor {
  link: Link;
  /** The value of `some`. */
  where: Input;
  /** The filter that holds it, to be left out of the rest of the condition. */
  filter: Input;
  /** Whether it names one node by its id. */
  byId: boolean;
}

/**
 * Finds such a filter: required (not under OR or NOT), and naming an indexed property of the node at its other end.
 * None where the list's own node is named by an indexed property: then that index is best.
 */
export function findAnchor(
  context: Context,
  input: Input | undefined,
  record: RecordType,
): Anchor | undefined {
  const required = input ? requiredOf(context, input) : [];
  if (required.some(([name, filter]) => isIndexed(context, record, name, filter))) return undefined;
  for (const [name, filter] of required) {
    const link = record.links.get(name);
    if (!link || link.kind === "one") continue;
    const quantifiers = fieldsOf(filter, context.operation.variables);
    const [quantifier, where] = quantifiers[0] ?? [];
    if (quantifiers.length !== 1 || quantifier !== "some" || !where) continue;
    const named = indexedName(context, link, where);
    if (named) return { link, where, filter, byId: named === link.target.key && link.edge !== null };
  }
  return undefined;
}

/** An indexed property that the filter names, the key first. */
function indexedName(context: Context, link: Link, where: Input): string | undefined {
  const conditions = requiredOf(context, where);
  const ofNode = link.edge
    ? conditions.flatMap(([name, inner]) => (name === "node" ? requiredOf(context, inner) : []))
    : conditions;
  const named = ofNode.filter(([name, filter]) => isIndexed(context, link.target, name, filter));
  return (named.find(([name]) => name === link.target.key) ?? named[0])?.[0];
}

function requiredOf(context: Context, input: Input): [string, Input][] {
  const { variables } = context.operation;
  return fieldsOf(input, variables).flatMap(([name, filter]): [string, Input][] => {
    if (name === "AND") return itemsOf(filter, variables).flatMap((item) => requiredOf(context, item));
    return name === "OR" || name === "NOT" ? [] : [[name, filter]];
  });
}

function isIndexed(context: Context, record: RecordType, name: string, filter: Input): boolean {
  const property = record.properties.find((p) => p.name === name);
  // An enum has an index for what few nodes have; by itself it names too many.
  if (!property?.index || property.kind === "enum") return false;
  return fieldsOf(filter, context.operation.variables).some(
    ([operator, value]) => (operator === "eq" || operator === "in") && value.value !== null,
  );
}
