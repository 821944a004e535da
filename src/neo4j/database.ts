import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type Session,
  type SessionMode,
} from "neo4j-driver";
import { AbandonedError, DatabaseError } from "../core/errors.js";
import { cypher } from "./cypher.js";
import { toParameters } from "./parameters.js";
import { Pulse } from "./pulse.js";
import { answersNow } from "./server/bolt.js";

/** A row of a result: plain values by column. Nodes and relationships come as the driver's own classes. */
export type Row = Record<string, unknown>;
export type Parameters = Readonly<Record<string, unknown>>;

export interface RunOptions {
  /** Milliseconds after which the server ends the transaction. Default: the server's own limit. */
  timeout?: number;
  /** Ends the statement in the database when the answer is wanted no more, with AbandonedError. For reads at once. */
  signal?: AbortSignal;
  /** Whether a read fails at once where the server is gone or silent, instead of waiting until it is back. Default false. */
  atOnce?: boolean;
}

/** A transaction in which statements run one after the other and see each other's changes. */
export interface Transaction {
  run<T extends Row = Row>(statement: string, parameters?: Parameters): Promise<T[]>;
}

/** How a Database gets and keeps its server. */
export interface DatabaseServer {
  uri: string;
  user: string;
  password: string | undefined;
  /** For a server of our own: starts it again when it died, and tells where it is then. */
  recover?: () => Promise<{ uri: string; user: string; password: string }>;
  /** Gives the server back. */
  release?: () => Promise<void>;
}

/**
 * A connection to the graph. Whole numbers in parameters are sent as INTEGER (Cypher's toFloat() makes a float of one),
 * numbers in results are JavaScript numbers. Reads and writes are tried again when the server asks for it or died;
 * so work handed in as a function may run more than once.
 */
