import { Property, Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "HOLDS_POSITION",
  zh: "任职",
  description: "Holds a post.",
  from: ["Person"],
  to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone", "Platform", "StandardsBody"],
  forward: [
    {
      name: "positions",
      to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone", "Platform", "StandardsBody"],
      zh: "职务",
      description: "The posts that documents give to the person.",
    },
  ],
  reverse: [
    { name: "people", to: ["Person"], zh: "任职人员", description: "The people who hold posts here." },
  ],
})
export class HoldsPosition {
  @Property({
    kind: "string",
    type: () => String,
    zh: "职务",
    description: "The post's title as the document gives it.",
  })
  title?: string;
}
