import { describe, expect, it } from "vitest";
import { editionsIn, numeral, yearsIn } from "../../../../loaders/extract/award/when.js";

const years = (text: string, now?: number, last?: number): number[] =>
  yearsIn(text, 0, text.length, now, last).map((word) => word.year);
const editions = (text: string): number[] => editionsIn(text, 0, text.length).map((word) => word.edition);

describe("years", () => {
  it.each([
    ["2015年、2018年、2021年", [2015, 2018, 2021]],
    ["2017、2021年", [2017, 2021]],
    ["2019—2021年连续", [2019, 2020, 2021]],
    ["2023年度", [2023]],
    ["（第二届，2016）", [2016]],
    ["截至2022年底", []],
    ["2019年以来", []],
    ["2019—2021年规划", []],
    ["编号12015年", []],
  ])("of %s are %j", (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it("count from the document's year and from the year before", () => {
    expect(years("今年，去年，前年", 2024)).toEqual([2024, 2023, 2022]);
    expect(years("2018年获奖，同年再获，次年又获")).toEqual([2018, 2018, 2019]);
    expect(years("今年")).toEqual([]);
  });
});

describe("editions", () => {
  it.each([
    ["第八届", [8]],
    ["首届", [1]],
    ["第十一届和第二十四届", [11, 24]],
    ["第4批", [4]],
    ["连续三届、6届来", []],
  ])("of %s are %j", (text, expected) => {
    expect(editions(text)).toEqual(expected);
  });

  it("are read from Chinese numerals", () => {
    expect(["一", "十", "十二", "二十", "二十三", "十七", "3", "甲"].map(numeral)).toEqual([
      1,
      10,
      12,
      20,
      23,
      17,
      3,
      undefined,
    ]);
  });
});
