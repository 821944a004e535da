import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import type { Database } from "../neo4j/index.js";
import { boundedDatabase, type DatabaseUse } from "./bounded.js";
import { ApiError } from "./errors.js";
import { type ExecuteOptions, type ExecutionAnswer, executeMutation, executeQuery } from "./execute.js";
import { checkLimits, checkVariables, DEFAULT_LIMITS, type Limits } from "./limits.js";
import { PreparedOperation } from "./prepared.js";
import { apiSchema } from "./schema/build-schema.js";
import { getVariables } from "./variables.js";
import type { Writing } from "./writing/resolvers.js";
import { TaskQueue } from "./writing/tasks.js";
import type { GraphWriter } from "./writing/writer.js";

export interface ServiceOptions {
  database: Pick<Database, "read" | "readOnce">;
  limits?: Limits;
  /** Milliseconds that the database may take for an operation. Default 15 000. */
  timeout?: number;
  onStatement?: (statement: string, parameters: Record<string, unknown>) => void;
  /** Default: the API's own. The other one is that of a subgraph of Apollo Federation. */
  schema?: GraphQLSchema;
  /** Changes the graph, for requests that may; absent for a service that only reads. */
  writer?: GraphWriter;
  /** Told what went wrong on our side; clients are not. */
  onFailure?: (error: unknown) => void;
}

/** A valid document with the operation to run. */
export interface ServiceRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Whether it may change the graph. */
  mayWrite?: boolean;
  /** Ends what is under way in the database: the client has gone. */
  signal?: AbortSignal;
  /** Counted up. */
  use?: DatabaseUse;
}

export interface FormattedAnswer {
  data: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Answers GraphQL queries from the graph, within limits: what the HTTP server and the command line share. */
export class GraphService {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly #options: ServiceOptions;
  readonly #timeout: number;
  readonly #writing: Writing | undefined;
  readonly #prepared = new WeakMap<OperationDefinitionNode, PreparedOperation>();

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.schema = options.schema ?? apiSchema();
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.#timeout = options.timeout ?? 15_000;
    const { writer, onFailure } = options;
    this.#writing = writer && { writer, tasks: new TaskQueue(onFailure) };
  }

  /** Answers a query given as text: parses, validates and answers. */
  async answer(
    query: string,
    variables?: Record<string, unknown>,
    operationName?: string,
  ): Promise<FormattedAnswer> {
    const document = this.#parse(query);
    if (Array.isArray(document)) return this.format({ data: null, errors: document });
    const operation = getOperationAST(document, operationName ?? null);
    if (!operation) {
      const names = document.definitions.flatMap((d) =>
        d.kind === Kind.OPERATION_DEFINITION ? [d.name?.value ?? "(no name)"] : [],
      );
      const wanted = operationName ? `no operation named ${operationName}` : "several operations; name one";
      const message = `The document has ${wanted}: ${names.join(", ")}.`;
      return this.format({ data: null, errors: [new ApiError("BAD_USER_INPUT", message)] });
    }
    return this.format(await this.execute({ document, operation, variables }));
  }

  /** Answers a validated query. */
  async execute(request: ServiceRequest): Promise<ExecutionAnswer> {
    const { document, operation } = request;
    try {
      // Validation lets operations pass whose type the schema does not have.
      if (!this.schema.getRootType(operation.operation)) {
        throw new ApiError("BAD_USER_INPUT", `There is nothing to ask for with a ${operation.operation}.`);
      }
      checkVariables(request.variables, this.limits);
      const variables = getVariables(this.schema, operation, request.variables);
      const prepared = this.#prepare(document, operation);
      const { fragments } = prepared;
      prepared.accept(variables, () =>
        checkLimits({ schema: this.schema, operation, fragments, variables }, this.limits),
      );
      const options: ExecuteOptions = {
        schema: this.schema,
        database: boundedDatabase(
          this.#options.database,
          { timeout: this.#timeout, signal: request.signal },
          request.use,
        ),
        timeout: this.#timeout,
        context: {
          writing: this.#writing ? (request.mayWrite ? this.#writing : "unauthenticated") : "disabled",
        },
        ...(this.#options.onStatement ? { onStatement: this.#options.onStatement } : {}),
      };
      if (operation.operation === "mutation") {
        return await executeMutation({ document, operation, variables: request.variables ?? {} }, options);
      }
      return await executeQuery({ document, operation, prepared, variables }, options);
    } catch (error) {
      if (error instanceof AggregateError) return { data: null, errors: error.errors };
      return { data: null, errors: [asGraphQLError(error)] };
    }
  }

  /** Errors as clients see them: message, path, code and facts; causes go to the log. */
  format({ data, errors }: ExecutionAnswer): FormattedAnswer {
    if (!errors) return { data };
    for (const error of errors) {
      const code = error.extensions.code;
      // That a question took too long is no failure of ours.
      if (code === "INTERNAL_SERVER_ERROR" || code === "DATABASE_UNAVAILABLE") {
        this.#options.onFailure?.(error.originalError ?? error);
      }
    }
    return { data, errors: errors.map((error) => error.toJSON()) };
  }

  /** The same for the same document object: Apollo Server keeps those that it has seen. */
  #prepare(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    const known = this.#prepared.get(operation);
    if (known) return known;
    const made = new PreparedOperation(this.schema, document, operation);
    this.#prepared.set(operation, made);
    return made;
  }

  #parse(query: string): DocumentNode | GraphQLError[] {
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: this.limits.tokens });
    } catch (error) {
      return [withCode(error as GraphQLError, "GRAPHQL_PARSE_FAILED")];
    }
    const errors = validate(this.schema, document);
    return errors.length > 0 ? errors.map((error) => withCode(error, "GRAPHQL_VALIDATION_FAILED")) : document;
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code } });
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, extensions } = new ApiError(
    "INTERNAL_SERVER_ERROR",
    "Something went wrong on the server; its log has more.",
  );
  return new GraphQLError(message, { extensions, originalError: error as Error });
}
