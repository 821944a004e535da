import { describe, expect, it } from "vitest";
import cases from "./decisions.cases.json" with { type: "json" };
import negative from "./decisions.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, by decisions and notices with lists in their text or annex", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
