import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import { oncePer } from "../once.js";
import { firstMention, mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { CardLines } from "./card-lines.js";
import { numberingLength } from "./fields.js";
import type { Win } from "./findings.js";
import { looksAhead } from "./honours.js";
import { isLevel } from "./levels.js";
import { saysWho } from "./line-persons.js";
import { personsAt } from "./records.js";
import { isOfCandidates } from "./structure.js";
import { isPlaceUnit, unitsIn } from "./units.js";

/** 01　, A-2 | , No.3 , 3号牌　: what counts the cards. */
const COUNT = gated(
  /^(?:第?[A-Za-z]{0,2}[-.]?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号牌?|张|块)?|№\s?\d{1,3}|[◎●■◆▪★])[\s|、.．·：]{1,3}/,
);
/** 企业名称：, 【单位】: before whose card it is. */
const IDENTITY = gated(
  /^【?(?:(?:获奖|获评|受奖)?(?:企业|公司|单位|机构|组织|个人)(?:全称|名称|姓名)?|姓\s?名|人物|得主|获奖者)(?:】：?|：)\s{0,2}/,
);
/** 姓名：王某某 */
const NAMED = gated(/^【?(?:姓\s?名|人物)(?:】|：)/);
/** ④ , 【08】, 3. : the number or sign with which the line of a card begins. */
const NUMBERED = `[①-⑳]\\s?|[【〔[（(]\\d{1,3}[】〕\\]）)]\\s?|[（(]?[一二三四五六七八九十]{1,3}[、）)]\\s?|\\d{1,3}[、.．]\\s?|[${SIGNS}▶►▪•]\\s?`;
/** Behind the name: brackets, or where and what it is. */
const BEHIND = gated(/^[】」]?(?:\s?（[^（）]{1,40}）|[\s·|｜—／/]{1,4}[^，。；：\s]{1,40}){0,3}：?$/);
/** What a list of winners says beside their names. */
const TOLD = gated(/(?:19|20)\d\d|[首第][一二三四五六七八九十\d]{1,3}[届批]|奖/);
const LONGEST_HEAD = 60;
/** What counts and labels a card stands before its bearer's name. */
const LONGEST_LEAD = 16;

interface Head {
  bearer: DocEntity;
  /** Whether it is a card's even if no other stands beside it. */
  alone: boolean;
}

interface Card extends Head {
  block: Block;
  lines: CardLines;
}

/** What the lines of cards tell, by their blocks, and the lines that name their bearers. */
interface BearerCards {
  told: ReadonlyMap<Block, readonly Win[]>;
  heads: ReadonlySet<Block>;
}

/**
 * What cards tell that stand one below the other: a line that names a bearer and nothing else, then lines that name its awards, their
 * rounds and tiers, labelled or not, and nobody else: ### 01　甲公司 above 某区／某业 and 第二届某奖（2016）.
 */
export const bearerCards = oncePer((x): BearerCards => {
  const told = new Map<Block, readonly Win[]>();
  const cards = cardsIn(x);
  const heads = new Set<Block>();
  const full = cards.filter(({ lines }) => !lines.ofWorks && (lines.namesAward || lines.isDenied));
  const several = full.length > 1 && full.some(({ bearer }) => bearer.type !== "Person");
  for (const { block, alone, lines } of cards) {
    if (lines.ofWorks || (!several && !(alone && lines.namesAward))) continue;
    if (lines.namesAward || lines.isDenied) heads.add(block);
    const isCandidate = isBelowCandidates(x, block);
    for (const [line, wins] of lines.told) told.set(line, isCandidate ? NONE : wins);
  }
  return { told, heads };
});

function cardsIn(x: Extraction): Card[] {
  const { blocks } = x;
  const cards: Card[] = [];
  const heads = headsIn(x);
  if (heads.size === 0) return cards;
  let open: Card | undefined;
  let last: Block | undefined;
  const taken = new Set<Block>();
  /** Whether the last block named a winner of what stands above it. */
  let listed = false;
  for (const block of blocks) {
    if (block.kind === "byline" || block.kind === "boilerplate") continue;
    const head = heads.get(block);
    // 单位：某公司 below 姓名：某某
    if (head === undefined || (open !== undefined && open.block === last && namesEmployer(x, open, block))) {
      listed = false;
      if (open === undefined) {
        last = block;
        continue;
      }
      if (!endsCard(x, open, block, taken) && open.lines.take(block)) taken.add(block);
      else open = undefined;
    } else {
      const wasOpen = open !== undefined;
      open = undefined;
      listed =
        isOfAward(x, block, taken) ||
        (block.parent !== null && looksAhead(x, block.parent)) ||
        listed ||
        (!wasOpen && last !== undefined && namesAwardAlone(x, last));
      if (!listed) {
        open = { ...head, block, lines: new CardLines(x, head.bearer) };
        cards.push(open);
      }
    }
    last = block;
  }
  for (const { lines } of cards) lines.close();
  return cards;
}

