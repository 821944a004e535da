import { useState } from "preact/hooks";
import { useWords } from "../i18n/language.js";
import type { Named } from "../parts/entity-name.js";
import { SearchBox } from "../parts/search-box.js";
import { toggled } from "../state/lists.js";
import { useHere } from "../state/use-address.js";

/** What can be done with the chosen entity: draw, expand, pin, hide, find ways, see its years and figures. */
export function EntityActions({ entity }: { entity: Named }) {
  const { address, go } = useHere();
  const { t } = useWords();
  const [pathing, setPathing] = useState(false);
  const { id, __typename: type } = entity;
  const inGraph = address.view === "graph";
  const expanded = address.around.includes(id);
  const { [id]: pin, ...otherPins } = address.pins;
  return (
    <div class="actions">
      {!inGraph && (
        <button
          type="button"
          onClick={() => go({ view: "graph", around: [id], show: [], path: [], hide: [], pins: {} })}
        >
          {t("graph.draw")}
        </button>
      )}
      {inGraph && (
        <>
          <button type="button" onClick={() => go({ around: toggled(address.around, id) })}>
            {t(expanded ? "graph.collapse" : "graph.expand")}
          </button>
          <button
            type="button"
            aria-pressed={pin !== undefined}
            onClick={() => {
              if (pin) go({ pins: otherPins });
              else dispatchEvent(new CustomEvent("zhitu-pin", { detail: id }));
            }}
          >
            {t(pin ? "graph.unpin" : "graph.pin")}
          </button>
          <button type="button" onClick={() => go({ hide: toggled(address.hide, id), chosen: undefined })}>
            {t("graph.hide")}
          </button>
          <button type="button" onClick={() => go({ around: [id], show: [], path: [], hide: [], pins: {} })}>
            {t("graph.only")}
          </button>
        </>
      )}
      <button type="button" aria-expanded={pathing} onClick={() => setPathing(!pathing)}>
        {t("graph.path")}
      </button>
      <button type="button" onClick={() => go({ view: "timeline", of: id })}>
        {t("timeline.open")}
      </button>
      {["Province", "City", "County", "Zone", "Company"].includes(type) && (
        <button
          type="button"
          onClick={() => go({ view: "compare", places: [...new Set([...address.places, id])] })}
        >
          {t("compare.open")}
        </button>
      )}
      {pathing && (
        <SearchBox
          label={t("graph.path")}
          placeholder={t("search.placeholder")}
          onChoose={(other) => {
            setPathing(false);
            go({ view: "graph", path: [id, other.id], around: [], show: [], hide: [], pins: {} });
          }}
        />
      )}
    </div>
  );
}
