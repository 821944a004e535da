import { gated } from "../../patterns/gated.js";
import { SIGNS } from "../../patterns/signs.js";
import type { Block } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { winsIn } from "./cards.js";
import type { Win } from "./findings.js";
import { isOfLooks } from "./heading.js";
import { saysWho } from "./line-persons.js";
import { isHead } from "./list-entries.js";
import { personsAt } from "./records.js";
import { isPlaceUnit, unitsIn } from "./units.js";

/** 01　, A-2 | , No.3 , 3号牌　: what counts the cards. */
const COUNT = gated(
  /^(?:第?[A-Za-z]{0,2}[-.]?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号牌?|张|块)?|№\s?\d{1,3}|[◎●■◆▪★])[\s|、.．·：]{1,3}/,
);
/** ④ , 【08】, 3. : the number or sign with which the line of a card begins. */
const NUMBERED = `[①-⑳]\\s?|[【〔[（(]\\d{1,3}[】〕\\]）)]\\s?|\\d{1,3}[、.．]\\s?|[${SIGNS}▶►▪•]\\s?`;
/** Behind the name: a bracket, or what it is in. */
const BEHIND = gated(/^\s?(?:（[^（）]{1,40}）)?(?:[\s·|—/]{1,3}[^，。；：\s]{1,12})?$/);
/** A sentence that tells more than a card's line. */
const TELLS = gated(/[^。]{12,80}，[^。]{4,80}。|[。！？][^。]{24,80}。/);
/** 某公司车间主任，2021年获某奖章，2022年获某奖。: a post, and then nothing but what was won. */
const HONOURS_OF_OFFICER = gated(
  /^[^，。；]{2,40}[，。；](?:(?:先后|曾|又|并|也|再)?(?:于|在)?(?:19|20)\d\d年[^，。；]{0,6}(?:获|被|荣|当选|入选|摘|捧|拿|夺)[^，。；]{3,40}[，。；]){1,6}$/,
);
const LONGEST_LINE = 120;
const LONGEST_HEAD = 60;
const NONE: readonly Win[] = [];

/** A heading that names but one bearer, and the lines below it that name its awards and nobody else. */
interface HeadedCard {
  bearer: DocEntity;
  lines: Map<Block, readonly Win[]>;
}

/**
 * What cards tell whose headings are the bearers' names: ### 01　甲公司 above 某区／某业 and 第二届某奖（2016）. Two and more stand side by
 * side, one of them an organization's, and no heading above them names an award.
 */
export function headedCards(x: Extraction): ReadonlyMap<Block, readonly Win[]> {
  const told = new Map<Block, readonly Win[]>();
  let cards: HeadedCard[] = [];
  const tell = (lines: HeadedCard["lines"]): void => {
    for (const [block, wins] of lines) told.set(block, wins);
  };
  const close = (): void => {
    if (cards.length > 1 && cards.some(({ bearer }) => bearer.type !== "Person"))
      for (const { lines } of cards) tell(lines);
    cards = [];
  };
  const { blocks } = x;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const person = taggedPerson(x, block) ?? describedPerson(x, i);
    if (person !== undefined) {
      const lines = linesBelow(x, i, person);
      if (lines !== undefined) {
        told.set(block, NONE);
        tell(lines);
      }
      continue;
    }
    if (!isCardHead(x, block)) continue;
    const ofPersons = isOfPersons(x, block);
    const bearer =
      block.kind === "title"
        ? undefined
        : bearerOf(x, block, (cards.length > 0 || ofPersons) && namesAwardBelow(x, i));
    const lines = bearer === undefined || isOfAward(x, block) ? undefined : linesBelow(x, i, bearer);
    if (lines === undefined) close();
    else if (ofPersons) tell(lines);
    else cards.push({ bearer: bearer!, lines });
  }
  close();
  return told;
}

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
/** The number or sign with which a line begins, whatever the number: 【#】 of 【08】. */
const markOf = ({ norm }: Extraction, { start, end }: Block): string | undefined =>
  LEAD.exec(norm, start, Math.min(end, start + LONGEST_MARK))?.[0].replace(/\d{1,3}|[①-⑳]/, "#");
