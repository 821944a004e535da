import { stringify } from "csv-stringify/sync";
import { createStatement, schemaRules } from "../../../schema/derive/constraints.js";
import { type Column, columnsOf, relationshipColumns } from "../columns.js";
import type { ExportFile } from "../format.js";
import type { ExportGraph } from "../graph.js";
import type { Properties } from "../types.js";

/** What stands between the labels of a node and the texts of a list; it is taken out of the texts themselves. */
const ARRAY_GLUE = "\u001f";

/** A data file, and what its columns mean: once, or twice where a line is both a node and its relationship. */
interface Table {
  name: string;
  headers: { option: string; columns: string[] }[];
  rows: () => AsyncIterable<unknown[][]>;
}

/**
 * Header and data files for `neo4j-admin database import full`, the command with all of its arguments, and a script of
 * what the tool cannot do.
 */
export async function neo4jImportFiles(graph: ExportGraph): Promise<ExportFile[]> {
  const tables = await tablesOf(graph);
  return [
    ...tables.flatMap((table) => [
      ...table.headers.map(({ columns }, i) => whole(headerFile(table, i), stringify([columns]))),
      { name: `${table.name}.csv`, text: () => csv(table.rows()) },
    ]),
    whole("after-import.cypher", await afterImport(graph)),
    whole("import.sh", command(tables)),
    whole("README.md", README),
  ];
}

/** Lists without texts, of which the import tool makes nothing; then constraints and indexes. */
async function afterImport(graph: ExportGraph): Promise<string> {
  const lists: string[] = [];
  for (const label of ["Entity", "Document"])
    for (const { name, kind, isEverywhere } of await columnsOf(graph, label))
      if (kind === "string[]" && isEverywhere)
        lists.push(
          `MATCH (n:${label}) WHERE n.${name} IS NULL CALL (n) { SET n.${name} = [] } IN TRANSACTIONS`,
        );
  return [...lists, ...schemaRules().map(createStatement)].map((statement) => `${statement};\n`).join("");
}

const headerFile = ({ name }: Table, i: number) => `${name}${i > 0 ? "-relationships" : ""}-header.csv`;

async function tablesOf(graph: ExportGraph): Promise<Table[]> {
  const entities = await columnsOf(graph, "Entity");
  const relationships = await relationshipColumns(graph);
  const documents = await columnsOf(graph, "Document");
  const observations = await columnsOf(graph, "Observation");
  const claims = await columnsOf(graph, "Claim");
  const names = await columnsOf(graph, "Name");
  const tables: Table[] = [
    {
      name: "entities",
      headers: [{ option: "--nodes", columns: [":LABEL", ...fields(entities, "Entity")] }],
      rows: rowsOf(graph.entities(), ({ type, properties }) => [
        ["Entity", type].join(ARRAY_GLUE),
        ...cells(entities, properties),
      ]),
    },
    {
      name: "relationships",
      headers: [
        {
          option: "--relationships",
          columns: [":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", ...fields(relationships)],
        },
      ],
      rows: rowsOf(graph.relationships(), ({ from, to, type, properties }) => [
        from,
        to,
        type,
        ...cells(relationships, properties),
      ]),
    },
    {
      name: "documents",
      headers: [{ option: "--nodes=Document", columns: fields(documents, "Document") }],
      rows: rowsOf(graph.documents(), ({ properties }) => cells(documents, properties)),
    },
    {
      name: "observations",
      headers: tied(observations, "Observation", "OF", "Entity"),
      rows: rowsOf(graph.observations(), ({ subject, properties }) => [
        subject,
        ...cells(observations, properties),
      ]),
    },
    {
      name: "claims",
      headers: tied(claims, "Claim", "STATED_IN", "Document"),
      rows: rowsOf(graph.claims(), ({ document, properties }) => [document, ...cells(claims, properties)]),
    },
    {
      name: "names",
      headers: [{ option: "--nodes=Name", columns: fields(names, "Name") }],
      rows: rowsOf(graph.names(), ({ properties }) => cells(names, properties)),
    },
    {
      name: "names-of-entities",
      headers: [
        { option: "--relationships=NAMES", columns: [":START_ID(Name)", ":END_ID(Entity)", "reason:string"] },
      ],
      rows: async function* () {
        for await (const page of graph.names())
          yield page.flatMap(({ id, entity, reason }) => (entity === null ? [] : [[id, entity, reason]]));
      },
    },
  ];
  return [
    ...tables,
    ...(await loose(graph, "judgements", "Judgement", await graph.judgements())),
    ...(await loose(graph, "version", "ZhituMeta", await graph.meta())),
  ];
}

