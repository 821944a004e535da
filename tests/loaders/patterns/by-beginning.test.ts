import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byBeginning } from "../../../loaders/patterns/by-beginning.js";

const SOURCE = "甲(?!乙)|甲乙|(?<=丙)乙(?:甲|丁)?|[丙丁|]{2}|\\d{1,2}(?:年|月)|丁|\\|";

describe("alternatives by what they begin with", () => {
  it("match as the pattern of all of them does, wherever it is tried", () => {
    const whole = new RegExp(SOURCE, "y");
    const parts = byBeginning(SOURCE);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."甲乙丙丁|1年x")), (units) => {
        const text = units.join("");
        for (let at = 0; at < text.length; at++) {
          const part = parts.get(text.charCodeAt(at));
          const own = part === undefined ? null : new RegExp(part, "y");
          for (const pattern of [whole, own]) if (pattern !== null) pattern.lastIndex = at;
          expect(own?.exec(text)?.[0]).toBe(whole.exec(text)?.[0]);
        }
      }),
    );
  });
});
