import type { Command } from "commander";

type Register = (program: Command) => void;

/** All commands, in the order of the help: one file each, which imports what it needs only when it runs. */
const COMMANDS: readonly Register[] = [];

/** Adds every command to the program. */
export function registerCommands(program: Command): void {
  for (const register of COMMANDS) register(program);
}
