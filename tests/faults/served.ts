import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../src/core/paths.js";
import { managedEnv, waitFor } from "../support/holder.js";

/** What a server process holds after a forced collection. */
export interface Held {
  heapUsed: number;
  rss: number;
  /** Kinds of open handles and how many there are. */
  resources: Record<string, number>;
  /** The longest that its event loop kept anything waiting since it was asked before, in milliseconds. */
  late: number;
}

/** `zhitu start` in a process of its own, on a managed database in a folder. */
export class Served {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stderr = "";
  #stdout = "";

  constructor(dataDir: string, env: Record<string, string> = {}) {
    const main = join(packageRoot, "dist/src/cli/main.js");
    const probe = join(packageRoot, "tests/faults/probe.mjs");
    this.child = spawn(process.execPath, ["--expose-gc", "--import", probe, main, "start"], {
      env: { ...managedEnv(dataDir), PORT: "0", ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.child.stdout!.on("data", (chunk) => {
      this.#stdout += chunk;
    });
    this.child.stderr!.on("data", (chunk) => {
      this.stderr = (this.stderr + chunk).slice(-100_000);
    });
    this.ended = new Promise((resolve) => this.child.once("exit", (code) => resolve(code)));
  }

  /** Its address, once it serves. */
  async url(): Promise<string> {
    return waitFor("the server", 180_000, () => {
      if (this.child.exitCode !== null) throw new Error(`the server ended: ${this.stderr}`);
      return /http:\/\/\S+?(?=\/graphql)/.exec(this.#stdout)?.[0];
    });
  }

  async held(): Promise<Held> {
    this.child.send("held");
    const [held] = await once(this.child, "message");
    return held;
  }
}

/** Posts a query; the status and the text of the answer. Raises an error when there is none within the limit. */
export async function post(
  url: string,
  query: string,
  limit: number,
): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(limit),
  });
  return { status: response.status, body: await response.text() };
}
