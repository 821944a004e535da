import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../core/paths.js";
import type { Database } from "../neo4j/index.js";

/** The bundled documents; the folder's README is about them and none of them. */
function bundledDocuments(): string[] {
  const folder = join(packageRoot, "corpus");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => join(folder, file));
}

/** Loads the bundled documents into an empty graph; leaves a graph that has documents as it is. */
export async function fillIfEmpty(database: Database, report: (message: string) => void): Promise<void> {
  const [row] = await database.read<{ documents: number }>("RETURN COUNT { (:Document) } AS documents");
  if (row && row.documents > 0) return;
  report("the graph is empty; loading the bundled documents");
  const { loadDocuments } = await import("../../loaders/pipeline.js");
  const { added, failed, claims } = await loadDocuments(database, bundledDocuments(), { onWarning: report });
  for (const { message } of failed) report(message);
  report(`${added.length} documents, ${claims} claims`);
}
