import { Helper } from "./helper.js";

/** What became of the requests of some clients. */
export interface Tally {
  right: number;
  /** Errors by code. */
  refused: Record<string, number>;
  /** Answers that are neither right nor one of the errors that a fault may give, and requests without an end. */
  wrong: string[];
  /** Milliseconds of the slowest. */
  slowest: number;
  /** Milliseconds by which the clients themselves were late. */
  late: number;
}

export interface Asking {
  url: string;
  /** Queries, each with the answer's text; null where any answer without errors is right. */
  expected: ReadonlyMap<string, string | null>;
  /** Milliseconds after which a request counts as one without an end. */
  limit: number;
  /** How many clients. */
  count: number;
  /** Milliseconds between an answer and a client's next question. Default 100. */
  thinking?: number;
}

/** Clients that ask again and again, from a process of their own. */
export class Clients {
  readonly #helper = new Helper("clients.mjs");

  static async start({ expected, thinking = 100, ...asking }: Asking): Promise<Clients> {
    const clients = new Clients();
    await clients.#helper.tell("start", { ...asking, thinking, expected: [...expected] });
    return clients;
  }

  /** What happened since the last look. */
  look(): Promise<Tally> {
    return this.#helper.tell("look");
  }

  /** The same without forgetting it. */
  peek(): Promise<Tally> {
    return this.#helper.tell("peek");
  }

  /** Waits until every request has ended; what happened since the last look. */
  stop(): Promise<Tally> {
    return this.#helper.tell("stop");
  }

  /** Ends them, whatever they do. */
  end(): Promise<void> {
    return this.#helper.end();
  }
}
