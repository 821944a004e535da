import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Entity } from "../../../schema/index.js";
import { GROUPS } from "../compile/aggregate.js";
import type { Link } from "../model/types.js";
import type { ArgumentFacts } from "./define.js";
import { linkPathOf } from "./inputs.js";

export enum AggregateOrder {
  COUNT = "COUNT",
  KEY = "KEY",
}
registerEnumType(AggregateOrder, {
  name: "AggregateOrder",
  description: "分组排序. The order of groups.",
  valuesConfig: {
    COUNT: { description: "数量: the largest first." },
    KEY: { description: "分组值: by the keys, ascending." },
  },
});

@ObjectType("AggregateKey", { description: "分组键. What the members of a group have in common." })
export class AggregateKey {
  @Field(() => String, { description: "路径. The path that was grouped by, for example awards.edge.year." })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description: "值. The value as text; an entity's id; null where it is absent.",
  })
  value?: string;

  @Field(() => Float, { nullable: true, description: "数值. The value as a number, where it is one." })
  number?: number;

  @Field(() => Entity, { nullable: true, description: "实体. The entity, where the path leads to one." })
  entity?: Entity;
}

@ObjectType("Aggregate", { description: "聚合. Counts and measures of a group, or of the whole." })
export class Aggregate {
  @Field(() => [AggregateKey], { description: "分组键. In the order of `groupBy`; empty for the whole." })
  keys!: AggregateKey[];

  @Field(() => Int, {
    description: "数量. How many rows: items of the list, times what they are joined with.",
  })
  count!: number;

  @Field(() => Int, { description: "去重数量. How many different nodes of the list." })
  distinct!: number;

  @Field(() => Float, { nullable: true, description: "最小值. The least of the measure." })
  min?: number;

  @Field(() => Float, { nullable: true, description: "最大值. The most of the measure." })
  max?: number;

  @Field(() => Float, { nullable: true, description: "总和. The sum of the measure." })
  sum?: number;

  @Field(() => Float, { nullable: true, description: "平均值. The mean of the measure." })
  avg?: number;
}

/** The arguments of a connection's `aggregate`. */
export function aggregateArguments(link: Link): ArgumentFacts[] {
  const path = linkPathOf(link);
  return [
    {
      name: "groupBy",
      type: () => [path],
      nullable: true,
      description: "分组. By these values; rows that lack a link on the way are left out.",
    },
    {
      name: "over",
      type: () => path,
      nullable: true,
      description: "经由. Counts what these links lead to instead of the list's own items.",
    },
    {
      name: "measure",
      type: () => path,
      nullable: true,
      description: "度量. The number for min, max, sum and avg.",
    },
    {
      name: "orderBy",
      type: () => AggregateOrder,
      nullable: true,
      defaultValue: AggregateOrder.COUNT,
      description: "排序. The order of the groups.",
    },
    {
      name: "first",
      type: () => Int,
      nullable: true,
      defaultValue: GROUPS.default,
      description: `数量. How many groups, ${GROUPS.max} at most.`,
    },
  ];
}
