interface Ending {
  word: string;
  /** The characters of which one must stand before it; "" for any text or none. */
  after: string;
  /** The characters of which none may. */
  unless: string;
}

/** Words with which a text can end, looked up by their last two characters, or the only one. */
export class Endings {
  private readonly byLast = new Map<number, Ending[]>();
  /** Which characters are the last of any. */
  private readonly isLast = new Uint8Array(65536);

  /** Adds words (parted by blanks) with what must or must not stand before them. */
  add(words: string, { after = "", unless = "" }: { after?: string; unless?: string } = {}): void {
    for (const word of words.split(" ")) {
      this.isLast[word.charCodeAt(word.length - 1)] = 1;
      const last = lastTwo(word, word.length);
      const endings = this.byLast.get(last) ?? [];
      endings.push({ word, after, unless });
      this.byLast.set(
        last,
        endings.sort((a, b) => b.word.length - a.word.length),
      );
    }
  }

  /** How long the longest word is that ends at an offset of a text; 0 where none does. */
  lengthBefore(text: string, end: number): number {
    if (end === 0 || this.isLast[text.charCodeAt(end - 1)] === 0) return 0;
    const longer = end > 1 ? this.longestOf(this.byLast.get(lastTwo(text, end)), text, end) : 0;
    return longer > 0 ? longer : this.longestOf(this.byLast.get(text.charCodeAt(end - 1)), text, end);
  }

  private longestOf(endings: readonly Ending[] | undefined, text: string, end: number): number {
    if (endings === undefined) return 0;
    for (const { word, after, unless } of endings) {
      const start = end - word.length;
      if (start < 0 || (word.length > 2 && !text.startsWith(word, start))) continue;
      const before = start === 0 ? "" : text[start - 1]!;
      if (after !== "" && (before === "" || !after.includes(before))) continue;
      if (unless === "" || before === "" || !unless.includes(before)) return word.length;
    }
    return 0;
  }
}

/** The two characters before an offset as a number, or the one where there are no two. */
function lastTwo(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return end > 1 ? text.charCodeAt(end - 2) * 65536 + last : last;
}
