import { returning } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded } from "./arguments.js";
import { LIST } from "./observations.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";
import { optional } from "./timeline.js";

/** `corroborations`: relationships and figures that more than one document states, most documents first. */
export const corroborationsField: RootField = {
  name: "corroborations",
  compile(context, selected) {
    const first = bounded(context, argumentsOf(context.operation, selected), "first", LIST);
    const item = compileObject(context, selected, {
      documents: plain("documents"),
      relationship: (field) =>
        optional("step", compileRelationship(context, field, { edge: "step", from: "a", to: "b" })),
      observation: (field) =>
        optional("figure", context.compileNode(MODEL.records.get("Observation")!, "figure", field.nodes)),
    });
    const documents = (fact: string) =>
      `COUNT { MATCH (:Claim {fact: ${fact}.id})-[:STATED_IN]->(d:Document) RETURN DISTINCT d }`;
    const items = collectItems(
      context,
      `UNWIND stated AS one WITH one ORDER BY one.documents DESC, coalesce(one.step.id, one.figure.id) LIMIT ${first}
WITH one.documents AS documents, one.step AS step, one.figure AS figure, startNode(one.step) AS a, endNode(one.step) AS b`,
      item,
    );
    return {
      text: `WITH COLLECT { MATCH ()-[step:${ANY_RELATION}]->() WHERE step.evidenceCount > 1
    WITH step, ${documents("step")} AS documents WHERE documents > 1
    RETURN {documents: documents, step: step, figure: null} } +
  COLLECT { MATCH (figure:Observation) WHERE figure.evidenceCount > 1
    WITH figure, ${documents("figure")} AS documents WHERE documents > 1
    RETURN {documents: documents, step: null, figure: figure} } AS stated
${returning(items)}`,
      read: ([value], variables) => items.shape(value as never, variables),
    };
  },
};
