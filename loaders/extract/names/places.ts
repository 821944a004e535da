import type { Candidate, NameDetector } from "../types.js";
import { placeContext } from "./place-context.js";

/** What follows a place's short name within another name that names no place: 南京路, 北京时间. */
const NOT_AFTER = /^(?:[东西南北中]?路(?!线|径)|大道|大街|街道|时间|话|人寿|烤鸭|火锅|牌手表)/u;

/** Provinces, cities and counties by their official and short names. */
export const places: NameDetector = {
  id: "name/place",
  detect(source) {
    const { norm } = source;
    return placeContext(source)
      .hits.filter((hit) => !hit.short || !NOT_AFTER.test(norm.slice(hit.end, hit.end + 3)))
      .map(
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
