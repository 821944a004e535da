import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../core/make-folder.js";
import { readIfThere, writeWhole } from "./files.js";
import type { Places } from "./places.js";
import { isAlive, ownIdentity, type ProcessIdentity } from "./process-identity.js";

let count = 0;

/** Puts down a lease of this process, sweeps those of the dead, and returns its file. Call it under the lock. */
export function takeLease(places: Places): string {
  makeFolder(places.leases);
  holders(places);
  count += 1;
  const file = join(places.leases, `${process.pid}-${count}.json`);
  writeWhole(file, JSON.stringify(ownIdentity()));
  return file;
}

/** Gives a lease back. */
export function dropLease(file: string): void {
  rmSync(file, { force: true });
}

/** The living processes that need the server; sweeps the leases of the dead. Call it under the lock. */
export function holders(places: Places): ProcessIdentity[] {
  const living = new Map<number, ProcessIdentity>();
  for (const entry of entries(places)) {
    const file = join(places.leases, entry);
    const identity = parse(readIfThere(file));
    if (identity && isAlive(identity)) living.set(identity.pid, identity);
    else rmSync(file, { force: true });
  }
  return [...living.values()];
}

function entries(places: Places): string[] {
  try {
    return readdirSync(places.leases);
  } catch {
    return [];
  }
}

function parse(text: string | undefined): ProcessIdentity | undefined {
  try {
    return JSON.parse(text ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
