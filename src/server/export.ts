import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import express, { type Request, type Response, type Router } from "express";
import yazl from "yazl";
import { databaseFailure } from "../api/failure.js";
import { messageOf, UsageError } from "../core/errors.js";
import { checked } from "../export/deliver.js";
import type { ExportFile, Format } from "../export/format.js";
import { formatOf } from "../export/formats/formats.js";
import { ExportGraph } from "../export/graph.js";
import { type SelectionRequest, TooLargeError, UnknownEntityError } from "../export/selection.js";
import { inChunks } from "../export/text.js";
import type { Database } from "../neo4j/index.js";
import type { Access } from "./access.js";
import type { Logger } from "./log.js";

/** How many exports are written at once, and how long one may take in milliseconds. */
const AT_ONCE = 2;
const DEADLINE = 120_000;
const PARAMETERS = ["around", "depth", "types", "where"];
/** The time that files in archives bear, so that two archives of one graph are the same. */
const TIMELESS = new Date(Date.UTC(2000, 0, 1));

interface ExportOptions {
  database: Pick<Database, "read">;
  access: Access;
  /** How many entities a selection may have. */
  maximum: number;
  /** Milliseconds that the database may take for one statement. */
  timeout: number;
  log: Pick<Logger, "info" | "warn" | "error">;
}

/** `GET /export/<format>?around=&depth=&types=&where=`: a selection as a file to download; several files as a ZIP archive. */
export function exportRouter({ database, access, maximum, timeout, log }: ExportOptions): Router {
  const router = express.Router();
  let active = 0;
  router.get("/:format", async (request, response) => {
    if (isOfAnotherSite(request)) {
      const message = "Pages of other sites may link to an export, but not fetch one.";
      refuse(response, 403, "FORBIDDEN", message);
      return;
    }
    if (access.readsNeedToken && !access.isHolder(request.headers.authorization)) {
      const message = "This server answers holders of its token: send Authorization: Bearer and the token.";
      refuse(response, 401, "UNAUTHENTICATED", message);
      return;
    }
    if (active >= AT_ONCE) {
      response.setHeader("retry-after", "5");
      refuse(response, 503, "BUSY", "Other exports are being written; try again in a few seconds.");
      return;
    }
    active++;
    const start = performance.now();
    try {
      const format = formatNamed(request);
      const graph = await ExportGraph.open(database, selectionOf(request), { maximum, timeout });
      await send(request, response, graph, format);
      log.info({ format: format.name, ms: Math.round(performance.now() - start) }, "exported");
    } catch (error) {
      answerError(response, error, timeout, log);
    } finally {
      active--;
    }
  });
  return router;
}

/** Whether a page of another site makes the browser ask in passing (`<img src=…>`), rather than its user by a link. */
function isOfAnotherSite({ headers }: Request): boolean {
  const { "sec-fetch-site": site = "none", "sec-fetch-dest": destination } = headers;
  return (site === "cross-site" || site === "same-site") && destination !== "document";
}

class UnknownFormatError extends UsageError {}

function formatNamed({ params }: Request): Format {
  try {
    return formatOf(String(params.format));
  } catch (error) {
    throw new UnknownFormatError(messageOf(error));
  }
}

function selectionOf({ query }: Request): SelectionRequest {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) {
    const message = `there is no parameter ${JSON.stringify(unknown)}; there are ${PARAMETERS.join(", ")}`;
    throw new UsageError(message, { parameter: unknown });
  }
  const all = (name: string) => [query[name] ?? []].flat().map(String);
  const one = (name: string) => {
    const [first, ...more] = all(name);
    if (more.length > 0) throw new UsageError(`${name} can be given once only`, { parameter: name });
    return first;
  };
  const depth = one("depth");
  if (depth !== undefined && !/^\d+$/.test(depth))
    throw new UsageError(`depth is ${JSON.stringify(depth)}; expected a whole number`);
  return {
    around: all("around"),
    depth: depth === undefined ? undefined : Number(depth),
    types: one("types")?.split(","),
    where: one("where"),
  };
}

async function send(request: Request, response: Response, graph: ExportGraph, format: Format): Promise<void> {
  const files = await format.files(graph);
  const name = format.extension === null ? `zhitu-${format.name}.zip` : `zhitu.${format.extension}`;
  response.setHeader("content-type", contentType(format));
  response.setHeader("content-disposition", `attachment; filename="${name}"`);
  response.setHeader("cache-control", "no-store");
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const signal = AbortSignal.timeout(DEADLINE);
  if (format.extension !== null)
    await pipeline(Readable.from(checked(files[0]!, graph)), response, { signal });
  else await pipeline(zipped(files, graph), response, { signal });
}

function contentType({ mediaType }: Format): string {
  return mediaType === "application/zip" ? mediaType : `${mediaType}; charset=utf-8`;
}

function zipped(files: readonly ExportFile[], graph: ExportGraph): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error) => output.destroy(error as Error));
  files.forEach((file, i) => {
    const text = () => (i === files.length - 1 ? checked(file, graph) : inChunks(file.text()));
    zip.addReadStreamLazy(file.name, { mtime: TIMELESS }, (take) => take(null, Readable.from(text())));
  });
  zip.end();
  return output;
}

function answerError(
  response: Response,
  error: unknown,
  timeout: number,
  log: Pick<Logger, "warn" | "error">,
): void {
  if (response.headersSent) {
    // A file that ends in the middle must not look whole. That a client went away is its own matter.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE")
      log.error({ err: error }, "export broken off");
    response.destroy();
    return;
  }
  const [status, code] = refusalOf(error);
  if (status < 500) refuse(response, status, code, messageOf(error));
  else {
    const { extensions, message } = databaseFailure(error, timeout);
    const reason = String(extensions.code);
    if (reason === "QUERY_TIMEOUT") log.warn({ code: reason }, "not exported");
    else log.error({ err: error }, "failed");
    refuse(response, reason === "INTERNAL_SERVER_ERROR" ? 500 : 503, reason, message);
  }
}

/** The status and code for what is wrong with a request; 500 for what is not the request's fault. */
function refusalOf(error: unknown): [status: number, code: string] {
  if (error instanceof TooLargeError) return [413, error.code];
  if (error instanceof UnknownEntityError || error instanceof UnknownFormatError) return [404, "NOT_FOUND"];
  if (error instanceof UsageError) return [400, "BAD_REQUEST"];
  return [500, ""];
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.removeHeader("content-disposition");
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
