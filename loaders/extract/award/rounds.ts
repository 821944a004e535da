import { allMatches } from "../../patterns/all-matches.js";
import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import { indexWithin } from "../spans.js";
import type { DocEntity } from "../types.js";
import { countedRounds } from "./counted-rounds.js";
import type { Emission } from "./emission.js";
import { alsoThere, nextRounds } from "./next-rounds.js";
import type { Prize } from "./prize.js";
import { roundsTold } from "./round-rolls.js";
import type { Scene } from "./scene.js";
import type { TierName } from "./tiers.js";
import { type Group, isPlaceUnit } from "./units.js";

/** 2016年第四届，; 2019年轮到; 第八批又添两员，分别是; 第三届是2021年，: a round's date at the head of a clause, and how its winners are told. */
const ROUND =
  /(?<=^|[，。；：])(?:而|其中|到了?|再到|接着|随后|去年公布的|今年公布的|刚公布的|最近的|(?:此|之)前的)?(?:((?:19|20)\d\d|[去今前])年，?)?的?(?:(?:第([一二三四五六七八九十\d]{1,3})|(首|这一|新一|[上前]一))[届批](?:（(?:19|20)\d\d年?(?:，第[一二三四五六七八九十\d]{1,3}届)?）|[是在为](?:19|20)\d\d年(?:评|颁|办|揭晓)?的?(?=，))?)?(?:(?:评选|评审|名单)?[上中里]?，?的?(?:得主|获得者|获奖者|获奖企业|获奖组织|获奖单位)[，]?(?:则|就)?[是为有][：]?|(?:评选|评审|名单)?[上中里]?[，：](?:由|只有|仅有|唯有)?|(?:则|又|就|便)?(?:轮到|换成)了?|[又再][添增][了]?[一二两三四五六七八九十\d]{1,2}[员家名个席位]，(?:分别|依次)?(?:是|为)|，由|(?:则|便|就)?由|(?:度|度的|的)?(?:则|便|就)?(?:授予|颁给|颁授|归属?于?|花落|给了|落户|属于)了?|(?:则|就|便)?是)/g;
/** How a winner is said to have had it, without naming it again. */
const HAS_IT =
  /^(?:（[^（）]{1,12}）)?(?:一家|一枝|[两三四]家|双双|共同|同时|一同|一起|首度|成功|接棒|接力|也|又|则|再度|再次|如愿|率先|独家){0,6}(?:独得|独享|独揽|独占|独中|分享|共享|平分|瓜分|包揽|首开纪录|首开先河|开了先河|拔得头筹|拔了头筹|破了零|实现零的突破|上榜|登榜|上墙|入列|入选|在列|中选|当选|胜出|折桂|夺魁|捧杯|获奖|得奖|登台|如愿|接棒|榜上有名|摘得|获得|夺得|捧得|捧回|拿下|摘走|捧走|领走|[得拿获]的奖|[得拿获]了奖|一家)(?=[，。；、]|$)/;
const LATER = gatedAll(
  /(?<=^|[，；])(?:随后|接着|其后|之后|后来|然后|此后|再往后|紧随其后的?)(?:则|就|又)?(?:是|为|有|轮到)/g,
);
const TOLD = gated(
  /[届批]|轮到|年度?的?[则便就]?(?:授予|颁[给授]|归|花落|给了|落户|属于|由|，?[则就便]?是)|[去今前]年，?[则就便]?是|随后|接着|其后|后来/,
);
/** 2018年|甲|拿过一次: behind a prize that begins the sentence. */
const IN_YEAR =
  /(?<=[，；])(?:而|后来|到了?|再到|首次是|先是)?((?:19|20)\d\d)年(?:第([一二三四五六七八九十\d]{1,3})届)?(?:的?得主是|是|有|由)?/g;
