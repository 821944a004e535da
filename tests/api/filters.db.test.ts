import { gql } from "graphql-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/neo4j/index.js";
import { writeFixture } from "../support/graph-fixture.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { FIXTURE } from "./fixture.js";
import { asker, dataOf } from "./harness.js";

let database: Database;
let ask: ReturnType<typeof asker>["ask"];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  ({ ask } = asker(database));
});
afterAll(() => closeEmpty(database));

const LIST = gql`
  query ($where: CompanyWhere) {
    companies(where: $where, orderBy: [{ name: ASC }]) {
      totalCount
      nodes {
        name
      }
    }
  }
`;

/** The first characters of the companies that a filter lets through; 丁丙乙甲 in order of code points. */
async function companies(where: object | null): Promise<string> {
  const { companies } = dataOf(await ask(LIST, { where }));
  const names = companies.nodes.map((n: { name: string }) => n.name[0]).join("");
  expect(companies.totalCount).toBe(names.length);
  return names;
}

describe("where", () => {
  it.each([
    ["nothing", null, "丁丙乙甲"],
    ["an empty filter", {}, "丁丙乙甲"],
    ["eq", { name: { eq: "乙机车有限公司" } }, "乙"],
    ["in", { name: { in: ["乙机车有限公司", "丙电缆有限公司", "无"] } }, "丙乙"],
    ["in nothing", { name: { in: [] } }, ""],
    ["contains", { name: { contains: "电缆" } }, "丙"],
    ["startsWith and endsWith", { name: { startsWith: "甲", endsWith: "公司" } }, "甲"],
    ["numbers", { mentions: { gt: 1, lte: 3 } }, "丁乙"],
    ["an alias", { aliases: { includes: "老甲厂" } }, "甲"],
    ["AND", { AND: [{ mentions: { gte: 2 } }, { mentions: { lt: 4 } }] }, "丁乙"],
    ["OR", { OR: [{ mentions: { eq: 1 } }, { mentions: { eq: 4 } }] }, "丙甲"],
    ["OR of nothing", { OR: [] }, ""],
    ["AND of nothing", { AND: [] }, "丁丙乙甲"],
    ["NOT", { NOT: { mentions: { gte: 3 } } }, "丙乙"],
    ["NOT of everything", { NOT: {} }, ""],
    ["keys beside one another", { mentions: { gte: 2 }, NOT: { name: { startsWith: "甲" } } }, "丁乙"],
  ])("understands %s", async (_, where, expected) => {
    expect(await companies(where)).toBe(expected);
  });

  it.each([
    ["some", { awards: { some: {} } }, "丙乙甲"],
    ["none", { awards: { none: {} } }, "丁"],
    ["none with a condition", { awards: { none: { edge: { tier: { eq: "WINNER" } } } } }, "丁丙乙"],
    [
      "all, also where there is none",
      { awards: { all: { edge: { tier: { eq: "NOMINATION" } } } } },
      "丁丙乙",
    ],
    ["all of what may be absent", { awards: { all: { edge: { year: { gte: 2010 } } } } }, "丁丙乙"],
    ["single", { awards: { single: {} } }, "乙"],
    ["single with a condition", { awards: { single: { edge: { year: { eq: 2015 } } } } }, "丙甲"],
    ["absent", { awards: { some: { edge: { year: { eq: null } } } } }, "甲"],
    [
      "edge and node",
      { awards: { some: { edge: { year: { gte: 2016 } }, node: { level: { eq: "NATIONAL" } } } } },
      "丙乙",
    ],
    [
      "edges with AND, OR, NOT",
      {
        awards: { some: { OR: [{ edge: { year: { eq: 2017 } } }, { NOT: { edge: { year: { gt: 0 } } } }] } },
      },
      "乙甲",
    ],
    ["an anchor", { locations: { some: { node: { name: { eq: "江洲市" } } } } }, "丁甲"],
    [
      "an anchor and more",
      { locations: { some: { node: { name: { in: ["江洲市", "海洲市"] } } } }, awards: { some: {} } },
      "乙甲",
    ],
    ["the type at the other end", { locations: { some: { node: { type: { eq: "Zone" } } } } }, "丁"],
    ["types at the other end", { locations: { some: { node: { type: { in: ["Zone", "County"] } } } } }, "丁"],
    ["evidence", { evidence: { some: { document: { title: { contains: "文摘" } } } } }, "丙乙甲"],
    [
      "two steps",
      { platforms: { some: { node: { hosts: { some: { node: { name: { eq: "江洲市" } } } } } } } },
      "甲",
    ],
    ["a symmetric relation", { partners: { some: { node: { name: { startsWith: "甲" } } } } }, "乙"],
  ])("filters across relations: %s", async (_, where, expected) => {
    expect(await companies(where)).toBe(expected);
  });

  it("filters by one node up the hierarchy", async () => {
    const { counties } = dataOf(
      await ask(gql`
        {
          counties(where: { city: { name: { eq: "海洲市" } } }) {
            nodes {
              id
            }
          }
        }
      `),
    );
    expect(counties.nodes).toEqual([{ id: "county:海洲市:天河区" }]);
  });

  it.each([
    ["null where a value is wanted", { name: { contains: null } }, "BAD_USER_INPUT"],
    ["an unknown key", { nom: { eq: "a" } }, "BAD_USER_INPUT"],
    ["an unknown operator", { name: { like: "a" } }, "BAD_USER_INPUT"],
    ["a prototype's name", JSON.parse('{"__proto__": {"eq": "a"}}'), "BAD_USER_INPUT"],
    ["another prototype's name", { constructor: { eq: "a" } }, "BAD_USER_INPUT"],
    ["a wrong type", { mentions: { eq: "many" } }, "BAD_USER_INPUT"],
    ["an unknown enum value", { awards: { some: { edge: { tier: { eq: "BEST" } } } } }, "BAD_USER_INPUT"],
  ])("refuses %s", async (_, where, code) => {
    const answer = await ask(LIST, { where });
    expect(answer.data).toBeNull();
    expect(answer.errors?.map((e) => e.extensions?.code)).toEqual([code]);
  });

  it("gives each once where a search begins at several of its neighbours", async () => {
    const query = gql`
      query ($filter: IDFilter!) {
        companies(where: { locations: { some: { node: { id: $filter } } } }) { totalCount nodes { name } }
      }
    `;
    const places = ["city:江洲市", "zone:江洲高新区"];
    const { companies: both } = dataOf(await ask(query, { filter: { in: places } }));
    expect(both).toEqual({
      totalCount: 2,
      nodes: [{ name: "丁陶瓷有限公司" }, { name: "甲装备股份有限公司" }],
    });
    const { companies: one } = dataOf(await ask(query, { filter: { eq: places[0] } }));
    expect(one.totalCount).toBe(2);
    const { companies: won } = dataOf(
      await ask(
        gql`{ companies(where: { awards: { some: { node: { id: { eq: "award:中国质量奖" } } } } }) { totalCount } }`,
      ),
    );
    expect(won.totalCount).toBe(3);
  });

  it("treats every string as a value", async () => {
    for (const text of ["' OR 1=1 //", "`", "\\", '"}) DETACH DELETE (n', "$p0", "甲\u0000", "*"]) {
      expect(await companies({ name: { contains: text } })).toBe("");
      expect(await companies({ aliases: { includes: text } })).toBe("");
      const { company } = dataOf(
        await ask(
          gql`
            query ($text: String!) {
              company(name: $text) {
                id
              }
            }
          `,
          { text },
        ),
      );
      expect(company).toBeNull();
    }
    expect(await companies(null)).toBe("丁丙乙甲");
  });
});

