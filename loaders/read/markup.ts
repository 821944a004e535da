import { lookOf } from "../lines/looks.js";
import { CharacterSet } from "../patterns/character-set.js";
import { gated } from "../patterns/gated.js";
import { gatedAll } from "../patterns/gated-all.js";
import {
  BAR,
  BOXED,
  FENCE,
  isDropped,
  LINK,
  type MarkedLines,
  marksIn,
  SPACES,
  STAR,
  TAB,
} from "./line-marks.js";

/** One line of a text with its markup read: what it is and what it says. */
export interface Line {
  kind: "blank" | "text" | "heading" | "item" | "row";
  /** With the canonical marks: `# `, `- `, tabs between cells. */
  text: string;
  /** Blanks before the first character, in full-width characters. */
  indent: number;
  /** Whether it stood in a drawn box. */
  boxed?: true;
}

/** What lines with marks of their own begin with: none of these begins most lines. */
const BULLETS = new CharacterSet("-*+•●▪‣·∙・");
const ARROWS = new CharacterSet("▶►➢➤");
const MARKS = new CharacterSet("#- ");
const RULES = new CharacterSet("-=_*~—─━＝·.");

const BULLET = /^[-*+•●▪‣·∙・]\s{1,20}(?=\S)|^[•●▪‣・](?=\S)/;
/** ·会客厅·: a column's name. */
const DOTTED = gated(/^·[^·]+·$/);
/** Arrows before what is a sentence; before a few words they mark a heading. */
const ARROW = /^[▶►➢➤] {0,20}(?=[^。；，：:]{1,200}[。；，：:].)/;
const RULE = gated(/^(?:[-=_*~—─━＝·.]\s*){3,}$/);
/** Rules and signs with which plain texts frame a heading, but for stars and dots alone, which are mark-up. */
const RULING = "─━═＝=~～—–－-<>＜＞_＿+┈┄﹏…⋯·";
const SIGNS = "◆◇☆★●○■□▲△※▶►◀◄▓░❖✦≡┌┐┏┓╔╗╭╮∷";
const RULED = new CharacterSet(RULING);
const SIGNED = new CharacterSet(SIGNS);
const FRAMES = new CharacterSet(RULING + SIGNS);
const LONGEST_FRAMED = 32;
const NOT_FRAMED = /[。；，,─━═★☆■◇※]/;

/** 2018年 of ── 2018年 ──, ★ 2018年 ★: what stands within the frame of a line; undefined where there is none. */
function framedIn(line: string): string | undefined {
  if (!FRAMES.begins(line) || !FRAMES.ends(line)) return undefined;
  // - 甲公司 △: an item of a list with its sign.
  if (BULLET.test(line) && line[0] !== line.at(-1)) return undefined;
  const start = frameEnd(line, 0, 1);
  const end = frameEnd(line, line.length - 1, -1) + 1;
  if (end - start < 2 || end - start > LONGEST_FRAMED) return undefined;
  const framed = line.slice(start, end);
  return NOT_FRAMED.test(framed) ? undefined : framed;
}

/** Where the frame ends that begins at one end of a line: where it began if a single dash or dot is no frame. */
function frameEnd(line: string, from: number, step: 1 | -1): number {
  let weight = 0;
  let at = from;
  for (; at >= 0 && at < line.length; at += step) {
    const unit = line.charCodeAt(at);
    if (SIGNED.has(unit)) weight += 2;
    else if (RULED.has(unit)) weight++;
    else if (!isBlank(unit)) break;
  }
  return weight > 1 ? at : from;
}

/** |---|:-:|, the line below a table's headers; a single dash needs its colon. */
const TABLE_RULE = /^\|?\s*(?::?-{2,}:?|:-:?|-:)\s*(?:\|\s*(?::?-{2,}:?|:-:?|-:)\s*)*\|?$/;

