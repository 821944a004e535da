import { isDeepStrictEqual } from "node:util";
import { parse } from "graphql";
import { DEFAULT_LIMITS, type Limits } from "../../../src/api/limits.js";
import { GraphService } from "../../../src/api/service.js";
import type { Database } from "../../../src/neo4j/index.js";
import { writeFixture } from "../../support/graph-fixture.js";
import { wipe } from "../../support/neo4j.js";
import { FIXTURE } from "../fixture.js";
import { OperationGenerator, type RandomOperation } from "./generate.js";
import { MemoryGraph } from "./memory.js";

/** An operation that the API answers differently than the graph in memory. */
export interface Difference extends RandomOperation {
  expected: unknown;
  got: unknown;
}

/** Asks random operations of the fixture, of the database and of memory; gives those whose answers differ. */
export async function compareRandomly(
  database: Database,
  { count, seed }: { count: number; seed: number },
): Promise<{ asked: number; objects: number; differences: Difference[] }> {
  await wipe(database);
  await writeFixture(database, FIXTURE);
  const memory = await MemoryGraph.read(database);
  const generate = new OperationGenerator(seed, memory);
  const limits = Object.fromEntries(
    Object.entries(DEFAULT_LIMITS).map(([name, limit]) => [name, limit * 10]),
  );
  const service = new GraphService({ database, limits: limits as unknown as Limits, timeout: 60_000 });
  const result = { asked: 0, objects: 0, differences: [] as Difference[] };
  for (; result.asked < count; result.asked++) {
    const operation = generate.next();
    const { query, variables } = operation;
    const document = parse(query);
    const answer = await service.answer(query, variables);
    if (answer.errors)
      throw new Error(`${answer.errors[0]!.message}\n${query}\n${JSON.stringify(variables)}`);
    const expected = await memory.answer(document, variables);
    const got = JSON.parse(JSON.stringify(answer.data));
    result.objects += JSON.stringify(got).split("{").length - 2;
    if (!isDeepStrictEqual(got, expected)) result.differences.push({ ...operation, expected, got });
  }
  return result;
}
