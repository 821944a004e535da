import { describe, expect, it } from "vitest";
import { ENTITY_TYPES, NODES, RELATION_TYPES, RELATIONS } from "../../schema/index.js";

describe("the ontology", () => {
  it("registers every entity and relation type once, in order", () => {
    expect(NODES.map((n) => n.type)).toEqual([...ENTITY_TYPES]);
    expect(RELATIONS.map((r) => r.type)).toEqual([...RELATION_TYPES]);
  });

  it("gives every entity the common properties and its own", () => {
    for (const node of NODES) {
      expect(node.properties.map((p) => p.name)).toEqual(
        expect.arrayContaining(["id", "name", "aliases", "mentions"]),
      );
    }
    expect(NODES.find((n) => n.type === "City")?.properties.map((p) => p.name)).toContain("adcode");
    expect(NODES.find((n) => n.type === "Award")?.properties.map((p) => p.name)).toContain("level");
  });

  it("names only types of its own at the ends of relations and fields", () => {
    const types = new Set<string>(ENTITY_TYPES);
    for (const relation of RELATIONS) {
      const fields = [...relation.forward, ...relation.reverse];
      for (const type of [...relation.from, ...relation.to, ...fields.flatMap((f) => f.to)]) {
        expect(types).toContain(type);
      }
    }
  });
});
