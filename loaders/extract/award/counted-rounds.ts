import { gated } from "../../patterns/gated.js";
import type { ToldRound } from "./round-rolls.js";
import type { Scene } from "./scene.js";
import { isPlaceUnit } from "./units.js";

/** 第一届|只评出两家，一家是; 首届评出三家企业：; 第二届只有一家，就是: how many won a round, before their names. */
const COUNTED = gated(
  /^(?:（(?:19|20)\d\d年?）)?(?:评选|评审)?，?[^，。；：、获]{0,8}?(?:只|仅|就|共|一共|总共|最终)?(?:评出|评选出|选出|决出|产生|诞生|颁给|授予|表彰|评定|评|颁|有)了?(?:[一二两三四五六七八九十\d]{1,2}|几)[家个名位席](?:企业|组织|单位|得主|获奖者|获奖企业|获奖组织|获奖单位)?(?:，?(?:分别|依次)?(?:就)?(?:是|为|有)：?|，|：|——|（)(?:其中)?(?:[一头][家个位]|第一家)?(?:就)?[是为]?(?:来自[^，。；：]{2,10}的)?$/,
);
/** 第五届|的5家是：, 第四届|（2019年）：: with nothing but how many. */
const NAMED = gated(
  /^(?:（(?:19|20)\d\d年?）)?的?[\d一二两三四五六七八九十]{1,2}[家个名位席](?:企业|组织|单位|得主|获奖者|获奖企业|获奖组织|获奖单位)?(?:，?(?:分别|依次)?[是为有]：?|：|——|(?:里面?|中|当中)，[^，。；：]{0,10}：)$|^（(?:19|20)\d\d年?）(?:：|——)$/,
);
/** 、乙; ，另一家是乙; ，还有丙: the next of them. */
const NEXT = gated(
  /^(?:、|[和与及]|以及|，?(?:还有|再有|外加|以及|再加上?)|[，；](?:另外?|再|还有|第二|第三|又)?[一二三]?[家个位](?:则|就|便)?[是为](?:[^，。；：、获奖]{2,8}，)?|[，；]另有)(?:来自[^，。；：]{2,10}的)?$/,
);
const NOT_WON = /申报|参评|候选|推荐|拟|入围|落选|公示|初评|申请|现场评审|报名/;

/** 第一届只评出两家，一家是甲，一家是乙: the winners of a round of which a sentence without a prize says how many there are. */
export function countedRounds(scene: Scene): readonly ToldRound[] {
  const { dates, groups, norm, prizes, context, x } = scene;
  if (dates.editions.length === 0 || groups.length === 0) return NONE;
  const told: ToldRound[] = [];
  for (const { edition, start, end } of dates.editions) {
    const first = groups.find((g) => g.start >= end && !g.units.every(isPlaceUnit));
    if (first === undefined || !(COUNTED.test(norm, end, first.start) || NAMED.test(norm, end, first.start)))
      continue;
    // 第六届某奖评出两家：甲、乙: the prize itself tells it.
    if (prizes.some((p) => p.kind === "award" && p.end > start && p.start < first.start)) continue;
    const before = prizes.findLast((p) => p.kind === "award" && p.end <= start);
    const award = before?.award ?? context.awardNear(1);
    if (award === undefined || NOT_WON.test(norm.slice(start, first.start))) continue;
    if (x.modalityAt(start, first.start) !== "fact") continue;
    const year = dates.years.findLast((y) => y.end <= first.start && y.start >= start - 8)?.year;
    let at = start;
    for (const group of groups) {
      if (group.start < first.start) continue;
      if (group !== first && !NEXT.test(norm, at, group.start)) break;
      at = group.end;
      told.push({ group, award, start, year, edition, tier: undefined });
    }
  }
  return told;
}

const NONE: readonly ToldRound[] = [];
