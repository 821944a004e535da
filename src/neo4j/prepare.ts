import { ANALYZER, createStatement, type SchemaRule, schemaRules } from "../../schema/derive/constraints.js";
import { DatabaseError } from "../core/errors.js";
import { cypher } from "./cypher.js";
import type { Database } from "./database.js";
import { listMigrations, type Migration } from "./migrations.js";
import type { Report } from "./server/report.js";

/** How long indexes may take to fill, in seconds. */
const INDEX_LIMIT = 600;

interface IndexRow extends Record<string, unknown> {
  name: string;
  type: string;
  entityType: string;
  labelsOrTypes: string[] | null;
  properties: string[] | null;
  options: { indexConfig?: Record<string, unknown> };
  state: string;
  owningConstraint: string | null;
}

/**
 * Brings the database to the layout of this release: migrations forward, then the constraints and indexes of the
 * ontology. Two reads when all is in place; otherwise one process at a time. Raises DatabaseError on a newer layout.
 */
export async function prepareDatabase(database: Database, report: Report = () => {}): Promise<void> {
  const migrations = listMigrations();
  const [current] = await database.read<{ layout: number | null }>(cypher("read/layout"));
  refuseNewer(current?.layout ?? 0, migrations.length, database.uri);
  const plan = planSchema(await indexes(database));
  if (current?.layout === migrations.length && plan.create.length === 0 && plan.drop.length === 0) {
    if (!plan.online) await awaitIndexes(database, report);
    return;
  }
  // The lock is a node that must be unique before it can be relied on.
  const [first] = migrations;
  if (!current && first) await database.write(cypher(first.name));
  await database.write(async (transaction) => {
    const [meta] = await transaction.run<{ layout: number | null }>(cypher("write/lock-layout"));
    const layout = meta?.layout ?? 0;
    refuseNewer(layout, migrations.length, database.uri);
    await migrate(database, migrations.slice(layout), report);
    await applySchema(database);
    await transaction.run(cypher("write/set-layout"), { layout: migrations.length });
  });
  await awaitIndexes(database, report);
}

function refuseNewer(layout: number, known: number, uri: string): void {
  if (layout <= known) return;
  throw new DatabaseError(
    `the graph at ${uri} has layout ${layout}, this Zhitu knows layouts up to ${known}: update Zhitu, or empty the graph with zhitu db reset and load again`,
    undefined,
    { layout, known },
  );
}

/** Each in a transaction of its own, since schema and data cannot change in one. */
async function migrate(database: Database, migrations: readonly Migration[], report: Report): Promise<void> {
  for (const { version, name } of migrations) {
    if (version > 1) report(`bringing the database to layout ${version}`);
    await database.write(cypher(name));
  }
}

async function applySchema(database: Database): Promise<void> {
  const { drop, create } = planSchema(await indexes(database));
  if (drop.length > 0) await database.write((transaction) => runAll(transaction, drop));
  if (create.length > 0)
    await database.write((transaction) => runAll(transaction, create.map(createStatement)));
}

async function runAll(
  transaction: { run(statement: string): Promise<unknown> },
  statements: readonly string[],
) {
  for (const statement of statements) await transaction.run(statement);
}

async function awaitIndexes(database: Database, report: Report): Promise<void> {
  const filling = (await indexes(database)).filter(({ state }) => state === "POPULATING").length;
  if (filling > 0) report(`filling ${filling} indexes`);
  await database.read(cypher("write/await-indexes"), { seconds: INDEX_LIMIT });
}

function indexes(database: Database): Promise<IndexRow[]> {
  return database.read<IndexRow>(cypher("read/indexes"));
}

/** What to create, what to drop first (ours by name, but asked for by no rule or now otherwise), whether all are filled. */
export function planSchema(present: readonly IndexRow[]): {
  create: SchemaRule[];
  drop: string[];
  online: boolean;
} {
  const rules = schemaRules();
  const names = new Set(rules.map(({ name }) => name));
  const wanted = new Set(rules.map(signatureOfRule));
  const stale = present.filter(
    (row) => (row.name.startsWith("zhitu_") || names.has(row.name)) && !wanted.has(signatureOfRow(row)),
  );
  const there = new Set(present.map(signatureOfRow));
  return {
    create: rules.filter((rule) => !there.has(signatureOfRule(rule))),
    drop: stale.map(
      (row) => `DROP ${row.owningConstraint ? "CONSTRAINT" : "INDEX"} \`${row.name}\` IF EXISTS`,
    ),
    online: present.every(({ state }) => state === "ONLINE"),
  };
}

/** What makes two indexes the same; full-text ones are called by name, so theirs counts. */
function signatureOfRule({ name, kind, on, label, properties }: SchemaRule): string {
  const search = kind === "fulltext" ? `${name} ${ANALYZER}` : "";
  return `${kind} ${on} ${label} ${properties.join(",")} ${search}`;
}

function signatureOfRow(row: IndexRow): string {
  const kind = row.owningConstraint ? "unique" : row.type.toLowerCase();
  const search = kind === "fulltext" ? `${row.name} ${row.options.indexConfig?.["fulltext.analyzer"]}` : "";
  return `${kind} ${row.entityType.toLowerCase()} ${row.labelsOrTypes?.join(",")} ${row.properties?.join(",")} ${search}`;
}