describe("orderBy", () => {
  const order = async (orderBy: object[] | object) => {
    const { companies } = dataOf(
      await ask(
        gql`
          query ($orderBy: [CompanyOrderBy!]) {
            companies(orderBy: $orderBy) {
              nodes {
                name
              }
            }
          }
        `,
        { orderBy },
      ),
    );
    return companies.nodes.map((n: { name: string }) => n.name[0]).join("");
  };

  it("orders by fields, counts and several keys, ties by id", async () => {
    expect(await order([{ name: "DESC" }])).toBe("甲乙丙丁");
    expect(await order({ mentions: "DESC" })).toBe("甲丁乙丙");
    expect(await order([{ awards: { count: "DESC" } }])).toBe("丙甲乙丁");
    expect(await order([{ awards: { count: "DESC" } }, { name: "DESC" }])).toBe("甲丙乙丁");
    expect(await order([])).toBe("丁丙乙甲");
  });

  it("puts what is absent last in both directions", async () => {
    const years = async (direction: string) => {
      const { award } = dataOf(
        await ask(
          gql`
            query ($direction: SortDirection!) {
              award(name: "中国质量奖") {
                winners(orderBy: [{ edge: { year: $direction } }, { node: { name: DESC } }]) {
                  edges {
                    year
                    node {
                      name
                    }
                  }
                }
              }
            }
          `,
          { direction },
        ),
      );
      return award.winners.edges.map(
        (e: { year: number; node: { name: string } }) => `${e.year}${e.node.name[0]}`,
      );
    };
    expect(await years("ASC")).toEqual(["2015甲", "2015丙", "2017乙", "2018丙", "null甲"]);
    expect(await years("DESC")).toEqual(["2018丙", "2017乙", "2015甲", "2015丙", "null甲"]);
  });

  it("wants one key in an object", async () => {
    const answer = await ask(gql`
      {
        companies(orderBy: [{ name: ASC, mentions: DESC }]) {
          nodes {
            id
          }
        }
      }
    `);
    expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});

describe("pages", () => {
  const PAGE = gql`
    query ($first: Int, $after: String, $direction: SortDirection!) {
      award(name: "中国质量奖") {
        winners(first: $first, after: $after, orderBy: [{ edge: { year: $direction } }]) {
          totalCount
          pageInfo {
            hasNextPage
            hasPreviousPage
            startCursor
            endCursor
          }
          edges {
            cursor
            id
            year
          }
        }
      }
    }
  `;

  it.each(["ASC", "DESC"])(
    "leads through a list with ties and absent values, each once (%s)",
    async (direction) => {
      const all = dataOf(await ask(PAGE, { direction })).award.winners;
      for (const first of [1, 2, 3]) {
        const seen: unknown[] = [];
        let after: string | null = null;
        for (let page = 0; page < 10; page++) {
          const answer = await ask(PAGE, { first, after, direction });
          const { winners } = dataOf(answer).award;
          seen.push(...winners.edges.map((e: { id: string }) => e.id));
          expect(winners.totalCount).toBe(5);
          expect(winners.pageInfo.hasPreviousPage).toBe(after !== null);
          expect(winners.pageInfo.endCursor).toBe(winners.edges.at(-1).cursor);
          expect(winners.pageInfo.startCursor).toBe(winners.edges[0].cursor);
          after = winners.pageInfo.endCursor;
          if (!winners.pageInfo.hasNextPage) break;
        }
        expect(seen).toEqual(all.edges.map((e: { id: string }) => e.id));
      }
    },
  );

  it("goes on at the right place after an insertion elsewhere and after the last one seen is gone", async () => {
    const FIRST = gql`
      query ($after: String) {
        industries(first: 1, after: $after, orderBy: [{ name: ASC }]) {
          nodes {
            name
          }
          pageInfo {
            endCursor
          }
        }
      }
    `;
    const one = dataOf(await ask(FIRST)).industries;
    expect(one.nodes).toEqual([{ name: "轨道交通" }]);
    await database.write(
      "MATCH (n:Industry {name: '轨道交通'}) SET n.name = '轨道' CREATE (:Entity:Industry {id: 'industry:a', name: '一'})",
    );
    const two = dataOf(await ask(FIRST, { after: one.pageInfo.endCursor })).industries;
    expect(two.nodes).toEqual([{ name: "陶瓷" }]);
    await database.write("MATCH (n:Industry {id: 'industry:a'}) DELETE n");
    await database.write("MATCH (n:Industry {name: '轨道'}) SET n.name = '轨道交通'");
  });

  it.each([
    [{ first: 101 }, "BAD_PAGE_SIZE"],
    [{ first: -1 }, "BAD_PAGE_SIZE"],
    [{ first: 2 ** 40 }, "BAD_USER_INPUT"],
    [{ after: "rubbish" }, "BAD_CURSOR"],
    [{ after: "" }, "BAD_CURSOR"],
    [{ after: Buffer.from('["x", {}]').toString("base64url") }, "BAD_CURSOR"],
    [{ after: Buffer.from('["x", "1", "2"]').toString("base64url") }, "BAD_CURSOR"],
  ])("refuses %j", async (variables, code) => {
    const answer = await ask(PAGE, { direction: "ASC", ...variables });
    expect(answer.errors?.map((e) => e.extensions?.code)).toEqual([code]);
    expect(answer.data?.award ?? null).toBeNull();
  });

  it("refuses them also where no row is asked for", async () => {
    const { data, errors } = await ask(gql`
      {
        size: award(name: "中国质量奖") { winners(first: 101) { totalCount } }
        cursor: award(name: "中国质量奖") { winners(after: "rubbish") { aggregate { count } } }
        groups: award(name: "中国质量奖") { winners { aggregate(first: -1) { count } } }
        nothing: award(name: "中国质量奖") { winners(first: -1) { __typename } }
      }
    `);
    expect(data).toEqual({ size: null, cursor: null, groups: null, nothing: null });
    expect(errors?.map((e) => e.extensions?.code)).toEqual([
      "BAD_PAGE_SIZE",
      "BAD_CURSOR",
      "BAD_PAGE_SIZE",
      "BAD_PAGE_SIZE",
    ]);
  });

  it("refuses a cursor of another order", async () => {
    const { winners } = dataOf(await ask(PAGE, { direction: "ASC", first: 1 })).award;
    const answer = await ask(PAGE, { direction: "DESC", after: winners.pageInfo.endCursor });
    expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_CURSOR");
  });

  it("gives an empty page for first: 0", async () => {
    const { winners } = dataOf(await ask(PAGE, { direction: "ASC", first: 0 })).award;
    expect(winners).toMatchObject({
      totalCount: 5,
      edges: [],
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });
});
