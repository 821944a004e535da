import { textUnits } from "../patterns/text-units.js";
import { sortFew } from "../sort-few.js";

/** Four numbers for each place where a word stands: start, end, dictionary and the word's number in it. */
export const PER_SPOT = 4;
/** How many bits tell which two units begin a word; a power of two. */
const BITS = 1 << 16;
/** How many hashes of two units a text's positions are sorted by; a power of two. */
const PAIRS = 1 << 10;
/** A node's numbers: the unit that leads to it, its first child, the end of its children, its word. */
const CHILD = 1;
const END = 2;
const WORD = 3;
const SIZE = 4;

/** How many numbers a room for them grows by. */
const CHUNK = 1 << 18;

/** Where numbers of the texts being read are kept: to allocate some for each text would cost more than to fill them. */
class Room {
  private readonly chunks: Int32Array[] = [];
  private next = 0;
  private used = 0;
  /** Where the last were taken from. */
  numbers: Int32Array = new Int32Array(0);

  /** Takes so many numbers, of any value: where they begin in `numbers`, a multiple of PER_SPOT. */
  take(count: number): number {
    const from = this.used;
    const to = from + Math.ceil(count / PER_SPOT) * PER_SPOT;
    if (to <= this.numbers.length) {
      this.used = to;
      return from;
    }
    if (count > CHUNK) this.numbers = new Int32Array(count);
    else this.numbers = this.chunks[this.next++] ??= new Int32Array(CHUNK);
    this.used = count > CHUNK ? count : to - from;
    return 0;
  }

  /** Gives back all that were taken. */
  clear(): void {
    this.next = 0;
    this.used = 0;
    this.numbers = new Int32Array(0);
  }
}

/** Where the words of all dictionaries stand in a text, by dictionary, then by start and then by length. */
export class Spots {
  /** Four for each spot, among those of other texts. */
  readonly numbers: Int32Array;
  /** What was made of the text, by `oncePerText`. */
  readonly made: unknown[] = [];

  /**
   * Of the first so many numbers of an array, by start. At `beginsAt` of the index is room for where each dictionary's
   * begin; at `lastAt` stands the last position of each hash of two units, and at `beforeAt` for each position the one
   * before with the same.
   */
  constructor(
    private readonly text: string,
    private readonly index: Int32Array,
    private readonly beginsAt: number,
    private readonly lastAt: number,
    private readonly beforeAt: number,
    found: Int32Array,
    used: number,
    room: Room,
  ) {
    const first = room.take(used);
    const { numbers } = room;
    this.numbers = numbers;
    // How many a dictionary has is counted two places on, so that one place on stands where the next of it goes, and in
    // the end where the next dictionary's begin.
    index.fill(0, beginsAt, lastAt);
    for (let i = 2; i < used; i += PER_SPOT) index[beginsAt + found[i]! + 2]! += PER_SPOT;
    index[beginsAt] = first;
    index[beginsAt + 1] = first;
    for (let at = beginsAt + 2; at < lastAt; at++) index[at]! += index[at - 1]!;
    for (let i = 0; i < used; i += PER_SPOT) {
      const dictionary = found[i + 2]!;
      const at = index[beginsAt + dictionary + 1]!;
      index[beginsAt + dictionary + 1] = at + PER_SPOT;
      numbers[at] = found[i]!;
      numbers[at + 1] = found[i + 1]!;
      numbers[at + 2] = dictionary;
      numbers[at + 3] = found[i + 3]!;
    }
  }

  /** Where a name stands, in any order. */
  positionsOf(word: string): number[] {
    const { text, index, beforeAt } = this;
    if (word.length < 2) return positionsIn(text, word);
    const found: number[] = [];
    const slot = hash(word.charCodeAt(0), word.charCodeAt(1)) & (PAIRS - 1);
    for (let at = index[this.lastAt + slot]!; at >= 0; at = index[beforeAt + at]!)
      if (text.startsWith(word, at)) found.push(at);
    return found;
  }

