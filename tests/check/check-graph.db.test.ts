import { gql } from "graphql-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createResolver } from "../../loaders/resolve/resolver.js";
import { applyChanges } from "../../loaders/write/apply-changes.js";
import { checkGraph } from "../../src/check/check.js";
import type { Database } from "../../src/neo4j/index.js";
import { asker, dataOf } from "../api/harness.js";
import {
  documentOf,
  entity,
  gazetteer,
  hashed,
  observation,
  ref,
  relation,
} from "../loaders/write/documents.js";
import { testDatabase, wipe } from "../support/neo4j.js";

const city = ref("City", "湘潭市");
const zone = ref("Zone", "湘潭高新区");
const firm = ref("Company", "湘潭莲城泵业有限公司");
const award = ref("Award", "中国质量奖");
const run = (of: typeof city, values: readonly number[]) =>
  ["国际标准", "国家标准", "行业标准", "团体标准"].map((name, i) =>
    observation(of, `制修订${name}`, values[i]!),
  );
const documents = [
  documentOf("city.md", "湖南省湘潭市", [
    entity("City", city.name),
    entity("Award", award.name),
    entity("Company", firm.name),
    ...run(city, [7, 19, 23, 5]),
    observation(city, "保有甲级奖及提名奖", 12),
    observation(city, "甲级奖", 3),
    observation(city, "甲级奖提名奖", 9),
    observation(city, "专利", 80, { period: "2019" }),
    relation("WON", firm, award, { year: 2015, edition: 2 }),
  ]),
  documentOf("zone.md", "湖南省湘潭市", [
    entity("City", city.name),
    entity("Zone", zone.name),
    entity("Award", award.name),
    entity("Company", firm.name),
    entity("Company", "莲城泵业"),
    relation("LOCATED_IN", zone, city),
    ...run(zone, [7, 19, 23, 6]),
    observation(city, "专利", 81, { period: "2019" }),
    observation(city, "甲级奖", 3),
    relation("WON", firm, award, { year: 2016, edition: 2 }),
  ]),
];

let database: Database;
let ask: ReturnType<typeof asker>["ask"];
beforeAll(async () => {
  database = await testDatabase();
  await wipe(database);
  await applyChanges(database, createResolver(gazetteer), { documents: documents.map(hashed) });
  ({ ask } = asker(database));
});
afterAll(async () => {
  await wipe(database);
  await database.close();
});

describe("checkGraph", () => {
  it("finds what cannot be, what can hardly be, and what bears itself out, with the documents of all sides", async () => {
    const findings = (await checkGraph({ database })).map(({ kind, rule, reason, evidence }) => ({
      kind,
      rule,
      reason,
      documents: [...new Set(evidence.map((e) => e.document))].sort(),
    }));
    const both = ["city.md", "zone.md"];
    expect(findings).toEqual([
      {
        kind: "contradiction",
        rule: "property",
        reason: "湘潭莲城泵业有限公司, 中国质量奖: year 2015 / 2016",
        documents: both,
      },
      {
        kind: "contradiction",
        rule: "value",
        reason: "湘潭市, 2019: 专利 80件 / 专利 81件",
        documents: both,
      },
      {
        kind: "probable",
        rule: "run",
        reason:
          "湘潭市 and 湘潭高新区: two documents agree in 制修订国际标准 7件, 制修订国家标准 19件, 制修订行业标准 23件, " +
          "but give 制修订团体标准 5件 and 制修订团体标准 6件",
        documents: both,
      },
      {
        kind: "corroboration",
        rule: "documents",
        reason: "2 documents: 湘潭市, 甲级奖 3件",
        documents: both,
      },
      {
        kind: "corroboration",
        rule: "total",
        reason: "湘潭市: 甲级奖 3件 + 甲级奖提名奖 9件 = 12件, given as 保有甲级奖及提名奖 12件",
        documents: both,
      },
    ]);
  });
});

describe("the API", () => {
  it("gives certain and probable contradictions with all sides' evidence", async () => {
    const { contradictions } = dataOf(
      await ask(gql`
        {
          contradictions {
            probable rule subjects { name } indicator
            observations { value subject { name } evidence { document { id } } }
            relationships { year from { name } evidence { document { id } } }
          }
        }
      `),
    );
    const from = (id: string) => [{ document: { id } }];
    expect(contradictions.slice(0, 2)).toEqual([
      {
        probable: false,
        rule: "property",
        subjects: [{ name: firm.name }],
        indicator: null,
        observations: [],
        relationships: [
          { year: 2015, from: { name: firm.name }, evidence: from("city.md") },
          { year: 2016, from: { name: firm.name }, evidence: from("zone.md") },
        ],
      },
      {
        probable: false,
        rule: "value",
        subjects: [{ name: city.name }],
        indicator: "专利",
        observations: [
          { value: 80, subject: { name: city.name }, evidence: from("city.md") },
          { value: 81, subject: { name: city.name }, evidence: from("zone.md") },
        ],
        relationships: [],
      },
    ]);
    expect(contradictions[2]).toMatchObject({
      probable: true,
      rule: "run",
      subjects: [{ name: city.name }, { name: zone.name }],
      indicator: "制修订团体标准",
    });
    expect(contradictions[2].observations).toHaveLength(8);
    const { contradictions: one } = dataOf(await ask(gql`{ contradictions(first: 1) { rule } }`));
    expect(one).toEqual([{ rule: "property" }]);
  });

  it("gives totals that add up before what several documents state", async () => {
    const { corroborations } = dataOf(
      await ask(gql`
        { corroborations { documents reason observation { value } observations { indicator value } relationship { id } } }
      `),
    );
    expect(corroborations).toEqual([
      {
        documents: 2,
        reason: "湘潭市: 甲级奖 3件 + 甲级奖提名奖 9件 = 12件, given as 保有甲级奖及提名奖 12件",
        observation: { value: 12 },
        observations: [
          { indicator: "保有甲级奖及提名奖", value: 12 },
          { indicator: "甲级奖", value: 3 },
          { indicator: "甲级奖提名奖", value: 9 },
        ],
        relationship: null,
      },
      {
        documents: 2,
        reason: null,
        observation: { value: 3 },
        observations: [{ indicator: "甲级奖", value: 3 }],
        relationship: null,
      },
    ]);
  });

  it("explains every merge, also where entities of several types are asked for", async () => {
    const { company, entity: same } = dataOf(
      await ask(gql`
        {
          company(name: "莲城泵业") { name mergedBecause { rule short: name into __typename } }
          entity(id: "city:湘潭市") { mergedBecause { rule } }
        }
      `),
    );
    expect(company).toEqual({
      name: firm.name,
      mergedBecause: [
        {
          rule: "abbreviation",
          short: "company:湘潭市:莲城泵业",
          into: `company:湘潭市:${firm.name}`,
          __typename: "MergeReason",
        },
      ],
    });
    expect(same).toEqual({ mergedBecause: [] });
  });
});
