import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageRoot } from "../../src/core/paths.js";
import { managedEnv, waitFor } from "../support/holder.js";

/** What a server process holds after a forced collection. */
export interface Held {
  heapUsed: number;
  rss: number;
  /** Kinds of open handles and how many there are. */
  resources: Record<string, number>;
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

export interface Reply {
  status: number;
  body: string;
  /** Milliseconds until all of it was there. */
  time: number;
}

/** Posts a query and gives the reply, whatever it is; raises an error when there is none within the limit. */
export function post(url: string, query: string, agent: Agent, limit: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const outgoing = request(`${url}/graphql`, {
      method: "POST",
      agent,
      headers: { "content-type": "application/json" },
    });
    const timer = setTimeout(() => outgoing.destroy(new Error(`no reply within ${limit} ms`)), limit);
    outgoing.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    outgoing.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("error", reject);
      response.on("end", () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode!, body, time: performance.now() - begin });
      });
    });
    outgoing.end(JSON.stringify({ query }));
  });
}

/** What became of the requests of some clients. */
export interface Tally {
  right: number;
  /** Errors by code. */
  refused: Record<string, number>;
  /** Answers that are neither right nor one of the errors that a fault may give, and requests without an end. */
  wrong: string[];
  /** Milliseconds of the slowest. */
  slowest: number;
}

const EXCUSED = new Set(["DATABASE_UNAVAILABLE", "OVERLOADED", "QUERY_TIMEOUT"]);

/** Milliseconds between an answer and the next question of a client. */
const THINKING = 100;

/** Clients that ask again and again, each over one connection, and compare the answers with those of a quiet server. */
export class Clients {
  readonly agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  #tally = newTally();
  #isOver = false;
  readonly #done: Promise<unknown>;

  constructor(
    readonly url: string,
    readonly expected: ReadonlyMap<string, string>,
    readonly limit: number,
    count: number,
  ) {
    const queries = [...expected.keys()];
    this.#done = Promise.all(Array.from({ length: count }, (_, i) => this.#ask(queries, i)));
  }

  /** What happened since the last look. */
  look(): Tally {
    const tally = this.#tally;
    this.#tally = newTally();
    return tally;
  }

  /** The same without forgetting it: how many answers were right, how often the database was away. */
  peek(): { right: number; away: number } {
    const { right, refused } = this.#tally;
    return { right, away: refused.DATABASE_UNAVAILABLE ?? 0 };
  }

  async stop(): Promise<Tally> {
    this.#isOver = true;
    await this.#done;
    this.agent.destroy();
    return this.look();
  }

  async #ask(queries: readonly string[], client: number): Promise<void> {
    for (let i = client; !this.#isOver; i++) {
      const query = queries[i % queries.length]!;
      try {
        const { status, body, time } = await post(this.url, query, this.agent, this.limit);
        const tally = this.#tally;
        tally.slowest = Math.max(tally.slowest, time);
        if (status === 200 && body === this.expected.get(query)) {
          tally.right++;
          await sleep(THINKING);
          continue;
        }
        const codes: string[] =
          JSON.parse(body).errors?.map((e: { extensions: { code: string } }) => e.extensions.code) ?? [];
        const [code] = codes;
        if (code !== undefined && codes.every((one) => EXCUSED.has(one))) {
          tally.refused[code] = (tally.refused[code] ?? 0) + 1;
          // A client that is told to try again does not do so at once.
          await sleep(2 * THINKING);
        } else tally.wrong.push(`${status} ${query} ${body.slice(0, 300)}`);
      } catch (error) {
        this.#tally.wrong.push(`${query} ${String(error)}`);
      }
    }
  }
}

const newTally = (): Tally => ({ right: 0, refused: {}, wrong: [], slowest: 0 });
