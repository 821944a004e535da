import { describe, expect, it } from "vitest";
import cases from "./cards.cases.json" with { type: "json" };
import negative from "./cards.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("wins that cards of labels and values tell, and labelled lines and brackets", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
