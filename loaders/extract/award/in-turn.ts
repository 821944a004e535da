import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import type { Emission } from "./emission.js";
import { PERSONS } from "./item.js";
import { datesOf } from "./noted.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { speakersOf } from "./speakers.js";
import type { Subjects } from "./subject.js";
import { asEmployer, isPlaceUnit, type Unit, unitOf } from "./units.js";

const HONOURS_SHOWN = gated(/奖牌|奖杯|牌匾|奖状|证书|荣誉|家底|成绩单|光荣榜|金字招牌|牌子|名片|招牌/);
const NOT_SHOWN = /申报|目标|评选|设立|推荐|争创|包括以下|分为|表彰|授予|名单/;
const TITLE_OF_FIRM = gated(
  /(?:小巨人”?企业|单项冠军(?:示范)?企业|龙头企业|示范企业|标杆企业|高新技术企业|绿色工厂|中小企业)$/,
);
/** 的成色也不差——: between a prize and its tiers, and between those. */
const TOPIC_LEAD = /^[^。；：]{0,24}(?:：|——)(?:[，、；和与及\s]|以及|再到|其后是){0,8}$/;
const SPEAKS_ABOUT = /关于|办法|评审|开展|组织|印发|启动|授予|表彰|公布|颁发|决定/;
const BIOGRAPHY = /(?:年(?:\d{1,2}月)?(?:出?生)|[男女]，|\d\d岁|董事长|总经理|工程师|技师|主任|书记|班长)/;
const ENDS_TITLE = gated(/^[”]?(?:[。；，]|$)/);
const ENDS_HONOUR = gated(/^[”]?(?:[，。；、]|$)/);
const ENDS_DATED = gated(/^[”]?(?:[；。、]|$)/);
const AFTER_MARK = gated(/[，、：][“]?$/);
const YEAR_ALONE = gated(/^[^，。；：]{0,6}年(?:\d+月)?，$/);
const YEAR_AFTER = gated(/^[”]?[，、 ]?(?:19|20)\d\d年?(?:度|获得|获评|摘得|捧得)?(?=[；。，、]|——|$)/);
const DASHED = gated(/^[^；。]{0,12}——[“]?$/);
const CHAINED = gated(/^[”]?[，、；和及与][“]?$/);

const isDated = ({ years, edition }: Prize): boolean => years.length > 0 || edition !== undefined;

const ANNOUNCED = gated(
  /^(?:（[^（）]{0,60}）)?[^。；]{0,24}?(?:揭晓|公布|出炉|颁出|颁发|评出|启动|开评|产生)/,
);

/** 我们也报了，可惜没评上 */
const SOUGHT = gated(/报[了名过送]|申报|参评|冲|争|没|未/);

