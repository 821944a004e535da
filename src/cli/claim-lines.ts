import type { Claim } from "../../schema/index.js";

/** How many lines go into one string: few writes, and no string that grows with the document. */
const LINES_AT_ONCE = 1000;

/** Claims as JSONL, some lines at a time; rule, confidence and reasons only where they are asked for. */
export function* linesOf(claims: readonly Claim[], explain: boolean): Generator<string> {
  for (let from = 0; from < claims.length; from += LINES_AT_ONCE)
    yield claims
      .slice(from, from + LINES_AT_ONCE)
      .map((claim) => `${JSON.stringify(explain ? claim : withoutReasons(claim))}\n`)
      .join("");
}

const REASONS: ReadonlySet<string> = new Set(["rule", "confidence", "aliasReasons"]);

/** A copy without the reasons; key by key, since claims have too many shapes for spread to be quick. */
function withoutReasons(claim: Claim): object {
  const shown: Record<string, unknown> = {};
  for (const key in claim) if (!REASONS.has(key)) shown[key] = claim[key as keyof Claim];
  return shown;
}
