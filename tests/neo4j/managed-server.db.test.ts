import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/core/paths.js";
import { ensureBuilt } from "../support/build.js";
import { dataFolder, Holder, managedEnv, serverPid, waitFor } from "../support/holder.js";

const run = promisify(execFile);
const data = dataFolder();
const zhitu = (...args: string[]) =>
  run(process.execPath, [join(packageRoot, "dist/src/cli/main.js"), ...args], { env: managedEnv(data.path) });
const gone = () => waitFor("the server gone", 15_000, () => serverPid(data.path) === undefined);

beforeAll(() => ensureBuilt());
afterAll(() => data.remove());

// The tests of this file are one story: each begins where the one before has left the server.
describe("the managed server", { timeout: 90_000 }, () => {
  let first: Holder;
  let second: Holder;

  it("is started once by two processes that race for it, and shared", async () => {
    first = new Holder(data.path);
    second = new Holder(data.path);
    const [a, b] = await Promise.all([first.ready(), second.ready()]);
    expect(a.uri).toBe(b.uri);
    expect(a.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect(readdirSync(join(data.path, "leases"))).toHaveLength(2);
  });

  it("keeps its password for its owner alone", async () => {
    const { stdout } = await zhitu("db", "status", "--json");
    const status = JSON.parse(stdout);
    expect(status).toEqual({
      running: true,
      uri: (await first.ready()).uri,
      user: "neo4j",
      passwordFile: join(data.path, "neo4j-password"),
      version: "5.26.30",
      pid: serverPid(data.path),
    });
    expect(statSync(status.passwordFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(status.passwordFile, "utf8").trim()).toHaveLength(32);
  });

  it("is not taken from those who use it", async () => {
    await expect(zhitu("db", "stop")).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/in use by/),
    });
    await expect(zhitu("db", "reset", "--yes")).rejects.toMatchObject({ code: 1 });
    expect(serverPid(data.path)).toBeDefined();
  });

  it("is found again when the file that tells of it is lost", async () => {
    const pid = serverPid(data.path);
    writeFileSync(join(data.path, "server.json"), "{ half");
    const third = new Holder(data.path);
    expect((await third.ready()).uri).toBe((await first.ready()).uri);
    expect(serverPid(data.path)).toBe(pid);
    await third.close();
  });

  it("is started again by a user when it was killed", async () => {
    const killed = serverPid(data.path)!;
    process.kill(killed, "SIGKILL");
    const pid = await waitFor("another server", 60_000, () => {
      const now = serverPid(data.path);
      return now !== killed && now;
    });
    await waitFor("the news", 60_000, () => /is back/.test(first.reports) && /is back/.test(second.reports));
    expect(serverPid(data.path)).toBe(pid);
  });

  it("stays for the second user when the first one ends", async () => {
    const pid = serverPid(data.path);
    await first.close();
    expect(serverPid(data.path)).toBe(pid);
  });

  it("outlives a user that is killed and is adopted by the next", async () => {
    const pid = serverPid(data.path);
    second.child.kill("SIGKILL");
    await second.ended;
    expect(serverPid(data.path)).toBe(pid);
    const next = new Holder(data.path);
    await next.ready();
    expect(serverPid(data.path)).toBe(pid);
    expect(readdirSync(join(data.path, "leases"))).toHaveLength(1);
    next.child.kill("SIGTERM");
    expect(await next.ended).toEqual({ code: null, signal: "SIGTERM" });
    await gone();
  });

  it("starts in spite of a state file of a process that is another one now, and of its port being taken", async () => {
    const port = Number(new URL((await first.ready()).uri!).port);
    const other = createServer().listen(port, "127.0.0.1");
    const state = { process: { pid: process.pid, started: "long ago" }, port, version: "5.26.30" };
    writeFileSync(join(data.path, "server.json"), JSON.stringify(state));
    const { stdout, stderr } = await zhitu("db", "start");
    other.close();
    expect(stdout).toMatch(/^Neo4j 5\.26\.30 runs at bolt:/);
    expect(stdout).not.toContain(`:${port} `);
    expect(stderr).toMatch(/not stopped in order/);
  });

  it("runs on after `zhitu db start`, until `zhitu db stop`, and `reset` deletes it", async () => {
    const pid = serverPid(data.path);
    expect(pid).toBeDefined();
    const { stdout } = await zhitu("doctor", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
    expect(serverPid(data.path)).toBe(pid);
    await zhitu("db", "stop");
    expect(serverPid(data.path)).toBeUndefined();
    await zhitu("db", "reset", "--yes");
    expect(readdirSync(data.path).sort()).toEqual(["leases", "lock"]);
  });
});
