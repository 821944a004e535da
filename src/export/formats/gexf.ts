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

const TYPES = { string: "string", int: "integer", float: "double", boolean: "boolean" } as const;

/** GEXF 1.3 with colours, sizes and places, as Gephi, Gephi Lite and networkx read it. */
export async function* gexf(graph: ExportGraph): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield "<meta><creator>Zhitu</creator><description>质图</description></meta>\n";
  yield '<graph defaultedgetype="directed" mode="static">\n';
  yield declaration("node", NODE_ATTRIBUTES);
  yield declaration("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  for await (const { id, label, attributes, color, size, x, y } of drawnNodes(graph)) {
    const [r, g, b] = channelsOf(color);
    yield `<node id="${xmlId(id)}" label="${xml(label)}">${values(attributes)}` +
      `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${size}"/><viz:position x="${x}" y="${y}" z="0"/></node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for await (const { id, source, target, label, attributes } of drawnEdges(graph)) {
    yield `<edge id="${xmlId(id)}" source="${xmlId(source)}" target="${xmlId(target)}"` +
      ` kind="${xml(attributes[0]![1])}" label="${xml(label)}">${values(attributes)}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function declaration(what: "node" | "edge", attributes: readonly Attribute[]): string {
  const lines = attributes.map(
    ({ name, kind }) => `<attribute id="${name}" title="${name}" type="${TYPES[kind]}"/>`,
  );
  return `<attributes class="${what}">\n${lines.join("\n")}\n</attributes>\n`;
}

function values(attributes: readonly [string, unknown][]): string {
  const items = attributes.map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`);
  return `<attvalues>${items.join("")}</attvalues>`;
}
