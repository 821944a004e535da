import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allMatches } from "../../../loaders/patterns/all-matches.js";

const PATTERNS = [/[甲乙]+/g, /(?<!甲)乙(?:丙)?/g, /甲*/g, /(?:)/gu, /[^甲]?乙|$/gu];

describe("allMatches", () => {
  it("finds what matchAll finds, empty matches and characters beyond the first plane included", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("甲", "乙", "丙", "𠮷", "a")), (units) => {
        const text = units.join("");
        for (const pattern of PATTERNS)
          expect(allMatches(pattern, text).map((m) => [m.index, ...m])).toEqual(
            [...text.matchAll(pattern)].map((m) => [m.index, ...m]),
          );
      }),
    );
  });

  it("begins at the text's beginning, wherever the pattern was used before", () => {
    const pattern = /乙/g;
    pattern.lastIndex = 2;
    expect(allMatches(pattern, "乙甲乙").map((m) => m.index)).toEqual([0, 2]);
    expect(pattern.lastIndex).toBe(0);
  });
});
