import type { Trie } from "../lexicon/trie.js";
import type { CharacterSet } from "./character-set.js";

/**
 * All matches of a sticky pattern that begin with the given word, in order and none overlapping another: what a global
 * search for the pattern finds, but the pattern is tried only where the word stands, behind one of `behind` if given.
 */
export function matchesAt(
  begin: string,
  pattern: RegExp,
  text: string,
  behind?: CharacterSet,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = text.indexOf(begin); at >= 0; ) {
    const may = behind === undefined || (at > 0 && behind.has(text.charCodeAt(at - 1)));
    pattern.lastIndex = at;
    const match = may ? pattern.exec(text) : null;
    if (match !== null) found.push(match);
    at = text.indexOf(begin, match === null ? at + 1 : Math.max(at + 1, at + match[0].length));
  }
  return found;
}

/** The same for several words: the pattern is tried where one of them begins, before one of `before` if given. */
export function matchesAtWords(
  begins: Trie<unknown>,
  pattern: RegExp,
  text: string,
  before?: CharacterSet,
): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  if (!begins.mayStandIn(text)) return found;
  let next = 0;
  for (const word = begins.in(text); word.next(); ) {
    const { start, end } = word;
    if (start < next) continue;
    if (before !== undefined && (end === text.length || !before.has(text.charCodeAt(end)))) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    // A shorter word may begin at the same place.
    next = match === null ? start + 1 : Math.max(start + 1, start + match[0].length);
    if (match !== null) found.push(match);
  }
  return found;
}
