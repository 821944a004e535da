import { Float, ID, Int, ObjectType } from "type-graphql";
import { Property } from "../../../schema/decorators.js";

/** The characters of a document that state a fact. */
@ObjectType("Evidence", { description: "证据. The characters of a document that state a fact." })
export class Evidence {
  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    zh: "原文",
    description: "Exactly the document's text from start to end.",
  })
  text!: string;

  @Property({
    kind: "int",
    type: () => Int,
    nullable: false,
    zh: "起点",
    description: "Offset of the first character (UTF-16 units).",
  })
  start!: number;

  @Property({
    kind: "int",
    type: () => Int,
    nullable: false,
    zh: "终点",
    description: "Offset after the last character (UTF-16 units).",
  })
  end!: number;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    facet: true,
    zh: "规则",
    description: "The rule that read it.",
  })
  rule!: string;

  @Property({
    kind: "float",
    type: () => Float,
    nullable: false,
    zh: "置信度",
    description: "0 to 1: how sure the rule is.",
  })
  confidence!: number;
}

/** One fact as one document states it. */
@ObjectType("Claim", { description: "陈述. One fact as one document states it." })
export class Claim extends Evidence {
  @Property({ kind: "string", type: () => ID, nullable: false, zh: "标识", description: "Its id." })
  id!: string;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    facet: true,
    zh: "种类",
    description: "entity, relation or observation.",
  })
  kind!: string;

  @Property({
    kind: "string",
    type: () => ID,
    nullable: false,
    index: true,
    zh: "事实标识",
    description: "The id of the entity, relationship or observation that it supports.",
  })
  fact!: string;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    filterable: false,
    zh: "数据",
    description: "The whole claim as JSON, as `zhitu extract` prints it.",
  })
  data!: string;
}
