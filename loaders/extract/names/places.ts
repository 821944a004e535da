import { namedCandidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { placeContext } from "./place-context.js";

/** Provinces, cities and counties by their official and short names. */
export const places: NameDetector = {
  id: "name/place",
  detect(source) {
    const found: Candidate[] = [];
    for (const { start, end, division, short } of placeContext(source).hits) {
      const made = short
        ? namedCandidate(division.type, start, end, division.name, "name/place-short", 0.8)
        : namedCandidate(division.type, start, end, division.name, "name/place", 0.95);
      made.adcode = division.code;
      found.push(made);
    }
    return found;
  },
};
