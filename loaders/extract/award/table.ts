import { gated } from "../../patterns/gated.js";
import type { Block, Cell } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { bearersBehind } from "./bearers-behind.js";
import { TIER_IN } from "./cell-pieces.js";
import {
  conferredIn,
  type HeaderPrize,
  merge,
  prizesOfRow,
  type RowPrize,
  withYearOf,
} from "./cell-prizes.js";
import { winnersIn, withoutEmployers, workOf } from "./cell-winners.js";
import { columnsOf, isEmpty, lastHeader, tellsBearers } from "./columns.js";
import { crossedWins } from "./crossed.js";
import { fits, type Win, winOf } from "./findings.js";
import type { Column, Headers } from "./headers.js";
import { type Heading, withHeading } from "./heading.js";
import { PERSONS } from "./item.js";
import { bearerOverTable } from "./ledger.js";
import { datesOf, type When } from "./noted.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierOfCell } from "./tiers.js";
import { isPlaceUnit, unitsIn } from "./units.js";
import { editionsIn } from "./when.js";
import { worksWin } from "./works.js";

export interface RowFacts {
  wins: Win[];
  owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[];
}

/**
 * What one row of a table of honours says; the heading above the table gives what no column does. `headerRow` is the
 * table's first row and a second one of headers: where it names awards, each column lists the winners of one.
 */
