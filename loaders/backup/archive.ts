import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { messageOf, ZhituError } from "../../src/core/errors.js";

/** An archive that is damaged, or not one of ours. */
export class ArchiveError extends ZhituError<"BAD_ARCHIVE"> {
  constructor(file: string, message: string, cause?: unknown) {
    super("BAD_ARCHIVE", `${file}: ${message}`, { cause, facts: { file } });
    this.name = "ArchiveError";
  }
}

/** A file of an archive: its text, or where it lies on the disk. */
export type Content = { text: string } | { path: string };

/** As sha256sum writes and checks them. */
const SUMS = "SHA256SUMS";

/**
 * Writes a gzipped tar of some files and their checksums (`sha256sum -c SHA256SUMS`). It is there whole or not at all.
 */
export async function writeArchive(
  file: string,
  contents: ReadonlyMap<string, Content>,
  mtime: Date,
): Promise<void> {
  const part = `${file}.part`;
  try {
    const archive = pack();
    const written = pipeline(archive, createGzip(), createWriteStream(part, { mode: 0o600 }));
    const filled = fill(archive, contents, mtime);
    // Either may fail first, and then the other waits for ever.
    filled.catch((error) => archive.destroy(error));
    await Promise.all([written, filled]);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function fill(
  archive: ReturnType<typeof pack>,
  contents: ReadonlyMap<string, Content>,
  mtime: Date,
): Promise<void> {
  let sums = "";
  const add = (name: string, text: string): void => void archive.entry({ name, mtime }, text);
  for (const [name, content] of contents) {
    const hash = createHash("sha256");
    if ("text" in content) {
      hash.update(content.text);
      add(name, content.text);
    } else {
      const { size } = await stat(content.path);
      const source = createReadStream(content.path).on("data", (chunk) => hash.update(chunk));
      await pipeline(source, archive.entry({ name, mtime, size }));
    }
    sums += `${hash.digest("hex")}  ${name}\n`;
  }
  add(SUMS, sums);
  archive.finalize();
}

/**
 * Reads an archive to its end, each file by `read`, which must take all of it, and checks the sums. Raises
 * ArchiveError where it is damaged, incomplete or holds a file that `read` does not know (where it gives false).
 */
export async function readArchive(
  file: string,
  read: (name: string, content: Readable) => Promise<boolean>,
): Promise<void> {
  const found = new Map<string, string>();
  let sums: string | undefined;
  const archive = extract();
  const reading = (async () => {
    for await (const entry of archive) {
      const { name } = entry.header;
      const hash = createHash("sha256");
      const content = Readable.from(hashed(entry as AsyncIterable<Buffer>, hash));
      if (name === SUMS) sums = await textOf(content);
      else if (!(await read(name, content)))
        throw new ArchiveError(file, `holds ${JSON.stringify(name)}, which no backup does`);
      found.set(name, hash.digest("hex"));
    }
  })();
  reading.catch((error) => archive.destroy(error));
  try {
    await Promise.all([pipeline(createReadStream(file), createGunzip(), archive), reading]);
  } catch (error) {
    if (error instanceof ZhituError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new ArchiveError(file, "does not exist", error);
    throw new ArchiveError(file, `is damaged, or no backup (${messageOf(error)})`, error);
  }
  check(file, found, sums);
}

async function* hashed(content: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The text of a small file of an archive. */
export async function textOf(content: Readable, limit = 64 * 1024 * 1024): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > limit) throw new Error("a file of it is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function check(file: string, found: ReadonlyMap<string, string>, sums: string | undefined): void {
  if (sums === undefined) throw new ArchiveError(file, `is incomplete: it has no ${SUMS}`);
  const listed = new Map(
    sums
      .split("\n")
      .filter((line) => line !== "")
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  for (const [name, sum] of listed)
    if (found.get(name) !== sum)
      throw new ArchiveError(file, `is damaged: the checksum of ${name} does not fit`);
  for (const name of found.keys())
    if (name !== SUMS && !listed.has(name))
      throw new ArchiveError(file, `is damaged: ${name} has no checksum`);
}
