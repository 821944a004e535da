import { gated } from "../../patterns/gated.js";
import type { DocEntity } from "../types.js";
import type { Scene } from "./scene.js";
import { type TierName, tierOfCell } from "./tiers.js";
import { type Group, isPlaceUnit } from "./units.js";

/** One round of a roll told in a sentence, and who won it. */
export interface ToldRound {
  group: Group;
  award: DocEntity;
  start: number;
  year: number | undefined;
  edition: number | undefined;
  tier: TierName | undefined;
}

const NTH = "[首第][一二三四五六七八九十\\d]{0,3}[届批]";
const DATE = `(?:(?:19|20)\\d\\d年度?(?:的|，)?（?(?:${NTH})?）?|${NTH}(?:，?(?:19|20)\\d\\d年，|（(?:19|20)\\d\\d年?）)?)`;
/** 2017年第一届某奖，; 第二届两家，; 2019年第三届——: when, of which prize (＃ for each character), how many, and then the winners. */
const HEAD = gated(
  new RegExp(
    `(?:^|[，；。：]|——)[“”\\s，；：]{0,2}(?:而|到了?|再到|接着|随后|其中|去年的|今年的|以及|最早的?|最近的?|最新的?){0,2}${DATE}的?[“”]?＃{0,40}[“”]?(?:的?(?:正奖|提名奖|[一二三]等奖|[金银铜]奖))?(?:获奖者|获得者|得主|获奖企业|获奖单位|获奖组织|获奖名单|名单)?(?:[一二两三四五六七八九十\\d]{1,2}[家个名席员])?(?:，?(?:则|就|便)?(?:分别)?(?:是|有|为|轮到了?|归了?|属于)：?|[，：]|——)?(?:来自[^，。；：＃]{2,10}的)?$`,
  ),
);
const OWNS = gated(/^的(?:母公司|控股公司|全资子公司|控股子公司|子公司|控股股东|前身)(?=[\u4e00-\u9fa5])/);
/** After the winners: the round is told. */
const TAIL = gated(
  /^(?:获奖|上榜|入选|在列|榜上有名|登榜|折桂|接棒|胜出|夺魁|捧杯|问鼎)?(?:[，；。、]|——|$)/,
);
/** Of whom it is told that they sought or missed it. */
const NOT_WON = /申报|参评|候选|推荐|拟|培育|备战|冲刺|冲击|争创|落选|公示|初评|入围名单/;
const TIER = /正奖|提名奖|[一二三]等奖|[金银铜]奖/;

/**
 * 2017年第一届某奖，甲、乙；2019年第二届，丙；2022年第三届，丁: two and more rounds that only their dates and marks part from the winners.
 * The award is named in the first of them, or before it as what the sentence is about.
 */
export function roundsTold(scene: Scene): readonly ToldRound[] {
  const { groups, dates, norm, sentence, prizes, x } = scene;
  if (groups.length < 2 || dates.years.length + dates.editions.length < 2) return NONE;
  const told: ToldRound[] = [];
  let at = sentence.start;
  let owned: number | undefined;
  let tier: TierName | undefined;
  for (const group of groups) {
    if (group.units.every(isPlaceUnit)) continue;
    const from = at;
    const lead = owned ?? group.start;
    owned = OWNS.test(norm, group.end, sentence.end) ? lead : undefined;
    // 第三届为甲的母公司|乙: of 甲 only whose it is.
    if (owned !== undefined) continue;
    at = group.end;
    const head = TAIL.test(norm, at, sentence.end) ? HEAD.exec(marked(scene, from, lead)) : null;
    // Only the first may have more before it than its own head.
    if (head === null || (head.index > 0 && told.length > 0)) {
      if (told.length > 0) break;
      continue;
    }
    const own = prizes.findLast((p) => p.kind === "award" && p.end > from && p.end <= group.start);
    const award = own?.award ?? told.at(-1)?.award ?? topicOf(scene, from + head.index);
    if (award === undefined || NOT_WON.test(norm.slice(sentence.start, group.start))) return NONE;
    if (x.modalityAt(group.start, group.end) !== "fact") return NONE;
    const start = from + head.index;
    if (told.length === 0)
      tier = tierAnnounced(scene, from + HEAD_MARK.exec(head[0])![0].length + head.index);
    const within = (date: { start: number; end: number }): boolean =>
      date.start >= start && date.end <= group.start;
    told.push({
      group,
      award,
      start,
      year: dates.years.findLast(within)?.year,
      edition: dates.editions.findLast(within)?.edition,
      tier: own?.tier ?? tierOfCell(TIER.exec(head[0])?.[0] ?? "") ?? tier,
    });
  }
  return told.length > 1 ? told : NONE;
}

const NONE: readonly ToldRound[] = [];

/** 提名奖三获：, 提名奖有两家：: the tier that the colon before the first round announces for all. */
function tierAnnounced({ prizes, norm }: Scene, before: number): TierName | undefined {
  const last = prizes.findLast((p) => p.tier !== undefined && p.end <= before);
  return last !== undefined && ANNOUNCES.test(norm, last.end, before) ? last.tier : undefined;
}
const ANNOUNCES = gated(/^[^，。；：届]{0,12}：$/);
/** What a head has before its date. */
const HEAD_MARK = /^[“”\s，；。：—]{0,3}/;

/** The text with a mark in place of each character of an award's name. */
function marked({ norm, x }: Scene, from: number, to: number): string {
  let text = norm.slice(from, to);
  for (const { start, end } of x.mentionsIn(from, to, ["Award"]))
    text = text.slice(0, start - from) + "＃".repeat(end - start) + text.slice(end - from);
  return text;
}

/** What the sentence has named before its first round, else what was spoken of last. */
function topicOf({ prizes, context }: Scene, before: number): DocEntity | undefined {
  return prizes.findLast((p) => p.kind === "award" && p.end <= before)?.award ?? context.awardNear(1);
}
