import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { numberingLength } from "./fields.js";
import type { Win } from "./findings.js";
import { awardOfTitle } from "./structure.js";
import { hasTiers } from "./tiers.js";
import { editionsIn } from "./when.js";

/** A round as the heading above prose tells it, and of which award it is where the text above all of them says so. */
export interface HeadedRound {
  year: number | undefined;
  edition: number | undefined;
  award: DocEntity | undefined;
}

const EDITION = "(?:第[一二三四五六七八九十\\d]{1,3}|首)[届批]";
const YEAR = "(?:19|20)\\d\\d年?度?(?!\\d)";
const PARTS = "[ 　·｜|、，,—–（-]{0,3}";
const WORDS = "[^。；，\\d]{0,18}";
const BEFORE_WORDS = "\\s{0,2}(?:[：:｜|·—–]{1,3}|\\s)";
/** 第二届·2016年：破冰, 【第七届 · 2019】加速, 2018年第六届——再接再厉, 2014，首届：旁观: with words of the writer's own; 第二届（2012年) without. */
const ROUND = gated(
  new RegExp(
    `^[【〖「]?(?:(${EDITION})(?:${PARTS}(${YEAR}))?|(${YEAR})${PARTS}的?(${EDITION}))[）】〗」]{0,2}(?:$|(?<=[）】〗」])${WORDS}$|${BEFORE_WORDS}${WORDS}$)`,
  ),
);
/** 2016年：破冰, 【2016】起步 */
const YEAR_ONLY = gated(
  new RegExp(`^[【〖「]?(${YEAR})(?:[】〗」]\\s{0,2}|${BEFORE_WORDS})(?=[^\\s：:｜|·—–])${WORDS}$`),
);
const DIGIT = new CharacterSet("12");
const BEGINS = new CharacterSet("第首12【〖「");
/** What such words are not: the beginning of a list, or of what tells who won. */
const LISTS = gated(/奖|名单|得主|获得者|空缺|：$/);
const NAMES = ["Company", "Institution", "Person", "Zone", "Award"] as const;
const STOP = new CharacterSet("。！；");
const ASKS = gated(/[？?]$/);
const LONGEST = 36;

/** The round under which each block of prose stands, where at least two lines head some. */
export const headedRounds = oncePer(findRounds);

function findRounds(x: Extraction): ReadonlyMap<Block, HeadedRound> {
  const { blocks, norm } = x;
  const heads: { at: number; round: HeadedRound }[] = [];
  for (let i = 1; i < blocks.length; i++) {
    const round = roundOf(x, blocks[i]!);
    if (round !== undefined) heads.push({ at: i, round });
  }
  const below = new Map<Block, HeadedRound>();
  if (heads.length < 2) return below;
  const award = awardAbove(x, heads[0]!.at);
  let longest = 1;
  for (let n = 0; n < heads.length; n++) {
    const { at, round } = heads[n]!;
    const head = blocks[at]!;
    const next = heads[n + 1]?.at;
    // The last of them is no longer than the others are.
    const until = next ?? Math.min(blocks.length, at + 1 + longest);
    let end = at + 1;
    while (end < until && !ends(norm, blocks[end]!, head)) end++;
    longest = Math.max(longest, end - at - 1);
    // 第三届（2021年） above the names of a list is read with it.
    if (!isProse(norm, blocks[at + 1])) continue;
    for (let i = at + 1; i < end; i++) below.set(blocks[i]!, { ...round, award });
  }
  return below;
}

/** The date that a line alone is, with or without a few words of the writer's own. */
function roundOf(x: Extraction, { kind, start, end }: Block): HeadedRound | undefined {
  const { norm, year: now } = x;
  if (kind === "table-row" || kind === "byline" || kind === "boilerplate" || end - start > LONGEST)
    return undefined;
  const from = start + numberingLength(norm, start, end);
  if (!BEGINS.has(norm.charCodeAt(from))) return undefined;
  const match = ROUND.exec(norm, from, end) ?? YEAR_ONLY.exec(norm, from, end);
  if (match === null || LISTS.test(norm, from, end)) return undefined;
  if (NAMES.some((type) => mentionsType(x, start, end, type))) return undefined;
  const told = match.slice(1, 4).find((part) => part !== undefined && DIGIT.begins(part));
  const year = told === undefined ? undefined : Number(told.slice(0, 4));
  if (year !== undefined && year > (now ?? year)) return undefined;
  return { year, edition: editionsIn(norm, from, end)[0]?.edition, award: undefined };
}

const isProse = (norm: string, block: Block | undefined): boolean =>
  block !== undefined &&
  block.kind !== "table-row" &&
  block.kind !== "heading" &&
  STOP.within(norm, block.start, block.end);

/** Whether a block ends what stands below a round's heading: another heading that is not below it, or a question alone. */
function ends(norm: string, block: Block, head: Block): boolean {
  if (block.kind === "title") return true;
  if (block.kind === "heading") return head.kind !== "heading" || block.level <= head.level;
  return block.end - block.start <= LONGEST && ASKS.test(norm, block.start, block.end);
}

/** The one award of the title, else the only one with rounds that the text names above the first of the headings. */
function awardAbove(x: Extraction, first: number): DocEntity | undefined {
  const titled = awardOfTitle(x);
  if (titled !== undefined) return titled;
  const to = x.blocks[first]!.start;
  const named = new Set<DocEntity>();
  for (const { type, entity, start } of x.mentions) {
    if (start >= to) break;
    if (type === "Award" && hasTiers(entity.name)) named.add(entity);
  }
  return named.size === 1 ? [...named][0] : undefined;
}

/** Gives the wins that are told below a round's heading what it says and they do not. */
export function heedHeadings(x: Extraction, wins: readonly Win[]): void {
  if (wins.length === 0) return;
  const rounds = headedRounds(x);
  if (rounds.size === 0) return;
  for (const win of wins) {
    const block = x.blockAt(win.start);
    const round = block === undefined ? undefined : rounds.get(block);
    if (round === undefined || win.to !== round.award) continue;
    const { year, edition } = round;
    if (win.year === undefined && (win.edition === undefined || win.edition === edition)) win.year = year;
    if (win.edition === undefined && (win.year === year || year === undefined)) win.edition = edition;
  }
}
