import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { HOSTILE_DOCUMENTS } from "./documents.js";

/** kB that the program may hold at most, all threads together. */
const PEAK = 1024 * 1024;
/** Somebody who may read only what everybody may. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const folder = mkdtempSync(join(tmpdir(), "zhitu-hostile-"));
let database: Database;

beforeAll(async () => {
  ensureBuilt();
  database = await emptyDatabase();
});
afterAll(async () => {
  await closeEmpty(database);
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
  /** kB. */
  peak: number;
}

/** Runs the program as a user does. */
async function zhitu(args: readonly string[], { uid }: { uid?: number } = {}): Promise<Run> {
  const main = join(packageRoot, "dist/src/cli/main.js");
  const argv = ["--import", join(packageRoot, "tests/hostile/peak.mjs"), main, ...args];
  const child = spawn(process.execPath, argv, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const outputs = child.stdio.slice(1) as Readable[];
  const texts = outputs.map(async (stream) => (await stream.setEncoding("utf8").toArray()).join(""));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [stdout = "", stderr = "", peak] = await Promise.all(texts);
  return { code, stdout, stderr, peak: Number(peak) };
}

const loaded = async () =>
  (await database.read<{ id: string }>("MATCH (d:Document) RETURN d.id AS id ORDER BY id")).map(
    ({ id }) => id,
  );

describe("zhitu load", () => {
  it("loads what can be read, names the rest, ends with 1, and stays below 1 GB", async () => {
    const documents = join(folder, "documents");
    mkdirSync(documents);
    for (const { name, content } of HOSTILE_DOCUMENTS) writeFileSync(join(documents, name), content);
    writeFileSync(join(documents, "huge.txt"), "");
    truncateSync(join(documents, "huge.txt"), 1024 ** 3);
    const begin = Date.now();
    const { code, stdout, stderr, peak } = await zhitu(["load", "documents", "--json"]);
    console.info(
      `${HOSTILE_DOCUMENTS.length + 1} files in ${Math.round((Date.now() - begin) / 1_000)} s, at most ${Math.round(peak / 1024)} MB`,
    );
    const good = HOSTILE_DOCUMENTS.filter(({ expected }) => expected === "read").map(({ name }) => name);
    const bad = HOSTILE_DOCUMENTS.filter(({ expected }) => expected !== "read").map(({ name }) => name);
    const nameOf = (id: string) => id.replace(/^documents\//, "");
    expect(code).toBe(1);
    const { added, failed } = JSON.parse(stdout) as {
      added: string[];
      failed: { document: string; message: string }[];
    };
    expect(added.map(nameOf).sort()).toEqual(good.sort());
    expect(
      [...new Set(failed.map(({ document }) => nameOf(document).replace(/#.*|:\d+$/, "")))].sort(),
    ).toEqual([...bad, "huge.txt"].sort());
    expect((await loaded()).map(nameOf).sort()).toEqual(good);
    // What a user sees: a line for each, and nothing of the program's insides.
    for (const { message } of failed) expect(stderr).toContain(`zhitu: ${message}\n`);
    expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(PEAK);
  }, 600_000);

  it("names files and folders that it may not read, and loads the others", async ({ skip }) => {
    const uid = isRoot ? NOBODY : undefined;
    if (isRoot) {
      const started = await zhitu(["--help"], { uid }).catch(() => undefined);
      if (started?.code !== 0)
        skip("root may read everything, and as somebody else the program cannot be started here");
    }
    const locked = join(folder, "locked");
    mkdirSync(join(locked, "folder"), { recursive: true });
    writeFileSync(join(locked, "good.md"), "# 名单\n\n湖南省株洲市天元区。\n");
    writeFileSync(join(locked, "secret.md"), "# 名单\n\n湖南省株洲市荷塘区。\n");
    writeFileSync(join(locked, "folder", "inside.md"), "# 名单\n\n湖南省株洲市芦淞区。\n");
    chmodSync(folder, 0o755);
    chmodSync(join(locked, "secret.md"), 0);
    chmodSync(join(locked, "folder"), 0);
    const { code, stdout, stderr } = await zhitu(["load", "locked", "--json"], { uid });
    chmodSync(join(locked, "folder"), 0o755);
    expect(code).toBe(1);
    const { added, failed } = JSON.parse(stdout) as { added: string[]; failed: { message: string }[] };
    expect(added).toEqual([expect.stringMatching(/good\.md$/)]);
    expect(failed).toHaveLength(2);
    expect(stderr).toMatch(/secret\.md: may not be read; check its permissions/);
    expect(stderr).toMatch(/folder: may not be read; check its permissions/);
  }, 120_000);
});
