import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import { datesOf, type When } from "./noted.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { WAS_BEFORE } from "./told-times.js";
import { isPlaceUnit, type Unit } from "./units.js";
import { editionsIn, type YearWord, yearsIn } from "./when.js";

export type { When } from "./noted.js";

/** An edition, and the year that a bracket gives it. */
interface TimeOfEdition {
  edition: number;
  year: number | undefined;
}

/** 2011年和2016年，: a clause that says nothing but when. */
const TIME_ALONE = gated(
  /^(?:早在|先后|时间(?:倒|拨|回)?[\u4e00-\u9fa5]{0,2}到?|于|在|和|与|及|以及|、|\s|(?:19|20)\d\d年?度?|[去今前]年|\d{1,2}月|年?[初底末]|（[^（）]{0,200}）|此前|随后|[再又]?[过隔]了?[一两二三四五六七八九]年|[一两二三四五六七八九十\d]{1,3}年前(?:的(?:[今昨]天|[这同当]一?[天日月年]|这个?月))?|[那这]一?年){1,6}，$/,
);
/** After the award: 分别是2011年、2015年; ，一座是2016年的，一座是2020年的. */
const AFTERWARDS =
  /^[^，。；：]{0,12}[，：](?:时间|年份)?(?:分别|依次|先后)?(?:是|为|在|于|即)?(?=(?:19|20)\d\d)(?:(?:19|20)\d\d年?(?:的?（?[首第][一二三四五六七八九十\d]{0,3}届）?)?[、和及与]?(?:以及)?){1,6}(?=[。；，]|$)/;
/** 也是某奖得主，那是2020年. */
const THAT_WAS =
  /^[^，。；：]{0,8}，(?:那|这)(?:已?经?是|还是|就是|年?是)(?:在)?((?:19|20)\d\d)年(?:的?(?:第[一二三四五六七八九十\d]{1,3}|首)届|的事)?(?=[。；，]|$)|^[”]?，((?:19|20)\d\d)年(?:\d{1,2}月)?的事(?=[。；，]|$)|^[”]?(?:那年|的那一?年|那一?次|的时间|时)?，?(?:还|则|都)?是(?:在)?((?:19|20)\d\d)年(?=[。；，]|$)|^[”]?(?:称号|荣誉)?，(?:这|那|此)[个块]?(?:牌子|称号|名号|招牌|头衔|荣誉|美誉)(?:早)?(?:是|在|于)?((?:19|20)\d\d)年(?:就|便|即|已)?(?:已经?)?(?:有了?|[拿得]到了?|到手|挂上了?|授予的?|命名的?|获得的?|[得获评拿]的)(?=[，。；]|$)|^[”]?，(?:同样是?|也是|落款(?:时间|日期)?[是为]?)?((?:19|20)\d\d)年?(?:的?[首第][一二三四五六七八九十\d]{0,3}[届批])?(?=[。；]|$)/;
/** 是“某某之都”，2009年由某联合会授牌; ，2009年某协会授的牌; ，2009年命名; ，牌子是2009年授的. */
const CONFERRED =
  /^[”]?，?(?:(?:19|20)\d\d年?|[今去前]年)(?:\d{1,2}月)?(?:由[^，。；]{2,30}(?:授牌|命名|授予|颁发|评定|认定|评出|授名|公布)|[^，。；获得]{0,24}(?:[授给颁挂发]|(?<=[年月])[拿领得评])[的了](?:牌(?:子|匾)?|称号|名号|奖)(?=[，。；]|$))|^[”]?，[去今前]年(?:[年初底]|\d{1,2}月)?的事(?=[，。；]|$)|^[”]?，(?:是)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:正式)?(?:授牌|授名|命名|获授|获颁)的?(?=[，。；]|$)|^[”]?(?:称号)?，(?:这[块个张])?(?:牌(?:子|匾)?|称号|名号)(?:也|就|都|还)?[是在于](?:19|20)\d\d年(?:\d{1,2}月)?[^，。；\d]{0,20}[授给颁挂发评拿领得][下到上来]?的(?=[，。；]|$)/;
const ONE_BY_ONE =
  /^[^，。；：]{0,12}(?:[，：、](?:[第另还]?[有一二三四][座次个块尊回度枚家])[^，。；]{0,3}[是在于](?:19|20)\d\d年的?(?:[得获拿评]的?)?(?:[首第][一二三四五六七八九十\d]{0,3}届)?){1,6}/;
/** 三获某奖：, 两度捧回某奖：: how often, before the dates. */
const OFTEN = gated(/[两二三四五六七八九][次度获夺]/);

