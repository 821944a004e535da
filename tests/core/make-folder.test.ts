import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/core/make-folder.js";

const folder = mkdtempSync(join(tmpdir(), "zhitu-folder-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("makeFolder", () => {
  it("makes a folder with those above it, once or again", () => {
    const path = join(folder, "a/b/c");
    for (let i = 0; i < 2; i++) makeFolder(path, 0o700);
    expect(statSync(path).isDirectory()).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it("says what stands in the way", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => makeFolder(join(folder, "file/below"))).toThrow(/ENOTDIR/);
  });

  it.skipIf(!existsSync("/proc/self"))("ends where no folder can be made", () => {
    expect(() => makeFolder("/proc/nope/below")).toThrow(/ENOENT/);
  });
});
