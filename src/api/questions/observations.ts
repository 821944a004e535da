import { allOf, returning, whereClause } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded, oneOf, textsOf } from "./arguments.js";
import { checkReferences, matchReferences } from "./references.js";

export const LIST = [0, 20, 100] as const;
const entity = MODEL.records.get("Entity")!;
const observation = MODEL.records.get("Observation")!;

/** `compare`: figures of several places side by side, one row for an indicator, unit and period. */
export const compareField: RootField = {
  name: "compare",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const places = args.get("places")!;
    const first = bounded(context, args, "first", [0, 100, 100]);
    const indicators = oneOf(context, args.get("indicators"), "o.indicator");
    const periods = oneOf(context, args.get("periods"), "o.period");
    const value = (field: typeof selected) =>
      compileObject(context, field, {
        subject: (one) => context.compileNode(entity, "place", one.nodes),
        observations: (one) =>
          collectItems(
            context,
            "UNWIND figures AS f WITH f WHERE f.subject = place WITH f.figure AS figure ORDER BY figure.status, figure.id",
            context.compileNode(observation, "figure", one.nodes),
          ),
      });
    const row = compileObject(context, selected, {
      indicator: plain("indicator"),
      unit: plain("unit"),
      period: plain("period"),
      values: (field) =>
        collectItems(
          context,
          "UNWIND entities AS place WITH place WHERE any(f IN figures WHERE f.subject = place)",
          value(field),
        ),
    });
    const rows = collectItems(
      context,
      "UNWIND groups AS one WITH one.indicator AS indicator, one.unit AS unit, one.period AS period, one.figures AS figures",
      row,
    );
    return {
      text: `${matchReferences(context, places, "places")}
CALL (entities) {
  UNWIND entities AS place MATCH (place)<-[:OF]-(o:Observation)${whereClause(allOf([indicators, periods]))}
  WITH o.indicator AS indicator, o.unit AS unit, o.period AS period, collect({subject: place, figure: o}) AS figures,
    count(DISTINCT place) AS covered
  ORDER BY covered DESC, indicator, period, unit LIMIT ${first}
  RETURN collect({indicator: indicator, unit: unit, period: period, figures: figures}) AS groups
}
${returning(rows, "[references, ", "]")}`,
      read([value], variables) {
        const [references, found] = value as [never, never];
        checkReferences(references, textsOf(places.get(variables)));
        return rows.shape(found, variables);
      },
    };
  },
};
