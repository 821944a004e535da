import { parse } from "yaml";
import { isoDate } from "./dates.js";

/** What a document says of itself before its text begins; every field where it is given. */
export interface FrontMatter {
  id?: string;
  title?: string;
  url?: string;
  date?: string;
  publisher?: string;
  place?: string;
  licence?: string;
}

const KEYS: ReadonlyArray<readonly [keyof FrontMatter, readonly string[]]> = [
  ["id", ["id"]],
  ["title", ["title", "标题"]],
  ["url", ["url", "link", "链接", "网址"]],
  ["date", ["date", "published", "publishedAt", "发布日期", "发布时间", "日期"]],
  ["publisher", ["publisher", "source", "来源", "发布机构"]],
  ["place", ["place", "region", "地点", "地区"]],
  ["licence", ["licence", "license", "许可"]],
];

/** Reads the known fields of a record, whatever else it holds. */
export function metadataOf(record: Record<string, unknown>): FrontMatter {
  const found: FrontMatter = {};
  for (const [field, names] of KEYS) {
    const value = names
      .map((name) => record[name])
      .find((v) => typeof v === "string" || typeof v === "number");
    if (value === undefined) continue;
    const text = String(value).trim();
    const kept = field === "date" ? isoDate(text) : text;
    if (kept) found[field] = kept;
  }
  return found;
}

/** UTF-16 units; what is longer is no front matter. */
const LONGEST = 100_000;

/**
 * Splits YAML front matter (`---` on the first line, `---` or `...` at its end) from a text. YAML's core schema alone:
 * no code, no dates made of strings, few aliases. What is not valid YAML stays part of the text, with a warning.
 */
export function splitFrontMatter(text: string): { meta: FrontMatter; body: string; warning?: string } {
  const open = /^\uFEFF?\s*---[ \t]*\r?\n/.exec(text);
  if (open === null) return { meta: {}, body: text };
  const close = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/g;
  close.lastIndex = open[0].length - 1;
  const end = close.exec(text);
  if (end === null || end.index > LONGEST) return { meta: {}, body: text };
  const yaml = text.slice(open[0].length, Math.max(open[0].length, end.index));
  const fields = plainFields(yaml);
  if (fields !== undefined) return { meta: metadataOf(fields), body: text.slice(close.lastIndex) };
  try {
    const value: unknown = parse(yaml, {
      schema: "core",
      maxAliasCount: 10,
      // Looking for keys that are given twice takes longer with each key.
      uniqueKeys: false,
      logLevel: "silent",
    });
    if (value === null || value === undefined) return { meta: {}, body: text.slice(close.lastIndex) };
    if (typeof value !== "object" || Array.isArray(value)) return { meta: {}, body: text };
    return { meta: metadataOf(value as Record<string, unknown>), body: text.slice(close.lastIndex) };
  } catch {
    return { meta: {}, body: text, warning: "the front matter is not valid YAML and was kept as text" };
  }
}

const FIELD = /^([A-Za-z\u4e00-\u9fff]{1,40}): ([A-Za-z\u4e00-\u9fff].{0,1000}|\d{4}-\d\d-\d\d)$/;
/** What YAML takes for more than plain text: comments, further fields, blanks at the end, true, false and null. */
const SPECIAL = /[\t\r]| #|:(?: |$)| $|^(?:true|false|null)$/i;

/**
 * The fields of front matter that is but lines of `key: plain text`, which YAML reads just so; undefined for any other.
 * A parser takes longer for them than the whole reading of a short document.
 */
function plainFields(yaml: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const line of yaml.split("\n")) {
    const field = FIELD.exec(line);
    if (field === null || SPECIAL.test(field[2]!)) return undefined;
    fields[field[1]!] = field[2]!;
  }
  return fields;
}
