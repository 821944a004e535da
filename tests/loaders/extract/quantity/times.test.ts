import { describe, expect, test } from "vitest";
import { likelyYear, timesIn } from "../../../../loaders/extract/quantity/times.js";

const periods = (text: string, year?: number): (string | undefined)[] =>
  timesIn(text, 0, text.length, year).map((time) => time.period);

describe("times", () => {
  test.each([
    ["2023年，全市", undefined, ["2023"]],
    ["截至2023年底，全市", undefined, ["2023"]],
    ["截至2024年9月底", undefined, ["2024-09"]],
    ["今年前三季度", 2024, ["2024-01/2024-09"]],
    ["今年1—8月", 2024, ["2024-01/2024-08"]],
    ["上半年", 2023, ["2023-01/2023-06"]],
    ["去年", 2024, ["2023"]],
    ["2021年至2023年", undefined, ["2021-01/2023-12"]],
    ["到2025年", undefined, ["2025"]],
  ])("%s", (text, year, expected) => {
    expect(periods(text, year)).toEqual(expected);
  });

  test("a goal's time says by when", () => {
    expect(timesIn("到2025年底，", 0, 8, undefined)[0]).toMatchObject({ until: true, asOf: false });
    expect(timesIn("2025年底前，", 0, 8, undefined)[0]).toMatchObject({ until: true });
    expect(timesIn("截至2023年底，", 0, 9, undefined)[0]).toMatchObject({ until: false, asOf: true });
  });

  test("到 of a verb is no goal: 提到去年的", () => {
    expect(timesIn("提到去年的", 0, 5, 2024)[0]).toMatchObject({ start: 2, until: false });
  });

  test("目前 ends an earlier time, 目前的 does not", () => {
    expect(timesIn("目前，", 0, 3, undefined)[0]).toMatchObject({ now: true });
    expect(timesIn("由目前的", 0, 4, undefined)).toEqual([]);
  });

  test("the year that a report looks back on is its heading's", () => {
    expect(timesIn("过去一年，全市", 0, 7, undefined)).toEqual([]);
    expect(timesIn("过去三年，全市", 0, 7, undefined)[0]).toMatchObject({ now: true });
  });

  test("a year alone in brackets dates something else", () => {
    expect(periods("第三届（2018年）")).toEqual([]);
  });
});

test.each([
  ["截至2024年9月底", 2024],
  ["截至2023年底", 2024],
  ["2023年上半年新增", 2023],
  ["2019年开业", undefined],
])("%s tells the document's year: %s", (text, expected) => {
  expect(likelyYear(text)).toBe(expected);
});
