import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Entity } from "../../../schema/index.js";
import { MODEL } from "../model/model.js";
import { RELATIONSHIP_PROPERTIES } from "../questions/relationship.js";
import { Observation } from "../records/observation.js";
import { linkFields } from "./connections.js";
import { addField, addFields, objectType } from "./define.js";
import { RelationTypeName } from "./names.js";

/** A relationship by itself, outside of a connection. */
export const Relationship = objectType(
  "Relationship",
  "关系. A relationship between two entities, with its properties.",
);
addField(Relationship, "id", { type: () => ID, description: "标识. Its id." });
addField(Relationship, "relation", { type: () => RelationTypeName, description: "关系类型. Its type." });
addField(Relationship, "source", {
  type: () => ID,
  description: "起点标识. Id of the entity that it goes from.",
});
addField(Relationship, "target", {
  type: () => ID,
  description: "终点标识. Id of the entity that it goes to.",
});
addField(Relationship, "from", { type: () => Entity, description: "起点. The entity that it goes from." });
addField(Relationship, "to", { type: () => Entity, description: "终点. The entity that it goes to." });
addField(Relationship, "evidenceCount", {
  type: () => Int,
  description: "证据数. How many claims of documents state it.",
});
for (const { name, type, zh, description } of RELATIONSHIP_PROPERTIES) {
  addField(Relationship, name, { type, nullable: true, description: `${zh}. ${description}` });
}

/** The resolver classes of what is generated here. */
export const questionResolvers = () => [
  addFields(Relationship, linkFields([...MODEL.edgeLinks.values()], MODEL)),
];

@ObjectType("Subgraph", { description: "子图. Entities and the links between them, ready to draw." })
export class Subgraph {
  @Field(() => [Entity], {
    description: "节点. Those asked about first, then the nearest, most mentioned first.",
  })
  nodes!: Entity[];

  @Field(() => [Relationship], { description: "连线. All links between these nodes." })
  links!: object[];

  @Field(() => Boolean, { description: "已截断. Whether there was more than the limit." })
  truncated!: boolean;
}

@ObjectType("Path", { description: "路径. A way from one entity to another." })
export class Path {
  @Field(() => Int, { description: "长度. The number of relationships." })
  length!: number;

  @Field(() => [Entity], { description: "节点. The entities on the way, both ends included." })
  nodes!: Entity[];

  @Field(() => [Relationship], { description: "关系. The facts along the way, in order." })
  relationships!: object[];
}

@ObjectType("TimelineItem", { description: "时间线条目. What happened at a time." })
export class TimelineItem {
  @Field(() => String, { description: "日期. 2019, 2019-11, 2019-11-05 or 2020-01/2020-08." })
  date!: string;

  @Field(() => Relationship, {
    nullable: true,
    description: "关系. The dated fact, or what ties the event to it.",
  })
  relationship?: object;

  @Field(() => Entity, { nullable: true, description: "另一端. The award, initiative or event." })
  node?: Entity;

  @Field(() => Observation, { nullable: true, description: "数据. The figure, where the item is one." })
  observation?: Observation;
}

@ObjectType("SharedNeighbour", { description: "共同点. What two entities have in common." })
export class SharedNeighbour {
  @Field(() => RelationTypeName, { description: "关系类型. How both are tied to it." })
  relation!: string;

  @Field(() => Entity, { description: "实体. What both are tied to." })
  node!: Entity;
}

@ObjectType("Similar", { description: "相似实体. An entity like another, and why." })
export class Similar {
  @Field(() => Entity, { description: "实体. The similar entity." })
  node!: Entity;

  @Field(() => Float, { description: "相似度. The rarer what is shared, the more it counts." })
  score!: number;

  @Field(() => [SharedNeighbour], { description: "共同点. What both have in common, the rarest first." })
  shared!: SharedNeighbour[];
}

