import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { DocEntity } from "../types.js";
import type { Dating, When } from "./dating.js";
import { employerIn } from "./employers.js";
import { fits, type Win, winOf } from "./findings.js";
import { counted } from "./guards.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { hasTiers, type TierName, tierOfCell } from "./tiers.js";
import { isAchievement, isPlaceUnit, type Unit, unitAs } from "./units.js";
import { editionsIn } from "./when.js";

/** 接过了沉甸甸的|奖杯: the one who takes the thing in hand does so for the firm. */
const HANDS_OVER = gated(/(?:接过|捧起|举起)了?[^，。；获奖]{0,8}$/);
const HANDED = gated(/^[接捧领抱]|领奖|上台|名字/);
/** 上台领取了|某奖|奖牌, 为某公司董事长某某颁发|某奖|奖杯. */
const TAKES_THING = gated(
  /(?:领[取回到走]|接过|捧[起回走得着]|举起|拿回|抱回|[登上]台|颁发|颁授|递上)了?(?:沉甸甸|金灿灿|崭新)?的?[“]?$/,
);
const THING = gated(/^[”]?的?(?:奖杯|奖牌|奖座|证书|荣誉证书|牌匾|奖状|铜牌)/);
const [APART, ONE_BY_ONE, AT_ONCE] = [
  gated(/分别|依次|先后于|分[获摘夺得列]/),
  gated(/先后|分别|依次/),
  gated(/同(?:在|于|年|样|期|批)|一[同起道]/),
];
/** 甲、乙荣登提名奖榜单，时间分别为2018年和2021年. */
const TOLD_APART = gated(
  /^[^，。；：]{0,6}(?:名单|榜单|行列|称号|奖牌)?，(?:(?:获奖)?(?:时间|年份)?(?:分别|依次)|一[家个])[是为在于即](?=(?:19|20)\d\d)/,
);
const APART_SIGNS = new CharacterSet("分依先");
const ALL = gated(/均|都|双双|两[度次]/);
/** 甲获三等奖，乙同获此奖; 同批获|此奖项|的还有乙. */
const LIKEWISE = gated(/(?:[同也又均共]样?|同[批届期时年]|一[同道起并]|双双|携手)[获得]$/);

const COMPARES = gated(/^(?:与|和|跟|同|不同于|有别于|相比|较之|比起)$/);
const BESIDE_IT = gated(
  /(?:[与和同跟](?:它|其|之|他|她|这家企业|该公司))(?:一[同起道]|同时|同台|同[列榜登获批]|并列|并肩)[^，。；]{0,4}$|同[日台场][领受]奖的?$/,
);

/** 提名奖|方面，|入选的有 */
const REGARDING = gated(
  /^(?:方面|这边|那边|这头|这一?[栏档项]|一[栏档项]|名单[里中上]?|里)?，[^，。；奖]{0,4}$/,
);

const IS_ITS = gated(/^[”]?(?:它|该公司|公司)?(?:则|也|就|便|却)?(?:是|为)(?:它|其)?[^，。；]{0,16}的$/);

const saysTier = ({ note }: Unit): boolean => note.includes("奖") && tierOfCell(note) !== undefined;
const SAYS_OF = gated(/，(?:(?:这|此|那|他|她|它)?(?:也|还|更|同时)?(?:是|系|为|乃)[^，。；]{0,10})?$/);

/** Whether units are so many works, and then whose each of them is. */
const inPairs = (units: readonly Unit[], n: number): boolean =>
  units.length === n * 2 && units.every((unit, i) => isAchievement(unit) === i < n);

/** The wins of a sentence: winners and prizes with the dates and tiers that go with each. */
export class Emission {
  readonly wins: Win[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly dating: Dating,
  ) {}

