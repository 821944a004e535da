import { gated } from "../../patterns/gated.js";
import type { Block, Sentence } from "../../types.js";
import { speakersFirm } from "../names/speakers.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { labelEnd } from "./asked.js";
import type { Context } from "./context.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { editionsIn, yearsIn } from "./when.js";

/** 您的市长质量奖是哪年得的？ */
const ASKS_WHEN = gated(/哪一?年[得拿获评摘捧]/);
/** 去年底又拿了奖，先说说？ */
const ASKS_WHAT = gated(/[得拿获摘捧有][了过到回]?[^，。？]{0,6}(?:奖|荣誉|称号)/);
const OF_PERSON = gated(/您(?:自己|本人|个人|的)/);
const IS = gated(
  /^(?:有，|有的，|是的，|对，)?(?:就|也)?(?:是|[得拿获]的是)?(?:(?:19|20)\d\d年[得拿获评]?[了过到]?的?|[\u4e00-\u9fa5]{2,4}的)?[“]?$/,
);
const YEAR = gated(/^(?:是)?(?:在)?((?:19|20)\d\d)年/);
const QUESTION = "？";

/**
 * What the first sentence of an answer says in reply to the question above it: 您的市长质量奖是哪年得的？ 2022年。 gives the win told
 * before its year; 又拿了奖？ 是省政府质量奖，第五届，2023年发的。 is a win of whom the speaker answers for.
 */
export function answered(
  x: Extraction,
  sentence: Sentence,
  context: Context,
  told: readonly Win[],
): Win | undefined {
  const { norm } = x;
  const { block, start, end } = sentence;
  const asked = x.blocks[firstFrom(x.blocks, block.start) - 1];
  if (asked === undefined || norm[asked.end - 1] !== QUESTION) return undefined;
  const from = labelEnd(norm, start, end);
  if (from === start) return undefined;
  const person = x.mentionsIn(start, from, ["Person"])[0]?.entity;
  if (ASKS_WHEN.test(norm, asked.start, asked.end)) {
    const year = YEAR.exec(norm, from, end)?.[1];
    const award = x.mentionsIn(asked.start, asked.end, ["Award"])[0]?.entity;
    if (year !== undefined && award !== undefined) dateOf(told, award, person, Number(year));
    return undefined;
  }
  if (!ASKS_WHAT.test(norm, asked.start, asked.end)) return undefined;
  const prize = tiersAndAwardsIn(x, from, end)[0];
  if (prize?.award === undefined || !IS.test(norm, from, prize.start)) return undefined;
  const bearer = OF_PERSON.test(norm, asked.start, asked.end)
    ? person
    : (speakersFirm(x, block)?.entity ?? x.about.told);
  if (bearer === undefined || !fits(bearer, prize.award)) return undefined;
  const editions = editionsIn(norm, start, end);
  const years = yearsIn(norm, start, end, x.year);
  const edition = editions.length === 1 ? editions[0]!.edition : undefined;
  const year = years.length === 1 ? years[0]!.year : undefined;
  context.speaksOf(prize.award, edition, year === undefined ? [] : [year], sentence);
  context.won(bearer, prize.award, edition, year, prize.tier, sentence);
  return winOf(bearer, prize.award, prize.tier, year, edition, sentence, "won/answer", 0.8);
}

/** 【某局长】拿的是提名奖: who speaks of others is none of those who have won; false where the win is theirs. */
export function isTold(x: Extraction, win: Win, block: Block): boolean {
  if (win.from.type !== "Person") return true;
  const label = labelEnd(x.norm, block.start, block.end);
  const speaker = x.mentionsIn(block.start, label, ["Person"])[0]?.entity;
  if (speaker !== win.from || !win.to.name.endsWith("质量奖")) return true;
  const asked = x.blocks[firstFrom(x.blocks, block.start) - 1];
  return (
    SELF.test(x.norm, win.start, win.end) ||
    (asked !== undefined && OF_PERSON.test(x.norm, asked.start, asked.end)) ||
    x.mentionsIn(label, block.end, ["Person"]).some((m) => m.entity === speaker)
  );
}
const SELF = gated(/我(?![们市省县区国院厂司])|本人|自己/);

/** Gives the win of that award that was told of the person, or of the one winner, its year. */
function dateOf(told: readonly Win[], award: DocEntity, person: DocEntity | undefined, year: number): void {
  const undated = told.filter((win) => win.to === award && win.year === undefined);
  const own = undated.filter((win) => win.from === person);
  const [win] = own.length > 0 ? own : undated;
  if (win !== undefined && (own.length === 1 || undated.length === 1)) win.year = year;
}

/** 第八届。, 评完了，9月份揭晓，是第十二届。: the round of which an answer tells that names nobody and nothing else. */
export function editionAnswered(
  x: Extraction,
  { start, end }: { start: number; end: number },
): number | undefined {
  const { norm } = x;
  const [round, other] = editionsIn(norm, start, end);
  if (round === undefined || other !== undefined || end - start > LONGEST_ANSWER) return undefined;
  const from = labelEnd(norm, start, round.start);
  const rest = norm.slice(from, round.start) + norm.slice(round.end, end);
  return NOTHING_ELSE.test(rest.trim()) ? round.edition : undefined;
}
const LONGEST_ANSWER = 60;
const NOTHING_ELSE = gated(
  /^(?:今年|这|是|对|的|已|经|刚|到|了|现在|评|完|出来|揭晓|公布|颁|奖|有结果|\d{1,2}月份?(?:\d{1,2}日|[上中下]旬|底|初)?|[，。！]){0,16}$/,
);
