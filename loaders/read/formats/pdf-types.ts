/** A piece of text on a page; lengths in points, y upwards. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** What a page holds; left and right are its edges. */
export interface PdfPage {
  items: PdfItem[];
  left: number;
  right: number;
  tables: PdfTable[];
}

/** A table between drawn lines, and the pieces of text within it. */
export interface PdfTable {
  rows: string[];
  items: Set<PdfItem>;
}
