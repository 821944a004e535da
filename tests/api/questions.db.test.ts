import { gql } from "graphql-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { type GraphFixture, idOf, writeFixture } from "../support/graph-fixture.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { FIXTURE } from "./fixture.js";
import { asker, dataOf } from "./harness.js";

/** The fixture and a second document that agrees in one thing and differs in another. */
const TWO_VOICES: GraphFixture = {
  ...FIXTURE,
  documents: [
    ...FIXTURE.documents,
    { id: "three.md", title: "另一份", text: "有效注册商标24000件。又称张三任董事长。" },
  ],
  observations: [
    ...FIXTURE.observations,
    {
      of: idOf("City", "江洲市"),
      indicator: "有效注册商标",
      value: 24000,
      unit: "件",
      period: "2019",
      stated: "有效注册商标24000件",
    },
    { of: idOf("City", "海洲市"), indicator: "有效注册商标", value: 100, unit: "件", period: "2019" },
  ],
  relations: FIXTURE.relations.map((r) =>
    r.type === "HOLDS_POSITION" ? { ...r, stated: ["张三任甲装备董事长", "张三任董事长"] } : r,
  ),
};

let database: Database;
let ask: ReturnType<typeof asker>["ask"];
let statements: ReturnType<typeof asker>["statements"];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, TWO_VOICES);
  ({ ask, statements } = asker(database));
});
afterAll(() => closeEmpty(database));

const names = (nodes: { name: string }[]) => nodes.map((n) => n.name);

describe("path", () => {
  const PATH = gql`
    query ($from: ID!, $to: ID!, $maxLength: Int, $through: [RelationType!]) {
      path(from: $from, to: $to, maxLength: $maxLength, through: $through) {
        length
        nodes { __typename id name ... on City { adcode } }
        relationships { relation source target title year evidence { text } from { name } to { name } }
      }
    }
  `;
  const paths = async (variables: object) => dataOf(await ask(PATH, variables as never)).path;

  it("gives the shortest ways with the facts along them, by names or ids, in one statement", async () => {
    const [path, ...others] = await paths({ from: "张三", to: "company:乙机车有限公司" });
    expect(others).toEqual([]);
    expect(path.length).toBe(2);
    expect(names(path.nodes)).toEqual(["张三", "甲装备股份有限公司", "乙机车有限公司"]);
    expect(path.relationships[0]).toMatchObject({
      relation: "HOLDS_POSITION",
      source: "person:张三",
      title: "董事长",
      year: null,
      from: { name: "张三" },
    });
    expect(path.relationships[0].evidence.map((e: { text: string }) => e.text)).toContain(
      "张三任甲装备董事长",
    );
    expect(statements).toHaveLength(1);
  });

  it("keeps to a length and to relations", async () => {
    expect(await paths({ from: "张三", to: "乙机车有限公司", maxLength: 1 })).toEqual([]);
    expect(await paths({ from: "张三", to: "乙机车有限公司", through: ["WON"] })).toEqual([]);
    const won = await paths({ from: "甲装备", to: "乙机车有限公司", through: ["WON"] });
    expect(won.map((p: { nodes: { name: string }[] }) => names(p.nodes)[1])).toEqual([
      "中国质量奖",
      "中国质量奖",
    ]);
    expect(await paths({ from: "张三", to: "张三" })).toEqual([]);
  });

  it("says which end is unknown or ambiguous", async () => {
    const code = async (variables: object) =>
      (await ask(PATH, variables as never)).errors?.[0]?.extensions?.code;
    expect(await code({ from: "无此人", to: "张三" })).toBe("NOT_FOUND");
    expect(await code({ from: "天河区", to: "张三" })).toBe("AMBIGUOUS_NAME");
    expect(await code({ from: "张三", to: "甲装备", maxLength: 7 })).toBe("BAD_USER_INPUT");
  });
});

