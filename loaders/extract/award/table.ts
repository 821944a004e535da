import type { Block, Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win } from "./findings.js";
import { datesOf, type When } from "./noted.js";
import { bareNames } from "./people.js";
import type { Heading } from "./structure.js";
import { prizesOf } from "./structure.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierAt, tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";
import { editionsIn } from "./when.js";

type Column = "award" | "winner" | "date" | "tier" | "work" | "owner" | "note" | "place" | "other";

/** What a column's header says that it holds; the first that fits. */
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  [
    "other",
    /颁发|颁奖|授奖|授予(?:单位|机关|部门)|批准|发证|认定(?:单位|机关|部门)|评定|发布(?:单位|机关)|组织单位|主办/,
  ],
  ["owner", /权利人|专利权人|完成单位|完成人|申报单位|承担单位|起草单位|牵头单位/],
  ["work", /专利(?:名称|$)|项目(?:名称|$)|成果(?:名称|$)|标准名称|作品/],
  ["place", /所在|所属|属地|辖区|地区$|区域|归口|^(?:各)?[县市区旗州盟（）、]{2,8}$|^城市$/],
  ["note", /备注|说明|附注|事由/],
  ["tier", /等次|等级|奖级|档次|奖别|级次|奖次/],
  ["date", /届|年|时间|日期/],
  ["award", /奖项|荣誉|称号|奖励|奖种|奖名|奖牌|名号|获奖名称|认定|所获/],
  [
    "winner",
    /获奖|获得者|得主|获评|企业|单位|组织|公司|机构|个人|人员|姓名|名单|对象|园区|单位名称|主体|者$/,
  ],
];

export interface RowFacts {
  wins: Win[];
  owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[];
}

export const columnOf = (header: string | null): Column =>
  header === null ? "other" : (HEADERS.find(([, pattern]) => pattern.test(header))?.[0] ?? "other");

interface RowPrize {
  award: DocEntity;
  tier: TierName | undefined;
  when: When[];
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
): RowFacts | undefined {
  const cells = row.cells ?? [];
  const facts: RowFacts = { wins: [], owns: [] };
  const kinds = columnsOf(x, cells);
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

  const told = kinds.includes("award") ? undefined : heading;
  const prizes = prizesOfRow(x, of("award"), dates, told);
  if (prizes.length === 0) return undefined;
  const rowTier = [...of("tier"), ...of("note")].map((c) => tierOfCell(c.text)).find((t) => t !== undefined);
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

/** What stands in a cell of a matrix: 第三届提名奖（2018）, 2019、2021年, √, 金奖；正在申报 is one 金奖. */
function conferredIn(
  x: Extraction,
  cell: Cell,
  told: { edition: number | undefined; years: readonly number[] },
): { tier: TierName | undefined; when: When[] }[] {
  const found: { tier: TierName | undefined; when: When[] }[] = [];
  for (const { start, end } of piecesOf(x.norm, cell)) {
    const text = x.norm.slice(start, end);
    if (NOT_CONFERRED.test(text)) continue;
    const dates = datesOf(x, start, end);
    const word = TIER_IN.exec(text)?.[0];
    const tier = word === undefined ? undefined : tierOfLabel(word);
    if (dates.length === 0 && tier === undefined && !/^\s*(?:[√✓✔●★○]|是|有|获评?|获奖)\s*$/.test(text))
      continue;
    found.push({ tier, when: merge([dates], { edition: told.edition, years: told.years }) });
  }
  return found;
}

/** A column's own header, the lower of two. */
const lastHeader = (cell: Cell): string => (cell.header ?? "").split(" ").at(-1)!;

/** The year or edition that heads a column: 2019年, 第三届（2018年）. */
function datesOfHeader(header: string): When | undefined {
  const year = /(?:19|20)\d\d/.exec(header)?.[0];
  const edition = editionsIn(header, 0, header.length)[0]?.edition;
  return year === undefined && edition === undefined
    ? undefined
    : { year: year === undefined ? undefined : Number(year), edition };
}

const NOT_CONFERRED = /申报|参评|公示|拟|未|落选|入围(?!奖)|培育|创建中|推荐|冲刺|争创|撤销|取消|答辩/;
const TIER_IN = /(?:特等|[一二三]等|[金银铜])奖?|提名奖?|正奖|优秀奖|优胜奖|创新奖|卓越奖|鼓励奖|质量奖/;

/** A cell's parts: between ； and line breaks, and between 、 where each part has a date of its own. */
function piecesOf(norm: string, { start, end }: Cell): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let at = start;
  for (const part of norm.slice(start, end).split(/([；;，\s、]+)/)) {
    if (!/^[；;，\s、]*$/.test(part)) {
      const last = pieces.at(-1);
      // 第五届、2015年 are one date; 2016年提名奖、2019年 are two.
      const joins =
        last !== undefined &&
        !/(?:19|20)\d\d/.test(norm.slice(last.start, last.end)) &&
        /(?:19|20)\d\d/.test(part) &&
        !/[届批]/.test(part);
      if (joins) last.end = at + part.length;
      else pieces.push({ start: at, end: at + part.length });
    }
    at += part.length;
  }
  return pieces;
}

