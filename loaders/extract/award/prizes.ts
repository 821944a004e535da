import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { sortFew } from "../../sort-few.js";
import { firstMention, indexWithin, mentionsType, wordWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { absorbAfter, absorbBefore } from "./absorb.js";
import { QUALITY_NOMINATION, TIER_WITHIN } from "./detect.js";
import { absorbSign } from "./legend.js";
import type { Dates, Prize, Word } from "./prize.js";
import { TIER_SIGNS, type TierName, tierAt, tierOfWithin } from "./tiers.js";
import { editionsIn, yearsIn } from "./when.js";
import { WORDS } from "./words.js";

/** One of them is in each way to name a tier: 金奖, 提名. */
const TIERED = new CharacterSet("奖提");

/** Awards and tiers in a stretch of text. */
export function tiersAndAwardsIn(x: Extraction, from: number, to: number): Prize[] {
  if (!TIERED.within(x.norm, from, to) && !mentionsType(x, from, to, "Award")) return [];
  const prizes = prizesIn(x, from, to, datesIn(x, from, to), wordsIn(x, from, to));
  for (const { kind } of prizes)
    if (kind !== "award" && kind !== "tier")
      return prizes.filter((p) => p.kind === "award" || p.kind === "tier");
  return prizes;
}

export const datesIn = (x: Extraction, from: number, to: number, last?: number): Dates => ({
  years: yearsIn(x.norm, from, to, x.year, last, x.yearMonthAgo),
  editions: editionsIn(x.norm, from, to),
});

/** 后者还是|提名奖: the same tier once more; 正奖还是提名奖 asks which. */
const STILL_TIER = gated(/^(?:提名|正|[特一二三]等|[金银铜]|优秀)奖/);
/** Before 奖 in what prizes are called: 提名奖, 质量奖, 金奖. */
const GIVEN_PRIZE = new CharacterSet("名量正等金银铜人织");

/** The words of winning in [from, to): the longest at each place, none within a name or another word. */
export function wordsIn(x: Extraction, from: number, to: number): Word[] {
  const hits: Word[] = [];
  let others: Word[] | undefined;
  for (const word = WORDS.in(x.norm, from, to); word.next(); ) {
    const { start, end, value: cls } = word;
    if (cls !== "other") hits.push({ cls, start, end });
    // Where it stands is all that matters of another word.
    else if (others === undefined) others = [{ cls: "it", start, end }];
    else others.push({ cls: "it", start, end });
  }
  if (hits.length === 0) return hits;
  const found: Word[] = [];
  for (const hit of hits) {
    const { cls, start, end } = hit;
    // 还是“某某之乡”
    const be =
      cls === "be" &&
      x.norm[start - 1] === "还" &&
      (x.norm[end] === "“" ||
        (x.norm[start - 2] !== "奖" && STILL_TIER.test(x.norm, end, end + 4)) ||
        (mentionsType(x, end, end + 24, "Award") && !/[，。；会要能]/.test(x.norm.slice(end, end + 6))));
    if (!be && others?.some((o) => start >= o.start && end <= o.end) === true) continue;
    if (isNamed(x, start, end, from, to)) continue;
    // 提名奖给了: the prize's last character, and then 给了.
    if (x.norm.startsWith("奖给", start) && GIVEN_PRIZE.has(x.norm.charCodeAt(start - 1))) continue;
    if (found.length > 0) {
      const last = found[found.length - 1]!;
      if (start < last.end) {
        if (end - start <= last.end - last.start) continue;
        found.pop();
      }
    }
    found.push(hit);
  }
  return found;
}

/** Whether [start, end) lies within a name in [from, to); mentions do not overlap. */
function isNamed({ mentions }: Extraction, start: number, end: number, from: number, to: number): boolean {
  const at = firstMention(mentions, start + 1) - 1;
  if (at < 0) return false;
  const mention = mentions[at]!;
  // 孙耀荣|获评: the name's last character and what follows.
  if (mention.type === "Person" && mention.end > start && mention.end < end) return true;
  return end <= mention.end && mention.end <= to && mention.start >= from && !mention.generic;
}

/** What a stretch of text has that rules for prizes ask for. */
const [OF_PRIZES, HANDING, GIVING, NAMING, PRIZE, EDITION] = [1, 2, 4, 8, 16, 32];
const SIGNS = new CharacterSet("奖荣殊名席归属花落给颁授提届批");

function signsIn(norm: string, from: number, to: number): number {
  let signs = 0;
  for (let at = from; at < to; at++) {
    if (!SIGNS.has(norm.charCodeAt(at))) continue;
    switch (norm[at]) {
      case "归":
      case "属":
      case "花":
      case "落":
      case "给":
        signs |= HANDING;
        break;
      case "颁":
      case "授":
        signs |= HANDING | GIVING;
        break;
      case "提":
        if (norm[at + 1] === "名") signs |= NAMING;
        break;
      case "奖":
        signs |= OF_PRIZES | PRIZE;
        break;
      case "届":
      case "批":
        signs |= EDITION;
        break;
      default:
        signs |= OF_PRIZES;
    }
  }
  return signs;
}

/** A prize as it is found; all have the same fields in the same order. */
export const prizeOf = (
  kind: Prize["kind"],
  award: DocEntity | undefined,
  start: number,
  end: number,
  tier?: TierName,
): Prize => ({ kind, award, start, end, tier, edition: undefined, editions: [], years: [] });

const ELLIPTIC =
  /(?<=[获得拿到下走]|(?<![这此上那每头一几])回|[即就]?[为是])第[一二三四五六七八九十\d]{1,3}[届批]的?(?=[，。；！？]|$)|第[一二三四五六七八九十\d]{1,3}届（(?:19|20)\d\d年度?）(?=的?(?:得主|获奖))|第[一二三四五六七八九十\d]{1,3}届(?=的?[一二两三四五六七八九十\d]{0,2}[块座个枚尊]?(?:奖牌|奖杯|奖项|桂冠)|，(?:(?:19|20)\d\d年，)?[^，。；]{4,24}(?:就|便)是[，。；]|(?:共|一共|最终|总共)?评出|共有[\d一二三四五六七八九十]{1,12}家|揭晓|颁给|授予|花落|的?得主|的?获奖|，(?:最大的?|大)?赢家|，(?:得主|获奖者)[是为])/g;
const HANDED_ON =
  /(?<=^|[，。；：、”])(?:这份|这项|这一|最终)?(?:(?:另外|另|其余|其他|剩下|余下|还有)的?[一二两三四五六七八九十\d]{0,2}[个家块枚席张]?)?(?:(?:最高)?(?:荣誉|殊荣|奖项|奖座|奖牌|名额|席位)|(?:个人|组织)类?奖项|(?<=[其剩另余][余下外][的]?[一二两三四五])[席家])(?=(?:最终|则|都|均|便|就|双双|分别)?(?:给了|归(?![功口集类纳来还国属档因并])|归于|归属|属于|花落|颁给|授予|落到|落入))/g;
/** 这块牌子是第五届某奖，得到|它|的还有甲. */
const GOT_IT = /(?<=[得拿捧获摘领][到得下回走过])它(?=的，?还?[有是])/g;
const OF_IT = new CharacterSet("它");
/** 颁发了奖牌. */
const GIVEN_OUT = /(?<=颁发了?|颁授了?|颁了?|授予了?)(?:荣誉)?(?:奖牌|奖杯|奖状|证书|牌匾)/g;
/** 把|奖牌|交到甲、乙手中. */
const HANDED_INTO =
  /(?<=[把将](?:[一二两三四五]?[块座枚个面]|沉甸甸|金灿灿|崭新)?的?)(?:奖牌|奖杯|证书|牌匾)(?=[^，。；]{0,4}(?:[交递送颁发授][到至给]|授予|颁发[给到]))/g;
/** 成为本届唯一的获奖个人: one who has the award spoken of. */
const ONLY_ONE =
  /(?<=(?:唯一|首位|仅有)的?(?:一[名位家])?的?)(?:获奖个人|个人获奖者|获奖者|个人得主)(?=[，。；]|$)/g;
/** 最终评定|获奖组织|2家：. */
const COUNTED_WINNERS =
  /(?<=(?:评定|评出|评选出|产生|决出|选出|确定|评审出)了?)获奖(?:组织|企业|单位|个人|者)(?=共?[\d一二两三四五六七八九十]{1,3}[家个名])/g;
const WINNERS_SIGNS = new CharacterSet("评产决选");
/** 把提名二字去掉, 摘掉了“提名”的帽子: has now what it was nominated for. */
const ONE_SIGNS = new CharacterSet("唯首仅");
const NO_LONGER_NOMINATED =
  /[把将]“?提名奖?”?(?:二字|两个?字|的?(?:帽子|标签|头衔))给?(?:去掉|抹掉|抹去|摘掉|拿掉|划掉|甩掉)了?|(?:去掉|摘掉|甩掉|抹去|拿掉|摘下)了?“?提名奖?”?(?:二字|两个?字|的?(?:帽子|标签))/g;
/** 获提名. */
const NOMINATED =
  /(?<=获得?|列|得到|年得|[拿得捧捞][了到过]个?|只[获得拿]|屈居|止于|止步于?|收获|[摘捧夺斩拿][得获下回])提名(?!奖|为|[单人])|(?<=列入|进入|跻身|入选|入列|登上|[位名]列|进了|列)提名(?=(?:之列|名单|行列|序列|榜|名录|企业|组织|单位|栏))/g;
/** 某奖，2014年|提名，2017年摘得正奖; 提名组织两家，分别是甲、乙. */
const NOMINATED_IN =
  /(?<=(?:19|20)\d\d年|[次回]是)提名(?=[，；。]|$)|(?<=^|[\]】：，。；\s])提名(?=(?:组织|企业|单位)(?:[一二两三四五六七八九十\d]{1,2}[家个]|[，：]|[是为有](?!$)))/g;
