import { textUnits } from "../patterns/text-units.js";
import type { Block, Sentence } from "../types.js";
import { LONGEST_SPAN } from "./longest-span.js";

/** Whether a block is made of sentences; any other is read as one. */
const isProse = (kind: Block["kind"]): boolean =>
  kind === "paragraph" || kind === "list-item" || kind === "caption";

const END = 1;
const CLOSER = 2;
const OPEN_TITLE = 4;
const CLOSE_TITLE = 8;
/** What each character does to a sentence; ； ends one, since its parts may be read alone. */
const ROLES = new Uint8Array(65536);
for (const ch of "。！？!?；;…") ROLES[ch.charCodeAt(0)] = END;
for (const ch of "”’」』）)】〉\"'") ROLES[ch.charCodeAt(0)] = CLOSER;
ROLES["《".charCodeAt(0)] = OPEN_TITLE;
ROLES["》".charCodeAt(0)] = CLOSE_TITLE | CLOSER;
/** A title in 《》 that is longer was never closed. */
const LONGEST_TITLE = 80;

/**
 * The sentences of all blocks, in order, none longer than LONGEST_SPAN. Titles, headings, rows and lines of a roll, which are no
 * longer themselves, are one sentence each.
 */
export function sentencesOf(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  const units = textUnits(text);
  const add = (block: Block, from: number, to: number): void => {
    let start = from;
    while (to - start > LONGEST_SPAN) {
      const end = cutBefore(text, start, start + LONGEST_SPAN);
      sentences.push({ start, end, block, index: sentences.length });
      start = end;
    }
    sentences.push({ start, end: to, block, index: sentences.length });
  };
  for (const block of blocks) {
    let start = block.start;
    if (isProse(block.kind)) {
      let title = -1;
      for (let i = block.start; i < block.end; i++) {
        const unit = units[i]!;
        // Most are Han characters.
        if (unit >= 0x3100 && unit < 0xff00) continue;
        const role = ROLES[unit]!;
        if (role === 0 || role === CLOSER) continue;
        if (role === OPEN_TITLE) title = i;
        else if (role !== END) title = -1;
        else if (title < 0 || i - title > LONGEST_TITLE) {
          while (i + 1 < block.end && (ROLES[text.charCodeAt(i + 1)]! & (END | CLOSER)) !== 0) i++;
          add(block, start, i + 1);
          start = i + 1;
          while (start < block.end && text.charCodeAt(start) === 0x20) start++;
          title = -1;
        }
      }
    }
    if (start < block.end) add(block, start, block.end);
  }
  return sentences;
}

/** Where to cut what is too long: behind its last comma, else anywhere but within a character. */
function cutBefore(text: string, start: number, limit: number): number {
  for (let end = limit; end > start; end--) if (text[end - 1] === "，") return end;
  return /[\udc00-\udfff]/.test(text[limit]!) ? limit - 1 : limit;
}
