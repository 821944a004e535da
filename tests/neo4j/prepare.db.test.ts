import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ANALYZER,
  createStatement,
  ENTITY_SEARCH,
  EVIDENCE_SEARCH,
  schemaRules,
} from "../../schema/derive/constraints.js";
import { packageRoot } from "../../src/core/paths.js";
import { cypher, type Database, openDatabase } from "../../src/neo4j/index.js";
import { listMigrations } from "../../src/neo4j/migrations.js";
import { prepareDatabase } from "../../src/neo4j/prepare.js";
import { testDatabase, wipe } from "../support/neo4j.js";

interface Index extends Record<string, unknown> {
  name: string;
  type: string;
  state: string;
  labelsOrTypes: string[] | null;
  options: { indexConfig: Record<string, unknown> };
}

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await wipe(database);
});
afterAll(async () => {
  await prepareDatabase(database);
  await database.close();
});

const layout = async () => (await database.read<{ layout: number }>(cypher("read/layout")))[0]?.layout;
const indexes = async () => database.read<Index>(cypher("read/indexes"));
const names = async () => (await indexes()).map(({ name }) => name).sort();

describe("preparing the database", () => {
  it("makes every constraint and index of the ontology, filled, and records the layout", async () => {
    const present = await indexes();
    for (const { name } of schemaRules()) expect(present.map((index) => index.name)).toContain(name);
    expect(present.filter(({ state }) => state !== "ONLINE")).toEqual([]);
    expect(await layout()).toBe(listMigrations().length);
    for (const name of [ENTITY_SEARCH, EVIDENCE_SEARCH]) {
      const index = present.find((row) => row.name === name);
      expect(index).toMatchObject({
        type: "FULLTEXT",
        options: { indexConfig: { "fulltext.analyzer": ANALYZER } },
      });
    }
  });

  it("keeps ids unique, of nodes and of relationships", async () => {
    await database.write("CREATE (:Entity:Company {id: 'a'})-[:WON {id: 'w'}]->(:Entity:Award {id: 'b'})");
    const taken = { code: "Neo.ClientError.Schema.ConstraintValidationFailed" };
    await expect(database.write("CREATE (:Entity:Award {id: 'a'})")).rejects.toMatchObject(taken);
    await expect(
      database.write("MATCH (a:Company {id: 'a'}), (b:Award {id: 'b'}) CREATE (a)-[:WON {id: 'w'}]->(b)"),
    ).rejects.toMatchObject(taken);
  });

  it("finds Chinese names by a part of them, aliases too", async () => {
    await database.write(
      "CREATE (:Entity:Company {id: 'c', name: '江苏上上电缆集团有限公司', aliases: ['上上电缆']})",
    );
    const search = "CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id";
    for (const text of ["电缆集团", "上上"]) {
      expect(await database.read(search, { index: ENTITY_SEARCH, text })).toContainEqual({ id: "c" });
    }
  });

  it("changes nothing the second time, and restores what was lost or changed", async () => {
    const before = await names();
    await prepareDatabase(database);
    expect(await names()).toEqual(before);
    await database.write("DROP INDEX zhitu_company_name");
    await database.write(`DROP INDEX ${ENTITY_SEARCH}`);
    await database.write(`CREATE FULLTEXT INDEX ${ENTITY_SEARCH} FOR (n:Entity) ON EACH [n.name]`);
    await database.write("CREATE INDEX zhitu_company_retired FOR (n:Company) ON (n.retired)");
    await database.write("CREATE INDEX of_the_user FOR (n:Company) ON (n.mine)");
    await prepareDatabase(database);
    expect(await names()).toEqual([...before, "of_the_user"].sort());
    const search = (await indexes()).find(({ name }) => name === ENTITY_SEARCH);
    expect(search?.options.indexConfig["fulltext.analyzer"]).toBe(ANALYZER);
    await database.write("DROP INDEX of_the_user");
  });

  it("is done once where several processes begin with an empty database", async () => {
    await wipe(database);
    for (const name of await names()) {
      if (!name.startsWith("zhitu")) continue;
      await database.write(`DROP CONSTRAINT ${name} IF EXISTS`);
      await database.write(`DROP INDEX ${name} IF EXISTS`);
    }
    await database.write(cypher("write/delete-version"));
    const opened = await Promise.all([openDatabase(), openDatabase(), openDatabase()]);
    await Promise.all(opened.map((one) => one.close()));
    for (const { name } of schemaRules()) expect(await names()).toContain(name);
    expect(await database.read("MATCH (meta:ZhituMeta) RETURN meta.id AS id, keys(meta) AS keys")).toEqual([
      { id: "meta", keys: expect.arrayContaining(["id", "layout"]) },
    ]);
    expect(await layout()).toBe(listMigrations().length);
  });

  it("refuses a database of a later layout and says what to do", async () => {
    await database.write(cypher("write/set-layout"), { layout: 99 });
    await expect(openDatabase()).rejects.toThrow(
      /has layout 99, this Zhitu knows layouts up to \d+: update Zhitu/,
    );
    await database.write(cypher("write/set-layout"), { layout: listMigrations().length });
  });
});

describe("the files of statements", () => {
  const folder = join(packageRoot, "cypher");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cypher"))
    .map((file) => file.replaceAll("\\", "/").slice(0, -".cypher".length))
    .sort();

  it.each(files)("%s is understood by Neo4j, and its head comment lists its parameters", async (name) => {
    const text = readFileSync(join(folder, `${name}.cypher`), "utf8");
    const head = /^(?:\/\/.*\n)+/.exec(text)?.[0] ?? "";
    const line = /^\/\/ Parameters: (.*)$/m.exec(head)?.[1] ?? "";
    const used = new Set(cypher(name).match(/\$\w+/g) ?? []);
    const listed = new Set(line.match(/\$\w+/g) ?? []);
    expect([...listed].sort()).toEqual([...used].sort());
    expect(head).toMatch(/^\/\/ Parameters: /m);
    expect(head).toMatch(/^\/\/ Returns: /m);
    // SHOW and the schema's statements cannot be explained; running them is covered above.
    if (/^(SHOW|CREATE CONSTRAINT)/.test(cypher(name))) return;
    await database.runAutoCommit(
      `EXPLAIN ${cypher(name)}`,
      Object.fromEntries([...used].map((p) => [p.slice(1), null])),
    );
  });
});

describe("statements of the ontology's constraints", () => {
  it("have names of their own", () => {
    const all = schemaRules().map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(createStatement(schemaRules()[0]!)).toBe(
      "CREATE CONSTRAINT zhitu_entity_id IF NOT EXISTS FOR (x:Entity) REQUIRE (x.id) IS UNIQUE",
    );
  });
});
