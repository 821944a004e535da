import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { firstMention, indexWithin } from "../spans.js";
import type { DocEntity, Extraction, ObservationFinding } from "../types.js";
import { type Clause, clausesOf, Hint } from "./clauses.js";
import { periodOf, statusOf } from "./dating.js";
import { isNone } from "./exclusions.js";
import { type Figure, figuresIn } from "./figures.js";
import { cuesIn, statusOfLead } from "./goals.js";
import { namesOf } from "./naming.js";
import { isBlank } from "./numerals.js";
import { type Lead, Paragraph } from "./paragraph.js";
import { type Part, partOf } from "./part.js";
import { PLACES, SUBJECTS } from "./roles.js";
import { SectionYears } from "./section-year.js";
import { itemSubject, subjectOf } from "./subject.js";
import { latestEvent, likelyYear, type Time, timesIn } from "./times.js";
import { assigned } from "./together.js";
import type { Named, Topics } from "./topics.js";

const SPOKEN: readonly Block["kind"][] = ["paragraph", "list-item", "roll-line", "caption"];
const LABELS: readonly EntityType[] = [
  "Platform",
  "Institution",
  "Company",
  "Zone",
  "County",
  "City",
  "Initiative",
  "StandardsBody",
];
/** 另有 and 某产业链上 leave whom the paragraph spoke of for whom the document is about. */
const OTHERS = gated(/^(?:另有|此外|另外|至此|(?:全|该)?(?:集群|行业|产业)(?:企业|共|现|内|累计|营|规))/);
const CHAIN = gated(
  /^(?:[^，、的由与和在为]{2,12}(?:产业链|产业集群)(?:以|上|中|共|已|现|集聚|聚集|实现|产值|规模)|该?链上?)/,
);
const LEVEL = gated(/^(?:按照?)?([市区县])里/);
/** What has no name of its own, at the head of a clause: 该项目, 该基地. */
const UNNAMED = gated(
  /^[\s，、]{0,40}(?:该|此)(?:项目|基地|中心|平台|工程|活动|展会|产业园|大会|课题|产品|生产线|技术)/,
);
/** How a block ends: as a question, before a list, as a sentence. */
const ASKS = gated(/？”?\s*$/);
const OPENS_LIST = gated(/[：:]\s{0,4}$|如下。?\s{0,4}$/);
const SENTENCE_ENDS = new CharacterSet("。！？”");
/** A numbered line is an item of a list even where it is no list item to a reader. */
const ITEM = gated(/^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[—-]{1,2})/);
const AMONG_THEM = gated(/其中/);
/** What may stand around the name of a label: numbers, bullets and brackets. */
const AROUND_LABEL = gated(/^[\s\d.．、*▶•·—–（）()“”【】①-⑳-]*$/);
/** A sentence rather than the name of what is measured. */
const LONGEST = 60;

/** Observations of running text. */
export function proseFigures(x: Extraction, topics: Topics): void {
  const reader = new ProseReader(x, topics);
  for (const block of x.blocks) reader.read(block);
}

/** Reads the paragraphs in order and keeps what one says for the next: the line before a list, a time on its own line. */
class ProseReader {
  private readonly year: number | undefined;
  private readonly latest: number | undefined;
  private opening: Block | undefined = undefined;
  private lead: Lead | undefined = undefined;
  private asked: Block | undefined = undefined;
  private readonly sections: SectionYears;
  private dated: { under: Block | null; time: Time } | undefined = undefined;

  constructor(
    private readonly x: Extraction,
    private readonly topics: Topics,
  ) {
    this.sections = new SectionYears(x);
    this.year = x.year ?? likelyYear(x.norm) ?? numberOf(this.sections.annual);
    this.latest = this.year === undefined ? latestEvent(x.norm) : undefined;
  }

