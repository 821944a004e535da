import { NODES, RELATIONS } from "../../../schema/index.js";
import { type Context, returning } from "../compile/context.js";
import { collectItems, compileObject, plain } from "../compile/object.js";
import type { Selected } from "../compile/selection.js";
import type { RootField } from "./types.js";

const nodeCount = (label: string) => `COUNT { (:${label}) }`;
const relationCount = (type: string) => `COUNT { ()-[:${type}]->() }`;

/** `stats`: how much there is; the database keeps these counts and reads nothing out. */
export const statsField: RootField = {
  name: "stats",
  compile(context, selected) {
    const types = NODES.map((n) => n.type);
    const relations = RELATIONS.map((r) => r.type);
    const { expression, shape, calls } = compileObject(context, selected, {
      documents: plain(nodeCount("Document")),
      claims: plain(nodeCount("Claim")),
      entities: plain(nodeCount("Entity")),
      observations: plain(nodeCount("Observation")),
      relationships: plain(relations.map(relationCount).join(" + ")),
      byType: (field) => counts(context, field, types, nodeCount),
      byRelation: (field) => counts(context, field, relations, relationCount),
    });
    return {
      text: `${returning({ expression, calls })}`,
      read: ([value], variables) => shape(value as never, variables),
    };
  },
};

function counts(
  context: Context,
  field: Selected,
  types: readonly string[],
  count: (type: string) => string,
) {
  const pairs = types.map((type) => `['${type}', ${count(type)}]`).join(", ");
  const item = compileObject(context, field, { type: plain("pair[0]"), count: plain("pair[1]") });
  return collectItems(context, `UNWIND [${pairs}] AS pair`, item);
}