/** 提名 right after a prize whose tier it is. */
const NOMINATION_OF = gated(/^”?(?:的)?提名奖?(?![为人单])/);
/** Before a tier that is only counted, set up or contained: 含金奖, 下设金奖, 3个金奖. */
const PART_OF = gated(/(?:含|及其|和其|[设分]|[个项])$/);
/** 首设个人奖，由某某获得: set up, and taken by somebody. */
const TAKEN_BY = gated(
  /^(?:[一二两三\d]{1,2}[名个人项席家])?，(?:分别|依次)?(?:由|授予|颁给|授给|给了|颁发给|归于?|花落|(?:获奖者|得主)(?:分别)?[是为])/,
);
const TAKEN_ONE = /[得回下到了获走摘夺捧][一两]?[个项][“（]?$/;
/** 获奖 and 上榜 speak of the award only where no object follows. */
const ENDS =
  /^(?:(?:19|20)\d\d年度?(?:[^，。；]{0,6})?名单|[，。；：、！？）”]|$|的那一[刻幕瞬]|的，?(?:还?有|也有|只有|仅有|共有|一共有?|总共|就|仅|只|是|分别|包括|另外|其余|其他)|的[^，。；]{0,6}(?:企业|单位|组织|个人|机构|医院|学校|工人|职工|员工|农民工?|技师|教师|医生|护士|工匠)(?=[，。；]|$))/;
