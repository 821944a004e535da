import { COUNTING_UNITS } from "../../lexicon/units.js";
import type { Block } from "../../types.js";
import type { DocEntity, Extraction, Mention } from "../types.js";
import { changeOf, shareOf } from "./changes.js";
import { type Clause, clausesOf } from "./clauses.js";
import { type Figure, figuresIn } from "./figures.js";
import { type Status, statusBefore, statusOfHeadings, statusOfLead } from "./goals.js";
import { countsForPlace, described, nounOf, predicateOf } from "./nouns.js";
import { measured, tidy, withoutBrackets, withoutLead, withoutTrail } from "./phrases.js";
import { evaluationIn, isWeak, rankedIn } from "./ranks.js";
import { likelyYear, type Time, timesIn, withoutTimes } from "./times.js";
import { PLACES, type Topics } from "./topics.js";

const SPOKEN: readonly Block["kind"][] = ["paragraph", "list-item", "roll-line"];
/** How far before a figure its name can begin. */
const REACH = 64;

/** Observations of running text. */
export function proseFigures(x: Extraction, topics: Topics): void {
  const reader = new ProseReader(x, topics);
  for (const block of x.blocks) reader.read(block);
}

/** What a paragraph has said so far that later figures build on. */
interface Said {
  topic: DocEntity | undefined;
  /** The last amount's name, for 同比增长, 占比, 数量居…第2位 and 其中. */
  level: string;
  rank: string;
  /** The head that an enumeration's later items share: 新增, 主导或参与制修订. */
  head: string;
}

/** The paragraph before a list: 到2026年，实现以下目标： */
interface Lead {
  topic: DocEntity | undefined;
  period: string | undefined;
  status: Status | undefined;
}

class ProseReader {
  private readonly year: number | undefined;
  private lead: Block | undefined;
  private leadSays: Lead | undefined;
  private lastTime: { block: Block; time: Time } | undefined;

  constructor(
    private readonly x: Extraction,
    private readonly topics: Topics,
  ) {
    this.year = x.year ?? likelyYear(x.norm);
  }

  read(block: Block): void {
    if (!SPOKEN.includes(block.kind)) {
      if (block.kind !== "caption") this.forget();
      return;
    }
    const figures = this.figuresOf(block);
    if (block.kind !== "list-item" && !isItem(this.x.norm, block)) {
      const ends = this.x.norm.slice(Math.max(block.start, block.end - 4), block.end).trimEnd();
      this.lead = /[：:]$|如下。?$/.test(ends) ? block : undefined;
      this.leadSays = undefined;
    }
    if (figures.length > 0)
      new Paragraph(
        this.x,
        this.topics,
        block,
        figures,
        this.leadOf(block),
        this.before(block),
        this.year,
      ).read();
    this.remember(block);
  }

  private figuresOf(block: Block): Figure[] {
    const { x } = this;
    return figuresIn(x.norm, block.start, block.end).filter((figure) => !within(x, block, figure));
  }

  private leadOf(block: Block): Lead | undefined {
    const { lead, x } = this;
    if (lead === undefined || lead === block) return undefined;
    if (this.leadSays === undefined) {
      const text = x.norm.slice(lead.start, lead.end);
      const time = timesIn(x.norm, lead.start, lead.end, this.year).at(-1);
      let topic: DocEntity | undefined;
      for (const clause of clausesOf(x.norm, lead.start, lead.end))
        topic = this.topics.named(clause, clause.end)?.entity ?? topic;
      this.leadSays = {
        topic,
        period: time?.period,
        status: time?.until ? "TARGET" : (statusBefore(text) ?? statusOfLead(text)),
      };
    }
    return this.leadSays;
  }

  /** A time on a line of its own before lines of figures: 截至2019年底. */
  private before(block: Block): Time | undefined {
    return this.lastTime !== undefined && this.lastTime.block.parent === block.parent
      ? this.lastTime.time
      : undefined;
  }

  private remember(block: Block): void {
    if (/[。！？”]\s*$/.test(this.x.norm.slice(block.end - 2, block.end))) {
      this.lastTime = undefined;
      return;
    }
    const time = timesIn(this.x.norm, block.start, block.end, this.year).find(
      (t) => t.period !== undefined && !t.plain,
    );
    if (time !== undefined) this.lastTime = { block, time };
  }

  private forget(): void {
    this.lead = undefined;
    this.leadSays = undefined;
    this.lastTime = undefined;
  }
}

