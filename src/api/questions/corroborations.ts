import { corroboratedTotals } from "../../check/check.js";
import { returning } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded } from "./arguments.js";
import { rowsOf } from "./contradictions.js";
import { LIST } from "./observations.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";
import { optional } from "./timeline.js";

/**
 * `corroborations`: totals that their parts add up to, then relationships and figures that more than one document states,
 * most documents first.
 */
export const corroborationsField: RootField = {
  name: "corroborations",
  compile(context, selected) {
    const first = bounded(context, argumentsOf(context.operation, selected), "first", LIST);
    const item = compileObject(context, selected, {
      documents: plain("documents"),
      reason: plain("finding.reason"),
      observations: (field) =>
        collectItems(
          context,
          "UNWIND range(0, size(figures) - 1) AS at WITH figures[at] AS one, at ORDER BY at",
          context.compileNode(MODEL.records.get("Observation")!, "one", field.nodes),
        ),
      relationship: (field) =>
        optional("step", compileRelationship(context, field, { edge: "step", from: "a", to: "b" })),
      observation: (field) =>
        optional("figure", context.compileNode(MODEL.records.get("Observation")!, "figure", field.nodes)),
    });
    const documents = (fact: string) =>
      `COUNT { MATCH (:Claim {fact: ${fact}.id})-[:STATED_IN]->(d:Document) RETURN DISTINCT d }`;
    const items = collectItems(
      context,
      `UNWIND stated AS one
WITH one ORDER BY one.finding.position, one.documents DESC, coalesce(one.step.id, one.figure.id) LIMIT ${first}
WITH one.documents AS documents, one.finding AS finding, one.step AS step, one.figure AS figure,
  one.figures AS figures, startNode(one.step) AS a, endNode(one.step) AS b`,
      item,
    );
    return {
      text: `WITH COLLECT { UNWIND $findings AS finding
    WITH finding, COLLECT { UNWIND range(0, size(finding.facts) - 1) AS at
      MATCH (figure:Observation {id: finding.facts[at]}) RETURN figure ORDER BY at } AS figures
    WHERE size(figures) > 0
    RETURN {documents: finding.documents, finding: finding, step: null, figure: figures[0], figures: figures} } +
  COLLECT { MATCH ()-[step:${ANY_RELATION}]->() WHERE step.evidenceCount > 1
    WITH step, ${documents("step")} AS documents WHERE documents > 1
    RETURN {documents: documents, finding: null, step: step, figure: null, figures: []} } +
  COLLECT { MATCH (figure:Observation) WHERE figure.evidenceCount > 1
    WITH figure, ${documents("figure")} AS documents WHERE documents > 1
    RETURN {documents: documents, finding: null, step: null, figure: figure, figures: [figure]} } AS stated
${returning(items)}`,
      read: ([value], variables) => items.shape(value as never, variables),
      before: async (database, parameters) => {
        const findings = await corroboratedTotals({ database });
        return { findings: rowsOf(findings.slice(0, parameters[first.slice(1)] as number)) };
      },
    };
  },
};