describe("subgraph", () => {
  const SUBGRAPH = gql`
    query ($around: [ID!]!, $depth: Int, $limit: Int, $types: [EntityType!], $relations: [RelationType!]) {
      subgraph(around: $around, depth: $depth, limit: $limit, types: $types, relations: $relations) {
        truncated
        nodes { __typename id name }
        links { id relation source target tier evidenceCount }
      }
    }
  `;
  const subgraph = async (variables: object) => dataOf(await ask(SUBGRAPH, variables as never)).subgraph;

  it("gives nodes, and exactly the links between them", async () => {
    for (const depth of [0, 1, 2, 3]) {
      const { nodes, links, truncated } = await subgraph({ around: ["甲装备"], depth });
      const reached = new Set([idOf("Company", "甲装备股份有限公司")]);
      for (let i = 0; i < depth; i++) {
        const edge = [...reached];
        for (const { from, to } of TWO_VOICES.relations) {
          if (edge.includes(from)) reached.add(to);
          if (edge.includes(to)) reached.add(from);
        }
      }
      expect(new Set(nodes.map((n: { id: string }) => n.id))).toEqual(reached);
      expect(nodes).toHaveLength(reached.size);
      const inside = TWO_VOICES.relations.filter((r) => reached.has(r.from) && reached.has(r.to));
      expect(links).toHaveLength(inside.length);
      expect(truncated).toBe(false);
    }
    expect(statements).toHaveLength(1);
  });

  it("narrows to types and relations, and says what it leaves out", async () => {
    const awards = await subgraph({ around: ["甲装备", "张三"], types: ["Award"] });
    expect(new Set(names(awards.nodes))).toEqual(
      new Set(["甲装备股份有限公司", "张三", "中国质量奖", "江洲市市长质量奖"]),
    );
    const won = await subgraph({ around: ["甲装备"], relations: ["WON"] });
    expect(new Set(won.links.map((l: { relation: string }) => l.relation))).toEqual(new Set(["WON"]));
    const few = await subgraph({ around: ["甲装备"], depth: 2, limit: 3 });
    expect(few.nodes).toHaveLength(3);
    expect(few.truncated).toBe(true);
    const ids = few.nodes.map((n: { id: string }) => n.id);
    for (const { source, target } of few.links) expect(ids).toEqual(expect.arrayContaining([source, target]));
  });

  it("keeps its bounds", async () => {
    for (const variables of [{ limit: 501 }, { limit: 0 }]) {
      const answer = await ask(SUBGRAPH, { around: ["甲装备"], ...variables });
      expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_PAGE_SIZE");
    }
    const deep = await ask(SUBGRAPH, { around: ["甲装备"], depth: 4 });
    expect(deep.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});

describe("figures, time and likeness", () => {
  it("compares places", async () => {
    const { compare } = dataOf(
      await ask(gql`
        { compare(places: ["海洲市", "江洲"], periods: ["2019"]) { indicator unit period values { subject { name } observations { value } } } }
      `),
    );
    expect(compare).toEqual([
      {
        indicator: "有效注册商标",
        unit: "件",
        period: "2019",
        values: [
          { subject: { name: "海洲市" }, observations: [{ value: 100 }] },
          { subject: { name: "江洲市" }, observations: [{ value: 23112 }, { value: 24000 }] },
        ],
      },
    ]);
  });

  it("finds contradictions with both evidences, and what two documents agree on", async () => {
    const { contradictions, corroborations } = dataOf(
      await ask(gql`
        {
          contradictions {
            probable rule reason subject { name } subjects { name } indicator period
            observations { value evidence { document { id } } }
            relationships { relation }
          }
          corroborations { documents relationship { relation title from { name } } observation { value } }
        }
      `),
    );
    expect(contradictions).toEqual([
      {
        probable: false,
        rule: "value",
        reason: "江洲市, 2019: 有效注册商标 23112件 / 有效注册商标 24000件",
        subject: { name: "江洲市" },
        subjects: [{ name: "江洲市" }],
        indicator: "有效注册商标",
        period: "2019",
        relationships: [],
        observations: [
          { value: 23112, evidence: [{ document: { id: "one.md" } }] },
          { value: 24000, evidence: [{ document: { id: "three.md" } }] },
        ],
      },
    ]);
    expect(corroborations).toEqual([
      {
        documents: 2,
        relationship: { relation: "HOLDS_POSITION", title: "董事长", from: { name: "张三" } },
        observation: null,
      },
    ]);
  });

  it("tells an entity's time in order", async () => {
    const TIMELINE = gql`
      query ($of: ID!, $from: String, $to: String) {
        timeline(of: $of, from: $from, to: $to) {
          date
          relationship { relation tier }
          node { __typename name }
          observation { indicator value }
        }
      }
    `;
    const timeline = async (of: string, more: object = {}) =>
      dataOf(await ask(TIMELINE, { of, ...more })).timeline;
    expect(await timeline("乙机车有限公司")).toEqual([
      {
        date: "2017",
        relationship: { relation: "WON", tier: "NOMINATION" },
        node: { __typename: "Award", name: "中国质量奖" },
        observation: null,
      },
      {
        date: "2019-11-05",
        relationship: { relation: "TOOK_PART_IN", tier: null },
        node: { __typename: "Event", name: "质量大会" },
        observation: null,
      },
    ]);
    expect(await timeline("乙机车有限公司", { from: "2018", to: "2019" })).toHaveLength(1);
    expect(await timeline("乙机车有限公司", { to: "2018" })).toHaveLength(1);
    expect((await timeline("江洲市"))[0]).toMatchObject({
      date: "2019",
      relationship: null,
      observation: { value: 23112 },
    });
  });

  it("finds similar companies with the reasons", async () => {
    const { similar } = dataOf(
      await ask(
        gql`{ similar(company: "甲装备") { node { __typename name } score shared { relation node { name } } } }`,
      ),
    );
    expect(names(similar.map((s: { node: object }) => s.node)).sort()).toEqual(
      ["丁陶瓷有限公司", "丙电缆有限公司", "乙机车有限公司"].sort(),
    );
    const ceramics = similar.find((s: { node: { name: string } }) => s.node.name === "丁陶瓷有限公司");
    expect(ceramics.shared).toEqual([{ relation: "LOCATED_IN", node: { name: "江洲市" } }]);
  });

  it("sets zones against industries", async () => {
    const MATRIX = gql`
      query ($places: [ID!], $industries: [ID!]) {
        zoneIndustryMatrix(places: $places, industries: $industries) {
          zones { name }
          industries { name }
          cells { zone industry companies relationship { evidenceCount } }
        }
      }
    `;
    const matrix = async (variables: object) =>
      dataOf(await ask(MATRIX, variables as never)).zoneIndustryMatrix;
    const all = await matrix({});
    expect(names(all.zones)).toEqual(["江洲高新区"]);
    expect(all.cells).toEqual([
      {
        zone: "zone:江洲高新区",
        industry: "industry:轨道交通",
        companies: 0,
        relationship: { evidenceCount: 1 },
      },
      {
        zone: "zone:江洲高新区",
        industry: "industry:陶瓷",
        companies: 1,
        relationship: { evidenceCount: 0 },
      },
    ]);
    expect(names((await matrix({ places: ["江南省"], industries: ["陶瓷"] })).industries)).toEqual(["陶瓷"]);
    expect((await matrix({ places: ["海洲市"] })).cells).toEqual([]);
  });
});
