import { messageOf, ZhituError } from "../../core/errors.js";
import type { Task, TaskKind } from "./task.js";

/** How many tasks that have ended are remembered. */
const REMEMBERED = 1_000;

/** Changes of the graph, one after the other in the order in which they came. */
export class TaskQueue {
  readonly #tasks = new Map<string, Task>();
  #last: Promise<void> = Promise.resolve();
  #count = 0;

  constructor(readonly onFailure: (error: unknown) => void = () => {}) {}

  /** Adds a task; `work` fills in what became of it. The promise ends with the task and never fails. */
  add(
    kind: TaskKind,
    subject: string,
    work: (task: Task) => Promise<void>,
  ): { task: Task; ended: Promise<void> } {
    const id = `task-${++this.#count}`;
    const task: Task = { id, kind, subject, status: "WAITING", claims: 0, warnings: [] };
    this.#tasks.set(id, task);
    const ended = this.#last.then(() => this.#run(task, work));
    this.#last = ended;
    return { task, ended };
  }

  get(id: string): Task | undefined {
    return this.#tasks.get(id);
  }

  /** The newest first. */
  list(first: number): Task[] {
    return [...this.#tasks.values()].reverse().slice(0, first);
  }

  async #run(task: Task, work: (task: Task) => Promise<void>): Promise<void> {
    task.status = "RUNNING";
    try {
      await work(task);
      task.status = "DONE";
    } catch (error) {
      task.status = "FAILED";
      // What Zhitu raises on purpose is meant for people; anything else is for the log.
      const isMeant = error instanceof ZhituError;
      if (!isMeant) this.onFailure(error);
      task.error = isMeant ? messageOf(error) : "Something went wrong on the server; its log has more.";
    }
    const ended = [...this.#tasks.values()].filter(({ status }) => status === "DONE" || status === "FAILED");
    for (const { id } of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) this.#tasks.delete(id);
  }
}