/** Honours told in turn with their dates and no verb: on a wall, in a biography, in an answer. */
export class InTurnWins {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly out: Emission,
  ) {}

  /** Whether any of these ways tells who has the prizes. */
  run(series: readonly Prize[], tail: string): boolean {
    return (
      this.holding(series, tail) ||
      this.biography(series, tail) ||
      this.dated(series, tail) ||
      this.datedAfter(series) ||
      this.displayed(series) ||
      this.enumerated(series) ||
      this.ofTopic(series) ||
      this.answered(series)
    );
  }

  /** 墙上的奖牌不少：某称号，2022年度某奖一等奖，第四届某奖: what a colon lists after a word for honours. */
  private displayed(series: readonly Prize[]): boolean {
    const { scene } = this;
    const first = series[0]!;
    if (first.kind === "won" || first.kind === "it") return false;
    const colon = lastIndexWithin(scene.norm, "：", scene.sentence.start, first.start + 1);
    if (colon < 0) return false;
    const lead = scene.slice(scene.sentence.start, colon);
    if (!HONOURS_SHOWN.test(lead) || NOT_SHOWN.test(lead)) return false;
    // Nothing but prizes, when they were won and marks between them.
    let rest = "";
    let at = colon + 1;
    for (const prize of scene.prizes) {
      if (prize.end <= colon || prize.start >= first.start) continue;
      rest += scene.slice(at, prize.start);
      at = prize.end;
    }
    rest += scene.slice(at, first.start);
    if (
      !/^(?:[“”、，；和与及\s]|还有|以及|(?:19|20)\d\d年度?的?|[首第][一二三四五六七八九十\d]{0,12}[届批]的?){0,12}$/.test(
        rest,
      )
    )
      return false;
    if (!/^[”]?(?:[，、；。和]|以及|还有|$)/.test(scene.slice(series.at(-1)!.end, scene.sentence.end)))
      return false;
    const before = scene.groups.filter((g) => g.end <= colon);
    const named = before.findLast((g) => !g.units.every(isPlaceUnit)) ?? before.at(-1);
    const persons = named?.units.every((u) => u.entity.type === "Person") !== false;
    const winners =
      (persons ? this.ofTheHouse(lead) : undefined) ??
      named?.units.map((u) => asEmployer(scene.x, u)) ??
      this.subjects.carried(series, scene.clauses.start(colon), { start: colon });
    if (winners === undefined) return false;
    this.out.emit(winners, series, first.start, "won/displayed");
    return true;
  }

  /** 甲公司：从事某业，国家专精特新“小巨人”企业。: a title of firms that is a clause of what is told of one. */
  private holding(series: readonly Prize[], tail: string): boolean {
    const { scene } = this;
    const [first] = series;
    if (series.length !== 1 || first!.kind !== "award" || !TITLE_OF_FIRM.test(first!.award!.name))
      return false;
    if (!ENDS_TITLE.test(tail) || scene.clauses.start(first!.start) !== first!.start) return false;
    if (!/，$/.test(scene.slice(scene.sentence.start, first!.start))) return false;
    const lead = scene.slice(scene.sentence.start, first!.start);
    if (/[\d一二三四五六七八九十余多][家户个]|培育|申报|目标|力争|等/.test(lead)) return false;
    const winners = this.subjects.carried(series, first!.start, first!);
    if (winners?.length !== 1 || winners[0]!.entity.type !== "Company") return false;
    this.out.emit(winners, series, first!.start, "won/holding");
    return true;
  }

  /** 公司墙上的奖牌: the organization's, though a person was spoken of last. */
  private ofTheHouse(lead: string): readonly Unit[] | undefined {
    return /公司|企业|集团|厂|医院|学校/.test(lead)
      ? this.scene.context.salience.organization(this.scene.sentence)
      : undefined;
  }

  /** ——2013年某奖提名奖，2017年某奖; 2011年的甲奖、2015年的乙奖: two and more prizes, each with its year, and no verb at all. */
  private enumerated(series: readonly Prize[]): boolean {
    const { prizes, norm } = this.scene;
    if (prizes.length < 2 || !isDated(series[0]!)) return false;
    // 第六届甲奖、2023年度乙奖一并揭晓: told to be announced, not to be had.
    const last = prizes.findLast((p) => p.kind !== "won") ?? prizes[0]!;
    if (ANNOUNCED.test(norm, last.end, this.scene.sentence.end)) return false;
    const bare = prizes.filter((p) => p.kind !== "won" && isDated(p));
    const first = series[0]!;
    const at = bare.indexOf(first);
    if (at < 0 || bare.length < 2) return false;
    const chained = (a: Prize | undefined, b: Prize | undefined): boolean =>
      a !== undefined && b !== undefined && CHAINED.test(norm, a.end, b.start);
    const all = prizes.filter((p) => p.kind !== "won");
    const i = all.indexOf(first);
    if (
      series.length < 2 &&
      !chained(all[i - 1], first) &&
      !chained(series.at(-1), all[all.indexOf(series.at(-1)!) + 1])
    )
      return false;
    const start = bare[0]!.start;
    if (
      this.scene.groupAfter(start) !== undefined ||
      SPEAKS_ABOUT.test(norm.slice(this.scene.sentence.start, start))
    )
      return false;
    const named = this.scene.groups.findLast(
      (g) => g.end <= start && g.units[0]!.entity.type !== "GovernmentBody",
    );
    const winners = named?.units ?? this.subjects.carried(series, this.scene.clauses.start(start), { start });
    if (winners === undefined) return false;
    // 质量部部长某某指着奖牌说，2012年甲奖、2015年乙奖: the firm's.
    const told = named !== undefined && /[说道数]|介绍/.test(norm.slice(named.end, start));
    this.out.emit(told ? this.out.employers(winners) : winners, series, first.start, "won/enumerated");
    return true;
  }

  /** 某公司，某奖的成色也不差——第七届提名奖、第九届正奖: tiers with their dates, of the prize that the dash or colon leads from. */
  private ofTopic(series: readonly Prize[]): boolean {
    const { scene } = this;
    const { norm, prizes, sentence } = scene;
    const first = series[0]!;
    if (series.some((p) => p.kind !== "tier" || (p.edition === undefined && p.years.length === 0)))
      return false;
    const at = prizes.findLastIndex((p) => p.kind === "award" && p.end <= first.start);
    if (at < 0 || scene.groupsBetween(prizes[at]!.end, scene.clauses.end(series.at(-1)!.end)).length > 0)
      return false;
    const topic = prizes[at]!;
    let rest = "";
    for (let i = at; prizes[i] !== first; i++) rest += norm.slice(prizes[i]!.end, prizes[i + 1]!.start);
    if (!TOPIC_LEAD.test(rest) || !ENDS_HONOUR.test(norm.slice(series.at(-1)!.end, sentence.end)))
      return false;
    const lead = norm.slice(topic.end, topic.end + 30);
    if (SPEAKS_ABOUT.test(lead) || SPEAKS_ABOUT.test(norm.slice(sentence.start, topic.start))) return false;
    const named = scene.groups.findLast((g) => g.end <= first.start && !g.units.every(isPlaceUnit));
    const winners = named?.units ?? this.subjects.carried(series, scene.clauses.start(topic.start), topic);
    if (winners === undefined) return false;
    const award = topic.award!;
    this.out.emit(
      this.out.employers(winners),
      series.map((prize) => ({ ...prize, award })),
      first.start,
      "won/topic",
    );
    return true;
  }

  /** 得过哪些奖？ 市里的，2015年的甲奖，算是敲门砖；省里的，2019年乙奖: what an answer lists with its years. */
  private answered(series: readonly Prize[]): boolean {
    const first = series[0]!;
    if (!this.scene.context.isAnswer || first.kind !== "award" || first.years.length === 0) return false;
    if (this.scene.groupsBetween(this.scene.clauses.start(first.start), first.start).length > 0) return false;
    // 去年第五届甲奖我们也报了，可惜没评上
    const { norm, clauses } = this.scene;
    if (SOUGHT.test(norm, first.end, clauses.end(first.end))) return false;
    const { told } = this.scene.x.about;
    const speaker =
      [...speakersOf(this.scene)].find((u) => !isPlaceUnit(u)) ??
      (told === undefined ? undefined : unitOf(told, first.start, first.start));
    if (speaker === undefined) return false;
    this.out.emit([speaker], series, first.start, "won/answered");
    return true;
  }

  /** 王某，1968年生，某公司董事长，高级工程师，某省劳动模范（2014年）: an honour that ends a short biography. */
  private biography(series: readonly Prize[], tail: string): boolean {
    const { scene } = this;
    const first = series[0]!;
    const [group] = scene.groups;
    if (
      group === undefined ||
      group.units[0]!.entity.type !== "Person" ||
      group.end > first.start ||
      first.award === undefined ||
      !PERSONS.test(first.award.name) ||
      !ENDS_HONOUR.test(tail) ||
      !AFTER_MARK.test(scene.norm, scene.sentence.start, first.start)
    )
      return false;
    const between = scene.plain(group.end, first.start);
    if (between.length > 80 || !BIOGRAPHY.test(between) || /[了将被获拿说让把]|[是为]/.test(between))
      return false;
    this.out.emit([group.units[0]!], series, first.start, "won/biography");
    return true;
  }

  /** 账本上记着：2011年，市长质量奖；2016年，省长质量奖: dates and awards in turn. */
  private dated(series: readonly Prize[], tail: string): boolean {
    const { clauses, prizes } = this.scene;
    const bare = (p: Prize): boolean =>
      clauses.start(p.start) === p.start &&
      YEAR_ALONE.test(this.scene.norm, clauses.start(p.start - 1), p.start);
    if (prizes.length < 2 || !bare(series[0]!) || !ENDS_DATED.test(tail) || prizes.filter(bare).length < 2)
      return false;
    const first = prizes[0]!;
    if (this.namesOthers(first, prizes.at(-1)!)) return false;
    const named = this.scene.groupBefore(first.start);
    const told = named?.units ?? this.subjects.carried(series, first.start, first);
    if (told === undefined) return false;
    // 某公司总工程师某某一张张翻给记者看：2016年，市长质量奖: the firm's, unless honours of persons are among them.
    const own = prizes.some(({ award }) => award !== undefined && PERSONS.test(award.name));
    this.out.emit(own ? told : this.out.employers(told), series, series[0]!.start, "won/dated");
    return true;
  }

  /** 某奖，2016年；某奖，2019年——某公司一路走来: awards and dates in turn, and then or before whose they are. */
  private datedAfter(series: readonly Prize[]): boolean {
    const { prizes, clauses, norm, sentence } = this.scene;
    if (prizes.length < 2 || series.length > 1) return false;
    const bare = (p: Prize): boolean =>
      p.kind === "award" &&
      clauses.start(p.start) >= p.start - 1 &&
      YEAR_AFTER.test(norm, p.end, Math.min(sentence.end, p.end + 14));
    const [first] = series;
    if (!bare(first!)) return false;
    const all = prizes.filter(bare);
    if (all.length < 2) return false;
    const last = all.at(-1)!;
    if (this.namesOthers(all[0]!, last)) return false;
    const named = this.scene.groups.findLast((g) => g.end <= all[0]!.start && !g.units.every(isPlaceUnit));
    const next = this.scene.groupAfter(last.end);
    const winners =
      named?.units ??
      (next !== undefined && DASHED.test(norm, last.end, next.start)
        ? next.units
        : this.subjects.carried(series, clauses.start(all[0]!.start), all[0]!));
    if (winners === undefined) return false;
    const dates = datesOf(this.scene.x, first!.end, Math.min(sentence.end, first!.end + 14)).slice(0, 1);
    this.out.emit(
      this.out.employers(winners),
      series,
      first!.start,
      "won/dated",
      undefined,
      dates.map(({ year }) => ({ year, edition: first!.edition })),
    );
    return true;
  }

  /** 甲公司，某奖，2017年；乙公司，某奖，2019年: whether others than one have the prizes in turn. */
  private namesOthers({ end }: Prize, { start }: Prize): boolean {
    return this.scene.groupsBetween(end, start).some(({ units }) => !units.every(isPlaceUnit));
  }
}