  read(block: Block): void {
    const { x } = this;
    const { asked } = this;
    this.asked = ASKS.test(x.norm, Math.max(0, block.end - 3), block.end) ? block : undefined;
    if (!SPOKEN.includes(block.kind)) {
      // 截至2023年10月底： on a line of its own looks like a heading.
      this.opening = block.kind === "heading" && this.opensList(block) ? block : undefined;
      this.lead = undefined;
      this.dated = undefined;
      return;
    }
    const figures = figuresIn(x.norm, block.start, block.end);
    const clauses = figures.length > 0 ? clausesOf(x.norm, block.start, block.end) : NO_CLAUSES;
    if (figures.length > 0) dropNamed(x, block, figures, clauses);
    const isItem = ITEM.test(x.norm, block.start, Math.min(x.norm.length, block.start + 6));
    if (block.kind !== "list-item" && block.kind !== "caption" && !isItem && !this.isListed(block)) {
      this.opening = this.opensList(block) ? block : undefined;
      this.lead = undefined;
    }
    const times = figures.length > 0 ? timesIn(x.norm, block.start, block.end, this.year) : undefined;
    if (times !== undefined) {
      const earlier = this.dated?.under === block.parent ? this.dated.time : undefined;
      const time = asked && timesIn(x.norm, asked.start, asked.end, this.year).at(-1);
      readParagraph(
        new Paragraph(
          x,
          this.topics,
          block,
          clauses,
          figures,
          this.leadOf(block),
          earlier ?? time,
          asked === undefined ? "" : x.norm.slice(asked.start, asked.end),
          this.year,
          this.latest,
          this.sections,
          times,
        ),
      );
    }
    this.remember(block, times);
  }

  private opensList({ start, end }: Block): boolean {
    return OPENS_LIST.test(this.x.norm, Math.max(start, end - 4), end);
  }

  /** Whether a line is one of a list without marks, below what opens it: 有效发明专利 1284件. */
  private isListed(block: Block): boolean {
    const { norm } = this.x;
    return (
      this.opening !== undefined &&
      block.end - block.start <= LONGEST &&
      !endsSentence(norm, block.end) &&
      !this.opensList(block)
    );
  }

  private leadOf(block: Block): Lead | undefined {
    const { opening, x } = this;
    if (opening === undefined || opening === block || this.lead !== undefined) return this.lead;
    const time = timesIn(x.norm, opening.start, opening.end, this.year).at(-1);
    let topic: DocEntity | undefined;
    for (const clause of clausesOf(x.norm, opening.start, opening.end))
      topic = this.topics.named(clause, clause.end)?.entity ?? topic;
    const status = time?.until
      ? "TARGET"
      : (cuesIn(x.norm, opening.start, opening.end).at(-1)?.status ??
        statusOfLead(x.norm.slice(opening.start, opening.end)));
    this.lead = { topic, period: time?.period, status };
    return this.lead;
  }

  /** A line that is no sentence may date the lines after it: 截至2019年底. */
  private remember(block: Block, times?: readonly Time[]): void {
    const { norm } = this.x;
    if (block.kind === "caption") return;
    if (endsSentence(norm, block.end)) {
      this.dated = undefined;
      return;
    }
    const time = (times ?? timesIn(norm, block.start, block.end, this.year)).find(
      (t) => t.period !== undefined && !t.plain && !t.until,
    );
    if (time !== undefined) this.dated = { under: block.parent, time };
  }
}

/** The year of a period. */
const numberOf = (period: string | undefined): number | undefined =>
  period === undefined ? undefined : Number(period.slice(0, 4));

/** Whether a sentence ends before the offset, one blank after it or not. */
function endsSentence(norm: string, end: number): boolean {
  if (end === 0) return false;
  const last = norm.charCodeAt(end - 1);
  if (!isBlank(last)) return SENTENCE_ENDS.has(last);
  return end > 1 && SENTENCE_ENDS.has(norm.charCodeAt(end - 2));
}

const NONE: readonly Figure[] = [];
const NO_CLAUSES: readonly Clause[] = [];

