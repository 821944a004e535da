import { propertiesOf } from "../../../schema/decorators.js";
import { linksOf, type RelationLink } from "../../../schema/derive/links.js";
import {
  Entity,
  NODES,
  type NodeDefinition,
  PLACE_TYPES,
  Place,
  type PropertyDefinition,
} from "../../../schema/index.js";
import { Claim, Evidence } from "../records/claim.js";
import { Document } from "../records/document.js";
import { Observation } from "../records/observation.js";
import { relationPattern } from "./pattern.js";
import type { EdgeType, Link, Lookup, Model, RecordType } from "./types.js";

/** How many items a list gives where `first` is absent, and how many it gives at most. */
export const PAGE = { default: 20, evidence: 5, max: 100 } as const;

type RecordFacts = Omit<RecordType, "properties" | "links" | "kinds" | "key"> &
  Partial<Pick<RecordType, "kinds" | "key">>;

function record(facts: RecordFacts): RecordType {
  return { kinds: [], key: "id", ...facts, properties: propertiesOf(facts.target), links: new Map() };
}

/** Builds the model from the ontology and the records; every generated name and pattern comes from here. */
function buildModel(): Model {
  const entities = NODES.map((n) =>
    record({ name: n.type, target: n.target, labels: [n.type], zh: n.zh, description: n.description }),
  );
  const byType = new Map(entities.map((e) => [e.name, e]));
  const entity = record({
    name: "Entity",
    target: Entity,
    labels: ["Entity"],
    kinds: entities,
    zh: "实体",
    description: "Anything that documents name.",
  });
  const place = record({
    name: "Place",
    target: Place,
    labels: PLACE_TYPES,
    kinds: PLACE_TYPES.map((type) => byType.get(type)!),
    zh: "行政区划",
    description: "A province, city or county.",
  });
  const document = record({
    name: "Document",
    target: Document,
    labels: ["Document"],
    zh: "文档",
    description: "A document that was loaded.",
  });
  const claim = record({
    name: "Claim",
    target: Claim,
    labels: ["Claim"],
    zh: "陈述",
    description: "One fact as one document states it.",
  });
  const evidenceRecord = record({
    name: "Evidence",
    target: Evidence,
    labels: ["Claim"],
    zh: "证据",
    description: "The characters of a document that state a fact.",
  });
  const observation = record({
    name: "Observation",
    target: Observation,
    labels: ["Observation"],
    zh: "数据",
    description: "A figure that documents give.",
  });

  const statedIn = plain("document", "one", document, {
    zh: "文档",
    description: "The document that states it.",
    pattern: ({ owner, node }) => `(${owner})-[:STATED_IN]->(${node}:Document)`,
  });
  for (const one of [claim, evidenceRecord]) one.links.set(statedIn.name, statedIn);
  const evidence = plain("evidence", "list", evidenceRecord, {
    zh: "证据",
    description: "Where documents state it.",
    defaultFirst: PAGE.evidence,
    pattern: ({ owner, node }) => `(${node}:Claim {fact: ${owner}.id})`,
  });
  const observations = plain("observations", "list", observation, {
    zh: "数据",
    description: "The figures that documents give for it.",
    defaultFirst: PAGE.max,
    order: ["indicator", "period"],
    pattern: ({ owner, node }) => `(${owner})<-[:OF]-(${node}:Observation)`,
  });
  const subject = plain("subject", "one", entity, {
    zh: "主体",
    description: "What the figure is about.",
    pattern: ({ owner, node }) => `(${owner})-[:OF]->(${node}:Entity)`,
  });
  for (const link of [subject, evidence]) observation.links.set(link.name, link);
  const claims = plain("claims", "connection", claim, {
    zh: "陈述",
    description: "What the document states, in order of the text.",
    order: ["start", "end"],
    pattern: ({ owner, node }) => `(${owner})<-[:STATED_IN]-(${node}:Claim)`,
  });
  document.links.set(claims.name, claims);

  for (const owner of [entity, place, ...entities]) {
    owner.links.set(observations.name, observations);
    owner.links.set(evidence.name, evidence);
  }
  for (const node of NODES) {
    const owner = byType.get(node.type)!;
    for (const link of linksOf(node.type))
      owner.links.set(link.name, relationLink(link, byType, place, entity));
  }

  const records = [entity, place, ...entities, document, claim, evidenceRecord, observation];
  const lists = [
    ...NODES.map((n) => rootList(n.plural, byType.get(n.type)!)),
    rootList("documents", document),
    rootList("observations", observation),
  ];
  return {
    records: new Map(records.map((r) => [r.name, r])),
    edgeLinks: new Map([[evidence.name, evidence]]),
    lists: new Map(lists.map((l) => [l.name, l])),
    lookups: new Map(lookups(NODES, byType, document, entity).map((l) => [l.name, l])),
  };
}

