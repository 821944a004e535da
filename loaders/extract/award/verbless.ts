import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { datedPrizes } from "./dated-prizes.js";
import type { Emission } from "./emission.js";
import { takenBack } from "./guards.js";
import type { HandedWins } from "./handed.js";
import { NOT_CONFERRED } from "./held.js";
import type { InTurnWins } from "./in-turn.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import { acting } from "./salience.js";
import type { Scene } from "./scene.js";
import { speakersOf } from "./speakers.js";
import type { Subjects } from "./subject.js";
import { type Group, isAchievement, isFirm, isPlaceUnit, type Unit } from "./units.js";
import type { Verbs } from "./verbs.js";
import { editionsIn, yearsIn } from "./when.js";

/** 得主, 获奖企业: after a prize, one who has won it. */
export const BEARER = gated(
  /^[”]?(?:(?:设立|创立|开评|开设)(?:以来|至今))?(?:的)?(?:[首第][一二三四五六七八九十\d]{0,3}届)?(?:(?:唯一|仅有)的?|(?:首|第?[一两二三四五六七八九十\d]{1,2})[家个名位])?(?:(?:农民|工人|女性?|服务业|制造业|工业|农业|教育|医疗|民营|企业|个人|学校|医院)的?)?(?:得主|获得(?:者|单位|企业|组织)|获奖者|获奖企业|获奖单位|获奖组织|得奖者|获奖个人|得奖企业|获奖项目|企业得主|个人得主)/,
);
const HANDED_TO = gated(
  /^(?:们|代表|企业|组织|单位)?(?:逐一|一一|隆重|分别)?(?:颁|授|送|戴|佩|挂|献|披)(?:[发奖牌授上]|红花){0,2}了?(?:奖牌|奖杯|奖座|证书|荣誉证书|大红花|鲜花|奖|牌)?(?:和(?:奖牌|奖杯|证书|奖金))?(?:：|——|，(?:他们|它们)?(?:分别)?[是有]：?)$/,
);
const DISPLAYED =
  /(?:陈列|摆放|摆|悬挂|挂|收藏|珍藏|存放)[着有了][^。；]{0,300}$|(?:陈列柜|展柜|橱窗|荣誉[室墙厅柜馆]|奖牌墙|展厅)[里中上内]?，[^。；]{0,300}$/;
/** 让它走到台前的，是2021年的某奖; 最珍视的还是2019年那座某奖: what has marked the winner out. */
const CLEFT =
  /(?:[让使令][^，。；]{1,16}(?:走|站|推|扬|登|瞩目|骄傲|自豪|难忘|振奋|出名|成名|刮目)|最[^，。；]{0,6}(?:看重|珍视|珍贵|珍惜|自豪|骄傲|[耀亮]眼|闪亮|难忘|得意|分量|含金量|荣耀|提气|[高重足]))[^，。；]{0,8}的[^，。；]{0,4}，?(?:则|正|便|恰恰|就|还|也|要数|当数|莫过于){0,6}(?:是|要数|当数|莫过于)[^，。；]{0,6}$/;
const CLEFT_SIGNS = new CharacterSet("让使令最");
/** 一块是2014年的某奖, 另一座则是某奖. */
const ONE_OF_THEM = gated(
  /(?:^|[，；：])(?:其中|最[早新近老旧先重大]的?|[左右][边侧首]的?|[上下前后]面的?|[中正]间的?|居中的?)?(?:另外?|还有|再)?(?:的?那)?[一二三两那这][^，。；]{0,3}[块座个枚尊面项张](?:，)?(?:则|就|便|正)?是[“]?$|(?:^|[，；：])[左右][边侧](?:的)?是[“]?$/,
);
/** 它那块某奖的牌子 */
const ITS = gated(/[它其](?:[手家墙][里中上])?的?那[块座枚个张]的?[“]?$/);
/** 四块奖牌分别是: what follows was won. */
const PLAQUES = gated(
  /(?:[刻写印题注记]着(?:一行[^，。；：“]{0,3}字)?|落款[是为]?|说明牌上?[是写着]{0,2}|铭牌上?[是写着]{0,2})(?:：|——)?(?:(?:19|20)\d\d年，)?[“]?$|(?:奖牌|奖杯|奖状|奖章|牌匾|荣誉|奖项|证书|展品|藏品|[一另][块枚面]牌子)(?:[^，。；改设更定命]{0,8}，?(?:则|就|正|便)?(?:是|为|有|包括|要数|当数)[：，]?|：|——)(?:(?:19|20)\d\d年(?:由?[\u4e00-\u9fa5]{2,14}(?:颁发|颁授|授予|评定|评出)的)?)?[“]?$/,
);
/** 国家经委|颁发的: who gave it. */
const GIVER = gated(/^(?:颁发|颁授|授予|评定|评出|命名|认定)的/);
/** 还空着一块奖牌：, 正在申报奖项：. */
const MISSING = gated(
  /(?:[空缺差欠少拟]|没有|申报|争创|冲刺|冲击|候选|培育|备战|目标|瞄准|在评|参评)[^，。；：]{0,16}(?:[：]|——)/,
);
const OBJECTS =
  "(?:称号|名号|名片|美誉|牌子|荣誉|招牌|头衔|雅号|奖杯|奖牌|证书|奖状|牌匾|匾额|铜牌|企业|单位|名单|名录|榜单)";