const LONGEST_MARK = 6;
const LEAD = gated(new RegExp(`^(?:${NUMBERED})`));
/** 周某某（女，满族）, 周某某　个人 */
const NOTE = gated(/\s?(?:（[^（）]{1,10}）|[\s|｜·]个人)$/);
/** Whether a block is a heading by mark-up or number, not by its looks alone: 某区 / 某业 below a name is none. */
const isCardHead = (x: Extraction, block: Block): boolean =>
  isHead(block) && (!isOfLooks(x, block) || x.norm.lastIndexOf("\n", block.start - 1) + 1 < block.start);

function isOfAward(x: Extraction, { parent }: Block): boolean {
  for (let above = parent; above !== null; above = above.parent)
    if (mentionsType(x, above.start, above.end, "Award")) return true;
  return false;
}

/** Whether a block, 熊某某　新建区, stands below 个人, 二、质量人物 and the like. */
const isOfPersons = ({ norm }: Extraction, { parent, start, end }: Block): boolean =>
  parent !== null && PERSONS_HEAD.test(norm, parent.start, parent.end) && PLACE_BEHIND.test(norm, start, end);
const PERSONS_HEAD = gated(/^[^，。；：]{0,6}(?:个人|人物|工匠|劳模|先进人员)[^，。；：]{0,4}$/);
const PLACE_BEHIND = gated(/[\s|｜·]{1,3}[\u4e00-\u9fa5]{1,6}[区县市旗]$/);

/** Whether one of the next lines names an award. */
const namesAwardBelow = (x: Extraction, head: number): boolean =>
  x.blocks.slice(head + 1, head + 4).some(({ start, end }) => mentionsType(x, start, end, "Award"));

function bearerOf(
  x: Extraction,
  { start, end: to }: Block,
  /** Whether a bare name is a person's: beside a card of another or below 个人, above an award. */
  mayBePerson: boolean,
): DocEntity | undefined {
  if (to - start > LONGEST_HEAD || mentionsType(x, start, to, "Award")) return undefined;
  const from = start + (COUNT.exec(x.norm, start, to)?.[0].length ?? 0);
  // 熊某某　新建区
  const end = to - (mayBePerson ? (PLACE_BEHIND.exec(x.norm, from, to)?.[0].length ?? 0) : 0);
  const [unit, more] = unitsIn(x, from, end);
  if (unit === undefined || unit.start !== from) {
    if (!mayBePerson) return undefined;
    const bracket = x.norm.indexOf("（", from);
    const [person, other] = personsAt(x, from, bracket < 0 || bracket > end ? end : bracket, false) ?? [];
    return other === undefined ? person : undefined;
  }
  return more === undefined && !unit.generic && !isPlaceUnit(unit) && BEHIND.test(x.norm, unit.end, end)
    ? unit.entity
    : undefined;
}

/** The lines below a heading or a person's line up to the next one; undefined where none names an award or one names another winner. */
function linesBelow(x: Extraction, head: number, bearer: DocEntity): HeadedCard["lines"] | undefined {
  const lines: HeadedCard["lines"] = new Map();
  let names = false;
  const mark = markOf(x, x.blocks[head]!);
  for (let i = head + 1; i < x.blocks.length; i++) {
    const block = x.blocks[i]!;
    const { start, end } = block;
    if (
      isCardHead(x, block) ||
      taggedPerson(x, block) !== undefined ||
      describedPerson(x, i) !== undefined ||
      (mark !== undefined && markOf(x, block) === mark) ||
      block.kind === "table-row" ||
      end - start > LONGEST_LINE ||
      (TELLS.test(x.norm, start, end) &&
        !(bearer.type === "Person" && HONOURS_OF_OFFICER.test(x.norm, start, end)))
    )
      break;
    if (!mentionsType(x, start, end, "Award")) {
      // 某公司焊工 below a person's name.
      lines.set(block, NONE);
      continue;
    }
    const first = x.mentionsIn(start, end, ["Award"])[0]!;
    const from = bearer.type === "Person" ? first.start : start;
    if (unitsIn(x, from, end).some((unit) => unit.entity !== bearer && !isPlaceUnit(unit))) return undefined;
    names = true;
    lines.set(block, winsIn(x, block, start, bearer));
  }
  return names ? lines : undefined;
}
