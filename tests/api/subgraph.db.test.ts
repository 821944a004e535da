import { buildSubgraphSchema } from "@apollo/subgraph";
import { isObjectType, isUnionType, parse } from "graphql";
import { gql } from "graphql-tag";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NODES } from "../../schema/index.js";
import { subgraphSchema } from "../../src/api/schema/subgraph-schema.js";
import { GraphService } from "../../src/api/service.js";
import type { Database } from "../../src/neo4j/index.js";
import { idOf, writeFixture } from "../support/graph-fixture.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { FIXTURE } from "./fixture.js";

let database: Database;
let service: GraphService;
const statements: string[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  service = new GraphService({
    database,
    schema: subgraphSchema(),
    onStatement: (text) => statements.push(text),
  });
});
afterAll(() => closeEmpty(database));

const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename
  ... on Company { name awards { totalCount } } ... on City { province { name } } ... on Document { title } } }`;

describe("a subgraph of Apollo Federation", () => {
  it("tells its schema, in which whatever has an id has a key that it resolves", async () => {
    const { data, errors } = await service.answer("{ _service { sdl } }");
    expect(errors).toBeUndefined();
    const { sdl } = data!._service as { sdl: string };
    expect(parse(sdl).definitions.length).toBeGreaterThan(NODES.length);
    for (const type of [...NODES.map((n) => n.type), "Document", "Observation", "Claim"])
      expect(sdl).toMatch(new RegExp(`type ${type}\\b[^{]*@key\\(fields: "id"\\)`));
    expect(sdl).toContain("https://specs.apollo.dev/federation/v2");
  });

  it("tells what Apollo's own library takes for a subgraph with the same entities and fields", async () => {
    const { data } = await service.answer("{ _service { sdl } }");
    const { sdl } = data!._service as { sdl: string };
    const theirs = buildSubgraphSchema({ typeDefs: parse(sdl) });
    const ours = subgraphSchema();
    const entities = theirs.getType("_Entity");
    if (!isUnionType(entities)) throw new Error("no union of entities");
    expect(entities.getTypes().map(String).sort()).toEqual(
      ours
        .getPossibleTypes(ours.getType("_Entity") as typeof entities)
        .map(String)
        .sort(),
    );
    // The specification's _Service is ours; theirs lets its field be null.
    const types = Object.values(ours.getTypeMap()).filter(({ name }) => name !== "_Service");
    for (const type of types.filter(isObjectType)) {
      const other = theirs.getType(type.name);
      if (!isObjectType(other)) throw new Error(`${type.name} is not there`);
      const fieldsOf = (one: typeof type) =>
        Object.values(one.getFields()).map((field) => `${field.name}: ${field.type}`);
      expect([type.name, fieldsOf(other).sort()]).toEqual([type.name, fieldsOf(type).sort()]);
    }
  });

  it("gives entities by references in their order, in one statement", async () => {
    const company = idOf("Company", "甲装备股份有限公司");
    const representations = [
      { __typename: "City", id: idOf("City", "江洲市") },
      { __typename: "Company", id: "company:none" },
      { __typename: "Document", id: "two.md" },
      { __typename: "Company", id: company },
      { __typename: "City", id: company },
      { __typename: "City", id: idOf("City", "江洲市") },
    ];
    statements.length = 0;
    const { data, errors } = await service.answer(ENTITIES, { representations });
    expect(errors).toBeUndefined();
    const city = { __typename: "City", province: { name: "江南省" } };
    expect(data?._entities).toEqual([
      city,
      null,
      { __typename: "Document", title: "海宁开发区简报" },
      { __typename: "Company", name: "甲装备股份有限公司", awards: { totalCount: 2 } },
      null,
      city,
    ]);
    expect(statements).toHaveLength(1);
  });

  it("refuses references that it cannot read, and keeps within its limits", async () => {
    for (const one of [{ id: "x" }, { __typename: "PageInfo", id: "x" }, { __typename: "City" }, "x"]) {
      const { errors } = await service.answer(ENTITIES, { representations: [one] });
      expect(errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    }
    const representations = Array.from({ length: 201 }, () => ({ __typename: "City", id: "x" }));
    const { errors } = await service.answer(ENTITIES, { representations });
    expect(errors?.[0]?.extensions?.code).toBe("OPERATION_TOO_LARGE");
  });

  it("answers as the plain schema does otherwise", async () => {
    const query = gql`{ award(name: "中国质量奖") { level winners(where: { edge: { tier: { eq: WINNER } } }) { totalCount } } }`;
    const { data } = await service.answer(query.loc!.source.body);
    expect(data).toEqual({ award: { level: "NATIONAL", winners: { totalCount: 2 } } });
    const plain = await new GraphService({ database }).answer("{ _service { sdl } }");
    expect(plain.errors?.[0]?.extensions?.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});
