import { RELATIONS, TYPES } from "../generated/ontology.js";
import type { GraphData } from "../graph/data.js";
import { useWords } from "../i18n/language.js";
import { TypeMark } from "../parts/entity-name.js";
import { PlaceFilter } from "../parts/place-filter.js";
import { TierFilter } from "../parts/tier-filter.js";
import { YearRange } from "../parts/year-range.js";
import { toggled } from "../state/lists.js";
import { useHere } from "../state/use-address.js";

/** The legend that filters: types, relations, years, tier, place. */
export function GraphLegend({ data }: { data: GraphData | undefined }) {
  const { address, go } = useHere();
  const words = useWords();
  const { t } = words;
  const typeCounts = count([...(data?.nodes.values() ?? [])].map(({ type }) => type));
  const relationCounts = count([...(data?.links.values() ?? [])].map(({ relation }) => relation));
  const narrow = matchMedia("(max-width: 760px)").matches;
  const isFiltered =
    address.noTypes.length + address.noRelations.length > 0 ||
    [address.from, address.to, address.tier, address.place].some((value) => value !== undefined);
  return (
    <details class="legend" open={!narrow}>
      <summary>{t("graph.legend")}</summary>
      <fieldset>
        <legend>{t("graph.types")}</legend>
        {TYPES.filter(({ type }) => typeCounts.has(type) || address.noTypes.includes(type)).map(
          ({ type }) => (
            <label key={type}>
              <input
                type="checkbox"
                checked={!address.noTypes.includes(type)}
                onChange={() => go({ noTypes: toggled(address.noTypes, type) })}
              />
              <TypeMark type={type} /> {words.type(type)}{" "}
              <span class="count">{typeCounts.get(type) ?? 0}</span>
            </label>
          ),
        )}
      </fieldset>
      <fieldset>
        <legend>{t("graph.relations")}</legend>
        {RELATIONS.filter(({ type }) => relationCounts.has(type) || address.noRelations.includes(type)).map(
          ({ type }) => (
            <label key={type}>
              <input
                type="checkbox"
                checked={!address.noRelations.includes(type)}
                onChange={() => go({ noRelations: toggled(address.noRelations, type) })}
              />
              {words.relation(type)} <span class="count">{relationCounts.get(type) ?? 0}</span>
            </label>
          ),
        )}
      </fieldset>
      <fieldset>
        <legend>{t("graph.years")}</legend>
        <YearRange />
      </fieldset>
      <TierFilter label={t("graph.tier")} />
      <PlaceFilter value={address.place} onChange={(place) => go({ place })} />
      {isFiltered && (
        <button
          type="button"
          onClick={() =>
            go({
              noTypes: [],
              noRelations: [],
              from: undefined,
              to: undefined,
              tier: undefined,
              place: undefined,
            })
          }
        >
          {t("graph.reset")}
        </button>
      )}
    </details>
  );
}

function count(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
