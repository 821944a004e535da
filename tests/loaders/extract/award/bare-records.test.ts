import { describe, expect, it } from "vitest";
import cases from "./bare-records.cases.json" with { type: "json" };
import negative from "./bare-records.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("wins told by nothing but names, prizes, dates and marks", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
