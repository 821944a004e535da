import { expect, it } from "vitest";
import { growthOf } from "./classify.js";
import { collectPatterns } from "./collect.js";

it("every regular expression of the program is linear", async () => {
  const { patterns, hidden } = await collectPatterns(["schema", "src", "loaders"]);
  expect(patterns.length).toBeGreaterThan(1_000);
  expect(patterns.some(({ places }) => places.length > 1)).toBe(true);
  // Made where it is used, a pattern is neither seen here nor made once only.
  expect(hidden).toEqual([]);
  const counts: Record<string, number> = {};
  const wrong: string[] = [];
  for (const { source, flags, places } of patterns) {
    const { kind, why } = await growthOf(source, flags);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind !== "bounded" && kind !== "linear")
      wrong.push(`${places.join(", ")}: ${kind} (${why}): ${source}`);
  }
  console.log(`patterns: ${JSON.stringify(counts)}`);
  expect(wrong).toEqual([]);
}, 1_800_000);
