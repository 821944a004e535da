import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../../core/config.js";
import { DatabaseError } from "../../core/errors.js";
import { adoptPassword, answer, probe } from "./bolt.js";
import { lastLines, readIfThere, requireSpace, writeWhole } from "./files.js";
import { installJars, NEO4J_VERSION } from "./jars.js";
import { CONF, homeArgument, type Places, placesOf } from "./places.js";
import { identityOf, isAlive, type ProcessIdentity } from "./process-identity.js";
import type { BootOptions, Report } from "./report.js";
import { clearState, configuredPort, type ServerState, writeState } from "./state.js";
import { findJava } from "./tools.js";

/** What Neo4j needs of Java's insides, as its own launcher passes it. */
const JAVA_FLAGS = [
  "--add-opens=java.base/java.nio=ALL-UNNAMED",
  "--add-opens=java.base/java.io=ALL-UNNAMED",
  "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
  "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
  "--add-modules=jdk.incubator.vector",
  "-XX:+UseG1GC",
  "-XX:+ExitOnOutOfMemoryError",
  "-Dfile.encoding=UTF-8",
  "-Djava.awt.headless=true",
];

/** How often a boot is tried again when its port was taken between choosing and binding it. */
const PORT_ATTEMPTS = 3;

/** Starts the server and waits until it answers. Call it under the lock, with no server running. */
export async function boot(settings: Settings, options: BootOptions): Promise<ServerState> {
  const { report, signal } = options;
  const places = placesOf(settings);
  const java = await findJava();
  const jars = await installJars(settings, options);
  const password = prepareStore(places, report);
  requireSpace(places.data, "ZHITU_DATA_DIR");
  const earlier = configuredPort(places);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? earlier : undefined);
    try {
      return await bootOn(port, settings, places, { java: java.path, jars, password, signal });
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !(error instanceof PortTaken)) throw error;
      report(`port ${port} was taken in the meantime; trying another`);
    }
  }
}

/** Stops the process: asks, waits up to 8 s, then kills. Resolves when it is gone. */
export async function stopProcess(identity: ProcessIdentity): Promise<void> {
  for (const [signal, limit] of [
    ["SIGTERM", 8_000],
    ["SIGKILL", 4_000],
  ] as const) {
    const deadline = Date.now() + limit;
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    while (Date.now() < deadline) {
      if (!isAlive(identity)) return;
      await sleep(50);
    }
  }
  throw new DatabaseError(`the Neo4j process ${identity.pid} does not end, not even killed`);
}

class PortTaken extends DatabaseError {}

/**
 * Makes the folders and the password; sets right what an earlier life left half done: a store that was never ready
 * holds nothing and is begun anew; without its password, Neo4j's users are made anew and the graph is kept.
 */
function prepareStore(places: Places, report: Report): string {
  mkdirSync(places.conf, { recursive: true, mode: 0o700 });
  mkdirSync(join(places.home, "logs"), { recursive: true });
  if (existsSync(places.store) && !existsSync(places.created)) {
    report("an earlier start was broken off before the database was ready; starting anew");
    rmSync(places.store, { recursive: true, force: true });
  }
  const known = readIfThere(places.password)?.trim();
  if (known) return known;
  if (existsSync(places.store)) {
    report(`the password file ${places.password} is gone; making a new password`);
    for (const part of ["databases", "transactions"]) {
      rmSync(join(places.store, part, "system"), { recursive: true, force: true });
    }
  }
  const password = randomBytes(24).toString("base64url");
  writeWhole(places.password, `${password}\n`, 0o600);
  return password;
}

async function bootOn(
  port: number,
  settings: Settings,
  places: Places,
  { java, jars, password, signal }: { java: string; jars: string; password: string; signal: AbortSignal },
): Promise<ServerState> {
  const fresh = !existsSync(join(places.store, "databases", "system"));
  writeFileSync(join(places.conf, CONF), configuration(port, settings));
  if (existsSync(places.log)) renameSync(places.log, `${places.log}.previous`);
  const deadline = Date.now() + settings.bootTimeout;
  const { child, identity, failed } = launch(java, jars, settings, places);
  const state: ServerState = { process: identity, port, version: NEO4J_VERSION };
  writeState(places, state);
  try {
    for (;;) {
      signal.throwIfAborted();
      if (failed() || !isAlive(identity)) throw ended(child, failed(), places, port);
      if (Date.now() > deadline) {
        throw new DatabaseError(
          withLog(`Neo4j was not ready within ${settings.bootTimeout / 1000} s (ZHITU_BOOT_TIMEOUT)`, places),
        );
      }
      if (await probe(port)) {
        if (fresh) await adoptPassword(port, password, deadline);
        else await checkPassword(port, password, deadline, places);
        writeFileSync(places.created, `${NEO4J_VERSION}\n`);
        const ready = { ...state, ready: true };
        writeState(places, ready);
        return ready;
      }
      await sleep(100);
    }
  } catch (error) {
    await stopProcess(identity);
    clearState(places);
    throw error;
  }
}

