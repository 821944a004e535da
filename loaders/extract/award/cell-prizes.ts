import { gated } from "../../patterns/gated.js";
import type { Cell } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { NOT_CONFERRED, piecesOf, TIER_IN } from "./cell-pieces.js";
import { datedPrizes } from "./dated-prizes.js";
import type { Heading } from "./heading.js";
import { tierOfMark } from "./legend.js";
import { datesOf, type When } from "./noted.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { tierOfLabel } from "./tier-labels.js";
import { TIER_SIGNS, type TierName } from "./tiers.js";
import { editionsIn } from "./when.js";

export interface RowPrize {
  award: DocEntity;
  tier: TierName | undefined;
  when: When[];
}

/** What a column's header says of those whom it lists. */
export interface HeaderPrize extends RowPrize {
  edition: number | undefined;
  years: readonly number[];
}

/** What stands in a cell of a matrix: 第三届提名奖（2018）, 2019、2021年, √, 金奖；正在申报 is one 金奖. */
export function conferredIn(
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
    const tier =
      (word === undefined ? TIER_SIGNS.get(SHORTENED.exec(text)?.[1] ?? "") : tierOfLabel(word)) ??
      tierOfMark(x, text);
    if (dates.length === 0 && tier === undefined && !/^\s*(?:[√✓✔●★○]|是|有|获评?|获奖)\s*$/.test(text))
      continue;
    found.push({ tier, when: merge([dates], { edition: told.edition, years: told.years }) });
  }
  return found;
}

/** The year or edition that heads a column: 2019年, 第三届（2018年）. */
export function datesOfHeader(header: string): When | undefined {
  const year = /(?:19|20)\d\d/.exec(header)?.[0];
  const edition = editionsIn(header, 0, header.length)[0]?.edition;
  return year === undefined && edition === undefined
    ? undefined
    : { year: year === undefined ? undefined : Number(year), edition };
}

/** How a title was got is no part of its name: 某某之乡（复评通过）. */
const REVIEWED = gated(
  /（(?:顺利|再次|第[一二三四五六七八九十]次|再度)?(?:复[评审查核检牌]|复评估|重新|延续|续[评期]|保留|命名|认定|授牌|评审|通过|届满)[^（）]{0,8}）$/,
);

const APART = gated(/^[\s·—－-]{0,4}$/);

/** 某某校园复查合格: had before. */
const CHECKED = gated(/[^（）]复[查核审评](?:合格|通过)$/);
const NOT_YET = /^(?:正在|拟|已|计划|尚在)?(?:申报|参评|培育|公示|争创|冲刺)|^未|落选$/;

/** 2018年（提）, 2019银: a tier by its first character. */
const SHORTENED = gated(/(?:（|[\d年届])(提|正|特|[一二三金银铜优鼓])）?\s*$/);

/** The award that a header cell names: 第三届市长质量奖. */
export function headedBy(x: Extraction, cell: Cell): HeaderPrize | undefined {
  const prize = tiersAndAwardsIn(x, cell.start, cell.end).find((p) => p.award !== undefined);
  return prize === undefined
    ? undefined
    : { award: prize.award!, tier: prize.tier, when: [], edition: prize.edition, years: prize.years };
}

export function prizesOfRow(
  x: Extraction,
  cells: readonly Cell[],
  dates: When[][],
  told: Heading | undefined,
): RowPrize[] {
  const found: RowPrize[] = [];
  for (const cell of cells) {
    if (NOT_YET.test(cell.text) || CHECKED.test(cell.text)) continue;
    const named = tiersAndAwardsIn(x, cell.start, cell.end);
    const prizes = named.filter((p) => p.award !== undefined);
    // 某奖 三等奖, 某奖·银奖: the tier that stands apart behind the only award.
    const apart =
      prizes.length === 1 ? named.find((p) => p.kind === "tier" && p.start >= prizes[0]!.end) : undefined;
    if (apart !== undefined && APART.test(x.norm, prizes[0]!.end, apart.start))
      prizes[0]!.tier ??= apart.tier;
    for (const { award, tier, when } of datedPrizes(x, prizes, cell.start, cell.end))
      found.push({ award, tier, when: dates.length === 0 ? when : merge([...dates, when], undefined) });
  }
  if (found.length > 0) return found;
  const own = awardOf(x, cells);
  const award = own?.award ?? told?.award;
  const when = own === undefined || own.when.length === 0 ? dates : [...dates, own.when];
  return award === undefined ? [] : [{ award, tier: told?.tier, when: merge(when, told) }];
}

/** One list of dates of several: the first that has years, the first that has editions. */
export function merge(
  dated: readonly When[][],
  told: { edition: number | undefined; years: readonly number[] } | undefined,
): When[] {
  const years = dated.find((d) => d.some((w) => w.year !== undefined));
  const editions = dated.find((d) => d.some((w) => w.edition !== undefined));
  if (years !== undefined) {
    // 2013年、2019年 beside 第二届、第五届: one by one.
    const paired = editions !== undefined && editions.length === years.length;
    return years.map((w, i) => ({
      year: w.year,
      edition:
        w.edition ??
        (paired
          ? editions[i]!.edition
          : years.length === 1
            ? (editions?.[0]?.edition ?? told?.edition)
            : undefined),
    }));
  }
  if (editions !== undefined) return editions.map((w) => ({ year: told?.years[0], edition: w.edition }));
  return [{ year: told?.years[0], edition: told?.edition }];
}

/** 甲公司（第二届） in the row of 2016年: what the bracket behind a name says of when, with the one year that it leaves out. */
export function withYearOf(note: When[], row: readonly When[]): When[] {
  const year = row.length === 1 ? row[0]!.year : undefined;
  if (year === undefined || note.length !== 1 || note[0]!.year !== undefined) return note;
  return [{ year, edition: note[0]!.edition }];
}

/** 某某先锋（2017年）: when it was got is no part of its name. */
const DATED = gated(/（(?:(?:19|20)\d\d年?度?(?:\d{1,2}月)?[、，]?){1,6}）$/);

/** In a column of honours whatever a cell names is one, unless it is known to be something else. */
function awardOf(x: Extraction, cells: readonly Cell[]): { award: DocEntity; when: When[] } | undefined {
  const cell = cells.find((c) => /荣誉|奖项|称号|奖名/.test(c.header ?? ""));
  if (cell === undefined) return undefined;
  const name = REVIEWED.replace(DATED.replace(cell.text, ""), "")
    .replace(/^(?:(?:19|20)\d\d年度?|[首第][一二三四五六七八九十\d]*[届批])+/, "")
    .replace(/^[“”]|[“”]$/g, "");
  if (name.length < 4 || name.length > 25 || /[，。；：、]/.test(name) || NOT_YET.test(name))
    return undefined;
  const other = ["Platform", "StandardsBody", "Initiative"];
  if (x.mentionsIn(cell.start, cell.end).some((m) => other.includes(m.type))) return undefined;
  const award = x.entity("Award", name, { start: cell.start, end: cell.end, rule: "award/cell" });
  return { award, when: DATED.test(cell.text) ? datesOf(x, cell.start, cell.end) : [] };
}
