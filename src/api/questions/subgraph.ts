import { allOf, returning, whereClause } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded, ofTypes, oneOf, textsOf } from "./arguments.js";
import { checkReferences, matchReferences } from "./references.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";

export const SUBGRAPH = { depth: [0, 1, 3], limit: [1, 100, 500], links: 5_000 } as const;

/** `subgraph`: what surrounds some entities, nearest and most mentioned first, with all links between what is shown. */
export const subgraphField: RootField = {
  name: "subgraph",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const around = args.get("around")!;
    const depth = bounded(context, args, "depth", SUBGRAPH.depth);
    const limit = bounded(context, args, "limit", SUBGRAPH.limit);
    const through = oneOf(context, args.get("relations"), "type(step)");
    const types = ofTypes(context, args.get("types"), "next");
    const levels = [1, 2, 3].map(
      (level) => `CALL (nodes, level) {
  UNWIND CASE WHEN ${depth} >= ${level} AND size(nodes) <= ${limit} THEN level ELSE [] END AS node
  MATCH (node)-[step:${ANY_RELATION}]-(next:Entity)${whereClause(allOf(["NOT next IN nodes", through, types]))}
  WITH DISTINCT next ORDER BY next.mentions DESC, next.id LIMIT ${limit} + 1
  RETURN collect(next) AS reached
}
WITH references, nodes + reached AS nodes, reached AS level`,
    );
    const entity = MODEL.records.get("Entity")!;
    const { expression, shape, calls } = compileObject(context, selected, {
      nodes: (field) =>
        collectItems(context, "UNWIND nodes AS node", context.compileNode(entity, "node", field.nodes)),
      links: (field) =>
        collectItems(
          context,
          `UNWIND nodes AS a MATCH (a)-[step:${ANY_RELATION}]->(b)${whereClause(allOf(["b IN nodes", through]))}` +
            ` WITH a, step, b ORDER BY step.id LIMIT ${SUBGRAPH.links}`,
          compileRelationship(context, field, { edge: "step", from: "a", to: "b" }),
        ),
      truncated: plain("truncated"),
    });
    return {
      text: `${matchReferences(context, around, "around")}
WITH references, entities AS nodes, entities AS level
${levels.join("\n")}
WITH references, size(nodes) > ${limit} AS truncated, nodes[0..${limit}] AS nodes
${returning({ expression, calls }, "[references, ", "]")}`,
      read([value], variables) {
        const [references, graph] = value as [never, never];
        checkReferences(references, textsOf(around.get(variables)));
        return shape(graph, variables);
      },
    };
  },
};
