import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { readSettings, type Settings } from "../core/config.js";
import { messageOf, UsageError } from "../core/errors.js";

const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);

/** `zhitu db start|stop|status|reset`: the managed Neo4j, or a look at the one of NEO4J_URI. */
export function registerDb(program: Command): void {
  const db = program
    .command("db")
    .description("the Neo4j that Zhitu runs on this machine: start, stop, status, reset");
  db.command("start").description("start it and keep it running until `zhitu db stop`").action(start);
  db.command("stop").description("stop it, unless another zhitu uses it").action(stop);
  db.command("status")
    .description("whether it runs, and how to reach it")
    .option("--json", "print JSON")
    .action(status);
  db.command("reset")
    .description("delete the graph and all that was loaded")
    .option("--yes", "do not ask")
    .action(reset);
}

async function start(): Promise<void> {
  const settings = managedOnly("start");
  const { openDatabase } = await import("../neo4j/open-database.js");
  const server = await managedServer(settings);
  const database = await openDatabase({ settings, report });
  try {
    await server.keep();
  } finally {
    await database.close();
  }
  const { uri, user, passwordFile, version } = server.status();
  process.stdout.write(
    `Neo4j ${version} runs at ${uri} (user ${user}, password in ${passwordFile}) until zhitu db stop\n`,
  );
}

async function stop(): Promise<void> {
  const server = await managedServer(managedOnly("stop"));
  const { inUse } = await import("../neo4j/server/managed-server.js");
  const { running } = server.status();
  const users = await server.stop();
  if (users.length > 0) throw inUse(users);
  process.stdout.write(running ? "Neo4j has stopped\n" : "Neo4j was not running\n");
}

/** What `zhitu db status --json` prints. */
interface Status {
  running: boolean;
  uri: string | null;
  user: string;
  passwordFile: string | null;
  version: string | null;
  pid: number | null;
}

async function status({ json }: { json?: boolean }): Promise<void> {
  const settings = readSettings();
  const server = await managedServer(settings);
  const managed = server.status();
  const { running, uri, user, passwordFile, version, pid }: Status = settings.connection
    ? await remoteStatus(settings)
    : managed;
  if (json) {
    const found: Status = { running, uri, user, passwordFile, version, pid };
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return;
  }
  const lines: [string, unknown][] = [
    ["running", running ? "yes" : "no"],
    ["address", uri],
    ["user", user],
    ["password", passwordFile ?? (settings.connection ? "NEO4J_PASSWORD" : null)],
    ["version", version],
    ["process", pid],
  ];
  if (!settings.connection) {
    lines.push(["kept", managed.kept ? "yes, until zhitu db stop" : "no, stops with its last user"]);
    lines.push(["used by", managed.usedBy.join(", ") || null]);
  }
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(10)}${value ?? "-"}\n`);
}

async function remoteStatus(settings: Settings): Promise<Status> {
  const { openDatabase } = await import("../neo4j/open-database.js");
  const { uri, user } = settings.connection!;
  const known = { uri, user, passwordFile: null, pid: null };
  try {
    const database = await openDatabase({ settings, prepare: false });
    try {
      const { agent } = await database.driver.getServerInfo();
      return { ...known, running: true, version: agent?.replace(/^Neo4j\//, "") ?? null };
    } finally {
      await database.close();
    }
  } catch (error) {
    report(messageOf(error));
    return { ...known, running: false, version: null };
  }
}

async function reset({ yes }: { yes?: boolean }): Promise<void> {
  const settings = readSettings();
  const where = settings.connection ? `at ${settings.connection.uri}` : `in ${settings.dataDir}`;
  if (!yes && !(await confirmed(`Delete the graph ${where}?`))) {
    process.stdout.write("nothing was deleted\n");
    return;
  }
  if (settings.connection) await emptyRemote(settings);
  else await (await managedServer(settings)).reset();
  process.stdout.write(`the graph ${where} is deleted\n`);
}

/** Deletes what Zhitu writes and leaves the rest of somebody's database alone. */
async function emptyRemote(settings: Settings): Promise<void> {
  const { cypher, openDatabase } = await import("../neo4j/index.js");
  const database = await openDatabase({ settings, prepare: false });
  try {
    await database.runAutoCommit(cypher("write/delete-graph"));
    await database.write(cypher("write/delete-version"));
  } finally {
    await database.close();
  }
}

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError("reset deletes the graph: say --yes where nobody can be asked");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

async function managedServer(settings: Settings) {
  const { ManagedServer } = await import("../neo4j/server/managed-server.js");
  return new ManagedServer(settings, report);
}

/** The settings, for commands that make sense for a server of our own alone. */
function managedOnly(command: string): Settings {
  const settings = readSettings();
  if (!settings.connection) return settings;
  throw new UsageError(
    `NEO4J_URI is set (${settings.connection.uri}), so there is nothing for zhitu db ${command}: that server is run by somebody else`,
  );
}
