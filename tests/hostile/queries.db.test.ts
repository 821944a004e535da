import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  parse,
  print,
  valueFromASTUntyped,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GraphService } from "../../src/api/service.js";
import type { Database } from "../../src/neo4j/index.js";
import { FIXTURE } from "../api/fixture.js";
import { writeFixture } from "../support/graph-fixture.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";

// Whoever asks these wants the server to fall over, to hang, or to run words of theirs as Cypher or Lucene.
let database: Database;
let service: GraphService;
const statements: string[] = [];
const failures: unknown[] = [];
beforeAll(async () => {
  database = await emptyDatabase();
  await writeFixture(database, FIXTURE);
  service = new GraphService({
    database,
    onStatement: (statement) => statements.push(statement),
    onFailure: (error) => failures.push(error),
  });
});
afterAll(() => closeEmpty(database));

const REFUSALS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_PAGE_SIZE",
  "BAD_CURSOR",
  "OPERATION_TOO_LARGE",
  "NOT_FOUND",
  "AMBIGUOUS_NAME",
  "WRITING_DISABLED",
]);

/** Asks, and gives the codes of the errors; nothing that is not ours to raise may be among them, and nothing may hang. */
async function codesOf(query: string, variables?: Record<string, unknown>): Promise<string[]> {
  const begin = performance.now();
  const { errors = [] } = await service.answer(query, variables);
  // A hang, not a slow machine.
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(failures.splice(0)).toEqual([]);
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  for (const code of codes) expect(REFUSALS).toContain(code);
  return codes;
}

const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(" ");

