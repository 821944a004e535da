import { PLACE_TYPES } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { When } from "./dating.js";
import type { Emission } from "./emission.js";
import type { Expected } from "./expected.js";
import { joined } from "./item.js";
import { kindsTold } from "./kinds-told.js";
import { isLight } from "./light.js";
import { datesOf } from "./noted.js";
import type { Prize } from "./prize.js";
import { prizeOf } from "./prizes.js";
import type { Scene } from "./scene.js";
import { isSignature } from "./signature.js";
import { isOfCandidates } from "./structure.js";
import { type Group, isPerson, isPlaceUnit } from "./units.js";
import { editionsIn, numeral } from "./when.js";

/** What ends a clause that names a winner: 一家是某公司获得. */
const TAKEN = gated(
  /(?:获得|获|摘得|夺得|斩获|捧走|捧回|捧得|摘走|摘取|拿下|收入囊中|揽入怀中|领走|夺走|包揽)$/,
);
const MAKERS = gatedAll(
  /(?:(?:主要|第一|共同|联合)?(?:完成|申报|承担|牵头|研发|研制|主导|起草|参与|合作)(?:单位|企业|者))(?:分别|依次)?(?:[为是有即系]|包括|：)/g,
);
const IS_MAKER = gated(
  /^(?:就|正)?(?:是|为|系)(?:该?(?:项目|标准)的?)?(?:主要|第一|牵头|主导)(?:完成|申报|承担|研发|研制|起草)?单位(?=[，。；]|$)/,
);
/** 继2017年|甲|之后…第二家获此殊荣. */
const AFTER_WHOM = /继(?:((?:19|20)\d\d)年)?的?$/;
const THEN =
  /^(?:于?((?:19|20)\d\d)年)?(?:获奖|得奖|(?:摘得?|问鼎|上榜|捧得|夺得|拿下|获得?)(?:奖|该奖|此奖|([首第][一二三四五六七八九十\d]{0,3}届)(?:该奖|此奖)?)?)?之?后/;
const AGAIN =
  /第[二三四五六七八九十\d]{1,3}[家个位][^，。；]{0,24}(?:此奖|该奖|殊荣|荣誉|奖项|奖|称号)|又一[家个位]?[^，。；]{0,10}(?:获奖|得主|此奖|该奖|殊荣|荣誉|质量奖)|[再又][添摘捧夺增][得回下获]?了?一[家座块个尊席枚]/;
