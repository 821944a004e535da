import { gated } from "../../patterns/gated.js";
import type { Emission } from "./emission.js";
import { datesOf, type When } from "./noted.js";
import { isPlaceTitle } from "./place-titles.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { isPlaceUnit, type Unit, unitsIn } from "./units.js";
import type { Verbs } from "./verbs.js";
import { yearsIn } from "./when.js";

/** 新增某奖1家，为某公司; 某奖企业2家，分别是甲、乙. */
const COUNTED_THEN_NAMED = gated(
  /^[”]?(?:，[^，。；：]{0,10}?(?:一共|共计?|总共|现有|已有|目前|先后|前后|累计|有)(?:有|中了?|拿了?|上榜|获奖)?|获奖)?(?:企业|组织|单位|个人|称号)?(?:表彰|评出|评选出|授予|颁给)?了?[\d一二两三四五六七八九十]{1,12}[家个名项人位所](?:企业|组织|单位|学校|院校|医院|机构|公司|合作社)?(?:，?(?:获得者|获奖者|得主|获奖企业|获奖单位|获奖组织)?(?:分别|依次)?(?:为|是|即|系|包括|有|授予|颁给|颁发给|归属?于?)：?|，?(?:获得者|获奖者|得主|获奖企业|获奖单位|获奖组织)?：|，(?:一[起同道]|同时|先后|依次)?(?:登台|上台|领奖|上榜|入列)：|——)$/,
);
const COUNTED_BY = gated(
  /^[”]?(?:获奖)?(?:企业|组织|单位|个人|称号)?[\d一二两三四五六七八九十]{1,12}[家个名项人位枚座块]，?(?:均|都|分别)?由$/,
);
/** ：2015年的|甲, 、2018年的|乙 */
const FIRST_DATED = gated(/^[^。；：]{0,24}(?:：|——|，(?:分别|依次)?就?[是为]：?)((?:19|20)\d\d)年的$/);
const NEXT_DATED = gated(/^(?:[、，；和与及]|以及){1,2}((?:19|20)\d\d)年的$/);
/** 的五家得主中，|甲 */
const AMONG = gated(
  /^[”]?的?[一二两三四五六七八九十\d]{0,3}[家个名位]?(?:得主|获奖(?:企业|组织|单位|者))(?:当?中|里)，$/,
);
const BRACKETED_COUNT = gated(
  /^[”]?(?:获奖)?(?:的)?(?:企业|组织|单位|个人|得主)?[\d一二两三四五六七八九十]{1,12}[家个名项人](?:企业|组织|单位)?（([^（）]{4,120})）/,
);
/** 某奖实现零的突破（甲）, 某奖再添新军（乙）. */
const BRACKETED_NEW = gated(
  /^[”]?(?:(?:实现|取得|完成|迎来)了?零的?突破|(?:已|已经|目前已?|共|累计|先后|共计){0,3}(?:表彰|授予|评出|产生|诞生|评选出|颁给|授给|选出|授奖)了?[一二两三四五六七八九十\d]{1,3}[家个名位项](?:企业|组织|单位|个人)?|[再新喜又][添增]了?(?:新军|新员|新成员|新面孔|新得主|[一二两三四五六七八九十\d]{1,2}[家员个席枚块名项]))（([^（）]{4,120})）/,
);
const SEATS = gated(
  /^[”]?(?:的)?(?:[^。；（）申报推荐入围参评提名]{0,24})?(?:占据?|占得|拿下|夺得|揽获|贡献|摘得|获)了?[一二两三四五六七八九十\d]{1,2}[席家个名枚块]（([^（）]{4,120})）/,
);
const RAISED = gated(/培育/);
const GOAL = gated(/拟|计划|力争|目标|争取|争创|将|后备|储备|重点|梯队|备选|推荐|申报|参评|预备|准备/);

