// npm run -s bench:load [-- --json] [-- --documents 10000 --large 100000]: loading beside the floor and the naive loader.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../../src/core/config.js";
import { cypher, type Database, openDatabase } from "../../src/neo4j/index.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";
import { superviseServer } from "../../src/neo4j/server/supervise.js";
import { writeDocuments } from "./generate.js";
import { type Measured, measureLoad } from "./measure.js";
import { type PlainGraph, readGraph, writeFloor, writeNaive } from "./rivals.js";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    documents: { type: "string", default: "10000" },
    large: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
});
const SAMPLE = 2_000;
const say = (message: string): void => {
  process.stderr.write(`${message}\n`);
};
const scratch = mkdtempSync(join(tmpdir(), "zhitu-bench-"));
const server = new ManagedServer(
  { ...readSettings(), dataDir: join(scratch, "data"), heap: "2g", pageCache: "4g" },
  say,
);
const supervision = superviseServer(server, say);
try {
  const { uri, user, password } = await server.acquire();
  Object.assign(process.env, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
  const database = await openDatabase();
  try {
    await run(database);
  } finally {
    await database.close();
  }
} finally {
  await supervision.end();
  rmSync(scratch, { recursive: true, force: true });
}

async function run(database: Database): Promise<void> {
  const count = Number(values.documents);
  await load(database, Math.min(1000, count)); // The server's first statements are slow; this is its warm-up.
  const middle = await load(database, count);
  const graph = await readGraph(database);
  const elements = sizeOf(graph);
  const floorRate = elements / (await timed(database, () => writeFloor(database, graph)));
  const sample = sampleOf(graph);
  const naiveRate = sizeOf(sample) / (await timed(database, () => writeNaive(database, sample)));
  const rate = elements / middle.seconds;
  const large = Number(values.large) > 0 ? await load(database, Number(values.large)) : undefined;
  const result = {
    documents: count,
    documentsPerSecond: round(middle.documents / middle.seconds),
    claimsPerSecond: round(middle.claims / middle.seconds),
    elementsPerSecond: round(rate),
    floorElementsPerSecond: round(floorRate),
    naiveElementsPerSecond: round(naiveRate),
    ratioToFloor: round(rate / floorRate),
    ratioToNaive: round(rate / naiveRate),
    ...(large === undefined
      ? {}
      : { growth: round(large.documents / large.seconds / (middle.documents / middle.seconds)) }),
    peakMemoryMb: Math.max(middle.peakMemory, large?.peakMemory ?? 0),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else
    for (const [name, value] of Object.entries(result)) process.stdout.write(`${name.padEnd(24)} ${value}\n`);
}

async function load(database: Database, count: number): Promise<Measured> {
  const folder = join(scratch, String(count));
  await writeDocuments(folder, count, Number(values.seed));
  await database.runAutoCommit(cypher("write/delete-graph"));
  const measured = await measureLoad(folder);
  say(`${count} documents: ${round(measured.seconds)} s, ${measured.peakMemory} MB`);
  rmSync(folder, { recursive: true, force: true });
  return measured;
}

async function timed(database: Database, work: () => Promise<void>): Promise<number> {
  await database.runAutoCommit(cypher("write/delete-graph"));
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function sizeOf({ nodes, relationships }: PlainGraph): number {
  return nodes.length + relationships.length;
}

/** The first relationships, with their ends. */
function sampleOf({ nodes, relationships }: PlainGraph): PlainGraph {
  const some = relationships.slice(0, SAMPLE);
  const ids = new Set(some.flatMap((r) => [`${r.fromLabel}\t${r.from}`, `${r.toLabel}\t${r.to}`]));
  return { relationships: some, nodes: nodes.filter((n) => ids.has(`${n.labels[0]}\t${n.properties.id}`)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
