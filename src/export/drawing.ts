import { type EntityType, NODES, type PropertyDefinition, RELATIONS } from "../../schema/index.js";
import type { ExportGraph } from "./graph.js";
import type { Properties } from "./types.js";

/** An attribute of nodes or edges, as formats for drawing declare it. */
export interface Attribute {
  name: string;
  kind: "string" | "int" | "float" | "boolean";
}

type Value = string | number | boolean;

/** An entity as it is drawn. */
export interface DrawnNode {
  id: string;
  label: string;
  /** Values by the names of NODE_ATTRIBUTES; what is absent is left out. */
  attributes: [name: string, value: Value][];
  color: string;
  size: number;
  x: number;
  y: number;
}

/** A relationship as it is drawn: an edge of its own each, so that a winner of three years has three. */
export interface DrawnEdge {
  id: string;
  source: string;
  target: string;
  label: string;
  attributes: [name: string, value: Value][];
}

/** Texts of a list are one text in formats without lists. */
export const LIST_GLUE = "; ";

const KINDS: Readonly<Record<PropertyDefinition["kind"], Attribute["kind"] | undefined>> = {
  string: "string",
  enum: "string",
  strings: "string",
  int: "int",
  float: "float",
  boolean: "boolean",
  reasons: undefined,
};

function attributesOf(first: string, properties: readonly PropertyDefinition[], without: readonly string[]) {
  const attributes = new Map<string, Attribute>([[first, { name: first, kind: "string" }]]);
  for (const { name, kind } of properties) {
    const known = KINDS[kind];
    if (known && !without.includes(name)) attributes.set(name, { name, kind: known });
  }
  return attributes;
}

const nodeAttributes = attributesOf(
  "entityType",
  NODES.flatMap((node) => node.properties),
  ["id", "name"],
);
const edgeAttributes = attributesOf(
  "relationType",
  RELATIONS.flatMap((relation) => relation.properties),
  ["id"],
).set("evidenceCount", { name: "evidenceCount", kind: "int" });

/** Every attribute that a node can have, from the ontology. `entityType`, since `type` means something else in many tools. */
export const NODE_ATTRIBUTES: readonly Attribute[] = [...nodeAttributes.values()];
/** Every attribute that an edge can have. */
export const EDGE_ATTRIBUTES: readonly Attribute[] = [...edgeAttributes.values()];

const colors = new Map(NODES.map(({ type, color }) => [type, color]));
const titles = new Map(RELATIONS.map(({ type, zh }) => [type, zh]));

/** The entities of the graph with what a drawing begins with: the legend's colours, sizes by mentions, places by type. */
export async function* drawnNodes(graph: ExportGraph): AsyncGenerator<DrawnNode> {
  const place = placement(graph.selection.counts);
  for await (const rows of graph.entities()) {
    for (const { id, type, properties } of rows) {
      yield {
        id,
        label: String(properties.name ?? id),
        attributes: valuesOf(nodeAttributes, { ...properties, entityType: type }),
        color: colors.get(type)!,
        size: round(4 + 2 * Math.log2(1 + Number(properties.mentions ?? 0))),
        ...place(type),
      };
    }
  }
}

/** The relationships between these, with the Chinese term as label. */
export async function* drawnEdges(graph: ExportGraph): AsyncGenerator<DrawnEdge> {
  for await (const rows of graph.relationships()) {
    for (const { id, type, from, to, properties } of rows) {
      const attributes = valuesOf(edgeAttributes, { ...properties, relationType: type });
      yield { id, source: from, target: to, label: titles.get(type)!, attributes };
    }
  }
}

function valuesOf(known: ReadonlyMap<string, Attribute>, properties: Properties): [string, Value][] {
  const values: [string, Value][] = [];
  for (const name of known.keys()) {
    const value = properties[name];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) {
      if (value.length > 0) values.push([name, value.join(LIST_GLUE)]);
    } else values.push([name, value as Value]);
  }
  return values;
}

/** The distance of neighbours in a drawing. */
const SPACING = 20;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places for entities in the order in which they come: a sunflower of each type, the types around a circle. A layout
 * that a program can begin with, and that needs nothing but the number of entities of each type.
 */
function placement(counts: ReadonlyMap<EntityType, number>) {
  const groups = [...counts].filter(([, count]) => count > 0);
  const radius = (count: number) => SPACING * Math.sqrt(count) + SPACING;
  const around = groups.reduce((sum, [, count]) => sum + 2 * radius(count), 0);
  const distance = groups.length > 1 ? around / (2 * Math.PI) : 0;
  const centres = new Map<EntityType, { x: number; y: number; next: number }>();
  let passed = 0;
  for (const [type, count] of groups) {
    const angle = (2 * Math.PI * (passed + radius(count))) / around;
    centres.set(type, { x: distance * Math.cos(angle), y: distance * Math.sin(angle), next: 0 });
    passed += 2 * radius(count);
  }
  return (type: EntityType): { x: number; y: number } => {
    const centre = centres.get(type) ?? { x: 0, y: 0, next: 0 };
    const at = centre.next++;
    const [far, angle] = [SPACING * Math.sqrt(at + 0.5), at * GOLDEN_ANGLE];
    return { x: round(centre.x + far * Math.cos(angle)), y: round(centre.y + far * Math.sin(angle)) };
  };
}

/** Two decimals: enough for a drawing, and the same however the last bits of a sine come out. */
const round = (value: number) => Math.round(value * 100) / 100 + 0;

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export const channelsOf = (color: string): [number, number, number] => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16),
];
