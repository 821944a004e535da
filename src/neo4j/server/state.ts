import { rmSync } from "node:fs";
import { join } from "node:path";
import { readIfThere, writeWhole } from "./files.js";
import { NEO4J_VERSION } from "./jars.js";
import { CONF, homeArgument, type Places } from "./places.js";
import { findByArgument, isAlive, type ProcessIdentity } from "./process-identity.js";

/** The server process that was started last. */
export interface ServerState {
  process: ProcessIdentity;
  port: number;
  version: string;
  /** Whether it has been ready to serve. */
  ready?: boolean;
  /** Whether it was asked to stop by a process that could not wait for it. */
  stopping?: boolean;
}

/** The state that was written last, or undefined: no server, or a file that says nothing of use. */
export function readState(places: Places): ServerState | undefined {
  try {
    const state = JSON.parse(readIfThere(places.state) ?? "null") as ServerState | null;
    return typeof state?.process?.pid === "number" && typeof state.port === "number" ? state : undefined;
  } catch {
    return undefined;
  }
}

/** The state of the server that runs now: a file left by a dead one, or by one whose id was given away, does not count. */
export function readLiveState(places: Places): ServerState | undefined {
  const state = readState(places);
  return state && isAlive(state.process) ? state : undefined;
}

/** The state of a server that runs without a file that says so, as its command line and configuration have it. */
export function findLostState(places: Places): ServerState | undefined {
  const process = findByArgument(homeArgument(places));
  const port = configuredPort(places);
  return process && port !== undefined ? { process, port, version: NEO4J_VERSION, ready: true } : undefined;
}

/** The port that the last start was given. */
export function configuredPort(places: Places): number | undefined {
  const conf = readIfThere(join(places.conf, CONF)) ?? "";
  const port = /^server\.bolt\.listen_address=127\.0\.0\.1:(\d+)$/m.exec(conf)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Writes the state. */
export function writeState(places: Places, state: ServerState): void {
  writeWhole(places.state, `${JSON.stringify(state)}\n`);
}

/** Forgets the state. */
export function clearState(places: Places): void {
  rmSync(places.state, { force: true });
}