class Paragraph {
  private readonly said: Said;
  private readonly times: Time[];
  private readonly clauses: Clause[];
  private sentence: number;

  constructor(
    private readonly x: Extraction,
    private readonly topics: Topics,
    private readonly block: Block,
    private readonly figures: readonly Figure[],
    private readonly lead: Lead | undefined,
    private readonly earlier: Time | undefined,
    year: number | undefined,
  ) {
    this.said = { topic: lead?.topic, level: "", rank: "", head: "" };
    this.clauses = clausesOf(x.norm, block.start, block.end);
    this.times = timesIn(x.norm, block.start, block.end, year).filter(
      (time) => !time.plain || this.dates(time),
    );
    this.sentence = block.start;
  }

  read(): void {
    let next = 0;
    let fresh = true;
    for (const clause of this.clauses) {
      const own: Figure[] = [];
      while (next < this.figures.length && this.figures[next]!.start < clause.end)
        own.push(this.figures[next++]!);
      const before = this.said.topic;
      // 另有 and 某产业链上 leave whom the paragraph spoke of for whom the document is about.
      if (
        (fresh && OTHERS.test(this.text(clause.start, clause.start + 4))) ||
        CHAIN.test(this.text(clause.start, Math.min(clause.end, clause.start + 24)))
      )
        this.said.topic = this.lead?.topic;
      const named = this.topics.named(clause, own[0]?.start ?? clause.end);
      if (named !== undefined && (!named.local || fresh || before === undefined)) {
        this.said.topic = named.entity;
        fresh = false;
      }
      if (own.length > 0) this.clause(clause, own);
      // 其中芝罘区11家: the part has its figure, the whole goes on.
      if (own.length > 0 && /其中/.test(this.text(clause.start, own[0]!.start))) this.said.topic = before;
      if ("。；！？".includes(clause.mark) && clause.mark !== "") {
        fresh = true;
        if (clause.mark === "；") continue;
        this.sentence = clause.end + 1;
        if (
          this.topics.ofPlace &&
          this.said.topic !== undefined &&
          !PLACES.includes(this.said.topic.type) &&
          !GOES_ON.test(this.text(clause.end + 1, clause.end + 12))
        )
          this.said.topic = this.lead?.topic;
      }
    }
  }

  /** A year alone dates the figures after it unless it dates an event: 2013年升格为…，现有企业168家. */
  private dates(time: Time): boolean {
    const { norm } = this.x;
    if (/[于自]$/.test(norm.slice(time.start - 1, time.start))) return false;
    const clause = this.clauses.find((c) => time.start < c.end);
    if (clause === undefined) return true;
    const rest = norm.slice(time.end, clause.end);
    return (
      rest.length <= 3 ||
      EVALUATED.test(rest) ||
      this.figures.some((f) => f.start >= time.end && f.start < clause.end)
    );
  }

  private clause(clause: Clause, figures: readonly Figure[]): void {
    const parts = figures.map((figure, i) => this.part(clause, figure, figures[i - 1], figures[i + 1]));
    const shared: (Assigned | undefined)[] | undefined = this.shared(parts) ?? this.distributed(parts);
    parts.forEach((part, i) => {
      const assigned = shared?.[i];
      if (assigned !== undefined) {
        this.said.level = assigned.indicator;
        this.emit(part, [assigned.indicator], assigned.subject);
        return;
      }
      const names = this.names(part, parts, i);
      if (names !== undefined) this.emit(part, names, this.partsSubject(part, i));
    });
  }

  /** The text around a figure that can name what it measures. */
  private part(clause: Clause, figure: Figure, previous: Figure | undefined, next: Figure | undefined): Part {
    const { norm } = this.x;
    // 列全国110个城市第3位: the field is part of what tells the place.
    const field = figure.rank && previous !== undefined && /[个家座]/.test(previous.unit);
    let from = Math.max((field ? undefined : previous?.end) ?? clause.start, figure.start - REACH);
    let to = Math.min(next?.start ?? clause.end, figure.end + REACH);
    const opened = norm.lastIndexOf("（", figure.start);
    const bracket = opened >= from && norm.slice(opened, figure.start).indexOf("）") < 0;
    if (bracket) from = opened + 1;
    const stop = norm.slice(figure.end, to).search(bracket ? /[）；]/ : /[；]/);
    if (stop >= 0) to = figure.end + stop;
    const raw = norm.slice(figure.end, to);
    const after = untilJoint(raw, next !== undefined);
    return {
      figure,
      clause,
      from,
      after: tidy(after),
      bracket,
      joint: raw.slice(after.length),
      before: this.before(from, figure.start, field ? undefined : previous),
    };
  }

