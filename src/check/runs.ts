import { evidenceOf, type Figure, type Finding, shown } from "./types.js";

/** Figures that a document gives one after the other of one subject, in one unit. */
interface Run {
  figures: Figure[];
}

/** UTF-16 units between two figures of one run: an item of a list, half a sentence. */
const GAP = 80;
/** Figures that must agree before a difference is telling. */
export const AGREEING = 3;
/** Characters at the end of two indicators that make them one: 主导制修订国际标准, 国际标准. */
export const TAIL = 4;
/** A figure that so many runs share tells nothing. */
export const COMMON = 50;

/**
 * Probable contradictions: two documents give the same run of figures, of one subject or of a place and a part of it, and
 * differ in one of them. `related` tells whether two subjects are tied so.
 */
export function conflictingRuns(
  figures: Iterable<Figure>,
  related: (a: string, b: string) => boolean,
): Finding[] {
  const runs = runsOf(figures);
  const sharing = new Map<string, number[]>();
  for (const [index, run] of runs.entries())
    for (const figure of run.figures) {
      const key = JSON.stringify([tailOf(figure), figure.value, figure.unit]);
      const known = sharing.get(key);
      if (known === undefined) sharing.set(key, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  const agreeing = new Map<string, number>();
  for (const indexes of sharing.values()) {
    if (indexes.length > COMMON) continue;
    for (const [i, a] of indexes.entries())
      for (const b of indexes.slice(i + 1)) agreeing.set(`${a},${b}`, (agreeing.get(`${a},${b}`) ?? 0) + 1);
  }
  const findings: Finding[] = [];
  for (const [pair, count] of agreeing) {
    if (count < AGREEING) continue;
    const [a, b] = pair.split(",").map((index) => runs[Number(index)]!) as [Run, Run];
    const finding = compare(a, b, related);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

/** Whether two runs could be compared at all: the subjects of runs that share enough, for `related`. */
export function runsOf(figures: Iterable<Figure>): Run[] {
  const runs: Run[] = [];
  let current: Figure[] = [];
  const close = (): void => {
    if (current.length > AGREEING) runs.push({ figures: current });
    current = [];
  };
  for (const figure of figures) {
    const last = current.at(-1);
    const follows =
      last !== undefined &&
      last.document === figure.document &&
      last.subject === figure.subject &&
      last.unit === figure.unit &&
      last.status === figure.status &&
      figure.start - last.end <= GAP;
    if (!follows) close();
    current.push(figure);
  }
  close();
  return runs;
}

function compare(a: Run, b: Run, related: (a: string, b: string) => boolean): Finding | undefined {
  const [x, y] = [a.figures[0]!, b.figures[0]!];
  if (x.document === y.document || (x.subject !== y.subject && !related(x.subject, y.subject)))
    return undefined;
  const tails = new Map(b.figures.map((figure) => [tailOf(figure), figure]));
  const pairs = a.figures.flatMap((figure) => {
    const other = tails.get(tailOf(figure));
    return other === undefined ? [] : [[figure, other] as const];
  });
  const differing = pairs.filter(([p, q]) => p.value !== q.value);
  const same = pairs.filter(([p, q]) => p.value === q.value);
  if (differing.length !== 1 || same.length < AGREEING) return undefined;
  const [p, q] = differing[0]!;
  const whom = x.subject === y.subject ? x.name : `${x.name} and ${y.name}`;
  return {
    kind: "probable",
    rule: "run",
    subjects: [...new Set([x.subject, y.subject])].sort(),
    indicator: p.indicator,
    period: p.period,
    reason:
      `${whom}: two documents agree in ${same.map(([figure]) => shown(figure)).join(", ")}, ` +
      `but give ${shown(p)} and ${shown(q)}`,
    evidence: pairs.flatMap(([first, second]) => [evidenceOf(first), evidenceOf(second)]),
  };
}

const tailOf = ({ indicator }: Figure): string => indicator.slice(-TAIL);
