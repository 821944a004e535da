import type { Candidate, NameDetector } from "../types.js";
import { placeContext } from "./place-context.js";

/** Provinces, cities and counties by their official and short names. */
export const places: NameDetector = {
  id: "name/place",
  detect(source) {
    return placeContext(source).hits.map(
      ({ start, end, division, short }): Candidate => ({
        type: division.type,
        start,
        end,
        name: division.name,
        adcode: division.code,
        rule: short ? "name/place-short" : "name/place",
        confidence: short ? 0.8 : 0.95,
      }),
    );
  },
};
