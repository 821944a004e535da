import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../src/core/paths.js";

/** A program of this folder in a process of its own, which answers what it is told over IPC. */
export class Helper {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #next = 0;

  constructor(file: string, ...args: string[]) {
    this.#child = fork(join(packageRoot, "tests/faults", file), args, { execArgv: [] });
    this.#ended = once(this.#child, "exit");
  }

  /** Its answer to a message. Raises an error when it ends without one. */
  tell<T>(what: string, options?: object): Promise<T> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const onMessage = (message: { id: number; answer: T }) => {
        if (message.id !== id) return;
        end();
        resolve(message.answer);
      };
      const onExit = () => {
        end();
        reject(new Error("the helper has ended"));
      };
      const end = () => {
        this.#child.off("message", onMessage);
        this.#child.off("exit", onExit);
      };
      this.#child.on("message", onMessage);
      this.#child.on("exit", onExit);
      this.#child.send({ id, what, options });
    });
  }

  async end(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}
