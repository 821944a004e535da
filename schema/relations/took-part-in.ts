import { Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "TOOK_PART_IN",
  zh: "参加活动",
  description: "Took part in an event.",
  from: [...ORGANIZATION_TYPES, "Person", ...PLACE_TYPES, "Zone", "Platform", "StandardsBody"],
  to: ["Event"],
  forward: [{ name: "events", to: ["Event"], zh: "活动", description: "The events it took part in." }],
  reverse: [
    {
      name: "attendees",
      to: [...ORGANIZATION_TYPES, "Person", ...PLACE_TYPES, "Zone", "Platform", "StandardsBody"],
      zh: "参加者",
      description: "Who took part in it.",
    },
  ],
})
export class TookPartIn {}
