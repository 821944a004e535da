import { Int } from "type-graphql";
import { Property, Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";
import { Tier } from "../values.js";

@Relation({
  type: "WON",
  zh: "获奖",
  description: "Won an award, honour or title.",
  from: [
    ...ORGANIZATION_TYPES,
    "Person",
    ...PLACE_TYPES,
    "Zone",
    "Patent",
    "Initiative",
    "Platform",
    "StandardsBody",
  ],
  to: ["Award"],
  forward: [
    {
      name: "awards",
      to: ["Award"],
      zh: "所获奖项",
      description: "Awards won, one edge a year, edition and tier.",
    },
  ],
  reverse: [
    {
      name: "winners",
      to: [
        ...ORGANIZATION_TYPES,
        "Person",
        ...PLACE_TYPES,
        "Zone",
        "Patent",
        "Initiative",
        "Platform",
        "StandardsBody",
      ],
      zh: "获奖者",
      description: "Who won it, one edge a year, edition and tier.",
    },
  ],
})
export class Won {
  @Property({
    kind: "int",
    type: () => Int,
    facet: true,
    zh: "年份",
    description: "The year, where the document gives it.",
  })
  year?: number;

  @Property({ kind: "int", type: () => Int, zh: "届次", description: "The N of 第N届 or 第N批." })
  edition?: number;

  @Property({
    kind: "enum",
    type: () => Tier,
    facet: true,
    values: Object.values(Tier),
    zh: "等次",
    description: "The tier; WINNER where nothing else is said.",
  })
  tier?: Tier;
}
