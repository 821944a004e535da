import { describe, expect, it } from "vitest";
import cases from "./back-references.cases.json" with { type: "json" };
import negative from "./back-references.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, in back-references, panels and honours of one, and by what has passed", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
