import { existsSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "../../core/config.js";
import { DatabaseError } from "../../core/errors.js";
import { adoptPassword, answer, probe } from "./bolt.js";
import { lastLines, requireSpace } from "./files.js";
import { installJars, NEO4J_VERSION } from "./jars.js";
import { type Launched, launch, type Program } from "./launch.js";
import { type Places, placesOf } from "./places.js";
import { prepareStore } from "./prepare-store.js";
import { isAlive } from "./process-identity.js";
import type { BootOptions } from "./report.js";
import { clearState, configuredPort, type ServerState, writeState } from "./state.js";
import { stopProcess } from "./stop-process.js";
import { findJava } from "./tools.js";

/** How often a boot is tried again when its port was taken between choosing and binding it. */
const PORT_ATTEMPTS = 3;

/** A start that goes on, as Neo4j's logs show, may take this many times its limit: a loaded machine, a store to recover. */
const PATIENCE = 3;

/** Starts the server and waits until it answers. Call it under the lock, with no server running. */
export async function boot(settings: Settings, options: BootOptions): Promise<ServerState> {
  const places = placesOf(settings);
  const { path: java } = await findJava();
  const jars = await installJars(settings, options);
  const password = prepareStore(places, options.report);
  requireSpace(places.data, "ZHITU_DATA_DIR");
  const earlier = configuredPort(places);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? earlier : undefined);
    try {
      return await bootOn({ java, jars, port }, password, settings, options.signal);
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !(error instanceof PortTaken)) throw error;
      options.report(`port ${port} was taken in the meantime; trying another`);
    }
  }
}

class PortTaken extends DatabaseError {}

async function bootOn(
  program: Program,
  password: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<ServerState> {
  const places = placesOf(settings);
  const fresh = !existsSync(join(places.store, "databases", "system"));
  const launched = launch(program, settings, places);
  const state: ServerState = { process: launched.identity, port: program.port, version: NEO4J_VERSION };
  writeState(places, state);
  const overdue = impatience(settings.bootTimeout, places);
  /** Raises what makes waiting any longer vain. */
  const check = async () => {
    signal.throwIfAborted();
    if (launched.failure() || !isAlive(launched.identity)) throw await ended(launched, places, program.port);
    const seconds = overdue();
    if (seconds === undefined) return;
    throw new DatabaseError(withLog(`Neo4j was not ready within ${seconds} s (ZHITU_BOOT_TIMEOUT)`, places));
  };
  try {
    while (!(await probe(program.port))) {
      await check();
      await sleep(100);
    }
    const error = await (fresh ? adoptPassword : answer)(program.port, password, check);
    if (error) throw notServing(error, places);
    writeFileSync(places.created, `${NEO4J_VERSION}\n`);
    const ready = { ...state, ready: true };
    writeState(places, ready);
    return ready;
  } catch (error) {
    await stopProcess(launched.identity);
    clearState(places);
    throw error;
  }
}

/** Tells the seconds that have passed once there has been no progress for the limit, or no end for several times that. */
function impatience(limit: number, places: Places): () => number | undefined {
  const begin = Date.now();
  let progress = begin;
  let written = 0;
  return () => {
    const now = Date.now();
    const size = sizeOf(places.log) + sizeOf(places.debugLog);
    if (size !== written) progress = now;
    written = size;
    const overdue = now - progress > limit || now - begin > limit * PATIENCE;
    return overdue ? Math.round((now - begin) / 1000) : undefined;
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function notServing(reason: string, places: Places): DatabaseError {
  if (!/unauthorized/i.test(reason)) {
    return new DatabaseError(withLog(`Neo4j started but does not serve: ${reason}`, places));
  }
  return new DatabaseError(
    `Neo4j refuses the password in ${places.password}: write the right one there, or delete the file for a new one`,
  );
}

/** Why the server ended while it started, as far as its logs tell. */
async function ended(launched: Launched, places: Places, port: number): Promise<DatabaseError> {
  const { child } = launched;
  // That the process is gone is seen a moment before its exit code is known.
  for (let wait = 0; wait < 20 && child.exitCode === null && child.signalCode === null; wait += 1)
    await sleep(25);
  const failure = launched.failure();
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
  const lines = [...lastLines(places.log, 12), ...lastLines(places.console, 12)]
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
