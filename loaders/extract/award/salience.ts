import type { Block, Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import { type Group, groupsOf, isAchievement, isPlaceUnit, type Unit, unitsIn } from "./units.js";

/** Before a name: it is not the one that acts (与某公司合作, 为某公司供货, 据某局统计). */
const OBLIQUE =
  /(?:^|[，。；：、\s“])(?:与|和|同|跟|为|给|向|对|由|被|从|把|将|比|据|根据|经|除|除了|不同于|有别于)$/;
const ORGANIZATIONS = ["Company", "Institution", "Zone", "GovernmentBody", "Platform"] as const;

/**
 * Whom the text is about as it goes on: what 它, 这家企业, 他 and an omitted subject mean. Sentences are told in order; those
 * without awards are only looked at when somebody asks.
 */
export class Salience {
  /** Units of the sentences told and not looked at yet. */
  private readonly passed: { x: Extraction; sentence: Sentence }[] = [];
  private last: { units: readonly Unit[]; block: Block } | undefined;
  private organizations: { units: readonly Unit[]; section: Block | null; block: Block } | undefined;
  private person: Unit | undefined;

  /** A sentence without awards. */
  passes(x: Extraction, sentence: Sentence): void {
    if (this.passed.length > 0 && this.passed[0]!.sentence.block.parent !== sentence.block.parent)
      this.passed.length = 0;
    this.passed.push({ x, sentence });
  }

  /** Says whom a clause of the sentence is about. */
  isAbout(x: Extraction, units: readonly Unit[], sentence: Sentence): void {
    this.catchUp();
    this.note(x, units, sentence);
  }

  /** Whom the last clause that names somebody, in the same block, is about. */
  subject(sentence: Sentence): readonly Unit[] | undefined {
    this.catchUp();
    return this.last?.block === sentence.block ? this.last.units : undefined;
  }

  /** The organization that the block, or else the section, was last about. */
  organization(sentence: Sentence): readonly Unit[] | undefined {
    this.catchUp();
    const found = this.organizations;
    return found !== undefined && (found.block === sentence.block || found.section === sentence.block.parent)
      ? found.units
      : undefined;
  }

  /** The person last spoken of. */
  get who(): Unit | undefined {
    this.catchUp();
    return this.person;
  }

  private catchUp(): void {
    for (const { x, sentence } of this.passed) {
      const groups = groupsOf(x.norm, unitsIn(x, sentence.start, sentence.end));
      const head = headOf(x.norm, groups, sentence);
      if (head !== undefined) this.note(x, head.units, sentence);
    }
    this.passed.length = 0;
  }

  private note(x: Extraction, units: readonly Unit[], { block }: Sentence): void {
    this.last = { units, block };
    const organized = units.filter((u) => (ORGANIZATIONS as readonly string[]).includes(u.entity.type));
    if (organized.length > 0) {
      this.organizations = { units: organized, section: block.parent, block };
      return;
    }
    const person = units.findLast((u) => u.entity.type === "Person");
    if (person === undefined) return;
    this.person = person;
    // 某公司总经理李某: the firm is spoken of as well.
    const employer = employerOf(x, person);
    if (employer !== undefined)
      this.organizations = {
        units: [{ entity: employer, start: person.start, end: person.start, note: "" }],
        section: block.parent,
        block,
      };
  }
}

/** The organization whose officer a person is named as. */
export function employerOf(x: Extraction, { entity, start, end }: Unit): DocEntity | undefined {
  return entity.type === "Person"
    ? x.mentionsIn(start, end, ["Company", "Institution"]).find((m) => m.entity !== entity)?.entity
    : undefined;
}

/** The group that a sentence is about: its first that acts, a place only where no organization follows it soon. */
function headOf(norm: string, groups: readonly Group[], { start }: Sentence): Group | undefined {
  const acting = groups.filter(
    (g) => !OBLIQUE.test(norm.slice(Math.max(start, g.start - 4), g.start)) && !g.units.every(isAchievement),
  );
  const [first, second] = acting;
  if (first === undefined || second === undefined) return first ?? groups[0];
  const located =
    first.units.every(isPlaceUnit) &&
    !second.units.every(isPlaceUnit) &&
    (/(?:走进|来到|走访|在|位于|隔着|说起|到)$/.test(norm.slice(start, first.start)) ||
      norm.slice(first.end, second.start).length <= 12);
  return located ? second : first;
}
