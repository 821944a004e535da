import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import { Companions, WITH } from "./companions.js";
import type { Dating } from "./dating.js";
import type { Emission } from "./emission.js";
import { isOfPlaces } from "./findings.js";
import { takenBack } from "./guards.js";
import { PERSONS } from "./item.js";
import type { Prize, Word } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import { asEmployer, type Group, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import { isVenue } from "./venues.js";
import { numeral } from "./when.js";

const LIST_AFTER = gated(
  /^(?:称号|荣誉|”|（[^（）]{0,200}）|企业|组织|奖杯|奖牌|证书|荣誉证书|奖状|牌匾|桂冠|领奖台|奖台|行列|阵营|名单|榜单|之列){0,6}(?:的[^，。；：]{0,14}?(?:，?除了?(?:来自|有)?(?:[^，。；：]{1,6}的)?|[，：]?(?:则|便|就|正|也|恰|均|都)?(?:还有|也有|[只唯仅]有|有|是|为|分别(?:是|为)|包括|即|系)[，：]?(?:(?:来自|位于|地处|同在|身处|做|生产|专[营做注]|主[营打做]|经营|深耕|扎根|干)[^，。；：]{1,24}的)?|[，：])?|[^，。；：]{0,8}：)$/,
);
/** …的奖杯: what is handed over, and no list. */
const OF_THING = gated(
  /的(?:奖杯|奖牌|奖座|证书|牌匾|称号，|荣誉，|头衔，|招牌，|牌子，|名号，|名片，|美誉，)(?!的)/,
);
/** 获提名奖的，一个是|甲. */
const ONE_IS = gated(/^”?的，(?:第)?一[个家位]是$/);
const listsAfter = (gap: string): boolean =>
  (LIST_AFTER.test(gap) && !OF_THING.test(gap)) || ONE_IS.test(gap);

const ONLY_COUNT = gated(
  /^(?:另外?|还|其中)?有?([\d一二三四五六七八九十]{1,3})[家个名]?(?:企业|单位|组织)?(?:先后|曾|荣)?$/,
);
const COUNT = gated(/[\d一二两三四五六七八九十几]{1,12}[余多]?[家个名项位件]/);
/** 质量奖企业2家, 奖项3个: of an unnamed number. */
const MANY = /^[^，。；]{0,14}?[\d一二两三四五六七八九十几]+[余多]?[家个名项位件张]/;
const OF_SOME = gated(/^(?:获奖)?(?:企业|单位|组织)(?:[。；]|$)/);
const NAMED_LATER =
  /^[^。；]{0,40}?(?:[，](?:它们|他们|最近的?(?:一[家个])?|最新的?(?:一[家个])?)?(?:即|分别(?:是|为)|包括|有|是|为)[：]?|[：（]|——)$/;
/** 继获评某称号之后，某公司…. */
const PRECEDING = gated(
  /^[”]?(?:称号|荣誉|奖牌|奖杯|证书|头衔|牌匾)?(?:[之以]?后|以来|之际|的?同时|的?基础上)，(?:(?:19|20)\d\d年)?[^，。；]{0,4}$/,
);
/** 去年首|夺: nothing but when, before the verb of a clause whose subject follows. */
const WHEN_ALONE = gated(
  /^(?:早在|就在|(?:19|20)\d\d年|[去前今]年|当年|上个?月|\d{1,2}月(?:\d{1,2}日)?|年?[初底末]|首次|首度|首|成功|一举|再次|如愿|先后|刚刚?|[，“]){0,5}$/,
);

const RELATIVE = gated(
  /^[”]?(?:称号|荣誉)?的(?![^，。；]{0,14}(?:之列|行列|阵营))[^，。；]{0,8}(?:企业|组织|单位|个人|公司|机构|[一二两三四五六七八九十\d]{1,12}[余多]?[家个名位]|有|是)/,
);
const OF_ONE = gated(/^[”]?(?:称号|荣誉|奖项|殊荣)?的/);
const IS_ONE = gated(/^(?:则|也|更|就|还){0,6}(?:是|成为|成了|系)[^，。；]{0,12}$/);
const IS = gated(/^(?:也|更|还)?(?:是|成为|成了)$/);
const BRACKETED = gated(/^[”]?（([^（）]{2,120})）/);
const OF_WHOM = gated(
  /^[”]?(?:等)?(?:[一二两三四五六七八九\d]{1,2}[项块个座大张])?(?:称号|荣誉|奖项|殊荣|光环|桂冠|头衔|金字招牌|招牌|牌子|奖牌|奖杯|大奖|证书)?的$/,
);
/** 手握甲奖和乙奖两块金字招牌，|某公司. */
const HELD_BY = gated(
  /^[”]?(?:等)?(?:[一二两三四五六七八九\d]{1,2}[项块个座大张])?(?:称号|荣誉|奖项|殊荣|光环|桂冠|头衔|金字招牌|招牌|牌子|奖牌|奖杯|大奖|证书)?，$/,
);
const STILL_MORE = gated(/^[”]?的[^，。；]{0,6}(?:还|也|另)有/);
const HOLDING = gated(/^(?:手握|坐拥|握有|头顶|顶着|拥有|怀抱|手捧|捧着|攥着|手持)$/);
const MOMENT = gated(
  /^[”]?(?:的?(?:奖杯|奖牌|证书|牌匾|奖状))?(?:的?(?:那一[刻幕瞬]|那天|那年|时候|瞬间)|时)，[^，。；]{0,4}$/,
);
const FROM_HANDS = gated(/从[^，。；]{2,16}手[中里上]$/);
const IN_HAND = gated(/^[”]?(?:（个人）)?(?:的?(?:奖杯|奖牌|证书|牌匾|奖状))?，$/);
const SAYS = gated(/^(?:这样|如此|激动地|动情地|由衷地|感慨地)?(?:说|表示|感慨|坦言|告诉|道)/);
const ONE_OF = gated(/^(?:就|也|便)?(?:是其中之一|位列其中|名列其中|在列|榜上有名)/);
const HOLDS = gated(/^(?:既有|拥有|享有|坐拥|握有|[已现]有)$/);

const ALONG = gated(/^(?:一道|一起|一同|一块儿?|共同|携手|联手|并肩|同时|同台|并列|同批|同期|双双){1,2}$/);
/** Between a prize of a relative clause and the next. */
const NEXT_RELATIVE = gated(
  /^[”]?(?:称号|荣誉)?[、，](?:并|又|还|再|后|以及|后来|随后)?(?:于|在)?(?:(?:19|20)\d\d年)?(?:又|还|再|再次|首次|先后)?(?:荣?获得?|摘得|捧得|捧回|夺得|拿下|拿到|斩获|获评|荣膺|问鼎|揽获|入选|摘取)[“]?$/,
);
const LAST_TIME = gated(
  /^[”]?，(?:而|距)?(?:[上前]一?次|首次|第一次|[上前]一?回)(?:获奖|获此殊荣|登榜|捧杯|得奖)?(?:还)?(?:是|在|则是|要追溯到|则在)(?:在)?((?:19|20)\d\d)年/,
);
const SUCCEEDS = gated(/^(?:也|又|还)?(?:成为|是|成了)(?:了)?继(?:(?:19|20)\d\d年)?的?$/);
const AFTER_IT = gated(/^(?:于?(?:19|20)\d\d年)?(?:获奖|得奖|摘奖|问鼎|上榜)?之?后/);

const UNNAMED = gated(
  /^[”]?(?:（含[^（）]{2,8}）)?(?:认证|称号|认定)?的?(?:企业|组织|单位|产品|个人|项目)(?:达|共|有|增至|累计|新增){0,2}\d{1,5}[余多]?[家个项件名]/,
);
const DECIDES = gated(/^(?:研究|审定|审议)?决定/);
const OUTCOME = gated(
  /^[”]?(?:终评|现场评审|名单)?，[^。；]{0,24}(?:前者|止步|落选|未能|未获|没能|没有|惜败|无缘|(?:最终|最后|终于?)[获得捧摘夺拿][^，。；]{0,6}奖)/,
);
/** The same in the sentences behind: 同时入围某奖。最终，前者捧杯，后者得提名奖. */
const OUTCOME_LATER = gated(
  /(?:[前后]者|结果|最终|最后|[前后]?[一两三]家)[^。]{0,24}(?:正奖|捧杯|提名|胜出|如愿|折桂|[登上]榜|落选|止步|榜上有名)/,
);
const LATER = 120;
const AS_WINNERS = gated(
  /^(?:等)?(?:这)?[\d一二两三四五六七八九十]{0,2}[家个名]?(?:获奖|正奖|质量奖)(?:组织|企业|单位|个人|者|得主)?(?:，|、|和|与|以及|及)?$/,
);
const OF_MANY = gated(/等[\d一二三四五六七八九十]{1,3}[家个名]/);
const ALL_AT_ONCE = gated(
  /(?:一次|一举|同时|一下子|一口气|一届)[^，。；]{0,8}[两三四五六七八九][座块个席枚尊]$/,
);
const PARTS = gated(/^分/);
const HOLDS_THING = gated(/^[”]?的?(?:奖杯|奖牌|奖座|证书|牌匾)的/);
const HEAD_OF = /(?:董事长|总经理|总裁|负责人|创始人|厂长|院长|校长|首席执行官)[\u4e00-\u9fa5·]{2,4}$/;
/** 总经理某某对捧回某奖的那一幕记忆犹新. */
const REMEMBERED = gated(/^[”]?的(?:那一[幕刻天瞬]|那[天时]|情景|场景|经历|往事|过程|时刻|瞬间|日子)/);
/** Before the one with whom somebody left out has won: 2021年又与. */
const JOINTLY =
  /^(?:[^，。；]{0,12}年)?(?:又|还|也|再|随后|此后|最终|终于|一举){0,3}(?:[与和同跟]|携手|联手|联合|会同|偕同?)(?:[^，。；与和同跟]{0,8}的)?$/;
/** 与乙双双荣膺, 和丙一起站上: the two of them. */
const OF_BOTH = gated(
  /^(?:又|再|还|也|一举|成功){0,2}(?:双双|共同|一[起同道]|同时|同获|共获|同列|同登|同台|携手|联手|并肩|结伴|共享|分享)/,
);
/** 授予|其“: to nobody that is named. */
const TO_IT = gated(/^了?(?:它|其|该[县市区]|我们)?“?$/);
const GIVES = gated(/^(?:考核|评审|审核|批准|正式|复核){0,2}(?:认定|评定|授予|命名|评为|确定|确认|授牌)/);
const FROM = gated(/[从由][^，。；]{1,30}$/);
const IN_HANDS = gated(/^[^，。；]{0,24}?手[中里上]/);
/** Before a place: what is won for it. */
const SERVED = gated(/(?:^|[^认作成名定评选])[为给替]$/);
/** 她带队, 率领团队. */
const LEADING = new CharacterSet("队率带");
const LEADS_TEAM =
  /(?:带队|率队|(?:带领|率领|带着)[^，。；]{0,8}(?:团队|企业|公司|职工|员工|大家|全厂)?)[^，。；]{0,6}$/;

/** 某公司作为某省唯一: of the groups before a verb, without a place that only says where the winner is the only one. */
function ownGroups(norm: string, groups: readonly Group[]): readonly Group[] {
  const last = groups.at(-1);
  const before = groups.at(-2);
  return last !== undefined &&
    before !== undefined &&
    last.units.every(isPlaceUnit) &&
    !before.units.every(isPlaceUnit) &&
    /^[^，。；]{0,4}(?:作为|是|为|系)$/.test(norm.slice(before.end, last.start))
    ? groups.slice(0, -1)
    : groups;
}

/** ；|某县|正申报|. */
const SOUGHT_APART = gated(/^；[^，。；]{2,30}?(?:申报|申请|争创|创建|冲击|备战|角逐|参评)[^，。；]{0,4}$/);

/** Wins that a verb states: somebody gets a prize, or somebody is given it. */
export class VerbalWins {
  private readonly companions: Companions;

  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly dating: Dating,
    private readonly out: Emission,
  ) {
    this.companions = new Companions(scene);
  }

  given(series: readonly Prize[], verb: Word): void {
    const { scene } = this;
    // 表彰…，市政府决定，对第九届某奖获奖组织予以表扬: who decides is not given it.
    const between = scene
      .groupsBetween(verb.end, series[0]!.start)
      .filter((g) => !DECIDES.test(scene.norm, g.end, series[0]!.start));
    if (between.length > 0) {
      const [first, second] = series;
      // 通过某认定；某县申报|某示范县: a clause of its own, of what is sought.
      const last = between.at(-1)!;
      if (SOUGHT_APART.test(scene.norm, last.start - 1, first!.start)) return;
      // 公示名单；某公司有意申报某奖: who seeks it is not given it.
      if (takenBack(scene.slice(last.end, first!.start))) return;
      // 评出甲、乙2家获奖组织和丙1家提名奖组织: those before have won.
      const won = between.length - 1;
      if (
        series.length === 1 &&
        first!.kind === "tier" &&
        won > 0 &&
        AS_WINNERS.test(scene.norm, between[won - 1]!.end, between[won]!.start)
      ) {
        const units = between.slice(0, won).flatMap((g) => g.units);
        this.out.emit(units, [{ ...first!, kind: "won", tier: "WINNER" }], verb.start, "won/given");
        this.out.emit(between[won]!.units, series, verb.start, "won/given");
        return;
      }
      // 授予甲等9家组织某奖及提名奖: the first that is named has the first of them.
      const both = series.length === 2 && second!.kind === "tier" && first!.tier === undefined;
      this.out.emit(
        between.flatMap((g) => g.units),
        both && OF_MANY.test(scene.norm, verb.end, first!.start) ? [first!] : series,
        verb.start,
        "won/given",
      );
      return;
    }
    // 授予“某某技术”首届某奖一等奖.
    const works = this.subjects.works(verb.end, series[0]!.start);
    if (works.length > 0) {
      this.out.emit(works, series, verb.start, "won/given");
      return;
    }
    // 某县做家具，2017年某协会授予“某某之都”: the place that the sentence is about.
    const place = this.placeGiven(series[0]!, verb);
    if (place !== undefined) {
      this.out.emit(place, series, verb.start, "won/given");
      return;
    }
    const next = scene.groupAfter(series.at(-1)!.end);
    if (
      next !== undefined &&
      /^(?:[”]|称号|荣誉){0,12}(?:获奖单位|获奖企业|获奖组织|获奖个人|获得者|得主)?(?:给|予|于)?(?:[：]|——|的(?:是|有|企业|单位|组织|个人)[^，。]{0,6}[：]?)?$/.test(
        this.scene.norm.slice(series.at(-1)!.end, next.start),
      )
    )
      this.out.emit(next.units, series, verb.start, "won/given");
  }

  /** Who is given a place's title that a clause tells of without saying to whom. */
  private placeGiven(prize: Prize, verb: Word): readonly Unit[] | undefined {
    const { award, start } = prize;
    const { norm, groups, clauses } = this.scene;
    if (award === undefined || !isOfPlaces(award.name) || !TO_IT.test(norm, verb.end, start))
      return undefined;
    const clause = clauses.start(verb.start);
    const before = groups.filter((g) => g.end <= clause && g.units.every(({ generic }) => !generic));
    // 某县地处河畔。1999年某协会授予其“某某之乡”: the one that the sentence before is about.
    const units = before.length > 0 ? before.at(-1)!.units : this.subjects.carried([prize], clause, verb);
    return units?.every(isPlaceUnit) === true ? units : undefined;
  }

  /** 此番由提名奖晋级正奖: a win of the subject of which neither year nor edition is told. */
  risen(series: readonly Prize[], at: number, previousEnd: number): void {
    const { scene } = this;
    const clause = scene.clauses.start(at);
    const own = scene.groups.filter((g) => g.end > clause && g.end <= at);
    const verb: Word = { cls: "get", start: at, end: at };
    const found =
      own.length > 0
        ? this.subjects.of(series, verb, clause, own, Math.min(previousEnd, clause))
        : this.subjects.carried(series, clause, verb);
    if (found !== undefined)
      this.out.emit(found, series, at, own.length > 0 ? "won/verb" : "won/carried", undefined, [
        { year: undefined, edition: undefined },
      ]);
  }

  /** Whose a prize is that those named next have: a person's own where it is one for persons, else the firm's. */
  private bearersOf({ units }: Group, series: readonly Prize[]): readonly Unit[] {
    return series.some(
      ({ award, start, end }) =>
        (award !== undefined && PERSONS.test(award.name)) ||
        this.scene.norm.slice(start, end + 4).includes("个人"),
    )
      ? units
      : this.out.employers(units);
  }

  gotten(series: readonly Prize[], verb: Word, previousEnd: number): void {
    const { scene } = this;
    const last = series.at(-1)!;
    const clause = scene.clauses.start(verb.start);
    const by = this.byWhom(clause, verb.start);
    const own = ownGroups(
      scene.norm,
      scene.groups.filter(
        (g) =>
          g.end > clause &&
          g.end <= Math.min(verb.start, by) &&
          !this.isOfMeeting(g) &&
          !this.isServed(g) &&
          !isVenue(scene.norm, clause, g),
      ),
    );
    // 甲成为继乙之后第二家获某奖的企业: of 甲 it is told; 乙 is the one before.
    if (
      own.length > 1 &&
      SUCCEEDS.test(scene.norm, own[0]!.end, own[1]!.start) &&
      AFTER_IT.test(scene.norm, own[1]!.end, verb.start)
    ) {
      this.out.emit(own[0]!.units, series, verb.start, "won/verb");
      return;
    }
    // 甲医院是全省首家获此奖的专科医院; …，是某市获得该称号的第一人: told of one named before the verb.
    const bearer = own.at(-1);
    if (bearer !== undefined && OF_ONE.test(scene.norm, last.end, scene.sentence.end)) {
      if (IS_ONE.test(scene.norm, bearer.end, Math.max(bearer.end, verb.start))) {
        // 获此奖: one told before, of whichever award that was.
        if (series[0]!.kind === "award") this.out.emit(bearer.units, series, verb.start, "won/verb");
        return;
      }
      if (IS.test(scene.norm, clause, Math.max(clause, bearer.start))) {
        // 也是我市唯一获得过某奖的企业: whom the text is about.
        const about =
          series[0]!.kind === "award" && bearer.units.every(isPlaceUnit)
            ? this.subjects.carried(series, clause, verb)
            : undefined;
        if (about !== undefined && !about.every(isPlaceUnit))
          this.out.emit(about, series, verb.start, "won/carried");
        return;
      }
    }
    // 共有2家组织获得某奖（甲、乙）: the bracket says who.
    const bracketed = BRACKETED.exec(scene.norm, last.end, scene.sentence.end);
    if (bracketed !== null && COUNT.test(scene.norm, clause, verb.start)) {
      const end = last.end + bracketed[0].length - 1;
      const named = unitsIn(scene.x, end - bracketed[1]!.length, end).filter((u) => !isPlaceUnit(u));
      if (named.length > 0) {
        this.out.emit(named, series, verb.start, "won/counted");
        return;
      }
    }
    const next = scene.groupAfter(last.end);
    const gap = next === undefined ? "" : this.scene.norm.slice(last.end, next.start);
    if (next !== undefined && (own.length === 0 ? listsAfter(gap) : OF_WHOM.test(gap))) {
      // 除了甲，拿到某奖的还有乙: both.
      const besides = STILL_MORE.test(gap) ? (this.companions.besides(clause) ?? []) : [];
      this.out.emit([...besides, ...this.headed(next, gap, series)], series, verb.start, "won/listed");
      return;
    }
    if (
      next !== undefined &&
      own.length === 0 &&
      PRECEDING.test(gap) &&
      (/继|在|自/.test(this.scene.norm.slice(scene.sentence.start, verb.start)) ||
        WHEN_ALONE.test(scene.norm, scene.sentence.start, verb.start))
    ) {
      this.out.emit(this.bearersOf(next, series), series, verb.start, "won/listed");
      return;
    }
    // 2019年获得甲奖、2022年获得乙奖的某公司: the relative clause ends with another prize.
    if (own.length === 0) {
      const whom = this.endOfRelative(last);
      if (whom !== undefined) {
        this.out.emit(whom.units, series, verb.start, "won/listed");
        return;
      }
    }
    if (
      next !== undefined &&
      own.length === 0 &&
      HOLDING.test(scene.norm, verb.start, verb.end) &&
      verb.start - clause <= 2 &&
      HELD_BY.test(gap)
    ) {
      this.out.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    // 和甲一道获得某奖的，还有乙; 同甲一起登榜的是乙.
    if (
      next !== undefined &&
      own.length === 1 &&
      own[0]!.start > clause &&
      WITH.test(scene.norm, clause, own[0]!.start) &&
      ALONG.test(scene.norm, own[0]!.end, verb.start) &&
      listsAfter(gap) &&
      gap.includes("的")
    ) {
      this.out.emit([...own[0]!.units, ...next.units], series, verb.start, "won/listed");
      return;
    }
    // 2家企业（甲、乙）获某奖: the bracket says who.
    if (own.every((g) => g.units.every(isPlaceUnit))) {
      const units = this.companions.countedBefore(clause, verb.start);
      if (units !== undefined) {
        this.out.emit(units, series, verb.start, "won/counted");
        return;
      }
    }
    // 2021年又与乙分获A和B: whom the text is about, and the other.
    if (
      own.length === 1 &&
      series.length === 2 &&
      JOINTLY.test(scene.slice(clause, own[0]!.start)) &&
      /^分|分别/.test(scene.slice(own[0]!.end, verb.end))
    ) {
      const others = this.subjects.carried(series, clause, verb);
      if (others?.length === 1 && own[0]!.units.length === 1) {
        this.out.emit([...others, ...own[0]!.units], series, verb.start, "won/verb");
        return;
      }
    }
    // 2020年与乙双双荣膺某奖: the same where both have one prize.
    if (
      own.length === 1 &&
      JOINTLY.test(scene.slice(clause, own[0]!.start)) &&
      OF_BOTH.test(scene.norm, own[0]!.end, verb.end)
    ) {
      const others = this.subjects.carried(series, clause, verb);
      if (others?.every((u) => own[0]!.units.every((o) => o.entity !== u.entity)) === true) {
        this.out.emit([...others, ...own[0]!.units], series, verb.start, "won/verb");
        return;
      }
    }
    // 甲2022年与乙一道捧回某奖: both are named.
    const [first, second] = own.slice(-2);
    if (
      second !== undefined &&
      !first!.units.every(isPlaceUnit) &&
      JOINTLY.test(scene.slice(first!.end, second.start)) &&
      OF_BOTH.test(scene.norm, second.end, verb.end)
    ) {
      this.out.emit([...first!.units, ...second.units], series, verb.start, "won/verb");
      return;
    }
    // 从市长手中接过某奖个人奖证书，班长某某说: who takes it in hand.
    if (
      next !== undefined &&
      own.length === 0 &&
      FROM_HANDS.test(scene.norm, clause, verb.start) &&
      IN_HAND.test(gap) &&
      SAYS.test(scene.norm, next.end, scene.sentence.end)
    ) {
      this.out.emit(this.bearersOf(next, series), series, verb.start, "won/listed");
      return;
    }
    // 从市长手中接过奖牌的那一刻，某公司董事长某某红了眼眶.
    if (next !== undefined && own.length === 0 && verb.cls !== "give" && MOMENT.test(gap)) {
      this.out.emit(this.bearersOf(next, series), series, verb.start, "won/listed");
      return;
    }
    const each = this.eachInItsYear(own, verb);
    if (each !== undefined) {
      for (const { unit, year } of each)
        for (const prize of series)
          if (prize.award !== undefined)
            this.out.add(
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
      ONE_OF.test(scene.norm, next.end, Math.min(scene.norm.length, next.end + 8))
    ) {
      this.out.emit(next.units, series, verb.start, "won/listed");
      return;
    }
    const tier =
      verb.cls === "enter" &&
      series.every((p) => p.tier === undefined && (p.award?.name ?? "奖").endsWith("奖"))
        ? "NOMINATION"
        : undefined;
    // 双双入围某奖，前者获提名奖，后者止步终评: what came of it is told next.
    if (tier !== undefined && OUTCOME.test(scene.norm, last.end, scene.sentence.end)) return;
    const { end, block } = scene.sentence;
    if (tier !== undefined && OUTCOME_LATER.test(scene.norm, end, Math.min(block.end, end + LATER))) return;
    const counting =
      HOLDS.test(scene.norm, verb.start, verb.end) || scene.slice(verb.start, verb.end) === "新增";
    if (counting && MANY.test(this.scene.norm.slice(last.end, this.scene.sentence.end))) return;
    // 新增省级质量奖企业。: of whom the lines below tell.
    if (counting && own.length === 0 && OF_SOME.test(scene.norm, last.end, scene.sentence.end)) return;
    // 获得提名奖的3家组织，…: whoever is told of next, not whom the text was about.
    if (own.length === 0 && verb.cls !== "be" && RELATIVE.test(scene.norm, last.end, scene.sentence.end))
      return;
    // 获得“某某”认证企业23家: of unnamed ones.
    if (own.length === 0 && UNNAMED.test(scene.norm, last.end, scene.sentence.end)) return;
    // 一次摘得两座正奖，在本市还是头一回: of several, who were named before.
    if (own.length === 0 && ALL_AT_ONCE.test(scene.norm, clause, series[0]!.start)) return;
    const found = this.subjects.of(series, verb, clause, own, previousEnd);
    // 全市有2家企业获甲奖，9家获乙奖: not of those spoken of before, who were not so many.
    const count = own.length === 0 ? ONLY_COUNT.exec(scene.norm, clause, verb.start) : null;
    if (count !== null && found !== undefined && numeral(count[1]!) !== found.length) return;
    // 是她带队拿下了某奖: the firm's.
    const winners =
      found !== undefined &&
      ((LEADING.within(scene.norm, clause, verb.start) && LEADS_TEAM.test(scene.slice(clause, verb.start))) ||
        REMEMBERED.test(scene.norm, last.end, scene.sentence.end))
        ? this.out.employers(found)
        : found;
    const joined =
      winners === undefined
        ? undefined
        : // 与丙同台，分获甲奖和乙奖: those who part the prizes are all.
          series.length > 1 &&
            series.length === winners.length &&
            PARTS.test(scene.norm, verb.start, verb.end)
          ? winners
          : this.companions.of(winners, series, clause, own.at(-1)?.end, verb.start);
    if (winners !== undefined) this.pastOnes(series, verb, clause, winners);
    if (winners !== undefined) this.lastTime(series, winners);
    if (winners !== undefined)
      this.out.emit(joined!, series, verb.start, own.length > 0 ? "won/verb" : "won/carried", tier);
    else if (next !== undefined && COUNT.test(scene.norm, clause, verb.start) && NAMED_LATER.test(gap))
      this.out.emit(next.units, series, verb.start, "won/listed", tier);
  }

  /** 获得某奖的甲公司总裁李某: the firm whose head is spoken of has it, where the prize is not said to be a person's. */
  private headed({ units }: Group, gap: string, series: readonly Prize[]): readonly Unit[] {
    const { x, norm } = this.scene;
    // 手捧某奖奖杯的是甲公司总经理李某: the firm's, held by its head.
    if (HOLDS_THING.test(gap) && !series.some((p) => norm.slice(p.start, p.end).includes("个人")))
      return this.out.employers(units);
    if (!OF_WHOM.test(gap)) return units;
    if (series.some((p) => /个人|劳动|工匠|先进工作者|模范|五一/.test(norm.slice(p.start, p.end + 6))))
      return units;
    return units.map((unit) => (HEAD_OF.test(norm.slice(unit.start, unit.end)) ? asEmployer(x, unit) : unit));
  }

  /** 为芜湖捧回首个某奖: the place that has it through another. */
  private isServed({ units, start, end }: Group): boolean {
    const { norm } = this.scene;
    const behind = Math.min(norm.length, end + 30);
    // 从市委常委、副市长某某手中: who hands it over.
    if (
      IN_HANDS.test(norm, end, behind) &&
      FROM.test(norm, Math.max(this.scene.sentence.start, end - 32), end)
    )
      return true;
    if (units.every(isPlaceUnit)) return SERVED.test(norm, Math.max(0, start - 2), start);
    // 经某协会认定为: who gave it.
    return (
      (norm[start - 1] === "经" || norm[start - 1] === "由") &&
      GIVES.test(norm, end, Math.min(norm.length, end + 8))
    );
  }

  /** 在全省质量大会上: whose meeting it was, not who won. */
  private isOfMeeting({ units, end }: Group): boolean {
    return (
      units.every((u) => u.generic === true && isPlaceUnit(u)) &&
      /^[^，。；]{0,12}?(?:大会|会议|推进会|表彰会|发布会|现场会|年会|仪式|论坛|活动|评选|评审|大赛|竞赛)/.test(
        this.scene.norm.slice(end, end + 18),
      )
    );
  }

  /** 甲于2021年、乙于2023年分别获得. */
  private eachInItsYear(own: readonly Group[], verb: Word): { unit: Unit; year: number }[] | undefined {
    if (own.length < 2) return undefined;
    const found: { unit: Unit; year: number }[] = [];
    for (const [i, group] of own.entries()) {
      const gap = this.scene.norm.slice(group.end, own[i + 1]?.start ?? verb.start);
      const match = /^[于在]?((?:19|20)\d\d)年(?:[、和与]|分别|先后)+$/.exec(gap);
      if (match === null) return undefined;
      for (const unit of group.units) found.push({ unit, year: Number(match[1]) });
    }
    return found;
  }

  /** Where 被某部门 begins before a verb; the verb's place without it. */
  private byWhom(clause: number, verb: number): number {
    const at = lastIndexWithin(this.scene.norm, "被", clause, verb + 1);
    return at >= 0 ? at : verb;
  }

  /** 再次获得某奖，上一次是2014年: the time before is told with its year. */
  private lastTime(series: readonly Prize[], winners: readonly Unit[]): void {
    const { scene } = this;
    const last = series.at(-1)!;
    const match = LAST_TIME.exec(scene.norm, last.end, scene.sentence.end);
    const award = series[0]!.award ?? scene.context.award;
    if (match === null || award === undefined) return;
    const when = { year: Number(match[1]), edition: undefined };
    for (const { entity } of winners)
      this.out.add(entity, award, series[0]!.tier, when, last, "won/past", false);
  }

  /** The winners of a relative clause of several prizes: those after the last of them. */
  private endOfRelative(last: Prize): Group | undefined {
    const { scene } = this;
    let at = last.end;
    for (const prize of scene.prizes) {
      if (prize.start < at || prize.kind === "won") continue;
      if (!NEXT_RELATIVE.test(scene.norm, at, prize.start)) return undefined;
      at = prize.end;
      const next = scene.groupAfter(at);
      if (next !== undefined && OF_WHOM.test(scene.norm, at, next.start)) return next;
    }
    return undefined;
  }

  /** 继第六届（2016年）之后再次获得: the earlier one is won too. */
  private pastOnes(series: readonly Prize[], verb: Word, clause: number, winners: readonly Unit[]): void {
    const award = series[0]!.award ?? this.scene.context.award;
    if (award === undefined) return;
    for (const when of this.dating.past(clause, verb.start))
      for (const { entity } of winners)
        this.out.add(entity, award, series[0]!.tier, when, verb, "won/past", false);
  }
}
