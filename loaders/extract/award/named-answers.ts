import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { Extraction, Mention } from "../types.js";
import { type Asked, askedOf, asksBy, labelEnd } from "./asked.js";
import { piecesOf } from "./dated-rolls.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import type { TierName } from "./tiers.js";
import { editionsIn, yearsIn } from "./when.js";

/** What an answer says of those who have not won, or do something else: 网上说…, 没有获奖, 申报的是. */
const OTHERWISE = gated(
  /[记算]到榜上|没|未[获能有入曾]|以为|有人问|很多人|不少人|不[在是准属算]|误|自媒体|网上|网传|帖子|公众号|外界|谣|申报|参评|报过|也报|入围|推荐|落选|可惜|遗憾|弄混|候选|复核|复审|复评|力争|争创|争取|冲[击刺]|共建|联合|准备/,
);
/** 老百姓口中的“某某”, （简称“某某”）: another name of whom is told. */
const CALLED = gated(/(?:叫做?|口中的|简称|下称|俗称|常说的|称)“$/);
/** All that stands beside the names and dates of those who are listed. */
const BESIDE =
  /(?<=，)(?:也?就是|做|生产|主营|也|都)[^，。；奖届\d]{1,10}(?=，)|“[^“”]{1,12}”|[、，；：。（）\s]|好的|可以|接下来|最早|最近|最新|头一|榜上有名|上[了的]?榜|先后|分别|依次|双双|评选|当时|前者|后者|[一二三四五六七八九十两\d]{0,2}[家个](?:企业|单位|公司)?|老百姓|大家|习惯|常说|口中|简称|下称|也就是|时间|顺序|接着|随后|然后|获奖|得主|提名奖?|正奖|牌子|[是在有为则和与及的就拿得获捧回了到上过次第另还再加按又补也都同时中那年届其它叫晚一些各各早块事]/g;
const FIRMS = ["Company", "Institution"] as const;
const FIRMS_AND_AWARDS = ["Company", "Institution", "Award"] as const;
const NOMINATED = gated(/提名/);
const BOTH = gated(/正奖[^。]{0,80}提名奖|提名奖[^。]{0,80}正奖/);
const ONLY_NOMINATED = gated(
  /(?:准确|严格|确切|其实|纠正|不过|而是|是|有|得的|拿的)[^，。；]{0,6}提名奖|提名奖[^，。；]{0,3}有/,
);

/** A winner's name and the dates told with it. */
interface Named {
  firm: Mention;
  years: (number | undefined)[];
  editions: (number | undefined)[];
}

/**
 * The wins of an answer that lists whom the question above it asks for: 哪三家？ 甲，2016年第二届；乙，2018年第三届。 The prize is that of
 * the question, or the one that the answer before it counts.
 */
export function namedAnswers(x: Extraction, block: Block): Win[] {
  const at = firstFrom(x.blocks, block.start);
  const asked = x.blocks[at - 1];
  if (asked === undefined || !asksBy(x.norm, asked)) return [];
  const prize = askedOf(x, asked, x.blocks.slice(Math.max(0, at - 3), at - 1).reverse());
  if (prize === undefined) return [];
  // 先看市里的奖。甲…: of another award than the question's.
  const [first] = x.mentionsIn(block.start, block.end, FIRMS_AND_AWARDS);
  if (first?.type === "Award" && first.entity !== prize.award) return [];
  const wins: Win[] = [];
  let tier = prize.tier;
  for (let i = firstFrom(x.sentences, block.start); i < x.sentences.length; i++) {
    const { start, end } = x.sentences[i]!;
    if (start >= block.end) break;
    const nominated =
      LEADS_NOMINEES.test(x.norm, start, end) ||
      (start === block.start && isNominated(x, start, Math.min(end, start + 40)));
    if (nominated) tier = "NOMINATION";
    else if (LEADS_WINNERS.test(x.norm, start, end)) tier = prize.tier;
    for (const win of namedIn(x, { ...prize, tier }, start, end)) {
      datedAs(x, win, wins, end);
      wins.push(win);
    }
  }
  return wins;
}

/** 得提名奖的有两家：甲；乙: of all that follow, up to 正奖有一家：. */
const LEADS_NOMINEES = gated(/^[^：]{0,24}提名奖[^，。；：]{0,12}：/);
const LEADS_WINNERS = gated(/^[^：]{0,24}正奖[^，。；：]{0,12}：/);

/** 准确说是提名奖: of all that the answer lists, not of one that stands before it: 甲是提名奖. */
function isNominated(x: Extraction, start: number, end: number): boolean {
  const told = ONLY_NOMINATED.exec(x.norm, start, end);
  return told !== null && x.mentionsIn(start, start + told.index + told[0].length, FIRMS).length === 0;
}

