import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { packageRoot } from "../../src/core/paths.js";
import { findByArgument, identityOf } from "../../src/neo4j/server/process-identity.js";

const PROGRAM = join(packageRoot, "tests", "neo4j", "hold.mjs");

/** The environment of a user whose managed database lives in this folder. */
export function managedEnv(dataDir: string): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, NEO4J_USER: __, NEO4J_PASSWORD: ___, ...env } = process.env;
  // A server that lives for seconds is ready sooner without Java's optimizing compiler.
  return {
    ...env,
    ZHITU_DATA_DIR: dataDir,
    ZHITU_NEO4J_HEAP: "400m",
    ZHITU_NEO4J_PAGECACHE: "32m",
    JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1",
  };
}

export interface HolderLine {
  ready?: true;
  closed?: true;
  uri?: string;
  nodes?: number;
  report?: string;
}

/** A process that uses the managed database until it is told to close it, or is killed. */
export class Holder {
  readonly lines: HolderLine[] = [];
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stderr = "";

  constructor(dataDir: string, ...args: string[]) {
    this.child = spawn(process.execPath, [PROGRAM, ...args], { env: managedEnv(dataDir), stdio: "pipe" });
    createInterface({ input: this.child.stdout! }).on("line", (line) => this.lines.push(JSON.parse(line)));
    this.child.stderr!.setEncoding("utf8").on("data", (text) => {
      this.stderr += text;
    });
    this.ended = new Promise((settle) =>
      this.child.once("close", (code, signal) => settle({ code, signal })),
    );
  }

  /** The line that says that the database is open. */
  async ready(): Promise<HolderLine> {
    return waitFor(`the database open in ${this.child.pid}`, 60_000, () => {
      const line = this.lines.find(({ ready }) => ready);
      if (!line && this.child.exitCode !== null) throw new Error(`the holder ended: ${this.stderr}`);
      return line;
    });
  }

  async close(): Promise<void> {
    this.child.stdin!.end();
    await this.ended;
  }

  get reports(): string {
    return this.lines.map(({ report }) => report ?? "").join("\n");
  }
}

/** A new folder for a managed database, and how to be rid of it and of a server that runs in it. */
export function dataFolder(name = "zhitu-managed-"): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), name));
  return {
    path,
    remove() {
      const server = findByArgument(`--home-dir=${join(path, "zhitu-neo4j")}`);
      if (server) process.kill(server.pid, "SIGKILL");
      rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** The id of the server process of that folder, while it lives. */
export function serverPid(dataDir: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(join(dataDir, "server.json"), "utf8")).process;
    return identityOf(pid)?.started === started ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The first value that is not undefined or false; an error when there is none in time. */
export async function waitFor<T>(
  what: string,
  milliseconds: number,
  look: () => T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms in vain for ${what}`);
    await sleep(50);
  }
}
