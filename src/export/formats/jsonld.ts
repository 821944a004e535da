import type { ExportGraph } from "../graph.js";
import { listed } from "../text.js";
import type {
  ClaimRow,
  DocumentRow,
  EntityRow,
  ObservationRow,
  Properties,
  RelationshipRow,
} from "../types.js";
import { CONTEXT, classesOf, definitions, propertyOf } from "./jsonld-vocabulary.js";

type Kind = "document" | "entity" | "relationship" | "observation" | "claim";

/** What a claim says of itself and what it supports. */
const FACTS: Readonly<Record<string, Kind>> = {
  entity: "entity",
  relation: "relationship",
  observation: "observation",
};

/**
 * JSON-LD, one object a line: entities, relationships as rdf:Statement and as plain properties, observations, and the
 * quotations that all of these are derived from. Documents are described; their whole texts are left out.
 */
export async function* jsonld(graph: ExportGraph): AsyncGenerator<string> {
  yield `{\n"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`;
  yield* listed(resources(graph));
  yield "]\n}\n";
}

async function* resources(graph: ExportGraph): AsyncGenerator<object> {
  yield* definitions();
  for await (const rows of graph.documents()) for (const row of rows) yield document(row);
  for await (const rows of graph.entities()) for (const row of rows) yield entity(row);
  for await (const rows of graph.relationships())
    for (const row of rows) {
      yield statement(row);
      yield triple(row);
    }
  for await (const rows of graph.observations()) for (const row of rows) yield observation(row);
  for await (const rows of graph.claims()) for (const row of rows) yield claim(row);
}

function document({ id, properties }: DocumentRow): object {
  const { title, url, date, publisher, place, licence, format } = properties;
  return given({
    "@id": iri("document", id),
    "@type": ["schema:Article", "prov:Entity"],
    name: title,
    url,
    datePublished: date,
    publisher: publisher && { "@type": "schema:Organization", name: publisher },
    contentLocation: place && { "@type": "schema:Place", name: place },
    license: licence,
    "schema:encodingFormat": format,
  });
}

function entity({ id, type, properties }: EntityRow): object {
  const { name, aliases, adcode, date, level, mentions, evidenceCount } = properties;
  return given({
    "@id": iri("entity", id),
    "@type": [...classesOf(type), "prov:Entity"],
    name,
    alternateName: aliases,
    "schema:identifier": adcode,
    "schema:startDate": date,
    "zhitu:level": level,
    "zhitu:mentions": mentions,
    "zhitu:evidenceCount": evidenceCount,
  });
}

function statement(row: RelationshipRow): object {
  const { year, edition, tier, role, title, evidenceCount } = row.properties;
  return given({
    "@id": iri("relationship", row.id),
    "@type": ["rdf:Statement", "prov:Entity"],
    subject: iri("entity", row.from),
    predicate: `zhitu:${row.type}`,
    object: iri("entity", row.to),
    "zhitu:year": year,
    "zhitu:edition": edition,
    "zhitu:tier": tier,
    "zhitu:role": role,
    jobTitle: title,
    "zhitu:evidenceCount": evidenceCount,
  });
}

/** The relationship as properties of the entity that it leads from. */
function triple(row: RelationshipRow): object {
  const to = { "@id": iri("entity", row.to) };
  const property = propertyOf(row);
  return given({
    "@id": iri("entity", row.from),
    [`zhitu:${row.type}`]: to,
    ...(property ? { [property]: to } : {}),
    award: row.type === "WON" ? row.toName : undefined,
  });
}

function observation({ id, subject, properties }: ObservationRow): object {
  const { indicator, value, unit, period, comparator, status, evidenceCount } = properties;
  return given({
    "@id": iri("observation", id),
    "@type": ["schema:Observation", "prov:Entity"],
    observationAbout: iri("entity", subject),
    measuredProperty: indicator,
    value,
    unitText: unit === "" ? undefined : unit,
    observationPeriod: period,
    "zhitu:comparator": comparator,
    "zhitu:status": status,
    "zhitu:evidenceCount": evidenceCount,
  });
}

function claim({ id, document: from, properties }: ClaimRow): object {
  const { kind, fact, text, start, end, rule, confidence } = properties;
  const supported = FACTS[String(kind)];
  return given({
    "@id": iri("claim", id),
    "@type": ["schema:Quotation", "prov:Entity"],
    text,
    wasQuotedFrom: iri("document", from),
    // A relation whose two ends turned out to be one entity supports nothing.
    evidenceOf: supported && fact ? iri(supported, String(fact)) : undefined,
    "zhitu:start": start,
    "zhitu:end": end,
    "zhitu:rule": rule,
    "zhitu:confidence": confidence,
  });
}

function given(properties: Properties): object {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}

/** What an IRI cannot hold as it is; Chinese characters it can. */
const ENCODED = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]/gu;

/** The name of something in RDF: `urn:zhitu:entity:company:…`. */
export function iri(kind: Kind, id: string): string {
  const path = id.replace(ENCODED, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
  return `urn:zhitu:${kind}:${path}`;
}
