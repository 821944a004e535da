import { type Command, InvalidArgumentError } from "commander";
import type { ReadOptions } from "../../loaders/read/read.js";

/** The options of all commands that read documents. */
export interface ReadFlags {
  encoding?: string;
  root?: string;
  maxSize?: number;
}

/** Adds `--encoding`, `--root` and `--max-size`. */
export function addReadOptions(command: Command): Command {
  return command
    .option(
      "--encoding <encoding>",
      "the files' encoding: utf-8, utf-16le, gb18030, big5 (default: detected)",
      encoding,
    )
    .option("--root <dir>", "the folder that ids of documents are relative to (default: paths as given)")
    .option("--max-size <mb>", "refuse files larger than this, in MB", megabytes, 64);
}

/** The reader's options as the flags say. */
export function readOptions(flags: ReadFlags): ReadOptions {
  return {
    encoding: flags.encoding,
    root: flags.root,
    maxBytes: flags.maxSize === undefined ? undefined : flags.maxSize * 1024 * 1024,
  };
}

function encoding(value: string): string {
  try {
    return new TextDecoder(value).encoding;
  } catch {
    throw new InvalidArgumentError("Use utf-8, utf-16le, utf-16be, gb18030 or big5.");
  }
}

function megabytes(value: string): number {
  const size = Number(value);
  if (!(size > 0)) throw new InvalidArgumentError("Give a number of megabytes above 0.");
  return size;
}