/** 第七届质量奖角逐中, 第三届评选结果揭晓: an edition of what comes next. */
const TOLD_OF = gated(
  /^(?:开始|起)?(?:增设|新设|设立)[^，。；]{0,8}，|^轮到|^(?:于|在)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式)?(?:揭晓|评出|颁奖|颁出|公布|发布|出炉)|^(?:[省市区县]?(?:长|政府)?质量奖)?(?:的)?(?:评选|角逐|评审|评比|评定|颁奖|名单|获奖|授奖|共?评出|[中里上]|[，、]|揭晓|共有|一共|，)/,
);
/** 某某、某某两人同时被授予: with what the list before tells. */
const AT_ONCE = gated(/同时|一并|同期|还分别|并分别/);
/** 2018年|第四届|修改了办法，…; 到|第五届|，…: a round of which the whole sentence tells. */
const HEADS_SENTENCE = gated(/^(?:而|到了?|等到|至)?(?:(?:19|20)\d\d年，?的?)?$/);
const LOOKS_BACK = gated(
  /曾|[得获拿捧摘到]过|此前|早在|先后|累计|截至|历届|历年|多次|[两二三四五]次|[去前上]一?年|上一?届|往届|迄今|以来|至今|目前|过去|当年|同年|次年/,
);
/** 此前，某公司曾获: before the year below which it is told. */
const LOOKED_BACK = gated(/曾(?=[经于在获被两多先\d])|此前|早在/);
const DIGITS = new CharacterSet("0123456789");
/** 继第六届之后: an earlier win. */
const AFTER_ANOTHER = gated(/继([^，。]{0,200}?)(?:之?后|以来)/);
const YEARLY = gated(/连续|连年|历年/);
const OF_LIST = gated(/^((?:19|20)\d\d)年度?/);
/** 两次（2012年、2019年）获得, 第四届（2019年）获得 */
const REPEATED = gated(
  /(?:[首第][一二三四五六七八九十\d]{0,3}届|[届次度]|[两二三四五六七八九]年)（([^（）]{0,200})）[^（），。；]{0,4}$/,
);
const TIME_APART = gated(
  /^，(?:获奖)?时间(?:是|为|在|：)(?:19|20)\d\d年|^，(?:是|在|于){0,2}(?:19|20)\d\d年(?:\d{1,2}月)?(?:的?[首第][一二三四五六七八九十\d]{0,3}届)?(?:获得|获评|获奖|拿到|拿下|得到|评上|摘得|捧得|获|得|拿)的(?=[，。；]|$)/,
);
const SINCE_THEN = gated(/(?:自从?|从|继)[^。；]{0,90}(?:以来|之?后|起|至今|开始)，$/);
const SINCE_WHEN = gated(
  /^(?:此后|之后|其后|后来|此后的)[一二两三四五六七八九十几数\d]{0,3}[^，。；\d]{0,4}(?:年[间里来]|相继|先后|陆续|接连)[^，。；\d]{0,30}$/,
);
const IN_TURN = gated(/先后|陆续|相继|接连/);
const FOUNDED = gated(/成立|创立|前身|始建|建于|原/);
/** 今年4月|公布的2023年度某奖: when it was told, not of which year it is. */
const PUBLISHED = gated(
  /^(?:初|底|末|\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底)?)?(?:刚刚?|正式|新近|对外)?(?:公布|揭晓|发布|通报|印发|下达|出炉|公示)的[^，。；]{0,12}$/,
);
const LATEST = gated(/(?:最近|最新|上)一?届的?$/);
/** 第七届揭晓; ，是第二十三届; ，两人同属第四批; 今年评的是第七届: the edition of what was told just before. */
const EDITION_BEHIND = gated(
  /^[”]?(?:第[一二三四五六七八九十\d]{1,3}届(?:评选|评审)?(?:结果|名单)?(?:揭晓|出炉|公布|揭榜|颁奖|评出|颁出|落幕)|(?:(?:的?(?:名单|名册|榜单|奖牌|证书|称号))?，(?:[两二三四五][人家者]|它们|他们)?(?:这|那)?(?:同属|均为|都是|均属|是|为|系|属于)(?:该奖项?|这一奖项|这项荣誉|其)?的?|(?:今年)?(?:已经?)?(?:为|是)(?=第)|(?:[今去前]年|(?:19|20)\d\d年)?(?:已经?|刚)?(?:评选?|颁|颁发|评选出)(?:到了?|的(?:已经?)?是|的则是|了))(?:[首第][一二三四五六七八九十\d]{0,3}[届批])(?:评选|评审|颁奖|颁发|评出|获奖)?(?=[。；，]|$))/,
);
/** 某企业|名单（第四批） */
const EDITION_OF_LIST = gated(/^[”]?(?:名单|名录|榜单|行列)（[首第][一二三四五六七八九十\d]{0,3}[届批]）/);
const SAME_EDITION = gated(/(?:[本该同此]|[这同]一)届$/);
/** The round before that one, and no other time after it. */
const ROUND_BEFORE = gated(
  /(?<![再往])(?:上届|[上前]一届)(?!（|.{0,30}(?:[本这]一?届|此[番次]|这[次回]|今[年次]|如今|首届|第.{1,3}届))[^。；]{0,28}$/,
);
const NOTED_YEAR = gated(/^（((?:19|20)\d\d)年度?）/);
const COMMAS = new CharacterSet("，");
const [NEXT_YEAR, NOTED_EDITION] = [
  gated(/^[年度]?(?:（[^（）]*）)?(?:[、和与及]|以及|，)?$/),
  gated(/^（([^（）]*)）/),
];

