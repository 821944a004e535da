import type { EntityType } from "../../../schema/index.js";
import { gated } from "../../patterns/gated.js";
import type { Block, Sentence } from "../../types.js";
import { isOrigin } from "../shape/origins.js";
import type { DocEntity, Extraction } from "../types.js";
import { type Antecedents, withAnaphors } from "./anaphors.js";
import {
  employerOf,
  type Group,
  groupsOf,
  isAchievement,
  isFirm,
  isPerson,
  isPlaceUnit,
  type Unit,
  unitOf,
  unitsIn,
} from "./units.js";
import { isVenue } from "./venues.js";

/** Before a name: it is not the one that acts (与某公司合作, 为某公司供货, 据某局统计). */
const OBLIQUE = gated(
  /(?:^|[，。；：、\s“])(?:与|和|同|跟|为|给|向|对|由|被|从|把|将|比|据|根据|经|除|除了|不同于|有别于)$/,
);
/** 对甲来说: it is 甲 of whom the sentence tells. */
const TOPIC = gated(/^(?:来说|而言|来讲)/);
/** After 甲与乙: the two do it together, and what follows is 甲's. */
const WITH = gated(/^[与和同跟]/);
const AT_PLACE = gated(/(?:走进|来到|走访|在|位于|隔着|说起|到)$/);
const TOGETHER =
  /^(?:共建|共同|成立|合资|设立|投资|合作|合办|合资|联合|联手|携手|牵手|签约|签订|签署|签下|达成|开展|组建|建立|结成|同|一[道起]|双双签)/;
/** 甲和乙联手，凭“某技术”拿下某奖: what comes of it is of both. */
const BY_BOTH = gated(
  /^(?:联合|联手|联袂|携手|合作|共同)(?:攻关|研发)?，(?:[^，。；]{0,8}?)(?:凭借?|[以用靠]“)/,
);
/** 甲与乙一道，入选某名单: the same where the next clause tells what both have won. */
const BOTH_WIN = gated(
  /^(?:一[道起同块并]|并肩|同台|双双|携手|联手|联袂|同时|共同)，[^，。；]{0,12}?(?:[获摘捧夺斩膺]|[拿][下到]|[抱捧拿领带]回|[把将][^，。；]{2,24}奖|入选|入围|跻身|[登站走]上|上榜|登榜|被[评授认列命]|凭|以“)/,
);
/** A sentence that tells one of a like name apart: 甲与公司并无股权关系. */
const UNRELATED = gated(/(?:无|没有|不存在|毫无)[^，。；]{0,6}(?:关系|关联|瓜葛)/);

/** 所属企业：甲、乙: whom a form lists beside the one that it is of. */
const IS_FIELD = gated(
  /^(?:所属|下属|直属|旗下|权属|控股|参股|关联|成员|主要|子|分|合作|配套){1,2}(?:子|分)?(?:公司|企业|单位|机构|工厂)：$/,
);

const isOrganization = (type: EntityType): boolean =>
  type === "Company" ||
  type === "Institution" ||
  type === "Zone" ||
  type === "GovernmentBody" ||
  type === "Platform";

/**
 * Whom the text is about as it goes on: what 它, 这家企业, 他 and an omitted subject mean. Sentences are told in order; those
 * without awards are only looked at when somebody asks.
 */
export class Salience implements Antecedents {
  /** The sentences told and not looked at yet, and the text of each. */
  private passed: Sentence[] = [];
  private passedIn: Extraction[] = [];
  private isCatchingUp = false;
  private last: { units: readonly Unit[]; sentence: Sentence } | undefined = undefined;
  private organizations: { units: readonly Unit[]; section: Block | null; block: Block } | undefined =
    undefined;
  private person: Unit | undefined = undefined;
  private personIn: Block | undefined = undefined;
  private lastNamed: readonly Unit[] = [];
  private lastPersons: readonly Unit[] = [];
  /** How often the section was about each organization. */
  private readonly counts = new Map<DocEntity, number>();

  /** A sentence without awards. */
  passes(x: Extraction, sentence: Sentence): void {
    this.passed.push(sentence);
    this.passedIn.push(x);
  }

