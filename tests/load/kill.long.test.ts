import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeDocuments } from "../../bench/load/generate.js";
import { loadDocuments } from "../../loaders/pipeline.js";
import { readSettings } from "../../src/core/config.js";
import { packageRoot } from "../../src/core/paths.js";
import { exportJsonl } from "../../src/export/formats/jsonl.js";
import { Database, openDatabase } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder, Holder, managedEnv, serverPid } from "../support/holder.js";
import { testDatabase, wipe } from "../support/neo4j.js";
import setup from "../support/neo4j-global-setup.js";

const COUNT = 300;
// The short form of the long suite is what runs on every change.
const KILLS = process.env.ZHITU_LONG === "short" ? 5 : 20;
const folder = mkdtempSync(join(tmpdir(), "zhitu-kill-"));
const cli = join(packageRoot, "dist/src/cli/main.js");

let stop: () => Promise<void>;
let database: Database;
let expected: string;
beforeAll(async () => {
  ensureBuilt();
  stop = await setup();
  database = await testDatabase();
  await wipe(database);
  await writeDocuments(folder, COUNT);
  await loadDocuments(database, [folder], { root: folder });
  expected = await exported();
}, 600_000);
afterAll(async () => {
  await database.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => wipe(database));

async function exported(from = database): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonl(from)) lines.push(line);
  return lines.join("\n");
}

/** Starts a loader; `died` resolves with its exit code, or null when it was killed. */
function loader(paths: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn("node", [cli, "load", ...paths, "--root", folder, "--batch-size", "20", "--json"], {
    stdio: ["ignore", "ignore", "pipe"],
    env,
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const died = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, died, messages: () => stderr };
}

/** Compares lines by the first that differs: the whole graph would be too much to print. */
function expectGraph(found: string): void {
  if (found === expected) return;
  const [lines, wanted] = [found.split("\n"), expected.split("\n")];
  const at = wanted.findIndex((line, i) => line !== lines[i]);
  expect({ count: lines.length, line: lines[at] }).toEqual({ count: wanted.length, line: wanted[at] });
}

/** How many documents are loaded. */
async function loaded(of: Database): Promise<number> {
  const [row] = await of.read<{ n: number }>("MATCH (d:Document) RETURN count(d) AS n");
  return row!.n;
}

describe("loaders that die", () => {
  it(`leave a graph that the next load completes, ${KILLS} times`, async () => {
    let killed = 0;
    let between = 0;
    const complete = async (): Promise<void> => {
      expect(await loader([folder]).died).toBe(0);
      expectGraph(await exported());
      await wipe(database);
    };
    for (let round = 0; killed < KILLS; round++) {
      const { child, died } = loader([folder]);
      let isOver = false;
      const ended = died.finally(() => {
        isOver = true;
      });
      // In turn before anything is written, early, late, and anywhere within a batch.
      const enough = (await loaded(database)) + ((round * 7) % 12) * 20;
      while (!isOver && (await loaded(database)) < Math.min(enough, COUNT)) await sleep(20);
      await sleep((round * 53) % 300);
      child.kill("SIGKILL");
      const wasKilled = (await ended) === null;
      const documents = await loaded(database);
      if (wasKilled) {
        killed++;
        if (documents > 0 && documents < COUNT) between++;
      }
      if (!wasKilled || killed % 5 === 0) await complete();
    }
    expect(between).toBeGreaterThan(0);
  }, 1_800_000);
});

describe("a database that dies during a load", () => {
  let data: ReturnType<typeof dataFolder>;
  let holder: Holder;
  let address: { uri: string; user: string; password: string };
  beforeEach(async () => {
    data = dataFolder("zhitu-killed-database-");
    holder = new Holder(data.path);
    const { uri } = await holder.ready();
    const password = readFileSync(join(data.path, "neo4j-password"), "utf8").trim();
    address = { uri: uri!, user: "neo4j", password };
  });
  afterEach(async () => {
    await holder.close();
    data.remove();
  });

  /** Waits until some batches are written, through a connection that does not bring the server back. */
  const untilHalfway = async (): Promise<void> => {
    const onlooker = new Database(address, "neo4j");
    while ((await loaded(onlooker)) < COUNT / 5) await sleep(50);
    await onlooker.close();
  };
  const expectWhole = async (): Promise<void> => {
    const again = await openDatabase({ settings: readSettings(managedEnv(data.path)) });
    try {
      expectGraph(await exported(again));
    } finally {
      await again.close();
    }
  };

  it("comes back, and the load goes on to its end, when it is our own", async () => {
    const { died, messages } = loader([folder], managedEnv(data.path));
    await untilHalfway();
    process.kill(serverPid(data.path)!, "SIGKILL");
    expect([await died, messages()]).toEqual([0, expect.not.stringContaining("    at ")]);
    await expectWhole();
  }, 600_000);

  it("is told in one line when it is another's and stays away, and the next load completes", async () => {
    const { uri, user, password } = address;
    const own = managedEnv(data.path);
    const another = { ...own, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
    const { died, messages } = loader([folder], another);
    await untilHalfway();
    // The holder would bring its server back.
    holder.child.kill("SIGKILL");
    await holder.ended;
    process.kill(serverPid(data.path)!, "SIGKILL");
    expect(await died).toBe(1);
    expect(messages()).toMatch(/^zhitu: Neo4j at \S+ cannot be reached: [^\n]*\n$/m);
    expect(messages()).not.toContain("    at ");
    expect(await loader([folder], own).died).toBe(0);
    await expectWhole();
  }, 600_000);
});

describe("four loaders at once on overlapping parts", () => {
  it("end with the graph that one leaves", async () => {
    const part = (hundred: number) => join(folder, `000/000${hundred}*.md`);
    const shards = [[part(0), part(1)], [part(1), part(2)], [part(2), part(0)], [folder]];
    const codes = await Promise.all(shards.map((shard) => loader(shard).died));
    expect(codes).toEqual([0, 0, 0, 0]);
    expectGraph(await exported());
  }, 900_000);
});
