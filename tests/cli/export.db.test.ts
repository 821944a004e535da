import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { writeExported } from "../export/graph.js";
import { ensureBuilt } from "../support/build.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

const MAIN = join(packageRoot, "dist/src/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "zhitu-export-cli-"));
let database: Database;
beforeAll(async () => {
  ensureBuilt();
  database = await emptyDatabase();
  await writeExported(database);
});
afterAll(async () => {
  await closeEmpty(database);
  rmSync(folder, { recursive: true, force: true });
});

const zhitu = (...args: string[]) =>
  spawnSync(process.execPath, [MAIN, "export", ...args], { cwd: folder, encoding: "utf8" });

describe("zhitu export", () => {
  it("writes to standard output what it writes to a file, and several files into a folder", () => {
    const printed = zhitu("--format", "gexf");
    expect(printed).toMatchObject({ status: 0, stderr: "" });
    expect(zhitu("--format", "gexf", "--out", "a.gexf").status).toBe(0);
    expect(readFileSync(join(folder, "a.gexf"), "utf8")).toBe(printed.stdout);
    expect(zhitu("--format", "csv", "--out", "tables").status).toBe(0);
    expect(readdirSync(join(folder, "tables")).sort()).toEqual([
      "documents.csv",
      "edges.csv",
      "evidence.csv",
      "nodes.csv",
      "observations.csv",
    ]);
  });

  it("refuses wrong usage with one line and exit code 2, and leaves nothing behind", () => {
    writeFileSync(join(folder, "there.txt"), "mine");
    mkdirSync(join(folder, "full"));
    writeFileSync(join(folder, "full", "x"), "mine");
    const cases: [string[], RegExp][] = [
      [["--format", "xlsx"], /Allowed choices are jsonl, csv, gexf, graphml/],
      [["--around", "没有"], /no entity has the id or name "没有"/],
      [["--depth", "two"], /whole number/],
      [["--out", "there.txt"], /there\.txt exists; name another, or add --force/],
      [["--format", "csv", "--out", "full"], /full is not empty/],
      [["--format", "csv", "--out", "there.txt"], /there\.txt is a file; csv is several files/],
      [["--format", "csv"], /csv is several files: name a folder with --out/],
      [["--out", "full"], /full is a folder/],
    ];
    for (const [args, message] of cases) {
      const { status, stdout, stderr } = zhitu(...args);
      expect([args, status, stdout]).toEqual([args, 2, ""]);
      expect(stderr).toMatch(message);
      expect(stderr.trim().split("\n").length).toBeLessThanOrEqual(2);
    }
    expect(readFileSync(join(folder, "there.txt"), "utf8")).toBe("mine");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    const nowhere = zhitu("--out", "no/such/a.jsonl");
    expect(nowhere.status).toBe(1);
    expect(nowhere.stderr).toBe("zhitu: no/such/a.jsonl: cannot be written: there is no folder no/such\n");
    expect(zhitu("--out", "there.txt", "--force").status).toBe(0);
    expect(readFileSync(join(folder, "there.txt"), "utf8")).toContain('"kind":"entity"');
    expect(existsSync(join(folder, "there.txt.part"))).toBe(false);
  }, 120_000);

  it("ends quietly when its reader has had enough", async () => {
    const child = spawn(process.execPath, [MAIN, "export", "--format", "cypher"], { cwd: folder });
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const [code] = await once(child, "exit");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});
