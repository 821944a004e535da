import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../core/config.js";
import { DatabaseError } from "../../core/errors.js";
import { makeFolder } from "../../core/make-folder.js";
import { packageRoot } from "../../core/paths.js";
import { withFileLock } from "./file-lock.js";
import { explainFileError } from "./files.js";
import type { BootOptions, Report } from "./report.js";
import { findMaven } from "./tools.js";

const POM = join(packageRoot, "src", "neo4j", "server", "pom.xml");

/** The release of Neo4j that the managed server runs, as the pinned pom.xml says. */
export const NEO4J_VERSION: string = (() => {
  const version = /<neo4j\.version>([^<]+)</.exec(readFileSync(POM, "utf8"))?.[1];
  if (!version) throw new Error(`${POM} names no neo4j.version`);
  return version;
})();

/** How long Maven may take, in milliseconds: some 150 MB on a slow line. */
const FETCH_LIMIT = 15 * 60_000;

/** The folder of the jars, whole when it exists. */
export function jarsFolder(settings: Pick<Settings, "cacheDir">): string {
  return join(settings.cacheDir, `neo4j-community-${NEO4J_VERSION}`);
}

/**
 * The folder of Neo4j's jars; fetches them with Maven when they are not there yet: one process fetches, the others
 * wait for it, and a fetch that was broken off leaves nothing that looks complete.
 */
export async function installJars(
  settings: Pick<Settings, "cacheDir">,
  { report, signal }: BootOptions,
): Promise<string> {
  const folder = jarsFolder(settings);
  if (existsSync(folder)) return folder;
  const maven = await findMaven();
  try {
    makeFolder(settings.cacheDir);
    await withFileLock(
      join(settings.cacheDir, "lock"),
      () => fetchJars(settings.cacheDir, folder, maven.path, report, signal),
      { signal, onWait: ({ pid }) => report(`waiting for process ${pid}, which fetches Neo4j`) },
    );
  } catch (error) {
    throw explainFileError(error, settings.cacheDir, "ZHITU_CACHE_DIR");
  }
  return folder;
}

async function fetchJars(
  cache: string,
  folder: string,
  maven: string,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  if (existsSync(folder)) return;
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith("fetching-")) rmSync(join(cache, entry), { recursive: true, force: true });
  }
  const draft = join(cache, `fetching-${process.pid}`);
  makeFolder(draft);
  report(`fetching Neo4j Community ${NEO4J_VERSION} with Maven into ${cache} (about 150 MB, once)`);
  try {
    await runMaven(maven, draft, signal);
    const jars = readdirSync(draft).filter((file) => file.endsWith(".jar"));
    if (!jars.some((file) => file === `neo4j-${NEO4J_VERSION}.jar`)) {
      throw new DatabaseError(`Maven ended well, but ${draft} holds no neo4j-${NEO4J_VERSION}.jar`);
    }
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Maven with strict checksums; its local repository is the user's own. */
async function runMaven(maven: string, target: string, signal: AbortSignal): Promise<void> {
  // Maven writes a settled POM next to the one it reads in some goals; a copy keeps the package's folder untouched.
  const pom = join(target, "pom.xml");
  writeFileSync(pom, readFileSync(POM));
  const args = [
    "-B",
    "-ntp",
    "-C",
    "-f",
    pom,
    "-Daether.connector.connectTimeout=20000",
    "-Daether.connector.requestTimeout=120000",
    "-Dmaven.wagon.http.connectionTimeout=20000",
    "-Dmaven.wagon.http.readTimeout=120000",
    "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies",
    "-DincludeScope=runtime",
    `-DoutputDirectory=${target}`,
  ];
  const shell = maven.endsWith(".cmd");
  const child = spawn(shell ? `"${maven}"` : maven, args, { shell, stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => child.kill();
  process.once("exit", stop);
  signal.addEventListener("abort", stop);
  const timer = setTimeout(stop, FETCH_LIMIT);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  try {
    const code = await new Promise<number | null>((settle, fail) => {
      child.once("error", fail);
      child.once("close", settle);
    });
    signal.throwIfAborted();
    if (code !== 0) throw new DatabaseError(mavenMessage(code, output, target), undefined, { code });
  } finally {
    clearTimeout(timer);
    process.removeListener("exit", stop);
    signal.removeEventListener("abort", stop);
  }
  rmSync(pom);
}

/** Lines in which Maven speaks of itself. */
const MAVEN_ADVICE = /^\[ERROR\]\s*$|^\[ERROR\] (\[Help|Re-run Maven|To see the full|For more information)/;

function mavenMessage(code: number | null, output: string, folder: string): string {
  const lines = output
    .replace(/\u001b\[[\d;]*m/g, "")
    .trim()
    .split("\n");
  if (/No space left on device/.test(output)) {
    return `the disk is full: cannot write ${folder} (ZHITU_CACHE_DIR chooses another place)`;
  }
  const errors = lines.filter((line) => line.startsWith("[ERROR]") && !MAVEN_ADVICE.test(line));
  const tail = (errors.length > 0 ? errors : lines.slice(-5)).slice(0, 5);
  const what = code === null ? "was stopped" : `ended with code ${code}`;
  return [
    `Maven could not fetch Neo4j (it ${what}). Its last words:`,
    ...tail.map((line) => `  ${line.replace(/ -> \[Help \d+\]$/, "").slice(0, 500)}`),
    "Check the network and Maven's settings.xml (mirror, proxy), then try again.",
  ].join("\n");
}
