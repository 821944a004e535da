import { drawnEdges, drawnNodes } from "../drawing.js";
import type { ExportGraph } from "../graph.js";
import { listed } from "../text.js";

/** Graphology's serialized form, with the attributes that sigma.js draws by: `MultiDirectedGraph.from(thisFile)`. */
export async function* graphology(graph: ExportGraph): AsyncGenerator<string> {
  yield '{\n"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"attributes":{"name":"质图"},\n"nodes":[';
  yield* listed(nodes(graph));
  yield '],\n"edges":[';
  yield* listed(edges(graph));
  yield "]\n}\n";
}

async function* nodes(graph: ExportGraph) {
  for await (const { id: key, label, attributes, color, size, x, y } of drawnNodes(graph))
    yield { key, attributes: { label, ...Object.fromEntries(attributes), color, size, x, y } };
}

async function* edges(graph: ExportGraph) {
  for await (const { id: key, source, target, label, attributes } of drawnEdges(graph))
    yield { key, source, target, attributes: { label, ...Object.fromEntries(attributes) } };
}
