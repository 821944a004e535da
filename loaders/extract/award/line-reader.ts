import type { Block } from "../../types.js";
import { indexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { bearersBehind } from "./bearers-behind.js";
import { datedPrizes, isDenied } from "./dated-prizes.js";
import type { RoledField } from "./entry.js";
import { fits, type Win, winOf } from "./findings.js";
import { type Heading, nearest } from "./heading.js";
import {
  type Conferred,
  type Item,
  isPost,
  joined,
  PERSONS,
  tierOfNote,
  type Winner,
  winnerOf,
} from "./item.js";
import { tierOfMark } from "./legend.js";
import { isBranch, isLevel, isPlainLabel, isPosition } from "./levels.js";
import {
  datesOfNote,
  earlierIn,
  nominatedIn,
  noteFor,
  prizeInBracket,
  TAKEN_BACK,
  tierBehind,
  withoutShort,
} from "./line-notes.js";
import { hasPost, isOfPersons, OF_PERSONS, personsNamed, postBefore } from "./line-persons.js";
import {
  awardIn,
  BRAND,
  COUNTED,
  EXPERIENCE,
  GOES_ON,
  isDated,
  isOwn,
  LISTED,
  LONGEST_REMARK,
  MAKERS_BELOW,
  madeBy,
  NOT_WON,
  OF_KIND,
  PRODUCT,
  prizeOfWorks,
  REPRESENTED,
  SIGN_APART,
  sameRound,
  TELLS_OF_PRIZE,
  tellsAbout,
  WINS_IT,
  WITH,
  withoutEmployer,
} from "./line-words.js";
import { tiersOfNote } from "./note-tiers.js";
import { datesOf, type When } from "./noted.js";
import { organizationsIn } from "./organizations.js";
import { bareNames, employedNames, postedName } from "./people.js";
import type { Prize } from "./prize.js";
import { isSignature } from "./signature.js";
import { awardBySuffix } from "./structure.js";
import type { TierName } from "./tiers.js";
import { asEmployer, isAchievement, isPlaceUnit } from "./units.js";
import { type Work, workOf, workOfUnit, worksListed, worksWin } from "./works.js";

/** What a line of a list says for the lines below it: 第七届（2021年） 甲 for 提名奖：乙, 优秀奖：甲 for 乙 below, 某奖：甲 for 提名奖：乙. */
export interface Carried {
  award: DocEntity | undefined;
  tier: TierName | undefined;
  when: When[];
  /** That of the award where its line names it: 某奖提名奖 2019年 甲. */
  awardTier: TierName | undefined;
}

export interface RollLine {
  wins: Win[];
  /** Owners of patents that the line names. */
  owns: { owner: DocEntity; patent: DocEntity; start: number; end: number }[];
  /** Awards without anybody who won them: the subject's, or a heading. */
  open: Conferred[];
  /** Whether clauses stand in it beside what the list says: prose tells of them. */
  clauses: boolean;
}

/** 甲公司——全流程在线检测: of whom a roll says why. */
const BLURBED: readonly string[] = ["Company", "Institution"];

const editionIn = (when: readonly When[], year: number | undefined): number | undefined =>
  when.find((w) => w.year === undefined || w.year === year)?.edition;

/** Reads a line's items one after the other: what earlier ones say goes for later ones. */
export class LineReader {
  private readonly wins: Win[] = [];
  private readonly owns: RollLine["owns"] = [];
  private readonly open: Conferred[] = [];
  /** What earlier fields of the line say for later ones. */
  private awards: Conferred[] | undefined = undefined;
  private tier: TierName | undefined = undefined;
  private when: When[];
  private winners: Winner[] = [];
  /** The dates of the line above. */
  private readonly above: readonly When[];
  private labelled = false;
  /** The dates that the line begins with: 2019年　甲奖；乙奖. */
  private leading: readonly When[] = [];
  /** Whether the last label says that persons follow: 获奖个人：. */
  private ofPersons = false;
  /** The award for works that the item names, of whatever stands before it: 某某关键技术｜甲公司｜|某奖. */
  private ahead: DocEntity | undefined = undefined;

  /** The prize that the item names: 2019年　焊工某某　某奖章. */
  private coming: Prize | undefined = undefined;

  /** Whether the item's winners stand in the bracket behind their prize. */
  private behind = false;

  /** `before` is what the line above says for those below it. */
  constructor(
    private readonly x: Extraction,
    private readonly block: Block,
    private readonly heading: Heading | undefined,
    private readonly before: Carried | undefined,
  ) {
    this.tier = before?.tier ?? heading?.tier;
    this.when = before?.when ?? [];
    this.ofPersons = heading?.award !== undefined && isOfPersons(x, heading);
    this.above = this.when;
  }

  line(): RollLine | undefined {
    if (this.wins.length === 0 && this.open.length === 0) return undefined;
    return { wins: this.wins, owns: this.owns, open: this.open, clauses: false };
  }

  take(fields: readonly RoledField[]): boolean {
    const item = this.read(fields);
    if (item === undefined) return false;
    if (item.awards.length > 0) {
      if (this.awards === undefined || fields[0]!.kind === "award") {
        // 甲公司　某奖 below 某奖提名奖: of the tier that the line itself gives.
        this.tier = nearest(this.heading, "tier")?.tier;
        this.when = [];
      }
      // 甲公司：A奖（2019）；B奖（2021）: the first item's winners go on; a new winner begins anew.
      if (item.winners.length === 0 && item.works.length === 0) item.winners = this.winners;
      if (fields[0]!.kind === "date") this.leading = joined(item.when);
      else if (item.when.length === 0 && this.leading.length === 1 && !item.awards.some(isDated))
        item.when = [...this.leading];
      const { winners } = item;
      this.awards = item.awards;
      if (winners.length === 0 && item.works.length === 0) {
        for (const award of item.awards) this.open.push(this.dated(award, item));
        return true;
      }
      // 某奖章（焊工某某）；某文明单位: those in brackets have their own prize alone.
      if (!this.behind) this.winners = winners;
      for (const award of item.awards) this.confer(this.dated(award, item), item);
      // 某奖 第三届（2019年） 甲；乙: what stands before the first goes for all.
      const named = fields.findIndex(({ kind }) => kind === "winners");
      if (fields.some(({ kind }, i) => kind === "date" && i < named)) this.when = joined(item.when);
      if (fields.some(({ kind }, i) => kind === "tier" && i < named)) this.tier = item.tier;
      return true;
    }
    if (item.winners.length === 0 && item.works.length === 0) {
      // 某奖：2011年度特等奖；2017年度二等奖: another time that the subject has it.
      const [last] = this.open.slice(-1);
      if (last !== undefined && item.when.length > 0)
        this.open.push({ award: last.award, tier: item.tier ?? last.tier, when: item.when });
      return true;
    }
    if (this.open.length > 0 && this.awards !== undefined) this.open.length = 0;
    const awards = this.awards ?? this.fromHeading();
    if (awards === undefined) return false;
    if (this.isSignature(item)) return false;
    for (const award of awards) this.confer(this.dated(award, item), item);
    return true;
  }

  private fromHeading(): Conferred[] | undefined {
    const { heading } = this;
    const above = this.before?.award;
    if (above !== undefined && above !== heading?.award)
      return [
        { award: above, tier: this.before?.awardTier, when: [{ year: undefined, edition: undefined }] },
      ];
    if (heading?.award === undefined) return undefined;
    const { award, tier, edition, years } = heading;
    return [
      {
        award,
        tier,
        when: years.length > 0 ? years.map((year) => ({ year, edition })) : [{ year: undefined, edition }],
      },
    ];
  }

  /** The authority that signs below the list. */
  private isSignature({ winners, works }: Item): boolean {
    return (
      !this.labelled &&
      works.length === 0 &&
      winners.length === 1 &&
      winners[0]!.entity.type === "GovernmentBody" &&
      (!/集体|单位|组织|奖$/.test(this.heading?.award?.name ?? "") || isSignature(this.x, this.block))
    );
  }

  private dated(conferred: Conferred, item: Item): Conferred {
    const inherited = this.heading?.award === conferred.award ? this.heading : undefined;
    const tier = item.tier ?? conferred.tier ?? this.tier;
    const own = conferred.when.some((w) => w.year !== undefined) ? conferred.when : undefined;
    const edition = conferred.when.find((w) => w.edition !== undefined)?.edition;
    const { award } = conferred;
    // What the line or the one above says of when outweighs the heading.
    const ofHeading = this.awards === undefined && this.when.length > 0;
    if (own !== undefined && item.when.length === 0 && !ofHeading)
      return { award, tier, when: conferred.when };
    const given = item.when.length > 0 ? item.when : this.when;
    if (given.length > 0) {
      const single = given.length === 1 && this.heading?.years.length === 0;
      return {
        award,
        tier,
        when: given.map((w) => ({
          year: w.year ?? (conferred.when.length === 1 ? conferred.when[0]!.year : undefined),
          edition:
            w.edition ?? (single || w.year === undefined || inherited === undefined ? edition : undefined),
        })),
      };
    }
    if (own !== undefined) return { award, tier, when: conferred.when };
    if (inherited !== undefined && edition === undefined)
      return { award, tier, when: this.fromHeading()![0]!.when };
    // A date as heading above goes for whatever is below it.
    const round = nearest(this.heading, "date");
    const years = round?.years ?? [];
    const ofRound = edition ?? (round?.award === undefined ? round?.edition : undefined);
    return {
      award,
      tier,
      when:
        years.length === 0
          ? [{ year: undefined, edition: ofRound }]
          : years.map((year) => ({ year, edition: ofRound })),
    };
  }

  private confer({ award, tier, when }: Conferred, { winners, works }: Item): void {
    for (const work of works) {
      const entity = work.entity(award);
      const beside = datesOf(this.x, work.note.start, work.note.end);
      const noted = beside.length > 0 ? beside : this.notedOf(winners);
      const dates =
        noted.length > 0
          ? noted.map((d) => ({ year: d.year, edition: d.edition ?? when[0]?.edition }))
          : when;
      const own = work.tier ?? tier;
      this.push(entity, award, own, dates);
      for (const maker of [...work.makers, ...winners.map((w) => w.entity)]) {
        this.push(maker, award, own, dates);
        if (entity.type === "Patent")
          this.owns.push({ owner: maker, patent: entity, start: this.block.start, end: this.block.end });
      }
    }
    if (works.length > 0) return;
    const dated = when.some((w) => w.year !== undefined || w.edition !== undefined);
    for (let i = 0; i < winners.length; i++) {
      const { entity } = winners[i]!;
      const { note: all, noteAt } = noteFor(winners, i, dated);
      const note = withoutShort(all);
      if (TAKEN_BACK.test(note)) continue;
      const beside = nominatedIn(this.x, note, noteAt);
      if (beside.length > 0) {
        this.push(entity, award, tier, when);
        for (const one of beside) this.push(one, award, "NOMINATION", when);
        continue;
      }
      const earlier = dated && this.heading?.award === award ? earlierIn(this.x, note, noteAt) : [];
      if (earlier.length > 0) {
        this.push(entity, award, tier, when);
        for (const one of earlier) this.push(entity, one.award ?? award, one.tier, one.when);
        continue;
      }
      const parts = tiersOfNote(this.x, note, noteAt);
      if (parts !== undefined) {
        for (const part of parts)
          this.push(
            entity,
            award,
            part.tier,
            part.when.map((d) => ({ year: d.year, edition: d.edition ?? editionIn(when, d.year) })),
          );
        continue;
      }
      const noted = note === "" ? [] : datesOfNote(this.x, note, noteAt);
      const dates =
        noted.length === 0
          ? when
          : noted.map((d) => ({
              year: d.year ?? (when.length === 1 ? when[0]!.year : undefined),
              edition:
                d.edition ??
                (when.every((w) => w.edition === when[0]!.edition) ? when[0]?.edition : undefined),
            }));
      this.push(entity, award, tierOfNote(note) ?? this.marked(winners[i]!) ?? tier, dates);
    }
  }

  /** 甲公司* where * marks those of the nomination. */
  private marked({ note, noteAt, start = 0 }: Winner): TierName | undefined {
    const end = noteAt + note.length + 1;
    const { norm } = this.x;
    // 甲公司*, 甲公司 *, 甲公司（某县）*, 甲公司*（某县）, ☆甲公司
    return (
      tierOfMark(this.x, norm.slice(end - 1, end + 1)) ??
      (SIGN_APART.test(norm, end, end + 3) ? tierOfMark(this.x, norm[end + 1]!) : undefined) ??
      (note === "" ? undefined : tierOfMark(this.x, norm.slice(noteAt - 2, noteAt - 1))) ??
      tierOfMark(this.x, norm.slice(Math.max(0, start - 1), start)) ??
      // ○ 甲公司: a sign apart that leads the line.
      (norm[start - 1] === " " && (start < 3 || norm[start - 3] === "\n")
        ? tierOfMark(this.x, norm.slice(Math.max(0, start - 2), start - 1))
        : undefined)
    );
  }

  /** 某结构，专利权人：甲公司（2019年，第二十一届）: the bracket behind who made a work says when it won. */
  private notedOf(makers: readonly Winner[]): readonly When[] {
    const last = makers[makers.length - 1];
    return last === undefined || last.note === "" ? [] : joined(datesOfNote(this.x, last.note, last.noteAt));
  }

  private push(from: DocEntity, to: DocEntity, tier: TierName | undefined, when: readonly When[]): void {
    if (!fits(from, to)) return;
    for (const { year, edition } of when)
      this.wins.push(winOf(from, to, tier, year, edition, this.block, "won/roll", 0.9));
  }

  private read(fields: readonly RoledField[]): Item | undefined {
    const { x } = this;
    const item: Item = { awards: [], tier: undefined, when: [], winners: [], works: [] };
    let aside = false;
    let makers = false;
    let titled = false;
    this.ahead = prizeOfWorks(fields);
    this.coming = awardIn(fields);
    this.behind = false;
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]!;
      const next = i + 1 < fields.length ? fields[i + 1] : undefined;
      const { role } = field;
      const leads = next?.sep === ":";
      if (role.kind === "label") {
        aside = role.of === "aside";
        makers = role.of === "maker";
        titled = role.of === "work";
        // 提名奖：甲；个人：乙: the tier before does not go on.
        if ((role.of === "winner" || role.of === "person") && leads) this.tier = this.heading?.tier;
        this.ofPersons = role.of === "person";
        this.labelled = true;
        continue;
      }
      if (aside) continue;
      if (leads) this.labelled = true;
      if (role.kind === "award") {
        this.ofPersons ||= OF_PERSONS.test(x.norm, field.start, field.end);
        const [prize, more] = role.prizes;
        if (more === undefined && item.winners.length === 0) {
          item.winners.push(...bearersBehind(x, field.start, field.end, prize!.award!));
          this.behind = item.winners.length > 0;
        }
        // 甲奖（2018年提名奖）、乙奖（2017年）: each with its own.
        const told =
          role.prizes.length > 1 || indexWithin(x.norm, "（", field.start, field.end) >= 0
            ? datedPrizes(x, role.prizes, field.start, field.end)
            : [];
        for (const { award, tier, when } of told) item.awards.push({ award, tier, when });
        if (told.length > 0) continue;
        if (role.prizes.length === 1 && isDenied(x.norm, field.start, field.end)) continue;
        for (const p of role.prizes) {
          const own = p.years.length > 0 ? p.years.map((year) => ({ year, edition: p.edition })) : undefined;
          const inField: When[] = role.prizes.length === 1 ? role.when : [];
          item.awards.push({
            award: p.award!,
            tier: p.tier,
            when: own ?? (inField.length > 0 ? inField : [{ year: undefined, edition: p.edition }]),
          });
        }
      } else if (role.kind === "tier") {
        // 某某，某公司钳工，个人奖 below 获提名奖的有：: for whom, of the tier that is told above.
        item.tier =
          (OF_KIND.test(x.norm, field.start, field.end) ? this.heading?.tier : undefined) ?? role.tier;
        this.ofPersons = OF_PERSONS.test(x.norm, field.start, field.end);
        if (role.when.length > 0)
          item.when = sameRound(item.when, role.when) ?? role.when.map((w) => this.withYear(w));
        // 提名奖　甲；乙: the tier goes for both.
        if (leads || i === 0) this.tier = role.tier;
      } else if (role.kind === "date") {
        item.when = [...item.when, ...role.when];
        item.when = joined(item.when);
        // 2017年　甲；乙: the date goes for both.
        if (leads || i === 0) this.when = role.when;
      } else if (role.kind === "winners") {
        // 王某（女）　某公司: under an award for persons, whose that one is.
        if (this.employs(field, item) || this.parts(field, item, next)) continue;
        for (const unit of role.units)
          if (isAchievement(unit))
            item.works.push({
              ...workOfUnit(x, unit),
              tier: tierOfNote(unit.note) ?? tierBehind(x.norm, unit.end, field.end),
            });
          else
            item.winners.push(
              winnerOf(REPRESENTED.test(x.norm, unit.start, unit.end) ? asEmployer(x, unit) : unit),
            );
        if (role.when.length > 0) item.when = role.when;
        // 某某（某公司技师）（提名奖）: the tier in a bracket of its own.
        const [unit] = role.units;
        if (role.units.length === 1 && unit!.note !== "" && unit!.end < field.end)
          item.tier ??= tierBehind(x.norm, unit!.end, field.end);
      } else if (role.kind === "post") {
        if (role.when.length > 0) item.when = role.when;
        item.tier ??= tierBehind(x.norm, field.start, field.end);
      } else if (role.kind === "text") {
        // 市级：某奖, 国家级——甲公司，某奖（2018年）
        const behind = fields[i + 1]?.role.kind;
        if ((behind === "award" || behind === "winners") && isLevel(x, role)) continue;
        if (item.winners.length > 0 && (tellsAbout(x.norm, field) || this.remarks(field, item))) continue;
        if (
          item.winners.length === 0 &&
          (field.sep === "," || field.sep === ":") &&
          WITH.test(x.norm, field.start, field.end)
        )
          continue;
        if (next !== undefined && postBefore(x.norm, field, next, this.conferredOnPersons(item))) continue;
        // 第二组（某奖提名奖）：甲、乙
        const bracketed = leads ? prizeInBracket(x, field) : undefined;
        if (bracketed !== undefined) {
          const { award, tier, edition, years } = bracketed;
          this.tier = tier;
          item.tier = tier;
          if (award !== undefined)
            item.awards.push({
              award,
              tier,
              when:
                years.length > 0 ? years.map((year) => ({ year, edition })) : [{ year: undefined, edition }],
            });
          continue;
        }
        // 先进集体：甲、乙 under a decision that confers 某市先进集体.
        const short = leads
          ? awardBySuffix(x, COUNTED.replace(x.norm.slice(role.start, role.end).trim(), ""))
          : undefined;
        if (short !== undefined) {
          item.awards.push({
            award: short,
            tier: undefined,
            when: [{ year: undefined, edition: undefined }],
          });
          continue;
        }
        // 制造业：甲、乙: of which branch those are.
        if (
          leads &&
          i === 0 &&
          next.role.kind === "winners" &&
          this.heading?.award !== undefined &&
          isBranch(x, role)
        )
          continue;
        // A1栋　甲公司——某奖（2018）, 3号展位：甲公司，某奖
        if (i === 0 && next?.role.kind === "winners" && isPosition(x, role)) continue;
        // 链上强者：甲公司 → 某奖（第三届）
        if (
          leads &&
          i === 0 &&
          next.role.kind === "winners" &&
          fields[i + 2]?.kind === "award" &&
          fields[i + 2]!.sep === "-" &&
          isPlainLabel(x, role)
        )
          continue;
        // 焊工：金奖　某某: for whom a contest's places are.
        if (leads && next.role.kind === "tier" && this.isContest(item)) continue;
        const last = item.winners.at(-1);
        const names = this.namesOf(fields, i, item, makers);
        if (names !== undefined) item.winners = [...withoutEmployer(item, field), ...names];
        else if (last?.entity.type === "Person" && isPost(x.norm.slice(role.start, role.end))) continue;
        // What the subject has it for.
        else if (
          next === undefined &&
          item.awards.length > 0 &&
          EXPERIENCE.test(x.norm, field.start, field.end)
        )
          continue;
        // 甲公司　全流程在线检测: what a firm has won a title for.
        else if (this.says(field, item, next)) continue;
        else if (
          makers || (field.sep === "," && item.works.at(-1)?.quoted === true)
            ? organizationsIn(x, field) !== undefined
            : this.listsOrganizations(field, item)
        )
          item.winners.push(...(organizationsIn(x, field, item.winners.length === 0) ?? []));
        else {
          // 制造业单项冠军产品：第四批，“某某锻件”: what its maker has it for.
          if (!titled && this.isOfProduct(field, item)) continue;
          const listed = this.worksListed(field, item);
          if (listed !== undefined) {
            item.works.push(...listed);
            continue;
          }
          const work = titled ? workOf(x, field) : this.workOf(field, item, next);
          if (work === undefined) return undefined;
          // “某”牌毛巾（甲公司）: a product's mark; who makes it has it.
          if (work.makers.length > 0 && BRAND.test(x.norm, field.start, field.end)) {
            item.winners.push(...work.makers.map((entity) => madeBy(x, entity, work)));
            continue;
          }
          item.works.push(work);
        }
      }
    }
    if (makers && item.works.length === 0 && item.winners.length > 0 && this.heading === undefined)
      return undefined;
    return item;
  }

  /** （第九届提名奖：甲） below 2022年（第九届）: the year that the edition had above. */
  private withYear(when: When): When {
    const above = this.above.find((w) => w.edition !== undefined && w.edition === when.edition);
    return when.year === undefined && above !== undefined
      ? { year: above.year, edition: when.edition }
      : when;
  }

  /** Whether a last field behind the only organization of a line under an award's heading but says what for, or its branch. */
  private says(field: RoledField, item: Item, next: RoledField | undefined): boolean {
    const award = this.heading?.award;
    return (
      next === undefined &&
      (field.sep === " " || field.sep === "-") &&
      award !== undefined &&
      !worksWin(award) &&
      item.awards.length === 0 &&
      item.winners.length === 1 &&
      (field.sep === " "
        ? item.winners[0]!.entity.type !== "Person"
        : BLURBED.includes(item.winners[0]!.entity.type)) &&
      !NOT_WON.test(this.x.norm, field.start, field.end) &&
      (isBranch(this.x, field) ||
        /^[\u4e00-\u9fa5A-Za-z\d“”·+-]{4,36}$/.test(this.x.norm.slice(field.start, field.end).trim()))
    );
  }

  /** 某医院，某区，|卫生健康领域全省唯一|; 甲公司，模式名称“一机一档”: what a list remarks on the one that it names. */
  private remarks({ start, end, sep }: RoledField, { awards, winners }: Item): boolean {
    return (
      sep === "," &&
      this.heading?.award !== undefined &&
      this.block.kind === "list-item" &&
      awards.length === 0 &&
      winners[0]!.entity.type !== "Person" &&
      (winners[0]!.start !== undefined || !GOES_ON.test(winners[0]!.entity.name)) &&
      end - start <= LONGEST_REMARK &&
      !TELLS_OF_PRIZE.test(this.x.norm, start, end)
    );
  }

  private isOfProduct({ start, end, sep }: RoledField, { awards, winners }: Item): boolean {
    const [first] = awards;
    return (
      first !== undefined &&
      awards.length === 1 &&
      winners.length === 0 &&
      (sep === "," || sep === ":" || sep === " ") &&
      first.award.name.endsWith("产品") &&
      PRODUCT.test(this.x.norm, start, end)
    );
  }

  private employs({ sep, role }: RoledField, item: Item): boolean {
    const last = item.winners.at(-1);
    const award = this.spoken(item);
    return (
      sep !== ";" &&
      last?.entity.type === "Person" &&
      award !== undefined &&
      (this.ofPersons || PERSONS.test(award.name)) &&
      role.kind === "winners" &&
      role.units.every((unit) => unit.entity.type !== "Person" && !isAchievement(unit))
    );
  }

  /** 某某 / 某公司 / 电焊工: the organization between a person and the post. */
  private parts({ sep, role }: RoledField, item: Item, next: RoledField | undefined): boolean {
    return (
      item.winners.at(-1)?.entity.type === "Person" &&
      role.kind === "winners" &&
      role.units.length === 1 &&
      role.units[0]!.entity.type !== "Person" &&
      next?.role.kind === "text" &&
      sep === next.sep &&
      (sep === " " || sep === ",") &&
      isPost(this.x.norm.slice(next.start, next.end).trim())
    );
  }

  private isContest(item: Item): boolean {
    return /[赛武兵会]$/.test(this.spoken(item)?.name ?? "");
  }

  private spoken(item: Item, ahead?: Prize): DocEntity | undefined {
    return (item.awards[0] ?? ahead ?? this.awards?.[0])?.award ?? this.heading?.award;
  }

  /** Under an award for organizations each entry is one, whatever its name. */
  private listsOrganizations(field: RoledField, item: Item): boolean {
    // 2012年：与某大学共建某中心，获某奖: what stands set apart alone is a name.
    const award = this.spoken(item, field.sep === " " ? this.coming : undefined);
    return (
      award !== undefined &&
      !worksWin(award) &&
      this.block.kind !== "heading" &&
      organizationsIn(this.x, field, item.winners.length === 0) !== undefined
    );
  }

  /** “甲技术”（甲公司）、“乙装置”（乙大学） under a prize for works. */
  private worksListed(field: RoledField, item: Item): Work[] | undefined {
    const award = this.spoken(item);
    return award !== undefined && worksWin(award) && LISTED.test(this.x.norm, field.start, field.end)
      ? worksListed(this.x, field)
      : undefined;
  }

  private workOf(field: RoledField, item: Item, next: RoledField | undefined): Work | undefined {
    const award = this.spoken(item) ?? this.ahead;
    if (award === undefined || PERSONS.test(award.name)) return undefined;
    // 甲公司的“某技术”获2020年度一等奖: a clause, which prose reads.
    if (WINS_IT.test(this.x.norm, field.start, field.end)) return undefined;
    const work = workOf(this.x, field);
    if (work === undefined) return undefined;
    // 甲大学的“某技术”，乙公司的“某装置”: each with its own makers.
    if (item.works.length > 0 && !(isOwn(work) && item.works.every(isOwn))) return undefined;
    if (next?.role.kind === "winners" && next.role.units.every(isPlaceUnit)) return undefined;
    const made =
      work.makers.length > 0 || (next !== undefined && (next.sep === "-" || next.role.kind === "label"));
    if (made || work.quoted || (worksWin(award) && this.namesMakersBelow())) return work;
    return worksWin(award) && this.block.kind !== "heading" ? work : undefined;
  }

  /** Whether the line below says who made the work: 完成单位：, 主要完成人：. */
  private namesMakersBelow(): boolean {
    const { end } = this.block;
    return MAKERS_BELOW.test(this.x.norm.slice(end, end + 24));
  }

  /** Names that only a list of persons makes names: under an award for persons, or with a post beside them. */
  private namesOf(
    fields: readonly RoledField[],
    i: number,
    item: Item,
    makers: boolean,
  ): Winner[] | undefined {
    const { start, end } = fields[i]!;
    const names = bareNames(this.x.norm, start, end);
    if (names === undefined) {
      // 三等奖　甲公司沈某某、乙厂翁某 of a contest
      const { norm } = this.x;
      const posted = this.conferredOnPersons(item) ? postedName(norm, start, end) : undefined;
      if (posted !== undefined) return personsNamed(this.x, [posted]);
      const employed = this.conferredOnPersons(item) ? employedNames(norm, start, end) : undefined;
      return employed === undefined ? undefined : personsNamed(this.x, employed);
    }
    const told =
      makers || this.ofPersons || this.conferredOnPersons(item) || hasPost(this.x.norm, fields, i, names);
    return told ? personsNamed(this.x, names) : undefined;
  }

  private conferredOnPersons(item: Item): boolean {
    const award = this.spoken(item, this.coming);
    const placed = (item.tier ?? this.tier) !== undefined && this.isContest(item);
    return award !== undefined && (PERSONS.test(award.name) || placed);
  }
}
