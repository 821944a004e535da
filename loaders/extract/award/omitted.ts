import type { EntityType } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import type { Block } from "../../types.js";
import { speakerOf } from "../names/speakers.js";
import { firstFrom, lastIndexWithin } from "../spans.js";
import type { DocEntity, Extraction } from "../types.js";
import { whoReturns } from "./comeback.js";
import { datedLines } from "./dated-lines.js";
import { employerIn } from "./employers.js";
import { suits } from "./findings.js";
import { PERSONS } from "./item.js";
import type { Prize } from "./prize.js";
import type { Scene } from "./scene.js";
import { speakersOf } from "./speakers.js";
import { isAchievement, isFirm, isPerson, isPlaceUnit, type Unit, unitAs, unitOf } from "./units.js";

/** How a part begins that tells of another time: 2018年，; 次年; not 两年后, of whom was told last. */
const PART = gated(/^(?:(?:19|20)\d\d年|[次翌]年)/);
/** Titles of counties and towns, not of zones. */
const OF_COUNTIES = gated(/(?:[县市]城?|县区|之[乡都城]|名城|示范[县市区])$/);
const OUR_FIRM = gated(/(?:我们|咱们?|我)(?:厂|公司|集团|医院|学校|企业|司|院)/);
const WE_LAST =
  /(?:我们|咱们?|我[厂司校院市区县镇]|本[厂司校院])(?!.{0,300}(?:我们|咱|我[厂司校院市区县镇]))/s;
const I = gated(
  /我(?:自己|本人|个人)?(?=[去今前也被还曾又获得拿在于是\d]|$)(?![^。；]{0,300}我[们厂司院校])/,
);
const TELLS = /(?:数|介绍|说|告诉|透露|回忆|盘点|细数|算|道|表示|坦言)[^，。；“]{0,8}[，：]/;
const CARRYING = ["Company", "Institution", "Zone", "City", "County", "Province", "GovernmentBody"] as const;
/** 再次获得, 又摘得, 蝉联: whoever has had it before. */
const AGAIN = gated(/再次|再度|再[获夺摘捧得]|又一[次度]|又[获夺摘捧得]|第[二三四]次|蝉联|卫冕/);
const AGAIN_SIGNS = new CharacterSet("再又二三四蝉卫");
/** What prizes are called that organizations have, but for those that say that a person has won them. */
const OF_ORGANIZATIONS = gated(
  /(?:质量(?:管理|贡献)?奖|工业大奖|奖状|企业|单位|工厂|标杆|组织|先锋号|集体|园区)$/,
);
const THE_FIRM = gated(/^[^，。；：“的]{0,8}?(?:公司|企业|集团|园区|该院|该厂|医院|学校)(?!的)/);
const FOR_ONE = gated(/个人|人物/);

/** The winners that the sentence itself has named so far. */
export interface Told {
  units: readonly Unit[];
  end: number;
}

/** Whom a clause means that leaves out who has won. */
export class Omitted {
  constructor(
    private readonly scene: Scene,
    private readonly series: readonly Prize[],
    private readonly clause: number,
    private readonly verb: { start: number },
  ) {}

  /** The likeliest of those who may have won any of the prizes; `work` is the one that the clauses before are about. */
  winners(work: readonly Unit[] | undefined, told: Told | undefined): Unit[] | undefined {
    // 市政府决定，对|获得某奖的6家组织予以表彰: those have it, not who confers it.
    if (this.scene.norm[this.verb.start - 1] === "对") return undefined;
    // 同年公司获: no person, though one was told of last.
    const isFirms = THE_FIRM.test(this.scene.norm, this.clause, this.verb.start);
    // 2012年拿下某奖个人奖: no firm.
    const isPersons = this.series.every((prize) => this.isForOne(prize));
    for (const units of this.candidates(work, told))
      if (this.suit(units) && !(isFirms && units.every(isPerson)) && !(isPersons && !units.some(isPerson)))
        return [...units];
    return undefined;
  }