const SINCE_OTHER = gated(/^[”]?(?:称号|荣誉|奖牌|奖杯)?(?:[之以]?后|以来)，/);
const PRECEDED = gated(/继[^，。；继]{2,30}年(?:荣获|获得?|夺得|摘得|拿到|拿下|捧[得回])$/);

/** 某奖|进入第五届, 某奖|评到第九届. */
const COMES_TO = gated(
  /^[”]?(?:评选)?(?:[于在]?(?:(?:19|20)\d\d|[今去前])年)?(?:已经?|正好|刚好)?(?:进入|评到|办到|来到|走到|迎来|到)了?第[一二三四五六七八九十\d]{1,3}届/,
);
/** 2015年|设立: no round's year. */
const FOUNDED_THEN = gated(/^[^，。；]{0,6}(?:设立|创立|创设|起|以来|印发|修订|出台|启动|部署|改版)/);
/** Before the year with which a sentence begins. */
const OPENS = gated(
  /^(?:[【[]?编者按[】\]：\s]{0,3})?(?:到了?|时间[\u4e00-\u9fa5]{0,2}到?|等到|直到|早在|在)?$/,
);
const IS_IN_YEAR = gated(
  /^[”]?(?:评选|评审|名单)?(?:已经?|(?:进入|评到|办到|来到|走到)了?第[一二三四五六七八九十\d]{1,3}届)?，?(?:是|于|在){0,2}(?:(?:19|20)\d\d年?|[今去前]年|那一?年|当年|同年)$/,
);

/** 第四、第五届某奖|评选中都拿到|正奖. */
const IN_SELECTION = gated(/^[”]?的?(?:评选|评审|角逐|评比)活?动?[中里上]?，?[^，。；]{0,8}$/);
/** A sentence that tells of nothing but the year, or of the year and that honours were given. */
const TURN = /(?:^|。)[^。，；\d：]{0,8}((?:19|20)\d\d)年[^。，；\d：]{0,10}。$/;
const ROUND =
  /(?:^|。)[^。，]{0,6}((?:19|20)\d\d)年(?:\d{1,2}月)?(?:底|初)?，[^。，]{0,30}(?:表彰|评选|揭晓|公布|颁奖|授奖|命名|认定)[^。，]{0,16}。$/;

/** When the prizes of a sentence were won. */
export class Dating {
  constructor(private readonly scene: Scene) {}

  /** What `dated` finds; the year of a round alone is the one that the text has told of it. */
  of(prize: Prize, clause: number, verb: number): When[] {
    const { context } = this.scene;
    const award = prize.award ?? context.award;
    return this.dated(prize, clause, verb).map((when) =>
      when.year === undefined && when.edition !== undefined && award !== undefined
        ? { year: context.yearOfRound(award, when.edition), edition: when.edition }
        : when,
    );
  }

