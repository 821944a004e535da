import type { Database } from "../../src/neo4j/index.js";
import { generator } from "./random.js";

/** How large the synthetic graph is. */
export const SIZE = {
  companies: 50_000,
  cities: 333,
  provinces: 31,
  zones: 600,
  industries: 100,
  awards: 400,
  platforms: 20_000,
  won: 75_000,
} as const;

interface Node {
  id: string;
  name: string;
  [property: string]: unknown;
}

interface Relationship {
  from: string;
  to: string;
  id: string;
  [property: string]: unknown;
}

/** A graph in the layout of the database: nodes by label, relationships by type. */
export interface Graph {
  nodes: Record<string, Node[]>;
  relationships: Record<string, Relationship[]>;
}

/**
 * Invented companies in invented places, the same for the same seed. Cities, awards and industries differ in size as real
 * ones do: the largest has many times the companies or winners of the middle one.
 */
export function generateGraph(seed: number, companies: number = SIZE.companies): Graph {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  /** A place in a list whose first have more of everything. */
  const skewed = (n: number) => Math.floor(n * random() ** 1.6);
  const scale = companies / SIZE.companies;
  const node = (label: string, index: number, name: string, more: object = {}): Node => ({
    id: `${label.toLowerCase()}:${index}:${name}`,
    name,
    aliases: [],
    mentions: 1 + below(9),
    evidenceCount: 0,
    ...more,
  });
  const many = (label: string, count: number, name: (i: number) => string, more?: (i: number) => object) =>
    Array.from({ length: count }, (_, i) => node(label, i, name(i), more?.(i)));

  const nodes: Record<string, Node[]> = {
    Province: many("Province", SIZE.provinces, (i) => `${word(i)}省`),
    City: many("City", SIZE.cities, (i) => `${word(i * 7)}${word(i)}市`),
    Zone: many("Zone", SIZE.zones, (i) => `${word(i)}${i}高新区`),
    Industry: many("Industry", SIZE.industries, (i) => `${word(i * 3)}${i}产业`),
    Award: many(
      "Award",
      SIZE.awards,
      (i) => `${word(i)}${i}质量奖`,
      (i) => ({ level: i % 8 === 0 ? "NATIONAL" : i % 3 === 0 ? "PROVINCIAL" : "MUNICIPAL" }),
    ),
    Company: many("Company", companies, (i) => `${word(below(90_000))}${word(i)}${i}有限公司`),
    Platform: many("Platform", Math.round(SIZE.platforms * scale), (i) => `${word(i)}${i}技术研究中心`),
  };
  const relationships: Record<string, Relationship[]> = {};
  const seen = new Set<string>();
  const relate = (type: string, from: Node, to: Node, properties: object = {}) => {
    const id = [type, from.id, to.id, ...Object.values(properties)].join("|");
    if (seen.has(id)) return false;
    seen.add(id);
    relationships[type] ??= [];
    relationships[type].push({ from: from.id, to: to.id, id, evidenceCount: 0, ...properties });
    return true;
  };
  const pick = (label: string, at: (n: number) => number = below) => nodes[label]![at(nodes[label]!.length)]!;

  for (const [i, city] of nodes.City!.entries())
    relate("PART_OF", city, nodes.Province![i % SIZE.provinces]!, { source: "lexicon" });
  for (const zone of nodes.Zone!) {
    relate("LOCATED_IN", zone, pick("City", skewed));
    for (let i = 3 + below(3); i > 0; i--) relate("FOCUSES_ON", zone, pick("Industry"));
  }
  for (const company of nodes.Company!) {
    relate("LOCATED_IN", company, pick("City", skewed));
    if (random() < 0.3) relate("LOCATED_IN", company, pick("Zone"));
    for (let i = 1 + below(2); i > 0; i--) relate("OPERATES_IN", company, pick("Industry", skewed));
  }
  for (const platform of nodes.Platform!) relate("HOSTS", pick("Company"), platform);
  for (let left = Math.round(SIZE.won * scale); left > 0; ) {
    const won = { year: 2005 + below(20), tier: TIERS[skewed(TIERS.length)]! };
    const [company, award] = [pick("Company"), pick("Award", skewed)];
    const once = [company.id, award.id, won.year].join("|");
    if (seen.has(once)) continue;
    seen.add(once);
    if (relate("WON", company, award, { ...won, edition: won.year - 2000 })) left--;
  }
  return { nodes, relationships };
}

const TIERS = ["WINNER", "NOMINATION", "SECOND", "THIRD"];
const SYLLABLES = [..."江湖海河山川平安永宁长春东南西北云天华阳丰林金银石桥"];

/** Two to four characters, the same for the same number. */
function word(index: number): string {
  let text = "";
  for (let rest = index + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text;
}

const ROWS = 10_000;

/** Writes the graph into an empty database that has its constraints. One document makes it a graph that is in use. */
export async function writeGraph(database: Database, { nodes, relationships }: Graph): Promise<void> {
  await database.write("CREATE (:Document {id: 'synthetic', title: 'Synthetic', text: ''})");
  for (const [label, all] of Object.entries(nodes))
    for (const rows of batches(all))
      await database.write(`UNWIND $rows AS row CREATE (n:Entity:${label}) SET n = row`, { rows });
  for (const [type, all] of Object.entries(relationships))
    for (const batch of batches(all)) {
      const rows = batch.map(({ from, to, ...properties }) => ({ from, to, properties }));
      await database.write(
        `UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to})
         CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
        { rows },
      );
    }
  await database.read("CALL db.awaitIndexes()");
  // Statistics, from which the planner takes its plans, are otherwise sampled some time later.
  await database.read("CALL db.prepareForReplanning()");
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += ROWS) yield items.slice(at, at + ROWS);
}
