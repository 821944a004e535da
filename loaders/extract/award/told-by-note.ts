import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { lastIndexWithin } from "../spans.js";
import type { Emission } from "./emission.js";
import type { Win } from "./findings.js";
import { datesOf } from "./noted.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import type { Subjects } from "./subject.js";
import { isPlaceUnit, type Unit } from "./units.js";
import { PERSONAL } from "./verbless.js";

/** （首次为2016年第四届）, ，最近一次是2022年第七届. */
const TIME_OF =
  /^[”]?[（，](?:其中)?(?:首次|第[一二三]次|[前上后]一?次|此前一次|头一次|最早一次|最[近新]的?一次)(?:获奖|登榜)?[则就]?(?:[是为在系于：]|即)?((?:19|20)\d\d年的?(?:第[一二三四五六七八九十\d]{1,3}届)?|第[一二三四五六七八九十\d]{1,3}届(?:（(?:19|20)\d\d年）)?)(?=[）。，；]|$)）?/;
const TIMES = gated(/^[”]?[（，](?:其中|首次|第|[前上后]|此前|头|最)/);
/** ，2021年第四届获得的. */
const GOT_BEHIND = gated(
  /^[”]?(?:企业|组织|称号)?，(?:都|也|那)?(?:是)?(?:在|于)?(?:19|20)\d\d年的?(?:[首第][一二三四五六七八九十\d]{0,3}[届批])?(?:的?时候|时)?(?:获|[得拿摘捧夺评])[得到上回下]?的(?=[，。；]|$)/,
);
/** ，这个牌子2001年就有了. */
const HAD_SINCE = gated(
  /^[”]?(?:的?称号)?，(?:这[个块张一]{1,2}|该)(?:金字)?(?:牌子|招牌|称号|名号|名片|头衔|荣誉|美誉|名头|帽子)(?:早在|还是|是|在|于|从){0,2}(?:19|20)\d\d年(?:起|开始)?(?:就|便|已经?|才){0,2}(?:有了?|到手|拿[到下]了?的?|得[到来]?了?的?|挂上了?的?|授予的?|评[上下]了?的?|获得的?|戴上了?的?)(?=[，。；]|$)/,
);
/** ，2016年。 at the end of a sentence; ，并非正奖，时间为2021年. */
const YEAR_BEHIND = gated(
  /^[”]?(?:称号|荣誉)?(?:（个人奖?）)?(?:，(?:并非|不是|而非)[^，。；]{2,8})?，(?:(?:获奖)?(?:时间|年份)(?:是|为|在|系)?)?(?:19|20)\d\d年(?=[。；]|$)/,
);
/** （2010年命名）: what the bracket after a title says of it. */
const CONFERRED =
  /（(?:19|20)\d\d年(?:\d{1,2}月)?[^（）\d]{0,12}(?:命名|授予|授牌|获评|获得|评定|认定|评为|颁发|获颁|拿到|摘得|创成|获批|复评|复审)(?:通过)?）[”]?$/;
/** （2010年）|这块牌子. */
const THING = gated(/^[”]?(?:这[块个张一]{1,2}|的)(?:金字)?(?:招牌|牌子|名片|称号|荣誉|品牌)/);
/** 要用好|2021年第四届某奖提名奖|成果: who is to make use of it has it. */
const KEEPS = gated(
  /(?:用好|用足|用活|巩固|放大|擦亮|守住|守好|守牢|护好|维护好?|保持|珍惜|发挥好?|依托)(?:(?:19|20)\d\d年(?:获评|获得|荣获|获颁|拿到|摘得|捧回)的)?[“]?$/,
);
const KEPT = gated(
  /^[”]?(?:获奖(?:企业|单位|组织)|得主)?(?:这[块个张一]{1,2}|的)?(?:金字)?(?:称号|荣誉|牌子|招牌|品牌|名片|成果|成效|经验|效应|优势|示范|引领|带动)/,
);
/** 与某大学|合作完成. */
const PARTNER = gated(/(?:[与和同、]|联合|携手|会同)$/);

