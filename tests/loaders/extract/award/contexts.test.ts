import { describe, expect, it } from "vitest";
import cases from "./contexts.cases.json" with { type: "json" };
import negative from "./contexts.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("wins whose year, award or winner the rest of the text tells", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