@ObjectType("ComparedValue", { description: "对比值. One place's figures in a row of a comparison." })
export class ComparedValue {
  @Field(() => Entity, { description: "主体. Whose figures they are." })
  subject!: Entity;

  @Field(() => [Observation], { description: "数据. The figures; several where documents differ." })
  observations!: Observation[];
}

@ObjectType("ComparisonRow", { description: "对比行. One indicator at one time, across places." })
export class ComparisonRow {
  @Field(() => String, { description: "指标. The indicator." })
  indicator!: string;

  @Field(() => String, { description: "单位. The unit." })
  unit!: string;

  @Field(() => String, { nullable: true, description: "时期. The period, where documents give it." })
  period?: string;

  @Field(() => [ComparedValue], {
    description: "各地数据. One for each place that has figures, in the order asked for.",
  })
  values!: ComparedValue[];
}

@ObjectType("Contradiction", {
  description: "矛盾. What documents state that cannot, or can hardly, all be right.",
})
export class Contradiction {
  @Field(() => Boolean, {
    description: "疑似. Whether it is only probable, for the reason given; else both cannot be.",
  })
  probable!: boolean;

  @Field(() => String, {
    description:
      "规则. value: two values of one figure; property: a relationship's single value given twice; total: parts that do not " +
      "add up; run: two documents' same run of figures that differs in one.",
  })
  rule!: string;

  @Field(() => String, { description: "理由. What disagrees, in words." })
  reason!: string;

  @Field(() => Entity, {
    description: "主体. Whom it is about; the first, where it is about a place and its part.",
  })
  subject!: Entity;

  @Field(() => [Entity], { description: "各主体. All whom it is about." })
  subjects!: Entity[];

  @Field(() => String, { nullable: true, description: "指标. The indicator, where figures disagree." })
  indicator?: string;

  @Field(() => String, { nullable: true, description: "时期. The period, where documents give it." })
  period?: string;

  @Field(() => [Observation], { description: "数据. The figures of all sides, each with its evidence." })
  observations!: Observation[];

  @Field(() => [Relationship], {
    description: "关系. The relationships of all sides, each with its evidence, where they disagree.",
  })
  relationships!: object[];
}

@ObjectType("Corroboration", {
  description: "印证. A fact that several documents state, or a total that its parts add up to.",
})
export class Corroboration {
  @Field(() => Int, { description: "文档数. How many documents state it." })
  documents!: number;

  @Field(() => String, { nullable: true, description: "理由. How the parts add up, for a total." })
  reason?: string;

  @Field(() => Relationship, { nullable: true, description: "关系. The relationship, where it is one." })
  relationship?: object;

  @Field(() => Observation, { nullable: true, description: "数据. The figure or total, where it is one." })
  observation?: Observation;

  @Field(() => [Observation], { description: "各项数据. The figure; of a total, it and then its parts." })
  observations!: Observation[];
}

@ObjectType("ZoneIndustryCell", { description: "矩阵单元. A zone and an industry that it builds." })
export class ZoneIndustryCell {
  @Field(() => ID, { description: "园区标识. The zone's id." })
  zone!: string;

  @Field(() => ID, { description: "产业标识. The industry's id." })
  industry!: string;

  @Field(() => Relationship, { description: "关系. The fact that ties them." })
  relationship!: object;

  @Field(() => Int, { description: "企业数. Companies in the zone that do business in the industry." })
  companies!: number;
}

@ObjectType("ZoneIndustryMatrix", { description: "园区产业矩阵. Which zone builds which industry." })
export class ZoneIndustryMatrix {
  @Field(() => [Entity], { description: "园区. The rows, by name." })
  zones!: Entity[];

  @Field(() => [Entity], { description: "产业. The columns, most zones first." })
  industries!: Entity[];

  @Field(() => [ZoneIndustryCell], { description: "单元. One for each zone and industry that are tied." })
  cells!: ZoneIndustryCell[];
}
