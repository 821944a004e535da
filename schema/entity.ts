import { Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { Property } from "./decorators.js";

/** Why one of an entity's names stands for it. */
@ObjectType("MergeReason", { description: "合并依据. Why a name stands for an entity." })
export class MergeReason {
  @Field(() => ID, { description: "名称标识. The name that was joined, as zhitu judge takes it." })
  name!: string;

  @Field(() => ID, { description: "并入. The name that it joins." })
  into!: string;

  @Field(() => String, {
    description:
      "规则. What says so: definition (以下简称), former, short-form and others, stated by a document; same-name; renamed-group (南车 became 中车); abbreviation, " +
      "which fits this one full name of the region; judgement.",
  })
  rule!: string;
}

/** What every entity has. Fields that reach other nodes (observations, relations) are added by the API. */
@InterfaceType("Entity", {
  description: "实体. Anything that documents name: an organization, a place, an award, an initiative.",
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Entity {
  @Property({
    kind: "string",
    type: () => ID,
    nullable: false,
    claimed: false,
    index: true,
    zh: "标识",
    description: "Deterministic and readable, for example company:株洲市:株洲联诚集团有限责任公司.",
  })
  id!: string;

  @Property({
    kind: "string",
    type: () => String,
    nullable: false,
    search: true,
    index: true,
    zh: "名称",
    description: "The fullest name that documents give.",
  })
  name!: string;

  @Property({
    kind: "strings",
    type: () => [String],
    nullable: false,
    search: true,
    zh: "别名",
    description: "Other names: short forms, former names, codes, the lexicon's; sorted.",
  })
  aliases!: string[];

  @Property({
    kind: "int",
    type: () => Int,
    nullable: false,
    claimed: false,
    zh: "提及次数",
    description: "How often the loaded documents name it.",
  })
  mentions!: number;

  @Property({
    kind: "int",
    type: () => Int,
    nullable: false,
    claimed: false,
    zh: "证据数",
    description: "How many claims of documents name it.",
  })
  evidenceCount!: number;

  @Property({
    kind: "reasons",
    type: () => [MergeReason],
    nullable: false,
    claimed: false,
    zh: "合并依据",
    description: "Why several names are this one entity; empty where it has one name.",
  })
  mergedBecause!: MergeReason[];
}

/** An administrative division. */
@InterfaceType("Place", {
  description: "行政区划. A province, city or county.",
  implements: Entity,
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Place extends Entity {
  @Property({
    kind: "string",
    type: () => String,
    index: true,
    zh: "行政区划代码",
    description: "Six digits by GB/T 2260, from the lexicon.",
  })
  adcode?: string;
}
