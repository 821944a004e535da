import type { Database } from "../../neo4j/index.js";
import { ExportGraph } from "../graph.js";

type Line = { kind: string; [property: string]: unknown };

/** What the writer keeps for itself with a document. */
const INTERNAL = { names: null, path: null, version: null };

/**
 * The graph, one JSON object a line: documents, entities, relationships, observations, claims, in a fixed order and
 * with sorted keys. Two graphs are the same if and only if their exports are.
 */
export async function* jsonl(graph: ExportGraph): AsyncGenerator<string> {
  for await (const line of lines(graph)) yield `${JSON.stringify(sorted(line))}\n`;
}

/** The lines of a whole graph, without their ends. */
export async function* exportJsonl(database: Pick<Database, "read">): AsyncGenerator<string> {
  for await (const line of lines(await ExportGraph.open(database))) yield JSON.stringify(sorted(line));
}

async function* lines(graph: ExportGraph): AsyncGenerator<Line> {
  for await (const rows of graph.documents())
    for (const { properties } of rows) yield { kind: "document", ...properties, ...INTERNAL };
  for await (const rows of graph.entities())
    for (const { type, properties } of rows) yield { kind: "entity", ...properties, type };
  for await (const rows of graph.relationships())
    for (const { type, from, to, properties } of rows)
      yield { kind: "relationship", ...properties, type, from, to };
  for await (const rows of graph.observations())
    for (const { subject, properties } of rows) yield { kind: "observation", ...properties, subject };
  for await (const rows of graph.claims())
    for (const { document, properties } of rows) {
      const { kind: claim, data, tuple: _, ...rest } = properties;
      yield { kind: "claim", ...rest, claim, data: JSON.parse(String(data)), document };
    }
}

/** Keys in order, `kind`, `type` and `id` first; nothing for what is not given. */
function sorted(line: Line): Record<string, unknown> {
  const { kind, type, id, ...rest } = line;
  const keys = Object.keys(rest).filter((key) => rest[key] !== null && rest[key] !== undefined);
  return { kind, type, id, ...Object.fromEntries(keys.sort().map((key) => [key, rest[key]])) };
}
