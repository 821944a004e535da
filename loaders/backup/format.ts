import type { Claim } from "../../schema/index.js";
import type { SourceDocument } from "../types.js";

/** The version of the archive's form. */
export const FORMAT = 1;

/** The archive's files: what it is; a document with its claims a line; judgements as `zhitu judge` keeps them. */
export const FILES = {
  manifest: "manifest.json",
  documents: "documents.jsonl",
  judgements: "judgements.tsv",
} as const;

/** What an archive is, and how much is in it. */
export interface Manifest {
  kind: "zhitu-backup";
  format: number;
  /** The layout of the database that it was made of. */
  layout: number;
  zhitu: string;
  created: string;
  documents: number;
  claims: number;
  judgements: number;
}

/** A line of `documents.jsonl`. */
export interface ArchivedDocument {
  document: SourceDocument;
  /** Stands for the document and the rules by which it was read. */
  version: string;
  /** In their order, each with its number in the document, which its id ends in. */
  claims: { number: number; claim: Claim }[];
}
