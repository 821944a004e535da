#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { messageOf, ZhituError } from "../core/errors.js";
import { registerCommands } from "./commands.js";

/** Runs the command line; resolves to the exit code: 0 done, 1 something failed, 2 wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const program = new Command("zhitu")
    .description("质图: a knowledge graph of organizations and initiatives, read from Chinese documents")
    .showSuggestionAfterError()
    .exitOverride();
  registerCommands(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
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
