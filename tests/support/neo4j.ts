import { cypher, type Database, openDatabase } from "../../src/neo4j/index.js";

/**
 * The database of the test run. Only files named `*.db.test.ts` have one; they run one after the other, so a file may
 * wipe it. Close it in `afterAll`.
 */
export async function testDatabase(): Promise<Database> {
  return openDatabase();
}

/** The same without a graph; constraints and indexes are there. */
export async function emptyDatabase(): Promise<Database> {
  const database = await testDatabase();
  await wipe(database);
  return database;
}

/** Leaves nothing for the next file. */
export async function closeEmpty(database: Database): Promise<void> {
  await wipe(database);
  await database.close();
}

/** Empties the graph; constraints, indexes and the version node stay. */
export async function wipe(database: Database): Promise<void> {
  await database.runAutoCommit(cypher("write/delete-graph"));
}