/** 2015年获奖的甲; 对|获奖的甲、乙. */
const OF_YEAR = /^(?:19|20)\d\d年.{2,6}的$|(?:[，；：对向给]|^)(?:获奖|上榜)的$/;
/** 第七届（2023年）|获奖的甲、乙: with the round before it. */
const OF_ROUND = /(?:[届批]|年）)(?:获奖|上榜)的$/;

/** 第六届某香奖|，也就是|某市政府质量奖: another name of the same award, of the same round. */
const ALSO = gated(/^”?[，（](?:也就是|也即|亦即|即|就是|又称|又叫|俗称)“?$/);

/** The prizes in [from, to) in order. */
export function prizesIn(
  x: Extraction,
  from: number,
  to: number,
  dates: Dates,
  words: readonly Word[],
): Prize[] {
  const { norm, mentions } = x;
  const named: Prize[] = [];
  for (let i = firstMention(mentions, from); i < mentions.length; i++) {
    const { type, entity, start, end } = mentions[i]!;
    if (start >= to) break;
    if (type !== "Award" || end > to) continue;
    const prize = prizeOf("award", entity, start, end, tierWithin(norm, start, end));
    absorbSign(x, prize);
    absorbBefore(norm, prize, dates);
    absorbAfter(x, prize, to, dates);
    const before = named.at(-1);
    if (before !== undefined && prize.edition === undefined && ALSO.test(norm, before.end, prize.start)) {
      prize.edition = before.edition;
      prize.editions = before.editions;
      if (prize.years.length === 0) prize.years = before.years;
    }
    named.push(prize);
  }
  const bare: Prize[] = [];
  const signs = signsIn(norm, from, to);
  if (signs !== 0) {
    const free = (at: number): boolean => !isWithin(named, at) && !isNamed(x, at, at + 1, from, to);
    if ((signs & PRIZE) !== 0) findTiers(x, from, to, dates, free, bare);
    findReferring(norm, from, to, dates, signs, free, bare);
  }
  findPersons(norm, from, to, bare);
  for (const { cls, start, end } of words) {
    if (cls === "get" && isMetal(norm, end, to)) {
      const medal = prizeOf("tier", undefined, end, end, METAL_TIERS.get(norm.charCodeAt(end - 1)));
      bare.push(medal);
    }
    // 甲2016年拿到某奖，乙2019年才拿到。: the same once more.
    if (cls === "get" && dates.years.length > 0 && takesIt(norm, start, end, to)) {
      // 提名奖对它不陌生，2016年第二届就得过一次: of that tier.
      const topic =
        named.length === 0 ? bare.findLast((p) => p.kind === "tier" && p.end <= start) : undefined;
      bare.push(prizeOf("it", undefined, end, end, topic?.tier));
    }
    if (cls !== "it" && cls !== "won") continue;
    if (isWithin(named, start) || isNamed(x, start, start + 1, from, to) || isWithin(bare, start)) continue;
    // 质量奖奖杯, 质量奖的桂冠: the same once more.
    if (cls === "it" && (isOfPrize(norm, named, start) || isOfPrize(norm, bare, start))) continue;
    const around = cls === "won" ? norm.slice(Math.max(from, start - 5), end + 1) : "";
    const ofRound = OF_ROUND.test(around);
    if (
      cls === "won" &&
      !ofRound &&
      !OF_YEAR.test(around) &&
      !ENDS.test(norm.slice(end, Math.min(to, end + 12)))
    )
      continue;
    // 2020年获评的“某某基地”: of which it is told right behind.
    if (cls === "won" && norm[end] === "的" && named.some((p) => p.start > end && p.start - end <= 2))
      continue;
    const prize = prizeOf(cls, undefined, start, end);
    if (cls === "it" || ofRound) absorbBefore(norm, prize, dates);
    if (cls === "it") absorbAfter(x, prize, to, dates);
    bare.push(prize);
  }
  if (named.length + bare.length < 2) return bare.length === 0 ? named : bare;
  const all = bare.length === 0 ? named : named.concat(bare);
  sortFew(all, inOrder);
  const apart: Prize[] = [];
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i]!.start >= all[i - 1]!.end) apart.push(all[i]!);
  return apart;
}

