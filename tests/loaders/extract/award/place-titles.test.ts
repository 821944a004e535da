import { describe, expect, it } from "vitest";
import cases from "./place-titles.cases.json" with { type: "json" };
import negative from "./place-titles.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("titles of places", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
