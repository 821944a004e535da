import { describe, expect, it } from "vitest";
import cases from "./headed-rounds.cases.json" with { type: "json" };
import negative from "./headed-rounds.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("prose below headings that are rounds with a writer's words", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("gives no round of its own to: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });
});
