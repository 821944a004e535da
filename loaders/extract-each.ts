import type { Claim } from "../schema/index.js";
import { DocumentError, messageOf } from "../src/core/errors.js";
import { extractAll } from "./extract/extract.js";
import { segment } from "./segment/segment.js";
import type { SegmentedDocument, SourceDocument } from "./types.js";

/** UTF-16 units of text that are extracted side by side: enough to be fast, few enough for memory. */
const TEXT_AT_ONCE = 250_000;

export interface Extracted {
  document: SourceDocument;
  claims: Claim[];
}

/**
 * Segments and extracts documents as they come, and gives each with its facts, in order. What could not be read passes
 * through; a document on which extraction fails gives a DocumentError in its place.
 */
export async function* extractEach(
  documents: Iterable<SourceDocument | DocumentError> | AsyncIterable<SourceDocument | DocumentError>,
): AsyncGenerator<Extracted | DocumentError> {
  let group: (SourceDocument | DocumentError)[] = [];
  let text = 0;
  for await (const document of documents) {
    group.push(document);
    if (document instanceof DocumentError) continue;
    text += document.text.length;
    if (text < TEXT_AT_ONCE) continue;
    // One by one: `yield*` would wait several times for each.
    for (const one of extractGroup(group)) yield one;
    group = [];
    text = 0;
  }
  for (const one of extractGroup(group)) yield one;
}

function* extractGroup(
  group: readonly (SourceDocument | DocumentError)[],
): Generator<Extracted | DocumentError> {
  const segmented = group.map(segmentOf);
  const results = extractAll(segmented.filter(isSegmented));
  for (const one of segmented)
    if (one instanceof DocumentError) yield one;
    else {
      const { document } = one;
      const claims = results.next().value as Claim[] | Error;
      yield claims instanceof Error ? extractionFailed(document, claims) : { document, claims };
    }
}

const isSegmented = (one: SegmentedDocument | DocumentError): one is SegmentedDocument =>
  !(one instanceof DocumentError);

function segmentOf(document: SourceDocument | DocumentError): SegmentedDocument | DocumentError {
  if (document instanceof DocumentError) return document;
  try {
    return segment(document);
  } catch (error) {
    return extractionFailed(document, error);
  }
}

export function extractionFailed(document: SourceDocument, error: unknown): DocumentError {
  return new DocumentError(document.id, `extraction failed: ${messageOf(error)}`, error);
}
