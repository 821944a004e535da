import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillIfEmpty } from "../../src/cli/bundled-corpus.js";
import type { Database } from "../../src/neo4j/index.js";
import { examples } from "../../src/server/graphiql.js";
import { closeEmpty, emptyDatabase } from "../support/neo4j.js";
import { asker, dataOf } from "./harness.js";

let database: Database;
let ask: ReturnType<typeof asker>["ask"];
let statements: ReturnType<typeof asker>["statements"];

beforeAll(async () => {
  database = await emptyDatabase();
  await fillIfEmpty(database, () => {});
  ({ ask, statements } = asker(database));
});
afterAll(() => closeEmpty(database));

describe("docs/queries.md", () => {
  it("has examples, each with a title", () => {
    expect(examples().length).toBeGreaterThan(10);
    expect(new Set(examples().map((e) => e.title)).size).toBe(examples().length);
  });

  it.each(examples())("$title", async ({ query }) => {
    const document = parse(query);
    const data = dataOf(await ask(document));
    const [operation] = document.definitions;
    const roots = operation?.kind === "OperationDefinition" ? operation.selectionSet.selections.length : 0;
    expect(statements).toHaveLength(roots);
    expect(Object.keys(data)).toHaveLength(roots);
    expect(Object.values(data)).not.toContain(null);
  });
});
