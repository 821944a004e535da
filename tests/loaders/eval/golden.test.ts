import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../loaders/eval/evaluate.js";
import { rates } from "../../../loaders/eval/score.js";
import { packageRoot } from "../../../src/core/paths.js";

const golden = join(packageRoot, "tests/golden");
const learned = join(packageRoot, "../shared/corpus");

async function f1(docs: readonly string[], gold: string): Promise<Record<string, number>> {
  const { groups, failed, documents } = await evaluate({ docs: [...docs], gold });
  expect(failed).toEqual([]);
  expect(documents.length).toBeGreaterThan(0);
  return Object.fromEntries(Object.entries(groups).map(([name, counts]) => [name, rates(counts).f1]));
}

describe("extraction on documents with known facts", () => {
  it.each([
    ["core", 0.955],
    ["won", 0.965],
    ["extended", 0.945],
    ["observations", 0.94],
  ])("keeps F1 of %s at %d or above on the golden documents", async (group, floor) => {
    expect((await f1([join(golden, "docs")], join(golden, "gold")))[group]).toBeGreaterThanOrEqual(floor);
  });

  it.skipIf(!existsSync(learned)).each([
    ["core", 0.93],
    ["won", 0.97],
    ["extended", 0.85],
    ["observations", 0.85],
  ])(
    "keeps F1 of %s at %d or above on the learning documents (skipped without ../shared/corpus)",
    async (group, floor) => {
      const scores = await f1([join(learned, "docs"), join(learned, "../seeds")], join(learned, "gold"));
      expect(scores[group]).toBeGreaterThanOrEqual(floor);
    },
  );
});
