/** How long an operation waits for its turn, in milliseconds. */
const PATIENCE = 5_000;

/** Why an operation may not run: too many run and wait already, or its turn did not come in time. */
export class Overloaded extends Error {}

interface Waiting {
  enter: () => void;
  refuse: (error: Error) => void;
}

/** Lets so many operations run at once and so many wait, in the order in which they came; refuses the others. */
export class Gate {
  #running = 0;
  readonly #waiting = new Set<Waiting>();

  constructor(
    readonly concurrency: number,
    readonly queue: number,
  ) {}

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Nothing where there is room; else a promise of it, which fails with Overloaded, or with the signal's reason. */
  enter(signal: AbortSignal): Promise<void> | undefined {
    if (this.#running < this.concurrency) {
      this.#running++;
      return undefined;
    }
    if (this.#waiting.size >= this.queue) throw new Overloaded("too many operations wait");
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", abandon);
        this.#waiting.delete(waiting);
      };
      const waiting: Waiting = {
        enter: () => {
          end();
          resolve();
        },
        refuse: (error) => {
          end();
          reject(error);
        },
      };
      const abandon = (): void => waiting.refuse(signal.reason);
      const timer = setTimeout(() => waiting.refuse(new Overloaded("its turn did not come")), PATIENCE);
      signal.addEventListener("abort", abandon);
      this.#waiting.add(waiting);
    });
  }

  /** Ends one that was let in; the next one takes its place. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) next.enter();
    else this.#running--;
  }
}
