import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Emission } from "./emission.js";
import type { Prize, Word } from "./prize.js";
import type { Scene } from "./scene.js";
import { type Group, isPlaceUnit } from "./units.js";
import { fetches, type Verbs } from "./verbs.js";

/** 给了两家：云门镇的|某公司, 归属两位一线工人：|某厂焊工某某. */
const COUNTED_LEAD = gated(
  /^(?:了)?[一二两三四五六七八九十\d]{1,2}[家个名位项][^，。；：]{0,8}(?:[：，]|——)(?:[^，。；：]{1,8}的)?$/,
);
/** 颁给了与它一墙之隔的|某厂, 花落位于某镇的|某公司 */
const DESCRIBED = gated(/^了?(?:[与和离距]|位于|来自|地处|隔壁|扎根|身处)[^，。；：获奖]{2,12}的$/);
/** 某奖其余两席，|由甲和乙分享 */
const FROM_COMMA = gated(
  /^[”]?(?:的?(?:其余|其他|另外|剩下|余下|最后)的?)?(?:[一二两三四五\d]个?[名个人项席家块]额?(?:席位)?)?，$/,
);
const HANDED_OUT = gated(/^(?:分别|一一|现场|集中)?(?:颁发|颁授|授予|颁|发放)了?$/);
/** 某奖的|证书递到|甲、乙|代表手中. */
const INTO_HANDS = gated(
  /^[”]?(?:的?(?:奖杯|奖牌|奖座|证书|荣誉证书|牌匾|奖状|铜牌))?[，]?(?:由[^，。；]{1,12}?)?(?:亲手|郑重|一一|分别|逐一|依次){0,2}(?:递|交|颁|颁发|颁授|送|捧|递交|送交|发)(?:到|至|给|进)了?$/,
);
const OF_HANDS = gated(
  /^(?:等?[\d一二两三四五六七八九十]{0,3}[家个名位]?(?:获奖)?(?:企业|组织|单位|机构)?)?的?(?:代表|负责人|董事长|总经理|院长|校长|厂长)?(?:们)?的?手[中里上]/,
);
const HAND = new CharacterSet("手");
/** 某奖|拟|评出: not yet. */
/** 的三块奖牌由市委常委、|某某|一一颁发给|甲. */
const BY_WHOM = gated(
  /^[”]?(?:的?[一二两三四五六七八九十\d]{0,2}[块座个枚面张份]?(?:奖杯|奖牌|奖座|证书|荣誉证书|牌匾|奖状))?，?(?:分别|均|都|则)?由[^，。；]{0,14}(?:、[^，。；]{0,10})?$/,
);
const GIVES_TO = gated(
  /^(?:亲手|郑重|一一|分别|逐一|依次|现场){0,2}(?:颁发给|颁给|颁授给|授予|授给|交给|递给|送给|颁发到|送到|递到|交到)了?$/,
);
const INTENDED = new CharacterSet("拟将");

/** 一块“某称号”铜牌，|某局|2004年得的. */
const THING_APART = gated(
  /^[”]?的?(?:[\u4e00-\u9fa5]{0,4}(?:奖杯|奖牌|奖座|证书|牌匾|奖状|奖|铜牌|铜匾|匾额?|牌子|锦旗|称号|荣誉))?，(?:是|由)?$/,
);
const GOT_IN = gated(
  /^(?:是|在|于){0,2}((?:19|20)\d\d)年(?:\d{1,2}月)?(?:得|拿|捧|抱|获|摘|领|夺|评|赢|挣|争)[得来下回到取上]{0,3}的(?=[，。；]|$)/,
);

