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

describe("the question that started it", () => {
  it("answers with winners by year, their evidence and document, in one statement", async () => {
    const answer = await ask(gql`
      {
        award(name: "中国质量奖") {
          name
          winners(first: 50, where: { edge: { year: { gte: 2015 } } }, orderBy: [{ edge: { year: ASC } }]) {
            totalCount
            edges {
              year
              edition
              tier
              evidence {
                text
                document {
                  title
                }
              }
              node {
                __typename
                id
                name
              }
            }
          }
        }
      }
    `);
    const { winners } = dataOf(answer).award;
    expect(winners.totalCount).toBe(4);
    expect(winners.edges.map((e: { year: number }) => e.year)).toEqual([2015, 2015, 2017, 2018]);
    expect(winners.edges.find((e: { year: number }) => e.year === 2017)).toEqual({
      year: 2017,
      edition: 3,
      tier: "NOMINATION",
      evidence: [{ text: "乙机车有限公司获第三届中国质量奖提名奖", document: { title: "江洲质量文摘" } }],
      node: { __typename: "Company", id: "company:乙机车有限公司", name: "乙机车有限公司" },
    });
    expect(statements).toHaveLength(1);
  });
});

describe("looking up", () => {
  it("finds by id, by any alias however it is spelt, and gives null for what is unknown", async () => {
    const data = dataOf(
      await ask(gql`
        {
          byId: company(id: "company:甲装备股份有限公司") { name }
          byAlias: company(name: "老甲厂") { id aliases }
          spelt: company(name: "《甲 装备》") { id }
          otherType: award(name: "甲装备") { id }
          unknown: company(name: "无名公司") { id }
          unknownId: company(id: "company:无名") { id }
        }
      `),
    );
    expect(data).toEqual({
      byId: { name: "甲装备股份有限公司" },
      byAlias: { id: "company:甲装备股份有限公司", aliases: ["甲装备", "老甲厂"] },
      spelt: { id: "company:甲装备股份有限公司" },
      otherType: null,
      unknown: null,
      unknownId: null,
    });
    expect(statements).toHaveLength(6);
  });

  it("never picks one of two entities of a name", async () => {
    const answer = await ask(gql`{ county(name: "天河区") { id } stats { entities } }`);
    expect(answer.data).toEqual({ county: null, stats: { entities: FIXTURE.entities.length } });
    expect(answer.errors?.[0]?.path).toEqual(["county"]);
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: "AMBIGUOUS_NAME",
      candidates: [
        { id: "county:江洲市:天河区", name: "天河区", places: ["江洲市"] },
        { id: "county:海洲市:天河区", name: "天河区", places: ["海洲市"] },
      ],
    });
  });

  it("wants an id or a name, and one of them", async () => {
    for (const document of [gql`{ company { id } }`, gql`{ company(id: "a", name: "b") { id } }`]) {
      const answer = await ask(document);
      expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
      expect(statements).toHaveLength(0);
    }
  });

  it("gives an entity of any type by id, with what only its type has", async () => {
    const document = gql`
      query ($id: ID!) {
        entity(id: $id) {
          __typename
          name
          ... on Company { awards { totalCount } }
          ... on Award { level }
          ... on Place { adcode }
        }
      }
    `;
    const entity = async (id: string) => dataOf(await ask(document, { id })).entity;
    expect(await entity("company:丙电缆有限公司")).toEqual({
      __typename: "Company",
      name: "丙电缆有限公司",
      awards: { totalCount: 2 },
    });
    expect(await entity("award:中国质量奖")).toEqual({
      __typename: "Award",
      name: "中国质量奖",
      level: "NATIONAL",
    });
    expect(await entity("city:海洲市")).toEqual({ __typename: "City", name: "海洲市", adcode: "990200" });
    expect(await entity("person:张三")).toEqual({ __typename: "Person", name: "张三" });
    expect(await entity("nothing")).toBeNull();
  });

  it("gives a document with its text and claims", async () => {
    const { document, documents } = dataOf(
      await ask(gql`
        {
          document(id: "two.md") { title date text claims { totalCount nodes { kind fact text start end document { id } } } }
          documents(orderBy: [{ date: DESC }]) { nodes { id claims { totalCount } } }
        }
      `),
    );
    expect(document).toMatchObject({
      title: "海宁开发区简报",
      date: "2021",
      text: "乙机车位于海洲市。",
      claims: {
        totalCount: 1,
        nodes: [{ kind: "relation", text: "乙机车位于海洲市", start: 0, end: 8, document: { id: "two.md" } }],
      },
    });
    expect(documents.nodes.map((d: { id: string }) => d.id)).toEqual(["one.md", "two.md"]);
  });
});

