import type { Block, Cell } from "../types.js";
import { isRollLike, LINE_END, lookOf, newsLineEnd, numberingDepth } from "./line-kinds.js";
import { TableBuilder } from "./tables.js";

/** How many lines at the top may be titles. */
const TITLE_LINES = 4;

/** The blocks of a text in canonical form, in order, each under its heading. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const builder = new BlockBuilder(text, lines);
  for (let i = 0; i < lines.length; i++) builder.add(i);
  return builder.blocks;
}

interface LineSpan {
  start: number;
  end: number;
}

function linesOf(text: string): LineSpan[] {
  const lines: LineSpan[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Open headings, outermost first. */
  private readonly open: Block[] = [];
  private table: TableBuilder | null = null;
  private titles = 0;
  private prose = false;
  private markup = 0;

  constructor(
    private readonly text: string,
    private readonly lines: readonly LineSpan[],
  ) {}

  add(i: number): void {
    const { start, end } = this.lines[i]!;
    const line = this.text.slice(start, end);
    if (line.includes("\t")) {
      this.table ??= new TableBuilder(this.text);
      this.push(this.table.row(start, end));
      return;
    }
    this.table = null;
    const marks = /^#{1,6} /.exec(line);
    if (marks !== null) {
      const level = marks[0].length - 1;
      this.markup = level;
      const isTitle = level === 1 && !this.prose && this.titles < TITLE_LINES;
      if (isTitle) this.titles++;
      this.heading(start + marks[0].length, end, isTitle ? "title" : "heading", level);
      return;
    }
    if (line.startsWith("- ")) {
      this.push(this.block("list-item", start + 2, end));
      this.prose = true;
      return;
    }
    this.plain(i, start, end, line);
  }

  private plain(i: number, start: number, end: number, line: string): void {
    const look = lookOf(line);
    if (look !== "short" && look !== "prose") {
      this.push(this.block(look, start, end));
      return;
    }
    if (look === "prose") {
      const lead = newsLineEnd(line);
      if (lead > 0) this.push(this.block("byline", start, start + line.slice(0, lead).trimEnd().length));
      this.push(this.block("paragraph", start + lead, end));
      this.prose = true;
      return;
    }
    const roll = isRollLike(line);
    if (
      !this.prose &&
      this.titles < TITLE_LINES &&
      !roll &&
      numberingDepth(line) === 0 &&
      !/[：:]$/.test(line)
    ) {
      this.titles++;
      this.heading(start, end, "title", 1);
      return;
    }
    if (roll) {
      this.push(this.block("roll-line", start, end));
      this.prose = true;
      return;
    }
    const depth = numberingDepth(line);
    const next = this.lines[i + 1];
    const following = next === undefined ? "" : this.text.slice(next.start, next.end);
    const headingLike = line.length <= 45 && !/[，、]$/.test(line) && following !== "";
    if (headingLike) {
      this.heading(start, end, "heading", Math.min(6, this.markup + (depth > 0 ? depth : 2)));
      return;
    }
    this.push(this.block("paragraph", start, end));
    this.prose = true;
  }

  private heading(start: number, end: number, kind: "title" | "heading", level: number): void {
    if (kind === "heading") while (this.open.length > 0 && this.open.at(-1)!.level >= level) this.open.pop();
    const block: Block = {
      kind,
      start,
      end,
      level,
      parent: kind === "title" ? null : (this.open.at(-1) ?? null),
    };
    if (kind === "title") this.open.length = 0;
    this.open.push(block);
    this.blocks.push(block);
  }

  private block(kind: Block["kind"], start: number, end: number): Block {
    return { kind, start, end, level: 0, parent: null };
  }

  private push(block: Block): void {
    block.parent = this.open.at(-1) ?? null;
    this.blocks.push(block);
  }
}

export type { Cell };

void LINE_END;
