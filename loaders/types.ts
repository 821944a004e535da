/** What a reader found a document to be. */
export type DocumentFormat = "text" | "markdown" | "html" | "docx" | "pdf";

/**
 * A document as it is kept: `text` is the normalized text to which every offset of evidence refers
 * (UTF-16 units). Lines broken in mid-sentence are joined, headings are lines that begin with one to six `#` and a
 * space, list items begin with `- `, table rows are lines of cells between tabs, paragraphs stand between line breaks.
 */
export interface SourceDocument {
  /** `id:` of the front matter, else the path as given with `/`. */
  id: string;
  /** The file it was read from, as the path was given; absent for a text that comes from elsewhere. */
  path?: string;
  title: string | null;
  url: string | null;
  /** ISO date of publication (2020-06-05, 2020-06 or 2020), where the document gives it. */
  date: string | null;
  publisher: string | null;
  /** Where it was published or what it is about, for example 湖南省株洲市; from the front matter. */
  place: string | null;
  licence: string | null;
  format: DocumentFormat;
  /** The encoding that was detected or given, as a WHATWG label: utf-8, gb18030, big5, utf-16le. */
  encoding: string;
  text: string;
  /** What a reader had to leave out or guess, for people. */
  warnings: string[];
}

export type BlockKind =
  | "title"
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-row"
  /** A short line of a list of honours: a name, perhaps with years in brackets. */
  | "roll-line"
  | "caption"
  /** By whom, from where, when: gives no facts. */
  | "byline"
  /** Page headers and footers, navigation, editors' credits: gives no facts. */
  | "boilerplate";

/** A stretch of the text with one function. Blocks do not overlap and are in order of the text. */
export interface Block {
  kind: BlockKind;
  /** Half-open offsets into `text`, without markup (`# `, `- `, numbering is kept) and line break. */
  start: number;
  end: number;
  /** 1 is the highest heading; 0 for what is no heading. */
  level: number;
  /** The heading it stands under, whose own parent is the next higher one. */
  parent: Block | null;
  /** Cells of a table row, header row included. */
  cells?: Cell[];
  /** A table's header row. */
  isHeader?: boolean;
  /** The same object for all rows of one table. */
  table?: { start: number; end: number };
}

export interface Cell {
  start: number;
  end: number;
  /** The column from 0. */
  column: number;
  /** The text of the column's header cell, where the table has one. */
  header: string | null;
  /** The cell's text, or, where it is empty because a row span covers it, that of the cell above. */
  text: string;
  /** True where `text` stands further up; start and end then point there. */
  inherited: boolean;
}

/** A sentence within a block: up to 。！？；… with closing quotes and brackets, or the block's end. */
export interface Sentence {
  start: number;
  end: number;
  block: Block;
  /** Position in the document's list of sentences. */
  index: number;
}

/** A document in blocks and sentences. */
export interface SegmentedDocument {
  document: SourceDocument;
  blocks: Block[];
  sentences: Sentence[];
}
