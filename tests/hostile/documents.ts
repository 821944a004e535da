import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { ARTICLE, pageOf } from "../support/article.js";
import { docxOf, zipOf } from "../support/docx.js";

/** A file that somebody might hand in, and what is to become of it: read, or refused with a message. */
export interface HostileDocument {
  name: string;
  content: string | Buffer;
  expected: "read" | RegExp;
}

const TEXT = ARTICLE.join("\n");
const bytes = (text: string, encoding: string) => iconv.encode(text, encoding);

/** Bytes without a pattern, the same every time. */
function noise(length: number, seed: number): Buffer {
  const out = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out[i] = state >>> 16;
  }
  return out;
}

const encodings: HostileDocument[] = [
  { name: "empty.txt", content: "", expected: /is empty/ },
  { name: "blank.txt", content: " \n\t\n　\r\n", expected: /holds no text/ },
  { name: "mark-alone.txt", content: "\ufeff", expected: /holds no text/ },
  { name: "nul.txt", content: "甲\u0000乙", expected: /NUL bytes/ },
  { name: "nul-alone.txt", content: Buffer.alloc(1_000), expected: /NUL bytes/ },
  { name: "noise.txt", content: noise(50_000, 1), expected: /NUL bytes|neither UTF-8/ },
  {
    name: "noise-without-nul.md",
    content: Buffer.from(noise(50_000, 2).map((b) => b || 1)),
    expected: /neither UTF-8/,
  },
  {
    name: "image.txt",
    content: Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), noise(500, 3)]),
    expected: /is an image/,
  },
  {
    name: "program.md",
    content: Buffer.concat([Buffer.from("\u007fELF"), noise(500, 4)]),
    expected: /is a program/,
  },
  { name: "gzip.txt", content: gzipSync(TEXT), expected: /is a gzip archive/ },
  {
    name: "cut-short.md",
    content: Buffer.from(TEXT).subarray(0, Buffer.byteLength(TEXT) - 1),
    expected: "read",
  },
  {
    name: "broken-bytes.txt",
    content: Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from(TEXT)]),
    expected: "read",
  },
  { name: "gb18030.txt", content: bytes(TEXT, "gb18030"), expected: "read" },
  {
    name: "big5.txt",
    content: bytes("湖南省株洲市的企業，在品質管理方面有了很大的進步。這是我們的國家。".repeat(20), "big5"),
    expected: "read",
  },
  {
    name: "utf16le.txt",
    content: Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(TEXT, "utf-16le")]),
    expected: "read",
  },
  {
    name: "utf16be.txt",
    content: Buffer.concat([Buffer.from([0xfe, 0xff]), bytes(TEXT, "utf16-be")]),
    expected: "read",
  },
  { name: "utf16-unmarked.txt", content: bytes(TEXT, "utf-16le"), expected: "read" },
  {
    name: "utf16-odd.txt",
    content: Buffer.concat([bytes(TEXT, "utf-16le"), Buffer.from([0x41])]),
    expected: /NUL bytes|utf-16/,
  },
  {
    name: "two-encodings.txt",
    content: Buffer.concat([Buffer.from(TEXT), bytes(TEXT, "gb18030")]),
    expected: /neither UTF-8/,
  },
  {
    name: "surrogates.txt",
    content: Buffer.concat([Buffer.from(TEXT), Buffer.from([0xed, 0xa0, 0x80])]),
    expected: "read",
  },
  { name: "controls.txt", content: `${TEXT}\u0001\u0002\u001b[31m\u202e\u2028${TEXT}`, expected: "read" },
];

/** What each rule family looks for, again and again, in a line of its own. */
const FAMILIES: Record<string, string> = {
  award: "获得第一届中国质量奖提名奖",
  "award-years": "2015年、2016年、",
  honour: "荣获全国五一劳动奖状、",
  company: "株洲甲乙电气股份有限公司",
  alias: "（以下简称“甲”）",
  former: "（原甲厂，现乙公司）",
  zone: "国家级高新技术产业开发区",
  institution: "湖南省产品质量监督检验研究院",
  committee: "全国标准化技术委员会（SAC/TC1/SC1）",
  standard: "主导制定国家标准1项，",
  platform: "建有国家工程技术研究中心、",
  position: "党委书记、董事长、总经理张三",
  people: "（男族男族男族男",
  quantity: "1.5亿元，增长3%，",
  percent: "12.5%12.5%",
  located: "位于湖南省株洲市天元区",
  industry: "轨道交通装备制造产业、",
  initiative: "出台《关于加快质量强市的意见》",
  event: "举行启动仪式，",
  partner: "与甲公司签署战略合作协议，",
  target: "力争到2025年新增",
  region: "省市县区州",
  quotes: "“《（",
  brackets: "（（（（）",
  numerals: "一二三四五六七八九十百千万亿",
  digits: "1234567890",
  commas: "，、",
  latin: "ABC-123 ",
};