/** 这位|全国劳动模范|、|某奖得主|说. */
const THIS_ONE = gated(/(?:^|[，。；：“”])[这那][位名](?:[^，。；：“”了在]{0,30}[、和兼])?[“]?$/);
const SPEAKS = gated(
  /^[”]?(?:个人奖)?(?:称号|荣誉)?(?:获得者|得主)?(?:[、和兼][^，。；：]{2,40}?(?:得主|获得者|模范|工匠|奖章))?(?:笑着|动情地|感慨地|坦言)?(?:说|道|告诉|介绍|坦言|感慨|表示|回忆|，)/,
);
/** 同届提名奖, 同为提名奖: of the round that was told before. */
const SAME_ROUND = /^(?:同[届批年次]的?|同[为获]|也?[获为是])$/;
const CLOSES = gated(/^[”]?(?:得主|获得者|获奖者|获奖(?:企业|单位|组织))?）$/);
/** What may stand before a title that is one of several things told of a person. */
const PARTED = new CharacterSet("，、“年度系是为");
const STANDS_ALONE = gated(/^[”]?(?:称号|荣誉)?(?:获得者|得主|获评者)?(?:[，。；、]|$)/);
/** 人物名片：, 老劳模: before the name that a vita begins with. */
const VITA_BEGINS = gated(/^\s{0,8}(?:[^，。；：]{1,10}[： ])?[\u4e00-\u9fa5“”]{0,12}$/);
/** Between that name and the title nobody else does something. */
const VITA =
  /^(?:（[^（）]{0,60}）)?(?:\s?[男女])?，(?!.{0,200}(?:获得?者?了|表示|介绍|认为|说|率|为.{2,20}颁))[^。；！？]{0,200}$/;

/** Wins that what stands right beside a prize tells: a bracket after it, what is done with it, the person whom it introduces. */
export class NotedWins {
  constructor(
    private readonly scene: Scene,
    private readonly subjects: Subjects,
    private readonly out: Emission,
  ) {}

  /** More of those who have just won: at another time, or together with them. */
  more(series: readonly Prize[], wins: readonly Win[]): void {
    const last = series.at(-1)!;
    const { norm, sentence, x } = this.scene;
    let at = last.end;
    while (TIMES.test(norm, at, sentence.end)) {
      const match = TIME_OF.exec(norm.slice(at, Math.min(sentence.end, at + 48)));
      if (match === null) break;
      const end = at + match[0].length;
      for (const when of datesOf(x, at, end))
        for (const from of new Set(wins.map((w) => w.from)))
          this.out.add(from, wins[0]!.to, undefined, when, { start: at, end }, "won/times", false);
      at = end;
    }
    this.datedBehind(series, wins);
    for (const prize of series)
      if (prize.kind !== "won" && norm[prize.end - 1] === "）") this.partners(prize, wins);
  }

  /** 现有的某奖企业是甲公司，2021年第四届获得的; 某县是“某某之乡”，这个牌子2001年就有了: when the win just told was. */
  private datedBehind([prize, second]: readonly Prize[], wins: readonly Win[]): void {
    if (second !== undefined || prize!.kind === "won" || prize!.years.length > 0 || wins.length === 0) return;
    const { norm, sentence, x } = this.scene;
    let at = prize!.end;
    for (const { end } of wins) at = Math.max(at, end);
    const match =
      GOT_BEHIND.exec(norm, at, sentence.end) ??
      YEAR_BEHIND.exec(norm, at, sentence.end) ??
      (prize!.kind === "award" ? HAD_SINCE.exec(norm, at, sentence.end) : null);
    const [when] = match === null ? [] : datesOf(x, at, at + match[0].length);
    if (when?.year === undefined) return;
    for (const win of wins) {
      win.year = when.year;
      win.edition ??= when.edition;
    }
  }

  /** 获某奖二等奖（2021年，与某大学合作完成）: those with whom it was done have it too. */
  private partners({ start, end }: Prize, wins: readonly Win[]): void {
    const { norm, x } = this.scene;
    const open = lastIndexWithin(norm, "（", start, end);
    for (const { entity, start: from } of x.mentionsIn(open, end, ["Company", "Institution"])) {
      if (!PARTNER.test(norm, open, from) || wins.some((w) => w.from === entity)) continue;
      const [first] = wins;
      for (const { to, tier, year, edition } of wins)
        if (to === first!.to)
          this.out.add(entity, to, tier, { year, edition }, { start, end }, "won/partner", false);
    }
  }

  /** Whether the words beside a prize that no verb of winning takes tell whose it is. */
  beside(prize: Prize): boolean {
    if (prize.kind !== "award") return false;
    return this.introduces(prize) || this.kept(prize) || this.ofVita(prize) || this.ofThisOne(prize);
  }

  /** 这位全国劳动模范、第四届某奖个人奖得主说: the person spoken of last. */
  ofThisOne(prize: Prize): boolean {
    const { norm, sentence, prizes, context } = this.scene;
    const from = Math.max(sentence.start, prize.start - 60);
    if (!THIS_ONE.test(norm, from, prize.start) || !SPEAKS.test(norm, prize.end, sentence.end)) return false;
    const person = context.salience.who();
    if (person === undefined) return false;
    this.out.emit([person], [prize], prize.start, "won/this-one");
    return prizes.length > 0;
  }

