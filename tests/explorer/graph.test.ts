import { describe, expect, it } from "vitest";
import type { GraphData, GraphLink } from "../../explorer/src/graph/data.js";
import { type Filters, filterGraph } from "../../explorer/src/graph/filter.js";
import { layout } from "../../explorer/src/graph/layout.js";
import { toSvg } from "../../explorer/src/graph/picture.js";
import { sliceText } from "../../explorer/src/panel/slice-text.js";

const node = (id: string, type: string) => [id, { id, type, name: id, mentions: 1 }] as const;
const link = (
  source: string,
  relation: GraphLink["relation"],
  target: string,
  more: Partial<GraphLink> = {},
) => {
  const id = `${source} ${relation} ${target} ${more.year ?? ""}`;
  return [
    id,
    { id, relation, source, target, year: null, edition: null, tier: null, role: null, title: null, ...more },
  ] as const;
};
const data: GraphData = {
  nodes: new Map([
    node("a", "Company"),
    node("b", "Company"),
    node("c", "City"),
    node("w", "Award"),
    node("x", "Person"),
  ]),
  links: new Map([
    link("a", "WON", "w", { year: 2015, tier: "WINNER" }),
    link("a", "WON", "w", { year: 2018, tier: "NOMINATION" }),
    link("b", "WON", "w", { tier: "WINNER" }),
    link("a", "LOCATED_IN", "c"),
  ]),
  truncated: [],
  asked: new Set(["w"]),
  noWay: false,
};
const none: Filters = { hide: [], noTypes: [], noRelations: [] };
const shown = (filters: Partial<Filters>, inside: ReadonlySet<string> | null = null) => {
  const { nodes, links } = filterGraph(data, { ...none, ...filters }, inside);
  return [nodes.map(({ id }) => id).join(""), links.length];
};

describe("filters of the graph", () => {
  it("show everything where nothing is asked", () => expect(shown({})).toEqual(["abcwx", 4]));
  it("take years as conditions on what can have one", () => {
    expect(shown({ from: 2016 })).toEqual(["acw", 2]);
    expect(shown({ from: 2016, to: 2017 })).toEqual(["acw", 1]);
  });
  it("take tiers as conditions on awards won", () =>
    expect(shown({ tier: "NOMINATION" })).toEqual(["acw", 2]));
  it("keep what was asked for", () =>
    expect(shown({ noRelations: ["WON", "LOCATED_IN"] })).toEqual(["w", 0]));
  it("leave out types and hidden ones", () => {
    expect(shown({ noTypes: ["Company"] })).toEqual(["w", 0]);
    expect(shown({ hide: ["a"] })).toEqual(["bw", 1]);
  });
  it("keep what touches a place", () => expect(shown({}, new Set(["c", "b"]))).toEqual(["abcw", 2]));
});

describe("the layout", () => {
  const nodes = Array.from({ length: 60 }, (_, i) => ({ id: `n${String(i).padStart(2, "0")}`, radius: 10 }));
  const links = nodes.slice(1).map(({ id }, i) => ({ source: nodes[Math.floor(i / 3)]!.id, target: id }));

  it("is the same for the same graph, in whatever order it came", () => {
    const once = layout({ nodes, links, pins: {} });
    expect(layout({ nodes, links, pins: {} })).toEqual(once);
    expect(layout({ nodes: [...nodes].reverse(), links, pins: {} })).toEqual(once);
  });

  it("keeps nodes apart, and pinned ones where they are", () => {
    const places = layout({ nodes, links, pins: { n05: [1000, -1000] } });
    expect(places.n05).toEqual([1000, -1000]);
    const free = Object.entries(places).filter(([id]) => id !== "n05");
    for (const [a, [ax, ay]] of free) {
      for (const [b, [bx, by]] of free) if (a < b) expect(Math.hypot(ax - bx, ay - by)).toBeGreaterThan(19);
    }
  });

  it("takes none, one and unconnected nodes", () => {
    expect(layout({ nodes: [], links: [], pins: {} })).toEqual({});
    expect(Object.keys(layout({ nodes: nodes.slice(0, 1), links: [], pins: {} }))).toEqual(["n00"]);
    const places = Object.values(layout({ nodes, links: [], pins: {} })).flat();
    expect(places.every(Number.isFinite)).toBe(true);
  });
});

describe("pictures", () => {
  it("are SVG with all text escaped", () => {
    const at = { x: 10, y: 10 };
    const svg = toSvg({
      width: 100,
      height: 50,
      background: "#ffffff",
      ink: "#000000",
      font: '"A", serif',
      links: [{ from: at, to: { x: 50, y: 10 }, curvature: 0, color: "#999999", width: 1 }],
      nodes: [
        { at, radius: 8, color: "#e76f51", icon: "企", iconInk: "#000000", label: '<甲&"乙">', labelAt: at },
      ],
    });
    expect(svg).toContain("&lt;甲&amp;&quot;乙&quot;&gt;");
    expect(svg).toContain('d="M10 10Q30 10 50 10"');
    expect(svg).not.toContain("<甲");
  });
});

describe("slices of a text", () => {
  const text = "甲获奖。乙也获奖。";
  it("join to the text, with the asked characters marked and the shortest claim of each", () => {
    const claims = [
      { start: 0, end: 9, name: "all" },
      { start: 4, end: 8, name: "second" },
    ];
    const slices = sliceText(text, claims, 1, 4);
    expect(slices.map((slice) => slice.text).join("")).toBe(text);
    expect(slices.filter(({ marked }) => marked).map((slice) => slice.text)).toEqual(["获奖。"]);
    expect(slices.find(({ start }) => start === 4)?.claim?.name).toBe("second");
    expect(slices[0]?.claim?.name).toBe("all");
  });
  it("take spans beyond the text", () => {
    expect(
      sliceText(text, [{ start: 5, end: 99 }], 50, 60)
        .map((slice) => slice.text)
        .join(""),
    ).toBe(text);
  });
});
