import { cypher, type Row } from "../neo4j/index.js";
import type { ExportGraph } from "./graph.js";
import { ANY_RELATION } from "./selection.js";

/** A property that some nodes or relationships of the database have. */
export interface Column {
  name: string;
  kind: "string" | "long" | "double" | "boolean" | "string[]";
  /** Whether all nodes of the label have it. */
  isEverywhere: boolean;
}

/** The properties of all nodes of a label, in order; whatever else an earlier or later release has written as well. */
export async function columnsOf(graph: ExportGraph, label: string): Promise<Column[]> {
  return read(graph, cypher("export/columns").replaceAll("LABEL", label));
}

/** The properties of all relationships between entities, in order. */
export async function relationshipColumns(graph: ExportGraph): Promise<Column[]> {
  return read(graph, cypher("export/relationship-columns").replaceAll("RELATION_TYPES", ANY_RELATION));
}

async function read({ database, options }: ExportGraph, statement: string): Promise<Column[]> {
  const rows = await database.read<ColumnRow>(statement, {}, options);
  const found = new Map<string, ColumnRow[]>();
  for (const row of rows) found.set(row.key, [...(found.get(row.key) ?? []), row]);
  return [...found].map(([name, all]) => ({
    name,
    kind: kindOf(all.map(({ type }) => type)),
    isEverywhere: all.reduce((sum, { count }) => sum + count, 0) === all[0]!.total,
  }));
}

interface ColumnRow extends Row {
  key: string;
  type: string;
  count: number;
  total: number;
}

function kindOf(types: readonly string[]): Column["kind"] {
  const all = (pattern: RegExp) => types.every((type) => pattern.test(type));
  if (all(/^LIST</)) return "string[]";
  if (all(/^INTEGER/)) return "long";
  if (all(/^(INTEGER|FLOAT)/)) return "double";
  return all(/^BOOLEAN/) ? "boolean" : "string";
}