  /** The award's own years, those told after it, the verb's, those before in the sentence, the ones spoken of. */
  private dated(prize: Prize, clause: number, verb: number): When[] {
    const { scene } = this;
    this.editionBehind(prize);
    if (prize.years.length > 0) return zipped(prize.years, prize);
    // 自2013年甲获得首届某奖以来，乙、丙先后获此殊荣: at other times.
    if (
      prize.kind !== "award" &&
      SINCE_THEN.test(scene.norm, scene.sentence.start, clause) &&
      IN_TURN.test(scene.norm, clause, prize.start)
    )
      return [{ year: undefined, edition: undefined }];
    // 2014年首夺甲奖，此后八年间又相继把乙奖、丙奖揽入怀中.
    if (SINCE_WHEN.test(scene.norm, clause, prize.start))
      return [{ year: undefined, edition: prize.edition }];
    const several = prize.kind === "award" ? undefined : this.ofSeveral(prize, clause);
    if (several !== undefined) return several;
    const inherited = this.inherited(prize);
    const repeated = prize.editions.length > 1 ? [] : this.repeated(clause, verb);
    if (repeated.length > 0) return repeated;
    const told = this.afterwards(clause, prize);
    if (told.length > 0)
      return told.map(({ year, edition }) => ({
        year,
        edition:
          edition ??
          prize.edition ??
          // 在第五届某奖评选中有收获… 甲得了提名奖，去年颁的奖.
          (prize.kind !== "award" && told.length === 1 && inherited.years.length === 0
            ? inherited.edition
            : undefined),
      }));
    const past = AFTER_ANOTHER.exec(scene.norm, clause, Math.max(clause, verb));
    const from = past === null ? clause : clause + past.index + past[0].length;
    let inClause = this.runOfYears(from, Math.max(verb, clause), prize);
    const above = scene.clauses.start(Math.max(scene.sentence.start, clause - 1));
    if (inClause.length === 0 && above < clause && TIME_ALONE.test(scene.norm, above, clause))
      inClause = this.runOfYears(above, clause, prize, true);
    if (inClause.length > 0)
      return prize.editions.length > 1
        ? zipped(
            inClause.map((d) => d.year),
            prize,
          )
        : inClause.map((d) => ({
            year: d.year,
            edition:
              prize.edition ??
              d.edition ??
              (inClause.length === 1 &&
              !(this.isOfOwnYear(prize) && !scene.norm.startsWith("今年", d.start)) &&
              (inherited.years.length === 0
                ? !this.wasBefore(clause, prize)
                : inherited.years.includes(d.year))
                ? inherited.edition
                : undefined),
          }));
    // 2021年第四届，甲胜出；上一届的得主是乙: not of that year.
    if (inherited.edition !== undefined && this.ofRoundBefore(prize) !== undefined)
      return [{ year: undefined, edition: inherited.edition }];
    if (inherited.edition !== undefined && inherited.years.length > 0 && prize.edition === undefined)
      return inherited.years.map((year) => ({ year, edition: inherited.edition }));
    if (
      YEARLY.test(scene.norm, clause, Math.max(clause, verb)) &&
      // “某材料的连续直拉方法”获: a word of the title.
      YEARLY.test(scene.plain(clause, verb))
    )
      return prize.editions.length > 1
        ? prize.editions.map((edition) => ({ year: undefined, edition }))
        : [{ year: undefined, edition: prize.edition }];
    // 2021年第二届，甲胜出；第三届评选中，乙胜出: a new edition, whose year is not told.
    const free =
      prize.edition === undefined ? scene.dates.editions.findLast((e) => e.end <= prize.start) : undefined;
    if (
      free !== undefined &&
      inherited.edition === free.edition &&
      scene.dates.years.every((y) => y.end <= free.start) &&
      /[；。]/.test(scene.slice(scene.dates.years.at(-1)?.end ?? free.start, free.start))
    )
      return [{ year: undefined, edition: free.edition }];
    // 拿到鼓励奖；到2015年第三次参评，才算如愿: a year told since the prize before.
    const before = prize.kind === "won" ? scene.prizes.findLast((p) => p.end <= clause) : undefined;
    const since = before === undefined ? [] : this.runOfYears(before.end, clause, prize);
    if (since.length > 0)
      return [
        { year: since.at(-1)!.year, edition: inherited.years.length === 0 ? inherited.edition : undefined },
      ];
    // 上榜2023年度名单.
    const of =
      prize.kind === "won"
        ? OF_LIST.exec(scene.norm, prize.end, Math.min(scene.norm.length, prize.end + 6))
        : null;
    if (of !== null) return [{ year: Number(of[1]), edition: prize.edition ?? inherited.edition }];
    // 今年初公布的2023年某企业名单，某公司入选.
    const { award } = scene.context;
    if (prize.kind === "won" && award !== undefined) {
      const { years, edition } = scene.context.sameSentence(award, scene.sentence);
      if (years.length > 0) return years.map((year) => ({ year, edition }));
    }
    const earlier = this.runOfYears(this.fromWhere(prize, clause), clause, prize);
    // 2022年获甲奖；…摘得2023年度乙奖，前者为一等奖: the year of the award between is nearer.
    const nearer =
      prize.kind === "tier" && earlier.length > 0
        ? scene.prizes.findLast((p) => p.kind === "award" && p.end <= prize.start)
        : undefined;
    if (nearer !== undefined && nearer.years.length > 0 && nearer.start > earlier.at(-1)!.end)
      return zipped(nearer.years, nearer);
    if (earlier.length > 0)
      return [
        {
          year: earlier.at(-1)!.year,
          edition:
            prize.edition ??
            (inherited.years.length === 0 &&
            (this.wasBefore(clause, prize) ||
              // 第八届某奖揭晓，甲上榜。甲2019年再战，换回|提名奖.
              (this.isOfOwnYear(prize) && !scene.norm.startsWith("今年", earlier.at(-1)!.start)))
              ? undefined
              : inherited.edition),
        },
      ];
    if (prize.kind !== "award" && prize.edition === undefined && inherited.years.length > 0)
      return inherited.years.map((year) => ({ year, edition: inherited.edition }));
    // 宣读了2023年度某市市长质量奖表彰决定：甲摘得市长质量奖.
    if (prize.kind === "award" && prize.edition === undefined && inherited.years.length === 1)
      return [{ year: inherited.years[0]!, edition: inherited.edition }];
    const announced = prize.kind === "award" && prize.edition === undefined ? this.yearsAtHand(prize) : [];
    if (announced.length > 0) return announced.map((year) => ({ year, edition: inherited.edition }));
    const together = prize.edition === undefined && AT_ONCE.test(scene.norm, clause, Math.max(clause, verb));
    const ofAnother = LOOKED_BACK.test(scene.norm, scene.sentence.start, prize.start);
    const year =
      (ofAnother ? undefined : scene.context.yearAbove(scene.x, scene.sentence.block)) ??
      (together ? scene.context.listYear : undefined) ??
      (prize.kind === "tier" && prize.edition === undefined ? scene.context.yearOfHeading() : undefined) ??
      this.yearOfRound();
    if (prize.editions.length > 1) return prize.editions.map((edition) => ({ year: undefined, edition }));
    return [{ year, edition: prize.edition ?? inherited.edition }];
  }

