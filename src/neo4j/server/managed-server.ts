import { existsSync, rmSync, writeFileSync } from "node:fs";
import type { Settings } from "../../core/config.js";
import { DatabaseError } from "../../core/errors.js";
import { makeFolder } from "../../core/make-folder.js";
import { answer, boltUri, USER } from "./bolt.js";
import { boot } from "./boot.js";
import { tryFileLock, withFileLock } from "./file-lock.js";
import { explainFileError, readIfThere } from "./files.js";
import { NEO4J_VERSION } from "./jars.js";
import { dropLease, holders, takeLease } from "./leases.js";
import { type Places, placesOf } from "./places.js";
import { isAlive } from "./process-identity.js";
import type { Report } from "./report.js";
import {
  clearState,
  findLostState,
  readLiveState,
  readState,
  type ServerState,
  writeState,
} from "./state.js";
import { stopProcess } from "./stop-process.js";

/** How long giving the server back waits for the lock, in milliseconds. */
const RELEASE_LIMIT = 4_000;

/** How long a server that runs may take to answer before it counts as hung, in milliseconds. */
const ANSWER_LIMIT = 10_000;

/** How to reach the managed server. */
export interface ServerAddress {
  uri: string;
  user: string;
  password: string;
}

/** What `zhitu db status` tells of the managed server. */
export interface ServerStatus {
  running: boolean;
  uri: string | null;
  user: string;
  passwordFile: string | null;
  version: string | null;
  pid: number | null;
  /** Whether `zhitu db start` keeps it. */
  kept: boolean;
  /** The processes that need it now. */
  usedBy: number[];
}

/**
 * The local Neo4j that all processes of one data folder share. Whoever needs it takes a lease, which starts it or joins
 * it; who gives the last lease back stops it, unless it is kept. All of that happens under one lock.
 */
export class ManagedServer {
  readonly #places: Places;
  #lease: string | undefined;
  #state: ServerState | undefined;
  #starting: Promise<ServerAddress> | undefined;
  /** Breaks off what is under way when the lease is given back. */
  readonly #abort = new AbortController();

  constructor(
    readonly settings: Settings,
    readonly report: Report = () => {},
  ) {
    this.#places = placesOf(settings);
  }

