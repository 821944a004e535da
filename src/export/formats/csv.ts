import { stringify } from "csv-stringify/sync";
import { propertiesOf } from "../../../schema/decorators.js";
import { NODES, type PropertyDefinition, RELATIONS } from "../../../schema/index.js";
import { Document } from "../../api/records/document.js";
import { Observation } from "../../api/records/observation.js";
import { type Column, columnsOf, relationshipColumns } from "../columns.js";
import type { ExportFile } from "../format.js";
import type { ExportGraph } from "../graph.js";

/** Without it Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What stands between the texts of a list; a semicolon within one becomes a full-width one. */
const LIST_GLUE = ";";
/** A cell that a spreadsheet would compute, or that could be taken for one that was guarded. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
/** Columns of edges.csv that say something else than a property of that name, which goes by `_source` and so on. */
const ENDS = ["source", "target"];
/** What the writer keeps for itself with a document. */
const INTERNAL = ["names", "path", "version"];
const CLAIM_COLUMNS = ["kind", "type", "fact", "start", "end", "text", "rule", "confidence"];

type Record = { [column: string]: unknown };

/**
 * nodes.csv, edges.csv, observations.csv, evidence.csv and documents.csv, tied by ids. The ontology's columns come
 * first and are always there; others that the database has follow.
 */
export async function csvFiles(graph: ExportGraph): Promise<ExportFile[]> {
  const named = (properties: readonly PropertyDefinition[]) => properties.map(({ name }) => name);
  const nodes = columns(
    ["id", "entityType", ...NODES.flatMap((node) => named(node.properties))],
    await columnsOf(graph, "Entity"),
  );
  const edges = columns(
    [
      "id",
      "source",
      "target",
      "relationType",
      ...RELATIONS.flatMap((r) => named(r.properties)),
      "evidenceCount",
    ],
    (await relationshipColumns(graph)).map((column) => ({ ...column, name: edgeColumn(column.name) })),
  );
  const observations = columns(
    ["id", "subject", ...named(propertiesOf(Observation))],
    await columnsOf(graph, "Observation"),
  );
  const evidence = columns(["id", "document", ...CLAIM_COLUMNS], await columnsOf(graph, "Claim"));
  const documents = columns(
    named(propertiesOf(Document)),
    (await columnsOf(graph, "Document")).filter(({ name }) => !INTERNAL.includes(name)),
  );
  return [
    file(
      "nodes.csv",
      nodes,
      pages(graph.entities(), ({ type, properties }) => ({ ...properties, entityType: type })),
    ),
    file(
      "edges.csv",
      edges,
      pages(graph.relationships(), ({ type, from, to, properties }) => ({
        ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [edgeColumn(name), value])),
        source: from,
        target: to,
        relationType: type,
      })),
    ),
    file(
      "observations.csv",
      observations,
      pages(graph.observations(), ({ subject, properties }) => ({ ...properties, subject })),
    ),
    file(
      "evidence.csv",
      evidence,
      pages(graph.claims(), ({ document, properties }) => ({ ...properties, document })),
    ),
    file(
      "documents.csv",
      documents,
      pages(graph.documents(), ({ properties }) => ({ ...properties })),
    ),
  ];
}

const edgeColumn = (property: string) => (ENDS.includes(property) ? `_${property}` : property);

function columns(first: readonly string[], found: readonly Column[]): string[] {
  return [...new Set([...first, ...found.map(({ name }) => name)])];
}

const pages = <T>(rows: AsyncIterable<T[]>, record: (row: T) => Record) =>
  async function* (): AsyncGenerator<Record[]> {
    for await (const page of rows) yield page.map(record);
  };

function file(name: string, header: readonly string[], records: () => AsyncIterable<Record[]>): ExportFile {
  return {
    name,
    async *text() {
      yield BYTE_ORDER_MARK + write([Object.fromEntries(header.map((column) => [column, column]))], header);
      for await (const page of records()) if (page.length > 0) yield write(page, header);
    },
  };
}

/** Quoted wherever there is text, so that line ends of any kind are safe; nothing for what is absent. */
function write(records: readonly Record[], header: readonly string[]): string {
  return stringify(
    records.map((record) => header.map((column) => cell(record[column]))),
    { quoted_string: true, record_delimiter: "windows" },
  );
}

function cell(value: unknown): unknown {
  if (Array.isArray(value))
    return guarded(value.map((item) => String(item).replaceAll(LIST_GLUE, "；")).join(LIST_GLUE));
  return typeof value === "string" ? guarded(value) : value;
}

/** Spreadsheets show the apostrophe's text as it is; who reads the file otherwise takes one off such a cell. */
const guarded = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
