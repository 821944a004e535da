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

/** Whether a mention of that type lies within [from, to). */
export function mentionsType<T>(
  { mentions }: { mentions: readonly { start: number; end: number; type: T }[] },
  from: number,
  to: number,
  type: T,
): boolean {
  for (let i = firstFrom(mentions, from); i < mentions.length; i++) {
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

/** The same from the end. */
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
  return offsets[low - 1] ?? -1;
}

/** The span that holds the offset; spans are sorted and do not overlap. */
export function spanAt<S extends { start: number; end: number }>(
  spans: readonly S[],
  offset: number,
): S | undefined {
  const span = spans[firstFrom(spans, offset + 1) - 1];
  return span !== undefined && offset < span.end ? span : undefined;
}
