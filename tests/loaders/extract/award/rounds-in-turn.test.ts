import { describe, expect, it } from "vitest";
import cases from "./rounds-in-turn.cases.json" with { type: "json" };
import negative from "./rounds-in-turn.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners of several rounds told one after the other, and what is told of them again", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
