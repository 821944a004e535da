import type { SegmentedDocument, SourceDocument } from "../types.js";
import { blocksOf } from "./blocks.js";
import { sentencesOf } from "./sentences.js";

/** Cuts a document's text into blocks with their function and into sentences; one pass, linear in the text's length. */
export function segment(document: SourceDocument): SegmentedDocument {
  const blocks = blocksOf(document.text);
  return { document, blocks, sentences: sentencesOf(document.text, blocks) };
}
