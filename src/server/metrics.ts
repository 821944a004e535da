import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Gate } from "./gate.js";
import type { OperationRecord } from "./record.js";

/** Upper bounds in seconds: from answers out of the page cache to the time limit. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** What Prometheus is told at `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  readonly #operations: Counter;
  readonly #seconds: Histogram;
  readonly #database: Histogram;
  readonly #statements: Counter;

  constructor(gate: Gate) {
    const registers = [this.registry];
    this.#operations = new Counter({
      name: "zhitu_operations_total",
      help: "Operations answered, by type and by the code of the first error (OK where there was none).",
      labelNames: ["type", "code"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "zhitu_operation_seconds",
      help: "Time from an operation's arrival to its answer, waiting included.",
      buckets: BUCKETS,
      registers,
    });
    this.#database = new Histogram({
      name: "zhitu_database_seconds",
      help: "Time that an operation spent in the database.",
      buckets: BUCKETS,
      registers,
    });
    this.#statements = new Counter({
      name: "zhitu_statements_total",
      help: "Statements sent to the database by operations.",
      registers,
    });
    const gauge = (name: string, help: string, read: () => number): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    };
    gauge("zhitu_operations_running", "Operations under way.", () => gate.running);
    gauge("zhitu_operations_waiting", "Operations that wait for their turn.", () => gate.waiting);
    collectDefaultMetrics({ register: this.registry });
  }

  add({ type, codes, time, use }: OperationRecord): void {
    this.#operations.inc({ type, code: codes[0] ?? "OK" });
    this.#seconds.observe(time / 1000);
    if (use.statements === 0) return;
    this.#database.observe(use.time / 1000);
    this.#statements.inc(use.statements);
  }
}
