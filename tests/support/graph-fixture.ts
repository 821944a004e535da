import { nameKey } from "../../src/core/names.js";
import type { Database } from "../../src/neo4j/index.js";

/** A small graph as the loaders lay it out, written directly: for tests of what reads it. */
export interface GraphFixture {
  documents: { id: string; title: string; date?: string; text: string }[];
  /** `name` is the id's last part: `Company:甲公司`. `stated` are stretches of the first document's text. */
  entities: {
    type: string;
    name: string;
    id?: string;
    aliases?: string[];
    stated?: string;
    [more: string]: unknown;
  }[];
  /** Ends by id; properties of the type; `stated` as above, several for several claims. */
  relations: { type: string; from: string; to: string; stated?: string[]; [property: string]: unknown }[];
  observations: {
    of: string;
    indicator: string;
    value: number;
    stated?: string;
    [property: string]: unknown;
  }[];
}

/** The id that an entity of the fixture has. */
export const idOf = (type: string, name: string) => `${type.toLowerCase()}:${name}`;

/** Writes the fixture into an empty graph. */
export async function writeFixture(database: Database, fixture: GraphFixture): Promise<void> {
  for (const document of fixture.documents) {
    await database.write("CREATE (d:Document) SET d = $document", {
      document: { format: "markdown", encoding: "utf-8", publisher: "测试日报", place: null, ...document },
    });
  }
  for (const { type, name, id = idOf(type, name), aliases = [], stated, ...more } of fixture.entities) {
    const evidenceCount = stated ? 1 : 0;
    await database.write(
      `CREATE (n:Entity:${type}) SET n = $properties
       FOREACH (row IN $names | CREATE (:Name {id: row.id, key: row.key, surface: row.surface})-[:NAMES]->(n))`,
      {
        properties: { id, name, aliases, mentions: 1, evidenceCount, ...more },
        names: [name, ...aliases].map((surface) => ({
          id: `${id}|${surface}`,
          key: nameKey(type, surface),
          surface,
        })),
      },
    );
    if (stated) await writeClaim(database, fixture, "entity", id, stated);
  }
  for (const { type, from, to, stated = [], ...properties } of fixture.relations) {
    const values = Object.values(properties).join("|");
    const id = `${type}|${from}|${to}|${values}`;
    await database.write(
      `MATCH (a:Entity {id: $from}), (b:Entity {id: $to}) CREATE (a)-[r:${type}]->(b) SET r = $properties`,
      { from, to, properties: { id, evidenceCount: stated.length, ...properties } },
    );
    for (const text of stated) await writeClaim(database, fixture, "relation", id, text);
  }
  for (const { of, stated, ...properties } of fixture.observations) {
    const id = `observation:${of}|${Object.values(properties).join("|")}`;
    await database.write("MATCH (e:Entity {id: $of}) CREATE (o:Observation)-[:OF]->(e) SET o = $properties", {
      of,
      properties: { id, unit: "", status: "ACTUAL", evidenceCount: stated ? 1 : 0, ...properties },
    });
    if (stated) await writeClaim(database, fixture, "observation", id, stated);
  }
  await database.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");
}

async function writeClaim(
  database: Database,
  fixture: GraphFixture,
  kind: string,
  fact: string,
  text: string,
): Promise<void> {
  const document = fixture.documents.find((d) => d.text.includes(text));
  if (!document) throw new Error(`no document of the fixture says ${text}`);
  const start = document.text.indexOf(text);
  await database.write(
    "MATCH (d:Document {id: $document}) CREATE (c:Claim)-[:STATED_IN]->(d) SET c = $properties",
    {
      document: document.id,
      properties: {
        id: `${document.id}#${fact}#${start}`,
        kind,
        fact,
        text,
        start,
        end: start + text.length,
        rule: "test/rule",
        confidence: 0.9,
        data: "{}",
      },
    },
  );
}
