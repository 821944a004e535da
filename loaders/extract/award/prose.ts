import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import { editionAnswered } from "./answered.js";
import { BareHonours } from "./bare-honours.js";
import { type BareRecord, bareRecordsOf } from "./bare-records.js";
import { addBracketPersons } from "./bracket-persons.js";
import { CarrierWins } from "./carriers.js";
import type { Context } from "./context.js";
import { CountedWins, describedEnd } from "./counted.js";
import { addDatedTitles } from "./dated-titles.js";
import { Dating } from "./dating.js";
import { disowned } from "./disowned.js";
import { Emission } from "./emission.js";
import { namesNoWinners } from "./expected.js";
import type { Win } from "./findings.js";
import { ofSelection, rewarded } from "./guards.js";
import { HandedWins } from "./handed.js";
import { InTurnWins } from "./in-turn.js";
import { LinkedWins } from "./linked.js";
import { addNamedWorks } from "./named-works.js";
import { PlaceWins } from "./place-wins.js";
import type { Prize, Word } from "./prize.js";
import { RoundWins } from "./rounds.js";
import { headOf } from "./salience.js";
import { Scene } from "./scene.js";
import { SeveralTimes } from "./several-times.js";
import { SharedWins } from "./shares.js";
import { Subjects } from "./subject.js";
import { NotedWins } from "./told-by-note.js";
import { ToldClauses } from "./told-clauses.js";
import { ToldTiers } from "./told-tiers.js";
import { isFirm, isPlaceUnit } from "./units.js";
import { VerbalWins } from "./verbal.js";
import { BEARER, VerblessWins } from "./verbless.js";
import { Verbs } from "./verbs.js";

const RELEVANT =
  /奖|登榜|名额|席位|提名|上台|上榜|榜上有名|称号|入选|获评|捧杯|折桂|牌子|殊荣|荣誉|桂冠|名列其中|在列|胜出|中选|夺魁|夺冠|登台|得主|如愿|[首第][一二三四五六七八九十\d]{0,3}[届批]|[上前下次数早]一?届|轮到|得主|接棒|接力棒|换成|[又再][添多]|[上登]了榜|捧了杯|第[二三四五]家|最[近新早先]的?一?[个家位]?是|也有[一1][家席]|同样有[一1][家席]|拿[到下]|[拿捧]过一[回次]|评上|摘得|夺得|捧[回得]|[位名]个人/;
/** Of which each of these words has one. */
const RELEVANT_SIGNS = new CharacterSet(
  "奖额席提台榜称选获捧桂牌荣列胜魁冠登主愿届批轮棒换添多榜杯家拿评摘夺最有个",
);
const OF_CLASS =
  /^的(?![只仅共]?有|一共|总共|就|是)[^，。；]{0,6}(?:企业|单位|组织|个人|机构|医院|学校|工人|职工|员工|农民工?|技师|教师|医生|护士|工匠)(?=[，。；]|$)/;
