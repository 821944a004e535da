import type { EntityType } from "../../schema/index.js";
import type { Mention } from "./types.js";

/** Index of the first span that starts at or after `start`; spans are sorted by start. */
export function firstFrom(spans: readonly { start: number }[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The same for a document's mentions. They are asked for far more often than all else, and code that sees spans of one
 * shape alone reads them several times as fast.
 */
export function firstMention(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a mention of that type lies within [from, to). */
export function mentionsType(
  { mentions }: { mentions: readonly Mention[] },
  from: number,
  to: number,
  type: EntityType,
): boolean {
  for (let i = firstMention(mentions, from); i < mentions.length; i++) {
    const mention = mentions[i]!;
    if (mention.start >= to) return false;
    if (mention.type === type && mention.end <= to) return true;
  }
  return false;
}

/** Where a character stands in [from, to), else -1: unlike `indexOf` it looks no further, however long the text. */
export function indexWithin(text: string, character: string, from: number, to: number): number {
  const unit = character.charCodeAt(0);
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === unit) return i;
  return -1;
}

/** The same for a word. */
export function wordWithin(text: string, word: string, from: number, to: number): number {
  for (let at = indexWithin(text, word, from, to); at >= 0; at = indexWithin(text, word, at + 1, to))
    if (text.startsWith(word, at)) return at;
  return -1;
}

/** The last place of a character there. */
export function lastIndexWithin(text: string, character: string, from: number, to: number): number {
  const unit = character.charCodeAt(0);
  for (let i = to - 1; i >= from; i--) if (text.charCodeAt(i) === unit) return i;
  return -1;
}

/** The last of sorted offsets that is not behind `at`, -1 where there is none. */
export function lastUpTo(offsets: readonly number[], at: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (offsets[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : offsets[low - 1]!;
}

/** The span that holds the offset; spans are sorted and do not overlap. */
export function spanAt<S extends { start: number; end: number }>(
  spans: readonly S[],
  offset: number,
): S | undefined {
  // Not by `firstFrom`, which sees spans of all shapes: these are blocks and sentences.
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  const span = spans[low - 1]!;
  return offset < span.end ? span : undefined;
}

/** Spans that are asked for again and again at offsets near one another: the last answer is tried first. */
export class SpanFinder<S extends { start: number; end: number }> {
  private last: S | undefined = undefined;

  constructor(private readonly spans: readonly S[]) {}

  /** The span that holds the offset. */
  at(offset: number): S | undefined {
    const { last } = this;
    if (last !== undefined && offset >= last.start && offset < last.end) return last;
    this.last = spanAt(this.spans, offset);
    return this.last;
  }
}

/** Whether one of the mentions, of which none overlaps another, shares a place with [start, end). */
export function overlapsMention(mentions: readonly Mention[], start: number, end: number): boolean {
  const last = firstMention(mentions, end) - 1;
  return last >= 0 && mentions[last]!.end > start;
}
