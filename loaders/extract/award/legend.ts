import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import type { Extraction } from "../types.js";
import type { Prize } from "./prize.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";

const MARK = `[${SIGNS}]`;
/** 带★的为提名奖; “*”表示提名奖; 注：△提名奖。 */
const LEGEND = gatedAll(
  new RegExp(
    `(${MARK})[”）]?号?(?:的|者)?(?:单位|企业|组织|年份)?(?:均?为|表示|代表|指|系|即|是|获得?|：)[^，。；\\n]{0,10}?(提名奖|正奖|[一二三]等奖|[金银铜]奖|优秀奖|创新奖|(?<=[为示表指系即是获得：“])质量奖)|(?<=[\\n：、.]\\s?[“（]?)(${MARK})[”）]?(提名奖|创新奖|优秀奖)(?=[。；，）])`,
    "g",
  ),
);
/** ★＝正奖　☆＝提名奖, ●正奖；○提名奖: two signs and more side by side, each with its tier. */
const SIGN_AND_TIER = `(${MARK})[”）]?\\s?(?:[=：—－-]{1,2}\\s?)?“?(提名奖?|正奖|[一二三]等奖|[金银铜]奖|优秀奖|创新奖)”?`;
const SIDE_BY_SIDE = gatedAll(
  new RegExp(
    `${SIGN_AND_TIER}(?:[\\s，；、|/]{1,4}${SIGN_AND_TIER})(?:[\\s，；、|/]{1,4}${SIGN_AND_TIER})?`,
    "g",
  ),
);
const MARKED = new RegExp(MARK);

const legendOf = oncePer((x): ReadonlyMap<string, TierName> => {
  const told = new Map<string, TierName>();
  for (const match of LEGEND.matches(x.norm)) {
    const tier = tierOfLabel(match[2] ?? match[4]!);
    if (tier !== undefined) told.set(match[1] ?? match[3]!, tier);
  }
  // ●正奖 and ●提名奖 are items of a list.
  for (const match of SIDE_BY_SIDE.matches(x.norm))
    if (match[1] !== match[3])
      for (let i = 1; i < match.length; i += 2) {
        const tier = match[i] === undefined ? undefined : tierOfLabel(match[i + 1]!);
        if (tier !== undefined) told.set(match[i]!, tier);
      }
  return told;
});

/** The tier that a mark in a cell stands for, 2018★, where the document says what the mark means. */
export function tierOfMark(x: Extraction, text: string): TierName | undefined {
  const mark = MARKED.exec(text)?.[0];
  return mark === undefined ? undefined : legendOf(x).get(mark);
}

const OPENS = new CharacterSet(`（${SIGNS}`);
const SHORTENED = "（提）";
const MARKS = new CharacterSet(SIGNS);

/** Draws the sign of its tier to a prize: 某奖（提）, 某奖★, ☆某奖. */
export function absorbSign(x: Extraction, prize: Prize): void {
  const { start, end } = prize;
  if (!OPENS.has(x.norm.charCodeAt(end))) {
    if (MARKS.has(x.norm.charCodeAt(start - 1))) prize.tier = tierOfMark(x, x.norm[start - 1]!) ?? prize.tier;
    return;
  }
  const shortened = x.norm.startsWith(SHORTENED, end);
  const tier = shortened ? "NOMINATION" : tierOfMark(x, x.norm[end]!);
  if (tier === undefined) return;
  prize.tier = tier;
  prize.end += shortened ? SHORTENED.length : 1;
}

/** 注：“（提）”表示提名奖。, 带★的为提名奖: a line that only says what its signs mean. */
const SIGN_MEANS =
  "(?:(?:说明|注|备注|编者按|附注)：)?(?:文中|表中|名单中|名称后|凡|其中)?(?:标注|加注|标有|注有|带有|加|带|标|注)?[“（]{0,2}(?:提|[★☆*△▲▽▼※#●○◆◇■□])[”）]{0,2}号?(?:的|者)?(?:单位|企业|组织)?(?:均?为|表示|代表|指|系|即|是)[^，。；]{0,10}(?:奖|提名)";
const IS_LEGEND = gated(new RegExp(`^${SIGN_MEANS}(?=[。；]|$)`));
export const isLegend = ({ norm }: Extraction, { start, end }: Block): boolean =>
  end - start <= LONGEST_LEGEND && IS_LEGEND.test(norm, start, end);
const LONGEST_LEGEND = 100;

/** ★为正奖，☆为提名奖。: a line that begins with what a sign means, whatever else it says, where it names nobody. */
const NAMED: readonly EntityType[] = ["Company", "Institution", "Person"];
const EXPLAINS = gated(new RegExp(`^${SIGN_MEANS}(?=[，。；]|$)`));
export const explainsSigns = (x: Extraction, { start, end }: Block): boolean =>
  end - start <= LONGEST_LEGEND &&
  EXPLAINS.test(x.norm, start, end) &&
  x.mentionsIn(start, end, NAMED).length === 0;

/** [ ] 某奖　甲公司, ☐ 某奖: what a list that ticks what is done has not ticked. */
const CHECKED = gated(/(?:^|\n)[-*\s]{0,4}(?:\[[xX√✓]\]|☑|✅|✔)/);
const UNCHECKED = gated(/^[-*\s]{0,4}(?:\[\s?\]|☐|⬜|❌|✘|✗)/);
const ticks = oncePer((x): { any: boolean } => ({ any: CHECKED.test(x.norm, 0, x.norm.length) }));
export const isUnchecked = (x: Extraction, { start, end }: Block): boolean =>
  UNCHECKED.test(x.norm, start, Math.min(end, start + 8)) && ticks(x).any;
