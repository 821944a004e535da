import { VALUES } from "../generated/ontology.js";
import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";

/** A choice among the tiers, or all, kept in the address. */
export function TierFilter({ label }: { label: string }) {
  const { address, go } = useHere();
  const { t, value } = useWords();
  return (
    <label class="field">
      {label}
      <select
        value={address.tier ?? ""}
        onChange={(event) => go({ tier: event.currentTarget.value || undefined })}
      >
        <option value="">{t("all")}</option>
        {Object.keys(VALUES.Tier!).map((tier) => (
          <option key={tier} value={tier}>
            {value("Tier", tier)}
          </option>
        ))}
      </select>
    </label>
  );
}