const lines: HostileDocument[] = [
  { name: "one-line.txt", content: "株洲某公司的某项工作有了进展，".repeat(70_000), expected: "read" },
  { name: "one-word.txt", content: "质".repeat(1_000_000), expected: "read" },
  { name: "many-lines.txt", content: "某市某事。\n".repeat(100_000), expected: "read" },
  { name: "blank-lines.txt", content: `甲${"\n".repeat(1_000_000)}乙`, expected: "read" },
  { name: "spaces.txt", content: `甲${" ".repeat(1_000_000)}乙`, expected: "read" },
  { name: "tabs.txt", content: `甲${"\t".repeat(300_000)}乙`, expected: "read" },
  { name: "cells.txt", content: `${"甲\t".repeat(100_000)}乙\n`.repeat(3), expected: "read" },
  { name: "headings.md", content: "# 标题\n".repeat(50_000), expected: "read" },
  { name: "hashes.md", content: `# ${"#".repeat(300_000)}甲`, expected: "read" },
  { name: "quotes.md", content: `${">".repeat(300_000)}甲`, expected: "read" },
  { name: "bars.md", content: `${"|甲".repeat(100_000)}|\n|${"---|".repeat(100_000)}\n`, expected: "read" },
  ...Object.entries(FAMILIES).map(
    ([family, text]): HostileDocument => ({
      name: `rule-${family}.txt`,
      content: text.repeat(Math.ceil(20_000 / text.length)),
      expected: "read",
    }),
  ),
];

const html = (body: string) =>
  `<!doctype html><html><head><title>页</title></head><body>${body}</body></html>`;
const SENTENCE = "<p>株洲某公司的某项工作有了进展，大家都很高兴，这是我们的成绩。</p>";
const pages: HostileDocument[] = [
  { name: "nested.html", content: html(`${"<div>".repeat(100_000)}甲`), expected: /nested too deeply/ },
  {
    name: "nested-tables.html",
    content: html(`${"<table><tr><td>".repeat(20_000)}甲`),
    expected: /nested too deeply/,
  },
  {
    name: "nested-lists.html",
    content: html(`${"<ul><li>".repeat(50_000)}甲`),
    expected: /nested too deeply/,
  },
  {
    name: "unclosed.html",
    content: html(`${SENTENCE}${"<b>".repeat(200)}${"<p>甲".repeat(20_000)}`),
    expected: "read",
  },
  {
    name: "attributes.html",
    content: html(`<p ${"a=b ".repeat(200_000)}>甲乙丙丁</p>${SENTENCE}`),
    expected: "read",
  },
  {
    name: "spans.html",
    content: html(
      `<table><tr><td colspan=1000000000 rowspan=1000000000>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>${SENTENCE}`,
    ),
    expected: "read",
  },
  {
    name: "cells.html",
    content: html(`<table>${`<tr>${"<td>甲</td>".repeat(1_000)}</tr>`.repeat(50)}</table>`),
    expected: "read",
  },
  {
    name: "entities.html",
    content: `<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">${"<!ENTITY b '&a;&a;&a;&a;'>".repeat(100)}]>${html(`${SENTENCE}${"&b;".repeat(10_000)}`)}`,
    expected: "read",
  },
  {
    name: "scripts.html",
    content: html(`<script>while(true){}</script><img src=x onerror="process.exit()">${SENTENCE}`),
    expected: "read",
  },
  { name: "commented-out.html", content: "<!doctype html><!-- <html> -->", expected: /holds no text/ },
  { name: "comment.html", content: html(`${SENTENCE}<!-- ${"甲".repeat(100_000)}`), expected: "read" },
  {
    name: "links.html",
    content: html(`<div>${'<a href="/">链接</a>'.repeat(10_000)}</div>${SENTENCE.repeat(5)}`),
    expected: "read",
  },
  { name: "charset.html", content: pageOf(ARTICLE, "no-such-charset"), expected: "read" },
];

