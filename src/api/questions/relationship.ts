import { type PropertyDefinition, RELATIONS } from "../../../schema/index.js";
import type { Context, Projection } from "../compile/context.js";
import { compileList } from "../compile/list.js";
import { compileObject, plain } from "../compile/object.js";
import { compileProperty } from "../compile/property.js";
import type { Selected } from "../compile/selection.js";
import { MODEL } from "../model/model.js";

/** The relationship types of the ontology, for patterns. */
export const ANY_RELATION = RELATIONS.map((r) => r.type).join("|");

/** The properties that relationships have, whatever their type, each once. */
export const RELATIONSHIP_PROPERTIES: readonly PropertyDefinition[] = [
  ...new Map(RELATIONS.flatMap((r) => r.properties).map((p) => [p.name, p])).values(),
];

/** A `Relationship`: a fact between two entities; `from` and `to` are variables that hold its ends. */
export function compileRelationship(
  context: Context,
  field: Selected,
  { edge, from, to }: { edge: string; from: string; to: string },
): Projection {
  const entity = MODEL.records.get("Entity")!;
  return compileObject(
    context,
    field,
    {
      id: plain(`${edge}.id`),
      relation: (one) => compileProperty(one, `type(${edge})`),
      source: plain(`${from}.id`),
      target: plain(`${to}.id`),
      from: (one) => context.compileNode(entity, from, one.nodes),
      to: (one) => context.compileNode(entity, to, one.nodes),
      evidence: (one) => compileList(context, MODEL.edgeLinks.get("evidence")!, edge, one),
    },
    (one) => compileProperty(one, `${edge}.${one.name}`),
  );
}
