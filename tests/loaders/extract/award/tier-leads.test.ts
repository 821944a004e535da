import { describe, expect, it } from "vitest";
import cases from "./tier-leads.cases.json" with { type: "json" };
import negative from "./tier-leads.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("lists to which a sentence leads that names but the tier, or a heading that asks who", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });

  it.each(negative)("takes nobody for a winner in: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual([...wins].sort());
  });
});
