import { expect, it } from "vitest";
import { testDatabase, wipe } from "../support/neo4j.js";
import { compareRandomly } from "./random/compare.js";

it("answers random operations as the graph in memory does", async () => {
  await using database = await testDatabase();
  const count = Number(process.env.ZHITU_RANDOM_OPERATIONS || 150);
  const { asked, objects, differences } = await compareRandomly(database, { count, seed: 1 });
  expect(differences.slice(0, 3)).toEqual([]);
  expect(asked).toBe(count);
  // Answers that are empty agree too easily.
  expect(objects).toBeGreaterThan(count * 2);
  await wipe(database);
}, 600_000);
