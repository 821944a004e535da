import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Context } from "./context.js";
import { fits, type Win } from "./findings.js";
import { counted, counts, failedAfter, foreignSubject, ofSelection, takenBack, wished } from "./guards.js";
import { type Dates, datesIn, type Prize, prizesIn, type Word, wordsIn } from "./prizes.js";
import { datesOf } from "./roll.js";
import { tierOfCell } from "./tiers.js";
import { bracketed, type Group, groupsOf, isAchievement, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import { editionsIn, yearsIn } from "./when.js";

const RELEVANT = /奖|上榜|榜上有名|称号|入选|获评|捧杯|折桂|牌子|殊荣|荣誉|桂冠|名列其中|在列/;
const CUT = /[，；。：！？]|——/g;
const TITLE_END = /奖$/;
const BEARER = /^[”]?(?:的)?(?:得主|获得者|获奖者|获奖企业|获奖单位|获奖组织|得奖者|获奖个人)/;
const SERIES =
  /^(?:[”]|称号|荣誉|等(?:[\d一二三四五六七八九十百]+[余多]?[项个])?(?:[\u4e00-\u9fa5]{0,6}(?:荣誉|称号|奖项))?|（[^（）]{0,20}）)*(?:、|和|与|及|以及|，并|，以及|以及其)[“]?$/;
const LIST_AFTER =
  /^(?:称号|荣誉|”|（[^（）]*）|企业|组织)*(?:的[^，。；：]{0,14}?(?:[，：]?(?:还有|也有|有|是|为|分别(?:是|为)|包括|即|系)[，：]?|[，：])?|[^，。；：]{0,8}：)$/;
const PRONOUN =
  /^(?:[，、]|而|且|并|但|不过|此外|其中|此前|早在|随后|之后|后来|当时|近年来|近年|目前|如今|至此|它|其|他|她|该公司|该企业|企业|公司|集团|园区|这里|该院|该市|该县|该区|同时|还是|再度|再次|再一次|又一次|又一举|还|又|再|也|就|曾|先后|已|更是|更|均|都|则|一举|成功|两度|两次|三次|再次|再度|首次|多次|连续|接连|一并|于|在|年|月|日|\d|\s)*/;

const COUNT = /[\d一二两三四五六七八九十几]+[余多]?[家个名项位件]/;
const NAMED_LATER = /^[^。；]{0,40}?(?:[，](?:它们|他们)?(?:即|分别(?:是|为)|包括|有|是|为)[：]?|[：（]|——)$/;
/** 2011年和2016年，: a clause that says nothing but when. */
const TIME_ALONE =
  /^(?:早在|先后|于|在|和|与|及|以及|、|\s|(?:19|20)\d\d年?度?|[去今前]年|\d{1,2}月|年?[初底末]|（[^（）]*）|此前|随后)+，$/;

/** What may stand between an omitted subject and its verb without being a subject itself. */
const ADVERBIAL =
  /^(?:(?:这是)?继(?:(?:19|20)\d\d年)?|[今去前当同次上]年|(?:19|20)\d\d年度?|等次|奖次|分别|领到的|捧回的|拿到的|成功|顺利|强势|光荣|实力|陆续|相继|累计|更是|又一次|再一次|第[一二三四五六]次|首次|首度|继而|进而|最终|终于|双双|脱颖而出|不负众望|由此|随即|随之|同期|日前|近日|昨日|前不久|不久前|不久|年底|上半年|下半年|[一二三四]季度|春天|秋天|公司又|集团又|以来|截至目前|目前|一路|独揽|独家|唯一|并|(?:历时|历经|经过?|从|在|通过|凭借?|以|依托|作为|因|由于|连年|[\u4e00-\u9fa5]{0,3}连续|[一二两三四五六七八九十\d]+[次度年届])[^，]*|来自[^，]*|率先|蝉联|多次|屡次|屡屡|屡|数次|先后|曾多次|不断)*/;

interface Clauses {
  /** Where the clause that holds the offset begins and ends. */
  start(at: number): number;
  end(at: number): number;
}

/** What the prose of one sentence says of who won what; the context is read and brought up to date. */
export class SentenceWins {
  private readonly x: Extraction;
  private readonly norm: string;
  private readonly words: Word[];
  private readonly dates: Dates;
  private readonly units: Unit[];
  private readonly groups: Group[];
  private readonly prizes: Prize[];
  /** Awards in brackets: they belong to the name before. */
  private readonly bracketed: Prize[];
  private readonly clauses: Clauses;
  private readonly inBrackets: (offset: number) => boolean;
  readonly wins: Win[] = [];

  static relevant(x: Extraction, { start, end }: Sentence, context: Context): boolean {
    if (x.mentionsIn(start, end, ["Award"]).length > 0) return true;
    return context.award !== undefined && RELEVANT.test(x.norm.slice(start, end));
  }

  constructor(
    x: Extraction,
    private readonly sentence: Sentence,
    private readonly context: Context,
  ) {
    const { start, end } = sentence;
    this.x = x;
    this.norm = x.norm;
    this.words = wordsIn(x, start, end);
    this.dates = datesIn(x, start, end, context.years.at(-1));
    this.units = unitsIn(x, start, end);
    this.groups = groupsOf(x.norm, this.units);
    this.inBrackets = bracketed(x.norm, start, end);
    const prizes = prizesIn(x, start, end, this.dates, this.words);
    this.prizes = prizes.filter((p) => !this.inBrackets(p.start));
    this.bracketed = prizes.filter((p) => this.inBrackets(p.start) && p.kind === "award");
    if (/误传|谣言|不实信息|虚假信息/.test(this.norm.slice(start, end))) this.prizes.length = 0;
    this.clauses = clausesOf(x.norm, start, end, this.inBrackets);
  }

  run(): Win[] {
    let previousEnd = this.sentence.start;
    for (let i = 0; i < this.prizes.length; ) {
      const series = [this.prizes[i]!];
      while (++i < this.prizes.length && this.joined(series.at(-1)!, this.prizes[i]!))
        series.push(this.prizes[i]!);
      this.series(series, previousEnd);
      for (const prize of series) this.note(prize);
      previousEnd = series.at(-1)!.end;
    }
    for (const prize of this.bracketed) this.besideName(prize);
    this.rememberSubject(this.sentence.end);
    return this.wins;
  }

  /** 某公司（第六届湖南省省长质量奖获得者）, 某公司（2020年质量奖）. */
  private besideName(prize: Prize): void {
    const unit = this.units.find(
      (u) => u.note !== "" && prize.start > u.end - u.note.length - 2 && prize.end < u.end + 1,
    );
    if (unit === undefined) return;
    const from = unit.end - unit.note.length - 1;
    const after = this.norm.slice(prize.end, unit.end);
    const lead = this.norm.slice(from, prize.start);
    if (
      !/^(?:(?:19|20)\d\d年?度?|[、，\s]|曾|于|先后|两度|荣?获得?|摘得|捧得|夺得|斩获)*$/.test(lead) ||
      !/^[”]?(?:的)?(?:得主|获得者|获奖者|获奖企业|获奖单位)?）$/.test(after)
    )
      return;
    const inLead = this.dates.years.filter((y) => y.start >= from && y.end <= prize.start).map((y) => y.year);
    const years = prize.years.length > 0 ? prize.years : inLead;
    for (const year of years.length > 0 ? years : [undefined])
      this.add(
        unit.entity,
        prize.award!,
        prize.tier,
        prize.edition,
        year,
        unit.start,
        unit.end,
        "won/beside",
      );
  }

  /** 质量奖企业2家（甲公司、乙公司）: the count's bracket names them. */
  private inBracketAfter(series: readonly Prize[], at: number): boolean {
    const count =
      /^[”]?(?:获奖)?(?:的)?(?:企业|组织|单位|个人|得主)?[\d一二两三四五六七八九十]+[家个名项人](?:企业|组织|单位)?（([^（）]{4,120})）/.exec(
        this.norm.slice(at, this.sentence.end),
      );
    if (count === null || this.speaksOtherwise({ start: series[0]!.start, end: series[0]!.end }))
      return false;
    const end = at + count[0].length - 1;
    const units = unitsIn(this.x, end - count[1]!.length, end).filter((u) => !isPlaceUnit(u));
    if (units.length === 0 || /前身|注册|不含/.test(count[1]!)) return false;
    this.emit(units, series, series[0]!.start, "won/counted");
    return true;
  }

  private joined(a: Prize, b: Prize): boolean {
    return a.kind !== "won" && b.kind !== "won" && SERIES.test(this.norm.slice(a.end, b.start));
  }

  private note(prize: Prize): void {
    if (prize.kind !== "award") return;
    this.context.speaksOf(prize.award!, prize.edition, prize.years, this.sentence);
  }

  private series(series: readonly Prize[], previousEnd: number): void {
    const first = series[0]!;
    const last = series.at(-1)!;
    const after = this.norm.slice(last.end, this.sentence.end);
    if (ofSelection(after) && first.kind !== "won") return;
    const verb = this.verbOf(first, previousEnd);
    if (this.inBracketAfter(series, last.end)) return;
    const give = verb?.cls === "give" && !this.passive(verb);
    if (verb === undefined || (verb.cls === "be" && !this.bearable(series, after))) {
      this.verbless(series, previousEnd);
      return;
    }
    if (failedAfter(after) || this.speaksOtherwise(verb)) return;
    if (give) this.given(series, verb);
    else this.gotten(series, verb, previousEnd);
  }

  /** The word of winning that governs the prize: the last one before it that no clause's end or other prize divides from it. */
  private verbOf(prize: Prize, previousEnd: number): Word | undefined {
    if (prize.kind === "won") return { cls: "won", start: prize.start, end: prize.end };
    const clause = this.clauses.start(prize.start);
    let giving: Word | undefined;
    for (let i = this.words.length - 1; i >= 0; i--) {
      const word = this.words[i]!;
      if (word.end > prize.start || word.start < previousEnd || this.inBrackets(word.start)) continue;
      if (word.cls === "it" || word.cls === "goes") continue;
      if (word.start >= clause && word.cls !== "give") {
        if (prize.start - word.end > 30) return giving;
        if (word.cls === "be") {
          // 为 between 授予 and the award, 是 far off: look further.
          const earlier = this.words
            .slice(0, i)
            .reverse()
            .find((w) => w.start >= clause && w.cls !== "it" && w.cls !== "be" && w.cls !== "goes");
          if (
            earlier !== undefined &&
            earlier.cls === "give" &&
            this.groupsBetween(earlier.end, word.start).length > 0
          )
            return earlier;
          if (this.groupsBetween(word.end, prize.start).length > 0) continue;
        }
        return word;
      }
      if (word.cls === "give") return word;
    }
    return giving;
  }

  private passive(verb: Word): boolean {
    const lead = this.norm.slice(this.clauses.start(verb.start), verb.start);
    return /被[^，]{0,24}$/.test(lead) || /获$/.test(lead);
  }

  /** 是 and 为 join a winner only with what it is (标杆企业, 劳动模范, 得主) or with a tier. */
  private bearable(series: readonly Prize[], after: string): boolean {
    return series.every(
      (p) =>
        p.kind === "tier" ||
        (p.kind === "award" &&
          (!TITLE_END.test(p.award!.name) || BEARER.test(after) || p.tier !== undefined)),
    );
  }

  private speaksOtherwise(verb: { start: number; end: number }): boolean {
    const before = this.plain(this.sentence.start, verb.start).replace(/^.*；/s, "");
    const clause = this.plain(this.clauses.start(verb.start), verb.start);
    return (
      wished(before, this.x.year) || takenBack(clause) || this.x.modalityAt(verb.start, verb.end) === "denied"
    );
  }

  /** The text without names and what stands in brackets. */
  private plain(from: number, to: number): string {
    let text = "";
    let at = from;
    for (const m of this.x.mentionsIn(from, to)) {
      if (m.generic) continue;
      text += this.norm.slice(at, m.start);
      at = m.end;
    }
    return (text + this.norm.slice(at, to)).replace(/（[^（）]*）/g, "");
  }

  private given(series: readonly Prize[], verb: Word): void {
    const between = this.groupsBetween(verb.end, series[0]!.start);
    if (between.length > 0) {
      this.emit(
        between.flatMap((g) => g.units),
        series,
        verb.start,
        "won/given",
      );
      return;
    }
    const next = this.groups.find((g) => g.start >= series.at(-1)!.end);
    if (
      next !== undefined &&
      /^(?:[”]|称号|荣誉)*(?:给|予|于)?(?:[：]|——|的(?:是|有|企业|单位|组织|个人)[^，。]{0,6}[：]?)?$/.test(
        this.norm.slice(series.at(-1)!.end, next.start),
      )
    )
      this.emit(next.units, series, verb.start, "won/given");
  }

  private gotten(series: readonly Prize[], verb: Word, previousEnd: number): void {
    const last = series.at(-1)!;
    const clause = this.clauses.start(verb.start);
    const by = this.byWhom(clause, verb.start);
    const own = this.groups.filter((g) => g.start >= clause && g.end <= Math.min(verb.start, by));
    const next = this.groups.find((g) => g.start >= last.end);
    if (own.length === 0 && next !== undefined && LIST_AFTER.test(this.norm.slice(last.end, next.start))) {
      this.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    this.pastOnes(series, verb, clause);
    const tier =
      verb.cls === "enter" &&
      series.every((p) => p.tier === undefined && TITLE_END.test(p.award?.name ?? "奖"))
        ? "NOMINATION"
        : undefined;
    const winners = this.subjectOf(series, verb, clause, own, previousEnd);
    if (winners !== undefined)
      this.emit(winners, series, verb.start, own.length > 0 ? "won/verb" : "won/carried", tier);
    else if (
      next !== undefined &&
      COUNT.test(this.norm.slice(clause, verb.start)) &&
      NAMED_LATER.test(this.norm.slice(last.end, next.start))
    )
      this.emit(next.units, series, verb.start, "won/listed", tier);
  }

  /** Where 被某部门 begins before a verb; the verb's place without it. */
  private byWhom(clause: number, verb: number): number {
    const at = this.norm.lastIndexOf("被", verb);
    return at >= clause ? at : verb;
  }

  /** 继第六届（2016年）之后再次获得: the earlier one is won too. */
  private pastOnes(series: readonly Prize[], verb: Word, clause: number): void {
    const lead = this.norm.slice(clause, verb.start);
    const past = /继([^，。]*?)(?:之?后|以来)/.exec(lead);
    if (past === null) return;
    const from = clause + past.index;
    const to = from + past[0].length;
    const editions = editionsIn(this.norm, from, to);
    const years = yearsIn(this.norm, from, to, this.x.year);
    const award = series[0]!.award ?? this.context.award;
    const subject = this.groups.filter((g) => g.start >= clause && g.end <= from).at(-1);
    if (award === undefined || subject === undefined) return;
    const n = Math.max(editions.length, years.length);
    for (let i = 0; i < n; i++)
      for (const unit of subject.units)
        this.add(
          unit.entity,
          award,
          series[0]!.tier,
          editions[i]?.edition,
          years[i]?.year,
          clause,
          to,
          "won/past",
        );
  }

  private subjectOf(
    series: readonly Prize[],
    verb: Word,
    clause: number,
    own: readonly Group[],
    previousEnd: number,
  ): Unit[] | undefined {
    const group = own.at(-1);
    if (group !== undefined && group.start >= previousEnd - 0)
      return this.withOwner(series, group, own, verb);
    if (group !== undefined) {
      // 某公司获A和B，获C: a second verb of the same subject.
      return this.blocked(this.norm.slice(previousEnd, verb.start))
        ? undefined
        : this.withOwner(series, group, own, undefined);
    }
    const lead = this.plain(Math.max(clause, previousEnd), verb.start)
      .replace(/^[”、和及]+/, "")
      .replace(PRONOUN, "");
    const made = this.madeUp(clause, verb) ?? this.madeUpBefore(clause);
    const spoken = this.achievementSpokenOf(clause, verb);
    if (spoken !== undefined) return spoken;
    const carried = this.carried(clause, verb);
    if (made !== undefined) return [...made, ...(carried ?? []).filter((u) => u.entity.type === "Company")];
    if (
      /^(?:其|该公司|公司|该企业)[^，]{0,30}$/.test(this.norm.slice(clause, verb.start)) &&
      carried !== undefined
    )
      return foreignSubject(lead) && !/标准/.test(lead) ? undefined : carried;
    const named = this.namedOnlyHere(series, clause, verb);
    if (named !== undefined) return [named];
    if (this.blocked(lead)) return undefined;
    const stranger = lead.replace(ADVERBIAL, "").replace(/(?:在|于|则|还|也|又|就|随后|已|并)+$/, "");
    if (stranger === "") return carried;
    // 王某在2017年获: a person of whom elsewhere the post tells, or an unknown one; not the firm spoken of.
    const person = this.x.find("Person", stranger);
    return person === undefined ? undefined : [{ entity: person, start: clause, end: verb.start, note: "" }];
  }

  /** 某某枢纽工程荣获, 某某瓷业获评某省示范企业: a winner that has no other name in the document. */
  private namedOnlyHere(series: readonly Prize[], clause: number, verb: Word): Unit | undefined {
    const award = series[0]!.award;
    const text = this.norm.slice(clause, verb.start);
    const lead = PRONOUN.exec(text)![0].length;
    const name = text
      .slice(lead)
      .replace(/(?:(?:在|于)?(?:19|20)\d\d年|[今去]年|成功|先后|分别|均|还|也)+$/, "");
    if (
      award === undefined ||
      !/^[\u4e00-\u9fa5A-Za-z\d·]{4,30}$/.test(name) ||
      /[的了是在将被为有由与及和让使]|公司|通过|经过|凭|企业|产品/.test(name.replace(/及综合|和平/, ""))
    )
      return undefined;
    const type = /(?:工程|项目)$/.test(name)
      ? "Initiative"
      : /企业$/.test(award.name) &&
          name.length <= 12 &&
          /(?:业|药|生物|股份|科技|电气|集团|机械|电子|食品|材料|重工|装备|陶瓷|化工|光电|汽车|能源|智能|制造|新材|电器|技术)$/.test(
            name,
          )
        ? "Company"
        : undefined;
    if (type === undefined) return undefined;
    const start = clause + lead;
    const end = start + name.length;
    return {
      entity: this.x.entity(type, this.x.text.slice(start, end), { start, end, rule: "won/named" }),
      start,
      end,
      note: "",
    };
  }

  /** 该专利, 该项目: the last achievement named before, with whose it is. */
  private achievementSpokenOf(clause: number, verb: Word): Unit[] | undefined {
    const match = /^[^，]{0,3}(?:该|此|这一|这项|上述)(专利|发明|项目|成果|工程|标准|技术)/.exec(
      this.norm.slice(clause, verb.start),
    );
    if (match === null) return undefined;
    const type = match[1] === "专利" || match[1] === "发明" ? "Patent" : "Initiative";
    const last = this.x.mentionsIn(this.sentence.block.start, clause, [type]).at(-1);
    if (last === undefined) return [];
    const owner = this.x.mentionsIn(this.sentence.block.start, last.start, ["Company", "Institution"]).at(-1);
    return [last, ...(owner === undefined ? [] : [owner])].map(({ entity, start, end }) => ({
      entity,
      start,
      end,
      note: "",
    }));
  }

  /** “某某”标准项目，摘得…: the achievement ends the clause before. */
  private madeUpBefore(clause: number): Unit[] | undefined {
    if (this.norm[clause - 1] !== "，") return undefined;
    return this.madeUp(this.clauses.start(clause - 1), { cls: "get", start: clause - 1, end: clause });
  }

  /** Whom the clause leaves out: the subject of the clauses before, of the sentence before, of the section. */
  private carried(clause: number, verb: Word): Unit[] | undefined {
    this.rememberSubject(clause);
    const kept = this.context.subject(this.sentence);
    if (kept !== undefined) return [...kept];
    // 问鼎质量奖，某市实现零的突破: a headline that leaves out whom does not mean the place.
    if (this.sentence.block.kind === "title" || this.sentence.block.kind === "heading") return undefined;
    const subject = this.x.subjectAt(verb.start, [
      "Company",
      "Institution",
      "Zone",
      "City",
      "County",
      "Province",
      "GovernmentBody",
    ]);
    return subject === undefined
      ? undefined
      : [{ entity: subject, start: verb.start, end: verb.start, note: "" }];
  }

  private withOwner(
    series: readonly Prize[],
    group: Group,
    own: readonly Group[],
    verb: Word | undefined,
  ): Unit[] | undefined {
    const lead = verb === undefined ? "" : this.plain(group.end, verb.start);
    if (group.units.every(isPlaceUnit) && verb !== undefined && !this.byPlace(lead)) {
      const named = this.namedOnlyHere(series, this.clauses.start(group.start), verb);
      return named === undefined ? undefined : [named];
    }
    const made = verb === undefined ? undefined : this.madeUp(group.end, verb);
    if (made !== undefined) {
      const makers = own.flatMap((g) => g.units).filter((u) => !isPlaceUnit(u) && !isAchievement(u));
      return [...made, ...makers];
    }
    const rest = group.units.every(isAchievement)
      ? lead.replace(/^[”》]?[^，]{0,8}?(?:项目|成果|专利|标准|工程|技术|课题|案例)/, "")
      : lead;
    if (this.blocked(rest)) return undefined;
    if (!group.units.every(isAchievement)) return group.units;
    const makers = group.units.flatMap((u) => (u.maker === undefined ? [] : [u.maker]));
    if (makers.length > 0) return [...group.units, ...makers];
    const owner = own.at(-2) ?? undefined;
    if (
      owner !== undefined &&
      /的$|导的|头的|成的|制的|发的|有的|请的|报的|与的/.test(
        this.norm
          .slice(owner.end, group.start)
          .slice(-3)
          .replace(/[“《]$/, ""),
      )
    )
      return [...group.units, ...owner.units.filter((u) => !isPlaceUnit(u))];
    return group.units;
  }

  /** Whether nothing but when and how stands between a place and its verb: 某市2018年成功获评, not 某市一企业获评. */
  private byPlace(lead: string): boolean {
    return (
      lead
        .replace(/^[”》]?(?:本身|自身|此次|这次|一举|被|成功)*/, "")
        .replace(PRONOUN, "")
        .replace(ADVERBIAL, "")
        .replace(/被.*$/, "")
        .replace(PRONOUN, "") === ""
    );
  }

  private blocked(lead: string): boolean {
    const text = lead.replace(/[“《][^”》]*[”》]/g, "");
    const own = text.replace(/(?:凭借?|以|依托|作为|围绕|通过|因)[^，]*$/, "");
    return counts(own) || foreignSubject(own);
  }

  /** “某某关键技术”项目, 《某某》国家标准: an achievement that wins, named on the spot. */
  private madeUp(from: number, verb: Word): Unit[] | undefined {
    const text = this.norm.slice(from, verb.start);
    const match =
      /[“《]([^“”《》]{5,50})[”》](?:[\u4e00-\u9fa5]{0,6}?)(项目|成果|课题|技术|工程|标准|发明专利|专利|案例)?[^，。；“《]{0,6}$/.exec(
        text,
      );
    if (
      match === null ||
      (match[2] === undefined && !/的[“《]/.test(text.slice(0, match.index + 1).slice(-2)))
    )
      return undefined;
    const start = from + match.index + 1;
    if (this.x.mentionsIn(start, start + match[1]!.length).some((m) => m.type === "Patent")) return undefined;
    const type = match[2]?.endsWith("专利") ? "Patent" : "Initiative";
    const end = start + match[1]!.length;
    return [
      {
        entity: this.x.entity(type, this.x.text.slice(start, end), { start, end, rule: "won/achievement" }),
        start,
        end,
        note: "",
      },
    ];
  }

  private rememberSubject(before: number): void {
    const clauseHeads = this.groups.filter((g) => g.end <= before && this.isHead(g));
    const last = clauseHeads.at(-1);
    if (last !== undefined) this.context.setSubject(last.units, this.sentence);
  }

  /** The first group of its clause, with nothing but time, link words, 子公司, a post or 位于某地的 before it. */
  private isHead(group: Group): boolean {
    const clause = this.clauses.start(group.start);
    const first = this.groups.find((g) => g.start >= clause) === group;
    // 由某局推荐的甲公司和乙公司.
    if (!first && !this.norm.slice(clause, group.start).endsWith("的")) return false;
    if (group.units.every((u) => u.entity.type === "Platform" || isAchievement(u))) return false;
    const lead = this.plain(clause, group.start)
      .replace(PRONOUN, "")
      .replace(/[“（《]$/, "");
    return (
      lead === "" ||
      /的$|子公司$|旗下$|企业$|龙头$|[一两三]?[家个位]是$/.test(lead) ||
      (group.units[0]!.entity.type === "Person" && !/[与同和向对由为给把将被]/.test(lead))
    );
  }

  private verbless(series: readonly Prize[], previousEnd: number): void {
    const first = series[0]!;
    const last = series.at(-1)!;
    const tail = this.norm.slice(last.end, this.sentence.end);
    const next = this.groups.find((g) => g.start >= last.end);
    const before = this.groups.filter((g) => g.end <= first.start).at(-1);
    const gapAfter = next === undefined ? undefined : this.norm.slice(last.end, next.start);
    if (this.speaksOtherwise({ start: first.start, end: first.end })) return;
    const since =
      first.kind === "it"
        ? /^(?:是|于|在)?[^，。；]{0,10}年[^，。；]{0,8}(?:拿到|获得|授予|评上|拿下|颁发|摘得|得到|得)的?(?=[，。；]|$)/.exec(
            tail,
          )
        : undefined;
    if (since && this.context.award !== undefined) {
      this.rememberSubject(this.clauses.start(first.start));
      const years = yearsIn(this.norm, last.end, last.end + since[0].length, this.x.year);
      for (const unit of this.context.subject(this.sentence) ?? [])
        for (const { year } of years)
          this.add(
            unit.entity,
            this.context.award,
            first.tier,
            first.edition,
            year,
            unit.start < first.start ? unit.start : first.start,
            last.end + since[0].length,
            "won/since",
          );
      return;
    }
    // 首届得主是甲，第二届得主是乙.
    if (first.kind === "it" && next !== undefined && /^(?:分别)?(?:是|为|：)$/.test(gapAfter!)) {
      this.emit(next.units, series, first.start, "won/bearer");
      return;
    }
    const bearer = BEARER.exec(tail);
    if (bearer !== null) {
      if (
        gapAfter !== undefined &&
        gapAfter.slice(bearer[0].length).length <= 1 &&
        /^[、，：]?$/.test(gapAfter.slice(bearer[0].length))
      )
        this.emit(next!.units, series, first.start, "won/bearer");
      else if (before !== undefined && /^[，、（—]?$/.test(this.norm.slice(before.end, first.start)))
        this.emit(before.units, series, first.start, "won/bearer");
      return;
    }
    // 某公司“某某方法”专利一等奖: no verb at all.
    if (
      before !== undefined &&
      first.kind === "tier" &&
      before.units.every(isAchievement) &&
      /^[”》]?(?:发明|实用新型)?(?:专利|项目|成果)?$/.test(this.norm.slice(before.end, first.start))
    ) {
      this.emit(
        [...before.units, ...before.units.flatMap((u) => u.maker ?? [])],
        series,
        before.start,
        "won/beside",
      );
      return;
    }
    if (
      gapAfter !== undefined &&
      /^(?:[”]|获奖|名单|（[^（）]*）|[\d一二三四五六七八九十]+[家项个名]|企业|组织|单位|个人|项目)*(?:：|——)$|^(?:企业|组织|单位|获奖企业)$/.test(
        gapAfter,
      )
    ) {
      this.emit(next!.units, series, first.start, "won/colon");
      return;
    }
    const word = this.words.find((w) => w.start >= last.end);
    if (
      word !== undefined &&
      next !== undefined &&
      (word.cls === "goes" || word.cls === "give") &&
      next.start >= word.end &&
      next.start - word.end <= 6
    ) {
      const nearby = word.start - last.end <= 8 && this.clauses.start(word.start) <= last.end;
      const isBy = this.norm.slice(word.start, word.end) === "由";
      const taken = this.words.some((w) => w.cls === "get" && w.start >= next.end && w.start - next.end <= 4);
      const later = this.prizes.some((p) => p.start >= next.end && p.kind !== "won");
      if (nearby && (isBy ? taken : !later)) {
        this.emit(next.units, series, first.start, "won/goes");
        return;
      }
    }
    if (first.kind !== "won" && this.givingGoesOn(series, previousEnd)) return;
    const own = first.years.length > 0 || first.edition !== undefined;
    const lead = before === undefined ? "" : this.norm.slice(before.end, first.start);
    if (
      before !== undefined &&
      own &&
      /^[，、]?$/.test(lead) &&
      /^[”]?(?:[，；。]|$)/.test(tail) &&
      /(?:是|为|即|叫)[^，]{0,3}$/.test(this.norm.slice(this.clauses.start(before.start), before.start))
    )
      this.emit(before.units, series, before.start, "won/apposition");
  }

  /** 授予甲公司A，乙公司B: the verb holds for the next winners too. */
  private givingGoesOn(series: readonly Prize[], previousEnd: number): boolean {
    const giving = this.words.find((w) => w.cls === "give" && w.end <= previousEnd && !this.passive(w));
    if (giving === undefined) return false;
    const between = this.groupsBetween(previousEnd, series[0]!.start);
    if (between.length === 0) return false;
    this.emit(
      between.flatMap((g) => g.units),
      series,
      previousEnd,
      "won/given",
    );
    return true;
  }

  private groupsBetween(from: number, to: number): Group[] {
    return this.groups.filter((g) => g.start >= from && g.start < to);
  }

  private emit(
    units: readonly Unit[],
    series: readonly Prize[],
    at: number,
    rule: string,
    tier?: Win["tier"],
  ): void {
    const afterAll = this.norm.slice(series.at(-1)!.end, this.sentence.end);
    const clause = this.clauses.start(at);
    const span = this.norm.slice(Math.min(clause, units[0]?.start ?? clause), series.at(-1)!.end);
    const apart = /分别|依次/.test(span);
    const when = this.when(series[0]!, clause, at);
    // 甲（第九届）、乙（第七届提名奖）: each says its own tier.
    const ownTiers =
      units.length > 1 && units.some((u) => /奖/.test(u.note) && tierOfCell(u.note) !== undefined);
    const zipPrizes = apart && series.length > 1 && series.length === units.length;
    // 于2016年、2020年先后获甲奖、乙奖.
    const zipDates =
      series.length > 1 && when.length === series.length && units.length === 1 && /先后|分别|依次/.test(span);
    const zipYears = apart && when.length > 1 && when.length === units.length && !zipPrizes;
    units.forEach((unit, i) => {
      if (isPlaceUnit(unit) && counted(afterAll)) return;
      const prizes = zipPrizes
        ? [series[i]!]
        : ownTiers
          ? series.filter((p) => p.kind !== "tier").slice(0, 1)
          : series;
      for (const prize of prizes) {
        const award = prize.award ?? this.context.awardNear(prize.kind === "won" ? 1 : 2);
        if (award === undefined || award === unit.entity) continue;
        const own = prize === series[0] ? when : this.when(prize, clause, at);
        const noted = this.noteOf(unit);
        const dates = zipYears
          ? [own[i]!]
          : zipDates
            ? [own[series.indexOf(prize)]!]
            : noted.length > 0 && !own.some((d) => d.year !== undefined)
              ? noted
              : own;
        for (const { year, edition } of dates)
          this.add(
            unit.entity,
            award,
            ownTiers ? (tierOfCell(unit.note) ?? prize.tier ?? "WINNER") : (prize.tier ?? tier),
            zipDates ? prize.edition : (edition ?? prize.edition),
            year,
            Math.min(unit.start, prize.start),
            Math.max(prize.end, unit.end),
            rule,
          );
      }
    });
  }

  /** The years and editions in brackets after a winner. */
  private noteOf(unit: Unit): { year?: number | undefined; edition?: number | undefined }[] {
    if (unit.note === "") return [];
    const from = unit.end - unit.note.length - 1;
    if (/成立|创立|前身|始建|建于|原/.test(unit.note)) return [];
    return datesOf(this.x, from, unit.end);
  }

  /** When it was won: the award's own years, the verb's, those before in the sentence, the ones spoken of. */
  private when(
    prize: Prize,
    clause: number,
    verb: number,
  ): { year?: number | undefined; edition?: number | undefined }[] {
    const inherited = this.inherited(prize);
    if (prize.years.length > 0) return prize.years.map((year) => ({ year, edition: prize.edition }));
    const past = /继[^，。]*?(?:之?后|以来)/.exec(this.norm.slice(clause, verb));
    const from = past === null ? clause : clause + past.index + past[0].length;
    let inClause = this.runOfYears(from, Math.max(verb, clause), prize);
    const above = this.clauses.start(Math.max(this.sentence.start, clause - 1));
    if (inClause.length === 0 && above < clause && TIME_ALONE.test(this.norm.slice(above, clause)))
      inClause = this.runOfYears(above, clause, prize);
    if (inClause.length > 0)
      return inClause.map((d) => ({
        year: d.year,
        edition: prize.edition ?? d.edition ?? (inClause.length === 1 ? inherited.edition : undefined),
      }));
    if (inherited.edition !== undefined && inherited.years.length > 0 && prize.edition === undefined)
      return inherited.years.map((year) => ({ year, edition: inherited.edition }));
    if (/连续|连年|历年/.test(this.norm.slice(clause, verb))) return [{ edition: prize.edition }];
    const earlier = this.runOfYears(this.sentence.start, clause, prize);
    if (earlier.length > 0)
      return [{ year: earlier.at(-1)!.year, edition: prize.edition ?? inherited.edition }];
    if (prize.kind !== "award" && prize.edition === undefined && inherited.years.length > 0)
      return inherited.years.map((year) => ({ year, edition: inherited.edition }));
    const year = this.context.yearAbove(this.x, this.sentence.block);
    return [{ edition: prize.edition ?? inherited.edition, ...(year === undefined ? {} : { year }) }];
  }

  private inherited(prize: Prize): { edition: number | undefined; years: readonly number[] } {
    const none = { edition: undefined, years: [] };
    if (prize.edition !== undefined || prize.years.length > 0) return none;
    const told = /[本该同此]届$|这一届$/.test(this.norm.slice(this.sentence.start, prize.start));
    if (told && prize.award !== undefined) return { edition: this.context.editionOf(prize.award), years: [] };
    return prize.kind === "award"
      ? this.context.sameSentence(prize.award!, this.sentence)
      : this.context.spokenOf();
  }

  /** The last run of years (2011年和2016年; 2016年（第二届）、2018年（第三届）) that stands free in [from, to). */
  private runOfYears(
    from: number,
    to: number,
    prize: Prize,
  ): { year: number; edition: number | undefined }[] {
    const free = this.dates.years.filter(
      (y) =>
        y.start >= from &&
        y.end <= to &&
        !this.inBrackets(y.start) &&
        !this.prizes.some((p) => p !== prize && y.start >= p.start && y.end <= p.end),
    );
    const run: { year: number; edition: number | undefined; start: number }[] = [];
    for (let i = free.length - 1; i >= 0; i--) {
      const { year, start, end } = free[i]!;
      const next = run[0];
      if (
        next !== undefined &&
        !/^[年度]?(?:（[^（）]*）)?(?:[、和与及]|以及|，)?$/.test(this.norm.slice(end, next.start))
      )
        break;
      const edition = /^（([^（）]*)）/.exec(this.norm.slice(end, end + 12));
      run.unshift({
        year,
        start,
        edition:
          edition === null ? undefined : editionsIn(this.norm, end, end + edition[0].length)[0]?.edition,
      });
    }
    return run;
  }

  private add(
    from: DocEntity,
    to: DocEntity,
    tier: Win["tier"],
    edition: number | undefined,
    year: number | undefined,
    start: number,
    end: number,
    rule: string,
  ): void {
    if (!fits(from, to)) return;
    this.wins.push({
      from,
      to,
      tier,
      edition,
      year,
      start: Math.max(this.sentence.start, start),
      end: Math.min(this.sentence.end, end),
      rule,
      confidence: rule === "won/carried" ? 0.75 : 0.9,
    });
    this.context.won(to, edition, year, this.sentence);
  }
}

function clausesOf(norm: string, from: number, to: number, inBrackets: (offset: number) => boolean): Clauses {
  const cuts = [from];
  for (const match of norm.slice(from, to).matchAll(CUT)) {
    const at = from + match.index;
    // 问鼎质量领域最高奖——省长质量奖: the dash names the prize.
    if (match[0] === "——" && /(?:奖|荣誉|称号|殊荣)$/.test(norm.slice(from, at))) continue;
    if (!inBrackets(at)) cuts.push(at + match[0].length);
  }
  return {
    start: (at) => cuts.findLast((cut) => cut <= at) ?? from,
    end: (at) => cuts.find((cut) => cut > at) ?? to,
  };
}
