import type { SurroundingsQuery } from "../generated/operations.js";

export interface GraphNode {
  id: string;
  type: string;
  name: string;
  mentions: number;
}

export type GraphLink = NonNullable<SurroundingsQuery["subgraph"]>["links"][number];

/** What may be drawn, by id, before filters. */
export interface GraphData {
  nodes: ReadonlyMap<string, GraphNode>;
  links: ReadonlyMap<string, GraphLink>;
  /** Entities that have more neighbours than were read. */
  truncated: readonly string[];
  /** Entities that the reader asked for by name; filters keep them where they have nothing to do with them. */
  asked: ReadonlySet<string>;
  /** Whether ways were asked for and there is none. */
  noWay: boolean;
}
