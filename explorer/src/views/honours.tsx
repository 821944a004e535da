import { useMemo, useState } from "preact/hooks";
import { ask } from "../api/client.js";
import { useAnswer, useLoaded } from "../api/use-answer.js";
import {
  type AwardLevel,
  type AwardWhere,
  awardYears,
  type HonoursQuery,
  honours,
  type Tier,
  type WonWinnersWhere,
} from "../generated/operations.js";
import { download } from "../graph/picture.js";
import { useWords } from "../i18n/language.js";
import { EntityName } from "../parts/entity-name.js";
import { TierFilter } from "../parts/tier-filter.js";
import { Waiting } from "../parts/trouble.js";
import { YearRange } from "../parts/year-range.js";
import type { Address } from "../state/address.js";
import { useHere } from "../state/use-address.js";
import { AwardYears } from "./award-years.js";
import { COLUMNS, type Column, type HonourRow, sortRows, toCsv } from "./honour-rows.js";

/** Awards read at once. */
const PAGE = 50;

/** The honour roll: who won which award when, in which tier; sortable, filterable, to CSV. */
export function Honours() {
  const { address, go } = useHere();
  const words = useWords();
  const { t } = words;
  const filters = filtersOf(address);
  const [pages, setPages] = useState(1);
  const key = JSON.stringify(filters);
  const answer = useLoaded(`${key} ${pages}`, (signal) => readHonours(filters, pages, signal));
  const years = useAnswer(awardYears, { where: filters.where });
  const { rows, total, read, cut } = answer.data ?? { rows: [], total: 0, read: 0, cut: [] };
  const [column, direction] = (address.sort ?? "year-desc").split("-") as [Column, string];
  const sorted = useMemo(() => sortRows(rows, column, direction === "desc"), [rows, column, direction]);
  const sortBy = (name: Column) =>
    go({ sort: `${name}-${name === column && direction === "asc" ? "desc" : "asc"}` }, { replace: true });
  return (
    <>
      <h1>{t("view.honours")}</h1>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label class="field">
          {t("honours.filter")}
          <input
            type="search"
            value={address.award ?? ""}
            onInput={(event) => go({ award: event.currentTarget.value || undefined }, { replace: true })}
          />
        </label>
        <label class="field">
          {t("honours.level")}
          <select
            value={address.level ?? ""}
            onChange={(event) => go({ level: event.currentTarget.value || undefined })}
          >
            <option value="">{t("all")}</option>
            {["NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY", "OTHER"].map((level) => (
              <option key={level} value={level}>
                {words.value("AwardLevel", level)}
              </option>
            ))}
          </select>
        </label>
        <TierFilter label={t("honours.tier")} />
        <YearRange />
        <button
          type="button"
          disabled={sorted.length === 0}
          onClick={() =>
            download(
              "zhitu-honours.csv",
              new Blob([toCsv(sorted, words)], { type: "text/csv;charset=utf-8" }),
            )
          }
        >
          {t("honours.csv")}
        </button>
      </form>
      <Waiting answer={answer} />
      {answer.data && (
        <p role="status" class="note">
          {t("honours.count", { n: rows.length, awards: read })}
          {cut.map((name) => (
            <span key={name}> {t("honours.cut", { name })}</span>
          ))}
        </p>
      )}
      {answer.data && rows.length === 0 && <p class="notice">{t("honours.none")}</p>}
      {years.data && rows.length > 0 && <AwardYears data={years.data} />}
      {rows.length > 0 && (
        <section class="scroll" aria-label={t("honours.caption")}>
          <table class="data">
            <caption>{t("honours.caption")}</caption>
            <thead>
              <tr>
                {COLUMNS.map((name) => (
                  <th
                    key={name}
                    scope="col"
                    aria-sort={
                      name !== column ? undefined : direction === "desc" ? "descending" : "ascending"
                    }
                  >
                    <button type="button" onClick={() => sortBy(name)}>
                      {t(`honours.${name}`)} {name === column ? (direction === "desc" ? "↓" : "↑") : ""}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {total > read && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          {t("honours.next", { n: Math.min(PAGE, total - read) })}
        </button>
      )}
    </>
  );
}

function Row({ row }: { row: HonourRow }) {
  const { value, type } = useWords();
  const { go } = useHere();
  return (
    <tr>
      <td>
        <EntityName entity={row.award} bare />
      </td>
      <td>{value("AwardLevel", row.level)}</td>
      <td class="number">
        <button
          type="button"
          class="fact"
          onClick={() => go({ link: row.id, doc: undefined, at: undefined })}
        >
          {row.year ?? "–"}
        </button>
      </td>
      <td class="number">{row.edition}</td>
      <td>{value("Tier", row.tier)}</td>
      <td>
        <EntityName entity={row.winner} />
      </td>
      <td>{type(row.winner.__typename)}</td>
      <td>{row.place}</td>
    </tr>
  );
}

interface Filters {
  where: AwardWhere;
  winners: WonWinnersWhere;
}

/** The address as filters of awards and of their winners. */
function filtersOf({ award, level, tier, from, to }: Address): Filters {
  const year = from || to ? { gte: from, lte: to } : undefined;
  const edge = year || tier ? { year, tier: tier ? { eq: tier as Tier } : undefined } : undefined;
  return {
    where: {
      name: award ? { contains: award } : undefined,
      level: level ? { eq: level as AwardLevel } : undefined,
      winners: { some: edge ? { edge } : {} },
    },
    winners: edge ? { edge } : {},
  };
}

/** All rows of the first pages of awards; `cut` names awards with more wins than are read. */
async function readHonours({ where, winners }: Filters, pages: number, signal: AbortSignal) {
  const awards: HonoursQuery["awards"]["nodes"] = [];
  let after: string | null = null;
  let total = 0;
  for (let page = 0; page < pages; page++) {
    const { awards: next }: HonoursQuery = await ask(honours, { where, winners, first: PAGE, after }, signal);
    awards.push(...next.nodes);
    total = next.totalCount;
    after = next.pageInfo.endCursor;
    if (!next.pageInfo.hasNextPage) break;
  }
  const rows = awards.flatMap((award) =>
    award.winners.edges.map(({ id, year, edition, tier, node }): HonourRow => {
      const { name } = award;
      return {
        id,
        award: { __typename: "Award", id: award.id, name },
        level: award.level,
        year,
        edition,
        tier,
        winner: node,
        place: "locations" in node ? node.locations.nodes.map((place) => place.name).join("、") : "",
      };
    }),
  );
  const cut = awards.filter(({ winners: all }) => all.totalCount > all.edges.length).map(({ name }) => name);
  return { rows, total, read: awards.length, cut };
}
