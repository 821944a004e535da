import { Property, Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";
import { Role } from "../values.js";

@Relation({
  type: "PARTICIPATES_IN",
  zh: "参与标准化组织",
  description: "Takes part in a standards body.",
  from: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone", "Person"],
  to: ["StandardsBody"],
  forward: [
    {
      name: "standardsBodies",
      to: ["StandardsBody"],
      zh: "标准化组织",
      description: "The standards bodies it takes part in.",
    },
  ],
  reverse: [
    {
      name: "participants",
      to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone", "Person"],
      zh: "参与者",
      description: "Who takes part in it, and how.",
    },
  ],
})
export class ParticipatesIn {
  @Property({
    kind: "enum",
    type: () => Role,
    facet: true,
    values: Object.values(Role),
    zh: "角色",
    description: "How it takes part.",
  })
  role?: Role;
}