  emit(
    units: readonly Unit[],
    series: readonly Prize[],
    at: number,
    rule: string,
    tier?: Win["tier"],
    /** When, where the text says it apart from the prize. */
    given?: readonly When[],
  ): void {
    const { clauses } = this.scene;
    const { norm, sentence } = this.scene;
    const { end } = series.at(-1)!;
    const clause = clauses.start(at);
    const start = Math.min(clause, units[0]?.start ?? clause);
    // 某奖及提名奖分别由甲、乙获得.
    const named = units[0]?.start ?? end;
    const told = named > end && named - end < 12 ? named : end;
    const apart = APART_SIGNS.within(norm, start, told) && APART.test(norm, start, told);
    const when = given ?? this.dating.of(series[0]!, clause, at);
    // 上一届，这家公司只得了提名奖: what follows is of this one again.
    const looksBack = given === undefined && this.dating.ofRoundBefore(series[0]!) !== undefined;
    // 甲（第九届）、乙（第七届提名奖）: each says its own tier.
    const ownTiers = units.length > 1 && units.some(saysTier);
    const zipPrizes =
      apart && series.length > 1 && (series.length === units.length || inPairs(units, series.length));
    // 于2016年、2020年先后获甲奖、乙奖.
    const zipDates =
      series.length > 1 &&
      when.length === series.length &&
      units.length === 1 &&
      ONE_BY_ONE.test(norm, start, end);
    // 甲、乙分别荣获第三届、第四届某奖.
    const zipEditions =
      apart && series.length === 1 && units.length > 1 && series[0]!.editions.length === units.length;
    const zipYears =
      when.length > 1 &&
      when.length === units.length &&
      !zipPrizes &&
      (apart ||
        TOLD_APART.test(norm, end, Math.min(sentence.end, end + 24)) ||
        (ONE_BY_ONE.test(norm, start, end) && !ALL.test(norm, start, end)));
    // 甲、乙分别于2016年、2018年获A奖和B奖.
    const zipAll = zipPrizes && given === undefined && when.length === units.length && units.length > 1;
    const received = this.received(series, clause);
    // As told before the first of these wins is.
    const announced: (TierName | undefined)[] = [];
    for (const prize of series) announced.push(this.tierSpokenOf(prize));
    for (let i = 0; i < units.length; i++) {
      const winner = units[i]!;
      const employer = received ? employerIn(this.scene, winner) : undefined;
      const unit = employer === undefined ? winner : unitAs(winner, employer);
      if (isPlaceUnit(unit) && counted(norm.slice(end, sentence.end))) continue;
      const prizes = zipPrizes
        ? [series[i % series.length]!]
        : ownTiers
          ? series.filter((p) => p.kind !== "tier").slice(0, 1)
          : series;
      for (const prize of prizes) {
        const { context } = this.scene;
        const edition = prize.edition ?? (prize.kind === "tier" ? when[0]?.edition : undefined);
        const spoken =
          prize.award ??
          this.ofTopic(prize) ??
          this.comparedWith(prize) ??
          this.ofSameYear(prize, at, when) ??
          (prize.kind !== "won" && edition !== undefined
            ? (this.ofSameEdition(prize) ??
              context.editionedNear(2, prize.kind === "tier" ? this.scene.sentence : undefined))
            : prize.kind === "tier"
              ? context.prizeNear(2)
              : prize.kind === "won"
                ? context.wonNear()
                : context.awardNear(2));
        const later =
          spoken === undefined && prize.kind === "tier"
            ? (this.toldNext(prize) ?? this.toldAfter())
            : undefined;
        const award = spoken ?? later?.award ?? (prize.kind === "tier" ? this.ofTitle() : undefined);
        if (award === undefined || award === unit.entity) continue;
        const own = prize === series[0] ? when : this.dating.of(prize, clause, at);
        const noted = this.dating.ofNote(unit);
        const dates = zipAll
          ? [when[i]!]
          : zipEditions
            ? [{ year: own.length === units.length ? own[i]!.year : undefined, edition: prize.editions[i] }]
            : zipYears
              ? [own[i]!]
              : zipDates
                ? [own[series.indexOf(prize)]!]
                : noted.length > 0 &&
                    (this.saysNoYear(prize, at, unit) || !own.some((d) => d.year !== undefined))
                  ? noted
                  : own;
        for (const { year, edition } of dates)
          this.add(
            unit.entity,
            award,
            ownTiers
              ? (tierOfCell(unit.note) ?? prize.tier ?? "WINNER")
              : (prize.tier ??
                  tier ??
                  (saysTier(unit) ? tierOfCell(unit.note) : announced[series.indexOf(prize)])),
            { year, edition: zipDates ? prize.edition : (edition ?? prize.edition ?? later?.edition) },
            { start: Math.min(unit.start, prize.start), end: Math.max(prize.end, unit.end) },
            rule,
            !looksBack,
          );
      }
    }
  }

