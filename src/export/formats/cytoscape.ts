import { drawnEdges, drawnNodes } from "../drawing.js";
import type { ExportGraph } from "../graph.js";
import { listed } from "../text.js";

/** What Cytoscape.js draws by: `cytoscape({container, ...thisFile})`. */
const STYLE = [
  {
    selector: "node",
    style: {
      label: "data(label)",
      "background-color": "data(color)",
      width: "data(size)",
      height: "data(size)",
      "font-size": 6,
    },
  },
  {
    selector: "edge",
    style: {
      label: "data(label)",
      "curve-style": "bezier",
      "target-arrow-shape": "triangle",
      width: 1,
      "font-size": 4,
    },
  },
];

/** JSON as Cytoscape.js takes and gives it, which Cytoscape reads as well. */
export async function* cytoscape(graph: ExportGraph): AsyncGenerator<string> {
  yield `{\n"style":${JSON.stringify(STYLE)},\n"layout":{"name":"preset"},\n"elements":{\n"nodes":[`;
  yield* listed(nodes(graph));
  yield '],\n"edges":[';
  yield* listed(edges(graph));
  yield "]\n}\n}\n";
}

async function* nodes(graph: ExportGraph) {
  for await (const { id, label, attributes, color, size, x, y } of drawnNodes(graph))
    yield { data: { id, label, ...Object.fromEntries(attributes), color, size }, position: { x, y } };
}

async function* edges(graph: ExportGraph) {
  for await (const { id, source, target, label, attributes } of drawnEdges(graph))
    yield { data: { id, source, target, label, ...Object.fromEntries(attributes) } };
}
