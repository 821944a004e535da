import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { joined } from "./item.js";
import { datesOf, type When } from "./noted.js";
import { tierOfLabel } from "./tier-labels.js";
import { unitsIn } from "./units.js";

const BEGINS = new CharacterSet("（以上注备说*※");
/** （以上为第九届，2021年公布）, 注：以上奖项评定年度均为2022年: behind a list, of when all of it is. */
const OF_ALL = gated(
  /^[（*※]{0,2}(?:[备]?注：|说明：)?(?:以上|上述|上列|上表)[^，。；：\d]{0,12}?(?:均|皆|都|全部|同)?(?:为|是|系|属|于|在|获于|评于)(?=第|首|20|19)/,
);
const NOT_WHEN = gated(/截至|统计|数据|累计|以来|排名不分/);
/** 以上为2022年拟申报对象: none of them has won. */
const NOT_YET = gated(/拟|申报|候选|公示(?!期满|无异议)|参评|推荐|培育/);
const LONGEST = 60;

/** Whether a stretch says of all that stands before it when that was. */
const isOfAll = (norm: string, start: number, end: number): boolean =>
  end - start <= LONGEST &&
  BEGINS.has(norm.charCodeAt(start)) &&
  OF_ALL.test(norm, start, end) &&
  !NOT_WHEN.test(norm, start, end);

/** The date that a stretch gives, where it is one alone. */
function onlyDate(x: Extraction, start: number, end: number): When | undefined {
  const when = joined(datesOf(x, start, end));
  return when.length === 1 ? when[0] : undefined;
}

/** 以上均为2023年度奖项。: behind what the same paragraph has told. */
export function heedSentences(x: Extraction, wins: readonly Win[]): void {
  for (const { start, end, block } of x.sentences) {
    if (start === block.start || !isOfAll(x.norm, start, end)) continue;
    const when = onlyDate(x, start, end);
    if (when === undefined) continue;
    const { year, edition } = when;
    for (const win of wins)
      if (win.start >= block.start && win.end <= start) {
        win.year = year ?? win.year;
        win.edition ??= edition;
      }
  }
}

/**
 * Gives the dates of a note that stands below a list to what that list, the wins from `from` on, has told without any; takes these
 * out where the note says that nobody has won yet.
 */
export function heedNote(x: Extraction, { start, end }: Block, wins: Win[], from: number): void {
  const { norm } = x;
  if (from >= wins.length || !isOfAll(norm, start, end)) return;
  if (mentionsType(x, start, end, "Award") || unitsIn(x, start, end).length > 0) return;
  if (NOT_YET.test(norm, start, end)) {
    wins.length = from;
    return;
  }
  const when = onlyDate(x, start, end);
  if (when === undefined) return;
  const { year, edition } = when;
  for (let i = from; i < wins.length; i++) {
    const win = wins[i]!;
    if (
      win.year !== undefined ||
      (win.edition !== undefined && edition !== undefined && win.edition !== edition)
    )
      continue;
    win.year = year;
    win.edition ??= edition;
  }
}

const TELLS_TIERS = gated(/^[（*※]{0,2}(?:[备附]?注|说明|其中)[：，]?(?=.{4,200}(?:奖|提名)[。）]?$)/);
/** 甲公司、乙公司|均为提名奖 */
const OF_TIER = gated(/(?:均|都|皆|同)?(?:为|系|是|获得?)([\u4e00-\u9fa5]{2,5})$/);
const CLAUSES = new CharacterSet("，；。）");
const LONGEST_TIERS = 260;

/** 注：甲公司、乙公司为提名奖，丙医院为创新奖。: gives those of the list above whom a note names their tiers; whether it does. */
export function heedTiers(x: Extraction, { start, end }: Block, wins: readonly Win[], from: number): boolean {
  const { norm } = x;
  if (from >= wins.length || end - start > LONGEST_TIERS) return false;
  const lead = TELLS_TIERS.exec(norm, start, end);
  if (lead === null || mentionsType(x, start, end, "Award")) return false;
  let told = false;
  for (let at = start + lead[0].length; at < end; ) {
    let to = at;
    while (to < end && !CLAUSES.has(norm.charCodeAt(to))) to++;
    const match = OF_TIER.exec(norm, at, to);
    const tier = match === null ? undefined : tierOfLabel(match[1]!);
    if (tier !== undefined)
      for (const { entity } of unitsIn(x, at, at + match!.index))
        for (let i = from; i < wins.length; i++) {
          const win = wins[i]!;
          if (win.from !== entity || (win.tier !== undefined && win.tier !== "WINNER")) continue;
          win.tier = tier;
          told = true;
        }
    at = to + 1;
  }
  return told;
}

/** 未标年份的均为2023年获得: when that was won for which a list gives no year. */
const UNDATED = gated(
  /(?:未|不|没有?)(?:另?[注标写加]明?|标注)(?:获奖)?(?:年份|年度|时间)(?:的|者)?[^，。；：\d]{0,8}，?(?:均|都|皆|一律)?(?:为|是|系|指|获于)((?:19|20)\d\d)年/,
);
export function undatedYear({ norm }: Extraction): number | undefined {
  const match = UNDATED.exec(norm, 0, norm.length);
  return match === null ? undefined : Number(match[1]);
}