  /** Takes a lease; starts the server when none runs. */
  acquire(): Promise<ServerAddress> {
    this.#starting = this.#locked(async () => {
      this.#lease ??= takeLease(this.#places);
      try {
        return await this.#ensure();
      } catch (error) {
        this.#dropLease();
        throw error;
      }
    });
    return this.#starting;
  }

  /** Starts the server again when it has died. For holders of a lease. */
  recover(): Promise<ServerAddress> {
    this.#starting = this.#locked(async () => {
      if (!this.#lease) throw new DatabaseError("the database was closed");
      return this.#ensure({ expected: true });
    });
    return this.#starting;
  }

  /** Whether the process of the server runs; false once it has died. */
  get alive(): boolean {
    return this.#state !== undefined && isAlive(this.#state.process);
  }

  /** Gives the lease back, also in the middle of a start; the last one stops the server unless it is kept. */
  async release(): Promise<void> {
    this.#abort.abort(new DatabaseError("the start of the database was broken off"));
    await this.#starting?.catch(() => {});
    if (!this.#lease) return;
    const stopIfLast = async () => {
      this.#dropLease();
      if (holders(this.#places).length === 0 && !this.kept) await this.#stop();
    };
    try {
      await this.#locked(stopIfLast, AbortSignal.timeout(RELEASE_LIMIT));
    } catch (error) {
      // Whoever holds the lock that long has a lease too, and stops the server when done.
      if (this.#lease === undefined) throw error;
      this.#dropLease();
    }
  }

  /** The same in one go, for a process that is exiting: asks the server to stop and does not wait for it. */
  releaseNow(): void {
    if (!this.#lease) return;
    const lock = tryFileLock(this.#places.lock);
    const held = "release" in lock;
    // A lock of our own is that of a start or stop broken off by this exit.
    if (!held && lock.holder.pid !== process.pid) return;
    this.#dropLease();
    const state = readLiveState(this.#places);
    if (state && holders(this.#places).length === 0 && !this.kept) {
      writeState(this.#places, { ...state, stopping: true });
      process.kill(state.process.pid, "SIGTERM");
    }
    if (held) lock.release();
  }

  /** Whether the server runs on when nobody needs it. */
  get kept(): boolean {
    return existsSync(this.#places.keep);
  }

  /** Lets the server run on, from now until `stop`, when nobody needs it. */
  async keep(): Promise<void> {
    await this.#locked(async () => writeFileSync(this.#places.keep, ""));
  }

  /** Keeps it no longer and stops it when nobody needs it. Returns the processes that do. */
  async stop(): Promise<number[]> {
    return this.#locked(async () => {
      rmSync(this.#places.keep, { force: true });
      const users = holders(this.#places).map(({ pid }) => pid);
      if (users.length === 0) await this.#stop();
      return users;
    });
  }

  /** Stops it and deletes the graph, its password and its logs; refuses while others need it. */
  async reset(): Promise<void> {
    await this.#locked(async () => {
      const users = holders(this.#places).map(({ pid }) => pid);
      if (users.length > 0) throw inUse(users);
      await this.#stop();
      for (const path of [this.#places.home, this.#places.password, this.#places.keep]) {
        rmSync(path, { recursive: true, force: true });
      }
    });
  }

  /** What there is, without starting or waiting for anything. */
  status(): ServerStatus {
    const state = readLiveState(this.#places);
    const stored = existsSync(this.#places.password);
    return {
      running: state !== undefined,
      uri: state ? boltUri(state.port) : null,
      user: USER,
      passwordFile: stored ? this.#places.password : null,
      version: state ? state.version : NEO4J_VERSION,
      pid: state ? state.process.pid : null,
      kept: this.kept,
      usedBy: holders(this.#places).map(({ pid }) => pid),
    };
  }

  async #locked<T>(action: () => Promise<T>, signal: AbortSignal = this.#abort.signal): Promise<T> {
    const { data, lock } = this.#places;
    try {
      makeFolder(data, 0o700);
      return await withFileLock(lock, action, {
        signal,
        onWait: ({ pid }) => this.report(`waiting for process ${pid}, which starts or stops the database`),
      });
    } catch (error) {
      throw explainFileError(error, data, "ZHITU_DATA_DIR");
    }
  }

  /** The address of a server that answers: the one that runs, whoever started it, or a new one. */
  async #ensure({ expected = false } = {}): Promise<ServerAddress> {
    const earlier = readState(this.#places);
    let state = readLiveState(this.#places) ?? findLostState(this.#places);
    if (state && (state.stopping || !(await this.#adopt(state)))) {
      if (!state.stopping && isAlive(state.process)) {
        this.report(`the Neo4j process ${state.process.pid} does not answer; starting it anew`);
      }
      await stopProcess(state.process);
      state = undefined;
    } else if (earlier && !state && !earlier.stopping && !expected) {
      this.report("the database was not stopped in order; starting it again");
    }
    if (state) writeState(this.#places, state);
    this.#state = state ?? (await boot(this.settings, { report: this.report, signal: this.#abort.signal }));
    return this.#address(this.#state);
  }

  /** Whether a running server can be used; one that was left in the middle of its start gets the time of a start. */
  async #adopt(state: ServerState): Promise<boolean> {
    const password = readIfThere(this.#places.password)?.trim();
    if (!password || !existsSync(this.#places.created)) return false;
    const deadline = Date.now() + (state.ready ? ANSWER_LIMIT : this.settings.bootTimeout);
    const hopeless = new Error("no use in waiting");
    try {
      const refusal = await answer(state.port, password, async () => {
        this.#abort.signal.throwIfAborted();
        if (Date.now() > deadline || !isAlive(state.process)) throw hopeless;
      });
      return refusal === undefined;
    } catch (error) {
      if (error === hopeless) return false;
      throw error;
    }
  }

  async #stop(): Promise<void> {
    const state = readLiveState(this.#places) ?? findLostState(this.#places);
    if (state) await stopProcess(state.process);
    clearState(this.#places);
    this.#state = undefined;
  }

  #dropLease(): void {
    if (this.#lease) dropLease(this.#lease);
    this.#lease = undefined;
  }

  #address(state: ServerState): ServerAddress {
    const password = readIfThere(this.#places.password)?.trim() ?? "";
    return { uri: boltUri(state.port), user: USER, password };
  }
}

/** The refusal to take the server away from those who use it. */
export function inUse(users: readonly number[]): DatabaseError {
  const who = users.length === 1 ? `process ${users[0]}` : `processes ${users.join(", ")}`;
  return new DatabaseError(`the database is in use by ${who}; stop that first`, undefined, { users });
}