  /** The text before a figure without its subject, times and brackets. */
  private before(from: number, to: number, previous: Figure | undefined): string {
    const { x } = this;
    let text = "";
    let at = from;
    const skip = (start: number, end: number): void => {
      if (start < at) return;
      text += x.norm.slice(at, start);
      at = end;
    };
    const cuts: { start: number; end: number }[] = this.times.filter((t) => t.start >= from && t.end <= to);
    const subject = x
      .mentionsIn(from, to)
      .find((m) => m.entity === this.said.topic || m.generic || PLACES.includes(m.type));
    if (
      subject !== undefined &&
      /^[\s，、]*(?:其中|此外|另|目前|截至|在|从|按照?|而|但)*$/.test(
        withoutTimes(x.norm.slice(from, subject.start)),
      )
    )
      cuts.push(subject);
    for (const cut of cuts.sort((a, b) => a.start - b.start)) skip(cut.start, cut.end);
    text += x.norm.slice(at, to);
    if (previous !== undefined) {
      // After 5家组织和 the next figure begins anew; after 76项、 its name begins.
      const noun = untilJoint(x.norm.slice(from, to), true);
      if (noun.length < text.length && text.startsWith(noun)) text = text.slice(noun.length);
      text = text.replace(/^[、和与及，]+/, "");
    }
    return withoutBrackets(text);
  }

  private names(part: Part, parts: readonly Part[], i: number): string[] | undefined {
    const { figure } = part;
    if (this.isNone(part, parts[i + 1])) return undefined;
    if (figure.rank) return this.rankName(part);
    const change = changeOf(part.before);
    if (change !== undefined && (part.after === "" || figure.unit === "%" || figure.unit === "百分点"))
      return this.changeName(change.base, change.aspect, figure);
    if (figure.unit === "百分点") return undefined;
    if (figure.unit === "%") {
      const share = shareOf(part.before);
      if (share !== undefined && part.after === "")
        return this.level(this.relative(share.base, share.aspect));
    }
    return this.amountName(part, parts, i);
  }

  private rankName(part: Part): string[] | undefined {
    const ranked = rankedIn(part.before);
    if (ranked === undefined || /^(?:家|个|次|批|代|完成|轮|时间|名|届)/.test(part.after)) return undefined;
    let base = measured(ranked.base);
    if (isWeak(base)) {
      const evaluation =
        evaluationIn(this.x.norm.slice(this.sentence, part.from)) ??
        evaluationIn(this.x.norm.slice(this.sentence, part.figure.start));
      base = (evaluation ?? this.said.level) + base;
      if (base === "") return undefined;
    }
    const name = tidy(`${base.replace(/排名$/, "")}${ranked.scope}排名`);
    this.said.rank = name;
    return [name];
  }

  private changeName(base: string, aspect: string, figure: Figure): string[] | undefined {
    if (figure.unit === "位") return this.said.rank === "" ? undefined : [this.said.rank + aspect];
    const name = this.relative(base, aspect);
    // 外商投资企业同比增长9%，增速居全省第二 goes on about the same.
    const own = tidy(measured(base));
    if (own !== "") this.said.level = own;
    return name === "" ? undefined : [name];
  }

  /** The name of a change or share of what the clause or the one before names. */
  private relative(base: string, aspect: string): string {
    const own = measured(base);
    const name = own === "" ? this.said.level : own;
    return name === "" ? "" : tidy(name + aspect);
  }

  private amountName(part: Part, parts: readonly Part[], i: number): string[] | undefined {
    const { figure } = part;
    const rates = ratesOf(part.before);
    if (rates !== undefined && figure.unit === "%") {
      this.said.level = rates.at(-1)!;
      return rates;
    }
    const own = this.ownName(part.before);
    let after = part.after;
    const last = parts.findLast((p) => p.after !== "");
    // 5家组织、2名个人获提名奖: the verb of the last holds for all.
    if (after !== "" && last !== undefined && last !== part && i < parts.length - 1) {
      const did = predicateOf(last.after);
      if (did !== undefined && /^(?:[、和与及]|的)/.test(part.joint)) after = described(after, did.predicate);
    }
    after = this.resolved(after);
    if (after.startsWith("的")) {
      const head = withoutTrail(after.slice(1)).slice(0, 30);
      if (PROJECT.test(own)) return this.level(own);
      return this.level(
        AREA.has(figure.unit)
          ? "面积"
          : own === "" || /^(?:贡献|占|用)/.test(own)
            ? head
            : `${headNoun(head)}${own}`,
      );
    }
    if (after === "" || FOLLOWS.test(after)) {
      if (own !== "") return this.level(this.narrowed(part, this.withHead(own, part, i)));
      return this.said.level === "" ? undefined : [this.said.level];
    }
    if (AREA.has(figure.unit) && own === "") return undefined;
    const noun = this.resolved(own.length < 2 ? nounOf(after) : `${this.verbOf(part, own)}${after}`);
    return this.level(tidy(noun));
  }

