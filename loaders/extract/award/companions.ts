import { gated } from "../../patterns/gated.js";
import { indexWithin } from "../spans.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { isFirm, isPlaceUnit, type Unit, unitsIn } from "./units.js";
import { worksWin } from "./works.js";

/** Before one with whom another does something. */
export const WITH = gated(/(?:[与和同跟]|携手|联手|联合|会同|偕同?)$/);
/** 这家企业和来自某市的 */
const WITH_ONE_OF = gated(/[与和同跟](?:来自|位于|同在|地处|同为|身处)[^，。；与和同跟]{1,12}的$/);
const ALONGSIDE = gated(/^(?:一道|一起|一同|一块儿?|共同|携手|联手|并肩|双双|同时|同台|结伴){1,2}，$/);
const BOTH = gated(/^(?:双双|共同|一起|一同|一道|同时|同获|共获|携手|并肩)/);
const TEAMED = gated(/(?:携手|联手|联合|会同|偕同?|[与和同跟])$/);
const COUNTED_BEFORE = gated(
  /(?:[\d一二两三四五六七八九十]{1,3}[家个名位所](?:[\u4e00-\u9fa5]{0,6}(?:企业|单位|组织|医院|学校|个人|机构|公司))?（[^（）]{4,120}）(?:[、和与及]|以及)?){1,4}(?:[分别均都同又也先后双双一举成功首次再]|(?:19|20)\d\d年){0,4}$/,
);
const OTHERS = gated(
  /^（(?:另外?|其余|其他|还)?[一二两三四五六七八九\d]{0,2}[家个名位]?(?:企业|单位|组织)?(?:分别)?(?:是|为|系|有|包括|含|即)([^（）]{4,120})）/,
);
const BESIDES = gated(/除了?$/);
const BESIDES_END = gated(/^(?:之?外|以外)?，$/);
const TOO = gated(/也|还|同样|均|都|亦|又/);

const WORKED = gated(
  /^(?:开展|进行)?(?:产学研)?(?:合作|联合|共同|协同)(?:攻关|研发|研制|研究|开发|完成|创新){0,2}，$/,
);
const TEAMED_UP = gated(/^(?:联合|携手|联手|会同)$/);

/** Those who have won with the subject of a verb, as the words around it tell. */
export class Companions {
  constructor(private readonly scene: Scene) {}

  /** The winners with all that the clause before and brackets add. */
  of(
    winners: readonly Unit[],
    series: readonly Prize[],
    clause: number,
    end: number | undefined,
    verb: number,
  ): readonly Unit[] {
    const all = this.withCompanions(winners, clause);
    const made = all === winners && series.some(({ award }) => award !== undefined && worksWin(award));
    return this.withOthers(made ? this.withPartners(winners, clause) : all, clause, end, verb);
  }

  /** 甲与某大学合作，2020年获某省科学技术奖: with whom the clause before says that it was made. */
  private withPartners(winners: readonly Unit[], clause: number): readonly Unit[] {
    const { scene } = this;
    if (scene.norm[clause - 1] !== "，") return winners;
    const start = scene.clauses.start(clause - 1);
    const named = scene.units.filter((u) => u.start >= start && u.end < clause && isFirm(u));
    const [first, partner] = named;
    if (partner === undefined || named.length > 2 || !winners.some((w) => w.entity === first!.entity))
      return winners;
    const link = scene.slice(first!.end, partner.start);
    const works =
      (WITH.test(link) && WORKED.test(scene.norm, partner.end, clause)) ||
      (TEAMED_UP.test(link) && scene.norm[partner.end] === "，");
    return works && !winners.some((w) => w.entity === partner.entity) ? [...winners, partner] : winners;
  }

  /** 甲又同乙一道，获…; 与乙一起，甲捧回…; 甲携手乙，双双摘得…: with whom the clause before says that they have won. */
  private withCompanions(winners: readonly Unit[], clause: number): readonly Unit[] {
    const { scene } = this;
    if (scene.norm[clause - 1] !== "，") return winners;
    const group = scene.groupBefore(clause - 1);
    if (group === undefined || group.units.some((u) => isPlaceUnit(u) || u.entity.type === "Person"))
      return winners;
    const before = scene.slice(Math.max(scene.sentence.start, group.start - 4), group.start);
    const gap = scene.slice(group.end, clause);
    const together =
      ((WITH.test(before) || WITH_ONE_OF.test(scene.norm, scene.clauses.start(group.start), group.start)) &&
        ALONGSIDE.test(gap)) ||
      (TEAMED.test(before) && gap === "，" && BOTH.test(scene.norm, clause, clause + 4));
    if (!together) return winners;
    const others = group.units.filter((u) => !winners.some((w) => w.entity === u.entity));
    return [...winners, ...others];
  }

  /** 除甲外，乙也获…: 甲 has won it too; 甲等3家企业（另两家为乙、丙）获…: so have those in the bracket. */
  private withOthers(
    winners: readonly Unit[],
    clause: number,
    end: number | undefined,
    verb: number,
  ): readonly Unit[] {
    const { scene } = this;
    let others: readonly Unit[] | undefined;
    const bracket = end === undefined ? null : OTHERS.exec(scene.norm, end, verb);
    if (bracket !== null) {
      const close = end! + bracket.index + bracket[0].length - 1;
      others = unitsIn(scene.x, close - bracket[1]!.length, close).filter((u) => !isPlaceUnit(u));
    } else if (end !== undefined && TOO.test(scene.norm, clause, verb + 2)) others = this.besides(clause);
    if (others === undefined) return winners;
    return [...winners, ...others.filter((u) => !winners.some((w) => w.entity === u.entity))];
  }

  /** 除甲外，, 除了甲，: whom the clause before sets beside those that are told next. */
  besides(clause: number): readonly Unit[] | undefined {
    const { norm, groups, sentence } = this.scene;
    if (norm[clause - 1] !== "，") return undefined;
    const group = groups.findLast((g) => g.end < clause);
    return group !== undefined &&
      BESIDES.test(norm, Math.max(sentence.start, group.start - 3), group.start) &&
      BESIDES_END.test(norm, group.end, clause)
      ? group.units
      : undefined;
  }

  /** Whom a bracket behind a number right before the verb names. */
  countedBefore(clause: number, verb: number): readonly Unit[] | undefined {
    const { scene } = this;
    const match = COUNTED_BEFORE.exec(scene.norm, clause, verb);
    if (match === null) return undefined;
    const named: Unit[] = [];
    // 2家企业（甲、乙）和1家医院（丙）.
    for (let at = clause + match.index; ; ) {
      const open = indexWithin(scene.norm, "（", at, verb) + 1;
      at = open === 0 ? -1 : indexWithin(scene.norm, "）", open, verb);
      if (at < 0) break;
      for (const unit of unitsIn(scene.x, open, at)) if (!isPlaceUnit(unit)) named.push(unit);
    }
    return named.length === 0 ? undefined : named;
  }
}
