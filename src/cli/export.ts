import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";

interface ExportFlags {
  format: "jsonl";
  output?: string;
}

/** `zhitu export`: the whole graph as text. */
export function registerExport(program: Command): void {
  program
    .command("export")
    .description(
      "print the graph: documents, entities, relationships, observations and claims, in a fixed order",
    )
    .addOption(
      new Option("--format <format>", "jsonl: one JSON object a line").choices(["jsonl"]).default("jsonl"),
    )
    .option("--output <file>", "write to a file instead of standard output")
    .action(run);
}

async function run({ output }: ExportFlags): Promise<void> {
  const [{ openDatabase }, { exportJsonl }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../export/jsonl.js"),
  ]);
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  const database = await openDatabase({ report });
  try {
    const lines = async function* () {
      for await (const line of exportJsonl(database)) yield `${line}\n`;
    };
    if (output === undefined) await pipeline(Readable.from(lines()), process.stdout, { end: false });
    else await writeWhole(output, lines());
  } finally {
    await database.close();
  }
}

/** Writes a file that is there whole or not at all. */
async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
