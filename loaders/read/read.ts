import { createReadStream, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { globSync } from "tinyglobby";
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
  const seen = new Seen();
  // Delegating to a generator, above all to an asynchronous one, would take as long as reading a short document does.
  for (const path of paths)
    for (const file of expand(path, seen))
      if (file instanceof DocumentError) yield file;
      else for (const document of await readOne(file.path, file.stats, options)) yield document;
}

/** Reads one file, or `-`, that holds one document; throws the DocumentError otherwise. */
export async function readDocument(path: string, options: ReadOptions = {}): Promise<SourceDocument> {
  const [first, second] = await readOne(path, undefined, options);
  if (first instanceof DocumentError) throw first;
  if (first === undefined) throw new DocumentError(path, "holds no document");
  if (second !== undefined)
    throw new DocumentError(path, "holds several documents; give a file that holds one");
  return first;
}

async function readOne(
  path: string,
  stats: Stats | undefined,
  options: ReadOptions,
): Promise<(SourceDocument | DocumentError)[]> {
  const name = path === "-" ? "-" : nameOf(path, options.root);
  try {
    const bytes = bytesOf(path, stats, name, options) ?? (await streamOf(path, name, options));
    return await readBytes(bytes, name, options);
  } catch (error) {
    return [error instanceof DocumentError ? error : new DocumentError(name, refusalToRead(error), error)];
  }
}

/** What a regular file holds; undefined for any other, which is a stream. */
function bytesOf(
  path: string,
  stats: Stats | undefined,
  name: string,
  { maxBytes }: ReadOptions,
): Uint8Array | undefined {
  if (path === "-") return undefined;
  const found = stats ?? statSync(path);
  if (found.isDirectory()) throw new DocumentError(name, "is a folder, not a document");
  if (!found.isFile()) return undefined;
  if (found.size > (maxBytes ?? DEFAULT_MAX_BYTES)) throw tooLarge(name, maxBytes);
  return readFileSync(path);
}

async function streamOf(path: string, name: string, { maxBytes, stdin }: ReadOptions): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of path === "-" ? (stdin ?? process.stdin) : createReadStream(path)) {
    chunks.push(Buffer.from(chunk as Uint8Array));
    size += chunk.length;
    if (size > (maxBytes ?? DEFAULT_MAX_BYTES)) throw tooLarge(name, maxBytes);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (name: string, maxBytes: number = DEFAULT_MAX_BYTES): DocumentError =>
  new DocumentError(
    name,
    `is larger than ${Math.round(maxBytes / MEGABYTE)} MB; split it or raise --max-size`,
  );

/** The id of a file: its path from the root, or as given, with `/` and without a leading `./`. */
function nameOf(path: string, root: string | undefined): string {
  const name = root === undefined ? path : relative(resolve(root), resolve(path));
  const slashed = sep === "/" ? name : name.split(sep).join("/");
  return slashed.startsWith("./") ? slashed.replace(/^(?:\.\/)+/, "") : slashed;
}

interface FoundFile {
  path: string;
  /** Undefined for standard input. */
  stats: Stats | undefined;
}

/** The files that a path means, each once, in order of their names. */
function* expand(path: string, seen: Seen): Generator<FoundFile | DocumentError> {
  if (path === "-") {
    yield { path, stats: undefined };
    return;
  }
  const stats = statOf(path);
  if (!(stats instanceof Error)) {
    if (stats.isDirectory()) yield* walk(path, stats, seen);
    else if (seen.isNew(path, stats)) yield { path, stats };
    return;
  }
  if (/[*?[{]/.test(path) && stats.code === "ENOENT") {
    const pattern = path.split(sep).join("/");
    const matches = globSync(pattern, { onlyFiles: false, absolute: isAbsolute(path) }).sort();
    for (const match of matches) yield* expand(match, seen);
    if (matches.length === 0) yield new DocumentError(path, "matches no file");
    return;
  }
  yield new DocumentError(nameOf(path, undefined), refusalToRead(stats));
}

/** Every document below a folder, also in a format that is refused; folders that were seen (links in a circle) are not entered again. */
function* walk(folder: string, itself: Stats, seen: Seen): Generator<FoundFile | DocumentError> {
  if (!seen.isNew(folder, itself)) return;
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
    const stats = statOf(path);
    if (stats instanceof Error) yield new DocumentError(path, refusalToRead(stats));
    else if (stats.isDirectory()) yield* walk(path, stats, seen);
    else if (DOCUMENT_EXTENSIONS.has(name.split(".").at(-1)!.toLowerCase()) && seen.isNew(path, stats)) {
      // A pipe that nobody writes to would keep everything waiting; who means one names it.
      yield stats.isFile()
        ? { path, stats }
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

/** The files and folders that were met, each of which may have several paths. */
class Seen {
  /** By device and number: a path, or several real ones (a file may have several names on its disk). */
  private readonly met = new Map<string, string | Set<string>>();

  /** Real paths, which take as long to learn as a short file to read, are asked for only where numbers are equal. */
  isNew(path: string, { dev, ino }: Stats): boolean {
    const number = `${dev}:${ino}`;
    const before = this.met.get(number);
    if (before === undefined) {
      this.met.set(number, path);
      return true;
    }
    const paths = typeof before === "string" ? new Set([realOf(before)]) : before;
    this.met.set(number, paths);
    const real = realOf(path);
    if (paths.has(real)) return false;
    paths.add(real);
    return true;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
