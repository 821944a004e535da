import { INDUSTRY_ENDINGS, INDUSTRY_KINDS } from "../../lexicon/industries.js";
import { NO_BRANDS, SECTORS } from "../../lexicon/sectors.js";
import { madeOf } from "../shape/generic.js";
import type { Candidate, NameDetector } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";

/** What a firm alone does or has: where one of these follows, the name before it is a firm's. */
const DOES =
  "(?:成功)?(?:获评|荣获|喜获|摘得|捧回|斩获|夺得|捧得|荣膺|入选|获颁|创建|牵头|主导|获(?!批))|董事长|总经理|总裁|总工程师|副总|首席质量官|等[\\d一二两三四五六七八九十]+[家户](?:企业|单位|公司|组织)";
const SHAPE = new RegExp(
  `(?:${[...SECTORS].sort((a, b) => b.length - a.length).join("|")})(?=${DOES})`,
  "gu",
);
const BEFORE = /[，。；：、！？“（\n\t —由]/u;
const ORDINARY: ReadonlySet<string> = new Set([
  ...NO_BRANDS,
  ...SECTORS,
  ...INDUSTRY_ENDINGS,
  ...INDUSTRY_KINDS,
]);
const LONGEST = 8;

/**
 * Firms that a text names by trade names alone (国芯科技获评…): two to four characters that are no ordinary words, after
 * a break or a place's name, a sector, and then what only a firm does.
 */
export const brands: NameDetector = {
  id: "name/brand",
  detect({ norm }) {
    const found: Candidate[] = [];
    for (const match of norm.matchAll(SHAPE)) {
      const end = match.index + match[0].length;
      let start = match.index;
      while (start > 0 && match.index - start < LONGEST && !BEFORE.test(norm[start - 1]!)) start--;
      if (start > 0 && !BEFORE.test(norm[start - 1]!)) continue;
      const place = PLACE_NAMES.longestAt(norm, start);
      const brandAt = place !== undefined && match.index - place.end >= 2 ? place.end : start;
      const brand = norm.slice(brandAt, match.index);
      if (brand.length < 2 || brand.length > 4 || !/^[\u4e00-\u9fa5]+$/u.test(brand)) continue;
      // A word of the language at its head or throughout makes it an industry, a class or a phrase.
      if (madeOf(brand, ORDINARY, 4) || ORDINARY.has(brand.slice(0, 2)) || ORDINARY.has(brand.slice(-2)))
        continue;
      if (/[的了和与及在是为有将把被等个家项年月日]/u.test(brand)) continue;
      found.push({ type: "Company", start, end, rule: "name/brand", confidence: 0.6 });
    }
    return found;
  },
};