  /** 它2014年拿过同一个奖: whether another time is meant than that of the round told, of which the clause does not speak. */
  private wasBefore(clause: number, { start, end }: Prize): boolean {
    const { norm, dates } = this.scene;
    return (
      WAS_BEFORE.test(norm, clause, end) && !dates.editions.some((e) => e.start >= clause && e.end <= start)
    );
  }

  /** 在第四、第五届某奖评选中都拿到|正奖: the rounds of the award that the clause names before. */
  private ofSeveral(prize: Prize, clause: number): When[] | undefined {
    const { norm, prizes } = this.scene;
    const award = prizes.findLast((p) => p.kind === "award" && p.end <= prize.start && p.start >= clause);
    if (award === undefined || Math.max(award.years.length, award.editions.length) < 2) return undefined;
    if (!IN_SELECTION.test(norm, award.end, prize.start)) return undefined;
    return award.years.length > 1
      ? zipped(award.years, award)
      : award.editions.map((edition) => ({ year: undefined, edition }));
  }

  /** 第八届某奖揭晓，甲上榜。甲2019年曾获|提名奖: of its own year, not of the round of which the sentence before tells. */
  private isOfOwnYear({ kind, start }: Prize): boolean {
    return kind === "tier" && this.scene.dates.editions.every((e) => e.start > start);
  }

  /** 上一届，这家公司只得了提名奖: one before the round that was announced. */
  ofRoundBefore(prize: Prize): number | undefined {
    const { norm, context, sentence } = this.scene;
    const from = Math.max(sentence.start, prize.start - 30);
    if (!ROUND_BEFORE.test(norm, from, prize.start)) return undefined;
    const edition = context.roundOf(prize.award ?? context.prizeNear(2) ?? context.main)?.edition;
    return edition === undefined || edition < 2 ? undefined : edition - 1;
  }

  /** 2018年，全市评出第四届某奖; 第三届某奖是2015年评的; 2015年，某奖进入第五届: gives a prize that nobody has won yet its round. */
  roundTold(prize: Prize): void {
    const { norm, sentence, dates, prizes, x } = this.scene;
    if (prize.kind !== "award" || prize.years.length > 0 || dates.years.length === 0) return;
    if (prizes.some((p) => p.kind === "award" && p.award !== prize.award)) return;
    const edition =
      prize.edition ??
      (COMES_TO.test(norm, prize.end, sentence.end) ? dates.editions.at(-1)?.edition : undefined);
    const [year] = dates.years;
    if (edition === undefined || year!.year > (x.year ?? year!.year)) return;
    if (dates.years.some((y) => y.year !== year!.year) || dates.editions.some((e) => e.edition !== edition))
      return;
    if (FOUNDED_THEN.test(norm, year!.end, year!.end + 10)) return;
    const opens = year!.start < prize.start && OPENS.test(norm, sentence.start, year!.start);
    if (!opens && !IS_IN_YEAR.test(norm, prize.end, year!.end)) return;
    prize.edition = edition;
    prize.years = [year!.year];
    if (prize.award !== undefined) this.scene.context.tellsRound(prize.award, edition, year!.year);
  }

