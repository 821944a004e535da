import { Int } from "type-graphql";
import { Property, Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "ISSUED",
  zh: "发布",
  description: "Issued a policy or plan.",
  from: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
  to: ["Initiative"],
  forward: [
    { name: "issued", to: ["Initiative"], zh: "发布文件", description: "The policies and plans it issued." },
  ],
  reverse: [
    {
      name: "issuers",
      to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
      zh: "发布者",
      description: "Who issued it.",
    },
  ],
})
export class Issued {
  @Property({
    kind: "int",
    type: () => Int,
    facet: true,
    zh: "年份",
    description: "The year, where the document gives it.",
  })
  year?: number;
}