const TAKES_IT = gated(
  /^(?:[也又还则再先都均曾就便才]|首次|率先|再度|再次|成功|如愿|一家|双双|同时){0,4}(?:拿|得|获|捧|摘|夺|领|评)(?:到|得|回|下|走|上|奖)?[过了]?(?:它|该奖|一?[次回座块尊])?(?=[，。；]|$)/,
);
const HAD_IT = gated(
  /^(?:倒是|倒|则|却|已经?|早已?|在|于){0,4}((?:19|20)\d\d)年(?:就|便|已经?|也|曾|才){0,3}(?:拿|得|获|捧|摘)(?:过|到|得|回|下|奖)[了过]?(?:它|该奖)?(?=[，。；]|$)/,
);
const IN_ITS_YEAR = gated(
  /^(?:(?:更|还要|要)[早晚](?:一?些|得多|几年)?，?)?(?:则|也|便|就)?(?:是|在|于|为)(?:在|于)?(?:(?:19|20)\d\d年(?:的?[首第][一二三四五六七八九十\d]{0,3}[届批])?|[首第][一二三四五六七八九十\d]{0,3}[届批])(?:的事|得的|获得的|获得|获奖|得奖|拿的|拿到的)?(?=[，。；、]|$)/,
);
const IS_WINNER = gated(
  /^(?:则|就|便|正)?(?:是|成为|成了|为)(?:了)?(?:其中|当届|当年|本届|首批|那一届|该届|[\u4e00-\u9fa5]{1,6}[区县市镇])?(?:的)?(?:唯一|仅有|首个|首家|第一[个家位]|头一[个家]|最早|最大|两家|三家|一家)?的?(?:获奖(?:企业|单位|组织|者|机构)|得主|赢家|摘得者|幸运儿|获得者)(?:之一)?(?=[，。；]|$)/,
);
const FORMER_LATTER = gated(
  /前者(?:则|获)?(?:是|在|于)?((?:19|20)\d\d)年[^，。；]{0,8}，(?:而)?后者(?:则|获)?(?:是|在|于)?((?:19|20)\d\d)年/,
);
const IN_TURN = gated(
  /^，?(?:先后|分别|依次|相继)[是为]?(?:于|在)?(?:(?:19|20)\d\d年?[、和与及]){1,4}(?:19|20)\d\d年(?:(?:摘得|拿到|拿下|获得|获奖|得奖|捧回|夺得|斩获|获此殊荣|登榜|上榜|获评)了?(?:它|该奖|此奖|这一奖项)?|的事|拿的|得的)?(?=[，。；]|$)/,
);
const SAYS_WON = gated(/[得到下获奖回荣榜评]/);
const ENDS = gated(/^(?:[，。；、]|$)/);
const AT_CLAUSE = gated(/(?:[，；：]|——)(?:而|其中)?$/);
const PLACED = /^(?:一[位名个家][^，。；]{1,10}，)?(?:[\u4e00-\u9fa5]{0,8}(?:旗下|下属|所属|辖内|境内)?的)?$/;

/** 是全市第二家。|第一家是|甲|，2020年评上的: another that had it before, behind the one of whom the count is told. */
const NTH = gated(/第[二三四五六七八九两\d][家个位][^，。；]{0,8}。\s?$/);
const FIRST = gated(/^(?:全[国省市县区]的?)?(?:第[一二]|头一|首|上一|前一)[家个位](?:则|就)?是$/);
/** 某奖是省里的最高荣誉。|最早的一家是|甲|，2014年第一届就拿了 */
const EARLIEST = gated(
  /^(?:全[国省市县区]的?)?(?:最早|最先|率先|(?:第一|头一|首)[家个位])(?:(?:拿|捧|获|得|夺|摘|上)[^，。；]{0,4}|的)?的?(?:一?[家个位])?(?:则|就)?(?:是|要数|当数|当属)$/,
);
const HAD_THEN = gated(
  /^，(?:早在|是|于|在)?((?:19|20)\d\d)年(?:的?[首第][一二三四五六七八九十\d]{0,3}[届批])?(?:评选)?[上时]?(?:就|便|已)?(?:[评获拿得捧摘夺][上得到回下]?|获评|获奖|得奖|拿奖|捧杯|入选|上榜|榜上有名|授牌|命名)?了?杯?的?(?=[，。；]|$)/,
);

/** Winners that a text tells round by round: 2016年第四届，甲一家独得；2019年轮到乙；第八批又添两员，分别是丙和丁. */
export class RoundWins {
  constructor(
    private readonly scene: Scene,
    private readonly out: Emission,
  ) {}