/** Reads the Markdown and plain-text markup of the lines of a text; what is decoration only is dropped. */
export function readMarkup({ lines, marks: marksOf }: MarkedLines): Line[] {
  const read: Line[] = [];
  let fenced = false;
  for (let i = 0; i < lines.length; i++) {
    const raw = lines[i]!;
    const trimmed = withoutBlanks(raw);
    const marks = marksOf[i]!;
    if ((marks & FENCE) !== 0 && (trimmed.startsWith("```") || trimmed.startsWith("~~~"))) {
      fenced = !fenced;
      continue;
    }
    if (trimmed === "" || (RULES.begins(trimmed) && (marks & TAB) === 0 && RULE.test(trimmed))) {
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
    if ((marks & BAR) !== 0 && isTableLine(lines, i)) {
      if (!beginsRule(trimmed) || !TABLE_RULE.test(trimmed))
        read.push({ kind: "row", text: pipeCells(trimmed, marks), indent: 0 });
      continue;
    }
    const line = readLine(raw, trimmed, marks, read.at(-1)?.kind === "row");
    if ((marks & BOXED) !== 0) line.boxed = true;
    // A picture or a link without words leaves nothing.
    read.push(isWorded(line.text) ? line : { kind: "blank", text: "", indent: 0 });
  }
  return read;
}

/** Whether a line holds more than marks and blanks; one that begins with a Han character does. */
function isWorded(text: string): boolean {
  let i = 0;
  while (MARKS.has(text.charCodeAt(i))) i++;
  const first = text.charCodeAt(i);
  if (first > 0x3000) return true;
  return FRAMES.has(first) ? !ORNAMENT.test(text) : /[^\s#-]/.test(text);
}

/** ■ ■ ■, between the parts of a page. */
const ORNAMENT = /^(?:[◆◇☆★●○■□▲△※▶►◀◄▓░❖✦·…∷∴∵﹏] {0,4}){2,40}$/;

function readLine(raw: string, trimmed: string, found: number, belowRow: boolean): Line {
  const tabbed = (found & TAB) !== 0;
  const marks = tabbed ? found | SPACES : found;
  // A tab that only indents or trails parts no cells; several at the end are empty cells, and so is one below a row.
  if (tabbed && (/[^\t]\t+[^\t]|[^\t]\t{2,}$/.test(trimmed) || (belowRow && trimmed.endsWith("\t"))))
    return { kind: "row", text: cells(trimmed, marks).join("\t"), indent: 0 };
  const flat = (tabbed ? trimmed.replace(/\t/g, " ") : trimmed).trim();
  const quoted = flat.startsWith(">") ? flat.replace(/^(?:>\s{0,20}){1,12}(?=\S)/, "") : flat;
  const heading = quoted.startsWith("#") ? /^(#{1,6})\s{1,20}(?=\S)/.exec(quoted) : null;
  const title = heading === null ? "" : withoutHashes(quoted.slice(heading[0].length));
  if (title !== "") return { kind: "heading", text: `${heading![1]} ${inline(title, marks)}`, indent: 0 };
  const framed = framedIn(quoted);
  const look = framed === undefined ? undefined : lookOf(framed);
  if (look === "boilerplate") return { kind: "text", text: inline(framed!, marks), indent: 0 };
  if (look === "short") return { kind: "heading", text: `## ${inline(framed!, marks)}`, indent: 0 };
  const bullet = BULLETS.begins(quoted) ? BULLET.exec(quoted) : null;
  if (bullet !== null && !DOTTED.test(quoted))
    return { kind: "item", text: `- ${inline(quoted.slice(bullet[0].length), marks)}`, indent: 0 };
  const arrow = ARROWS.begins(quoted) ? ARROW.exec(quoted) : null;
  if (arrow !== null)
    return { kind: "item", text: `- ${inline(quoted.slice(arrow[0].length), marks)}`, indent: 0 };
  let indent = 0;
  while (isBlank(raw.charCodeAt(indent))) indent++;
  return { kind: "text", text: inline(quoted, marks), indent };
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
  if (line.startsWith("|") && line.includes("|", 1)) return true;
  for (let k = i; k >= 0 && k > i - 500; k--) {
    const above = lines[k]!.trim();
    if (!above.includes("|")) break;
    if (TABLE_RULE.test(above)) return true;
  }
  const next = lines[i + 1]?.trim() ?? "";
  return next.includes("|") && TABLE_RULE.test(next);
}

/** Whether a line begins as the rule under a table's header does. */
function beginsRule(line: string): boolean {
  let at = line.startsWith("|") ? 1 : 0;
  while (isBlank(line.charCodeAt(at))) at++;
  return line[at] === "-" || line[at] === ":";
}

const ESCAPED_BAR = gatedAll(/\\\|/g);

/** The cells between bars, with tabs between them. */
function pipeCells(line: string, marks: number): string {
  const start = line.startsWith("|") ? 1 : 0;
  let end = line.trimEnd().length;
  if (end > start && line[end - 1] === "|") end--;
  else end = line.length;
  if (!isDropped(marks)) {
    let row = "";
    for (let from = start; ; ) {
      const bar = line.indexOf("|", from);
      const to = bar < 0 || bar > end ? end : bar;
      row += line.slice(from, to).trim();
      if (to === end) return row;
      row += "\t";
      from = to + 1;
    }
  }
  return line
    .slice(start, end)
    .split(/(?<!\\)\|/)
    .map((cell) => inline(ESCAPED_BAR.replace(cell, "|").trim()))
    .join("\t");
}

function cells(line: string, marks: number): string[] {
  const parts = line.split("\t");
  return isDropped(marks) ? parts.map((cell) => inline(cell.trim())) : parts.map((cell) => cell.trim());
}

/** Behind 甲公司*、乙公司* the first star marks what stands before it. */
const EMPHASES = [
  ["***", /\*{3}(?=[^\s*、，；。）])([^*]{0,300}[^*\s])\*{3}/g],
  ["**", /\*{2}(?=[^\s*、，；。）])([^*]{0,300}[^*\s])\*{2}/g],
  ["*", /\*(?=[^\s*、，；。）])([^*]{0,300}[^*\s])\*/g],
] as const;
/** Emphasis within emphasis; nobody goes deeper. */
const DEEPEST_EMPHASIS = 4;

/** A line without emphasis, links, images, code marks and single HTML tags; runs of spaces as one. */
export function inline(text: string, marks: number = marksIn(text)): string {
  if (!isDropped(marks)) return text.trim();
  let flat = text;
  if ((marks & LINK) !== 0 && flat.includes("](")) {
    flat = flat.replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/g, "");
    flat = flat.replace(/\[([^\]]{0,300})\]\([^)]{0,2000}\)/g, "$1");
  }
  const starred = (marks & STAR) !== 0;
  for (
    let before = "", depth = 0;
    starred && flat.includes("*") && before !== flat && depth < DEEPEST_EMPHASIS;
    depth++
  ) {
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
