import { NODES } from "../../../schema/index.js";
import { nameKey } from "../../core/names.js";
import type { Context } from "../compile/context.js";
import type { Input } from "../compile/input.js";
import { ApiError } from "../errors.js";

/** The most entities that a question can name. */
const MAX_REFERENCES = 50;

/**
 * Clauses that find the entities that a question names, by id or by any name of any type, in the order given: binds
 * `references` for `checkReferences`, and `entities`, one for each reference that is one entity.
 */
export function matchReferences(context: Context, input: Input, argument: string): string {
  const given = context.statement.parameter(input, (value) => {
    const texts = [value].flat().map(String);
    if (texts.length > MAX_REFERENCES) {
      throw new ApiError(
        "BAD_USER_INPUT",
        `"${argument}" names ${texts.length} entities; ${MAX_REFERENCES} at most.`,
      );
    }
    return texts.map((text) => ({ text, keys: NODES.map((node) => nameKey(node.type, text)) }));
  });
  return `CALL () {
  UNWIND range(0, size(${given}) - 1) AS at
  WITH at, ${given}[at] AS reference
  CALL (reference) {
    MATCH (entity:Entity {id: reference.text}) RETURN entity
    UNION
    MATCH (name:Name)-[:NAMES]->(entity:Entity) WHERE name.key IN reference.keys RETURN entity
  }
  WITH at, reference, collect(entity) AS found ORDER BY at
  RETURN collect([reference.text, [e IN found[0..10] | [e.id, e.name]]]) AS references,
    [one IN collect(found) WHERE size(one) = 1 | one[0]] AS entities
}`;
}

type Reference = [given: string, found: [id: string, name: string][]];

/** An error where a reference names nothing or several entities. */
export function checkReferences(references: readonly Reference[], asked: readonly string[]): void {
  const found = new Map(references);
  for (const text of asked) {
    const candidates = (found.get(text) ?? []).map(([id, name]) => ({ id, name }));
    if (candidates.length === 1) continue;
    if (candidates.length === 0) {
      throw new ApiError("NOT_FOUND", `No entity has the id or name ${JSON.stringify(text)}.`, {
        given: text,
      });
    }
    const ids = candidates.map((c) => c.id).join(", ");
    throw new ApiError(
      "AMBIGUOUS_NAME",
      `${candidates.length} entities are named ${text}; name one by id: ${ids}.`,
      {
        candidates,
      },
    );
  }
}
