import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { hasTiers } from "./tiers.js";
import { NOT_YET } from "./told-times.js";
import { editionsIn } from "./when.js";

/** 第六届（2022年度）, 2022年度第六届, 2021年（第七届）: an edition and its year side by side. */
const PAIR =
  /(第[一二三四五六七八九十\d]{1,3}[届批]|首[届批])[（，]?((?:19|20)\d\d)年?度?[）]?|((?:19|20)\d\d)年?度?[（，]?(第[一二三四五六七八九十\d]{1,3}[届批]|首[届批])[）]?/g;
const FOUNDED = gated(/(?:[设创成]立|创办|始)于$/);
/** How far from a pair its award may be named. */
const NEAR = 24;

/**
 * Adds to each win the edition that the document gives the award of that year elsewhere: 第六届（2022年度）某奖 tells that
 * 2022年度某奖获奖名单 is of the sixth. An award of which two editions have one year, or the other way round, is left alone.
 */
export function withEditions(x: Extraction, wins: readonly Win[]): Win[] {
  const wanting = new Set(
    wins.filter((w) => w.year !== undefined && w.edition === undefined).map((w) => w.to),
  );
  if (wanting.size === 0) return [...wins];
  const known = new Map<DocEntity, Map<number, number | undefined>>();
  const tell = (award: DocEntity, year: number, edition: number): void => {
    if (!wanting.has(award)) return;
    const years = known.get(award) ?? new Map<number, number | undefined>();
    known.set(award, years);
    years.set(year, years.has(year) && years.get(year) !== edition ? undefined : edition);
  };
  for (const { to, year, edition } of wins)
    if (year !== undefined && edition !== undefined) tell(to, year, edition);
  for (const match of allMatches(PAIR, x.norm)) {
    const end = match.index + match[0].length;
    const edition = editionsIn(x.norm, match.index, end)[0]?.edition;
    const award = awardBehind(x, end);
    if (award !== undefined && edition !== undefined) tell(award, Number(match[2] ?? match[3]), edition);
  }
  return wins.map((win) => {
    const edition = win.year === undefined ? undefined : known.get(win.to)?.get(win.year);
    if (win.edition === undefined && edition !== undefined) win.edition = edition;
    return win;
  });
}

/** The award whose name follows on the line, of which a pair then is. */
function awardBehind({ mentions, norm }: Extraction, end: number): DocEntity | undefined {
  const next = mentions[firstMention(mentions, end)];
  return next?.type === "Award" && next.start - end < NEAR && !norm.slice(end, next.start).includes("\n")
    ? next.entity
    : undefined;
}

/** Years by editions, and editions by years. */
interface ToldRounds {
  years: Map<number, number>;
  editions: Map<number, number>;
}

/**
 * The year of each edition, and the other way round, that pairs tell (截至第五届（2022年）, 2022年，第六届。): of the award whose name follows,
 * else of any; what is told in two ways is NaN.
 */
function roundsTold(x: Extraction): ReadonlyMap<DocEntity | undefined, ToldRounds> {
  const told = new Map<DocEntity | undefined, ToldRounds>();
  const tell = (of: Map<number, number>, key: number, value: number): void => {
    of.set(key, of.has(key) && of.get(key) !== value ? Number.NaN : value);
  };
  for (const match of allMatches(PAIR, x.norm)) {
    const end = match.index + match[0].length;
    const edition = editionsIn(x.norm, match.index, end)[0]?.edition;
    const year = Number(match[2] ?? match[3]);
    if (edition === undefined || year > (x.year ?? year)) continue;
    // 某奖设立于2015年，首届得主是…: when it was founded.
    if (FOUNDED.test(x.norm, Math.max(0, match.index - 3), match.index)) continue;
    const award = awardBehind(x, end);
    const rounds = told.get(award) ?? { years: new Map(), editions: new Map() };
    told.set(award, rounds);
    tell(rounds.years, edition, year);
    tell(rounds.editions, year, edition);
  }
  return told;
}

