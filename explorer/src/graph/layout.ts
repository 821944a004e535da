import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { Pins } from "../state/address.js";

export interface LayoutQuestion {
  /** Sorted by id: the layout depends on this set alone, not on how the reader came to it. */
  nodes: readonly { id: string; radius: number }[];
  links: readonly { source: string; target: string }[];
  pins: Pins;
}

export type Positions = Readonly<Record<string, readonly [x: number, y: number]>>;

/** The golden angle, in radians: a spiral of even density. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Units between neighbouring nodes of the spiral. */
const SPACING = 60;
/** Units that the middle link is long; a node's radius is 7 to 16. */
const LINK_LENGTH = 90;
/** Above this many nodes overlaps are left: there they are points. */
const SPREAD_UP_TO = 1_000;

/** Steps of the force layout: many for a few nodes, few for many, so that 3,000 nodes take about a second. */
const stepsFor = (nodes: number): number => Math.max(40, Math.min(600, Math.round(100_000 / (nodes + 1))));

/** Where each node goes: the same for the same nodes, links and pins, on every machine. */
export function layout({ nodes, links, pins }: LayoutQuestion): Positions {
  const graph = new Graph({ type: "undirected", multi: false });
  const degree = new Map<string, number>();
  for (const { source, target } of links) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  // What has most links starts in the middle.
  const order = [...nodes].sort(
    (a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
  order.forEach(({ id, radius }, index) => {
    const distance = SPACING * Math.sqrt(index);
    graph.addNode(id, {
      x: distance * Math.cos(index * GOLDEN),
      y: distance * Math.sin(index * GOLDEN),
      size: radius,
    });
  });
  for (const { source, target } of links) {
    if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue;
    if (!graph.hasEdge(source, target)) graph.addUndirectedEdge(source, target);
  }
  if (graph.order > 1) {
    forceAtlas2.assign(graph, {
      iterations: stepsFor(graph.order),
      settings: {
        barnesHutOptimize: graph.order > 300,
        gravity: 0.05,
        strongGravityMode: true,
        scalingRatio: 30,
        slowDown: 5,
        edgeWeightInfluence: 0,
      },
    });
    rescale(graph);
    if (graph.order <= SPREAD_UP_TO) {
      noverlap.assign(graph, {
        maxIterations: 300,
        settings: { margin: 5, ratio: 1.1, speed: 3, expansion: 1.1, gridSize: 20 },
      });
    }
  }
  const positions: Record<string, readonly [number, number]> = {};
  graph.forEachNode((id, { x, y }) => {
    positions[id] = pins[id] ?? [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
  return positions;
}

/** Brings the layout to the size at which the middle one of all links has its length, around the origin. */
function rescale(graph: Graph): void {
  const lengths = graph
    .mapEdges((_edge, _attributes, _source, _target, from, to) => Math.hypot(from.x - to.x, from.y - to.y))
    .sort((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] || SPACING;
  const scale = LINK_LENGTH / middle;
  graph.updateEachNodeAttributes((_id, attributes) => {
    return { ...attributes, x: attributes.x * scale, y: attributes.y * scale };
  });
}
