import { propertiesOf } from "../../../schema/decorators.js";
import { createStatement, schemaRules } from "../../../schema/derive/constraints.js";
import { Claim } from "../../api/records/claim.js";
import { Observation } from "../../api/records/observation.js";
import type { ExportGraph } from "../graph.js";
import type { Properties } from "../types.js";

/** Rows of a statement: few enough for the parser, and for a transaction. */
const ROWS = 200;
/** The same for documents, which bring their whole texts. */
const DOCUMENTS = 10;

/** Properties that are FLOAT also where their value is whole. */
const FLOATS = new Set(
  [Claim, Observation].flatMap((record) =>
    propertiesOf(record)
      .filter(({ kind }) => kind === "float")
      .map(({ name }) => name),
  ),
);

interface Row {
  [key: string]: string | null | Properties;
}

/**
 * A Cypher script that makes the same graph in an empty Neo4j, one statement a line: constraints and indexes first,
 * then nodes and relationships. Of the whole graph it is a copy that `zhitu load` and `unload` go on with.
 */
export async function* cypherScript(graph: ExportGraph): AsyncGenerator<string> {
  yield "// A graph of Zhitu. For an empty Neo4j 5.26 or later: cypher-shell -f FILE\n";
  for (const rule of schemaRules()) yield `${createStatement(rule)};\n`;
  yield "CALL db.awaitIndexes(300);\n";
  yield* statements(
    graph.documents(),
    "CREATE (n:Document) SET n = row.p",
    ({ properties: p }) => ({ p }),
    DOCUMENTS,
  );
  yield* statements(
    graph.entities(),
    "CREATE (n:Entity:$(row.t)) SET n = row.p",
    ({ type: t, properties: p }) => ({
      t,
      p,
    }),
  );
  yield* statements(
    graph.relationships(),
    "MATCH (a:Entity {id: row.a}), (b:Entity {id: row.b}) CREATE (a)-[r:$(row.t)]->(b) SET r = row.p",
    ({ from: a, to: b, type: t, properties: p }) => ({ a, b, t, p }),
  );
  yield* statements(
    graph.observations(),
    "MATCH (e:Entity {id: row.e}) CREATE (n:Observation)-[:OF]->(e) SET n = row.p",
    ({ subject: e, properties: p }) => ({ e, p }),
  );
  yield* statements(
    graph.claims(),
    "MATCH (d:Document {id: row.d}) CREATE (n:Claim)-[:STATED_IN]->(d) SET n = row.p",
    ({ document: d, properties: p }) => ({ d, p }),
  );
  yield* statements(
    graph.names(),
    "CREATE (n:Name) SET n = row.p WITH n, row MATCH (e:Entity {id: row.e}) CREATE (n)-[r:NAMES]->(e) SET r.reason = row.r",
    ({ entity: e, reason: r, properties: p }) => ({ e, r, p }),
  );
  const judgements = await graph.judgements();
  yield* statements(once(judgements), "CREATE (n:Judgement) SET n = row", (p) => p as Row);
  yield* statements(once(await graph.meta()), "CREATE (n:ZhituMeta) SET n = row", (p) => p as Row);
}

async function* once<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows;
}

async function* statements<T>(
  pages: AsyncIterable<readonly T[]>,
  clauses: string,
  row: (from: T) => Row,
  size = ROWS,
): AsyncGenerator<string> {
  let rows: string[] = [];
  const statement = () => `UNWIND [${rows.join(", ")}] AS row ${clauses};\n`;
  for await (const page of pages) {
    for (const item of page) {
      rows.push(literal(row(item)));
      if (rows.length < size) continue;
      yield statement();
      rows = [];
    }
  }
  if (rows.length > 0) yield statement();
}

/** A value as Cypher writes it, on one line; `key` is the property's name. */
function literal(value: unknown, key = ""): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return number(value, FLOATS.has(key));
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, key)).join(", ")}]`;
  if (typeof value === "object") {
    // In order, since the database gives them in that of their first use.
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, inner]) => `${identifier(name)}: ${literal(inner, name)}`).join(", ")}}`;
  }
  return String(value);
}

const identifier = (name: string) =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``;

/** Cypher knows JSON's escapes. */
const quoted = (text: string) => JSON.stringify(text);

function number(value: number, isFloat: boolean): string {
  const text = String(value).replace("e+", "e");
  return isFloat && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
