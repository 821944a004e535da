import { registerEnumType } from "type-graphql";
import { NODES, RELATIONS } from "../../../schema/index.js";

/** The entity types as an enum, for filters and facets. */
export const EntityTypeName: Record<string, string> = Object.fromEntries(NODES.map((n) => [n.type, n.type]));
registerEnumType(EntityTypeName, {
  name: "EntityType",
  description: "实体类型. The types of entities.",
  valuesConfig: Object.fromEntries(NODES.map((n) => [n.type, { description: `${n.zh}. ${n.description}` }])),
});

/** The relation types as an enum. */
export const RelationTypeName: Record<string, string> = Object.fromEntries(
  RELATIONS.map((r) => [r.type, r.type]),
);
registerEnumType(RelationTypeName, {
  name: "RelationType",
  description: "关系类型. The types of relations.",
  valuesConfig: Object.fromEntries(
    RELATIONS.map((r) => [r.type, { description: `${r.zh}. ${r.description}` }]),
  ),
});

export enum SortDirection {
  ASC = "ASC",
  DESC = "DESC",
}
registerEnumType(SortDirection, {
  name: "SortDirection",
  description: "排序方向. The direction of an order; what is absent comes last in both.",
  valuesConfig: {
    ASC: { description: "升序: the least first." },
    DESC: { description: "降序: the greatest first." },
  },
});