const [GOLD, SILVER] = ["金".charCodeAt(0), "银".charCodeAt(0)];
const METAL_TIERS: ReadonlyMap<number, TierName> = new Map([
  [GOLD, "GRAND"],
  [SILVER, "SECOND"],
]);
const PAUSES = new CharacterSet("、，；。");

/** 甲公司“某某方法”摘金、乙公司…获优秀奖: whether the word that ends there names a tier of the award spoken of. */
function isMetal(norm: string, end: number, to: number): boolean {
  return METAL_TIERS.has(norm.charCodeAt(end - 1)) && (end === to || PAUSES.has(norm.charCodeAt(end)));
}

/** Whether a verb of taking ends its clause, and says with what stands before it that somebody else has had the same: 才拿到, 也评上了. */
function takesIt(norm: string, start: number, end: number, to: number): boolean {
  const after = norm[end] === "了" ? end + 1 : end;
  // 2014年已经拿过|一回.
  if (ONCE.test(norm, end, Math.min(to, end + 5)) && HAD.test(norm, start, end)) return true;
  return (
    (after >= to || PAUSES.has(norm.charCodeAt(after))) &&
    TAKING.test(norm, start, end) &&
    LIKEWISE.test(norm, start - 3, start)
  );
}
const HAD = gated(/^[拿得摘捧夺领](?:[到得走回]?过|[到得走回])$/);
const ONCE = gated(/^了?过?一[回次](?:了)?(?:[，。；]|$)/);
const TAKING = gated(/^(?:[拿得摘捧夺抱][到得回下上]|评上|获得|等到|领到)$/);
const LIKEWISE = gated(/(?:才|也|又|终于|终|刚|就|如愿|首次|一次)$/);

