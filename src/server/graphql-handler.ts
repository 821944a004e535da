import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { RequestHandler } from "express";
import { messageOf } from "../core/errors.js";
import type { Access } from "./access.js";

/** The largest request body, in bytes. */
const MAX_BODY = 256 * 1024;

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
  /** Told what went wrong on our side. */
  log: (message: string) => void;
}

/**
 * Answers `/graphql` straight from Node's server: Apollo Server takes method, headers and body, and needs no web
 * framework in between.
 */
export function graphqlHandler(
  apollo: ApolloServer,
  { protect, access, log }: HandlerOptions,
): RequestListener {
  const protection = headersOf(protect);
  return async (request, response) => {
    try {
      const mayWrite = access.isHolder(request.headers.authorization);
      if (access.readsNeedToken && !mayWrite) {
        const message = "This server answers holders of its token: send Authorization: Bearer and the token.";
        throw new Refusal(401, "UNAUTHENTICATED", message);
      }
      const context = async () => ({ mayWrite });
      const { method = "GET", url = "" } = request;
      const body = method === "POST" ? await readBody(request) : undefined;
      const at = url.indexOf("?");
      const search = at < 0 ? "" : url.slice(at);
      const httpGraphQLRequest = { method, headers: headerMap(request), search, body };
      const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
      let text = "";
      if (answer.body.kind === "complete") text = answer.body.string;
      else for await (const chunk of answer.body.asyncIterator) text += chunk;
      send(response, answer.status ?? 200, [...protection, ...answer.headers], text);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : internal(error, log);
      const { status, code, message } = refusal;
      const text = JSON.stringify({ errors: [{ message, extensions: { code } }] });
      send(response, status, [...protection, ["content-type", "application/json; charset=utf-8"]], text);
    }
  };
}

function internal(error: unknown, log: (message: string) => void): Refusal {
  log(messageOf(error));
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
async function readBody(request: IncomingMessage): Promise<unknown> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  const body = await receive(request);
  if (!/^application\/json\b/i.test(type)) return undefined;
  if (encoding !== "identity") {
    throw new Refusal(415, "BAD_REQUEST", `The body is encoded as ${encoding}; send it as it is.`);
  }
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new Refusal(400, "BAD_REQUEST", `The body is no JSON: ${messageOf(error)}`);
  }
}

function receive(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY) chunks.push(chunk);
      else reject(new Refusal(413, "REQUEST_TOO_LARGE", `The body is larger than ${MAX_BODY / 1024} kB.`));
    });
    request.on("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on("error", () => reject(new Refusal(400, "BAD_REQUEST", "The request ended early.")));
  });
}
