import { allOf, returning, whereClause } from "../compile/context.js";
import type { Input } from "../compile/input.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { textsOf } from "./arguments.js";
import { checkReferences, matchReferences } from "./references.js";
import { compileRelationship } from "./relationship.js";

/** The most cells; beyond it a place or an industry has to be named. */
const MAX_CELLS = 2_000;

/** `zoneIndustryMatrix`: which zone builds which industry, in some places or all, for some industries or all. */
export const zoneIndustryMatrixField: RootField = {
  name: "zoneIndustryMatrix",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const given = ["places", "industries"].map((name) => {
      const input = args.get(name);
      return input?.value == null ? undefined : input;
    });
    const [places, industries] = given;
    const all: Pick<Input, "get"> = {
      get: (variables) => given.flatMap((input) => (input ? textsOf(input.get(variables)) : [])),
    };
    const entity = MODEL.records.get("Entity")!;
    const { expression, shape, calls } = compileObject(context, selected, {
      zones: (field) =>
        collectItems(
          context,
          "UNWIND cells AS cell WITH DISTINCT cell.zone AS zone ORDER BY zone.name, zone.id",
          context.compileNode(entity, "zone", field.nodes),
        ),
      industries: (field) =>
        collectItems(
          context,
          "UNWIND cells AS cell WITH DISTINCT cell.industry AS industry, size([c IN cells WHERE c.industry = cell.industry]) AS zones ORDER BY zones DESC, industry.id",
          context.compileNode(entity, "industry", field.nodes),
        ),
      cells: (field) =>
        collectItems(
          context,
          "UNWIND cells AS cell WITH cell.step AS step, cell.zone AS zone, cell.industry AS industry",
          compileObject(context, field, {
            zone: plain("zone.id"),
            industry: plain("industry.id"),
            relationship: (one) =>
              compileRelationship(context, one, { edge: "step", from: "zone", to: "industry" }),
            companies: plain("COUNT { (zone)<-[:LOCATED_IN]-(:Company)-[:OPERATES_IN]->(industry) }"),
          }),
        ),
    });
    const condition = allOf([
      places
        ? "any(place IN entities WHERE place = zone OR EXISTS { (zone)-[:LOCATED_IN]->()-[:PART_OF*0..2]->(place) })"
        : "true",
      industries ? "industry IN entities" : "true",
    ]);
    return {
      text: `${matchReferences(context, all as Input, "places and industries")}
WITH references, entities,
  COLLECT { MATCH (zone:Zone)-[step:FOCUSES_ON]->(industry:Industry)${whereClause(condition)}
    WITH zone, step, industry ORDER BY zone.id, industry.id LIMIT ${MAX_CELLS}
    RETURN {zone: zone, step: step, industry: industry} } AS cells
${returning({ expression, calls }, "[references, ", "]")}`,
      read([value], variables) {
        const [references, found] = value as [never, never];
        checkReferences(references, all.get(variables) as string[]);
        return shape(found, variables);
      },
    };
  },
};