async function checkPassword(
  port: number,
  password: string,
  deadline: number,
  places: Places,
): Promise<void> {
  const error = await answer(port, password, deadline);
  if (error && /unauthorized/i.test(error)) {
    throw new DatabaseError(
      `Neo4j refuses the password in ${places.password}: write the right one there, or delete the file for a new one`,
    );
  }
  if (error) throw new DatabaseError(withLog(`Neo4j started but does not serve: ${error}`, places));
}

/**
 * Java in a process group of its own, so that the terminal's Ctrl-C reaches Zhitu alone, which then stops it. A UTF-8
 * locale, because Java reads the names of files in the locale's encoding.
 */
function launch(java: string, jars: string, settings: Settings, places: Places) {
  const log = openSync(places.console, "w", 0o600);
  const args = [
    ...JAVA_FLAGS,
    `-Xmx${settings.heap}`,
    "-cp",
    join(jars, "*"),
    "org.neo4j.server.CommunityEntryPoint",
    homeArgument(places),
    `--config-dir=${places.conf}`,
  ];
  const env = process.platform === "linux" ? { ...process.env, LC_ALL: "C.UTF-8" } : process.env;
  try {
    const child = spawn(java, args, {
      cwd: places.home,
      detached: true,
      env,
      stdio: ["ignore", log, log],
      windowsHide: true,
    });
    let failure: Error | undefined;
    child.once("error", (error) => {
      failure = error;
    });
    child.unref();
    const identity = (child.pid && identityOf(child.pid)) || { pid: child.pid ?? 0, started: "" };
    return { child, identity, failed: () => failure };
  } finally {
    closeSync(log);
  }
}

function ended(child: ChildProcess, failure: Error | undefined, places: Places, port: number): DatabaseError {
  if (failure) return new DatabaseError(`Java could not be started: ${failure.message}`, failure);
  const logs = [...lastLines(places.log, 60), ...lastLines(places.console, 60)].join("\n");
  if (/Address already in use|BindException|PortBindException/.test(logs)) {
    return new PortTaken(withLog(`port ${port} is taken`, places));
  }
  if (/No space left on device|DiskFull/i.test(logs)) {
    return new DatabaseError(withLog(`the disk is full: Neo4j cannot write ${places.home}`, places));
  }
  if (/store_lock|StoreLockException|FileLockException/.test(logs)) {
    return new DatabaseError(withLog(`another Neo4j uses ${places.store}; stop it first`, places));
  }
  const how = child.signalCode ?? (child.exitCode === null ? "by itself" : `with code ${child.exitCode}`);
  return new DatabaseError(withLog(`Neo4j ended while it started (${how})`, places));
}

/** The message with the last lines of Neo4j's log under it. */
function withLog(message: string, places: Places): string {
  const printed = lastLines(places.console, 12).filter((line) => !line.includes("incubator modules"));
  const lines = [...lastLines(places.log, 12), ...printed]
    .slice(-12)
    .map((line) => `  ${line.slice(0, 400)}`);
  if (lines.length === 0) return `${message}; its log is empty (${places.log})`;
  return [`${message}. The last lines of its log (${places.log}):`, ...lines].join("\n");
}

/** The port that was used before when it is free, so that open connections find the server again; else a free one. */
async function freePort(wanted: number | undefined): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((settle, fail) => {
      const server = createServer();
      server.once("error", fail);
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        server.close(() => settle(typeof address === "object" && address ? address.port : port));
      });
    });
  if (wanted !== undefined) {
    try {
      return await listen(wanted);
    } catch {}
  }
  return listen(0);
}

/** neo4j.conf: loopback only, Bolt only, nothing sent to anybody, small logs. */
function configuration(port: number, settings: Settings): string {
  return `${[
    "# Written by Zhitu at each start.",
    "server.default_listen_address=127.0.0.1",
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    "dbms.security.auth_enabled=true",
    "dbms.usage_report.enabled=false",
    `server.memory.pagecache.size=${settings.pageCache}`,
    "db.tx_log.preallocate=false",
    "db.tx_log.rotation.size=64m",
    "db.tx_log.rotation.retention_policy=1 files",
    "db.logs.query.enabled=OFF",
    "# Without these two, stopping takes ten seconds of waiting for clients that are gone.",
    "internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
    "internal.dbms.bolt.local_enabled=false",
  ].join("\n")}\n`;
}
