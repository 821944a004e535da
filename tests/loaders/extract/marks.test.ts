import { describe, expect, it } from "vitest";
import { Marks } from "../../../loaders/extract/shape/marks.js";
import { PairSet } from "../../../loaders/patterns/pair-set.js";

describe("Marks", () => {
  it("finds each kind of mark in order", () => {
    const marks = new Marks("甲、乙。\n丙；《丁》");
    expect(marks.pauses).toEqual([1]);
    expect(marks.stops).toEqual([3]);
    expect(marks.breaks).toEqual([4]);
    expect(marks.semicolons).toEqual([6]);
    expect(marks.titles).toEqual([7]);
  });

  it("closes a quotation in its line and before the next one alone", () => {
    const marks = new Marks("“甲”“乙“丙”“丁\n”");
    expect(marks.quotes).toEqual([0, 3, 5, 8]);
    expect(marks.quoteEnds).toEqual([2, -1, 7, -1]);
  });

  it("gives every bracket the next closing one", () => {
    const marks = new Marks("（甲（乙）丙）（丁");
    expect(marks.brackets).toEqual([0, 2, 7]);
    expect(marks.bracketEnds).toEqual([4, 4, -1]);
  });
});

describe("PairSet", () => {
  it("holds the words of two characters", () => {
    const pairs = new PairSet(["质量", "标准化", "奖"]);
    expect(pairs.hasAt("提质量奖", 1)).toBe(true);
    expect(pairs.hasAt("提质量奖", 0)).toBe(false);
    expect(pairs.hasAt("标准化", 0)).toBe(false);
    expect(pairs.hasAt("质", 0)).toBe(false);
  });
});
