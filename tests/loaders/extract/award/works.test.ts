import { describe, expect, it } from "vitest";
import { winsOf } from "./wins-of.js";
import cases from "./works.cases.json" with { type: "json" };
import negative from "./works.negative.cases.json" with { type: "json" };

describe("who won what, where patents and projects win", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
