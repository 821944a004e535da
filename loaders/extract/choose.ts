import type { Candidate } from "./types.js";

/**
 * The candidates that stand when overlaps are settled: higher `priority` first, then the longer, then the surer, then
 * the earlier, then by type. In order of start; none overlaps another.
 */
export function choose(candidates: readonly Candidate[], length: number): Candidate[] {
  // One number for priority, length and confidence, which many share: sorting is most of the work.
  const alike = new Map<number, Candidate[]>();
  for (const c of candidates) {
    const key = ((c.priority ?? 0) * 1e6 + (c.end - c.start)) * 1e3 + Math.round(c.confidence * 100);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [c]);
    else known.push(c);
  }
  const taken = new Uint8Array(length);
  const chosen: Candidate[] = [];
  for (const key of Float64Array.from(alike.keys()).sort().reverse())
    for (const candidate of inOrder(alike.get(key)!)) {
      if (taken[candidate.start] || taken[candidate.end - 1]) continue;
      // Of one priority the earlier chosen are no shorter, so the ends tell; between priorities look at all.
      let at = candidate.start + 1;
      while (at < candidate.end && taken[at] === 0) at++;
      if (at < candidate.end) continue;
      taken.fill(1, candidate.start, candidate.end);
      chosen.push(candidate);
    }
  return chosen.sort((a, b) => a.start - b.start);
}

const compare = (a: Candidate, b: Candidate): number =>
  a.start - b.start || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);

/** The same candidates by start and type; a detector gives them so, mostly. */
function inOrder(candidates: Candidate[]): Candidate[] {
  for (let i = 1; i < candidates.length; i++)
    if (compare(candidates[i - 1]!, candidates[i]!) > 0) return candidates.sort(compare);
  return candidates;
}
