import type { Command } from "commander";

interface DocumentRow extends Record<string, unknown> {
  id: string;
  title: string | null;
  date: string | null;
  publisher: string | null;
  place: string | null;
  format: string;
  characters: number;
  claims: number;
}

/** `zhitu documents`: what is loaded. */
export function registerDocuments(program: Command): void {
  program
    .command("documents")
    .description("list the loaded documents")
    .option(
      "--json",
      "print an array of objects with id, title, date, publisher, place, format, characters, claims",
    )
    .action(documents);
}

async function documents({ json }: { json?: boolean }): Promise<void> {
  const { cypher, openDatabase } = await import("../neo4j/index.js");
  const report = (message: string) => process.stderr.write(`zhitu: ${message}\n`);
  const database = await openDatabase({ report });
  try {
    const rows = await database.read<DocumentRow>(cypher("read/list-documents"));
    if (json) {
      process.stdout.write(`${JSON.stringify(rows)}\n`);
      return;
    }
    for (const { id, title, date, claims } of rows)
      process.stdout.write(`${[id, date ?? "-", `${claims} claims`, title ?? ""].join("  ").trimEnd()}\n`);
    if (rows.length === 0) report("no documents are loaded; zhitu load PATH loads some");
  } finally {
    await database.close();
  }
}
