import type { Command } from "commander";
import { addReadOptions, type ReadFlags, readOptions } from "./read-options.js";

/** `zhitu read`: the normalized text that offsets of evidence refer to. */
export function registerRead(program: Command): void {
  const command = program
    .command("read")
    .description("print the normalized text of a document, to which the offsets of evidence refer")
    .argument("<file>", "a file that holds one document, or - for standard input")
    .option("--json", "print an object with id, encoding, text and what else the document says of itself");
  addReadOptions(command).action(run);
}

async function run(file: string, flags: ReadFlags & { json?: boolean }): Promise<void> {
  const { readDocument } = await import("../../loaders/read/read.js");
  const { warnings, path: _path, ...document } = await readDocument(file, readOptions(flags));
  for (const warning of warnings) process.stderr.write(`${document.id}: ${warning}\n`);
  process.stdout.write(flags.json ? `${JSON.stringify(document)}\n` : `${document.text}\n`);
}
