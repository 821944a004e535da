import type { Block, Sentence } from "../types.js";

/** Ends of sentences; ；parts what may be read alone. */
const ENDS = new Set("。！？!?；;…");
/** What may follow an end and still belongs to the sentence. */
const CLOSERS = new Set("”’」』）)】》〉\"'");
const WHOLE: ReadonlySet<Block["kind"]> = new Set([
  "title",
  "heading",
  "table-row",
  "roll-line",
  "byline",
  "boilerplate",
]);

/** The sentences of all blocks, in order. Titles, headings, rows and lines of a roll are one sentence each. */
export function sentencesOf(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (start: number, end: number, block: Block): void => {
    sentences.push({ start, end, block, index: sentences.length });
  };
  for (const block of blocks) {
    if (WHOLE.has(block.kind)) {
      add(block.start, block.end, block);
      continue;
    }
    let start = block.start;
    for (let i = block.start; i < block.end; i++) {
      if (!ENDS.has(text[i]!)) continue;
      while (i + 1 < block.end && (ENDS.has(text[i + 1]!) || CLOSERS.has(text[i + 1]!))) i++;
      add(start, i + 1, block);
      start = i + 1;
      while (start < block.end && text[start] === " ") start++;
    }
    if (start < block.end) add(start, block.end, block);
  }
  return sentences;
}
