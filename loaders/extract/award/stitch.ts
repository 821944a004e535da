import { BLANKS } from "../../patterns/blanks.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Sentence } from "../../types.js";
import type { Extraction, Mention } from "../types.js";
import { awards } from "./detect.js";
import type { Win } from "./findings.js";

/** Two parts of one sentence that a page's columns tore apart, read as one. */
export interface Stitched {
  x: Extraction;
  sentence: Sentence;
  /** Brings a finding's place back to the document: to the part that holds its end. */
  home(win: Win): Win;
}

const FINISHES = new CharacterSet(`。！？；：…”’）】》${BLANKS}`);
const FRESH = gated(/^(?:[“‘「【《▲▼■□●◆○·]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])/);

/** Finds for the beginning of a paragraph the torn sentence that it goes on with: the one that waits longest. */
export class TornSentences {
  private readonly waiting: Sentence[] = [];
  private lastHeading = true;

  constructor(private readonly x: Extraction) {}

  /** Tells of a block before its sentences are read. */
  enters(block: Block): void {
    if (block.kind === "heading" || block.kind === "title") this.lastHeading = true;
  }

  /** The torn sentence that this one, the first of its block, goes on with. */
  before(sentence: Sentence): Sentence | undefined {
    const { block } = sentence;
    const fresh =
      this.lastHeading || block.kind !== "paragraph" || FRESH.test(this.x.norm, block.start, block.end);
    if (block.kind === "paragraph") this.lastHeading = false;
    return fresh ? undefined : this.waiting.shift();
  }

  /** Tells of a sentence that has been read. */
  leaves(sentence: Sentence): void {
    const { block, end } = sentence;
    const { norm } = this.x;
    if (
      block.kind === "paragraph" &&
      block.end - block.start > 24 &&
      end > sentence.start &&
      !FINISHES.has(norm.charCodeAt(end - 1)) &&
      norm.slice(end, block.end).trim() === ""
    ) {
      this.waiting.push(sentence);
      if (this.waiting.length > 3) this.waiting.shift();
    }
  }
}

/** The two parts as one sentence of a text of their own; names of awards that the tear cut are made whole. */
export function stitch(x: Extraction, tail: Sentence, head: Sentence): Stitched {
  const first = tail.end - tail.start;
  const norm = x.norm.slice(tail.start, tail.end) + x.norm.slice(head.start, head.end);
  const text = x.text.slice(tail.start, tail.end) + x.text.slice(head.start, head.end);
  const toDocument = (at: number): number => (at < first ? tail.start + at : head.start + at - first);
  const shifted = (part: Sentence, by: number): Mention[] =>
    x
      .mentionsIn(part.start, part.end)
      .map((m) => ({ ...m, start: m.start - part.start + by, end: m.end - part.start + by }));
  let mentions = [...shifted(tail, 0), ...shifted(head, first)];
  const block: Block = { kind: "paragraph", start: 0, end: norm.length, level: 0, parent: null };
  const sentence: Sentence = { start: 0, end: norm.length, block, index: 0 };
  const source = { document: x.document, blocks: [block], sentences: [sentence], text, norm };
  for (const c of awards.detect(source)) {
    if (c.start >= first || c.end <= first) continue;
    const entity = x.entity("Award", c.name ?? text.slice(c.start, c.end), {
      start: head.start,
      end: toDocument(c.end),
      rule: c.rule,
    });
    mentions = mentions.filter((m) => m.end <= c.start || m.start >= c.end);
    mentions.push({
      type: "Award",
      start: c.start,
      end: c.end,
      surface: text.slice(c.start, c.end),
      entity,
      generic: false,
      rule: c.rule,
      confidence: c.confidence,
    });
  }
  mentions.sort((a, b) => a.start - b.start);
  const view: Extraction = Object.create(x, {
    norm: { value: norm },
    text: { value: text },
    mentions: { value: mentions },
    mentionsIn: {
      value: (start: number, end: number, types?: readonly string[]) =>
        mentions.filter(
          (m) => m.start >= start && m.end <= end && (types === undefined || types.includes(m.type)),
        ),
    },
    subjectAt: {
      value: (at: number, types?: readonly Mention["type"][]) => x.subjectAt(toDocument(at), types),
    },
    modalityAt: {
      value: (start: number, end: number) => x.modalityAt(toDocument(start), toDocument(end - 1) + 1),
    },
  });
  return {
    x: view,
    sentence: { ...sentence, block: head.block },
    home: (win) =>
      win.end <= first
        ? { ...win, start: toDocument(win.start), end: tail.start + win.end }
        : {
            ...win,
            start: win.start < first ? head.start : toDocument(win.start),
            end: head.start + win.end - first,
          },
  };
}