const TIERED = gated(/[特一二三]等奖|[金银铜]奖|提名奖|组织奖|个人奖|正奖|优秀奖/);
const RUMOUR = gated(/误传|谣言|不实信息|虚假信息/);
/** 有自媒体说某公司也拿了某奖，这个不属实: what others say, and that it is not so. */
const HEARSAY = gated(
  /(?:自媒体|公众号|网[上传友民]|帖子|贴文|外界|坊间|街坊|市民|群众|听众|有人|[很不][多少]人|短视频|朋友圈)[^。]{0,14}?(?:说|讲|传|称|写|发文|以为|问|误|把)(?![^。]{0,80}(?:获奖|得奖|拿奖)的(?:其实|实际上?)?是)[^。]{0,80}?(?:不(?:属实|准确|确切|是真的|对|是事实|实)|没有(?:这回事|这事|此事|拿|得|获|申报)?|[弄看搞记]混|误会|误读|未[获曾能])/,
);
/** 常有人把我们和乙公司搞混，那家去年得的是提名奖: what the other has. */
const OF_OTHER = gated(/[弄看搞记]混[^。]{0,40}(?:[得获拿]的是|[得拿]过)/);
const SERIES = gated(
  /^(?:[”]|称号|荣誉|等(?:[\d一二三四五六七八九十百]{1,12}[余多]?[项个])?(?:[\u4e00-\u9fa5]{0,6}(?:荣誉|称号|奖项))?|（[^（）]{0,20}）|第[\d一二三四五六七八九十]{1,4}[位名]){0,4}(?:、|和|与|及|以及|，并|，以及|以及其|[、，][又也]有|，?再?到)[“]?$|^”“$/,
);
const SAME_EDITION = gated(/(?:[本该同此]|[这同]一)届$/);
/** 某奖两年评一次，本届…: what is told of next is the round that the title names. */
const THIS_ROUND = gated(/(?:[本此]|这一?)届/);
/** 把提名奖换成了正奖: what was had before. */
const FROM = gated(/(?:把|将|由|从)[“]?$/);
const BECAME = gated(
  /^[”]?(?:一[举跃步])?(?:换成|变成|升级|升格|变为|升为|提升|改写为|晋级|晋升|跃升|跃上|升到|升至|进阶|迈[向上入]|转为|冲到|到(?=正奖|[金银]奖|[一二]等奖))[为成至到了]{0,2}/,
);
/** 以提名奖身份跻身: the tier with which somebody is on a list. */
const WITH_TIER = gated(/以[“]?$/);
const ENTERING = gated(
  /^[”]?(?:获得者|得主|获奖者|组织|企业|单位)?的?(?:身份|成绩|佳绩|名义|资格|名次)?(?:成功|一举|首次|再次|顺利|强势|又){0,2}(?:跻身|闯[进入]|挤进|登[上临]|入围|入选|入列|位列|名列|晋级|晋身|上榜|登榜|登台|站上|走上|杀入|进入|出现在|亮相|现身|列入|榜上有名|载入|写进|收官|告终|收场|圆梦|圆满收官)了?/,
);
/** 此番由提名奖晋级: this time is not the one told before. */
const THIS_TIME = gated(/(?:此番|此次|这次|这回|本次|本届|这一届|此回|今番)[^，。；]{0,12}$/);
/** Told apart: ，获首届某奖 after 重新站上领奖台. */
const TOLD_NEXT = gated(
  /^，(?:并|一举|再次|首次|成功|再|又|当场|如愿){0,2}(?:[荣喜斩收]?获得?|[捧摘夺拿领][回得下到起]|接过)了?[“]?$/,
);
/** 是工信部2022年评定的国家级绿色工厂: when that was. */
const CONFERRED_IN = gated(
  /((?:19|20)\d\d)年[\u4e00-\u9fa5]{0,6}(?:评定|认定|授予|命名|颁发|评出|公布|确定)的[“]?$/,
);
const GOES_ON = gated(
  /^[”]?(?:则|也|便|就|均|都|最终|分别){0,2}(?:由|归|花落|[颁授发]给|授予|给了|属于|落户|[\d一二两三四五六七八九十]{1,2}[个家席名])|^[”]?(?:得主|获得者|获奖者|获奖组织|获奖企业|获奖单位)/,
);
const CUT = gated(/[，；]/);
const OF_WHOM = gated(/^[”]?(?:称号|荣誉)?的$/);
/** Right before an award, or what it begins with: of the round that the text tells of. */
const THIS_ANNUAL = gated(/(?:[本该]|这一|当)年度的?[“]?/);
const OF_ANNUAL = gated(/(?:19|20)\d\d年度/);
const OF_YEAR = gated(/((?:19|20)\d\d)年$/);

