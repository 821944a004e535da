import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/api/limits.js";
import { GraphService } from "../../src/api/service.js";

const read = async () => {
  throw new Error("the database was asked");
};
const service = new GraphService({ database: { read: read as never, readOnce: read as never } });

/** The first error's code and, where a limit was passed, which. */
async function refusal(query: string, variables?: Record<string, unknown>) {
  const { errors } = await service.answer(query, variables);
  const { code, limit } = errors?.[0]?.extensions ?? {};
  return [code, limit].filter(Boolean).join(" ");
}

const nested = (levels: number, first: number) => {
  const open = `winners(first: ${first}) { edges { evidence { text document { title } } node { id ... on Company { awards(first: ${first}) { edges { evidence { text document { title } } node {`;
  const close = "id } } } } } } }";
  return levels === 2
    ? `{ award(name: "a") { ${open} ${close} } }`
    : `{ award(name: "a") { ${open} winners(first: ${first}) { nodes { id } } ${close} } }`;
};

describe("limits", () => {
  it("admit two connections of 100 with evidence and refuse three", async () => {
    expect(await refusal(nested(2, 100))).toBe("INTERNAL_SERVER_ERROR");
    expect(await refusal(nested(3, 100))).toBe("OPERATION_TOO_LARGE cost");
    expect(await refusal(nested(3, 20))).toBe("INTERNAL_SERVER_ERROR");
  });

  it("see the sizes that variables give", async () => {
    const query = nested(3, 1).replaceAll("first: 1", "first: $n").replace("{", "query ($n: Int!) {");
    expect(await refusal(query, { n: 20 })).toBe("INTERNAL_SERVER_ERROR");
    expect(await refusal(query, { n: 100 })).toBe("OPERATION_TOO_LARGE cost");
  });

  it.each([
    [
      "depth",
      `{ entity(id: "a") { evidence { document { ${"claims(first: 1) { nodes { document { ".repeat(6)} id ${"}".repeat(22)}`,
    ],
    ["aliases", `{ stats { ${Array.from({ length: 51 }, (_, i) => `a${i}: documents`).join(" ")} } }`],
    ["inputDepth", `{ companies(where: ${"{ NOT: ".repeat(31)} {} ${"}".repeat(31)}) { totalCount } }`],
    [
      "inputObjects",
      `{ companies(where: { OR: [${"{ name: { eq: null } }, ".repeat(100)}] }) { totalCount } }`,
    ],
    [
      "filterRelations",
      `{ companies(where: ${"{ industries: { all: { node: { companies: { all: { node: ".repeat(3)} {} ${"} } } } } }".repeat(3)}) { totalCount } }`,
    ],
    ["rootFields", `{ stats { documents } ${"stats { claims } ".repeat(20)} }`],
    ["directives", `{ stats { ${"documents @include(if: true) ".repeat(51)} } }`],
    [
      "cost",
      "{ documents(first: 100) { nodes { claims(first: 100) { nodes { document { text } data } } } } }",
    ],
    [
      "cost",
      `{ documents(first: 1) { totalCount } ${Array.from({ length: 19 }, (_, i) => `a${i}: __schema { types { name } }`).join(" ")} }`,
    ],
  ])("refuse too much: %s", async (limit, query) => {
    expect(await refusal(query)).toBe(`OPERATION_TOO_LARGE ${limit}`);
  });

  it("count fields", async () => {
    const small = new GraphService({
      database: { read: read as never, readOnce: read as never },
      limits: { ...DEFAULT_LIMITS, fields: 3 },
    });
    const { errors } = await small.answer(
      "{ stats { ...a ...a } } fragment a on Stats { documents claims entities }",
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "OPERATION_TOO_LARGE",
      limit: "fields",
      maximum: 3,
    });
  });

  it("count a fragment wherever it is used, and do not hang on many of them", async () => {
    const levels = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on Stats { ...f${i + 1} ...f${i + 1} }`,
    );
    const started = Date.now();
    const bomb = `{ stats { ...f0 } } ${levels.join(" ")} fragment f60 on Stats { documents }`;
    expect(await refusal(bomb)).toMatch(/^OPERATION_TOO_LARGE/);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ["tokens", `{ ${"stats { documents } ".repeat(1500)} }`, "GRAPHQL_PARSE_FAILED"],
    [
      "a fragment cycle",
      "{ stats { ...a } } fragment a on Stats { ...b } fragment b on Stats { ...a }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a fragment named like introspection",
      "{ ...__schema } fragment __schema on Query { stats { nothing } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a schema asked for within itself",
      "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a syntax error", "{", "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", "{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown operation", "query a { __typename } query b { __typename }", "BAD_USER_INPUT"],
  ])("refuse %s", async (_, query, code) => {
    expect(await refusal(query)).toBe(code);
  });

  it("refuse variables that lie too deep, however deep", async () => {
    let where: object = {};
    for (let i = 0; i < 50_000; i++) where = { NOT: where };
    const query = "query ($where: CompanyWhere) { companies(where: $where) { totalCount } }";
    expect(await refusal(query, { where })).toBe("OPERATION_TOO_LARGE inputDepth");
  });

  it("let introspection pass, which needs no database", async () => {
    const { data, errors } = await service.answer(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty("__schema.queryType.name", "Query");
  });
});
