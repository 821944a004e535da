import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { RequestHandler } from "express";

/** Answers requests for what is not here. */
export const notFound: RequestHandler = (request, response) => {
  const message = `There is nothing at ${request.path}: the explorer is at /, GraphQL at /graphql, GraphiQL at /graphiql, exports at /export/<format>.`;
  response.status(404).json({ errors: [{ message, extensions: { code: "NOT_FOUND" } }] });
};

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const REASONS: Readonly<Record<string, string>> = {
  HPE_INVALID_URL:
    "The address holds characters that must be percent-encoded, as Chinese ones must; with curl: --get --data-urlencode 'around=...'.",
  HPE_HEADER_OVERFLOW: "The request's headers are too large.",
  ERR_HTTP_REQUEST_TIMEOUT: "The request did not come in time.",
};

/** Answers what is no HTTP request, which no handler sees: as Node does, but with the reason. */
export function answerNoHttp(error: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: ServerResponse };
  // Nothing may come in the middle of another answer.
  if (error.code === "ECONNRESET" || !socket.writable || answer?.headersSent) {
    socket.destroy();
    return;
  }
  const code = error.code ?? "";
  const status = STATUSES[code] ?? 400;
  const message = REASONS[code] ?? "This is no HTTP request that the server understands.";
  const body = JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "content-type: application/json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      "x-content-type-options: nosniff",
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
