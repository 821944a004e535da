import { describe, expect, it } from "vitest";
import cases from "./counted-on.cases.json" with { type: "json" };
import negative from "./counted-on.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("years, rounds and winners that count on from sentence to sentence", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("leaves: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });
});
