import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { speakersFirm } from "../names/speakers.js";
import { firstFrom, indexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Clause } from "./clauses.js";
import type { Figure } from "./figures.js";
import { type Cue, cuesIn, type Status, statusOfLead } from "./goals.js";
import type { SectionYears } from "./section-year.js";
import type { Time } from "./times.js";
import type { Topics } from "./topics.js";

/** What a paragraph has said so far that later figures build on. */
export interface Said {
  topic: DocEntity | undefined;
  /** Whom the sentence named first: where that is the whole or what the document is about, the next goes on about it. */
  first: DocEntity | undefined;
  /** Where the topic is only the place of a trade: whom the paragraph spoke of before. */
  trade: { before: DocEntity | undefined } | undefined;
  /** Whom the sentence spoke of before 其中 told of parts. */
  whole: { of: DocEntity | undefined } | undefined;
  /** Whether the text has come to speak of something that no name stands for: 该项目, 该基地. */
  nobody: boolean;
  /** Where the clause begins that named it. */
  namedAt: number;
  /** Where the words for the topic end in its clause. */
  until: number;
  /** The last amount's name, for 同比增长, 占比, 数量居…第2位 and 其中. */
  level: string;
  /** The last amount's name proper, shares left out: what 总数居全省第三 ranks. */
  amount: string;
  /** Where the sentence's last amount ends: an evaluation named before it is not what a place after it is in. */
  end: number;
  /** What the sentence has measured so far, for 分别增长8%和9%. */
  recent: string[];
  /** Where the sentence begins that measured it. */
  recentAt: number;
  /** The last ranking's name, for 较上年前移2位. */
  rank: string;
  /** The head that an enumeration's later items share: 新增, 主导或参与制修订. */
  head: string;
}

/** What the paragraph before a list says for its items (到2026年，实现以下目标：) */
export interface Lead {
  topic: DocEntity | undefined;
  period: string | undefined;
  status: Status | undefined;
}

/** How far back a word can still say something of a figure. */
const MEMORY = 400;
/** What makes a year the date of a result rather than of a happening. */
const EVALUATED = gated(/评价|考核|考评|评估|评选|监测|排名|榜|名单|中$/);
const SOON = gated(/下一步|下步|今后|接下来/);
/** What makes a year that of what follows, right after it. */
const PART_OF_YEAR = gated(/^\s{0,20}(?:[底末初度内间中]|期间|全年|年度)?\s{0,20}$/);
const AIMED = gated(/^的?(?:目标|计划|任务|打算)/);

/** A paragraph while its figures are read, from left to right. */
export class Paragraph {
  readonly said: Said;
  readonly times: Time[];
  private readonly cues: Cue[];
  private section: { year: string | undefined } | undefined = undefined;
  private opening: { status: Status | undefined } | undefined = undefined;
  private soon = false;
  private soonAt = -1;
  /** How many cues and times stand before the place that was asked about last: the next is near it. */
  private cuesBefore = 0;
  private timesBefore = 0;
  /** Where the sentence of the clause that is being read begins. */
  sentence: number;

  constructor(
    readonly x: Extraction,
    readonly topics: Topics,
    readonly block: Block,
    readonly clauses: readonly Clause[],
    readonly figures: readonly Figure[],
    readonly lead: Lead | undefined,
    /** A time on a line of its own before this one. */
    readonly earlier: Time | undefined,
    /** The question that the paragraph answers, "" where none is asked. */
    readonly asked: string,
    /** The document's year, or what it likely is. */
    readonly year: number | undefined,
    /** Where that is unknown: the latest year of which something has happened. */
    private readonly latest: number | undefined,
    private readonly sections: SectionYears,
    /** All times that the block gives. */
    given: readonly Time[],
  ) {
    this.said = {
      topic: this.own,
      first: undefined,
      trade: undefined,
      whole: undefined,
      nobody: false,
      namedAt: -1,
      until: -1,
      level: "",
      amount: "",
      end: 0,
      recent: [],
      recentAt: -1,
      rank: "",
      head: "",
    };
    this.times = [];
    const label = yearLabel(x.norm, block);
    if (label !== undefined) this.times.push(label);
    for (const time of given)
      if (!COMPARED.has(unitBefore(x.norm, time.start)) && (!time.plain || this.dates(time)))
        this.times.push(time);
    this.cues = cuesIn(x.norm, block.start, block.end);
    this.sentence = block.start;
  }

  /** Whom the line before a list or the speaker makes the paragraph's own. */
  get own(): DocEntity | undefined {
    return this.lead?.topic ?? speakersFirm(this.x, this.block)?.entity ?? this.profiled;
  }

  /** Whose profile the paragraph is part of. */
  get profiled(): DocEntity | undefined {
    return this.x.about.profileOf(this.block);
  }

  /** The year of the part of the document that the paragraph stands in. */
  get sectionYear(): string | undefined {
    this.section ??= { year: this.sections.of(this.block) };
    return this.section.year;
  }

  text(start: number, end: number): string {
    return this.x.norm.slice(start, end);
  }

  /** What the first words of the paragraph say. */
  get statusOfLead(): Status | undefined {
    const { start, end } = this.block;
    this.opening ??= { status: statusOfLead(this.text(start, Math.min(end, start + 24))) };
    return this.opening.status;
  }

  /** Whether the sentences before this one speak of what comes next. */
  get isSoon(): boolean {
    if (this.soonAt !== this.sentence) {
      this.soonAt = this.sentence;
      this.soon = SOON.test(this.x.norm, Math.max(this.block.start, this.sentence - MEMORY), this.sentence);
    }
    return this.soon;
  }