  /** Those who may be meant, the likeliest first: who speaks, whom the sentence, the ones before and the whole text are about. */
  private *candidates(work: readonly Unit[] | undefined, told: Told | undefined): Generator<readonly Unit[]> {
    const { scene, clause, verb } = this;
    const { x, context, sentence } = scene;
    const { salience } = context;
    const said = scene.slice(sentence.start, verb.start);
    const speaker = I.test(said) ? this.labelledPerson() : undefined;
    if (speaker !== undefined) yield [speaker];
    if (this.isSaid(said)) for (const unit of speakersOf(scene)) yield [unit];
    if (work !== undefined) yield work;
    const { told: whole } = x.about;
    const about = whole === undefined ? undefined : [unitOf(whole, clause, clause)];
    // 2015年，子公司甲获某奖；2018年，获: each part of a chronicle is of the one of whom it is.
    if (about !== undefined && x.about.isChronicle && this.beginsPart()) yield about;
    if (told !== undefined && this.goesOn(told)) yield told.units;
    const named = salience.isNamedIn(sentence);
    const returned = named ? undefined : whoReturns(x, sentence);
    if (returned !== undefined) yield [unitOf(returned, clause, clause)];
    // 【2016年】获…: the one of whom a chronicle is.
    if (about !== undefined && !named && (x.about.isChronicle || datedLines(x).has(sentence.block)))
      yield about;
    // 【某某醋业】…。2015年获: whom the paragraph is labelled with.
    const label = named ? undefined : labelOf(x, sentence.block);
    if (label !== undefined) yield [unitOf(label, clause, clause)];
    // 某某（1958—2019）…。1989年获: the one whose life is told.
    const life = named ? undefined : biographyOf(x, sentence.block);
    if (life !== undefined) yield [unitOf(life, clause, clause)];
    const kept = salience.subject(sentence);
    yield* this.firmsOf(kept, said);
    if (!named && AGAIN_SIGNS.within(x.norm, sentence.start, verb.start) && AGAIN.test(said)) {
      const before = context.winnersBefore(this.series, sentence.block);
      const last = before.at(-1);
      if (last !== undefined && kept?.some(({ entity }) => before.includes(entity)) !== true)
        yield [unitOf(last, clause, clause)];
    }
    const organization = salience.organization(sentence);
    if (kept !== undefined && !named) {
      // 护理部主任某某获某称号。2023年获质量奖: an officer is told of in passing.
      if (organization !== undefined && kept.every(isPerson) && this.isForFirms(kept)) yield organization;
      // 某中心设在该院。2016年获: nor does what somebody has take its place.
      if (about !== undefined && kept.every(isBeside)) yield about;
    }
    // 本县荣获“全国某某强县”: the place of which the text is, whoever was named last.
    const home = named || kept?.some(isPlaceUnit) === true ? undefined : this.home();
    if (home !== undefined) yield [unitOf(home, clause, clause)];
    if (kept !== undefined) yield kept;
    // 问鼎质量奖，某市实现零的突破: a headline that leaves out whom does not mean the place.
    const { kind } = sentence.block;
    if (kind === "title" || kind === "heading") return;
    if (about !== undefined && organization?.every(isBeside) === true) yield about;
    if (organization !== undefined) yield organization;
    if (about !== undefined) yield about;
    const subject = kept === undefined ? x.subjectAt(clause, CARRYING) : undefined;
    if (subject !== undefined) yield [unitOf(subject, verb.start, verb.start)];
    // 在某公司，没有人不知道钳工李某。先后获某某工匠、某某劳模: the person whom the paragraph named in passing.
    const person =
      scene.units.findLast((unit) => isPerson(unit) && unit.end <= clause) ?? salience.whoIn(sentence);
    if (person !== undefined) yield [person];
  }

  /**
   * Whether nothing but a date stands between the last ； of the sentence and the verb, or words of no name: not 再获, nor where the
   * part before is of the same award, 乙2015年获某奖提名奖；2018年，获某奖.
   */
  private beginsPart(): boolean {
    const { x, norm, sentence, groups } = this.scene;
    const part = lastIndexWithin(norm, "；", sentence.start, this.verb.start);
    if (
      part < 0 ||
      !PART.test(norm, part + 1, this.verb.start) ||
      AGAIN.test(norm, part + 1, this.verb.start + 2) ||
      groups.some((g) => g.start > part && g.end <= this.verb.start)
    )
      return false;
    const before = Math.max(sentence.start, lastIndexWithin(norm, "；", sentence.start, part));
    const told = x.mentionsIn(before, part, ["Award"]);
    return !this.series.some(({ award }) => told.some(({ entity }) => entity === award));
  }

  /** The county of which the text is, where the prizes are titles of such. */
  private home(): DocEntity | undefined {
    const { main } = this.scene.x.about;
    if (main?.type !== "County") return undefined;
    return this.series.every(({ award }) => award !== undefined && OF_COUNTIES.test(award.name))
      ? main
      : undefined;
  }

