import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { Judgement } from "../../loaders/resolve/types.js";

const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);

/** Milliseconds between lines of progress. */
const LINE_INTERVAL = 5_000;

/** `zhitu restore FILE`: the graph of an archive, in an empty database. */
export function registerRestore(program: Command): void {
  program
    .command("restore")
    .description("make the graph of a backup in an empty database; a damaged archive changes nothing")
    .argument("<file>", "an archive that zhitu backup wrote")
    .option("--judgements <file>", "where to write its judgements (default: zhitu-judgements.tsv)")
    .action(run);
}

async function run(file: string, { judgements: given }: { judgements?: string }): Promise<void> {
  const [{ openDatabase }, { restore }, { DEFAULT_FILE }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../../loaders/backup/restore.js"),
    import("../../loaders/judgements.js"),
  ]);
  const database = await openDatabase({ report });
  let last = Date.now();
  try {
    const { manifest, judgements } = await restore(database, file, (documents) => {
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      report(`${documents} documents`);
    });
    if (judgements.length > 0) await keep(judgements, given ?? DEFAULT_FILE);
    const { documents, claims } = manifest;
    process.stdout.write(
      `restored ${documents} documents, ${claims} claims, ${judgements.length} judgements\n`,
    );
  } finally {
    await database.close();
  }
}

/** `zhitu judge` makes the graph follow a file, so the judgements must be in one as well. */
async function keep(judgements: readonly Judgement[], path: string): Promise<void> {
  const { writeJudgements } = await import("../../loaders/judgements.js");
  if (existsSync(path)) {
    report(`${path} is there and was left alone; the backup's judgements are in its judgements.tsv`);
    return;
  }
  await writeJudgements(path, judgements);
  report(`wrote ${judgements.length} judgements to ${path}`);
}
