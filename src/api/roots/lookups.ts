import { PLACE_TYPES, RELATIONS } from "../../../schema/index.js";
import { nameKey } from "../../core/names.js";
import { type Context, returning } from "../compile/context.js";
import type { Variables } from "../compile/input.js";
import { argumentsOf, type Selected } from "../compile/selection.js";
import { ApiError } from "../errors.js";
import type { Lookup } from "../model/types.js";
import type { RootField, RootStatement } from "./types.js";

/** How many entities of one name are told apart in an error. */
const MAX_CANDIDATES = 20;

/** Relations that say where something is. */
const WHEREABOUTS = RELATIONS.filter((r) => r.to.every((type) => isPlaceOrZone(type))).map((r) => r.type);

function isPlaceOrZone(type: string): boolean {
  return type === "Zone" || (PLACE_TYPES as readonly string[]).includes(type);
}

/** `company(id:)`, `company(name:)`, `document(id:)`, `entity(id:)`. */
export function lookupField(lookup: Lookup): RootField {
  return {
    name: lookup.name,
    compile(context, selected) {
      const args = argumentsOf(context.operation, selected);
      const [id, name] = [args.get("id"), args.get("name")].map((arg) =>
        arg?.value == null ? undefined : arg,
      );
      if (id && name) throw new ApiError("BAD_USER_INPUT", `${lookup.name} takes an id or a name, not both.`);
      if (id) return byId(context, selected, lookup, context.statement.parameter(id));
      if (!name)
        throw new ApiError(
          "BAD_USER_INPUT",
          `${lookup.name} needs an id${lookup.byName ? " or a name" : ""}.`,
        );
      const key = context.statement.parameter(name, (value) => nameKey(lookup.target.name, String(value)));
      return byName(context, selected, lookup, key, (variables) => String(name.get(variables)));
    },
  };
}

function byId(context: Context, selected: Selected, lookup: Lookup, id: string): RootStatement {
  const node = context.statement.name("n");
  const { expression, shape, calls } = context.compileNode(lookup.target, node, selected.nodes);
  return {
    text: `MATCH (${node}:${lookup.target.labels.join("|")} {id: ${id}}) ${returning({ expression, calls })}`,
    read: ([value], variables) => (value === undefined ? null : shape(value as never, variables)),
  };
}

/** Any of an entity's names finds it; two entities of one name are told apart, never picked from. */
function byName(
  context: Context,
  selected: Selected,
  lookup: Lookup,
  key: string,
  nameOf: (variables: Variables) => string,
): RootStatement {
  const node = context.statement.name("n");
  const { expression, shape, calls } = context.compileNode(lookup.target, node, selected.nodes);
  const limit = context.statement.constant(MAX_CANDIDATES);
  const places = `COLLECT { MATCH (${node})-[:${WHEREABOUTS.join("|")}]->(p) RETURN DISTINCT p.name AS place ORDER BY place }`;
  return {
    text:
      `MATCH (:Name {key: ${key}})-[:NAMES]->(found:${lookup.target.name})` +
      ` WITH DISTINCT found ORDER BY found.id LIMIT ${limit} WITH collect(found) AS same UNWIND same AS ${node}` +
      ` ${returning({ expression, calls }, `CASE WHEN size(same) > 1 THEN [${node}.id, ${node}.name, ${places}] ELSE `, " END")}`,
    read(values, variables) {
      if (values.length <= 1) return values.length === 0 ? null : shape(values[0] as never, variables);
      const candidates = (values as [string, string, string[]][]).map(([id, name, places]) => ({
        id,
        name,
        places,
      }));
      const ids = candidates.map((c) => c.id).join(", ");
      throw new ApiError(
        "AMBIGUOUS_NAME",
        `${values.length} entities of type ${lookup.target.name} are named ${nameOf(variables)}; ask by id: ${ids}.`,
        { candidates },
      );
    },
  };
}
