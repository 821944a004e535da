// npm run -s bench:api [-- --json] [-- --seconds 4 --companies 50000 --only 2]: the API beside @neo4j/graphql, hand-written
// Cypher behind Apollo Server, and the raw driver.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { readSettings } from "../../src/core/config.js";
import { packageRoot } from "../../src/core/paths.js";
import { openDatabase } from "../../src/neo4j/index.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";
import { superviseServer } from "../../src/neo4j/server/supervise.js";
import { generateGraph, writeGraph } from "./graph.js";
import { measureSlice, newTally, type Tally, warmUp } from "./measure.js";
import { type Operation, operations } from "./operations.js";
import { printReport, type Result, resultOf, summaryOf } from "./report.js";
import { cpuOf, rawSide, type Side, type SideName, startSide } from "./sides.js";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    companies: { type: "string", default: "50000" },
    seconds: { type: "string", default: "6" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
const CLIENTS = 8;
/** Different parameters of each operation, and those checked for equal answers. */
const PARAMETERS = 300;
const CHECKED = 40;
/** Node compiles what runs often only after thousands of requests; the slowest side would take minutes for them. */
const WARM_UP = { least: 300, most: 3_000, patience: 15_000 };
/** The sides take turns this often, so that what else the machine does meets all of them. */
const ROUNDS = 6;

const say = (message: string): void => void process.stderr.write(`${message}\n`);

installRivals();
const scratch = mkdtempSync(join(tmpdir(), "zhitu-bench-"));
const server = new ManagedServer(
  { ...readSettings(), dataDir: join(scratch, "data"), heap: "2g", pageCache: "512m" },
  say,
);
const supervision = superviseServer(server, say);
const sides: Side[] = [];
try {
  const address = await server.acquire();
  Object.assign(process.env, {
    NEO4J_URI: address.uri,
    NEO4J_USER: address.user,
    NEO4J_PASSWORD: address.password,
  });
  const graph = generateGraph(Number(values.seed), Number(values.companies));
  const database = await openDatabase();
  say("writing the graph");
  await writeGraph(database, graph);
  await database.close();
  for (const name of ["zhitu", "peer", "hand"] as const) sides.push(await startSide(name, address, CLIENTS));
  sides.push(rawSide(address));
  const { pid } = server.status();
  await run(operations(graph, PARAMETERS, Number(values.seed) + 1), () => cpuOf(pid ?? undefined));
} finally {
  for (const side of sides) await side.close();
  await supervision.end();
  rmSync(scratch, { recursive: true, force: true });
}

async function run(all: readonly Operation[], databaseCpu: () => number): Promise<void> {
  const chosen = values.only ? values.only.split(",").map((number) => all[Number(number) - 1]!) : all;
  const results: Result[] = [];
  for (const operation of chosen) {
    await checkEqual(operation);
    for (const side of sides) await warmUp(side, operation, CLIENTS, WARM_UP);
    const tallies = new Map<SideName, Tally>(sides.map(({ name }) => [name, newTally()]));
    const milliseconds = (Number(values.seconds) * 1000) / ROUNDS;
    for (let round = 0; round < ROUNDS; round++)
      for (const side of sides)
        await measureSlice(
          side,
          operation,
          { clients: CLIENTS, milliseconds, databaseCpu },
          tallies.get(side.name)!,
        );
    const result = resultOf(operation.name, tallies);
    results.push(result);
    if (!values.json) printReport(result);
  }
  const summary = summaryOf(results);
  if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else {
    const { ratioToPeer, ratioToHandWritten } = summary;
    process.stdout.write(
      `\nratio to peer ${ratioToPeer}, to hand-written ${ratioToHandWritten} (geometric means)\n`,
    );
  }
}

/** Different answers make rates meaningless: an error that shows both. */
async function checkEqual(operation: Operation): Promise<void> {
  for (let at = 0; at < CHECKED; at++) {
    const [expected, ...answers] = await Promise.all(
      [...sides]
        .reverse()
        .map(async (side) => ({ name: side.name, value: await side.answer(operation, at) })),
    );
    for (const { name, value } of answers)
      if (!isDeepStrictEqual(plain(value), plain(expected!.value)))
        throw new Error(
          `${operation.name}: ${name} and ${expected!.name} differ for ${JSON.stringify(operation.parameters[at])}:\n` +
            `${JSON.stringify(value)}\n${JSON.stringify(expected!.value)}`,
        );
  }
}

/** The same value with prototypes of plain objects. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The rivals are no part of Zhitu; they are installed below bench/ when it first runs. */
function installRivals(): void {
  const folder = join(packageRoot, "bench");
  if (existsSync(join(folder, "node_modules", "@neo4j", "graphql"))) return;
  say("installing what Zhitu is measured beside (bench/package.json)");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("npm ci failed in bench/; see above");
}
