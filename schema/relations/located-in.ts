import { Relation } from "../decorators.js";
import { ORGANIZATION_TYPES, PLACE_TYPES } from "../types.js";

@Relation({
  type: "LOCATED_IN",
  zh: "位于",
  description: "Lies in or is seated in a place or zone.",
  from: [...ORGANIZATION_TYPES, "Platform", "Zone", "Initiative", "Event"],
  to: [...PLACE_TYPES, "Zone"],
  forward: [
    {
      name: "locations",
      to: [...PLACE_TYPES, "Zone"],
      zh: "所在地",
      description: "The places and zones it lies in.",
    },
  ],
  reverse: [
    { name: "companies", to: ["Company"], zh: "境内企业", description: "What lies in it, of type Company." },
    {
      name: "institutions",
      to: ["Institution"],
      zh: "境内机构",
      description: "What lies in it, of type Institution.",
    },
    {
      name: "governmentBodies",
      to: ["GovernmentBody"],
      zh: "境内政府机构",
      description: "What lies in it, of type GovernmentBody.",
    },
    {
      name: "platforms",
      to: ["Platform"],
      zh: "境内平台",
      description: "What lies in it, of type Platform.",
    },
    { name: "zones", to: ["Zone"], zh: "境内园区", description: "What lies in it, of type Zone." },
    {
      name: "initiatives",
      to: ["Initiative"],
      zh: "境内举措",
      description: "What lies in it, of type Initiative.",
    },
    { name: "events", to: ["Event"], zh: "境内活动", description: "What lies in it, of type Event." },
  ],
})
export class LocatedIn {}
