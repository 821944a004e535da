import { CommanderError } from "commander";
import { createProgram } from "../../src/cli/program.js";
import { ZhituError } from "../../src/core/errors.js";

/** What a command printed, and the exit code that the program would end with. */
export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the program within this process, its output caught; commands of one test run one after the other. */
export async function runCommand(argv: readonly string[]): Promise<CommandResult> {
  const result: CommandResult = { code: 0, stdout: "", stderr: "" };
  const program = createProgram();
  const writers = { out: process.stdout.write, err: process.stderr.write };
  process.stdout.write = ((text: string) => {
    result.stdout += text;
    return true;
  }) as typeof process.stdout.write;
  process.stderr.write = ((text: string) => {
    result.stderr += text;
    return true;
  }) as typeof process.stderr.write;
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await program.parseAsync(["node", "zhitu", ...argv]);
    result.code = Number(process.exitCode);
  } catch (error) {
    if (error instanceof CommanderError) result.code = error.exitCode === 0 ? 0 : 2;
    else {
      result.code = error instanceof ZhituError ? error.exitCode : 1;
      result.stderr += `zhitu: ${(error as Error).message}\n`;
    }
  } finally {
    process.stdout.write = writers.out;
    process.stderr.write = writers.err;
    process.exitCode = before;
  }
  return result;
}
