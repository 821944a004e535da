import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/core/paths.js";
import type { Database } from "../../src/neo4j/index.js";
import { ensureBuilt } from "../support/build.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

const MAIN = join(packageRoot, "dist/src/cli/main.js");
let database: Database;

beforeAll(async () => {
  ensureBuilt();
  database = await emptyDatabase();
});
afterAll(() => closeEmpty(database));

/** Starts the program and waits for its line; `stdout` and `stderr` go on growing. */
async function start(command: string[], env: Record<string, string> = {}) {
  const child = spawn(command[0]!, command.slice(1), {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  for (let i = 0; i < 600 && !output.stdout.includes("Zhitu is ready") && child.exitCode === null; i++) {
    await sleep(100);
  }
  return { child, output, url: /http:\/\/\S+?(?=\/graphql)/.exec(output.stdout)?.[0] ?? "" };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

describe("zhitu start", () => {
  it("loads the bundled documents into an empty graph, serves it, and stops at a signal", async () => {
    const { child, output, url } = await start([process.execPath, MAIN, "start"], {
      ZHITU_TOKEN: "a-token-of-the-tests",
    });
    expect(output.stdout.trim().split("\n").at(-1)).toMatch(
      /^Zhitu is ready: http:\/\/127\.0\.0\.1:\d+\/graphql/,
    );
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ stats { documents } company(name: "南车时代电气") { name } }` }),
    });
    expect(await response.json()).toEqual({
      data: { stats: { documents: 13 }, company: { name: "株洲中车时代电气股份有限公司" } },
    });
    child.kill("SIGTERM");
    expect(await endOf(child)).toBe(0);
    expect(output.stderr).not.toContain("ZHITU_TOKEN");
    await expect(fetch(url)).rejects.toThrow();
  });

  it("changes nothing in a graph that has documents", async () => {
    await database.write("MATCH (d:Document) SET d.title = 'kept'");
    const { child, output } = await start([process.execPath, MAIN, "start"], { ZHITU_TOKEN: "four" });
    child.kill("SIGINT");
    expect(await endOf(child)).toBe(0);
    expect(output.stderr).toMatch(/"level":"warn"[^\n]*ZHITU_TOKEN has 4 characters, which can be guessed/);
    expect(output.stderr).not.toContain('"four"');
    const [row] = await database.read<{ kept: number }>(
      "RETURN COUNT { (d:Document {title: 'kept'}) } AS kept",
    );
    expect(row?.kept).toBe(13);
  });

  it("ends when its parent has gone, as npm and npx go without passing the signal on", async () => {
    const script = `const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, [${JSON.stringify(MAIN)}, "start"], { stdio: "inherit" });
      process.stderr.write("child " + child.pid + " ");
      setInterval(() => {}, 1000);`;
    const { child, output } = await start([process.execPath, "-e", script]);
    expect(output.stdout).toContain("Zhitu is ready");
    const pid = Number(/child (\d+)/.exec(output.stderr)?.[1]);
    child.kill("SIGKILL");
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    for (let i = 0; i < 150 && isAlive(); i++) await sleep(100);
    expect(isAlive()).toBe(false);
  });

  it("says in one line when the port is taken, or the variable is wrong, or the address open", async () => {
    const { child, url } = await start([process.execPath, MAIN, "start"]);
    const port = new URL(url).port;
    const run = (env: Record<string, string>) =>
      spawnSync(process.execPath, [MAIN, "start"], { env: { ...process.env, ...env }, encoding: "utf8" });
    const taken = run({ PORT: port });
    expect(taken.stderr).toMatch(new RegExp(`^zhitu: port ${port} on 127.0.0.1 is taken`, "m"));
    expect(taken.status).toBe(1);
    const wrong = run({ PORT: "many" });
    expect(wrong.stderr).toMatch(/^zhitu: PORT is "many"/);
    expect(wrong.status).toBe(2);
    const open = run({ HOST: "0.0.0.0" });
    expect(open.stderr).toContain("--public-read");
    expect(open.status).toBe(2);
    child.kill("SIGTERM");
    expect(await endOf(child)).toBe(0);
  });
});

describe("zhitu query", () => {
  const query = (args: string[], input = "") =>
    spawnSync(process.execPath, [MAIN, "query", ...args], { input, encoding: "utf8" });

  it("prints JSON alone, from a file or standard input", () => {
    const file = join(tmpdir(), `zhitu-${process.pid}.graphql`);
    writeFileSync(file, "query ($name: String!) { company(name: $name) { name } }");
    const asked = query([file, "--variables", '{"name": "中车株机"}']);
    expect(JSON.parse(asked.stdout)).toEqual({ data: { company: { name: "中车株洲电力机车有限公司" } } });
    expect(asked.status).toBe(0);
    expect(JSON.parse(query(["-"], "{ stats { documents } }").stdout)).toEqual({
      data: { stats: { documents: 13 } },
    });
  });

  it("exits with 1 when the answer has errors, and with 2 when it is used wrongly", () => {
    const refused = query(["-"], "{ nothing }");
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout).errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(refused.stderr).toMatch(/^zhitu: -:1:3: Cannot query field "nothing"[^\n]*\n$/);
    const costly = query(["-"], `{ stats { ${"documents @skip(if: false) ".repeat(60)} } }`);
    expect(JSON.parse(costly.stdout).errors[0].extensions.code).toBe("OPERATION_TOO_LARGE");
    for (const args of [
      ["-", "--variables", "{"],
      ["-", "--variables", "[]"],
    ]) {
      const wrong = query(args, "{ stats { documents } }");
      expect(wrong.status).toBe(2);
      expect(wrong.stdout).toBe("");
      expect(wrong.stderr).toMatch(/^zhitu: /);
    }
  });
});
