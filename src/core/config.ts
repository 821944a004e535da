import { resolve } from "node:path";
import envPaths from "env-paths";
import { UsageError } from "./errors.js";

/** A Neo4j server that somebody else runs: what NEO4J_URI and its companions say. */
export interface Neo4jConnection {
  uri: string;
  user: string;
  /** Undefined for a server without authentication. */
  password: string | undefined;
  /** Undefined for the server's home database. */
  database: string | undefined;
}

/** What the environment decides about the database. */
export interface Settings {
  /** Set: use that server. Unset: Zhitu runs its own. */
  connection: Neo4jConnection | undefined;
  /** Folder of what can be fetched again: the jars of Neo4j. */
  cacheDir: string;
  /** Folder of the managed database: its store, password, process and leases. */
  dataDir: string;
  /** Heap of the managed server, as Java writes it. Default 1g. */
  heap: string;
  /** Page cache of the managed server, as Neo4j writes it. Default 512m. */
  pageCache: string;
  /** How long the managed server may take to be ready, in milliseconds. Default 30 000. */
  bootTimeout: number;
}

const SCHEMES = ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"];

/** Reads the settings; an empty variable counts as unset. Raises UsageError that names a bad variable. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const folders = envPaths("zhitu", { suffix: "" });
  return {
    connection: readConnection(env),
    cacheDir: resolve(env.ZHITU_CACHE_DIR || folders.cache),
    dataDir: resolve(env.ZHITU_DATA_DIR || folders.data),
    heap: size(env, "ZHITU_NEO4J_HEAP", "1g"),
    pageCache: size(env, "ZHITU_NEO4J_PAGECACHE", "512m"),
    bootTimeout: seconds(env, "ZHITU_BOOT_TIMEOUT", 30) * 1000,
  };
}

function readConnection(env: NodeJS.ProcessEnv): Neo4jConnection | undefined {
  const uri = env.NEO4J_URI;
  if (!uri) return undefined;
  const scheme = /^([a-z0-9+]+):\/\/[^/]/.exec(uri)?.[1];
  if (!scheme || !SCHEMES.includes(scheme)) {
    throw new UsageError(
      `NEO4J_URI is ${JSON.stringify(uri)}; expected an address such as neo4j://host:7687 (${SCHEMES.join(", ")})`,
      { uri },
    );
  }
  return {
    uri,
    user: env.NEO4J_USER || env.NEO4J_USERNAME || "neo4j",
    password: env.NEO4J_PASSWORD || undefined,
    database: env.NEO4J_DATABASE || undefined,
  };
}

function size(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const value = env[name] || fallback;
  if (/^[1-9]\d*[kmg]$/i.test(value)) return value;
  throw new UsageError(`${name} is ${JSON.stringify(value)}; expected a size such as 512m or 2g`);
}

function seconds(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const value = Number(env[name] || fallback);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new UsageError(`${name} is ${JSON.stringify(env[name])}; expected a number of seconds above 0`);
}
