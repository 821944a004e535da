import { CharacterSet } from "../patterns/character-set.js";

/** One line of a text with its markup read: what it is and what it says. */
export interface Line {
  kind: "blank" | "text" | "heading" | "item" | "row";
  /** With the canonical marks: `# `, `- `, tabs between cells. */
  text: string;
  /** Blanks before the first character, in full-width characters. */
  indent: number;
}

/** What lines with marks of their own begin with: none of these begins most lines. */
const BULLETS = new CharacterSet("-*+•●▪‣·∙");
const ARROWS = new CharacterSet("▶►➢➤");
const MARKS = new CharacterSet("#- ");
const RULES = new CharacterSet("-=_*~—─━＝·.");

const BULLET = /^[-*+•●▪‣·∙]\s{1,20}(?=\S)|^[•●▪‣](?=\S)/;
/** Arrows before what is a sentence; before a few words they mark a heading. */
const ARROW = /^[▶►➢➤] {0,20}(?=[^。；，：:]{1,200}[。；，：:].)/;
const RULE = /^(?:[-=_*~—─━＝·.]\s*){3,}$/;
const TABLE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;

/** Reads the Markdown and plain-text markup of the lines of a text; what is decoration only is dropped. */
export function readMarkup(lines: readonly string[]): Line[] {
  const read: Line[] = [];
  let fenced = false;
  for (let i = 0; i < lines.length; i++) {
    const raw = lines[i]!;
    const trimmed = withoutBlanks(raw);
    if (trimmed.startsWith("```") || trimmed.startsWith("~~~")) {
      fenced = !fenced;
      continue;
    }
    if (trimmed === "" || (RULES.begins(trimmed) && !trimmed.includes("\t") && RULE.test(trimmed))) {
      // A line under a line of text is Markdown's other way to write a heading.
      const last = read.at(-1);
      if (
        trimmed !== "" &&
        !fenced &&
        last?.kind === "text" &&
        /^(?:={3,}|-{3,})$/.test(trimmed) &&
        last.text.length <= 40
      ) {
        last.kind = "heading";
        last.text = `${trimmed.startsWith("=") ? "#" : "##"} ${last.text}`;
      } else read.push({ kind: "blank", text: "", indent: 0 });
      continue;
    }
    if (trimmed.includes("|") && isTableLine(lines, i)) {
      if (!TABLE_RULE.test(trimmed))
        read.push({ kind: "row", text: pipeCells(trimmed).join("\t"), indent: 0 });
      continue;
    }
    const line = readLine(raw, trimmed);
    // A picture or a link without words leaves nothing.
    read.push(isWorded(line.text) ? line : { kind: "blank", text: "", indent: 0 });
  }
  return read;
}

