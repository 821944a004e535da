/** Characters that a claim quotes, half-open, in UTF-16 units as JavaScript counts them. */
export interface Span {
  start: number;
  end: number;
}

/** A run of text: within the mark or not, and the shortest claim that quotes it. */
export interface Slice<Claim extends Span> {
  start: number;
  text: string;
  marked: boolean;
  claim?: Claim;
}

/** Cuts a text at the borders of claims and of the mark, so that their slices joined are the text again. */
export function sliceText<Claim extends Span>(
  text: string,
  claims: readonly Claim[],
  start: number,
  end: number,
): Slice<Claim>[] {
  const inText = claims.filter((claim) => claim.start < claim.end && claim.end <= text.length);
  const borders = new Set([0, text.length]);
  for (const span of [...inText, { start, end }]) {
    borders.add(Math.min(span.start, text.length));
    borders.add(Math.min(span.end, text.length));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const byLength = [...inText].sort((a, b) => a.end - a.start - (b.end - b.start));
  const slices: Slice<Claim>[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    slices.push({
      start: from,
      text: text.slice(from, to),
      marked: from >= start && to <= end,
      claim: byLength.find((claim) => claim.start <= from && claim.end >= to),
    });
  }
  return slices;
}
