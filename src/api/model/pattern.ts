import type { LinkPattern, RelationLink } from "../../../schema/derive/links.js";
import { PLACE_TYPES } from "../../../schema/index.js";
import type { Step } from "./types.js";

/** The MATCH pattern of a link over relations; one direction where all agree, else none with a guard. */
export function relationPattern(link: RelationLink, step: Step): { pattern: string; condition: string } {
  const { owner, edge, node } = step;
  const types = [...new Set(link.patterns.map((p) => p.relation.type))];
  const directions = new Set(link.patterns.map((p) => p.direction));
  const target = `(${node}${labelsOf(link, step)})`;
  const hierarchical = link.cardinality === "one" && link.patterns[0]?.relation.source === "lexicon";
  if (hierarchical) {
    const most = Math.max(...link.targets.map((type) => rankOf(link.owner) - rankOf(type)));
    const steps = `:${types.join("|")}${most > 1 ? `*1..${most}` : ""}`;
    return { pattern: `(${owner})-[${steps}]->${target}`, condition: "" };
  }
  const [left, right] = directions.size > 1 ? ["-", "-"] : directions.has("out") ? ["-", "->"] : ["<-", "-"];
  const condition =
    directions.size > 1
      ? link.patterns
          .filter((p) => mayPointOtherWay(link, p))
          .map((p) => `(type(${edge}) <> '${p.relation.type}' OR ${startOf(p)}(${edge}) = ${owner})`)
          .join(" AND ")
      : "";
  return { pattern: `(${owner})${left}[${edge}:${types.join("|")}]${right}${target}`, condition };
}

/** How far down the administrative hierarchy; what is no place lies below all places. */
function rankOf(type: string): number {
  const rank = (PLACE_TYPES as readonly string[]).indexOf(type);
  return rank < 0 ? PLACE_TYPES.length : rank;
}

const startOf = (p: LinkPattern) => (p.direction === "out" ? "startNode" : "endNode");

function labelsOf(link: RelationLink, { foundBy }: Step): string {
  const targets = link.targets.join("|");
  const implied = endsOnlyThere(link);
  if (foundBy === "id") return implied ? ":Entity" : `:Entity&(${targets})`;
  return implied && foundBy === undefined ? "" : `:${targets}`;
}

/** Whether all that the relations can lead to is of the link's types, so that the label need not be checked. */
function endsOnlyThere(link: RelationLink): boolean {
  return link.patterns.every((p) =>
    (p.direction === "out" ? p.relation.to : p.relation.from).every((type) => link.targets.includes(type)),
  );
}

/** Whether, read without direction, the pattern would also match relationships that the link does not mean. */
function mayPointOtherWay(link: RelationLink, p: LinkPattern): boolean {
  const meant = link.patterns.filter((other) => other.relation === p.relation);
  if (meant.length > 1) return false;
  const [near, far] =
    p.direction === "out" ? [p.relation.to, p.relation.from] : [p.relation.from, p.relation.to];
  return near.includes(link.owner) && far.some((type) => link.targets.includes(type));
}
