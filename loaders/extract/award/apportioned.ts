import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Block } from "../../types.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Win } from "./findings.js";
import { tiersAndAwardsIn } from "./prizes.js";
import { tierOfLabel } from "./tier-labels.js";
import type { TierName } from "./tiers.js";
import { unitsIn } from "./units.js";
import { numeral } from "./when.js";

/** Those of a list, by their places in it, who have a tier or an award of their own. */
export interface Share {
  places: readonly number[];
  tier: TierName | undefined;
  award: DocEntity | undefined;
}

const N = "[一二两三四五六七八九十\\d]{1,3}";
const EACH = "[家个名位项户件号]";
/** 前两家, 后三名, 首家, 最后一家 */
const BY_PLACE = `(前|后|末|首|头|最后|最末|排名前)(${N})?${EACH}?`;
/** 第1、4号, 第一至三名, 序号1-3的, 3号 */
const NUMBERS = "[一二两三四五六七八九十\\d、和及与,至到—–~第-]{1,40}";
const BY_NUMBER = `(?:(?:第|序号为?|编号为?)(${NUMBERS})${EACH}?|(\\d[\\d、和及与至到—–~-]{0,40})号)`;
const REST = `(其余|余下|剩余|剩下|其他|其它|另外(?=的?${N}))(?:的?${N}${EACH})?`;
/** Where what is told of a part of a list begins: 其中前两家…, 第1、4号…, 其余3家…. */
const SELECTS = gatedAll(
  new RegExp(
    `(?<=^|[，；。：、]|其中|[的中里]|以上|上述)(?:其中|排|名列)?(?:${BY_PLACE}|${BY_NUMBER}|${REST})(?:的?(?:企业|单位|组织|个人|选手|项目|者)?)(?=[均都皆同则分别为是系获得授予颁列属享、])`,
    "g",
  ),
);
/** 质量奖, 提名奖, 一等奖: what that part has. */
const TIER_TOLD = gated(
  /^(?:[的均都皆同则分别]|为|是|系|获得?|荣获|授予|颁[给予]|列|属|享|评为|被|第[一二三四五六七八九十\d]{1,3}届|(?:19|20)\d\d年度?|[省市区县]长){0,8}[“]?([\u4e00-\u9fa5]{0,6}?(?:质量奖(?!提名|创新|[\u4e00-\u9fa5]{0,2}个人)|提名奖|正奖|本奖|[特一二三]等奖|[金银铜]奖|优秀奖|创新奖|鼓励奖|入围奖))/,
);
const BREAKS = gatedAll(/[，；。]/g);

const ORDINAL = /[第家个名位项户件号]/g;

/** 1、4 and 6-8: the numbers of an expression. */
function numbersOf(text: string): number[] {
  const found: number[] = [];
  for (const part of text.split(/[、和及与,]/)) {
    const [from, to] = part.split(/[至到—–~-]{1,2}/).map((one) => countOf(one.replace(ORDINAL, "")));
    if (from === undefined) continue;
    for (let n = from; n <= Math.min(to ?? from, from + 99); n++) found.push(n);
  }
  return found;
}

const countOf = (text: string): number | undefined => (text === "两" ? 2 : numeral(text));

/**
 * What a sentence says of the parts of a list of so many: 前两家授予某奖，后两家授予提名奖; 第1、4号为某奖; 其中甲、乙为质量奖，其余3家为提名奖.
 * `numbers` are those printed before them, else their places count.
 */
export function sharesIn(
  x: Extraction,
  start: number,
  end: number,
  listed: readonly DocEntity[],
  numbers?: readonly number[],
): Share[] {
  const { norm } = x;
  const shares: Share[] = [];
  const taken = new Set<number>();
  const rest: { at: number; to: number }[] = [];
  const give = (places: readonly number[], at: number, to: number): void => {
    const told = toldOf(x, at, to);
    if (told === undefined || places.length === 0) return;
    for (const place of places) taken.add(place);
    shares.push({ places, ...told });
  };
  const ends = [...BREAKS.matches(norm, start, end).map((m) => start + m.index), end];
  const clauseEnd = (at: number): number => ends.find((one) => one >= at) ?? end;
  for (const match of SELECTS.matches(norm, start, end)) {
    const at = start + match.index + match[0].length;
    const [, which, count, ordinal, code, others] = match;
    // 第1—3名获金奖、第4—6名获银奖
    const next = norm.indexOf("、第", at);
    const to = Math.min(clauseEnd(at), next < 0 ? end : next);
    if (others !== undefined) rest.push({ at, to });
    else if (which !== undefined) {
      const n = Math.min(count === undefined ? 1 : (countOf(count) ?? 0), listed.length);
      const fromEnd = which === "后" || which === "末" || which.startsWith("最");
      give(
        Array.from({ length: n }, (_, i) => (fromEnd ? listed.length - n + i : i)),
        at,
        to,
      );
    } else {
      const told = numbersOf(ordinal ?? code!);
      const places = told.map((n) => (numbers === undefined ? n - 1 : numbers.indexOf(n)));
      if (places.every((place) => place >= 0 && place < listed.length)) give(places, at, to);
    }
  }
  // 其中甲、乙为质量奖
  for (let from = start; from < end; ) {
    const to = clauseEnd(from);
    const units = unitsIn(x, from, to);
    const places = units.map(({ entity }) => listed.indexOf(entity));
    if (units.length > 0 && places.every((place) => place >= 0)) give(places, units.at(-1)!.end, to);
    from = to + 1;
  }
  if (shares.length > 0)
    for (const { at, to } of rest)
      give(
        listed.map((_, i) => i).filter((i) => !taken.has(i)),
        at,
        to,
      );
  return shares;
}