/** 市奖|得主: by whom the award is given that they have. */
const OF_RANK = gated(/[国省市区县]级?奖的?$/);
/** 某奖|是2012年拿的|金奖: the tier tells it. */
const OF_TIER = gated(
  /^”?(?:我们|公司|它|则|也|就|，){0,3}是?(?:在|于)?(?:(?:19|20)\d\d|[今去前])年(?:[拿得获捧摘评领][到得回下上]?的)?[是为]?$/,
);
const GOAL = gated(/力争|争取|确保|有望|目标/);
/** 2019年获得的|某奖|奖金. */
const OF_MONEY = gated(/(?:19|20)\d\d年(?:荣?获得?|摘得|捧得|拿到)的[“]?$/);
const TO_BE = gated(
  /拟(?:授奖?|奖|表彰|表扬|定|推荐|入选|认定|命名|评)[^。；]{0,30}(?:公示|名单)|(?:候选|申报|推荐|参评|现场评审|答辩)[^，。；]{0,8}名[单录]/,
);

const ELSEWHERE =
  /(?:参加|出战|亮相|征战|应邀参加|受邀参加)(?:了)?[^，。；]{2,30}(?:赛|发表会|比武|评比|交流会|展)|在[^，。；]{2,30}(?:博览会|展览会|展会|博会|交易会|评比|比赛|竞赛|大赛|[品美农]节|论坛|年会|锦标赛|邀请赛)(?:上|中|期间)?/;

/** Rules whose winners stand after the prize. */
const NAMED_AFTER = new Set([
  "won/counted",
  "won/colon",
  "won/linked",
  "won/listed",
  "won/given",
  "won/goes",
  "won/bearer",
]);

const COUNTS = gated(/[\d一二两三四五六七八九十]{1,3}[个座处块张]“?$/);
const LISTS = gated(/^”?(?:：|——|，?分别[为是]：?)$/);
const TOLD_APART = /^的(?:是|为)[^，。；]{2,30}，(?:而|并|可)?(?:不是|并非|非)/;

const BRACKET = new CharacterSet("（");
const WINNERS: readonly EntityType[] = ["Company", "Institution", "Person", "City", "County", "Zone"];

/** What the prose of one sentence says of who won what; the context is read and brought up to date. */
export class SentenceWins {
  private readonly scene: Scene;
  private readonly subjects: Subjects;
  private readonly verbs: Verbs;
  private readonly verbal: VerbalWins;
  private readonly shared: SharedWins;
  private readonly counted: CountedWins;
  private readonly handed: HandedWins;
  private readonly verbless: VerblessWins;
  private readonly linked: LinkedWins;
  private readonly rounds: RoundWins;
  private readonly notes: NotedWins;
  private readonly places: PlaceWins;
  private readonly bare: BareHonours;
  private readonly out: Emission;
  private readonly tiers: ToldTiers;
  private readonly times: SeveralTimes;
  private readonly dating: Dating;
  private readonly records: ReadonlyMap<Prize, BareRecord>;

  static relevant(x: Extraction, sentence: Sentence, context: Context): boolean {
    const { start, end } = sentence;
    return (
      context.isExpecting || mentionsType(x, start, end, "Award") || SentenceWins.tells(x, sentence, context)
    );
  }

  /** Whether a sentence that names no award may tell of the one spoken of. */
  private static tells(x: Extraction, { start, end, block }: Sentence, context: Context): boolean {
    if (context.award === undefined)
      return mentionsType(x, end, block.end, "Award") && TIERED.test(x.norm, start, end);
    return RELEVANT_SIGNS.within(x.norm, start, end) && RELEVANT.test(x.norm.slice(start, end));
  }

  constructor(
    x: Extraction,
    private readonly sentence: Sentence,
    private readonly context: Context,
  ) {
    context.entersSentence(x, sentence);
    this.scene = new Scene(x, sentence, context);
    this.subjects = new Subjects(this.scene);
    this.verbs = new Verbs(this.scene);
    const dating = new Dating(this.scene);
    this.dating = dating;
    this.out = new Emission(this.scene, dating);
    this.tiers = new ToldTiers(this.scene, this.out);
    this.times = new SeveralTimes(this.scene, this.subjects, this.verbs, this.out);
    this.linked = new LinkedWins(this.scene, this.out);
    this.verbal = new VerbalWins(this.scene, this.subjects, dating, this.out);
    this.rounds = new RoundWins(this.scene, this.out);
    this.notes = new NotedWins(this.scene, this.subjects, this.out);
    this.places = new PlaceWins(this.scene, this.subjects, this.verbs, this.out);
    this.bare = new BareHonours(this.scene, this.subjects, this.out);
    this.shared = new SharedWins(this.scene, this.verbs, this.out);
    this.counted = new CountedWins(this.scene, this.verbs, this.out);
    this.handed = new HandedWins(this.scene, this.verbs, this.out);
    const inTurn = new InTurnWins(this.scene, this.subjects, this.out);
    this.verbless = new VerblessWins(this.scene, this.subjects, this.verbs, this.handed, inTurn, this.out);
    this.records = bareRecordsOf(this.scene);
  }

