import { describe, expect, it } from "vitest";
import cases from "./carriers.cases.json" with { type: "json" };
import negative from "./carriers.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, where a scene shows somebody with the trophy before the award is named", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
