import type { ExportGraph } from "./graph.js";

/** A file of an export: its name, and its text in pieces of any size. */
export interface ExportFile {
  name: string;
  text: () => AsyncIterable<string>;
}

/** How the graph is written down. */
export interface Format {
  /** As `--format` and `/export/<name>` take it. */
  name: string;
  /** For people, in one line. */
  description: string;
  /** What becomes of the evidence, in one line. */
  evidence: string;
  /** The extension of the one file; null for a format of several files, which go into a folder or a ZIP archive. */
  extension: string | null;
  /** The media type of the one file. */
  mediaType: string;
  /** The files in their order; one for a format with an extension. */
  files: (graph: ExportGraph) => Promise<ExportFile[]>;
}
