import { endsClause } from "../lines/line-end.js";
import { gapBetween } from "./characters.js";
import { ENTRY, type Fragment, goesOnBehind, isOpen, LEAST_PROSE } from "./fragments.js";
import { continuation, freshness, ownPairs, type Pairs, tornness } from "./junctions.js";

/** An article, or a part of one under a heading of its own, as far as it has been read. */
interface Stream {
  /** Which block it begins with: what it is known by. */
  readonly id: number;
  /** The last block of its prose. */
  readonly last: number;
  /** The end of its last paragraph where that breaks off in mid-sentence, else "". */
  readonly tail: string;
  /** What it costs to leave it so. */
  readonly torn: number;
  /** Whether a byline stands below its heading: it is an article's headline, no name of the page or of a part of it. */
  readonly signed: boolean;
  /** Whether it ends in a list of winners, as boxes between the columns hold. */
  readonly lists: boolean;
  /** Its heading and its last blocks: what it is about. */
  readonly about: readonly number[];
}

/** One way to read the blocks so far; the ways to it are found back through `before`. */
interface Reading {
  readonly score: number;
  readonly streams: readonly Stream[];
  readonly current: Stream;
  readonly before: Reading | null;
  /** Which block was read last, in which stream and whether it goes on with the stream's last paragraph. */
  readonly block: number;
  readonly joins: boolean;
}

/** How many readings are kept beside the best. */
const BEAM = 12;
/** What headlines seldom hold: full names of firms in a sentence, or a bracket that is not closed. */
const LIKE_PROSE = /公司[^，、]{0,30}[，、]|[，、].{0,40}公司|（[^）]{0,40}$/;
/** 【园区观察】…, a headline of its own. */
const LABELLED = /^[【〖]/;
/** A page holds no more articles than that, and one that has not been touched for so many blocks is over. */
const ON_A_PAGE = 5;
const FORGOTTEN = 80;
/** How much of the end of a paragraph tells how it goes on. */
const LONGEST_END = 240;
/** What speaks for a new paragraph in the article that is being read, and against its broken sentence going on at once. */
const HERE = 1;
/** Of so many paragraphs one at least breaks off where columns are interleaved; a box within an article breaks one in a page. */
const FEWEST_TORN = 12;
/** From when on a paragraph plainly breaks off; only from such a one another article is gone over to. */
const PLAINLY = 2;
/** What speaks for the first paragraph below a heading. */
const HEADED = 3;
/** The same where it has no byline, as other headlines of the page do. */
const LABELS = 0;
/** What speaks against prose below a list in a box. */
const LISTED = -2;
/** What speaks for the first of several headlines above one another. */
const FIRST = 1.5;
/** What speaks for the sentence that has waited longest. */
const OLDEST = 2.5;
/** What speaks for going on with a sentence wherever it stands. */
const SURE = 1.5;
/** How many captions and the like may stand between the halves of a paragraph that may be complete. */
const REACH = 3;
/** How long such a line is among columns, and what it costs to take it for one. */
const SHORT_ASIDE = 30;
const ASIDE = 1;
/** What it costs to go over to another article between two lines with no blank line between them. */
const WITHIN_RUN = 3;
/** What speaks against the sentence going on at once that a column's end has broken: another column stands below. */
const ADJACENT = 3;
/** What an indent tells: that a paragraph begins. */
const INDENTED = 4;
/** What the want of an indent tells among paragraphs that have one. */
const UNINDENTED = -2.5;
/** Which part of the paragraphs has one then. */
const INDENTS = 0.4;
/** How much likeness of content counts, and of how many blocks of an article. */
const ALIKE = 2;
const MOST_LIKENESS = 3;
const LAST_BLOCKS = 4;

/**
 * Puts paragraphs together that the end of a column or page broke in mid-sentence, and the columns of a page in order whose
 * articles were scanned line of columns by line of columns: every paragraph goes to the article that it goes on with. Of all
 * ways to read the blocks that is the one whose sentences fit best; texts in which no paragraph breaks off come back as they are.
 */