  run(): Win[] {
    const { prizes, bracketed } = this.scene;
    let previousEnd = this.sentence.start;
    const expected = this.context.takeExpected();
    if (expected !== undefined) {
      if (this.linked.ofExpected(expected)) this.context.expectsStill(expected);
      // It was only looked at for what was expected.
      if (
        expected.waits &&
        this.out.wins.length === 0 &&
        prizes.length === 0 &&
        !SentenceWins.tells(this.scene.x, this.sentence, this.context)
      ) {
        this.context.salience.passes(this.scene.x, this.sentence);
        return [];
      }
    }
    if (CarrierWins.tellsLater(this.scene.x, this.sentence)) {
      this.context.salience.passes(this.scene.x, this.sentence);
      return [];
    }
    this.hearsEdition();
    const { start, end } = this.sentence;
    const award = this.context.awardNear(1);
    const round = award === undefined ? undefined : this.context.editionNear(award);
    const before = {
      award,
      edition: round,
      year: award === undefined || round === undefined ? undefined : this.context.yearOfRound(award, round),
    };
    const rumour =
      RUMOUR.test(this.scene.norm, start, end) ||
      (HEARSAY.test(this.scene.norm, start, end) && !OF_OTHER.test(this.scene.norm, start, end));
    for (const prize of prizes) {
      this.ofThisRound(prize);
      this.dating.editionBehind(prize);
    }
    if (!rumour) {
      for (let i = 0; i < prizes.length; ) {
        const series = [prizes[i]!];
        while (++i < prizes.length && this.joined(series.at(-1)!, prizes[i]!)) series.push(prizes[i]!);
        const before = this.out.wins.length;
        this.series(series, previousEnd);
        const wins = this.out.wins.slice(before);
        const told = wins.length > 0;
        if (told) this.notes.more(series, wins);
        if (wins.some((w) => NAMED_AFTER.has(w.rule)))
          this.linked.goOn(series, Math.max(...wins.map((w) => w.end)));
        if (wins.some((w) => w.from.type === "Initiative" || w.from.type === "Patent"))
          this.linked.makers(series);
        const announced = wins.every((w) => NAMED_AFTER.has(w.rule));
        if (!told) for (const prize of series) this.dating.roundTold(prize);
        for (const prize of series) this.note(prize, told, announced);
        if (!told) this.expect(series[0]!);
        previousEnd = series.at(-1)!.end;
      }
    }
    if (!rumour) {
      this.rounds.run();
      new ToldClauses(this.scene, this.dating, this.out, before).run();
    }
    for (const prize of bracketed) this.verbless.besideName(prize);
    if (bracketed.length > 0 || this.scene.notedTiers.length > 0) addBracketPersons(this.scene, this.out);
    for (const prize of this.scene.notedTiers) if (!this.notes.tierOf(prize)) this.tiers.noted(prize);
    this.linked.predecessors();
    this.linked.added();
    this.linked.former();
    if (!rumour) new CarrierWins(this.scene, this.verbs, this.out).run();
    if (!rumour) addNamedWorks(this.scene, this.dating, this.out);
    if (!rumour) addDatedTitles(this.scene, this.subjects, this.verbs, this.out);
    // 念到甲公司时，董事长某某走上台: where nobody has won, it is about the firm as well.
    if (this.out.wins.length === 0 && prizes.every(({ kind }) => kind === "won")) {
      const { norm, groups, x } = this.scene;
      const head = headOf(norm, groups, this.sentence);
      if (head?.units.every(isFirm) === true) this.context.salience.isAbout(x, head.units, this.sentence);
    }
    this.times.dateBehind();
    this.subjects.remember(this.sentence.end);
    this.context.salience.names(this.scene.units, this.scene.sentence);
    return this.out.wins;
  }

