import { describe, expect, it } from "vitest";
import cases from "./told-persons.cases.json" with { type: "json" };
import negative from "./told-persons.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("who won what, where persons are told of", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("finds nobody in: %s", async (text) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
