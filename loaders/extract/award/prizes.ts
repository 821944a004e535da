import type { DocEntity, Extraction } from "../types.js";
import { TIER_WITHIN } from "./detect.js";
import { type TierName, tierAt, tierOfWithin } from "./tiers.js";
import { type EditionWord, editionsIn, type YearWord, yearsIn } from "./when.js";
import { MISLEADING, WORDS, type WordClass } from "./words.js";

/** What is won, as the text says it: an award with what stands by it, or a tier, 该奖 or 获奖 that refers to one. */
export interface Prize {
  kind: "award" | "tier" | "it" | "won";
  /** Undefined where it refers to the award spoken of. */
  award: DocEntity | undefined;
  /** With the edition, years and tier that belong to it. */
  start: number;
  end: number;
  tier: TierName | undefined;
  edition: number | undefined;
  /** All of them, in order, where it is several: 第二届和第四届. */
  editions: number[];
  years: number[];
}

export interface Word {
  cls: WordClass;
  start: number;
  end: number;
}

export interface Dates {
  years: YearWord[];
  editions: EditionWord[];
}

export const datesIn = (x: Extraction, from: number, to: number, last?: number): Dates => ({
  years: yearsIn(x.norm, from, to, x.year, last),
  editions: editionsIn(x.norm, from, to),
});

/** The words of winning in [from, to): the longest at each place, none within a name or another word. */
export function wordsIn(x: Extraction, from: number, to: number): Word[] {
  const covered: [number, number][] = x
    .mentionsIn(from, to)
    .filter((m) => !m.generic)
    .map((m) => [m.start, m.end]);
  MISLEADING.scan(x.norm, (start, end) => covered.push([start, end]), from, to);
  const found: Word[] = [];
  WORDS.scan(
    x.norm,
    (start, end, cls) => {
      if (covered.some(([s, e]) => start >= s && end <= e)) return;
      const last = found.at(-1);
      if (last !== undefined && start < last.end) {
        if (end - start <= last.end - last.start) return;
        found.pop();
      }
      found.push({ cls, start, end });
    },
    from,
    to,
  );
  return found;
}

const NEAR = /^[的“”《\s]{0,2}(?:度|年度)?(?:全国|全省|全市|国家|国家级|省级|市级)?[“《]?$/;
/** 获奖 and 上榜 speak of the award only where no object follows. */
const ENDS = /^(?:[，。；：、！？）”]|$|的(?:还?有|是|分别))/;
const BRACKET = /^[”]?（([^（）\n]{1,24})）/;

/** The prizes in [from, to) in order. */
export function prizesIn(
  x: Extraction,
  from: number,
  to: number,
  dates: Dates,
  words: readonly Word[],
): Prize[] {
  const { norm } = x;
  const prizes: Prize[] = [];
  for (const mention of x.mentionsIn(from, to, ["Award"])) {
    const prize: Prize = {
      kind: "award",
      award: mention.entity,
      start: mention.start,
      end: mention.end,
      tier: tierOfWithin(TIER_WITHIN.exec(norm.slice(mention.start, mention.end))?.[2]),
      edition: undefined,
      editions: [],
      years: [],
    };
    absorbBefore(norm, prize, dates);
    absorbAfter(norm, prize, to, dates);
    prizes.push(prize);
  }
  const named = x.mentionsIn(from, to);
  const free = (at: number): boolean =>
    !prizes.some((p) => at >= p.start && at < p.end) &&
    !named.some((m) => at >= m.start && at < m.end && !m.generic);
  const bare: Prize[] = [];
  for (let at = norm.indexOf("奖", from); at >= 0 && at < to; at = norm.indexOf("奖", at + 1)) {
    const found = tierEndingAt(norm, at, from);
    if (found === undefined || !free(found.start)) continue;
    if (
      /(?:含|及其|和其|[设分]|[个项])$/.test(norm.slice(from, found.start).replace(/[“（]$/, "")) &&
      !/[家名]/.test(norm.slice(at - 5, at))
    )
      continue;
    const prize: Prize = {
      kind: "tier",
      award: undefined,
      ...found,
      edition: undefined,
      editions: [],
      years: [],
    };
    absorbBefore(norm, prize, dates);
    absorbAfter(norm, prize, to, dates);
    bare.push(prize);
  }
  // 获提名: a tier without 奖.
  for (const match of norm.slice(from, to).matchAll(/(?<=获得?|得到)提名(?!奖|为)/g)) {
    const start = from + match.index;
    if (free(start))
      bare.push({
        kind: "tier",
        award: undefined,
        start,
        end: start + 2,
        tier: "NOMINATION",
        edition: undefined,
        editions: [],
        years: [],
      });
  }
  for (const { cls, start, end } of words) {
    if (cls !== "it" && cls !== "won") continue;
    if (!free(start) || bare.some((p) => start >= p.start && start < p.end)) continue;
    // 质量奖奖杯, 质量奖的桂冠: the same once more.
    if (cls === "it" && prizes.some((p) => p.end <= start && /^[”]?的?[”]?$/.test(norm.slice(p.end, start))))
      continue;
    if (cls === "won" && !ENDS.test(norm.slice(end, Math.min(to, end + 4)))) continue;
    const prize: Prize = {
      kind: cls,
      award: undefined,
      start,
      end,
      tier: undefined,
      edition: undefined,
      editions: [],
      years: [],
    };
    if (cls === "it") {
      absorbBefore(norm, prize, dates);
      absorbAfter(norm, prize, to, dates);
    }
    bare.push(prize);
  }
  const all = [...prizes, ...bare].sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((p, i) => i === 0 || p.start >= all[i - 1]!.end);
}

