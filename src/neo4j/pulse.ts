import { AbandonedError, DatabaseError } from "../core/errors.js";

/** How much later than its time limit a statement is given up that the server should have ended, in milliseconds. */
const GRACE = 3_000;
/** After how long without any answer, though some are due, the server is asked whether it lives, in milliseconds. */
const DOUBT = 3_000;
/** Milliseconds between looks, while answers are due. */
const LOOK = 250;
/** Milliseconds between attempts to reach a silent server, and after which one of our own is started anew. */
const PAUSE = 1_000;
const STUBBORN = 60_000;

export interface PulseOptions {
  /** Asks the server for a sign of life over a new connection; raises an error when there is none soon. */
  ask: () => Promise<void>;
  /** The silent server answers again: connections from before are worth nothing. */
  onBack: () => Promise<void>;
  /** Called now and then while the silence lasts. */
  onStubborn: () => Promise<void>;
  /** For the error: where the server is. */
  uri: () => string;
}

interface Due {
  since: number;
  deadline: number;
  giveUp: (error: Error) => void;
}

/**
 * Notices that a server has fallen silent: paused, hung, or behind a network that swallows everything. A statement's time
 * limit is the server's to keep, which a silent one does not. Nobody waits for it then: what is due fails, and what comes
 * is refused, until it answers again.
 */
export class Pulse {
  readonly #due = new Set<Due>();
  readonly #options: PulseOptions;
  #lastAnswer = 0;
  #timer: NodeJS.Timeout | undefined;
  #silentSince: number | undefined;
  #asking: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  /** Whether the server has not answered when it was asked, nor since. */
  get isSilent(): boolean {
    return this.#silentSince !== undefined;
  }

  /** Raises an error while the server is silent. */
  refuse(): void {
    if (this.isSilent) throw this.#silence();
  }

  /** The outcome of some work, or an error when it is late, wanted no more, or the server is silent. */
  outcomeOf<T>(
    work: () => Promise<T>,
    { timeout, signal }: { timeout?: number; signal?: AbortSignal },
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new AbandonedError());
      const since = performance.now();
      const due: Due = { since, deadline: since + (timeout ?? Infinity) + GRACE, giveUp };
      const end = (): void => {
        this.#due.delete(due);
        signal?.removeEventListener("abort", abandon);
      };
      function giveUp(error: Error): void {
        end();
        reject(error);
      }
      const abandon = (): void => giveUp(new AbandonedError());
      signal?.addEventListener("abort", abandon);
      this.#due.add(due);
      this.#timer ??= setInterval(() => this.#look(), LOOK).unref();
      work().then(
        (value) => {
          this.#lastAnswer = performance.now();
          end();
          resolve(value);
        },
        (error) => {
          end();
          reject(error);
        },
      );
    });
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
  }

  #look(): void {
    if (this.#due.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    // They are in the order in which they came.
    const [oldest] = this.#due;
    if (now - oldest!.since > DOUBT && now - this.#lastAnswer > DOUBT) this.#doubt();
    for (const due of this.#due) if (now > due.deadline) due.giveUp(this.#silence());
  }

  /** Asks, and from the first failure on again and again until there is an answer. */
  #doubt(): void {
    this.#asking ??= this.#askUntilBack().finally(() => {
      this.#asking = undefined;
    });
  }

  async #askUntilBack(): Promise<void> {
    for (let stubborn = STUBBORN; !this.#isClosed; ) {
      try {
        await this.#options.ask();
        this.#lastAnswer = performance.now();
        if (this.isSilent) await this.#options.onBack();
        this.#silentSince = undefined;
        return;
      } catch {
        this.#silentSince ??= performance.now();
        for (const due of this.#due) due.giveUp(this.#silence());
      }
      if (performance.now() - this.#silentSince > stubborn) {
        stubborn += STUBBORN;
        await this.#options.onStubborn().catch(() => {});
      }
      await new Promise<void>((resolve) => setTimeout(resolve, PAUSE).unref());
    }
  }

  #silence(): DatabaseError {
    const uri = this.#options.uri();
    return new DatabaseError(`Neo4j at ${uri} does not answer`, undefined, { uri });
  }
}
