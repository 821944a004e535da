import { useAnswer } from "../api/use-answer.js";
import { matrix, matrixCompanies } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { EntityName } from "../parts/entity-name.js";
import { PlaceFilter } from "../parts/place-filter.js";
import { Waiting } from "../parts/trouble.js";
import { useHere } from "../state/use-address.js";

/** Zones × industries: who builds what, click through to the companies. */
export function Matrix() {
  const { address, go } = useHere();
  const { t } = useWords();
  const answer = useAnswer(matrix, { places: address.place ? [address.place] : undefined });
  const found = answer.data?.zoneIndustryMatrix;
  const cells = new Map(found?.cells.map((cell) => [`${cell.zone} ${cell.industry}`, cell]));
  // What most zones build comes first.
  const weight = (industry: string) => found!.cells.filter((cell) => cell.industry === industry).length;
  const industries = [...(found?.industries ?? [])].sort((a, b) => weight(b.id) - weight(a.id));
  const [zone, industry] = address.cell;
  return (
    <>
      <h1>{t("view.matrix")}</h1>
      <div class="filters">
        <PlaceFilter value={address.place} onChange={(place) => go({ place, cell: [] })} />
      </div>
      <Waiting answer={answer} />
      {found?.zones.length === 0 && <p class="notice">{t("matrix.none")}</p>}
      {found && found.zones.length > 0 && (
        <section class="scroll" aria-label={t("view.matrix")}>
          <table class="data grid matrix">
            <caption>{t("matrix.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("matrix.zone")}</th>
                {industries.map((one) => (
                  <th key={one.id} scope="col">
                    <EntityName entity={{ __typename: "Industry", ...one }} bare />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.zones.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <EntityName entity={{ __typename: "Zone", ...row }} bare />
                  </th>
                  {industries.map((one) => {
                    const cell = cells.get(`${row.id} ${one.id}`);
                    if (!cell) return <td key={one.id} />;
                    const label = t("matrix.builds", {
                      zone: row.name,
                      industry: one.name,
                      n: cell.companies,
                    });
                    return (
                      <td key={one.id} class="builds">
                        <button
                          type="button"
                          title={label}
                          aria-label={label}
                          aria-pressed={zone === row.id && industry === one.id}
                          onClick={() => go({ cell: [row.id, one.id] })}
                        >
                          {cell.companies || "✓"}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {zone && industry && found && (
        <Cell
          zone={{ id: zone, name: found.zones.find(({ id }) => id === zone)?.name ?? zone }}
          industry={{ id: industry, name: industries.find(({ id }) => id === industry)?.name ?? industry }}
        />
      )}
    </>
  );
}

interface CellProps {
  zone: { id: string; name: string };
  industry: { id: string; name: string };
}

/** The companies behind a cell, and the fact that the zone builds the industry. */
function Cell({ zone, industry }: CellProps) {
  const { t } = useWords();
  const { go } = useHere();
  const answer = useAnswer(matrixCompanies, { zone: zone.id, industry: industry.id });
  const companies = answer.data?.companies;
  return (
    <section class="card" aria-live="polite">
      <h2>{t("matrix.companies", { zone: zone.name, industry: industry.name })}</h2>
      <Waiting answer={answer} />
      {companies?.totalCount === 0 && <p class="note">{t("matrix.noCompanies")}</p>}
      <ul>
        {companies?.nodes.map((company) => (
          <li key={company.id}>
            <EntityName entity={company} />
          </li>
        ))}
      </ul>
      <div class="actions">
        <button
          type="button"
          onClick={() => go({ link: `FOCUSES_ON:${zone.id}>${industry.id}`, doc: undefined, at: undefined })}
        >
          {t("panel.evidence")}
        </button>
        <button
          type="button"
          onClick={() =>
            go({
              view: "graph",
              around: [],
              show: [zone.id, industry.id, ...(companies?.nodes.map(({ id }) => id) ?? [])],
              path: [],
              hide: [],
              pins: {},
              place: undefined,
            })
          }
        >
          {t("matrix.draw")}
        </button>
      </div>
    </section>
  );
}
