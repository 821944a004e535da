import { describe, expect, it } from "vitest";
import cases from "./told-clauses.cases.json" with { type: "json" };
import negative from "./told-clauses.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners in clauses of nothing but the words of results", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