const ENTERED = gated(/入围(?!名单)/);
const ADDS = new CharacterSet("加算");
const ADDED = gated(
  /(?:加上|算上)(?:此前|之前|先前|以前|往届|早先|更早|早年|[去前]年|(?:19|20)\d\d年|上届)?(?:的?[首第][一二三四五六七八九十\d]{0,3}届)?(?:已?(?:获奖|上榜|获评|得奖|登榜|入选))?的$/,
);
const ALL_TOLD = gated(
  /^(?:等[^，。；]{0,6})?，[^，。；]{0,12}(?:累计|已有|共有|已达|总数|达到|增至|有了)[^。；]{0,30}(?:殊荣|荣誉|该奖|此奖|这一奖项|获奖|[家个名位](?:企业|组织|单位|个人)?(?:[，。；]|$))/,
);
const FORMER = gated(
  /(?:此前|之前|先前|早先|前面)(?:的)?(?:获奖的?|登榜的?)?(?:[一两二三四五六七八九\d][家个位](?:企业|单位|组织)?)?(?:分别|依次)?(?:[是为]|：)+$/,
);
const OF_ROUND = gated(/^(?:(?:19|20)\d\d年|[首第][一二三四五六七八九十\d]{0,3}届)/);
/** Between a place and those of it who have won. */
const OF_THERE = gated(
  /^(?:市|县|区)?(?:上榜|入选|入围|获奖|获评|在列|登榜|得奖)的?(?:企业|单位|组织|个人|公司|学校|医院)?(?:[一二两三四五六七八九十\d]{1,3}[家个名])?(?:，?(?:分别|依次))?(?:是|为|有|包括|：)$/,
);
/** Places and zones between a prize and who has won it. */
const WHERE = [...PLACE_TYPES, "Zone"] as const;
const ENDS = gated(/^[；。]?$/);
/** Behind a person's name: where he or she works, and as what. */
const POST_BEHIND = gated(/^，[^，。；：]{2,40}/);
/** Between persons that are counted and the first one's name: where they work, and what they are. */
const LEADS = gated(/^(?:获奖)?(?:：|——|，?(?:分别|依次)?[是为叫]?)[^，。；：]{0,30}$/);
const BREAK = gated(/[，；。：！？、]{1,40}$/);
const FOUNDED = gated(/成立|创立|创办|前身|始建|建于|原名/);
/** Who else is told of in the list: 3家, 个人, 还有. */
const GOES_ON = gated(/[\d一二三四五六七八九十][家个名位项]|个人|组织|[企事]业|单位|：|还有|另|其余|其他/);
const THE_REST = gated(
  /^等[\d一二三四五六七八九十]{1,3}[家个名](?:企业|单位|组织|个人)?，(?:其余|其他|另外?|还有)的?[一二两三四五六七八九\d]{0,2}[家个名位]?(?:企业|单位|组织)?(?:则|分别|依次)?(?:是|为|有|：)$/,
);
const AND_ALSO = gated(
  /^，[^，。；获奖评落]{2,16}；(?:还有|另有|再有|再就是|另一[家个]是)(?:[^，。；：]{0,8}的)?$/,
);
/** 会上定了四家：, 某县独占两席——, 我区占三席，分别是. */
const COUNTED_LIST = gated(
  /[\d一二两三四五六七八九十](?:[家个名位项席员枚块]|名额|席位)[\u4e00-\u9fa5]{0,4}(?:：|——|，(?:分别)?(?:是|为))$/,
);
const SOUGHT = gated(/申报|推荐|参评|候选|入围|落选|培育|报名|材料|冲刺|角逐|未能|没有/);
const TO_BE = gated(/拟(?:评|选|授|定|推荐|表彰|命名|认定)/);
const TOLD_AFTER = gated(
  /它们|他们|其中|分别|依次|包括|即|[这就]是|一家|一为|：|[两三四五六七八九十\d]{1,2}[席个家]——/,
);
/** What a sentence says that tells of a result. */
const HAS_RESULT = gated(
  /揭晓|公布|名单|结果|出炉|颁|评出|选出|产生|落定|[授发]了下来|[发授]了?牌|上榜|入选|获评|获奖|获得|拿到|新增|评审工作/,
);
const ALL_IN = gated(
  /(?:^|[：，】」\s])(?:它们|他们)?(?:都|均|全|同)(?:部)?(?:是|在|为){0,2}(?:19|20)\d\d年(?:的?[首第][一二三四五六七八九十\d]{0,3}[届批])?(?:评选)?[上时中]?(?:[拿得捧获评][到下上得]?)?的?。/,
);
/** How many were said to have won. */
const COUNTED = gatedAll(/([一二两三四五六七八九十\d]{1,3})[家个户名块席位项]/g);
/** 甲、乙、丙，都是过去的用能大户. */
const DESCRIBES_ALL = gated(/^，(?:都|均|皆|全|清一色|个个|无一)/);
const LIST_IS_OVER = gated(/空缺|无一|没有|未能|落选|申报|参评|下一步|办法|条件/);
const ROLE = gated(/(?:^|[，。；“])(?:作为|身为)[^，。；]{0,200}$/);
const AFTER = new CharacterSet("继");
/** 由市委副书记、市长某某|颁发. */
const BY = gated(/由[^，。；]{0,16}$/);
const AT = gated(/在[^，。；]{0,6}$/);
const HELD = gated(/^[^，。；]{0,6}(?:颁[发奖出授]|揭晓|举行|举办|授[奖牌]|开幕|公布)/);
const HANDS = gated(/^[^，。；]{0,4}(?:[颁授递送交]|揭[晓牌]|宣[读布]|主持|介绍)/);

/** What leads to a list says that it is one of candidates, and nothing of who of them has won. */
const areCandidates = (norm: string, from: number, to: number): boolean =>
  isOfCandidates(norm, from, to) && !IS_RESULT.test(norm, from, to);
const IS_RESULT = gated(/获奖|得奖|得主|获评|获得|最终|揭晓|评出|胜出|授予|颁|入围/);

/** When somebody of a list has won: as told beside the name, in the edition of the prizes where that names none. */
const ofRound = (series: readonly Prize[], when: readonly When[] | undefined): When[] | undefined =>
  // 2022年度某奖亦在年内产生，甲…: the award's own year is nearer.
  series[0]!.years.length === 1 && when?.every((w) => w.edition === undefined) === true
    ? undefined
    : when?.map((w) => ({ year: w.year, edition: w.edition ?? series[0]!.edition }));