  /** 其中制造业34家 of 获奖组织52家 counts winners of a kind. */
  private narrowed(part: Part, own: string): string {
    const { level } = this.said;
    const partOf = /其中/.test(this.text(part.clause.start, part.figure.start)) || /^其中/.test(part.before);
    if (!partOf || level === "" || !COUNTING_UNITS.has(part.figure.unit)) return own;
    if (/(?:业|领域|行业)$/.test(own)) return own + level.replace(/^.*?业(?=.{4})/, "");
    if (/^(?:当年|今年|年内)?(?:新增|净增)$/.test(own)) return own + level;
    return own;
  }

  /** 主导或参与制修订国际标准76项、国家标准2145项: the verb holds for what follows. */
  private withHead(own: string, part: Part, i: number): string {
    const head = HEAD.exec(own)?.[1];
    if (i === 0 || head !== undefined) {
      this.said.head = head ?? "";
      return own;
    }
    return this.said.head !== "" && /^、|^和|^及/.test(this.x.norm.slice(part.from, part.from + 1))
      ? this.said.head + own
      : own;
  }

  private ownName(before: string): string {
    const cut = before.replace(
      /^.*(?:介绍|表示|获悉|透露|指出|显示|了解到|提出|明确|说)(?:[，：“]|(?=截|到|全|我|目))/,
      "",
    );
    return this.resolved(tidy(measured(cut)));
  }

  /** 聚集了18个规划: the verb before; an enumeration before 等18个 is left out. */
  private verbOf(part: Part, own: string): string {
    if (!/等$/.test(part.before.trimEnd())) return own;
    return /(编制|引进|建成|培育|成立|制定|集结|汇聚|创建|打造|开展|发布|实施|推进)/.exec(own)?.[1] ?? "";
  }

  /** 获此荣誉, 拿到这块牌子: the award that was named last. */
  private resolved(phrase: string): string {
    return phrase.replace(
      /(?:这块牌子|此荣誉|此殊荣|这一?(?:荣誉|奖项|称号)|此项?(?:荣誉|奖项?)|该(?:奖项|奖|荣誉|称号)|这个奖)/,
      () => {
        const { mentions } = this.x;
        let award: Mention | undefined;
        for (const mention of mentions) {
          if (mention.start > this.block.end) break;
          if (mention.type === "Award" && !mention.generic) award = mention;
        }
        return award?.entity.name ?? "奖";
      },
    );
  }

  private level(name: string): string[] | undefined {
    if (name === "" || NOT_A_NAME.test(name)) return undefined;
    this.said.level = name;
    return [name];
  }

  /** 重点实验室、技术创新中心分别为152家和87家; 两个中心分别出具报告6800份和2150份. */
  private distributed(parts: readonly Part[]): Assigned[] | undefined {
    const first = parts[0]!;
    const at = first.before.lastIndexOf("分别");
    if (at < 0) return undefined;
    let n = 1;
    while (
      n < parts.length &&
      parts[n - 1]!.after === "" &&
      measured(parts[n]!.before) === "" &&
      parts[n]!.figure.unit !== "%"
    )
      n++;
    while (n < parts.length && parts[n - 1]!.after === "" && measured(parts[n]!.before) === "") n++;
    if (n < 2) return undefined;
    const head = first.before.slice(0, at);
    const told = measured(first.before.slice(at + 2));
    const subjects = this.namedTogether(head, n, first.from);
    if (subjects !== undefined) return subjects.map((subject) => ({ indicator: tidy(told), subject }));
    const items = itemsOf(measured(head), n);
    if (items === undefined) return undefined;
    return items.map((item) => ({ indicator: tidy(told === "" ? item : item + told) }));
  }

