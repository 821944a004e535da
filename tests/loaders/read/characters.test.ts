import { describe, expect, it } from "vitest";
import { compatible, firstLines } from "../../../loaders/read/characters.js";

describe("compatible", () => {
  it("is NFKC, whatever character stands in a text", () => {
    for (let unit = 0; unit < 65536; unit++) {
      const text = `年${String.fromCharCode(unit)}1（２）`;
      if (compatible(text) !== text.normalize("NFKC")) expect.fail(`U+${unit.toString(16)}`);
    }
    expect(compatible("２０２４年（某报）")).toBe("2024年(某报)");
  });
});

describe("firstLines", () => {
  it("gives so many lines and no more", () => {
    expect(firstLines("甲\n\n乙\n丙", 3)).toEqual(["甲", "", "乙"]);
    expect(firstLines("甲\n", 8)).toEqual(["甲", ""]);
    expect(firstLines("", 8)).toEqual([""]);
  });
});
