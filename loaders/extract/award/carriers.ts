import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import { indexWithin, lastIndexWithin, mentionsType } from "../spans.js";
import type { Extraction } from "../types.js";
import type { Emission } from "./emission.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { asEmployer, isAchievement, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import type { Verbs } from "./verbs.js";

/** 捧着奖牌笑出了声, 把证书高高举过头顶, 第一个走上领奖台 */
const CARRIES = gated(
  /(?:[捧抱举领抬扛托攥挂]|接过|亮出|拿着|拿到|手持|展示)[^，。；获]{0,12}(?:奖[牌杯座状]|证书|铜牌|牌匾|牌子|匾额)|[把将][^，。；]{0,8}(?:奖[牌杯座状]|证书|铜牌|牌匾|牌子|匾额)[^，。；]{0,6}[举抱捧搂托]|(?:[走站登踏迈]上|上了?)(?:了)?(?:领奖台|台领奖)|披着绶带[^，。；]{0,4}台/,
);
/** Behind it: what is told next is told of the same scene. */
const SAME_SCENE = gated(
  /当[天日晚]|这[是一块座枚张次回个]|[与和同跟][它他她其]|同[批台场样]|一[同起道块]|另外?|其余|还有|除了|随后|就此|[颁发]的[正就]?是|跟在|捧回|并肩|身[边旁后]/,
);
/** Told of another time or as not had. */
const OTHER_TIME = gated(/曾|此前|早在|上[一]?届|去年|前年|[申冲争]|未能|没能|不是/);
/** 某公司|经理霍某, |代表|: who stands between the firm's name and what is done. */
const OF_FIRM = gated(/^[^，。；：“”]{0,24}$/);
const LONGEST = 160;

/**
 * Those whom the sentence before shows with the trophy in hand: 某公司经理某某捧着奖牌笑出了声。当天颁发的是2022年度某奖，同她一起上台的还有…
 * names the award only afterwards.
 */
export class CarrierWins {
  constructor(
    private readonly scene: Scene,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  /** Whether a sentence that names no award shows somebody with a trophy of which the next one tells. */
  static tellsLater(x: Extraction, { start, end, block }: Sentence): boolean {
    if (end >= block.end || !CARRIES.test(x.norm, start, end)) return false;
    const next = indexWithin(x.norm, "。", end, block.end);
    const until = next < 0 ? block.end : next;
    return (
      !mentionsType(x, start, end, "Award") &&
      mentionsType(x, end, until, "Award") &&
      SAME_SCENE.test(x.norm, end, until)
    );
  }

  run(): void {
    const { norm, sentence, prizes, x } = this.scene;
    const prize = prizes.find((p) => p.kind === "award");
    if (prize === undefined || sentence.start === sentence.block.start) return;
    const until = Math.min(sentence.end, prize.end + 24);
    if (!SAME_SCENE.test(norm, sentence.start, until)) return;
    if (OTHER_TIME.test(norm, sentence.start, prize.start) || this.verbs.speaksOtherwise(prize)) return;
    const from = Math.max(sentence.block.start, sentence.start - LONGEST);
    const start = Math.max(from, lastIndexWithin(norm, "。", from, sentence.start - 1) + 1);
    const carries = CARRIES.exec(norm, start, sentence.start);
    if (carries === null || mentionsType(x, start, sentence.start, "Award")) return;
    const at = start + carries.index;
    const unit = unitsIn(x, start, at).findLast(isBearer);
    if (unit === undefined || !OF_FIRM.test(norm, unit.end, at)) return;
    this.tell(unit, asEmployer(x, unit), prize);
  }

  private tell(shown: Unit, unit: Unit, prize: Prize): void {
    const { wins } = this.out;
    // 同她一起上台的还有乙: she stands there for her firm.
    if (shown !== unit)
      for (let i = wins.length - 1; i >= 0; i--)
        if (wins[i]!.from === shown.entity && wins[i]!.to === prize.award) wins.splice(i, 1);
    if (wins.some(({ from, to }) => from === unit.entity && to === prize.award)) return;
    this.out.emit([unit], [prize], prize.start, "won/carrier");
  }
}

const isBearer = (unit: Unit): boolean =>
  !isPlaceUnit(unit) && !isAchievement(unit) && unit.entity.type !== "GovernmentBody";
