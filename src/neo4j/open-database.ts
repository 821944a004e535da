import { readSettings, type Settings } from "../core/config.js";
import { Database } from "./database.js";
import { prepareDatabase } from "./prepare.js";
import { ManagedServer } from "./server/managed-server.js";
import type { Report } from "./server/report.js";
import { superviseServer } from "./server/supervise.js";

export interface OpenOptions {
  /** Default: the environment's. */
  settings?: Settings;
  /** Told what takes time or was repaired, in one line each. Default: nobody. */
  report?: Report;
  /** Whether to bring layout, constraints and indexes up to date. Default true. */
  prepare?: boolean;
  /** Breaks the opening off, also a fetch or a start in the middle; without effect once the database is open. */
  signal?: AbortSignal;
}

/**
 * Opens the graph: the server of NEO4J_URI, or the managed local one, which is fetched, started or joined as needed
 * and watched until the Database is closed. Raises DatabaseError that says what to do.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const settings = options.settings ?? readSettings();
  const report = options.report ?? (() => {});
  const database = settings.connection
    ? new Database(settings.connection, settings.connection.database)
    : await openManaged(settings, report, options.signal);
  try {
    await database.verify();
    if (options.prepare ?? true) await prepareDatabase(database, report);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openManaged(settings: Settings, report: Report, signal?: AbortSignal): Promise<Database> {
  const server = new ManagedServer(settings, report);
  const supervision = superviseServer(server, report);
  const breakOff = () => void supervision.end();
  signal?.addEventListener("abort", breakOff);
  try {
    signal?.throwIfAborted();
    const address = await server.acquire();
    const recover = () => server.recover();
    const release = () => supervision.end();
    const database = new Database({ ...address, recover, release }, "neo4j");
    supervision.watch(() => database.recover());
    return database;
  } catch (error) {
    await supervision.end();
    throw error;
  } finally {
    signal?.removeEventListener("abort", breakOff);
  }
}