const inOrder = (a: Prize, b: Prize): number => a.start - b.start || b.end - a.end;

/** Whether an offset lies within one of the prizes. */
function isWithin(prizes: readonly Prize[], at: number): boolean {
  for (const prize of prizes) if (at >= prize.start && at < prize.end) return true;
  return false;
}

/** Whether nothing but 的 and marks stands between one of the prizes, an award or tier, and an offset. */
function isOfPrize(norm: string, prizes: readonly Prize[], at: number): boolean {
  for (const { kind, end } of prizes)
    if (
      (kind === "award" || kind === "tier") &&
      end <= at &&
      at - end <= 3 &&
      OF_MARKS.test(norm.slice(end, at))
    )
      return true;
  return false;
}

const TAKES_IN_HAND = new CharacterSet("把将");
const OF_MARKS = /^[”]?的?[”]?$/;

/** The tiers in 奖 that are no part of an award's name. */
function findTiers(
  x: Extraction,
  from: number,
  to: number,
  dates: Dates,
  free: (at: number) => boolean,
  found: Prize[],
): void {
  const { norm } = x;
  let several = false;
  for (let at = indexWithin(norm, "奖", from, to); at >= 0; at = indexWithin(norm, "奖", at + 1, to)) {
    several ||= endsSeries(norm, at);
    const tier = tierEndingAt(norm, at, from);
    if (tier === undefined || !free(tier.start)) continue;
    const lead = OPENING.has(norm.charCodeAt(tier.start - 1)) ? tier.start - 1 : tier.start;
    if (
      PART_OF.test(norm, Math.max(from, lead - 2), Math.max(from, lead)) &&
      !/[家名]/.test(norm.slice(at - 5, at)) &&
      !TAKEN_BY.test(norm, tier.end, Math.min(norm.length, tier.end + 11)) &&
      !TAKEN_ONE.test(norm.slice(Math.max(from, tier.start - 5), tier.start))
    )
      continue;
    const prize = prizeOf("tier", undefined, tier.start, tier.end, tier.tier);
    absorbBefore(norm, prize, dates);
    absorbAfter(x, prize, to, dates);
    // 获个人奖提名: what the prize is for, and then its tier.
    const less = prize.tier === "WINNER" ? NOMINATION_OF.exec(norm, prize.end, to) : null;
    if (less !== null) {
      prize.tier = "NOMINATION";
      prize.end += less[0].length;
    }
    found.push(prize);
  }
  if (!several) return;
  for (const match of allMatches(SEVERAL, norm.slice(from, to))) {
    const base = from + match.index;
    for (const part of allMatches(/[特一二三金银]/g, match[1]!)) {
      const start = base + match[0].length - match[1]!.length + part.index;
      if (free(start)) found.push(prizeOf("tier", undefined, start, start + 1, TIER_SIGNS.get(part[0])));
    }
  }
}

