import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { placeLength } from "./left-edge.js";
import type { Prize } from "./prize.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { awardOfRank } from "./rank-names.js";
import type { TierName } from "./tiers.js";
import { editionsIn, numeral, yearsIn } from "./when.js";

/** The prize whose winners a question asks for. */
export interface Asked {
  award: DocEntity;
  tier: TierName | undefined;
  /** 2023年是谁得的？ */
  years: readonly number[];
  edition: number | undefined;
}

const LABELLED = gated(/^(?:【?问[】：]|Q\d{0,2}[.．：]|[【[〔]?(?:主持人|记者|网友|听众|观众))/);
/** 是哪几家？ 都有谁？ 有没有企业得过？ */
const ASKS_WHO = gated(
  /哪[一二两三四五六七八九十几\d]{0,2}[家个些]|谁|点[点个]?名|名字|有没有|[拿得获]过|[拿得][了到]|有吗|真的|是不是|(?:分别|依次|各|都)是[？：]|还有[？]/,
);
const REFERS = gated(
  /[一二两三四五六七八九十\d]{1,2}[家块个]|提名奖|(?:国家?|省|市)[级里]?的?奖|(?:国家|省|市)级的|哪[几些]|都有谁|企业/,
);
const COUNT = gated(/([一二两三四五六七八九十\d]{1,2})[家块个]/);
const SOUGHT = gated(/申报|参评|推荐|候选|冲刺|争创|报名|入围现场/);
const HIGHEST = gated(/最高奖|国家级的?质量/);

/** Whether a block asks somebody a question. */
export function asksBy(norm: string, { start, end }: Block): boolean {
  return (
    (norm[end - 1] === "？" || LABELLED.test(norm, start, Math.min(end, start + 8))) &&
    ASKS_WHO.test(norm, start, end)
  );
}

/** Whose winners a question asks for: the prize that it names, else the one counted in the answer before, whose number or tier it tells. */
export function askedOf(x: Extraction, { start, end }: Span, before: readonly Span[]): Asked | undefined {
  const { norm } = x;
  const text = norm.slice(start, end);
  const years = yearsIn(norm, start, end, x.year).map((y) => y.year);
  const tier = text.includes("提名奖") ? "NOMINATION" : undefined;
  let counted: Counted[] = [];
  for (const block of before) if (counted.length === 0) counted = countedIn(x, block);
  const rounds = editionsIn(norm, start, end);
  const edition = rounds.length === 1 ? rounds[0]!.edition : undefined;
  const award = awardIn(x, text) ?? awardOfRank(x, text) ?? (HIGHEST.test(text) ? highestIn(x) : undefined);
  if (award !== undefined) {
    const told = counted.filter((prize) => prize.award === award);
    return { award, tier: tier ?? (told.length === 1 ? told[0]!.tier : undefined), years, edition };
  }
  if (!REFERS.test(text)) return undefined;
  const count = countIn(text);
  let best: Counted | undefined;
  let most = 0;
  for (const prize of counted) {
    const clause = clauseAt(norm, prize.start);
    // 有2家申报某奖。 哪两家？: nobody who has it.
    if (SOUGHT.test(clause)) continue;
    let score = 0;
    if (count !== undefined && countIn(clause) === count) score += 2;
    // 论某奖，我们累计4家: in the next clause.
    else if (count !== undefined && countIn(clauseAt(norm, prize.start + clause.length + 1)) === count)
      score++;
    if (tier !== undefined && prize.tier === tier) score += 2;
    if (text.includes("省") && /省|自治区/.test(prize.award.name)) score += 2;
    if (text.includes("国") && /国/.test(prize.award.name)) score += 2;
    if (score <= most) continue;
    best = prize;
    most = score;
  }
  if (best === undefined) return undefined;
  // 2023年底又有2家获第五届某奖。 哪两家？: of the round that was told.
  const told = years.length === 0 && edition === undefined ? roundOf(x, best) : undefined;
  return {
    award: best.award,
    tier: best.tier ?? tier,
    years: told === undefined ? years : told.years,
    edition: edition ?? told?.edition,
  };
}

/** The prizes that a block names, each with its tier. */
function countedIn(x: Extraction, { start, end }: Span): Counted[] {
  const counted: Counted[] = [];
  let last = 0;
  for (const prize of tiersAndAwardsIn(x, start, end)) {
    if (prize.award !== undefined) counted.push({ ...prize, award: prize.award });
    // 某奖的|提名奖
    else if (counted.length > 0 && prize.start - last <= 1) counted.at(-1)!.tier ??= prize.tier;
    last = prize.end;
  }
  return counted;
}

type Span = Pick<Block, "start" | "end">;

interface Counted extends Prize {
  award: DocEntity;
}

/** The edition with which a prize is counted, and the year of its sentence. */
function roundOf(x: Extraction, { edition, years, start }: Counted): Pick<Asked, "years" | "edition"> {
  const sentence = edition === undefined || years.length > 0 ? undefined : x.sentenceAt(start);
  if (sentence === undefined) return { years, edition };
  const told = yearsIn(x.norm, sentence.start, sentence.end, x.year);
  return { years: told.length === 1 ? [told[0]!.year] : [], edition };
}

/** 全国质量方面的最高奖 */
const highestIn = (x: Extraction): DocEntity | undefined =>
  x.entities.find((e) => e.type === "Award" && e.name === "中国质量奖");

/** Where what somebody says begins behind the label of an answer: 某某：, 【答·某某】, [某某], A. */
export function labelEnd(norm: string, start: number, end: number): number {
  return start + (LABEL.exec(norm, start, Math.min(end, start + 48))?.[0].length ?? 0);
}
const LABEL = gated(
  /^(?![首第][^，。；：]{0,4}届)(?:[^，。；：（]{0,8}(?:（[^（）]{0,30}）)?：|[【[〔][^，。；【】[\]〔〕]{1,12}[】\]〕]：?|[AＡ答]\d{0,2}[.．、｜|])\s?/,
);

/** The award of the document whose name, or the rest of it behind its place, the text has, the longest; questions may have no mentions. */
export function awardIn(x: Extraction, text: string): DocEntity | undefined {
  if (!text.includes("奖")) return undefined;
  let found: { award: DocEntity; length: number } | undefined;
  for (const award of x.entities) {
    if (award.type !== "Award" || !award.name.endsWith("奖") || award.name.length < 5) continue;
    for (const name of [award.name, award.name.slice(placeLength(award.name)), ...award.aliases.keys()])
      if (name.length >= 5 && name.length > (found?.length ?? 0) && text.includes(name))
        found = { award, length: name.length };
  }
  return found?.award;
}

/** 3 of 三家. */
function countIn(text: string): number | undefined {
  const count = COUNT.exec(text)?.[1];
  return count === undefined ? undefined : numeral(count.replace("两", "二"));
}

/** The clause around an offset. */
function clauseAt(norm: string, at: number): string {
  const before = /[^，。；：\n]{0,30}$/.exec(norm.slice(Math.max(0, at - 30), at))![0];
  return before + /^[^，。；\n]{0,40}/.exec(norm.slice(at, at + 40))![0];
}
