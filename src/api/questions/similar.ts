import { RELATIONS } from "../../../schema/index.js";
import { returning } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import { compileProperty } from "../compile/property.js";
import { argumentsOf } from "../compile/selection.js";
import { MODEL } from "../model/model.js";
import type { RootField } from "../roots/types.js";
import { bounded } from "./arguments.js";
import { LIST } from "./observations.js";
import { checkReferences, matchReferences } from "./references.js";

/** The relations of documents from an entity to what it can share with others. */
const SHARED = RELATIONS.filter((r) => r.source === "claims" && !r.symmetric).map((r) => r.type);
/** How many of those that share one thing are looked at: what everybody has makes nobody similar. */
const MAX_BEARERS = 2_000;

/** `similar`: entities of the same type that share industries, awards, bodies, platforms, places; the rarer, the more. */
export const similarField: RootField = {
  name: "similar",
  compile(context, selected) {
    const args = argumentsOf(context.operation, selected);
    const company = args.get("company")!;
    const first = bounded(context, args, "first", LIST);
    const entity = MODEL.records.get("Entity")!;
    const item = compileObject(context, selected, {
      node: (field) => context.compileNode(entity, "other", field.nodes),
      score: plain("score"),
      shared: (field) =>
        collectItems(
          context,
          "UNWIND shared AS one WITH one, one.node AS common ORDER BY one.weight DESC, common.id, one.relation",
          compileObject(context, field, {
            relation: (inner) => compileProperty(inner, "one.relation"),
            node: (inner) => context.compileNode(entity, "common", inner.nodes),
          }),
        ),
    });
    const items = collectItems(
      context,
      "UNWIND alike AS one WITH one.other AS other, one.score AS score, one.shared AS shared",
      item,
    );
    return {
      text: `${matchReferences(context, company, "company")}
WITH references, entities[0] AS it
CALL (it) {
  MATCH (it)-[mine:${SHARED.join("|")}]->(what:Entity)
  WITH DISTINCT it, what, type(mine) AS relation
  WITH it, what, relation, COUNT { (what)<--(:Entity) } AS bearers WHERE bearers <= ${MAX_BEARERS}
  MATCH (what)<-[theirs:${SHARED.join("|")}]-(other:Entity)
  WHERE other <> it AND type(theirs) = relation AND all(label IN labels(it) WHERE label IN labels(other))
  WITH DISTINCT other, what, relation, 1.0 / log(1 + bearers) AS weight
  WITH other, sum(weight) AS score, collect({node: what, relation: relation, weight: weight}) AS shared
  ORDER BY score DESC, other.id LIMIT ${first}
  RETURN collect({other: other, score: score, shared: shared}) AS alike
}
${returning(items, "[references, ", "]")}`,
      read([value], variables) {
        const [references, found] = value as [never, never];
        checkReferences(references, [String(company.get(variables))]);
        return items.shape(found, variables);
      },
    };
  },
};
