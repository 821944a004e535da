import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import type { Emission } from "./emission.js";
import type { Win } from "./findings.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";

/** 第一次是, 前一次只拿了, 2013年那次是: which of the wins just told. */
const ORDINAL = gated(
  /^(?:其中|但|不过|只是|[“”])?(?:(第[一二三]|[首前头]一?|后一?)[次回度]|(?:其中的?)?((?:19|20)\d\d)年的?(?:那[一]?[次回座块枚年届])?)(?:参评|登台|申报)?[则只仅就还先即才]{0,2}(?:(?:获得|获|[拿得捧摘][了到回得]?)的?)?[则只仅就还]?[是为系]?个?[“]?$/,
);
/** 分别为, 等次均是: before the tiers of the wins just told. */
const EACH = gated(
  /^(?:(?:不过|但|只是|可惜)?(?:(?:等次|奖次|等级|奖项|名次|成绩|所[获得]|[拿得获捧领][得到回下]的?)(?:则|都)?)?)(?:分别|依次|先后|均|都|皆|全部?|清一色|同|则|也|双双|只){0,2}(?:是|为|系|获|列)[“]?$/,
);
/** 虽然只是, 可惜仅为: a clause of nothing but the tier of the win just told. */
const ONLY = gated(/^(?:虽然?|尽管|不过|可惜|但|却|当时|那次){0,2}(?:还|暂|仍)?[只仅](?:是|为)[“]?$/);
const KIND = gated(/^[“]?(?:组织|个人|集体|团队)奖$/);
const WHICH_IS = gated(/[拿得获捧领][到回了]?的(?:则|便|就|也)?是[“]?$/);
const SAYS_WHICH = gated(/分别|依次|先后|均|都|皆|全|同|双双|等次|奖次|等级|名次|所[获得]|清一色/);
const ONE_BY_ONE = gated(/分别|依次|先后/);

/** 前者, 后者则: before the tier of one of the two wins just told. */
const ONE_OF_TWO = gated(/^(?:其中)?(前者|后者)(?:则|就|便)?(?:获得?了?|[得拿](?:到)?的?是|是|为|得了?)?$/);

/** Tiers that a text tells apart from the wins they are of. */
export class ToldTiers {
  constructor(
    private readonly scene: Scene,
    private readonly out: Emission,
  ) {}

  /** Whether the tiers are of wins that the sentence has told before. */
  told(series: readonly Prize[]): boolean {
    for (const { kind } of series) if (kind !== "tier") return false;
    for (const prize of series) this.ofKind(prize);
    return (
      (series.length === 1 &&
        (this.ordinal(series[0]!) || this.ofTwo(series[0]!) || this.only(series[0]!))) ||
      this.apposed(series)
    );
  }

  /** 登上某奖提名奖的名单——企业拿的是组织奖，他拿的是个人奖: the kind of the prize just told, which keeps its tier. */
  private ofKind(prize: Prize): void {
    const { norm, prizes, sentence } = this.scene;
    if (prize.tier !== "WINNER" || !KIND.test(norm, prize.start, prize.end)) return;
    if (!WHICH_IS.test(norm, Math.max(sentence.start, prize.start - 6), prize.start)) return;
    const last = prizes.findLast(({ end, kind }) => kind === "award" && end <= prize.start);
    if (last?.tier !== undefined) prize.tier = last.tier;
  }

  /** 两次登台：第一次是提名奖，第二次捧回正奖: the tiers of the wins that the sentence has just told, one by one. */
  private ordinal(prize: Prize): boolean {
    const clause = this.scene.clauses.start(prize.start);
    return this.ofWhich(prize, clause, this.scene.norm[clause] === "（" ? clause + 1 : clause);
  }

  /** 首次登上某奖榜单，虽然只是提名奖: the tier of the one win that the clause before tells. */
  private only({ start, end, tier }: Prize): boolean {
    const { norm, clauses, sentence } = this.scene;
    const clause = clauses.start(start);
    if (!ONLY.test(norm, clause, start) || !ENDS.test(norm, end, sentence.end)) return false;
    const before = clauses.start(clause - 1);
    const wins = this.lastTold(clause).filter((w) => w.end > before && w.tier === undefined);
    if (wins.length !== 1) return false;
    wins[0]!.tier = tier;
    return true;
  }

