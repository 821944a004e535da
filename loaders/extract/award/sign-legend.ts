import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import type { DocEntity, Extraction } from "../types.js";
import { fits, type Win, winOf } from "./findings.js";
import { datesOf } from "./noted.js";
import { tiersAndAwardsIn } from "./prizes.js";
import type { TierName } from "./tiers.js";
import { isPlaceUnit, type Unit, unitsIn } from "./units.js";

const SIGN = new CharacterSet(SIGNS);
const EACH_SIGN = new RegExp(`[${SIGNS}]`, "g");
/** Between a sign and what it stands for: ★ 某奖, ★的为某奖, “★”表示某奖. */
const STANDS_FOR = gated(
  /^[”）]?号?(?:的|者)?(?:单位|企业|组织)?(?:均?为|表示|代表|指|系|即|是|：|＝|=)?[\s“]{0,3}$/,
);
const LONGEST_LINE = 160;

/** What a sign stands for; nothing for one of those who have not won: ○ 培育单位. */
interface Meaning {
  award: DocEntity;
  tier: TierName | undefined;
}

interface Legend {
  block: Block;
  meanings: ReadonlyMap<string, Meaning>;
}

/** What the lines say whose names bear signs that a legend explains: 图例　★ 甲奖　● 乙奖 over ● 某公司　★● 某厂. */
export const signedLines = oncePer(readSigned);

function readSigned(x: Extraction): ReadonlyMap<Block, readonly Win[]> {
  const told = new Map<Block, readonly Win[]>();
  const legend = legendOf(x);
  if (legend === undefined) return told;
  told.set(legend.block, NONE);
  for (const block of x.blocks)
    if (block !== legend.block && block.cells === undefined && SIGN.within(x.norm, block.start, block.end)) {
      const wins = winsOf(x, block, legend.meanings);
      if (wins !== undefined) told.set(block, wins);
    }
  return told;
}

const NONE: readonly Win[] = [];

/** The one line that gives two signs and more their awards, and names nobody. */
function legendOf(x: Extraction): Legend | undefined {
  const { norm, mentions } = x;
  let last: Block | undefined;
  for (const { type, start } of mentions) {
    if (type !== "Award" || !SIGN.within(norm, Math.max(0, start - 12), start)) continue;
    const block = x.blockAt(start);
    if (block === undefined || block === last || block.end - block.start > LONGEST_LINE) continue;
    last = block;
    const meanings = meaningsIn(x, block);
    if (meanings !== undefined) return { block, meanings };
  }
  return undefined;
}

function meaningsIn(x: Extraction, { start, end }: Block): ReadonlyMap<string, Meaning> | undefined {
  const { norm } = x;
  const meanings = new Map<string, Meaning>();
  const signs = [...norm.slice(start, end).matchAll(EACH_SIGN)];
  if (new Set(signs.map(([sign]) => sign)).size < 2) return undefined;
  // ◎某某之乡：△某县 is an entry.
  if (unitsIn(x, start, end).some((u) => !isPlaceUnit(u) || SIGN.has(norm.charCodeAt(u.start - 1))))
    return undefined;
  for (let i = 0; i < signs.length; i++) {
    const from = start + signs[i]!.index + 1;
    const to = i + 1 < signs.length ? start + signs[i + 1]!.index : end;
    const [prize] = tiersAndAwardsIn(x, from, to);
    if (prize === undefined || !STANDS_FOR.test(norm, from, prize.start)) continue;
    // ●为某奖，○为提名奖: tiers of the award that the list is of.
    if (prize.award === undefined) return undefined;
    meanings.set(signs[i]![0], { award: prize.award, tier: prize.tier });
  }
  return meanings.size > 0 ? meanings : undefined;
}

/** Undefined where none of a line's signs stands beside a name. */
function winsOf(x: Extraction, block: Block, meanings: ReadonlyMap<string, Meaning>): Win[] | undefined {
  const { norm } = x;
  const units = unitsIn(x, block.start, block.end).filter((unit) => !isPlaceUnit(unit));
  const [first] = units;
  if (first === undefined) return undefined;
  // 甲公司★　乙公司● bear their signs behind them.
  const behind = !SIGN.within(norm, block.start, first.start);
  const wins: Win[] = [];
  let signed = false;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const from = behind ? unit.end : i === 0 ? block.start : units[i - 1]!.end;
    const to = behind ? (units[i + 1]?.start ?? block.end) : unit.start;
    for (const [sign] of norm.slice(from, to).matchAll(EACH_SIGN)) {
      signed = true;
      const meaning = meanings.get(sign);
      if (meaning !== undefined) confer(x, unit, meaning, block, wins);
    }
  }
  return signed ? wins : undefined;
}

function confer(x: Extraction, unit: Unit, { award, tier }: Meaning, block: Block, wins: Win[]): void {
  const { entity, note, end } = unit;
  if (!fits(entity, award)) return;
  const dated = note === "" ? [] : datesOf(x, end - note.length - 1, end - 1);
  for (const { year, edition } of dated.length > 0 ? dated : [{ year: undefined, edition: undefined }])
    wins.push(winOf(entity, award, tier, year, edition, block, "won/signed", 0.85));
}
