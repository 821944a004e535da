import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReadOptions, readDocument, readDocuments } from "../../../loaders/read/read.js";
import { DocumentError } from "../../../src/core/errors.js";
import { docxOf, zipOf } from "../../support/docx.js";
import { pagesOf, pdfOf } from "../../support/pdf.js";

let folder: string;
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
async function read(paths: string[], options?: ReadOptions): Promise<string[]> {
  const seen: string[] = [];
  for await (const document of readDocuments(paths, { root: folder, ...options }))
    seen.push(document instanceof DocumentError ? `! ${document.message}` : document.id);
  return seen;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhitu-read-"));
  mkdirSync(join(folder, "sub"));
  mkdirSync(join(folder, "bad"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("readDocuments", () => {
  it("reads files, folders and globs, each file once, in order of names, and only what it can read", async () => {
    put("b.txt", "乙。");
    put("a.md", "甲。");
    put("sub/c.html", "<p>丙。</p>");
    put("photo.jpg", "x");
    put(".hidden.txt", "x");
    expect(await read([folder, join(folder, "a.md")])).toEqual(["a.md", "b.txt", "sub/c.html"]);
    expect(await read([join(folder, "**/*.{txt,html}")])).toEqual(["b.txt", "sub/c.html"]);
  });

  it("reads standard input", async () => {
    async function* input(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("---\nid: 甲\n---\n正");
      yield Buffer.from("文。");
    }
    const document = await readDocument("-", { stdin: input() });
    expect(document).toMatchObject({ id: "甲", text: "正文。", encoding: "utf-8" });
  });

  it("names what does not exist and goes on", async () => {
    expect(await read([join(folder, "none.txt"), join(folder, "b.txt"), join(folder, "*.nothing")])).toEqual([
      `! ${join(folder, "none.txt")}: does not exist`,
      "b.txt",
      `! ${join(folder, "*.nothing")}: matches no file`,
    ]);
  });

  it("does not go round in circles of links", async () => {
    symlinkSync(join(folder, "sub"), join(folder, "sub", "again"));
    symlinkSync("loop.txt", join(folder, "bad", "loop.txt"));
    expect(await read([join(folder, "sub")])).toEqual(["sub/c.html"]);
    expect(await read([join(folder, "bad", "loop.txt")])).toEqual([
      `! ${join(folder, "bad/loop.txt")}: is a link that leads back to itself`,
    ]);
    rmSync(join(folder, "bad", "loop.txt"));
  });

  it("refuses large files", async () => {
    put("bad/large.txt", "长".repeat(1000));
    expect(await read([join(folder, "bad/large.txt")], { maxBytes: 2048 })).toEqual([
      expect.stringMatching(/^! bad\/large\.txt: is larger than .* MB; split it or raise --max-size$/),
    ]);
  });

  it.skipIf(process.getuid?.() === 0)(
    "names what it may not read (skipped for root, who may read all)",
    async () => {
      const path = put("bad/locked.txt", "甲。");
      chmodSync(path, 0);
      expect(await read([path])).toEqual(["! bad/locked.txt: may not be read; check its permissions"]);
    },
  );
});

describe("bad documents", () => {
  const whole = (): Buffer => docxOf(["# 题", "正文。"]);
  const CASES: [string, string, () => string | Uint8Array, RegExp][] = [
    ["an empty file", "empty.txt", () => "", /is empty/],
    ["a file of blanks", "blank.md", () => " \n\t\n　", /holds no text/],
    ["a binary file", "noise.txt", () => Buffer.from([1, 0, 2, 0, 0, 255, 3, 254, 0, 9]), /holds NUL bytes/],
    [
      "an image called .txt",
      "image.txt",
      () => Buffer.from("\u0089PNG\r\n\u001a\n....", "latin1"),
      /is an image/,
    ],
    [
      "a Word 97 document",
      "old.doc",
      () => Buffer.from("d0cf11e0a1b11ae1", "hex"),
      /Word 97 document; save it as \.docx/,
    ],
    ["a Word 97 document called .docx", "old.docx", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), /Word 97/],
    ["a WPS document", "a.wps", () => "x", /WPS document; save it as/],
    ["an OFD document", "a.ofd", () => zipOf({ "OFD.xml": "<x/>" }), /OFD document; convert it to \.pdf/],
    ["a spreadsheet", "a.xlsx", () => zipOf({ "xl/workbook.xml": "<x/>" }), /spreadsheet/],
    ["an archive", "a.txt", () => zipOf({ "a.txt": "甲" }), /ZIP archive; unpack it first/],
    [
      "a truncated Word document",
      "cut.docx",
      () => whole().subarray(0, 400),
      /no Word document that can be read|ZIP archive/,
    ],
    ["a text called .docx", "text.docx", () => "甲。", /is no DOCX file/],
    [
      "a truncated PDF",
      "cut.pdf",
      () => pdfOf(pagesOf(["正文。"])).subarray(0, 120),
      /no PDF that can be read/,
    ],
    ["a scan", "scan.pdf", () => pdfOf([[], []]), /needs OCR/],
    ["a .jsonl without documents", "none.jsonl", () => "\n\n", /holds no documents/],
  ];
  for (const [what, name, make, message] of CASES)
    it(`${what} is refused by name`, async () => {
      const path = put(join("bad", name), make());
      const [result, ...more] = await read([path]);
      expect(more).toEqual([]);
      expect(result).toMatch(message);
      expect(result?.startsWith(`! bad/${name}: `), result).toBe(true);
      rmSync(path);
    });

  it("bad lines of a .jsonl are named, the others are read", async () => {
    const path = put(
      "bad/some.jsonl",
      '{"id":"甲","text":"甲。"}\nnot json\n[1]\n{"id":"乙"}\n{"html":"<p>丁。</p>"}\n',
    );
    const seen = await read([path]);
    expect(seen).toEqual([
      "甲",
      expect.stringMatching(/^! bad\/some\.jsonl:2: is not valid JSON/),
      "! bad/some.jsonl:3: is no JSON object with text, markdown or html",
      "! bad/some.jsonl:4: has none of the fields text, markdown and html",
      "bad/some.jsonl:5",
    ]);
    rmSync(path);
  });

  it("a page without text among others is a warning", async () => {
    const path = put("bad/half.pdf", pdfOf([...pagesOf(["云帆泵业有限公司获得市长质量奖。"]), []]));
    const document = await readDocument(path);
    expect(document.text).toBe("云帆泵业有限公司获得市长质量奖。");
    expect(document.warnings).toEqual(["pages without text (scanned?), which need OCR: 2"]);
  });
});