  /** 两个中心分别…: the last two of that kind that were named. */
  private namedTogether(head: string, n: number, before: number): DocEntity[] | undefined {
    const match = /([两二三四五六\d])[个家座大]?(中心|平台|企业|公司|园区|县|区|市)$/.exec(measured(head));
    if (match === null || "两二三四五六".length < n) return undefined;
    const count = "两三四五六".indexOf(match[1]!.replace("二", "两")) + 2;
    if (count !== n) return undefined;
    const types = /中心|平台/.test(match[2]!)
      ? ["Platform"]
      : /企业|公司/.test(match[2]!)
        ? ["Company"]
        : ["Zone", "County", "City"];
    const found: DocEntity[] = [];
    for (const mention of this.x.mentionsIn(this.block.start, before).reverse()) {
      if (types.includes(mention.type) && !found.includes(mention.entity)) found.unshift(mention.entity);
      if (found.length === n) return found;
    }
    return undefined;
  }

  /** 5家、8家企业分别被认定为AAA级和AA级企业. */
  private shared(parts: readonly Part[]): Assigned[] | undefined {
    const last = parts.at(-1)!;
    const match = /^(.{2,6}?)分别(?:被)?(?:认定为|评为|获评|获得?|入选|列入|通过|成为)(.+)$/.exec(last.after);
    if (match === null || parts.length < 2 || parts.slice(0, -1).some((p) => p.after !== ""))
      return undefined;
    const items = itemsOf(match[2]!, parts.length);
    return items?.map((item) => ({ indicator: tidy(item.endsWith(match[1]!) ? item : item + match[1]) }));
  }

  /** A place at the head of an item is its subject: 其中甲区11家、乙区9家. */
  private partsSubject(part: Part, i: number): DocEntity | undefined {
    if (i === 0) return undefined;
    const place = this.x.mentionsIn(part.from, part.figure.start, PLACES)[0];
    return place !== undefined && /^[、和，]?$/.test(this.x.norm.slice(part.from, place.start))
      ? place.entity
      : undefined;
  }

  /** Figures that tell of no attribute: rewards, counters after names, ordinals of a ranking's field. */
  private isNone(part: Part, next: Part | undefined): boolean {
    const { figure, before, after } = part;
    const sentence = this.text(Math.max(this.sentence, part.clause.start - 60), figure.start);
    const money = MONEY.test(figure.unit);
    if (money && REWARD.test(sentence)) return true;
    if (money && /^(?:的?(?:奖励|奖补|补助|奖金|补贴|资助)|不等)/.test(after)) return true;
    if (/授予/.test(this.text(part.clause.start, figure.start)) || /^[^，]{0,6}分别(?:为|是)?$/.test(after))
      return true;
    if (NO_FIGURE.test(withoutTrail(before)) || /之一$/.test(after)) return true;
    // 全省134家园区平均得分87.75分: how many there are of what the next figure measures.
    if (
      next !== undefined &&
      after !== "" &&
      part.joint === "" &&
      next.after === "" &&
      next.figure.unit !== figure.unit &&
      COUNTING_UNITS.has(figure.unit) &&
      !figure.rank
    )
      return true;
    if (
      next?.figure.rank &&
      next.clause === part.clause &&
      /(?:第|前|首)?$/.test(after) &&
      /[个家座]/.test(figure.unit) &&
      FIELD.test(before)
    )
      return true;
    if (
      /^[^，]{0,14}(?:中(?![国心小部央西华药医学])|里)(?:名列|排|列|居|位)?/.test(after) &&
      /[个家座]/.test(figure.unit) &&
      FIELD.test(before)
    )
      return true;
    if (figure.unit === "次" && figure.value < 10) return true;
    if (figure.han && figure.unit === "位" && !figure.rank) return true;
    return this.counter(part);
  }

  /** A、B、C等3家企业: the number only sums up the names, unless it counts parts of a whole. */
  private counter(part: Part): boolean {
    const { x } = this;
    const { figure } = part;
    if (!COUNTING_UNITS.has(figure.unit) || PARTS.test(part.after)) return false;
    const head = x.norm.slice(part.from, figure.start).trimEnd();
    const named = x.mentionsIn(Math.max(this.block.start, part.from - REACH), figure.start, [
      "Company",
      "Institution",
      "Person",
      "Platform",
      "Zone",
      "County",
      "GovernmentBody",
    ]);
    const last = named.at(-1);
    if (last === undefined) return false;
    const gap = x.norm.slice(last.end, figure.start);
    // 建成A、B等5个平台 counts what it has, A、B等5家企业 only the names.
    const first = named.find((m) => m.start >= part.from) ?? last;
    if (HAS.test(x.norm.slice(part.from, first.start)) && /等\s?$/.test(head)) return false;
    if (
      /^(?:（[^（）]*）)?等?\s?$/.test(gap) &&
      (/等\s?$/.test(head) || named.length > 1) &&
      !PLACES.includes(last.type)
    )
      return true;
    return /^(?:（[^（）]*）)?等$/.test(gap);
  }

