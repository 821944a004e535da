import { describe, expect, it } from "vitest";
import cases from "./ceremonies.cases.json" with { type: "json" };
import negative from "./ceremonies.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, told of ceremonies, rounds and those on stage", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
