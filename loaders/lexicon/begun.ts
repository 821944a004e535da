import { matchesAtWords } from "../patterns/matches-at.js";
import { Trie } from "./trie.js";

/**
 * A pattern that is tried only where one of the words stands with which each of its matches begins: the words of all
 * such patterns are found in one pass over a document, which takes less time than each pattern's own search.
 */
export class Begun {
  /** Every one that was made: a test holds their words and patterns together. */
  static readonly all: Begun[] = [];
  private readonly words: Trie<string>;

  /** `words`, parted by blanks, are all that a match can begin with, each as long as one likes; the pattern is sticky. */
  constructor(
    words: string | readonly string[],
    readonly pattern: RegExp,
  ) {
    if (!pattern.sticky) throw new Error(`/${pattern.source}/ is not sticky`);
    this.words = Trie.ofWords(typeof words === "string" ? words.split(" ") : words).shared();
    Begun.all.push(this);
  }

  /** What a global search for the pattern finds: all matches, in order, none overlapping another. */
  matches(text: string): RegExpExecArray[] {
    return matchesAtWords(this.words, this.pattern, text);
  }
}

/** Every word of the first list before every one of the second: what a pattern of two alternations begins with. */
export function compounds(first: string, second: string): string[] {
  const ends = second.split(" ");
  return first.split(" ").flatMap((begin) => ends.map((end) => begin + end));
}

/** Words of which a text must hold one for some rule to find anything. */
export class AnyOf {
  private readonly words: Trie<string>;

  constructor(words: string | readonly string[]) {
    this.words = Trie.ofWords(typeof words === "string" ? words.split(" ") : words).shared();
  }

  standsIn(text: string): boolean {
    return this.words.standsIn(text);
  }
}
