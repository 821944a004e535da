import { describe, expect, it } from "vitest";
import cases from "./counted-members.cases.json" with { type: "json" };
import negative from "./counted-members.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, told one by one of so many", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
