import { useState } from "preact/hooks";
import { useAnswer } from "../api/use-answer.js";
import { comparison, measured } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { SearchBox } from "../parts/search-box.js";
import { Waiting } from "../parts/trouble.js";
import { useHere } from "../state/use-address.js";
import { chartsOf } from "./chart-data.js";
import { IndicatorChart } from "./indicator-chart.js";

/** Rows read at once, and charts drawn of them. */
const ROWS = 100;
const CHARTS = 24;

/** Indicators of several places side by side, across periods, as charts with targets marked. */
export function Compare() {
  const { address, go } = useHere();
  const { t } = useWords();
  const [filter, setFilter] = useState("");
  const [shared, setShared] = useState(false);
  // Without a choice, the best measured places are compared.
  const some = useAnswer(measured, address.places.length === 0 ? { first: 2 } : null);
  const suggested = [...(some.data?.provinces.nodes ?? []), ...(some.data?.cities.nodes ?? [])].map(
    ({ id }) => id,
  );
  const places = address.places.length > 0 ? address.places : suggested;
  const answer = useAnswer(comparison, places.length > 0 ? { places: [...places], first: ROWS } : null);
  const names = new Map<string, string>();
  for (const row of answer.data?.compare ?? []) {
    for (const { subject } of row.values) names.set(subject.id, subject.name);
  }
  const charts = chartsOf(answer.data?.compare ?? []).filter(
    ({ indicator, subjects }) => indicator.includes(filter.trim()) && (!shared || subjects.length > 1),
  );
  const without = (id: string) => places.filter((other) => other !== id);
  return (
    <>
      <h1>{t("view.compare")}</h1>
      <div class="filters">
        <fieldset class="places" aria-label={t("compare.places")}>
          {places.map((id) => {
            const name = names.get(id) ?? id.split(":").at(-1)!;
            return (
              <span key={id} class="place-chip">
                {name}
                <button
                  type="button"
                  class="remove"
                  aria-label={t("compare.remove", { name })}
                  onClick={() => go({ places: without(id) })}
                >
                  ×
                </button>
              </span>
            );
          })}
          <SearchBox
            label={t("compare.add")}
            placeholder={t("compare.add")}
            onChoose={({ id }) => go({ places: [...new Set([...places, id])] })}
          />
        </fieldset>
        <label class="field">
          {t("compare.filter")}
          <input type="search" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={shared} onChange={() => setShared(!shared)} /> {t("compare.shared")}
        </label>
      </div>
      <Waiting answer={some} />
      <Waiting answer={answer} />
      {answer.data && charts.length === 0 && <p class="notice">{t("compare.none")}</p>}
      <div class="charts">
        {charts.slice(0, CHARTS).map((chart) => (
          <IndicatorChart
            key={`${chart.indicator} ${chart.unit}`}
            chart={chart}
            places={places}
            names={names}
          />
        ))}
      </div>
    </>
  );
}
