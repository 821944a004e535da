import { describe, expect, it } from "vitest";
import cases from "./told-years.cases.json" with { type: "json" };
import negative from "./told-years.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("years and rounds that the text tells by other words than a date, and whom it names by them", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
