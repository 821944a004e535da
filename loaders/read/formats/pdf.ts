import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DocumentError } from "../../../src/core/errors.js";
import { dateOfText } from "../dates.js";
import type { FrontMatter } from "../front-matter.js";
import { linesOf, withoutRunningLines } from "./pdf-lines.js";
import { paragraphsOf } from "./pdf-paragraphs.js";
import { rulesOf, tablesOf } from "./pdf-tables.js";
import type { PdfItem, PdfPage } from "./pdf-types.js";

/** Fewer characters than this on a page are no text layer: a stamp or a page number over a scan. */
const LEAST_TEXT = 8;

/** The text layer of a PDF file as paragraphs, headings (by size) and table rows (by position). */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; meta: FrontMatter; warnings: string[] }> {
  const pages = await pagesOf(bytes, name);
  const bare = pages.flatMap(({ items }, i) => (lengthOf(items) < LEAST_TEXT ? [i + 1] : []));
  if (bare.length === pages.length)
    throw new DocumentError(name, "holds no text (a scan?) and needs OCR before it can be read");
  const warnings =
    bare.length === 0
      ? []
      : [`pages without text (scanned?), which need OCR: ${bare.slice(0, 20).join(", ")}`];
  const { lines, running } = withoutRunningLines(pages.map(linesOf));
  return {
    text: paragraphsOf(lines).join("\n\n"),
    meta: { date: dateOfText(running.join("\n")) ?? undefined },
    warnings,
  };
}

const lengthOf = (items: readonly PdfItem[]): number =>
  items.reduce((n, item) => n + item.text.trim().length, 0);

async function pagesOf(bytes: Uint8Array, name: string): Promise<PdfPage[]> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    // Without the maps of characters a font in a Chinese encoding gives no text at all.
    cMapUrl: `${join(home, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, "standard_fonts")}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const file = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const content = await page.getTextContent();
      const items = content.items.flatMap((item): PdfItem[] => {
        if (!("str" in item) || item.str === "") return [];
        const [a, b, , d, x, y] = item.transform as number[];
        // Text that stands upright is a margin's or a stamp's.
        if (Math.abs(b!) > Math.abs(a!)) return [];
        return [{ text: item.str, x: x!, y: y!, width: item.width, size: Math.abs(d!) || item.height }];
      });
      const [left = 0, , right = 595] = page.view;
      const rules =
        lengthOf(items) < LEAST_TEXT
          ? { horizontal: [], vertical: [] }
          : rulesOf(await page.getOperatorList(), pdfjs.OPS);
      pages.push({ items, left, right, tables: tablesOf(items, rules) });
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    const locked = (cause as Error).name === "PasswordException";
    throw new DocumentError(
      name,
      locked
        ? "is locked by a password; save a copy without one"
        : "is no PDF that can be read (damaged or truncated)",
      cause,
    );
  } finally {
    await task.destroy();
  }
}
