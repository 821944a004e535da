import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { testDatabase, wipe } from "../support/neo4j.js";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await wipe(database);
});
afterAll(() => database.close());

describe("Database", () => {
  it("sends whole numbers as INTEGER and gives plain numbers back", async () => {
    const [row] = await database.read(
      "RETURN $whole AS whole, $part AS part, $list AS list, valueType($whole) AS type, valueType($part) AS partType",
      { whole: 2015, part: 1.5, list: [{ year: 2021 }] },
    );
    expect(row).toEqual({
      whole: 2015,
      part: 1.5,
      list: [{ year: 2021 }],
      type: "INTEGER NOT NULL",
      partType: "FLOAT NOT NULL",
    });
  });

  it("takes a limit from a parameter and undefined as null", async () => {
    expect(await database.read("UNWIND range(1, 9) AS n RETURN n LIMIT $limit", { limit: 2 })).toHaveLength(
      2,
    );
    expect(await database.read("RETURN $missing AS missing", { missing: undefined })).toEqual([
      { missing: null },
    ]);
  });

  it("commits all of a function's writes or none", async () => {
    await expect(
      database.write(async (transaction) => {
        await transaction.run("CREATE (:Document {id: 'half'})");
        throw new Error("broken off");
      }),
    ).rejects.toThrow("broken off");
    expect(await database.read("MATCH (d:Document {id: 'half'}) RETURN d.id AS id")).toEqual([]);
  });

  it("sees its own writes and refuses to write in a read", async () => {
    await database.write("CREATE (:Document {id: $id})", { id: "seen" });
    expect(await database.read("MATCH (d:Document {id: 'seen'}) RETURN d.id AS id")).toEqual([
      { id: "seen" },
    ]);
    await expect(database.read("CREATE (:Document {id: 'no'})")).rejects.toThrow(/read/i);
  });

  it("ends a statement that takes longer than its limit", async () => {
    const slow = "UNWIND range(1, 100000000) AS n WITH n WHERE n % 7 = 9 RETURN count(n) AS n";
    await expect(database.read(slow, {}, { timeout: 300 })).rejects.toMatchObject({
      code: "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    });
  });

  it("streams rows", async () => {
    let sum = 0;
    for await (const { n } of database.stream<{ n: number }>("UNWIND range(1, 5000) AS n RETURN n")) sum += n;
    expect(sum).toBe(12_502_500);
  });
});
