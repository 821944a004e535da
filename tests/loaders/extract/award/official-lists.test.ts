import { describe, expect, it } from "vitest";
import cases from "./official-lists.cases.json" with { type: "json" };
import negative from "./official-lists.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, in the lists, records and tables of notices", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
