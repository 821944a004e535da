import { RELATIONS } from "../../../schema/index.js";
import { allOf, type Projection, returning, type Shape, whereClause } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded } from "./arguments.js";
import { checkReferences, matchReferences } from "./references.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";

/** Relations that have a year. */
const DATED = RELATIONS.filter((r) => r.properties.some((p) => p.name === "year")).map((r) => r.type);

/** `timeline`: an entity's dated facts, events and figures in order of time. */
export const timelineField: RootField = {
  name: "timeline",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const of = args.get("of")!;
    const first = bounded(context, args, "first", [0, 50, 100]);
    const [from, to] = ["from", "to"].map((name) => {
      const input = args.get(name);
      return input?.value == null ? undefined : context.statement.parameter(input);
    });
    // "2019" to "2019" is the whole year, so the end is compared with the beginning of the date.
    const within = whereClause(
      allOf([from ? `item.date >= ${from}` : "true", to ? `left(item.date, size(${to})) <= ${to}` : "true"]),
    );
    const item = compileObject(context, selected, {
      date: plain("item.date"),
      relationship: (field) =>
        optional("step", compileRelationship(context, field, { edge: "step", from: "a", to: "b" })),
      node: (field) =>
        optional("other", context.compileNode(MODEL.records.get("Entity")!, "other", field.nodes)),
      observation: (field) =>
        optional("figure", context.compileNode(MODEL.records.get("Observation")!, "figure", field.nodes)),
    });
    const items = collectItems(
      context,
      `UNWIND dated AS item WITH item${within}
WITH item ORDER BY item.date, coalesce(item.step.id, item.figure.id) LIMIT ${first}
WITH item, item.step AS step, item.other AS other, item.figure AS figure, startNode(item.step) AS a, endNode(item.step) AS b`,
      item,
    );
    return {
      text: `${matchReferences(context, of, "of")}
WITH references, entities[0] AS it
WITH references,
  COLLECT { MATCH (it)-[step:${DATED.join("|")}]-(other:Entity) WHERE step.year IS NOT NULL
    RETURN {date: toString(step.year), step: step, other: other, figure: null} } +
  COLLECT { MATCH (it)-[step:${ANY_RELATION}]-(other:Entity) WHERE other.date IS NOT NULL
    RETURN {date: other.date, step: step, other: other, figure: null} } +
  COLLECT { MATCH (it)<-[:OF]-(figure:Observation) WHERE figure.period IS NOT NULL
    RETURN {date: figure.period, step: null, other: null, figure: figure} } AS dated
${returning(items, "[references, ", "]")}`,
      read([value], variables) {
        const [references, found] = value as [never, never];
        checkReferences(references, [String(of.get(variables))]);
        return items.shape(found, variables);
      },
    };
  },
};

/** A projection of what may be null. */
export function optional(variable: string, { expression, shape, calls }: Projection): Projection {
  return {
    calls: calls ?? [],
    expression: `CASE WHEN ${variable} IS NULL THEN null ELSE ${expression} END`,
    shape: ((value: unknown, variables) =>
      value === null ? null : shape(value as never, variables)) as Shape,
  };
}