/** Whether one of the headings over a block, but for titles, is such a one. */
function someOver({ parent }: Block, isSuch: (heading: Block) => boolean): boolean {
  for (let above = parent; above !== null && above.kind !== "title"; above = above.parent)
    if (isSuch(above)) return true;
  return false;
}

/** Whether a heading above a card, 候选企业, says that those below have not won. */
const isBelowCandidates = ({ norm }: Extraction, card: Block): boolean =>
  someOver(card, ({ start, end }) => isOfCandidates(norm, start, end));
const NONE: readonly Win[] = [];

/** 某奖（2019年） above those who have won it. */
const namesAwardAlone = (x: Extraction, { kind, start, end }: Block): boolean =>
  kind !== "title" &&
  kind !== "table-row" &&
  end - start <= LONGEST_HEAD &&
  mentionsType(x, start, end, "Award") &&
  x.norm[end - 1] !== "。";

/** Whether a heading that is no line of a card names an award of which a block is. */
const isOfAward = (x: Extraction, block: Block, taken: ReadonlySet<Block>): boolean =>
  someOver(block, (above) => !taken.has(above) && mentionsType(x, above.start, above.end, "Award"));

const namesEmployer = (x: Extraction, { bearer, block: head }: Card, { start, end }: Block): boolean =>
  bearer.type === "Person" &&
  IDENTITY.test(x.norm, head.start, head.end) &&
  IDENTITY.test(x.norm, start, end);

/** Whether a block heads what is no longer of a card: one that looks like its head or like a heading above that. */
function endsCard(x: Extraction, { block: head }: Card, block: Block, taken: ReadonlySet<Block>): boolean {
  if (isMarked(x, block)) {
    let above: Block | null = head;
    while (above !== null && (!isMarked(x, above) || taken.has(above))) above = above.parent;
    return block.level <= (above?.level ?? 2);
  }
  const dress = dressOf(x, block);
  if (dress === LABELLED || !MARKS.test(dress)) return false;
  for (let above: Block | null = head; above !== null; above = above.parent)
    if (!taken.has(above) && dressOf(x, above) === dress) return true;
  return block.kind === "heading" && IS_PART.test(dress);
}
const MARKS = gated(/[^\s-]/);
/** 二、, （三） */
const IS_PART = gated(/^（?#[、）]/);

/** The lines that name one bearer each and nothing else. */
function headsIn(x: Extraction): ReadonlyMap<Block, Head> {
  const heads = new Map<Block, Head>();
  const dresses = new Set<string>();
  const { blocks } = x;
  for (const block of blocks) {
    if (!mayHead(block)) continue;
    const bearer = organizationOf(x, block);
    if (bearer === undefined) continue;
    heads.set(block, { bearer, alone: false });
    dresses.add(dressOf(x, block));
  }
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (!mayHead(block) || heads.has(block)) continue;
    const person =
      taggedPerson(x, block) ??
      describedPerson(x, i) ??
      (isOfPersons(x, block) && namesAwardBelow(x, i) ? personOf(x, block) : undefined);
    if (person !== undefined) heads.set(block, { bearer: person, alone: true });
    else if (
      NAMED.test(x.norm, block.start, block.end) ||
      (dresses.has(dressOf(x, block)) && namesAwardBelow(x, i))
    ) {
      const bearer = personOf(x, block);
      if (bearer !== undefined) heads.set(block, { bearer, alone: false });
    }
  }
  return heads;
}

const mayHead = ({ kind, start, end }: Block): boolean =>
  end - start <= LONGEST_HEAD && kind !== "table-row" && kind !== "byline" && kind !== "boilerplate";

const isMarked = ({ norm }: Extraction, { kind, start }: Block): boolean =>
  kind === "heading" && norm[lineStart(norm, start)] === "#";
const lineStart = (norm: string, at: number): number => norm.lastIndexOf("\n", at - 1) + 1;

/** What makes cards' heads alike: the level of a heading, the number, sign or label of a line. */
function dressOf({ norm }: Extraction, { start, end }: Block): string {
  const mark = norm.slice(lineStart(norm, start), start);
  const until = Math.min(end, start + LONGEST_MARK);
  const lead = (COUNT.exec(norm, start, until) ?? LEAD.exec(norm, start, until))?.[0] ?? "";
  return (
    (mark + lead).replace(NUMBERS, "#") + (IDENTITY.test(norm, start + lead.length, end) ? LABELLED : "")
  );
}
const NUMBERS = /\d{1,3}|[①-⑳]|[一二三四五六七八九十]{1,3}/g;
const LABELLED = ":";
const LONGEST_MARK = 8;
const LEAD = gated(new RegExp(`^(?:${NUMBERED})`));

/** Where the name begins behind what counts or labels it. */
function nameStart({ norm }: Extraction, { start, end }: Block): number {
  let at = start + (COUNT.exec(norm, start, end)?.[0].length ?? 0);
  if (at === start) at += LEAD.exec(norm, start, end)?.[0].length ?? numberingLength(norm, start, end);
  at += IDENTITY.exec(norm, at, end)?.[0].length ?? 0;
  return norm[at] === "【" || norm[at] === "「" ? at + 1 : at;
}