  /** 2020年、2022年两获某奖，分别为三等奖、二等奖; ，等次均为二等奖: a clause of nothing but the tiers. */
  private apposed(series: readonly Prize[]): boolean {
    const { norm, clauses, sentence } = this.scene;
    const { start } = series[0]!;
    const clause = clauses.start(start);
    if (!EACH.test(norm, clause, start) || !SAYS_WHICH.test(norm, clause, start)) return false;
    if (!ENDS.test(norm, series[series.length - 1]!.end, sentence.end)) return false;
    const wins = this.lastTold(clause);
    if (wins.length === 0) return false;
    if (series.every((p) => p.years.length === 1)) {
      for (const { years, tier } of series)
        for (const win of wins) if (win.year === years[0]) win.tier = tier;
      return true;
    }
    const alike = series.length === 1 && !ONE_BY_ONE.test(norm, clause, start);
    if (!alike && series.length !== wins.length) return false;
    for (let i = 0; i < wins.length; i++) wins[i]!.tier = series[alike ? 0 : i]!.tier;
    return true;
  }

  /** 甲、乙获某奖，前者一等奖，后者三等奖: the tier of each of two winners, with no verb. */
  private ofTwo(prize: Prize): boolean {
    const { norm, clauses, sentence } = this.scene;
    const clause = clauses.start(prize.start);
    const which = ONE_OF_TWO.exec(norm, clause, prize.start);
    if (which === null || !ENDS.test(norm, prize.end, sentence.end)) return false;
    const wins = this.lastTold(clause);
    const [first, second] = wins;
    if (wins.length !== 2 || first!.from === second!.from) return false;
    (which[1] === "前者" ? first! : second!).tier = prize.tier;
    return true;
  }

  /** The wins of one award that were told last before an offset, in the order of the text. */
  private lastTold(before: number): Win[] {
    const { wins } = this.out;
    const last = wins.findLast((w) => w.end <= before + 1);
    return last === undefined
      ? []
      : wins.filter((w) => w.end <= before + 1 && w.to === last.to && w.rule === last.rule);
  }

  /** （前一次是提名奖）, 2013年（提名奖）、2019年: a tier in brackets that is of one of the wins told. */
  noted(prize: Prize): void {
    const { norm, sentence } = this.scene;
    const [year] = prize.years;
    if (year !== undefined) {
      for (const win of this.out.wins) if (win.year === year && win.tier === undefined) win.tier = prize.tier;
      return;
    }
    const open = lastIndexWithin(norm, "（", sentence.start, prize.start);
    if (open < 0) return;
    const comma = lastIndexWithin(norm, "，", open, prize.start);
    this.ofWhich(prize, open + 1, comma < 0 ? open + 1 : comma + 1);
  }

  /** Gives the tier to the wins that the words in [from, the prize) mean, of those told before `before`; whether there are any. */
  private ofWhich(prize: Prize, before: number, from: number): boolean {
    const which = ORDINAL.exec(this.scene.norm, from, prize.start);
    if (which === null) return false;
    const last = this.out.wins.findLast((w) => w.end <= before + 1);
    const told = this.out.wins.filter(
      (w) => w.year !== undefined && w.end <= before + 1 && w.to === last?.to && w.from === last.from,
    );
    const years = [...new Set(told.map((w) => w.year!))].sort((a, b) => a - b);
    if (years.length < 2) return false;
    const [, nth, given] = which;
    const at =
      given !== undefined
        ? years.indexOf(Number(given))
        : nth![0] === "第"
          ? "一二三".indexOf(nth![1]!)
          : nth![0] === "后"
            ? years.length - 1
            : 0;
    if (at < 0) return false;
    for (const win of told) if (win.year === years[at]) win.tier = prize.tier;
    return at < years.length;
  }
}

const ENDS = gated(/^[”]?(?:[，。；）]|$)/);
