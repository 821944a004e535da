import { MultiDirectedGraph } from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMAT_NAMES } from "../../src/export/formats/formats.js";
import type { Database } from "../../src/neo4j/index.js";
import { asker } from "../api/harness.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { exported, exportedText, NASTY_NAMES, writeExported } from "./graph.js";

let database: Database;
let stats: { entities: number; relationships: number };
beforeAll(async () => {
  database = await emptyDatabase();
  await writeExported(database);
  const { ask } = asker(database);
  const { data } = await ask(parse("{ stats { entities relationships } }"));
  stats = data?.stats as typeof stats;
});
afterAll(() => closeEmpty(database));

/** Each format for drawing as graphology reads it: GEXF and GraphML by its own parsers. */
const READERS: Record<string, (text: string) => MultiDirectedGraph> = {
  gexf: (text) => gexf.parse(MultiDirectedGraph, text, { allowUndeclaredAttributes: false }),
  graphml: (text) => graphml.parse(MultiDirectedGraph, text),
  graphology: (text) => MultiDirectedGraph.from(JSON.parse(text)),
  cytoscape: (text) => {
    const { elements } = JSON.parse(text);
    const graph = new MultiDirectedGraph();
    for (const { data, position } of elements.nodes) graph.addNode(data.id, { ...data, ...position });
    for (const { data } of elements.edges) graph.addEdgeWithKey(data.id, data.source, data.target, data);
    return graph;
  },
};

describe.each(Object.keys(READERS))("--format %s", (format) => {
  it("has as many nodes and edges as stats says, one edge for each relationship", async () => {
    const graph = READERS[format]!(await exportedText(database, format));
    expect({ entities: graph.order, relationships: graph.size }).toEqual(stats);
    const wins = graph.outEdges("company:三年公司");
    expect(wins.map((edge) => graph.getEdgeAttribute(edge, "year")).sort()).toEqual([2012, 2015, 2018]);
    expect(new Set(wins).size).toBe(3);
  });

  it("carries the ontology's properties, colours, sizes and places", async () => {
    const graph = READERS[format]!(await exportedText(database, format));
    expect(graph.getNodeAttributes("city:江洲市")).toMatchObject({
      label: "江洲市",
      entityType: "City",
      adcode: "990100",
      aliases: "江洲",
      mentions: 1,
      size: 6,
    });
    if (format !== "graphml")
      expect(graph.getNodeAttribute("city:江洲市", "color")).toMatch(/^(#5b6ee1|rgb\(91,110,225\))$/);
    const places = graph.mapNodes((_, { x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(graph.order);
    expect(places.join()).not.toMatch(/undefined|NaN/);
  });

  it("keeps every name, but for characters that XML cannot hold", async () => {
    const graph = READERS[format]!(await exportedText(database, format));
    const labels = new Set(graph.mapNodes((_, { label }) => label));
    const isXml = format === "gexf" || format === "graphml";
    const expected = NASTY_NAMES.map((name) =>
      isXml ? name.replace(/[\u0001\u000b\u001f\ufffe]/g, "") : name,
    );
    expect(expected.filter((name) => !labels.has(name))).toEqual([]);
  });
});

describe("all formats", () => {
  it.each(FORMAT_NAMES)("%s: the same bytes twice", async (format) => {
    const first = await exported(database, format);
    expect([...first.values()].join("").length).toBeGreaterThan(1000);
    expect(await exported(database, format)).toEqual(first);
  });

  it("have the same entities and relationships", async () => {
    const { entities, relationships } = stats;
    const count = (text: string, pattern: RegExp) => text.match(pattern)?.length;
    const jsonl = await exportedText(database, "jsonl");
    expect(count(jsonl, /^\{"kind":"entity"/gm)).toBe(entities);
    expect(count(jsonl, /^\{"kind":"relationship"/gm)).toBe(relationships);
    const jsonld = await exportedText(database, "jsonld");
    expect(count(jsonld, /"@type":\["rdf:Statement"/g)).toBe(relationships);
    const imports = await exported(database, "neo4j-import");
    expect(count(imports.get("entities.csv")!, /^"Entity\u001f/gm)).toBe(entities);
  });

  it("raise an error when documents come while the graph is read", async () => {
    const { ExportGraph } = await import("../../src/export/graph.js");
    const graph = await ExportGraph.open(database);
    await graph.requireUnchanged();
    await database.write("CREATE (:Document {id: 'late', text: ''})");
    await expect(graph.requireUnchanged()).rejects.toMatchObject({ code: "GRAPH_CHANGED" });
    await database.write("MATCH (d:Document {id: 'late'}) DELETE d");
  });
});