  /** 到今年第几届了？第八届。: an answer that is an edition and nothing else. */
  private hearsEdition(): void {
    const { sentence, context } = this;
    const award = this.scene.dates.editions.length === 1 ? context.awardNear(1) : undefined;
    const edition = award === undefined ? undefined : editionAnswered(this.scene.x, sentence);
    if (award === undefined || edition === undefined) return;
    const { years } = context;
    context.speaksOf(award, edition, years, sentence);
    context.expects({ award, tier: undefined, edition, years, sentence });
  }

  private joined(a: Prize, b: Prize): boolean {
    return (
      a.kind !== "won" &&
      b.kind !== "won" &&
      SERIES.test(this.scene.norm, a.end, b.start) &&
      // 甲奖（甲公司）、乙奖（乙公司）: each has its own.
      !(
        BRACKET.within(this.scene.norm, a.end, b.start) &&
        this.scene.x.mentionsIn(a.end, b.start, WINNERS).length > 0
      )
    );
  }

  /** 全市已有2个某某示范县：甲县、乙县: whether how many have a title is told, and which places. */
  private countsPlaces({ start }: Prize, { end }: Prize): boolean {
    const { norm } = this.scene;
    if (!COUNTS.test(norm, Math.max(this.sentence.start, start - 12), start)) return false;
    const next = this.scene.groupAfter(end);
    return next?.units.every(isPlaceUnit) === true && LISTS.test(norm, end, next.start);
  }

  /** 第五届某奖名单公布。…: who won it may be told next. */
  private expect(prize: Prize): void {
    const award = prize.award ?? this.context.awardNear(1);
    if (award === undefined || prize.kind === "won" || prize.kind === "it") return;
    if (this.verbs.speaksOtherwise(prize)) return;
    if (namesNoWinners(this.scene.norm, prize, this.sentence)) return;
    const { edition, years } = prize;
    this.context.expects({ award, tier: prize.tier, edition, years, sentence: this.sentence });
  }

  private note(prize: Prize, won: boolean, announced: boolean): void {
    if (prize.tier !== undefined) this.context.lastTier = prize.tier;
    if (prize.kind !== "award") return;
    // 同届某奖: the edition given before.
    const { norm, dates } = this.scene;
    const same =
      prize.edition === undefined &&
      (SAME_EDITION.test(norm, this.sentence.start, prize.start) ||
        (dates.editions.length === 0 && THIS_ROUND.test(norm, prize.end, this.sentence.end)));
    // 力争问鼎第二十五届某奖；去年，甲公司…: of a round to come.
    const sought = !won && GOAL.test(norm, this.scene.clauses.start(prize.start), prize.start);
    const own = sought ? undefined : prize.edition;
    const edition = own ?? (same ? this.context.editionOf(prize.award!) : undefined);
    if (announced && (edition !== undefined || prize.years.length === 1)) this.announce(prize, edition);
    this.context.speaksOf(prize.award!, edition, prize.years, this.sentence, won ? undefined : prize.tier);
  }

  /** 本年度的某奖 below 2022年度某奖揭晓: the year that the result was announced with. */
  private ofThisRound(prize: Prize): void {
    const { kind, start, end } = prize;
    if (kind !== "award" || !THIS_ANNUAL.test(this.scene.norm, Math.max(this.sentence.start, start - 6), end))
      return;
    const round = this.context.roundOf(prize.award);
    if (round?.year === undefined) return;
    prize.years = [round.year];
    prize.edition ??= round.edition;
  }

