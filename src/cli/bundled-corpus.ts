import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadDocuments } from "../../loaders/pipeline.js";
import { packageRoot } from "../core/paths.js";
import { cypher, type Database } from "../neo4j/index.js";

/** Loads the bundled documents into an empty graph; leaves a graph that has documents as it is. */
export async function fillIfEmpty(database: Database, report: (message: string) => void): Promise<void> {
  const [row] = await database.read<{ documents: number }>(cypher("read/counts"));
  if (row && row.documents > 0) return;
  const folder = join(packageRoot, "corpus");
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
  const paths = files.sort().map((file) => join(folder, file));
  report(`the graph is empty; loading the ${paths.length} bundled documents`);
  // Ids come from the documents themselves; the folder only names files in messages.
  const { added, claims, failed } = await loadDocuments(database, paths, { root: packageRoot });
  for (const { message } of failed) report(message);
  report(`loaded ${added.length} documents with ${claims} claims`);
}
