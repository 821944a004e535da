import { CharacterSet } from "../../patterns/character-set.js";
import type { Block } from "../../types.js";

const CLAUSE_ENDS = new CharacterSet("，；。！？：\n");

/** The clause of a sentence that holds `at`: between commas that do not stand within brackets. */
export function clauseOf(
  norm: string,
  at: number,
  sentence: { start: number; end: number },
): { start: number; end: number } {
  let start = at;
  while (start > sentence.start && !ends(norm, start - 1)) start--;
  let end = at;
  while (end < sentence.end && !ends(norm, end)) end++;
  return { start, end };
}

const ends = (norm: string, at: number): boolean => CLAUSE_ENDS.has(norm.charCodeAt(at));

/** Blocks whose text gives no facts. */
export function isMute(block: Block): boolean {
  return block.kind === "byline" || block.kind === "boilerplate";
}
