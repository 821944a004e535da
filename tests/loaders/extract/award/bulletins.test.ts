import { describe, expect, it } from "vitest";
import cases from "./bulletins.cases.json" with { type: "json" };
import negative from "./bulletins.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, in decisions, yearbooks, rolls of honour and records by year", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
