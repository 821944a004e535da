import { allOf, returning, whereClause } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded, oneOf } from "./arguments.js";
import { checkReferences, matchReferences } from "./references.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";

export const PATH = { maxLength: [1, 4, 6], first: [0, 10, 100] } as const;

/** `path`: all shortest ways from one entity to another along relationships in either direction. */
export const pathField: RootField = {
  name: "path",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const [from, to] = [args.get("from")!, args.get("to")!];
    const ends = { get: (v: never) => [from.get(v), to.get(v)] } as unknown as typeof from;
    const longest = bounded(context, args, "maxLength", PATH.maxLength);
    const first = bounded(context, args, "first", PATH.first);
    const through = oneOf(context, args.get("through"), "type(step)");
    const along = through === "true" ? "true" : `all(step IN relationships(way) WHERE ${through})`;
    const entity = MODEL.records.get("Entity")!;
    const item = compileObject(context, selected, {
      length: plain("length(way)"),
      nodes: (field) =>
        collectItems(context, "UNWIND nodes(way) AS node", context.compileNode(entity, "node", field.nodes)),
      relationships: (field) =>
        collectItems(
          context,
          "UNWIND relationships(way) AS step WITH step, startNode(step) AS a, endNode(step) AS b",
          compileRelationship(context, field, { edge: "step", from: "a", to: "b" }),
        ),
    });
    const ways = collectItems(
      context,
      `UNWIND CASE WHEN first <> last THEN [first] ELSE [] END AS start` +
        ` MATCH way = allShortestPaths((start)-[:${ANY_RELATION}*..${PATH.maxLength[2]}]-(last))` +
        `${whereClause(allOf([along]))} WITH way WHERE length(way) <= ${longest}` +
        ` WITH way ORDER BY [step IN relationships(way) | step.id] LIMIT ${first}`,
      item,
    );
    return {
      text: `${matchReferences(context, ends, "from and to")}
WITH references, entities[0] AS first, entities[1] AS last
${returning(ways, "[references, ", "]")}`,
      read([value], variables) {
        const [references, found] = value as [never, never];
        checkReferences(references, [String(from.get(variables)), String(to.get(variables))]);
        return ways.shape(found, variables);
      },
    };
  },
};