/** The award that a header cell names: 第三届市长质量奖. */
function headedBy(
  x: Extraction,
  cell: Cell | undefined,
): (RowPrize & { edition: number | undefined; years: number[] }) | undefined {
  if (cell === undefined) return undefined;
  const prize = prizesOf(x, cell.start, cell.end).find((p) => p.award !== undefined);
  return prize === undefined
    ? undefined
    : { award: prize.award!, tier: prize.tier, when: [], edition: prize.edition, years: prize.years };
}

function prizesOfRow(
  x: Extraction,
  cells: readonly Cell[],
  dates: When[][],
  told: Heading | undefined,
): RowPrize[] {
  const found: RowPrize[] = [];
  for (const cell of cells) {
    const prizes = prizesOf(x, cell.start, cell.end).filter((p) => p.award !== undefined);
    const inCell = datesOf(x, cell.start, cell.end);
    for (const prize of prizes) {
      const own: When[] =
        prize.years.length > 0
          ? prize.years.map((year) => ({ year, edition: prize.edition }))
          : [{ year: undefined, edition: prize.edition }];
      const all = prizes.length > 1 ? [own] : [inCell, own];
      found.push({ award: prize.award!, tier: prize.tier, when: merge([...dates, ...all], undefined) });
    }
  }
  if (found.length > 0) return found;
  const award = awardOf(x, cells) ?? told?.award;
  return award === undefined ? [] : [{ award, tier: told?.tier, when: merge(dates, told) }];
}

function workOf(x: Extraction, cell: Cell, award: DocEntity): DocEntity {
  const type = /专利/.test(`${cell.header ?? ""}${award.name}`) ? "Patent" : "Initiative";
  const name = cell.text.replace(/^[《“]|[》”]$/g, "");
  return (
    x.mentionsIn(cell.start, cell.end, [type])[0]?.entity ??
    x.entity(type, name, { start: cell.start, end: cell.end, rule: "won/achievement" })
  );
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

function columnsOf(x: Extraction, cells: readonly Cell[]): Column[] {
  const kinds = cells.map((cell) => columnOf(cell.header));
  if (!kinds.includes("award"))
    cells.forEach((cell, i) => {
      const unclear = ["other", "work", "date", "tier"].includes(kinds[i]!);
      if (unclear && x.mentionsIn(cell.start, cell.end, ["Award"]).length > 0) kinds[i] = "award";
    });
  // 县区 | 荣誉称号: places themselves have the honours.
  if (!kinds.some((k) => k === "winner" || k === "owner" || k === "work")) {
    const bearers = cells.findIndex(
      (cell, i) => kinds[i] === "place" && PLACES_HEADER.test(cell.header ?? ""),
    );
    if (bearers >= 0) kinds[bearers] = "winner";
  }
  // 金奖 | 银奖: columns of those who won that tier.
  cells.forEach((cell, i) => {
    if (
      kinds[i] === "other" &&
      tierOfLabel(lastHeader(cell)) !== undefined &&
      unitsIn(x, cell.start, cell.end).length > 0
    )
      kinds[i] = "winner";
  });
  if (kinds.some((k) => k === "award" || k === "winner" || k === "owner" || k === "work")) return kinds;
  // Without a header that tells: by what the cells hold.
  return cells.map((cell) => {
    if (x.mentionsIn(cell.start, cell.end, ["Award"]).length > 0) return "award";
    if (/^(?:19|20)\d\d年?度?$|^[首第][一二三四五六七八九十\d]*届/.test(cell.text)) return "date";
    if (tierOfCell(cell.text) !== undefined && cell.text.length <= 6) return "tier";
    return x.mentionsIn(cell.start, cell.end, ["Company", "Institution", "Person", "Zone"]).length > 0
      ? "winner"
      : "other";
  });
}

const PLACES_HEADER = /^(?:各)?(?:[县市区旗州盟（）、]{2,8}|地区|城市|区域|乡镇|镇街)$/;

/** In a column of honours whatever a cell names is one, unless it is known to be something else. */
function awardOf(x: Extraction, cells: readonly Cell[]): DocEntity | undefined {
  const cell = cells.find((c) => /荣誉|奖项|称号|奖名/.test(c.header ?? ""));
  if (cell === undefined) return undefined;
  const name = cell.text
    .replace(/^(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]*[届批])+/, "")
    .replace(/^[“”]|[“”]$/g, "");
  if (name.length < 4 || name.length > 25 || /[，。；：、]/.test(name)) return undefined;
  const other = ["Platform", "StandardsBody", "Initiative"];
  if (x.mentionsIn(cell.start, cell.end).some((m) => other.includes(m.type))) return undefined;
  return x.entity("Award", name, { start: cell.start, end: cell.end, rule: "award/cell" });
}

