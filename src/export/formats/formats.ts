import { UsageError } from "../../core/errors.js";
import type { ExportFile, Format } from "../format.js";
import type { ExportGraph } from "../graph.js";

type Writer = (graph: ExportGraph) => AsyncIterable<string>;

/** A format of one file. The code that writes it is loaded when it is asked for. */
function single(
  facts: Pick<Format, "name" | "description" | "evidence" | "mediaType"> & { extension: string },
  load: () => Promise<Writer>,
): Format {
  return {
    ...facts,
    async files(graph) {
      const write = await load();
      return [{ name: `zhitu.${facts.extension}`, text: () => write(graph) }];
    },
  };
}

function several(
  facts: Pick<Format, "name" | "description" | "evidence">,
  load: () => Promise<(graph: ExportGraph) => Promise<ExportFile[]>>,
): Format {
  return {
    ...facts,
    extension: null,
    mediaType: "application/zip",
    files: async (graph) => (await load())(graph),
  };
}

const COUNTED = "no; nodes and edges have evidenceCount";

/** Every format, in the order of the help. */
export const FORMATS: readonly Format[] = [
  single(
    {
      name: "jsonl",
      description: "one JSON object a line: documents, entities, relationships, observations, claims",
      evidence: "yes, as claims",
      extension: "jsonl",
      mediaType: "application/jsonl",
    },
    async () => (await import("./jsonl.js")).jsonl,
  ),
  several(
    {
      name: "csv",
      description: "nodes.csv, edges.csv, observations.csv, evidence.csv, documents.csv, for spreadsheets",
      evidence: "yes, in evidence.csv",
    },
    async () => (await import("./csv.js")).csvFiles,
  ),
  single(
    {
      name: "gexf",
      description: "GEXF 1.3 for Gephi: entities and relationships with colours, sizes and places",
      evidence: COUNTED,
      extension: "gexf",
      mediaType: "application/gexf+xml",
    },
    async () => (await import("./gexf.js")).gexf,
  ),
  single(
    {
      name: "graphml",
      description: "GraphML with typed keys, for yEd, igraph, networkx",
      evidence: COUNTED,
      extension: "graphml",
      mediaType: "application/graphml+xml",
    },
    async () => (await import("./graphml.js")).graphml,
  ),
  single(
    {
      name: "cytoscape",
      description: "JSON of Cytoscape.js, also for Cytoscape",
      evidence: COUNTED,
      extension: "cyjs",
      mediaType: "application/json",
    },
    async () => (await import("./cytoscape.js")).cytoscape,
  ),
  single(
    {
      name: "graphology",
      description: "JSON of graphology, for sigma.js",
      evidence: COUNTED,
      extension: "graphology.json",
      mediaType: "application/json",
    },
    async () => (await import("./graphology.js")).graphology,
  ),
  single(
    {
      name: "jsonld",
      description: "JSON-LD in terms of schema.org and PROV-O, the context included",
      evidence: "yes, as quotations",
      extension: "jsonld",
      mediaType: "application/ld+json",
    },
    async () => (await import("./jsonld.js")).jsonld,
  ),
  single(
    {
      name: "ftm",
      description: "FollowTheMoney entities, one JSON object a line; without observations",
      evidence: "yes, as proof and description",
      extension: "ftm.json",
      mediaType: "application/jsonl",
    },
    async () => (await import("./ftm.js")).ftm,
  ),
  single(
    {
      name: "cypher",
      description: "a script for cypher-shell that makes the same graph in an empty Neo4j",
      evidence: "yes, with documents and names",
      extension: "cypher",
      mediaType: "text/plain",
    },
    async () => (await import("./cypher-script.js")).cypherScript,
  ),
  several(
    {
      name: "neo4j-import",
      description: "files and command for neo4j-admin database import full",
      evidence: "yes, with documents and names",
    },
    async () => (await import("./neo4j-import.js")).neo4jImportFiles,
  ),
];

/** The names of all formats. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** The format of a name; raises UsageError that lists the known ones. */
export function formatOf(name: string): Format {
  const format = FORMATS.find((known) => known.name === name);
  if (format) return format;
  const known = FORMAT_NAMES.join(", ");
  throw new UsageError(`there is no export format ${JSON.stringify(name)}; there are ${known}`, {
    format: name,
  });
}
