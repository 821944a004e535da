/** A piece of text on a page, in points from the lower left corner. */
export interface PdfText {
  x: number;
  y: number;
  size: number;
  text: string;
}

/**
 * A PDF file with a Chinese font that is not embedded and has no table of Unicode values: readers need the CMap of its
 * encoding. UniGB-UCS2-H by default; GBK-EUC-H takes the text's bytes in GBK.
 */
export function pdfOf(
  pages: readonly (readonly PdfText[])[],
  options: { encoding?: "UniGB-UCS2-H" | "GBK-EUC-H"; bytes?: (text: string) => Buffer } = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const bytes = options.bytes ?? ((text: string) => Buffer.from(text, "utf16le").swap16());
  add("<</Type/Catalog/Pages 2 0 R>>");
  add("");
  add(
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${options.encoding ?? "UniGB-UCS2-H"}/DescendantFonts[4 0 R]>>`,
  );
  add(
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[" +
      `${"500 ".repeat(95)}] 814[${"500 ".repeat(95)}]]` +
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
  );
  add(
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880" +
      "/Descent -120/CapHeight 880/StemV 93>>",
  );
  const kids = pages.map((page) => {
    const content = page
      .map(
        ({ x, y, size, text }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${bytes(text).toString("hex")}> Tj ET`,
      )
      .join("\n");
    const stream = add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${stream} 0 R>>`,
    );
  });
  objects[1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${kids.length}>>`;
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, "latin1");
}

const LEFT = 72;
const TOP = 780;
const BOTTOM = 60;
const SIZE = 12;
const PER_LINE = 37;

/** Sets paragraphs (`# ` before a title) on pages: 37 characters a line, first lines indented by two, page numbers below. */
export function pagesOf(paragraphs: readonly string[]): PdfText[][] {
  const pages: PdfText[][] = [[]];
  let y = TOP;
  const put = (text: string, x: number, size: number): void => {
    if (y < BOTTOM + 20) {
      pages.push([]);
      y = TOP;
    }
    pages.at(-1)!.push({ x, y, size, text });
    y -= size * 1.6;
  };
  for (const paragraph of paragraphs) {
    if (paragraph.startsWith("# ")) {
      put(paragraph.slice(2), 150, 20);
      continue;
    }
    if (paragraph.includes("\t")) {
      const cells = paragraph.split("\t");
      for (const [i, cell] of cells.entries())
        pages.at(-1)!.push({ x: LEFT + i * 150, y, size: SIZE, text: cell });
      y -= SIZE * 1.6;
      continue;
    }
    let line = "";
    let width = 2;
    let x = LEFT + 2 * SIZE;
    for (const ch of paragraph) {
      const w = ch.charCodeAt(0) < 0x80 ? 0.5 : 1;
      // No line begins with a closing mark.
      if (width + w > PER_LINE && !/[，。；：、！？）”》%]/.test(ch)) {
        put(line, x, SIZE);
        [line, width, x] = ["", 0, LEFT];
      }
      line += ch;
      width += w;
    }
    put(line, x, SIZE);
  }
  for (const [i, page] of pages.entries()) page.push({ x: 295, y: 30, size: 9, text: `- ${i + 1} -` });
  return pages;
}