/** 荣获质量奖, 捧得质量奖的是: the award spoken of by its everyday name. */
const EVERYDAY = /(?:[获得取下回走到了膺]|分别)“?质量$/;

function tierEndingAt(
  norm: string,
  at: number,
  from: number,
): { start: number; end: number; tier: TierName } | undefined {
  if (EVERYDAY.test(norm.slice(Math.max(from, at - 5), at)))
    return { start: at - 2, end: at + 1, tier: "WINNER" };
  for (let start = Math.max(from, at - 4); start < at; start++) {
    const found = tierAt(norm, start);
    if (found !== undefined && found.end >= at + 1 && found.end <= at + 2)
      return { start, end: at + 1, tier: found.tier };
  }
  return undefined;
}

function absorbBefore(norm: string, prize: Prize, { years, editions }: Dates): void {
  for (let again = true; again; ) {
    again = false;
    for (const word of [...editions, ...years]) {
      const gap = norm.slice(word.end, prize.start);
      const next = prize.editions.length > 0 && "edition" in word && /^[、和与及]$/.test(gap);
      if (word.end > prize.start || !(next || NEAR.test(gap) || /^（[^（）]{1,12}）$/.test(gap))) continue;
      if ("year" in word) {
        // 2021年获第四届: the year of the verb; 2021年第四届, 2021年度: the award's.
        prize.years.push(...years.filter((y) => y.start === word.start).map((y) => y.year));
      } else if (prize.edition === undefined || next) {
        prize.edition ??= word.edition;
        prize.editions.unshift(word.edition);
      } else continue;
      for (const inner of years)
        if (inner.start >= word.end && inner.end <= prize.start) prize.years.push(inner.year);
      prize.start = word.start;
      again = true;
      break;
    }
  }
}

function absorbAfter(norm: string, prize: Prize, to: number, { years, editions }: Dates): void {
  const of =
    /^[”]?(?:（[\u4e00-\u9fa5]{1,6}[类组]）)?(?:的)?(?=[“（]?(?:提名奖|正奖|[特一二三]等奖|[金银铜]奖|优秀奖|创新奖|卓越奖))/.exec(
      norm.slice(prize.end, prize.end + 14),
    );
  const tier = prize.kind === "tier" ? undefined : tierAt(norm, prize.end + (of?.[0].length ?? 0));
  if (tier !== undefined && tier.end <= to) {
    prize.tier ??= tier.tier;
    prize.end = tier.end;
  }
  const bracket = BRACKET.exec(norm.slice(prize.end, Math.min(to, prize.end + 28)));
  if (bracket === null || /含|以下|简称|下称|家|项|等次|原|前身|设立|前称|起/.test(bracket[1]!)) return;
  const start = prize.end;
  const end = start + bracket[0].length;
  for (const year of years) if (year.start >= start && year.end <= end) prize.years.push(year.year);
  for (const edition of editions)
    if (edition.start >= start && edition.end <= end) prize.edition ??= edition.edition;
  prize.tier ??= tierAt(norm, start + bracket[0].indexOf("（") + 1)?.tier;
  prize.end = end;
}
