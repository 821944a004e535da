import { type FieldNode, GraphQLError, type GraphQLObjectType } from "graphql";
import type { RootField, RootStatement } from "../roots/types.js";
import type { Context } from "./context.js";
import type { Variables } from "./input.js";
import { compileNode } from "./node.js";
import { collectFields, type Operation, type Selected } from "./selection.js";
import { StatementBuilder } from "./statement.js";

/** The statement of one root field. Its text depends on the operation's shape alone. */
export interface RootPlan {
  key: string;
  statement: string;
  parameters: (variables: Variables) => Record<string, unknown>;
  before?: RootStatement["before"];
  /** The field's value, from the column `value` of all rows. */
  read: (values: unknown[], variables: Variables) => unknown;
  nullable: boolean;
}

/** A root field that cannot be compiled: the error that the client gets for it. */
export interface RefusedRoot {
  key: string;
  error: GraphQLError;
  nullable: boolean;
}

/** A root field that is not answered from the graph: about the schema itself, `__typename` included, or the server. */
export interface ResolvedRoot {
  key: string;
  nodes: readonly FieldNode[];
  nullable: boolean;
}

export type Root = RootPlan | RefusedRoot | ResolvedRoot;

/** Compiles every root field of a query. */
export function planOperation(operation: Operation, roots: ReadonlyMap<string, RootField>): Root[] {
  const query = operation.schema.getQueryType() as GraphQLObjectType;
  return collectFields(operation, query, [operation.definition]).map((selected) => {
    const nullable = selected.field !== undefined && !String(selected.field.type).endsWith("!");
    const root = roots.get(selected.name);
    if (!root) return { key: selected.key, nullable, nodes: selected.nodes };
    try {
      return { key: selected.key, nullable, ...planRoot(operation, selected, root) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { key: selected.key, nullable, error };
    }
  });
}

function planRoot(operation: Operation, selected: Selected, root: RootField) {
  const statement = new StatementBuilder();
  const context: Context = {
    operation,
    statement,
    compileNode: (record, node, parents) => compileNode(context, record, node, parents),
  };
  const { text, read, before } = root.compile(context, selected);
  return { statement: text, parameters: statement.parameters, read, ...(before ? { before } : {}) };
}