describe("operations that are too much", () => {
  const deep = (n: number) =>
    `{ company(id: "x") { ${"awards(first: 1) { nodes { winners(first: 1) { nodes { ... on Company { ".repeat(n)} id ${"} } } } } ".repeat(n)} } }`;
  const cases: [what: string, query: string, code: string][] = [
    ["depth", deep(10), "OPERATION_TOO_LARGE"],
    [
      "depth by fragments",
      `{ company(id: "x") { ...f0 } } ${many(12, (i) => `fragment f${i} on Company { awards(first: 1) { nodes { winners(first: 1) { nodes { ...f${i + 1} } } } } }`)} fragment f12 on Company { id }`,
      "OPERATION_TOO_LARGE",
    ],
    ["a million levels", `${"{ a ".repeat(100_000)}`, "GRAPHQL_PARSE_FAILED"],
    ["aliases", `{ ${many(60, (i) => `a${i}: stats { documents }`)} }`, "OPERATION_TOO_LARGE"],
    ["aliases of one field", `{ stats { ${many(60, (i) => `a${i}: documents`)} } }`, "OPERATION_TOO_LARGE"],
    ["one field again and again", `{ stats { ${"documents ".repeat(1_200)} } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["root fields", `{ ${many(30, (i) => `a${i}: __typename`)} }`, "OPERATION_TOO_LARGE"],
    [
      "directives",
      `{ stats { documents ${"@include(if: true) ".repeat(100)} } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "directives, spread",
      `{ stats { ${"documents @include(if: true) ".repeat(100)} } }`,
      "OPERATION_TOO_LARGE",
    ],
    [
      "unknown directives",
      `{ stats { documents ${many(500, (i) => `@d${i}`)} } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["unknown fields", `{ ${many(1_000, (i) => `nothing${i}`)} }`, "GRAPHQL_VALIDATION_FAILED"],
    [
      "unknown fields near known ones",
      `{ stats { ${many(300, (i) => `document${i}`)} } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "arguments",
      `{ companies(${many(600, (i) => `a${i}: 1`)}) { totalCount } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["tokens", `{ ${"stats { documents } ".repeat(5_000)} }`, "GRAPHQL_PARSE_FAILED"],
    ["comments", `# ${"x".repeat(200_000)}\n{ nothing }`, "GRAPHQL_VALIDATION_FAILED"],
    ["commas", `{ stats { documents ${",".repeat(200_000)} } nothing }`, "GRAPHQL_VALIDATION_FAILED"],
    ["a fragment in itself", "{ stats { ...a } } fragment a on Stats { ...a }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "fragments in a circle",
      `{ stats { ...f0 } } ${many(50, (i) => `fragment f${i} on Stats { ...f${(i + 1) % 50} }`)}`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "fragments that double",
      `{ stats { ...f0 } } ${many(40, (i) => `fragment f${i} on Stats { ...f${i + 1} ...f${i + 1} }`)} fragment f40 on Stats { documents }`,
      "OPERATION_TOO_LARGE",
    ],
    [
      "unused fragments",
      `{ stats { documents } } ${many(250, (i) => `fragment f${i} on Stats { documents }`)}`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "fields that may not be merged",
      `{ ${many(50, (i) => `a: company(id: "${i}") { id }`)} }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "fragments named like introspection",
      "{ ...__schema } fragment __schema on Query { ...__type } fragment __type on Query { nothing }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "the schema in itself",
      `{ __schema { types { fields { type { ${"ofType { fields { type { ".repeat(4)} name ${"} } } ".repeat(4)} } } } } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "the schema many times",
      `{ ${many(15, (i) => `a${i}: __schema { types { name } }`)} }`,
      "OPERATION_TOO_LARGE",
    ],
    ["a huge page", "{ companies(first: 2147483647) { totalCount nodes { id } } }", "OPERATION_TOO_LARGE"],
    ["a page above the limit", "{ companies(first: 101) { nodes { id } } }", "BAD_PAGE_SIZE"],
    [
      "a page beyond integers",
      "{ companies(first: 99999999999) { nodes { id } } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["a negative page", "{ companies(first: -1) { nodes { id } } }", "BAD_PAGE_SIZE"],
    ["a page of a fraction", "{ companies(first: 1.5) { nodes { id } } }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "three lists of 100",
      "{ companies(first: 100) { nodes { awards(first: 100) { nodes { winners(first: 100) { nodes { ... on Company { id } } } } } } } }",
      "OPERATION_TOO_LARGE",
    ],
    [
      "filters in one another",
      `{ companies(where: ${"{ NOT: ".repeat(200)}{}${" }".repeat(200)}) { totalCount } }`,
      "OPERATION_TOO_LARGE",
    ],
    [
      "filters beside one another",
      `{ companies(where: { OR: [${'{ name: { eq: "a" } }, '.repeat(150)}] }) { totalCount } }`,
      "OPERATION_TOO_LARGE",
    ],
    [
      "orders",
      `{ companies(orderBy: [${"{ name: ASC }, ".repeat(250)}]) { totalCount } }`,
      "OPERATION_TOO_LARGE",
    ],
    [
      "a subgraph without end",
      `{ subgraph(around: ["a"], depth: 1000, limit: 100000) { truncated } }`,
      "BAD_USER_INPUT",
    ],
    ["ways without end", `{ path(from: "a", to: "b", maxLength: 100) { __typename } }`, "BAD_USER_INPUT"],
    ["a subscription", "subscription { stats { documents } }", "BAD_USER_INPUT"],
    ["a change", 'mutation { unloadDocument(id: "a") { id } }', "WRITING_DISABLED"],
    ["nothing at all", "", "GRAPHQL_PARSE_FAILED"],
    ["NUL bytes", "{ stats { \u0000 } }", "GRAPHQL_PARSE_FAILED"],
    ["a byte order mark and noise", "\ufeff{ \ud800 }", "GRAPHQL_PARSE_FAILED"],
    ["a string without end", '{ company(name: "abc) { id } }', "GRAPHQL_PARSE_FAILED"],
    [
      "a number without end",
      `{ companies(first: ${"9".repeat(50_000)}) { totalCount } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["types as names", '{ company(name: ["a"]) { id } }', "GRAPHQL_VALIDATION_FAILED"],
    ["an object as a name", '{ company(name: { eq: "a" }) { id } }', "GRAPHQL_VALIDATION_FAILED"],
    [
      "an unknown enum value",
      "{ companies(orderBy: [{ name: UPWARDS }]) { totalCount } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["definitions of a schema", "type Query { a: Int } { stats { documents } }", "GRAPHQL_VALIDATION_FAILED"],
  ];

  it.each(cases)("%s", async (_, query, code) => {
    const asked = statements.length;
    const codes = await codesOf(query);
    expect(codes[0]).toBe(code);
    expect(statements.slice(asked)).toEqual([]);
  });

  it.each([
    ["no cursor", "x"],
    ["base64 of nothing", ""],
    ["another's", Buffer.from('["companies",1]').toString("base64url")],
    ["deep", Buffer.from("[".repeat(50_000)).toString("base64url")],
    ["with keys of prototypes", Buffer.from('{"__proto__":{"a":1}}').toString("base64url")],
    ["Cypher", Buffer.from('["\') RETURN 1 //"]').toString("base64url")],
  ])("a cursor that is none of ours: %s", async (_, after) => {
    expect(
      await codesOf("query ($after: String) { companies(after: $after) { nodes { id } } }", { after }),
    ).toEqual(["BAD_CURSOR"]);
  });
});

const MARK = "zhitu_was_here";
/** Each has the mark, which no statement may have. */
const INJECTIONS: readonly string[] = [
  `'}) DETACH DELETE n RETURN "${MARK}" //`,
  `"}) RETURN "${MARK}" //`,
  `\`) MATCH (${MARK}) DETACH DELETE ${MARK} //`,
  `\\' OR 1=1 ${MARK}`,
  `\\u0027 OR ${MARK} = 1 //`,
  `$${MARK}`,
  `\${${MARK}}`,
  `*:* ${MARK}`,
  `name:* OR _exists_:${MARK}`,
  `${MARK}~0.5^99 AND NOT (`,
  `"${MARK}`,
  `/${MARK}.*(a+)+$/`,
  `[a TO ${MARK}}`,
  `+-&&||!(){}[]^"~*?:\\/ ${MARK}`,
  `${MARK}\u0000\u0008`,
  `${MARK} \ud800`,
  `__proto__ ${MARK}`,
  `${MARK} ${"长".repeat(60)}`,
  `${MARK}\n\r\u2028CALL db.labels()`,
];

describe("words that are meant to become part of a statement", () => {
  const valueFor = (type: GraphQLInputType, text: string): unknown => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [valueFor(nullable.ofType, text)];
    if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
    if (isInputObjectType(nullable)) return {};
    return { String: text, ID: text, Int: 1, Float: 1, Boolean: true }[nullable.name as "String"];
  };
  const takesText = (arg: GraphQLArgument) => ["String", "ID"].includes(getNamedType(arg.type).name);

  it("stay parameters in every argument that takes text", async () => {
    const fields = Object.values(new GraphService({ database }).schema.getQueryType()!.getFields());
    let asked = 0;
    for (const field of fields) {
      for (const tested of field.args.filter(takesText)) {
        const used = field.args.filter(
          (arg) => arg === tested || (isNonNullType(arg.type) && arg.defaultValue === undefined),
        );
        const declared = used.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
        const given = used.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
        const selection = isCompositeType(getNamedType(field.type)) ? "{ __typename }" : "";
        const query = `query (${declared}) { ${field.name}(${given}) ${selection} }`;
        // Each argument with two of them; all of them come by in turn.
        for (const text of [
          INJECTIONS[asked % INJECTIONS.length]!,
          INJECTIONS[(asked + 7) % INJECTIONS.length]!,
        ]) {
          asked++;
          await codesOf(query, Object.fromEntries(used.map((arg) => [arg.name, valueFor(arg.type, text)])));
        }
      }
    }
    expect(asked).toBeGreaterThan(60);
    expect(statements.filter((statement) => statement.includes(MARK))).toEqual([]);
  }, 120_000);

  it.each(INJECTIONS.map((text) => [text.slice(0, 40), text]))(
    "find nothing and break nothing in names, filters and search: %j",
    async (_, text) => {
      const query = `query ($text: String!) {
      company(name: $text) { id }
      companies(where: { OR: [{ name: { eq: $text } }, { name: { contains: $text } }, { name: { startsWith: $text } }, { aliases: { includes: $text } }] }) { totalCount nodes { id } }
      search(query: $text, first: 3) { totalCount edges { node { __typename } } }
    }`;
      const { data, errors } = await service.answer(query, { text });
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ company: null, companies: { totalCount: 0, nodes: [] } });
      expect(failures.splice(0)).toEqual([]);
      expect(statements.filter((statement) => statement.includes(MARK))).toEqual([]);
      const [row] = await database.read<{ n: number }>("MATCH (n:Entity) RETURN count(n) AS n");
      expect(row!.n).toBe(FIXTURE.entities.length);
    },
  );

  it("stay parameters where they stand in the document itself", async () => {
    for (const text of INJECTIONS) {
      const literal = print({ kind: "StringValue", value: text } as never);
      expect(valueFromASTUntyped({ kind: "StringValue", value: text } as never)).toBe(text);
      await codesOf(`{ company(name: ${literal}) { id } search(query: ${literal}) { totalCount } }`);
    }
    expect(statements.filter((statement) => statement.includes(MARK))).toEqual([]);
  });
});

describe("keys that are every object's", () => {
  it.each([
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
  ])("are unknown to every input object: %s", async (key) => {
    const { schema } = service;
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    expect(inputs.length).toBeGreaterThan(30);
    for (const { name } of inputs) {
      const document = parse(`query ($input: ${name}) { __typename }`);
      const operation = document.definitions[0] as OperationDefinitionNode;
      // JSON.parse makes an own key of __proto__, as in a request.
      const variables = JSON.parse(`{"input": {${JSON.stringify(key)}: {"polluted": true}}}`);
      const { errors } = service.format(await service.execute({ document, operation, variables }));
      expect([name, errors?.[0]?.extensions?.code]).toEqual([name, "BAD_USER_INPUT"]);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(["__proto__", "constructor", "toString"])(
    "are no variables, operations, fields or enum values: %s",
    async (key) => {
      const variables = JSON.parse(`{${JSON.stringify(key)}: {"polluted": true}}`);
      expect(await codesOf("{ stats { documents } }", variables)).toEqual([]);
      expect(
        (await service.answer("query a { __typename } query b { __typename }", {}, key)).errors?.[0]
          ?.extensions?.code,
      ).toBe("BAD_USER_INPUT");
      expect(await codesOf(`{ ${key} }`)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
      expect(await codesOf(`{ stats { ${key}: documents } }`)).toEqual([]);
      expect(await codesOf(`{ companies(orderBy: [{ name: ${key} }]) { totalCount } }`)).toContain(
        "GRAPHQL_VALIDATION_FAILED",
      );
      expect(
        await codesOf("query ($order: [CompanyOrderBy!]) { companies(orderBy: $order) { totalCount } }", {
          order: [{ name: key }],
        }),
      ).toEqual(["BAD_USER_INPUT"]);
    },
  );
});