  run(): void {
    const { scene } = this;
    this.ofTopic();
    this.ofFirst();
    for (const { group, award, tier, start, year, edition } of roundsTold(scene))
      this.tell(group, { award, tier }, start, year, edition);
    for (const { group, award, start, year, edition } of countedRounds(scene))
      this.tell(group, { award, tier: undefined }, start, year, edition);
    for (const { group, award, start, year, edition } of nextRounds(scene))
      this.tell(group, { award, tier: undefined }, start, year, edition);
    for (const { group, award, tier, start, year, edition } of alsoThere(scene))
      this.tell(group, { award, tier }, start, year, edition);
    this.eachInTurn();
    this.eachInYear();
    this.hadItToo();
    this.soleWinners();
    this.formerAndLatter();
    if (!TOLD.test(scene.norm, scene.sentence.start, scene.sentence.end)) return;
    const text = scene.slice(scene.sentence.start, scene.sentence.end);
    for (const match of allMatches(ROUND, text)) this.round(match);
    for (const match of LATER.matches(text)) {
      const at = scene.sentence.start + match.index;
      const group = this.groupAt(at + match[0].length);
      const told = this.spokenAt(at);
      // Only where each says when: 随后是甲（第五批）、乙（第六批）.
      if (group?.units.every((u) => /[届批]|(?:19|20)\d\d/.test(u.note)) && told !== undefined)
        this.tell(group, told, at, undefined, undefined);
    }
  }

  /** 第一家是甲，2020年评上的: of what the sentence before has told that somebody was the second to have. */
  private ofFirst(): void {
    const { norm, sentence, context, dates } = this.scene;
    const first = this.scene.groups[0];
    if (first === undefined) return;
    const isEarliest = EARLIEST.test(norm, sentence.start, first.start);
    if (!isEarliest && !FIRST.test(norm, sentence.start, first.start)) return;
    const had = HAD_THEN.exec(norm, first.end, sentence.end);
    const award =
      this.scene.prizes.find((p) => p.end <= first.start)?.award ?? context.awardNear(isEarliest ? 1 : 0);
    if (had === null || award === undefined) return;
    if (!isEarliest && !NTH.test(norm, Math.max(sentence.block.start, sentence.start - 24), sentence.start))
      return;
    const until = first.end + had[0].length;
    const edition = dates.editions.find((e) => e.start >= first.end && e.end <= until)?.edition;
    this.tell(first, { award, tier: undefined }, first.start, Number(had[1]), edition);
  }

  /** 某奖的正奖，2018年甲拿过一次，2021年乙又拿过一次: each clause tells who had what the sentence begins with. */
  private ofTopic(): void {
    const { prizes, sentence, norm, x } = this.scene;
    const topic = prizes.find((p) => p.kind === "award");
    if (topic?.award === undefined || topic.years.length > 0 || topic.start - sentence.start > 8) return;
    const tier = prizes.find((p) => p.kind === "tier" && p.start >= topic.end && p.start <= topic.end + 2);
    const comma = (tier ?? topic).end;
    if (norm[comma] !== "，") return;
    for (const match of allMatches(IN_YEAR, this.scene.slice(comma, sentence.end))) {
      const at = comma + match.index;
      const group = this.groupAt(at + match[0].length);
      if (group === undefined || !TAKES_IT.test(norm, group.end, sentence.end)) continue;
      if (x.modalityAt(at, at + 1) !== "fact") continue;
      const edition = this.scene.dates.editions.find((e) => e.start >= at && e.end <= at + match[0].length);
      const spoken = { award: topic.award, tier: tier?.tier ?? topic.tier };
      this.tell(group, spoken, at, Number(match[1]), edition?.edition);
    }
  }

  /** 两家都获得过某奖：前者是2016年，后者在2020年: when each that is named again had what the sentence has told of. */
  private eachInTurn(): void {
    const { groups, norm, sentence, prizes, dates } = this.scene;
    const award = prizes.findLast((p) => p.kind === "award");
    if (award === undefined || dates.years.length + dates.editions.length === 0) return;
    for (const group of groups) {
      if (group.start < award.end || group.units.length > 1) continue;
      const when = IN_ITS_YEAR.exec(norm, group.end, sentence.end);
      if (when === null || !AT_CLAUSE.test(norm, award.end, group.start)) continue;
      const [unit] = group.units;
      // 安远县2016年获某称号，信丰县是1998年: one of the same kind, too.
      const isOne = (from: DocEntity): boolean =>
        unit!.anaphor || from === unit!.entity || from.type === unit!.entity.type;
      if (!this.out.wins.some((w) => w.to === award.award && isOne(w.from))) continue;
      const until = group.end + when[0].length;
      const year = dates.years.find((y) => y.start >= group.end && y.end <= until)?.year;
      const edition = dates.editions.find((e) => e.start >= group.end && e.end <= until)?.edition;
      const told = { award: award.award!, tier: award.tier };
      this.tell(group, told, group.start, year, edition);
    }
  }

