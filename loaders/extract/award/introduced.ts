import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { type Entry, entryOf } from "./entry.js";

/** 某奖：第二届、第四届。第三届曾申报，未获奖。: the first sentence of a list's item, where it is but an award and its dates. */
export function honourBefore(x: Extraction, start: number, end: number): Entry | undefined {
  const stop = x.norm.indexOf("。", start);
  if (stop < 0 || stop >= end - 1 || !mentionsType(x, start, stop, "Award")) return undefined;
  const entry = entryOf(x, start, stop);
  if (entry === undefined || entry.units.length > 0 || entry.fields.length < 2) return undefined;
  return entry.fields.every(({ kind }, i) =>
    i === 0 ? kind === "award" : kind === "date" || kind === "tier",
  )
    ? entry
    : undefined;
}