export function orderColumns(fragments: readonly Fragment[]): readonly Fragment[] {
  if (!fragments.some(isTorn)) return fragments;
  for (const [i, fragment] of fragments.entries())
    if (fragments[i + 1]?.kind === "byline" && mayBeHeadline(fragment)) fragment.heads();
  // 公司, and then its list: not broken off, the items go on with it.
  for (const [i, fragment] of fragments.entries())
    if (fragments[i + 1]?.isItem === true && isOpen(fragment)) fragment.leads();
  if (!fragments.some(isTorn)) return fragments;
  return arranged(fragments, new Search(fragments).best());
}

/** 某产业怎样走出低谷？ */
const mayBeHeadline = ({ text, kind }: Fragment): boolean =>
  kind === "prose" && text.length <= LONGEST_HEADLINE && /[？！]$/.test(text);
const LONGEST_HEADLINE = 36;

const isTorn = (fragment: Fragment): boolean =>
  fragment.text.length >= LEAST_PROSE &&
  isOpen(fragment) &&
  tornness(fragment.text, fragment.column, fragment.full) > 1;

/** Looks for the best way to read the blocks of a text. */
class Search {
  private readonly pairs: Pairs;
  private readonly own: (Set<string> | undefined)[] = [];
  /** What has been found out of the block that is read, and the likeness of two blocks. */
  private gains = new Map<string, number>();
  private likeness = new Map<number, number>();
  private alikeAround: number | undefined = undefined;

  /** Whether several paragraphs, and not few of all, plainly break off and do not go on in the next. */
  private readonly inColumns: boolean;
  /** Whether its paragraphs are indented. */
  private readonly indents: boolean;

  constructor(private readonly fragments: readonly Fragment[]) {
    this.pairs = pairsOf(fragments);
    let torn = 0;
    let paragraphs = 0;
    let indented = 0;
    let last: Fragment | undefined;
    for (const fragment of fragments) {
      if (fragment.kind !== "prose") continue;
      paragraphs++;
      if (fragment.indented) indented++;
      if (last !== undefined && isTorn(last) && tornness(last.text, last.column, last.full) >= PLAINLY)
        if (continuation(last.text, fragment.text, this.pairs) < 1) torn++;
      last = fragment;
    }
    this.indents = indented > paragraphs * INDENTS;
    this.inColumns = torn > 1 && torn * FEWEST_TORN >= paragraphs;
  }

  best(): Reading {
    const start: Stream = { id: -1, last: -1, tail: "", torn: 0, signed: false, lists: false, about: [] };
    let readings: Reading[] = [
      { score: 0, streams: [start], current: start, before: null, block: -1, joins: false },
    ];
    for (let i = 0; i < this.fragments.length; i++) {
      this.gains = new Map();
      this.likeness = new Map();
      const next: Reading[] = [];
      this.alikeAround = undefined;
      for (const reading of readings) this.step(reading, i, readings.length === 1, next);
      // Outside columns the ways to read a torn line soon come to the same.
      readings = next.length > 1 ? likeliest(next, !this.inColumns) : next;
    }
    let best = readings[0]!;
    for (const reading of readings) if (final(reading) > final(best)) best = reading;
    return best;
  }