  private emit(part: Part, names: readonly string[], own: DocEntity | undefined): void {
    const { x } = this;
    const { figure } = part;
    const sentence = x.sentenceAt(figure.start);
    const status = this.statusOf(part);
    const period = this.periodOf(part, status);
    for (const indicator of names) {
      const subject = own ?? this.subjectOf(part, indicator);
      if (subject === undefined) return;
      const observe = (value: number, comparator: Figure["comparator"]): void =>
        x.observe({
          subject,
          indicator,
          value,
          unit: figure.unit,
          ...(period === undefined ? {} : { period }),
          ...(comparator === "=" ? {} : { comparator }),
          status,
          start: sentence?.start ?? this.block.start,
          end: sentence?.end ?? this.block.end,
          rule: figure.rank ? "quantity/rank" : "quantity/prose",
          confidence: 0.8,
        });
      if (figure.upper === undefined) observe(figure.value, figure.comparator);
      else {
        observe(figure.value, ">=");
        observe(figure.upper, "<=");
      }
    }
  }

  private subjectOf(part: Part, indicator: string): DocEntity | undefined {
    const { x } = this;
    if (PROJECT.test(indicator)) {
      const project =
        x.mentionsIn(part.figure.end, part.clause.end, ["Initiative"])[0] ??
        x.mentionsIn(this.sentence, part.figure.start, ["Initiative"]).at(-1);
      if (project !== undefined) return project.entity;
    }
    if (/(?:成员|会员|理事)单位$/.test(indicator)) {
      const association = this.topics.association(this.sentence, part.figure.start);
      if (association !== undefined) return association;
    }
    const topic = this.said.topic ?? this.cataphor(part) ?? this.topics.of(this.block.start);
    if (topic === undefined) return undefined;
    if (topic.type === "GovernmentBody") return ACTS.test(indicator) ? topic : this.topics.territory(topic);
    if (PLACES.includes(topic.type) || topic.type === "StandardsBody") return topic;
    if (countsForPlace(indicator)) return this.topics.place;
    return topic;
  }

  /** …，这是某中心去年取得的成绩: the subject comes after. */
  private cataphor(part: Part): DocEntity | undefined {
    const { x } = this;
    const at = x.norm.slice(part.figure.end, part.figure.end + 60).search(/[，。]这是/);
    if (at < 0) return undefined;
    const from = part.figure.end + at + 3;
    return x.mentionsIn(from, from + 48).find((m) => m.start <= from + 2)?.entity;
  }

  private statusOf(part: Part): Status {
    const { x } = this;
    const { figure } = part;
    const text = this.text(this.sentence, figure.start);
    const time = this.timeBefore(figure.start);
    const inSentence = time !== undefined && time.start >= this.sentence;
    const said = statusBefore(text);
    if (/(?:由|从)?(?:目前|现在|原来|上年|去年|20\d\d年)的$/.test(this.text(part.from, figure.start)))
      return "ACTUAL";
    if (INVESTED.test(part.before) && said !== "TARGET") return "ACTUAL";
    if (inSentence && time.asOf)
      return said === "TARGET" && text.search(/力争|目标|计划/) > time.start - this.sentence
        ? "TARGET"
        : "ACTUAL";
    if (inSentence && time.until)
      return x.year !== undefined && time.year !== undefined && time.year < x.year ? "ACTUAL" : "TARGET";
    if (said !== undefined) return said;
    if (inSentence && time.year !== undefined && x.year !== undefined && time.plain) {
      if (time.year < x.year) return "ACTUAL";
      if (time.year > x.year || (/^\d{4}$/.test(time.period ?? "") && early(x.document.date)))
        return "TARGET";
      return "ACTUAL";
    }
    const lead = this.text(this.block.start, Math.min(this.block.end, this.block.start + 24));
    if (/下一步|下步|今后|接下来/.test(this.text(this.block.start, this.sentence))) return "TARGET";
    return (
      statusOfLead(lead) ??
      this.lead?.status ??
      statusOfHeadings(this.block, (b) => x.norm.slice(b.start, b.end)) ??
      "ACTUAL"
    );
  }

