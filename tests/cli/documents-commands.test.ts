import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../schema/index.js";
import { ARTICLE, pageOf } from "../support/article.js";
import { type CommandResult, runCommand } from "../support/command.js";

let folder: string;
const docs = (...names: string[]): string[] => names.map((name) => join(folder, "docs", name));
const extract = (...argv: string[]): Promise<CommandResult> => runCommand(["extract", ...argv]);
const read = (...argv: string[]): Promise<CommandResult> => runCommand(["read", ...argv]);
const evaluate = (...argv: string[]): Promise<CommandResult> => runCommand(["eval", ...argv]);
const claimsOf = ({ stdout }: CommandResult): Claim[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhitu-cli-"));
  mkdirSync(join(folder, "docs"));
  mkdirSync(join(folder, "gold"));
  writeFileSync(docs("a.txt")[0]!, ARTICLE.join("\n\n"));
  writeFileSync(docs("b.html")[0]!, pageOf(ARTICLE));
  writeFileSync(docs("c.txt")[0]!, "");
  const gold = [
    { fact: "entity", type: "City", names: ["湘潭市", "湘潭"] },
    { fact: "entity", type: "Company", names: ["湘潭莲城泵业有限公司", "莲城泵业"] },
    { fact: "entity", type: "Company", names: ["不在文中的公司"] },
  ];
  writeFileSync(join(folder, "gold", "a.jsonl"), gold.map((fact) => JSON.stringify(fact)).join("\n"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("zhitu read", () => {
  it("prints the normalized text, or an object with id and encoding", async () => {
    const plain = await read(...docs("a.txt"));
    expect(plain).toEqual({ code: 0, stdout: `${ARTICLE.join("\n")}\n`, stderr: "" });
    const json = await read(...docs("b.html"), "--json", "--root", folder);
    expect(JSON.parse(json.stdout)).toMatchObject({
      id: "docs/b.html",
      encoding: "utf-8",
      text: ARTICLE.join("\n"),
    });
  });

  it("fails with one readable line", async () => {
    const { code, stdout, stderr } = await read(...docs("c.txt"), "--root", folder);
    expect([code, stdout, stderr]).toEqual([1, "", "zhitu: docs/c.txt: is empty\n"]);
  });

  it("refuses an unknown encoding as wrong usage", async () => {
    const { code, stderr } = await read(...docs("a.txt"), "--encoding", "klingon");
    expect(code).toBe(2);
    expect(stderr).toContain("Use utf-8, utf-16le, utf-16be, gb18030 or big5.");
  });
});

describe("zhitu extract", () => {
  it("prints a fact a line, whose evidence is the slice of what zhitu read prints", async () => {
    const text = ARTICLE.join("\n");
    const claims = claimsOf(await extract(...docs("a.txt"), "--root", folder));
    expect(claims.length).toBeGreaterThan(5);
    for (const { evidence } of claims) {
      expect(evidence.document).toBe("docs/a.txt");
      expect(evidence.end).toBeGreaterThan(evidence.start);
      expect(evidence.text).toBe(text.slice(evidence.start, evidence.end));
    }
  });

  it("prints the same whatever the order of the files, and again", async () => {
    const first = await extract(...docs("a.txt", "b.html"));
    const second = await extract(...docs("b.html", "a.txt"));
    expect(second.stdout).toBe(first.stdout);
    expect(new Set(claimsOf(first).map(({ evidence }) => evidence.document)).size).toBe(2);
  });

  it("reads on where a document is bad, and fails in the end", async () => {
    const result = await extract(join(folder, "docs"), "--root", folder);
    expect(result.code).toBe(1);
    expect(result.stderr).toBe("zhitu: docs/c.txt: is empty\n");
    expect(new Set(claimsOf(result).map(({ evidence }) => evidence.document))).toEqual(
      new Set(["docs/a.txt", "docs/b.html"]),
    );
  });

  it("says which rule found a fact only when asked", async () => {
    const plain = claimsOf(await extract(...docs("a.txt")));
    expect(plain.every((claim) => !("rule" in claim) && !("confidence" in claim))).toBe(true);
    const explained = claimsOf(await extract(...docs("a.txt"), "--explain"));
    expect(
      explained.every((claim) => claim.rule !== "" && claim.confidence > 0 && claim.confidence <= 1),
    ).toBe(true);
    expect(explained.length).toBe(plain.length);
  });

  it("prints tables for people", async () => {
    const { stdout } = await extract(...docs("a.txt"), "--format", "table", "--explain");
    const line = stdout
      .split("\n")
      .find((row) => row.startsWith("Company") && row.includes("湘潭莲城泵业有限公司"));
    expect(line).toMatch(/莲城泵业 .*\d×.* \d\.\d\d$/);
  });
});

describe("zhitu eval", () => {
  const gold = (): string[] => ["--gold", join(folder, "gold")];

  it("scores documents against the gold of the same base name", async () => {
    const result = await evaluate("--docs", ...docs("a.txt"), ...gold(), "--json");
    const { groups, documents } = JSON.parse(result.stdout);
    expect(result.code).toBe(0);
    expect(groups["entity:City"]).toMatchObject({ tp: 1, fp: 0, fn: 0, f1: 1 });
    expect(groups["entity:Company"]).toMatchObject({ tp: 1, fn: 1 });
    expect(documents[0].misses).toEqual(["- entity Company 不在文中的公司"]);
  });

  it("lists misses and extras on request", async () => {
    const quiet = await evaluate("--docs", ...docs("a.txt"), ...gold());
    expect(quiet.stdout).toMatch(/^core +P \d\.\d{3} +R \d\.\d{3} +F1 \d\.\d{3} +tp \d+ fp \d+ fn \d+$/m);
    expect(quiet.stdout).not.toContain("- entity");
    const loud = await evaluate("--docs", ...docs("a.txt"), ...gold(), "--misses", "--extras");
    expect(loud.stdout).toContain("a - entity Company 不在文中的公司");
    expect(loud.stdout).toContain("a + entity Company 湘潭雨湖仪表股份有限公司");
  });

  it("fails below a floor", async () => {
    const base = ["--docs", ...docs("a.txt"), ...gold()];
    expect((await evaluate(...base, "--min", "entity:City=1")).code).toBe(0);
    const low = await evaluate(...base, "--min", "entity:City=1", "--min", "entity:Company=0.99");
    expect(low.code).toBe(1);
    expect(low.stderr).toMatch(/^zhitu: F1 of entity:Company is 0\.\d{3}, below 0\.99$/m);
  });

  it("says what is wrong with its arguments", async () => {
    const base = ["--docs", ...docs("a.txt"), ...gold()];
    expect((await evaluate(...base, "--min", "core")).code).toBe(2);
    const group = await evaluate(...base, "--min", "kern=0.5");
    expect([group.code, group.stderr]).toEqual([2, expect.stringContaining("--min kern=0.5: no such group")]);
    const none = await evaluate("--docs", ...docs("b.html"), ...gold());
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("no document has gold facts")]);
    const folderless = await evaluate("--docs", ...docs("a.txt"), "--gold", join(folder, "none"));
    expect(folderless.code).toBe(1);
    expect(folderless.stderr).toMatch(/none: does not exist; --gold takes a folder/);
  });
});
