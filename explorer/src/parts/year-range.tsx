import { useWords } from "../i18n/language.js";
import { useHere } from "../state/use-address.js";
import { YearField } from "./year-field.js";

/** The first and last year that the address narrows to. */
export function YearRange() {
  const { address, go } = useHere();
  const { t } = useWords();
  return (
    <div class="years">
      <YearField label={t("graph.from")} value={address.from} onChange={(from) => go({ from })} />
      <span aria-hidden="true">–</span>
      <YearField label={t("graph.to")} value={address.to} onChange={(to) => go({ to })} />
    </div>
  );
}
