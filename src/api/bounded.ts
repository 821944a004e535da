import type { Database, RunOptions, Transaction } from "../neo4j/index.js";

/** What an operation asked of the database. */
export interface DatabaseUse {
  statements: number;
  /** Milliseconds. */
  time: number;
  /** Told of each stay in the database, in milliseconds since 1970. */
  onRead?: (begin: number, end: number) => void;
}

/**
 * The database for one operation: all that it reads together keeps the time limit, fails at once where the server is
 * gone, and ends with the signal.
 */
export function boundedDatabase(
  database: Pick<Database, "read" | "readOnce">,
  { timeout, signal }: { timeout: number; signal?: AbortSignal | undefined },
  use?: DatabaseUse,
): Pick<Database, "read" | "readOnce"> {
  const begin = performance.now();
  const bounds = (): RunOptions => {
    const left = Math.max(1, Math.ceil(begin + timeout - performance.now()));
    return signal ? { timeout: left, signal, atOnce: true } : { timeout: left, atOnce: true };
  };
  const measured = async <T>(statements: number, reading: Promise<T>): Promise<T> => {
    if (!use) return reading;
    const asked = performance.now();
    use.statements += statements;
    try {
      return await reading;
    } finally {
      const now = performance.now();
      use.time += now - asked;
      use.onRead?.(performance.timeOrigin + asked, performance.timeOrigin + now);
    }
  };
  return {
    readOnce: (statement, parameters) => measured(1, database.readOnce(statement, parameters, bounds())),
    read: ((work: unknown, parameters?: unknown) => {
      if (typeof work === "string") {
        return measured(1, database.read(work, parameters as Record<string, unknown>, bounds()));
      }
      const counted = (transaction: Transaction) =>
        (work as (transaction: Transaction) => Promise<unknown>)({
          run: (statement, values) => {
            if (use) use.statements++;
            return transaction.run(statement, values);
          },
        });
      return measured(0, database.read(counted, bounds()));
    }) as Database["read"],
  };
}
