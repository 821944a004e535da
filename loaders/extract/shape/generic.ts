import type { Trie } from "../../lexicon/trie.js";

/** Reached in the text at hand; for longer ones a table is made. */
const reached = new Uint8Array(64);

/** Whether a text is made of nothing but the given words: what is left of a name that names nothing (省级, 国家级). */
export function madeOf(text: string, words: Trie<unknown>): boolean {
  const { length } = text;
  if (length === 0) return true;
  // Most begin with no such word.
  if (words.longestEnd(text, 0) < 0) return false;
  // reachable[i]: the first i characters are words one after another.
  const reachable = length < reached.length ? reached.fill(0, 0, length + 1) : new Uint8Array(length + 1);
  reachable[0] = 1;
  for (const word = words.in(text); word.next(); ) if (reachable[word.start] === 1) reachable[word.end] = 1;
  return reachable[length] === 1;
}
