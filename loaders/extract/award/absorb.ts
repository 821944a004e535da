import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstMention, indexWithin } from "../spans.js";
import type { Extraction } from "../types.js";
import { conferredIn } from "./held.js";
import { isPlaceTitle } from "./place-titles.js";
import type { Dates, Prize } from "./prize.js";
import { tierOfLabel } from "./tier-labels.js";
import { tierAt } from "./tiers.js";
import type { EditionWord, YearWord } from "./when.js";

const NEAR = gated(/^[的“”《\s]{0,2}(?:度|年度)?(?:全国|全省|全市|国家|国家级|省级|市级)?[“《]?$/);
const BRACKETED_GAP = gated(/^（[^（）]{1,12}）$/);
/** 第二届|、|第四届某奖, 第二届|（2016年）、|第四届（2021年）某奖 */
const LINK = gated(/^(?:（[^（）]{1,12}）)?[、和与及]第?$/);
/** The longest of these. */
const LONGEST_GAP = 14;
const BRACKET = gated(/^[”]?（([^（）\n]{1,40})）/);

/** Draws the dates right before a prize to it: 2021年第四届某奖. */
export function absorbBefore(norm: string, prize: Prize, { years, editions }: Dates): void {
  if (years.length === 0 && editions.length === 0) return;
  while (absorbsEdition(norm, prize, years, editions) || absorbsYear(norm, prize, years, editions));
}

function absorbsEdition(
  norm: string,
  prize: Prize,
  years: readonly YearWord[],
  editions: readonly EditionWord[],
): boolean {
  for (const { start, end, edition } of editions) {
    if (end > prize.start || prize.start - end > LONGEST_GAP) continue;
    const next = prize.editions.length > 0 && LINK.test(norm, end, prize.start);
    if (!next && (prize.edition !== undefined || !isNear(norm, end, prize.start))) continue;
    prize.edition ??= edition;
    prize.editions.unshift(edition);
    takeFrom(prize, years, editions, start, end);
    return true;
  }
  return false;
}

function absorbsYear(
  norm: string,
  prize: Prize,
  years: readonly YearWord[],
  editions: readonly EditionWord[],
): boolean {
  for (const { start, end } of years) {
    if (end > prize.start || prize.start - end > LONGEST_GAP) continue;
    // 2020年、2022年某奖: all the years of a row.
    const row = prize.years.length > 0 && LINK.test(norm, end, prize.start);
    if (!row && !isNear(norm, end, prize.start)) continue;
    // 2021年获第四届: the year of the verb; 2021年第四届, 2021年度: the award's.
    prize.years.unshift(...years.filter((y) => y.start === start).map((y) => y.year));
    takeFrom(prize, years, editions, start, end);
    return true;
  }
  return false;
}

const isNear = (norm: string, from: number, to: number): boolean =>
  NEAR.test(norm, from, to) || BRACKETED_GAP.test(norm, from, to);

/** Lets a prize begin with a date, and gives it the years and editions between that and itself. */
function takeFrom(
  prize: Prize,
  years: readonly YearWord[],
  editions: readonly EditionWord[],
  start: number,
  end: number,
): void {
  const isBetween = (word: { start: number; end: number }): boolean =>
    word.start >= end && word.end <= prize.start;
  prize.years.unshift(...years.filter(isBetween).map(({ year }) => year));
  for (const { edition } of editions.filter(isBetween)) {
    prize.edition ??= edition;
    prize.editions.unshift(edition);
  }
  prize.start = start;
}

/** 制造类, （个人）: between an award and a tier of it. */
const OF_CLASS =
  /^[”]?(?:[\u4e00-\u9fa5]{1,4}类|（(?:[\u4e00-\u9fa5]{1,6}[类组]|个人|组织|企业|单位|集体|团队)）)?(?:的)?(?=[“（]?(?:提名奖|正奖|[特一二三]等奖|[金银铜]奖|优秀奖|创新奖|卓越奖))/;

/** （2021年，与某大学合作完成） */
const WITH_OTHERS = /[与和同合手][^（）]{4,24}(?:合作|共同|联合|携手|完成|研发|研制|申报)/;

function editionRightAfter(editions: Dates["editions"], at: number): Dates["editions"][number] | undefined {
  for (const edition of editions) if (edition.start >= at && edition.start - at <= 2) return edition;
  return undefined;
}

