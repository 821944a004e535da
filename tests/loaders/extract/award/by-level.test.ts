import { describe, expect, it } from "vitest";
import cases from "./by-level.cases.json" with { type: "json" };
import negative from "./by-level.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, of awards told by the level of whose they are", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