/** Nodes without relationships, if there are any. */
async function loose(
  graph: ExportGraph,
  name: string,
  label: string,
  nodes: readonly Properties[],
): Promise<Table[]> {
  if (nodes.length === 0) return [];
  const columns = await columnsOf(graph, label);
  const rows = nodes.map((properties) => cells(columns, properties));
  return [
    {
      name,
      headers: [{ option: `--nodes=${label}`, columns: fields(columns) }],
      async *rows() {
        yield rows;
      },
    },
  ];
}

/** Headers of lines that begin with the id of what the node is tied to: as nodes, and as relationships. */
function tied(columns: readonly Column[], label: string, type: string, to: string): Table["headers"] {
  const ids = columns.map(({ name }) => (name === "id" ? `:START_ID(${label})` : ":IGNORE"));
  return [
    { option: `--nodes=${label}`, columns: [":IGNORE", ...fields(columns, label)] },
    { option: `--relationships=${type}`, columns: [`:END_ID(${to})`, ...ids] },
  ];
}

/** What the header says of properties; `id` is the node's id in the group, where there is one. */
function fields(columns: readonly Column[], group?: string): string[] {
  return columns.map(({ name, kind }) =>
    name === "id" && group !== undefined ? `id:ID(${group})` : `${name}:${kind}`,
  );
}

const cells = (columns: readonly Column[], properties: Properties): unknown[] =>
  columns.map(({ name }) => {
    const value = properties[name];
    if (Array.isArray(value))
      return value.map((item) => String(item).replaceAll(ARRAY_GLUE, "")).join(ARRAY_GLUE);
    return typeof value === "boolean" ? String(value) : value;
  });

const rowsOf = <T>(pages: AsyncIterable<T[]>, row: (from: T) => unknown[]) =>
  async function* (): AsyncGenerator<unknown[][]> {
    for await (const page of pages) yield page.map(row);
  };

/** Texts are quoted, since an empty one is a value and nothing at all is none. */
async function* csv(pages: AsyncIterable<unknown[][]>): AsyncGenerator<string> {
  for await (const rows of pages) if (rows.length > 0) yield stringify(rows, { quoted_string: true });
}

function whole(name: string, content: string): ExportFile {
  return {
    name,
    async *text() {
      yield content;
    },
  };
}

function command(tables: readonly Table[]): string {
  const inputs = tables.flatMap((table) =>
    table.headers.map(({ option }, i) => `${option}=${headerFile(table, i)},${table.name}.csv`),
  );
  return `#!/bin/sh
# sh import.sh [DATABASE] [OPTION…]: the database is neo4j where none is given; README.md has more.
set -e
cd "$(dirname "$0")"
database="\${1:-neo4j}"
[ $# -eq 0 ] || shift
exec "\${NEO4J_ADMIN:-neo4j-admin}" database import full "$database" \\
  --multiline-fields=true --array-delimiter=U+001F --read-buffer-size=32m --bad-tolerance=0 \\
  ${inputs.join(" \\\n  ")} \\
  "$@"
`;
}

const README = `# A graph of Zhitu for Neo4j's import tool

Stop the server, then, where \`neo4j-admin\` of Neo4j 5.26 or later is on the path:

    sh import.sh neo4j

\`NEO4J_ADMIN=/path/to/neo4j-admin\` names another one. Options of \`neo4j-admin database import full\` can follow the
database, for example \`--overwrite-destination\`, which replaces what is in it. Start the server, then add empty lists,
which the tool leaves out, and constraints and indexes:

    cypher-shell -d neo4j -f after-import.cypher
`;