  /** 甲有第四届A奖提名奖和2018年的B奖，同登第四届提名奖名单的还有乙: the award told with that edition, where the last one was told with none. */
  private ofSameEdition({ kind, edition }: Prize): DocEntity | undefined {
    const { context } = this.scene;
    if (kind !== "tier" || edition === undefined) return undefined;
    const near = context.prizeNear(2);
    return near === undefined || context.editionOf(near) === undefined
      ? context.awardOfEdition(edition)
      : undefined;
  }

  /** Whether a thing is taken in hand rather than won: 某公司董事长某某接过奖牌 is the firm's. */
  private received(series: readonly Prize[], clause: number): boolean {
    const { norm, sentence } = this.scene;
    for (const { kind, start, end } of series)
      if (
        (kind === "won" && HANDED.test(norm, start, end)) ||
        (kind === "it" && HANDS_OVER.test(norm, clause, start)) ||
        (kind === "award" &&
          TAKES_THING.test(norm, clause, start) &&
          THING.test(norm, end, sentence.end) &&
          !norm.slice(start, end).includes("个人"))
      )
        return true;
    return false;
  }

  /** The firms for which persons tell of a prize. */
  employers(units: readonly Unit[]): Unit[] {
    return units.map((unit) => {
      const entity = employerIn(this.scene, unit);
      return entity === undefined ? unit : unitAs(unit, entity);
    });
  }

  /** 个人奖由某某获得，这是第五届某奖唯一的个人得主: the award that the rest of the sentence says it is of. */
  private toldNext({ end }: Prize): { award: DocEntity; edition: number | undefined } | undefined {
    const { norm, prizes } = this.scene;
    const prize = prizes.find((p) => p.kind === "award" && p.start >= end);
    return prize !== undefined && hasTiers(prize.award!.name) && SAYS_OF.test(norm, end, prize.start)
      ? { award: prize.award!, edition: prize.edition }
      : undefined;
  }

  /** 特等奖由某所获得。这是首届某奖颁奖现场…: the award that the rest of the paragraph names. */
  private toldAfter(): { award: DocEntity; edition: number | undefined } | undefined {
    const { x, sentence } = this.scene;
    const found = x
      .mentionsIn(sentence.end, sentence.block.end, ["Award"])
      .find((m) => hasTiers(m.entity.name));
    if (found === undefined) return undefined;
    const editions = editionsIn(x.norm, Math.max(sentence.end, found.start - 6), found.start);
    return { award: found.entity, edition: editions.at(-1)?.edition };
  }

  /** 某市市长质量奖则是2009年首届的|得主: the award with which the clause begins. */
  private ofTopic({ kind, start }: Prize): DocEntity | undefined {
    const { norm, prizes } = this.scene;
    const topic = kind === "it" ? prizes.findLast((p) => p.kind === "award" && p.end <= start) : undefined;
    return topic !== undefined && IS_ITS.test(norm, topic.end, start) ? topic.award : undefined;
  }

