import { NODES, RELATIONS } from "../index.js";

/** A constraint or index that the database must have. */
export interface SchemaRule {
  /** Its name in the database; those that begin with zhitu_ are ours to drop when no rule asks for them any more. */
  name: string;
  /** A unique constraint, a range index, or a full-text index that understands Chinese. */
  kind: "unique" | "range" | "fulltext";
  on: "node" | "relationship";
  /** The label, or the relationship type. */
  label: string;
  properties: readonly string[];
}

/** The name of the full-text index over names, and over the text of claims. */
export const ENTITY_SEARCH = "entity_search";
export const EVIDENCE_SEARCH = "evidence_search";

/** The analyzer of full-text indexes: overlapping pairs of Chinese characters. */
export const ANALYZER = "cjk";

/** What is searched besides the properties that the ontology marks: spellings that the writer derives from the name. */
const DERIVED_SEARCH = ["pinyin", "initials"];

/** What the layout needs beside the ontology: ids are unique, and these look-ups are indexed. */
const LAYOUT: readonly SchemaRule[] = [
  ...["Entity", "Observation", "Document", "Claim", "Name"].map((label) =>
    rule("unique", "node", label, "id"),
  ),
  rule("range", "node", "Claim", "fact"),
  rule("range", "node", "Name", "key"),
  rule("range", "node", "Name", "designation"),
  rule("range", "node", "Observation", "indicator"),
  { name: EVIDENCE_SEARCH, kind: "fulltext", on: "node", label: "Claim", properties: ["text"] },
];

/** Every constraint and index, in order: the layout's, then what the ontology marks as search, key or index. */
export function schemaRules(): SchemaRule[] {
  const searched = NODES.flatMap((node) => node.properties.filter((p) => p.search).map((p) => p.name));
  return [
    ...LAYOUT,
    {
      name: ENTITY_SEARCH,
      kind: "fulltext",
      on: "node",
      label: "Entity",
      properties: [...new Set([...searched, ...DERIVED_SEARCH])],
    },
    ...NODES.flatMap((node) =>
      node.properties.filter((p) => p.index).map((p) => rule("range", "node", node.type, p.name)),
    ),
    ...RELATIONS.map((relation) => rule("unique", "relationship", relation.type, "id")),
    ...RELATIONS.flatMap((relation) =>
      relation.properties
        .filter((p) => p.index)
        .map((p) => rule("range", "relationship", relation.type, p.name)),
    ),
  ];
}

/** The Cypher statement that makes it. Names come from the ontology alone, so nothing needs escaping. */
export function createStatement({ name, kind, on, label, properties }: SchemaRule): string {
  const target = on === "node" ? `(x:${label})` : `()-[x:${label}]-()`;
  const keys = properties.map((property) => `x.${property}`).join(", ");
  switch (kind) {
    case "unique":
      return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${target} REQUIRE (${keys}) IS UNIQUE`;
    case "range":
      return `CREATE INDEX ${name} IF NOT EXISTS FOR ${target} ON (${keys})`;
    case "fulltext":
      return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${target} ON EACH [${keys}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: "${ANALYZER}"}}`;
  }
}

function rule(kind: "unique" | "range", on: SchemaRule["on"], label: string, property: string): SchemaRule {
  return {
    name: `zhitu_${label.toLowerCase()}_${property.toLowerCase()}`,
    kind,
    on,
    label,
    properties: [property],
  };
}
