import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Database } from "../neo4j/index.js";
import type { Variables } from "./compile/input.js";
import { planOperation, type Root } from "./compile/plan.js";
import { databaseFailure } from "./failure.js";
import type { PreparedOperation } from "./prepared.js";
import { ROOT_FIELDS, SUBGRAPH_FIELDS } from "./roots/index.js";

const FIELDS = new Map([...ROOT_FIELDS, ...SUBGRAPH_FIELDS]);

export interface ExecuteOptions {
  schema: GraphQLSchema;
  /** Reads within the operation's time limit. */
  database: Pick<Database, "read" | "readOnce">;
  /** Milliseconds that the database may take for an operation. */
  timeout: number;
  /** Told each statement before it runs. */
  onStatement?: (statement: string, parameters: Record<string, unknown>) => void;
  /** What resolvers of fields that are not answered from the graph are given. */
  context?: unknown;
}

export interface ExecutionAnswer {
  data: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
}

/** A valid operation within the limits, with its variables coerced. */
export interface Request {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  prepared: PreparedOperation;
  variables: Variables;
}

/**
 * Answers a query: one statement for each root field, all in one READ transaction. What the database gives is
 * already in the shape of the selection, so nothing is resolved field by field.
 */
export async function executeQuery(request: Request, options: ExecuteOptions): Promise<ExecutionAnswer> {
  const { schema } = options;
  const { operation: definition, prepared, variables } = request;
  const { fragments } = prepared;
  const roots = prepared.plan(variables, () =>
    planOperation({ schema, definition, fragments, variables }, FIELDS),
  );
  return runRoots(roots, variables, options, (nodes) => resolve(request, nodes, options));
}

/** Answers a mutation as graphql-js does: each root field by its resolver, one after the other. */
export async function executeMutation(
  request: Omit<Request, "prepared">,
  options: ExecuteOptions,
): Promise<ExecutionAnswer> {
  const { document, operation, variables } = request;
  const { data, errors } = await execute({
    schema: options.schema,
    document,
    variableValues: variables,
    contextValue: options.context,
    ...(operation.name ? { operationName: operation.name.value } : {}),
  });
  return { data: data ?? null, ...(errors ? { errors: errors.map((error) => masked(error, options)) } : {}) };
}

/** A field that is not answered from the graph; what the schema says of itself graphql-js knows. */
async function resolve(
  request: Request,
  nodes: readonly FieldNode[],
  options: ExecuteOptions,
): Promise<Outcome> {
  const operation: OperationDefinitionNode = {
    ...request.operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  const fragments = request.document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const { data, errors } = await execute({
    schema: options.schema,
    document,
    variableValues: request.variables,
    contextValue: options.context,
  });
  return errors?.[0] ? { error: masked(errors[0], options) } : { value: Object.values(data ?? {})[0] };
}

/** An error that a resolver raised on purpose as it is; of any other clients are told no more than that. */
function masked(error: GraphQLError, { timeout }: ExecuteOptions): GraphQLError {
  if (error.extensions.code) return error;
  const { extensions, message, originalError } = databaseFailure(error.originalError ?? error, timeout);
  return new GraphQLError(message, { path: error.path, extensions, originalError });
}

type Outcome = { value: unknown } | { error: GraphQLError };

async function runRoots(
  roots: readonly Root[],
  variables: Variables,
  options: ExecuteOptions,
  resolved: (nodes: readonly FieldNode[]) => Promise<Outcome>,
): Promise<ExecutionAnswer> {
  const ready: { root: Extract<Root, { statement: string }>; parameters: Record<string, unknown> }[] = [];
  const outcomes = new Map<string, Outcome>();
  for (const root of roots) {
    if ("nodes" in root) outcomes.set(root.key, await resolved(root.nodes));
    else if ("error" in root) outcomes.set(root.key, { error: root.error });
    else {
      const parameters = attempt(() => root.parameters(variables));
      if ("error" in parameters) outcomes.set(root.key, parameters);
      else ready.push({ root, parameters: parameters.value });
    }
  }
  try {
    for (const { root, parameters } of ready)
      Object.assign(parameters, await root.before?.(options.database, parameters));
    const rows = await readAll(ready, options);
    ready.forEach(({ root }, i) => {
      outcomes.set(
        root.key,
        attempt(() =>
          root.read(
            rows[i]!.map((row) => row.value),
            variables,
          ),
        ),
      );
    });
  } catch (cause) {
    const error = databaseFailure(cause, options.timeout);
    for (const { root } of ready) outcomes.set(root.key, { error });
  }
  return answer(roots, outcomes);
}

type Ready = { root: { statement: string }; parameters: Record<string, unknown> };
type ValueRow = { value: unknown };

async function readAll(ready: readonly Ready[], options: ExecuteOptions): Promise<ValueRow[][]> {
  const { database, onStatement } = options;
  for (const { root, parameters } of ready) onStatement?.(root.statement, parameters);
  const [only] = ready;
  if (!only) return [];
  if (ready.length === 1) {
    return [await database.readOnce<ValueRow>(only.root.statement, only.parameters)];
  }
  return database.read(async (transaction) => {
    const all: ValueRow[][] = [];
    for (const { root, parameters } of ready) {
      all.push(await transaction.run<ValueRow>(root.statement, parameters));
    }
    return all;
  });
}

/** Puts the values in order; an error makes its field null, or all of the data where the field cannot be. */
function answer(roots: readonly Root[], outcomes: ReadonlyMap<string, Outcome>): ExecutionAnswer {
  const errors: GraphQLError[] = [];
  const data: Record<string, unknown> = {};
  let refused = false;
  for (const root of roots) {
    const outcome = outcomes.get(root.key)!;
    if ("value" in outcome) {
      data[root.key] = outcome.value;
      continue;
    }
    const { error } = outcome;
    errors.push(
      new GraphQLError(error.message, {
        path: [root.key],
        extensions: error.extensions,
        ...(error.originalError ? { originalError: error.originalError } : {}),
      }),
    );
    data[root.key] = null;
    if (!("nullable" in root && root.nullable)) refused = true;
  }
  return { data: refused ? null : data, ...(errors.length > 0 ? { errors } : {}) };
}

function attempt<T>(work: () => T): { value: T } | { error: GraphQLError } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof GraphQLError) return { error };
    throw error;
  }
}
