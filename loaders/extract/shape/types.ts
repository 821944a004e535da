import type { EntityType } from "../../../schema/index.js";

export const ORGANIZATIONS: readonly EntityType[] = ["Company", "Institution", "GovernmentBody"];
export const PLACES: readonly EntityType[] = ["City", "County", "Zone", "Province"];
export const ACTORS: readonly EntityType[] = [...ORGANIZATIONS, ...PLACES];
