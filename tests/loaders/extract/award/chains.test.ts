import { describe, expect, it } from "vitest";
import cases from "./chains.cases.json" with { type: "json" };
import negative from "./chains.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("wins of chains of years, of directories of persons, and of lists behind a lead", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
