import { parentPort } from "node:worker_threads";
import { DocumentError, messageOf } from "../src/core/errors.js";
import { prepareDocuments } from "./prepare.js";
import type { SourceDocument } from "./types.js";

/** A worker thread's work: documents in, each prepared or with the message of what went wrong. */
parentPort?.on("message", async ({ job, documents }: { job: number; documents: SourceDocument[] }) => {
  const prepared = await prepareDocuments(documents);
  // Errors lose their class on the way to another thread.
  const results = prepared.map((one) =>
    one instanceof DocumentError ? { error: messageOf(one.cause) } : one,
  );
  parentPort?.postMessage({ job, results });
});
