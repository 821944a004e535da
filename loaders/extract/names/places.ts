import type { Candidate, NameDetector } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** Provinces, cities and counties by their official and short names. */
export const places: NameDetector = {
  id: "name/place",
  detect({ norm }) {
    const found: Candidate[] = [];
    PLACE_NAMES.scan(norm, (start, end, place) => {
      if (place.short && place.divisions.every((d) => d.type === "County")) return;
      const division = place.divisions[0]!;
      found.push({
        type: division.type,
        start,
        end,
        name: division.name,
        adcode: division.code,
        rule: place.short ? "name/place-short" : "name/place",
        confidence: place.short ? 0.8 : 0.95,
      });
    });
    return found;
  },
};