export class Database {
  #driver: Driver;
  #server: DatabaseServer;
  #recovery: Promise<void> | undefined;
  #closed = false;
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();
  readonly #pulse = new Pulse({
    ask: () => answersNow(this.#server, this.database),
    onBack: async () => this.#reconnect(),
    onStubborn: () => this.recover(),
    uri: () => this.uri,
  });

  constructor(
    server: DatabaseServer,
    /** The name of the database on the server; undefined for the server's home database. */
    readonly database: string | undefined,
  ) {
    this.#server = server;
    this.#driver = driverFor(server);
  }

  /** The driver that is in use now; a server of our own that comes back on another port gets another. */
  get driver(): Driver {
    return this.#driver;
  }

  /** The address of the server. */
  get uri(): string {
    return this.#server.uri;
  }

  /** The rows of a statement, or what a function of a transaction gives, in a READ transaction: a follower's, in a cluster. */
  read<T extends Row = Row>(statement: string, parameters?: Parameters, options?: RunOptions): Promise<T[]>;
  read<T>(work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>;
  read(work: string | Work, second?: Parameters | RunOptions, third?: RunOptions): Promise<unknown> {
    return this.#execute("READ", work, second, third);
  }

  /**
   * The rows of a statement in one round trip: READ, committed by itself. Where the server asks for it, or died, it is
   * tried again in a transaction.
   */
  async readOnce<T extends Row = Row>(
    statement: string,
    parameters: Parameters = {},
    options: RunOptions = {},
  ): Promise<T[]> {
    const { atOnce, timeout } = options;
    const begin = performance.now();
    if (atOnce) this.#refuseWhileAway();
    const session = this.#session("READ");
    const config = timeout === undefined ? {} : { timeout };
    const run = () => withoutStack(() => session.run(statement, toParameters(parameters), config));
    let failure: unknown;
    try {
      const result = await (atOnce ? this.#pulse.outcomeOf(async () => run(), options) : run());
      return result.records.map((record) => record.toObject() as T);
    } catch (error) {
      failure = error;
      if (!isLost(error) && !isTransient(error)) throw this.#explain(error);
    } finally {
      await closed(session, failure);
    }
    return this.read<T>(statement, parameters, whatIsLeft(options, begin));
  }

  /** The same in a WRITE transaction; all of it is committed, or nothing. */
  write<T extends Row = Row>(statement: string, parameters?: Parameters, options?: RunOptions): Promise<T[]>;
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: RunOptions): Promise<T>;
  write(work: string | Work, second?: Parameters | RunOptions, third?: RunOptions): Promise<unknown> {
    return this.#execute("WRITE", work, second, third);
  }

  /** Runs a statement that brings its own transactions (`CALL … IN TRANSACTIONS`); it is not tried again. */
  async runAutoCommit<T extends Row = Row>(statement: string, parameters: Parameters = {}): Promise<T[]> {
    const session = this.#session("WRITE");
    try {
      const result = await session.run(statement, toParameters(parameters));
      return result.records.map((record) => record.toObject() as T);
    } finally {
      await session.close();
    }
  }

  /** The rows of a read one by one, fetched in batches: for results that are too large to hold. Not tried again. */
  async *stream<T extends Row = Row>(statement: string, parameters: Parameters = {}): AsyncGenerator<T> {
    const session = this.#session("READ", 1_000);
    try {
      for await (const record of session.run(statement, toParameters(parameters)))
        yield record.toObject() as T;
    } finally {
      await session.close();
    }
  }

  /** Waits until the server answers; raises DatabaseError with what to do when it cannot be had. */
  async verify(): Promise<void> {
    try {
      const { agent } = await this.#driver.getServerInfo({ database: this.database });
      requireVersion(this.uri, agent);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Brings a server of our own back when it has died. Several callers share one attempt. */
  async recover(): Promise<void> {
    const { recover } = this.#server;
    if (!recover || this.#closed) return;
    this.#recovery ??= recover()
      .then(async (address) => {
        if (address.uri === this.#server.uri && address.password === this.#server.password) return;
        this.#server = { ...this.#server, ...address };
        await this.#reconnect();
      })
      .finally(() => {
        this.#recovery = undefined;
      });
    await this.#recovery;
  }

  async #reconnect(): Promise<void> {
    const old = this.#driver;
    this.#driver = driverFor(this.#server);
    await old.close();
  }

  /** Closes the connections and gives the server back. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#pulse.close();
    await this.#recovery?.catch(() => {});
    await this.#driver.close();
    await this.#server.release?.();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #execute(mode: Mode, work: string | Work, second?: Parameters | RunOptions, third?: RunOptions) {
    const run: Work =
      typeof work === "string" ? (transaction) => transaction.run(work, (second ?? {}) as Parameters) : work;
    const options = (typeof work === "string" ? third : second) as RunOptions | undefined;
    if (options?.atOnce) return this.#readAtOnce(run, options);
    try {
      return await this.#attempt(mode, run, options);
    } catch (error) {
      if (this.#closed || !isLost(error) || !this.#server.recover) throw this.#explain(error);
      await this.recover();
      return await this.#attempt(mode, run, options);
    }
  }

  /** A server that is being started has better to do than to refuse everybody one by one. */
  #refuseWhileAway(): void {
    this.#pulse.refuse();
    if (!this.#recovery) return;
    throw new DatabaseError(`Neo4j at ${this.uri} is being started again`, undefined, { uri: this.uri });
  }

  /** Tries again once, over a connection that is not left from a server that has died. */
  async #readAtOnce(work: Work, options: RunOptions): Promise<unknown> {
    const begin = performance.now();
    for (let attempt = 1; ; attempt++) {
      this.#refuseWhileAway();
      const session = this.#session("READ");
      const mark = `${process.pid}-${nextMark++}`;
      const bounds = whatIsLeft(options, begin);
      const { timeout } = bounds;
      const config = { metadata: { zhitu: mark }, ...(timeout === undefined ? {} : { timeout }) };
      let failure: unknown;
      try {
        return await this.#pulse.outcomeOf(async () => {
          const transaction = await session.beginTransaction(config);
          const value = await work(wrap(transaction));
          await transaction.commit();
          return value;
        }, bounds);
      } catch (error) {
        failure = error;
        if (error instanceof AbandonedError) void this.#terminate(mark);
        if (attempt === 2 || !(isLost(error) || isTransient(error))) throw this.#explain(error);
      } finally {
        await closed(session, failure);
      }
    }
  }

  /** Ends a transaction from outside: within it, everything waits for the statement that runs. */
  async #terminate(mark: string): Promise<void> {
    const session = this.#session("WRITE");
    try {
      await session.run(cypher("write/terminate-transaction"), { mark });
    } catch {
      // It ends at its time limit.
    } finally {
      await session.close().catch(() => {});
    }
  }

  async #attempt(mode: Mode, work: Work, options: RunOptions | undefined): Promise<unknown> {
    const session = this.#session(mode);
    const config = options?.timeout === undefined ? {} : { timeout: options.timeout };
    const execute = (transaction: ManagedTransaction) => work(wrap(transaction));
    try {
      return mode === "READ"
        ? await session.executeRead(execute, config)
        : await session.executeWrite(execute, config);
    } finally {
      await session.close();
    }
  }

  #session(mode: Mode, fetchSize?: number): Session {
    return this.#driver.session({
      defaultAccessMode: (mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE) as SessionMode,
      bookmarkManager: this.#bookmarks,
      ...(this.database === undefined ? {} : { database: this.database }),
      ...(fetchSize === undefined ? {} : { fetchSize }),
    });
  }

  /** What people can do about it, for what is wrong with the server and not with the statement. */
  #explain(error: unknown): unknown {
    if (!(error instanceof Neo4jError)) return error;
    const { uri } = this.#server;
    if (isLost(error)) {
      return new DatabaseError(`Neo4j at ${uri} cannot be reached: ${error.message}`, error, { uri });
    }
    if (isTransient(error) || error.code.startsWith("Neo.DatabaseError.")) {
      return new DatabaseError(`Neo4j at ${uri} cannot answer now: ${error.message}`, error, { uri });
    }
    if (error.code.startsWith("Neo.ClientError.Security.")) {
      const hint = "check NEO4J_USER and NEO4J_PASSWORD";
      return new DatabaseError(`Neo4j at ${uri} refuses the login (${error.message}); ${hint}`, error, {
        uri,
      });
    }
    if (error.code === "Neo.ClientError.Database.DatabaseNotFound") {
      const hint = "check NEO4J_DATABASE";
      return new DatabaseError(`Neo4j at ${uri} has no database ${this.database} (${hint})`, error, { uri });
    }
    return error;
  }
}

