/** What makes two figures speak of the same. */
interface Figure {
  indicator: string;
  value: number;
  unit: string;
  period?: string | null;
  comparator?: string | null;
  status: string;
}

/** Figures of one indicator, period and status that differ; figures without a period may be of different times. */
export function disagreements<F extends Figure>(figures: readonly F[]): F[][] {
  const groups = new Map<string, F[]>();
  for (const figure of figures) {
    if (!figure.period) continue;
    const key = JSON.stringify([
      figure.indicator,
      figure.unit,
      figure.period,
      figure.status,
      figure.comparator ?? "EQ",
    ]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ value }) => value)).size > 1);
}
