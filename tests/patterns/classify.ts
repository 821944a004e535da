import { check } from "recheck";
import { isAnchored, parsePattern, reachOf, waysOf } from "./growth.js";

/** How the time of a search grows with the text: `bounded` and `linear` are what a pattern of ours must be. */
export interface Growth {
  kind: "bounded" | "linear" | "polynomial" | "exponential" | "undecided";
  /** For the reader of a failure: how, and with which text. */
  why: string;
}

/** Ways from one place, for one that searches and one that is tried at the beginning alone: more would be as slow as no bound. */
const MOST_WAYS = 1_000_000;
const MOST_WAYS_ANCHORED = 10_000_000;
/** Milliseconds for one pattern. */
const PATIENCE = 30_000;

/**
 * Classifies a pattern: by its own form where no quantifier is without an upper bound, else by recheck, whose proofs by an
 * automaton count and whose trials do not. Whether it is sticky or searches is all one here: who calls a sticky one tries every
 * place.
 */
export async function growthOf(source: string, flags: string): Promise<Growth> {
  const pattern = parsePattern(source, flags);
  const reach = reachOf(pattern);
  if (reach < Infinity) {
    const ways = waysOf(pattern);
    const why = `looks at ${reach} characters in ${ways} ways`;
    return {
      kind: ways <= (isAnchored(pattern, flags) ? MOST_WAYS_ANCHORED : MOST_WAYS) ? "bounded" : "exponential",
      why,
    };
  }
  const found = await check(source, flags.replace(/[gy]/g, ""), { timeout: PATIENCE });
  if (found.status === "unknown") return { kind: "undecided", why: found.error.kind };
  const { type, summary } = found.complexity;
  if (found.status === "vulnerable")
    return { kind: found.complexity.type, why: `${summary}: ${found.attack.pattern}` };
  return type === "safe" || found.checker !== "automaton"
    ? { kind: "undecided", why: "trials found nothing, which proves nothing" }
    : { kind: "linear", why: summary };
}
