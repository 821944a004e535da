import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphService } from "../api/service.js";

/** What is known of a request besides its operation. */
export interface RequestContext {
  /** Whether it brings the server's token. */
  mayWrite: boolean;
}

/** Apollo Server in front of the service: parsing, validation, CSRF prevention, HTTP; the service answers queries. */
export function apolloServer(service: GraphService, options: { introspection: boolean }): ApolloServer {
  return new ApolloServer({
    schema: service.schema,
    introspection: options.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: service.limits.tokens },
    logger: { debug() {}, info() {}, warn: toLog, error: toLog },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answering(service),
    ],
  });
}

const toLog = (message: unknown) => process.stderr.write(`zhitu: ${String(message)}\n`);

/** Answers in place of graphql-js's execution: one statement for each root field. */
function answering(service: GraphService): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, contextValue }) {
          const { variables } = request;
          const { mayWrite } = contextValue as RequestContext;
          const answer = await service.execute({ document, operation, variables, mayWrite });
          const singleResult = service.format(answer);
          return { body: { kind: "single", singleResult }, http: { headers: new HeaderMap() } };
        },
      };
    },
  };
}
