import { createWriteStream } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileError, messageOf, UsageError } from "../core/errors.js";
import { makeFolder } from "../core/make-folder.js";
import type { ExportFile, Format } from "./format.js";
import type { ExportGraph } from "./graph.js";
import { inChunks } from "./text.js";

/** Raises UsageError or FileError when the path cannot be written to, before anything is read from the database. */
export async function requireWritable(path: string, format: Format, overwrite: boolean): Promise<void> {
  const parent = dirname(join(path, "."));
  if (!(await statOf(parent))?.isDirectory())
    throw new FileError(path, `cannot be written: there is no folder ${parent}`);
  const there = await statOf(path);
  if (!there) return;
  if (format.extension !== null && there.isDirectory())
    throw new UsageError(`${path} is a folder; ${format.name} is one file: name one with --out`, { path });
  if (format.extension === null && !there.isDirectory())
    throw new UsageError(`${path} is a file; ${format.name} is several files: name a folder with --out`, {
      path,
    });
  if (overwrite || (format.extension === null && (await readdir(path)).length === 0)) return;
  const what = format.extension === null ? "is not empty" : "exists";
  throw new UsageError(`${path} ${what}; name another, or add --force`, { path });
}

/** Writes to a stream that stays open. */
export async function writeTo(stream: Writable, graph: ExportGraph, format: Format): Promise<void> {
  const [file] = await format.files(graph);
  await pipeline(Readable.from(checked(file!, graph)), stream, { end: false });
}

/** Writes a file, or a folder of files; they are there whole or not at all. */
export async function writeFiles(path: string, graph: ExportGraph, format: Format): Promise<void> {
  const files = await format.files(graph);
  const isFolder = format.extension === null;
  const targets = files.map((file) => ({ file, target: isFolder ? join(path, file.name) : path }));
  try {
    if (isFolder) makeFolder(path);
    for (const { file, target } of targets)
      await pipeline(Readable.from(inChunks(file.text())), createWriteStream(`${target}.part`));
    await graph.requireUnchanged();
    for (const { target } of targets) await rename(`${target}.part`, target);
  } catch (error) {
    for (const { target } of targets) await rm(`${target}.part`, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new FileError(path, `cannot be written: ${messageOf(error)}`, error);
  }
}

/** The text of the one file; at the end, whether it is of one graph. */
export async function* checked(file: ExportFile, graph: ExportGraph): AsyncGenerator<string> {
  yield* inChunks(file.text());
  await graph.requireUnchanged();
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}