  /** Says whom a clause of the sentence is about. */
  isAbout(x: Extraction, units: readonly Unit[], sentence: Sentence): void {
    this.catchUp();
    this.note(x, units, sentence);
  }

  /** Whom the last clause that names somebody, in the same block, is about. */
  subject(sentence: Sentence): readonly Unit[] | undefined {
    this.catchUp();
    return this.last?.sentence.block === sentence.block ? this.last.units : undefined;
  }

  /** Whether the sentence itself has named whom it is about. */
  isNamedIn({ start }: Sentence): boolean {
    return this.last?.sentence.start === start;
  }

  /** The organization that the block, or else the section, was last about. */
  organization(sentence: Sentence): readonly Unit[] | undefined {
    this.catchUp();
    return this.lastOrganization(sentence);
  }

  /** The person last spoken of. */
  who(): Unit | undefined {
    this.catchUp();
    return this.person;
  }

  /** That one, where the block of a sentence has named him. */
  whoIn({ block }: Sentence): Unit | undefined {
    this.catchUp();
    return this.personIn === block ? this.person : undefined;
  }

  /** The two persons that the last sentence with persons named; undefined where it was not two. */
  couple(): readonly Unit[] | undefined {
    this.catchUp();
    return this.lastPersons.length === 2 ? this.lastPersons : undefined;
  }

  private catchUp(): void {
    // What refers to one named before asks for what the sentences before it have told.
    if (this.passed.length === 0 || this.isCatchingUp) return;
    this.isCatchingUp = true;
    const { passed, passedIn } = this;
    for (let i = 0; i < passed.length; i++) this.lookAt(passedIn[i]!, passed[i]!);
    this.passed = [];
    this.passedIn = [];
    this.isCatchingUp = false;
  }

  private lookAt(x: Extraction, sentence: Sentence): void {
    const units = withAnaphors(x, sentence, unitsIn(x, sentence.start, sentence.end), this);
    if (units.length === 0 || UNRELATED.test(x.norm, sentence.start, sentence.end)) return;
    this.names(units, sentence);
    const head = headOf(x.norm, groupsOf(x.norm, units), sentence);
    if (head === undefined || IS_FIELD.test(x.norm, sentence.start, head.start)) return;
    this.note(x, acting(x.norm, head), sentence);
  }

  /** The two organizations that the last sentence with organizations named; undefined where it was not two. */
  pair(): readonly Unit[] | undefined {
    this.catchUp();
    return this.lastNamed.length === 2 ? this.lastNamed : undefined;
  }

  /** The organizations that the last sentence with organizations named; undefined where it was one. */
  several(): readonly Unit[] | undefined {
    this.catchUp();
    return this.lastNamed.length > 1 ? this.lastNamed : undefined;
  }

  /** Tells whom a sentence names. */
  names(units: readonly Unit[], { block }: Sentence): void {
    if (units.length === 0) return;
    const named = units.filter(isFirm);
    if (named.length > 0) this.lastNamed = named;
    const persons = units.filter(isPerson);
    if (persons.length > 0) this.lastPersons = persons;
    // 走进某公司的车间，钳工李某正带着徒弟: 他 is the only one named, whoever the sentence is about.
    const [person] = persons;
    if (person === undefined || persons.some(({ entity }) => entity !== person.entity)) return;
    this.person = person;
    this.personIn = block;
  }

  private lastOrganization({ block }: Sentence): readonly Unit[] | undefined {
    const found = this.organizations;
    if (found === undefined) return undefined;
    // 2. 甲公司 on a line of its own above: what follows is of it.
    if (found.block === block || found.block.kind === "roll-line") return found.units;
    if (found.block !== block.parent && found.section !== block.parent) return undefined;
    return this.mainOfSection(found.units) ?? found.units;
  }

  /** The one that most of the section is about stays its topic where a paragraph begins, though another was named last. */
  private mainOfSection(last: readonly Unit[]): readonly Unit[] | undefined {
    let main: DocEntity | undefined;
    let most = 0;
    let all = 0;
    for (const [entity, n] of this.counts) {
      all += n;
      if (n > most) {
        main = entity;
        most = n;
      }
    }
    if (main === undefined || most < 3 || most * 2 < all) return undefined;
    const { start } = last[0]!;
    return [unitOf(main, start, start)];
  }