  /** All ways to go on with a reading at a block. */
  private step(reading: Reading, i: number, only: boolean, out: Reading[]): void {
    const fragment = this.fragments[i]!;
    const { current, streams, score } = reading;
    const { kind } = fragment;
    if (kind === "heading" && (this.isEntry(i) || (current.lists && this.isSameRun(i)))) {
      // What is left of a list goes on with it, whatever columns stand between.
      const list = current.lists ? current : streams.find(({ lists }) => lists);
      out.push(goneOn(reading, i, { ...(list ?? current), lists: true }));
      return;
    }
    if (kind !== "prose") {
      // Lines of a headline follow one another; what is no heading belongs to what is being read.
      if (
        kind === "heading" &&
        !(current.last < 0 && this.isHeadline(i - 1) && this.isBelow(i) && !LABELLED.test(fragment.text))
      ) {
        const begun: Stream = { id: i, last: -1, tail: "", torn: 0, signed: false, lists: false, about: [i] };
        out.push({
          score,
          streams: kept([...streams, begun], i),
          current: begun,
          before: reading,
          block: i,
          joins: false,
        });
      } else if (kind === "byline" && current.last < 0 && current.id >= 0) {
        out.push(goneOn(reading, i, { ...current, signed: true }));
      } else out.push({ ...reading, before: reading, block: i, joins: false });
      if (fragment.marked || (kind !== "heading" && kind !== "other")) return;
      // A few words of a column that is broken off look like a heading.
      const cost = LIKE_PROSE.test(fragment.text) ? 0 : 2;
      for (const stream of streams)
        if (stream.tail !== "") {
          const gain = this.gain(stream, i);
          if (gain > 1 + cost) out.push(placed(reading, stream, fragment, i, gain - cost, true));
        }
      if (this.inColumns && kind === "heading" && (cost === 0 || fragment.text.includes("，"))) {
        const fresh = freshness(fragment.text) + HERE - current.torn - cost;
        out.push(placed(reading, current, fragment, i, fresh, false));
      }
      return;
    }
    const sameRun = this.isSameRun(i);
    const unindented = this.indents && !fragment.indented && !sameRun && current.last >= 0;
    const fresh = freshness(fragment.text) + (fragment.indented ? INDENTED : unindented ? UNINDENTED : 0);
    const torn = streams.filter(({ tail }) => tail !== "");
    const oldest = torn.length > 1 ? torn.reduce((a, b) => (a.last < b.last ? a : b)) : undefined;
    const headed = current.last < 0 && current.id >= 0 && !current.lists;
    // Most blocks of most texts can be read in one way only.
    if (only && current.tail === "" && torn.length === 0 && !this.inColumns) {
      out.push(placed(reading, current, fragment, i, 0, false));
      return;
    }
    const around = this.around(i);
    // Headlines above one another wait each for its article, that of the first to begin with.
    const isSigned = streams.some(({ signed }) => signed);
    const waiting = streams.filter(
      (stream) => stream.last < 0 && stream.id >= 0 && (stream.signed || !isSigned || stream === current),
    );
    const rivals =
      this.inColumns &&
      headed &&
      waiting.some((stream) => stream !== current && (stream.signed || !current.signed));
    for (const stream of streams) {
      const here = stream === current;
      const likeness = headed && !rivals ? 0 : ALIKE * Math.log(this.alike(stream.about, i) / around);
      const close =
        Math.max(-MOST_LIKENESS, Math.min(MOST_LIKENESS, likeness)) - (!here && sameRun ? WITHIN_RUN : 0);
      if (stream.tail !== "" && (this.mayGoOn(stream, here, i) || this.gain(stream, i) >= SURE))
        out.push(
          placed(
            reading,
            stream,
            fragment,
            i,
            this.gain(stream, i) +
              close +
              (stream === oldest ? OLDEST : 0) -
              (this.inColumns && torn.length > 1 && stream.last === i - 1 && !sameRun ? ADJACENT : 0),
            true,
          ),
        );
      const waits = waiting.includes(stream);
      if (stream.tail === "" && (here || (this.inColumns && (stream.last >= 0 || waits)))) {
        const first = waits && rivals && stream === waiting[0] ? FIRST : 0;
        const heads = stream.signed || !isSigned ? HEADED : LABELS;
        const begins = stream.lists ? LISTED : here ? (headed && !rivals ? heads : HERE) : 0;
        out.push(placed(reading, stream, fragment, i, fresh + close + begins + first, false));
      }
      if (stream.tail !== "" && here) {
        out.push(placed(reading, stream, fragment, i, fresh + close + HERE - stream.torn, false));
        // What tells of a picture, or a line somebody said, stands between the halves of a sentence.
        const isAside = this.inColumns
          ? fragment.text.length <= SHORT_ASIDE && !sameRun
          : i - stream.last <= REACH;
        if (isAside && stream.torn >= PLAINLY && endsClause(fragment.text))
          out.push({
            ...reading,
            score: score + fresh + close - (this.inColumns ? ASIDE : 0),
            before: reading,
            block: i,
            joins: false,
          });
      }
    }
  }

  /** Whether a block is a headline's line and no entry of a list. */
  private isHeadline(i: number): boolean {
    return this.fragments[i]?.kind === "heading" && !this.isEntry(i);
  }

