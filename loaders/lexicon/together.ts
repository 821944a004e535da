/** Three numbers for each place where a dictionary's pattern stands: start, end and the pattern's number. */
const PER_SPOT = 3;
/** How many bits tell which two units begin a word; a power of two. */
const BITS = 1 << 16;
/** A node's numbers: the unit that leads to it, its first child, the end of its children, its word. */
const CHILD = 1;
const END = 2;
const WORD = 3;
const SIZE = 4;

/** Where the patterns of one dictionary stand in the text searched last, by start and then by length. */
export class Spots {
  private numbers = new Int32Array(PER_SPOT * 64);
  private used = 0;

  clear(): void {
    this.used = 0;
  }

  add(start: number, end: number, pattern: number): void {
    const at = this.used;
    if (at + PER_SPOT > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[at] = start;
    this.numbers[at + 1] = end;
    this.numbers[at + 2] = pattern;
    this.used = at + PER_SPOT;
  }

  each(visit: (start: number, end: number, pattern: number) => void): void {
    const { numbers, used } = this;
    for (let i = 0; i < used; i += PER_SPOT) visit(numbers[i]!, numbers[i + 1]!, numbers[i + 2]!);
  }
}

/**
 * Many dictionaries searched for in one pass over a text. The words of all of them lie in one trie whose nodes are four
 * numbers each, level by level, so that the children of a node stand side by side; nodes of two units are looked up
 * by a hash of both, after a small table of bits has told that there may be one. A document is short and what
 * ran before has emptied the processor's caches, so a search costs as many nanoseconds as it touches memory.
 */
class Together {
  private readonly words = new Map<string, number[]>();
  private readonly all: Spots[] = [];
  /** Rebuilt when a dictionary was added since. */
  private stale = true;
  private readonly bits = new Uint8Array(BITS / 8);
  /** Nodes of one unit that is a word, and of two units; by hash, zero is none. */
  private heads = new Int32Array(0);
  private nodes = new Int32Array(0);
  /** Dictionary and number of each word, as often as it is in one; the last of a word's is marked by a negative dictionary. */
  private members = new Int32Array(0);

  add(words: Iterable<string>, spots: Spots): void {
    let pattern = 0;
    for (const word of words) {
      const known = this.words.get(word);
      if (known === undefined) this.words.set(word, [this.all.length, pattern]);
      else known.push(this.all.length, pattern);
      pattern++;
    }
    this.all.push(spots);
    this.stale = true;
  }

  /** Notes in every dictionary's spots where its words stand. */
  search(text: string): void {
    if (this.stale) this.build();
    for (const spots of this.all) spots.clear();
    const { bits, nodes } = this;
    const { length } = text;
    let next = text.charCodeAt(0);
    for (let i = 0; i < length; i++) {
      const unit = next;
      next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
      const single = hash(unit, 0) & (BITS - 1);
      if ((bits[single >>> 3]! & (1 << (single & 7))) !== 0) {
        const node = this.head(unit, 0);
        if (node !== 0) this.note(i, i + 1, nodes[node + WORD]!);
      }
      const pair = hash(unit, next) & (BITS - 1);
      if (i + 1 === length || (bits[pair >>> 3]! & (1 << (pair & 7))) === 0) continue;
      let node = this.head(unit, next);
      for (let j = i + 2; node !== 0; j++) {
        const word = nodes[node + WORD]!;
        if (word !== 0) this.note(i, j, word);
        if (j === length) break;
        const after = text.charCodeAt(j);
        let child = nodes[node + CHILD]!;
        const end = nodes[node + END]!;
        while (child < end && nodes[child] !== after) child += SIZE;
        node = child < end ? child : 0;
      }
    }
  }

  private note(start: number, end: number, word: number): void {
    const { members, all } = this;
    for (let at = word; ; at += 2) {
      const dictionary = members[at]!;
      all[dictionary < 0 ? ~dictionary : dictionary]!.add(start, end, members[at + 1]!);
      if (dictionary < 0) return;
    }
  }