/** Draws what stands right behind a prize to it: its edition, tier and a bracket of dates. */
export function absorbAfter(x: Extraction, prize: Prize, to: number, { years, editions }: Dates): void {
  const { norm } = x;
  // 某奖第二届得主
  const behind =
    editions.length === 0 || prize.edition !== undefined ? undefined : editionRightAfter(editions, prize.end);
  if (
    behind !== undefined &&
    /^[”的]{0,2}$/.test(norm.slice(prize.end, behind.start)) &&
    /^的?(?:得主|获得者|获奖者|获奖(?:组织|企业|单位)|正奖|提名奖)/.test(
      norm.slice(behind.end, behind.end + 8),
    )
  ) {
    prize.edition = behind.edition;
    prize.editions.push(behind.edition);
    prize.end = behind.end;
  }
  const near = Math.min(norm.length, prize.end + 14);
  const of =
    prize.kind !== "tier" && indexWithin(norm, "奖", prize.end, near) >= 0
      ? OF_CLASS.exec(norm.slice(prize.end, near))
      : null;
  const tier = prize.kind === "tier" ? undefined : tierAt(norm, prize.end + (of?.[0].length ?? 0));
  if (tier !== undefined && tier.end <= to) {
    prize.tier ??= tier.tier;
    prize.end = tier.end;
    // 组织奖二等奖: for whom it is, and then which.
    const lower = tier.tier === "WINNER" ? tierAt(norm, tier.end) : undefined;
    if (lower !== undefined && lower.end <= to) {
      prize.tier = lower.tier;
      prize.end = lower.end;
    }
  }
  const conferred =
    prize.kind === "award" && prize.years.length === 0 ? conferredIn(norm, prize.end, to) : undefined;
  if (conferred !== undefined && years.some((y) => y.year === conferred.year && y.start >= prize.end)) {
    prize.years.push(conferred.year);
    for (const { edition, start, end } of editions)
      if (start >= prize.end && end <= conferred.end) {
        prize.edition ??= edition;
        prize.editions.push(edition);
      }
    prize.end = conferred.end;
    return;
  }
  const bracket = BRACKET.exec(norm, prize.end, Math.min(to, prize.end + 44));
  if (bracket === null && prize.kind === "award" && prize.years.length === 0)
    datesApart(norm, prize, to, years, editions);
  if (
    bracket === null ||
    /含|以下|简称|下称|家|项|等次|[一二三前后首近早]次(?:获奖)?[是为在系于：只获]|原|前身|设立|前称|起|^[下分]?设|分[设为]|每[一二两三]?年|\d年度?[则仅只]?[为是系]|年一[届评次]|始于/.test(
      bracket[1]!,
    )
  )
    return;
  const start = prize.end;
  const end = start + bracket[0].length;
  // 2家企业获某奖（甲、乙）: the bracket says who.
  if (namesWinner(x, start, end, isTitleOfPlace(prize)) && !WITH_OTHERS.test(bracket[1]!)) return;
  for (const year of years) if (year.start >= start && year.end <= end) prize.years.push(year.year);
  for (const edition of editions)
    if (edition.start >= start && edition.end <= end) {
      prize.edition ??= edition.edition;
      prize.editions.push(edition.edition);
    }
  prize.tier ??= tierAt(norm, start + bracket[0].indexOf("（") + 1)?.tier ?? tierOfLabel(bracket[1]!);
  prize.end = end;
}

/** 中国石材之都（南安市，2003年）: the bracket behind the title of a place says which place. */
const isTitleOfPlace = ({ award }: Prize): boolean => award !== undefined && isPlaceTitle(award.name);

/** 唯一获得|某奖|的企业（第四届，2021年）, 第五届|某奖|获奖单位（2023年）: a bracket of nothing but dates, behind what is said to have won it. */
const DATES_APART = gated(
  /^[”]?(?:称号|荣誉|荣誉称号|得主|获得者|获奖(?:者|企业|单位|组织|个人|项目)|的[^，。；：、（）]{0,10})（((?:[首第][一二三四五六七八九十\d]{0,3}[届批]|(?:19|20)\d\d年?度?|[，、 ]){1,6})）/,
);
const BRACKETS = new CharacterSet("（");
/** 甲、乙获评|某称号|，均在2022年. */
const ALL_IN = gated(
  /^[”]?(?:称号|荣誉|企业|产品)?(?:有?[一二两三四五六七八九十\d]{1,2}[个家项])?，(?:均|都|皆|同)(?:是?[在于]|为|是|系)?((?:19|20)\d\d)年(?:度|\d{1,2}月)?(?:的?[首第][一二三四五六七八九十\d]{0,3}[届批](?:评选)?[上时中]?)?(?:获评|认定|授予|获得|公布|评定|入选|获批|[拿得捧获评][到下上]?)?的?(?=[，。；]|$)/,
);
const ALL = new CharacterSet("均都皆同");

function datesApart(
  norm: string,
  prize: Prize,
  to: number,
  years: readonly YearWord[],
  editions: readonly EditionWord[],
): void {
  const until = Math.min(to, prize.end + 44);
  if (ALL.within(norm, prize.end, Math.min(until, prize.end + 8))) {
    const all = ALL_IN.exec(norm, prize.end, until);
    if (all !== null) {
      prize.years.push(Number(all[1]));
      const told = prize.end + all[0].length;
      for (const { edition, start, end } of editions)
        if (start >= prize.end && end <= told) {
          prize.edition ??= edition;
          prize.editions.push(edition);
        }
    }
  }
  if (!BRACKETS.within(norm, prize.end, Math.min(until, prize.end + 16))) return;
  const match = DATES_APART.exec(norm, prize.end, until);
  if (match === null) return;
  const end = prize.end + match[0].length;
  const start = end - match[1]!.length - 1;
  for (const year of years) if (year.start >= start && year.end <= end) prize.years.push(year.year);
  for (const edition of editions)
    if (edition.start >= start && edition.end <= end) {
      prize.edition ??= edition.edition;
      prize.editions.push(edition.edition);
    }
}

function namesWinner({ mentions }: Extraction, from: number, to: number, orPlace: boolean): boolean {
  for (let i = firstMention(mentions, from); i < mentions.length; i++) {
    const { start, end, type, generic } = mentions[i]!;
    if (start >= to) return false;
    if (end > to || generic) continue;
    if (type === "Company" || type === "Institution" || type === "Person") return true;
    if (orPlace && (type === "City" || type === "County" || type === "Zone")) return true;
  }
  return false;
}
