import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Context } from "./context.js";
import { Dating, type When } from "./dating.js";
import { fits, type Win } from "./findings.js";
import { counted, failedAfter, ofSelection, rewarded, takenBack, wished } from "./guards.js";
import type { Prize, Word } from "./prizes.js";
import { Scene } from "./scene.js";
import { Subjects } from "./subject.js";
import { tierOfCell } from "./tiers.js";
import { type Group, isAchievement, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import { yearsIn } from "./when.js";

const RELEVANT =
  /奖|上榜|榜上有名|称号|入选|获评|捧杯|折桂|牌子|殊荣|荣誉|桂冠|名列其中|在列|胜出|中选|夺魁|夺冠|登台|得主|如愿/;
const RUMOUR = /误传|谣言|不实信息|虚假信息/;
const TITLE_END = /奖$/;
const BEARER =
  /^[”]?(?:的)?(?:得主|获得者|获奖者|获奖企业|获奖单位|获奖组织|得奖者|获奖个人|得奖企业|获奖项目|企业得主|个人得主)/;
const SERIES =
  /^(?:[”]|称号|荣誉|等(?:[\d一二三四五六七八九十百]+[余多]?[项个])?(?:[\u4e00-\u9fa5]{0,6}(?:荣誉|称号|奖项))?|（[^（）]{0,20}）)*(?:、|和|与|及|以及|，并|，以及|以及其|，?再?到)[“]?$|^”“$/;
const LIST_AFTER =
  /^(?:称号|荣誉|”|（[^（）]*）|企业|组织|奖杯|奖牌|桂冠|领奖台|奖台)*(?:的[^，。；：]{0,14}?(?:[，：]?(?:还有|也有|有|是|为|分别(?:是|为)|包括|即|系)[，：]?|[，：])?|[^，。；：]{0,8}：)$/;
const COUNT = /[\d一二两三四五六七八九十几]+[余多]?[家个名项位件]/;
/** 质量奖企业2家, 奖项3个: of an unnamed number. */
const MANY = /^[^，。；]{0,14}?[\d一二两三四五六七八九十几]+[余多]?[家个名项位件]/;
const NAMED_LATER = /^[^。；]{0,40}?(?:[，](?:它们|他们)?(?:即|分别(?:是|为)|包括|有|是|为)[：]?|[：（]|——)$/;
/** 将质量奖收入囊中, 把奖杯抱回了家: the award stands before its verb. */
const FETCHED = /(?:将|把)[“]?(?:[^，。；将把获得]{0,10}的)?$/;
/** 2014年、2019年两次质量奖: no verb but how often. */
/** 新增某奖1家，为某公司; 某奖企业2家，分别是甲、乙. */
const COUNTED_THEN_NAMED =
  /^[”]?(?:获奖)?(?:企业|组织|单位|个人|称号)?[\d一二两三四五六七八九十]+[家个名项人位](?:企业|组织|单位)?(?:，?(?:分别)?(?:为|是|即|系|包括|有)：?|：|——)$/;
/** 继获评某称号之后，某公司…. */
const PRECEDING = /^[”]?(?:称号|荣誉|奖牌|奖杯)?(?:之?后|以来|的?基础上)，[^，。；]{0,4}$/;
/** 一块是2014年的某奖, 另一座则是某奖. */
const ONE_OF_THEM =
  /(?:^|[，；：])(?:其中)?(?:另外?|还有|再)?[一二三两那这][^，。；]{0,3}[块座个枚尊面项张](?:，)?(?:则|就|便|正)?是[“]?$/;
/** 四块奖牌分别是: what follows was won. */
const PLAQUES = /(?:奖牌|奖杯|奖状|牌匾|荣誉|奖项|证书)[^，。；改设更定命]{0,8}(?:是|为|有|包括)：?[“]?$/;
const TIMES = /(?:[两二三四五六七八九多几\d][次度])$/;
const SINCE =
  /^(?:[”]|的)?(?:称号|名号|名片|美誉|牌子|荣誉|招牌|头衔|雅号)*，?(?:是|于|在)?[^，。；]{0,10}年[^，。；]{0,20}(?:拿到|获得|授予|评上|拿下|颁发|摘得|得到|得|授牌|命名|评定|认定|授的|颁的)的?(?=[，。；]|$)/;

/** What the prose of one sentence says of who won what; the context is read and brought up to date. */
export class SentenceWins {
  private readonly scene: Scene;
  private readonly subjects: Subjects;
  private readonly dating: Dating;
  private readonly norm: string;
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
    this.scene = new Scene(x, sentence, context);
    this.subjects = new Subjects(this.scene);
    this.dating = new Dating(this.scene);
    this.norm = x.norm;
  }

  run(): Win[] {
    const { prizes, bracketed } = this.scene;
    let previousEnd = this.sentence.start;
    if (!RUMOUR.test(this.norm.slice(this.sentence.start, this.sentence.end))) {
      for (let i = 0; i < prizes.length; ) {
        const series = [prizes[i]!];
        while (++i < prizes.length && this.joined(series.at(-1)!, prizes[i]!)) series.push(prizes[i]!);
        this.series(series, previousEnd);
        for (const prize of series) this.note(prize);
        previousEnd = series.at(-1)!.end;
      }
    }
    for (const prize of bracketed) this.besideName(prize);
    this.subjects.remember(this.sentence.end);
    this.context.salience.names(this.scene.units);
    return this.wins;
  }

  /** 某公司（第六届湖南省省长质量奖获得者）, 某公司（2020年质量奖）. */
  private besideName(prize: Prize): void {
    const { units, dates } = this.scene;
    const unit = units.find(
      (u) => u.note !== "" && prize.start > u.end - u.note.length - 2 && prize.end < u.end + 1,
    );
    if (unit === undefined) return;
    const from = unit.end - unit.note.length - 1;
    const after = this.norm.slice(prize.end, unit.end);
    const lead = this.norm.slice(from, prize.start);
    if (
      !/^(?:(?:19|20)\d\d年?度?|[、，和\s]|曾|于|先后|分别|[两二三四五][次度]?|首次|荣?获得?|摘得|捧得|夺得|斩获|拿下|获评|入选|荣膺)*$/.test(
        lead,
      ) ||
      !/^[”]?(?:的)?(?:得主|获得者|获奖者|获奖企业|获奖单位)?）$/.test(after)
    )
      return;
    const inLead = dates.years.filter((y) => y.start >= from && y.end <= prize.start).map((y) => y.year);
    const years = prize.years.length > 0 ? prize.years : inLead;
    for (const year of years.length > 0 ? years : [undefined])
      this.add(unit.entity, prize.award!, prize.tier, { year, edition: prize.edition }, unit, "won/beside");
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
    const units = unitsIn(this.scene.x, end - count[1]!.length, end).filter((u) => !isPlaceUnit(u));
    if (units.length === 0 || /前身|注册|不含/.test(count[1]!)) return false;
    this.emit(units, series, series[0]!.start, "won/counted");
    return true;
  }

  private countedThenNamed(series: readonly Prize[], at: number): boolean {
    const next = this.scene.groupAfter(at);
    if (next === undefined || next.units.every(isPlaceUnit)) return false;
    if (!COUNTED_THEN_NAMED.test(this.norm.slice(at, next.start)) || this.speaksOtherwise(series[0]!))
      return false;
    this.emit(next.units, series, series[0]!.start, "won/counted");
    return true;
  }

  /** 将某奖授予甲公司，将提名奖授予乙公司. */
  private handedTo(series: readonly Prize[]): boolean {
    const { clauses, words } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    if (!FETCHED.test(this.norm.slice(clauses.start(first.start), first.start))) return false;
    const word = words.find((w) => w.start >= last.end);
    if (word === undefined || (word.cls !== "give" && word.cls !== "goes") || word.start - last.end > 6)
      return false;
    const next = this.scene.groupAfter(word.end);
    if (next === undefined || next.start - word.end > 3 || this.speaksOtherwise(word)) return false;
    this.emit(next.units, series, first.start, "won/given");
    return true;
  }

  private joined(a: Prize, b: Prize): boolean {
    return a.kind !== "won" && b.kind !== "won" && SERIES.test(this.norm.slice(a.end, b.start));
  }

  private note(prize: Prize): void {
    if (prize.kind !== "award") return;
    // 同届某奖: the edition given before.
    const same = /(?:[本该同此]|[这同]一)届$/.test(this.norm.slice(this.sentence.start, prize.start));
    const edition = prize.edition ?? (same ? this.context.editionOf(prize.award!) : undefined);
    this.context.speaksOf(prize.award!, edition, prize.years, this.sentence);
  }

  private series(series: readonly Prize[], previousEnd: number): void {
    const first = series[0]!;
    const last = series.at(-1)!;
    const after = this.norm.slice(last.end, this.sentence.end);
    if (
      first.kind !== "won" &&
      (ofSelection(after) || rewarded(this.norm.slice(this.sentence.start, first.start), after))
    )
      return;
    if (this.inBracketAfter(series, last.end) || this.countedThenNamed(series, last.end)) return;
    if (this.handedTo(series)) return;
    const verb = this.fetched(first, last) ?? this.verbOf(first, previousEnd) ?? this.oftenBefore(first);
    const give = verb?.cls === "give" && !this.passive(verb);
    if (verb === undefined || (verb.cls === "be" && !this.bearable(series, after))) {
      this.verbless(series, previousEnd);
      return;
    }
    if (failedAfter(after) || this.speaksOtherwise(verb)) return;
    if (give) this.given(series, verb);
    else this.gotten(series, verb, previousEnd);
  }

  /** 将某奖收入囊中: 将 takes the place of the verb, which follows the award. */
  private fetched(first: Prize, last: Prize): Word | undefined {
    const { clauses, words } = this.scene;
    const clause = clauses.start(first.start);
    const match = FETCHED.exec(this.norm.slice(clause, first.start));
    if (match === null) return undefined;
    const end = clauses.end(last.end);
    if (!words.some((w) => w.cls === "get" && w.start >= last.end && w.end <= end)) return undefined;
    return { cls: "get", start: clause + match.index, end: first.start };
  }

  private oftenBefore(first: Prize): Word | undefined {
    const clause = this.scene.clauses.start(first.start);
    const match = TIMES.exec(this.norm.slice(clause, first.start));
    return match === null || first.kind !== "award"
      ? undefined
      : { cls: "get", start: clause + match.index, end: first.start };
  }

  /** The word of winning that governs the prize: the last one before it that no clause's end or other prize divides from it. */
  private verbOf(prize: Prize, previousEnd: number): Word | undefined {
    if (prize.kind === "won") return { cls: "won", start: prize.start, end: prize.end };
    const { words, clauses, inBrackets } = this.scene;
    const clause = clauses.start(prize.start);
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i]!;
      if (word.end > prize.start || word.start < previousEnd || inBrackets(word.start)) continue;
      if (word.cls === "it" || word.cls === "goes") continue;
      if (word.start >= clause && word.cls !== "give") {
        if (prize.start - word.end > 30) return undefined;
        // A lone 得 or 拿 only right before what it takes.
        if (
          word.end - word.start === 1 &&
          /[得拿揽膺]/.test(this.norm[word.start]!) &&
          prize.start - word.end > 8
        )
          continue;
        if (word.cls === "be") {
          // 拿到的是某奖, 得的则是提名奖.
          const taken = words[i - 1];
          if (
            taken?.cls === "get" &&
            /的(?:则|就|却|也|便)?$/.test(this.norm.slice(taken.start, word.start)) &&
            word.start - taken.end <= 2
          )
            return taken;
          // 为 between 授予 and the award, 是 far off: look further.
          const earlier = words
            .slice(0, i)
            .reverse()
            .find((w) => w.start >= clause && w.cls !== "it" && w.cls !== "be" && w.cls !== "goes");
          if (
            earlier !== undefined &&
            earlier.cls === "give" &&
            this.scene.groupsBetween(earlier.end, word.start).length > 0
          )
            return earlier;
          if (this.scene.groupsBetween(word.end, prize.start).length > 0) continue;
        }
        return word;
      }
      if (word.cls === "give") return word;
    }
    return undefined;
  }

  private passive(verb: Word): boolean {
    const lead = this.norm.slice(this.scene.clauses.start(verb.start), verb.start);
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
    const { scene } = this;
    const before = scene.plain(this.sentence.start, verb.start).replace(/^.*；/s, "");
    const clause = scene.plain(scene.clauses.start(verb.start), verb.start);
    return (
      wished(before, scene.x.year) ||
      takenBack(clause) ||
      scene.x.modalityAt(verb.start, verb.end) === "denied"
    );
  }

  private given(series: readonly Prize[], verb: Word): void {
    const { scene } = this;
    const between = scene.groupsBetween(verb.end, series[0]!.start);
    if (between.length > 0) {
      this.emit(
        between.flatMap((g) => g.units),
        series,
        verb.start,
        "won/given",
      );
      return;
    }
    // 授予“某某技术”首届某奖一等奖.
    const works = this.subjects.works(verb.end, series[0]!.start);
    if (works.length > 0) {
      this.emit(works, series, verb.start, "won/given");
      return;
    }
    const next = scene.groupAfter(series.at(-1)!.end);
    if (
      next !== undefined &&
      /^(?:[”]|称号|荣誉)*(?:获奖单位|获奖企业|获奖组织|获奖个人|获得者|得主)?(?:给|予|于)?(?:[：]|——|的(?:是|有|企业|单位|组织|个人)[^，。]{0,6}[：]?)?$/.test(
        this.norm.slice(series.at(-1)!.end, next.start),
      )
    )
      this.emit(next.units, series, verb.start, "won/given");
  }

  private gotten(series: readonly Prize[], verb: Word, previousEnd: number): void {
    const { scene } = this;
    const last = series.at(-1)!;
    const clause = scene.clauses.start(verb.start);
    const by = this.byWhom(clause, verb.start);
    const own = scene.groups.filter((g) => g.start >= clause && g.end <= Math.min(verb.start, by));
    const next = scene.groupAfter(last.end);
    const gap = next === undefined ? "" : this.norm.slice(last.end, next.start);
    if (
      next !== undefined &&
      (own.length === 0 ? LIST_AFTER.test(gap) : /^[”]?(?:称号|荣誉)?的$/.test(gap))
    ) {
      this.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    if (
      next !== undefined &&
      own.length === 0 &&
      PRECEDING.test(gap) &&
      /继|在|自/.test(this.norm.slice(scene.sentence.start, verb.start))
    ) {
      this.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    const each = this.eachInItsYear(own, verb);
    if (each !== undefined) {
      for (const { unit, year } of each)
        for (const prize of series)
          if (prize.award !== undefined)
            this.add(
              unit.entity,
              prize.award,
              prize.tier,
              { year, edition: prize.edition },
              prize,
              "won/verb",
            );
      return;
    }
    // 摘得某奖的，全省只有8家，某公司是其中之一.
    if (
      next !== undefined &&
      gap.startsWith("的") &&
      /^(?:就|也|便)?(?:是其中之一|位列其中|名列其中|在列|榜上有名)/.test(
        this.norm.slice(next.end, next.end + 8),
      )
    ) {
      this.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    const tier =
      verb.cls === "enter" &&
      series.every((p) => p.tier === undefined && TITLE_END.test(p.award?.name ?? "奖"))
        ? "NOMINATION"
        : undefined;
    const holds = /^(?:拥有|享有|坐拥|握有|[已现]有)$/.test(this.norm.slice(verb.start, verb.end));
    const counting = holds || this.norm.slice(verb.start, verb.end) === "新增";
    if (counting && MANY.test(this.norm.slice(last.end, this.sentence.end))) return;
    const winners = this.subjects.of(series, verb, clause, own, previousEnd);
    if (winners !== undefined) this.pastOnes(series, verb, clause, winners);
    if (winners !== undefined)
      this.emit(winners, series, verb.start, own.length > 0 ? "won/verb" : "won/carried", tier);
    else if (next !== undefined && COUNT.test(this.norm.slice(clause, verb.start)) && NAMED_LATER.test(gap))
      this.emit(next.units, series, verb.start, "won/listed", tier);
  }

  /** 甲于2021年、乙于2023年分别获得. */
  private eachInItsYear(own: readonly Group[], verb: Word): { unit: Unit; year: number }[] | undefined {
    if (own.length < 2) return undefined;
    const found: { unit: Unit; year: number }[] = [];
    for (const [i, group] of own.entries()) {
      const gap = this.norm.slice(group.end, own[i + 1]?.start ?? verb.start);
      const match = /^[于在]?((?:19|20)\d\d)年(?:[、和与]|分别|先后)+$/.exec(gap);
      if (match === null) return undefined;
      for (const unit of group.units) found.push({ unit, year: Number(match[1]) });
    }
    return found;
  }

  /** Where 被某部门 begins before a verb; the verb's place without it. */
  private byWhom(clause: number, verb: number): number {
    const at = this.norm.lastIndexOf("被", verb);
    return at >= clause ? at : verb;
  }

  /** 继第六届（2016年）之后再次获得: the earlier one is won too. */
  private pastOnes(series: readonly Prize[], verb: Word, clause: number, winners: readonly Unit[]): void {
    const award = series[0]!.award ?? this.context.award;
    if (award === undefined) return;
    for (const when of this.dating.past(this.norm.slice(clause, verb.start), clause))
      for (const { entity } of winners)
        this.add(entity, award, series[0]!.tier, when, verb, "won/past", false);
  }

  private verbless(series: readonly Prize[], previousEnd: number): void {
    const { scene } = this;
    const first = series[0]!;
    const last = series.at(-1)!;
    const tail = this.norm.slice(last.end, this.sentence.end);
    const next = scene.groupAfter(last.end);
    const before = scene.groups.findLast((g) => g.end <= first.start);
    const gapAfter = next === undefined ? undefined : this.norm.slice(last.end, next.start);
    if (this.speaksOtherwise({ start: first.start, end: first.end }) || failedAfter(tail)) return;
    if (this.since(series, tail)) return;
    // 首届得主是甲，第二届得主是乙.
    if (first.kind === "it" && next !== undefined && /^(?:分别)?(?:是|为|：)$/.test(gapAfter!)) {
      this.emit(next.units, series, first.start, "won/bearer");
      return;
    }
    if (this.bearer(series, tail, next, before)) return;
    const lead = this.norm.slice(this.sentence.start, first.start);
    if (ONE_OF_THEM.test(lead) || PLAQUES.test(lead)) {
      const clause = scene.clauses.start(first.start);
      const own = scene.groups.findLast((g) => g.start >= clause && g.end <= first.start);
      const winners = own?.units ?? this.subjects.carried(series, clause, first);
      if (winners !== undefined) this.emit(winners, series, first.start, "won/one-of");
      return;
    }
    // 从市长质量奖到省长质量奖，某公司….
    if (/从[“]?$/.test(lead) && series.length > 1) {
      const clause = scene.clauses.start(first.start);
      const own = scene.groups.findLast((g) => g.start >= clause && g.end <= first.start);
      const named =
        own?.units ??
        (/^[^，。；]{0,8}，$/.test(gapAfter ?? "") ? next?.units : undefined) ??
        this.subjects.carried(series, clause, first);
      if (named !== undefined) this.emit(named, series, first.start, "won/from-to");
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
    if (this.goesTo(series, next)) return;
    if (first.kind !== "won" && this.givingGoesOn(series, previousEnd)) return;
    if (this.dated(series, tail)) return;
    this.apposition(series, before, tail);
  }

  /** 这块牌子是2019年拿到的, “某某之都”的名号，是2017年由某会授予的. */
  private since(series: readonly Prize[], tail: string): boolean {
    const first = series[0]!;
    const last = series.at(-1)!;
    const match = SINCE.exec(tail);
    const award = first.award ?? this.context.award;
    if (match === null || award === undefined || (first.kind !== "it" && first.kind !== "award"))
      return false;
    const years = yearsIn(this.norm, last.end, last.end + match[0].length, this.scene.x.year);
    const clause = this.scene.clauses.start(first.start);
    const own = this.scene.groups.findLast((g) => g.start >= clause && g.end <= first.start);
    const winners = own?.units ?? this.subjects.carried(series, clause, first) ?? [];
    for (const unit of winners)
      for (const { year } of years)
        this.add(unit.entity, award, first.tier, { year, edition: first.edition }, last, "won/since");
    return true;
  }

  /** 某奖得主某公司; 某公司，2016年某奖得主; 某公司，这家某奖得主; 作为某奖获奖企业，某公司. */
  private bearer(
    series: readonly Prize[],
    tail: string,
    next: Group | undefined,
    before: Group | undefined,
  ): boolean {
    const first = series[0]!;
    const lead = this.norm.slice(this.scene.clauses.start(first.start), first.start);
    const inRole = /^(?:作为|身为|同为|同是)[^，]{0,6}$/.test(lead);
    const match = BEARER.exec(tail) ?? (inRole ? /^[”]?(?:称号|荣誉)?/.exec(tail) : null);
    if (match === null) return false;
    const gap = next === undefined ? undefined : this.norm.slice(series.at(-1)!.end, next.start);
    const rest = gap?.slice(match[0].length);
    if (rest !== undefined && (/^[、，：]?$/.test(rest) || (inRole && /^[^，。；]{0,6}，$/.test(rest))))
      this.emit(next!.units, series, first.start, "won/bearer");
    else if (
      before !== undefined &&
      /^[，、（—]?(?:[这那][家位名个座所]|系|作为)?$/.test(this.norm.slice(before.end, first.start))
    )
      this.emit(before.units, series, first.start, "won/bearer");
    return true;
  }

  /** 某奖花落某公司, 某奖由某公司摘走, 某奖颁给了某公司. */
  private goesTo(series: readonly Prize[], next: Group | undefined): boolean {
    const { words, clauses, prizes } = this.scene;
    const first = series[0]!;
    const last = series.at(-1)!;
    const word = words.find((w) => w.start >= last.end);
    if (word === undefined || next === undefined || (word.cls !== "goes" && word.cls !== "give"))
      return false;
    if (next.start < word.end || next.start - word.end > 6) return false;
    const nearby =
      (word.start - last.end <= 8 && clauses.start(word.start) <= last.end) ||
      (word.cls === "goes" &&
        /^[”]?，(?:[最]?终|均|都|同|双双|悉数|全)*$/.test(this.norm.slice(last.end, word.start)));
    const isBy = this.norm.slice(word.start, word.end) === "由";
    const taken = words.some((w) => w.cls === "get" && w.start >= next.end && w.start - next.end <= 4);
    const clauseEnd = clauses.end(next.start);
    const later = prizes.some(
      (p) => p.start >= next.end && p.kind !== "won" && (word.cls === "give" || p.start < clauseEnd),
    );
    if (!nearby || !(isBy ? taken : !later)) return false;
    this.emit(next.units, series, first.start, "won/goes");
    return true;
  }

  /** 账本上记着：2011年，市长质量奖；2016年，省长质量奖: dates and awards in turn. */
  private dated(series: readonly Prize[], tail: string): boolean {
    const { clauses, prizes } = this.scene;
    const bare = (p: Prize): boolean =>
      clauses.start(p.start) === p.start &&
      /^[^，。；：]{0,6}年(?:\d+月)?，$/.test(this.norm.slice(clauses.start(p.start - 1), p.start));
    if (!bare(series[0]!) || !/^[”]?(?:[；。、]|$)/.test(tail) || prizes.filter(bare).length < 2)
      return false;
    const first = prizes[0]!;
    const named = this.scene.groups.findLast((g) => g.end <= first.start);
    const winners = named?.units ?? this.subjects.carried(series, first.start, first);
    if (winners !== undefined) this.emit(winners, series, series[0]!.start, "won/dated");
    return winners !== undefined;
  }

  /** 一个是某公司，2018年质量奖; 某公司，2018年某奖，2022年某奖. */
  private apposition(series: readonly Prize[], before: Group | undefined, tail: string): void {
    const first = series[0]!;
    if (before === undefined || (first.years.length === 0 && first.edition === undefined)) return;
    if (!/^[”]?(?:[，；。]|$)/.test(tail)) return;
    const { clauses } = this.scene;
    const told = /(?:是|为|即|叫)[^，]{0,3}$/.test(
      this.norm.slice(clauses.start(before.start), before.start),
    );
    const lead = this.norm.slice(before.end, first.start);
    const alone =
      before.start === this.sentence.start &&
      lead.startsWith("，") &&
      this.scene.plain(before.end, first.start).replace(/[，、\s\d年度第届奖获得]/g, "") === "";
    if ((told && /^[，、]?$/.test(lead)) || alone)
      this.emit(before.units, series, before.start, "won/apposition");
  }

  /** 授予甲公司A，乙公司B: the verb holds for the next winners too. */
  private givingGoesOn(series: readonly Prize[], previousEnd: number): boolean {
    const giving = this.scene.words.find((w) => w.cls === "give" && w.end <= previousEnd && !this.passive(w));
    if (giving === undefined) return false;
    const between = this.scene.groupsBetween(previousEnd, series[0]!.start);
    if (between.length === 0) return false;
    this.emit(
      between.flatMap((g) => g.units),
      series,
      previousEnd,
      "won/given",
    );
    return true;
  }

  private emit(
    units: readonly Unit[],
    series: readonly Prize[],
    at: number,
    rule: string,
    tier?: Win["tier"],
  ): void {
    const { clauses } = this.scene;
    const afterAll = this.norm.slice(series.at(-1)!.end, this.sentence.end);
    const clause = clauses.start(at);
    const span = this.norm.slice(Math.min(clause, units[0]?.start ?? clause), series.at(-1)!.end);
    const apart = /分别|依次/.test(span);
    const when = this.dating.of(series[0]!, clause, at);
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
        const own = prize === series[0] ? when : this.dating.of(prize, clause, at);
        const noted = this.dating.ofNote(unit);
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
            { year, edition: zipDates ? prize.edition : (edition ?? prize.edition) },
            { start: Math.min(unit.start, prize.start), end: Math.max(prize.end, unit.end) },
            rule,
          );
      }
    });
  }

  private add(
    from: DocEntity,
    to: DocEntity,
    tier: Win["tier"],
    { year, edition }: When,
    { start, end }: { start: number; end: number },
    rule: string,
    /** Whether what follows is about this win: not where an earlier one is only looked back at. */
    spoken = true,
  ): void {
    const now = this.scene.x.year;
    if (!fits(from, to) || (year !== undefined && now !== undefined && year > now)) return;
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
    if (spoken) this.context.won(to, edition, year, this.sentence);
  }
}
