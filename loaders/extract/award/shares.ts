import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Emission } from "./emission.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { type Group, isPlaceUnit } from "./units.js";
import type { Verbs } from "./verbs.js";

const SEAT = new CharacterSet("席家个名枚块位座员尊");
/** 名单中，某市占了三席，分别是; 名单公布，某市新增2家：: between a prize and those who have its seats. */
const SEATS_THEN_NAMED = gated(
  /^[”]?(?:企业|单位|组织|称号|获奖)?(?:名单|榜单|名录|目录)?(?:正式|近日|日前|昨[日天]|[今去前]年|(?:19|20)\d\d年|\d{1,2}月)?(?:公布|出炉|揭晓|发布|公告|通报|颁出|颁发|颁奖|评出|揭榜)?(?:[中里上]|当中)?(?:，[全我][国省市县区旗盟州]共?[一二两三四五六七八九十\d]{1,3}[家个名](?:企业|单位|组织)?获[奖评])?(?:，[^，。；：（）]{0,16}?|[：，])?(?:一共|总共|共|独|就|又|再|也)?(?:占据?|占得|拿下|夺得|揽获|斩获|贡献|摘得|收获|有|新增|新添|[又再]添|获|上榜|入选|入围)了?[一二两三四五六七八九十\d]{1,2}[席家个名枚块位座](?:企业|席位|名额|名字|单位|组织|席)?(?:上榜|入选|在列|榜上有名|登榜|获评|获此殊荣)?(?:，?(?:它们|他们|其中)?(?:分别|依次)?(?:就)?(?:为|是|即|系|包括)：?|：|——)(?:[^，。；：、]{2,7}[市县区旗镇]的)?$/,
);
/** 某奖尘埃落定，全省10家组织获奖，某市占两席：: further clauses of the result before the seats. */
const RESULT_BETWEEN = gated(
  /^[”]?(?:企业|单位|组织|称号)?(?:名单|榜单)?(?:正式)?(?:公布|出炉|揭晓|发布|公告|通报|尘埃落定|落定|名花有主)，(?:[^，。；：（）]{2,16}[一二两三四五六七八九十\d]{1,3}[家个名项位][^，。；：（）]{0,14}(?:获奖|上榜|入选|摘奖|折桂|登榜)，)?[^，。；：（）]{0,8}?(?:占据?|占得|独占|独揽|揽获|收获|斩获|拿下)了?[一二两三四五六七八九十\d]{1,2}[席家个名](?:席位|名额)?(?:：|——|，分别[是为])$/,
);
/** 名单里，某市有四家，|甲|算一家: one of the seats that are counted. */
const SEATS_OF_WHICH = gated(
  /^[”]?(?:企业|单位|组织)?(?:名单|榜单|名录|目录)?(?:公布|出炉|揭晓)?(?:[中里上]|当中)?，?[^，。；：（）]{0,16}?(?:占据?|占得|有|新增|获|上榜|入选|入围)了?[一二两三四五六七八九十\d]{1,2}[席家个名枚块位座](?:企业|席位|名额|单位)?(?:上榜|入选|在列)?，[^，。；]{0,8}$/,
);
const ONE_OF_THEM = gated(
  /^(?:算|占|占了|便|就|也|正|即)?(?:[是系为算])?(?:其中)?(?:的)?(?:一家|一席|之一|其一|一个)(?=[，。；]|$)/,
);
/** 一个给了|甲|，一个落到|乙|名下: what each of them is said to have gone to. */
const SHARE =
  /(?<=^|[，、；：”]|席位|名额|奖牌|奖杯)(?:其中)?(?:还有|再有|最后|剩下)?的?(?:一|另一|另外一|再一|第[一二三])[个家座枚块尊席份](?:则|就|也|被|，)?(?:由|被|给了?|颁给了?|发给了?|归了?|归于|归属|属于|花落|落到了?|落在了?|落入|落户|授予|交给了?|奖给了?|送给了?)$/;
const TAKEN = gated(
  /^(?:名下|手中|手里|手上|囊中|怀中|那里)?(?:[捧抱领摘夺拿搬][走回得下到]了?|收入囊中|揽入怀中|获得|斩获|拿下|收获|所得)?(?=[，。；、]|$)/,
);
const [GONE, GIVEN] = [gated(/由|被/), gated(/获|得|走|回|下|囊|怀|到/)];
/** What parts clauses, and what a share begins with. */
const SHARE_SIGNS = new CharacterSet("一");

/** Wins whose number or shares a text tells before it says who has them. */
export class SharedWins {
  constructor(
    private readonly scene: Scene,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  run(series: readonly Prize[]): boolean {
    const { end } = series[series.length - 1]!;
    return this.apportioned(series, end) || this.seatsNamed(series, end);
  }

  /** 某奖名单中，某市占了三席，分别是甲、乙和丙; 某市有四家，甲算一家. */
  private seatsNamed(series: readonly Prize[], at: number): boolean {
    const { scene } = this;
    const next = this.winnersAfter(at);
    if (next === undefined || !SEAT.within(scene.norm, at, next.start)) return false;
    const told =
      SEATS_THEN_NAMED.test(scene.norm, at, next.start) ||
      RESULT_BETWEEN.test(scene.norm, at, next.start) ||
      (SEATS_OF_WHICH.test(scene.norm, at, next.start) &&
        ONE_OF_THEM.test(scene.norm, next.end, scene.sentence.end));
    if (!told || this.verbs.speaksOtherwise(series[0]!)) return false;
    this.out.emit(next.units, series, series[0]!.start, "won/counted");
    return true;
  }

  /** 三个席位，一个给了甲，一个落到乙名下，还有一个归了丙. */
  private apportioned(series: readonly Prize[], at: number): boolean {
    const { norm, sentence, prizes } = this.scene;
    if (!SHARE_SIGNS.within(norm, at, sentence.end)) return false;
    const limit =
      prizes.find((p) => p.start >= at && p.kind !== "won" && p.kind !== "it")?.start ?? sentence.end;
    const shares: Group[] = [];
    let from = at;
    for (const group of this.scene.groups) {
      if (group.start < at || group.start >= limit || group.units.every(isPlaceUnit)) continue;
      const lead = SHARE.exec(norm.slice(Math.max(from, group.start - 16), group.start));
      const tail = TAKEN.exec(norm, group.end, sentence.end);
      from = group.end;
      if (lead === null || tail === null) continue;
      // 由甲捧回: by whom, and that it was taken.
      if (GONE.test(lead[0]) && !GIVEN.test(tail[0])) continue;
      shares.push(group);
    }
    if (shares.length < 2 || this.verbs.speaksOtherwise(series[0]!)) return false;
    for (const { units } of shares) this.out.emit(units, series, series[0]!.start, "won/counted");
    return true;
  }

  private winnersAfter(at: number): Group | undefined {
    for (const group of this.scene.groups)
      if (group.start >= at && !group.units.every(isPlaceUnit)) return group;
    return undefined;
  }
}
