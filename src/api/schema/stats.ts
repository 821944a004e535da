import { Field, Int, ObjectType } from "type-graphql";

/** How many there are of one type. */
@ObjectType("TypeCount", { description: "按类型计数. How many there are of one type." })
export class TypeCount {
  @Field(() => String, { description: "类型. The entity or relation type." })
  type!: string;

  @Field(() => Int, { description: "数量. How many there are." })
  count!: number;
}

/** How much there is in the graph. */
@ObjectType("Stats", { description: "统计. How much there is in the graph." })
export class Stats {
  @Field(() => Int, { description: "文档数. Loaded documents." })
  documents!: number;

  @Field(() => Int, { description: "陈述数. Claims that documents make." })
  claims!: number;

  @Field(() => Int, { description: "实体数. Entities." })
  entities!: number;

  @Field(() => Int, {
    description: "关系数. Relationships between entities, the hierarchy of places included.",
  })
  relationships!: number;

  @Field(() => Int, { description: "数据数. Observations." })
  observations!: number;

  @Field(() => [TypeCount], { description: "按实体类型. Entities by type." })
  byType!: TypeCount[];

  @Field(() => [TypeCount], { description: "按关系类型. Relationships by type." })
  byRelation!: TypeCount[];
}
