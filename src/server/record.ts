import type { DatabaseUse } from "../api/bounded.js";

/** What is known of an operation once it is answered: for the log, the metrics and traces. */
export interface OperationRecord {
  type: "query" | "mutation" | "subscription" | "unknown";
  /** As the client calls it; null where it has no name. */
  name: string | null;
  /** Codes of its errors. */
  codes: string[];
  /** Milliseconds from its arrival to its answer. */
  time: number;
  use: DatabaseUse;
}

/** What is known of a request besides its operations. */
export interface RequestContext {
  /** For the log, and for the client as X-Request-Id. */
  id: string;
  /** Whether it brings the server's token. */
  mayWrite: boolean;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  /** The caller's span, as the header traceparent has it. */
  traceparent: string | undefined;
  /** Filled in as operations are answered. */
  operations: OperationRecord[];
}

const ID = /^[\w.-]{1,64}$/;
const run = Math.random().toString(36).slice(2, 8);
let count = 0;

/** The request's id: the one that it brings where that is a plain word, else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && ID.test(given) ? given : `${run}-${(++count).toString(36)}`;
}
