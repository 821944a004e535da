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

/** A root field about the schema itself, `__typename` included. */
export interface IntrospectedRoot {
  key: string;
  nodes: readonly FieldNode[];
}

export type Root = RootPlan | RefusedRoot | IntrospectedRoot;

/** Compiles every root field of a query. */
export function planOperation(operation: Operation, roots: ReadonlyMap<string, RootField>): Root[] {
  const query = operation.schema.getQueryType() as GraphQLObjectType;
  return collectFields(operation, query, [operation.definition]).map((selected) => {
    if (selected.name.startsWith("__")) return { key: selected.key, nodes: selected.nodes };
    const nullable = !String(selected.field!.type).endsWith("!");
    try {
      return { key: selected.key, nullable, ...planRoot(operation, selected, roots.get(selected.name)!) };
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
