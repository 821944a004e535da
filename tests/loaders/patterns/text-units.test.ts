import { describe, expect, it } from "vitest";
import { textUnits } from "../../../loaders/patterns/text-units.js";

const unitsOf = (text: string): number[] => [...textUnits(text).subarray(0, text.length)];

describe("textUnits", () => {
  it("gives the units of one text after another, shorter and longer ones", () => {
    for (const text of ["质量奖", "", "a质\ud842\udfb7\n", "质".repeat(40_000), "量b"])
      expect(unitsOf(text)).toEqual(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  });

  it("reads a text that is longer than the room that is kept", () => {
    const text = `${"质".repeat(1 << 20)}奖`;
    const units = textUnits(text);
    expect(units[text.length - 1]).toBe("奖".charCodeAt(0));
    expect(units[0]).toBe("质".charCodeAt(0));
  });
});
