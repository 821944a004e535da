import { parentPort } from "node:worker_threads";
import { prepareDocument } from "./prepare.js";
import type { SourceDocument } from "./types.js";

/** A worker thread's work: documents in, each prepared or with the message of what went wrong. */
parentPort?.on("message", ({ job, documents }: { job: number; documents: SourceDocument[] }) => {
  const results = documents.map((document) => {
    try {
      return prepareDocument(document);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
  parentPort?.postMessage({ job, results });
});