  /** The longest word of a dictionary that begins at `start` and ends by `to`: its end and number; undefined for none. */
  longestAt(dictionary: number, start: number, to: number): { end: number; pattern: number } | undefined {
    const at = this.longest(dictionary, start, to);
    return at < 0 ? undefined : { end: this.numbers[at + 1]!, pattern: this.numbers[at + 3]! };
  }

  /** Where it ends; -1 for none. */
  longestEnd(dictionary: number, start: number, to: number): number {
    const at = this.longest(dictionary, start, to);
    return at < 0 ? -1 : this.numbers[at + 1]!;
  }

  private longest(dictionary: number, start: number, to: number): number {
    const { numbers } = this;
    const first = this.index[this.beginsAt + dictionary]!;
    for (
      let at = this.firstFrom(dictionary, start + 1) - PER_SPOT;
      at >= first && numbers[at] === start;
      at -= PER_SPOT
    )
      if (numbers[at + 1]! <= to) return at;
    return -1;
  }

  /** Whether any of a dictionary's words stands in the text. */
  has(dictionary: number): boolean {
    return this.index[this.beginsAt + dictionary]! < this.index[this.beginsAt + dictionary + 1]!;
  }

  /** Where the numbers of a dictionary's spots end. */
  endOf(dictionary: number): number {
    return this.index[this.beginsAt + dictionary + 1]!;
  }

  /** Where the numbers of a dictionary's first spot stand that starts at or after `start`. */
  firstFrom(dictionary: number, start: number): number {
    const { numbers, index } = this;
    const first = this.beginsAt + dictionary;
    if (start === 0) return index[first]!;
    let low = index[first]! / PER_SPOT;
    let high = index[first + 1]! / PER_SPOT;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numbers[middle * PER_SPOT]! < start) low = middle + 1;
      else high = middle;
    }
    return low * PER_SPOT;
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
  private dictionaries = 0;
  /** What the search found so far, and how many numbers that is. */
  private found = new Int32Array(PER_SPOT * 256);
  private used = 0;
  /** For what was found in the texts being read. */
  readonly room = new Room();
  /** Rebuilt when a dictionary was added since. */
  private stale = true;
  private readonly bits = new Uint8Array(BITS / 8);
  /** Which single units are words, one bit each. */
  private readonly singles = new Uint8Array(8192);
  /** Nodes of one unit that is a word, and of two units; by hash, zero is none. */
  private heads = new Int32Array(0);
  private nodes = new Int32Array(0);
  /** Dictionary and number of each word, as often as it is in one; the last of a word's is marked by a negative dictionary. */
  private members = new Int32Array(0);

  /** The new dictionary's number. */
  add(words: Iterable<string>): number {
    const dictionary = this.dictionaries++;
    let pattern = 0;
    for (const word of words) {
      const known = this.words.get(word);
      if (known === undefined) this.words.set(word, [dictionary, pattern]);
      else known.push(dictionary, pattern);
      pattern++;
    }
    this.stale = true;
    return dictionary;
  }

  search(text: string): Spots {
    if (this.stale) this.build();
    this.used = 0;
    const { bits, singles, nodes } = this;
    const { length } = text;
    const { room } = this;
    const beginsAt = room.take(this.dictionaries + 2 + PAIRS + length);
    const index = room.numbers;
    const lastAt = beginsAt + this.dictionaries + 2;
    const beforeAt = lastAt + PAIRS;
    index.fill(-1, lastAt, beforeAt);
    const units = textUnits(text);
    let next = units[0]!;
    for (let i = 0; i < length; i++) {
      const unit = next;
      next = i + 1 < length ? units[i + 1]! : 0;
      if ((singles[unit >>> 3]! & (1 << (unit & 7))) !== 0)
        this.note(i, i + 1, nodes[this.head(unit, 0) + WORD]!);
      const mixed = hash(unit, next);
      const slot = lastAt + (mixed & (PAIRS - 1));
      index[beforeAt + i] = index[slot]!;
      index[slot] = i;
      const pair = mixed & (BITS - 1);
      if (i + 1 === length || (bits[pair >>> 3]! & (1 << (pair & 7))) === 0) continue;
      let node = this.head(unit, next);
      for (let j = i + 2; node !== 0; j++) {
        const word = nodes[node + WORD]!;
        if (word !== 0) this.note(i, j, word);
        if (j === length) break;
        const after = units[j]!;
        let child = nodes[node + CHILD]!;
        const end = nodes[node + END]!;
        while (child < end && nodes[child] !== after) child += SIZE;
        node = child < end ? child : 0;
      }
    }
    return new Spots(text, index, beginsAt, lastAt, beforeAt, this.found, this.used, room);
  }

  private note(start: number, end: number, word: number): void {
    const { members } = this;
    for (let at = word; ; at += 2) {
      const dictionary = members[at]!;
      if (this.used === this.found.length) {
        const larger = new Int32Array(this.used * 2);
        larger.set(this.found);
        this.found = larger;
      }
      const { found, used } = this;
      found[used] = start;
      found[used + 1] = end;
      found[used + 2] = dictionary < 0 ? ~dictionary : dictionary;
      found[used + 3] = members[at + 1]!;
      this.used = used + PER_SPOT;
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
      if (next === 0) this.singles[unit >>> 3]! |= 1 << (unit & 7);
      else this.bits[bit >>> 3]! |= 1 << (bit & 7);
    }
    this.stale = false;
  }
}

