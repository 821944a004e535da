import { describe, expect, it } from "vitest";
import cases from "./circumstances.cases.json" with { type: "json" };
import negative from "./circumstances.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners behind whatever says when, how and against whom", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
