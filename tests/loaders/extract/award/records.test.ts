import { describe, expect, it } from "vitest";
import cases from "./records.cases.json" with { type: "json" };
import negative from "./records.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, in records, chronicles and lists with notes", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