/**
 * Winners that no verb of winning takes but that nothing parts from the prize: 某奖名单里出现了甲公司的名字; 两家企业获某奖，一家是甲，
 * 一家是2021年的乙; 金奖1名，甲；… . What stands between, and what follows the name in its clause, must be light words only.
 */
export class LinkedWins {
  constructor(
    private readonly scene: Scene,
    private readonly out: Emission,
  ) {}

  /** The winners named after a prize; whether there are any. */
  forward(series: readonly Prize[]): boolean {
    const last = series.at(-1)!;
    const limit =
      this.scene.prizes.find((p) => p.start >= last.end && p.kind !== "won")?.start ??
      this.scene.sentence.end;
    let found = false;
    for (const { group, when } of this.named(last.end, limit)) {
      found = true;
      // 某奖名单中入围的有甲: of a prize, its nomination.
      const entered =
        series.every((p) => p.tier === undefined && this.nameOf(p).endsWith("奖")) &&
        ENTERED.test(this.scene.norm, last.start, group.start);
      this.out.emit(
        group.units,
        series,
        series[0]!.start,
        "won/linked",
        entered ? "NOMINATION" : undefined,
        ofRound(series, when),
      );
    }
    return found;
  }

  /** 另外还有两位|个人|，分别是甲、乙: who they are. */
  persons(prize: Prize): boolean {
    const { norm } = this.scene;
    if (prize.kind !== "tier" || !norm.startsWith("个人", prize.start) || prize.end - prize.start > 2)
      return false;
    const next = this.scene.groupAfter(prize.end);
    if (next === undefined || !next.units.every(isPerson) || !LEADS.test(norm, prize.end, next.start))
      return false;
    this.out.emit(next.units, [prize], prize.start, "won/linked");
    return true;
  }

  /** What the award is called that a prize is of; that of 入围 and 第五届 is the one spoken of. */
  private nameOf({ award }: Prize): string {
    return (award ?? this.scene.context.wonNear())?.name ?? "";
  }

  /** …3家：甲、乙、丙；个人1名：丁: what goes on after the winners that a rule has found. */
  goOn(series: readonly Prize[], from: number): void {
    const limit =
      this.scene.prizes.find((p) => p.start >= Math.max(from, series.at(-1)!.end) && p.kind !== "won")
        ?.start ?? this.scene.sentence.end;
    // 虾子镇的甲公司，做辣椒深加工；还有赤水市的乙公司.
    const next = this.scene.groups.find((g) => g.start >= from && !g.units.every(isPlaceUnit));
    if (next !== undefined && next.end <= limit && AND_ALSO.test(this.scene.plain(from, next.start))) {
      this.out.emit(next.units, series, series[0]!.start, "won/linked");
      return;
    }
    // 授予甲公司等3家企业，其余两家是乙和丙.
    if (next !== undefined && next.end <= limit && THE_REST.test(this.scene.norm, from, next.start)) {
      this.out.emit(next.units, series, series[0]!.start, "won/linked");
      return;
    }
    // 获提名奖的有：甲；乙；丙: nothing but names behind the colon.
    if (this.restOfList(series, from, limit)) return;
    // 甲公司（第二届，2016年），乙公司（第五届，2023年）: each with its own time.
    let at = from;
    for (const group of this.scene.groups) {
      if (group.end <= from) {
        if (group.end === from && !this.isNoted(group)) break;
        continue;
      }
      if (group.end > limit || !/^[，；]$/.test(this.scene.slice(at, group.start)) || !this.isNoted(group))
        break;
      this.out.emit(group.units, series, series[0]!.start, "won/linked");
      at = group.end;
    }
    if (at > from) return;
    for (const { group, when } of this.named(from, limit)) {
      if (!GOES_ON.test(this.scene.norm, from, group.start)) return;
      this.out.emit(group.units, series, series[0]!.start, "won/linked", undefined, ofRound(series, when));
    }
  }

  /** The names that semicolons part from the one that a colon leads to. */
  private restOfList(series: readonly Prize[], from: number, limit: number): boolean {
    const { norm, groups, sentence } = this.scene;
    const first = groups.find((g) => g.end === from);
    if (first === undefined || norm[first.start - 1] !== "：") return false;
    if (first.units.every(isPerson)) return this.restOfPersons(series, first, limit);
    const rest: Group[] = [];
    let at = from;
    for (const group of groups) {
      if (group.start < from) continue;
      if (group.end > limit || this.scene.slice(at, group.start) !== "；") break;
      rest.push(group);
      at = group.end;
    }
    if (rest.length === 0 || !ENDS.test(norm, at, sentence.end)) return false;
    for (const { units } of rest) this.out.emit(units, series, series[0]!.start, "won/linked");
    return true;
  }

