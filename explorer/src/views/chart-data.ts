import type { ComparisonQuery } from "../generated/operations.js";

type Rows = NonNullable<ComparisonQuery["compare"]>;
type Figure = Rows[number]["values"][number]["observations"][number];

/** A bar or a target mark. */
export interface Point {
  subject: string;
  period: string | null;
  figure: Figure;
}

/** All that is known of one indicator in one unit. */
export interface Chart {
  indicator: string;
  unit: string;
  /** In order of time; null, for what has no period, last. */
  periods: readonly (string | null)[];
  subjects: readonly string[];
  points: readonly Point[];
}

/** The rows of a comparison by indicator and unit; those with most to compare first. */
export function chartsOf(rows: Rows): Chart[] {
  const points = new Map<string, Point[]>();
  for (const { indicator, unit, period, values } of rows) {
    const key = `${indicator}\n${unit}`;
    const all = points.get(key) ?? [];
    points.set(key, all);
    for (const { subject, observations } of values) {
      for (const figure of observations) all.push({ subject: subject.id, period, figure });
    }
  }
  const charts = [...points].map(([key, all]): Chart => {
    const [indicator, unit] = key.split("\n") as [string, string];
    const periods = [...new Set(all.map(({ period }) => period))].sort(byPeriod);
    const subjects = [...new Set(all.map(({ subject }) => subject))].sort();
    return { indicator, unit, periods, subjects, points: all };
  });
  const weight = ({ subjects, periods, points: all }: Chart) =>
    1000 * subjects.length + 20 * periods.length + all.length;
  return charts.sort((a, b) => weight(b) - weight(a) || (a.indicator < b.indicator ? -1 : 1));
}

function byPeriod(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
