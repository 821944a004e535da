/**
 * Lets one piece of work begin in each round of the event loop. Node takes one new connection a round: where a round answers
 * all that has come in meanwhile, a crowd of clients makes whoever connects wait for minutes behind a flood.
 */
export class Rounds {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is its turn, in the order in which they came. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#waiting.push(resolve) === 1) setImmediate(this.#round);
    });
  }

  readonly #round = (): void => {
    this.#waiting.shift()!();
    if (this.#waiting.length > 0) setImmediate(this.#round);
  };
}
