import type { EntityType } from "../../../schema/index.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { indexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { TIER_WITHIN } from "./detect.js";
import { tierOfLabel } from "./tier-labels.js";
import { type TierName, tierAt, tierOfWithin } from "./tiers.js";
import { type EditionWord, editionsIn, type YearWord, yearsIn } from "./when.js";
import { WORDS, type WordClass } from "./words.js";

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

/** One of them is in each way to name a tier: 金奖, 提名. */
const TIERED = new CharacterSet("奖提");

/** Awards and tiers in a stretch of text. */
export function tiersAndAwardsIn(x: Extraction, from: number, to: number): Prize[] {
  if (!TIERED.within(x.norm, from, to) && !mentionsType(x, from, to, "Award")) return [];
  return prizesIn(x, from, to, datesIn(x, from, to), wordsIn(x, from, to)).filter(
    (p) => p.kind === "award" || p.kind === "tier",
  );
}

export const datesIn = (x: Extraction, from: number, to: number, last?: number): Dates => ({
  years: yearsIn(x.norm, from, to, x.year, last),
  editions: editionsIn(x.norm, from, to),
});

/** Before 奖 in what prizes are called: 提名奖, 质量奖, 金奖. */
const GIVEN_PRIZE = new CharacterSet("名量正等金银铜人织");

/** The words of winning in [from, to): the longest at each place, none within a name or another word. */
export function wordsIn(x: Extraction, from: number, to: number): Word[] {
  const hits: { cls: WordClass | "other"; start: number; end: number }[] = [];
  WORDS.scan(x.norm, (start, end, cls) => hits.push({ cls, start, end }), from, to);
  const found: Word[] = [];
  if (hits.length === 0) return found;
  const others = hits.filter(({ cls }) => cls === "other");
  const names = x.mentionsIn(from, to);
  for (const { cls, start, end } of hits) {
    if (cls === "other" || others.some((o) => start >= o.start && end <= o.end)) continue;
    if (names.some((m) => start >= m.start && end <= m.end && !m.generic)) continue;
    // 提名奖给了: the prize's last character, and then 给了.
    if (x.norm.startsWith("奖给", start) && GIVEN_PRIZE.has(x.norm.charCodeAt(start - 1))) continue;
    const last = found[found.length - 1];
    if (last !== undefined && start < last.end) {
      if (end - start <= last.end - last.start) continue;
      found.pop();
    }
    found.push({ cls, start, end });
  }
  return found;
}

/** What a stretch of text has that rules for prizes ask for. */
const [OF_PRIZES, HANDING, GIVING, NAMING] = [1, 2, 4, 8];
const SIGNS = new CharacterSet("奖荣殊名席归属花落颁授提");

function signsIn(norm: string, from: number, to: number): number {
  let signs = 0;
  for (let at = from; at < to; at++) {
    if (!SIGNS.has(norm.charCodeAt(at))) continue;
    switch (norm[at]) {
      case "归":
      case "属":
      case "花":
      case "落":
        signs |= HANDING;
        break;
      case "颁":
      case "授":
        signs |= HANDING | GIVING;
        break;
      case "提":
        if (norm[at + 1] === "名") signs |= NAMING;
        break;
      default:
        signs |= OF_PRIZES;
    }
  }
  return signs;
}

/** What refers to the award spoken of. */
const referring = (kind: Prize["kind"], start: number, end: number, tier?: TierName): Prize => ({
  kind,
  award: undefined,
  start,
  end,
  tier,
  edition: undefined,
  editions: [],
  years: [],
});

const ELLIPTIC =
  /(?<=[获得拿到下回走]|[即就]?[为是])第[一二三四五六七八九十\d]{1,3}[届批]的?(?=[，。；！？]|$)|第[一二三四五六七八九十\d]{1,3}届(?=的?[一二两三四五六七八九十\d]{0,2}[块座个枚尊]?(?:奖牌|奖杯|奖项|桂冠)|，(?:(?:19|20)\d\d年，)?[^，。；]{4,24}(?:就|便)是[，。；]|(?:共|一共|最终|总共)?评出|共有[\d一二三四五六七八九十]{1,12}家|揭晓|颁给|授予|花落|的?得主|的?获奖|，(?:最大的?|大)?赢家|，(?:得主|获奖者)[是为])/g;
