import { DocumentError, ZhituError } from "../src/core/errors.js";
import { cypher, type Database } from "../src/neo4j/index.js";
import { documentVersion } from "./fingerprint.js";
import { DEFAULT_WORKERS, inlinePreparer, type Preparer, threadedPreparer } from "./preparer.js";
import { type ReadOptions, readDocuments } from "./read/read.js";
import { Gazetteer } from "./resolve/gazetteer.js";
import { createResolver } from "./resolve/resolver.js";
import type { DesignatedDocument } from "./resolve/types.js";
import type { SourceDocument } from "./types.js";
import { applyChanges } from "./write/apply-changes.js";

export interface LoadOptions extends ReadOptions {
  /** Threads that extract; 0 for none beside this one. Default: one less than the machine has, when there is much to do. */
  workers?: number;
  /** Documents written in one transaction. Default 400. */
  batchSize?: number;
  /** Say what would change, and change nothing. */
  dryRun?: boolean;
  /** Does the extraction; default by `workers`. Closed by the caller. */
  preparer?: Preparer;
  onProgress?: (progress: LoadProgress) => void;
  /** Told what readers had to guess and which claims were left out. */
  onWarning?: (message: string) => void;
}

export interface LoadProgress {
  read: number;
  done: number;
  claims: number;
}

/** What a load did: ids of documents. */
export interface LoadSummary {
  added: string[];
  replaced: string[];
  unchanged: string[];
  failed: { document: string; message: string }[];
  claims: number;
}

const BATCH_SIZE = 400;
/** UTF-16 units of text in one transaction, however few documents that is. */
const BATCH_TEXT = 4_000_000;
/** Documents of a load for which threads are worth their start. */
const MANY = 50;

/**
 * Loads documents: read, segment, extract, resolve, write. Documents that cannot be read are named in the summary, the others
 * load. While one batch is written the next ones are prepared; no more than a few are held at once. Raises ZhituError
 * `DUPLICATE_DOCUMENT` when two files have one id.
 */
export async function loadDocuments(
  database: Database,
  paths: readonly string[],
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const summary: LoadSummary = { added: [], replaced: [], unchanged: [], failed: [], claims: 0 };
  const progress: LoadProgress = { read: 0, done: 0, claims: 0 };
  const resolver = createResolver(new Gazetteer());
  const pool = new Preparers(options);
  const fail = (error: DocumentError): void => {
    summary.failed.push({ document: error.document, message: error.message });
  };
  const ahead: Promise<Batch>[] = [];
  const writeNext = async (): Promise<void> => {
    const { ready, unchanged, changed } = await ahead.shift()!;
    summary.unchanged.push(...unchanged);
    if (options.dryRun) {
      summary.added.push(...changed.filter((c) => !c.isKnown).map((c) => c.id));
      summary.replaced.push(...changed.filter((c) => c.isKnown).map((c) => c.id));
    } else {
      const report = await applyChanges(database, resolver, { documents: ready });
      summary.added.push(...report.added);
      summary.replaced.push(...report.replaced);
      summary.unchanged.push(...report.unchanged);
    }
    const claims = ready.reduce((sum, { document }) => sum + document.claims.length, 0);
    summary.claims += claims;
    progress.claims += claims;
    progress.done += ready.length + unchanged.length;
    options.onProgress?.(progress);
  };
  try {
    for await (const batch of batches(paths, options, fail)) {
      progress.read += batch.length;
      for (const document of batch)
        for (const warning of document.warnings) options.onWarning?.(`${document.id}: ${warning}`);
      const prepared = prepareBatch(database, batch, await pool.get(progress.read), options, fail);
      // Awaited in turn; until then its failure must not end the process.
      prepared.catch(() => {});
      ahead.push(prepared);
      if (ahead.length > pool.size + 1) await writeNext();
    }
    while (ahead.length > 0) await writeNext();
  } finally {
    await Promise.allSettled(ahead);
    await pool.close();
  }
  for (const ids of [summary.added, summary.replaced, summary.unchanged]) ids.sort();
  return summary;
}

