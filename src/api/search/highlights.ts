import type { SearchTerms } from "./terms.js";

/** Where a text meets a query: half-open ranges of UTF-16 units. */
export interface HighlightRange {
  start: number;
  end: number;
}

/** The longest stretches of the query (two characters or more, or a whole word) that the text contains. */
export function highlight(text: string, { runs }: SearchTerms): HighlightRange[] {
  const folded = text.toLowerCase();
  // A text that changes length when folded would be marked in the wrong place.
  if (folded.length !== text.length) return [];
  const marked = new Uint8Array(text.length);
  for (const run of runs) {
    const shortest = Math.min(run.text.length, run.han ? 2 : run.text.length);
    for (let from = 0; from + shortest <= run.text.length; from++) {
      for (let to = run.text.length; to >= from + shortest; to--) {
        const part = run.text.slice(from, to);
        if (mark(folded, part, marked)) break;
      }
    }
  }
  return rangesOf(marked);
}

function mark(text: string, part: string, marked: Uint8Array): boolean {
  let at = text.indexOf(part);
  const found = at >= 0;
  for (; at >= 0; at = text.indexOf(part, at + 1)) marked.fill(1, at, at + part.length);
  return found;
}

function rangesOf(marked: Uint8Array): HighlightRange[] {
  const ranges: HighlightRange[] = [];
  for (let start = marked.indexOf(1); start >= 0; ) {
    const next = marked.indexOf(0, start);
    const end = next < 0 ? marked.length : next;
    ranges.push({ start, end });
    start = marked.indexOf(1, end);
  }
  return ranges;
}
