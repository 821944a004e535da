import { RELATIONS } from "../generated/ontology.js";
import type { Address } from "../state/address.js";
import type { GraphData, GraphLink, GraphNode } from "./data.js";

const DATED = new Set<string>(RELATIONS.filter(({ dated }) => dated).map(({ type }) => type));

export type Filters = Pick<Address, "hide" | "noTypes" | "noRelations" | "from" | "to" | "tier">;

/**
 * What is left to draw. Years and tiers are conditions on the links that can have them; other links stay. `inside` keeps
 * links that touch one of its entities. What no link holds goes, except for what was asked for by name.
 */
export function filterGraph(
  data: GraphData,
  filters: Filters,
  inside: ReadonlySet<string> | null,
): { nodes: GraphNode[]; links: GraphLink[] } {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, tier } = filters;
  const byYear = filters.from !== undefined || filters.to !== undefined;
  const hidden = new Set(filters.hide);
  const noTypes = new Set(filters.noTypes);
  const noRelations = new Set(filters.noRelations);
  const open = (id: string) => {
    const node = data.nodes.get(id);
    return node !== undefined && !hidden.has(id) && !noTypes.has(node.type);
  };
  const links = [...data.links.values()].filter((link) => {
    if (!open(link.source) || !open(link.target) || noRelations.has(link.relation)) return false;
    if (tier && link.relation === "WON" && link.tier !== tier) return false;
    if (byYear && DATED.has(link.relation) && !(link.year && link.year >= from && link.year <= to))
      return false;
    return !inside || inside.has(link.source) || inside.has(link.target);
  });
  const held = new Set(links.flatMap(({ source, target }) => [source, target]));
  const narrowed = byYear || tier || inside || noTypes.size > 0 || noRelations.size > 0 || hidden.size > 0;
  const nodes = [...data.nodes.values()].filter(
    ({ id }) => open(id) && (held.has(id) || data.asked.has(id) || !narrowed),
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), links: links.sort(byId) };
}
