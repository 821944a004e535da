import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DocumentError, FileError, refusalToRead } from "../../src/core/errors.js";
import { extract } from "../extract/extract.js";
import { type ReadOptions, readDocuments } from "../read/read.js";
import { segment } from "../segment/segment.js";
import { parseFacts } from "./facts.js";
import { addCounts, type Counts, type Fact, score } from "./score.js";

export interface Evaluation {
  /** Counts summed over all documents. */
  groups: Record<string, Counts>;
  documents: { name: string; groups: Record<string, Counts>; misses: string[]; extras: string[] }[];
  /** Ids of documents without gold facts. */
  unmatched: string[];
  /** Messages for documents that could not be read. */
  failed: string[];
}

/**
 * Extracts every document and scores it against the gold file of the same base name. A document's facts are compared
 * with its own gold alone; the counts are summed.
 */
export async function evaluate(options: {
  docs: readonly string[];
  gold: string;
  only?: readonly string[];
  read?: ReadOptions;
}): Promise<Evaluation> {
  const gold = await goldFiles(options.gold);
  const result: Evaluation = { groups: {}, documents: [], unmatched: [], failed: [] };
  for await (const document of readDocuments(options.docs, options.read)) {
    if (document instanceof DocumentError) {
      result.failed.push(document.message);
      continue;
    }
    // The path names the gold file; the front matter may give another id.
    const name = baseName(document.path ?? document.id);
    if (options.only !== undefined && !options.only.some((part) => name.includes(part))) continue;
    const path = gold.get(name);
    if (path === undefined) {
      result.unmatched.push(document.id);
      continue;
    }
    const facts = extract(segment(document)) as unknown as Fact[];
    const scored = score(await factsOf(path), facts);
    addCounts(result.groups, scored.groups);
    result.documents.push({ name, ...scored });
  }
  return result;
}

const baseName = (path: string): string =>
  path
    .split("/")
    .at(-1)!
    .replace(/\.[^.]+$/, "");

async function goldFiles(folder: string): Promise<Map<string, string>> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new FileError(folder, `${refusalToRead(error)}; --gold takes a folder with gold facts`, error);
  }
  return new Map(
    names.filter((name) => name.endsWith(".jsonl")).map((name) => [baseName(name), join(folder, name)]),
  );
}

async function factsOf(path: string): Promise<Fact[]> {
  try {
    return parseFacts(await readFile(path, "utf8"));
  } catch (error) {
    throw new DocumentError(path, (error as Error).message, error);
  }
}
