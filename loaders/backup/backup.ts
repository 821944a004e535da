import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Claim } from "../../schema/index.js";
import { packageRoot } from "../../src/core/paths.js";
import { cypher, type Database, type Row } from "../../src/neo4j/index.js";
import { judgementsText } from "../judgements.js";
import type { Judgement } from "../resolve/types.js";
import type { SourceDocument } from "../types.js";
import { writeArchive } from "./archive.js";
import { type ArchivedDocument, FILES, FORMAT, type Manifest } from "./format.js";

interface StoredRow extends Row {
  document: SourceDocument & { version: string };
  claims: StoredClaim[];
}

interface StoredClaim {
  id: string;
  kind: Claim["fact"];
  type: string;
  rule: string;
  confidence: number;
  start: number;
  end: number;
  text: string;
  data: string;
}

/**
 * Writes documents, claims and judgements into one archive, from which `restore` makes the same graph. Loaders wait
 * until it is done, so that no document is in it by half. One document is held at a time.
 */
export async function backup(database: Database, file: string): Promise<Manifest> {
  const spool = `${file}.documents.part`;
  try {
    return await database.write(async (transaction) => {
      const [meta] = await transaction.run<{ layout: number }>(cypher("write/lock-graph"));
      const counts = await writeDocuments(database, spool);
      const judgements = await transaction.run<Row & Judgement>(cypher("write/find-judgements"));
      const created = new Date();
      const manifest: Manifest = {
        kind: "zhitu-backup",
        format: FORMAT,
        layout: meta?.layout ?? 0,
        zhitu: await ownVersion(),
        created: created.toISOString(),
        ...counts,
        judgements: judgements.length,
      };
      const contents = new Map([
        [FILES.manifest, { text: `${JSON.stringify(manifest, null, 2)}\n` }],
        [FILES.documents, { path: spool }],
        [FILES.judgements, { text: judgementsText(judgements) }],
      ]);
      await writeArchive(file, contents, created);
      return manifest;
    });
  } finally {
    await rm(spool, { force: true });
  }
}

async function writeDocuments(
  database: Database,
  path: string,
): Promise<{ documents: number; claims: number }> {
  const counts = { documents: 0, claims: 0 };
  const out = createWriteStream(path, { mode: 0o600 });
  const failed = once(out, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  for await (const row of database.stream<StoredRow>(cypher("export/backup"))) {
    const archived = archive(row);
    counts.documents++;
    counts.claims += archived.claims.length;
    if (!out.write(`${JSON.stringify(archived)}\n`)) await Promise.race([once(out, "drain"), failed]);
  }
  out.end();
  await Promise.race([once(out, "close"), failed]);
  return counts;
}

function archive({ document: stored, claims }: StoredRow): ArchivedDocument {
  // In the order in which readers make them, since a document's hash depends on it; the database keeps no nulls.
  const document: SourceDocument = {
    id: stored.id,
    ...(stored.path ? { path: stored.path } : {}),
    title: stored.title ?? null,
    url: stored.url ?? null,
    date: stored.date ?? null,
    publisher: stored.publisher ?? null,
    place: stored.place ?? null,
    licence: stored.licence ?? null,
    format: stored.format,
    encoding: stored.encoding,
    text: stored.text,
    warnings: stored.warnings,
  };
  const numbered = claims.map((claim) => ({
    number: Number(claim.id.slice(document.id.length + 1)),
    claim: claimOf(claim),
  }));
  return { document, version: stored.version, claims: numbered.sort((a, b) => a.number - b.number) };
}

/** The claim as extraction made it. */
function claimOf({ kind, rule, confidence, start, end, text, data }: StoredClaim): Claim {
  return { fact: kind, ...JSON.parse(data), evidence: { start, end, text }, rule, confidence } as Claim;
}

async function ownVersion(): Promise<string> {
  return JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")).version;
}
