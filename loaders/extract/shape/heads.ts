import type { Trie } from "../../lexicon/trie.js";

/** Where each of them ends. */
export function endsOf(spans: readonly { end: number }[]): Set<number> {
  const ends = new Set<number>();
  for (const { end } of spans) ends.add(end);
  return ends;
}

/** Where the given words stand, the longest at each place; words within or across an earlier one that ends no earlier are left out. */
export function longestHeads<V>(norm: string, heads: Trie<V>): { start: number; end: number; value: V }[] {
  const found: { start: number; end: number; value: V }[] = [];
  for (const head = heads.in(norm); head.next(); ) {
    const { start, end, value } = head;
    const last = found.length === 0 ? undefined : found[found.length - 1]!;
    if (last !== undefined && end <= last.end) continue;
    // The same start, longer; or an overlap, where the later word ends the name: 检验|检测中心.
    if (last !== undefined && start < last.end) found[found.length - 1] = { start: last.start, end, value };
    else found.push({ start, end, value });
  }
  return found;
}
