import { type Issue, validateClaims } from "../schema/derive/validate.js";
import { DocumentError } from "../src/core/errors.js";
import { type Extracted, extractEach, extractionFailed } from "./extract-each.js";
import { designateDocument } from "./resolve/designate-document.js";
import { Gazetteer } from "./resolve/gazetteer.js";
import type { DesignatedDocument } from "./resolve/types.js";
import type { SourceDocument } from "./types.js";

/** A document ready to be written, and what is wrong with claims that were left out. */
export interface PreparedDocument {
  document: DesignatedDocument;
  issues: Issue[];
}

let gazetteer: Gazetteer | undefined;

/**
 * Segments, extracts, validates and designates documents: all that can be done with each without the others. Results in
 * order; a document on which it fails gives a DocumentError in its place.
 */
export async function prepareDocuments(
  sources: readonly SourceDocument[],
): Promise<(PreparedDocument | DocumentError)[]> {
  const prepared: (PreparedDocument | DocumentError)[] = [];
  for await (const one of extractEach(sources))
    prepared.push(one instanceof DocumentError ? one : prepare(one));
  return prepared;
}

function prepare({ document: source, claims }: Extracted): PreparedDocument | DocumentError {
  gazetteer ??= new Gazetteer();
  try {
    const issues = validateClaims(claims, source.text);
    const bad = new Set(issues.map((issue) => issue.claim));
    const kept = claims.filter((_, index) => !bad.has(index));
    return { document: designateDocument(gazetteer, source, kept), issues };
  } catch (error) {
    return extractionFailed(source, error);
  }
}
