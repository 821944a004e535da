import { useAnswer } from "../api/use-answer.js";
import { TYPES } from "../generated/ontology.js";
import { counts, decorated, disagreements, matrix, newest } from "../generated/operations.js";
import { useWords } from "../i18n/language.js";
import { EntityName, TypeMark } from "../parts/entity-name.js";
import { Waiting } from "../parts/trouble.js";
import { useHere } from "../state/use-address.js";

/** The landing view: what the graph holds, at once. */
export function Home() {
  const { t } = useWords();
  const answer = useAnswer(counts, {});
  const stats = answer.data?.stats;
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="lead">{t("subtitle")}</p>
      <Waiting answer={answer} />
      {stats && stats.documents === 0 && (
        <section class="notice" data-kind="empty">
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </section>
      )}
      {stats && stats.documents > 0 && (
        <>
          <Totals stats={stats} />
          <div class="cards">
            <Types byType={stats.byType} />
            <Decorated />
            <Zones />
            <Newest />
            <Disagreements />
          </div>
        </>
      )}
    </>
  );
}

function Totals({
  stats,
}: {
  stats: Record<"documents" | "claims" | "entities" | "relationships" | "observations", number>;
}) {
  const { t, number } = useWords();
  return (
    <dl class="totals">
      {(["documents", "claims", "entities", "relationships", "observations"] as const).map((key) => (
        <div key={key}>
          <dt>{t(`home.${key}`)}</dt>
          <dd>{number(stats[key])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Bars of how many entities there are of each type. */
function Types({ byType }: { byType: readonly { type: string; count: number }[] }) {
  const { t, type, number } = useWords();
  const byName = new Map(byType.map(({ type: name, count }) => [name, count]));
  const most = Math.max(1, ...byName.values());
  return (
    <section class="card">
      <h2>{t("home.types")}</h2>
      <table class="bars">
        <tbody>
          {TYPES.map(({ type: name, color }) => (
            <tr key={name}>
              <th scope="row">
                <TypeMark type={name} /> {type(name)}
              </th>
              <td>
                <span
                  class="bar"
                  style={{ width: `${(70 * (byName.get(name) ?? 0)) / most}%`, background: color }}
                />
                {number(byName.get(name) ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Decorated() {
  const { t } = useWords();
  const answer = useAnswer(decorated, { first: 10 });
  const rows = answer.data?.companies.aggregate ?? [];
  return (
    <section class="card">
      <h2>{t("home.decorated")}</h2>
      <Waiting answer={answer} />
      <ol class="ranking">
        {rows.map(({ count, keys: [key] }) =>
          key?.entity ? (
            <li key={key.entity.id}>
              <EntityName entity={{ __typename: "Company", ...key.entity }} />
              <span class="count">{t("home.awards", { n: count })}</span>
            </li>
          ) : null,
        )}
      </ol>
    </section>
  );
}

function Zones() {
  const { t } = useWords();
  const { go } = useHere();
  const answer = useAnswer(matrix, {});
  const found = answer.data?.zoneIndustryMatrix;
  const names = new Map(found?.industries.map((industry) => [industry.id, industry]));
  return (
    <section class="card">
      <h2>{t("home.zones")}</h2>
      <Waiting answer={answer} />
      {found?.zones.length === 0 && <p class="note">{t("matrix.none")}</p>}
      <ul>
        {found?.zones.slice(0, 8).map((zone) => (
          <li key={zone.id}>
            <EntityName entity={{ __typename: "Zone", ...zone }} />
            <span class="chips">
              {found.cells
                .filter((cell) => cell.zone === zone.id)
                .slice(0, 8)
                .map(({ industry }) => (
                  <EntityName key={industry} entity={{ __typename: "Industry", ...names.get(industry)! }} />
                ))}
            </span>
          </li>
        ))}
      </ul>
      {found && found.zones.length > 0 && (
        <button type="button" onClick={() => go({ view: "matrix" })}>
          {t("view.matrix")}
        </button>
      )}
    </section>
  );
}

function Newest() {
  const { t } = useWords();
  const { go } = useHere();
  const answer = useAnswer(newest, { first: 8 });
  return (
    <section class="card">
      <h2>{t("home.newest")}</h2>
      <Waiting answer={answer} />
      <ul>
        {answer.data?.documents.nodes.map((document) => (
          <li key={document.id}>
            <button type="button" class="source" onClick={() => go({ doc: document.id, at: undefined })}>
              {document.title ?? document.id}
            </button>
            <span class="count">
              {[document.date, t("home.claimCount", { n: document.claims.totalCount })]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Disagreements() {
  const { t } = useWords();
  const { go } = useHere();
  const answer = useAnswer(disagreements, { first: 5 });
  const found = answer.data?.contradictions;
  return (
    <section class="card">
      <h2>{t("home.contradictions")}</h2>
      <Waiting answer={answer} />
      {found?.length === 0 && <p class="note">{t("home.noContradictions")}</p>}
      <ul>
        {found?.map((one) => (
          <li key={one.reason}>
            <span class={one.probable ? "badge" : "badge certain"}>
              {t(one.probable ? "contradictions.probable" : "contradictions.certain")}
            </span>{" "}
            {one.subjects.map(({ name }) => name).join("、")} {one.indicator} {one.period}
          </li>
        ))}
      </ul>
      {found && found.length > 0 && (
        <button type="button" onClick={() => go({ view: "contradictions" })}>
          {t("view.contradictions")}
        </button>
      )}
    </section>
  );
}