export function rowFacts(
  x: Extraction,
  row: Block,
  heading: Heading | undefined,
  headerRow: readonly [Block, Block | undefined] | undefined,
  headers: Headers,
  ofTable: readonly Column[],
  /** The year that the table's caption tells: 2023年质量奖项获得情况. */
  captionYear: number | undefined,
): RowFacts | undefined {
  const cells = row.cells ?? [];
  const wins: Win[] = [];
  const facts: RowFacts = { wins, owns: [] };
  const kinds = columnsOf(x, cells, ofTable);
  // 所获荣誉 | 某奖（2018年）、某奖: a row of what there is to know of the subject.
  if (cells.length === 2 && OF_SUBJECT.test(cells[0]!.text)) {
    for (const prize of prizesOfRow(x, [cells[1]!], [], undefined))
      for (const from of bearersNoted(x, row, [], prize, facts.owns)) confer(wins, row, from, prize);
    return wins.length > 0 ? facts : undefined;
  }
  const byColumn = kinds.includes("award") ? undefined : headers.prizesOf(x, headerRow?.[0], headerRow?.[1]);
  if (byColumn !== undefined && headsAny(byColumn, cells.length)) {
    // A first row that is not known for headers says what its columns hold all the same.
    const above = headerRow?.[0].cells ?? NO_CELLS;
    const isAside = (i: number): boolean =>
      ASIDE.has(kinds[i]!) || (above[i] !== undefined && ASIDE.has(headers.of(above[i].text)));
    columnsOfAwards(x, row, cells, kinds, byColumn, headers, isAside, wins, heading, captionYear);
    return wins.length > 0 ? facts : undefined;
  }
  const awards = cellsOf(cells, kinds, "award");
  // Neither the row nor a heading names an award.
  if (awards.length === 0 && heading?.award === undefined) return undefined;

  // 奖项 | 提名奖: a column of awards whose cell gives a tier alone.
  const tiersAlone = awards.every((cell) => isTier(cell) || listsWins(x, cell));
  const told = tiersAlone ? heading : undefined;
  if (isCounted(x, row, awards)) return undefined;
  const notes = cellsOf(cells, kinds, "note");
  // 提名奖；另一家同年参评，未获奖: of another one than the row's.
  const named = tellsBearers(kinds);
  for (const { start, end, text } of notes)
    if (NOT_WON.test(text) && (!named || unitsIn(x, start, end).length === 0)) return undefined;
  // 时间 | 正在申请
  for (const { text } of cellsOf(cells, kinds, "date")) if (NOT_YET.test(text)) return undefined;
  // 优秀奖（第二十四届）: a tier may have its round beside it.
  const tiers = cellsOf(cells, kinds, "tier");
  if (
    tiers.some(isMissed) ||
    (awards.length > 0 && awards.every((cell) => isMissed(cell) && !names(x, cell)))
  )
    return undefined;
  const also = notes.filter(({ text }) => ALSO.test(text));
  const beside = also.length === 0 ? notes.concat(tiers) : tiers;
  const dates = datesIn(x, cellsOf(cells, kinds, "date"), beside);
  const toldOfRow = prizesOfRow(x, awards, dates, told);
  if (toldOfRow.length === 0) return undefined;
  const parts = toldOfRow.length === 1 ? eachWonIn(x, cells, kinds, toldOfRow[0]!.award) : undefined;
  const prizes = parts ?? toldOfRow;
  for (const prize of prizes) {
    withTold(prize, heading, captionYear);
    if (also.length > 0) prize.when = prize.when.concat(...datesIn(x, NO_CELLS, also));
  }
  const byYear = tiersByYear(notes);
  const rowTier =
    tierIn(tiers) ??
    (byYear === undefined ? tierIn(notes) : undefined) ??
    (tiersAlone ? tierIn(awards) : undefined);
  if (rowTier !== undefined && parts === undefined) for (const prize of prizes) prize.tier = rowTier;

  const crossed = crossedWins(x, cells, kinds, headerRow?.[0], prizes);
  if (crossed !== undefined) {
    for (const { entity, prize } of crossed) confer(wins, row, entity, prize);
    return wins.length > 0 ? facts : undefined;
  }
  const ofPersons = prizes.every(isOfPersons) || awards.concat(tiers).some(goesToPerson);
  const winners = winnersOf(x, withoutEmployers(x, cellsOf(cells, kinds, "winner")), ofPersons);
  const owners = winnersOf(x, cellsOf(cells, kinds, "owner"), false);
  const works: DocEntity[] = [];
  for (const cell of cellsOf(cells, kinds, "work")) {
    const { work, tier, when } = workOf(x, cell, prizes[0]!.award);
    if (work !== undefined) works.push(work);
    for (const prize of prizes) {
      prize.tier ??= tier;
      if (when.length > 0) prize.when = merge([prize.when, when], undefined);
    }
  }
  for (const work of works)
    if (work.type === "Patent")
      for (const { entity } of owners.concat(winners))
        facts.owns.push({ owner: entity, patent: work, start: row.start, end: row.end });
  if (named && notes.length > 0)
    for (const work of worksNoted(x, notes, prizes)) {
      works.push(work);
      if (work.type === "Patent")
        for (const { entity } of winners)
          facts.owns.push({ owner: entity, patent: work, start: row.start, end: row.end });
    }
  const bearers = owners.length === 0 ? winners : winners.concat(owners);
  if (named && winners.length > 0)
    for (const entity of partnersNoted(x, notes)) bearers.push({ entity, note: [], tier: undefined });
  for (const prize of prizes) {
    for (const work of works) confer(wins, row, work, prize);
    for (const { entity, note, tier } of bearers) {
      const when = note.length > 0 ? withYearOf(note, prize.when) : prize.when;
      const { award } = prize;
      if (byYear === undefined) confer(wins, row, entity, { award, tier: tier ?? prize.tier, when });
      else
        for (const one of when)
          confer(wins, row, entity, {
            award,
            tier: byYear.get(one.year ?? 0) ?? tier ?? prize.tier,
            when: [one],
          });
    }
    if (!named)
      for (const from of behind(x, awards, prizes) ?? bearersNoted(x, row, notes, prize, facts.owns))
        confer(wins, row, from, prize);
  }
  return facts;
}

/** 第三届（2019年）提名奖、第四届（2021年）质量奖: the wins of one award, each with its tier and date, that one cell lists. */
function eachWonIn(
  x: Extraction,
  cells: readonly Cell[],
  kinds: readonly Column[],
  award: DocEntity,
): RowPrize[] | undefined {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (!LISTS_WINS.has(kinds[i]!) || !listsWins(x, cell)) continue;
    const found = conferredIn(x, cell, { edition: undefined, years: [] });
    const dated = found.every(({ when }) => when.some((w) => (w.year ?? w.edition) !== undefined));
    if (dated && found.length > (kinds[i] === "award" ? 0 : 1))
      return found.map(({ tier, when }) => ({ award, tier, when }));
  }
  return undefined;
}
/** 第三届（2019年）提名奖: whether a cell tells of when and in which tier, and of which award it need not. */
const listsWins = (x: Extraction, cell: Cell): boolean =>
  TIER_IN.test(cell.text) && DATED.test(cell.text) && !names(x, cell);
const DATED = gated(/[届批]|(?:19|20)\d\d/);
const LISTS_WINS: ReadonlySet<Column> = new Set(["award", "tier", "date"]);

