import { describe, expect, it } from "vitest";
import { indexWithin, lastIndexWithin } from "../../../loaders/extract/spans.js";

describe("indexWithin", () => {
  it("finds the first place at or after the beginning and before the end", () => {
    expect(indexWithin("甲乙甲乙", "乙", 0, 4)).toBe(1);
    expect(indexWithin("甲乙甲乙", "乙", 2, 4)).toBe(3);
    expect(indexWithin("甲乙甲乙", "乙", 2, 3)).toBe(-1);
    expect(indexWithin("甲乙", "丙", 0, 9)).toBe(-1);
  });
});

describe("lastIndexWithin", () => {
  it("finds the last place within the bounds", () => {
    expect(lastIndexWithin("甲乙甲乙", "甲", 0, 4)).toBe(2);
    expect(lastIndexWithin("甲乙甲乙", "甲", 0, 2)).toBe(0);
    expect(lastIndexWithin("甲乙甲乙", "甲", 1, 2)).toBe(-1);
  });
});
