import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeArchive } from "../../../loaders/backup/archive.js";
import { backup } from "../../../loaders/backup/backup.js";
import { restore } from "../../../loaders/backup/restore.js";
import { loadDocuments } from "../../../loaders/pipeline.js";
import { judge } from "../../../loaders/review.js";
import { packageRoot } from "../../../src/core/paths.js";
import { exportJsonl } from "../../../src/export/formats/jsonl.js";
import type { Database } from "../../../src/neo4j/index.js";
import { ensureBuilt } from "../../support/build.js";
import { testDatabase, wipe } from "../../support/neo4j.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-backup-"));
const file = join(folder, "backup.tar.gz");
const documents = [
  join(packageRoot, "corpus"),
  join(packageRoot, "tests/golden/docs/h1-weifang-feature.txt"),
];
const options = { root: packageRoot, workers: 0 };
let database: Database;
let before: string[];
let names: string[];

beforeAll(async () => {
  ensureBuilt();
  database = await testDatabase();
  await wipe(database);
  await loadDocuments(database, documents, options);
  // What people have decided is part of it.
  const companies = await database.read<{ id: string }>(
    "MATCH (c:Company) RETURN c.id AS id ORDER BY id LIMIT 4",
  );
  const [a, b, c, d] = companies.map(({ id }) => id) as [string, string, string, string];
  await judge(database, [
    { verdict: "same", a, b },
    { verdict: "different", a: c, b: d },
  ]);
  before = await exported();
  names = await nameRecords();
  await backup(database, file);
}, 400_000);
afterAll(async () => {
  await wipe(database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => wipe(database));

async function exported(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportJsonl(database)) lines.push(line);
  return lines;
}

/** What exports leave out and later loads and withdrawals rest on. */
async function nameRecords(): Promise<string[]> {
  const rows = await database.read<{ line: string }>(
    `MATCH (n:Name)-[r:NAMES]->(e) WITH n, r, e ORDER BY n.id, e.id
     RETURN n.id + "|" + n.count + "|" + n.mentions + "|" + coalesce(r.reason, "") + "|" + e.id AS line
     UNION ALL MATCH (d:Document) WITH d ORDER BY d.id RETURN d.id + "|" + d.version + "|" + coalesce(d.path, "") + "|" + d.names AS line
     UNION ALL MATCH (j:Judgement) WITH j ORDER BY j.id RETURN j.id + "|" + j.verdict AS line`,
  );
  return rows.map(({ line }) => line);
}

const isEmpty = async () => (await exported()).length === 0;
/** The message with which an archive is refused. */
const refusal = (path: string) =>
  restore(database, path).then(
    () => "restored",
    (error: Error) => error.message,
  );

describe("a backup", () => {
  it("makes the same graph in an empty database, to the last name record", async () => {
    expect(before.length).toBeGreaterThan(1_000);
    const { manifest, judgements } = await restore(database, file);
    expect(judgements).toHaveLength(2);
    expect(manifest.documents).toBe(before.filter((line) => line.startsWith('{"kind":"document"')).length);
    expect(await exported()).toEqual(before);
    expect(await nameRecords()).toEqual(names);
    // And nothing is read anew by the next load.
    const summary = await loadDocuments(database, documents, options);
    expect([summary.added, summary.replaced, summary.unchanged.length]).toEqual([[], [], manifest.documents]);
  }, 120_000);

  it("completes a restore that was broken off, and changes nothing the second time", async () => {
    await loadDocuments(database, [documents[0]!], options);
    await restore(database, file);
    await restore(database, file);
    expect(await exported()).toEqual(before);
  }, 120_000);

  it("is refused where the graph holds other documents", async () => {
    const other = join(folder, "other.md");
    writeFileSync(other, "# 名单\n\n湖南省株洲市天元区。\n");
    await loadDocuments(database, [other], { root: folder });
    const graph = await exported();
    expect(await refusal(file)).toMatch(/^the graph holds 1 documents that .* does not; empty it first/);
    expect(await exported()).toEqual(graph);
  });

  it("is refused when it is damaged, with nothing written", async () => {
    const whole = readFileSync(file);
    const bytes = gunzipSync(whole);
    const path = join(folder, "damaged.tar.gz");
    const flipped = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 1;
      return gzipSync(copy, { level: 1 });
    };
    const damages: [string, Buffer][] = [
      ["empty", Buffer.alloc(0)],
      ["cut short", whole.subarray(0, whole.length / 2)],
      [
        "a bit of the compressed file",
        Buffer.concat([whole.subarray(0, 5_000), Buffer.from([whole[5_000]! ^ 8]), whole.subarray(5_001)]),
      ],
      ["a bit of a text", flipped(Math.floor(bytes.length / 2))],
      ["a bit of the manifest", flipped(600)],
      ["a bit of the checksums", flipped(bytes.lastIndexOf("documents.jsonl") - 10)],
      ["without its checksums", gzipSync(bytes.subarray(0, bytes.lastIndexOf("SHA256SUMS")))],
      ["no archive", Buffer.from("# 名单\n")],
    ];
    for (const [what, content] of damages) {
      writeFileSync(path, content);
      const message = await refusal(path);
      expect(`${what}: ${message}`).toContain(`${path}: `);
      expect(message).toMatch(/is damaged|is incomplete/);
      expect(await isEmpty()).toBe(true);
    }
    expect(await refusal(join(folder, "nowhere.tar.gz"))).toMatch(/nowhere\.tar\.gz: does not exist$/);
  }, 120_000);

  it("is refused when it is another's, holds what no backup does, or is of a newer Zhitu", async () => {
    const path = join(folder, "strange.tar.gz");
    const now = new Date();
    const write = (contents: Record<string, string>) =>
      writeArchive(path, new Map(Object.entries(contents).map(([name, text]) => [name, { text }])), now);
    const manifest = { kind: "zhitu-backup", format: 1, layout: 1, zhitu: "9.9.9" };
    const rest = { "documents.jsonl": "", "judgements.tsv": "" };
    await write({ "a.txt": "a" });
    expect(await refusal(path)).toMatch(/holds "a\.txt", which no backup does$/);
    await write({ ...rest, "../../outside": "a" });
    expect(await refusal(path)).toMatch(/which no backup does$/);
    expect(existsSync(join(folder, "../../outside"))).toBe(false);
    await write({ "manifest.json": JSON.stringify({ kind: "another" }), ...rest });
    expect(await refusal(path)).toMatch(/is no backup of Zhitu$/);
    await write({ "manifest.json": JSON.stringify(manifest) });
    expect(await refusal(path)).toMatch(/is incomplete$/);
    for (const newer of [{ format: 2 }, { layout: 99 }]) {
      await write({ "manifest.json": JSON.stringify({ ...manifest, ...newer }), ...rest });
      expect(await refusal(path)).toMatch(/was made by a newer Zhitu \(9\.9\.9\); update this one$/);
    }
    await write({ "manifest.json": JSON.stringify(manifest), ...rest, "documents.jsonl": "no json\n" });
    expect(await refusal(path)).toMatch(/documents\.jsonl:1 is no JSON$/);
    expect(await isEmpty()).toBe(true);
  });

  it("can be checked and unpacked with tar and sha256sum", () => {
    const unpacked = mkdtempSync(join(folder, "unpacked-"));
    expect(spawnSync("tar", ["xzf", file], { cwd: unpacked }).status).toBe(0);
    expect(readdirSync(unpacked).sort()).toEqual([
      "SHA256SUMS",
      "documents.jsonl",
      "judgements.tsv",
      "manifest.json",
    ]);
    expect(spawnSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: unpacked }).status).toBe(0);
  });

  it("is written whole or not at all, and by commands", async () => {
    await restore(database, file);
    await expect(backup(database, join(folder, "nowhere", "b.tar.gz"))).rejects.toThrow(/ENOENT/);
    const zhitu = (...args: string[]) =>
      spawnSync("node", [join(packageRoot, "dist/src/cli/main.js"), ...args], {
        cwd: folder,
        encoding: "utf8",
      });
    const written = zhitu("backup", "again.tar.gz");
    expect(written.stdout).toMatch(/^again\.tar\.gz: \d+ documents, \d+ claims, 2 judgements\n$/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    await wipe(database);
    const restored = zhitu("restore", "again.tar.gz");
    expect([restored.status, restored.stdout]).toEqual([
      0,
      expect.stringMatching(/^restored \d+ documents, /),
    ]);
    expect(readFileSync(join(folder, "zhitu-judgements.tsv"), "utf8")).toMatch(/^same\t/m);
    expect(await exported()).toEqual(before);
    const refused = zhitu("restore", "strange.tar.gz");
    expect([refused.status, refused.stdout, refused.stderr]).toEqual([
      1,
      "",
      expect.stringMatching(/^zhitu: strange\.tar\.gz: /),
    ]);
  }, 180_000);
});
