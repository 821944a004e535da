import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstMention } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";
import { numeral } from "./when.js";

const TIER = "(提名奖|正奖|[特一二三]等奖|[金银铜]奖)";
const COUNT = "([一二两三四五六七八九十]|\\d{1,2})[个家项位座块]";
/** 这2个提名奖怎么来的？, 三个提名奖分别给了谁？ */
const ASKED = gated(new RegExp(`${COUNT}${TIER}`));
/** 某奖|提名奖2个 */
const TOLD = gated(new RegExp(`${TIER}[有共达]{0,2}${COUNT}`));
/** How many awards told before it may be of that a question asks, and how far behind a name its count stands. */
const [MOST, REACH] = [40, 12];

const countOf = (word: string): number | undefined => (word === "两" ? 2 : numeral(word));

/** Of which award and tier a question is that asks for as many as were told before: 中国质量奖提名奖2个 above 这2个提名奖怎么来的？. */
export function askedOfCount(
  { norm, mentions }: Extraction,
  { start, end }: Block,
): { award: DocEntity; tier: TierName } | undefined {
  const asked = ASKED.exec(norm, start, end);
  if (asked === null) return undefined;
  const count = countOf(asked[1]!);
  const tier = tierOfLabel(asked[2]!);
  if (tier === undefined) return undefined;
  let seen = 0;
  for (let i = firstMention(mentions, start) - 1; i >= 0 && seen < MOST; i--) {
    const mention = mentions[i]!;
    if (mention.type !== "Award") continue;
    seen++;
    const told = TOLD.exec(norm, mention.start, Math.min(start, mention.end + REACH));
    if (told !== null && countOf(told[2]!) === count && tierOfLabel(told[1]!) === tier)
      return { award: mention.entity, tier };
  }
  return undefined;
}
