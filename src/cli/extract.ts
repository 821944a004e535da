import { type Command, Option } from "commander";
import type { Claim } from "../../schema/index.js";
import { DocumentError } from "../core/errors.js";
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
  const { segment } = await import("../../loaders/segment/segment.js");
  const { extract } = await import("../../loaders/extract/extract.js");
  const found: { id: string; claims: Claim[] }[] = [];
  let failed = 0;
  for await (const document of readDocuments(paths, readOptions(flags))) {
    if (document instanceof DocumentError) {
      failed++;
      process.stderr.write(`zhitu: ${document.message}\n`);
      continue;
    }
    for (const warning of document.warnings) process.stderr.write(`${document.id}: ${warning}\n`);
    found.push({ id: document.id, claims: extract(segment(document)) });
  }
  // Whatever the order of the paths, the output is in the order of ids.
  found.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const { claims } of found) {
    const text =
      flags.format === "table"
        ? tableOf(claims, flags.explain === true)
        : jsonlOf(claims, flags.explain === true);
    if (text !== "" && !process.stdout.write(text))
      await new Promise((done) => process.stdout.once("drain", done));
  }
  if (failed > 0) process.exitCode = 1;
}

function jsonlOf(claims: readonly Claim[], explain: boolean): string {
  return claims
    .map((claim) => {
      if (explain) return `${JSON.stringify(claim)}\n`;
      const { rule: _rule, confidence: _confidence, ...shown } = claim;
      if ("aliasReasons" in shown) delete shown.aliasReasons;
      return `${JSON.stringify(shown)}\n`;
    })
    .join("");
}
