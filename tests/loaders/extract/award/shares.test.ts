import { describe, expect, it } from "vitest";
import cases from "./shares.cases.json" with { type: "json" };
import negative from "./shares.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, of seats and shares, month by month, and after another", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
