import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import helmet from "helmet";
import { GraphService } from "../api/service.js";
import type { GraphWriter } from "../api/writing/writer.js";
import { messageOf, ZhituError } from "../core/errors.js";
import type { Database } from "../neo4j/index.js";
import { accessBy } from "./access.js";
import { apolloServer } from "./apollo.js";
import { explorer } from "./explorer.js";
import { graphiqlRouter } from "./graphiql.js";
import { graphqlHandler } from "./graphql-handler.js";
import { healthRouter } from "./health.js";
import type { ServerSettings } from "./settings.js";

/** Milliseconds for a client to send its request, and for requests under way when the server stops. */
const REQUEST_TIMEOUT = 30_000;
const DRAIN = 8_000;

export interface RunningServer {
  /** `http://127.0.0.1:4000`, with the port that was taken. */
  url: string;
  /** Takes no more requests, lets those under way end, and closes. The database stays open. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  database: Pick<Database, "read" | "readOnce">;
  settings: ServerSettings;
  /** Changes the graph for holders of the token; without it, or without a token, the server only reads. */
  writer?: GraphWriter;
  /** Whether to be a subgraph of Apollo Federation. Default false. */
  subgraph?: boolean;
  /** Whether even reading needs the token. Default false. */
  readsNeedToken?: boolean;
  /** Told what went wrong while answering; clients get a code instead. */
  log: (message: string) => void;
}

/** Serves the explorer, GraphQL, GraphiQL and health. Raises ZhituError PORT_TAKEN when the port is in use. */
export async function startServer({
  database,
  settings,
  writer,
  readsNeedToken = false,
  subgraph = false,
  log,
}: ServerOptions): Promise<RunningServer> {
  const service = new GraphService({
    database,
    limits: settings.limits,
    timeout: settings.timeout,
    ...(subgraph ? { schema: (await import("../api/schema/subgraph-schema.js")).subgraphSchema() } : {}),
    ...(writer && settings.token ? { writer } : {}),
    onFailure: (error) => log(error instanceof Error ? (error.stack ?? error.message) : messageOf(error)),
  });
  const apollo = apolloServer(service, settings);
  await apollo.start();
  let stopping = false;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  const protect = helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY, strictTransportSecurity: false });
  app.use(protect);
  app.use(
    "/health",
    healthRouter(database, () => stopping),
  );
  app.use("/graphiql", graphiqlRouter());
  app.use(explorer());
  app.use(refusal(log));
  const graphql = graphqlHandler(apollo, {
    protect,
    access: accessBy(settings.token, readsNeedToken),
    log,
  });
  const server = createServer((request, response) =>
    /^\/graphql\/?(\?|$)/.test(request.url ?? "") ? graphql(request, response) : app(request, response),
  );
  server.requestTimeout = REQUEST_TIMEOUT;
  server.headersTimeout = REQUEST_TIMEOUT / 2;
  const drain = drainable(server);
  await listen(server, settings);
  return {
    url: urlOf(server, settings.host),
    async stop() {
      stopping = true;
      await drain();
      await apollo.stop();
    },
  };
}

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // Pictures of the graph are made from blobs.
    imgSrc: ["'self'", "blob:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** Errors outside of GraphQL. */
function refusal(log: (message: string) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error?.status === "number" && error.status < 500 ? error.status : 500;
    if (status === 500) log(messageOf(error));
    const code = status === 500 ? "INTERNAL_SERVER_ERROR" : "BAD_REQUEST";
    const message =
      status === 500 ? "Something went wrong on the server; its log has more." : messageOf(error);
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
  };
}

function listen(server: Server, { host, port }: ServerSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        const message = `port ${port} on ${host} is taken; stop what uses it, or choose another: PORT=${port + 1}`;
        reject(new ZhituError("PORT_TAKEN", message, { cause: error, facts: { host, port } }));
        return;
      }
      const message = `cannot listen on ${host}:${port}: ${error.message}; check HOST and PORT`;
      reject(new ZhituError("CANNOT_LISTEN", message, { cause: error, facts: { host, port } }));
    });
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Counts the requests under way; `drain` closes the server once they have ended, or after DRAIN. */
function drainable(server: Server): () => Promise<void> {
  let active = 0;
  let onIdle = () => {};
  server.on("request", (_request, response) => {
    active++;
    response.once("close", () => {
      active--;
      if (active === 0) onIdle();
    });
  });
  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if (active > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, DRAIN);
        onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    server.closeAllConnections();
    await closed;
  };
}