  /** 2022年度某奖揭晓, 会上颁发了第六届某奖: a result, unless it is only sought or planned. */
  private announce({ award, start, end, years }: Prize, edition: number | undefined): void {
    if (this.verbs.speaksOtherwise({ start, end })) return;
    const annual = years.length === 1 && OF_ANNUAL.test(this.scene.norm, start, end);
    this.context.announces(award!, edition, years.length === 1 ? years[0] : undefined, annual);
  }

  private series(series: readonly Prize[], previousEnd: number): void {
    const first = series[0]!;
    const last = series.at(-1)!;
    const after = this.scene.norm.slice(last.end, this.sentence.end);
    if (disowned(this.scene, last.end)) return;
    const record = this.records.get(first);
    if (record !== undefined && !this.verbs.failed(last) && !this.verbs.speaksOtherwise(first)) {
      this.out.emit(record.group.units, series, first.start, "won/bare", undefined, record.when);
      return;
    }
    if (first.kind === "tier" && first.edition === undefined && this.scene.dates.years.length === 0)
      this.context.comesBack(this.sentence);
    // 去年底又拿了奖，先说说？: which one, the answer says.
    if (first.kind === "won" && after.endsWith("？")) return;
    // 得奖的是甲公司，不是乙公司: tells one apart, and nothing new.
    if (first.kind === "won" && TOLD_APART.test(after)) return;
    // 获奖的甲，电线不是它做的: who was told to have won, and of what.
    if (first.kind === "won" && after.startsWith("的") && this.isKnownWinner(last.end + 1)) return;
    // 某公司是本届唯一获奖的民营企业.
    if (first.kind === "won" && OF_CLASS.test(after)) {
      const clause = this.scene.clauses.start(first.start);
      const own = this.scene.groups.findLast(
        (g) =>
          g.start >= clause && g.end <= first.start && !g.units.every((u) => u.generic && isPlaceUnit(u)),
      );
      if (
        own !== undefined &&
        /^(?:(?:19|20)\d\d年|[去今前]年|也|又|更|还|一举)*(?:[是系为]|成为|成了)/.test(
          this.scene.slice(own.end, first.start),
        )
      )
        this.out.emit(own.units, series, first.start, "won/verb");
      return;
    }
    // …，都是市奖得主: of an award of another rank than the one spoken of.
    if (first.kind === "it" && OF_RANK.test(this.scene.norm, this.sentence.start, first.start)) return;
    const next = this.scene.prizes.find((p) => p.start >= last.end);
    if (
      first.kind === "award" &&
      next?.kind === "tier" &&
      OF_TIER.test(this.scene.norm, last.end, next.start)
    )
      return;
    if (this.linked.persons(first)) return;
    if (this.places.held(first) || this.places.built(first) || this.asWhat(first, previousEnd)) return;
    if (this.times.run(series)) return;
    if (series.length === 1 ? this.notes.beside(first) : this.besideEach(series, previousEnd)) return;
    // 把提名奖换成了正奖: what was had before.
    if (
      BECAME.test(this.scene.norm, last.end, this.sentence.end) &&
      FROM.test(this.scene.norm, this.sentence.start, first.start)
    )
      return;
    // 分别是2015年获奖的甲和2019年获奖的乙.
    const bearers = first.kind === "won" ? this.scene.groupAfter(first.end) : undefined;
    const year =
      bearers === undefined
        ? null
        : OF_YEAR.exec(this.scene.norm, this.scene.clauses.start(first.start), first.start);
    if (bearers !== undefined && year !== null && this.scene.slice(first.end, bearers.start) === "的") {
      this.out.emit(bearers.units, series, first.start, "won/listed", undefined, [
        { year: Number(year[1]), edition: undefined },
      ]);
      return;
    }
    // 拟授奖名单公示，甲、乙在列: not yet.
    if (first.kind === "won" && TO_BE.test(this.scene.norm, this.sentence.start, first.start)) return;
    if (first.kind === "won") {
      const next = this.scene.prizes.find((p) => p.start >= last.end);
      if (next?.kind === "award" && TOLD_NEXT.test(this.scene.norm, last.end, next.start)) return;
    }
    // 这是继甲奖之后又一次站上领奖台: said of the win before.
    if (
      first.kind === "won" &&
      /这是[^，。；]{0,4}继/.test(this.scene.slice(this.sentence.start, first.start))
    )
      return;
    if (first.kind === "award" && this.countsPlaces(first, last)) {
      if (!this.verbs.speaksOtherwise(first)) this.linked.forward(series);
      return;
    }
    const passed = this.verbs.passed(first, last);
    if (this.counted.inBracketAfter(series, last.end)) return;
    if (first.kind === "award" && this.counted.seated(series, last.end)) return;
    if (first.kind !== "won" && this.shared.run(series)) return;
    if (
      first.kind !== "won" &&
      ((ofSelection(after) &&
        passed === undefined &&
        !OF_MONEY.test(this.scene.norm, this.sentence.start, first.start)) ||
        (rewarded(this.scene.norm, this.sentence.start, first.start, after) && !this.ofNamed(last.end)))
    )
      return;
    if (this.tiers.told(series) || this.handed.handedOver(series)) return;
    if (
      first.kind !== "won" &&
      (this.counted.datedList(series, last.end) || this.counted.among(series, last.end))
    )
      return;
    const counted = describedEnd(this.scene.norm, last.end, this.sentence.end);
    if (this.counted.countedThenNamed(series, counted) || this.counted.countedByWhom(series, counted)) return;
    if (
      this.verbless.eachOf(series) ||
      this.handed.handedTo(series) ||
      this.handed.intoHands(series) ||
      this.handed.gotBy(series) ||
      this.handed.givenTo(series)
    )
      return;
    // 2017年获第三届提名奖，此番由提名奖晋级正奖: of another time, of which only the words tell.
    const rise = this.riseTo(first);
    if (rise !== undefined) {
      if (!this.verbs.failed(last) && !this.verbs.speaksOtherwise(first))
        this.verbal.risen(series, rise, previousEnd);
      return;
    }
    const found =
      passed ??
      this.verbs.fetched(first, last) ??
      this.verbs.verbOf(first, previousEnd) ??
      this.verbs.oftenBefore(first);
    const verb = found?.cls === "give" && this.isApart(found, first, after) ? undefined : found;
    const taken = verb === undefined ? this.verbs.after(last) : undefined;
    if (taken !== undefined && !this.verbs.speaksOtherwise(first)) {
      this.verbless.takenAfter(series, taken.end);
      return;
    }
    if (verb?.cls === "be" && first.years.length === 0) {
      const conferred = CONFERRED_IN.exec(this.scene.norm, verb.end, first.start);
      if (conferred !== null) first.years.push(Number(conferred[1]));
    }
    const give = verb?.cls === "give" && !this.verbs.passive(verb);
    if (verb === undefined && this.places.beside(first)) return;
    const before = this.out.wins.length;
    if (
      verb === undefined ||
      (verb.cls === "be" &&
        (!this.bearable(series, after) || this.verbless.isShown(first) || this.verbless.namesBearer(last)))
    ) {
      this.verbless.run(series, previousEnd);
      if (this.out.wins.length === before && !this.verbs.speaksOtherwise(first) && !this.verbs.failed(last))
        this.bareOrLinked(series);
      return;
    }
    if (this.verbs.failed(last) || this.verbs.speaksOtherwise(verb)) return;
    // 在某博览会上获金奖: no tier of the award spoken of.
    if (
      first.kind === "tier" &&
      ELSEWHERE.test(this.scene.slice(this.scene.clauses.start(verb.start), verb.start)) &&
      !this.scene.prizes.some((p) => p.kind === "award" && p.end <= first.start)
    )
      return;
    if (give) this.verbal.given(series, verb);
    else this.verbal.gotten(series, verb, previousEnd);
    if (this.out.wins.length === before) this.bareOrLinked(series);
  }

