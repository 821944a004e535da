import { describe, expect, it } from "vitest";
import cases from "./described.cases.json" with { type: "json" };
import negative from "./described.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners of whom something is said before their names", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
