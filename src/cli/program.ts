import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { packageRoot } from "../core/paths.js";
import { registerCommands } from "./commands.js";

/** The program with all its commands. Wrong usage is told in one message and thrown as CommanderError. */
export function createProgram(): Command {
  const program = new Command("zhitu")
    .description("质图: a knowledge graph of organizations and initiatives, read from Chinese documents")
    .version(version(), "--version", "print the version")
    .showSuggestionAfterError()
    .addHelpText("after", "\nExit codes: 0 done, 1 something failed, 2 wrong usage.");
  registerCommands(program);
  prepare(program, "zhitu", "lists the commands");
  return program;
}

function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;
}

/** Messages of a command and those below it begin as all others do, and end with where help is. */
function prepare(command: Command, path: string, help: string): void {
  command
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "zhitu: ")) })
    .showHelpAfterError(`${path} --help ${help}`);
  for (const sub of command.commands) prepare(sub, `${path} ${sub.name()}`, "tells how to use it");
}
