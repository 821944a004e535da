import { describe, expect, it } from "vitest";
import cases from "./announced.cases.json" with { type: "json" };
import negative from "./announced.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("lists whose title, label or sentence before says what they are of", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