function readParagraph(p: Paragraph): void {
  const { said, topics } = p;
  const { norm } = p.x;
  let next = 0;
  let fresh = true;
  const label = labelled(p);
  if (label !== undefined) said.topic = label;
  const profiled = label ?? p.profiled;
  const told = profiled ?? p.own;
  // Wherever a firm is, it is what its text goes on about.
  const sited = told !== undefined && !PLACES.includes(told.type);
  for (const clause of p.clauses) {
    const firstOwn = next;
    while (next < p.figures.length && p.figures[next]!.start < clause.end) next++;
    const own = next === firstOwn ? NONE : p.figures.slice(firstOwn, next);
    const before = said.topic;
    const { start, hints } = clause;
    const headEnd = Math.min(clause.end, start + 24);
    if (fresh && said.topic?.type === "Company" && topics.ofPlace && topics.isOfAward(clause))
      said.topic = p.own;
    if (
      (fresh && OTHERS.test(norm, start, headEnd)) ||
      ((hints & Hint.chain) !== 0 && CHAIN.test(norm, start, headEnd))
    )
      said.topic = p.lead?.topic;
    const level = LEVEL.exec(norm, start, headEnd)?.[1];
    if (level !== undefined) said.topic = topics.level(level, clause.start) ?? said.topic;
    // 离县城40公里的某镇: the figure tells of the subject.
    let until = clause.end;
    for (const figure of own)
      if (!tells(p, figure)) {
        until = figure.start;
        break;
      }
    const found = topics.named(clause, until, said.topic);
    // 某中心：某所承建，出具报告3万份: whom an item is about stays its topic.
    const named =
      found !== undefined &&
      ((own.length === 0 && (label !== undefined || (!fresh && isAside(p, clause, found)))) ||
        (sited && isWhere(p, clause, found)))
        ? undefined
        : found;
    // 南康家具集群…；稀土集群…: another trade is not that place's.
    const { trade } = said;
    if (
      trade !== undefined &&
      named === undefined &&
      fresh &&
      topics.tradeAt(clause, clause.end) !== undefined
    ) {
      said.topic = trade.before;
      said.trade = undefined;
    }
    if (named === undefined || named.local)
      said.nobody ||= (hints & Hint.pointing) !== 0 && UNNAMED.test(norm, start, headEnd);
    else said.nobody = false;
    if (named !== undefined && (!named.local || fresh || before === undefined)) {
      said.topic = named.entity;
      said.until = named.end;
      said.namedAt = start;
      said.trade = named.passing ? { before } : undefined;
      said.first ??= named.entity;
      fresh = false;
    }
    if (own.length > 0) {
      readClause(p, clause, own);
      // 其中甲区11家: the part has its figure, the whole goes on.
      if (AMONG_THEM.test(norm, start, own[0]!.start)) {
        said.topic = before;
        said.whole ??= { of: before };
      }
    }
    if (clause.mark === "；") fresh = true;
    if (clause.mark === "。" || clause.mark === "！" || clause.mark === "？") {
      fresh = true;
      p.sentence = clause.end + 1;
      if (said.first !== undefined && topics.isWhole(said.first, said.topic)) said.topic = said.first;
      // 其中甲区11家，乙区9家。…: the next sentence is of the whole.
      if (said.whole !== undefined && said.topic !== undefined && PLACES.includes(said.topic.type))
        said.topic = said.whole.of;
      said.whole = undefined;
      if (topics.isPassing(said.topic)) said.topic = p.own;
      if (profiled !== undefined) said.topic = profiled;
      said.first = undefined;
    }
  }
}

/** 总部位于某市, 坐落于某区的某园区: where whom the text tells of is. */
function isWhere(p: Paragraph, clause: Clause, { entity, end, local }: Named): boolean {
  if (!PLACES.includes(entity.type)) return false;
  return local || (end >= clause.end && SITED.test(p.x.norm, clause.start, clause.end));
}
const SITED = gated(
  /^[\s，、]*(?:公司|企业|集团|中心|项目|总部|基地|厂区|园区|它)?(?:总部|生产基地)?(?:位于|坐落|座落|地处|落户|选址|设在|扎根|立足|来自|毗邻|紧邻|占据)/,
);

/** 某中心由甲院建设，乙公司参建，某某科学城，…: who runs what the sentence is about, and where it is, are not spoken of. */
function isAside(p: Paragraph, clause: Clause, { entity, end }: Named): boolean {
  const { topic } = p.said;
  if (topic === undefined || topic === entity || !RUN.includes(topic.type)) return false;
  if (PLACES.includes(entity.type))
    return end >= clause.end && p.x.mentionsIn(clause.start, clause.end)[0]?.start === clause.start;
  return RUNS.test(p.x.norm, Math.max(end, clause.start), clause.end);
}
const RUN: readonly EntityType[] = ["Platform", "StandardsBody"];
const RUNS = gated(
  /^(?:（[^（）]{1,20}）)?(?:所|共同|联合|牵头|负责|具体|参与|受托|也)?(?:承建|参建|筹建|共建|建设|建|运营|运行|管理|管着|承担|托管|代管|牵头|主管|主办|挂靠)(?:运[营行]|管理|建设|它)?$/,
);

/** Whether a figure is an attribute of a name right after it: 40公里的某镇. */
function tells(p: Paragraph, { end }: Figure): boolean {
  if (p.x.norm[end] !== "的") return false;
  return p.x.mentionsIn(end + 1, end + 40, SUBJECTS)[0]?.start === end + 1;
}

