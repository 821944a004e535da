import { describe, expect, it } from "vitest";
import cases from "./apart.cases.json" with { type: "json" };
import negative from "./apart.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("tiers, years and companions that are told apart from the win", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
