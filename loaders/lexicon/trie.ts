import { lookedForTogether, PER_SPOT, type Spots, spotsOf } from "./together.js";

/** The first size of the table of edges; a power of two. */
const SMALLEST = 64;

/**
 * A dictionary of patterns that finds all of them in a text in one pass. A trie over UTF-16 units whose edges lie in
 * one open-addressing hash table of integers: most positions of a text fail on the first look-up, so a scan
 * costs a few nanoseconds a character and is linear (each position goes at most as deep as the longest pattern).
 */
export class Trie<V> {
  private readonly values: (V | undefined)[] = [undefined];
  /** Hash table of edges, from parent and unit to child; a parent of -1 is an empty slot. */
  private parents = new Int32Array(SMALLEST).fill(-1);
  private units = new Uint16Array(SMALLEST);
  private children = new Int32Array(SMALLEST);
  private mask = SMALLEST - 1;
  private edges = 0;
  /** By a hash of the unit, which units begin a pattern; as small as the trie, so that one for a document's names costs little. */
  private begins = new Uint8Array(SMALLEST);
  /** Of a shared trie: its patterns' values by number, and its own number among the shared. */
  private listed: V[] = [];
  private dictionary: number | undefined;

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

  /**
   * Lets the patterns be found together with those of all other shared tries, in one pass over each document
   * (`searchTogether`). To be called when all patterns are in.
   */
  shared(): this {
    const words: string[] = [];
    // A child's number is higher than its parent's.
    const prefixes: string[] = [""];
    const edges = [...this.parents.keys()].filter((slot) => this.parents[slot] !== -1);
    for (const slot of edges.sort((a, b) => this.children[a]! - this.children[b]!)) {
      const node = this.children[slot]!;
      prefixes[node] = prefixes[this.parents[slot]!]! + String.fromCharCode(this.units[slot]!);
      const value = this.values[node];
      if (value === undefined) continue;
      words.push(prefixes[node]);
      this.listed.push(value);
    }
    this.dictionary = lookedForTogether(words);
    return this;
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

  /** Calls `visit` for every occurrence in [from, to), by start and then by length; overlapping ones included. */
  scan(
    text: string,
    visit: (start: number, end: number, value: V) => void,
    from = 0,
    to: number = text.length,
  ): void {
    for (const found = this.in(text, from, to); found.next(); ) visit(found.start, found.end, found.value);
  }

  /** Whether one occurs. */
  standsIn(text: string): boolean {
    const spots = this.dictionary === undefined ? undefined : spotsOf(text);
    return spots === undefined ? this.in(text).next() : spots.has(this.dictionary!);
  }

  /** False where the text has been searched and holds none: known without going through it. */
  mayStandIn(text: string): boolean {
    return this.dictionary === undefined || spotsOf(text)?.has(this.dictionary) !== false;
  }

  /** Every occurrence in [from, to), in the same order: a loop over them needs no function of its own. */
  in(text: string, from = 0, to: number = text.length): Occurrences<V> {
    const spots = this.dictionary === undefined ? undefined : spotsOf(text);
    return new Occurrences(this, text, from, to, spots, this.dictionary ?? 0, this.listed);
  }

  /** Goes on to the next occurrence along the edges; whether there is one. */
  step(at: Occurrences<V>): boolean {
    const { begins, mask, values } = this;
    const { text, to } = at;
    let { start, end, node } = at;
    for (;;) {
      if (node === 0 || end >= to) {
        do {
          if (++start >= to) return false;
          node = text.charCodeAt(start);
        } while (begins[hash(0, node) & mask] === 0);
        node = this.child(0, node);
        end = start + 1;
      } else node = this.child(node, text.charCodeAt(end++));
      const value = values[node];
      if (node === 0 || value === undefined) continue;
      at.start = start;
      at.end = end;
      at.node = node;
      at.value = value;
      return true;
    }
  }

  /** The longest pattern that begins at `start` and ends by `to`. */
  longestAt(text: string, start: number, to: number = text.length): { end: number; value: V } | undefined {
    const spots = this.dictionary === undefined ? undefined : spotsOf(text);
    if (spots !== undefined) {
      const longest = spots.longestAt(this.dictionary!, start, to);
      return longest && { end: longest.end, value: this.listed[longest.pattern]! };
    }
    let best: { end: number; value: V } | undefined;
    if (this.begins[hash(0, text.charCodeAt(start)) & this.mask] === 0) return best;
    let node = 0;
    for (let j = start; j < to; j++) {
      node = this.child(node, text.charCodeAt(j));
      if (node === 0) break;
      const value = this.values[node];
      if (value !== undefined) best = { end: j + 1, value };
    }
    return best;
  }

  /** Where the longest pattern ends that begins at `start` and ends by `to`; -1 for none. */
  longestEnd(text: string, start: number, to: number = text.length): number {
    const spots = this.dictionary === undefined ? undefined : spotsOf(text);
    if (spots !== undefined) return spots.longestEnd(this.dictionary!, start, to);
    let longest = -1;
    if (this.begins[hash(0, text.charCodeAt(start)) & this.mask] === 0) return longest;
    let node = 0;
    for (let j = start; j < to; j++) {
      node = this.child(node, text.charCodeAt(j));
      if (node === 0) break;
      if (this.values[node] !== undefined) longest = j + 1;
    }
    return longest;
  }

  private child(node: number, unit: number): number {
    let slot = hash(node, unit) & this.mask;
    for (;;) {
      const parent = this.parents[slot]!;
      if (parent === -1) return 0;
      if (parent === node && this.units[slot] === unit) return this.children[slot]!;
      slot = (slot + 1) & this.mask;
    }
  }

  private link(node: number, unit: number, child: number): void {
    if (++this.edges * 2 > this.mask) this.grow();
    this.put(node, unit, child);
  }

  private put(node: number, unit: number, child: number): void {
    if (node === 0) this.begins[hash(0, unit) & this.mask] = 1;
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
    this.begins = new Uint8Array(size);
    this.parents = new Int32Array(size).fill(-1);
    this.units = new Uint16Array(size);
    this.children = new Int32Array(size);
    for (let i = 0; i < parents.length; i++)
      if (parents[i] !== -1) this.put(parents[i]!, units[i]!, children[i]!);
  }
}

/** The occurrences of a dictionary's patterns in a stretch of text, one after the other. */
export class Occurrences<V> {
  start: number;
  end = 0;
  value = undefined as V;
  /** Of a text searched before: where in the numbers of its spots the next stands, and where the dictionary's end. */
  private at = 0;
  private last = 0;
  /** Of any other: the trie's node that the last one ended at. */
  node = 0;

  constructor(
    private readonly trie: Trie<V>,
    readonly text: string,
    from: number,
    readonly to: number,
    private readonly spots: Spots | undefined,
    dictionary: number,
    private readonly listed: readonly V[],
  ) {
    this.start = from - 1;
    if (spots === undefined) return;
    this.at = spots.firstFrom(dictionary, from);
    this.last = spots.endOf(dictionary);
  }

  /** Goes on to the next; whether there is one. */
  next(): boolean {
    const { spots, to } = this;
    if (spots === undefined) return this.trie.step(this);
    const { numbers } = spots;
    while (this.at < this.last) {
      const { at } = this;
      const start = numbers[at]!;
      if (start >= to) return false;
      this.at = at + PER_SPOT;
      const end = numbers[at + 1]!;
      if (end > to) continue;
      this.start = start;
      this.end = end;
      this.value = this.listed[numbers[at + 3]!]!;
      return true;
    }
    return false;
  }
}

function hash(node: number, unit: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return h ^ (h >>> 15);
}