  /** 个人奖授予：甲，某公司总监；乙，某集团驾驶员: the persons behind the first, each with who that is. */
  private restOfPersons(series: readonly Prize[], first: Group, limit: number): boolean {
    const { norm, groups, sentence } = this.scene;
    let at = first.end + (POST_BEHIND.exec(norm, first.end, sentence.end)?.[0].length ?? 0);
    let found = false;
    while (norm[at] === "；") {
      const next = groups.find((g) => g.start === at + 1);
      if (next === undefined || next.end > limit || !next.units.every(isPerson)) break;
      this.out.emit(next.units, series, series[0]!.start, "won/linked");
      found = true;
      at = next.end + (POST_BEHIND.exec(norm, next.end, sentence.end)?.[0].length ?? 0);
    }
    return found;
  }

  /** Whether a bracket behind the last of a group says when. */
  private isNoted({ units }: Group): boolean {
    const { note, end } = units[units.length - 1]!;
    return note !== "" && !FOUNDED.test(note) && datesOf(this.scene.x, end - note.length - 1, end).length > 0;
  }

  /** 某项目获一等奖，完成单位为甲、乙: those whose the work is that has just won. */
  makers(series: readonly Prize[]): void {
    const last = series.at(-1)!;
    const limit = this.scene.prizes.find((p) => p.start >= last.end)?.start ?? this.scene.sentence.end;
    for (const match of MAKERS.matches(this.scene.norm, last.end, limit)) {
      const at = last.end + match.index + match[0].length;
      const next = this.scene.groupAfter(at);
      if (next !== undefined && next.start - at <= 1)
        this.out.emit(next.units, series, series[0]!.start, "won/makers");
    }
    // 某标准获二等奖，甲是第一起草单位: they made it, not the one spoken of before.
    const named = this.scene.groupAfter(last.end);
    if (
      named === undefined ||
      named.start >= limit ||
      this.scene.slice(last.end, named.start) !== "，" ||
      !IS_MAKER.test(this.scene.norm, named.end, this.scene.sentence.end)
    )
      return;
    const { wins } = this.out;
    for (let i = wins.length - 1; i >= 0; i--)
      if (wins[i]!.rule === "won/carried" && wins[i]!.from.type === "Company") wins.splice(i, 1);
    this.out.emit(named.units, series, series[0]!.start, "won/makers");
  }

  /** 成为继2017年甲之后第二家获此殊荣的企业: the one before has won it too. */
  predecessors(): void {
    const { scene } = this;
    const { sentence, context } = scene;
    if (!AFTER.within(scene.norm, sentence.start, sentence.end)) return;
    const prize = scene.prizes.findLast((p) => p.kind === "award");
    const award = prize?.award ?? context.awardNear(1);
    if (award === undefined || !AGAIN.test(scene.slice(sentence.start, sentence.end))) return;
    for (const group of scene.groups) {
      if (group.units.every(isPlaceUnit)) continue;
      const lead = AFTER_WHOM.exec(scene.slice(Math.max(sentence.start, group.start - 10), group.start));
      const tail = THEN.exec(scene.slice(group.end, group.end + 20));
      if (lead === null || tail === null) continue;
      const year = lead[1] ?? tail[1];
      const round = tail[2] === undefined ? undefined : editionsIn(tail[2], 0, tail[2].length)[0]?.edition;
      for (const { entity, start, end } of group.units)
        this.out.add(
          entity,
          award,
          undefined,
          { year: year === undefined ? undefined : Number(year), edition: round },
          { start, end },
          "won/predecessor",
          false,
        );
    }
  }