const isTier = ({ text }: Cell): boolean => tierOfLabel(text) !== undefined;
/** 结果 | 未获奖 */
const isMissed = ({ text }: Cell): boolean => NOT_WON.test(text) || NOT_YET.test(text);
const names = (x: Extraction, { start, end }: Cell): boolean => mentionsType(x, start, end, "Award");
/** 某奖（个人）, 某奖个人奖. */
const goesToPerson = ({ text }: Cell): boolean => text.includes("个人");
const isOfPersons = ({ award }: RowPrize): boolean => PERSONS.test(award.name);

/** Whether any of so many columns is headed by an award. */
function headsAny(byColumn: readonly (HeaderPrize | undefined)[], columns: number): boolean {
  for (let i = 0; i < columns; i++) if (byColumn[i] !== undefined) return true;
  return false;
}

/** What a heading tells of the same award where the row does not, or else the year of the table's caption. */
function withTold(prize: RowPrize, heading: Heading | undefined, captionYear: number | undefined): void {
  const { award, when } = prize;
  if (when.length !== 1 || when[0]!.year !== undefined) return;
  const { year, edition } = withHeading(when[0]!, award, heading);
  prize.when = [{ year: year ?? captionYear, edition }];
}

const OF_SUBJECT = gated(/^(?:所获|主要|企业|获得)*(?:荣誉|奖项|获奖)[\u4e00-\u9fa5]{0,4}$/);

/** A row's cells in columns of one kind that are not empty. */
function cellsOf(cells: readonly Cell[], kinds: readonly Column[], kind: Column): readonly Cell[] {
  let found: Cell[] | undefined;
  for (let i = 0; i < cells.length; i++) {
    if (kinds[i] !== kind || isEmpty(cells[i]!.text)) continue;
    if (found === undefined) found = [cells[i]!];
    else found.push(cells[i]!);
  }
  return found ?? NO_CELLS;
}

const NO_CELLS: readonly Cell[] = [];

/** What a row's columns of dates, but for those that name winners, and its notes say of when. */
function datesIn(x: Extraction, dates: readonly Cell[], notes: readonly Cell[]): When[][] {
  const found: When[][] = [];
  for (const { start, end, text, header } of dates) {
    if (unitsIn(x, start, end).length > 0) continue;
    const when = NUMERAL.test(text) && EDITION.test(header ?? "") ? editionOf(text) : datesOf(x, start, end);
    if (when.length > 0) found.push(when);
  }
  for (const { start, end } of notes) {
    const when = datesOf(x, start, end);
    if (when.length > 0) found.push(when);
  }
  return found;
}

/** 届次 | 3: a column of editions that gives their numbers alone. */
const [EDITION, NUMERAL] = [gated(/届|批次/), gated(/^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*$/)];

function editionOf(numeral: string): When[] {
  const text = `第${numeral.trim()}届`;
  return editionsIn(text, 0, text.length).map(({ edition }) => ({ year: undefined, edition }));
}

function winnersOf(x: Extraction, cells: readonly Cell[], ofPersons: boolean): ReturnType<typeof winnersIn> {
  const found: ReturnType<typeof winnersIn> = [];
  for (const cell of cells) for (const winner of winnersIn(x, cell, ofPersons)) found.push(winner);
  return found;
}

/** The tier that the first of some cells names which names one. */
function tierIn(cells: readonly Cell[]): TierName | undefined {
  for (const { text } of cells) {
    const tier = tierOfCell(text);
    if (tier !== undefined) return tier;
  }
  return undefined;
}

function confer(wins: Win[], row: Block, from: DocEntity, { award, tier, when }: RowPrize): void {
  if (!fits(from, award)) return;
  for (const { year, edition } of when)
    wins.push(winOf(from, award, tier, year, edition, row, "won/table", 0.93));
}

const TIER_OF_YEAR = gated(
  /^((?:19|20)\d\d)年度?(?:的)?(?:则|仅)?(?:为|是|系|获得?)?([\u4e00-\u9fa5]{2,4}奖?)$/,
);

/** 2013年为提名奖: the tier that a note gives one of the row's years, where it gives the others none. */
function tiersByYear(notes: readonly Cell[]): ReadonlyMap<number, TierName> | undefined {
  let found: Map<number, TierName> | undefined;
  for (const { text } of notes)
    for (const part of text.split(/[，；、]/)) {
      const match = TIER_OF_YEAR.exec(part);
      const tier = match === null ? undefined : tierOfLabel(match[2]!);
      if (tier === undefined) continue;
      found ??= new Map();
      found.set(Number(match![1]), tier);
    }
  return found;
}

