import { describe, expect, it } from "vitest";
import { linksOf } from "../../schema/derive/links.js";
import { NODES } from "../../schema/index.js";

const link = (type: Parameters<typeof linksOf>[0], name: string) =>
  linksOf(type).find((one) => one.name === name);

describe("links derived from the relations", () => {
  it("gives one link over two relations of one name", () => {
    const platforms = link("City", "platforms");
    expect(platforms?.patterns.map((p) => [p.relation.type, p.direction])).toEqual([
      ["LOCATED_IN", "in"],
      ["HOSTS", "out"],
    ]);
    expect(platforms?.targets).toEqual(["Platform"]);
  });

  it("reads a symmetric relation from both ends as one link", () => {
    expect(link("Company", "partners")?.patterns.map((p) => p.direction)).toEqual(["out", "in"]);
  });

  it("leads up and down the hierarchy, never to its own kind", () => {
    expect(link("County", "city")?.cardinality).toBe("one");
    expect(link("City", "city")).toBeUndefined();
    expect(link("City", "cities")).toBeUndefined();
    expect(link("Province", "cities")?.cardinality).toBe("many");
  });

  it("names each link once on every type", () => {
    for (const node of NODES) {
      const names = linksOf(node.type).map((one) => one.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