const HANDED_ON =
  /(?<=^|[，。；：、”])(?:这份|这项|这一|最终)?(?:最高)?(?:荣誉|殊荣|奖项|奖座|奖牌|名额|席位)(?=(?:最终|则|都|均|便|就|双双|分别)?(?:归(?![功口集类纳来还国属档因并])|归于|归属|属于|花落|颁给|授予|落到|落入))/g;
/** 颁发了奖牌. */
const GIVEN_OUT = /(?<=颁发了?|颁授了?|颁了?|授予了?)(?:荣誉)?(?:奖牌|奖杯|奖状|证书|牌匾)/g;
/** 获提名. */
const NOMINATED =
  /(?<=获得?|得到|[拿得捧捞][了到过]个?|只[获得拿]|屈居|止于|止步于?|收获|[摘捧夺斩拿][得获下回])提名(?!奖|为|[单人])/g;
/** 提名 right after a prize whose tier it is. */
const NOMINATION_OF = gated(/^”?(?:的)?提名奖?(?![为人单])/);
/** Before a tier that is only counted, set up or contained: 含金奖, 下设金奖, 3个金奖. */
const PART_OF = gated(/(?:含|及其|和其|[设分]|[个项])$/);
const TAKEN_ONE = /[得回下到了获走摘夺捧][一两]?[个项][“（]?$/;
const NEAR = gated(/^[的“”《\s]{0,2}(?:度|年度)?(?:全国|全省|全市|国家|国家级|省级|市级)?[“《]?$/);
const BRACKETED_GAP = gated(/^（[^（）]{1,12}）$/);
const LINK = gated(/^[、和与及]$/);
/** The longest of these. */
const LONGEST_GAP = 14;
/** 获奖 and 上榜 speak of the award only where no object follows. */
const ENDS =
  /^(?:(?:19|20)\d\d年度?(?:[^，。；]{0,6})?名单|[，。；：、！？）”]|$|的那一[刻幕瞬]|的，?(?:还?有|也有|只有|仅有|共有|一共有?|总共|就|仅|只|是|分别|包括)|的[^，。；]{0,6}(?:企业|单位|组织|个人|机构|医院|学校)(?=[，。；]|$))/;
