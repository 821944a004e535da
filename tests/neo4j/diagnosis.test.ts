import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readSettings } from "../../src/core/config.js";
import { type Check, diagnose } from "../../src/neo4j/diagnosis.js";
import { jarsFolder } from "../../src/neo4j/server/jars.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zhitu-doctor-"));
  mkdirSync(join(root, "bin"));
  vi.stubEnv("PATH", join(root, "bin"));
  vi.stubEnv("JAVA_HOME", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function tool(name: string, words: string): void {
  writeFileSync(join(root, "bin", name), `#!/bin/sh\necho '${words}'\n`);
  chmodSync(join(root, "bin", name), 0o755);
}

const settings = (env: NodeJS.ProcessEnv = {}) =>
  readSettings({ ZHITU_CACHE_DIR: join(root, "cache"), ZHITU_DATA_DIR: join(root, "data"), ...env });
const look = async (env?: NodeJS.ProcessEnv) => {
  const checks = await diagnose(settings(env), () => {});
  return Object.fromEntries(checks.map((check) => [check.name, check])) as Record<string, Check | undefined>;
};

describe("zhitu doctor", () => {
  it("finds Java and Maven missing, and says what to do", async () => {
    const { java, maven, graph } = await look();
    expect(java).toMatchObject({ state: "broken", found: expect.stringMatching(/^Java was not found/) });
    expect(java?.advice).toMatch(/three ways[\s\S]*NEO4J_URI/);
    expect(maven).toMatchObject({ state: "broken" });
    expect(graph).toBeUndefined();
  });

  it("does not need Maven once Neo4j has been fetched, and makes no database", async () => {
    tool("java", 'openjdk version "21.0.2" 2024-01-16');
    mkdirSync(jarsFolder(settings()), { recursive: true });
    const { java, maven, cache, server, graph } = await look();
    expect(java).toMatchObject({ state: "ok", found: expect.stringMatching(/^21\.0\.2 /) });
    expect(maven).toMatchObject({ state: "note", found: expect.stringMatching(/not needed/) });
    expect(cache).toMatchObject({ state: "ok" });
    expect(server).toMatchObject({ state: "ok", found: "does not run; it starts when it is needed" });
    expect(graph).toMatchObject({
      state: "note",
      found: "there is no database yet",
      advice: expect.stringMatching(/zhitu start/),
    });
    expect(readdirSync(join(root, "data"))).toEqual([]);
  });

  it("says that Neo4j will be fetched when it is not there yet", async () => {
    tool("java", 'openjdk version "17.0.15"');
    tool("mvn", "Apache Maven 3.9.9");
    const { maven, cache } = await look();
    expect(maven).toMatchObject({ state: "ok", found: expect.stringMatching(/^3\.9\.9 /) });
    expect(cache).toMatchObject({ state: "note", advice: expect.stringMatching(/fetches it/) });
  });

  it("names the data folder that cannot be written", async () => {
    writeFileSync(join(root, "file"), "");
    const { data } = await look({ ZHITU_DATA_DIR: join(root, "file", "data") });
    expect(data).toMatchObject({
      state: "broken",
      found: expect.stringMatching(/file\/data \(ZHITU_DATA_DIR/),
    });
  });

  it("tells that the server of NEO4J_URI does not answer", async () => {
    const { java, database } = await look({ NEO4J_URI: "bolt://127.0.0.1:1" });
    expect(java).toBeUndefined();
    expect(database).toMatchObject({ state: "broken", advice: expect.stringMatching(/check NEO4J_URI/) });
    expect(database?.found).toMatch(/bolt:\/\/127\.0\.0\.1:1 cannot be reached/);
  });
});