  /** What the sentence says before the offset. */
  told(offset: number): string {
    return this.text(Math.max(this.sentence, offset - MEMORY), offset);
  }

  /** What the sentence's last telling word before the offset says; undefined where it has none. */
  cueBefore(offset: number): Status | undefined {
    const { cues } = this;
    let i = this.cuesBefore;
    while (i < cues.length && cues[i]!.start < offset) i++;
    while (i > 0 && cues[i - 1]!.start >= offset) i--;
    this.cuesBefore = i;
    for (i--; i >= 0 && cues[i]!.start >= this.sentence; i--) {
      const { brief, start, status } = cues[i]!;
      if (indexWithin(this.x.norm, "；", start, offset) < 0) return status;
      // 开工35个，计划完成投资96亿元；其中…: a goal told in passing does not go on.
      if (!brief && !(status === "TARGET" && this.isAside(start, offset))) return status;
    }
    return undefined;
  }

  /** Whether the sentence has told of what is before it comes to a goal, and goes back to it: ；其中. */
  private isAside(goal: number, offset: number): boolean {
    const first = this.figures[firstFrom(this.figures, this.sentence)];
    const parted = this.x.norm.lastIndexOf("；", offset);
    return first !== undefined && first.start < goal && this.x.norm.startsWith("其中", parted + 1);
  }

  /** The last time that the paragraph gives before the offset. */
  timeBefore(offset: number): Time | undefined {
    const { times } = this;
    let i = this.timesBefore;
    while (i < times.length && times[i]!.start < offset) i++;
    while (i > 0 && times[i - 1]!.start >= offset) i--;
    this.timesBefore = i;
    for (i--; i >= 0; i--) {
      const time = times[i]!;
      if ((time.period !== undefined || time.now) && !this.isOfOther(time, offset)) return time;
    }
    return undefined;
  }

  /** 由2020年的91%提高到95%: the year is the first figure's alone. */
  private isOfOther(time: Time, offset: number): boolean {
    if (this.isNoted(time, offset)) return true;
    if (time.until || this.x.norm[time.end] !== "的") return false;
    const figure = this.figures[firstFrom(this.figures, time.end)];
    return figure !== undefined && figure.start <= time.end + 1 && figure.start < offset;
  }

  /** 总数达到30件（2023年底为27件），…增至12个: the year goes for the figure within the brackets. */
  private isNoted(time: Time, offset: number): boolean {
    const { norm } = this.x;
    if (unitBefore(norm, time.start) !== OPEN_BRACKET) return false;
    const close = indexWithin(norm, "）", time.end, Math.min(offset, time.end + 40));
    const figure = this.figures[firstFrom(this.figures, time.end)];
    return close >= 0 && figure !== undefined && figure.start < close;
  }

  /** Whether the time lies before the document's date, so that what was told for it has come about. */
  isOver(time: Time): boolean {
    if (time.year === undefined) return false;
    if (this.year === undefined) return time.year < (this.latest ?? 0);
    if (time.year !== this.year) return time.year < this.year;
    const month = this.x.document.date?.slice(0, 7);
    const last = time.period?.slice(-7);
    // Of a month of the year that the text is of, where nothing says when it was written.
    return last?.length === 7 && (month === undefined || month.length < 7 || last <= month);
  }

  /** Whether the text, which does not say when it was written, tells what has happened in the time's year. */
  isTold(time: Time): boolean {
    return this.latest !== undefined && time.year !== undefined && time.year <= this.latest;
  }

  /** A year alone dates the figures after it unless it dates a happening: 2013年升格为…，现有企业168家. */
  private dates(time: Time): boolean {
    const { norm } = this.x;
    if (HAPPENED.has(unitBefore(norm, time.start))) return false;
    const after = firstFrom(this.clauses, time.start + 1);
    if (after === 0) return true;
    const clause = this.clauses[after - 1]!;
    if (time.year !== undefined && this.year !== undefined && time.year > this.year) return true;
    const figure = this.figures[firstFrom(this.figures, time.end)];
    if (figure !== undefined)
      if (figure.start < clause.end || (clause.mark === "：" && figure.start - clause.end <= 2)) return true;
    const from = time.end;
    const to = Math.min(clause.end, from + MEMORY);
    return PART_OF_YEAR.test(norm, from, to) || EVALUATED.test(norm, from, to) || AIMED.test(norm, from, to);
  }
}

/** 【2023】 or 2023： before what was in that year; with 年 it is read as any other time. */
const YEAR_LABEL = gated(/^[【〔［[(（]?\s?((?:19|20)\d\d)年?\s?(?:[】〕］\])）]|[：:]|\s(?=[^\d\s]))/);

function yearLabel(norm: string, { start, end }: Block): Time | undefined {
  const match = YEAR_LABEL.exec(norm, start, Math.min(end, start + 10));
  if (match === null) return undefined;
  const period = match[1]!;
  const to = start + match[0].length;
  return {
    start,
    end: to,
    period,
    year: Number(period),
    until: false,
    asOf: false,
    plain: false,
    now: false,
  };
}

/** Before a time that something is compared with, or that something happened at. */
const COMPARED = new CharacterSet("较比");
const HAPPENED = new CharacterSet("于自与");

const OPEN_BRACKET = "（".charCodeAt(0);

const unitBefore = (norm: string, at: number): number => (at > 0 ? norm.charCodeAt(at - 1) : 0);
