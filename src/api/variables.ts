import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { Variables } from "./compile/input.js";

/** The variables of a request, coerced; throws an AggregateError of BAD_USER_INPUT that names each wrong value. */
export function getVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | null | undefined,
): Variables {
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, {
    maxErrors: 10,
  });
  if (!errors) return coerced;
  throw new AggregateError(
    errors.map(
      ({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: "BAD_USER_INPUT" } }),
    ),
  );
}