/** Wins that a hand or a giver tells of: 将某奖授予甲, 把证书递到甲手中, 某奖花落乙. */
export class HandedWins {
  constructor(
    private readonly scene: Scene,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  /** 将某奖授予甲公司，将提名奖授予乙公司. */
  handedTo(series: readonly Prize[]): boolean {
    const { clauses } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    if (fetches(this.scene.norm, clauses.start(first.start), first.start) === null) return false;
    const word = this.scene.wordAfter(last.end);
    if (word === undefined || (word.cls !== "give" && word.cls !== "goes") || word.start - last.end > 6)
      return false;
    const next = this.scene.groupAfter(word.end);
    if (next === undefined || next.start - word.end > 3 || this.verbs.speaksOtherwise(word)) return false;
    this.out.emit(next.units, series, first.start, "won/given");
    return true;
  }

  /** 一座某奖奖杯，甲公司2019年抱回来的: who got it, and when, behind it. */
  gotBy(series: readonly Prize[]): boolean {
    const { norm, sentence } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    if (first.kind !== "award") return false;
    const next = this.scene.groupAfter(last.end);
    if (next === undefined || !THING_APART.test(norm, last.end, next.start)) return false;
    const got = GOT_IN.exec(norm, next.end, sentence.end);
    if (got === null || this.verbs.speaksOtherwise(first)) return false;
    const when = [{ year: Number(got[1]), edition: first.edition }];
    this.out.emit(next.units, series, first.start, "won/given", undefined, when);
    return true;
  }

  /** 把某奖的证书递到甲、乙代表手中. */
  intoHands(series: readonly Prize[]): boolean {
    const { norm, sentence } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    if (first.kind === "won" || !HAND.within(norm, last.end, sentence.end)) return false;
    const next = this.scene.groupAfter(last.end);
    if (next === undefined || next.units.every(isPlaceUnit)) return false;
    // 由市长某某送到|甲|代表手中
    let to = next;
    if (!INTO_HANDS.test(norm, last.end, to.start)) {
      const after = this.scene.groupAfter(to.end);
      if (after === undefined || !INTO_HANDS.test(norm, last.end, after.start)) return false;
      to = after;
    }
    if (!OF_HANDS.test(norm, to.end, sentence.end) || this.verbs.speaksOtherwise(first)) return false;
    this.out.emit(this.out.employers(to.units), series, first.start, "won/handed");
    return true;
  }

  /** 为甲、乙颁发了奖牌，为丙颁发提名奖证书. */
  handedOver(series: readonly Prize[]): boolean {
    const first = series[0]!;
    const { sentence } = this.scene;
    const before = this.scene.groupBefore(first.start);
    if (before === undefined || before.units.every(isPlaceUnit)) return false;
    if (!HANDED_OUT.test(this.scene.norm, before.end, first.start)) return false;
    const lead = this.scene.slice(Math.max(sentence.start, before.start - 12), before.start);
    if (
      !/(?:^|[，。；、：])(?:还|并|现场|[^，。；]{0,8})?[为给向](?:获奖组织|获奖企业|获奖单位)?$/.test(lead)
    )
      return false;
    if (this.verbs.speaksOtherwise(first)) return false;
    this.out.emit(before.units, series, before.start, "won/handed");
    return true;
  }

  /** 金奖授予甲、乙，银奖授予丙: the verb right after each prize, its winners after that. */
  givenTo(series: readonly Prize[]): boolean {
    const { clauses, prizes } = this.scene;
    const [first, last] = [series[0]!, series.at(-1)!];
    const word = this.scene.wordAfter(last.end);
    if (
      word === undefined ||
      (word.cls !== "give" && word.cls !== "goes") ||
      this.scene.slice(word.start, word.end) === "由"
    )
      return false;
    if (!/^[”]?(?:则|均|都|分别|最终|悉数)*$/.test(this.scene.slice(last.end, word.start))) return false;
    const next = this.scene.groupAfter(word.end);
    if (next === undefined || next.start > word.end + 2) return false;
    const before = this.scene.slice(clauses.start(first.start), first.start);
    const end = clauses.end(next.end - 1);
    if (
      !/^(?:其中|而|且|此外|另外|本届|该奖|的)*[“”]?$/.test(
        this.scene.plain(first.start - before.length, first.start),
      )
    )
      return false;
    if (prizes.some((p) => p.start >= next.end && p.start < end) || this.verbs.speaksOtherwise(word))
      return false;
    this.out.emit(next.units, series, first.start, "won/goes");
    return true;
  }

  /** 某奖花落某公司, 某奖由某公司摘走, 某奖颁给了某公司. */
  goesTo(series: readonly Prize[], next: Group | undefined): boolean {
    const { words, clauses, prizes } = this.scene;
    const first = series[0]!;
    const last = series.at(-1)!;
    const word = this.scene.wordAfter(last.end);
    if (word === undefined || next === undefined || (word.cls !== "goes" && word.cls !== "give"))
      return false;
    const given = this.givenBy(series, word, next);
    if (given !== undefined) {
      this.out.emit(given.units, series, first.start, "won/goes");
      return true;
    }
    if (next.start < word.end || INTENDED.has(this.scene.norm.charCodeAt(word.start - 1))) return false;
    if (
      next.start - word.end > 6 &&
      !COUNTED_LEAD.test(this.scene.norm, word.end, next.start) &&
      !DESCRIBED.test(this.scene.norm, word.end, next.start)
    )
      return false;
    const isBy = /^[由被]$/.test(this.scene.slice(word.start, word.end));
    const nearby =
      (word.start - last.end <= 8 && clauses.start(word.start) <= last.end) ||
      (isBy && FROM_COMMA.test(this.scene.norm, last.end, word.start)) ||
      (word.cls === "goes" &&
        /^[”]?(?:的?(?:只|仅|共|全部)?(?:设|有|评出?|给)?[一二两三四五六七八九十\d]{1,2}[席个名家项位](?:席位|名额|奖项|大奖|奖牌)?|的?(?:称号|荣誉|奖杯|奖牌|牌子|名号))?，(?:[最]?终|均|都|同|双双|悉数|全|昨日|分别|[则就便也又]|后来){0,3}$/.test(
          this.scene.norm.slice(last.end, word.start),
        ));
    const taken = words.some((w) => w.cls === "get" && w.start >= next.end && w.start - next.end <= 4);
    const clauseEnd = clauses.end(next.start);
    const later = prizes.some(
      (p) => p.start >= next.end && p.kind !== "won" && (word.cls === "give" || p.start < clauseEnd),
    );
    if (!nearby || !(isBy ? taken : !later)) return false;
    this.out.emit(next.units, series, first.start, "won/goes");
    return true;
  }

  /** 某奖的三块奖牌由市长某某颁发给|甲、乙: those after who gives it. */
  private givenBy(series: readonly Prize[], word: Word, giver: Group): Group | undefined {
    const { norm, sentence, x } = this.scene;
    const last = series.at(-1)!;
    if (word.cls !== "goes" || !BY_WHOM.test(norm, last.end, giver.start)) return undefined;
    const next = this.scene.groupAfter(giver.end);
    if (next === undefined || !GIVES_TO.test(norm, giver.end, next.start)) return undefined;
    if (this.verbs.speaksOtherwise({ start: giver.end, end: next.start })) return undefined;
    return x.modalityAt(giver.end, next.start) === "fact" && next.start < sentence.end ? next : undefined;
  }
}
