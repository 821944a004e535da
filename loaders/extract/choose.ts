import { sortFew } from "../sort-few.js";
import { firstFrom } from "./spans.js";
import type { Candidate } from "./types.js";

/**
 * The candidates that stand when overlaps are settled: higher `priority` first, then the longer, then the surer, then
 * the earlier, then by type. In order of start; none overlaps another.
 */
export function choose(candidates: readonly Candidate[]): Candidate[] {
  const sorted = byStart(candidates);
  const chosen: Candidate[] = [];
  // Most overlap none, and those of one knot do not touch another's.
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    let { end } = sorted[from]!;
    for (to = from + 1; to < sorted.length && sorted[to]!.start < end; to++)
      if (sorted[to]!.end > end) end = sorted[to]!.end;
    const first = sorted[from]!;
    if (to === from + 1) chosen.push(first);
    // Of two that overlap one stands.
    else if (to === from + 2) chosen.push(compare(first, sorted[from + 1]!) > 0 ? sorted[from + 1]! : first);
    else untie(sorted.slice(from, to), chosen);
  }
  return chosen;
}

/** Adds those of a knot of overlapping candidates that stand, by start. */
function untie(knot: Candidate[], chosen: Candidate[]): void {
  for (const candidate of sortFew(knot, compare)) {
    const at = firstFrom(chosen, candidate.end);
    if (at > 0 && chosen[at - 1]!.end > candidate.start) continue;
    if (at === chosen.length) chosen.push(candidate);
    else chosen.splice(at, 0, candidate);
  }
}

const compare = (a: Candidate, b: Candidate): number =>
  (b.priority ?? 0) - (a.priority ?? 0) ||
  b.end - b.start - (a.end - a.start) ||
  Math.round(b.confidence * 100) - Math.round(a.confidence * 100) ||
  a.start - b.start ||
  (a.type < b.type ? -1 : a.type > b.type ? 1 : 0);

/** Kept, since room outside of V8's heap costs more than the sorting of a short document's candidates. */
let room = new Float64Array(1024);

/** Sorted by start, those of one start in their order: by numbers, which are sorted several times as fast as objects. */
function byStart(candidates: readonly Candidate[]): Candidate[] {
  const { length } = candidates;
  if (length > room.length) room = new Float64Array(length * 2);
  const keys = room.subarray(0, length);
  for (let i = 0; i < length; i++) keys[i] = candidates[i]!.start * length + i;
  keys.sort();
  const sorted: Candidate[] = [];
  for (let i = 0; i < length; i++) {
    const key = keys[i]!;
    // Not `%`, which takes ten times as long for what may be no small integer.
    sorted.push(candidates[key - Math.floor(key / length) * length]!);
  }
  return sorted;
}