  private periodOf(part: Part, status: Status): string | undefined {
    const time = this.timeBefore(part.figure.start);
    if (time !== undefined && (time.start >= this.sentence || time.until === (status === "TARGET")))
      return time.now ? undefined : time.period;
    return this.lead?.period ?? this.earlier?.period ?? this.yearOfHeadings(status);
  }

  private timeBefore(offset: number): Time | undefined {
    let found: Time | undefined;
    for (const time of this.times) {
      if (time.start >= offset) break;
      if (time.period !== undefined || time.now) found = time;
    }
    return found;
  }

  private yearOfHeadings(status: Status): string | undefined {
    for (let heading = this.block.parent; heading !== null; heading = heading.parent) {
      const years = new Set(this.text(heading.start, heading.end).match(/20\d{2}(?=年)/g));
      if (years.size === 1 && (heading.kind !== "title" || status === "ACTUAL")) return [...years][0];
      if (years.size > 1) return undefined;
    }
    return undefined;
  }

  private text(start: number, end: number): string {
    return this.x.norm.slice(start, end);
  }
}

/** What a figure of several is of, where a clause distributes them. */
interface Assigned {
  indicator: string;
  subject?: DocEntity;
}

interface Part {
  figure: Figure;
  clause: Clause;
  from: number;
  /** What stands before the figure and can name it, without subject, times and brackets. */
  before: string;
  /** What stands after it up to the next figure's. */
  after: string;
  /** What follows that up to the next figure. */
  joint: string;
  bracket: boolean;
}

/** How a sentence begins that goes on about whom the one before spoke of, in a text about a place. */
const GOES_ON =
  /^[”’\s]*(?:19|20|\d+[年月]|[今去前当同每近]年|其|该|这|它|他们|公司|企业|集团|.{0,4}(?:中心|研究院|平台)(?:现|已|共|累|由|建|拥|有|可|的|设)|中心|平台|项目|产品|目前|如今|现|截至|累计|先后|建有|拥有|主导|参与|获|曾|已|为|并|同时|仅|作为|凭|依托|通过|自|从|主[营攻打]|实现|检测|年)/;
const EVALUATED = /评价|考核|考评|评估|评选|监测|排名|榜|中$/;
const OTHERS = /^(?:另有|此外|另外|至此|目前，|截至)/;
const CHAIN =
  /^(?:[^，、的由与和在为]{2,12}(?:产业链|产业集群)(?:以|上|中|共|已|现|集聚|聚集|实现|产值|规模)|按?照?[市区县]里|该?链上?)/;
const AREA: ReadonlySet<string> = new Set(["平方公里", "公顷"]);
const MONEY = /元$/;
const REWARD =
  /(?:每[家人名项个][^，]{0,6}|给予|一次性|各[得奖]|最高|授予|分别)(?:奖励|奖补|补助|奖金|资助|补贴)?[^，；]{0,12}$|奖励(?!资金|基金)[^，；]{0,6}$/;
const NO_FIGURE =
  /(?:授予|给予|每[家人名项]|持股|连续|第|累计有?超过连续|为期|历时|长达|距|满|时隔|相距)$|连续$/;
const FIELD = /(?:全国|全省|全市|全球|位列|位居|居|列|在|的|名列|排名?|^)[^，]{0,4}$/;
const HAS =
  /(?:[拥共现设建]有|有|建成|引进|集聚|汇聚|培育|形成|成立|编制|制定|打造|创建|聚集|实施|推进|推动)(?:了|出)?$/;
const PARTS =
  /^(?:全资|控股|参股)?(?:子公司|分公司|下属|成员|生产基地|基地|工厂|产业发展规划|[^，]{0,8}规划)/;
/** What follows a figure and is no name for it. */
const FOLLOWS =
  /^(?:居|位居|位列|并|且|用于|投入使用|落户|较|比|同比|环比|全部|均|来自|以|分布|左右|为|是|后|时|在|被|将|已|等|不等|提[到升高]|增[到长加]|降|上升|下降|元|正在|仍|进行|开工|投产|名列|排|跃|高于|低于|超|占|不[超低]|稳|其中|到|至|[）)”】]|”)/;
const HEAD =
  /^((?:累计|新增|净增|新|每年)?(?:主导|参与|牵头|主持|承担|制定|制修订|发布|完成|和|或|、|获得|荣获|获评|获|拥有)*)(?=.{2})/;
