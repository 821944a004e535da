import { contradictionsIn } from "../../check/check.js";
import type { Finding } from "../../check/types.js";
import { type Context, returning } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { argumentsOf, type Selected } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded } from "./arguments.js";
import { LIST } from "./observations.js";
import { ANY_RELATION, compileRelationship } from "./relationship.js";

const entity = MODEL.records.get("Entity")!;
const observation = MODEL.records.get("Observation")!;

/** `contradictions`: what documents say that cannot all be, then what can hardly be; each with all sides. */
export const contradictionsField: RootField = {
  name: "contradictions",
  compile(context, selected) {
    const first = bounded(context, argumentsOf(context.operation, selected), "first", LIST);
    const item = compileObject(context, selected, {
      probable: plain('finding.kind = "probable"'),
      rule: plain("finding.rule"),
      reason: plain("finding.reason"),
      subject: (field) => context.compileNode(entity, "subject", field.nodes),
      subjects: (field) =>
        collectItems(
          context,
          "UNWIND finding.subjects AS id MATCH (one:Entity {id: id}) WITH one ORDER BY one.id",
          context.compileNode(entity, "one", field.nodes),
        ),
      indicator: plain("finding.indicator"),
      period: plain("finding.period"),
      observations: figuresOf(context),
      relationships: (field) =>
        collectItems(
          context,
          `MATCH (subject)-[step:${ANY_RELATION}]->(other:Entity) WHERE step.id IN finding.facts` +
            " WITH step, other ORDER BY step.id",
          compileRelationship(context, field, { edge: "step", from: "subject", to: "other" }),
        ),
    });
    const items = collectItems(
      context,
      "UNWIND $findings AS finding MATCH (subject:Entity {id: finding.subjects[0]})" +
        " WITH finding, subject ORDER BY finding.position",
      item,
    );
    return {
      text: returning(items),
      read: ([value], variables) => items.shape(value as never, variables),
      before: async (database, parameters) => {
        const findings = await contradictionsIn({ database });
        return { findings: rowsOf(findings.slice(0, parameters[first.slice(1)] as number)) };
      },
    };
  },
};

/** A finding's figures, in the order in which it gives them. */
export const figuresOf = (context: Context) => (field: Selected) =>
  collectItems(
    context,
    "UNWIND range(0, size(finding.facts) - 1) AS at MATCH (figure:Observation {id: finding.facts[at]})" +
      " WITH figure ORDER BY at",
    context.compileNode(observation, "figure", field.nodes),
  );

/** Findings as a statement's parameter. */
export const rowsOf = (findings: readonly Finding[]) =>
  findings.map(({ evidence, ...rest }, position) => ({
    ...rest,
    position,
    facts: [...new Set(evidence.map((one) => one.fact))],
    documents: new Set(evidence.map((one) => one.document)).size,
  }));
