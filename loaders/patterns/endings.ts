interface Ending {
  word: string;
  /** The characters of which one must stand before it; "" for any text or none. */
  after: string;
  /** The characters of which none may. */
  unless: string;
}

/** Words with which a text can end, looked up by their last characters. */
export class Endings {
  private readonly byLast = new Map<number, Ending[]>();

  /** Adds words (parted by blanks) with what must or must not stand before them. */
  add(words: string, { after = "", unless = "" }: { after?: string; unless?: string } = {}): void {
    for (const word of words.split(" ")) {
      const last = word.charCodeAt(word.length - 1);
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
    const endings = this.byLast.get(text.charCodeAt(end - 1));
    if (endings === undefined) return 0;
    for (const { word, after, unless } of endings) {
      const start = end - word.length;
      if (start < 0 || !text.startsWith(word, start)) continue;
      const before = start === 0 ? "" : text[start - 1]!;
      if (after !== "" && (before === "" || !after.includes(before))) continue;
      if (unless === "" || before === "" || !unless.includes(before)) return word.length;
    }
    return 0;
  }
}
