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
  /** Whether it names nodes by id. */
  byId: boolean;
  /** Whether each node of the list comes once at most. */
  isSingle: boolean;
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
    if (!named) continue;
    const [property, condition] = named;
    const isKey = property === link.target.key;
    return {
      link,
      where,
      filter,
      byId: isKey && link.edge !== null,
      isSingle: isKey && link.isSingle && names(context, condition, "eq"),
    };
  }
  return undefined;
}

/** An indexed property that the filter names, the key first. */
function indexedName(context: Context, link: Link, where: Input): [string, Input] | undefined {
  const named = requiredOfNode(context, link, where).filter(([name, filter]) =>
    isIndexed(context, link.target, name, filter),
  );
  return named.find(([name]) => name === link.target.key) ?? named[0];
}

/** The conditions that a filter on a link puts on the node at its end, whatever else holds. */
export function requiredOfNode(context: Context, link: Link, where: Input): [string, Input][] {
  const required = requiredOf(context, where);
  if (!link.edge) return required;
  return required.flatMap(([name, inner]) => (name === "node" ? requiredOf(context, inner) : []));
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
  return names(context, filter, "eq") || names(context, filter, "in");
}

const names = (context: Context, filter: Input, operator: "eq" | "in") =>
  fieldsOf(filter, context.operation.variables).some(
    ([name, value]) => name === operator && value.value !== null,
  );