const matter = (yaml: string) => `---\n${yaml}\n---\n${TEXT}\n`;
const bomb = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ...[..."bcdefghij"].map((c, i) => `${c}: &${c} [${`*${"abcdefghij"[i]}, `.repeat(9)}]`),
].join("\n");
const matters: HostileDocument[] = [
  { name: "alias-bomb.md", content: matter(bomb), expected: "read" },
  {
    name: "code.md",
    content: matter('title: !!js/function "function () { process.exit(9) }"'),
    expected: "read",
  },
  { name: "object.md", content: matter("title: !!python/object/apply:os.system [exit]"), expected: "read" },
  {
    name: "proto.md",
    content: matter(
      "__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\ntitle: 题",
    ),
    expected: "read",
  },
  { name: "deep.md", content: matter(`a: ${"[".repeat(20_000)}`), expected: "read" },
  {
    name: "keys.md",
    content: matter(Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join("\n")),
    expected: "read",
  },
  { name: "open.md", content: `---\ntitle: 题\n${TEXT}`, expected: "read" },
];

/** A ZIP whose one file is a gigabyte of zeros, as some programs would unpack it; `says` is the size it admits to. */
function zipBomb(file: string, size: number): Buffer {
  return zipOf({ [file]: " ".repeat(size), "[Content_Types].xml": "<Types/>" }, true);
}

const archives: HostileDocument[] = [
  {
    name: "bomb.docx",
    content: zipBomb("word/document.xml", 300 * 1024 * 1024),
    expected: /unpacks to far more/,
  },
  {
    name: "liar.docx",
    content: lying(zipBomb("word/document.xml", 100 * 1024 * 1024), 100 * 1024 * 1024),
    expected: /unpacks to far more|damaged/,
  },
  {
    name: "files.docx",
    content: zipOf(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`${i}.xml`, "a"]))),
    expected: /unpacks to far more/,
  },
  { name: "cut-short.docx", content: docxOf(ARTICLE).subarray(0, 900), expected: /damaged or truncated/ },
  {
    name: "no-text.docx",
    content: zipOf({ "[Content_Types].xml": "<Types/>" }),
    expected: /damaged or truncated/,
  },
  {
    name: "outside.docx",
    content: zipOf({ "../../../tmp/zhitu-outside.xml": "a" }),
    expected: /damaged or truncated/,
  },
  {
    name: "laughs.docx",
    content: zipOf({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<!DOCTYPE x [<!ENTITY a "ha">${[..."bcdefghij"].map((c, i) => `<!ENTITY ${c} "${`&${"abcdefghij"[i]};`.repeat(10)}">`).join("")}]><x>&j;</x>`,
    }),
    expected: /damaged or truncated|holds no text/,
  },
  { name: "archive.txt", content: zipOf({ "a.txt": TEXT }), expected: /is a ZIP archive/ },
  { name: "noise.docx", content: noise(5_000, 5), expected: /is no DOCX file/ },
  { name: "noise.pdf", content: noise(5_000, 6), expected: /is no PDF file/ },
  { name: "head-alone.pdf", content: "%PDF-1.7\n", expected: /PDF/ },
  {
    name: "garbage.pdf",
    content: Buffer.concat([Buffer.from("%PDF-1.7\n"), noise(20_000, 7), Buffer.from("\n%%EOF")]),
    expected: /PDF/,
  },
  {
    name: "old.doc",
    content: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), noise(500, 8)]),
    expected: /Word 97/,
  },
];

/** Makes an archive say of its first file that it unpacks to next to nothing. */
function lying(archive: Buffer, size: number): Buffer {
  const told = Buffer.alloc(4);
  told.writeUInt32LE(size);
  for (let at = archive.indexOf(told); at >= 0; at = archive.indexOf(told, at + 4))
    archive.writeUInt32LE(10, at);
  return archive;
}

const records: HostileDocument[] = [
  { name: "deep.jsonl", content: `{"text": ${"[".repeat(100_000)}\n`, expected: /is not valid JSON/ },
  { name: "lists.jsonl", content: "[1]\n", expected: /no JSON object/ },
  { name: "none.jsonl", content: '{"a": 1}\n', expected: /none of the fields/ },
  { name: "proto.jsonl", content: '{"__proto__": {"text": "甲"}}\n', expected: /none of the fields/ },
  { name: "types.jsonl", content: '{"text": 7, "title": {"a": 1}}\n', expected: /none of the fields/ },
];

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  ...encodings,
  ...lines,
  ...pages,
  ...matters,
  ...archives,
  ...records,
];
