import type { Trie } from "../../lexicon/trie.js";

/** A word that ends names, and where it stands. */
export interface Form {
  form: string;
  index: number;
  end: number;
}

/** The words of the trie in a text, the longest at each place, from the left, none overlapping another. */
export function formsIn(norm: string, forms: Trie<string>): Form[] {
  const found: Form[] = [];
  const words = forms.in(norm);
  while (words.next()) {
    const { start: index, end, value: form } = words;
    const last = found.length === 0 ? undefined : found[found.length - 1]!;
    if (last !== undefined && last.index === index) {
      last.form = form;
      last.end = end;
    } else if (last === undefined || index >= last.end) found.push({ form, index, end });
  }
  return found;
}