  /** Gives a prize the edition that is told right behind it. */
  editionBehind(prize: Prize): void {
    const { norm, sentence, dates } = this.scene;
    if (prize.kind !== "award" || prize.edition !== undefined || dates.editions.length === 0) return;
    const to = Math.min(sentence.end, prize.end + 24);
    const behind = EDITION_BEHIND.exec(norm, prize.end, to) ?? EDITION_OF_LIST.exec(norm, prize.end, to);
    if (behind === null) return;
    prize.edition = editionsIn(norm, prize.end, prize.end + behind[0].length)[0]?.edition;
  }

  /** 2023年，某会表彰一批先进。甲获…: the year of the round that the sentence before tells of. */
  private yearOfRound(): number | undefined {
    const { norm, sentence, x } = this.scene;
    const from = Math.max(sentence.block.start, sentence.start - 60);
    if (!DIGITS.within(norm, from, sentence.start)) return undefined;
    const before = norm.slice(from, sentence.start);
    const match = TURN.exec(before) ?? ROUND.exec(before);
    return match === null ||
      LOOKS_BACK.test(norm, sentence.start, sentence.end) ||
      Number(match[1]) > (x.year ?? 9999)
      ? undefined
      : Number(match[1]);
  }

  /** 连续三届（第二、三、四届）获得, 两次（2012年、2019年）获得. */
  private repeated(clause: number, verb: number): When[] {
    const match = REPEATED.exec(this.scene.norm, clause, Math.max(clause, verb));
    if (match === null) return [];
    const start = clause + match.index;
    return datesOf(this.scene.x, start, start + match[0].length);
  }

  /** The years and editions in brackets after a winner. */
  ofNote(unit: Unit): When[] {
    // 最近的一家是某公司，时间是2023年.
    const { norm } = this.scene;
    const apart = TIME_APART.exec(norm, unit.end, Math.min(norm.length, unit.end + 26));
    if (apart !== null) return datesOf(this.scene.x, unit.end, unit.end + apart[0].length);
    if (unit.note === "" || FOUNDED.test(unit.note)) return [];
    return datesOf(this.scene.x, unit.end - unit.note.length - 1, unit.end);
  }

  /** 继第六届（2016年）之后: the earlier time. */
  past(from: number, to: number): When[] {
    const match = AFTER_ANOTHER.exec(this.scene.norm, from, Math.max(from, to));
    if (match === null) return [];
    const start = from + match.index;
    const end = start + match[0].length;
    const editions = editionsIn(this.scene.norm, start, end);
    const years = yearsIn(this.scene.norm, start, end, this.scene.x.year);
    return Array.from({ length: Math.max(editions.length, years.length) }, (_, i) => ({
      year: years[i]?.year,
      edition: editions[i]?.edition,
    }));
  }

  private afterwards(clause: number, prize: Prize): When[] {
    const { scene } = this;
    const from = prize.end;
    const to = Math.min(scene.sentence.end, from + 60);
    if (!DIGITS.within(scene.norm, from, to)) return [];
    const tail = scene.slice(from, to);
    const conferred = CONFERRED.exec(tail);
    if (conferred !== null) return datesOf(scene.x, from, from + conferred[0].length).slice(0, 1);
    const that = THAT_WAS.exec(tail);
    if (that !== null)
      return [
        {
          year: Number(that[1] ?? that[2] ?? that[3] ?? that[4] ?? that[5]),
          edition: editionsIn(scene.norm, from, from + that[0].length)[0]?.edition,
        },
      ];
    const match = AFTERWARDS.exec(tail) ?? ONE_BY_ONE.exec(tail);
    if (match === null) return [];
    // ，2021年又获…: the year of what comes next.
    const rest = tail.slice(match[0].length);
    if (!/^(?:[。；]|$|，[^\d]{0,4}[^\d获得])/.test(rest) && !/[分依时是为在]/.test(match[0])) return [];
    if (
      !/(?:分别|依次|先后|时间|年份|[有一二三四][座次个块尊回度枚家])/.test(match[0]) &&
      !OFTEN.test(scene.norm, clause, prize.start)
    )
      return [];
    return datesOf(scene.x, from, from + match[0].length);
  }

