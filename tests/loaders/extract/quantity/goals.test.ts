import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cuesIn, FACT, GOAL } from "../../../../loaders/extract/quantity/goals.js";
import { allMatches } from "../../../../loaders/patterns/all-matches.js";
import { packageRoot } from "../../../../src/core/paths.js";

const startsOf = (pattern: RegExp, text: string): number[] =>
  allMatches(new RegExp(pattern.source, "g"), text).map((match) => match.index);

describe("cues", () => {
  test("are found wherever their words stand", () => {
    const folder = join(packageRoot, "tests", "golden", "docs");
    const words = GOAL.source.match(/[\u4e00-\u9fff]{2}/g)!;
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
    const texts = [...lines, ...words.map((word) => `其${word}到2025年后`), words.join("，"), words.join("")];
    let found = 0;
    for (const text of texts) {
      const cues = cuesIn(text, 0, text.length);
      const of = (status: string): number[] => cues.filter((c) => c.status === status).map((c) => c.start);
      expect(of("TARGET")).toEqual(startsOf(GOAL, text));
      expect(of("ACTUAL")).toEqual(startsOf(FACT, text));
      found += cues.length;
    }
    expect(found).toBeGreaterThan(100);
  });

  test("do not look around their stretch", () => {
    const text = "力争目前，按照《某市发展方案》";
    expect(cuesIn(text, 1, 3)).toEqual([]);
    expect(cuesIn(text, 5, text.length)).toMatchObject([{ start: 5, status: "TARGET" }]);
  });
});
