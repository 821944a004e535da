/** The names of all entity types, in the order in which people list them. */
export const ENTITY_TYPES = [
  "Province",
  "City",
  "County",
  "Zone",
  "Company",
  "Institution",
  "GovernmentBody",
  "Person",
  "Award",
  "StandardsBody",
  "Platform",
  "Industry",
  "Initiative",
  "Patent",
  "Event",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The names of all relation types. PART_OF is the administrative hierarchy and comes from the lexicon alone. */
export const RELATION_TYPES = [
  "WON",
  "LOCATED_IN",
  "FOCUSES_ON",
  "OPERATES_IN",
  "HOSTS",
  "PARTICIPATES_IN",
  "UNDERTAKES",
  "ISSUED",
  "HOLDS_POSITION",
  "OWNS",
  "PARTNERS_WITH",
  "TOOK_PART_IN",
  "PART_OF",
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Administrative divisions. */
export const PLACE_TYPES = ["Province", "City", "County"] as const satisfies readonly EntityType[];
/** What can act: wins, hosts, undertakes. */
export const ORGANIZATION_TYPES = [
  "Company",
  "Institution",
  "GovernmentBody",
] as const satisfies readonly EntityType[];
