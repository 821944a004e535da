import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { indexWithin, lastIndexWithin, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { editionsIn } from "./when.js";

/** 2014（某奖）——2016, 2015年某奖→2019, 2012，某奖；2016: a year with what happened, and the next. */
const LINKED = gated(
  /(?:19|20)\d\d年?[^。；→\n]{2,60}?(?:—{1,2}|→|；)\s?(?:19|20)\d\d(?:年|[（，：\s\u4e00-\u9fa5])/,
);
/** A link with its year; a bracket may hold what happened. */
const LINK = /^\s?((?:19|20)\d\d)年?[（，：·\s]{0,2}([^\d（，：·\s].{0,80})$/;
/** What has yet to happen, or came to nothing. */
const NOT_HELD = gated(
  /预计|计划|拟|申报|争创|目标|将|未|落选|公示|参[评加与]|角逐|初评|现场评审|[仅只]进入|陪跑|撤销|刷下|出局|止步|淘汰|没有?|失利|无缘|铩羽|缺席|弃权/,
);
/** 2016年，他获…；2022年，拿下某奖个人提名奖: of somebody, whom prose tells of. */
const OF_PERSON = gated(/[他她]|个人|发明人|劳动模范|工匠/);
/** “某某方法”获: a work has it. */
const OF_WORK = gated(
  /[”》](?:发明|实用新型)?(?:专利|项目|成果|技术)?(?:又|还|再|一举){0,2}(?:荣?获|夺得|摘得|拿下|捧回)/,
);
const SUCCEEDS = gated(
  /年[，、]?[^，。；\d]{0,12}(?:如愿(?:以偿)?|修成正果|捧杯|折桂|圆梦|梦圆|登顶|胜出|蝉联|卫冕|(?:获|拿|捧)奖|上榜)(?:[，]|$)/,
);
/** 2010年，首获某奖，|2014年蝉联: the same once more. */
const HAD_AGAIN = gated(
  /，(?:并|又|还)?(?:于|在)?((?:19|20)\d\d)年(?:成功|又|再|再度|再次|如愿){0,2}(?:蝉联|卫冕|连庄|再[获夺得捧]|获奖|折桂|问鼎|捧杯)(?:该奖|此奖)?$/,
);
/** Who of them may have what a link tells, and not the subject. */
const BEARERS = ["Company", "Institution", "Person", "Zone", "City", "County"] as const;
/** How many links make a chain. */
const LEAST = 3;
const LONGEST = 400;

/** What a chain tells, and where it stands. */
export interface Chain {
  wins: Win[];
  start: number;
  end: number;
}

/** 甲县：|2004年，某某之乡；2012年，某某之都: whose chain it is by the label before it. */
function labelled(x: Extraction, start: number, end: number): DocEntity | undefined {
  const label = x.mentionsIn(start, end, BEARERS).at(-1);
  return label !== undefined && !label.generic && LABEL_ENDS.test(x.norm, label.end, end)
    ? label.entity
    : undefined;
}
const LABEL_ENDS = gated(/^(?:（[^（）]{1,20}）)?\s?(?:：|——)\s?$/);

/** 2009建厂——2014（某奖提名奖）——2022（某奖）: what an organization's text tells of itself year by year within a sentence. */
export function chainIn(x: Extraction, block: Block): Chain | undefined {
  const { norm } = x;
  const { start, end } = block;
  if (block.cells !== undefined || end - start > LONGEST || !mentionsType(x, start, end, "Award"))
    return undefined;
  const link = LINKED.exec(norm, start, end);
  if (link === null) return undefined;
  const first = start + link.index;
  const stop = indexWithin(norm, "。", first, end);
  const to = stop < 0 ? end : stop;
  const parts = norm.slice(first, to).split(/—{1,2}|→|；/);
  const subject =
    labelled(x, start, first) ?? x.about.told ?? x.subjectAt(block.start, ["Company", "Institution", "Zone"]);
  if (subject === undefined || parts.length < LEAST || OF_PERSON.test(norm, first, to)) return undefined;
  if (OF_WORK.test(norm, first, to)) return undefined;
  const wins: Win[] = [];
  let at = first;
  let only: DocEntity | undefined;
  for (const part of parts) {
    const from = norm.indexOf(part, at);
    at = from + part.length;
    const told = LINK.exec(part);
    if (told === null) return undefined;
    if (x.mentionsIn(from, at, BEARERS).some(({ entity, generic }) => !generic && entity !== subject))
      return undefined;
    const prizes = tiersAndAwardsIn(x, from, at);
    const named = prizes.findLast(({ kind }) => kind === "award")?.award;
    only = named ?? only;
    if (NOT_HELD.test(norm, from, at)) continue;
    const span = { start: from, end: at };
    const tell = (award: DocEntity, tier: Win["tier"], year: number, edition: number | undefined): void => {
      wins.push(winOf(subject, award, tier, year, edition, span, "won/chain", 0.8));
    };
    // 2019年换回一个提名奖；|2021年终于如愿
    if (prizes.length === 0 && only !== undefined && fits(subject, only) && SUCCEEDS.test(norm, from, at))
      tell(only, undefined, Number(told[1]), undefined);
    const again = HAD_AGAIN.exec(norm, from, at);
    for (const { kind, award = only, tier, edition } of prizes) {
      // 2013年首届某奖，…；2016年，第二届，提名奖: a tier of the award that the link before names.
      if (award === undefined || (kind === "tier" && named !== undefined) || !fits(subject, award)) continue;
      const round = edition ?? (kind === "tier" ? editionsIn(norm, from, at)[0]?.edition : undefined);
      tell(award, tier, Number(told[1]), round);
      if (again !== null) tell(award, tier, Number(again[1]), undefined);
    }
  }
  const sentence = Math.max(start, lastIndexWithin(norm, "。", start, first) + 1);
  return wins.length === 0 ? undefined : { wins, start: sentence, end: to };
}
