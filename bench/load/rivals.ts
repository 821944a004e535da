import type { Database } from "../../src/neo4j/index.js";

/** A graph as plain data: what there is to write when nothing is left to find out. */
export interface PlainGraph {
  nodes: { labels: string[]; properties: Record<string, unknown> }[];
  relationships: {
    type: string;
    from: string;
    to: string;
    fromLabel: string;
    toLabel: string;
    properties: Record<string, unknown>;
  }[];
}

const ROWS = 10_000;

/** Everything in the database except its version node. */
export async function readGraph(database: Database): Promise<PlainGraph> {
  const nodes = await database.read<PlainGraph["nodes"][number]>(
    "MATCH (n) WHERE n.id IS NOT NULL AND NOT n:ZhituMeta RETURN labels(n) AS labels, properties(n) AS properties",
  );
  const relationships = await database.read<PlainGraph["relationships"][number]>(
    `MATCH (a)-[r]->(b)
     RETURN type(r) AS type, a.id AS from, b.id AS to, head(labels(a)) AS fromLabel, head(labels(b)) AS toLabel,
       properties(r) AS properties`,
  );
  return { nodes, relationships };
}

/** (a) The floor: the same nodes and relationships by hand-written UNWIND … CREATE, in batches, through the driver. */
export async function writeFloor(database: Database, graph: PlainGraph): Promise<void> {
  for (const [labels, nodes] of grouped(graph.nodes, (node) => node.labels.join(":")))
    for (const rows of batches(nodes.map((node) => node.properties)))
      await database.write(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row`, { rows });
  for (const [key, some] of grouped(graph.relationships, (r) => [r.type, r.fromLabel, r.toLabel].join()))
    for (const rows of batches(some)) {
      const [type, from, to] = key.split(",");
      await database.write(
        `UNWIND $rows AS row MATCH (a:${from} {id: row.from}), (b:${to} {id: row.to})
         CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
        { rows },
      );
    }
}

/** (b) What people write first: one MERGE for each node and each relationship, each in a transaction of its own. */
export async function writeNaive(database: Database, graph: PlainGraph): Promise<void> {
  for (const { labels, properties } of graph.nodes)
    await database.write(`MERGE (n:${labels.join(":")} {id: $id}) SET n = $properties`, {
      id: properties.id,
      properties,
    });
  for (const { type, from, to, fromLabel, toLabel, properties } of graph.relationships)
    await database.write(
      `MATCH (a:${fromLabel} {id: $from}), (b:${toLabel} {id: $to}) MERGE (a)-[r:${type}]->(b) SET r = $properties`,
      { from, to, properties },
    );
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += ROWS) yield items.slice(at, at + ROWS);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
