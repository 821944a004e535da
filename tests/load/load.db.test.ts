import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadDocuments, unloadDocuments } from "../../loaders/pipeline.js";
import { packageRoot } from "../../src/core/paths.js";
import { exportJsonl } from "../../src/export/formats/jsonl.js";
import type { Database } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { testDatabase, wipe } from "../support/neo4j.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-load-"));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const AWARDS = "# 名单\n\n2015年，株洲甲乙电气股份有限公司（以下简称“甲乙电气”）获第二届中国质量奖。\n";
const PROFILE = "# 简介\n\n甲乙电气是株洲市的企业。株洲市有效注册商标23112件。\n";

let database: Database;
beforeAll(async () => {
  ensureBuilt();
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => wipe(database));

const exported = async (): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportJsonl(database)) lines.push(line);
  return lines;
};
const zhitu = (...args: string[]) =>
  spawnSync("node", [join(packageRoot, "dist/src/cli/main.js"), ...args], { cwd: folder, encoding: "utf8" });

describe("zhitu load", () => {
  it("gives one graph for any order and batch size, and writes nothing the second time", async () => {
    const paths = [write("a.md", AWARDS), write("b.md", PROFILE), write("c.txt", "湖南省株洲市天元区。\n")];
    const options = { root: folder };
    expect(await loadDocuments(database, paths, options)).toMatchObject({
      added: ["a.md", "b.md", "c.txt"],
      failed: [],
    });
    const first = await exported();
    expect(first.some((line) => line.includes('"kind":"relationship","type":"WON"'))).toBe(true);
    expect(await loadDocuments(database, paths, options)).toMatchObject({
      added: [],
      replaced: [],
      unchanged: ["a.md", "b.md", "c.txt"],
      claims: 0,
    });
    expect(await exported()).toEqual(first);
    await wipe(database);
    await loadDocuments(database, [...paths].reverse(), { ...options, batchSize: 1 });
    expect(await exported()).toEqual(first);
  }, 120_000);

  it("leaves no trace of a document that was withdrawn", async () => {
    const [a, b] = [write("a.md", AWARDS), write("b.md", PROFILE)];
    await loadDocuments(database, [b!], { root: folder });
    const alone = await exported();
    await loadDocuments(database, [a!], { root: folder });
    expect(await exported()).not.toEqual(alone);
    expect(await unloadDocuments(database, ["a.md", "z.md"])).toEqual({
      withdrawn: ["a.md"],
      unknown: ["z.md"],
    });
    expect(await exported()).toEqual(alone);
  });

  it("refuses two files with one id and names both, before it writes", async () => {
    const [a, b] = [
      write("one.md", `---\nid: same\n---\n${AWARDS}`),
      write("two.md", `---\nid: same\n---\n${PROFILE}`),
    ];
    await expect(loadDocuments(database, [a!, b!])).rejects.toThrow(
      /one\.md and .*two\.md both have the id same/,
    );
    expect(await exported()).toEqual([]);
  });

  it("evidence is the document's own text between its offsets", async () => {
    await loadDocuments(database, [write("a.md", AWARDS), write("b.md", PROFILE)], { root: folder });
    const lines = (await exported()).map((line) => JSON.parse(line));
    const texts = new Map(lines.filter((l) => l.kind === "document").map((l) => [l.id, l.text]));
    const claims = lines.filter((l) => l.kind === "claim");
    expect(claims.length).toBeGreaterThan(5);
    for (const claim of claims)
      expect(texts.get(claim.document).slice(claim.start, claim.end)).toBe(claim.text);
  });

  it("as a command: loads what it can, names what it cannot, and prints JSON alone", async () => {
    write("in/a.md", AWARDS);
    write("in/broken.pdf", "no PDF");
    const dry = zhitu("load", "in", "--dry-run");
    expect(dry.stdout).toContain("would add      in/a.md");
    expect(await exported()).toEqual([]);
    const { status, stdout, stderr } = zhitu("load", "in", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ added: ["in/a.md"], failed: [{ document: "in/broken.pdf" }] });
    expect(stderr).toContain("in/broken.pdf");
    const listed = zhitu("documents", "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id: "in/a.md", title: "名单" }]);
    expect(zhitu("export").stdout.trim().split("\n")).toEqual(await exported());
    const gone = zhitu("unload", "./in/a.md", "nowhere.md");
    expect([gone.status, gone.stdout]).toEqual([1, "documents: 1 withdrawn\n"]);
    expect(gone.stderr).toContain("nowhere.md: no such document is loaded");
    expect(await exported()).toEqual([]);
  }, 120_000);

  it("withdraws by path what has an id of its own, also once the file is gone", async () => {
    const path = write("own.md", `---\nid: corpus/own\n---\n${AWARDS}`);
    zhitu("load", "own.md");
    rmSync(path);
    expect(zhitu("unload", "own.md").stdout).toBe("documents: 1 withdrawn\n");
    expect(await exported()).toEqual([]);
  });
});
