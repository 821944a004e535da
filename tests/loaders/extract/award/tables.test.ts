import { describe, expect, it } from "vitest";
import cases from "./tables.cases.json" with { type: "json" };
import negative from "./tables.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("tables of winners", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
