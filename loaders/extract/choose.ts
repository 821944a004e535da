import type { Candidate } from "./types.js";

/**
 * The candidates that stand when overlaps are settled: higher `priority` first, then the longer, then the surer, then
 * the earlier, then by type. In order of start; none overlaps another.
 */
export function choose(candidates: readonly Candidate[], length: number): Candidate[] {
  // One number for priority, length and confidence: sorting is most of the work.
  const keys = new Float64Array(candidates.length);
  const order = new Uint32Array(candidates.length);
  candidates.forEach((c, i) => {
    keys[i] = ((c.priority ?? 0) * 1e6 + (c.end - c.start)) * 1e3 + Math.round(c.confidence * 100);
    order[i] = i;
  });
  order.sort((i, j) => {
    const byKey = keys[j]! - keys[i]!;
    if (byKey !== 0) return byKey;
    const a = candidates[i]!;
    const b = candidates[j]!;
    return a.start - b.start || (a.type < b.type ? -1 : a.type > b.type ? 1 : i - j);
  });
  const taken = new Uint8Array(length);
  const chosen: Candidate[] = [];
  for (const i of order) {
    const candidate = candidates[i]!;
    if (taken[candidate.start] || taken[candidate.end - 1]) continue;
    // Of one priority the earlier chosen are no shorter, so the ends tell; between priorities look at all.
    if (taken.subarray(candidate.start, candidate.end).includes(1)) continue;
    taken.fill(1, candidate.start, candidate.end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.start - b.start);
}
