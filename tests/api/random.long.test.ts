import { expect, it } from "vitest";
import { testDatabase, wipe } from "../support/neo4j.js";
import { compareRandomly } from "./random/compare.js";

/** All of what is promised, or in the short form a part of it. */
const COUNT = process.env.ZHITU_LONG === "short" ? 500 : 2_500;

it(`answers ${COUNT} random operations as the graph in memory does`, async () => {
  await using database = await testDatabase();
  const { asked, differences } = await compareRandomly(database, { count: COUNT, seed: 2 });
  expect(differences.slice(0, 3)).toEqual([]);
  expect(asked).toBe(COUNT);
  await wipe(database);
}, 3_600_000);