  /** Whether a headline goes with what stands above it: another of its lines, or ◆县域◆, the name of a column of the paper. */
  private isBelow(i: number): boolean {
    return (
      this.isSameRun(i) ||
      (this.fragments[i - 1]?.text.startsWith("#") === true && !this.fragments[i]!.text.startsWith("#"))
    );
  }

  /** Whether a line that might be a headline is an entry of a list: a name among other lines. */
  private isEntry(i: number): boolean {
    return (this.isSameRun(i) || this.isSameRun(i + 1)) && ENTRY.test(this.fragments[i]!.text);
  }

  private isSameRun(i: number): boolean {
    return this.fragments[i - 1]?.run === this.fragments[i]?.run;
  }

  /** What may be complete without a full stop goes on at once or never. */
  private mayGoOn({ torn, last }: Stream, here: boolean, i: number): boolean {
    return torn >= PLAINLY || this.inColumns || (here && i - last <= REACH);
  }

  private gain({ tail }: Stream, i: number): number {
    let gain = this.gains.get(tail);
    if (gain === undefined) {
      const { text, indented } = this.fragments[i]!;
      gain = continuation(tail, text, this.pairs) - (indented ? INDENTED : 0);
      this.gains.set(tail, gain);
    }
    return gain;
  }

  /** How much a block shares with those before it: less than with those of its own article. */
  private around(i: number): number {
    if (this.alikeAround !== undefined) return this.alikeAround;
    const blocks: number[] = [];
    for (let block = i - 1; block >= 0 && block >= i - AROUND; block--) blocks.push(block);
    const alike = this.alike(blocks, i);
    this.alikeAround = alike;
    return alike;
  }

  /** Which part of some blocks' own words another shares. */
  private alike(blocks: readonly number[], i: number): number {
    let shared = 0;
    let size = 0;
    for (const block of blocks) {
      const other = this.ownOf(block);
      let alike = this.likeness.get(block);
      if (alike === undefined) {
        alike = 0;
        for (const pair of this.ownOf(i)) if (other.has(pair)) alike++;
        this.likeness.set(block, alike);
      }
      shared += alike;
      size += other.size;
    }
    return (shared + 1) / (size + LEAST_SIZE);
  }

  private ownOf(i: number): Set<string> {
    const own = this.own[i] ?? ownPairs(this.fragments[i]!.text.slice(0, MOST_ALIKE));
    this.own[i] = own;
    return own;
  }
}

/** How much of a block is compared with others. */
const MOST_ALIKE = 400;
const AROUND = 16;
const LEAST_SIZE = 60;

const final = ({ score, streams }: Reading): number => streams.reduce((all, { torn }) => all - torn, score);

/** The best of several readings; where they go on alike, and `once` is asked for, only one of them. */
function likeliest(readings: Reading[], once: boolean): Reading[] {
  readings.sort((a, b) => b.score - a.score);
  const best: Reading[] = [];
  for (const reading of readings) {
    if (best.length === BEAM) break;
    if (!once || !best.some((better) => goOnAlike(better, reading))) best.push(reading);
  }
  return best;
}

/** Whether all that may come is the same for both: the better one stays so. */
function goOnAlike(a: Reading, b: Reading): boolean {
  if (a.current.id !== b.current.id || a.streams.length !== b.streams.length) return false;
  for (let i = 0; i < a.streams.length; i++) {
    const one = a.streams[i]!;
    const other = b.streams[i]!;
    if (one === other) continue;
    if (one.id !== other.id || one.last !== other.last || one.tail !== other.tail) return false;
    if (one.torn !== other.torn || one.about.length !== other.about.length) return false;
    for (let k = 0; k < one.about.length; k++) if (one.about[k] !== other.about[k]) return false;
  }
  return true;
}

/** A reading in which a block that is no prose stands in a stream. */
function goneOn(reading: Reading, block: number, current: Stream): Reading {
  const others = reading.streams.filter(({ id }) => id !== current.id);
  return {
    score: reading.score,
    streams: [...others, current],
    current,
    before: reading,
    block,
    joins: false,
  };
}

