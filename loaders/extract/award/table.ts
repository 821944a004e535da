import type { Block, Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win } from "./findings.js";
import { datesOf } from "./roll.js";
import type { Heading } from "./structure.js";
import { prizesOf } from "./structure.js";
import { tierOfCell } from "./tiers.js";
import { unitsIn } from "./units.js";

type Column = "award" | "winner" | "date" | "tier" | "work" | "owner" | "note" | "place" | "other";

/** What a column's header says that it holds; the first that fits. */
const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ["owner", /权利人|专利权人|完成单位|完成人|申报单位|承担单位|起草单位|牵头单位/],
  ["work", /专利(?:名称|$)|项目(?:名称|$)|成果(?:名称|$)|标准名称|作品/],
  ["place", /所在|属地|辖区|地区$|区域|归口/],
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

/** What one row of a table of honours says; the heading above the table gives what no column does. */
export function rowFacts(x: Extraction, row: Block, heading: Heading | undefined): RowFacts | undefined {
  const cells = row.cells ?? [];
  const kinds = columnsOf(x, cells);
  const of = (kind: Column): Cell[] => cells.filter((_, i) => kinds[i] === kind && !isEmpty(cells[i]!.text));
  const hasPrizes = kinds.includes("award") || heading?.award !== undefined;
  if (!hasPrizes) return undefined;
  const told = kinds.includes("award") ? undefined : heading;
  const award = awardOf(x, of("award")) ?? told?.award;
  if (award === undefined) return undefined;

  const dated = [...of("date"), ...of("award"), ...of("note")]
    .map((cell) => datesOf(x, cell.start, cell.end))
    .filter((d) => d.length > 0);
  const when = merge(dated, told);
  const tier =
    of("tier")
      .map((c) => tierOfCell(c.text))
      .find((t) => t !== undefined) ??
    of("award")
      .flatMap((c) => prizesOf(x, c.start, c.end))
      .find((p) => p.tier !== undefined)?.tier ??
    of("note")
      .map((c) => tierOfCell(c.text))
      .find((t) => t !== undefined) ??
    told?.tier;
  const facts: RowFacts = { wins: [], owns: [] };
  const win = (from: DocEntity): void => {
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
  const winners = of("winner").flatMap((cell) => winnersIn(x, cell));
  const owners = of("owner").flatMap((cell) => winnersIn(x, cell));
  for (const cell of of("work")) {
    const type = /专利/.test(`${cell.header ?? ""}${award.name}`) ? "Patent" : "Initiative";
    const name = cell.text.replace(/^[《“]|[》”]$/g, "");
    const work =
      x.mentionsIn(cell.start, cell.end, [type])[0]?.entity ??
      x.entity(type, name, { start: cell.start, end: cell.end, rule: "won/achievement" });
    win(work);
    if (type === "Patent")
      for (const owner of [...owners, ...winners])
        facts.owns.push({ owner, patent: work, start: row.start, end: row.end });
  }
  for (const winner of [...winners, ...owners]) win(winner);
  if (!kinds.includes("winner") && !kinds.includes("owner") && !kinds.includes("work"))
    ofSubject(x, row, of("note"), win);
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

function columnsOf(x: Extraction, cells: readonly Cell[]): Column[] {
  const kinds = cells.map((cell) => columnOf(cell.header));
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

function awardOf(x: Extraction, cells: readonly Cell[]): DocEntity | undefined {
  for (const cell of cells) {
    const mention = x.mentionsIn(cell.start, cell.end, ["Award"])[0];
    if (mention !== undefined) return mention.entity;
  }
  const cell = cells.find((c) => /荣誉|奖项|称号|奖名/.test(c.header ?? ""));
  if (cell === undefined) return undefined;
  const name = cell.text
    .replace(/^(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]*[届批])+/, "")
    .replace(/^[“”]|[“”]$/g, "");
  if (name.length < 4 || name.length > 25 || /[，。；：、]/.test(name)) return undefined;
  if (
    x
      .mentionsIn(cell.start, cell.end)
      .some((m) => m.type === "Platform" || m.type === "StandardsBody" || m.type === "Initiative")
  )
    return undefined;
  return x.entity("Award", name, { start: cell.start, end: cell.end, rule: "award/cell" });
}

function winnersIn(x: Extraction, cell: Cell): DocEntity[] {
  return unitsIn(x, cell.start, cell.end).map((unit) => unit.entity);
}

function merge(dated: ReturnType<typeof datesOf>[], told: Heading | undefined): ReturnType<typeof datesOf> {
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