/** The patent or project that a note names, where the row's prizes go to such. */
function worksNoted(x: Extraction, notes: readonly Cell[], prizes: readonly RowPrize[]): DocEntity[] {
  if (!prizes.every(({ award }) => worksWin(award))) return [];
  return notes.flatMap(({ start, end }) =>
    x.mentionsIn(start, end, ["Patent", "Initiative"]).map((m) => m.entity),
  );
}

const TOGETHER = gated(/^[与和同](.{2,40}?)(?:共同|同获|共获|联合|合作|并列|一[起道同])/);

/** 与某大学共同完成: those with whom the row's winner has won. */
function partnersNoted(x: Extraction, notes: readonly Cell[]): DocEntity[] {
  return notes.flatMap(({ start, end, text }) => {
    const match = TOGETHER.exec(text);
    return match === null
      ? []
      : x
          .mentionsIn(start, Math.min(end, start + match[0].length), ["Company", "Institution"])
          .map((m) => m.entity);
  });
}

/** 某市市长质量奖（某铸造有限公司，第八届）: who alone has a row's one prize, as the bracket in its own cell says. */
function behind(
  x: Extraction,
  awards: readonly Cell[],
  [prize, more]: readonly RowPrize[],
): DocEntity[] | undefined {
  if (more !== undefined || awards.length !== 1) return undefined;
  const found = bearersBehind(x, awards[0]!.start, awards[0]!.end, prize!.award);
  return found.length === 0 ? undefined : found.map(({ entity }) => entity);
}

/** 属地, 备注: 某公司的全资子公司, 与某公司无隶属关系. */
const ASIDE: ReadonlySet<Column> = new Set(["place", "note"]);

/** A row of a table whose first row names an award for each column. */
function columnsOfAwards(
  x: Extraction,
  row: Block,
  cells: readonly Cell[],
  kinds: readonly Column[],
  byColumn: readonly (HeaderPrize | undefined)[],
  headers: Headers,
  /** Whether whom a column names has not won. */
  isAside: (column: number) => boolean,
  wins: Win[],
  heading: Heading | undefined,
  captionYear: number | undefined,
): void {
  const ofCaption = captionYear === undefined ? [] : [[{ year: captionYear, edition: undefined }]];
  const dates = datesIn(x, cellsOf(cells, kinds, "date"), cellsOf(cells, kinds, "note"));
  const bearers = cells.flatMap((cell, i) =>
    byColumn[i] === undefined && !isAside(i) ? winnersIn(x, cell) : [],
  );
  // 提名奖 | 甲公司 | 乙公司: of all that the row names.
  const rowTier = tierIn(cells.filter((_, i) => kinds[i] === "tier" && byColumn[i] === undefined));
  cells.forEach((cell, i) => {
    const prize = byColumn[i];
    if (prize === undefined || isEmpty(cell.text)) return;
    const { award } = prize;
    // 年份 | 等次 below one award: each bearer has the second of the first.
    const ofTier = tierBeside(cells, byColumn, headers, i);
    if (ofTier === "told") return;
    // A matrix: whose row it is has the column's award, and the cell says when and in which tier.
    if (unitsIn(x, cell.start, cell.end).length === 0) {
      for (const { tier, when } of conferredIn(x, cell, prize))
        for (const { entity } of bearers)
          confer(wins, row, entity, {
            award,
            tier: tier ?? ofTier ?? prize.tier ?? rowTier,
            when: dated(when, ofCaption),
          });
      return;
    }
    for (const { entity, note, tier } of winnersIn(x, cell))
      confer(wins, row, entity, {
        award,
        tier: tier ?? prize.tier ?? rowTier,
        when:
          note.length > 0
            ? withYearOf(note, dates.flat())
            : dated(merge(dates, ofHeading(prize, heading)), ofCaption),
      });
  });
}

/**
 * Below one award's 年份 | 等次: for a column of dates the tier that the column beside it gives the row, and "told" for the column of
 * tiers itself.
 */