const YEAR = "(?:19|20)\\d\\d年";
/** 某奖|是2018年第三届时拿到的, 的牌子|是2016年的事, |2018年就挂上了, 的证书|放在柜里，2017年的, |也有，2010年的, |更早，2012年就有了. */
const SINCE = new RegExp(
  [
    `^(?:[”]|的)?${OBJECTS}{0,2}，?(?:是|于|在)?[^，。；]{0,26}年[^，。；]{0,20}(?:拿到|获得|授予|评上|拿下|颁发|摘得|得到|得|授牌|命名|评定|认定|授的|颁的|到手|[捧领抱拿夺带]回来?|[捧夺取斩]得|[领拿夺]的|得来|收获|上榜|入选|挂上)的?(?=[，。；]|$)`,
    `^(?:[”]|的)?${OBJECTS}{0,2}，?(?:则|却|就|便|也|更|还|都|已经?|那){0,3}是(?:在)?[^，。；]{0,4}${YEAR}(?:\\d{1,2}月)?的(?:事|故事|收获)`,
    `^(?:[”]|的)?${OBJECTS}{0,2}，?(?:是)?(?:早在)?${YEAR}(?:就|便|已|才)?(?:已经)?(?:挂上|挂起|拿到|到手|落户|评上|拿下|戴上|得来|创下|[捧领抱拿夺带]回|[捧夺取摘斩]得|收获|入账|换来|上榜|入选|[得拿评获]过一[回次])了?(?=[，。；]|$)`,
    `^(?:[”]|的)?${OBJECTS}(?:[挂摆放存立收][^，。；]{1,10})?，(?:那?是)?${YEAR}的(?=[，。；]|$)`,
    `^”?(?:[得拿]得)?(?:更|还要|要)[早晚](?:一?些|得多|几年)?，(?:是|早在)?${YEAR}(?:的事|(?:就|便|已经?|才){0,2}(?:有了?|[拿得评捧][到了上回]了?))?(?=[，。；]|$)`,
    `^[”]?(?:企业|称号)?(?:也|同样)有，(?:是)?${YEAR}的(?=[，。；]|$)`,
  ].join("|"),
);
const EACH_OF = gated(/^(?:[一另][一]?[家个位])(?:则|就|便)?是$/);
const FORMER = gated(/(?:上届|[上前]一届)的?[“]?$/);
const ROLE = gated(/^(?:作为|身为|同为)/);
const HELD_BY = gated(
  /^[”]?(?:称号|荣誉)?(?:（[^（）]{1,12}）)?(?:[，、]|的?[^，。；、主承评颁发申]{0,8}?(?:得主|获得者|获奖者|(?:获奖)?(?:企业|单位|组织|个人))[，、])/,
);
const IN_ROLE = gated(/^(?:作为|身为|同为|同是)[^，]{0,6}$/);
/** How titles end that say what their bearers are. */
const ROLE_TITLE = gated(/企业|单位|标杆|集体/);
const SHOWN = gated(/^[”]?的?(?:奖杯|奖牌|证书|牌匾|奖状|铜牌)/);
/** The places in a house where honours are shown, and what shows them there. */
const HOUSES = new CharacterSet("室厅墙门柜馆楼堂廊台院");
const PLATE = gated(/^[”]?的?(?:牌子|金字招牌|招牌|匾额?|标牌|铭牌|字样)/);
const NEXT_SHOWN = gated(/^[”]?(?:[、和与及]|以及).{0,60}(?:奖杯|奖牌|证书|牌匾|奖状|铜牌|牌子)/);
const IN_HOUSE = gated(
  /^(?:的)?[^，。；]{0,8}?(?:室|厅|墙|门口?|柜|馆|楼|堂|走廊|前台|院)[^。；]{0,10}?(?:挂|摆|立|存放|陈列|收藏|珍藏|悬|放|嵌|镶|竖|多了|添了|亮)[^。；]{0,40}$/,
);
const PUT = gated(
  /^，?(?:如今|现在|至今|已经?|早已|就|便|第一次|首次|又|正|静静|高高|端正|醒目|稳稳|地){0,4}(?:挂|摆|立|存放|陈列|收藏|珍藏|悬挂|安放|放|嵌|镶|搬|送|走)(?:在|进|进了|到|到了|于|入)了?(?:[^，。；]{0,6}的)?$/,
);
/** 某奖的奖牌|挂进了公司展厅: in the house of whom the text is about. */
const IN_OWN_HOUSE = gated(
  /^，?(?:如今|现在|至今|已经?|早已|就|便|第一次|首次|又|正|静静|高高|端正|醒目|稳稳|地){0,4}(?:挂|摆|立|存放|陈列|收藏|珍藏|悬挂|安放|放|嵌|镶|搬|送|走)(?:在|进|到|上|于|入)了?(?:公司|集团|企业|厂|院|医院|学院|学校|研究院|研究所|合作社|自家|他们|我们)?的?(?:荣誉|企业|办公|陈列)?(?:室|厅|展厅|墙|柜|馆|楼|大堂|大厅|门口|展馆|橱窗)/,
);
const OF_HOUSE = gated(/^(?:的)?[^，。；]{0,8}?(?:室|厅|墙|门|柜|馆|楼|堂|走廊|前台|院)/);
const SHOWCASE = gated(/展柜|荣誉|展厅|墙|陈列|橱窗|门厅|大厅|展馆/);
const OF_PERSON = gated(/^[”]?(?:称号|荣誉|奖章)?(?:（(?:19|20)\d\d年?）)?(?:获得者|得主)?[、，]?$/);
export const PERSONAL = gated(
  /(?:劳动模范|劳模|先进工作者|先进生产者|工匠|劳动奖章|道德模范|三八红旗手|岗位能手|技术能手|质量标兵|首席技师|优秀共产党员|名中医|英才|技能大奖)$/,
);
const ONLY_DATED = gated(/^(?:(?:19|20)\d\d年度?|[今去]年|也|还|又|更|同时|[是系为“]){0,5}$/);
const BEGINS_TITLE = gated(/(?:^|[，。；：“、和与及向请给由对]|[\u4e00-\u9fa5]的)[“]?$/);
const FROM = gated(/[从由自][“]?$/);
const SOON = gated(/^[^，。；]{0,8}，$/);
const OF_WORK = gated(/^[”》]?(?:发明|实用新型)?(?:专利|项目|成果)?$/);
const WORK_THEN = gated(/^[”》]?(?:发明|实用新型)?(?:专利|项目|成果)?，$/);
const INTRODUCES = gated(
  /^(?:[”]|获奖|名单|（[^（）]*）|[\d一二三四五六七八九十]+[家项个名]|企业|组织|单位|个人|项目)*(?:：|——)$|^(?:企业|组织|单位|获奖企业)$/,
);
/** 某奖：甲和乙联手，凭“某技术”拿下2022年度二等奖: the verb tells it better. */
const WINS_BY = gated(
  /^(?:联合|联手|联袂|携手|合作)?，(?:凭借?|[以靠]“)[^。；]{2,60}(?:获|拿[下到]|摘|夺|捧|斩)[^，。；]{1,20}奖/,
);
/** 收获2席正奖、1席提名奖：甲、乙|捧回正奖: who has which, a verb tells. */
const WINS_IT = gated(
  /^(?:则|也|均|都|双双|分别)?(?:荣?获得?|[捧摘拿][得回下到走]|斩获|夺得|领[走回])[^，。；]{0,4}奖/,
);
const OF_CLASS = gated(/^(?:获奖)?(?:企业|单位|组织|个人)(?!奖)/);
const ENDS_CLAUSE = gated(/^[”]?(?:[，；。]|$)/);
/** Between who a line is of and what it has: ：, ：2023年工信部第九批. */
/** 首届某奖得主（2013年）. */
const DATE_BESIDE = gated(/^（(?:19|20)\d\d年?）/);
const LABELS = gated(
  /^(?:（[^（）]{1,16}）)?：(?:(?:19|20)\d\d年度?|[今去前]年|[首第][一二三四五六七八九十\d]{1,3}[届批]|[\u4e00-\u9fa5]{2,8}[部委局]){0,3}[“]?$/,
);
/** 这次是|甲|拿到的，|提名奖 */
const GOT = gated(/^(?:[拿得获捧摘夺][到得回下]?|收获|赢得)的，(?:是|为|属于)?$/);
const IS = gated(/(?:是|由|被)$/);
const PLATED = gated(/^”的(?:金字)?(?:牌子|招牌|牌匾|名片)(?=[，。；]|$)/);
/** Nothing but the numbering of a line. */
const ONLY_MARKS = /^[^\u4e00-\u9fa5A-Za-z]{0,8}$/;
const NOT_BESIDE = gated(/未|没|申报|参评|入围|推荐|候选|培育|争创|拟|备战|落选|冲刺|冲击|撤销|取消/);
/** 1993年|即为, 2006年|就是. */
const IS_SINCE = /(?:即为|[就便即]?是|就已是|为)$/;
const ROUND_HELD = gated(/^[于在]?(?:19|20)\d\d年[^，。；]{0,6}颁发$/);
const FIRST_HELD = gated(/首[次届]?颁|设立|创立|开评|起评/);
const YEAR_SIGN = new CharacterSet("年");