  /** 某奖增设个人奖，某甲、某乙先后在2019年、2023年摘得: each of several in the year that is told for it. */
  private eachInYear(): void {
    const { groups, norm, sentence, prizes, dates, context, x } = this.scene;
    for (const group of groups) {
      const { units, start, end } = group;
      const match = units.length > 1 ? IN_TURN.exec(norm, end, sentence.end) : null;
      const until = end + (match?.[0].length ?? 0);
      const years = dates.years.filter((y) => y.start >= end && y.end <= until);
      if (match === null || years.length !== units.length || x.modalityAt(start, until) !== "fact") continue;
      const before = prizes.filter((p) => p.end <= start);
      const award = before.findLast((p) => p.kind === "award")?.award ?? context.prizeNear(1);
      const tier = before.at(-1)?.kind === "tier" ? before.at(-1)!.tier : undefined;
      const told = this.out.wins.filter((w) => units.some((u) => u.entity === w.from));
      if (award === undefined || told.some((w) => w.to !== award || w.year !== undefined)) continue;
      if (told.length === 0 && !SAYS_WON.test(norm, end, until)) continue;
      for (const [i, unit] of units.entries())
        this.tell({ units: [unit], start, end }, { award, tier }, start, years[i]!.year, undefined);
    }
  }

  /** 获甲奖与乙奖，前者在2018年，后者在2019年: when each of the two prizes told last was won. */
  private formerAndLatter(): void {
    const { norm, sentence, prizes } = this.scene;
    const told = FORMER_LATTER.exec(norm, sentence.start, sentence.end);
    if (told === null) return;
    const awards = prizes.filter((p) => p.kind === "award" && p.end <= sentence.start + told.index);
    const [former, latter] = awards.slice(-2);
    if (latter === undefined || former!.award === latter.award) return;
    for (const win of this.out.wins)
      if (win.year === undefined)
        if (win.to === former!.award) win.year = Number(told[1]);
        else if (win.to === latter.award) win.year = Number(told[2]);
  }

  /** 甲两度参评某奖，都未如愿；乙倒是早在2019年就拿过: who has had in which year what the sentence speaks of. */
  private hadItToo(): void {
    const { groups, norm, sentence, prizes, x } = this.scene;
    const award = prizes.findLast((p) => p.kind === "award");
    if (award === undefined) return;
    for (const group of groups) {
      if (group.start < award.end || group.units.every(isPlaceUnit)) continue;
      const had = HAD_IT.exec(norm, group.end, sentence.end);
      if (had === null || !AT_CLAUSE.test(norm, award.end, group.start)) continue;
      if (x.modalityAt(group.end, group.end + had[0].length) !== "fact") continue;
      this.tell(group, { award: award.award!, tier: undefined }, group.start, Number(had[1]), undefined);
    }
  }

  /** 首届某奖颁奖，甲是唯一的获奖企业: who a clause says is the winner of what was told before. */
  private soleWinners(): void {
    const { groups, norm, sentence, prizes, x } = this.scene;
    for (const group of groups) {
      if (!IS_WINNER.test(norm, group.end, sentence.end) || group.units.every(isPlaceUnit)) continue;
      const prize = prizes.findLast((p) => p.kind === "award" && p.end <= group.start);
      if (prize === undefined || !AT_CLAUSE.test(norm, prize.end, group.start)) continue;
      if (x.modalityAt(group.start, group.end) !== "fact") continue;
      const entities = group.units.map((u) => u.entity);
      if (this.out.wins.some((w) => w.to === prize.award && entities.includes(w.from))) continue;
      // 某奖设立以来，甲是某区第一个得主，那是2016年的事: its time is told behind.
      const said = prizes.find((p) => p.kind === "it" && p.start > group.end && p.start - group.end < 20);
      const told = said === undefined ? prize : { ...prize, end: said.end };
      this.out.emit(group.units, [told], group.start, "won/round");
    }
  }

