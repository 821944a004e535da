import { Float, ID, Int, ObjectType } from "type-graphql";
import { Property } from "../../../schema/decorators.js";
import { Comparator, ObservationStatus } from "../../../schema/index.js";

/** A figure that documents give for an attribute of an entity. */
@ObjectType("Observation", {
  description: "数据. A figure that documents give for an attribute of an entity.",
})
export class Observation {
  @Property({ kind: "string", type: () => ID, nullable: false, zh: "标识", description: "Its id." })
  id!: string;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    facet: true,
    index: true,
    zh: "指标",
    description: "What is counted or measured, in the document's words.",
  })
  indicator!: string;

  @Property({
    kind: "float",
    type: () => Float,
    nullable: false,
    zh: "数值",
    description: "The value, 万 and 亿 multiplied out; percentages as they stand.",
  })
  value!: number;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    facet: true,
    zh: "单位",
    description: "The measure word or unit, empty if there is none.",
  })
  unit!: string;

  @Property({
    kind: "string",
    type: () => String,
    facet: true,
    zh: "时期",
    description: "2019, 2019-11 or 2020-01/2020-08, where a document gives it.",
  })
  period?: string;

  @Property({
    kind: "enum",
    type: () => Comparator,
    values: Object.values(Comparator),
    zh: "比较符",
    description: "How the value bounds the true one; absent means exactly.",
  })
  comparator?: Comparator;

  @Property({
    kind: "enum",
    type: () => ObservationStatus,
    nullable: false,
    facet: true,
    values: Object.values(ObservationStatus),
    zh: "性质",
    description: "A fact or a goal.",
  })
  status!: ObservationStatus;

  @Property({
    kind: "int",
    type: () => Int,
    nullable: false,
    zh: "证据数",
    description: "How many claims state it.",
  })
  evidenceCount!: number;
}
