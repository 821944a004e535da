import { MODEL } from "../model/model.js";
import { contradictionsField } from "../questions/contradictions.js";
import { corroborationsField } from "../questions/corroborations.js";
import { zoneIndustryMatrixField } from "../questions/matrix.js";
import { compareField } from "../questions/observations.js";
import { pathField } from "../questions/path.js";
import { similarField } from "../questions/similar.js";
import { subgraphField } from "../questions/subgraph.js";
import { timelineField } from "../questions/timeline.js";
import { searchField } from "../search/search.js";
import { entitiesField } from "./entities.js";
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
    pathField,
    subgraphField,
    timelineField,
    compareField,
    similarField,
    zoneIndustryMatrixField,
    contradictionsField,
    corroborationsField,
    statsField,
  ].map((field) => [field.name, field]),
);

/** The fields that a subgraph of Apollo Federation has besides. */
export const SUBGRAPH_FIELDS: ReadonlyMap<string, RootField> = new Map([[entitiesField.name, entitiesField]]);