/** Whether a line holds more than marks and blanks; one that begins with a Han character does. */
function isWorded(text: string): boolean {
  let i = 0;
  while (MARKS.has(text.charCodeAt(i))) i++;
  return text.charCodeAt(i) > 0x3000 || /[^\s#-]/.test(text);
}

function readLine(raw: string, trimmed: string): Line {
  const tabbed = trimmed.includes("\t");
  // A tab that only indents or trails parts no cells; several at the end are empty cells.
  if (tabbed && /[^\t]\t+[^\t]|[^\t]\t{2,}$/.test(trimmed))
    return { kind: "row", text: cells(trimmed).join("\t"), indent: 0 };
  const flat = (tabbed ? trimmed.replace(/\t/g, " ") : trimmed).trim();
  const quoted = flat.startsWith(">") ? flat.replace(/^(?:>\s{0,20}){1,12}(?=\S)/, "") : flat;
  const heading = quoted.startsWith("#") ? /^(#{1,6})\s{1,20}(?=\S)/.exec(quoted) : null;
  const title = heading === null ? "" : withoutHashes(quoted.slice(heading[0].length));
  if (title !== "") return { kind: "heading", text: `${heading![1]} ${inline(title)}`, indent: 0 };
  const bullet = BULLETS.begins(quoted) ? BULLET.exec(quoted) : null;
  if (bullet !== null && !/^·[^·]+·$/.test(quoted))
    return { kind: "item", text: `- ${inline(quoted.slice(bullet[0].length))}`, indent: 0 };
  const arrow = ARROWS.begins(quoted) ? ARROW.exec(quoted) : null;
  if (arrow !== null) return { kind: "item", text: `- ${inline(quoted.slice(arrow[0].length))}`, indent: 0 };
  let indent = 0;
  while (isBlank(raw.charCodeAt(indent))) indent++;
  return { kind: "text", text: inline(quoted), indent };
}

const SPACE = 0x20;
const isBlank = (unit: number): boolean => unit === SPACE || unit === 0x09;

/** A line without blanks around it; tabs stay. */
function withoutBlanks(line: string): string {
  let start = 0;
  let end = line.length;
  while (line.charCodeAt(start) === SPACE) start++;
  while (end > start && line.charCodeAt(end - 1) === SPACE) end--;
  return line.slice(start, end);
}

/** A heading without the marks that may close it. */
function withoutHashes(title: string): string {
  let end = title.length;
  while (title[end - 1] === "#") end--;
  return title.slice(0, end).trimEnd();
}

/** A line of a Markdown table: between bars, or next to the rule under its header. */
function isTableLine(lines: readonly string[], i: number): boolean {
  const line = lines[i]!.trim();
  if (line.startsWith("|") && line.lastIndexOf("|") > 0) return true;
  for (let k = i; k >= 0 && k > i - 500; k--) {
    const above = lines[k]!.trim();
    if (!above.includes("|")) break;
    if (TABLE_RULE.test(above)) return true;
  }
  const next = lines[i + 1]?.trim() ?? "";
  return next.includes("|") && TABLE_RULE.test(next);
}

function pipeCells(line: string): string[] {
  const inner = line.replace(/^\|/, "").replace(/\|\s*$/, "");
  if (!INLINE.test(inner)) return inner.split("|").map((cell) => cell.trim());
  return inner.split(/(?<!\\)\|/).map((cell) => inline(cell.replace(/\\\|/g, "|").trim()));
}

function cells(line: string): string[] {
  const parts = line.split("\t");
  return INLINE.test(line) ? parts.map((cell) => inline(cell.trim())) : parts.map((cell) => cell.trim());
}

const EMPHASES = [
  ["***", /\*{3}(?=[^\s*])([^*]{0,300}[^*\s])\*{3}/g],
  ["**", /\*{2}(?=[^\s*])([^*]{0,300}[^*\s])\*{2}/g],
  ["*", /\*(?=[^\s*])([^*]{0,300}[^*\s])\*/g],
] as const;
/** What any of the marks that are dropped holds: a line without one is as it should be. */
const INLINE = /[*_`<&\\]|\]\(| {2}/;
/** Emphasis within emphasis; nobody goes deeper. */
const DEEPEST_EMPHASIS = 4;

/** A line without emphasis, links, images, code marks and single HTML tags; runs of spaces as one. */
export function inline(text: string): string {
  if (!INLINE.test(text)) return text.trim();
  let flat = text;
  if (flat.includes("](")) {
    flat = flat.replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, "");
    flat = flat.replace(/\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, "$1");
  }
  for (let before = "", depth = 0; before !== flat && depth < DEEPEST_EMPHASIS; depth++) {
    before = flat;
    for (const [mark, emphasis] of EMPHASES) if (flat.includes(mark)) flat = flat.replace(emphasis, "$1");
  }
  if (flat.includes("__")) flat = flat.replace(/(?<!\w)__(?=\S)([^_]{1,300})__(?!\w)/g, "$1");
  if (flat.includes("`")) flat = flat.replace(/`([^`]*)`/g, "$1");
  if (flat.includes("<")) {
    flat = flat.replace(/<br\s*\/?>/gi, " ");
    flat = flat.replace(/<https?:\/\/[^>]{0,2000}>/g, "");
    flat = flat.replace(
      /<\/?(?:b|i|u|em|strong|span|font|sup|sub|a|small|mark|center)(?:\s[^>]{0,500})?>/gi,
      "",
    );
  }
  if (flat.includes("&"))
    flat = flat
      .replace(/&(?:nbsp|emsp|ensp);/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"');
  if (flat.includes("\\")) flat = flat.replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, "$1");
  return (flat.includes("  ") ? flat.replace(/ {2,}/g, " ") : flat).trim();
}
