/** How grave an error is to a command line: 1, something failed; 2, wrong usage. */
export type ExitCode = 1 | 2;

/**
 * The base of every error that Zhitu raises on purpose: a stable `code`, a message that says what was wanted,
 * what was got and what to do, the facts as fields, and the cause kept for the log.
 */
export class ZhituError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    message: string,
    options: { cause?: unknown; facts?: Record<string, unknown>; exitCode?: ExitCode } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ZhituError";
    this.facts = options.facts ?? {};
    this.exitCode = options.exitCode ?? 1;
  }

  readonly facts: Record<string, unknown>;
  readonly exitCode: ExitCode;
}

/** Wrong usage: a bad argument, option or input key (exit code 2). */
export class UsageError extends ZhituError<"USAGE"> {
  constructor(message: string, facts: Record<string, unknown> = {}) {
    super("USAGE", message, { facts, exitCode: 2 });
    this.name = "UsageError";
  }
}

/** A document that cannot be read; the others of the same run go on. */
export class DocumentError extends ZhituError<"DOCUMENT"> {
  constructor(
    readonly document: string,
    message: string,
    cause?: unknown,
  ) {
    super("DOCUMENT", `${JSON.stringify(document).slice(1, -1)}: ${message}`, { cause, facts: { document } });
    this.name = "DocumentError";
  }
}

/** The database cannot be had or has failed. */
export class DatabaseError extends ZhituError<"DATABASE"> {
  constructor(message: string, cause?: unknown, facts: Record<string, unknown> = {}) {
    super("DATABASE", message, { cause, facts });
    this.name = "DatabaseError";
  }
}

/** Whoever asked has gone; what was under way was ended. */
export class AbandonedError extends ZhituError<"ABANDONED"> {
  constructor() {
    super("ABANDONED", "the answer is wanted no more");
    this.name = "AbandonedError";
  }
}

/** The message of anything thrown, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
