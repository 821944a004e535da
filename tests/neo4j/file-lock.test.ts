import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryFileLock, withFileLock } from "../../src/neo4j/server/file-lock.js";
import { ownIdentity } from "../../src/neo4j/server/process-identity.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zhitu-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock between processes", () => {
  it("is held by one at a time", async () => {
    let inside = 0;
    let most = 0;
    const visits = Array.from({ length: 12 }, () =>
      withFileLock(folder, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await sleep(5);
        inside -= 1;
      }),
    );
    await Promise.all(visits);
    expect(most).toBe(1);
  });

  it("tells who holds it, and is free after release", () => {
    const lock = tryFileLock(folder);
    if (!("release" in lock)) throw new Error("a new lock is free");
    expect(tryFileLock(folder)).toEqual({ holder: ownIdentity() });
    lock.release();
    expect(tryFileLock(folder)).toHaveProperty("release");
  });

  it("is taken from the dead, also from one whose id another process has now", () => {
    for (const owner of [
      { pid: 999_999_999, started: "x" },
      { pid: process.pid, started: "long ago" },
    ]) {
      const number = String(Number(readdirSync(folder).at(-1) ?? 0) + 1).padStart(9, "0");
      mkdirSync(join(folder, number));
      writeFileSync(join(folder, number, "owner"), JSON.stringify(owner));
      const lock = tryFileLock(folder);
      expect(lock).toHaveProperty("release");
      if ("release" in lock) lock.release();
    }
  });

  it("is released when the work under it fails, and keeps one folder only", async () => {
    await expect(withFileLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    for (let turn = 0; turn < 5; turn += 1) await withFileLock(folder, async () => {});
    expect(readdirSync(folder)).toEqual(["000000006"]);
  });

  it("lets go of one who waits no longer", async () => {
    const lock = tryFileLock(folder);
    await expect(withFileLock(folder, async () => {}, { signal: AbortSignal.timeout(100) })).rejects.toThrow(
      /timeout/i,
    );
    if ("release" in lock) lock.release();
  });
});
