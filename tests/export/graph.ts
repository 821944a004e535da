import { formatOf } from "../../src/export/formats/formats.js";
import { ExportGraph } from "../../src/export/graph.js";
import type { SelectionRequest } from "../../src/export/selection.js";
import { cypher, type Database } from "../../src/neo4j/index.js";
import { FIXTURE } from "../api/fixture.js";
import { type GraphFixture, idOf, writeFixture } from "../support/graph-fixture.js";

/** Names that break a writer which forgets to escape something. */
export const NASTY_NAMES = [
  `<甲> & "乙" 'c' ]]>`,
  "行一\n行二\r\n\t行三",
  "control\u0001\u000b\u001f\ufffe characters",
  "表情😀𠮷名",
  `back\\slash \\u0041 \\" \`quote\` $x`,
  "=1+1",
  "@SUM(A1)",
  "-2+3",
  "'=quoted",
  "＝1",
  "semi,colon|comma",
  "// no; comment /* at all */",
] as const;

const nasty = (name: string) => idOf("Company", name);

/** A winner of three years, and names to trip over. */
const ODD: GraphFixture = {
  documents: [
    { id: `odd "id" <1> 😀.md`, title: "=cmd|' /C calc'!A0", date: "2020", text: "三年公司三次获奖。\n" },
  ],
  entities: [
    { type: "Company", name: "三年公司", stated: "三年公司" },
    { type: "Award", name: "三年奖" },
    ...NASTY_NAMES.map((name, i) => ({
      type: "Company",
      name,
      aliases: i % 2 ? [] : [`别名 ${name.replace("\u001f", "")}`, "乙名"],
    })),
  ],
  relations: [
    ...[2012, 2015, 2018].map((year) => ({
      type: "WON",
      from: nasty("三年公司"),
      to: idOf("Award", "三年奖"),
      year,
      tier: "WINNER",
      stated: ["三年公司三次获奖"],
    })),
    ...NASTY_NAMES.map((name, i) => ({
      type: "PARTNERS_WITH",
      from: nasty(name),
      to: nasty(NASTY_NAMES[(i + 1) % NASTY_NAMES.length]!),
    })),
  ],
  observations: [
    { of: nasty("三年公司"), indicator: "-增长率", value: -2.5, unit: "%", stated: "三年公司" },
    { of: nasty("三年公司"), indicator: "人数", value: 12, unit: "人" },
  ],
};

/** Writes ODD into a graph that has nothing of it, figures as FLOAT, as the loaders write them. */
export async function writeOdd(database: Database): Promise<void> {
  await writeFixture(database, ODD);
  await database.write("MATCH (o:Observation) SET o.value = toFloat(o.value)");
  await database.write("MATCH (d:Document) SET d.warnings = coalesce(d.warnings, [])");
}

/** Writes the API's fixture and ODD into an empty graph. */
export async function writeExported(database: Database): Promise<void> {
  await writeFixture(database, FIXTURE);
  await writeOdd(database);
}

/** Empties the database altogether: also constraints, indexes and the version node. */
export async function emptyAltogether(database: Database): Promise<void> {
  await database.runAutoCommit(cypher("write/delete-graph"));
  await database.write("MATCH (n) DETACH DELETE n");
  const rows = await database.read<{ name: string; constraint: string | null }>(
    "SHOW INDEXES YIELD name, type, owningConstraint AS constraint WHERE type <> 'LOOKUP' RETURN name, constraint",
  );
  for (const { name, constraint } of rows)
    await database.write(`DROP ${constraint ? "CONSTRAINT" : "INDEX"} \`${name}\``);
}

/** The files of an export by their names. */
export async function exported(
  database: Database,
  name: string,
  request: SelectionRequest = {},
): Promise<Map<string, string>> {
  const graph = await ExportGraph.open(database, request);
  const files = await formatOf(name).files(graph);
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file.name, await joined(file.text()));
  return texts;
}

/** The one file of an export. */
export async function exportedText(
  database: Database,
  name: string,
  request: SelectionRequest = {},
): Promise<string> {
  const [only] = (await exported(database, name, request)).values();
  return only!;
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const piece of pieces) all += piece;
  return all;
}
