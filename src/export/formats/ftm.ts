import { createHash } from "node:crypto";
import { type EntityType, NODES, PLACE_TYPES, RELATIONS } from "../../../schema/index.js";
import type { ExportGraph } from "../graph.js";
import type { DocumentRow, EntityRow, RelationshipRow } from "../types.js";

/** The schema of FollowTheMoney for an entity type. Industries are no entities there, but what companies do. */
const SCHEMATA: Partial<Record<EntityType, string>> = {
  Province: "Territory",
  City: "Territory",
  County: "Territory",
  Zone: "Territory",
  Company: "Company",
  Institution: "Organization",
  GovernmentBody: "PublicBody",
  Person: "Person",
  Award: "Project",
  StandardsBody: "Organization",
  Platform: "Organization",
  Initiative: "Project",
  Patent: "Asset",
  Event: "Event",
};
const ORGANIZATIONS = ["Company", "Organization", "PublicBody"];
const LEGAL_ENTITIES = [...ORGANIZATIONS, "Person"];

const terms = new Map<string, string>([...NODES, ...RELATIONS].map(({ type, zh }) => [type, zh]));

/** How much of a fact's evidence goes along: a city that every document names has no end of it. */
const MAX_PROOFS = 100;
/** Facts whose evidence is read at once. */
const FACTS = 200;

type Values = Record<string, unknown>;

/** FollowTheMoney entities, one JSON object a line: documents, then things, then what ties them. */
export async function* ftm(graph: ExportGraph): AsyncGenerator<string> {
  for await (const rows of graph.documents()) for (const row of rows) yield document(row);
  for await (const page of graph.entities()) {
    for (let i = 0; i < page.length; i += FACTS) {
      const rows = page.slice(i, i + FACTS);
      const ids = rows.map(({ id }) => id);
      const [inline, proofs] = [await inlineOf(graph, ids), await proofsOf(graph, ids)];
      for (const row of rows) yield* thing(row, inline.get(row.id) ?? [], proofs.get(row.id));
    }
  }
  for await (const page of graph.relationships()) {
    for (let i = 0; i < page.length; i += FACTS) {
      const rows = page.slice(i, i + FACTS);
      const proofs = await proofsOf(
        graph,
        rows.map(({ id }) => id),
      );
      for (const row of rows) yield* link(row, proofs.get(row.id));
    }
  }
}

/** What states a fact: ids of documents, and their words. */
interface Proofs {
  documents: Set<string>;
  texts: Set<string>;
}

async function proofsOf(graph: ExportGraph, facts: readonly string[]): Promise<Map<string, Proofs>> {
  const found = new Map<string, Proofs>();
  for await (const rows of graph.claimsOf(facts))
    for (const { document: id, properties } of rows) {
      const fact = String(properties.fact);
      const proofs = found.get(fact) ?? { documents: new Set(), texts: new Set() };
      found.set(fact, proofs);
      if (proofs.documents.size < MAX_PROOFS) proofs.documents.add(id);
      if (proofs.texts.size < MAX_PROOFS) proofs.texts.add(String(properties.text));
    }
  return found;
}

/** Relationships that FollowTheMoney has as properties: industries, and the hierarchy of places. */
async function inlineOf(graph: ExportGraph, ids: readonly string[]): Promise<Map<string, RelationshipRow[]>> {
  const found = new Map<string, RelationshipRow[]>();
  for await (const rows of graph.relationshipsOf(ids))
    for (const row of rows) if (isInline(row)) found.set(row.from, [...(found.get(row.from) ?? []), row]);
  return found;
}

const isInline = ({ type, toType }: RelationshipRow) => type === "PART_OF" || toType === "Industry";

function document({ id, properties }: DocumentRow): string {
  const { title, url, date, publisher } = properties;
  return line(ftmId("document", id), "Article", {
    fileName: id,
    title,
    name: title ?? id,
    sourceUrl: url,
    publishedAt: date,
    publisher,
  });
}

function* thing(
  { id, type, properties }: EntityRow,
  inline: RelationshipRow[],
  proofs?: Proofs,
): Generator<string> {
  const schema = SCHEMATA[type];
  if (!schema) return;
  const { name, aliases, adcode, date, level } = properties;
  const industries = inline.filter(({ toType }) => toType === "Industry").map(({ toName }) => toName);
  const isPlace = (PLACE_TYPES as readonly string[]).includes(type);
  const isLegal = LEGAL_ENTITIES.includes(schema);
  yield line(ftmId("entity", id), schema, {
    name,
    alias: aliases,
    keywords: [terms.get(type), level, ...(isLegal ? [] : industries)],
    sector: isLegal ? industries : [],
    // Divisions of GB/T 2260.
    country: isPlace ? "cn" : undefined,
    territoryCode: adcode,
    partOf: inline.filter((row) => row.type === "PART_OF").map(({ to }) => ftmId("entity", to)),
    date: schema === "Event" ? date : undefined,
    proof: [...(proofs?.documents ?? [])].map((one) => ftmId("document", one)),
  });
}

function* link(row: RelationshipRow, proofs?: Proofs): Generator<string> {
  const [from, to] = [SCHEMATA[row.fromType], SCHEMATA[row.toType]];
  if (!from || !to || isInline(row)) return;
  const { schema, source, target } = schemaOfLink(row.type, from, to);
  const { year, edition, tier, role, title } = row.properties;
  yield line(ftmId("relationship", row.id), schema, {
    [source]: ftmId("entity", row.from),
    [target]: ftmId("entity", row.to),
    role: [terms.get(row.type), title, role, tier],
    date: year,
    summary: edition ? `第${edition}届` : undefined,
    recordId: row.id,
    description: [...(proofs?.texts ?? [])],
    proof: [...(proofs?.documents ?? [])].map((one) => ftmId("document", one)),
  });
}

function schemaOfLink(type: string, from: string, to: string) {
  const isLegal = LEGAL_ENTITIES.includes(from);
  if (type === "HOLDS_POSITION" && ORGANIZATIONS.includes(to))
    return { schema: "Employment", source: "employee", target: "employer" };
  if (type === "PARTICIPATES_IN" && isLegal)
    return { schema: "Membership", source: "member", target: "organization" };
  if (type === "OWNS" && isLegal) return { schema: "Ownership", source: "owner", target: "asset" };
  if (isLegal && to === "Project")
    return { schema: "ProjectParticipant", source: "participant", target: "project" };
  return { schema: "UnknownLink", source: "subject", target: "object" };
}

/** Values are lists of texts; what is absent is left out. */
function line(id: string, schema: string, values: Values): string {
  const properties = Object.entries(values).flatMap(([name, value]): [string, string[]][] => {
    const texts = [value]
      .flat()
      .filter((one) => one !== null && one !== undefined && one !== "")
      .map(String);
    return texts.length === 0 ? [] : [[name, [...new Set(texts)]]];
  });
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(properties) })}\n`;
}

/** FollowTheMoney's ids are of ASCII letters, digits, hyphens and dots. */
export function ftmId(kind: "document" | "entity" | "relationship", id: string): string {
  return `zhitu-${createHash("sha1").update(`${kind}:${id}`).digest("hex")}`;
}