  /** 加上此前的甲（第六届，2018年），全市已有6家获此殊荣: those who make up the number with the ones just told. */
  added(): void {
    const { scene } = this;
    const { norm, sentence, groups, context } = scene;
    if (!ADDS.within(norm, sentence.start, sentence.end)) return;
    for (const group of groups) {
      if (group.units.every(isPlaceUnit)) continue;
      if (!ADDED.test(norm, Math.max(sentence.start, group.start - 24), group.start)) continue;
      if (!ALL_TOLD.test(norm, group.end, sentence.end)) continue;
      // 再加上2018年第三届的甲，全市累计有某奖提名奖3个.
      const prize =
        scene.prizes.findLast((p) => p.kind === "award" && p.end <= group.start) ??
        scene.prizes.find((p) => p.kind === "award" && p.start >= group.end);
      const award = prize?.award ?? context.awardNear(1);
      if (award === undefined) return;
      const [when] = joined(datesOf(scene.x, Math.max(sentence.start, group.start - 24), group.start));
      const spoken = { ...prizeOf("award", award, group.start, group.end), tier: prize?.tier };
      this.out.emit(group.units, [spoken], group.start, "won/added", undefined, [
        when ?? { year: undefined, edition: undefined },
      ]);
    }
  }

  /** 此前两家为甲（第一届，2018年）和乙（第二届提名奖，2020年）: those who had the award told of before, each in its round. */
  former(): void {
    const { norm, sentence, groups, prizes, context } = this.scene;
    for (const group of groups) {
      if (group.units.every(isPlaceUnit) || !group.units.every(({ note }) => OF_ROUND.test(note))) continue;
      if (!FORMER.test(norm, Math.max(sentence.start, group.start - 24), group.start)) continue;
      const award =
        prizes.findLast((p) => p.kind === "award" && p.end <= group.start)?.award ?? context.awardNear(1);
      if (award === undefined) return;
      const spoken = prizeOf("award", award, group.start, group.end);
      this.out.emit(group.units, [spoken], group.start, "won/former");
    }
  }

  /** 它们分别是甲、乙; 其中包括甲; 甲、乙和丙。: the winners of a prize that the sentence before told of; whether they may be told yet. */
  ofExpected(expected: Expected): boolean {
    const { award, tier, edition, years } = expected;
    const { sentence, prizes, norm, groups, counted: rounds } = this.scene;
    const named = groups.find((g) => !g.units.every(isPlaceUnit));
    // 第七届拟评出两家：甲、乙: not yet.
    if (named !== undefined && TO_BE.test(norm, sentence.start, named.start)) return false;
    // 上届，得奖的是甲: another round than the one that was told.
    if (named !== undefined && rounds.some((e) => e.end <= named.start)) return false;
    // 2023年度某奖有2家企业获奖，分别为甲、乙: of the round that the sentence itself names.
    if (
      named !== undefined &&
      prizes.some(
        (p) => p.kind === "award" && p.start < named.start && (p.edition !== undefined || p.years.length > 0),
      )
    )
      return false;
    if (this.datesExpected(expected)) return true;
    if (named === undefined)
      return prizes.length === 0 && !LIST_IS_OVER.test(norm, sentence.start, sentence.end);
    // 进入现场评审的3家组织是：甲、乙、丙: they have not won.
    if (areCandidates(norm, sentence.start, named.start)) return false;
    // 全市7家获奖企业里，某市独占两席：甲、乙: the list begins behind the count.
    const counted = COUNTED_LIST.test(norm, sentence.start, named.start);
    const first = counted ? named : groups[0]!;
    // 某省质量奖颁出。市政府质量奖评的是第七届，正奖四家：甲、乙: of the award that the sentence itself names.
    if (counted && prizes.some((p) => p.kind === "award" && p.award !== award && p.start < named.start))
      return false;
    const limit = (counted ? prizes.find((p) => p.start >= first.end) : prizes[0])?.start ?? sentence.end;
    const told: When[] =
      years.length > 0 ? years.map((year) => ({ year, edition })) : [{ year: undefined, edition }];
    const kinds = kindsTold(this.scene);
    if (kinds.length > 0) {
      for (const unit of kinds)
        for (const w of told) this.out.add(unit.entity, award, tier, w, unit, "won/expected");
      return false;
    }
    if (!TOLD_AFTER.test(norm, sentence.start, first.start)) {
      if (!this.isRoll(first, expected) || isSignature(this.scene.x, sentence.block)) return false;
      // 甲是第九届的，那是2020年: with a round of its own.
      const own = joined(datesOf(this.scene.x, first.end, sentence.end));
      for (const unit of first.units)
        for (const w of own.length > 0 ? own : told)
          this.out.add(unit.entity, award, own.length > 0 ? undefined : tier, w, unit, "won/expected");
      return false;
    }
    const from =
      counted && !SOUGHT.test(norm, sentence.start, first.start) ? first.start - 1 : sentence.start;
    for (const { group, when } of this.named(from, limit))
      for (const { entity, start, end } of group.units)
        for (const w of when ?? told)
          this.out.add(
            entity,
            award,
            tier,
            { year: w.year, edition: w.edition ?? edition },
            { start, end },
            "won/expected",
          );
    return false;
  }