describe("relations", () => {
  it("reads one field over two relations and says which one each edge is", async () => {
    const { city } = dataOf(
      await ask(gql`
        {
          city(name: "江洲") {
            platforms(orderBy: [{ edge: { relation: ASC } }]) { totalCount edges { relation node { name } } }
            hosted: platforms(where: { edge: { relation: { eq: HOSTS } } }) { totalCount }
            province { name cities { nodes { name } } }
          }
        }
      `),
    );
    expect(city.platforms).toEqual({
      totalCount: 2,
      edges: [
        { relation: "HOSTS", node: { name: "江洲轨道实验室" } },
        { relation: "LOCATED_IN", node: { name: "江洲轨道实验室" } },
      ],
    });
    expect(city.hosted.totalCount).toBe(1);
    expect(city.province.name).toBe("江南省");
    expect(city.province.cities.nodes).toHaveLength(2);
  });

  it("reads both directions of every relation of the issue, and what has none as empty", async () => {
    const data = dataOf(
      await ask(gql`
        {
          company(name: "甲装备") {
            platforms { nodes { name hosts { edges { relation node { __typename name } } } } }
            standardsBodies { edges { role node { name participants { edges { role node { name } } } } } }
            locations { nodes { __typename name } }
            partners { nodes { name } }
            people { edges { title node { name } } }
            industries { totalCount nodes { name } }
          }
          zone(name: "江洲高新区") {
            industries(orderBy: { node: { name: ASC } }) { nodes { name zones { nodes { name } } places { nodes { __typename name } } } }
            companies { nodes { name industries { nodes { companies { totalCount } } } } }
          }
          person(name: "张三") { positions { edges { title node { __typename name } } } }
          county(id: "county:海洲市:天河区") { city { name } province { name } }
          other: company(name: "乙机车有限公司") { partners { nodes { name } } events { nodes { name date attendees { totalCount } } } }
        }
      `),
    );
    expect(data.company.platforms.nodes[0].hosts.edges.map((e: { node: object }) => e.node)).toEqual(
      expect.arrayContaining([
        { __typename: "City", name: "江洲市" },
        { __typename: "Company", name: "甲装备股份有限公司" },
      ]),
    );
    expect(data.company.standardsBodies.edges).toEqual([
      {
        role: "MEMBER",
        node: {
          name: "IEC/TC9",
          participants: { edges: [{ role: "MEMBER", node: { name: "甲装备股份有限公司" } }] },
        },
      },
    ]);
    expect(data.company.locations.nodes).toEqual([{ __typename: "City", name: "江洲市" }]);
    expect(data.company.partners.nodes).toEqual([{ name: "乙机车有限公司" }]);
    expect(data.other.partners.nodes).toEqual([{ name: "甲装备股份有限公司" }]);
    expect(data.other.events.nodes).toEqual([
      { name: "质量大会", date: "2019-11-05", attendees: { totalCount: 1 } },
    ]);
    expect(data.company.people.edges).toEqual([{ title: "董事长", node: { name: "张三" } }]);
    expect(data.company.industries).toEqual({ totalCount: 0, nodes: [] });
    expect(data.zone.industries.nodes).toEqual([
      { name: "轨道交通", zones: { nodes: [{ name: "江洲高新区" }] }, places: { nodes: [] } },
      {
        name: "陶瓷",
        zones: { nodes: [{ name: "江洲高新区" }] },
        places: { nodes: [{ __typename: "City", name: "江洲市" }] },
      },
    ]);
    expect(data.zone.companies.nodes).toEqual([
      { name: "丁陶瓷有限公司", industries: { nodes: [{ companies: { totalCount: 1 } }] } },
    ]);
    expect(data.person.positions.edges).toEqual([
      { title: "董事长", node: { __typename: "Company", name: "甲装备股份有限公司" } },
    ]);
    expect(data.county).toEqual({ city: { name: "海洲市" }, province: { name: "江南省" } });
    expect(statements).toHaveLength(5);
  });

  it("gives observations with comparator, status and evidence", async () => {
    const { city } = dataOf(
      await ask(gql`
        {
          city(name: "江洲市") {
            observations(orderBy: [{ value: DESC }]) {
              indicator value unit period comparator status evidenceCount
              evidence { text start end rule confidence document { id publisher } }
            }
            targets: observations(where: { status: { eq: TARGET }, comparator: { eq: GTE } }) { value }
          }
        }
      `),
    );
    expect(city.targets).toEqual([{ value: 30000 }]);
    expect(city.observations.map((o: { value: number }) => o.value)).toEqual([30000, 23112]);
    expect(city.observations[0]).toMatchObject({ comparator: "GTE", status: "TARGET", period: null });
    const [{ text, start, end, document }] = city.observations[1].evidence;
    expect(FIXTURE.documents[0]!.text.slice(start, end)).toBe(text);
    expect(document).toEqual({ id: "one.md", publisher: "测试日报" });
  });

  it("keeps what is absent where one value is read of each row", async () => {
    const { award, observations, byName } = dataOf(
      await ask(gql`
        {
          award(name: "中国质量奖") {
            winners(orderBy: [{ edge: { year: ASC } }, { node: { name: ASC } }]) { edges { edition } }
          }
          observations(orderBy: [{ indicator: ASC }, { value: ASC }]) { nodes { period } }
          byName: award(name: "中国质量奖") {
            winners(first: 2, orderBy: [{ edge: { year: DESC } }]) { edges { year } pageInfo { hasNextPage } }
          }
        }
      `),
    );
    expect(award.winners.edges.map((edge: { edition: number | null }) => edge.edition)).toEqual([
      null,
      2,
      3,
      null,
      3,
    ]);
    expect(observations.nodes.map((node: { period: string | null }) => node.period)).toContain(null);
    expect(observations.nodes).toHaveLength(3);
    expect(byName.winners).toEqual({
      edges: [{ year: 2018 }, { year: 2017 }],
      pageInfo: { hasNextPage: true },
    });
  });

  it("reads what only one type has where the filter asks for that type", async () => {
    const query = gql`
      query ($type: EntityType!) {
        company(id: "company:丁陶瓷有限公司") {
          locations(where: { node: { type: { eq: $type } } }) {
            nodes { __typename name ... on City { adcode } ... on Zone { industries { totalCount } } }
          }
        }
      }
    `;
    const { company: inCity } = dataOf(await ask(query, { type: "City" }));
    expect(inCity.locations.nodes).toEqual([{ __typename: "City", name: "江洲市", adcode: "990100" }]);
    expect(statements[0]!.text).not.toContain("CASE");
    const { company: inZone } = dataOf(await ask(query, { type: "Zone" }));
    expect(inZone.locations.nodes).toEqual([
      { __typename: "Zone", name: "江洲高新区", industries: { totalCount: 2 } },
    ]);
    const { company: nowhere } = dataOf(await ask(query, { type: "Award" }));
    expect(nowhere.locations.nodes).toEqual([]);
  });

  it("counts", async () => {
    const { stats } = dataOf(
      await ask(
        gql`{ stats { documents claims entities relationships observations byType { type count } byRelation { type count } } }`,
      ),
    );
    expect(stats).toMatchObject({
      documents: 2,
      entities: FIXTURE.entities.length,
      relationships: FIXTURE.relations.length,
      observations: 3,
    });
    expect(stats.byType).toContainEqual({ type: "Company", count: 4 });
    expect(stats.byRelation).toContainEqual({ type: "WON", count: 6 });
  });
});

