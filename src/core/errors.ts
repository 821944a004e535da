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

/** A file or folder that cannot be read or written: it is not there, or the system refuses. */
export class FileError extends ZhituError<"FILE"> {
  constructor(
    readonly path: string,
    reason: string,
    cause?: unknown,
  ) {
    super("FILE", `${path}: ${reason}`, { cause, facts: { path } });
    this.name = "FileError";
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

/** Why the file system refused to read, in words that follow the file's name. */
export function refusalToRead(error: unknown): string {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case "ENOENT":
      return "does not exist";
    case "EACCES":
    case "EPERM":
      return "may not be read; check its permissions";
    case "ELOOP":
      return "is a link that leads back to itself";
    case "EISDIR":
      return "is a folder";
    case "ENOTDIR":
      return "is no folder";
    default:
      return `cannot be read: ${messageOf(error)}`;
  }
}

/** The message of anything thrown, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
