import { describe, expect, it } from "vitest";
import cases from "./ledgers.cases.json" with { type: "json" };
import negative from "./ledgers.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("honours by their bearers, years or places", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
