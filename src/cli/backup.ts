import type { Command } from "commander";

const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);

/** `zhitu backup FILE`: documents, claims and judgements in one archive. */
export function registerBackup(program: Command): void {
  program
    .command("backup")
    .description("write documents, claims and judgements into one archive (.tar.gz with checksums)")
    .argument("<file>", "the archive, for example zhitu-backup.tar.gz; replaced where there is one")
    .action(run);
}

async function run(file: string): Promise<void> {
  const [{ openDatabase }, { backup }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../../loaders/backup/backup.js"),
  ]);
  const database = await openDatabase({ report });
  try {
    const { documents, claims, judgements } = await backup(database, file);
    process.stdout.write(`${file}: ${documents} documents, ${claims} claims, ${judgements} judgements\n`);
  } finally {
    await database.close();
  }
}
