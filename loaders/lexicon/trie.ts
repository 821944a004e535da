/**
 * A dictionary of patterns that finds all of them in a text in one pass. A trie over UTF-16 units whose edges lie in
 * one open-addressing hash table of integers: most positions of a text fail on the first look-up, so a scan
 * costs a few nanoseconds a character and is linear (each position goes at most as deep as the longest pattern).
 */
export class Trie<V> {
  private readonly values: (V | undefined)[] = [undefined];
  /** Hash table of edges: key = parent * 65536 + unit + 1 (0 is empty), held in two 32-bit halves. */
  private parents = new Int32Array(1024).fill(-1);
  private units = new Uint16Array(1024);
  private children = new Int32Array(1024);
  private mask = 1023;
  private edges = 0;
  /** Which units begin a pattern: the child of the root, 0 for none. */
  private readonly first = new Int32Array(65536);

  static of<V>(entries: Iterable<readonly [string, V]>): Trie<V> {
    const trie = new Trie<V>();
    for (const [pattern, value] of entries) trie.add(pattern, value);
    return trie;
  }

  /** A trie of words that are their own values. */
  static ofWords(words: Iterable<string>): Trie<string> {
    const trie = new Trie<string>();
    for (const word of words) trie.add(word, word);
    return trie;
  }

  get size(): number {
    return this.values.reduce((n: number, v) => (v === undefined ? n : n + 1), 0);
  }

  /** Adds a pattern; of two with the same text the later one counts. An empty pattern is ignored. */
  add(pattern: string, value: V): void {
    if (pattern === "") return;
    let node = 0;
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      let next = this.child(node, unit);
      if (next === 0) {
        next = this.values.length;
        this.values.push(undefined);
        this.link(node, unit, next);
      }
      node = next;
    }
    this.values[node] = value;
  }

  get(pattern: string): V | undefined {
    let node = 0;
    for (let i = 0; i < pattern.length; i++) {
      node = this.child(node, pattern.charCodeAt(i));
      if (node === 0) return undefined;
    }
    return this.values[node];
  }

  /** Calls `visit` for every pattern, in the order of their texts' units. */
  each(visit: (pattern: string, value: V) => void): void {
    const children = new Map<number, [number, number][]>();
    for (let i = 0; i < this.parents.length; i++)
      if (this.parents[i] !== -1) {
        const list = children.get(this.parents[i]!) ?? [];
        list.push([this.units[i]!, this.children[i]!]);
        children.set(this.parents[i]!, list);
      }
    const walk = (node: number, pattern: string): void => {
      const value = this.values[node];
      if (value !== undefined) visit(pattern, value);
      for (const [unit, child] of (children.get(node) ?? []).sort((a, b) => a[0] - b[0]))
        walk(child, pattern + String.fromCharCode(unit));
    };
    for (let unit = 0; unit < 65536; unit++)
      if (this.first[unit] !== 0) walk(this.first[unit]!, String.fromCharCode(unit));
  }

  /** Calls `visit` for every occurrence in [from, to), by start and then by length; overlapping ones included. */
  scan(
    text: string,
    visit: (start: number, end: number, value: V) => void,
    from = 0,
    to: number = text.length,
  ): void {
    for (let i = from; i < to; i++) {
      let node = this.first[text.charCodeAt(i)]!;
      let j = i + 1;
      while (node !== 0) {
        const value = this.values[node];
        if (value !== undefined) visit(i, j, value);
        if (j >= to) break;
        node = this.child(node, text.charCodeAt(j++));
      }
    }
  }

  /** The longest pattern that begins at `start`. */
  longestAt(text: string, start: number): { end: number; value: V } | undefined {
    let node = 0;
    let best: { end: number; value: V } | undefined;
    for (let j = start; j < text.length; j++) {
      node = this.child(node, text.charCodeAt(j));
      if (node === 0) break;
      const value = this.values[node];
      if (value !== undefined) best = { end: j + 1, value };
    }
    return best;
  }

  private child(node: number, unit: number): number {
    if (node === 0) return this.first[unit]!;
    let slot = hash(node, unit) & this.mask;
    for (;;) {
      const parent = this.parents[slot]!;
      if (parent === -1) return 0;
      if (parent === node && this.units[slot] === unit) return this.children[slot]!;
      slot = (slot + 1) & this.mask;
    }
  }

  private link(node: number, unit: number, child: number): void {
    if (node === 0) {
      this.first[unit] = child;
      return;
    }
    if (++this.edges * 2 > this.mask) this.grow();
    this.put(node, unit, child);
  }

  private put(node: number, unit: number, child: number): void {
    let slot = hash(node, unit) & this.mask;
    while (this.parents[slot] !== -1) slot = (slot + 1) & this.mask;
    this.parents[slot] = node;
    this.units[slot] = unit;
    this.children[slot] = child;
  }

  private grow(): void {
    const { parents, units, children } = this;
    const size = (this.mask + 1) * 2;
    this.mask = size - 1;
    this.parents = new Int32Array(size).fill(-1);
    this.units = new Uint16Array(size);
    this.children = new Int32Array(size);
    for (let i = 0; i < parents.length; i++)
      if (parents[i] !== -1) this.put(parents[i]!, units[i]!, children[i]!);
  }
}

function hash(node: number, unit: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return h ^ (h >>> 15);
}
