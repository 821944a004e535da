import { DEFAULT_LIMITS, type Limits } from "../api/limits.js";
import { UsageError } from "../core/errors.js";

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
};

/** Reads the settings; an empty variable counts as unset. Raises UsageError that names a bad variable. */
export function readServerSettings(env: NodeJS.ProcessEnv = process.env): ServerSettings {
  const limits = Object.fromEntries(
    Object.entries(VARIABLES).map(([limit, name]) => [
      limit,
      integer(env, name, DEFAULT_LIMITS[limit as keyof Limits], 1),
    ]),
  ) as unknown as Limits;
  return {
    host: env.HOST || "127.0.0.1",
    port: integer(env, "PORT", 4000, 0, 65_535),
    timeout: integer(env, "ZHITU_QUERY_TIMEOUT", 15, 1) * 1000,
    introspection: boolean(env, "ZHITU_INTROSPECTION", true),
    limits,
    token: env.ZHITU_TOKEN || undefined,
  };
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