  /** 某某：…我去年也被评为: the person whose answer the paragraph is. */
  private labelledPerson(): Unit | undefined {
    const { clause } = this;
    const { x, sentence } = this.scene;
    const speaker = speakerOf(x, sentence.block);
    return speaker === undefined ? undefined : unitOf(speaker.person, clause, clause);
  }

  /** 我们2017年得过…, “2017年得过…: whether it is said by somebody of his own. */
  private isSaid(said: string): boolean {
    const { sentence } = this.scene;
    const we = said.search(WE_LAST);
    if (we < 0) return said.startsWith("“") && !said.includes("”");
    return this.scene
      .groupsBetween(sentence.start + we, this.verb.start)
      .every((g) => g.units.every(isPlaceUnit));
  }

  /** The firm of the officer who has been told of, where it is that of which is told. */
  private *firmsOf(kept: readonly Unit[] | undefined, said: string): Generator<readonly Unit[]> {
    if (kept?.length !== 1) return;
    const [officer] = kept;
    // 总经理某某掰着指头数：2017年是市政府质量奖: what an officer tells of is the firm's.
    const teller = TELLS.test(said) ? employerIn(this.scene, officer!) : undefined;
    if (teller !== undefined) yield [unitAs(officer!, teller)];
    // “我们厂2015年拿过某奖。”: what the one told of before says of the firm.
    const own = OUR_FIRM.test(said) ? employerIn(this.scene, officer!) : undefined;
    if (own !== undefined) yield [unitAs(officer!, own)];
  }

  /** 协会会员甲公司2021年获A，2022年又获B: whether the winners of the clause before are meant, as nobody has been named since. */
  private goesOn({ units, end }: Told): boolean {
    return (
      end <= this.clause &&
      units.every(isFirm) &&
      this.scene.groupsBetween(end, this.clause).every((group) => group.units.every(isAchievement))
    );
  }

  /** Whether the prizes are those of organizations, and the paragraph does not begin with the person. */
  private isForFirms(kept: readonly Unit[]): boolean {
    const { x, context, sentence } = this.scene;
    const opens = x.mentionsIn(sentence.block.start, sentence.start, PERSON_TYPE)[0];
    if (opens !== undefined && opens.entity === kept[0]!.entity && opens.start <= sentence.block.start + 4)
      return false;
    return this.series.every((prize) => {
      const award = prize.award ?? context.award;
      return (
        award !== undefined &&
        OF_ORGANIZATIONS.test(award.name) &&
        !PERSONS.test(award.name) &&
        !this.isForOne(prize)
      );
    });
  }

  private isForOne({ start, end }: Prize): boolean {
    const { x, sentence } = this.scene;
    return FOR_ONE.test(x.norm, start, Math.min(sentence.end, end + 6));
  }

  private suit(units: readonly Unit[]): boolean {
    return mayWin(this.scene, units, this.series);
  }
}

/** The organization that stands as a label at the head of a paragraph: 【甲】, 甲：, 甲——. */
function labelOf({ norm, mentions }: Extraction, { start, end }: Block): DocEntity | undefined {
  const first = mentions[firstFrom(mentions, start)];
  if (first === undefined || first.start > start + 1 || !LABELLED.includes(first.type)) return undefined;
  return LABEL_ENDS.test(norm, first.end, Math.min(end, first.end + 2)) ? first.entity : undefined;
}

/** The person with whose name and years a paragraph begins: 某某（1958—2019）. */
function biographyOf({ norm, mentions }: Extraction, { start, end }: Block): DocEntity | undefined {
  const first = mentions[firstFrom(mentions, start)];
  if (first?.type !== "Person" || first.start > start + 1) return undefined;
  return LIFE.test(norm, first.end, Math.min(end, first.end + 16)) ? first.entity : undefined;
}
const LIFE = gated(/^】?\s?(?:（(?:[男女][，、 ]{0,2})?(?:1[89]|20)\d\d(?:年|[.—–~-]|）)|\s{1,3}[男女]，)/);
const LABELLED: readonly EntityType[] = ["Company", "Institution", "Zone"];
const LABEL_ENDS = gated(/^(?:】|：|——)/);

const PERSON_TYPE = ["Person"] as const;

/** What an organization has, or who gave it: it is seldom told of for long. */
const isBeside = ({ entity }: Unit): boolean =>
  entity.type === "Platform" || entity.type === "GovernmentBody";

/** Whether any of them may win any of the prizes. */
export function mayWin(scene: Scene, units: readonly Unit[], series: readonly Prize[]): boolean {
  for (const { entity } of units)
    for (const { award } of series) if (suits(entity, award ?? scene.context.award)) return true;
  return false;
}