/** 2015年获奖的甲. */
const OF_YEAR = /^(?:19|20)\d\d年.{2,6}的$/;
const WINNERS: readonly EntityType[] = ["Company", "Institution", "Person"];
const BRACKET = gated(/^[”]?（([^（）\n]{1,24})）/);

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
  const named = x.mentionsIn(from, to);
  for (const mention of named) {
    if (mention.type !== "Award") continue;
    const prize: Prize = {
      kind: "award",
      award: mention.entity,
      start: mention.start,
      end: mention.end,
      tier: tierWithin(norm, mention.start, mention.end),
      edition: undefined,
      editions: [],
      years: [],
    };
    absorbBefore(norm, prize, dates);
    absorbAfter(x, prize, to, dates);
    prizes.push(prize);
  }
  const free = (at: number): boolean =>
    !prizes.some((p) => at >= p.start && at < p.end) &&
    !named.some((m) => at >= m.start && at < m.end && !m.generic);
  const signs = signsIn(norm, from, to);
  const text = norm.slice(from, to);
  const bare: Prize[] = [];
  let several = false;
  for (let at = indexWithin(norm, "奖", from, to); at >= 0; at = indexWithin(norm, "奖", at + 1, to)) {
    several ||= endsSeries(norm, at);
    const found = tierEndingAt(norm, at, from);
    if (found === undefined || !free(found.start)) continue;
    const lead = OPENING.has(norm.charCodeAt(found.start - 1)) ? found.start - 1 : found.start;
    if (
      PART_OF.test(norm, Math.max(from, lead - 2), Math.max(from, lead)) &&
      !/[家名]/.test(norm.slice(at - 5, at)) &&
      !TAKEN_ONE.test(norm.slice(Math.max(from, found.start - 5), found.start))
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
    absorbAfter(x, prize, to, dates);
    // 获个人奖提名: what the prize is for, and then its tier.
    const less = prize.tier === "WINNER" ? NOMINATION_OF.exec(norm, prize.end, to) : null;
    if (less !== null) {
      prize.tier = "NOMINATION";
      prize.end += less[0].length;
    }
    bare.push(prize);
  }
  for (const match of several ? allMatches(SEVERAL, text) : []) {
    const base = from + match.index;
    for (const part of allMatches(/[特一二三金银]/g, match[1]!)) {
      const start = base + match[0].length - match[1]!.length + part.index;
      if (free(start)) bare.push(referring("tier", start, start + 1, SHORT_TIERS.get(part[0])));
    }
  }
  // 拿到第三届的: the award spoken of by its edition alone.
  for (const match of dates.editions.length > 0 ? allMatches(ELLIPTIC, text) : []) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (!free(start)) continue;
    const prize = referring("it", end, end);
    absorbBefore(norm, prize, dates);
    if (prize.edition !== undefined) bare.push(prize);
  }
  // 荣誉归甲, 奖杯最终花落乙: what goes to somebody is the award spoken of.
  const handsOn = (signs & HANDING) !== 0 && (signs & OF_PRIZES) !== 0;
  for (const match of handsOn ? allMatches(HANDED_ON, text) : []) {
    const start = from + match.index;
    if (free(start)) bare.push(referring("it", start, start + match[0].length));
  }
  // 为甲颁发了奖牌: the award spoken of.
  for (const match of (signs & GIVING) !== 0 ? allMatches(GIVEN_OUT, text) : []) {
    const start = from + match.index;
    if (free(start)) bare.push(referring("it", start, start + match[0].length));
  }
  // 获提名: a tier without 奖.
  for (const match of (signs & NAMING) !== 0 ? allMatches(NOMINATED, text) : []) {
    const start = from + match.index;
    if (free(start)) bare.push(referring("tier", start, start + 2, "NOMINATION"));
  }
  for (const { cls, start, end } of words) {
    if (cls !== "it" && cls !== "won") continue;
    if (!free(start) || bare.some((p) => start >= p.start && start < p.end)) continue;
    // 质量奖奖杯, 质量奖的桂冠: the same once more.
    if (
      cls === "it" &&
      [...prizes, ...bare.filter((p) => p.kind === "tier")].some(
        (p) => p.end <= start && /^[”]?的?[”]?$/.test(norm.slice(p.end, start)),
      )
    )
      continue;
    if (
      cls === "won" &&
      !OF_YEAR.test(norm.slice(Math.max(from, start - 5), end + 1)) &&
      !ENDS.test(norm.slice(end, Math.min(to, end + 12)))
    )
      continue;
    const prize = referring(cls, start, end);
    if (cls === "it") {
      absorbBefore(norm, prize, dates);
      absorbAfter(x, prize, to, dates);
    }
    bare.push(prize);
  }
  if (prizes.length + bare.length < 2) return bare.length === 0 ? prizes : bare;
  const all = [...prizes, ...bare].sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((p, i) => i === 0 || p.start >= all[i - 1]!.end);
}

/** 荣获质量奖, 捧得质量奖的是: the award spoken of by its everyday name. */
const EVERYDAY = gated(/(?:[获得取下回走到了膺]|分别)“?质量$/);

const OPENING = new CharacterSet("“（");
/** What 等奖 is before, and what may stand between a tier and the next one of a series. */
const [GRADE, GRADES] = ["等".charCodeAt(0), new CharacterSet("一二三")];
const METALS = new CharacterSet("银铜");
const BETWEEN = new CharacterSet("、和与一二三等");
/** What stands before 奖 in the name of an award that has a tier within. */
const TIER_ENDS = new CharacterSet("等金银铜秀名");

/** 金奖 of 中国专利金奖. */
function tierWithin(norm: string, start: number, end: number): TierName | undefined {
  if (norm[end - 1] !== "奖" || !TIER_ENDS.has(norm.charCodeAt(end - 2))) return undefined;
  return tierOfWithin(TIER_WITHIN.exec(norm.slice(start, end))?.[2]);
}

/** Whether 奖 at an offset may end 一、二、三等奖 or 金、银、铜奖. */
function endsSeries(norm: string, at: number): boolean {
  const unit = norm.charCodeAt(at - 1);
  if (unit === GRADE) return GRADES.has(norm.charCodeAt(at - 2)) && BETWEEN.has(norm.charCodeAt(at - 3));
  return METALS.has(unit) && BETWEEN.has(norm.charCodeAt(at - 2));
}

