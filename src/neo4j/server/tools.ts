import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { DatabaseError } from "../../core/errors.js";

/** The oldest Java that Neo4j 5.26 runs on. */
export const JAVA_MINIMUM = 17;

/** The ways to a database when a tool is missing. */
export const WAYS_OUT = [
  "Zhitu keeps its graph in Neo4j. There are three ways to give it one:",
  `  1. install Java ${JAVA_MINIMUM} or later and Maven, and Zhitu runs a Neo4j of its own;`,
  "  2. use Docker: docker compose up, with the compose.yaml of this folder;",
  "  3. set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j server of yours.",
].join("\n");

/** A program found on this machine. */
export interface Tool {
  path: string;
  version: string;
}

const run = promisify(execFile);

/** The Java to run Neo4j with: that of JAVA_HOME, else the first on the path. Raises DatabaseError without one that will do. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<Tool> {
  const candidates = [
    ...(env.JAVA_HOME ? [join(env.JAVA_HOME, "bin", executable("java"))] : []),
    onPath("java", env),
  ];
  let old: Tool | undefined;
  for (const path of candidates) {
    if (!path || !existsSync(path)) continue;
    const version = await versionOf(path, ["-version"], /version "([^"]+)"/, env);
    if (version === undefined) continue;
    if (javaMajor(version) >= JAVA_MINIMUM) return { path, version };
    old ??= { path, version };
  }
  if (old) {
    throw new DatabaseError(
      `Java ${old.version} (${old.path}) is too old: Neo4j needs Java ${JAVA_MINIMUM} or later\n${WAYS_OUT}`,
      undefined,
      { java: old },
    );
  }
  throw new DatabaseError(`Java was not found, neither in JAVA_HOME nor on the path\n${WAYS_OUT}`);
}

/** The Maven on the path. Raises DatabaseError without one that runs. */
export async function findMaven(env: NodeJS.ProcessEnv = process.env): Promise<Tool> {
  const path = onPath("mvn", env);
  if (!path) throw new DatabaseError(`Maven (mvn) was not found on the path\n${WAYS_OUT}`);
  const version = await versionOf(path, ["-v"], /Apache Maven (\S+)/, env);
  if (version === undefined) throw new DatabaseError(`Maven (${path}) does not run\n${WAYS_OUT}`);
  return { path, version };
}

/** The first number of a Java version that tells releases apart: 8 of 1.8.0_402, 17 of 17.0.15. */
export function javaMajor(version: string): number {
  const [first = "0", second = "0"] = version.split(/[._+-]/);
  return Number(first === "1" ? second : first);
}

function executable(name: string): string {
  if (process.platform !== "win32") return name;
  return name === "mvn" ? "mvn.cmd" : `${name}.exe`;
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return (env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, executable(name)))
    .find((path) => existsSync(path));
}

/** The version that the program prints of itself, or undefined when it does not run (macOS has a java that only asks to install one). */
async function versionOf(
  path: string,
  args: string[],
  pattern: RegExp,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    const shell = path.endsWith(".cmd");
    const { stdout, stderr } = await run(shell ? `"${path}"` : path, args, { env, shell, timeout: 20_000 });
    return pattern.exec(`${stdout}\n${stderr}`.replace(/\u001b\[\d*m/g, ""))?.[1];
  } catch {
    return undefined;
  }
}
