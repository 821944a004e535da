import { gatedAll } from "../../patterns/gated-all.js";
import type { Extraction } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";

const MARK = "[★☆*△▲▽▼※#●○◆◇■□]";
/** 带★的为提名奖; “*”表示提名奖; 注：△提名奖。 */
const LEGEND = gatedAll(
  new RegExp(
    `(${MARK})[”）]?号?(?:的|者)?(?:单位|企业|组织|年份)?(?:均?为|表示|代表|指|系|即|是|获得?|：)[^，。；\\n]{0,10}?(提名奖|正奖|[一二三]等奖|[金银铜]奖|优秀奖|创新奖)|(?<=[\\n：、.]\\s?[“（]?)(${MARK})[”）]?(提名奖|创新奖|优秀奖)(?=[。；，）])`,
    "g",
  ),
);
const MARKED = new RegExp(MARK);

const legends = new WeakMap<Extraction, ReadonlyMap<string, TierName>>();

/** The tier that a mark in a cell stands for, 2018★, where the document says what the mark means. */
export function tierOfMark(x: Extraction, text: string): TierName | undefined {
  const mark = MARKED.exec(text)?.[0];
  if (mark === undefined) return undefined;
  let legend = legends.get(x);
  if (legend === undefined) {
    const told = new Map<string, TierName>();
    for (const match of LEGEND.matches(x.norm)) {
      const tier = tierOfLabel(match[2] ?? match[4]!);
      if (tier !== undefined) told.set(match[1] ?? match[3]!, tier);
    }
    legend = told;
    legends.set(x, legend);
  }
  return legend.get(mark);
}
