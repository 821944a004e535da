import type { Command } from "commander";
import { plainPath } from "../core/paths.js";

const report = (message: string): void => {
  process.stderr.write(`zhitu: ${message}\n`);
};

/** `zhitu unload DOCUMENT...`: withdraws documents, and all that only they say. */
export function registerUnload(program: Command): void {
  program
    .command("unload")
    .description("withdraw documents: the graph is then as if they had never been loaded")
    .argument("<document...>", "ids of documents, or paths as they were given to load")
    .option("--json", "print a summary as JSON")
    .action(unload);
}

async function unload(given: string[], { json }: { json?: boolean }): Promise<void> {
  const [{ cypher, openDatabase }, { unloadDocuments }] = await Promise.all([
    import("../neo4j/index.js"),
    import("../../loaders/pipeline.js"),
  ]);
  const database = await openDatabase({ report });
  try {
    const rows = await database.read<{ given: string; id: string }>(cypher("read/find-document-ids"), {
      names: given.map((name) => ({ given: name, plain: plainPath(name) })),
    });
    const ids = new Map(rows.map((row) => [row.given, row.id]));
    const { withdrawn } = await unloadDocuments(database, [...new Set(ids.values())]);
    const unknown = given.filter((name) => !ids.has(name));
    for (const name of unknown) report(`${name}: no such document is loaded; zhitu documents lists them`);
    process.stdout.write(
      json ? `${JSON.stringify({ withdrawn, unknown })}\n` : `documents: ${withdrawn.length} withdrawn\n`,
    );
    if (unknown.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}
