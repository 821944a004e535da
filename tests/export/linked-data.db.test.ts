import jsonld from "jsonld";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ftmId } from "../../src/export/formats/ftm.js";
import { iri } from "../../src/export/formats/jsonld.js";
import type { Database } from "../../src/neo4j/index.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { exportedText, NASTY_NAMES, writeExported } from "./graph.js";

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await writeExported(database);
});
afterAll(() => closeEmpty(database));

/** Refuses whatever the file would have fetched. */
const documentLoader = (url: string): never => {
  throw new Error(`the file asks for ${url}`);
};

type Triple = { subject: { value: string }; predicate: { value: string }; object: { value: string } };

describe("--format jsonld", () => {
  it("expands without the network, and every IRI is absolute", async () => {
    // Safe: what the context does not define is an error, not left out.
    const options: object = { documentLoader, safe: true };
    const expanded = await jsonld.expand(JSON.parse(await exportedText(database, "jsonld")), options);
    const ids = new Set(expanded.map((resource) => String(resource["@id"])));
    for (const name of NASTY_NAMES) expect(ids).toContain(iri("entity", `company:${name}`));
    expect([...ids].filter((id) => !/^(urn:zhitu:|https?:)[^\s<>"{}|\\^`]+$/.test(id))).toEqual([]);
  });

  it("says in RDF who won what, and which words of which document say so", async () => {
    const triples = (await jsonld.toRDF(JSON.parse(await exportedText(database, "jsonld")), {
      documentLoader,
    })) as unknown as Triple[];
    const objects = (subject: string, predicate: string) =>
      triples
        .filter((t) => t.subject.value === subject && t.predicate.value.endsWith(predicate))
        .map((t) => t.object.value);
    const company = iri("entity", "company:三年公司");
    expect(objects(company, "vocabulary:WON")).toEqual([iri("entity", "award:三年奖")]);
    expect(objects(company, "schema.org/award")).toEqual(["三年奖"]);
    const wins = triples
      .filter((t) => t.predicate.value.endsWith("#subject") && t.object.value === company)
      .map((t) => t.subject.value);
    expect(wins.flatMap((win) => objects(win, "vocabulary:year")).sort()).toEqual(["2012", "2015", "2018"]);
    const quotes = wins.flatMap((win) => objects(win, "prov#wasDerivedFrom"));
    expect(quotes).toHaveLength(3);
    expect(new Set(quotes.flatMap((quote) => objects(quote, "schema.org/text")))).toEqual(
      new Set(["三年公司三次获奖"]),
    );
    expect(quotes.flatMap((quote) => objects(quote, "prov#wasQuotedFrom"))[0]).toBe(
      iri("document", `odd "id" <1> 😀.md`),
    );
    expect(objects(iri("entity", "zone:江洲高新区"), "containedInPlace")).toEqual([
      iri("entity", "city:江洲市"),
    ]);
  });
});

describe("--format ftm", () => {
  it("has things, links and documents with ids that FollowTheMoney accepts, every link between things", async () => {
    const lines = (await exportedText(database, "ftm")).trim().split("\n");
    const entities = lines.map((line) => JSON.parse(line));
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    expect(byId.size).toBe(entities.length);
    for (const { id, properties } of entities) {
      expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
      for (const values of Object.values<string[]>(properties))
        for (const value of values) if (value.startsWith("zhitu-")) expect(byId.has(value)).toBe(true);
    }
    const schemaOf = (id: string) => byId.get(ftmId("entity", id)).schema;
    expect(["company:三年公司", "city:江洲市", "person:张三", "award:三年奖"].map(schemaOf)).toEqual([
      "Company",
      "Territory",
      "Person",
      "Project",
    ]);
    expect(byId.get(ftmId("entity", "company:丁陶瓷有限公司")).properties.sector).toEqual(["陶瓷"]);
    expect(byId.get(ftmId("entity", "city:江洲市")).properties.partOf).toEqual([
      ftmId("entity", "province:江南省"),
    ]);
    const wins = entities.filter(
      ({ schema, properties }) =>
        schema === "ProjectParticipant" && properties.participant[0] === ftmId("entity", "company:三年公司"),
    );
    expect(wins.map(({ properties }) => properties.date[0])).toEqual(["2012", "2015", "2018"]);
    expect(wins[0].properties.description).toEqual(["三年公司三次获奖"]);
    expect(entities.filter(({ schema }) => schema === "Employment")[0].properties.role).toEqual([
      "任职",
      "董事长",
    ]);
  });
});
