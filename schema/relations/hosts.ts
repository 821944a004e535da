import { Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "HOSTS",
  zh: "承建",
  description: "Built, runs, obtained or carries a platform.",
  from: [...ORGANIZATION_TYPES, "Zone", ...PLACE_TYPES, "Platform"],
  to: ["Platform"],
  forward: [{ name: "platforms", to: ["Platform"], zh: "平台", description: "The platforms it hosts." }],
  reverse: [
    {
      name: "hosts",
      to: [...ORGANIZATION_TYPES, "Zone", ...PLACE_TYPES, "Platform"],
      zh: "承建者",
      description: "Who built, runs, obtained or carries it.",
    },
  ],
})
export class Hosts {}
