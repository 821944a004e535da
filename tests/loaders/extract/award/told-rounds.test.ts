import { describe, expect, it } from "vitest";
import cases from "./told-rounds.cases.json" with { type: "json" };
import negative from "./told-rounds.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners of a round that is told apart from its award, and lines that begin with who has what", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
