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

/** A copy without the reasons, of one shape for each kind of fact; what is undefined is not written. */
function withoutReasons(claim: Claim): object {
  if (claim.fact === "entity") {
    const { fact, type, name, aliases, mentions, adcode, region, date, evidence } = claim;
    return { fact, type, name, aliases, mentions, adcode, region, date, evidence };
  }
  if (claim.fact === "relation") {
    const { fact, type, from, to, year, edition, tier, role, title, evidence } = claim;
    return { fact, type, from, to, year, edition, tier, role, title, evidence };
  }
  const { fact, subject, indicator, value, unit, period, comparator, status, evidence } = claim;
  return { fact, subject, indicator, value, unit, period, comparator, status, evidence };
}
