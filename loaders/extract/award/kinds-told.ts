import { gatedAll } from "../../patterns/gated-all.js";
import type { Scene } from "./scene.js";
import { isFirm, isPerson, type Unit } from "./units.js";

/** 组织是今天到场的|甲|，个人是乙公司的车工|某某; 一个是甲，一个是…: what a clause says that tells who one of those is that were counted before. */
const ONE_IS = gatedAll(
  /(?:^|[，；：])(?:其中|获奖)?(?:的)?(?:(个人)|组织|企业|单位|一[个家位名])(?:奖|得主|获得者)?(?:则|就)?[是为](?!什么|谁|哪)([^，。；]{2,60})/g,
);

/** 某奖提名奖有2个，都是2021年拿的。|组织是甲，个人是乙公司的车工某某。: who those are that the sentence before has counted, one in each clause. */
export function kindsTold({ norm, sentence, units }: Scene): readonly Unit[] {
  const found: Unit[] = [];
  let at = sentence.start;
  for (const match of ONE_IS.matches(norm, sentence.start, sentence.end)) {
    const start = sentence.start + match.index;
    // Nothing but such clauses.
    if (start > at + 1) return NONE;
    at = start + match[0].length;
    const here = units.filter((unit) => unit.start >= start && unit.end <= at);
    const person = here.findLast(isPerson);
    const one = match[1] === undefined ? (person ?? here.findLast(isFirm)) : person;
    if (one === undefined) return NONE;
    found.push(one);
  }
  return found.length > 1 ? found : NONE;
}
const NONE: readonly Unit[] = [];
