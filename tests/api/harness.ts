import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode, validate } from "graphql";
import { executeQuery } from "../../src/api/execute.js";
import { apiSchema } from "../../src/api/schema/build-schema.js";
import type { Database } from "../../src/neo4j/index.js";

/** Runs a document against a database and keeps the statements that it took. */
export function asker(database: Database) {
  const statements: { text: string; parameters: Record<string, unknown> }[] = [];
  const schema = apiSchema();
  const ask = async (document: DocumentNode, variables?: Record<string, unknown>) => {
    statements.length = 0;
    const invalid = validate(schema, document);
    if (invalid.length > 0) return { data: null, errors: invalid };
    const operation = document.definitions.find(
      (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
    )!;
    return executeQuery(
      { document, operation, ...(variables ? { variables } : {}) },
      {
        schema,
        database,
        timeout: 10_000,
        onStatement: (text, parameters) => statements.push({ text, parameters }),
      },
    );
  };
  return { ask, statements };
}

/** The data of an answer; an error fails the test with all messages. */
// biome-ignore lint/suspicious/noExplicitAny: answers are as free as documents are
export function dataOf(answer: { data?: unknown; errors?: readonly GraphQLError[] }): any {
  if (answer.errors) {
    const told = answer.errors.map((e) => [e.message, e.originalError?.message].filter(Boolean).join(": "));
    throw new Error(told.join("\n"));
  }
  return answer.data;
}
