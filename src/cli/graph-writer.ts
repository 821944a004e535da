import type { GraphWriter } from "../api/writing/writer.js";
import { ZhituError } from "../core/errors.js";
import type { Database } from "../neo4j/index.js";

/** The loaders, for the API: one document, one withdrawal, one judgement at a time; judgements are noted in the file of `zhitu judge`. */
export function graphWriter(database: Database, judgements?: string): GraphWriter {
  return {
    async load({ text, format, ...facts }, onClaims) {
      const { loadDocuments } = await import("../../loaders/pipeline.js");
      const warnings: string[] = [];
      const summary = await loadDocuments(database, ["-"], {
        format: "jsonl",
        stdin: one(JSON.stringify({ ...facts, [format]: text })),
        workers: 0,
        onProgress: ({ claims }) => onClaims(claims),
        onWarning: (message) => warnings.push(message),
      });
      const [failed] = summary.failed;
      if (failed) throw new ZhituError("DOCUMENT", failed.message);
      const change =
        summary.added.length > 0 ? "ADDED" : summary.replaced.length > 0 ? "REPLACED" : "UNCHANGED";
      return { change, claims: summary.claims, warnings };
    },
    async unload(id) {
      const { unloadDocuments } = await import("../../loaders/pipeline.js");
      const { withdrawn } = await unloadDocuments(database, [id]);
      return withdrawn.length > 0;
    },
    async judge(verdict, a, b) {
      const [{ DEFAULT_FILE }, { noteJudgement }] = await Promise.all([
        import("../../loaders/judgements.js"),
        import("./judge.js"),
      ]);
      await noteJudgement(database, { verdict, a, b }, judgements ?? DEFAULT_FILE);
    },
  };
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