describe("GraphQL's own means", () => {
  it("merges fragments, aliases, directives and variables", async () => {
    const document = gql`
      query ($withAwards: Boolean!, $first: Int, $names: [String!]) {
        companies(where: { name: { in: $names } }, first: $first) {
          nodes { ...names awards(first: 1) @include(if: $withAwards) { totalCount } }
          nodes { mentions }
        }
      }
      fragment names on Company { name ...more }
      fragment more on Entity { __typename label: name @skip(if: $withAwards) }
    `;
    const names = ["甲装备股份有限公司"];
    expect(dataOf(await ask(document, { withAwards: true, names })).companies.nodes).toEqual([
      { name: "甲装备股份有限公司", __typename: "Company", awards: { totalCount: 2 }, mentions: 4 },
    ]);
    expect(dataOf(await ask(document, { withAwards: false, names })).companies.nodes).toEqual([
      { name: "甲装备股份有限公司", __typename: "Company", label: "甲装备股份有限公司", mentions: 4 },
    ]);
  });

  it("reads the same relation twice under different arguments", async () => {
    const { award } = dataOf(
      await ask(gql`
        {
          award(name: "中国质量奖") {
            nominated: winners(where: { edge: { tier: { eq: NOMINATION } } }) { totalCount nodes { name } }
            won: winners(where: { edge: { tier: { eq: WINNER } } }, first: 1) { totalCount nodes { name } }
          }
        }
      `),
    );
    expect(award.nominated.totalCount).toBe(3);
    expect(award.won).toEqual({ totalCount: 2, nodes: [{ name: "甲装备股份有限公司" }] });
  });

  it("answers introspection beside data", async () => {
    const data = dataOf(
      await ask(
        gql`{ __typename stats { documents } __type(name: "Tier") { name kind } __schema { queryType { name } } }`,
      ),
    );
    expect(data).toEqual({
      __typename: "Query",
      stats: { documents: 2 },
      __type: { name: "Tier", kind: "ENUM" },
      __schema: { queryType: { name: "Query" } },
    });
    expect(statements).toHaveLength(1);
  });

  it("keeps the text of a statement whatever the values", async () => {
    const document = gql`
      query ($name: String!, $first: Int!) {
        companies(where: { name: { contains: $name } }, first: $first) { nodes { name } }
      }
    `;
    await ask(document, { name: "甲", first: 3 });
    const text = statements[0]!.text;
    await ask(document, { name: "' OR 1=1 //", first: 99 });
    expect(statements[0]!.text).toBe(text);
    expect(text).not.toContain("OR 1=1");
  });
});