  /** 都是2021年第四届上拿的: when all those were won whose names may follow. */
  private datesExpected(expected: Expected): boolean {
    const { norm, sentence, dates } = this.scene;
    if (expected.years.length > 0 || !ALL_IN.test(norm, sentence.start, sentence.end)) return false;
    expected.years = dates.years.map(({ year }) => year);
    expected.edition ??= dates.editions[0]?.edition;
    return true;
  }

  /** Whether a sentence that follows a result is nothing but names, or begins with as many as were said to have won. */
  private isRoll({ units, start, end }: Group, { sentence: above }: Expected): boolean {
    const { sentence, norm } = this.scene;
    if (units.every(isPlaceUnit) || !isLight(norm, sentence.start, start)) return false;
    if (!HAS_RESULT.test(norm, above.start, above.end) || isOfCandidates(norm, above.start, above.end))
      return false;
    if (isLight(norm, end, sentence.end - 1)) return true;
    if (!DESCRIBES_ALL.test(norm, end, sentence.end)) return false;
    const count = COUNTED.matches(norm, above.start, sentence.start).at(-1)?.[1];
    return count !== undefined && units.length > 1 && (count === "两" ? 2 : numeral(count)) === units.length;
  }

  /** The groups from an offset on that only light words part from it and from each other. */
  private *named(from: number, limit: number): Generator<{ group: Group; when: When[] | undefined }> {
    const { scene } = this;
    let at = from;
    for (let i = 0; i < scene.groups.length; i++) {
      const group = scene.groups[i]!;
      if (group.start < from || this.onlyWhere(group, scene.groups[i + 1])) continue;
      // 奖杯由市长某某颁发: who gives it is none of them.
      // 某奖在市行政服务中心颁发: nor is where.
      if (
        (BY.test(scene.norm, at, group.start) && HANDS.test(scene.norm, group.end, scene.sentence.end)) ||
        (AT.test(scene.norm, at, group.start) && HELD.test(scene.norm, group.end, scene.sentence.end))
      ) {
        at = group.end;
        continue;
      }
      if (group.start >= limit || !this.light(at, group.start)) return;
      if (at === from && /^[”，、\s]*$/.test(scene.slice(at, group.start))) return;
      const end = Math.max(group.end, scene.clauses.end(group.end - 1));
      if (group.end < end && !this.tail(group.end, end) && !(at === from && this.inRole(from))) return;
      const before = datesOf(scene.x, at, group.start);
      const when =
        before.length > 0 || !this.tail(group.end, end) ? before : datesOf(scene.x, group.end, end);
      yield { group, when: when.length > 0 ? this.withEdition(group, when) : undefined };
      at = group.end;
    }
  }

  /** 上一次还是2017年的甲（第六届）: which round the year's was. */
  private withEdition({ units }: Group, when: When[]): When[] {
    const { note, end } = units[0]!;
    if (units.length > 1 || note === "" || when.length > 1 || when[0]!.edition !== undefined) return when;
    const noted = datesOf(this.scene.x, end - note.length - 1, end);
    if (noted.length !== 1 || noted[0]!.edition === undefined || noted[0]!.year !== undefined) return when;
    return [{ year: when[0]!.year, edition: noted[0]!.edition }];
  }

  /** 我市, 某市上榜的企业有|甲: of which place the winners are. */
  private onlyWhere({ units, end }: Group, next: Group | undefined): boolean {
    if (units.length > 1 || !isPlaceUnit(units[0]!)) return false;
    if (units[0]!.generic) return true;
    const { norm } = this.scene;
    return next !== undefined && OF_THERE.test(norm, end, next.start);
  }

  /** 作为首个问鼎某奖的企业，某公司…: whatever it does, it has won. */
  private inRole(from: number): boolean {
    return ROLE.test(this.scene.norm, this.scene.sentence.start, from);
  }

  private light(from: number, to: number): boolean {
    let at = from;
    for (const { start, end } of this.scene.x.mentionsIn(from, to, WHERE)) {
      if (!isLight(this.scene.norm, at, start)) return false;
      at = end;
    }
    return isLight(this.scene.norm, at, to);
  }

  private tail(from: number, to: number): boolean {
    const rest = TAKEN.replace(BREAK.replace(this.scene.slice(from, to), ""), "");
    return isLight(rest, 0, rest.length);
  }
}