/** 还有乙，和甲同一届: the date of one told before. */
function datedAs(x: Extraction, win: Win, told: readonly Win[], end: number): void {
  if (win.year !== undefined || win.edition !== undefined) return;
  for (const { entity, end: at } of x.mentionsIn(win.start, end, FIRMS)) {
    const other = SAME_ROUND.test(x.norm, at, end) ? told.find((one) => one.from === entity) : undefined;
    if (other === undefined || entity === win.from) continue;
    win.year = other.year;
    win.edition = other.edition;
  }
}
const SAME_ROUND = gated(/^(?:是|在|都是|都在|属)?同一?(?:届|批|年|次)/);

/** The wins of those whom a part of the answer names. */
function namedIn(
  x: Extraction,
  { award, tier, years: told, edition }: Asked,
  start: number,
  end: number,
): Win[] {
  const { norm } = x;
  const from = labelEnd(norm, start, end);
  const to = listEnd(x, from, end, award);
  const pieces = piecesOf(x, from, to);
  if (pieces !== undefined)
    return pieces.flatMap(({ units, year, edition }) =>
      units
        .filter(({ entity }) => fits(entity, award))
        .map(({ entity }) =>
          winOf(entity, award, tier, year, edition, { start: from, end: to }, "won/named", 0.8),
        ),
    );
  const firms: Mention[] = [];
  for (const mention of x.mentionsIn(from, to, FIRMS)) {
    if (mention.generic || firms.some((f) => f.entity === mention.entity)) continue;
    if (firms.length > 0 && CALLED.test(norm, from, mention.start)) continue;
    // 乙，和甲|同一届: when, and no winner told here.
    if (SAME_ROUND.test(norm, mention.end, to)) continue;
    firms.push(mention);
  }
  if (firms.length === 0 || !isList(x, from, to)) return [];
  // 甲是正奖，乙是提名奖: each has its own.
  if (firms.length > 1 && BOTH.test(norm, from, to)) return [];
  const own = NOMINATED.test(norm, from, to) ? "NOMINATION" : (tierAtHead(x, from, to) ?? tier);
  const wins: Win[] = [];
  for (const { firm, years, editions } of paired(x, firms, from, to))
    if (fits(firm.entity, award))
      for (let i = 0; i < Math.max(years.length, editions.length, 1); i++)
        wins.push(
          winOf(
            firm.entity,
            award,
            own,
            years[i] ?? (told.length === 1 ? told[0] : undefined),
            editions[i] ?? (years[i] === undefined ? edition : undefined),
            { start: from, end: to },
            "won/named",
            0.8,
          ),
        );
  return wins;
}

/** 创新奖是两家，甲、乙: the tier with which a part of the answer begins. */
function tierAtHead(x: Extraction, from: number, to: number): TierName | undefined {
  const [first] = tiersAndAwardsIn(x, from, to);
  return first !== undefined && first.start - from <= 2 ? first.tier : undefined;
}

/** Where the list of winners ends in a sentence: before the clause that tells of another prize, or of who has not won. */
function listEnd(x: Extraction, from: number, end: number, award: Asked["award"]): number {
  const { norm } = x;
  const other = x.mentionsIn(from, end, ["Award"]).find((m) => m.entity !== award);
  let cut = other?.start ?? end;
  const otherwise = OTHERWISE.exec(norm, from, cut);
  if (otherwise !== null) cut = from + otherwise.index;
  if (cut === end) return end;
  for (let at = cut - 1; at > from; at--) if ("，；：".includes(norm[at]!)) return at;
  return from;
}

/** Whether nothing is told beside names and dates. */
function isList(x: Extraction, from: number, to: number): boolean {
  let rest = "";
  let last = from;
  for (const { start, end } of x.mentionsIn(from, to)) {
    rest += x.norm.slice(last, start);
    last = Math.max(last, end);
  }
  rest += x.norm.slice(last, to);
  return rest.replace(DATES, "").replace(BESIDE, "").length <= 4;
}
const DATES = /(?:19|20)\d\d年|第[一二三四五六七八九十\d]{1,3}届|首届/g;

/** Each winner with its dates: those beside it, or in turn. */
function paired(x: Extraction, firms: readonly Mention[], from: number, to: number): Named[] {
  const years = yearsIn(x.norm, from, to, x.year);
  const editions = editionsIn(x.norm, from, to);
  const n = firms.length;
  if (n === 1) {
    const [firm] = firms;
    const ok = years.length === editions.length || years.length === 0 || editions.length === 0;
    return ok || (years.length < 2 && editions.length < 2)
      ? [{ firm: firm!, years: years.map((y) => y.year), editions: editions.map((e) => e.edition) }]
      : [];
  }
  const fitting = (k: number): boolean => k === 0 || k === 1 || k === n;
  if (fitting(years.length) && fitting(editions.length))
    return firms.map((firm, i) => ({
      firm,
      years: [(years[i] ?? (years.length === 1 ? years[0] : undefined))?.year],
      editions: [(editions[i] ?? (editions.length === 1 ? editions[0] : undefined))?.edition],
    }));
  return [];
}
