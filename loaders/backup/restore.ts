import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { ZhituError } from "../../src/core/errors.js";
import { cypher, type Database } from "../../src/neo4j/index.js";
import { parseJudgements } from "../judgements.js";
import { designateDocument } from "../resolve/designate-document.js";
import { Gazetteer } from "../resolve/gazetteer.js";
import { createResolver } from "../resolve/resolver.js";
import type { DesignatedDocument, Judgement } from "../resolve/types.js";
import { applyChanges, applyJudgements } from "../write/apply-changes.js";
import { ArchiveError, readArchive, textOf } from "./archive.js";
import { type ArchivedDocument, FILES, FORMAT, type Manifest } from "./format.js";

/** UTF-16 units of text, and documents, in one transaction. */
const BATCH_TEXT = 4_000_000;
const BATCH_SIZE = 400;

export interface Restored {
  manifest: Manifest;
  judgements: Judgement[];
}

/**
 * Makes the graph of an archive. Nothing is written before all of it has been read and its checksums fit. The graph
 * must be empty, or hold documents of this archive alone, as after a restore that was broken off. Raises ArchiveError
 * or ZhituError `GRAPH_NOT_EMPTY`.
 */
export async function restore(
  database: Database,
  file: string,
  onProgress: (documents: number) => void = () => {},
): Promise<Restored> {
  const folder = await mkdtemp(join(tmpdir(), "zhitu-restore-"));
  const spool = join(folder, FILES.documents);
  try {
    const { manifest, judgements } = await readChecked(database, file, spool);
    await refuseOthers(database, file, spool);
    const resolver = createResolver(new Gazetteer());
    await applyJudgements(database, resolver, judgements);
    let done = 0;
    for await (const documents of batches(file, spool)) {
      await applyChanges(database, resolver, { documents });
      done += documents.length;
      onProgress(done);
    }
    return { manifest, judgements };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the archive; its documents go to a file of their own, since the checksums come last. */
async function readChecked(database: Database, file: string, spool: string): Promise<Restored> {
  let manifest: Manifest | undefined;
  let judgements: Judgement[] | undefined;
  let hasDocuments = false;
  await readArchive(file, async (name, content) => {
    if (name === FILES.manifest) manifest = JSON.parse(await textOf(content));
    else if (name === FILES.judgements)
      judgements = parseJudgements(await textOf(content), `${file}:${name}`);
    else if (name === FILES.documents) {
      hasDocuments = true;
      await pipeline(content, createWriteStream(spool, { mode: 0o600 }));
    } else return false;
    return true;
  });
  if (manifest?.kind !== "zhitu-backup") throw new ArchiveError(file, "is no backup of Zhitu");
  if (!judgements || !hasDocuments) throw new ArchiveError(file, "is incomplete");
  const [current] = await database.read<{ layout: number }>(cypher("read/layout"));
  if (manifest.format > FORMAT || manifest.layout > (current?.layout ?? 0))
    throw new ArchiveError(file, `was made by a newer Zhitu (${manifest.zhitu}); update this one`);
  return { manifest, judgements };
}

async function refuseOthers(database: Database, file: string, spool: string): Promise<void> {
  const archived = new Set<string>();
  for await (const { document } of documentsOf(file, spool)) archived.add(document.id);
  let others = 0;
  for await (const { id } of database.stream<{ id: string }>(cypher("read/list-documents")))
    if (!archived.has(id)) others++;
  if (others === 0) return;
  throw new ZhituError(
    "GRAPH_NOT_EMPTY",
    `the graph holds ${others} documents that ${file} does not; empty it first (zhitu db reset), or use another database`,
    { facts: { others } },
  );
}

async function* documentsOf(file: string, spool: string): AsyncGenerator<ArchivedDocument> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(spool), crlfDelay: Infinity })) {
    line++;
    try {
      yield JSON.parse(text) as ArchivedDocument;
    } catch (cause) {
      throw new ArchiveError(file, `${FILES.documents}:${line} is no JSON`, cause);
    }
  }
}

type Batch = { document: DesignatedDocument; version: string }[];

async function* batches(file: string, spool: string): AsyncGenerator<Batch> {
  const gazetteer = new Gazetteer();
  let batch: Batch = [];
  let text = 0;
  for await (const archived of documentsOf(file, spool)) {
    batch.push({ document: designated(gazetteer, archived), version: archived.version });
    text += archived.document.text.length;
    if (batch.length < BATCH_SIZE && text < BATCH_TEXT) continue;
    yield batch;
    batch = [];
    text = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The document with its claims under the numbers that they had: others may have been left out before. */
function designated(gazetteer: Gazetteer, { document, claims }: ArchivedDocument): DesignatedDocument {
  const given = designateDocument(
    gazetteer,
    document,
    claims.map(({ claim }) => claim),
  );
  const prefix = `${document.id}#`;
  const numbered = given.claims.map((claim) => {
    const { number } = claims[Number(claim.id.slice(prefix.length)) - 1]!;
    return { ...claim, id: prefix + number };
  });
  return { ...given, claims: numbered };
}
