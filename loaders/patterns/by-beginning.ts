import { needsOf } from "./needs.js";

/** What parts the alternatives of a pattern, and what stands in brackets or escaped. */
const MARKS = /\\.|\[(?:\\.|[^\]\\]){0,200}\]|[()|]/g;

/**
 * The alternatives of a pattern, none of them empty, by the units that they can begin with, in their order: sources of patterns
 * for one place of a text. V8 tries all alternatives one after the other; where there are hundreds, hardly any can begin
 * with the character at hand.
 */
export function byBeginning(source: string): Map<number, string> {
  const sources = new Map<number, string>();
  for (const part of partsOf(source))
    for (const unit of needsOf({ source: part, flags: "" }).first.list) {
      const before = sources.get(unit);
      sources.set(unit, before === undefined ? part : `${before}|${part}`);
    }
  return sources;
}

function partsOf(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of source.matchAll(MARKS)) {
    if (mark === "(") depth++;
    else if (mark === ")") depth--;
    else if (mark === "|" && depth === 0) {
      parts.push(source.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}
