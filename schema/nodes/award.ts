import { Node, Property } from "../decorators.js";
import { Entity } from "../entity.js";
import { AwardLevel } from "../values.js";

@Node({
  type: "Award",
  singular: "award",
  plural: "awards",
  zh: "奖项",
  description: "An award programme, honour, title or brand recognition, without edition, year or tier.",
  color: "#e9c46a",
  icon: "奖",
  implements: () => [Entity],
})
export class Award extends Entity {
  @Property({
    kind: "enum",
    type: () => AwardLevel,
    claimed: false,
    facet: true,
    index: true,
    values: Object.values(AwardLevel),
    zh: "级别",
    description: "The level of the body that confers it, from its name and the lexicon.",
  })
  level?: AwardLevel;
}
