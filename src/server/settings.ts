import { DEFAULT_LIMITS, type Limits } from "../api/limits.js";
import { PAGE } from "../api/model/model.js";
import { UsageError } from "../core/errors.js";

/** From all to nothing. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment decides about the HTTP server. */
export interface ServerSettings {
  /** Address to listen on. HOST, default 127.0.0.1. */
  host: string;
  /** PORT, default 4000; 0 takes a free one. */
  port: number;
  /** Milliseconds that the database may take for an operation. ZHITU_QUERY_TIMEOUT in seconds, default 15. */
  timeout: number;
  /** Whether the schema can be asked for. ZHITU_INTROSPECTION, default true. */
  introspection: boolean;
  limits: Limits;
  /** Bytes of a request's body. ZHITU_MAX_BODY in kB, default 256. */
  body: number;
  /** Operations in one request, as a JSON list. ZHITU_MAX_BATCH, default 1, which is none in a list. */
  batch: number;
  /** Queries that run at once, and that wait for their turn. ZHITU_MAX_CONCURRENT, ZHITU_MAX_QUEUE, default 32 and 256. */
  concurrency: number;
  queue: number;
  /** Connections of clients. ZHITU_MAX_CONNECTIONS, default 5000. */
  connections: number;
  /** Origins whose pages may ask, `*` for all. ZHITU_CORS_ORIGINS, between commas; default none. */
  corsOrigins: string[];
  /** Names besides this machine's own under which a loopback address is asked for. ZHITU_ALLOWED_HOSTS; default none. */
  allowedHosts: string[];
  /** ZHITU_LOG_LEVEL, default info. */
  logLevel: LogLevel;
  /** How many entities can be downloaded at once. ZHITU_MAX_EXPORT, default 10 000. */
  maximumExport: number;
  /** The bearer token of those who may change the graph. ZHITU_TOKEN; unset, nobody may. */
  token: string | undefined;
}

const VARIABLES: Readonly<Record<keyof Limits, string>> = {
  tokens: "ZHITU_MAX_TOKENS",
  depth: "ZHITU_MAX_DEPTH",
  fields: "ZHITU_MAX_FIELDS",
  aliases: "ZHITU_MAX_ALIASES",
  rootFields: "ZHITU_MAX_ROOT_FIELDS",
  directives: "ZHITU_MAX_DIRECTIVES",
  cost: "ZHITU_MAX_COST",
  inputDepth: "ZHITU_MAX_INPUT_DEPTH",
  inputObjects: "ZHITU_MAX_INPUT_OBJECTS",
  filterRelations: "ZHITU_MAX_FILTER_RELATIONS",
  pageSize: "ZHITU_MAX_PAGE_SIZE",
};

/** Reads the settings; an empty variable counts as unset. Raises UsageError that names a bad variable. */
export function readServerSettings(env: NodeJS.ProcessEnv = process.env): ServerSettings {
  const limits = Object.fromEntries(
    Object.entries(VARIABLES).map(([limit, name]) => [
      limit,
      integer(
        env,
        name,
        DEFAULT_LIMITS[limit as keyof Limits],
        1,
        limit === "pageSize" ? PAGE.max : undefined,
      ),
    ]),
  ) as unknown as Limits;
  return {
    host: env.HOST || "127.0.0.1",
    port: integer(env, "PORT", 4000, 0, 65_535),
    timeout: integer(env, "ZHITU_QUERY_TIMEOUT", 15, 1) * 1000,
    introspection: boolean(env, "ZHITU_INTROSPECTION", true),
    limits,
    body: integer(env, "ZHITU_MAX_BODY", 256, 1) * 1024,
    batch: integer(env, "ZHITU_MAX_BATCH", 1, 1),
    concurrency: integer(env, "ZHITU_MAX_CONCURRENT", 32, 1),
    queue: integer(env, "ZHITU_MAX_QUEUE", 256, 0),
    connections: integer(env, "ZHITU_MAX_CONNECTIONS", 5_000, 1),
    corsOrigins: origins(env, "ZHITU_CORS_ORIGINS"),
    allowedHosts: list(env.ZHITU_ALLOWED_HOSTS).map((name) => name.toLowerCase()),
    logLevel: logLevel(env, "ZHITU_LOG_LEVEL"),
    token: token(env, "ZHITU_TOKEN"),
    maximumExport: integer(env, "ZHITU_MAX_EXPORT", 10_000, 1),
  };
}

const list = (text = ""): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function origins(env: NodeJS.ProcessEnv, name: string): string[] {
  const given = list(env[name]);
  for (const origin of given) {
    if (origin === "*" || (URL.canParse(origin) && new URL(origin).origin === origin)) continue;
    throw new UsageError(
      `${name} has ${JSON.stringify(origin)}; expected origins such as https://example.org, or *`,
    );
  }
  return given;
}

function logLevel(env: NodeJS.ProcessEnv, name: string): LogLevel {
  const text = env[name] || "info";
  const level = LOG_LEVELS.find((one) => one === text);
  if (level) return level;
  throw new UsageError(`${name} is ${JSON.stringify(text)}; expected one of ${LOG_LEVELS.join(", ")}`);
}

/** A token must fit into a header; what it is no message says. */
function token(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new UsageError(`${name} must consist of letters, digits and signs of ASCII, without spaces`);
}

function integer(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  minimum: number,
  maximum = Number.MAX_SAFE_INTEGER,
): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
  const upTo = maximum === Number.MAX_SAFE_INTEGER ? "or more" : `to ${maximum}`;
  throw new UsageError(`${name} is ${JSON.stringify(text)}; expected a whole number, ${minimum} ${upTo}`);
}

function boolean(env: NodeJS.ProcessEnv, name: string, fallback: boolean): boolean {
  const text = env[name];
  if (!text) return fallback;
  if (["true", "1"].includes(text)) return true;
  if (["false", "0"].includes(text)) return false;
  throw new UsageError(`${name} is ${JSON.stringify(text)}; expected true or false`);
}