  /** 与第七届花落甲不同，第八届某奖由乙捧走: the award of which two rounds are compared. */
  private comparedWith(prize: Prize): DocEntity | undefined {
    const { norm, sentence, prizes } = this.scene;
    if (prize.edition === undefined || !COMPARES.test(norm, sentence.start, prize.start)) return undefined;
    return prizes.find((p) => p.kind === "award" && p.start > prize.end)?.award;
  }

  /** 同在2014年领奖的，还有某公司: the award told with that year. */
  private ofSameYear(prize: Prize, at: number, when: readonly When[]): DocEntity | undefined {
    const { clauses, context } = this.scene;
    const year = when.length === 1 ? when[0]!.year : undefined;
    if (prize.kind !== "won" || year === undefined) return undefined;
    // 第八届某奖向服务业敞开大门，甲、乙一道登榜: of what the sentence has named.
    for (const { kind, end } of this.scene.prizes)
      if (kind === "award" && end <= prize.start) return undefined;
    return AT_ONCE.test(this.scene.norm, clauses.start(at), prize.start)
      ? context.awardOfYear(year)
      : undefined;
  }

  /** 第八届正奖获奖组织某公司, far below the title: the one prize that the title names. */
  private ofTitle(): DocEntity | undefined {
    const { x } = this.scene;
    const titled = x.blocks.filter((b) => b.kind === "title");
    const awards = new Set(
      titled.flatMap((b) => x.mentionsIn(b.start, b.end, ["Award"]).map((m) => m.entity)),
    );
    const [award] = awards;
    return awards.size === 1 && award!.name.endsWith("奖") ? award : undefined;
  }

  /** 提名奖企业1家，为某公司（2020年）: the year is the bracket's, not one told before. */
  private saysNoYear(prize: Prize, at: number, unit: Unit): boolean {
    const { dates, clauses } = this.scene;
    const from = Math.min(clauses.start(at), clauses.start(prize.start));
    return (
      prize.years.length === 0 &&
      !dates.years.some(
        (y) =>
          y.start >= from &&
          !(unit.note !== "" && y.start >= unit.end - unit.note.length - 1 && y.end <= unit.end) &&
          (y.end <= prize.start || (y.end <= unit.start && !this.scene.inBrackets(y.start))),
      )
    );
  }

  /** 第四届提名奖名单公布，某公司榜上有名; 拿到第三届的: the tier told before. */
  private tierSpokenOf(prize: Prize): Win["tier"] {
    const { context, sentence } = this.scene;
    if (prize.kind === "it" && prize.edition !== undefined)
      return /的$/.test(this.scene.slice(prize.start, prize.end)) ? context.lastTier : undefined;
    // 与它同列的，还有乙: the tier of the win told last.
    if (prize.kind === "won" && BESIDE_IT.test(this.scene.norm, sentence.start, prize.end))
      return context.tierWon;
    // 提名奖方面，入选的有乙.
    if (prize.kind === "won") {
      const { prizes, norm } = this.scene;
      const before = prizes.findLast((p) => p.kind === "tier" && p.end <= prize.start);
      if (before !== undefined && REGARDING.test(norm, before.end, prize.start)) return before.tier;
    }
    // 甲获三等奖，乙同获此奖.
    if (prize.kind === "it" && LIKEWISE.test(this.scene.norm, sentence.start, prize.start))
      return context.lastTier;
    return prize.kind === "won" || prize.kind === "it" ? context.tierAnnounced(sentence) : undefined;
  }

  add(
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
    const { sentence } = this.scene;
    const span = { start: Math.max(sentence.start, start), end: Math.min(sentence.end, end) };
    const confidence = rule === "won/carried" ? 0.75 : 0.9;
    this.wins.push(winOf(from, to, tier, year, edition, span, rule, confidence));
    if (spoken) this.scene.context.won(from, to, edition, year, tier, this.scene.sentence);
  }
}
