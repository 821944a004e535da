import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "../../core/errors.js";
import { isAlive, type ProcessIdentity } from "./process-identity.js";

/** Stops the process: asks, waits up to 8 s, then kills. Resolves when it is gone. */
export async function stopProcess(identity: ProcessIdentity): Promise<void> {
  for (const [signal, limit] of [
    ["SIGTERM", 8_000],
    ["SIGKILL", 4_000],
  ] as const) {
    const deadline = Date.now() + limit;
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    while (Date.now() < deadline) {
      if (!isAlive(identity)) return;
      await sleep(50);
    }
  }
  throw new DatabaseError(`the Neo4j process ${identity.pid} does not end, not even killed`);
}