  /** 某某，1968年生，某公司董事长，2020年全国劳动模范、2023年某省五一劳动奖章获得者: the person with whom the sentence begins. */
  private ofVita(prize: Prize): boolean {
    const { norm, sentence, units } = this.scene;
    if (!PERSONAL.test(prize.award!.name) || !PARTED.has(norm.charCodeAt(prize.start - 1))) return false;
    if (!STANDS_ALONE.test(norm, prize.end, sentence.end)) return false;
    const persons = units.filter((u) => u.entity.type === "Person" && u.start < prize.start);
    const [person] = persons;
    if (person === undefined || persons.some((u) => u.entity !== person.entity)) return false;
    const from = norm.lastIndexOf("，", prize.start) + 1;
    const nameEnd = person.note === "" ? person.end : person.end - person.note.length - 2;
    if (from <= person.start || !VITA_BEGINS.test(norm, sentence.start, person.start)) return false;
    if (!VITA.test(norm.slice(nameEnd, prize.start))) return false;
    this.out.emit([person], [prize], prize.start, "won/vita");
    return true;
  }

  /** 甲公司（第八届某奖得主）、乙厂（同届提名奖）: the tier of the award that the bracket before names; whether there is one. */
  tierOf(prize: Prize): boolean {
    const { norm, units, bracketed } = this.scene;
    const unit = units.find(
      (u) => u.note !== "" && prize.start > u.end - u.note.length - 2 && prize.end < u.end + 1,
    );
    if (unit === undefined || isPlaceUnit(unit)) return false;
    const open = unit.end - unit.note.length - 1;
    const lead = norm.slice(open, prize.start);
    const award = bracketed.findLast((p) => p.end < open && p.award !== undefined);
    if (award === undefined || !SAME_ROUND.test(lead) || !CLOSES.test(norm, prize.end, unit.end))
      return false;
    const { edition, years } = award;
    const when = years.length > 0 ? years.map((year) => ({ year, edition })) : [{ year: undefined, edition }];
    for (const one of when) this.out.add(unit.entity, award.award!, prize.tier, one, unit, "won/same-round");
    return true;
  }

  /** 三秦工匠|马某（2022年获评）: an honour before the name of its bearer, who had it when the bracket says. */
  private introduces({ award, tier, end }: Prize): boolean {
    const { norm, x, groups } = this.scene;
    const unit = groups.find((g) => g.start === end || (g.start === end + 1 && norm[end] === "”"))?.units[0];
    if (unit === undefined || unit.entity.type !== "Person" || !/^(?:19|20)\d\d年[^，]{0,6}$/.test(unit.note))
      return false;
    const dates = datesOf(x, unit.end - unit.note.length - 1, unit.end);
    for (const when of dates) this.out.add(unit.entity, award!, tier, when, unit, "won/introduced");
    return dates.length > 0;
  }

  /** 用好“某某之都”（2010年命名）这块牌子; 巩固全国质量标杆（2020年）成果: it is there to be kept. */
  private kept(prize: Prize): boolean {
    const { norm, sentence, x } = this.scene;
    const { start, end, years, edition } = prize;
    const { year: now } = x;
    if (years.length === 0 && edition === undefined) return false;
    if (now !== undefined && years.some((year) => year > now)) return false;
    const conferred =
      norm[end - 1] === "）" &&
      (CONFERRED.test(norm.slice(start, end)) || THING.test(norm, end, sentence.end));
    if (!conferred && !(KEEPS.test(norm, sentence.start, start) && KEPT.test(norm, end, sentence.end)))
      return false;
    const winners = this.holders(prize);
    if (winners !== undefined) this.out.emit(winners, [prize], start, "won/kept");
    return winners !== undefined;
  }

  /** Those named before the prize in its sentence; right after it where it heads the sentence; those spoken of. */
  private holders(prize: Prize): readonly Unit[] | undefined {
    const { groups, sentence, clauses } = this.scene;
    const own = groups.findLast((g) => g.end <= prize.start && g.units[0]!.entity.type !== "GovernmentBody");
    if (own !== undefined) return own.units;
    const next = groups.find((g) => g.start >= prize.end);
    if (
      next !== undefined &&
      !next.units.every((u) => u.generic && isPlaceUnit(u)) &&
      /^[^，。；]{0,10}，$/.test(this.scene.plain(prize.end, next.start))
    )
      return next.units;
    return sentence.block.kind === "title"
      ? undefined
      : this.subjects.carried([prize], clauses.start(prize.start), prize);
  }
}
