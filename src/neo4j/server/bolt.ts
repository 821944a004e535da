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

/** Changes the default password of a new server to the given one, then waits until the server serves. */
export async function adoptPassword(port: number, password: string, deadline: number): Promise<void> {
  await withDriver(port, DEFAULT_PASSWORD, (driver) =>
    retry(deadline, () =>
      driver.executeQuery(
        "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
        { old: DEFAULT_PASSWORD, new: password },
        { database: "system" },
      ),
    ),
  );
  const error = await answer(port, password, deadline);
  if (error) throw new DatabaseError(`Neo4j started but does not serve: ${error}`);
}

/**
 * Waits until the server answers a query with this password; the reason as text when it does not by the deadline, or
 * when `alive` says that there is nobody to wait for.
 */
export async function answer(
  port: number,
  password: string,
  deadline: number,
  alive: () => boolean = () => true,
): Promise<string | undefined> {
  try {
    await withDriver(port, password, (driver) =>
      retry(deadline, () => driver.executeQuery("RETURN 1", {}, { database: "neo4j" }), alive),
    );
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

async function withDriver<T>(
  port: number,
  password: string,
  action: (driver: Driver) => Promise<T>,
): Promise<T> {
  const driver = neo4j.driver(boltUri(port), neo4j.auth.basic(USER, password), {
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 5_000,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  try {
    return await action(driver);
  } finally {
    await driver.close();
  }
}

/** Tries until the deadline; a refused password is final. A server that hangs is given up at the deadline too. */
async function retry<T>(deadline: number, action: () => Promise<T>, alive = () => true): Promise<T> {
  for (;;) {
    const left = deadline - Date.now();
    const timer = new AbortController();
    try {
      return await Promise.race([
        action(),
        sleep(Math.max(left, 1), undefined, { signal: timer.signal }).then(() => {
          throw new DatabaseError("no answer in time");
        }),
      ]);
    } catch (error) {
      const refused = error instanceof Neo4jError && error.code.startsWith("Neo.ClientError.Security.");
      if (refused || Date.now() >= deadline || !alive()) throw error;
      await sleep(200);
    } finally {
      timer.abort();
    }
  }
}
