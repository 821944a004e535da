import { RELATIONS } from "../../schema/index.js";
import { cypher, type Database, type Row } from "../neo4j/index.js";

type Line = { kind: string; [property: string]: unknown };

/**
 * The whole graph, one JSON object a line: documents, entities, relationships (by type), observations, claims, each in
 * order of their ids and with sorted keys. Two graphs are the same if and only if their exports are. Streams.
 */
export async function* exportJsonl(database: Database): AsyncGenerator<string> {
  for await (const line of lines(database)) yield JSON.stringify(sorted(line));
}

async function* lines(database: Database): AsyncGenerator<Line> {
  for await (const { properties } of rows(database, "export/documents"))
    yield { kind: "document", ...properties };
  for await (const { type, properties } of rows(database, "export/entities"))
    yield { kind: "entity", ...properties, type };
  for (const relation of RELATIONS) {
    const statement = cypher("export/relationships").replaceAll("RELATION_TYPE", relation.type);
    for await (const { properties, ...ends } of database.stream<ExportRow>(statement))
      yield { kind: "relationship", ...properties, ...ends };
  }
  for await (const { subject, properties } of rows(database, "export/observations"))
    yield { kind: "observation", ...properties, subject };
  for await (const { document, properties } of rows(database, "export/claims")) {
    const { kind: claim, data, tuple: _, ...rest } = properties;
    yield { kind: "claim", ...rest, claim, data: JSON.parse(String(data)), document };
  }
}

interface ExportRow extends Row {
  properties: Record<string, unknown>;
}

const rows = (database: Database, name: string): AsyncGenerator<ExportRow> =>
  database.stream<ExportRow>(cypher(name));

/** Keys in order, `kind`, `type` and `id` first; nothing for what is not given. */
function sorted(line: Line): Record<string, unknown> {
  const { kind, type, id, ...rest } = line;
  const keys = Object.keys(rest).filter((key) => rest[key] !== null && rest[key] !== undefined);
  return { kind, type, id, ...Object.fromEntries(keys.sort().map((key) => [key, rest[key]])) };
}
