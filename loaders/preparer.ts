import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { DocumentError } from "../src/core/errors.js";
import { extractionFailed } from "./extract-each.js";
import { type PreparedDocument, prepareDocuments } from "./prepare.js";
import type { SourceDocument } from "./types.js";

/** Prepares documents for writing. */
export interface Preparer {
  /** Results in order; a document on which extraction fails gives a DocumentError in its place. */
  prepare(documents: readonly SourceDocument[]): Promise<(PreparedDocument | DocumentError)[]>;
  close(): Promise<void>;
}

/** Threads for which a load of many documents is worth starting one each. */
export const DEFAULT_WORKERS = Math.max(1, Math.min(8, availableParallelism() - 1));

/** Does the work in this thread, at once. */
export function inlinePreparer(): Preparer {
  return { prepare: prepareDocuments, async close() {} };
}

/** Does the work in worker threads; where the program runs from its TypeScript sources, in this one. */
export function threadedPreparer(workers: number): Preparer {
  const entry = new URL("./prepare-worker.js", import.meta.url);
  if (workers < 1 || !existsSync(fileURLToPath(entry))) return inlinePreparer();
  return new ThreadPool(entry, workers);
}

type Result = PreparedDocument | { error: string };

class ThreadPool implements Preparer {
  private readonly threads: Worker[];
  private readonly waiting = new Map<
    number,
    { resolve(results: Result[]): void; reject(error: unknown): void }
  >();
  private jobs = 0;

  constructor(entry: URL, workers: number) {
    this.threads = Array.from({ length: workers }, () => {
      const thread = new Worker(entry);
      thread.on("message", ({ job, results }: { job: number; results: Result[] }) => {
        this.waiting.get(job)?.resolve(results);
        this.waiting.delete(job);
      });
      thread.on("error", (error) => {
        for (const { reject } of this.waiting.values()) reject(error);
        this.waiting.clear();
      });
      return thread;
    });
  }

  async prepare(documents: readonly SourceDocument[]): Promise<(PreparedDocument | DocumentError)[]> {
    const job = this.jobs++;
    const results = await new Promise<Result[]>((resolve, reject) => {
      this.waiting.set(job, { resolve, reject });
      this.threads[job % this.threads.length]!.postMessage({ job, documents });
    });
    return results.map((result, i) =>
      "error" in result ? extractionFailed(documents[i]!, result.error) : result,
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
