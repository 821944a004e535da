import { derive } from "../../../loaders/resolve/derive.js";
import type { DesignatedDocument, Judgement } from "../../../loaders/resolve/types.js";
import { exportJsonl } from "../../../src/export/formats/jsonl.js";
import type { Database } from "../../../src/neo4j/index.js";
import { gazetteer } from "./documents.js";

type Line = Record<string, unknown>;

/** The export, a line each. */
export async function exportedLines(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportJsonl(database)) lines.push(line);
  return lines;
}

/** The graph in the database, by its export; documents by id alone. */
export async function storedGraph(database: Database): Promise<Line[]> {
  const lines: Line[] = [];
  for (const text of await exportedLines(database)) {
    const line = JSON.parse(text) as Line;
    if (line.kind === "document") lines.push({ kind: "document", id: line.id });
    else if (line.kind === "claim") lines.push({ kind: "claim", id: line.id, fact: line.fact });
    else {
      const { alsoStated: _, ...rest } = line;
      lines.push(rest);
    }
  }
  return inOrder(lines);
}

/** The graph that the documents must give, from scratch. */
export function expectedGraph(
  documents: readonly DesignatedDocument[],
  judgements: readonly Judgement[] = [],
): Line[] {
  const graph = derive(gazetteer, documents, judgements);
  const lines: Line[] = [
    ...documents.map(({ document }) => ({ kind: "document", id: document.id })),
    ...graph.entities.map(({ type, properties, mentions, evidenceCount }) => ({
      kind: "entity",
      ...properties,
      type,
      mentions,
      evidenceCount,
    })),
    ...graph.relationships.map(({ properties, id, type, from, to, evidenceCount }) => ({
      kind: "relationship",
      ...given(properties),
      id,
      type,
      from,
      to,
      evidenceCount,
    })),
    ...graph.observations.map(({ properties, id, from, evidenceCount }) => ({
      kind: "observation",
      ...given(properties),
      id,
      subject: from,
      evidenceCount,
    })),
    ...[...graph.facts].map(([id, fact]) => ({ kind: "claim", id, fact })),
  ];
  return inOrder(lines);
}

const given = (properties: Line): Line =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

function inOrder(lines: readonly Line[]): Line[] {
  const key = (line: Line): string => `${line.kind}\t${line.id}`;
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
