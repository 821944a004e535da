import { useAnswer } from "../api/use-answer.js";
import { places } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";

interface Props {
  value: string | undefined;
  onChange: (place: string | undefined) => void;
}

/** A choice among provinces, cities and zones, or all. */
export function PlaceFilter({ value, onChange }: Props) {
  const { t, type } = useWords();
  const answer = useAnswer(places, {});
  const groups = answer.data ? [answer.data.provinces, answer.data.cities, answer.data.zones] : [];
  const known = groups.some(({ nodes }) => nodes.some(({ id }) => id === value));
  return (
    <label class="field">
      {t("graph.place")}
      <select value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
        <option value="">{t("all")}</option>
        {value && !known && <option value={value}>{value.split(":").at(-1)}</option>}
        {groups.map(({ nodes }) =>
          nodes[0] ? (
            <optgroup key={nodes[0].__typename} label={type(nodes[0].__typename)}>
              {nodes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ) : null,
        )}
      </select>
    </label>
  );
}
