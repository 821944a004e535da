import { type EntityType, NODES, ORGANIZATION_TYPES, RELATIONS } from "../../../schema/index.js";
import type { RelationshipRow } from "../types.js";

/** The class of schema.org that comes nearest to an entity type; schema:Thing for others. */
const CLASSES: Partial<Record<EntityType, string>> = {
  Province: "schema:State",
  City: "schema:City",
  County: "schema:AdministrativeArea",
  Zone: "schema:Place",
  Company: "schema:Corporation",
  Institution: "schema:Organization",
  GovernmentBody: "schema:GovernmentOrganization",
  Person: "schema:Person",
  Award: "schema:Intangible",
  StandardsBody: "schema:Organization",
  Platform: "schema:Organization",
  Industry: "schema:DefinedTerm",
  Initiative: "schema:Project",
  Patent: "schema:CreativeWork",
  Event: "schema:Event",
};

const ORGANIZATIONS: readonly string[] = [...ORGANIZATION_TYPES, "Platform", "StandardsBody"];

/** All terms of the export, in the file itself: nothing is fetched to read it. */
export const CONTEXT = {
  schema: "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  zhitu: "urn:zhitu:vocabulary:",
  label: "rdfs:label",
  comment: { "@id": "rdfs:comment", "@language": "en" },
  subClassOf: { "@id": "rdfs:subClassOf", "@type": "@id" },
  subject: { "@id": "rdf:subject", "@type": "@id" },
  predicate: { "@id": "rdf:predicate", "@type": "@id" },
  object: { "@id": "rdf:object", "@type": "@id" },
  name: "schema:name",
  alternateName: "schema:alternateName",
  url: "schema:url",
  datePublished: "schema:datePublished",
  publisher: "schema:publisher",
  contentLocation: "schema:contentLocation",
  license: "schema:license",
  award: "schema:award",
  jobTitle: "schema:jobTitle",
  text: "schema:text",
  observationAbout: { "@id": "schema:observationAbout", "@type": "@id" },
  measuredProperty: "schema:measuredProperty",
  value: "schema:value",
  unitText: "schema:unitText",
  observationPeriod: "schema:observationPeriod",
  wasQuotedFrom: { "@id": "prov:wasQuotedFrom", "@type": "@id" },
  // What is derived from a claim names it in RDF; in the file the claim names the fact.
  evidenceOf: { "@reverse": "prov:wasDerivedFrom", "@type": "@id" },
} as const;

/** The classes of an entity: schema.org's and the ontology's own. */
export const classesOf = (type: EntityType): string[] => [CLASSES[type] ?? "schema:Thing", `zhitu:${type}`];

/** What the ontology says of its classes and relations. */
export function* definitions(): Generator<object> {
  for (const { type, zh, description } of NODES)
    yield {
      "@id": `zhitu:${type}`,
      "@type": "rdfs:Class",
      label: { "@value": zh, "@language": "zh" },
      comment: description,
      subClassOf: CLASSES[type] ?? "schema:Thing",
    };
  for (const { type, zh, description } of RELATIONS)
    yield {
      "@id": `zhitu:${type}`,
      "@type": "rdf:Property",
      label: { "@value": zh, "@language": "zh" },
      comment: description,
    };
}

/** The property of schema.org that says the same as a relationship, where there is one that fits both ends. */
export function propertyOf({ type, fromType, toType }: RelationshipRow): string | undefined {
  switch (type) {
    case "PART_OF":
      return "schema:containedInPlace";
    case "LOCATED_IN":
      return fromType === "Zone" ? "schema:containedInPlace" : "schema:location";
    case "HOLDS_POSITION":
      return ORGANIZATIONS.includes(toType) ? "schema:affiliation" : undefined;
    case "PARTICIPATES_IN":
      return fromType === "Person" || ORGANIZATIONS.includes(fromType) ? "schema:memberOf" : undefined;
    case "OWNS":
      return "schema:owns";
    default:
      return undefined;
  }
}