const PROJECT =
  /^(?:计划|项目|设计)?(?:(?:达产|建成|投产|全面达产)后)?(?:可)?(?:总投资|投资(?!额?增长|增速)|年产|设计年产能|年产能|总建筑面积|占地|用地|规划用地)|项目总投资/;
const INVESTED = /(?:总投资|投资)额?(?:约|达|超)?$/;
const ACTS = /案件|罚没|查处|查办|移送|投诉|举报|挽回|立案|执法|行政处罚|信访/;
/** What no measure is called by alone. */
const NOT_A_NAME =
  /^(?:[“”"、，的了和与及或其中一个上中下内]|以上|以下|左右|余|多|年|月|日|第|约|近|共)*$|^(?:同比|环比|由|从|在|自|于|按|凭|经)$/;

/** The part of what follows a figure that can name it: up to a joint before the next figure. */
function untilJoint(raw: string, more: boolean): string {
  const opened = withoutBrackets(raw);
  const stop = opened.search(/[，；。：！？（）…]/);
  let text = stop >= 0 ? opened.slice(0, stop) : opened;
  if (more) {
    const joint = text.search(/[、]|和|与|及|的$|(?:提升|提高|增加|上升|下降|增长|降低|扩大|提|降)(?:到|至)/);
    if (joint >= 0) text = text.slice(0, joint);
  } else if (/^[、和与及]/.test(text)) text = "";
  return /^[、和与及，]/.test(text) ? "" : text;
}

/** 甲率、乙率、丙率均达到: each is a name. */
function ratesOf(before: string): string[] | undefined {
  const names = measured(before).split("、");
  if (names.length < 2 || !names.every((name) => /[率度]$/.test(name) && name.length > 3)) return undefined;
  return names.map((name) => tidy(withoutLead(name)));
}

/** The n things that an enumeration names, with what they share: 省级以上, 企业. */
function itemsOf(text: string, n: number): string[] | undefined {
  const byMark = text
    .split(/、|(?<![参违调共总饱缓温柔])(?:以?及其?|和|与)/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (byMark.length !== n) return undefined;
  const grade =
    /^(?:新增)?(?:国家级|省级以上|市级以上|省级|市级|国家|全国|省部级以上)/.exec(byMark[0]!)?.[0] ?? "";
  const tail = /(?:企业|组织|单位|个人|秘书处|标准|专利|商标|收入|产值)$/.exec(byMark.at(-1)!)?.[0] ?? "";
  const award = /^.*奖(?=组织|企业|单位|个人)/.exec(byMark[0]!)?.[0] ?? "";
  return byMark.map((item, i) => {
    const headed =
      i > 0 && grade !== "" && !/^(?:国家|省|市|全国)/.test(item)
        ? grade + item
        : i > 0 && award !== "" && /^(?:组织|企业|单位|个人)$/.test(item)
          ? award + item
          : item;
    return i < n - 1 &&
      tail !== "" &&
      tail !== "个人" &&
      !/(?:企业|组织|单位|个人|秘书处|标准|专利|商标|收入|产值)$/.test(headed)
      ? headed + tail
      : headed;
  });
}

function headNoun(phrase: string): string {
  return phrase.replace(/(?:正在|已|将|在|落地|，|项目).*$/, (rest) =>
    rest.startsWith("项目") ? "项目" : "",
  );
}

function early(date: string | null): boolean {
  const month = Number(date?.slice(5, 7));
  return month >= 1 && month <= 9;
}

/** A numbered line is an item of a list even where it is no list item to a reader. */
function isItem(norm: string, block: Block): boolean {
  return /^(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[—-]{1,2})/.test(
    norm.slice(block.start, block.start + 6),
  );
}

/** Figures within a name or a title are part of it. */
function within(x: Extraction, block: Block, figure: Figure): boolean {
  const from = Math.max(block.start, figure.start - 40);
  const before = x.norm.slice(from, figure.numberStart);
  if (before.lastIndexOf("《") > before.lastIndexOf("》")) return true;
  const quoted = before.lastIndexOf("“");
  if (quoted > before.lastIndexOf("”") && before.length - quoted <= 12) {
    const close = x.norm.indexOf("”", figure.end);
    if (close >= 0 && close - figure.end <= 8) return true;
  }
  return x
    .mentionsIn(from, Math.min(block.end, figure.end + 60))
    .some((m) => m.start < figure.end && m.end > figure.numberStart && m.start < figure.numberStart);
}
