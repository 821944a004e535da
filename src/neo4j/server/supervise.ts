import { messageOf } from "../../core/errors.js";
import type { ManagedServer } from "./managed-server.js";
import type { Report } from "./report.js";

/** How often a user of the server looks whether it lives, in milliseconds. */
const INTERVAL = 1_000;
/** The longest pause between attempts to start a server that will not start, in milliseconds. */
const LONGEST_PAUSE = 30_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface Supervision {
  /** From now on, calls `recover` when the server has died. */
  watch(recover: () => Promise<void>): void;
  /** Gives the server back and takes all hooks off. */
  end(): Promise<void>;
}

/**
 * Ties the server to this process: given back on a signal that nobody else handles and when the process exits, and
 * started again when it dies while the process uses it.
 */
export function superviseServer(server: ManagedServer, report: Report): Supervision {
  let timer: NodeJS.Timeout | undefined;
  let ended: Promise<void> | undefined;
  const onExit = () => server.releaseNow();
  const onSignal = (signal: NodeJS.Signals) => {
    // A program that handles the signal itself closes its databases itself.
    if (process.listenerCount(signal) > listeners(signal)) return;
    void end().finally(() => process.kill(process.pid, signal));
  };
  const end = () => {
    ended ??= (async () => {
      clearTimeout(timer);
      try {
        await server.release();
      } finally {
        process.removeListener("exit", onExit);
        for (const signal of SIGNALS) unlisten(signal, onSignal);
      }
    })();
    return ended;
  };
  process.once("exit", onExit);
  for (const signal of SIGNALS) listen(signal, onSignal);

  return {
    end,
    watch(recover) {
      let pause = INTERVAL;
      const look = async () => {
        if (!server.alive) {
          report("the database has died; starting it again");
          try {
            await recover();
            report("the database is back");
            pause = INTERVAL;
          } catch (error) {
            pause = Math.min(pause * 2, LONGEST_PAUSE);
            report(`the database cannot be started: ${messageOf(error)}`);
          }
        }
        if (!ended) timer = setTimeout(() => void look(), pause).unref();
      };
      timer = setTimeout(() => void look(), INTERVAL).unref();
    },
  };
}

type Handler = (signal: NodeJS.Signals) => void;
const handlers = new Map<NodeJS.Signals, Set<Handler>>();

function listen(signal: NodeJS.Signals, handler: Handler): void {
  const set = handlers.get(signal) ?? new Set();
  handlers.set(signal, set);
  set.add(handler);
  process.on(signal, handler);
}

function unlisten(signal: NodeJS.Signals, handler: Handler): void {
  handlers.get(signal)?.delete(handler);
  process.removeListener(signal, handler);
}

/** How many of a signal's listeners are ours. */
function listeners(signal: NodeJS.Signals): number {
  return handlers.get(signal)?.size ?? 0;
}