type Mode = "READ" | "WRITE";
type Work = (transaction: Transaction) => Promise<unknown>;

let nextMark = 0;

/** The options for another attempt: the time limit holds for all of them together. */
function whatIsLeft(options: RunOptions, begin: number): RunOptions {
  const { timeout } = options;
  if (timeout === undefined) return options;
  return { ...options, timeout: Math.max(1, Math.ceil(timeout - (performance.now() - begin))) };
}

/** Closes a session; one whose answer was given up is not waited for, since it may never come. */
async function closed(session: Session, failure: unknown): Promise<void> {
  const closing = session.close();
  if (failure instanceof AbandonedError || failure instanceof DatabaseError) closing.catch(() => {});
  else await closing;
}

function driverFor({ uri, user, password }: DatabaseServer): Driver {
  const auth = password === undefined ? undefined : neo4j.auth.basic(user, password);
  return neo4j.driver(uri, auth, {
    disableLosslessIntegers: true,
    connectionTimeout: 10_000,
    connectionAcquisitionTimeout: 20_000,
    telemetryDisabled: true,
    userAgent: "zhitu",
  });
}

function wrap(transaction: Pick<ManagedTransaction, "run">): Transaction {
  return {
    async run<T extends Row>(statement: string, parameters: Parameters = {}) {
      const result = await transaction.run(statement, toParameters(parameters));
      return result.records.map((record) => record.toObject() as T);
    },
  };
}

/** The driver keeps a stack trace for each statement, in case it fails; taking it costs more than a small answer. */
function withoutStack<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Whether the connection is gone, not the statement wrong. */
function isLost(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  const { code, message } = error;
  const gone = code === "ServiceUnavailable" || code === "SessionExpired";
  return gone || /acquisition timed out|Pool is closed/i.test(message);
}

/** Whether the server asks for another attempt: it is about to stop, short of memory, or two were in each other's way. */
function isTransient(error: unknown): boolean {
  return error instanceof Neo4jError && error.retryable;
}

/** The oldest Neo4j that has all that the layout needs: constraints on relationships, `CALL (x) { … }`. */
const OLDEST: readonly [number, number] = [5, 26];

function requireVersion(uri: string, agent: string | undefined): void {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent ?? "") ?? [];
  if (major === undefined) return;
  const [oldMajor, oldMinor] = OLDEST;
  if (Number(major) > oldMajor || (Number(major) === oldMajor && Number(minor) >= oldMinor)) return;
  throw new DatabaseError(`${agent} at ${uri} is too old: Zhitu needs Neo4j ${OLDEST.join(".")} or later`);
}
