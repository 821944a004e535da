import { type GraphQLObjectType, getNamedType } from "graphql";
import { NODES, RELATIONS } from "../../../schema/index.js";
import { collectFields } from "../compile/selection.js";
import type { RootField } from "./types.js";

const counts: Readonly<Record<string, string>> = {
  documents: "COUNT { (:Document) }",
  claims: "COUNT { (:Claim) }",
  entities: "COUNT { (:Entity) }",
  observations: "COUNT { (:Observation) }",
  relationships: RELATIONS.map((r) => `COUNT { ()-[:${r.type}]->() }`).join(" + "),
  byType: `[${NODES.map((n) => `COUNT { (:${n.type}) }`).join(", ")}]`,
  byRelation: `[${RELATIONS.map((r) => `COUNT { ()-[:${r.type}]->() }`).join(", ")}]`,
};

const names: Readonly<Record<string, readonly string[]>> = {
  byType: NODES.map((n) => n.type),
  byRelation: RELATIONS.map((r) => r.type),
};

/** `stats`: how much there is; the database keeps these counts and reads nothing out. */
export const statsField: RootField = {
  name: "stats",
  compile({ operation }, selected) {
    const type = getNamedType(selected.field!.type) as GraphQLObjectType;
    const fields = collectFields(operation, type, selected.nodes);
    const asked = fields.filter((field) => field.name !== "__typename");
    const inner = new Map(
      asked.map((field) => {
        const itemType = getNamedType(field.field!.type);
        return [
          field.key,
          "getFields" in itemType ? collectFields(operation, itemType as GraphQLObjectType, field.nodes) : [],
        ];
      }),
    );
    return {
      text: `RETURN [${asked.map((field) => counts[field.name]!).join(", ")}] AS value`,
      read: ([value]) =>
        Object.fromEntries(
          fields.map((field) => {
            if (field.name === "__typename") return [field.key, type.name];
            const got = (value as unknown[])[asked.indexOf(field)];
            if (!Array.isArray(got)) return [field.key, got];
            const itemType = getNamedType(field.field!.type).name;
            const items = got.map((count, i) => ({
              type: names[field.name]![i],
              count,
              __typename: itemType,
            }));
            return [
              field.key,
              items.map((item) =>
                Object.fromEntries(
                  inner.get(field.key)!.map((one) => [one.key, item[one.name as keyof typeof item]]),
                ),
              ),
            ];
          }),
        ),
    };
  },
};
