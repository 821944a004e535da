import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDocuments } from "../../loaders/pipeline.js";
import { readSettings } from "../../src/core/config.js";
import { packageRoot } from "../../src/core/paths.js";
import { writeFiles } from "../../src/export/deliver.js";
import { formatOf } from "../../src/export/formats/formats.js";
import { exportJsonl } from "../../src/export/formats/jsonl.js";
import { ExportGraph } from "../../src/export/graph.js";
import { type Database, openDatabase } from "../../src/neo4j/index.js";
import { prepareDatabase } from "../../src/neo4j/prepare.js";
import { jarsFolder } from "../../src/neo4j/server/jars.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";
import { placesOf } from "../../src/neo4j/server/places.js";
import { findJava } from "../../src/neo4j/server/tools.js";
import { emptyDatabase } from "../support/neo4j.js";
import { emptyAltogether, exported, exportedText, writeOdd } from "./graph.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-export-"));
let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  const corpus = ["zhuzhou-quality-awards.md", "zhuzhou-quality-people.md"];
  const paths = corpus.map((name) => join(packageRoot, "corpus", name));
  await loadDocuments(database, paths, { root: packageRoot });
  await writeOdd(database);
});
afterAll(async () => {
  await emptyAltogether(database);
  await prepareDatabase(database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = async (from: Database): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportJsonl(from)) lines.push(line);
  return lines;
};

describe("a copy of the graph", () => {
  it("is made by Neo4j's import tool", async () => {
    const original = { lines: await linesOf(database), types: await typesOf(database) };
    const script = await exportedText(database, "cypher");
    const files = join(folder, "import");
    await writeFiles(files, await ExportGraph.open(database), formatOf("neo4j-import"));
    const settings = { ...readSettings(), dataDir: join(folder, "data"), heap: "512m", pageCache: "64m" };
    await runImportTool(files, settings);
    const server = new ManagedServer(settings, () => {});
    try {
      const connection = { ...(await server.acquire()), database: undefined };
      const copy = await openDatabase({ settings: { ...settings, connection }, prepare: false });
      const after = readFileSync(join(files, "after-import.cypher"), "utf8").trim().split("\n");
      for (const statement of after) await copy.runAutoCommit(statement);
      expect(await linesOf(copy)).toEqual(original.lines);
      expect(await typesOf(copy)).toEqual(original.types);
      expect(await exportedText(copy, "cypher")).toBe(script);
      await copy.close();
    } finally {
      await server.release();
    }
  }, 600_000);

  it("is made by the Cypher script in an empty Neo4j, to the last name record and number's type", async () => {
    const script = await exportedText(database, "cypher");
    const original = { lines: await linesOf(database), types: await typesOf(database) };
    expect(original.lines.length).toBeGreaterThan(150);
    await emptyAltogether(database);
    const statements = script.split("\n").filter((line) => line !== "" && !line.startsWith("//"));
    expect(statements.every((statement) => statement.endsWith(";"))).toBe(true);
    for (const statement of statements) await database.write(statement.slice(0, -1));
    expect(await linesOf(database)).toEqual(original.lines);
    expect(await typesOf(database)).toEqual(original.types);
    expect(await exportedText(database, "cypher")).toBe(script);
  }, 180_000);

  // Last, since name records are not in the CSV files.
  it("is made from the CSV files", async () => {
    const original = await linesOf(database);
    const files = await exported(database, "csv");
    await emptyAltogether(database);
    await prepareDatabase(database);
    await loadCsv(database, files);
    expect(await linesOf(database)).toEqual(original);
  }, 180_000);
});

/** How often each property has a value of each type: an INTEGER that became a FLOAT shows here. */
async function typesOf(from: Database): Promise<unknown[]> {
  return from.read(`MATCH (n)
    CALL (n) { RETURN n AS x, head(labels(n)) AS label UNION MATCH (n)-[r]->() RETURN r AS x, type(r) AS label }
    UNWIND keys(x) AS key
    RETURN label, key, valueType(x[key]) AS type, count(*) AS count ORDER BY label, key, type`);
}

type Cells = Record<string, string | null>;

const LISTS = ["aliases", "mergedBecause", "warnings"];
const INTEGERS = ["mentions", "evidenceCount", "year", "edition", "start", "end"];
const FLOATS = ["value", "confidence"];

/** Reads the files as a program would that knows no more than docs/exports.md. */
async function loadCsv(into: Database, files: ReadonlyMap<string, string>): Promise<void> {
  const read = (name: string) => {
    const text = files.get(name)!;
    expect(text.startsWith("\ufeff")).toBe(true);
    return parse(text, {
      bom: true,
      columns: true,
      // Nothing at all is no value; a quoted nothing is an empty text.
      cast: (value, { quoting }) => (value === "" && !quoting ? null : value),
    }) as unknown as Cells[];
  };
  const write = (statement: string, rows: unknown[]) =>
    into.write(`UNWIND $rows AS row ${statement}`, { rows });
  await write(
    "CREATE (n:Document) SET n = row",
    read("documents.csv").map((cells) => properties(cells)),
  );
  await write(
    "CREATE (n:Entity:$(row.type)) SET n = row.properties",
    read("nodes.csv").map((cells) => ({
      type: cells.entityType,
      properties: properties(cells, ["entityType"]),
    })),
  );
  await write(
    `MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
     CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`,
    read("edges.csv").map((cells) => ({
      source: plain(cells.source!),
      target: plain(cells.target!),
      type: cells.relationType,
      properties: properties(cells, ["source", "target", "relationType"]),
    })),
  );
  await write(
    "MATCH (e:Entity {id: row.subject}) CREATE (n:Observation)-[:OF]->(e) SET n = row.properties, n.value = toFloat(n.value)",
    read("observations.csv").map((cells) => ({
      subject: plain(cells.subject!),
      properties: properties(cells, ["subject"]),
    })),
  );
  await write(
    "MATCH (d:Document {id: row.document}) CREATE (n:Claim)-[:STATED_IN]->(d) SET n = row.properties",
    read("evidence.csv").map((cells) => ({
      document: plain(cells.document!),
      properties: properties(cells, ["document"]),
    })),
  );
}

const plain = (cell: string) => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

function properties(cells: Cells, without: readonly string[] = []): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]): [string, unknown][] => {
      if (cell === null || without.includes(column)) return [];
      if (INTEGERS.includes(column) || FLOATS.includes(column)) return [[column, Number(cell)]];
      const text = plain(cell);
      if (LISTS.includes(column)) return [[column, text === "" ? [] : text.split(";")]];
      return [[column.replace(/^_/, ""), text]];
    }),
  );
}