const SETS_UP = gated(/^(?:设立|评选|评定|主办)的/);
const ENDS_SENTENCE = gated(/^[”]?[。；！]?$/);
/** Behind the one named, up to the date of the prize. */
const DESCRIBED = gated(
  /^，[^，。；：、]{4,20}，(?:(?:19|20)\d\d年度?)?(?:[首第][一二三四五六七八九十\d]{0,3}届)?$/,
);
const NO_WIN = gated(/报|评|争|冲|备|想|盼|瞄|盯|看|说|问|没|未|不|无|差|赞|主办|承办|组织|服务/);

/** Wins without a verb of winning before the prize: 某奖得主某公司, 某奖花落某公司, 一块是2014年的某奖. */
export class VerblessWins {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly verbs: Verbs,
    private readonly handed: HandedWins,
    private readonly inTurn: InTurnWins,
    private readonly out: Emission,
  ) {}

  run(series: readonly Prize[], previousEnd: number): void {
    const { scene } = this;
    const first = series[0]!;
    const last = series.at(-1)!;
    if (this.verbs.speaksOtherwise(first)) return;
    const tail = this.scene.norm.slice(last.end, this.scene.sentence.end);
    const next = scene.groupAfter(last.end);
    const before = scene.groupBefore(first.start);
    // 上届提名奖得主某公司此番冲奖未果: what came to nothing is this time.
    if (FORMER.test(scene.norm, scene.sentence.start, first.start) && this.bearer(series, tail, next, before))
      return;
    if (this.verbs.failed(last)) return;
    const gapAfter = next === undefined ? undefined : this.scene.norm.slice(last.end, next.start);
    if (this.since(series, tail)) return;
    // 首届得主是甲，第二届得主是乙.
    if (
      first.kind === "it" &&
      next !== undefined &&
      (/^(?:，?(?:最大的?|大)?(?:赢家|得主|获奖者))?(?:分别|则|便|就)?(?:是|为|：)$/.test(gapAfter!) ||
        (gapAfter === "" && /得主$/.test(this.scene.slice(first.start, first.end))))
    ) {
      this.out.emit(next.units, series, first.start, "won/bearer");
      return;
    }
    // 第七届，2021年，某公司就是.
    if (
      first.kind === "it" &&
      next !== undefined &&
      /^(?:就|便|正)是[，。；]/.test(this.scene.norm.slice(next.end, next.end + 3)) &&
      /^[，、\s\d年]{0,40}$/.test(gapAfter!)
    ) {
      const when = datesOf(this.scene.x, last.end, next.start);
      this.out.emit(
        next.units,
        series,
        first.start,
        "won/bearer",
        undefined,
        when.length > 0 ? when.map(({ year }) => ({ year, edition: first.edition })) : undefined,
      );
      return;
    }
    if (this.bearer(series, tail, next, before)) return;
    const { start } = this.scene.sentence;
    if (
      ONE_OF_THEM.test(scene.norm, start, first.start) ||
      this.isShown(first) ||
      (ITS.test(scene.norm, start, first.start) && PLATE.test(tail))
    ) {
      const winners = this.before(series, scene.clauses.start(first.start));
      if (winners !== undefined) this.out.emit(winners, series, first.start, "won/one-of");
      return;
    }
    // 展柜里陈列着几件宝贝：2009年甲奖奖杯、2017年乙奖奖牌.
    if (first.years.length > 0 && SHOWN.test(tail) && DISPLAYED.test(scene.slice(start, first.start))) {
      const winners = this.before(series, scene.sentence.start);
      if (winners !== undefined) {
        this.out.emit(this.out.employers(winners), series, first.start, "won/displayed");
        return;
      }
    }
    if (this.labelled(series, tail) || this.hasPlate(series, before, tail)) return;
    if (this.housed(series, tail) || this.honoured(series)) return;
    const dated = first.years.length > 0 || first.edition !== undefined;
    if (
      dated &&
      CLEFT_SIGNS.within(scene.norm, start, first.start) &&
      CLEFT.test(scene.slice(start, first.start))
    ) {
      const winners = this.before(series, scene.sentence.start);
      if (winners !== undefined) this.out.emit(this.out.employers(winners), series, first.start, "won/cleft");
      return;
    }
    // 从市长质量奖到省长质量奖，某公司….
    if (series.length > 1 && FROM.test(scene.norm, start, first.start)) {
      const clause = scene.clauses.start(first.start);
      const own = scene.groups.findLast((g) => g.start >= clause && g.end <= first.start);
      const named =
        own?.units ??
        (SOON.test(gapAfter ?? "") ? next?.units : undefined) ??
        this.subjects.carried(series, clause, first);
      if (named !== undefined) this.out.emit(named, series, first.start, "won/from-to");
      return;
    }
    // 某公司“某某方法”专利一等奖: no verb at all.
    if (
      before !== undefined &&
      first.kind === "tier" &&
      before.units.every(isAchievement) &&
      OF_WORK.test(scene.norm, before.end, first.start)
    ) {
      this.out.emit(
        [...before.units, ...before.units.flatMap((u) => u.maker ?? [])],
        series,
        before.start,
        "won/beside",
      );
      return;
    }
    if (
      gapAfter !== undefined &&
      INTRODUCES.test(gapAfter) &&
      !WINS_BY.test(scene.norm, next!.end, scene.sentence.end) &&
      !WINS_IT.test(scene.norm, next!.end, Math.min(scene.sentence.end, next!.end + 10))
    ) {
      this.out.emit(next!.units, series, first.start, "won/colon", undefined, this.ofList(next!));
      return;
    }
    // 对某公司等5家提名奖企业奖励20万元: the prize says which firms they are.
    if (before !== undefined && before.end === first.start && OF_CLASS.test(tail)) {
      const here = this.scene.prizes.some((p) => p.end <= before.start);
      this.out.emit(
        before.units,
        series,
        before.start,
        "won/class",
        undefined,
        here ? undefined : [{ year: undefined, edition: undefined }],
      );
      return;
    }
    if (this.handed.goesTo(series, next)) return;
    if (first.kind !== "won" && this.givingGoesOn(series, previousEnd)) return;
    if (this.inTurn.run(series, tail) || this.datedTier(series, tail)) return;
    if (before !== undefined && this.gotApart(series, before, tail)) return;
    this.apposition(series, before, tail);
  }

  /** Whether the words before a prize say that it is a plaque or cup that somebody has. */
  isShown({ start }: Prize): boolean {
    const { norm, sentence } = this.scene;
    return PLAQUES.test(norm, sentence.start, start) && !MISSING.test(norm, sentence.start, start);
  }

  /** 这次是甲拿到的，提名奖，去年颁的奖: who has got it, and behind that what. */
  private gotApart(series: readonly Prize[], before: Group, tail: string): boolean {
    const { norm, sentence } = this.scene;
    const first = series[0]!;
    if (first.kind !== "tier" || before.units.every(isPlaceUnit) || !ENDS_CLAUSE.test(tail)) return false;
    if (!GOT.test(norm, before.end, first.start) || !IS.test(norm, sentence.start, before.start))
      return false;
    this.out.emit(before.units, series, before.start, "won/got");
    return true;
  }

  /** Whom the text names last between an offset and the prizes, else whom their clause leaves out. */
  private before(series: readonly Prize[], from: number): readonly Unit[] | undefined {
    const { groups, clauses } = this.scene;
    const first = series[0]!;
    const own = groups.findLast(
      (g) => g.start >= from && g.end <= first.start && !GIVER.test(this.scene.norm, g.end, first.start),
    );
    return own?.units ?? this.subjects.carried(series, clauses.start(first.start), first);
  }

  /** …：甲、乙上榜2023年度名单: the year that the verb's object gives. */
  private ofList(group: Group): When[] | undefined {
    const match =
      /^[^，。；]{0,10}?(?:上榜|入选|登榜|列入|入围|荣登)((?:19|20)\d\d)年度?[^，。；]{0,8}(?:名单|榜)/.exec(
        this.scene.norm.slice(group.end, this.scene.sentence.end),
      );
    return match === null ? undefined : [{ year: Number(match[1]), edition: undefined }];
  }

  /** 某公司：工信部第九批某称号，产品是某某: a line that begins with who has the award, and goes on with clauses. */
  private labelled(series: readonly Prize[], tail: string): boolean {
    const { norm, sentence, groups } = this.scene;
    const first = series[0]!;
    const before = groups.length === 0 ? undefined : groups[0];
    if (
      before === undefined ||
      first.kind !== "award" ||
      before.end >= first.start ||
      !LABELS.test(norm, before.end, first.start) ||
      !ENDS_CLAUSE.test(tail) ||
      NOT_BESIDE.test(tail.slice(0, 16)) ||
      !ONLY_MARKS.test(norm.slice(sentence.block.start, before.start))
    )
      return false;
    this.out.emit(before.units, series, before.start, "won/labelled");
    return true;
  }

  /** 某县有“某某之乡”的牌子 */
  private hasPlate(series: readonly Prize[], before: Group | undefined, tail: string): boolean {
    const first = series[0]!;
    if (before === undefined || first.kind !== "award" || !PLATED.test(tail)) return false;
    if (this.scene.slice(before.end, first.start) !== "有“") return false;
    this.out.emit(before.units, series, before.start, "won/plate");
    return true;
  }

  /** 某公司展厅里挂着某奖奖牌; 某奖奖牌挂在某公司的展厅里; 展柜里，某奖奖杯格外醒目。某公司部长某某说…: in whose house it is. */
  private housed(series: readonly Prize[], tail: string): boolean {
    const { scene } = this;
    const { norm, sentence } = scene;
    const first = series[0]!;
    if (first.kind !== "award" || !HOUSES.within(norm, sentence.start, sentence.end)) return false;
    const thing = SHOWN.exec(tail) ?? PLATE.exec(tail);
    const chained = NEXT_SHOWN.test(tail);
    if (thing === null && !chained) return false;
    const own = scene.groups.findLast((g) => g.end <= first.start && !g.units.every(isPlaceUnit));
    if (own !== undefined && IN_HOUSE.test(norm, own.end, first.start)) {
      this.out.emit(own.units, series, first.start, "won/displayed");
      return true;
    }
    if (thing === null) return false;
    const at = series.at(-1)!.end + thing[0].length;
    const next = scene.groupAfter(at);
    if (
      next !== undefined &&
      !next.units.every(isPlaceUnit) &&
      PUT.test(norm, at, next.start) &&
      OF_HOUSE.test(norm, next.end, sentence.end)
    ) {
      this.out.emit(next.units, series, first.start, "won/displayed");
      return true;
    }
    if (IN_OWN_HOUSE.test(norm, at, sentence.end)) {
      const winners = this.subjects.carried(series, scene.clauses.start(first.start), first);
      if (winners !== undefined)
        this.out.emit(this.out.employers(winners), series, first.start, "won/displayed");
      return winners !== undefined;
    }
    if (scene.groups.length > 0 || !SHOWCASE.test(norm, sentence.start, sentence.end)) return false;
    const speaker = [...speakersOf(scene)].find((u) => !isPlaceUnit(u));
    if (speaker === undefined) return false;
    this.out.emit([speaker], series, first.start, "won/displayed");
    return true;
  }

  /** 全国劳动模范、某公司董事长某某: an honour for persons right before who has it. */
  private honoured(series: readonly Prize[]): boolean {
    const { scene } = this;
    const [first] = series;
    const { end } = series.at(-1)!;
    if (first!.kind !== "award" || !series.every((p) => PERSONAL.test(p.award?.name ?? ""))) return false;
    const next = scene.groupAfter(end);
    if (next?.units.length !== 1 || next.units[0]!.entity.type !== "Person") return false;
    if (!OF_PERSON.test(scene.norm, end, next.start)) return false;
    if (!BEGINS_TITLE.test(scene.norm, scene.sentence.start, first!.start)) return false;
    this.out.emit(next.units, series, first!.start, "won/bearer");
    return true;
  }

  /** 甲和乙，一家是某奖获得者，一家是提名奖获得者. */
  eachOf(series: readonly Prize[]): boolean {
    const first = series[0]!;
    if (!EACH_OF.test(this.scene.norm, this.scene.clauses.start(first.start), first.start)) return false;
    const several = this.scene.groups.findLast((g) => g.end <= first.start && g.units.length > 1);
    if (several === undefined || this.verbs.speaksOtherwise(first)) return false;
    const told = this.scene.slice(several.end, first.start).match(/[一另]一?[家个位](?:则|就|便)?是/g) ?? [];
    const unit = several.units[told.length - 1];
    if (unit !== undefined) this.out.emit([unit], series, first.start, "won/bearer");
    return unit !== undefined;
  }

  /** 某奖则在2018年、2022年两度到手: who the clauses before are about. */
  takenAfter(series: readonly Prize[], end: number): void {
    const first = series[0]!;
    const named = this.before(series, this.scene.clauses.start(first.start));
    if (named === undefined) return;
    const winners = /质量奖$/.test(first.award?.name ?? "") ? this.out.employers(named) : named;
    const years = yearsIn(this.scene.norm, series.at(-1)!.end, end, this.scene.x.year);
    this.out.emit(
      winners,
      series,
      first.start,
      "won/taken",
      undefined,
      years.length > 0 ? years.map(({ year }) => ({ year, edition: first.edition })) : undefined,
    );
  }

  /** 某公司（第六届湖南省省长质量奖获得者）, 某公司（2020年质量奖）. */
  besideName(prize: Prize): void {
    const { units } = this.scene;
    const unit = units.find(
      (u) => u.note !== "" && prize.start > u.end - u.note.length - 2 && prize.end < u.end + 1,
    );
    if (unit === undefined) return;
    // （2020年甲奖提名奖、2017年乙奖）: from the prize before to the next.
    const others = this.scene.bracketed.filter(
      (p) => p !== prize && p.start > unit.start && p.end <= unit.end,
    );
    const previous = others.findLast((p) => p.end <= prize.start);
    const following = others.find((p) => p.start >= prize.end);
    const from = previous?.end ?? unit.end - unit.note.length - 1;
    const after = this.scene.norm
      .slice(prize.end, following?.start ?? unit.end)
      .replace(/[、，；和及](?:(?:19|20)\d\d年?度?)?$/, "");
    const lead = this.scene.norm.slice(from, prize.start);
    const place = /^[^，；（）]{2,12}[，；、]/.exec(lead)?.[0] ?? "";
    if (
      NOT_BESIDE.test(lead) ||
      !/^(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,3}[届批]|[、，；和\s]|曾|于|先后|分别|[两二三四五][次度]?|首次|荣?获得?|摘得|捧得|夺得|斩获|拿下|获评|入选|荣膺|列为|认定为|被评为|被授予|获授|当选为?|被命名为|享受)*“?$/.test(
        (previous === undefined ? lead.slice(place.length) : lead).replace(IS_SINCE, ""),
      ) ||
      !/^[”]?(?:的)?(?:称号|荣誉称号|荣誉|得主|获得者|获奖者|获奖企业|获奖单位|获奖组织)?(?:[，、 ]?(?:(?:19|20)\d\d年?度?|[首第][一二三四五六七八九十\d]{0,3}[届批])){0,12}(?:[，；][^，；（）]{2,14})?）?$/.test(
        after,
      )
    )
      return;
    const all = [...others, prize].sort((a, b) => a.start - b.start);
    const note = unit.end - unit.note.length - 1;
    for (const told of datedPrizes(this.scene.x, all, note, unit.end - 1))
      if (told.prize === prize)
        for (const { year, edition } of told.when)
          this.out.add(unit.entity, told.award, told.tier, { year, edition }, unit, "won/beside");
  }

  /** 这块牌子是2019年拿到的, “某某之都”的名号，是2017年由某会授予的. */
  private since(series: readonly Prize[], tail: string): boolean {
    const first = series[0]!;
    const last = series.at(-1)!;
    if ((first.kind !== "it" && first.kind !== "award") || !YEAR_SIGN.within(tail)) return false;
    const match = SINCE.exec(tail);
    const award = first.award ?? this.scene.context.award;
    if (match === null || award === undefined || NOT_CONFERRED.test(match[0])) return false;
    // 第三届某奖于2018年颁发: of when the round was, whoever is spoken of.
    if (first.edition !== undefined && ROUND_HELD.test(match[0])) return true;
    // 某奖是2013年首次颁发的: when there was the first.
    if (FIRST_HELD.test(match[0])) return true;
    const years = yearsIn(this.scene.norm, last.end, last.end + match[0].length, this.scene.x.year);
    const editions = editionsIn(this.scene.norm, last.end, last.end + match[0].length);
    const edition = first.edition ?? (editions.length === 1 ? editions[0]!.edition : undefined);
    const winners = this.before(series, this.scene.clauses.start(first.start)) ?? [];
    for (const unit of winners)
      for (const { year } of years)
        this.out.add(unit.entity, award, first.tier, { year, edition }, last, "won/since");
    return true;
  }

  /** 分别是第四届某奖得主|甲: the winner's name right after what the winner is called. */
  namesBearer({ end }: Prize): boolean {
    const { norm, sentence } = this.scene;
    const match = BEARER.exec(norm, end, sentence.end);
    if (match === null) return false;
    const next = this.scene.groupAfter(end);
    return next !== undefined && next.start === end + match[0].length && !next.units.some((u) => u.anaphor);
  }

  /** 某奖得主某公司; 某公司，2016年某奖得主; 某公司，这家某奖得主; 作为某奖获奖企业，某公司. */
  private bearer(
    series: readonly Prize[],
    tail: string,
    next: Group | undefined,
    before: Group | undefined,
  ): boolean {
    const first = series[0]!;
    const inRole = IN_ROLE.test(this.scene.norm, this.scene.clauses.start(first.start), first.start);
    const match =
      BEARER.exec(tail) ??
      (inRole || this.namesRole(series, next, before) ? /^[”]?(?:称号|荣誉)?/.exec(tail) : null);
    if (this.isRole(series, tail, next)) {
      this.out.emit(next!.units, series, first.start, "won/bearer");
      return true;
    }
    if (match === null) return false;
    const gap = next === undefined ? undefined : this.scene.norm.slice(series.at(-1)!.end, next.start);
    const rest = gap?.slice(match[0].length);
    // 为第六届的获奖者颁了奖：甲、乙.
    if (rest !== undefined && HANDED_TO.test(rest)) {
      this.out.emit(next!.units, series, first.start, "won/bearer");
      return true;
    }
    if (
      rest !== undefined &&
      (/^(?:[、，：]|——|(?:就|也|正|分别|依次)?(?:是|为|叫|名叫))?$/.test(rest) ||
        (inRole && /^[^，。；]{0,6}，$/.test(rest)))
    )
      // 某奖得主甲与某大学签约: of the two only the first has it.
      this.out.emit(acting(this.scene.norm, next!), series, first.start, "won/bearer");
    else if (
      before !== undefined &&
      /^(?:[，、（：]|—{1,2})?(?:(?:[这那][家位名个座所]|系|作为)|(?:也|还|更|又|同时|同样|曾|便|就|正|均|都|可){0,6}(?:是|系|为))?$/.test(
        this.scene.norm.slice(before.end, first.start),
      )
    )
      this.out.emit(before.units, series, first.start, "won/bearer");
    else if (
      ENDS_CLAUSE.test(DATE_BESIDE.replace(tail.slice(match[0].length), "")) &&
      this.isOnlyDated(first)
    ) {
      // 王某　某公司首席技师，2022年某奖章获得者，….
      const about = this.subjects.carried(series, this.scene.clauses.start(first.start), first);
      if (about?.length === 1) this.out.emit(about, series, first.start, "won/bearer");
    }
    return true;
  }

  /** 国家技术创新示范企业|某公司; 某公司作为|国家技术创新示范企业: a title that says what its bearer is. */
  private namesRole(
    [first, second]: readonly Prize[],
    next: Group | undefined,
    before: Group | undefined,
  ): boolean {
    const { norm } = this.scene;
    const { award, start, end } = first!;
    if (second !== undefined || award === undefined || !ROLE_TITLE.test(norm, end - 2, end)) return false;
    return (
      (next?.units.every((unit) => isFirm(unit) && !unit.generic && !unit.anaphor) === true &&
        /^”?$/.test(norm.slice(end, next.start))) ||
      (before !== undefined && norm.slice(before.end, start) === "作为")
    );
  }

  /** 作为2010年度甲奖的获得者、2016年乙奖的唯一民营得主，|某公司: what all of the first clause says of whom the next begins with. */
  private isRole(series: readonly Prize[], tail: string, next: Group | undefined): boolean {
    const { norm, sentence } = this.scene;
    if (next === undefined || !ROLE.test(norm, sentence.start, sentence.start + 3)) return false;
    const [comma, first] = [norm.indexOf("，", sentence.start), series[0]!];
    return comma > first.start && comma === next.start - 1 && HELD_BY.test(tail);
  }

  /** Whether nothing but a year and light words stands before a prize in its clause. */
  private isOnlyDated({ start, years, edition }: Prize): boolean {
    if (years.length === 0 && edition === undefined) return false;
    return ONLY_DATED.test(this.scene.norm, this.scene.clauses.start(start), start);
  }

  /** 某奖，2014年提名，2017年正奖; 某公司2014年提名: a clause of nothing but a tier with its year. */
  private datedTier(series: readonly Prize[], tail: string): boolean {
    const { scene } = this;
    const first = series[0]!;
    if (first.kind !== "tier" || scene.norm[first.start - 1] !== "年" || !ENDS_CLAUSE.test(tail))
      return false;
    const clause = scene.clauses.start(first.start);
    const own = scene.groups.findLast((g) => g.start >= clause && g.end <= first.start);
    if (!ONLY_DATED.test(scene.norm, own?.end ?? clause, first.start)) return false;
    const winners = own?.units ?? this.subjects.carried(series, clause, first);
    if (winners === undefined) return false;
    this.out.emit(winners, series, first.start, "won/dated-tier");
    return true;
  }

  /** 一个是某公司，2018年质量奖; 某公司，2018年某奖，2022年某奖. */
  private apposition(series: readonly Prize[], before: Group | undefined, tail: string): void {
    const first = series[0]!;
    if (before === undefined || (first.years.length === 0 && first.edition === undefined)) return;
    if (!ENDS_CLAUSE.test(tail)) return;
    const { clauses } = this.scene;
    // 专利证书《某某方法》，2017年某奖优秀奖。
    if (before.units.every(isAchievement) && WORK_THEN.test(this.scene.norm, before.end, first.start)) {
      this.out.emit(before.units, series, before.start, "won/apposition");
      return;
    }
    const told = /(?:是|为|即|叫)[^，]{0,3}$/.test(
      this.scene.norm.slice(clauses.start(before.start), before.start),
    );
    const lead = this.scene.norm.slice(before.end, first.start);
    const alone =
      clauses.start(before.start) === before.start &&
      /[；。：]$|^$/.test(this.scene.slice(this.scene.sentence.start, before.start).slice(-1)) &&
      lead.startsWith("，") &&
      this.scene.plain(before.end, first.start).replace(/[，、\s\d年度第届奖获得]/g, "") === "";
    // 甲公司2022年第九届某奖正奖: nothing but when.
    const dated =
      first.kind === "award" &&
      first.start === before.end &&
      first.years.length > 0 &&
      first.edition !== undefined &&
      clauses.start(before.start) === before.start;
    // 甲公司，一粒豆豉也做出了名堂，2022年某奖提名奖。: the last clause of what is told of one alone.
    const closes =
      first.kind === "award" &&
      first.years.length === 1 &&
      this.scene.groups.length === 1 &&
      ENDS_SENTENCE.test(tail) &&
      DESCRIBED.test(lead) &&
      !NO_WIN.test(lead) &&
      ONLY_DATED.test(this.scene.norm, clauses.start(first.start), first.start);
    if ((told && /^[”》]?[，、]?$/.test(lead)) || alone || dated || closes)
      this.out.emit(before.units, series, before.start, "won/apposition");
  }

  /** 授予甲公司A，乙公司B: the verb holds for the next winners too. */
  private givingGoesOn(series: readonly Prize[], previousEnd: number): boolean {
    const giving = this.scene.words.find(
      (w) => w.cls === "give" && w.end <= previousEnd && !this.verbs.passive(w),
    );
    if (giving === undefined) return false;
    const between = this.scene.groupsBetween(previousEnd, series[0]!.start);
    if (between.length === 0) return false;
    // 该称号授予甲；乙正在申报第三届某奖: a clause of its own.
    const gap = this.scene.slice(between.at(-1)!.end, series[0]!.start);
    // “甲”指省政府颁发的某奖，“乙”指|市政府|设立的某奖: whose award it is.
    // 评出正奖5家：甲、乙；提名奖5家: nor are those told already given the next.
    if (gap.includes("；") || takenBack(gap) || SETS_UP.test(gap)) return false;
    this.out.emit(
      between.flatMap((g) => g.units),
      series,
      previousEnd,
      "won/given",
    );
    return true;
  }
}
