import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import { datesOf } from "./noted.js";
import type { Prize } from "./prize.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { tierOfCell } from "./tiers.js";
import { isPlaceUnit, unitsIn } from "./units.js";

/** 奖花落谁家？, 给了谁？, 谁拿了某奖？, 哪三家？: who has won is asked. */
const ASKS = gated(
  /(?:花落谁家|(?:给了|颁给了?|归了?|属于|授予了?)(?:谁|哪[几些一二两三四五六七八九十\d]?家(?:企业|单位|组织)?)|谁(?!会|能|将)[^，。？]{0,4}(?:[得获拿摘捧夺][了得到下走回]|上榜|获奖|登榜)[^，。？]{0,24}|(?:^|[，。；：是有？])哪[几些一二两三四五六七八九十\d]{0,2}[家个位]?(?:企业|单位|组织)?)？$/,
);
const NOT_YET = gated(/将|会不会|有望|下一届|明年|候选|申报|参评|备选|推荐/);
/** What an answer may begin with before it names anybody: 答案是, 两家，都在服务业：一家是管着公交的. */
const LEAD = gated(
  /^[“”—]{0,3}(?:答案|谜底|结果|最终)?(?:揭晓|[是有：，]|就|正|分别|依次|共|一共){0,4}(?:[一二两三四五六七八九十\d]{1,2}[家个位])?(?:企业|单位|组织)?(?:，[^，。；：]{2,10})?[：，]?(?:分别|依次)?[是为]?(?:[一头第]一?[家个位]是)?(?:[^，。；：]{0,26}的)?$/,
);
const NOT_WON = gated(/[未没无]|落选|申报|参评|候选|拟|可能|也许|恐怕|据说|猜/);
const QUESTION = "？";
/** How many sentences before the answer the award may be named. */
const FARTHEST = 4;

/** Whom a sentence names that answers the question before it, who has won: 奖给了谁？甲、乙。; undefined where it is no such answer. */
export function whoWasAsked(x: Extraction, sentence: Sentence): readonly Win[] | undefined {
  const { norm, sentences } = x;
  const { start, end } = sentence;
  const at = firstFrom(sentences, start) - 1;
  const asked = sentences[at];
  if (asked === undefined || norm[asked.end - 1] !== QUESTION || norm[end - 1] === QUESTION) return undefined;
  if (asked.block !== sentence.block || !ASKS.test(norm, asked.start, asked.end)) return undefined;
  if (NOT_YET.test(norm, asked.start, asked.end) || NOT_WON.test(norm, start, end)) return undefined;
  if (tiersAndAwardsIn(x, start, end).length > 0) return undefined;
  const units = unitsIn(x, start, end).filter((unit) => !isPlaceUnit(unit));
  const [first] = units;
  if (first === undefined || !LEAD.test(norm, start, first.start)) return undefined;
  const prize = prizeBefore(x, at, sentence);
  if (prize === undefined) return undefined;
  const wins: Win[] = [];
  for (const { entity, note, end: to } of units) {
    if (!fits(entity, prize.award!)) continue;
    const noted = note === "" ? [] : datesOf(x, to - note.length - 1, to);
    const tier = note === "" ? prize.tier : (tierOfCell(note) ?? prize.tier);
    for (const { year, edition } of noted.length > 0
      ? noted
      : [{ year: prize.years[0], edition: prize.edition }])
      wins.push(winOf(entity, prize.award!, tier, year, edition, sentence, "won/asked", 0.85));
  }
  return wins.length > 0 ? wins : undefined;
}

/** The prize last named by a question or, in the same block, before it. */
function prizeBefore(x: Extraction, at: number, { block }: Sentence): Prize | undefined {
  for (let i = at; i >= 0 && at - i < FARTHEST; i--) {
    const { start, end, block: of } = x.sentences[i]!;
    if (of !== block) return undefined;
    const prize = tiersAndAwardsIn(x, start, end).findLast((one) => one.award !== undefined);
    if (prize !== undefined) return prize;
  }
  return undefined;
}