/** A reading in which a block stands in a stream. */
function placed(
  reading: Reading,
  stream: Stream,
  fragment: Fragment,
  i: number,
  gain: number,
  joins: boolean,
): Reading {
  const { text } = fragment;
  const open = !endsClause(text) || goesOnBehind(fragment);
  const tail = !open ? "" : (joins ? stream.tail + text : text).slice(-LONGEST_END);
  const torn = !open ? 0 : tornness(joins ? `。${text}` : text, fragment.column, fragment.full);
  const about =
    stream.about.length < LAST_BLOCKS
      ? [...stream.about, i]
      : [stream.about[0]!, ...stream.about.slice(2), i];
  const now: Stream = { id: stream.id, last: i, tail, torn, signed: stream.signed, lists: false, about };
  const streams = reading.streams.filter((other) => other !== stream);
  streams.push(now);
  return {
    score: reading.score + gain,
    streams: kept(streams, i),
    current: now,
    before: reading,
    block: i,
    joins,
  };
}

/** The streams that may go on; where they are too many, those go first whose last paragraph is complete. */
function kept(streams: Stream[], at: number): readonly Stream[] {
  const young = (stream: Stream): boolean => at - Math.max(stream.last, stream.id) <= FORGOTTEN;
  const rest = streams.every(young) ? streams : streams.filter(young);
  if (rest.length <= ON_A_PAGE) return rest;
  const complete = rest.findIndex(({ tail }, i) => tail === "" && i < rest.length - 1);
  return rest.filter((_, i) => i !== Math.max(complete, 0));
}

/** Whether a block says who made the page. */
const isCredit = ({ kind }: Fragment): boolean => kind === "byline" || kind === "boilerplate";

/** The blocks in the order of a reading; credits at the end stay there. */
function arranged(fragments: readonly Fragment[], best: Reading): Fragment[] {
  const path: Reading[] = [];
  for (let at: Reading | null = best; at !== null && at.block >= 0; at = at.before) path.push(at);
  path.reverse();
  /** By stream: its blocks, the parts of each, and the streams that begin behind it. */
  const parts = new Map<number, { blocks: string[][]; of: Fragment[]; prose: number; next: number[] }>();
  parts.set(-1, { blocks: [], of: [], prose: -1, next: [] });
  let open = -1;
  let end = fragments.length;
  while (end > 0 && isCredit(fragments[end - 1]!)) end--;
  for (const { block, current, joins } of path) {
    const fragment = fragments[block]!;
    if (block >= end) break;
    if (!parts.has(current.id)) {
      parts.set(current.id, { blocks: [], of: [], prose: -1, next: [] });
      parts.get(open)!.next.push(current.id);
    }
    open = current.id;
    const stream = parts.get(open)!;
    if (joins) {
      const whole = stream.blocks[stream.prose]!;
      whole.push(gapBetween(whole.at(-1)!, fragment.text), fragment.text);
      continue;
    }
    if (current.last === block) stream.prose = stream.blocks.length;
    stream.blocks.push([fragment.text]);
    stream.of.push(fragment);
  }
  const ordered: Fragment[] = [];
  const stack = [-1];
  while (stack.length > 0) {
    const { blocks, of, next } = parts.get(stack.pop()!)!;
    for (let i = 0; i < blocks.length; i++)
      ordered.push(blocks[i]!.length === 1 ? of[i]! : of[i]!.of(blocks[i]!.join("")));
    for (const id of next) stack.push(id);
  }
  return [...ordered, ...fragments.slice(end)];
}

/** How many pairs are looked for one by one before all are counted. */
const FEW_PAIRS = 16;

/** How often two or three characters follow one another in the blocks, where more often than twice is as good as twice. */
function pairsOf(fragments: readonly Fragment[]): Pairs {
  let asked = 0;
  let counts: Map<string, number> | undefined;
  return (pair) => {
    // Most texts have a few torn lines alone.
    if (counts === undefined && ++asked <= FEW_PAIRS) return timesIn(fragments, pair);
    counts ??= countsOf(fragments);
    return counts.get(pair) ?? 0;
  };
}

function timesIn(fragments: readonly Fragment[], pair: string): number {
  let times = 0;
  for (const { text } of fragments)
    for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) if (++times > 1) return times;
  return times;
}

function countsOf(fragments: readonly Fragment[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of fragments)
    for (let i = 1; i < text.length; i++) {
      const pair = text.slice(i - 1, i + 1);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      if (i > 1) counts.set(text.slice(i - 2, i + 1), 1);
    }
  return counts;
}