  /** Whether right behind 获奖的 stands one who was told to have won, and then another clause. */
  private isKnownWinner(at: number): boolean {
    const { groups, norm, dates, clauses } = this.scene;
    const next = groups.find((g) => g.start === at);
    if (next === undefined || norm[next.end] !== "，" || dates.years.length + dates.editions.length > 0)
      return false;
    return clauses.start(at) >= at - 3 && next.units.every(({ entity }) => this.context.hasWon(entity));
  }

  private bareOrLinked(series: readonly Prize[]): void {
    if (!this.bare.run(series)) this.linked.forward(series);
  }

  /** 巩固“甲”（2011年获得）、“乙”创建成果. */
  private besideEach(series: readonly Prize[], previousEnd: number): boolean {
    const first = series[0]!;
    if (this.notes.ofThisOne(first)) {
      for (const prize of series.slice(1)) this.notes.ofThisOne(prize);
      return true;
    }
    if (first.years.length === 0 || this.verbs.verbOf(first, previousEnd) !== undefined) return false;
    let found = false;
    for (const prize of series) if (this.notes.beside(prize)) found = true;
    return found;
  }

  /** 以提名奖身份跻身第五届某奖榜单: the tier of the award told after it, else of the one spoken of. */
  private asWhat(prize: Prize, previousEnd: number): boolean {
    if (prize.kind !== "tier") return false;
    const { norm, prizes, clauses, dates, sentence } = this.scene;
    if (!WITH_TIER.test(norm, Math.max(sentence.start, prize.start - 4), prize.start)) return false;
    const entering = ENTERING.exec(norm, prize.end, Math.min(sentence.end, prize.end + 20));
    if (entering === null) return false;
    const clause = clauses.end(prize.start);
    const from = prize.end + entering[0].length;
    const award = prizes.find((p) => p.kind === "award" && p.start >= from && p.end <= clause);
    if (award !== undefined) {
      award.tier ??= prize.tier;
      return true;
    }
    const edition = prize.edition ?? dates.editions.find((e) => e.start >= from && e.end <= clause)?.edition;
    const verb = { cls: "get" as const, start: prize.start, end: from };
    if (this.verbs.speaksOtherwise(verb)) return true;
    this.verbal.gotten([{ ...prize, edition }], verb, previousEnd);
    return true;
  }

