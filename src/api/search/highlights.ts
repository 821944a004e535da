import { pinyin } from "pinyin-pro";
import type { SearchTerms } from "./terms.js";

/** Where a text meets a query: half-open ranges of UTF-16 units. */
export interface HighlightRange {
  start: number;
  end: number;
}

/** What pinyin or initials, which letters can be the beginning of, stand for in a name. */
export function highlightReading(name: string, { runs }: SearchTerms): HighlightRange[] {
  const [only] = runs;
  if (runs.length !== 1 || !only || only.han || !/^[a-z]{2,}$/.test(only.text)) return [];
  const characters = [...name];
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "spaced" }).map((one) =>
    one.toLowerCase(),
  );
  if (syllables.length !== characters.length) return [];
  const count = initialsRead(syllables, only.text) || syllablesRead(syllables, only.text);
  return count > 0 ? [{ start: 0, end: characters.slice(0, count).join("").length }] : [];
}

/** How many characters the letters are the initials of; 0 where they are none. */
function initialsRead(syllables: readonly string[], letters: string): number {
  return [...letters].every((letter, i) => syllables[i]?.startsWith(letter)) ? letters.length : 0;
}

/** How many characters the letters spell, the last one perhaps in part; 0 where they do not. */
function syllablesRead(syllables: readonly string[], letters: string): number {
  let rest = letters;
  for (const [i, syllable] of syllables.entries()) {
    if (syllable.startsWith(rest)) return i + 1;
    if (!rest.startsWith(syllable)) return 0;
    rest = rest.slice(syllable.length);
  }
  return 0;
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
