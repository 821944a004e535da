import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Block, Sentence } from "../../types.js";
import { firstFrom, firstMention } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { withAnaphors } from "./anaphors.js";
import { Brackets } from "./brackets.js";
import { Clauses } from "./clauses.js";
import type { Context } from "./context.js";
import { frameAt } from "./frames.js";
import type { Dates, Prize, Word } from "./prize.js";
import { datesIn, prizesIn, wordsIn } from "./prizes.js";
import type { TierName } from "./tiers.js";
import { toldInBracket } from "./told-in-brackets.js";
import { type Group, groupsOf, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import { type EditionWord, editionsCountedOn, lastYearIn, type YearWord } from "./when.js";

/** Words for years that count from another: 同年, 次年, 两年后, 时隔四年, 再往前两年. */
const COUNTS_ON = gated(
  /[同那当这是次翌转隔二]一?年|同[月日]|年之?后|[隔过前推早晚]了?(?:[一两二三四五六七八九十]|\d{1,2})年/,
);
const ROUND_BEFORE = gated(/^(?:上|此?前)一?届$/);
const AGAIN = gated(/^[时相仅]隔[^，。；]{1,3}年[再又重终]/);
const NOTES = gatedAll(/（[^（）]*）/g);

/** 2013年（提名奖）、2019年: a tier of the first of them. */
const OF_ONE_YEAR = gated(/^(?:19|20)\d\d年?（[^（）]{2,4}）(?:[、和与及]|以及)(?:19|20)\d\d/);

/** 是年，…, 【某奖】　同年，…: how an entry begins that goes on with the year of the one above. */
const SAME_YEAR = gated(/^(?:【[^【】]{1,20}】\s{0,4})?(?:是年|同年|当年)(?=[，\d])/);
const OPENED = gated(/^(?:【[^【】]{1,20}】\s{0,4})?((?:19|20)\d\d)年(?!以来|[至到—-])/);
/** How many entries above one may tell its year. */
const FARTHEST = 8;

/** The year that 同年 and 两年后 count from where the sentence gives none before: the last of the sentences just before. */
function yearCountedFrom(x: Extraction, { start, end, block }: Sentence): number | undefined {
  if (!COUNTS_ON.test(x.norm, start, end)) return undefined;
  if (start === block.start && SAME_YEAR.test(x.norm, start, end)) return yearOfEntryAbove(x, block);
  return lastYearIn(x.norm, Math.max(block.start, start - LONGEST_BEFORE), start, x.year);
}
/** How far before a sentence the year is looked for that it counts from. */
const LONGEST_BEFORE = 240;

/** The year with which the nearest entry above begins that tells one. */
function yearOfEntryAbove({ blocks, norm }: Extraction, block: Block): number | undefined {
  const at = firstFrom(blocks, block.start);
  for (let i = at - 1; i >= 0 && at - i <= FARTHEST; i--) {
    const match = OPENED.exec(norm, blocks[i]!.start, blocks[i]!.end);
    if (match !== null) return Number(match[1]);
  }
  return undefined;
}

/** 拿到正奖的不是|甲|，而是乙; 得奖的是乙，而不是|甲|: told not to be the one. */
const isDenied = (norm: string, { start, end }: Unit): boolean =>
  IS_OR_NOT.has(norm.charCodeAt(start - 1)) &&
  (AND_NOT.test(norm, Math.max(0, start - 5), start) ||
    (NOT.test(norm, Math.max(0, start - 3), start) && BUT.test(norm, end, end + 3)));
const IS_OR_NOT = new CharacterSet("是非");
const AND_NOT = gated(/(?:而不是|而非|，并?不是|，并非)$/);
const NOT = gated(/(?:不是|并非)$/);
const BUT = gated(/^，?而是/);

/** One sentence with all that is found in it: who may win, what may be won, the words of winning, the dates. */
export class Scene {
  readonly norm: string;
  readonly words: Word[];
  readonly dates: Dates;
  /** 上一届, 下一届, 再上一届, as the editions that they mean. */
  readonly counted: readonly EditionWord[];
  readonly units: Unit[];
  readonly groups: Group[];
  readonly prizes: Prize[];
  /** The award and tier that were spoken of before. */
  private readonly before: Context["counted"];
  /** Awards in brackets: they belong to the name before. */
  readonly bracketed: Prize[];
  /** Tiers in brackets. */
  readonly notedTiers: Prize[];
  readonly clauses: Clauses;
  private readonly brackets: Brackets;

  constructor(
    readonly x: Extraction,
    readonly sentence: Sentence,
    readonly context: Context,
  ) {
    const { start, end } = sentence;
    this.norm = x.norm;
    this.before = context.counted;
    this.words = wordsIn(x, start, end);
    const { years } = context;
    const before = yearCountedFrom(x, sentence);
    // 同年 below 2021年 on a line of its own is that year, whatever was told before.
    const last =
      before ?? frameAt(x, sentence.block.start) ?? (years.length > 0 ? years[years.length - 1] : undefined);
    this.dates = datesIn(x, start, end, last);
    // 时隔六年再获 below 2017年: since its own win before that year.
    if (before === undefined && last !== undefined && this.dates.years.length === 1) {
      const [{ start: at }] = this.dates.years as [YearWord];
      if (x.norm[at + 1] === "隔" && AGAIN.test(x.norm, at, end)) this.dates.years = [];
    }
    this.counted = editionsCountedOn(
      x.norm,
      Math.max(sentence.block.start, start - LONGEST_BEFORE),
      start,
      end,
    );
    // 上一届 is read by those who ask for the round before.
    for (const edition of this.counted)
      if (!ROUND_BEFORE.test(x.norm, edition.start, edition.end)) this.dates.editions.push(edition);
    if (this.counted.length > 0) this.dates.editions.sort((a, b) => a.start - b.start);
    this.brackets = new Brackets(x.norm, start, end);
    this.clauses = new Clauses(x.norm, start, end, this.brackets);
    this.units = withAnaphors(x, sentence, unitsIn(x, start, end), context.salience).filter(
      (unit) => !isDenied(x.norm, unit),
    );
    this.groups = groupsOf(x.norm, this.units);
    const prizes = prizesIn(x, start, end, this.dates, this.words);
    this.prizes = [];
    this.bracketed = [];
    this.notedTiers = [];
    for (const prize of prizes)
      if (prize.kind === "tier" && prize.years.length === 1 && OF_ONE_YEAR.test(x.norm, prize.start, end))
        this.notedTiers.push(prize);
      else if (!this.inBrackets(prize.start)) this.prizes.push(prize);
      else if (prize.kind === "award") this.bracketed.push(prize);
      else if (prize.kind === "tier") this.notedTiers.push(prize);
    // 某公司（焊工李某2019年获评某某工匠）获某奖: the year is of what the bracket tells.
    for (const prize of this.bracketed) {
      const told = toldInBracket(x, prize, start);
      if (told !== undefined)
        this.dates.years = this.dates.years.filter(
          (year) => year.start < told.start || year.start >= told.end,
        );
    }
  }

  /** The tier of an award that the sentence before has counted, where this one names no prize before an offset. */
  tierCounted(award: DocEntity, at: number): TierName | undefined {
    if (this.before?.award !== award) return undefined;
    return this.prizes.some(({ kind, end }) => end <= at && (kind === "award" || kind === "tier"))
      ? undefined
      : this.before.tier;
  }

  /** Whether an offset stands in brackets that open within the sentence. */
  inBrackets(offset: number): boolean {
    return this.brackets.hold(offset);
  }

  slice(from: number, to: number): string {
    return this.norm.slice(from, to);
  }

  /** The text without names and what stands in brackets. */
  plain(from: number, to: number): string {
    if (from >= to) return "";
    const { norm } = this;
    const { mentions } = this.x;
    let text = "";
    let at = from;
    for (let i = firstMention(mentions, from); i < mentions.length; i++) {
      const { start, end, generic } = mentions[i]!;
      if (start >= to) break;
      if (generic || end > to) continue;
      if (start > at) text += norm.slice(at, start);
      at = end;
    }
    const rest = norm.slice(at, to);
    return NOTES.replace(text === "" ? rest : text + rest, "");
  }

  /** The first group after an offset that names somebody: not 全市, of which only something is counted. */
  groupAfter(from: number): Group | undefined {
    for (const group of this.groups) {
      if (group.start < from) continue;
      const unit = group.units[0]!;
      if (!(group.units.length === 1 && unit.generic && isPlaceUnit(unit))) return group;
    }
    return undefined;
  }

  /** The last group that ends by an offset. */
  groupBefore(by: number): Group | undefined {
    const { groups } = this;
    for (let i = groups.length - 1; i >= 0; i--) if (groups[i]!.end <= by) return groups[i];
    return undefined;
  }

  groupsBetween(from: number, to: number): Group[] {
    const between: Group[] = [];
    for (const group of this.groups) if (group.start >= from && group.start < to) between.push(group);
    return between;
  }

  /** The first word of winning after an offset. */
  wordAfter(from: number): Word | undefined {
    for (const word of this.words) if (word.start >= from) return word;
    return undefined;
  }

  /** Whether a date in [start, end) belongs to another prize than the one asked for. */
  isOfOther(prize: Prize, start: number, end: number): boolean {
    for (const other of this.prizes)
      if (other !== prize && start >= other.start && end <= other.end) return true;
    return false;
  }
}
