import type { Block, Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { conferredIn, datesOfHeader, headedBy, merge, prizesOfRow, type RowPrize } from "./cell-prizes.js";
import { winnersIn, withoutEmployers, workOf } from "./cell-winners.js";
import { type Column, columnsOf, type Headers, isEmpty, lastHeader } from "./columns.js";
import { fits, type Win } from "./findings.js";
import { datesOf } from "./noted.js";
import type { Heading } from "./structure.js";
import { tierOfLabel } from "./tier-labels.js";
import { tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";

export interface RowFacts {
  wins: Win[];
  owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[];
}

/**
 * What one row of a table of honours says; the heading above the table gives what no column does. `headerRow` is the
 * table's first row: where it names awards, each column lists the winners of one.
 */
export function rowFacts(
  x: Extraction,
  row: Block,
  heading: Heading | undefined,
  headerRow: Block | undefined,
  headers: Headers,
): RowFacts | undefined {
  const cells = row.cells ?? [];
  const facts: RowFacts = { wins: [], owns: [] };
  const kinds = columnsOf(x, cells, headers);
  const of = (kind: Column): Cell[] => cells.filter((_, i) => kinds[i] === kind && !isEmpty(cells[i]!.text));
  const dates = [...of("date").filter((c) => unitsIn(x, c.start, c.end).length === 0), ...of("note")]
    .map((cell) => datesOf(x, cell.start, cell.end))
    .filter((d) => d.length > 0);
  const win = (from: DocEntity, { award, tier, when }: RowPrize): void => {
    if (!fits(from, award)) return;
    for (const { year, edition } of when)
      facts.wins.push({
        from,
        to: award,
        tier,
        year,
        edition,
        start: row.start,
        end: row.end,
        rule: "won/table",
        confidence: 0.93,
      });
  };
  // 所获荣誉 | 某奖（2018年）、某奖: a row of what there is to know of the subject.
  const [name, value] = cells;
  if (
    cells.length === 2 &&
    /^(?:所获|主要|企业|获得)*(?:荣誉|奖项|获奖)[\u4e00-\u9fa5]{0,4}$/.test(name!.text) &&
    value !== undefined
  ) {
    for (const prize of prizesOfRow(x, [value], [], undefined))
      ofSubject(x, row, [], (from) => win(from, prize));
    return facts.wins.length > 0 ? facts : undefined;
  }
  const byColumn = cells.map((_, i) => headedBy(x, headerRow?.cells?.[i]));
  if (byColumn.some((prize) => prize !== undefined) && !kinds.includes("award")) {
    const bearers = cells.flatMap((cell, i) =>
      byColumn[i] === undefined && kinds[i] !== "place" ? winnersIn(x, cell) : [],
    );
    cells.forEach((cell, i) => {
      const prize = byColumn[i];
      if (prize === undefined || isEmpty(cell.text)) return;
      // A matrix: whose row it is has the column's award, and the cell says when and in which tier.
      if (unitsIn(x, cell.start, cell.end).length === 0) {
        for (const { tier, when } of conferredIn(x, cell, prize))
          for (const { entity } of bearers)
            win(entity, { award: prize.award, tier: tier ?? prize.tier, when });
        return;
      }
      for (const { entity, note } of winnersIn(x, cell))
        win(entity, {
          ...prize,
          when: note.length > 0 ? note : merge(dates, { ...prize, years: prize.years }),
        });
    });
    return facts.wins.length > 0 ? facts : undefined;
  }

  // 奖项 | 提名奖: a column of awards whose cell gives a tier alone.
  const tiersAlone = of("award").every((c) => tierOfLabel(c.text) !== undefined);
  const told = tiersAlone ? heading : undefined;
  const prizes = prizesOfRow(x, of("award"), dates, told);
  if (prizes.length === 0) return undefined;
  const rowTier = [...of("tier"), ...of("note"), ...(tiersAlone ? of("award") : [])]
    .map((c) => tierOfCell(c.text))
    .find((t) => t !== undefined);
  for (const prize of prizes) prize.tier = rowTier ?? prize.tier;

  let byDate = false;
  // 奖项 | 2019年 | 2021年: columns of those who won in that year.
  cells.forEach((cell, i) => {
    const when = kinds[i] === "date" && !cell.inherited ? datesOfHeader(lastHeader(cell)) : undefined;
    if (when === undefined) return;
    for (const { entity, note, tier } of winnersIn(x, cell)) {
      byDate = true;
      for (const prize of prizes)
        win(entity, { ...prize, tier: tier ?? prize.tier, when: note.length > 0 ? note : [when] });
    }
  });
  const winners = withoutEmployers(x, of("winner")).flatMap((cell) => winnersIn(x, cell));
  const owners = of("owner").flatMap((cell) => winnersIn(x, cell));
  const works = of("work").map((cell) => workOf(x, cell, prizes[0]!.award));
  for (const work of works)
    if (work.type === "Patent")
      for (const { entity } of [...owners, ...winners])
        facts.owns.push({ owner: entity, patent: work, start: row.start, end: row.end });
  for (const prize of prizes) {
    for (const work of works) win(work, prize);
    for (const { entity, note, tier } of [...winners, ...owners])
      win(entity, { ...prize, tier: tier ?? prize.tier, when: note.length > 0 ? note : prize.when });
    if (!byDate && !kinds.some((k) => k === "winner" || k === "owner" || k === "work"))
      ofSubject(x, row, of("note"), (from) => win(from, prize));
  }
  return facts;
}

/** A table without winners lists the honours of its subject; a note may name the person who won, or who won it too. */
function ofSubject(x: Extraction, row: Block, notes: readonly Cell[], win: (from: DocEntity) => void): void {
  const named = notes.flatMap((cell) => unitsIn(x, cell.start, cell.end).map((u) => u.entity));
  const persons = named.filter((e) => e.type === "Person");
  const others = named.filter((e) => e.type === "Company" || e.type === "Institution");
  const solely = others.length > 0 && notes.every((n) => !/[与和同共]/.test(n.text));
  if (persons.length > 0) {
    for (const person of persons) win(person);
    return;
  }
  for (const other of others) win(other);
  const subject = solely
    ? undefined
    : (x.subjectAt(row.start, ["Company", "Institution", "Zone"]) ?? x.subjectAt(row.start));
  if (subject !== undefined) win(subject);
}