/** 姓名 | 工作单位: where one column names persons, the other says whose they are. */
function withoutEmployers(x: Extraction, cells: Cell[]): Cell[] {
  const persons = cells.filter(
    (cell) =>
      /姓名|^个人|人员|同志/.test(cell.header ?? "") ||
      winnersIn(x, cell).some(({ entity }) => entity.type === "Person"),
  );
  const others = cells.filter((cell) => !persons.includes(cell));
  return persons.length > 0 && others.every((cell) => EMPLOYER.test(cell.header ?? "")) ? persons : cells;
}

const EMPLOYER = /^(?:所在|工作|任职|推荐|现)?(?:单位|企业|公司|机构)(?:名称|及职务|职务)?$/;

function winnersIn(
  x: Extraction,
  cell: Cell,
): { entity: DocEntity; note: When[]; tier: TierName | undefined }[] {
  const units = unitsIn(x, cell.start, cell.end);
  // 提名奖单位: the column's header gives the tier.
  const header = lastHeader(cell);
  const headed = tierAt(header, 0)?.tier ?? tierOfLabel(header);
  if (units.length === 0 && /姓名|个人|人员|获奖者|同志/.test(header))
    return (bareNames(x.norm, cell.start, cell.end) ?? []).map(({ start, end }) => ({
      entity: x.entity("Person", x.norm.slice(start, end).replace(/\s/g, ""), {
        start,
        end,
        rule: "won/listed-person",
      }),
      note: [],
      tier: undefined,
    }));
  return units.map((unit) => {
    const dated = /[年届批]/.test(unit.note) && !/成立|前身|创/.test(unit.note);
    return {
      entity: unit.entity,
      note: dated ? datesOf(x, unit.end - unit.note.length - 1, unit.end - 1) : [],
      tier: /奖/.test(unit.note) ? (tierOfCell(unit.note) ?? headed) : headed,
    };
  });
}

/** One list of dates of several: the first that has years, the first that has editions. */
function merge(
  dated: readonly When[][],
  told: { edition: number | undefined; years: readonly number[] } | undefined,
): When[] {
  const years = dated.find((d) => d.some((w) => w.year !== undefined));
  const editions = dated.find((d) => d.some((w) => w.edition !== undefined));
  if (years !== undefined)
    return years.map((w) => ({
      year: w.year,
      edition: w.edition ?? (years.length === 1 ? (editions?.[0]?.edition ?? told?.edition) : undefined),
    }));
  if (editions !== undefined) return editions.map((w) => ({ year: told?.years[0], edition: w.edition }));
  return [{ year: told?.years[0], edition: told?.edition }];
}

const isEmpty = (text: string): boolean => /^[\s/—\-–无]*$/.test(text);
