import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { Extraction } from "../types.js";
import { askedOf } from "./asked.js";
import { fits, type Win, winOf } from "./findings.js";
import type { Prize } from "./prize.js";
import { tiersAndAwardsIn } from "./prizes.js";
import type { TierName } from "./tiers.js";
import { isFirm, isPerson, type Unit, unitsIn } from "./units.js";
import { editionsIn, yearsIn } from "./when.js";

const NTH = "[首第][一二三四五六七八九十\\d]{0,3}届";
const YEAR = "(?:(?:19|20)\\d\\d|[去今前])年";
const DATE = `(?:${YEAR}度?(?:的|，|、|（)?(?:${NTH})?）?|${NTH}(?:，|、|（)?(?:${YEAR})?）?)`;
/** 甲|是2012年第三届，|乙|则在2014年|: when, of which round, up to the next name. */
const TOLD = gated(
  new RegExp(
    `^(?:[^，；。：、（\\d]{0,6}，)?(?:[则就也都均同又各是为在于那]|分别|属于|[拿得]的|登上|双双|一[道起同]){0,4}(${DATE})(?:的|[得拿评获]的|评上的|获得的|捧回的|获奖|上榜|入选|登榜){0,2}(?:[，；、。！]|$)(?:而|另外?|还有|再有|再就是|最后|接着|然后|随后|最[早近新]的){0,2}(?:一[家块个位])?[是为]?(?:颁?给个人的，[^，。；：、\\d]{0,16})?$`,
  ),
);
/** 是2012年|, 在第三届|, ，2014年第四届|: what such a sentence has twice. */
const SIGN = gated(new RegExp(`[是在为于，]${DATE}`));
const JOINED = gated(/^(?:、|[和与及同]|以及)$/);
const COUNTED = gated(/[一二两三四五六七八九十\d]{1,2}[家个]/);
const NOT_WON = gated(/申报|参评|候选|推荐|拟|落选|公示|[没未]|争取|力争|报过|冲击|备战/);

/** Those whom a piece of a roll names, and when they won. */
interface Piece {
  units: readonly Unit[];
  year: number | undefined;
  edition: number | undefined;
}

/** 某奖我们有三家：甲是2012年第三届，乙和丙同在2019年第七届: each with its own date, in one sentence; undefined where it is no such roll. */
export function datedRoll(x: Extraction, sentence: Sentence): readonly Win[] | undefined {
  const { norm } = x;
  const { start, end } = sentence;
  const first = SIGN.exec(norm, start, end);
  if (first === null || !SIGN.test(norm, start + first.index + first[0].length, end)) return undefined;
  if (NOT_WON.test(norm, start, end)) return undefined;
  const here = prizeOf(tiersAndAwardsIn(x, start, end));
  if (here === NONE) return undefined;
  const prize = here ?? countedBefore(x, sentence) ?? countedAs(x, sentence);
  if (prize === undefined || x.modalityAt(start, end) !== "fact") return undefined;
  const from = here === undefined ? start : prize.end;
  const pieces = piecesOf(x, from, end);
  if (pieces === undefined || (here !== undefined && bearersIn(x, start, prize.start).length > 0))
    return undefined;
  const wins: Win[] = [];
  for (const { units, year, edition } of pieces)
    for (const { entity, start, end } of units)
      if (fits(entity, prize.award))
        wins.push(
          winOf(entity, prize.award, prize.tier, year, edition, { start, end }, "won/dated-roll", 0.85),
        );
  return wins.length > 0 ? wins : undefined;
}

/** The pieces of a stretch that is nothing but names with their dates, two and more; undefined where it is more. */
export function piecesOf(x: Extraction, from: number, to: number): Piece[] | undefined {
  const { norm } = x;
  const bearers = bearersIn(x, from, to);
  const pieces: Piece[] = [];
  let units: Unit[] = [];
  for (let i = 0; i < bearers.length; i++) {
    const unit = bearers[i]!;
    units.push(unit);
    const next = bearers[i + 1]?.start ?? to;
    if (i + 1 < bearers.length && JOINED.test(norm, unit.end, next)) continue;
    const told = TOLD.exec(norm, unit.end, next);
    if (told === null) return undefined;
    const end = unit.end + told[0].length;
    pieces.push({
      units,
      year: yearsIn(norm, unit.end, end, x.year)[0]?.year,
      edition: editionsIn(norm, unit.end, end)[0]?.edition,
    });
    units = [];
  }
  return pieces.length > 1 ? pieces : undefined;
}

const bearersIn = (x: Extraction, from: number, to: number): Unit[] =>
  unitsIn(x, from, to).filter((unit) => isFirm(unit) || isPerson(unit));

type Topic = Pick<Prize, "end" | "start"> & {
  award: NonNullable<Prize["award"]>;
  tier: TierName | undefined;
};
const NONE = Symbol("several");

/** The one prize of a sentence with its tier; NONE where it names several. */
function prizeOf(prizes: readonly Prize[]): Topic | undefined | typeof NONE {
  const [first, second, third] = prizes;
  if (first === undefined) return undefined;
  const { award, start, end, tier } = first;
  if (award === undefined || third !== undefined || first.years.length > 0 || first.edition !== undefined)
    return NONE;
  if (second === undefined) return { award, start, end, tier };
  return second.award === undefined && second.start - end <= 1
    ? { award, start, end: second.end, tier: second.tier }
    : NONE;
}

/** 3块国家级的我可以报一报——甲，2016年第二届；…: of those that the sentence before counts the prize of that rank and number. */
function countedAs(x: Extraction, { start, end, block }: Sentence): Topic | undefined {
  const first = bearersIn(x, start, end)[0];
  const before = x.sentences[firstFrom(x.sentences, start) - 1];
  if (first === undefined || before?.block !== block) return undefined;
  if (!OF_COUNTED.test(x.norm, start, first.start)) return undefined;
  const asked = askedOf(x, { start, end: first.start }, [before]);
  return asked === undefined ? undefined : { award: asked.award, tier: asked.tier, start, end: start };
}
const OF_COUNTED = gated(
  /^(?:这|那|其中的?)?[一二两三四五六七八九十\d]{1,2}[家块个座](?:国家级?|省级?|市级?)的?[^，。；：—]{0,12}(?:：|——|，(?:分别|依次)?[是有为]：?)[^，。；：]{0,12}$/,
);

/** 某奖我们有三家。: the prize whose winners the sentence before counts, without naming any. */
function countedBefore(x: Extraction, { start, block }: Sentence): Topic | undefined {
  const before = x.sentences[firstFrom(x.sentences, start) - 1];
  if (before?.block !== block || !COUNTED.test(x.norm, before.start, before.end)) return undefined;
  if (bearersIn(x, before.start, before.end).length > 0) return undefined;
  const prize = prizeOf(tiersAndAwardsIn(x, before.start, before.end));
  return prize === NONE ? undefined : prize;
}
