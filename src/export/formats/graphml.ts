import {
  type Attribute,
  channelsOf,
  drawnEdges,
  drawnNodes,
  EDGE_ATTRIBUTES,
  NODE_ATTRIBUTES,
} from "../drawing.js";
import type { ExportGraph } from "../graph.js";
import { xml, xmlId } from "../xml.js";

const TYPES = { string: "string", int: "int", float: "double", boolean: "boolean" } as const;

/** How a node looks, in the attributes by which Gephi knows it. */
const LOOKS: readonly Attribute[] = [
  { name: "size", kind: "float" },
  { name: "x", kind: "float" },
  { name: "y", kind: "float" },
  ...["r", "g", "b"].map((name): Attribute => ({ name, kind: "int" })),
];
const LABEL: Attribute = { name: "label", kind: "string" };

/** GraphML with typed keys, one for each attribute of nodes and of edges. */
export async function* graphml(graph: ExportGraph): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield keys("node", [LABEL, ...NODE_ATTRIBUTES, ...LOOKS]);
  yield keys("edge", [LABEL, ...EDGE_ATTRIBUTES]);
  yield '<graph id="zhitu" edgedefault="directed">\n';
  for await (const { id, label, attributes, color, size, x, y } of drawnNodes(graph)) {
    const [r, g, b] = channelsOf(color);
    const looks = Object.entries({ size, x, y, r, g, b });
    yield `<node id="${xmlId(id)}">${data("node", [["label", label], ...attributes, ...looks])}</node>\n`;
  }
  for await (const { id, source, target, label, attributes } of drawnEdges(graph)) {
    yield `<edge id="${xmlId(id)}" source="${xmlId(source)}" target="${xmlId(target)}">` +
      `${data("edge", [["label", label], ...attributes])}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function keys(what: "node" | "edge", attributes: readonly Attribute[]): string {
  return attributes
    .map(
      ({ name, kind }) =>
        `<key id="${what}.${name}" for="${what}" attr.name="${name}" attr.type="${TYPES[kind]}"/>\n`,
    )
    .join("");
}

function data(what: "node" | "edge", values: readonly [string, unknown][]): string {
  return values.map(([name, value]) => `<data key="${what}.${name}">${xml(value)}</data>`).join("");
}
