import type { AwardYearsQuery } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { EntityName, type Named } from "../parts/entity-name.js";
import { useHere } from "../state/use-address.js";

/** Awards that the table has at most; those with most wins. */
const MOST = 15;

interface Line {
  award: Named;
  total: number;
  /** Wins by year, and within it by tier. */
  years: Map<number | null, Map<string, number>>;
}

/** Awards × years: how many wins, by tier on pointing; a click narrows the roll to the award and the year. */
export function AwardYears({ data }: { data: AwardYearsQuery }) {
  const { t, value } = useWords();
  const { address, go } = useHere();
  const { from = 0, to = 9999, tier } = address;
  const narrowed = address.from !== undefined || address.to !== undefined;
  const lines = new Map<string, Line>();
  for (const { count, keys } of data.awards.aggregate) {
    const [award, year, won] = keys;
    if (!award?.entity || (tier && won?.value !== tier)) continue;
    const at = year?.number ?? (year?.value ? Number(year.value) : null);
    if (narrowed && (at === null || at < from || at > to)) continue;
    const line: Line = lines.get(award.entity.id) ?? {
      award: { __typename: "Award", ...award.entity },
      total: 0,
      years: new Map(),
    };
    lines.set(award.entity.id, line);
    line.total += count;
    const tiers = line.years.get(at) ?? new Map();
    line.years.set(at, tiers);
    tiers.set(won?.value ?? "", (tiers.get(won?.value ?? "") ?? 0) + count);
  }
  const shown = [...lines.values()].sort((a, b) => b.total - a.total).slice(0, MOST);
  const years = [...new Set(shown.flatMap((line) => [...line.years.keys()]))].sort(
    (a, b) => (a ?? 9999) - (b ?? 9999),
  );
  const sum = (tiers: ReadonlyMap<string, number>) => [...tiers.values()].reduce((a, b) => a + b, 0);
  const most = Math.max(1, ...shown.flatMap((line) => [...line.years.values()].map(sum)));
  return (
    <section class="scroll" aria-label={t("honours.grid")}>
      <table class="data grid">
        <caption>{t("honours.grid")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("honours.award")}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {year ?? t("honours.undated")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.award.id}>
              <th scope="row">
                <EntityName entity={line.award} bare />
              </th>
              {years.map((year) => {
                const tiers = line.years.get(year);
                if (!tiers) return <td key={year} />;
                const parts = [...tiers].map(([name, count]) => `${value("Tier", name)} ${count}`).join("，");
                return (
                  <td
                    key={year}
                    class="cell"
                    style={{ "--share": `${Math.round((45 * sum(tiers)) / most)}%` }}
                  >
                    <button
                      type="button"
                      title={parts}
                      aria-label={`${line.award.name} ${year ?? t("honours.undated")}: ${sum(tiers)} (${parts})`}
                      onClick={() =>
                        go({ award: line.award.name, ...(year === null ? {} : { from: year, to: year }) })
                      }
                    >
                      {sum(tiers)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