  private inherited(prize: Prize): { edition: number | undefined; years: readonly number[] } {
    const { context, sentence } = this.scene;
    const none = { edition: undefined, years: [] };
    if (prize.edition !== undefined || prize.years.length > 0) return none;
    const before = this.ofRoundBefore(prize);
    if (before !== undefined) return { edition: before, years: [] };
    // 最近一届的得主: not the edition told last.
    if (prize.kind !== "award" && LATEST.test(this.scene.norm, sentence.start, prize.start)) return none;
    if (prize.award !== undefined && SAME_EDITION.test(this.scene.norm, sentence.start, prize.start))
      return { edition: context.editionOf(prize.award), years: [] };
    const own = this.editionInClause(prize) ?? this.editionFree(prize);
    if (own !== undefined) return { edition: own.edition, years: own.year === undefined ? [] : [own.year] };
    // 登榜 that means the title's prize, after another one was spoken of.
    const titled = prize.kind === "won" ? context.wonNear() : undefined;
    if (prize.kind === "won" && titled !== context.award)
      return { edition: context.roundOf(titled)?.edition, years: [] };
    // 继乙2015年获得该奖之后: another edition than the one just told.
    if (prize.kind === "it" && PRECEDED.test(this.scene.norm, sentence.start, prize.start)) return none;
    if (prize.kind !== "award") return context.spokenOf();
    const here = context.sameSentence(prize.award!, sentence);
    if (here.edition !== undefined || here.years.length > 0) return here;
    return { edition: this.editionAtHand(prize), years: [] };
  }

  /** 到第四届时终于把正奖抱了回来: the one edition that the clause gives apart from its prizes. */
  private editionInClause(prize: Prize): TimeOfEdition | undefined {
    const { scene } = this;
    if (scene.dates.editions.length === 0) return undefined;
    const clause = scene.clauses.start(prize.start);
    const free = scene.dates.editions.filter(
      (e) =>
        e.start >= clause &&
        e.end <= prize.start &&
        !scene.inBrackets(e.start) &&
        !scene.isOfOther(prize, e.start, e.end),
    );
    // 第二届（2021年）的桂冠
    const beside = free.length === 1 ? NOTED_YEAR.exec(scene.norm, free[0]!.end, prize.start) : null;
    if (beside !== null && scene.slice(free[0]!.end + beside[0].length, prize.start) === "的")
      return { edition: free[0]!.edition, year: Number(beside[1]) };
    return (free.length === 1 &&
      /^(?:评选|评审|角逐)?(?:[时上中就便才终方的，里升它他她]|[获拿捧摘夺](?!奖)|获奖(?=[，。；、]|$))/.test(
        scene.slice(free[0]!.end, prize.start),
      )) ||
      (prize.kind === "won" && free.length === 1 && free[0]!.end === prize.start)
      ? { edition: free[0]!.edition, year: undefined }
      : undefined;
  }

  /** 在第七届评选中，…获市长质量奖: the last edition that the sentence gives apart from its prizes. */
  private editionFree(prize: Prize): TimeOfEdition | undefined {
    const { scene } = this;
    if (scene.dates.editions.length === 0) return undefined;
    const free = scene.dates.editions.findLast(
      (e) => e.end <= prize.start && !scene.inBrackets(e.start) && !scene.isOfOther(prize, e.start, e.end),
    );
    if (
      free === undefined ||
      scene.prizes.some(
        (p) =>
          p.start >= free.end &&
          p.end <= prize.start &&
          // 第四届评选中获甲奖，同年获乙奖: of the first.
          (p.edition !== undefined ||
            (p.kind === "award" && prize.kind === "award" && p.award !== prize.award)),
      )
    )
      return undefined;
    // 第四届（2021年），…: the year beside it.
    const beside = /^（((?:19|20)\d\d)年度?）/.exec(scene.slice(free.end, prize.start));
    const from = free.end + (beside?.[0].length ?? 0);
    return TOLD_OF.test(scene.norm, from, prize.start) ||
      (prize.kind !== "award" && HEADS_SENTENCE.test(scene.norm, scene.sentence.start, free.start))
      ? { edition: free.edition, year: beside === null ? undefined : Number(beside[1]) }
      : undefined;
  }

  /** The edition that the sentences just before gave an award that is named without one, unless this one looks back. */
  private editionAtHand(prize: Prize): number | undefined {
    const { scene } = this;
    const { context, sentence } = scene;
    const near = context.editionNear(prize.award!);
    if (near === undefined || scene.dates.years.some((y) => y.start < prize.start)) return undefined;
    return LOOKS_BACK.test(scene.norm, sentence.start, prize.start) ? undefined : near;
  }