/** What a clause says behind those whom it means. */
function toldOf(
  x: Extraction,
  at: number,
  to: number,
): { tier: TierName | undefined; award: DocEntity | undefined } | undefined {
  if (NOT_HAD.test(x.norm, at, to)) return undefined;
  const prize = tiersAndAwardsIn(x, at, to).at(-1);
  if (prize !== undefined) return { tier: prize.tier ?? "WINNER", award: prize.award };
  const word = TIER_TOLD.exec(x.norm, at, to)?.[1];
  const tier =
    word === undefined ? undefined : (tierOfLabel(word) ?? (word.endsWith("质量奖") ? "WINNER" : undefined));
  return tier === undefined ? undefined : { tier, award: undefined };
}

const NOT_HAD = gated(/未获|不予|落选|申报|拟|候选|推荐/);
/** What a note that parts a list has. */
const PARTS = gated(/[前后末]|第[一二两三四五六七八九十\d]|序号|\d号|其余|余下/);
const TIERED = gated(/[奖等]/);
const LONGEST_NOTE = 220;
const NUMBER = /^[（(]?(\d{1,3})[）).．、]/;

/** Gives the winners of a list the tiers that a note above or below it tells for parts of it: 以上四家，前两家授予某奖，后两家授予提名奖. */
export function heedShares(x: Extraction, wins: readonly Win[]): void {
  if (!wins.some(isListed)) return;
  for (let i = 0; i < x.blocks.length; i++) {
    const block = x.blocks[i]!;
    const { kind, start, end } = block;
    if (kind === "table-row" || end - start > LONGEST_NOTE || end - start < 8) continue;
    if (!PARTS.test(x.norm, start, end) || !TIERED.test(x.norm, start, end)) continue;
    if (SELECTS.matches(x.norm, start, end).length === 0) continue;
    if (!share(x, block, listAt(x, wins, i, -1))) share(x, block, listAt(x, wins, i, 1));
  }
}

const isListed = ({ rule, tier }: Win): boolean => rule === "won/roll" && tier === undefined;

/** The wins of the list whose lines stand right above (-1) or below (1) a block. */
function listAt(x: Extraction, wins: readonly Win[], at: number, step: 1 | -1): Win[] {
  const found: Win[] = [];
  for (let i = at + step; i >= 0 && i < x.blocks.length; i += step) {
    const { start, end } = x.blocks[i]!;
    const own = wins.filter((w) => isListed(w) && w.start >= start && w.end <= end);
    if (own.length === 0 && found.length > 0) break;
    if (own.length === 0 && Math.abs(i - at) > 2) break;
    found.push(...own);
  }
  return found.sort((a, b) => a.start - b.start);
}

function share(x: Extraction, { start, end }: Block, wins: readonly Win[]): boolean {
  const listed = [...new Set(wins.map(({ from }) => from))];
  if (listed.length < 2) return false;
  const shares = sharesIn(x, start, end, listed, numbersBefore(x, wins, listed));
  for (const { places, tier, award } of shares)
    for (const place of places)
      for (const win of wins) {
        if (win.from !== listed[place]) continue;
        win.tier = tier;
        if (award !== undefined && award !== win.to && !sameAward(award, win.to)) win.to = award;
      }
  return shares.length > 0;
}

/** 市长质量奖 for 某市市长质量奖 */
const sameAward = (a: DocEntity, b: DocEntity): boolean => b.name.endsWith(a.name) || a.name.endsWith(b.name);

/** The numbers printed before the entries, where all of them have one. */
function numbersBefore(
  x: Extraction,
  wins: readonly Win[],
  listed: readonly DocEntity[],
): number[] | undefined {
  const numbers: number[] = [];
  for (const entity of listed) {
    const win = wins.find(({ from }) => from === entity)!;
    const block = x.blocks[firstFrom(x.blocks, win.start + 1) - 1];
    const number = block === undefined ? null : NUMBER.exec(x.norm.slice(block.start, block.start + 6));
    if (number === null) return undefined;
    numbers.push(Number(number[1]));
  }
  return numbers;
}
