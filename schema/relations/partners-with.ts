import { Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "PARTNERS_WITH",
  zh: "合作",
  description: "Works together with.",
  from: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
  to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
  forward: [
    {
      name: "partners",
      to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
      zh: "合作方",
      description: "Whom it works together with.",
    },
  ],
  reverse: [
    {
      name: "partners",
      to: [...ORGANIZATION_TYPES, ...PLACE_TYPES, "Zone"],
      zh: "合作方",
      description: "Whom it works together with.",
    },
  ],
  symmetric: true,
})
export class PartnersWith {}
