import { type Command, Option } from "commander";
import type { Claim } from "../../schema/index.js";
import { DocumentError } from "../core/errors.js";
import { linesOf } from "./claim-lines.js";
import { tableOf } from "./claim-table.js";
import { addReadOptions, type ReadFlags, readOptions } from "./read-options.js";

interface ExtractFlags extends ReadFlags {
  format: "jsonl" | "table";
  explain?: boolean;
}

/** `zhitu extract`: the facts of documents, without a database. */
export function registerExtract(program: Command): void {
  const command = program
    .command("extract")
    .description("print the facts that documents state, one a line; no database is needed")
    .argument("<path...>", "files, folders, globs, or - for standard input")
    .addOption(
      new Option("--format <format>", "how to print them").choices(["jsonl", "table"]).default("jsonl"),
    )
    .option("--explain", "print the rule that found each fact and how sure it is");
  addReadOptions(command).action(run);
}

async function run(paths: string[], flags: ExtractFlags): Promise<void> {
  const { readDocuments } = await import("../../loaders/read/read.js");
  const { extractEach } = await import("../../loaders/extract-each.js");
  const found: { id: string; path: string; claims: Claim[] }[] = [];
  const explain = flags.explain === true;
  let failed = 0;
  for await (const one of extractEach(readDocuments(paths, readOptions(flags)))) {
    if (one instanceof DocumentError) {
      failed++;
      process.stderr.write(`zhitu: ${one.message}\n`);
      continue;
    }
    const { document, claims } = one;
    for (const warning of document.warnings) process.stderr.write(`${document.id}: ${warning}\n`);
    found.push({ id: document.id, path: document.path ?? "", claims });
  }
  // Whatever the order of the paths, the output is in the order of ids.
  found.sort((a, b) => compare(a.id, b.id) || compare(a.path, b.path));
  for (const { claims } of found)
    for (const text of flags.format === "table" ? [tableOf(claims, explain)] : linesOf(claims, explain))
      if (!process.stdout.write(text)) await new Promise((done) => process.stdout.once("drain", done));
  if (failed > 0) process.exitCode = 1;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
