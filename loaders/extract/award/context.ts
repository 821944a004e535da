import { gated } from "../../patterns/gated.js";
import type { Block, Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { awardIn } from "./asked.js";
import { askedOfCount } from "./counted-question.js";
import type { Expected } from "./expected.js";
import { awardOfRank } from "./rank-names.js";
import { Salience } from "./salience.js";
import { hasTiers, type TierName } from "./tiers.js";
import { yearOfBlock } from "./year-above.js";

/** 得过哪些奖？, 拿过什么荣誉？ */
const ASKS =
  /(?:哪些|哪几|什么|多少|几[个项块座])[^。？]{0,8}(?:奖|荣誉|称号)[^。？]{0,6}？$|[得拿获捧][过了回到][^。？]{0,6}(?:奖|荣誉)[^。？]{0,6}？$|(?:荣誉|奖项|获奖)[^。？]{0,4}(?:方面|情况|这块)?[^。？]{0,3}呢？$/;

/** 甲曾获第五届某奖: of another time than what is told now. */
const TOLD_BEFORE = gated(/曾(?=[经于在获被两多先\d])|此前|早在|[去前]年(?=[获荣摘捧拿夺得])|上一?届/);

interface Spoken {
  award: DocEntity;
  edition: number | undefined;
  years: readonly number[];
  /** The tier that it was told with, where nobody has won that yet. */
  tier: TierName | undefined;
  sentence: Sentence;
  /** Whether the sentence only tells of it, and not that somebody has won it. */
  announced: boolean;
  /** Whether the sentence tells of another time: 甲曾获第五届某奖. */
  past: boolean;
  /** Which block of the document it was in, counted as they are read. */
  block: number;
}

/** How many paragraphs may stand between a result and what is told of it behind wins that were looked back at. */
const MOST_BETWEEN = 8;

/** Whether what is told next is of another time, or of another award and an earlier year, than the result before. */
function looksBack(before: Spoken, next: Spoken): boolean {
  if (next.past) return !before.past && (before.edition !== undefined || before.years.length > 0);
  const [year] = next.years;
  if (year === undefined || before.award === next.award) return false;
  if (before.edition === undefined || !hasTiers(before.award.name)) return false;
  const [earliest] = before.years;
  return earliest === undefined || year < earliest;
}

/** One time that an award was given. */
interface Round {
  edition: number | undefined;
  year: number | undefined;
  /** 2022年度: whether the year is the award's rather than that of its result. */
  annual: boolean;
  block: number;
}

const NO_YEARS: readonly number[] = [];

/** What a reader keeps in mind from sentence to sentence: the award spoken of, and whom the text is about. */
export class Context {
  readonly salience = new Salience();
  private spoken: Spoken | undefined = undefined;
  /** The sentence whose wins are of a year that the one before gave. */
  private announcedTo: { award: DocEntity; sentence: Sentence; years: readonly number[] } | undefined =
    undefined;
  private block = 0;
  private headed: { of: Block; year: number | undefined } | undefined = undefined;

  /** The edition last given for each award. */
  private readonly editions = new Map<DocEntity, { edition: number; block: number }>();
  /** The round of each award whose result was last announced: told as such, not as somebody's win. */
  private readonly rounds = new Map<DocEntity, Round>();

  /** The award in 奖 last told to have been won in each year. */
  private readonly byYear = new Map<number, DocEntity>();

  /** 同在2014年领奖的: the award that was told with that year. */
  awardOfYear(year: number): DocEntity | undefined {
    return this.byYear.get(year);
  }

  /** The award in 奖 last spoken of. */
  private lastPrize: { award: DocEntity; block: number } | undefined = undefined;
  /** The last tier told of any award. */
  lastTier: TierName | undefined = undefined;
  /** The tier of the win told last. */
  tierWon: TierName | undefined = undefined;
  /** The one year of all that the document's lists tell. */
  listYear: number | undefined = undefined;
  /** The years that headings of lists give for awards. */
  private headings: ReadonlyMap<DocEntity, readonly number[]> = new Map();
  /** A result whose winners may be named next. */
  private expected: Expected | undefined = undefined;

  /** The award that the document is about: its title names it, or most of its prizes are that one. */
  constructor(
    readonly main: DocEntity | undefined,
    /** Whether the title names it. */
    private readonly titled: boolean,
  ) {}

  /** Tells what the document's lists say. */
  tellsLists(
    wins: readonly { year?: number | undefined }[],
    headed: ReadonlyMap<DocEntity, readonly number[]>,
  ): void {
    const years = new Set(wins.map(({ year }) => year));
    if (years.size === 1) [this.listYear] = years;
    this.headings = headed;
  }

  /** The year that the heading of its list gives the award spoken of. */
  yearOfHeading(): number | undefined {
    const award = this.prizeNear(3);
    const years = award === undefined ? undefined : this.headings.get(award);
    return years?.length === 1 ? years[0] : undefined;
  }

  /** The year of each round of each award that is told with one: 2018年，全市评出第四届某奖. */
  private readonly yearsOfRounds = new Map<DocEntity, Map<number, number>>();

  yearOfRound(award: DocEntity, edition: number): number | undefined {
    return this.yearsOfRounds.get(award)?.get(edition);
  }

  /** Says when a round was. */
  tellsRound(award: DocEntity, edition: number, year: number): void {
    const known = this.yearsOfRounds.get(award) ?? new Map<number, number>();
    this.yearsOfRounds.set(award, known.set(edition, year));
  }

  editionOf(award: DocEntity): number | undefined {
    return this.editions.get(award)?.edition;
  }

  /** Says that a result was announced. */
  announces(award: DocEntity, edition: number | undefined, year: number | undefined, annual: boolean): void {
    const told = this.rounds.get(award);
    // 2022年度某奖评选启动，… 第六届某奖揭晓: what is not told again stays.
    this.rounds.set(award, {
      edition: edition ?? told?.edition,
      year: year ?? (edition === undefined || edition === told?.edition ? told?.year : undefined),
      annual: year === undefined ? (told?.annual ?? false) : annual,
      block: this.block,
    });
  }

  /** The round of an award that was last announced. */
  roundOf(award: DocEntity | undefined): Round | undefined {
    return award === undefined ? undefined : this.rounds.get(award);
  }

  /** The year of a round announced as such (2022年度某奖揭晓) in this block or the one before. */
  annualYearNear(award: DocEntity): readonly number[] {
    const round = this.rounds.get(award);
    return round?.year !== undefined && round.annual && this.block - round.block <= 1
      ? [round.year]
      : NO_YEARS;
  }

  /** The edition that this block or the one before gave for an award. */
  editionNear(award: DocEntity): number | undefined {
    const told = this.editions.get(award);
    return told !== undefined && this.block - told.block <= 1 ? told.edition : undefined;
  }

  /** The one year of an award's result that the sentence before, in the same block, told of and that nobody has won there. */
  justAnnounced(award: DocEntity, sentence: Sentence): readonly number[] {
    const { spoken, announcedTo } = this;
    if (announcedTo?.award === award && announcedTo.sentence === sentence) return announcedTo.years;
    if (
      spoken?.award !== award ||
      spoken.announced !== true ||
      spoken.years.length !== 1 ||
      spoken.sentence.block !== sentence.block ||
      spoken.sentence.index !== sentence.index - 1
    )
      return NO_YEARS;
    this.announcedTo = { award, sentence, years: spoken.years };
    return spoken.years;
  }

  /** Says that the winners of a prize may be named next. */
  expects(told: Omit<Expected, "block" | "waits">): void {
    const { award, tier, edition, years, sentence } = told;
    this.expected = { award, tier, edition, years, sentence, block: this.block, waits: false };
  }

  /** Says that a sentence between has named nobody: the winners may be named in the next, once. */
  expectsStill({ award, tier, edition, years, sentence, block, waits }: Expected): void {
    if (!waits) this.expected = { award, tier, edition, years, sentence, block, waits: true };
  }

  /** What the sentence before has left to be named. */
  takeExpected(): Expected | undefined {
    const { expected } = this;
    this.expected = undefined;
    return expected !== undefined && this.block - expected.block <= 1 ? expected : undefined;
  }

  get isExpecting(): boolean {
    return this.expected !== undefined;
  }

  /** The tier told in the same sentence with an award that nobody has won there. */
  tierAnnounced(sentence: Sentence): TierName | undefined {
    return this.spoken?.sentence === sentence ? this.spoken.tier : undefined;
  }

  /** The award last spoken of and its tier, in this block or the one before, where nobody was said to have won it: 某奖提名奖有3个. */
  get counted(): { award: DocEntity; tier: TierName | undefined } | undefined {
    const { spoken } = this;
    return spoken?.announced === true && this.block - spoken.block <= 1 ? spoken : undefined;
  }

  get award(): DocEntity | undefined {
    return this.spoken?.award;
  }

  get years(): readonly number[] {
    return this.spoken?.years ?? NO_YEARS;
  }

  /** The award spoken of, if that was no more than so many blocks ago. */
  awardNear(blocks: number): DocEntity | undefined {
    return this.spoken !== undefined && this.block - this.spoken.block <= blocks
      ? this.spoken.award
      : undefined;
  }

  /** The same for a tier or 该奖: the last award in 奖, which alone has tiers, if there is one. */
  prizeNear(blocks: number): DocEntity | undefined {
    if (this.spoken === undefined || hasTiers(this.spoken.award.name) || this.lastPrize === undefined)
      return this.awardNear(blocks);
    return this.block - this.lastPrize.block <= blocks ? this.lastPrize.award : this.awardNear(blocks);
  }

  /** What 获奖 and 登榜 mean: the award spoken of in the same block, else the one that the title names. */
  wonNear(): DocEntity | undefined {
    if (this.titled && this.spoken?.block !== this.block) return this.main;
    return this.awardNear(1);
  }

  /** The same where an edition is told (2019年第八届，得了提名奖): an award that has editions, or the one the document is about. */
  editionedNear(blocks: number, sentence: Sentence | undefined): DocEntity | undefined {
    const near = this.prizeNear(blocks);
    if (near === undefined || this.main === undefined) return near ?? this.main;
    // 2015年拿过甲奖提名奖，2020年第八届才把正奖拿回来: of the award that the sentence has just told of.
    if (sentence !== undefined && this.spoken?.sentence === sentence && this.spoken.award === near)
      return near;
    if (this.spoken?.block === this.block)
      return this.editions.has(near) || !this.editions.has(this.main) ? near : this.main;
    return this.editions.has(near) && !this.titled ? near : this.main;
  }

  /** The block of a question for honours (得过哪些奖？). */
  private askedAt: number | undefined = undefined;

  /** Whether this block answers a question for honours. */
  get isAnswer(): boolean {
    return this.askedAt !== undefined && this.block - this.askedAt === 1;
  }

  /** 公司得过哪些奖？: what the answer lists has been won. 这2个提名奖怎么来的？: of which prize it is. */
  hearsOpenQuestion(x: Extraction, sentence: Sentence): void {
    const { block } = sentence;
    const counted = askedOfCount(x, block);
    if (counted !== undefined) {
      const { award, tier } = counted;
      this.speaksOf(award, undefined, [], sentence, tier);
      this.expects({ award, tier, edition: undefined, years: [], sentence });
    }
    const asks = ASKS.test(x.norm.slice(Math.max(block.start, block.end - 60), block.end));
    this.askedAt = asks ? this.block : undefined;
  }

  /** 记者：市长质量奖办了几届？: what is asked is what the answer is about. Questions have no mentions. */
  hearsQuestion(x: Extraction, sentence: Sentence): void {
    const text = x.norm.slice(sentence.block.start, sentence.block.end);
    if (!/[？?]/.test(text)) return;
    const asked = awardIn(x, text) ?? awardOfRank(x, text);
    if (asked !== undefined) this.speaksOf(asked, undefined, [], sentence);
  }

  /** Tells that the next block begins; an earlier win that the last one has looked back at is no longer spoken of. */
  entersBlock(): void {
    this.block++;
    if (this.spoken?.past === true && this.current !== undefined) this.resume(this.current);
  }

  /** Whether the sentence that is read tells of another time than the text does. */
  private past = false;

  /** Tells that the next sentence is read. */
  entersSentence({ norm }: Extraction, { start, end }: Sentence): void {
    this.past = TOLD_BEFORE.test(norm, start, end);
  }

  /** 2018年 on a line of its own above: the year of what stands below. */
  yearAbove(x: Extraction, block: Block): number | undefined {
    if (this.headed?.of !== block) {
      this.headed = { of: block, year: yearOfBlock(x, block) };
    }
    return this.headed.year;
  }

  speaksOf(
    award: DocEntity,
    edition: number | undefined,
    years: readonly number[],
    sentence: Sentence,
    tier?: TierName,
  ): void {
    if (edition !== undefined && !(this.past && this.rounds.has(award)))
      this.editions.set(award, { edition, block: this.block });
    if (hasTiers(award.name)) this.lastPrize = { award, block: this.block };
    const same = this.spoken?.award === award && this.spoken.sentence.block === sentence.block;
    // 在第六届质量奖评选中，…获质量奖: the second mention adds nothing.
    if (same && edition === undefined && years.length === 0 && this.spoken!.sentence === sentence) return;
    this.now({
      award,
      edition,
      years: [...years],
      tier,
      sentence,
      announced: true,
      past: this.past,
      block: this.block,
    });
  }

  /** What was spoken of before an earlier win of another award was looked back at. */
  private current: Spoken | undefined = undefined;

  /** What is spoken of from now on; 而在2020年，它还得过乙奖 looks back from the result that the text tells. */
  private now(next: Spoken): void {
    const { spoken } = this;
    if (this.current?.award === next.award && !next.past) this.current = undefined;
    else if (this.current === undefined && spoken !== undefined && looksBack(spoken, next))
      this.current = spoken;
    else if (this.current !== undefined && !looksBack(this.current, next)) this.current = undefined;
    this.spoken = next;
  }

  /**
   * 与甲同获金奖的，是乙 below a win of another award that was looked back at: an undated tier in a later paragraph is of the result
   * that the text tells.
   */
  comesBack(sentence: Sentence): void {
    const { current, spoken } = this;
    if (current === undefined || spoken?.sentence.block === sentence.block) return;
    if (this.block - current.block > MOST_BETWEEN) return;
    this.resume(current);
  }

  private resume(current: Spoken): void {
    this.spoken = { ...current, block: this.block - 1 };
    this.lastPrize = { award: current.award, block: this.block - 1 };
    this.current = undefined;
  }

  /** Who was told in the same block to have won each award. */
  private readonly winners = new Map<DocEntity, { block: Block; all: DocEntity[] }>();

  /** Those told in the block, in turn, to have won any of the awards. */
  winnersBefore(series: readonly { award: DocEntity | undefined }[], block: Block): readonly DocEntity[] {
    for (const { award } of series) {
      const before = award === undefined ? undefined : this.winners.get(award);
      if (before?.block === block) return before.all;
    }
    return [];
  }

  private readonly bearers = new Set<DocEntity>();

  /** Whether somebody was told to have won anything. */
  hasWon(winner: DocEntity): boolean {
    return this.bearers.has(winner);
  }

  /** A win adds the year that its clause gives. */
  won(
    winner: DocEntity,
    award: DocEntity,
    edition: number | undefined,
    year: number | undefined,
    tier: TierName | undefined,
    sentence: Sentence,
  ): void {
    this.tierWon = tier;
    this.bearers.add(winner);
    const before = this.winners.get(award);
    if (before?.block === sentence.block) before.all.push(winner);
    else this.winners.set(award, { block: sentence.block, all: [winner] });
    if (year !== undefined && award.name.endsWith("奖")) this.byYear.set(year, award);
    if (hasTiers(award.name)) this.lastPrize = { award, block: this.block };
    this.now({
      award,
      edition,
      years: year === undefined ? NO_YEARS : [year],
      tier: undefined,
      sentence,
      announced: false,
      past: this.past,
      block: this.block,
    });
  }

  /** Edition and years of the same award as the sentence itself has just given them. */
  sameSentence(
    award: DocEntity,
    sentence: Sentence,
  ): { edition: number | undefined; years: readonly number[] } {
    if (this.spoken?.award !== award || this.spoken.sentence !== sentence)
      return { edition: undefined, years: NO_YEARS };
    return { edition: this.spoken.edition, years: this.spoken.years };
  }

  /** 同登第四届提名奖名单: the one award of this block or the one before that was told with an edition. */
  awardOfEdition(edition: number): DocEntity | undefined {
    let found: DocEntity | undefined;
    for (const [award, told] of this.editions)
      if (told.edition === edition && this.block - told.block <= 1) {
        if (found !== undefined) return undefined;
        found = award;
      }
    return found;
  }

  /** What goes for a tier or 该奖: the edition and years last told. */
  spokenOf(): { edition: number | undefined; years: readonly number[] } {
    const { spoken } = this;
    // 2021年拿了提名奖 in the block before, of the award whose round the title tells: what follows is of that round.
    if (
      this.titled &&
      spoken !== undefined &&
      !spoken.announced &&
      spoken.award === this.main &&
      spoken.edition === undefined &&
      spoken.block < this.block &&
      this.editions.has(spoken.award)
    )
      return { edition: this.editionOf(spoken.award), years: NO_YEARS };
    return { edition: this.spoken?.edition, years: this.spoken?.years ?? NO_YEARS };
  }
}