function tierBeside(
  cells: readonly Cell[],
  byColumn: readonly (HeaderPrize | undefined)[],
  headers: Headers,
  column: number,
): TierName | "told" | undefined {
  const kind = headers.of(lastHeader(cells[column]!));
  if (kind !== "date" && kind !== "tier") return undefined;
  for (const i of [column - 1, column + 1]) {
    if (byColumn[i]?.award !== byColumn[column]!.award) continue;
    const beside = headers.of(lastHeader(cells[i]!));
    if (kind === "tier" && beside === "date" && !isEmpty(cells[i]!.text)) return "told";
    if (kind === "date" && beside === "tier") return tierOfCell(cells[i]!.text);
  }
  return undefined;
}

/** √ in a table below 2021年获奖情况: what neither cell nor column dates has the year of the caption. */
const dated = (when: When[], ofCaption: readonly When[][]): When[] =>
  ofCaption.length > 0 && when.every(({ year }) => year === undefined)
    ? merge([...ofCaption, when], undefined)
    : when;

/** 市长质量奖 in a table under 第五届某市市长质量奖揭晓: the heading tells of which edition. */
const ofHeading = (prize: HeaderPrize, heading: Heading | undefined): HeaderPrize | Heading =>
  heading !== undefined &&
  heading.award === prize.award &&
  prize.edition === undefined &&
  prize.years.length === 0
    ? heading
    : prize;

const COUNTED = gated(
  /^(?:累计|新增|共|达到?|超过?|约|不少于|≥|>)?\d{1,6}[余多]?[家个项名件人位]次?(?:[、，和及]\d{1,6}[家个项名件人位]次?)?(?:以上|左右)?$/,
);
const COUNTS = gated(
  /(?:（(?:[^（）]{0,4}，)?[家个项名件人位户](?:，[^（）]{0,4})?）|(?:数|数量|总数|家数))$/,
);

/** 某奖企业 | 3家 | 5家: how many there are, or are to be. */
function isCounted(x: Extraction, row: Block, awards: readonly Cell[]): boolean {
  return (
    (awards.some(({ text }) => COUNTS.test(text)) || row.cells!.some(({ text }) => COUNTED.test(text))) &&
    unitsIn(x, row.start, row.end).every(isPlaceUnit)
  );
}

/** 2021年亦曾获评: another time that a note tells of. */
const ALSO = gated(
  /(?:19|20)\d\d年?[^，。；]{0,6}(?:亦|也|还)曾?[获评授入]|(?:亦|也|还|曾)[^，。；]{0,3}于(?:19|20)\d\d年/,
);
const NOT_WON = gated(
  /未[获能入评过选]|未通过|未授|未予|不予|暂缓|落选|参评|申报(?!单位|企业|人|即|便获|获奖|成功)|待公布|公示中|已?撤销|取消|拟/,
);
/** Who confers an award, where the same column says who has it with the subject. */
const NOT_YET = gated(/正在|申请中|申报|创建中|争创|未获|未通过|待[定批验]|拟|筹备|培育/);
const CONFERS = gated(/颁|授|认定|批准|主办/);
const SHARES = gated(/获|与|和|同|共|子公司|全资|控股/);

/**
 * Whose a row of a table without winners is: it lists the honours of its subject, but a note may name the person or firm that won, who
 * won it too, or what won.
 */
function bearersNoted(
  x: Extraction,
  row: Block,
  notes: readonly Cell[],
  { award }: RowPrize,
  owns: RowFacts["owns"],
): DocEntity[] {
  const named: DocEntity[] = [];
  for (const { start, end, text, header } of notes)
    if (!CONFERS.test(header ?? "") || SHARES.test(text) || !/[会部局委]$/.test(text))
      for (const { entity } of unitsIn(x, start, end)) named.push(entity);
  const persons = named.filter((e) => e.type === "Person");
  if (persons.length > 0) return persons;
  const subject =
    bearerOverTable(x, row.table!) ??
    x.subjectAt(row.start, ["Company", "Institution", "Zone"]) ??
    x.subjectAt(row.start);
  const works = worksWin(award) ? named.filter((e) => e.type === "Patent" || e.type === "Initiative") : [];
  if (works.length > 0) {
    for (const work of works)
      if (subject !== undefined && work.type === "Patent")
        owns.push({ owner: subject, patent: work, start: row.start, end: row.end });
    return works;
  }
  const others = named.filter((e) => e.type === "Company" || e.type === "Institution");
  const solely = others.length > 0 && notes.every((n) => !/[与和同共]/.test(n.text));
  return subject === undefined || solely ? others : [...others, subject];
}
