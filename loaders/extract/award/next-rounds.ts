import { gated } from "../../patterns/gated.js";
import type { ToldRound } from "./round-rolls.js";
import type { Scene } from "./scene.js";
import { isPlaceUnit } from "./units.js";
import type { Dated } from "./when.js";

const WINNER = "(?:得主|获奖者|获奖企业|获奖单位|赢家)";
const TOOK =
  "(?:得奖|获奖|登台|上台|捧杯|折桂|胜出|上榜|登榜|夺魁|夺冠|入选|接棒|接过接力棒|(?:拿下|捧回|摘得|捧走|拿到|抱走|得到|夺得)(?:它|该奖|此奖|这个奖|这一?奖项|这块牌子|正奖|奖杯|奖牌)?)";
/** 次年，|接棒的是; 上一届|的得主是; 再上一届，|则轮到; 三年后，|登台的换成了; 又过了两年，|第二家出现了，是: how the next of those who had a prize is led up to. */
const LEAD = gated(
  new RegExp(
    `^(?:（[^（）]{1,20}）)?(?:(?:评选|评审|揭晓|颁奖)时?[中里]?|名单[上里中]?)?[，：]?的?(?:则|又|再|就|便|才|是){0,2}(?:(?:${WINNER}|${TOOK}的(?:企业|单位|人|那家)?)(?:则|就|又|便|还|正|才)?(?:换成了?|变成了?|是|为|有)|轮到了?|换成了?|(?:正奖|奖杯|奖牌|桂冠)(?:给了|归了?|花落|颁给了?|属于)|第[二三四五六]家(?:出现了|来了|诞生了)，(?:它?是)?|(?:名单[上里中]?)?[又再]?[多添]了(?:一[家个]，(?:是|叫))?|(?:则|就|便)?是)$`,
  ),
);
const ENDS = gated(/^(?:，(?=[^，。；]{0,8}(?:做|位于|来自|是一家))|[。；]|$)/);
/** 四年后，第三家|甲|也上了榜: the same said behind the name. */
const ALSO_LEAD = gated(
  /^，(?:(?:园区|区|县|市|镇)里?)?(?:又有)?(?:第[二三四五六]家，?|又一家)?(?:企业|单位)?$/,
);
const ALSO = gated(
  /^(?:也|又|则|再|随后|紧跟着?|接着|跟上|加入进来|同样|终于|成为第[二三四五六]家|，){0,5}(?:上了榜|登了榜|上榜|登榜|榜上有名|捧了杯|捧杯|登台|登上领奖台|接棒|接过(?:了)?接力棒|折桂|胜出|[又再]?[添捧抱]回?了?一[座块个])(?=[，。；]|$)/,
);
const NOT_WON = gated(/申报|参评|候选|推荐|拟|入围|落选|公示|初评|申请|现场评审|报名|冲刺|争创/);

/** 最近的一家是|甲|，2021年才评上: when behind the name. */
const NEWEST = gated(/(?:最近|最新|最早|最先)的?(?:一[个家位])?(?:则|就)?是$/);
const TAKEN_THEN = gated(
  /^，(?:是|在|于)?(?:(?:19|20)\d\d年|[今去前]年)(?:才|刚|就|也)?(?:刚刚|终于)?(?:(?:评上|拿到|得到|捧回|拿下|获得|获评|获奖|上榜|得)[的了]?)?(?=[，。；]|$)/,
);

/** 2016年，甲拿下某奖。两年后，接棒的是乙。: who won the award spoken of when it was the next one's turn, or the one before. */
export function nextRounds(scene: Scene): readonly ToldRound[] {
  const { groups, dates, counted, norm, sentence, prizes, context, x } = scene;
  if (dates.years.length + dates.editions.length + counted.length === 0 || groups.length === 0) return NONE;
  const award = context.prizeNear(1);
  if (award === undefined || prizes.some((p) => p.kind === "award")) return NONE;
  const told: ToldRound[] = [];
  let at = sentence.start;
  for (const group of groups) {
    if (group.units.every(isPlaceUnit)) continue;
    const is = ({ start, end }: Dated): boolean => start >= at && end <= group.start;
    const year = dates.years.findLast(is);
    const edition = counted.findLast(is) ?? dates.editions.findLast(is);
    const from = Math.max(year?.end ?? 0, edition?.end ?? 0);
    if (
      NEWEST.test(norm, Math.max(at, group.start - 12), group.start) &&
      TAKEN_THEN.test(norm, group.end, sentence.end)
    ) {
      const then = dates.years.find((y) => y.start > group.end);
      told.push({ group, award, start: group.start, year: then?.year, edition: undefined, tier: undefined });
      at = group.end;
      continue;
    }
    if (from === 0) continue;
    const leads =
      (LEAD.test(norm, from, group.start) && ENDS.test(norm, group.end, sentence.end)) ||
      (ALSO_LEAD.test(norm, from, group.start) && ALSO.test(norm, group.end, sentence.end));
    if (!leads || NOT_WON.test(norm, at, group.start) || x.modalityAt(group.start, group.end) !== "fact")
      continue;
    const start = Math.min(year?.start ?? from, edition?.start ?? from);
    told.push({ group, award, start, year: year?.year, edition: edition?.edition, tier: undefined });
    at = group.end;
  }
  return told;
}

/** 邻近的某市也有一家，即|甲|: behind those of the round who were told before. */
const ALSO_THERE = gated(
  /(?:^|[，。；])(?:(?:邻近|相邻|隔壁|周边|毗邻)的?)?[\u4e00-\u9fa5]{2,8}(?:也|同样|还|亦)[有占](?:一|1)[家席个名位](?:企业|组织|单位|席位)?(?:上榜|入选|在列)?(?:，(?:即|就?是|为|它?叫|由|归)|——|：)$/,
);

/** 提名奖名单里有甲、乙。邻近的某市也有一家，即丙。: one more of the round of which the block has told before. */
export function alsoThere({ groups, norm, sentence, prizes, context, x }: Scene): readonly ToldRound[] {
  const award = prizes.length === 0 ? context.prizeNear(0) : undefined;
  if (award === undefined || context.winnersBefore([{ award }], sentence.block).length === 0) return NONE;
  const told: ToldRound[] = [];
  const { edition, years } = context.spokenOf();
  for (const group of groups) {
    const { start, end, units } = group;
    if (units.every(isPlaceUnit) || x.modalityAt(start, end) !== "fact") continue;
    if (ALSO_THERE.test(norm, Math.max(sentence.start, start - 30), start))
      told.push({ group, award, start, year: years[0], edition, tier: context.tierWon });
  }
  return told;
}

const NONE: readonly ToldRound[] = [];