function hash(unit: number, next: number): number {
  const h = Math.imul(unit, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b);
  return h ^ (h >>> 15);
}

const together = new Together();
/** Shorter texts are not searched, so that a look-up in a name or cell need not ask whether it was. */
const SHORTEST = 64;
/** What was found in the texts being read. */
const searched = new Map<string, Spots>();
/** The one asked for last. */
let last: { text: string; spots: Spots } | undefined;
let slots = 0;

/** Makes a dictionary's words be looked for in every document that `searchTogether` is given; the dictionary's number. */
export function lookedForTogether(words: Iterable<string>): number {
  return together.add(words);
}

/**
 * Finds the words of all shared dictionaries in a document's text, in one pass; scans of that very text then cost next to
 * nothing, until `forgetSearched`.
 */
export function searchTogether(text: string): void {
  if (text.length >= SHORTEST && !searched.has(text)) searched.set(text, together.search(text));
}

/** Lets go of what was found. */
export function forgetSearched(): void {
  searched.clear();
  last = undefined;
  together.room.clear();
}

/** What was found in that very text, if it has been searched. */
export function spotsOf(text: string): Spots | undefined {
  if (last !== undefined && text === last.text) return last.spots;
  if (text.length < SHORTEST) return undefined;
  const spots = searched.get(text);
  if (spots !== undefined) last = { text, spots };
  return spots;
}

/** Where a name that a document gives stands in its text. */
export interface NameSpot<V> {
  start: number;
  end: number;
  value: V;
}

const byStart = (a: NameSpot<unknown>, b: NameSpot<unknown>): number => a.start - b.start || a.end - b.end;

/**
 * Every occurrence of names that a document gives, by start and then by length, overlapping ones included; an empty name
 * is ignored. As a trie of them would, but it need not be made nor walk through the text.
 */
export function spotsOfNames<V>(text: string, names: Iterable<readonly [string, V]>): NameSpot<V>[] {
  const spots = spotsOf(text);
  const found: NameSpot<V>[] = [];
  for (const [name, value] of names)
    for (const start of spots?.positionsOf(name) ?? positionsIn(text, name))
      found.push({ start, end: start + name.length, value });
  return sortFew(found, byStart);
}

function positionsIn(text: string, name: string): number[] {
  const found: number[] = [];
  if (name === "") return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) found.push(at);
  return found;
}

/** What `make` gives for a text, made once for each of the texts being read. */
export function oncePerText<T extends object>(make: (text: string) => T): (text: string) => T {
  const slot = slots++;
  /** Of a text that was not searched. */
  let other: { text: string; made: T } | undefined;
  return (text) => {
    const spots = spotsOf(text);
    if (spots !== undefined) {
      spots.made[slot] ??= make(text);
      return spots.made[slot] as T;
    }
    if (other?.text !== text) other = { text, made: make(text) };
    return other.made;
  };
}
