import { describe, expect, it } from "vitest";
import cases from "./linked.cases.json" with { type: "json" };
import negative from "./linked.negative.cases.json" with { type: "json" };
import { winsOf } from "./wins-of.js";

describe("winners that no verb of winning takes, and what is told before or after of when and which", () => {
  it.each(cases)("reads: $text", async ({ text, wins }) => {
    expect(await winsOf(text)).toEqual(wins);
  });

  it.each(negative)("finds nobody in: $text", async ({ text }) => {
    expect(await winsOf(text)).toEqual([]);
  });
});
