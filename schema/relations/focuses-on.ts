import { Relation } from "../decorators.js";
import { PLACE_TYPES } from "../types.js";

@Relation({
  type: "FOCUSES_ON",
  zh: "聚焦产业",
  description: "Has, builds or supports an industry as its own.",
  from: [...PLACE_TYPES, "Zone", "Platform"],
  to: ["Industry"],
  forward: [
    {
      name: "industries",
      to: ["Industry"],
      zh: "产业",
      description: "The industries it has, builds or supports.",
    },
  ],
  reverse: [
    {
      name: "places",
      to: [...PLACE_TYPES],
      zh: "布局地区",
      description: "The provinces, cities and counties that build it.",
    },
    { name: "zones", to: ["Zone"], zh: "布局园区", description: "The zones that build it." },
    { name: "platforms", to: ["Platform"], zh: "平台", description: "The platforms that serve it." },
  ],
})
export class FocusesOn {}
