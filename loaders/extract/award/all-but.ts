import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";

/** 除甲和乙外，全部当选 */
const ALL_BUT = gated(
  /除了?([^，。；]{2,80}?)(?:以外|之外|外)，(?:其余|其他|其它|剩下|余下)?的?(?:[一二两三四五六七八九十\d]{1,2}[家个名位])?(?:候选)?(?:企业|组织|单位|者)?(?:则|便|全部|全数|悉数|均|都|一并|顺利|成功|如愿|最终){0,4}(?:当选|入选|获奖|上榜|通过|胜出|登榜|获评|榜上有名|过关)(?=[，。；]|$)/,
);
const CANDIDATES = gated(/候选|公示|入围|终评|拟|申报|推荐|参评|角逐/);
/** How many sentences before the candidates may be listed. */
const FARTHEST = 8;
/** What may be of a list of candidates. */
const BEARERS = ["Company", "Institution", "Person"] as const;

/** Who of the candidates listed before a sentence says that all but some have won: 除甲和乙外，全部当选; undefined where it says nothing so. */
export function allBut(x: Extraction, sentence: Sentence): readonly Win[] | undefined {
  const { norm, sentences } = x;
  const match = ALL_BUT.exec(norm, sentence.start, sentence.end);
  if (match === null) return undefined;
  const at = sentence.start + match.index;
  const left = named(x, at, at + match[0].indexOf("，"));
  const here = firstFrom(sentences, sentence.start);
  for (let i = here; i >= 0 && here - i <= FARTHEST; i--) {
    const { start } = sentences[i]!;
    const end = Math.min(sentences[i]!.end, at);
    const all = named(x, start, end);
    if (all.size < 3 || !CANDIDATES.test(norm, start, end)) continue;
    const [prize] = tiersAndAwardsIn(x, start, end).filter((one) => one.award !== undefined);
    if (prize === undefined || left.size === 0 || [...left].some((one) => !all.has(one))) return undefined;
    const span = { start: at, end: at + match[0].length };
    return [...all]
      .filter((one) => !left.has(one) && fits(one, prize.award!))
      .map((one) =>
        winOf(one, prize.award!, undefined, prize.years[0], prize.edition, span, "won/all-but", 0.85),
      );
  }
  return undefined;
}

function named(x: Extraction, start: number, end: number): Set<DocEntity> {
  const found = new Set<DocEntity>();
  for (const { entity, generic } of x.mentionsIn(start, end, BEARERS)) if (!generic) found.add(entity);
  return found;
}