  /** 会上公布了2023年某奖评选结果。甲获某奖: the year that the sentence before gave the award. */
  private yearsAtHand(prize: Prize): readonly number[] {
    const { scene } = this;
    const { context, sentence } = scene;
    if (scene.dates.years.length > 0 || LOOKS_BACK.test(scene.norm, sentence.start, prize.start)) return [];
    const announced = context.justAnnounced(prize.award!, sentence);
    return announced.length > 0 ? announced : context.annualYearNear(prize.award!);
  }

  /** Whether a date that ends there is when an award was published that has a year of its own. */
  private isPublication(prize: Prize, end: number): boolean {
    for (const { start, years } of this.scene.prizes)
      if (start >= end && start - end < 24 && start < prize.start && years.length > 0)
        return PUBLISHED.test(this.scene.norm, end, start);
    return false;
  }

  /** 2022年度某奖亦在|年内|产生: when an award with a year of its own was told, before the year in its clause. */
  private isOfResult({ start, year }: YearWord): boolean {
    const { prizes, clauses } = this.scene;
    const clause = clauses.start(start);
    return prizes.some(
      (p) =>
        p.kind === "award" &&
        p.years.length > 0 &&
        !p.years.includes(year) &&
        p.start >= clause &&
        p.end <= start,
    );
  }

  /** 2021年|夺得甲奖后，某公司又将乙奖收入囊中: whether a year is of a win after which this one is told. */
  private isOfEarlier(prize: Prize, end: number): boolean {
    for (const other of this.scene.prizes)
      if (other.kind !== "won" && other.start >= end && other.end < prize.start)
        return SINCE_OTHER.test(this.scene.norm, other.end, Math.min(prize.start, other.end + 12));
    return false;
  }

  /** 甲…，此前曾于2018年摘得；乙名列第五届某奖: where the years may begin that go for a prize with an edition of its own. */
  private fromWhere({ edition }: Prize, clause: number): number {
    const { norm, sentence, dates } = this.scene;
    const part = edition === undefined ? -1 : lastIndexWithin(norm, "；", sentence.start, clause);
    // 甲去年获…；乙刚刚捧得第五届某奖: the year of the one named before it.
    const isOwn = (at: number): boolean =>
      this.scene.groups.some((g) => g.end <= at && g.start >= sentence.start && !g.units.every(isPlaceUnit));
    const inner =
      part >= 0 &&
      dates.years.some(
        (y) => y.end <= part && (COMMAS.within(norm, sentence.start, y.start) || isOwn(y.start)),
      );
    return inner ? part + 1 : sentence.start;
  }

  /** The last run of years (2011年和2016年; 2016年（第二届）、2018年（第三届）) that stands free in [from, to). */
  private runOfYears(
    from: number,
    to: number,
    prize: Prize,
    /** 十年前的今天（2013年），: whether brackets tell it as well. */
    noted = false,
  ): { year: number; edition: number | undefined; start: number; end: number }[] {
    const { scene } = this;
    if (scene.dates.years.length === 0) return [];
    const free = scene.dates.years.filter(
      (y) =>
        y.start >= from &&
        y.end <= to &&
        (noted || !scene.inBrackets(y.start)) &&
        !/继[^。；]{0,30}之?后/.test(
          scene.slice(Math.max(from, y.start - 8), Math.min(to, prize.start, y.end + 40)),
        ) &&
        !scene.isOfOther(prize, y.start, y.end) &&
        !this.isPublication(prize, y.end) &&
        !this.isOfResult(y) &&
        !this.isOfEarlier(prize, y.end),
    );
    const run: { year: number; edition: number | undefined; start: number; end: number }[] = [];
    for (let i = free.length - 1; i >= 0; i--) {
      const { year, start, end } = free[i]!;
      const next = run[0];
      if (next !== undefined && !NEXT_YEAR.test(scene.norm, end, Math.max(end, next.start))) break;
      const edition = NOTED_EDITION.exec(scene.norm, end, Math.min(scene.norm.length, end + 12));
      run.unshift({
        year,
        start,
        end,
        edition:
          edition === null ? undefined : editionsIn(scene.norm, end, end + edition[0].length)[0]?.edition,
      });
    }
    return run;
  }
}

/** 2016年、2021年 with 第二届和第四届: each year its edition, where there are as many. */
function zipped(years: readonly number[], prize: Prize): When[] {
  return years.map((year, i) => ({
    year,
    edition: prize.editions.length === years.length ? prize.editions[i] : prize.edition,
  }));
}
