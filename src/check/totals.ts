import { evidenceOf, type Figure, type Finding, shown } from "./types.js";

/** What a document says is done with the things counted, before their name. */
const VERBS =
  /^(?:现有|共有|拥有|保有|累计|新增|获得|获评|获|共|有|已|建成|建有|创建|全省|全市|全区|全县|目前)+/u;
const CONJUNCTION = /以及|及|和|与|、/u;

/**
 * Totals whose parts are given: an indicator that names several things (中国质量奖及提名奖) and figures of the same subject
 * for each. Where they add up one bears the other out, where not they contradict each other.
 */
export function checkTotals(figures: Iterable<Figure>): Finding[] {
  const bySubject = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.subject, figure.unit, figure.status]);
    const known = bySubject.get(key);
    if (known === undefined) bySubject.set(key, [figure]);
    else known.push(figure);
  }
  const findings = new Map<string, Finding>();
  for (const group of bySubject.values()) {
    if (group.length < 3) continue;
    const byName = new Map<string, Figure[]>();
    for (const figure of group) {
      const name = nameOf(figure.indicator);
      byName.set(name, [...(byName.get(name) ?? []), figure]);
    }
    for (const total of group) {
      const names = nameOf(total.indicator).split(CONJUNCTION).map(nameOf);
      if (names.length < 2 || total.comparator !== "=" || names.some((name) => name.length < 2)) continue;
      const options = names.map((name, i) =>
        // 中国质量奖及提名奖: the second is short for 中国质量奖提名奖, and may be called either.
        distinct(
          [name, ...(i > 0 ? [names[0] + name] : [])]
            .flatMap((part) => byName.get(part) ?? [])
            .filter((part) => isPart(part, total)),
        ),
      );
      if (options.some((option) => option.length === 0)) continue;
      const choices = combinations(options);
      const sumOf = (parts: readonly Figure[]): number => parts.reduce((at, part) => at + part.value, 0);
      const agrees = (parts: readonly Figure[]): boolean =>
        Math.abs(sumOf(parts) - total.value) < 1e-9 * Math.max(1, Math.abs(total.value));
      const parts = choices.find(agrees) ?? choices[0];
      if (parts === undefined) continue;
      const agree = agrees(parts);
      // Where a part's name has several figures (提名奖 of two awards), or stands elsewhere, it may be another's part.
      if (!agree && (choices.length > 1 || !standTogether([total, ...parts]))) continue;
      const key = [total.id, ...parts.map((part) => part.id)].join("\t");
      findings.set(key, {
        kind: agree ? "corroboration" : "contradiction",
        rule: "total",
        subjects: [total.subject],
        indicator: total.indicator,
        period: total.period,
        reason: `${total.name}: ${parts.map(shown).join(" + ")} = ${sumOf(parts)}${total.unit}, given as ${shown(total)}`,
        evidence: [total, ...parts].map(evidenceOf),
      });
    }
  }
  return [...findings.values()];
}

const nameOf = (indicator: string): string => indicator.replace(VERBS, "").replace(/(?:数量|总数|数)$/u, "");

function isPart(part: Figure, total: Figure): boolean {
  if (part.id === total.id || part.comparator !== "=") return false;
  return part.period === total.period || part.period === null || total.period === null;
}

/** Whether figures stand in one place of one document, so that they speak of the same things. */
function standTogether(figures: readonly Figure[]): boolean {
  const sorted = [...figures].sort((a, b) => a.start - b.start);
  return sorted.every((figure, i) => {
    const before = sorted[i - 1];
    return before === undefined || (before.document === figure.document && figure.start - before.end <= GAP);
  });
}

/** UTF-16 units between figures that stand together. */
const GAP = 80;

const distinct = (figures: readonly Figure[]): Figure[] => [
  ...new Map(figures.map((f) => [f.id, f])).values(),
];

/** One of each option in every way; none where there are too many ways to tell anything. */
function combinations(options: readonly (readonly Figure[])[]): Figure[][] {
  let found: Figure[][] = [[]];
  for (const option of options) {
    found = found.flatMap((some) => option.map((figure) => [...some, figure]));
    if (found.length > MOST_COMBINATIONS) return [];
  }
  return found;
}

const MOST_COMBINATIONS = 256;