/** Whom an item names before its colon, and nothing else. */
function labelled(p: Paragraph): DocEntity | undefined {
  const [first] = p.clauses;
  // ①某某项目。总投资…
  if (first?.mark !== "：" && (first?.mark !== "。" || p.clauses.length === 1)) return undefined;
  const mention = p.x.mentionsIn(first.start, first.end, LABELS)[0];
  if (mention === undefined) return undefined;
  const { norm } = p.x;
  const isAlone =
    AROUND_LABEL.test(norm, first.start, mention.start) && AROUND_LABEL.test(norm, mention.end, first.end);
  return isAlone ? mention.entity : undefined;
}

function readClause(p: Paragraph, clause: Clause, figures: readonly Figure[]): void {
  const parts: Part[] = [];
  let previous: Figure | undefined;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i]!;
    parts.push(partOf(p, clause, figure, previous, i + 1 < figures.length ? figures[i + 1] : undefined));
    previous = figure;
  }
  const given = assigned(p, parts);
  const measured: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const of = given === undefined || i >= given.length ? undefined : given[i];
    if (of !== undefined) {
      p.said.level = of.indicator;
      measured.push(of.indicator);
      observe(p, part, of.indicator, of.subject);
      continue;
    }
    if (isNone(p, part, i + 1 < parts.length ? parts[i + 1] : undefined)) continue;
    const subject = i === 0 ? undefined : itemSubject(p, part);
    const names = namesOf(p, parts, i);
    if (names === undefined) continue;
    for (const name of names) {
      measured.push(name);
      observe(p, part, name, subject);
    }
  }
  if (measured.length === 0) return;
  const goesOn = p.said.recentAt === p.sentence;
  if (goesOn) {
    const recent = p.said.recent.slice(-6);
    for (const name of measured) recent.push(name);
    p.said.recent = recent;
  } else p.said.recent = measured;
  p.said.recentAt = p.sentence;
}

function observe(p: Paragraph, part: Part, indicator: string, own: DocEntity | undefined): void {
  const { x, block } = p;
  const { figure } = part;
  const subject = own ?? subjectOf(p, part, indicator);
  if (subject === undefined || indicator.length > LONGEST) return;
  const status = statusOf(p, part);
  const period = periodOf(p, part, status);
  const { start, end } = x.sentenceAt(figure.start) ?? block;
  const finding: ObservationFinding = {
    subject,
    indicator,
    value: figure.value,
    unit: figure.unit,
    period,
    comparator: figure.comparator === "=" ? undefined : figure.comparator,
    status,
    start,
    end,
    rule: figure.rank ? "quantity/rank" : "quantity/prose",
    confidence: 0.8,
  };
  x.observe(finding);
  if (figure.upper === undefined) return;
  finding.comparator = ">=";
  x.observe({ ...finding, value: figure.upper, comparator: "<=" });
}

/** How far before a figure a name or title that it is part of can begin. */
const FAR = 40;

/** Takes out the figures within a name or a title: they are part of it. */
function dropNamed(x: Extraction, block: Block, figures: Figure[], clauses: readonly Clause[]): void {
  let hints = 0;
  for (const clause of clauses) hints |= clause.hints;
  const isMarked = (hints & (Hint.title | Hint.quoted)) !== 0;
  let kept = 0;
  for (const figure of figures)
    if (!(isMarked && isInMarks(x.norm, block, figure)) && !isInName(x, block, figure))
      figures[kept++] = figure;
  if (kept < figures.length) figures.length = kept;
}

const [OPEN_TITLE, CLOSE_TITLE, OPEN_QUOTE, CLOSE_QUOTE] = Array.from("《》“”", (mark) => mark.charCodeAt(0));

/** Whether a figure stands within a title or a short quotation. */
function isInMarks(norm: string, block: Block, figure: Figure): boolean {
  const at = figure.numberStart;
  let title = false;
  let quoted = -1;
  for (let i = Math.max(block.start, figure.start - FAR); i < at; i++) {
    const unit = norm.charCodeAt(i);
    if (unit === OPEN_TITLE) title = true;
    else if (unit === CLOSE_TITLE) title = false;
    else if (unit === OPEN_QUOTE) quoted = i;
    else if (unit === CLOSE_QUOTE) quoted = -1;
  }
  if (title) return true;
  return quoted >= 0 && at - quoted <= 12 && indexWithin(norm, "”", figure.end, figure.end + 9) >= 0;
}

function isInName({ mentions }: Extraction, block: Block, figure: Figure): boolean {
  const at = figure.numberStart;
  const after = firstMention(mentions, at);
  if (after === 0) return false;
  const { start, end } = mentions[after - 1]!;
  const from = Math.max(block.start, figure.start - FAR);
  return end > at && start >= from && end <= Math.min(block.end, figure.end + 60);
}