/** The organization that a line names and nothing else. */
function organizationOf(x: Extraction, block: Block): DocEntity | undefined {
  const { start, end } = block;
  const first = x.mentions[firstMention(x.mentions, start)];
  if (first === undefined || first.start - start > LONGEST_LEAD || first.end > end) return undefined;
  const from = nameStart(x, block);
  if (mentionsType(x, from, end, "Award")) return undefined;
  const [unit, ...more] = unitsIn(x, from, end);
  if (unit === undefined || unit.start !== from || unit.generic || isPlaceUnit(unit)) return undefined;
  if (unit.entity.type === "Patent" || unit.entity.type === "Initiative" || !more.every(isPlaceUnit))
    return undefined;
  if (TOLD.test(x.norm, unit.end - unit.note.length, end)) return undefined;
  return BEHIND.test(x.norm, unit.end, end) ? unit.entity : undefined;
}

/** The person whose name a line begins with: 熊某某　新建区, 于某某　某公司钳工. */
function personOf(x: Extraction, block: Block): DocEntity | undefined {
  const { end } = block;
  const from = nameStart(x, block);
  if (mentionsType(x, from, end, "Award")) return undefined;
  const [named] = x.mentionsIn(from, end, ["Person"]);
  if (named !== undefined)
    return named.start === from && BEHIND.test(x.norm, named.end, end) ? named.entity : undefined;
  const to = from + (NAME_ALONE.exec(x.norm, from, end)?.[1]?.length ?? 0);
  if (
    to === from ||
    isLevel(x, { start: from, end: to }) ||
    x.mentionsIn(from, to).length > 0 ||
    !BEHIND.test(x.norm, to, end)
  )
    return undefined;
  const [person, other] = personsAt(x, from, to, false) ?? [];
  return other === undefined ? person : undefined;
}
const NAME_ALONE = gated(/^([\u4e00-\u9fa5]{2,4})(?=$|[】」（\s|｜·/—])/);

/** 钟某某　个人: whom a line names of whom it says that it is a person's card, not a firm's. */
function taggedPerson(x: Extraction, { kind, start, end }: Block): DocEntity | undefined {
  if (kind === "table-row" || end - start > LONGEST_TAGGED) return undefined;
  const [named, more] = x.mentionsIn(start, end, ["Person"]);
  if (named === undefined || more !== undefined) return undefined;
  const beside = x.norm.slice(start, named.start) + x.norm.slice(named.end, end);
  return TAG.test(beside) ? named.entity : undefined;
}
const LONGEST_TAGGED = 16;
const TAG = gated(new RegExp(`^(?:${NUMBERED})?[（【〔|｜·/—\\s]{0,3}个人[奖类]?[）】〕|｜·：\\s]{0,2}$`));

/** 【08】周某某, ④ 周某某（女） above 某公司质量总监 or 身份：某公司班长: whom a line names of whom the next says who that is. */
function describedPerson(x: Extraction, head: number): DocEntity | undefined {
  const { kind, start, end } = x.blocks[head]!;
  const next = x.blocks[head + 1];
  if (next === undefined || kind === "table-row" || kind === "title") return undefined;
  if (end - start > LONGEST_TAGGED || next.kind === "table-row" || !saysWho(x, next)) return undefined;
  const from = start + (LEAD.exec(x.norm, start, end)?.[0].length ?? 0);
  const to = end - (NOTE.exec(x.norm, from, end)?.[0].length ?? 0);
  const [named] = x.mentionsIn(from, to);
  if (named?.type === "Person") return named.start === from && named.end === to ? named.entity : undefined;
  const [person, other] = (named === undefined ? personsAt(x, from, to, false) : undefined) ?? [];
  return other === undefined ? person : undefined;
}
/** 周某某（女，满族）, 周某某　个人 */
const NOTE = gated(/\s?(?:（[^（）]{1,10}）|[\s|｜·]个人)$/);

/** Whether a block, 熊某某　新建区, stands below 个人, 二、质量人物 and the like. */
const isOfPersons = ({ norm }: Extraction, { parent, start, end }: Block): boolean =>
  parent !== null && PERSONS_HEAD.test(norm, parent.start, parent.end) && PLACE_BEHIND.test(norm, start, end);
const PERSONS_HEAD = gated(/^[^，。；：]{0,6}(?:个人|人物|工匠|劳模|先进人员)[^，。；：]{0,4}$/);
const PLACE_BEHIND = gated(/[\s|｜·]{1,3}[\u4e00-\u9fa5]{1,6}[区县市旗]$/);

/** Whether one of the next lines names an award. */
function namesAwardBelow(x: Extraction, head: number): boolean {
  for (let i = head + 1; i < Math.min(x.blocks.length, head + 5); i++)
    if (mentionsType(x, x.blocks[i]!.start, x.blocks[i]!.end, "Award")) return true;
  return false;
}