/** Gives wins the year or edition that such a pair tells of their award, or of any where no other award has wins of that round. */
export function withRoundsTold(x: Extraction, wins: readonly Win[]): void {
  const half = wins.filter(
    (w) => hasTiers(w.to.name) && (w.year === undefined) !== (w.edition === undefined),
  );
  if (half.length === 0) return;
  const told = roundsTold(x);
  if (told.size === 0) return;
  const only = new Map<string, DocEntity | undefined>();
  for (const { to, year, edition } of wins)
    for (const key of [`#${edition}`, `${year}`])
      only.set(key, only.has(key) && only.get(key) !== to ? undefined : to);
  for (const win of half) {
    const { to } = win;
    const isOnly = only.get(win.year === undefined ? `#${win.edition}` : `${win.year}`) === to;
    for (const rounds of [told.get(to), isOnly ? told.get(undefined) : undefined]) {
      const year = win.edition === undefined ? undefined : rounds?.years.get(win.edition);
      const edition = win.year === undefined ? undefined : rounds?.editions.get(win.year);
      if (year !== undefined && !Number.isNaN(year)) win.year ??= year;
      if (edition !== undefined && !Number.isNaN(edition)) win.edition ??= edition;
    }
  }
}

/** 关于2023年度某奖的奖励决定: a title of a paper that itself confers. */
const CONFERS = gated(/(?:决定|通报|命令|公告|通告|通知|公报)(?:（[^（）]{0,12}）)?\s{0,4}$/);
const JOINS = gated(/^[”]?(?:[、和与及]|以及|暨)[“]?$/);

/** Whether a list or a granting sentence tells of a win without its year. */
const isListedUndated = ({ year, rule }: Win): boolean =>
  year === undefined && (rule === "won/given" || rule === "won/roll");

/**
 * Gives the year of the title (关于2023年度某奖的奖励决定) to the wins that its decision tells with their edition alone; where
 * wins of several editions are told, to none.
 */
export function withYearOfTitle(x: Extraction, wins: readonly Win[]): void {
  withYearOfList(x, wins);
  if (!wins.some(isListedUndated)) return;
  for (let i = 0; i < x.blocks.length && i < 4; i++) {
    const { kind, start, end } = x.blocks[i]!;
    if (
      end - start > 120 ||
      (kind !== "title" && kind !== "heading" && i > 1) ||
      !CONFERS.test(x.norm, start, end)
    )
      continue;
    if (NOT_YET.test(x.norm, start, end)) continue;
    let before: { end: number; year: number | undefined } | undefined;
    for (const prize of tiersAndAwardsIn(x, start, end)) {
      if (prize.award === undefined) continue;
      const joined =
        before !== undefined && prize.edition === undefined && JOINS.test(x.norm, before.end, prize.start);
      const year = prize.years.length === 1 ? prize.years[0] : joined ? before!.year : undefined;
      before = { end: prize.end, year };
      if (year !== undefined && year <= (x.year ?? year)) dateAll(prize.award, year, wins);
    }
  }
}

/** 某区2023年绿色制造名单出炉, 公司2021年度获奖一览: a title of the list of one year. */
const LIST_OF_YEAR = gated(
  /((?:19|20)\d\d)年度?(?![、至到—-])[^。，；0-9]{0,24}?(?:名单|颁奖|光荣榜|红榜|榜单|获奖(?:一览|情况|统计|汇总)|授奖|表彰|荣誉|通报|奖励公告|名录|获评|评选结果|公布表|一览|统计表|情况表|汇总表|揭晓|命名|拿了)/,
);
const YEARS = gatedAll(/(?:19|20)\d\d/g);

/** Gives the year of a title that is a list's of one year to what lists tell with neither year nor edition. */
function withYearOfList(x: Extraction, wins: readonly Win[]): void {
  const listed = wins.filter(({ rule }) => rule === "won/roll" || rule === "won/table");
  if (listed.length === 0 || listed.some((w) => w.year !== undefined || w.edition !== undefined)) return;
  for (let i = 0; i < x.blocks.length && i < 3; i++) {
    const { kind, start, end } = x.blocks[i]!;
    if (end - start > 80 || (kind !== "title" && i > 1)) continue;
    const match = LIST_OF_YEAR.exec(x.norm, start, end);
    if (match === null || NOT_YET.test(x.norm, start, end)) continue;
    const year = Number(match[1]);
    if (YEARS.matches(x.norm, start, end).length > 1 || year > (x.year ?? year)) return;
    for (const win of listed) win.year = year;
    return;
  }
}

function dateAll(award: DocEntity, year: number, wins: readonly Win[]): void {
  const own = wins.filter((win) => win.to === award && isListedUndated(win));
  const [first] = own;
  if (first === undefined) return;
  if (own.some(({ edition }) => edition !== first.edition)) return;
  for (const { to, edition, year: told } of wins)
    if (to === award && told !== undefined && told !== year && edition === first.edition) return;
  for (const win of own) win.year = year;
}
