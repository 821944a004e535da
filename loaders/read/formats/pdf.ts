import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DocumentError } from "../../../src/core/errors.js";
import type { FrontMatter } from "../front-matter.js";

/** The text layer of a PDF file, line by line. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; meta: FrontMatter; warnings: string[] }> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, "standard_fonts")}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const file = await task.promise;
    const lines: string[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent();
      let line = "";
      for (const item of items) {
        if (!("str" in item)) continue;
        line += item.str;
        if (item.hasEOL) {
          lines.push(line);
          line = "";
        }
      }
      lines.push(line);
    }
    return { text: lines.join("\n"), meta: {}, warnings: [] };
  } catch (cause) {
    throw new DocumentError(name, "is no PDF that can be read (damaged, truncated or locked)", cause);
  } finally {
    await task.destroy();
  }
}
