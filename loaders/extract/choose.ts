import type { Candidate } from "./types.js";

/**
 * The candidates that stand when overlaps are settled: higher `priority` first, then the longer, then the surer, then
 * the earlier, then by type. In order of start; none overlaps another.
 */
export function choose(candidates: readonly Candidate[], length: number): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      (b.priority ?? 0) - (a.priority ?? 0) ||
      b.end - b.start - (a.end - a.start) ||
      b.confidence - a.confidence ||
      a.start - b.start ||
      (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  );
  const taken = new Uint8Array(length);
  const chosen: Candidate[] = [];
  for (const candidate of ranked) {
    // A chosen candidate is never shorter than a later one of the same priority, so its ends mostly tell; look at all for the rest.
    if (taken[candidate.start] || taken[candidate.end - 1]) continue;
    if (taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
