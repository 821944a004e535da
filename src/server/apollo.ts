import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { OperationDefinitionNode } from "graphql";
import { ApiError } from "../api/errors.js";
import type { FormattedAnswer, GraphService } from "../api/service.js";
import { type Gate, Overloaded } from "./gate.js";
import type { Logger } from "./log.js";
import type { OperationRecord, RequestContext } from "./record.js";
import type { Tracing } from "./tracing.js";

export interface ApolloOptions {
  introspection: boolean;
  /** Operations in one request. */
  batch: number;
  gate: Gate;
  tracing: Tracing;
  log: Pick<Logger, "warn" | "error">;
}

/** Seconds after which a client whose question the database could not answer may ask again. */
const RETRY_AFTER = 2;
/** A name longer than this is cut in the log. */
const LONGEST_NAME = 100;

/** Apollo Server in front of the service: parsing, validation, CSRF prevention, HTTP; the service answers queries. */
export function apolloServer(service: GraphService, options: ApolloOptions): ApolloServer<RequestContext> {
  const { introspection, batch, log } = options;
  return new ApolloServer<RequestContext>({
    schema: service.schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: batch > 1,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: service.limits.tokens },
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(String(message)),
      error: (message) => log.error(String(message)),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answering(service, options),
    ],
  });
}

/** Answers in place of graphql-js's execution: one statement for each root field. */
function answering(
  service: GraphService,
  { gate, tracing }: ApolloOptions,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue }) {
      const begin = performance.now();
      return {
        // What is no valid operation is answered before it gets to the service.
        async didEncounterErrors({ errors }) {
          const codes = errors.map(({ extensions }) => String(extensions.code ?? "INTERNAL_SERVER_ERROR"));
          const time = performance.now() - begin;
          const use = { statements: 0, time: 0 };
          contextValue.operations.push({ type: "unknown", name: null, codes, time, use });
        },
        async responseForOperation({ document, operation, request }) {
          // None of the name that the request gives, or several and no name: Apollo Server says so.
          if ((operation as OperationDefinitionNode | undefined) === undefined) return null;
          const { variables } = request;
          const { mayWrite, signal, traceparent } = contextValue;
          const trace = tracing.begin(traceparent);
          const record: OperationRecord = {
            type: operation.operation,
            name: operation.name?.value.slice(0, LONGEST_NAME) ?? null,
            codes: [],
            time: 0,
            use: { statements: 0, time: 0, onRead: trace.read },
          };
          contextValue.operations.push(record);
          // Changes wait in a queue of their own.
          const takesTurn = operation.operation === "query";
          let singleResult: FormattedAnswer;
          let entered = false;
          try {
            if (takesTurn) {
              await gate.enter(signal);
              entered = true;
            }
            const { use } = record;
            singleResult = service.format(
              await service.execute({ document, operation, variables, mayWrite, signal, use }),
            );
          } catch (error) {
            if (!(error instanceof Overloaded) && !signal.aborted) throw error;
            singleResult = service.format({ data: null, errors: [refusal(error)] });
          } finally {
            if (entered) gate.leave();
          }
          record.codes = singleResult.errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
          record.time = performance.now() - begin;
          trace.end(record);
          return { body: { kind: "single", singleResult }, http: headOf(record.codes) };
        },
      };
    },
  };
}

function refusal(error: unknown): ApiError {
  return error instanceof Overloaded
    ? new ApiError("OVERLOADED", "The server has more to do than it can; try again.")
    : new ApiError("CLIENT_GONE", "The client has gone.");
}

/** 503 where it is worth trying again soon: also programs that look at the status alone see that this is no answer. */
function headOf(codes: readonly string[]) {
  const headers = new HeaderMap();
  const isUnavailable = codes.includes("OVERLOADED") || codes.includes("DATABASE_UNAVAILABLE");
  if (!isUnavailable) return { headers };
  headers.set("retry-after", String(RETRY_AFTER));
  return { status: 503, headers };
}