/** Runs the exported command with the jars that the managed server has, into the data folder of another server. */
async function runImportTool(files: string, settings: ReturnType<typeof readSettings>): Promise<void> {
  const places = placesOf(settings);
  mkdirSync(places.conf, { recursive: true });
  writeFileSync(join(places.conf, "neo4j.conf"), "");
  const { path: java } = await findJava();
  const opens = ["java.nio", "java.lang", "sun.nio.ch"].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  const tool = join(folder, "neo4j-admin");
  const jars = join(jarsFolder(settings), "*");
  const call = [java, ...opens, "-Dfile.encoding=UTF-8", "-Xmx512m", "-cp", jars, "org.neo4j.cli.AdminTool"];
  writeFileSync(tool, `#!/bin/sh\nexec ${call.map((word) => `'${word}'`).join(" ")} "$@"\n`, { mode: 0o755 });
  await promisify(execFile)("sh", [join(files, "import.sh"), "neo4j"], {
    env: {
      ...process.env,
      LC_ALL: "C.UTF-8",
      NEO4J_ADMIN: tool,
      NEO4J_HOME: places.home,
      NEO4J_CONF: places.conf,
      PATH: process.env.PATH ?? delimiter,
    },
    maxBuffer: 16 * 1024 * 1024,
  });
  // The server takes a store for half made without it.
  writeFileSync(places.created, "");
}
