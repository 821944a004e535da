import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.js";
import { packageRoot } from "../../src/core/paths.js";
import { ensureBuilt } from "../support/build.js";
import { runCommand } from "../support/command.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhitu-usage-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("wrong usage", () => {
  it("of a command that there is not leads to the help, and to what may be meant", async () => {
    const { code, stdout, stderr } = await runCommand(["lod", "a.txt"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      "zhitu: unknown command 'lod'\n(Did you mean load?)\nzhitu --help lists the commands\n",
    );
  });

  const commands = createProgram().commands.flatMap((command) =>
    command.commands.length > 0
      ? command.commands.map((sub) => `${command.name()} ${sub.name()}`)
      : [command.name()],
  );

  it.each(commands)("of %s begins as all messages do and names the command's help", async (command) => {
    const { code, stdout, stderr } = await runCommand([...command.split(" "), "--no-such-option"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^zhitu: /);
    expect(stderr.endsWith(`\nzhitu ${command} --help tells how to use it\n`)).toBe(true);
  });

  it("is told of by the help", async () => {
    const { code, stdout } = await runCommand(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Exit codes: 0 done, 1 something failed, 2 wrong usage.");
  });
});

describe("the version", () => {
  it("is that of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
    expect(await runCommand(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

it.skipIf(process.platform === "win32")("the built file is a command by itself, as npx runs it", () => {
  ensureBuilt();
  const { status, stdout, stderr } = spawnSync(join(packageRoot, "dist/src/cli/main.js"), ["--version"], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
});

describe("a file that does not exist", () => {
  it.each([["query"], ["read"], ["extract"], ["resolve", "--apply"], ["eval", "--docs", ".", "--gold"]])(
    "fails %s: exit code 1, one line that names it",
    async (...command) => {
      const missing = join(folder, "missing.txt");
      const { code, stdout, stderr } = await runCommand([...command, missing]);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^zhitu: [^\n]*missing\.txt: does not exist[^\n]*\n$/);
    },
  );
});

describe("a file that is no document", () => {
  it.each(["package.json", "list.csv", "values.yaml", "page.xml", "program.TS"])(
    "is refused: %s",
    async (name) => {
      const path = join(folder, name);
      writeFileSync(path, '{ "name": "株洲甲乙电气股份有限公司" }\n');
      for (const command of ["extract", "read"]) {
        const { code, stdout, stderr } = await runCommand([command, path, "--root", folder]);
        expect([code, stdout]).toEqual([1, ""]);
        expect(stderr).toMatch(
          /^zhitu: [a-z]+\.\w+: is a \.\w+ file and no document; Zhitu reads \.txt, .*\.jsonl\n$/,
        );
      }
    },
  );
});
