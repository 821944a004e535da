import { returning } from "../compile/context.js";
import { argumentsOf } from "../compile/selection.js";
import { ApiError } from "../errors.js";
import { KEYED } from "../model/keyed.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "./types.js";

/** All that has a key, as one interface. */
const ANY = { ...MODEL.records.get("Entity")!, name: "_Entity", kinds: KEYED };
const NAMES = new Set(KEYED.map((record) => record.name));
/** Labels that have a unique constraint on `id`. */
const INDEXED = ["Entity", "Document", "Claim", "Observation"];

/** `_entities` of Apollo Federation: records by type and id, in the order of the references. */
export const entitiesField: RootField = {
  name: "_entities",
  compile(context, selected) {
    const representations = argumentsOf(context.operation, selected).get("representations")!;
    const given = context.statement.parameter(representations, (value) =>
      (value as unknown[]).map(reference),
    );
    const node = context.statement.name("n");
    const { expression, shape, calls } = context.compileNode(ANY, node, selected.nodes);
    const found = INDEXED.map(
      (label) =>
        `MATCH (${node}:${label} {id: reference.id}) WHERE reference.type IN labels(${node}) RETURN ${node}`,
    );
    return {
      text: `UNWIND range(0, size(${given}) - 1) AS at WITH at, ${given}[at] AS reference
CALL (reference) { ${found.join(" UNION ")} }
${returning({ expression, calls }, "[at, ", "]")}`,
      read(values, variables) {
        const { length } = representations.get(variables) as unknown[];
        const all: unknown[] = Array.from({ length }, () => null);
        for (const [at, value] of values as [number, never][]) all[at] = shape(value, variables);
        return all;
      },
    };
  },
};

function reference(value: unknown): { type: string; id: string } {
  const { __typename: type, id } = (value ?? {}) as Record<string, unknown>;
  if (typeof type === "string" && NAMES.has(type) && typeof id === "string") return { type, id };
  throw new ApiError(
    "BAD_USER_INPUT",
    `A representation needs the __typename of a type that has a key, and an id; got ${JSON.stringify(value)}.`,
  );
}