/** Withdraws documents by id; returns which were there and which were not. */
export async function unloadDocuments(
  database: Database,
  ids: readonly string[],
): Promise<{ withdrawn: string[]; unknown: string[] }> {
  const resolver = createResolver(new Gazetteer());
  const result = { withdrawn: [] as string[], unknown: [] as string[] };
  for (let at = 0; at < ids.length; at += BATCH_SIZE) {
    const withdrawn = ids.slice(at, at + BATCH_SIZE);
    const report = await applyChanges(database, resolver, { documents: [], withdrawn });
    result.withdrawn.push(...report.withdrawn);
    result.unknown.push(...report.unknown);
  }
  return result;
}

interface Batch {
  ready: { document: DesignatedDocument; version: string }[];
  unchanged: string[];
  changed: { id: string; isKnown: boolean }[];
}

async function* batches(
  paths: readonly string[],
  options: LoadOptions,
  fail: (error: DocumentError) => void,
): AsyncGenerator<SourceDocument[]> {
  const files = new Map<string, string>();
  const size = options.batchSize ?? BATCH_SIZE;
  let batch: SourceDocument[] = [];
  let text = 0;
  for await (const document of readDocuments(paths, options)) {
    if (document instanceof DocumentError) {
      fail(document);
      continue;
    }
    refuseDuplicate(files, document);
    batch.push(document);
    text += document.text.length;
    if (batch.length < size && text < BATCH_TEXT) continue;
    yield batch;
    batch = [];
    text = 0;
  }
  if (batch.length > 0) yield batch;
}

function refuseDuplicate(files: Map<string, string>, { id, path }: SourceDocument): void {
  const first = files.get(id);
  const second = path ?? id;
  if (first !== undefined)
    throw new ZhituError(
      "DUPLICATE_DOCUMENT",
      `${first} and ${second} both have the id ${id}; change the id: of one, or load one of them`,
      { facts: { id, files: [first, second] } },
    );
  files.set(id, second);
}

async function prepareBatch(
  database: Database,
  batch: readonly SourceDocument[],
  preparer: Preparer,
  options: LoadOptions,
  fail: (error: DocumentError) => void,
): Promise<Batch> {
  const versions = new Map(batch.map((document) => [document.id, documentVersion(document)]));
  const rows = await database.read<{ id: string; version: string }>(cypher("write/find-documents"), {
    ids: [...versions.keys()],
  });
  const known = new Map(rows.map(({ id, version }) => [id, version]));
  const changed = batch.filter(({ id }) => known.get(id) !== versions.get(id));
  const unchanged = batch.filter(({ id }) => known.get(id) === versions.get(id)).map(({ id }) => id);
  const ready: Batch["ready"] = [];
  for (const prepared of await preparer.prepare(changed)) {
    if (prepared instanceof DocumentError) {
      fail(prepared);
      continue;
    }
    const { document, issues } = prepared;
    const { id } = document.document;
    for (const { code, path, got, expected } of issues)
      options.onWarning?.(
        `${id}: a claim was left out: ${code} ${path}: got ${JSON.stringify(got)}, expected ${expected}`,
      );
    ready.push({ document, version: versions.get(id)! });
  }
  return { ready, unchanged, changed: changed.map(({ id }) => ({ id, isKnown: known.has(id) })) };
}

/** Threads once there is enough to do for them. */
class Preparers {
  private threads: Preparer | undefined;
  private readonly inline = inlinePreparer();
  readonly size: number;

  constructor(private readonly options: LoadOptions) {
    this.size = options.preparer ? 1 : (options.workers ?? DEFAULT_WORKERS);
  }

  async get(read: number): Promise<Preparer> {
    if (this.options.preparer) return this.options.preparer;
    if (this.threads === undefined && read > MANY) this.threads = threadedPreparer(this.size);
    return this.threads ?? this.inline;
  }

  async close(): Promise<void> {
    await this.threads?.close();
  }
}
