import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import neo4j, { type Driver } from "neo4j-driver";
import { packageRoot } from "../../src/core/paths.js";
import { Connection } from "./client.js";
import { CYPHER } from "./cypher.js";
import type { Operation } from "./operations.js";

export type SideName = "zhitu" | "peer" | "hand" | "raw";

/** One of those that answer. `ask` is called by each of the concurrent clients with its own number. */
export interface Side {
  name: SideName;
  ask(client: number, operation: Operation, at: number): Promise<unknown>;
  /** The answer in the common form. */
  answer(operation: Operation, at: number): Promise<unknown>;
  /** Processor time of the server's process so far, in milliseconds. */
  cpu(): number;
  close(): Promise<void>;
}

interface Address {
  uri: string;
  user: string;
  password: string;
}

const SERVERS = join(packageRoot, "bench", "api", "servers");
const PROGRAMS = {
  zhitu: [join(packageRoot, "dist", "src", "cli", "main.js"), "start"],
  peer: [join(SERVERS, "peer.mjs")],
  hand: [join(SERVERS, "hand.mjs")],
} as const;
const READY = { zhitu: /^Zhitu is ready: (\S+)/, peer: /^ready (\S+)/, hand: /^ready (\S+)/ } as const;

/** Starts a server as its users would: in a process of its own, in production mode, with all its protections on. */
export async function startSide(
  name: keyof typeof PROGRAMS,
  database: Address,
  clients: number,
): Promise<Side> {
  const child = spawn(process.execPath, PROGRAMS[name], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      NEO4J_URI: database.uri,
      NEO4J_USER: database.user,
      NEO4J_PASSWORD: database.password,
      // The others keep no log.
      ZHITU_LOG_LEVEL: "warn",
      CYPHER: JSON.stringify(CYPHER),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = new URL(await readyUrl(child, READY[name]));
  const connections = Array.from({ length: clients }, () => new Connection(url));
  const bodies = new Map<string, Buffer[]>();
  const bodiesOf = (operation: Operation) => {
    let known = bodies.get(operation.name);
    if (!known) {
      const { query } = operation[name];
      known = operation.parameters.map((variables) => Buffer.from(JSON.stringify({ query, variables })));
      bodies.set(operation.name, known);
    }
    return known;
  };
  const ask = (client: number, operation: Operation, at: number) =>
    connections[client]!.post(bodiesOf(operation)[at]!);
  return {
    name,
    ask,
    async answer(operation, at) {
      const { data, errors } = JSON.parse((await ask(0, operation, at)).toString("utf8"));
      if (errors) throw new Error(`${name} answers with errors: ${JSON.stringify(errors)}`);
      return operation[name].common(data);
    },
    cpu: () => cpuOf(child.pid),
    async close() {
      for (const connection of connections) connection.close();
      const ended = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The hand-written Cypher through the driver, in this process: what no service can be faster than. */
export function rawSide({ uri, user, password }: Address): Side {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  const ask = async (_client: number, { cypher, parameters }: Operation, at: number) => {
    const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.run(cypher, integers(parameters[at]!));
      return records[0]?.get("value");
    } finally {
      await session.close();
    }
  };
  return {
    name: "raw",
    ask,
    answer: (operation, at) => ask(0, operation, at),
    cpu: () => cpuOf(process.pid),
    close: () => driver.close(),
  };
}

const integers = (parameters: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [
      key,
      typeof value === "number" ? neo4j.int(value) : value,
    ]),
  );

async function readyUrl(child: ChildProcess, pattern: RegExp): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = pattern.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error(`a server ended before it was ready: ${child.spawnargs.join(" ")}`);
}

/** Milliseconds of processor time that a process has had; 0 where the system does not tell. */
export function cpuOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
