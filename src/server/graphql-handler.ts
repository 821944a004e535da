import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { RequestHandler } from "express";
import { messageOf } from "../core/errors.js";
import type { Access } from "./access.js";
import type { Logger } from "./log.js";
import type { Metrics } from "./metrics.js";
import { type RequestContext, requestId } from "./record.js";
import { Rounds } from "./rounds.js";

/** A request that is refused before GraphQL sees it. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface HandlerOptions {
  /** Sets the headers that every response has; it is asked for them once. */
  protect: RequestHandler;
  access: Access;
  /** Sets what other origins' pages are told, and answers whether they may ask; absent where none may. */
  cors?: RequestHandler;
  /** Bytes of a body, operations in one. */
  limits: { body: number; batch: number };
  log: Pick<Logger, "info" | "warn" | "error">;
  metrics: Metrics;
}

/**
 * Answers `/graphql` straight from Node's server: Apollo Server takes method, headers and body, and needs no web
 * framework in between.
 */
export function graphqlHandler(
  apollo: ApolloServer<RequestContext>,
  { protect, access, cors, limits, log, metrics }: HandlerOptions,
): RequestListener {
  const protection = headersOf(protect);
  const rounds = new Rounds();
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    contextValue: RequestContext,
  ): Promise<number> => {
    const head: [string, string][] = [...protection, ["x-request-id", contextValue.id]];
    try {
      if (access.readsNeedToken && !contextValue.mayWrite) {
        const message = "This server answers holders of its token: send Authorization: Bearer and the token.";
        throw new Refusal(401, "UNAUTHENTICATED", message);
      }
      const { method = "GET", url = "" } = request;
      const body = method === "POST" ? await readBody(request, limits) : undefined;
      const at = url.indexOf("?");
      const search = at < 0 ? "" : url.slice(at);
      const httpGraphQLRequest = { method, headers: headerMap(request), search, body };
      const context = async () => contextValue;
      await rounds.next();
      const {
        status = 200,
        headers,
        body: given,
      } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context,
      });
      let text = "";
      if (given.kind === "complete") text = given.string;
      else for await (const chunk of given.asyncIterator) text += chunk;
      send(response, status, [...head, ...headers], text);
      return status;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : internal(error, log, contextValue.id);
      const { status, code, message } = refusal;
      const text = JSON.stringify({ errors: [{ message, extensions: { code } }] });
      send(response, status, [...head, ["content-type", "application/json; charset=utf-8"]], text);
      return status;
    }
  };
  return async (request, response) => {
    const begin = performance.now();
    if (cors && (await isPreflight(cors, request, response))) return;
    const gone = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    const context: RequestContext = {
      id: requestId(request.headers["x-request-id"]),
      mayWrite: access.isHolder(request.headers.authorization),
      signal: gone.signal,
      traceparent: request.headers.traceparent as string | undefined,
      operations: [],
    };
    const status = await answer(request, response, context);
    endStalled(response);
    note({ context, status, time: performance.now() - begin }, log, metrics);
  };
}

/** A line of the log for each operation, or for a request without one. */
function note(
  { context, status, time }: { context: RequestContext; status: number; time: number },
  log: HandlerOptions["log"],
  metrics: Metrics,
): void {
  const { id, operations } = context;
  if (operations.length === 0) log.info({ id, status, ms: rounded(time) }, "refused");
  for (const record of operations) {
    const { type, name, codes, use } = record;
    metrics.add(record);
    const facts = { id, status, operation: name, type, ms: rounded(record.time), statements: use.statements };
    const line = { ...facts, databaseMs: rounded(use.time), ...(codes.length > 0 ? { codes } : {}) };
    if (status >= 500 || codes.some((code) => SERIOUS.has(code))) log.warn(line, "not answered");
    else log.info(line, "answered");
  }
}

/** Codes that say something about this server rather than about the question. */
const SERIOUS: ReadonlySet<string> = new Set([
  "INTERNAL_SERVER_ERROR",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
]);

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** How long a client may take to accept what it asked for before more of it has arrived, in milliseconds. */
const STALLED = 30_000;

/** Lets go of a client that does not read its answer. */
function endStalled(response: ServerResponse): void {
  if (!response.writableLength || response.writableFinished) return;
  const timer = setTimeout(() => response.destroy(), STALLED).unref();
  response.once("close", () => clearTimeout(timer));
}

/** Lets the library set its headers; whether the request was a question of the browser's, which it has answered. */
function isPreflight(
  cors: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve) => {
    response.once("close", () => resolve(true));
    cors(request as never, response as never, () => resolve(false));
  });
}

function internal(error: unknown, log: HandlerOptions["log"], id: string): Refusal {
  log.error({ id, err: error }, "failed");
  return new Refusal(500, "INTERNAL_SERVER_ERROR", "Something went wrong on the server; its log has more.");
}

function send(
  response: ServerResponse,
  status: number,
  headers: readonly (readonly [string, string])[],
  text: string,
): void {
  const all = headers.filter(([name]) => name !== "content-length").flat();
  all.push("content-length", String(Buffer.byteLength(text)));
  response.writeHead(status, all as string[]);
  // As a string, so that head and body are sent at once.
  response.end(text);
}

/** What a middleware that only sets headers sets. */
function headersOf(protect: RequestHandler): [string, string][] {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  };
  protect({} as never, response as never, () => {});
  return [...headers];
}

function headerMap({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}

/** The JSON of a request that says that it is JSON; of others nothing, which Apollo Server refuses. */
async function readBody(request: IncomingMessage, limits: { body: number; batch: number }): Promise<unknown> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  const body = await receive(request, limits.body);
  if (!/^application\/json\b/i.test(type)) return undefined;
  if (encoding !== "identity") {
    throw new Refusal(415, "BAD_REQUEST", `The body is encoded as ${encoding}; send it as it is.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new Refusal(400, "BAD_REQUEST", `The body is no JSON: ${messageOf(error)}`);
  }
  if (limits.batch > 1 && Array.isArray(value) && value.length > limits.batch) {
    throw new Refusal(
      400,
      "BAD_REQUEST",
      `The body has ${value.length} operations; it can have ${limits.batch}.`,
    );
  }
  return value;
}

function receive(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else reject(new Refusal(413, "REQUEST_TOO_LARGE", `The body is larger than ${limit / 1024} kB.`));
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on("error", () => reject(new Refusal(400, "BAD_REQUEST", "The request ended early.")));
  });
}
