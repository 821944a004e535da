import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readSettings } from "../../src/core/config.js";
import { messageOf } from "../../src/core/errors.js";
import { NEO4J_VERSION } from "../../src/neo4j/server/jars.js";
import { ManagedServer } from "../../src/neo4j/server/managed-server.js";

// What goes wrong before or while the server starts, with stand-ins for java and mvn: shell scripts on the path.
let root: string;
let reports: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zhitu-faults-"));
  mkdirSync(join(root, "bin"));
  vi.stubEnv("PATH", join(root, "bin"));
  vi.stubEnv("JAVA_HOME", "");
  vi.stubEnv("ZHITU_DATA_DIR", join(root, "data"));
  vi.stubEnv("ZHITU_CACHE_DIR", join(root, "cache"));
  vi.stubEnv("ZHITU_BOOT_TIMEOUT", "1");
  reports = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function tool(name: string, script: string): void {
  const path = join(root, "bin", name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
const java = (script: string, version = "17.0.15") =>
  tool("java", `[ "$1" = -version ] && { echo 'openjdk version "${version}"' >&2; exit 0; }\n${script}`);
const maven = (script: string) =>
  tool("mvn", `[ "$1" = -v ] && { echo "Apache Maven 3.9.9"; exit 0; }\n${script}`);
/** A Maven that puts the jars where it is told to. */
const goodMaven = () =>
  maven(`for a; do case "$a" in -DoutputDirectory=*) : > "\${a#*=}/neo4j-${NEO4J_VERSION}.jar";; esac; done`);

const server = () => new ManagedServer(readSettings(), (message) => reports.push(message));
/** The message with which the start fails. */
const failure = async (start: Promise<unknown> = server().acquire()) =>
  messageOf(
    await start.then(
      () => new Error("it started"),
      (error) => error,
    ),
  );
const leases = () => readdirSync(join(root, "data", "leases"));

describe("a managed server that cannot be had", () => {
  it("names the three ways out when Java is missing", async () => {
    const message = await failure();
    expect(message).toMatch(/^Java was not found/);
    expect(message).toMatch(/1\. install Java 17 or later and Maven/);
    expect(message).toMatch(/2\. .*docker compose up/);
    expect(message).toMatch(/3\. set NEO4J_URI/);
    expect(leases()).toEqual([]);
  });

  it("tells the version of a Java that is too old", async () => {
    java("", "1.8.0_402");
    expect(await failure()).toMatch(
      /^Java 1\.8\.0_402 \(.*bin\/java\) is too old: Neo4j needs Java 17 or later\n/,
    );
    java("", "11.0.22");
    expect(await failure()).toMatch(/^Java 11\.0\.22 /);
  });

  it("takes the Java of JAVA_HOME before that of the path, and passes over one that does not run", async () => {
    java("", "11.0.22");
    mkdirSync(join(root, "home", "bin"), { recursive: true });
    tool("../home/bin/java", `echo 'openjdk version "21.0.2"' >&2`);
    vi.stubEnv("JAVA_HOME", join(root, "home"));
    expect(await failure()).toMatch(/^Maven \(mvn\) was not found/);
    tool("../home/bin/java", "exit 1");
    expect(await failure()).toMatch(/^Java 11\.0\.22 /);
  });

  it("names the three ways out when Maven is missing and nothing was fetched", async () => {
    java("");
    const message = await failure();
    expect(message).toMatch(/^Maven \(mvn\) was not found on the path\n/);
    expect(message).toMatch(/3\. set NEO4J_URI/);
  });

  it("shows what Maven says when it cannot fetch, and leaves nothing that looks fetched", async () => {
    java("");
    maven('echo "[INFO] Scanning"; echo "[ERROR] Could not transfer artifact: Connection refused"; exit 1');
    const message = await failure();
    expect(message).toMatch(/^Maven could not fetch Neo4j \(it ended with code 1\)/);
    expect(message).toMatch(/\[ERROR\] Could not transfer artifact: Connection refused/);
    expect(message).not.toMatch(/Scanning/);
    expect(readdirSync(join(root, "cache"))).toEqual(["lock"]);
  });

  it("does not take an empty fetch for a good one, and sweeps what a killed fetch left", async () => {
    java("");
    mkdirSync(join(root, "cache", "fetching-1"), { recursive: true });
    maven("exit 0");
    expect(await failure()).toMatch(/holds no neo4j-5\.26\.\d+\.jar/);
    expect(readdirSync(join(root, "cache"))).toEqual(["lock"]);
  });

  it("gives up a start that takes too long, with the last lines of the log", async () => {
    java("echo 'Reticulating splines'; exec /bin/sleep 60");
    goodMaven();
    const begin = Date.now();
    const message = await failure();
    expect(Date.now() - begin).toBeLessThan(10_000);
    expect(message).toMatch(/^Neo4j was not ready within 1 s \(ZHITU_BOOT_TIMEOUT\)/);
    expect(message).toMatch(/The last lines of its log .*:\n {2}Reticulating splines$/);
    expect(existsSync(join(root, "data", "server.json"))).toBe(false);
    expect(leases()).toEqual([]);
  });

  it("tells how the server ended when it ends while it starts", async () => {
    java("echo 'Could not reserve enough space for object heap'; exit 1");
    goodMaven();
    const message = await failure();
    expect(message).toMatch(/^Neo4j ended while it started \(with code 1\)/);
    expect(message).toMatch(/Could not reserve enough space/);
  });

  it("tries other ports when one is taken between choosing and binding it", async () => {
    java("echo 'java.net.BindException: Address already in use'; exit 1");
    goodMaven();
    expect(await failure()).toMatch(/^port \d+ is taken/);
    expect(reports.filter((line) => /was taken in the meantime/.test(line))).toHaveLength(2);
  });

  it("says so when the disk is full or another Neo4j has the store", async () => {
    goodMaven();
    java("echo 'java.io.IOException: No space left on device'; exit 1");
    expect(await failure()).toMatch(/^the disk is full: Neo4j cannot write /);
    java("echo 'FileLockException: Lock file has been locked by another process'; exit 1");
    expect(await failure()).toMatch(/^another Neo4j uses .*data; stop it first/);
  });

  it("names the folder and the variable when a folder cannot be written", async () => {
    writeFileSync(join(root, "file"), "");
    vi.stubEnv("ZHITU_DATA_DIR", join(root, "file", "data"));
    expect(await failure()).toMatch(
      /^cannot make a folder of .*file\/data \(ZHITU_DATA_DIR chooses another place\)/,
    );
    java("");
    goodMaven();
    vi.stubEnv("ZHITU_DATA_DIR", join(root, "data"));
    vi.stubEnv("ZHITU_CACHE_DIR", join(root, "file", "cache"));
    expect(await failure()).toMatch(
      /^cannot make a folder of .*file\/cache \(ZHITU_CACHE_DIR chooses another place\)/,
    );
  });

  it("breaks a fetch and a start off when the lease is given back", async () => {
    java("exec /bin/sleep 60");
    maven("exec /bin/sleep 60");
    vi.stubEnv("ZHITU_BOOT_TIMEOUT", "30");
    for (const prepare of [() => {}, goodMaven]) {
      prepare();
      const one = server();
      const start = failure(one.acquire());
      await new Promise((done) => setTimeout(done, 400));
      await one.release();
      expect(await start).toMatch(/was broken off/);
      expect(leases()).toEqual([]);
      expect(existsSync(join(root, "data", "server.json"))).toBe(false);
    }
  });

  it("starts anew where an earlier start was killed before the store was ready", async () => {
    mkdirSync(join(root, "data", "zhitu-neo4j", "data", "databases", "neo4j"), { recursive: true });
    java("exit 1");
    goodMaven();
    await failure();
    expect(reports.join("\n")).toMatch(/broken off before the database was ready; starting anew/);
    expect(existsSync(join(root, "data", "zhitu-neo4j", "data"))).toBe(false);
  });
});
