import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { extract } from "../../../loaders/extract/extract.js";
import { readBytes } from "../../../loaders/read/read-document.js";
import { segment } from "../../../loaders/segment/segment.js";
import type { SourceDocument } from "../../../loaders/types.js";
import { ARTICLE, columnOf, markdownOf, pageOf } from "../../support/article.js";
import { docxOf } from "../../support/docx.js";
import { pagesOf, pdfOf } from "../../support/pdf.js";

const CANONICAL = ARTICLE.join("\n");
const TRADITIONAL =
  "新竹縣市場監理局公布第三屆質量獎名單，雲帆泵業股份有限公司獲得金獎。該公司成立於一九九八年，承擔標準化工作，是地方的老牌企業。";

async function read(bytes: Uint8Array | string, name: string): Promise<SourceDocument> {
  const [document, ...more] = await readBytes(Buffer.from(bytes as string), name);
  expect(more).toEqual([]);
  if (document === undefined || document instanceof Error) throw document;
  return document;
}

/** The facts of a document, without what names the document. */
function factsOf(document: SourceDocument): string[] {
  return extract(segment(document)).map((claim) =>
    JSON.stringify({ ...claim, evidence: { ...claim.evidence, document: "" } }),
  );
}

const FORMS: [string, string, () => Uint8Array | string][] = [
  ["plain text", "a.txt", () => CANONICAL],
  [
    "plain text with Windows line ends and a byte order mark",
    "a.txt",
    () => `\ufeff${ARTICLE.join("\r\n\r\n")}`,
  ],
  ["text of a narrow column", "a.txt", () => columnOf(ARTICLE, 21)],
  ["Markdown", "a.md", () => markdownOf(ARTICLE)],
  ["Markdown with front matter", "a.md", () => `---\npublisher: 某报\n---\n\n${markdownOf(ARTICLE)}`],
  ["a web page", "a.html", () => pageOf(ARTICLE)],
  ["a web page in a file called .txt", "a.txt", () => pageOf(ARTICLE)],
  ["a Word document", "a.docx", () => docxOf(ARTICLE)],
  ["a PDF", "a.pdf", () => pdfOf(pagesOf(ARTICLE))],
  [
    "a PDF in GBK",
    "a.pdf",
    () => pdfOf(pagesOf(ARTICLE), { encoding: "GBK-EUC-H", bytes: (text) => iconv.encode(text, "gbk") }),
  ],
  ["a line of JSON", "a.jsonl", () => JSON.stringify({ title: "湘潭质量奖花落谁家", text: CANONICAL })],
  ["a line of JSON with HTML", "a.jsonl", () => JSON.stringify({ html: pageOf(ARTICLE) })],
  ["UTF-16 with a mark", "a.txt", () => iconv.encode(CANONICAL, "utf-16le", { addBOM: true })],
  [
    "UTF-16, big end first, with a mark",
    "a.txt",
    () => iconv.encode(CANONICAL, "utf-16be", { addBOM: true }),
  ],
  ["UTF-16 without a mark", "a.txt", () => iconv.encode(CANONICAL, "utf-16le", { addBOM: false })],
  ["GB18030", "a.txt", () => iconv.encode(CANONICAL, "gb18030")],
  ["a web page in GB2312", "a.html", () => iconv.encode(pageOf(ARTICLE, "gb2312"), "gbk")],
];

describe("one article in many forms", async () => {
  const reference = await read(CANONICAL, "a.txt");

  for (const [form, name, make] of FORMS)
    it(`${form} gives the same text and the same claims`, async () => {
      const document = await read(make(), name);
      expect(document.text).toBe(CANONICAL);
      expect(document.title).toBe("湘潭质量奖花落谁家");
      expect(factsOf(document)).toEqual(factsOf(reference));
    });

  it("Big5 gives the same text as UTF-8", async () => {
    const document = await read(iconv.encode(TRADITIONAL, "big5"), "a.txt");
    expect(document.encoding).toBe("big5");
    expect(document.text).toBe((await read(TRADITIONAL, "a.txt")).text);
  });

  it("says what it found the encoding to be", async () => {
    const encodings: string[] = [];
    for (const name of ["utf-8", "gb18030", "utf-16le", "utf-16be"])
      encodings.push((await read(iconv.encode(CANONICAL, name), "a.txt")).encoding);
    expect(encodings).toEqual(["utf-8", "gb18030", "utf-16le", "utf-16be"]);
  });

  it("reads its own text again as it is", async () => {
    for (const name of ["a.txt", "a.md"]) {
      const again = await read(reference.text, name);
      expect(again.text).toBe(reference.text);
    }
  });

  it("finds facts, so that the comparison says something", () => {
    expect(factsOf(reference).filter((fact) => fact.includes('"WON"')).length).toBeGreaterThanOrEqual(3);
  });
});
