#!/usr/bin/env -S node --min-semi-space-size=128 --max-semi-space-size=128
// Room for what several hundred thousand characters leave behind: with less (Node gives 16 MB), collecting it takes a tenth of
// the time of `extract` and `load`. The memory is touched only when it is needed.
import { CommanderError } from "commander";
import { messageOf, ZhituError } from "../core/errors.js";
import { createProgram } from "./program.js";

/** Runs the command line; resolves to the exit code: 0 done, 1 something failed, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`zhitu: ${messageOf(error)}\n`);
    if (process.env.ZHITU_DEBUG) console.error(error);
    return error instanceof ZhituError ? error.exitCode : 1;
  }
}

// A reader that closes the pipe early (zhitu extract … | head) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv);
