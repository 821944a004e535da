import type { EntityType } from "../../schema/index.js";
import type { Candidate } from "./types.js";

/**
 * A candidate; the caller fills in what few have. All have the same fields in the same order: objects of many shapes make
 * every later look at one of them slow.
 */
export function candidate(
  type: EntityType,
  start: number,
  end: number,
  rule: string,
  confidence: number,
  priority = 0,
): Candidate {
  return {
    type,
    start,
    end,
    name: undefined,
    adcode: undefined,
    rule,
    confidence,
    priority,
    aliases: undefined,
    generic: false,
  };
}

/** The same with the name that it stands for. */
export function namedCandidate(
  type: EntityType,
  start: number,
  end: number,
  name: string,
  rule: string,
  confidence: number,
): Candidate {
  const made = candidate(type, start, end, rule, confidence);
  made.name = name;
  return made;
}
