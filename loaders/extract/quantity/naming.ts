import { gated } from "../../patterns/gated.js";
import { firstMention } from "../spans.js";
import { amountNames } from "./amounts.js";
import { changeOf, shareOf } from "./changes.js";
import type { Figure } from "./figures.js";
import type { Paragraph } from "./paragraph.js";
import type { Part } from "./part.js";
import { measured, tidy } from "./phrases.js";
import { evaluationIn, isWeak, rankedIn } from "./ranks.js";
import { PLACES } from "./roles.js";

const AWARD_MEANT = gated(
  /这块牌子|此荣誉|此殊荣|这一?(?:荣誉|奖项|称号)|此项?(?:荣誉|奖项?)|该(?:奖项|奖|荣誉|称号)|这个奖/,
);
/** 是全省平均水平的2.1倍. */
const MULTIPLE = gated(/(?:是|为|相当于|达到?|^)([^，是为]{2,12})的$/);
/** After 第一: 第一家, 第一次 say no place. */
const NO_PLACE = gated(/^(?:家|个|次|批|代|完成|轮|时间|名|届)/);
/** 3位 and the like in what is said to stand somewhere. */
const NUMBERED = gated(/^以?\d/);
const THIS = gated(/^[其这该此](?=$|数|总|排|位|名)/);
const FIELD = gated(/^(.*(?:经开区|高新区|开发区|园区|新区))$/);
const SEVERAL = gated(/[、和与]/);
const PAIR = gated(/^(前者|后者)/);
const ONE = gated(/^[一独]家就?$/);
const YEARS = gated(/^(?:近|前)?[\d一二三四五六七八九十两]+年(?:来|间|内)?$/);
const SHARE_OF = gated(/占.{0,300}比重$|占比$/);
const WINNERS = gated(/^(?:获奖|上榜|榜上有名|折桂)的?(?=(?:组织|企业|单位|个人)$)/);
const THIS_FIGURE = gated(/^[这该此](?:一|个|项)?(?:数字|数据|指标|比例|比率|占比|数值)$/);
const WINNERS_OF = gated(/^获得?的(?=组织|企业|单位|个人)/);
const PARTICLES = gated(
  /^(?:[“”"、，的了和与及或其中一个上下内]|以上|以下|左右|余|多|年|月|日|第|约|近|共)*$/,
);
const NO_NAMES: ReadonlySet<string> = new Set(
  "同比 环比 由 从 在 自 于 按 凭 经 合起来 加起来 合计 共计 总计".split(" "),
);
const LONGEST_NO_NAME = Math.max(...Array.from(NO_NAMES, (word) => word.length));

/** What a figure measures; several names where one figure is of several things, undefined where nothing tells. */
export function namesOf(p: Paragraph, parts: readonly Part[], i: number): string[] | undefined {
  const part = parts[i]!;
  const { figure, before, after } = part;
  if (figure.rank) return rankName(p, part);
  const change = changeOf(before);
  const ratio = figure.unit === "%" || figure.unit === "百分点";
  if (change !== undefined && (after === "" || ratio))
    return changeName(p, change.base, change.aspect, figure);
  if (figure.unit === "百分点") return undefined;
  const multiple = figure.unit === "倍" ? MULTIPLE.exec(before)?.[1] : undefined;
  if (multiple !== undefined && after === "" && p.said.level !== "")
    return [`${p.said.level}相当于${multiple}倍数`];
  const share = figure.unit === "%" && after === "" ? shareOf(before) : undefined;
  const names = share === undefined ? amountNames(p, parts, i) : [relative(p, share.base, share.aspect, "%")];
  if (names === undefined) return undefined;
  const named: string[] = [];
  for (const name of names) {
    const told = resolved(p, part, tidy(name));
    if (isName(told)) named.push(told);
  }
  if (named.length === 0) return undefined;
  p.said.level = named[named.length - 1]!;
  const whose = share === undefined ? p.said.level : tidy(measured(share.base));
  // 全球销量占比38%，排名第1 ranks the sales.
  if (share === undefined || !isWeak(whose)) p.said.amount = whose;
  p.said.end = figure.end;
  return named;
}

function rankName(p: Paragraph, part: Part): string[] | undefined {
  const ranked = rankedIn(part.before);
  if (ranked === undefined || NO_PLACE.test(part.after) || NUMBERED.test(ranked.base)) return undefined;
  if (endsInPlace(p, part, ranked.base)) return undefined;
  let base = THIS.replace(measured(ranked.base), "");
  if (base.endsWith("中") || base.endsWith("里")) base = evaluationIn(base) ?? base;
  if (isWeak(base)) {
    const { amount, end } = p.said;
    const since = (offset: number): string => p.text(Math.max(p.sentence, end, offset - 400), offset);
    const evaluation =
      evaluationIn(since(part.from)) ??
      evaluationIn(since(part.figure.start)) ??
      (amount === "" ? evaluationIn(p.asked) : undefined);
    const field = FIELD.exec(ranked.field)?.[1];
    if (evaluation === undefined && base === "" && field !== undefined)
      return ranking(p, end > p.sentence ? amount + field : field, "");
    base = (evaluation ?? (amount === "" ? p.said.level : amount)) + base;
    if (base === "") return undefined;
  }
  return ranking(p, base, ranked.scope);
}

/** 甲市、乙市位居前十: those that stand there are no measure. */
const endsInPlace = (p: Paragraph, part: Part, base: string): boolean =>
  SEVERAL.test(base) &&
  p.x
    .mentionsIn(part.from, part.figure.start, PLACES)
    .some((mention) => !mention.generic && base.endsWith(mention.surface));

function ranking(p: Paragraph, of: string, scope: string): string[] {
  p.said.rank = tidy(`${of.replace(/排名$/, "")}${scope}排名`);
  return [p.said.rank];
}

function changeName(p: Paragraph, base: string, aspect: string, figure: Figure): string[] | undefined {
  if (figure.unit === "位") return p.said.rank === "" ? undefined : [p.said.rank + aspect];
  const name = relative(p, base, aspect, figure.unit);
  // 外商投资企业同比增长9%，增速居全省第二 goes on about the same.
  const own = tidy(measured(base));
  p.said.end = figure.end;
  if (own !== "") {
    p.said.level = own;
    p.said.amount = own;
  }
  return name === "" ? undefined : [name];
}

/** The name of a change or share of what the clause or the one before names. */
function relative(p: Paragraph, base: string, aspect: string, unit: string): string {
  const bare = measured(base);
  const { recent } = p.said;
  const pair = PAIR.exec(bare)?.[1];
  if (pair !== undefined && recent.length > 1) return tidy(recent.at(pair === "前者" ? -2 : -1)! + aspect);
  const own = YEARS.replace(ONE.replace(bare, ""), "");
  const { level, amount } = p.said;
  // 产值占全市的11%，较上年净增5亿元: the amount, not its share.
  const last = unit === "%" || unit === "百分点" || !SHARE_OF.test(level) || amount === "" ? level : amount;
  const name = isWeak(own) ? last + own : own;
  return name === "" ? "" : tidy(name + aspect);
}

/** 获此荣誉, 拿到这块牌子: the award that was named last. */
function resolved(p: Paragraph, part: Part, name: string): string {
  // 去年，这一数字为95.3%: what was measured last.
  if (p.said.level !== "" && THIS_FIGURE.test(name)) return p.said.level;
  let told = name;
  if (WINNERS.test(told)) told = WINNERS.replace(told, `${awardBefore(p, part)}获奖`);
  told = WINNERS_OF.replace(told, "获得该奖的");
  const meant = AWARD_MEANT.exec(told);
  if (meant === null) return told;
  const award = awardMeant(p, part, meant[0].length) ?? meant[0];
  return told.slice(0, meant.index) + award + told.slice(meant.index + meant[0].length);
}

/** The name of the award that the document named last before words of that length behind a figure. */
function awardMeant(p: Paragraph, part: Part, length: number): string | undefined {
  const { mentions } = p.x;
  const until = firstMention(mentions, part.figure.end + length);
  for (let i = until - 1; i >= 0 && i > until - 64; i--) {
    const mention = mentions[i]!;
    if (mention.type === "Award" && !mention.generic) return mention.entity.name;
  }
  return undefined;
}

/** The award that the paragraph named last before a figure, "" where it named none. */
function awardBefore(p: Paragraph, part: Part): string {
  const award = p.x
    .mentionsIn(Math.max(p.block.start, part.figure.start - 120), part.figure.start, ["Award"])
    .at(-1);
  return award === undefined || award.generic ? "" : award.surface;
}

/** Whether words can name a measure: not particles and adverbs alone. */
function isName(name: string): boolean {
  return !PARTICLES.test(name) && !(name.length <= LONGEST_NO_NAME && NO_NAMES.has(name));
}
