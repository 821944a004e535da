import { ask } from "../api/client.js";
import { anchors, type SurroundingsQuery, surroundings, ways } from "../generated/operations.js";
import type { GraphData, GraphLink, GraphNode } from "./data.js";

/** What the address says of the graph. */
export interface GraphQuestion {
  around: readonly string[];
  show: readonly string[];
  path: readonly string[];
  /** Neighbours of each entity of `around`. */
  limit: number;
}

/** How far a way may go, in steps. */
const LONGEST_WAY = 4;
/** Nodes between which all links can be read in one question. */
const MOST_AT_ONCE = 500;
/** Nodes of the picture of the whole. */
const OVERVIEW = 150;
/** Answers kept, so that expanding one node asks for that node alone. */
const KEPT = 200;
const answers = new Map<string, Promise<Subgraph>>();

type Subgraph = NonNullable<SurroundingsQuery["subgraph"]>;

/** Reads the neighbourhoods, ways and the links between all that is shown; a picture of the whole if nothing is asked. */
export async function loadGraph(question: GraphQuestion, signal: AbortSignal): Promise<GraphData> {
  const { around, show, path, limit } = question;
  const nodes = new Map<string, GraphNode>();
  const links = new Map<string, GraphLink>();
  const add = (part: Pick<Subgraph, "nodes" | "links">) => {
    for (const { __typename: type, id, name, mentions } of part.nodes)
      nodes.set(id, { id, type, name, mentions });
    for (const link of part.links) links.set(link.id, link);
  };
  const [from, to] = path;
  if (around.length + show.length === 0 && !(from && to)) {
    const { awards, cities, zones } = await ask(anchors, {}, signal);
    const ids = [...awards.nodes, ...cities.nodes, ...zones.nodes].map(({ id }) => id);
    if (ids.length > 0) add(await read(ids, 2, OVERVIEW, signal));
    return { nodes, links, truncated: [], asked: new Set(), noWay: false };
  }
  const [ways_, parts] = await Promise.all([
    from && to ? ask(ways, { from, to, maxLength: LONGEST_WAY }, signal) : null,
    Promise.all(around.map((id) => read([id], 1, limit, signal))),
  ]);
  for (const part of parts) add(part);
  for (const way of ways_?.path ?? []) add({ nodes: way.nodes, links: way.relationships });
  const ends = from && to ? [from, to].filter((id) => !nodes.has(id)) : [];
  const between = [...new Set([...nodes.keys(), ...show, ...ends])].sort();
  const isWhole = around.length === 1 && show.length + path.length === 0;
  if (!isWhole && between.length <= MOST_AT_ONCE) add(await read(between, 0, MOST_AT_ONCE, signal));
  return {
    nodes,
    links,
    truncated: around.filter((_, index) => parts[index]!.truncated),
    asked: new Set([...around, ...show, ...path]),
    noWay: ways_ !== null && (ways_.path ?? []).length === 0,
  };
}

/** Asks for a subgraph, once for the same question; a question that failed may be asked again. */
async function read(
  around: readonly string[],
  depth: number,
  limit: number,
  signal: AbortSignal,
): Promise<Subgraph> {
  const key = JSON.stringify([around, depth, limit]);
  const kept = answers.get(key);
  if (kept) return kept;
  const answer = ask(surroundings, { around: [...around], depth, limit }, signal).then(
    ({ subgraph }) => subgraph ?? { nodes: [], links: [], truncated: false },
  );
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
  return answer;
}
