import { type DocumentNode, print } from "graphql";
import { type FormattedAnswer, GraphService } from "../../src/api/service.js";
import type { Database } from "../../src/neo4j/index.js";

/** Asks a service on the database and keeps the statements that the last question took. */
export function asker(database: Database) {
  const statements: { text: string; parameters: Record<string, unknown> }[] = [];
  const failures: unknown[] = [];
  const service = new GraphService({
    database,
    onStatement: (text, parameters) => statements.push({ text, parameters }),
    onFailure: (error) => failures.push(error),
  });
  const ask = async (
    document: DocumentNode,
    variables?: Record<string, unknown>,
  ): Promise<FormattedAnswer> => {
    statements.length = 0;
    const answer = await service.answer(print(document), variables);
    if (failures.length > 0) throw failures.pop();
    return answer;
  };
  return { ask, statements, service };
}

/** The data of an answer; an error fails the test with all messages. */
// biome-ignore lint/suspicious/noExplicitAny: answers are as free as documents are
export function dataOf({ data, errors }: FormattedAnswer): any {
  if (errors) throw new Error(errors.map((e) => e.message).join("\n"));
  return data;
}