  private note(x: Extraction, units: readonly Unit[], sentence: Sentence): void {
    const { block } = sentence;
    // 甲公司：…建有某中心。2014年获…: what a firm has does not take its place.
    const own = this.organizations?.block === block && this.organizations.units.some(isFirm);
    let organized: Unit[] | undefined;
    let platforms = 0;
    for (const unit of units) {
      const { type } = unit.entity;
      if (type === "Platform") platforms++;
      // 工信部将该公司列入…: who gives does not take its place either.
      if (!isOrganization(type) || (own && (type === "Platform" || type === "GovernmentBody"))) continue;
      if (organized === undefined) organized = [unit];
      else organized.push(unit);
    }
    if (own && organized === undefined && platforms === units.length) return;
    this.last = { units, sentence };
    if (this.organizations !== undefined && this.organizations.section !== block.parent) this.counts.clear();
    // 公司与某大学共建某实验室: of a firm and what it has a part in, the firm.
    if (platforms > 0 && organized?.some(isFirm) === true) organized = organized.filter(isFirm);
    if (organized !== undefined) {
      for (const { entity } of organized) this.counts.set(entity, (this.counts.get(entity) ?? 0) + 1);
      this.organizations = { units: organized, section: block.parent, block };
      return;
    }
    const person = units.findLast(isPerson);
    if (person === undefined) return;
    this.person = person;
    this.personIn = block;
    // 某公司总经理李某: the firm is spoken of as well.
    const employer = employerOf(x, person);
    if (employer !== undefined)
      this.organizations = {
        units: [unitOf(employer, person.start, person.start)],
        section: block.parent,
        block,
      };
  }
}

/** 收购某公司60%股权, 建有某中心: what somebody left out has or gets. */
const isFound = (norm: string, start: number, { units, start: at }: Group): boolean =>
  units.every((unit) => isFirm(unit) || unit.entity.type === "Platform") &&
  HAS.test(norm, Math.max(start, at - 8), at);
const HAS = gated(
  /(?:收购|并购|兼并|参股|入股|控股|重组|出资|设立|成立|加入|牵头|组建|共建|合建|建成|建起|建立|建有|创建|筹建|承建|引进|引入|拥有|下辖|下设)(?:了|的)?(?:首个|一[个家座])?$/,
);

/** 何某：某公司2012年拿…: who says it, where the sentence names others. */
const isSpeaker = (norm: string, start: number, group: Group, groups: readonly Group[]): boolean =>
  norm[group.end] === "：" && group.start <= start + 2 && groups.length > 1 && group.units.every(isPerson);

/** The group that a sentence is about: its first that acts, a place only where no organization follows it soon. */
export function headOf(norm: string, groups: readonly Group[], { start }: Sentence): Group | undefined {
  let first: Group | undefined;
  let second: Group | undefined;
  for (const group of groups) {
    if (
      OBLIQUE.test(norm, Math.max(start, group.start - 4), group.start) &&
      !TOPIC.test(norm, group.end, group.end + 2)
    )
      continue;
    if (isOrigin(norm, start, group.start, group.end) || isVenue(norm, start, group)) continue;
    if (isFound(norm, start, group) || isSpeaker(norm, start, group, groups)) continue;
    if (group.units.every(isAchievement)) continue;
    if (first !== undefined) {
      second = group;
      break;
    }
    first = group;
  }
  if (first === undefined || second === undefined) return first;
  const located =
    first.units.every(isPlaceUnit) &&
    !second.units.every(isPlaceUnit) &&
    (AT_PLACE.test(norm, start, first.start) || second.start - first.end <= 12);
  return located ? second : first;
}

/** Of a group the units that later clauses are about: of 甲与乙共建 only 甲. */
export function acting(norm: string, { units, end }: Group): readonly Unit[] {
  if (units.length < 2) return units;
  const first = units[0]!;
  const second = units[1]!;
  return WITH.test(norm, first.end, Math.max(first.end, second.start)) &&
    TOGETHER.test(norm.slice(end, end + 6)) &&
    !BY_BOTH.test(norm, end, end + 12) &&
    !BOTH_WIN.test(norm, end, end + 24)
    ? [first]
    : units;
}
