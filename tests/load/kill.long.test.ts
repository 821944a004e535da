import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeDocuments } from "../../bench/load/generate.js";
import { loadDocuments } from "../../loaders/pipeline.js";
import { packageRoot } from "../../src/core/paths.js";
import { exportJsonl } from "../../src/export/jsonl.js";
import type { Database } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
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

async function exported(): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportJsonl(database)) lines.push(line);
  return lines.join("\n");
}

/** Starts a loader; `died` resolves with its exit code, or null when it was killed. */
function loader(paths: readonly string[]) {
  const child = spawn("node", [cli, "load", ...paths, "--root", folder, "--batch-size", "20", "--json"], {
    stdio: "ignore",
  });
  return { child, died: new Promise<number | null>((resolve) => child.on("exit", resolve)) };
}

describe("loaders that die", () => {
  it(`leave a graph that the next load completes, ${KILLS} times`, async () => {
    let killed = 0;
    for (let round = 0; round < KILLS; round++) {
      const { child, died } = loader([folder]);
      // Later in every round, so that all stages of a load are hit.
      const timer = setTimeout(() => child.kill("SIGKILL"), 1_000 + round * 300);
      if ((await died) === null) killed++;
      clearTimeout(timer);
      if ((round + 1) % 5 === 0) {
        const { failed } = await loadDocuments(database, [folder], { root: folder });
        expect(failed).toEqual([]);
        expect(await exported()).toBe(expected);
        await wipe(database);
      }
    }
    expect(killed).toBeGreaterThan(KILLS / 2);
  }, 1_800_000);
});

describe("four loaders at once on overlapping parts", () => {
  it("end with the graph that one leaves", async () => {
    const part = (hundred: number) => join(folder, `000/000${hundred}*.md`);
    const shards = [[part(0), part(1)], [part(1), part(2)], [part(2), part(0)], [folder]];
    const codes = await Promise.all(shards.map((shard) => loader(shard).died));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await exported()).toBe(expected);
  }, 900_000);
});
