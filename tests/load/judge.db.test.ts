import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createResolver } from "../../loaders/resolve/resolver.js";
import { applyChanges } from "../../loaders/write/apply-changes.js";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { documentOf, entity, gazetteer, hashed } from "../loaders/write/documents.js";
import { expectedGraph, storedGraph } from "../loaders/write/graph.js";
import { ensureBuilt } from "../support/build.js";
import { testDatabase, wipe } from "../support/neo4j.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-judge-"));
const documents = [
  documentOf("a", "湖南省株洲市", [entity("Company", "株洲华泰机械有限公司")]),
  documentOf("b", "湖南省株洲市", [entity("Company", "株洲华泰机械股份有限公司")]),
  documentOf("c", "湖南省株洲市", [entity("Company", "华泰机械")]),
];
const SHORT = "company:株洲市:华泰机械";
const FULL = "company:株洲市:株洲华泰机械有限公司";
const OTHER = "company:株洲市:株洲华泰机械股份有限公司";
const zhitu = (...args: string[]) =>
  spawnSync("node", [join(packageRoot, "dist/src/cli/main.js"), ...args], { cwd: folder, encoding: "utf8" });

let database: Database;
beforeAll(async () => {
  ensureBuilt();
  database = await testDatabase();
  await wipe(database);
  await applyChanges(database, createResolver(gazetteer), { documents: documents.map(hashed) });
});
afterAll(async () => {
  await wipe(database);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("zhitu judge and zhitu resolve", () => {
  it("lists what was kept apart though it may be one, with the reason", () => {
    const { stdout } = zhitu("resolve", "--review");
    expect(stdout.trim().split("\n").sort()).toEqual(
      [`${SHORT}\t${FULL}\tabbreviation`, `${SHORT}\t${OTHER}\tabbreviation`].sort(),
    );
  });

  it("notes a judgement in a file, follows it, and follows the file when it changes", async () => {
    expect(zhitu("judge", "same", SHORT, FULL).status).toBe(0);
    const file = join(folder, "zhitu-judgements.tsv");
    expect(readFileSync(file, "utf8")).toContain(`same\t${SHORT}\t${FULL}\n`);
    const same = { verdict: "same", a: SHORT, b: FULL } as const;
    expect(await storedGraph(database)).toEqual(expectedGraph(documents, [same]));
    writeFileSync(file, "");
    expect(zhitu("resolve", "--apply", file).stdout).toBe("judgements: 0 added, 1 taken back\n");
    expect(await storedGraph(database)).toEqual(expectedGraph(documents));
  });

  it("refuses ids that nobody bears, and lines that it cannot read", () => {
    const unknown = zhitu("judge", "same", SHORT, "company:nobody");
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      expect.stringContaining("company:nobody: no such entity"),
    ]);
    writeFileSync(join(folder, "bad.tsv"), "perhaps\ta\tb\n");
    const bad = zhitu("resolve", "--apply", "bad.tsv");
    expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining("bad.tsv:1: expected")]);
  });
});
