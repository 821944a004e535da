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
  ({ ask, statements } = asker(database));
});
afterAll(() => closeEmpty(database));

interface Group {
  keys: { value: string | null }[];
  count: number;
}
/** `a/b 3` for a group of three with the keys a and b. */
const groups = (all: Group[]) => all.map((g) => `${g.keys.map((k) => k.value).join("/")} ${g.count}`);

describe("aggregate", () => {
  it("counts a whole list, a filtered one, and what it leads to", async () => {
    const { all, few, awards, none } = dataOf(
      await ask(gql`
        {
          all: companies { aggregate { count } }
          few: companies(where: { mentions: { gte: 2 } }) { totalCount aggregate { count distinct keys { path } } }
          awards: companies { aggregate(over: { awards: {} }) { count } both: aggregate(over: { awards: {} }) { count distinct } }
          none: companies(where: { name: { eq: "x" } }) { aggregate(measure: { mentions: true }) { count min sum } }
        }
      `),
    );
    expect(all.aggregate).toEqual([{ count: 4 }]);
    expect(few).toEqual({ totalCount: 3, aggregate: [{ count: 3, distinct: 3, keys: [] }] });
    expect(awards).toEqual({ aggregate: [{ count: 5 }], both: [{ count: 5, distinct: 3 }] });
    expect(none.aggregate).toEqual([{ count: 0, min: null, sum: 0 }]);
    expect(statements).toHaveLength(4);
  });

  it("measures", async () => {
    const { companies, award } = dataOf(
      await ask(gql`
        {
          companies { aggregate(measure: { mentions: true }) { min max sum avg } }
          award(name: "中国质量奖") { winners { aggregate(measure: { edge: { year: true } }) { count min max } } }
        }
      `),
    );
    expect(companies.aggregate).toEqual([{ min: 1, max: 4, sum: 10, avg: 2.5 }]);
    expect(award.winners.aggregate).toEqual([{ count: 5, min: 2015, max: 2018 }]);
  });

  it("groups by fields, edges and related entities, which share a link", async () => {
    const { award, companies } = dataOf(
      await ask(gql`
        {
          award(name: "中国质量奖") {
            winners {
              aggregate(groupBy: [{ edge: { year: true } }, { edge: { tier: true } }], orderBy: KEY) { count keys { path value number } }
              byType: aggregate(groupBy: [{ node: { self: true } }]) { count keys { value entity { __typename name ... on Company { awards { totalCount } } } } }
            }
          }
          companies {
            aggregate(groupBy: [{ locations: { node: { name: true } } }, { awards: { edge: { tier: true } } }, { awards: { node: { level: true } } }]) {
              count distinct keys { path value }
            }
          }
        }
      `),
    );
    expect(groups(award.winners.aggregate)).toEqual([
      "2015/NOMINATION 1",
      "2015/WINNER 1",
      "2017/NOMINATION 1",
      "2018/NOMINATION 1",
      "/WINNER 1",
    ]);
    expect(award.winners.aggregate[0].keys[0]).toEqual({ path: "edge.year", value: "2015", number: 2015 });
    expect(award.winners.byType[0]).toEqual({
      count: 2,
      keys: [
        {
          value: "company:丙电缆有限公司",
          entity: { __typename: "Company", name: "丙电缆有限公司", awards: { totalCount: 2 } },
        },
      ],
    });
    expect(groups(companies.aggregate)).toEqual(["江洲市/WINNER/NATIONAL 2", "海洲市/NOMINATION/NATIONAL 1"]);
    expect(companies.aggregate[0].distinct).toBe(1);
    expect(companies.aggregate[0].keys[2].path).toBe("awards.node.level");
  });

  it("nests anywhere and stays one statement", async () => {
    const { province } = dataOf(
      await ask(gql`
        {
          province(name: "江南省") {
            cities(orderBy: [{ node: { name: DESC } }]) {
              totalCount
              nodes {
                name
                companies {
                  totalCount
                  awards: aggregate(over: { node: { awards: {} } }) { count }
                  byTier: aggregate(groupBy: [{ node: { awards: { edge: { tier: true } } } }]) { count keys { value } }
                  nodes { name awards { aggregate(groupBy: [{ edge: { tier: true } }]) { count keys { value } } } }
                }
              }
            }
          }
        }
      `),
    );
    const named = (name: string) =>
      province.cities.nodes.find((city: { name: string }) => city.name === name);
    const [sea, river] = [named("海洲市"), named("江洲市")];
    expect(sea.companies).toMatchObject({ totalCount: 1, awards: [{ count: 1 }] });
    expect(river.companies.awards).toEqual([{ count: 2 }]);
    expect(groups(river.companies.byTier)).toEqual(["WINNER 2"]);
    expect(
      river.companies.nodes.find((n: { name: string }) => n.name === "丁陶瓷有限公司").awards.aggregate,
    ).toEqual([]);
    expect(statements).toHaveLength(1);
  });

  it("ranks, and refuses what leads nowhere or to two places", async () => {
    const { companies } = dataOf(
      await ask(
        gql`{ companies { aggregate(groupBy: [{ self: true }], over: { awards: {} }, first: 2) { count keys { entity { name } } } } }`,
      ),
    );
    expect(companies.aggregate.map((g: { count: number }) => g.count)).toEqual([2, 2]);
    for (const document of [
      gql`{ companies { aggregate(groupBy: [{ awards: {} }]) { count } } }`,
      gql`{ companies { aggregate(groupBy: [{ name: true, id: true }]) { count } } }`,
    ]) {
      expect((await ask(document)).errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    }
    const large = await ask(
      gql`{ companies { aggregate(groupBy: [{ name: true }], first: 1001) { count } } }`,
    );
    expect(large.errors?.[0]?.extensions?.code).toBe("BAD_PAGE_SIZE");
  });
});