/** 一、二、三等奖; 金、银、铜奖: all but the last, which stands as a tier by itself. */
const SEVERAL =
  /[“]?((?:[特一二三]等?、){1,12}[一二三]等?(?:和|、)?|(?:[金银]、){1,12}|[特一二三金银](?:和|与))(?=[一二三]等奖|[银铜]奖)/g;
const SHORT_TIERS: ReadonlyMap<string, TierName> = new Map([
  ["特", "GRAND"],
  ["金", "GRAND"],
  ["一", "FIRST"],
  ["二", "SECOND"],
  ["银", "SECOND"],
  ["三", "THIRD"],
]);

function tierEndingAt(
  norm: string,
  at: number,
  from: number,
): { start: number; end: number; tier: TierName } | undefined {
  if (EVERYDAY.test(norm, Math.max(from, at - 5), at)) return { start: at - 2, end: at + 1, tier: "WINNER" };
  for (let start = Math.max(from, at - 4); start < at; start++) {
    const found = tierAt(norm, start);
    if (found !== undefined && found.end >= at + 1 && found.end <= at + 2)
      return { start, end: at + 1, tier: found.tier };
  }
  return undefined;
}

function absorbBefore(norm: string, prize: Prize, { years, editions }: Dates): void {
  if (years.length === 0 && editions.length === 0) return;
  const words = years.length === 0 ? editions : editions.length === 0 ? years : [...editions, ...years];
  for (let again = true; again; ) {
    again = false;
    for (const word of words) {
      if (word.end > prize.start || prize.start - word.end > LONGEST_GAP) continue;
      const link = LINK.test(norm, word.end, prize.start);
      const next = link && prize.editions.length > 0 && "edition" in word;
      // 2020年、2022年某奖: all the years of a row.
      const row = link && prize.years.length > 0 && "year" in word;
      if (
        !next &&
        !row &&
        !NEAR.test(norm, word.end, prize.start) &&
        !BRACKETED_GAP.test(norm, word.end, prize.start)
      )
        continue;
      if ("year" in word) {
        // 2021年获第四届: the year of the verb; 2021年第四届, 2021年度: the award's.
        prize.years.unshift(...years.filter((y) => y.start === word.start).map((y) => y.year));
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

/** 制造类, （个人）: between an award and a tier of it. */
const OF_CLASS =
  /^[”]?(?:[\u4e00-\u9fa5]{1,4}类|（(?:[\u4e00-\u9fa5]{1,6}[类组]|个人|组织|企业|单位|集体|团队)）)?(?:的)?(?=[“（]?(?:提名奖|正奖|[特一二三]等奖|[金银铜]奖|优秀奖|创新奖|卓越奖))/;

function absorbAfter(x: Extraction, prize: Prize, to: number, { years, editions }: Dates): void {
  const { norm } = x;
  // 某奖第二届得主
  const behind = editions.find((e) => e.start >= prize.end && e.start - prize.end <= 2);
  if (
    behind !== undefined &&
    prize.edition === undefined &&
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
  }
  const bracket = BRACKET.exec(norm, prize.end, Math.min(to, prize.end + 28));
  if (
    bracket === null ||
    /含|以下|简称|下称|家|项|等次|原|前身|设立|前称|起|^[下分]?设|分[设为]|每[一二两三]?年|年一[届评次]|始于/.test(
      bracket[1]!,
    )
  )
    return;
  const start = prize.end;
  const end = start + bracket[0].length;
  // 2家企业获某奖（甲、乙）: the bracket says who.
  if (x.mentionsIn(start, end, WINNERS).some((m) => !m.generic)) return;
  for (const year of years) if (year.start >= start && year.end <= end) prize.years.push(year.year);
  for (const edition of editions)
    if (edition.start >= start && edition.end <= end) {
      prize.edition ??= edition.edition;
      prize.editions.push(edition.edition);
    }
  prize.tier ??= tierAt(norm, start + bracket[0].indexOf("（") + 1)?.tier ?? tierOfLabel(bracket[1]!);
  prize.end = end;
}
