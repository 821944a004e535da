import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Entity } from "../../../schema/index.js";
import { Evidence } from "../records/claim.js";
import { pageInfo } from "./connections.js";
import { TypeCount } from "./stats.js";

export enum HighlightField {
  NAME = "NAME",
  ALIAS = "ALIAS",
  EVIDENCE = "EVIDENCE",
}
registerEnumType(HighlightField, {
  name: "HighlightField",
  description: "命中位置. Where a query was met.",
  valuesConfig: {
    NAME: { description: "名称: in the name." },
    ALIAS: { description: "别名: in another name." },
    EVIDENCE: { description: "证据: in the text of a document." },
  },
});

@ObjectType("HighlightRange", { description: "高亮范围. A stretch of a text, in UTF-16 units." })
export class HighlightRange {
  @Field(() => Int, { description: "起点. Offset of its first character." })
  start!: number;

  @Field(() => Int, { description: "终点. Offset after its last character." })
  end!: number;
}

@ObjectType("Highlight", { description: "高亮. A text that met the query, and where." })
export class Highlight {
  @Field(() => HighlightField, { description: "位置. Which text it is." })
  field!: HighlightField;

  @Field(() => String, { description: "文本. The text." })
  text!: string;

  @Field(() => [HighlightRange], { description: "范围. The stretches that met the query." })
  ranges!: HighlightRange[];
}

@ObjectType("SearchEdge", { description: "搜索结果. An entity that was found, and why." })
export class SearchEdge {
  @Field(() => String, { description: "游标. Stands for this place in the list." })
  cursor!: string;

  @Field(() => Entity, { description: "实体. The entity." })
  node!: Entity;

  @Field(() => Float, { description: "相关度. The higher, the better it fits; only good for comparing." })
  score!: number;

  @Field(() => [Highlight], { description: "高亮. The names and the text that met the query." })
  highlights!: Highlight[];

  @Field(() => Evidence, {
    nullable: true,
    description: "证据. The best sentence that met the query, where one did.",
  })
  evidence?: Evidence;
}

@ObjectType("SearchConnection", { description: "搜索结果. What was found, best first." })
export class SearchConnection {
  @Field(() => [Entity], { description: "节点. The entities." })
  nodes!: Entity[];

  @Field(() => [SearchEdge], { description: "边. The entities with score and highlights." })
  edges!: SearchEdge[];

  @Field(() => pageInfo, { description: "分页信息. Where the page stands in the list." })
  pageInfo!: object;

  @Field(() => Int, { description: "总数. How many were found, at most a thousand." })
  totalCount!: number;

  @Field(() => [TypeCount], { description: "类型分面. How many of each type, most first." })
  facets!: TypeCount[];
}
