import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { DocEntity, Mention } from "../types.js";
import type { Emission } from "./emission.js";
import { conferredLater, GOES_BY } from "./held.js";
import { isPlaceTitle } from "./place-titles.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import type { Verbs } from "./verbs.js";

const NOTED_YEAR = gated(/^（((?:19|20)\d\d)年?[^（）\d]{0,6}）/);
const YEAR_IN = gated(/((?:19|20)\d\d)年/);
const SINCE = gated(/((?:19|20)\d\d)年(?:起|开始)?(?:就|便|即|已)/);
const OF_TOWN = gated(/[镇乡村](?:从|自|打|早在)?$/);
const PLATE = gated(/^”?的?(?:金字)?(?:牌子|招牌|牌匾|名号|名头|帽子|头衔|美誉|称号)/);
const HELD_SINCE = gated(
  /(?:19|20)\d\d年(?:起|开始|以来)?，?(?:就|便|即|已)(?:一直|已经?|开始)?(?:挂着|挂上了?|有了|顶着|扛着|戴着|戴上了?)“?$/,
);

/** 永和县|2017年就建成了“|: made in a year what a title says. */
const BUILT_IN = gated(
  /^(?:则|也|又|还)?(?:早在|于|在)?((?:19|20)\d\d)年(?:就|便|即|已|率先|成功|顺利|正式|通过验收){0,2}(?:建成|创成|建为|建设成为?|是|成为)了?“$/,
);
const ADDED_IN = gated(/”[、，]((?:19|20)\d\d)年(?:又|再|还|更){0,2}(?:添|新添|获|得|有|成为|是)了?“$/);
/** 永和县“|中国核桃之乡, 永和县的“|中国核桃之乡 */
const OWNED = gated(/^的?“$/);
/** “中国核桃之乡”|永和县, whose title stands before its name. */
const LEADS = gated(/^”(?:——|·|之称的)?$/);
/** It is the title's making that is spoken of, or what it is hoped to be. */
const SOUGHT = gated(
  /^”?的?(?:创建|建设|申报|争创|培育|打造|品牌建设|评选|评审|考察|候选|标准|目标|梦|创评|申请|之路|项目|工程|规划|行动|一次性)/,
);
const BEGINS_CLAUSE = gated(/(?:^|[，。；：、]|[在到从对是如为走进给称：]|来到|走访)“$/);

const PLACES: readonly EntityType[] = ["City", "County", "Zone"];
const LONGEST_PLACE = 24;

/** What prose tells of the titles of places without a verb of winning: what a place goes by, has, or is introduced with. */
export class PlaceWins {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly verbs: Verbs,
    private readonly out: Emission,
  ) {}

  /** 永和县2017年建成“国家某某示范县”. */
  built(prize: Prize): boolean {
    const { x, norm, sentence } = this.scene;
    if (prize.kind !== "award" || norm[prize.start - 1] !== "“" || norm[prize.end] !== "”") return false;
    const from = Math.max(sentence.start, prize.start - LONGEST_PLACE);
    const place = x.mentionsIn(from, prize.start, PLACES).findLast(({ generic }) => !generic);
    const made = place === undefined ? null : BUILT_IN.exec(norm, place.end, prize.start);
    // 2004年就是“甲”、|2006年又添“|乙”: and what the same place has besides.
    const added = made === null ? ADDED_IN.exec(norm, from, prize.start) : null;
    const before = added === null ? undefined : this.out.wins.at(-1);
    const whose = before?.rule === "won/built" && before.end >= from ? before.from : undefined;
    const bearer = made === null ? whose : place!.entity;
    if (bearer === undefined || this.verbs.speaksOtherwise(prize)) return false;
    const when = { year: Number((made ?? added)![1]), edition: prize.edition };
    this.out.add(bearer, prize.award!, prize.tier, when, prize, "won/built");
    return true;
  }

  /** 永和县“中国核桃之乡”、隰县的“中国梨乡”等招牌; “中国核桃之乡”永和县: a title right beside the name of the place. */
  beside(prize: Prize): boolean {
    const { norm, sentence } = this.scene;
    if (prize.kind !== "award" || norm[prize.start - 1] !== "“" || !isPlaceTitle(prize.award!.name))
      return false;
    if (SOUGHT.test(norm, prize.end, sentence.end) || norm[sentence.end - 1] === "？") return false;
    const behind = this.ownerBehind(prize.end);
    const owner = this.ownerBefore(prize.start) ?? behind?.entity;
    if (owner === undefined) return false;
    if (this.verbs.speaksOtherwise(prize) || this.verbs.failed(prize)) return false;
    const { edition, years, tier } = prize;
    // “中国核桃之乡”永和县（2004年）
    const noted = owner === behind?.entity ? NOTED_YEAR.exec(norm, behind.end, sentence.end)?.[1] : undefined;
    const when =
      years.length > 0
        ? years.map((year) => ({ year, edition }))
        : [{ year: noted === undefined ? undefined : Number(noted), edition }];
    for (const one of when) this.out.add(owner, prize.award!, tier, one, prize, "won/beside-place");
    return true;
  }

  /** The place whose name stands right before a title's quotation marks. */
  private ownerBefore(start: number): DocEntity | undefined {
    const { x, norm, sentence } = this.scene;
    const from = Math.max(sentence.start, start - LONGEST_PLACE);
    const place = x.mentionsIn(from, start, PLACES).findLast(({ generic }) => !generic);
    return place !== undefined && OWNED.test(norm, place.end, start) ? place.entity : undefined;
  }

  /** The place whose name stands right behind them, where the title begins what is said of it. */
  private ownerBehind(end: number): Mention | undefined {
    const { x, norm, sentence, clauses } = this.scene;
    const place = x
      .mentionsIn(end, Math.min(sentence.end, end + LONGEST_PLACE), PLACES)
      .find(({ generic }) => !generic);
    if (place === undefined || !LEADS.test(norm, end, place.start)) return undefined;
    const title = norm.lastIndexOf("“", end);
    return BEGINS_CLAUSE.test(norm, clauses.start(title), title + 1) ? place : undefined;
  }

  /** 某地素有“某某之都”之称，该称号由某协会于2008年授予: what it goes by, and that it was conferred. */
  held(prize: Prize): boolean {
    const { norm, sentence, clauses } = this.scene;
    if (prize.kind !== "award" || !GOES_BY.test(norm, sentence.start, prize.start)) return false;
    const clause = clauses.start(prize.start);
    // 从2005年起就挂着“某某之乡”的牌子: since when it has it.
    const held = HELD_SINCE.exec(norm, clause, prize.start);
    const later =
      held !== null && PLATE.test(norm, prize.end, sentence.end)
        ? { end: prize.end }
        : conferredLater(norm, prize.end, sentence.block.end);
    if (later === undefined) return false;
    const own = this.scene.groups.findLast((g) => g.start >= clause && g.end <= prize.start);
    // 某县的某镇从2005年起就有“某某之乡”的牌子: not the county.
    if (held !== null && OF_TOWN.test(norm, clause, clause + held.index)) return false;
    const winners = own?.units ?? this.subjects.carried([prize], clause, prize);
    if (winners === undefined) return false;
    // 2010年就有“某某之乡”的称号，由某协会授予: since when it has it.
    const year = YEAR_IN.exec(norm, prize.end, later.end) ?? SINCE.exec(norm, clause, prize.start);
    this.out.emit(winners, [prize], prize.start, "won/held", undefined, [
      { year: year === null ? undefined : Number(year[1]), edition: undefined },
    ]);
    return true;
  }
}
