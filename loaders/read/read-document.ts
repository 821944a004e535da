import { DocumentError } from "../../src/core/errors.js";
import { mayTitle, numberingDepth } from "../lines/headings.js";
import { lookOf } from "../lines/looks.js";
import type { DocumentFormat, SourceDocument } from "../types.js";
import { canonicalText } from "./canonical.js";
import { firstLines } from "./characters.js";
import { dateOfText } from "./dates.js";
import { decode } from "./decode.js";
import { readHtml } from "./formats/html.js";
import { type FrontMatter, metadataOf, splitFrontMatter } from "./front-matter.js";

/** Formats that a file can have; `jsonl` holds a document a line. */
export type FileFormat = DocumentFormat | "jsonl";

export interface BytesOptions {
  /** A WHATWG label that overrides detection. */
  encoding?: string;
  /** Overrides what the name and the first bytes say. */
  format?: FileFormat;
}

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
  pdf: "pdf",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

/** Formats we know of but do not read, each with the way out. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  doc: "is a Word 97 document; save it as .docx",
  wps: "is a WPS document; save it as .docx or .pdf",
  ofd: "is an OFD document; convert it to .pdf",
  rtf: "is an RTF document; save it as .docx",
  odt: "is an OpenDocument text; save it as .docx",
  xls: "is a spreadsheet; save it as .html or tab-separated .txt",
  xlsx: "is a spreadsheet; save it as .html or tab-separated .txt",
  ppt: "is a presentation; export it as .pdf",
  pptx: "is a presentation; export it as .pdf",
  ceb: "is a CEB document; convert it to .pdf",
  caj: "is a CAJ document; convert it to .pdf",
};

/** Files of data and programs: what they hold is no text that states anything. */
const NO_DOCUMENTS: ReadonlySet<string> = new Set(
  "csv tsv json yaml yml toml ini xml css js mjs cjs ts tsx jsx sh py java sql cypher graphql lock map".split(
    " ",
  ),
);
const READ = ".txt, .md, .html, .docx, .pdf and .jsonl";

/** Endings of files that Zhitu reads, and of documents that it would have to: who has some among others is to know. */
export const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set([
  ...Object.keys(EXTENSIONS),
  ...Object.keys(UNSUPPORTED),
]);

const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * Reads the bytes of one file: one document, or several of a `.jsonl`. `name` is the file's name as it goes into
 * the ids and messages. Throws DocumentError where it holds nothing that can be read; yields an error for each bad
 * line of a `.jsonl`.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  options: BytesOptions = {},
): Promise<(SourceDocument | DocumentError)[]> {
  if (bytes.length === 0) throw new DocumentError(name, "is empty");
  const format = options.format ?? formatOf(bytes, name);
  if (format === "docx") {
    const { readDocx } = await import("./formats/docx.js");
    const { text, warnings } = await readDocx(bytes, name);
    return [assemble(name, "docx", "utf-8", text, {}, warnings)];
  }
  if (format === "pdf") {
    const { readPdf } = await import("./formats/pdf.js");
    const { text, warnings, meta } = await readPdf(bytes, name);
    return [assemble(name, "pdf", "utf-8", text, meta, warnings)];
  }
  const { text, encoding, warnings } = decode(bytes, name, options.encoding);
  if (format === "jsonl") return readLines(text, name, encoding);
  return [readText(text, name, format, encoding, {}, warnings)];
}

/** Reads a text that is decoded already; `given` outweighs what the text says of itself. */
function readText(
  text: string,
  name: string,
  format: "text" | "markdown" | "html",
  encoding: string,
  given: FrontMatter,
  warnings: readonly string[] = [],
): SourceDocument {
  const { meta, body, warning } = splitFrontMatter(text);
  const notes = warning === undefined ? [...warnings] : [...warnings, warning];
  if (format === "html" || isMarkup(body)) {
    const page = readPage(body, name);
    return assemble(name, "html", encoding, page.text, { ...page.meta, ...meta, ...given }, [
      ...notes,
      ...page.warnings,
    ]);
  }
  return assemble(name, format, encoding, body, { ...meta, ...given }, notes);
}

function readPage(body: string, name: string): ReturnType<typeof readHtml> {
  try {
    return readHtml(body);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new DocumentError(name, "is nested too deeply to be read", cause);
  }
}

/** Whether a text is HTML, whatever its file is called: it begins with a tag and holds several blocks. */
function isMarkup(text: string): boolean {
  const head = text.slice(0, 4000).trimStart();
  if (!head.startsWith("<")) return false;
  if (/^<!doctype html|^<html[\s>]/i.test(head)) return true;
  return (head.match(/<(?:p|div|table|h[1-6]|section|article)[\s>]/gi)?.length ?? 0) >= 2;
}

