import { evidenceOf, type Figure, type Finding, shown } from "./types.js";

/**
 * Different values for one indicator of one subject in one period. Where no document gives the period, figures of
 * documents of one month may still be of two times, so that is probable at most; without dates nothing is said.
 */
export function conflictingValues(figures: Iterable<Figure>): Finding[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const when = figure.period ?? (figure.date === null ? null : `about ${figure.date.slice(0, 7)}`);
    if (when === null) continue;
    const key = JSON.stringify([figure.subject, figure.indicator, figure.unit, when, figure.status]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [figure]);
    else known.push(figure);
  }
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const first = group[0]!;
    if (group.every((other) => areCompatible(first, other)) && group.length < 3) continue;
    const distinct = [...new Map(group.map((figure) => [figure.id, figure])).values()];
    const clashing = distinct.filter((a) => distinct.some((b) => !areCompatible(a, b)));
    if (clashing.length === 0) continue;
    // Within one document an indicator that is cut short may stand for two; so only what is dated counts there.
    const isSure = first.period !== null;
    if (!isSure && new Set(clashing.map((figure) => figure.document)).size < 2) continue;
    const values = [...new Set(clashing.map((figure) => shown(figure)))].sort().join(" / ");
    findings.push({
      kind: isSure ? "contradiction" : "probable",
      rule: "value",
      subjects: [first.subject],
      indicator: first.indicator,
      period: first.period,
      reason: `${first.name}, ${first.period ?? "no period given"}: ${values}`,
      evidence: group.filter((figure) => clashing.some((c) => c.id === figure.id)).map(evidenceOf),
    });
  }
  return findings;
}

/** Whether two statements of one quantity can both be true. */
function areCompatible(a: Figure, b: Figure): boolean {
  if (a.comparator === "~" || b.comparator === "~") {
    const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
    return Math.abs(x - y) <= APPROXIMATE * Math.max(x, y);
  }
  if (a.comparator === "=" && b.comparator === "=") return a.value === b.value;
  if (a.comparator === b.comparator) return true;
  const [exact, bound] = a.comparator === "=" ? [a, b] : [b, a];
  if (exact.comparator === "=")
    return bound.comparator === ">=" ? exact.value >= bound.value : exact.value <= bound.value;
  const [low, high] = a.comparator === ">=" ? [a, b] : [b, a];
  return low.value <= high.value;
}

/** How far 约 and 近 may be off. */
const APPROXIMATE = 0.1;
