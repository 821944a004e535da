import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder } from "../../core/make-folder.js";
import { isAlive, ownIdentity, type ProcessIdentity } from "./process-identity.js";

/** A lock that this process holds. */
export interface FileLock {
  release(): void;
}

/**
 * A lock between processes that a killed holder cannot keep. The folder holds numbered folders; the highest is
 * the current holder's, free when its owner is dead or its file is empty. Taking the lock is to make the next
 * number, which only one can (a rename onto a folder that is not empty fails), and to find it still the highest.
 * The highest is never removed, so a slow reader cannot take a number that has had its turn.
 */
export function tryFileLock(folder: string): FileLock | { holder: ProcessIdentity } {
  makeFolder(folder);
  const highest = numbers(folder).at(-1) ?? 0;
  const holder = highest === 0 ? undefined : ownerOf(folder, highest);
  if (holder && isAlive(holder)) return { holder };
  const mine = join(folder, name(highest + 1));
  const draft = join(folder, `draft-${process.pid}-${Math.random().toString(36).slice(2)}`);
  mkdirSync(draft);
  writeFileSync(join(draft, "owner"), JSON.stringify(ownIdentity()));
  try {
    renameSync(draft, mine);
  } catch {
    rmSync(draft, { recursive: true, force: true });
    return { holder: ownerOf(folder, highest + 1) ?? { pid: 0, started: "" } };
  }
  if (numbers(folder).at(-1) !== highest + 1) {
    rmSync(mine, { recursive: true, force: true });
    return { holder: { pid: 0, started: "" } };
  }
  sweep(folder, highest + 1);
  return { release: () => free(mine) };
}

export interface WaitOptions {
  /** Told once who holds it, when that is another process. */
  onWait?: (holder: ProcessIdentity) => void;
  /** Ends the waiting with its reason. Default: waits as long as the holder lives. */
  signal?: AbortSignal;
}

/** Runs the action under the lock. */
export async function withFileLock<T>(
  folder: string,
  action: () => Promise<T>,
  { onWait, signal }: WaitOptions = {},
): Promise<T> {
  let told = false;
  for (;;) {
    const lock = tryFileLock(folder);
    if ("release" in lock) {
      try {
        return await action();
      } finally {
        lock.release();
      }
    }
    signal?.throwIfAborted();
    if (!told && lock.holder.pid !== 0 && lock.holder.pid !== process.pid) {
      told = true;
      onWait?.(lock.holder);
    }
    await sleep(50 + Math.random() * 50);
  }
}

function name(number: number): string {
  return String(number).padStart(9, "0");
}

function free(mine: string): void {
  try {
    truncateSync(join(mine, "owner"));
  } catch (error) {
    // Whoever removed the folder has freed the lock.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function numbers(folder: string): number[] {
  return readdirSync(folder)
    .filter((entry) => /^\d{9,}$/.test(entry))
    .map(Number)
    .sort((a, b) => a - b);
}

function ownerOf(folder: string, number: number): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, name(number), "owner"), "utf8")) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

/** Removes earlier numbers and drafts whose makers are dead. */
function sweep(folder: string, current: number): void {
  for (const entry of readdirSync(folder)) {
    const draftOf = /^draft-(\d+)-/.exec(entry)?.[1];
    const old = /^\d+$/.test(entry) && Number(entry) < current;
    const orphan = draftOf !== undefined && !isProcess(Number(draftOf));
    if (old || orphan) discard(join(folder, entry));
  }
}

/** Best effort: somebody may be putting a draft there, which then finds itself outnumbered. */
function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
