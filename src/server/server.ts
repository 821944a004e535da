import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import cors from "cors";
import express, { type ErrorRequestHandler } from "express";
import helmet from "helmet";
import { GraphService } from "../api/service.js";
import type { GraphWriter } from "../api/writing/writer.js";
import { DatabaseError, messageOf, ZhituError } from "../core/errors.js";
import type { Database } from "../neo4j/index.js";
import { accessBy, hostCheck, isLoopback } from "./access.js";
import { apolloServer } from "./apollo.js";
import { explorer } from "./explorer.js";
import { exportRouter } from "./export.js";
import { Gate } from "./gate.js";
import { graphiqlRouter } from "./graphiql.js";
import { graphqlHandler } from "./graphql-handler.js";
import { healthRouter } from "./health.js";
import type { Logger } from "./log.js";
import { Metrics } from "./metrics.js";
import { metricsPage } from "./metrics-page.js";
import type { ServerSettings } from "./settings.js";
import { startTracing } from "./tracing.js";
import { answerNoHttp, notFound } from "./unserved.js";

/** Milliseconds for a client to send its request, for one on whose connection nothing moves, and between looks at them. */
const REQUEST_TIMEOUT = 30_000;
const SILENCE_TIMEOUT = 120_000;
const LOOK = 1_000;
/**
 * Milliseconds for which a connection without a request is kept. Longer than proxies and clients keep theirs (60 s):
 * whoever closes first may do so just when the other sends, and a request that was sent then is lost.
 */
const KEEP_ALIVE = 72_000;
/**
 * Connections that wait to be taken. Beyond it the system says nothing to clients, who try again after 1 s, 3 s, 7 s: with
 * Node's 511 a flood of a few hundred at once makes everybody wait.
 */
const BACKLOG = 4_096;
/** Milliseconds for requests under way when the server stops. */
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
  /** Told of every operation, and what went wrong while answering; clients get a code instead. */
  log: Pick<Logger, "info" | "warn" | "error">;
}

/** Serves the explorer, GraphQL, GraphiQL, exports and health. Raises ZhituError PORT_TAKEN when the port is in use. */
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
    // That the database is away is told by each operation's own line.
    onFailure: (error) => {
      if (!(error instanceof DatabaseError)) log.error({ err: error }, "failed");
    },
  });
  const gate = new Gate(settings.concurrency, settings.queue);
  const tracing = await startTracing();
  const { introspection, batch } = settings;
  const apollo = apolloServer(service, { introspection, batch, gate, tracing, log });
  await apollo.start();
  const metrics = new Metrics(gate);
  const access = accessBy(settings.token, readsNeedToken);
  let stopping = false;
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  const protect = helmet({
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    strictTransportSecurity: false,
    // What `frameAncestors` says, for browsers that do not know it.
    xFrameOptions: { action: "deny" },
  });
  app.use(protect);
  app.use(
    "/health",
    healthRouter(database, () => stopping),
  );
  app.get("/metrics", metricsPage(metrics, access, isLoopback(settings.host)));
  app.use("/graphiql", graphiqlRouter());
  const { maximumExport: maximum, timeout } = settings;
  app.use("/export", exportRouter({ database, access, maximum, timeout, log }));
  app.use(explorer());
  app.use(notFound);
  app.use(refusal(log));
  const graphql = graphqlHandler(apollo, {
    protect,
    access,
    ...corsOf(settings),
    limits: settings,
    log,
    metrics,
  });
  const isOurs = hostCheck(settings.host, settings.allowedHosts);
  const timeouts = { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT / 2 };
  const server = createServer({ ...timeouts, connectionsCheckingInterval: LOOK }, (request, response) => {
    if (!isOurs(request.headers.host)) refuseHost(response);
    else if (/^\/graphql\/?(\?|$)/.test(request.url ?? "")) graphql(request, response);
    else app(request, response);
  });
  server.on("clientError", answerNoHttp);
  server.timeout = SILENCE_TIMEOUT;
  server.keepAliveTimeout = KEEP_ALIVE;
  server.maxConnections = settings.connections;
  const drain = drainable(server);
  await listen(server, settings);
  return {
    url: urlOf(server, settings.host),
    async stop() {
      stopping = true;
      await drain();
      await apollo.stop();
      await tracing.stop();
      metrics.registry.clear();
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

function corsOf({ corsOrigins }: ServerSettings) {
  if (corsOrigins.length === 0) return {};
  const origin = corsOrigins.includes("*") ? "*" : corsOrigins;
  return { cors: cors({ origin, methods: ["GET", "POST"], exposedHeaders: ["x-request-id"], maxAge: 600 }) };
}

function refuseHost(response: ServerResponse<IncomingMessage>): void {
  const message =
    "This server answers to the names of its own machine; add others to ZHITU_ALLOWED_HOSTS when it is started.";
  const body = JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  response.writeHead(421, { "content-type": "application/json; charset=utf-8", connection: "close" });
  response.end(body);
}

/** Errors outside of GraphQL. */
function refusal(log: ServerOptions["log"]): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error?.status === "number" && error.status < 500 ? error.status : 500;
    if (status === 500) log.error({ err: error }, "failed");
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
    server.listen({ port, host, backlog: BACKLOG }, resolve);
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