const BRACKET_ALONE = gated(/^[”]?(?:称号|荣誉)?（([^（）]{4,120})）/);
/** What a bracket may hold beside names. */
const ONLY_DATES = /^[、，；和与及以等家个名首第届批年度\s\d一二三四五六七八九十]*$/;
const GIVES = gated(/(?:协会|学会|联合会|委员会|总会|基金会|商会)$/);

/** 某奖|是全省最高质量荣誉，我市先后有四家：甲（2013年）、乙 */
const DESCRIBED = gated(
  /^”?(?:是|作为|系|算是|堪称)[^，。；：、获]{2,20}(?:荣誉|奖项|大奖|奖|桂冠)，(?=[^，。；：]{0,16}[一二两三四五六七八九十\d]{1,2}[家个位名][^，。；：]{0,6}(?:：|——))/,
);

/** Where a clause ends that only says of a prize what kind of honour it is, before the count of those who have it. */
export const describedEnd = (norm: string, from: number, to: number): number =>
  from + Math.max(0, (DESCRIBED.exec(norm, from, to)?.[0].length ?? 1) - 1);

/** Wins of which a count or a seat is told before the names: 某奖2家（甲、乙）, 新增某奖1家，为丙. */
export class CountedWins {
  constructor(
    private readonly scene: Scene,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  /** At the dates told, or else at those of the prize. */
  private emit(units: readonly Unit[], series: readonly Prize[], when: readonly When[]): void {
    this.out.emit(
      units,
      series,
      series[0]!.start,
      "won/counted",
      undefined,
      when.length > 0 ? when : undefined,
    );
  }

  countedThenNamed(series: readonly Prize[], at: number): boolean {
    // 某奖，某市一共中了两家：甲: the place whose they are is passed over.
    const next = this.scene.groups.find((g) => g.start >= at && !g.units.every(isPlaceUnit));
    if (next === undefined) return false;
    if (!COUNTED_THEN_NAMED.test(this.scene.norm, at, next.start) || this.verbs.speaksOtherwise(series[0]!))
      return false;
    this.out.emit(next.units, series, series[0]!.start, "won/counted");
    return true;
  }

  /** 已有3家摘得某奖：2015年的甲、2018年的乙和2021年的丙: each with its year before it. */
  datedList(series: readonly Prize[], at: number): boolean {
    const { groups, norm } = this.scene;
    const found: { units: readonly Unit[]; year: number }[] = [];
    let from = at;
    for (const { units, start, end } of groups) {
      if (start < at || units.every(isPlaceUnit)) continue;
      const lead = (found.length === 0 ? FIRST_DATED : NEXT_DATED).exec(norm, from, start);
      if (lead === null) break;
      found.push({ units, year: Number(lead[1]) });
      from = end;
    }
    if (found.length < 2 || this.verbs.speaksOtherwise(series[0]!)) return false;
    for (const { units, year } of found) this.emit(units, series, [{ year, edition: undefined }]);
    return true;
  }

  /** 某奖五家得主中，甲年纪最轻，乙规模最小: with whom the clauses begin that tell of the winners. */
  among(series: readonly Prize[], at: number): boolean {
    const { groups, norm, clauses } = this.scene;
    const first = groups.find((g) => g.start >= at);
    if (first === undefined || !AMONG.test(norm, at, first.start)) return false;
    if (this.verbs.speaksOtherwise(series[0]!)) return false;
    for (const { units, start } of groups)
      if (start >= first.start && clauses.start(start) === start && !units.every(isPlaceUnit))
        this.emit(units, series, []);
    return true;
  }

  /** 提名奖1项，由某公司于2018年获得. */
  countedByWhom(series: readonly Prize[], at: number): boolean {
    const { x, norm, words } = this.scene;
    const next = this.scene.groupAfter(at);
    if (next === undefined || !COUNTED_BY.test(norm, at, next.start)) return false;
    const verb = words.find((w) => w.cls === "get" && w.start >= next.end);
    if (verb === undefined || verb.start - next.end > 14 || /[，。；]/.test(norm.slice(next.end, verb.start)))
      return false;
    const years = yearsIn(norm, next.end, verb.start, x.year);
    this.emit(
      next.units,
      series,
      years.map(({ year }) => ({ year, edition: series[0]!.edition })),
    );
    return true;
  }

  /** 质量奖企业2家（甲公司、乙公司）: the count's bracket names them. */
  inBracketAfter(series: readonly Prize[], at: number): boolean {
    const count =
      BRACKETED_COUNT.exec(this.scene.norm, at, this.scene.sentence.end) ??
      BRACKETED_NEW.exec(this.scene.norm, at, this.scene.sentence.end);
    if (count === null) return this.bracketed(series, at);
    if (!this.isRaised(series[0]!) && this.verbs.speaksOtherwise(series[0]!)) return false;
    const end = at + count[0].length - 1;
    const units = unitsIn(this.scene.x, end - count[1]!.length, end).filter((u) => !isPlaceUnit(u));
    if (units.length === 0 || /前身|注册|不含/.test(count[1]!)) return false;
    units.forEach((unit, i) => {
      // 甲公司，2016年；乙公司，2021年: each with its year.
      const until = units[i + 1]?.start ?? end;
      const when = /^[，\s]?(?:[首第][^，。；]{1,4}届)?[，\s]?(?:19|20)\d\d年?/.test(
        this.scene.norm.slice(unit.end, until),
      )
        ? datesOf(this.scene.x, unit.end, until)
        : [];
      this.emit([unit], series, when);
    });
    return true;
  }

  /** 获得某奖（甲公司、乙公司）、某奖（丙公司，2019年）: the bracket right behind a prize names who has it. */
  private bracketed(series: readonly Prize[], at: number): boolean {
    const { x, norm, sentence } = this.scene;
    const bracket = BRACKET_ALONE.exec(norm, at, sentence.end);
    if (bracket === null) return false;
    const end = at + bracket[0].length - 1;
    const from = end - bracket[1]!.length;
    const units = unitsIn(x, from, end);
    let rest = "";
    let last = from;
    const ofPlace = isPlaceTitle(series.at(-1)!.award?.name ?? "");
    for (const unit of units) {
      const { entity, start, end: until } = unit;
      if (
        entity.type !== "Company" &&
        entity.type !== "Institution" &&
        entity.type !== "Person" &&
        !(ofPlace && isPlaceUnit(unit) && !unit.generic)
      )
        return false;
      rest += norm.slice(last, start);
      last = until;
    }
    if (units.length === 0 || !ONLY_DATES.test(rest + norm.slice(last, end))) return false;
    // 某奖（某协会）: who gives it.
    if (units.length === 1 && GIVES.test(units[0]!.entity.name)) return false;
    if (this.verbs.speaksOtherwise(series[0]!)) return false;
    const when = datesOf(x, from, end);
    this.emit(units, series, when);
    return true;
  }

  /** 某奖榜单上，制造业占两席（甲、乙），医疗机构占一席（丙）: the brackets behind seats name who has them. */
  seated(series: readonly Prize[], at: number): boolean {
    const { scene } = this;
    const { norm, sentence } = scene;
    const units: Unit[] = [];
    for (let from = at; ; ) {
      const match = SEATS.exec(norm, from, sentence.end);
      if (match === null) break;
      const end = from + match[0].length - 1;
      for (const unit of unitsIn(scene.x, end - match[1]!.length, end))
        if (!isPlaceUnit(unit)) units.push(unit);
      from = end + 1;
    }
    if (units.length === 0 || this.verbs.speaksOtherwise(series[0]!)) return false;
    this.out.emit(units, series, series[0]!.start, "won/counted");
    return true;
  }

  /** 累计培育|某奖|2家（甲、乙）: what is counted and named has been raised, not planned. */
  private isRaised({ start }: Prize): boolean {
    const { scene } = this;
    const { norm, sentence, clauses } = scene;
    return RAISED.test(norm, clauses.start(start), start) && !GOAL.test(norm, sentence.start, start);
  }
}
