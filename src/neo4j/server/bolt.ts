import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { DatabaseError, messageOf } from "../../core/errors.js";

/** The user of the managed server. */
export const USER = "neo4j";
/** The password of a Neo4j that nobody has logged in to; it lets one do nothing but change it. */
const DEFAULT_PASSWORD = "neo4j";

/** The Bolt address of a port of this machine. */
export function boltUri(port: number): string {
  return `bolt://127.0.0.1:${port}`;
}

/** Whether something listens on the port. */
export function probe(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const done = (open: boolean) => {
      socket.destroy();
      settle(open);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}

/** Raises an error when there is no use in waiting on. */
export type Check = () => Promise<void>;

/** How long one attempt may take, in milliseconds: a server that hangs accepts a connection and says nothing. */
const ATTEMPT_LIMIT = 10_000;

/** Changes the default password of a new server to the given one, then waits for an answer as `answer` does. */
export async function adoptPassword(
  port: number,
  password: string,
  check: Check,
): Promise<string | undefined> {
  const parameters = { old: DEFAULT_PASSWORD, new: password };
  const statement = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new";
  const refusal = await attempts(port, DEFAULT_PASSWORD, "system", statement, parameters, check);
  // Refused also where an attempt that was given up as too slow had changed it after all.
  return (await answer(port, password, check)) && refusal;
}

/** Waits until the server answers a query with this password. Gives the reason when it refuses the password. */
export function answer(port: number, password: string, check: Check): Promise<string | undefined> {
  return attempts(port, password, "neo4j", "RETURN 1", {}, check);
}

/** Raises an error unless the server answers over a new connection within a few seconds. */
export async function answersNow(
  { uri, user, password }: { uri: string; user: string; password: string | undefined },
  database: string | undefined,
): Promise<void> {
  const config = { routing: neo4j.routing.READ, ...(database === undefined ? {} : { database }) };
  const ask = (driver: Driver) => driver.executeQuery("RETURN 1", {}, config);
  await withDriver(uri, user, password, SOON, ask);
}

/** How long a server that lives may take for the least of questions, in milliseconds. */
const SOON = 5_000;

/** Runs a statement, again and again until it succeeds; undefined then, and the reason when the login is refused. */
async function attempts(
  port: number,
  password: string,
  database: string,
  statement: string,
  parameters: Record<string, unknown>,
  check: Check,
): Promise<string | undefined> {
  for (;;) {
    try {
      const ask = (driver: Driver) => driver.executeQuery(statement, parameters, { database });
      await withDriver(boltUri(port), USER, password, ATTEMPT_LIMIT, ask);
      return undefined;
    } catch (error) {
      if (error instanceof Neo4jError && error.code.startsWith("Neo.ClientError.Security."))
        return messageOf(error);
    }
    await check();
    await sleep(200);
  }
}

async function withDriver(
  uri: string,
  user: string,
  password: string | undefined,
  patience: number,
  action: (driver: Driver) => Promise<unknown>,
) {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic(user, password), {
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 5_000,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  const limit = new AbortController();
  const tooSlow = sleep(patience, undefined, { signal: limit.signal }).then(() => {
    throw new DatabaseError("no answer in time");
  });
  try {
    await Promise.race([action(driver), tooSlow]);
  } finally {
    limit.abort();
    tooSlow.catch(() => {});
    await driver.close();
  }
}