/** What refers to the award spoken of, and tiers without 奖. */
function findReferring(
  norm: string,
  from: number,
  to: number,
  dates: Dates,
  signs: number,
  free: (at: number) => boolean,
  found: Prize[],
): void {
  const isDated = (signs & EDITION) !== 0 && dates.editions.length > 0;
  // 荣誉归甲, 奖杯最终花落乙: what goes to somebody is the award spoken of.
  const handsOn = (signs & HANDING) !== 0 && (signs & OF_PRIZES) !== 0;
  if (!isDated && !handsOn && (signs & (GIVING | NAMING | PRIZE)) === 0) return;
  const text = norm.slice(from, to);
  if ((signs & PRIZE) !== 0 && ONE_SIGNS.within(text)) findEach(ONLY_ONE, "it", text, from, free, found);
  if ((signs & PRIZE) !== 0 && WINNERS_SIGNS.within(text))
    findEach(COUNTED_WINNERS, "it", text, from, free, found);
  if ((signs & PRIZE) !== 0 && OF_IT.within(text)) findEach(GOT_IT, "it", text, from, free, found);
  if ((signs & PRIZE) !== 0 && TAKES_IN_HAND.within(text))
    findEach(HANDED_INTO, "it", text, from, free, found);
  if (!isDated && !handsOn && (signs & (GIVING | NAMING)) === 0) return;
  // 拿到第三届的: the award spoken of by its edition alone.
  if (isDated)
    for (const match of allMatches(ELLIPTIC, text)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (!free(start)) continue;
      const prize = prizeOf("it", undefined, end, end);
      absorbBefore(norm, prize, dates);
      if (prize.edition !== undefined) found.push(prize);
    }
  if (handsOn) findEach(HANDED_ON, "it", text, from, free, found);
  // 为甲颁发了奖牌: the award spoken of.
  if ((signs & GIVING) !== 0) findEach(GIVEN_OUT, "it", text, from, free, found);
  // 获提名: a tier without 奖.
  if ((signs & NAMING) !== 0) {
    findEach(NOMINATED, "tier", text, from, free, found);
    findEach(NOMINATED_IN, "tier", text, from, free, found);
    findEach(NO_LONGER_NOMINATED, "won", text, from, free, found);
  }
}

/** 另外还有两位|个人|，分别是甲、乙: persons beside the organizations that the text has told of. */
function findPersons(norm: string, from: number, to: number, found: Prize[]): void {
  for (let at = wordWithin(norm, "个人", from, to); at >= 0; at = wordWithin(norm, "个人", at + 2, to))
    if (BESIDES.test(norm, Math.max(from, at - 10), at) && WHO_FOLLOWS.test(norm, at + 2, to))
      found.push(prizeOf("tier", undefined, at, at + 2, "WINNER"));
}
const BESIDES = gated(
  /(?:另外?|还|此外|外加)，?(?:还?有)?(?:[一二两三四五六七八九十\d]{1,2}[位名])(?:获奖)?的?$/,
);
const WHO_FOLLOWS = gated(/^(?:获奖)?(?:：|——|，?(?:分别|依次)?[是为叫]|，)[^，。；]{2}/);

function findEach(
  pattern: RegExp,
  kind: "it" | "tier" | "won",
  text: string,
  from: number,
  free: (at: number) => boolean,
  found: Prize[],
): void {
  for (const match of allMatches(pattern, text)) {
    const start = from + match.index;
    if (!free(start)) continue;
    found.push(
      kind === "tier"
        ? prizeOf("tier", undefined, start, start + 2, "NOMINATION")
        : prizeOf(kind, undefined, start, start + match[0].length, kind === "won" ? "WINNER" : undefined),
    );
  }
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
  const surface = norm.slice(start, end);
  return tierOfWithin((TIER_WITHIN.exec(surface) ?? QUALITY_NOMINATION.exec(surface))?.[2]);
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
