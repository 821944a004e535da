import { describe, expect, it } from "vitest";
import cases from "./headings.cases.json" with { type: "json" };
import negative from "./headings.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, by the headings that stand above", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
