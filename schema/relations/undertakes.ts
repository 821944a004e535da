import { Int } from "type-graphql";
import { Property, Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "UNDERTAKES",
  zh: "承担",
  description: "Carries out an initiative, was approved for it or is its pilot.",
  from: [
    ...ORGANIZATION_TYPES,
    "Person",
    ...PLACE_TYPES,
    "Zone",
    "Platform",
    "StandardsBody",
    "Industry",
    "Initiative",
  ],
  to: ["Initiative"],
  forward: [
    {
      name: "initiatives",
      to: ["Initiative"],
      zh: "承担举措",
      description: "The initiatives it carries out.",
    },
  ],
  reverse: [
    {
      name: "undertakers",
      to: [
        ...ORGANIZATION_TYPES,
        "Person",
        ...PLACE_TYPES,
        "Zone",
        "Platform",
        "StandardsBody",
        "Industry",
        "Initiative",
      ],
      zh: "承担者",
      description: "Who carries it out.",
    },
  ],
})
export class Undertakes {
  @Property({
    kind: "int",
    type: () => Int,
    facet: true,
    zh: "年份",
    description: "The year, where the document gives it.",
  })
  year?: number;
}
