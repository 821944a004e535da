import { describe, expect, it } from "vitest";
import cases from "./topics.cases.json" with { type: "json" };
import negative from "./topics.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, where the sentence leaves out the one that the text is about", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
