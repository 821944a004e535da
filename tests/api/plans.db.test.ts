import { parse } from "graphql";
import { gql } from "graphql-tag";
import type { ProfiledPlan } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateGraph, writeGraph } from "../../bench/api/graph.js";
import { operations } from "../../bench/api/operations.js";
import type { Database } from "../../src/neo4j/index.js";
import { toParameters } from "../../src/neo4j/parameters.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { asker, dataOf } from "./harness.js";

const COMPANIES = 50_000;
const GRAPH = generateGraph(1, 3_000);
const OPERATIONS = operations(GRAPH, 3, 2);

let database: Database;
let ask: ReturnType<typeof asker>["ask"];
let statements: ReturnType<typeof asker>["statements"];

beforeAll(async () => {
  database = await emptyDatabase();
  await writeGraph(database, GRAPH);
  // Bare companies are quickly written, and as many nodes to a plan that reads them all.
  await database.write(
    `UNWIND range($from, $to) AS i
     CREATE (:Entity:Company {id: 'company:' + i, name: '公司' + i, aliases: [], mentions: 1, evidenceCount: 0})`,
    { from: GRAPH.nodes.Company!.length + 1, to: COMPANIES },
  );
  await database.read("CALL db.prepareForReplanning()");
  ({ ask, statements } = asker(database));
}, 300_000);
afterAll(() => closeEmpty(database));

/** The operators of a statement's plan with what they read. */
async function profile(text: string, parameters: Record<string, unknown>) {
  const session = database.driver.session();
  try {
    const { summary } = await session.run(`PROFILE ${text}`, toParameters(parameters));
    const found: { operator: string; leaf: boolean; hits: number }[] = [];
    const visit = (plan: ProfiledPlan) => {
      const operator = plan.operatorType.replace(/@.*/, "");
      found.push({ operator, leaf: plan.children.length === 0, hits: plan.dbHits });
      for (const child of plan.children) visit(child);
    };
    visit(summary.profile as ProfiledPlan);
    return found;
  } finally {
    await session.close();
  }
}

describe("the operations of the benchmark", () => {
  it.each(OPERATIONS)("$name: one statement, which starts at an index", async ({ zhitu, parameters }) => {
    for (const variables of parameters) {
      const data = dataOf(await ask(parse(zhitu.query), variables));
      expect(Object.values(data)).not.toContain(null);
      expect(statements).toHaveLength(1);
    }
    const [{ text, parameters: values }] = statements as [(typeof statements)[number]];
    const plan = await profile(text, values);
    // What only hands on the rows of the plan beside it reads nothing.
    const starts = plan.filter(
      ({ leaf, operator }) => leaf && !/^(Argument|EmptyRow|SingleRow)$/.test(operator),
    );
    expect(starts.map(({ operator }) => operator)).toContainEqual(expect.stringMatching(/Index.*Seek/));
    expect(starts.filter(({ operator }) => !/Index.*Seek/.test(operator))).toEqual([]);
    expect(plan.reduce((sum, { hits }) => sum + hits, 0)).toBeLessThan(COMPANIES);
  });
});

describe("totalCount", () => {
  it("alone does not read the nodes out", async () => {
    expect(dataOf(await ask(gql`{ companies { totalCount } }`))).toEqual({
      companies: { totalCount: COMPANIES },
    });
    const [{ text, parameters }] = statements as [(typeof statements)[number]];
    const plan = await profile(text, parameters);
    expect(plan.reduce((sum, { hits }) => sum + hits, 0)).toBeLessThan(10);
  });
});

describe("nesting", () => {
  it("adds no statements, however much there is", async () => {
    const query = gql`
      query ($cities: Int!, $companies: Int!) {
        cities(first: $cities) { nodes { name companies(first: $companies) { nodes { name
          awards { edges { year node { name winners(first: 2) { nodes { name } } } } } } } } }
      }
    `;
    const texts = new Set<string>();
    for (const [cities, companies] of [
      [1, 1],
      [10, 5],
      [50, 20],
    ]) {
      const data = dataOf(await ask(query, { cities, companies }));
      expect(data.cities.nodes).toHaveLength(cities!);
      expect(statements).toHaveLength(1);
      texts.add(statements[0]!.text);
    }
    expect(texts.size).toBe(1);
  });
});
