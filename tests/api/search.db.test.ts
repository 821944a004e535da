import { gql } from "graphql-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { writeFixture } from "../support/graph-fixture.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { FIXTURE } from "./fixture.js";
import { asker, dataOf } from "./harness.js";

let database: Database;
let ask: ReturnType<typeof asker>["ask"];
let statements: ReturnType<typeof asker>["statements"];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  await database.write(
    "MATCH (n:Company {name: '甲装备股份有限公司'}) SET n.pinyin = 'jiazhuangbeigufenyouxiangongsi', n.initials = 'jzbgfyxgs'",
  );
  ({ ask, statements } = asker(database));
});
afterAll(() => closeEmpty(database));

const SEARCH = gql`
  query ($query: String!, $types: [EntityType!], $first: Int, $after: String) {
    search(query: $query, types: $types, first: $first, after: $after) {
      totalCount
      facets { type count }
      pageInfo { hasNextPage endCursor }
      edges {
        score
        highlights { field text ranges { start end } }
        evidence { text document { id } }
        node { __typename name ... on Company { awards { totalCount } } }
      }
    }
  }
`;

const search = async (query: string, more: object = {}) =>
  dataOf(await ask(SEARCH, { query, ...more })).search as {
    totalCount: number;
    facets: { type: string; count: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: {
      score: number;
      highlights: { field: string; text: string; ranges: { start: number; end: number }[] }[];
      evidence: { text: string } | null;
      node: { __typename: string; name: string; awards?: object };
    }[];
  };
const names = async (query: string, more: object = {}) =>
  (await search(query, more)).edges.map((e) => e.node.name);

describe("search", () => {
  it("finds by name, alias and parts of them, the exact name first, in one statement", async () => {
    expect((await names("江洲"))[0]).toBe("江洲市");
    expect(await names("江洲")).toEqual(expect.arrayContaining(["江洲市", "江洲高新区", "江洲轨道实验室"]));
    expect((await names("老甲厂"))[0]).toBe("甲装备股份有限公司");
    expect(await names("质量奖")).toEqual(expect.arrayContaining(["中国质量奖", "江洲市市长质量奖"]));
    expect(statements).toHaveLength(1);
  });

  it("finds by pinyin and initials", async () => {
    expect((await names("jzb"))[0]).toBe("甲装备股份有限公司");
    expect((await names("jiazhuangbei"))[0]).toBe("甲装备股份有限公司");
    expect((await names("iec"))[0]).toBe("IEC/TC9");
    expect((await names("IEC/TC9"))[0]).toBe("IEC/TC9");
  });

  it("finds traditional characters, full-width letters and a name with one wrong character", async () => {
    expect((await names("中國質量獎"))[0]).toBe("中国质量奖");
    expect((await names("ＩＥＣ"))[0]).toBe("IEC/TC9");
    expect((await names("江州轨道实验室"))[0]).toBe("江洲轨道实验室");
    expect((await names("丙电览有限公司"))[0]).toBe("丙电缆有限公司");
  });

  it("finds a single character and several words", async () => {
    expect(await names("瓷")).toEqual(expect.arrayContaining(["陶瓷", "丁陶瓷有限公司"]));
    expect((await names("江洲 实验室"))[0]).toBe("江洲轨道实验室");
  });

  it("finds what documents say, with the sentence", async () => {
    const { edges } = await search("注册商标");
    expect(edges[0]).toMatchObject({
      node: { name: "江洲市" },
      evidence: { text: "有效注册商标23112件", document: { id: "one.md" } },
      highlights: [{ field: "EVIDENCE", text: "有效注册商标23112件", ranges: [{ start: 2, end: 6 }] }],
    });
    expect(await names("董事长")).toEqual(expect.arrayContaining(["张三", "甲装备股份有限公司"]));
  });

  it("marks where names were met", async () => {
    const { edges } = await search("甲装备");
    expect(edges[0]!.highlights.slice(0, 2)).toEqual([
      { field: "NAME", text: "甲装备股份有限公司", ranges: [{ start: 0, end: 3 }] },
      { field: "ALIAS", text: "甲装备", ranges: [{ start: 0, end: 3 }] },
    ]);
    expect(edges[0]!.node).toMatchObject({ __typename: "Company", awards: { totalCount: 2 } });
  });

  it.each([
    ["jzb", 3],
    ["jiazhuangb", 3],
    ["jz", 2],
  ])("marks what %s stands for", async (letters, end) => {
    const { edges } = await search(letters);
    expect(edges[0]!.highlights).toEqual([
      { field: "NAME", text: "甲装备股份有限公司", ranges: [{ start: 0, end }] },
    ]);
  });

  it("narrows to types, counts by type, and leads through pages", async () => {
    const all = await search("江洲", { first: 100 });
    expect(all.totalCount).toBe(all.edges.length);
    expect(all.facets.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalCount);
    expect(all.edges.map((e) => e.score)).toEqual([...all.edges.map((e) => e.score)].sort((a, b) => b - a));
    expect(await names("江洲", { types: ["Zone"] })).toEqual(["江洲高新区"]);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await search("江洲", { first: 2, after });
      seen.push(...page.edges.map((e) => e.node.name));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.edges.map((e) => e.node.name));
  });

  it.each([
    "",
    " ",
    "+",
    "&&",
    "||",
    '"',
    "\\",
    "*",
    "?",
    "~",
    "^4",
    "(",
    "[a TO",
    "{",
    "name:",
    "/a",
    "AND",
    "OR NOT",
    "!",
    "甲 AND",
    "\u0000",
    "\ud83d\ude00",
  ])("takes %j for text", async (query) => {
    const answer = await ask(SEARCH, { query });
    expect(answer.errors).toBeUndefined();
  });

  it("refuses a query that is too long", async () => {
    const answer = await ask(SEARCH, { query: "甲".repeat(101) });
    expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});