  /** Where 由提名奖 begins that rises this time to the tier told. */
  private riseTo({ kind, start }: Prize): number | undefined {
    if (kind !== "tier") return undefined;
    const { norm, prizes, clauses } = this.scene;
    const from = prizes.findLast((p) => p.end <= start);
    const clause = clauses.start(start);
    return from !== undefined &&
      from.start >= clause &&
      BECAME.test(norm, from.end, start) &&
      FROM.test(norm, clause, from.start) &&
      THIS_TIME.test(norm, clause, from.start - 1)
      ? from.start
      : undefined;
  }

  /** 授予甲，提名奖由乙摘得; 评出甲、乙2家；提名奖1个名额，归丙: a tier of which another clause tells than that of the verb. */
  private isApart(verb: Word, { kind, start }: Prize, after: string): boolean {
    if (kind !== "tier" || !GOES_ON.test(after)) return false;
    const last = this.scene.groupsBetween(verb.end, start).at(-1);
    return last !== undefined && CUT.test(this.scene.norm, last.end, start);
  }

  /** 对获得某奖的甲公司奖励100万元: it is a named one that is paid. */
  private ofNamed(at: number): boolean {
    const next = this.scene.groupAfter(at);
    return next !== undefined && OF_WHOM.test(this.scene.norm, at, next.start);
  }

  /** 是 and 为 join a winner only with what it is (标杆企业, 劳动模范, 得主) or with a tier. */
  private bearable(series: readonly Prize[], after: string): boolean {
    return series.every(
      (p) =>
        p.kind === "tier" ||
        (p.kind === "it" &&
          /(?:得主|获奖个人|获奖者)(?:（[^（）]{0,12}）)?$/.test(this.scene.slice(p.start, p.end))) ||
        (p.kind === "award" && (!p.award!.name.endsWith("奖") || BEARER.test(after) || p.tier !== undefined)),
    );
  }
}
