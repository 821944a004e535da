import { createReadStream, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { DocumentError, refusalToRead } from "../../src/core/errors.js";
import type { SourceDocument } from "../types.js";
import { type BytesOptions, DOCUMENT_EXTENSIONS, readBytes } from "./read-document.js";

export interface ReadOptions extends BytesOptions {
  /** Ids of files are their paths from here; by default as given. */
  root?: string;
  /** Files larger than this many bytes are refused; default 64 MB. */
  maxBytes?: number;
  /** Where `-` reads from; default the process's standard input. */
  stdin?: AsyncIterable<Uint8Array | string>;
}

export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * Reads files, folders (with all readable files below), globs and `-` (standard input), in the order of the paths'
 * names. What cannot be read comes as a DocumentError in its place; the others follow. Files are read synchronously:
 * of many small ones the thread pool's hand-overs would take longer than the reading.
 */
export async function* readDocuments(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<SourceDocument | DocumentError> {
  const seen = new Set<string>();
  for (const path of paths)
    for await (const file of expand(path, seen)) {
      if (file instanceof DocumentError) yield file;
      else yield* await readOne(file, options);
    }
}

/** Reads one file, or `-`, that holds one document; throws the DocumentError otherwise. */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<SourceDocument> {
  const [first, second] = await readOne(path, options);
  if (first instanceof DocumentError) throw first;
  if (first === undefined) throw new DocumentError(path, "holds no document");
  if (second !== undefined)
    throw new DocumentError(path, "holds several documents; give a file that holds one");
  return first;
}

async function readOne(path: string, options: ReadOptions): Promise<(SourceDocument | DocumentError)[]> {
  const name = path === "-" ? "-" : nameOf(path, options.root);
  try {
    const bytes = await bytesOf(path, name, options);
    return await readBytes(bytes, name, options);
  } catch (error) {
    return [error instanceof DocumentError ? error : new DocumentError(name, refusalToRead(error), error)];
  }
}

async function bytesOf(path: string, name: string, options: ReadOptions): Promise<Uint8Array> {
  const limit = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const tooLarge = (): DocumentError =>
    new DocumentError(
      name,
      `is larger than ${Math.round(limit / MEGABYTE)} MB; split it or raise --max-size`,
    );
  if (path !== "-") {
    const found = statSync(path);
    if (found.isDirectory()) throw new DocumentError(name, "is a folder, not a document");
    if (found.isFile() && found.size > limit) throw tooLarge();
    if (found.isFile()) return readFileSync(path);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of path === "-" ? (options.stdin ?? process.stdin) : createReadStream(path)) {
    chunks.push(Buffer.from(chunk as Uint8Array));
    size += chunk.length;
    if (size > limit) throw tooLarge();
  }
  return Buffer.concat(chunks);
}

/** The id of a file: its path from the root, or as given, with `/` and without a leading `./`. */
function nameOf(path: string, root: string | undefined): string {
  const name = root === undefined ? path : relative(resolve(root), resolve(path));
  return name
    .split(sep)
    .join("/")
    .replace(/^(?:\.\/)+/, "");
}

/** The files that a path means, each once, in order of their names. */
async function* expand(path: string, seen: Set<string>): AsyncGenerator<string | DocumentError> {
  if (path === "-") {
    yield path;
    return;
  }
  const found = statOf(path);
  if (!(found instanceof Error)) {
    if (found.isDirectory()) yield* walk(path, seen);
    else if (isNew(path, seen)) yield path;
    return;
  }
  if (/[*?[{]/.test(path) && found.code === "ENOENT") {
    const matches = (
      await glob(path.split(sep).join("/"), { onlyFiles: false, absolute: isAbsolute(path) })
    ).sort();
    for (const match of matches) yield* expand(match, seen);
    if (matches.length === 0) yield new DocumentError(path, "matches no file");
    return;
  }
  yield new DocumentError(nameOf(path, undefined), refusalToRead(found));
}

/** Every document below a folder, also in a format that is refused; folders that were seen (links in a circle) are not entered again. */
async function* walk(folder: string, seen: Set<string>): AsyncGenerator<string | DocumentError> {
  if (!isNew(folder, seen)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    yield new DocumentError(folder, refusalToRead(error), error);
    return;
  }
  for (const name of names.sort()) {
    if (name.startsWith(".")) continue;
    const path = join(folder, name);
    const found = statOf(path);
    if (found instanceof Error) yield new DocumentError(path, refusalToRead(found));
    else if (found.isDirectory()) yield* walk(path, seen);
    else if (DOCUMENT_EXTENSIONS.has(name.split(".").at(-1)!.toLowerCase()) && isNew(path, seen)) {
      // A pipe that nobody writes to would keep everything waiting; who means one names it.
      yield found.isFile()
        ? path
        : new DocumentError(path, "is no regular file, but a pipe, a socket or a device");
    }
  }
}

function statOf(path: string): Stats | NodeJS.ErrnoException {
  try {
    return statSync(path);
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

function isNew(path: string, seen: Set<string>): boolean {
  const real = realOf(path);
  if (seen.has(real)) return false;
  seen.add(real);
  return true;
}

function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
