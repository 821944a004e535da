import { normalizeName } from "../../src/core/names.js";
import type { Gazetteer } from "./gazetteer.js";
import { abbreviations, isLegalName } from "./name-shapes.js";
import type { Designation, NameRecord } from "./types.js";

/** The short forms that fit a designation in its region, as name records that no document states. */
export function abbreviationRecords(gazetteer: Gazetteer, designation: Designation): NameRecord[] {
  const { id, type, key, scope } = designation;
  if (scope === "") return [];
  const place = gazetteer.leading(key);
  return abbreviations(type, key, key.slice(0, place?.length ?? 0)).map((form) => ({
    id: `${id}|abbreviation|${form}`,
    designation,
    key: `~${type}|${normalizeName(form)}`,
    surface: form,
    rule: "abbreviation",
    count: 1,
    mentions: 0,
  }));
}

/** Registered names are never short for others, nor is what stands in no region. */
export const canBeAbbreviation = ({ type, key, scope }: Designation): boolean =>
  scope !== "" && !isLegalName(type, key);
