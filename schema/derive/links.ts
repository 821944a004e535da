import type { RelationDefinition } from "../decorators.js";
import { RELATIONS } from "../index.js";
import type { EntityType } from "../types.js";

/** One way in which a field is given: along a relation ("out") or against it ("in"). */
export interface LinkPattern {
  relation: RelationDefinition;
  direction: "out" | "in";
}

/** A field of an entity type that leads to other entities; two relations that give one name give one link. */
export interface RelationLink {
  name: string;
  owner: EntityType;
  /** The types at the other end, in order of declaration, each once. */
  targets: readonly EntityType[];
  patterns: readonly LinkPattern[];
  cardinality: "one" | "many";
  zh: string;
  description: string;
}

/** All links of an entity type, in order of RELATIONS. */
export function linksOf(owner: EntityType): RelationLink[] {
  const links = new Map<string, RelationLink>();
  const add = (relation: RelationDefinition, direction: "out" | "in") => {
    const ends = direction === "out" ? relation.from : relation.to;
    if (!ends.includes(owner)) return;
    for (const field of direction === "out" ? relation.forward : relation.reverse) {
      // In the hierarchy nothing belongs to its own kind: a city has no `city`.
      if (relation.source === "lexicon" && field.to.every((type) => type === owner)) continue;
      const known = links.get(field.name);
      links.set(field.name, {
        name: field.name,
        owner,
        targets: [...new Set([...(known?.targets ?? []), ...field.to])],
        patterns: [...(known?.patterns ?? []), { relation, direction }],
        cardinality: field.cardinality ?? "many",
        zh: union(known?.zh, field.zh, "、"),
        description: union(known?.description, field.description, " "),
      });
    }
  };
  for (const relation of RELATIONS) {
    add(relation, "out");
    add(relation, "in");
  }
  return [...links.values()];
}

function union(known: string | undefined, more: string, glue: string): string {
  return known === undefined || known === more ? more : known + glue + more;
}