  private round(match: RegExpExecArray): void {
    const { scene } = this;
    const [whole, year, nth, word] = match;
    if (year === undefined && nth === undefined && word === undefined) return;
    // 上一届的得主是乙: dated by the round before, where it is known.
    if (year === undefined && (word === "上一" || word === "前一")) return;
    const at = scene.sentence.start + match.index;
    const group = this.groupAt(at + whole.length);
    const told = this.spokenAt(at);
    if (group === undefined || told === undefined) return;
    const stated = /轮到|换成|得主|获得者|获奖|[又再][添增]|授|颁给|花落|给了|归|属于|落户/.test(whole);
    // 2020年是甲；去年，是乙: after others that are told so.
    const listed =
      whole.endsWith("是") &&
      this.out.wins.some((w) => w.to === told.award) &&
      ENDS.test(scene.norm, group.end, scene.sentence.end);
    if (!stated && !listed && !HAS_IT.test(scene.slice(group.end, scene.sentence.end))) return;
    const edition =
      word === "首"
        ? 1
        : scene.dates.editions.find((e) => e.start >= at && e.end <= at + whole.length)?.edition;
    const end = at + whole.length;
    // 2016年，甲首开先河，获第二届提名奖: told by the clause itself.
    const stop = indexWithin(scene.norm, "；", group.end, scene.sentence.end);
    const ownPrize = scene.prizes.some(
      (p) =>
        p.kind !== "won" && p.start >= group.end && p.end <= (stop < 0 ? scene.sentence.end : stop) && p.tier,
    );
    if (ownPrize && this.out.wins.some((w) => group.units.some((u) => u.entity === w.from))) return;
    const noted =
      year === undefined
        ? scene.dates.years.find(
            (y) => y.start > at && y.end <= end && /[（是在为]/.test(scene.norm[y.start - 1]!),
          )
        : undefined;
    this.tell(group, told, at, noted?.year ?? this.yearOf(year), edition);
  }

  private yearOf(word: string | undefined): number | undefined {
    if (word === undefined) return undefined;
    if (word.length === 4) return Number(word);
    const now = this.scene.x.year;
    return now === undefined ? undefined : now - "今去前".indexOf(word);
  }

  private tell(
    group: Group,
    { award, tier }: Spoken,
    at: number,
    year: number | undefined,
    edition: number | undefined,
  ): void {
    const given = year === undefined && edition === undefined ? undefined : [{ year, edition }];
    const prize: Prize = {
      kind: "award",
      award,
      start: at,
      end: group.end,
      tier:
        tier ??
        this.tierBefore(award, at) ??
        // 某奖提名奖有3个。第二届，2016年，是甲: what the sentence before has counted.
        this.scene.tierCounted(award, at) ??
        "WINNER",
      edition: undefined,
      editions: [],
      years: [],
    };
    const before = this.out.wins.length;
    this.out.emit(group.units, [prize], at, "won/round", undefined, given);
    const mine = this.out.wins.splice(before);
    // What another rule has read of the same round knows less.
    const kept = this.out.wins.filter(
      (w) =>
        !mine.some(
          (m) =>
            m.from === w.from &&
            m.to === w.to &&
            (w.year === undefined || w.year === m.year) &&
            (w.edition === undefined || w.edition === m.edition),
        ),
    );
    this.out.wins.splice(0, this.out.wins.length, ...kept, ...mine);
  }

  /** The group that begins at an offset, but for whose it is or where: 集团旗下的甲. */
  private groupAt(at: number): Group | undefined {
    const { scene } = this;
    const group = scene.groups.find(
      (g) =>
        g.start >= at &&
        !g.units.every(isPlaceUnit) &&
        !(g.units.every((u) => u.generic) && /^(?:旗下|下属|所属)/.test(scene.slice(g.end, g.end + 2))),
    );
    return group !== undefined && PLACED.test(scene.plain(at, group.start)) ? group : undefined;
  }

  /** The award that the rounds are of: told before in the sentence, with the tier that a colon announces, or spoken of. */
  private spokenAt(at: number): Spoken | undefined {
    const { prizes, context } = this.scene;
    const before = prizes.filter((p) => p.end <= at && p.kind !== "won");
    const award = before.findLast((p) => p.award !== undefined)?.award ?? context.awardNear(1);
    if (award === undefined || this.scene.x.modalityAt(at, at + 1) !== "fact") return undefined;
    // 提名奖已有两个：第三届，甲…: what the colon announces.
    const last = before.findLast((p) => p.tier !== undefined);
    const announced = last !== undefined && /^[^。；]{0,10}：/.test(this.scene.slice(last.end, at));
    // 某奖提名奖有3个。第二届，2016年，是甲: what the sentence before has counted.
    return {
      award,
      tier: announced ? last.tier : this.scene.tierCounted(award, at),
    };
  }

  /** 2016年，甲获第二届提名奖；2021年的第四届，轮到乙: the tier that the clauses before tell, which goes on. */
  private tierBefore(award: DocEntity, at: number): TierName | undefined {
    const last = this.scene.prizes.findLast((p) => p.end <= at && p.tier !== undefined);
    const told = this.out.wins.findLast((w) => w.to === award && w.end <= at);
    return last !== undefined && last.tier === told?.tier ? told?.tier : undefined;
  }
}

interface Spoken {
  award: NonNullable<Prize["award"]>;
  tier: TierName | undefined;
}
