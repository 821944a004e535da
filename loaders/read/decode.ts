import { isUtf8, transcode } from "node:buffer";
import jschardet from "jschardet";
import { DocumentError } from "../../src/core/errors.js";

/** How many bytes the guess between GB18030 and Big5 looks at. */
const SAMPLE = 64 * 1024;

/** The WHATWG label of an encoding by any of its names (gbk → gb18030); throws a DocumentError for an unknown one. */
export function encodingLabel(name: string, document: string): string {
  try {
    const label = new TextDecoder(name.trim()).encoding;
    return label === "gbk" ? "gb18030" : label;
  } catch (cause) {
    throw new DocumentError(
      document,
      `unknown encoding ${JSON.stringify(name)}; use utf-8, utf-16le, utf-16be, gb18030 or big5`,
      cause,
    );
  }
}

/** Text and encoding of a file's bytes; the encoding is detected unless given. */
export function decode(
  bytes: Uint8Array,
  document: string,
  given?: string,
): { text: string; encoding: string; warnings: string[] } {
  const marked = byteOrderMark(bytes);
  const declared = given ?? marked ?? undefined;
  if (declared !== undefined) {
    const encoding = encodingLabel(declared, document);
    const strict = attempt(bytes, encoding);
    if (strict !== null) return { text: strict, encoding, warnings: [] };
    if (given === undefined || encoding !== "utf-8") {
      const text = new TextDecoder(encoding).decode(bytes);
      const bad = count(text, "\ufffd");
      if (bad <= 10 || bad < text.length / 1000)
        return { text, encoding, warnings: [`${bad} bytes are not valid ${encoding} and were replaced`] };
    }
    throw new DocumentError(document, `is not valid ${encoding}; leave out --encoding to have it detected`);
  }
  if (bytes.includes(0)) {
    const wide = wideEncoding(bytes);
    if (wide === null)
      throw new DocumentError(
        document,
        "holds NUL bytes and is not a text; give a text, Markdown, HTML, Word or PDF file",
      );
    const text = attempt(bytes, wide);
    if (text === null)
      throw new DocumentError(document, `looks like ${wide} but is not valid; give --encoding`);
    return { text, encoding: wide, warnings: [] };
  }
  const utf8 = isUtf8(bytes) ? fromUtf8(bytes) : null;
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", warnings: [] };
  return legacy(bytes, document);
}

/** GB18030 or Big5, or UTF-8 with a few broken bytes. */
function legacy(bytes: Uint8Array, document: string): { text: string; encoding: string; warnings: string[] } {
  const meta = declaredInMarkup(bytes);
  const guess = meta ?? guessLegacy(bytes);
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const bad = count(lenient, "\ufffd");
  if (bad > 0 && bad <= Math.max(3, lenient.length / 500) && hanShare(lenient) > 0.2)
    return {
      text: lenient,
      encoding: "utf-8",
      warnings: [`${bad} bytes are not valid utf-8 and were replaced`],
    };
  for (const encoding of guess === "big5" ? ["big5", "gb18030"] : ["gb18030", "big5"]) {
    const text = attempt(bytes, encoding);
    if (text !== null && plausible(text)) return { text, encoding, warnings: [] };
  }
  const text = new TextDecoder(guess).decode(bytes);
  const broken = count(text, "\ufffd");
  if (broken <= Math.max(3, text.length / 500) && plausible(text))
    return { text, encoding: guess, warnings: [`${broken} bytes are not valid ${guess} and were replaced`] };
  throw new DocumentError(
    document,
    "is neither UTF-8, UTF-16, GB18030 nor Big5 text; give --encoding, or a file that is a text",
  );
}

/** Valid UTF-8 as text. By way of UTF-16, since that takes an eighth of the time of a TextDecoder. */
const fromUtf8 = (bytes: Uint8Array): string => transcode(bytes, "utf8", "utf16le").toString("utf16le");

function attempt(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return "gb18030";
  return null;
}

/** UTF-16 without a mark: its line breaks, digits and full stops betray the order of bytes. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length % 2 !== 0) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < Math.min(bytes.length, SAMPLE); i += 2) {
    const a = bytes[i]!;
    const b = bytes[i + 1]!;
    if (b === 0 && (a === 0x0a || (a >= 0x20 && a < 0x7f))) little++;
    if (a === 0 && (b === 0x0a || (b >= 0x20 && b < 0x7f))) big++;
    if ((b === 0x30 || b === 0xff) && (a === 0x02 || a === 0x0c)) little++;
    if ((a === 0x30 || a === 0xff) && (b === 0x02 || b === 0x0c)) big++;
  }
  const encoding = little > big ? "utf-16le" : "utf-16be";
  const text = attempt(bytes.subarray(0, SAMPLE), encoding);
  if (text === null || text.includes("\0") || hanShare(text) + asciiShare(text) < 0.5) return null;
  return encoding;
}

/** `<meta charset=gb2312>` or `<?xml encoding=…?>` among the first bytes. */
function declaredInMarkup(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label =
    /<(?:meta|\?xml)[^<>]{0,300}(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(
      head,
    )?.[1];
  if (label === undefined) return null;
  try {
    const encoding = new TextDecoder(label).encoding;
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch {
    return null;
  }
}

function guessLegacy(bytes: Uint8Array): "gb18030" | "big5" {
  const sample = bytes.subarray(0, SAMPLE);
  const named = jschardet.detect(Buffer.from(sample)).encoding?.toLowerCase() ?? "";
  if (named === "big5") return "big5";
  if (/^gb/.test(named)) return "gb18030";
  const [gb, big] = [attempt(sample, "gb18030"), attempt(sample, "big5")];
  if (gb === null || big === null) return gb === null && big !== null ? "big5" : "gb18030";
  return common(big) > common(gb) ? "big5" : "gb18030";
}

/** Characters that stand in every Chinese text, in simplified and traditional form. */
const COMMON = new Set("的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們到年，。、");
const common = (text: string): number => {
  let n = 0;
  for (const ch of text) if (COMMON.has(ch)) n++;
  return n;
};

/** Less than this share of them no text of some length has. */
const LEAST_COMMON = 0.02;

/** Whether decoding gave a text and no noise: Han characters or Latin letters, hardly anything private or rare. */
function plausible(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (hanShare(sample) + asciiShare(sample) < 0.5 || /[\ue000-\uf8ff]{3}/.test(sample)) return false;
  return sample.length < 200 || common(sample) > sample.length * LEAST_COMMON || asciiShare(sample) > 0.5;
}

function share(text: string, pattern: RegExp): number {
  return text.length === 0 ? 0 : (text.match(pattern)?.length ?? 0) / text.length;
}
const hanShare = (text: string): number => share(text, /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g);
const asciiShare = (text: string): number => share(text, /[\t\n\r\x20-\x7e]/g);

function count(text: string, ch: string): number {
  let n = 0;
  for (let at = text.indexOf(ch); at >= 0; at = text.indexOf(ch, at + 1)) n++;
  return n;
}
