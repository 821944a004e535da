import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { DocumentError } from "../../../src/core/errors.js";

/** What a Word document may unpack to: files, bytes in all, and of the parts that are text. */
const MOST_FILES = 2_000;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_TEXT = 32 * 1024 * 1024;

/**
 * Unpacks an archive to nowhere and counts, since what libraries unpack they hold in memory, and what an archive says of
 * its sizes may be a lie. Raises DocumentError where it is a bomb, damaged or encrypted.
 */
export async function measureZip(bytes: Uint8Array, name: string): Promise<void> {
  let archive: ZipFile;
  try {
    archive = await open(bytes);
  } catch (cause) {
    throw new DocumentError(name, "is no Word document that can be read (damaged or truncated)", cause);
  }
  if (archive.entryCount > MOST_FILES) throw bomb(name);
  let all = 0;
  let text = 0;
  try {
    for await (const entry of entriesOf(archive)) {
      const isText = /\.(?:xml|rels)$/i.test(entry.fileName);
      const count = (length: number): void => {
        all += length;
        if (isText) text += length;
        if (all > MOST_BYTES || text > MOST_TEXT) throw bomb(name);
      };
      // What it admits to need not be unpacked.
      if (entry.uncompressedSize > MOST_BYTES) throw bomb(name);
      await unpack(archive, entry, count);
    }
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(name, "is no Word document that can be read (damaged or truncated)", error);
  } finally {
    archive.close();
  }
}

const bomb = (name: string): DocumentError =>
  new DocumentError(name, "unpacks to far more than a document holds; it was not read");

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, archive) =>
      error ? reject(error) : resolve(archive),
    );
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const end = (outcome: Entry | null | Error): void => {
        archive.removeAllListeners();
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      archive.once("entry", end);
      archive.once("end", () => end(null));
      archive.once("error", end);
      archive.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

async function unpack(archive: ZipFile, entry: Entry, count: (length: number) => void): Promise<void> {
  const content = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
  const nowhere = new Writable({
    write(chunk: Buffer, _encoding, done) {
      try {
        count(chunk.length);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(content, nowhere);
}
