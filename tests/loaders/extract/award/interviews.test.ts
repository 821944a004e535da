import { describe, expect, it } from "vitest";
import cases from "./interviews.cases.json" with { type: "json" };
import negative from "./interviews.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("the answers of interviews that list who has won what a question asks for, and hearsay that they correct", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
