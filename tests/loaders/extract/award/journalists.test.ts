import { describe, expect, it } from "vitest";
import cases from "./journalists.cases.json" with { type: "json" };
import negative from "./journalists.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, in the forms in which newspapers tell it", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
