/** Milliseconds between looks whether the parent still lives. */
const PARENT_CHECK = 1_000;
/** Milliseconds from the call to stop until the process ends in any case. */
const DEADLINE = 14_000;

/** What ends a long-running command. */
export interface Lifetime {
  /** Resolves with the reason once the process is to stop. */
  readonly ended: Promise<string>;
  /** Takes all hooks off. */
  release(): void;
}

/**
 * Waits for SIGINT, SIGTERM or SIGHUP, for an uncaught error, and for the parent to vanish: npm and npx do not pass
 * signals on, so a server that they started would outlive them. After the call to stop the process ends within 15 s,
 * whatever hangs.
 */
export function watchLifetime(log: (message: string) => void): Lifetime {
  let end: (reason: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = (reason) => {
      setTimeout(() => {
        log("not everything ended in time; giving up on it");
        process.exit(1);
      }, DEADLINE).unref();
      resolve(reason);
    };
  });
  const onSignal = (signal: NodeJS.Signals) => end(signal);
  const onException = (error: unknown) => {
    log(`uncaught error: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
    end("an uncaught error");
  };
  // A rejection that nobody awaited is a fault to be told, not a reason to leave all clients alone.
  const onRejection = (error: unknown) => {
    log(`unhandled rejection: ${error instanceof Error ? error.stack : String(error)}`);
  };
  const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, onSignal);
  process.on("uncaughtException", onException);
  process.on("unhandledRejection", onRejection);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) end("its parent process has gone");
  }, PARENT_CHECK);
  return {
    ended,
    release() {
      clearInterval(timer);
      for (const signal of signals) process.removeListener(signal, onSignal);
      process.removeListener("uncaughtException", onException);
      process.removeListener("unhandledRejection", onRejection);
    },
  };
}