function lookups(
  nodes: readonly NodeDefinition[],
  byType: Map<string, RecordType>,
  document: RecordType,
  entity: RecordType,
): Lookup[] {
  return [
    ...nodes.map((n) => ({ name: n.singular, target: byType.get(n.type)!, byName: true })),
    { name: "document", target: document, byName: false },
    { name: "entity", target: entity, byName: false },
  ];
}

interface PlainFacts extends Pick<Link, "zh" | "description">, Partial<Pick<Link, "defaultFirst" | "order">> {
  pattern: (step: { owner: string; node: string }) => string;
}

function plain(name: string, kind: Link["kind"], target: RecordType, facts: PlainFacts): Link {
  return {
    defaultFirst: PAGE.default,
    order: [],
    isSingle: true,
    name,
    kind,
    base: target.name,
    target,
    edge: null,
    ...facts,
    pattern: (step) => ({ pattern: facts.pattern(step), condition: "" }),
  };
}

function rootList(name: string, target: RecordType): Link {
  return plain(name, "connection", target, {
    zh: `${target.zh}列表`,
    description: `All of type ${target.name} that the filter lets through.`,
    pattern: ({ node }) => `(${node}:${target.labels.join("|")})`,
  });
}

function relationLink(
  link: RelationLink,
  byType: Map<string, RecordType>,
  place: RecordType,
  entity: RecordType,
): Link {
  const edge = edgeType(link);
  const [only, ...others] = link.targets;
  const target =
    others.length === 0
      ? byType.get(only!)!
      : link.targets.every((t) => place.labels.includes(t))
        ? place
        : entity;
  return {
    name: link.name,
    kind: link.cardinality === "one" ? "one" : "connection",
    base: edge.name + capitalize(link.name),
    target,
    edge: link.cardinality === "one" ? null : edge,
    zh: link.zh,
    description: link.description,
    defaultFirst: PAGE.default,
    isSingle: isSingle(link),
    order: [],
    pattern: (step) => relationPattern(link, step),
  };
}

/** There is one relationship for each type, direction and set of values between two entities. */
function isSingle({ patterns }: RelationLink): boolean {
  const [first, ...others] = patterns;
  return first !== undefined && others.length === 0 && first.relation.properties.length === 0;
}

function edgeType(link: RelationLink): EdgeType {
  const relations = [...new Set(link.patterns.map((p) => p.relation))];
  const properties = new Map<string, PropertyDefinition>();
  for (const p of relations.flatMap((r) => r.properties)) properties.set(p.name, p);
  return {
    name: relations.map((r) => pascalCase(r.type)).join(""),
    relations: relations.map((r) => r.type),
    properties: [...properties.values(), EVIDENCE_COUNT],
  };
}

/** The property that every relationship, as every entity, has besides those of its type. */
const EVIDENCE_COUNT: PropertyDefinition = {
  ...propertiesOf(Entity).find((p) => p.name === "evidenceCount")!,
  description: "How many claims of documents state it.",
};

export const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const pascalCase = (type: string) => type.toLowerCase().split("_").map(capitalize).join("");

/** The one model of the API. */
export const MODEL: Model = buildModel();
