import { MODEL } from "../model/model.js";
import { searchField } from "../search/search.js";
import { listField } from "./lists.js";
import { lookupField } from "./lookups.js";
import { statsField } from "./stats.js";
import type { RootField } from "./types.js";

/** Every field of Query, by name. */
export const ROOT_FIELDS: ReadonlyMap<string, RootField> = new Map(
  [
    ...[...MODEL.lookups.values()].map(lookupField),
    ...[...MODEL.lists.values()].map(listField),
    searchField,
    statsField,
  ].map((field) => [field.name, field]),
);