function assemble(
  name: string,
  format: DocumentFormat,
  encoding: string,
  raw: string,
  meta: FrontMatter,
  warnings: string[],
): SourceDocument {
  const text = canonicalText(raw);
  if (text.trim() === "") throw new DocumentError(name, "holds no text");
  return {
    id: meta.id ?? name,
    path: name,
    title: meta.title ?? titleOf(text),
    url: meta.url ?? null,
    date: meta.date ?? dateOfText(text),
    publisher: meta.publisher ?? null,
    place: meta.place ?? null,
    licence: meta.licence ?? null,
    format,
    encoding,
    text,
    warnings,
  };
}

/** How many lines at the head of a text may hold its title. */
const HEAD_LINES = 8;

const TOLD_ALONE: ReadonlySet<string> = new Set(["boilerplate", "byline"]);

/** The first heading, else the first line that may be a title; what stands above in page headers is none. */
function titleOf(text: string): string | null {
  const head = firstLines(text.slice(0, 1000), HEAD_LINES);
  const heading = head.find((line) => line.startsWith("#") && /^#{1,3} /.test(line));
  if (heading !== undefined) return heading.replace(/^#+ /, "");
  const at = head.findIndex((line) => !TOLD_ALONE.has(lookOf(line)));
  const line = head[at];
  if (line === undefined || line.includes("\t") || !mayTitle(line, numberingDepth(line))) return null;
  // A notice: the authority on one line, what it is about on the next.
  return /^关于/.test(head[at + 1] ?? "") ? line + head[at + 1] : line;
}

/** A `.jsonl`: each line an object with `text`, `markdown` or `html`, and any of the fields of front matter. */
function readLines(text: string, name: string, encoding: string): (SourceDocument | DocumentError)[] {
  const read: (SourceDocument | DocumentError)[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.trim() === "\ufeff") continue;
    const place = `${name}:${index + 1}`;
    try {
      read.push(readRecord(line, place, encoding));
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      read.push(error);
    }
  }
  if (read.length === 0) throw new DocumentError(name, "holds no documents");
  return read;
}

function readRecord(line: string, place: string, encoding: string): SourceDocument {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new DocumentError(place, `is not valid JSON: ${(cause as Error).message}`, cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new DocumentError(place, "is no JSON object with text, markdown or html");
  const record = value as Record<string, unknown>;
  for (const [key, format] of [
    ["text", "text"],
    ["markdown", "markdown"],
    ["html", "html"],
    ["content", "text"],
  ] as const) {
    const body = record[key];
    if (typeof body === "string") return readText(body, place, format, encoding, metadataOf(record));
  }
  throw new DocumentError(place, "has none of the fields text, markdown and html");
}

function formatOf(bytes: Uint8Array, name: string): FileFormat {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const extension = extensionOf(name);
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004") && extension in UNSUPPORTED)
    throw new DocumentError(name, UNSUPPORTED[extension]!);
  if (head.startsWith("PK\u0003\u0004")) {
    if (extension === "docx" || Buffer.from(bytes).includes("word/document.xml")) return "docx";
    throw new DocumentError(name, "is a ZIP archive; unpack it first");
  }
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) throw new DocumentError(name, UNSUPPORTED.doc!);
  if (extension in UNSUPPORTED) throw new DocumentError(name, UNSUPPORTED[extension]!);
  if (NO_DOCUMENTS.has(extension))
    throw new DocumentError(name, `is a .${extension} file and no document; Zhitu reads ${READ}`);
  const binary = BINARY.find(([magic]) => head.startsWith(magic));
  if (binary !== undefined) throw new DocumentError(name, `is ${binary[1]}, which holds no text to read`);
  const format = EXTENSIONS[extension];
  if (format === "pdf" || format === "docx")
    throw new DocumentError(
      name,
      `is no ${extension.toUpperCase()} file: its first bytes say otherwise (truncated or misnamed)`,
    );
  return format ?? "text";
}

const BINARY: ReadonlyArray<readonly [string, string]> = [
  ["\u0089PNG", "an image"],
  ["\u00ff\u00d8\u00ff", "an image"],
  ["GIF8", "an image"],
  ["\u001f\u008b", "a gzip archive"],
  ["7z\u00bc\u00af", "a 7z archive"],
  ["Rar!", "a RAR archive"],
  ["\u007fELF", "a program"],
];
