import {
  coerceInputValue,
  type GraphQLInputType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parseConstValue,
  valueFromASTUntyped,
} from "graphql";
import type { EntityType } from "../../schema/index.js";
import type { Context } from "../api/compile/context.js";
import { StatementBuilder } from "../api/compile/statement.js";
import { nodeCondition } from "../api/compile/where.js";
import { checkVariables, DEFAULT_LIMITS } from "../api/limits.js";
import { MODEL } from "../api/model/model.js";
import { apiSchema } from "../api/schema/build-schema.js";
import { messageOf, UsageError } from "../core/errors.js";

/** A condition on the entity `n`, with the parameters that hold all of its values. */
export interface EntityCondition {
  text: string;
  parameters: Record<string, unknown>;
}

const NOTHING: OperationDefinitionNode = {
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
};

/**
 * The condition of a filter as the API's lists take it: that of the type where there is one, of all entities
 * otherwise. Raises UsageError that names what is wrong.
 */
export function entityCondition(where: string, types: readonly EntityType[] | undefined): EntityCondition {
  const name = types?.length === 1 ? types[0]! : "Entity";
  const schema = apiSchema();
  const type = schema.getType(`${name}Where`) as GraphQLInputType;
  const given = parse(where);
  try {
    checkVariables(given, DEFAULT_LIMITS);
    const value = coerceInputValue(given, type, (path, _value, error) => {
      const at = path.length > 0 ? ` at ${path.join(".")}` : "";
      throw new UsageError(`where is no filter of ${name}${at}: ${error.message}`, { where });
    });
    const statement = new StatementBuilder();
    const context: Context = {
      operation: { schema, definition: NOTHING, fragments: new Map(), variables: {} },
      statement,
      compileNode: () => {
        throw new Error("a filter selects no fields");
      },
    };
    const input = { type, value, get: () => value };
    const text = nodeCondition(context, input, MODEL.records.get(name)!, "n");
    return { text, parameters: statement.parameters({}) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`where cannot be used: ${messageOf(error)}`, { where });
  }
}

/** JSON, or a value as it stands in a GraphQL document. */
function parse(where: string): unknown {
  try {
    return JSON.parse(where);
  } catch {
    try {
      return valueFromASTUntyped(parseConstValue(where, { maxTokens: DEFAULT_LIMITS.tokens }));
    } catch (error) {
      const example = '{ name: { contains: "机车" } }';
      throw new UsageError(`where is no filter (${messageOf(error)}); expected one such as ${example}`, {
        where,
      });
    }
  }
}
