import { type Issue, validateClaims } from "../schema/derive/validate.js";
import type { Claim } from "../schema/index.js";
import { extract } from "./extract/extract.js";
import { designateDocument } from "./resolve/designate-document.js";
import { Gazetteer } from "./resolve/gazetteer.js";
import type { DesignatedDocument } from "./resolve/types.js";
import { segment } from "./segment/segment.js";
import type { SegmentedDocument, SourceDocument } from "./types.js";

/** A document ready to be written, and what is wrong with claims that were left out. */
export interface PreparedDocument {
  document: DesignatedDocument;
  issues: Issue[];
}

export type Extractor = (document: SegmentedDocument) => Claim[];

let gazetteer: Gazetteer | undefined;

/** Segments, extracts, validates and designates one document: all that can be done without any other. Pure. */
export function prepareDocument(source: SourceDocument, extractor: Extractor = extract): PreparedDocument {
  gazetteer ??= new Gazetteer();
  let claims = extractor(segment(source));
  const issues = validateClaims(claims, source.text);
  if (issues.length > 0) {
    const bad = new Set(issues.map((issue) => issue.claim));
    claims = claims.filter((_, index) => !bad.has(index));
  }
  return { document: designateDocument(gazetteer, source, claims), issues };
}