  /** The node of two units, or of one and 0. */
  private head(unit: number, next: number): number {
    const { heads } = this;
    const mask = heads.length - 2;
    const key = (unit << 16) | next;
    for (let slot = (hash(unit, next) << 1) & mask; ; slot = (slot + 2) & mask) {
      const node = heads[slot + 1]!;
      if (node === 0 || heads[slot] === key) return node;
    }
  }

  private build(): void {
    const words = [...this.words.keys()].sort();
    const members = [0, 0];
    const nodes: number[] = new Array<number>(SIZE).fill(0);
    /** Of each node, which of the sorted words go through it. */
    const runs: [from: number, to: number][] = [];
    const heads: [unit: number, next: number, node: number][] = [];
    const node = (from: number, to: number, depth: number): number => {
      const at = nodes.length;
      const word = words[from]!;
      let listed = 0;
      if (word.length === depth) {
        listed = members.length;
        members.push(...this.words.get(word)!);
        members[members.length - 2] = ~members[members.length - 2]!;
      }
      nodes.push(word.charCodeAt(depth - 1), 0, 0, listed);
      runs[at / SIZE] = [from, to];
      return at;
    };
    const grouped = (from: number, to: number, depth: number, visit: (from: number, to: number) => void) => {
      for (let at = from; at < to; ) {
        const begin = at++;
        while (at < to && words[at]!.slice(0, depth) === words[begin]!.slice(0, depth)) at++;
        if (words[begin]!.length >= depth) visit(begin, at);
      }
    };
    grouped(0, words.length, 1, (from, to) => {
      const unit = words[from]!.charCodeAt(0);
      if (words[from]!.length === 1) heads.push([unit, 0, node(from, from + 1, 1)]);
      grouped(from, to, 2, (start, end) => {
        if (words[start]!.length > 1) heads.push([unit, words[start]!.charCodeAt(1), node(start, end, 2)]);
      });
    });
    // Of three units and more: the children of each node after one another.
    let depth = 2;
    for (let from = SIZE, to = nodes.length; from < to; from = to, to = nodes.length, depth++)
      for (let at = from; at < to; at += SIZE) {
        nodes[at + CHILD] = nodes.length;
        const [first, last] = runs[at / SIZE]!;
        if (words[first]!.length >= depth)
          grouped(first, last, depth + 1, (start, end) => {
            if (words[start]!.length > depth) node(start, end, depth + 1);
          });
        nodes[at + END] = nodes.length;
      }
    this.nodes = Int32Array.from(nodes);
    this.members = Int32Array.from(members);
    let size = 1024;
    while (size < heads.length * 4) size *= 2;
    this.heads = new Int32Array(size);
    for (const [unit, next, node] of heads) {
      let slot = (hash(unit, next) << 1) & (size - 2);
      while (this.heads[slot + 1] !== 0) slot = (slot + 2) & (size - 2);
      this.heads[slot] = (unit << 16) | next;
      this.heads[slot + 1] = node;
      const bit = hash(unit, next) & (BITS - 1);
      this.bits[bit >>> 3]! |= 1 << (bit & 7);
    }
    this.stale = false;
  }
}

function hash(unit: number, next: number): number {
  const h = Math.imul(unit, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b);
  return h ^ (h >>> 15);
}

const together = new Together();
let searched: string | undefined;

/** Makes a dictionary's words be looked for in every document that `searchTogether` is given; where they stand. */
export function lookedForTogether(words: Iterable<string>): Spots {
  const spots = new Spots();
  together.add(words, spots);
  return spots;
}

/** Finds the words of all shared dictionaries in a document's text, in one pass; scans of that very text then cost next to nothing. */
export function searchTogether(text: string): void {
  together.search(text);
  searched = text;
}

/** Whether that text is the one searched last. */
export const isSearched = (text: string): boolean => text === searched;
