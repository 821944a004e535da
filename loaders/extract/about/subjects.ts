import type { EntityType } from "../../../schema/index.js";
import { PLACE_TYPES } from "../../../schema/index.js";
import type { Block } from "../../types.js";
import { firstFrom, firstMention } from "../spans.js";
import type { About, DocEntity, Extraction, Mention } from "../types.js";

/** What acts or is spoken of: the types that can be the subject of a sentence. */
const SUBJECT_TYPES: readonly EntityType[] = [
  "Province",
  "City",
  "County",
  "Zone",
  "Company",
  "Institution",
  "GovernmentBody",
];

/**
 * Whom an omitted or generic subject means: in order, the last mention of a fitting type before it in its sentence, whose
 * profile its block is part of, the subject of the last sentence before it in its block, what the headings above name, what the document is about.
 */
export class Subjects {
  private readonly topics = new Map<string, DocEntity | undefined>();
  private readonly mentions = new Map<string, Mention[]>();
  private counted: readonly Tally[] | undefined = undefined;
  private readonly byTypes = new Map<string, DocEntity | undefined>();

  constructor(
    private readonly x: Extraction,
    private readonly about: About,
  ) {}

  at(offset: number, types: readonly EntityType[] = SUBJECT_TYPES): DocEntity | undefined {
    const sentence = this.x.sentenceAt(offset);
    const block = sentence?.block ?? this.x.blockAt(offset);
    if (block === undefined) return this.ofDocument(types);
    const here = sentence && this.lastBetween(sentence.start, offset, types);
    if (here !== undefined) return here;
    const profiled = this.about.profileOf(block);
    if (profiled !== undefined && types.includes(profiled.type)) return profiled;
    // What most of the document is about stays its topic where a block names it among others.
    const topic = this.dominant(types);
    if (topic !== undefined && isNamedIn(topic, block.start, offset)) return topic;
    return (
      this.lastBetween(block.start, sentence?.start ?? offset, types) ??
      this.ofLineAbove(block, types) ??
      this.ofHeadings(block, types) ??
      (types.includes("Company") ? this.about.portrayed : undefined) ??
      this.ofDocument(types)
    );
  }

  /** The one firm, zone or institution that has most of the mentions of its type, five or more. */
  dominant(types: readonly EntityType[]): DocEntity | undefined {
    const key = types.join();
    if (!this.topics.has(key)) {
      let all = 0;
      let top: Tally | undefined;
      for (const tally of this.tallies()) {
        if (isPlace(tally.entity.type) || !types.includes(tally.entity.type)) continue;
        all += tally.count;
        if (top === undefined || tally.count > top.count) top = tally;
      }
      this.topics.set(
        key,
        top !== undefined && top.count >= 5 && top.count * 2 >= all ? top.entity : undefined,
      );
    }
    return this.topics.get(key);
  }

  /** What is mentioned, in order of the first mentions, with how often and with how much weight. */
  private tallies(): readonly Tally[] {
    if (this.counted === undefined) {
      const tallies = new Map<DocEntity, Tally>();
      for (const { entity, start } of this.x.mentions) {
        let tally = tallies.get(entity);
        if (tally === undefined) {
          tally = { entity, count: 0, weight: 0 };
          tallies.set(entity, tally);
        }
        tally.count++;
        tally.weight += this.x.blockAt(start)?.kind === "title" ? TITLE_WEIGHT : 1;
      }
      this.counted = [...tallies.values()];
    }
    return this.counted;
  }

  private lastBetween(start: number, end: number, types: readonly EntityType[]): DocEntity | undefined {
    const key = types.join();
    let fitting = this.mentions.get(key);
    if (fitting === undefined) {
      fitting = this.x.mentions.filter(({ type }) => types.includes(type));
      this.mentions.set(key, fitting);
    }
    const after = firstMention(fitting, end);
    if (after === 0) return undefined;
    const last = fitting[after - 1]!;
    return last.start < start ? undefined : last.entity;
  }

  /** 2. 甲公司 on a line of its own right above a paragraph. */
  private ofLineAbove({ kind, start }: Block, types: readonly EntityType[]): DocEntity | undefined {
    if (kind !== "paragraph") return undefined;
    const above = this.x.blocks[firstFrom(this.x.blocks, start) - 1];
    if (above?.kind !== "roll-line") return undefined;
    return this.x.mentionsIn(above.start, above.end, types)[0]?.entity;
  }

  private ofHeadings(block: Block, types: readonly EntityType[]): DocEntity | undefined {
    for (let heading = block.parent; heading !== null; heading = heading.parent) {
      const found = this.x.mentionsIn(heading.start, heading.end, types)[0];
      if (found !== undefined) return found.entity;
    }
    return undefined;
  }

  /** The place of the document, or of the other types the one it names most often. */
  private ofDocument(types: readonly EntityType[]): DocEntity | undefined {
    const key = types.join();
    if (!this.byTypes.has(key)) this.byTypes.set(key, this.mainEntity(types));
    return this.byTypes.get(key);
  }

  private mainEntity(types: readonly EntityType[]): DocEntity | undefined {
    const { place } = this.x;
    if (place !== undefined && types.includes(place.type) && types.every(isPlace)) return place;
    const own = place !== undefined && types.includes(place.type) ? place : undefined;
    let best = own;
    let most =
      own === undefined ? 0 : PLACE_BONUS + (this.tallies().find((t) => t.entity === own)?.weight ?? 0);
    for (const { entity, weight } of this.tallies())
      if (entity !== own && weight > most && types.includes(entity.type)) {
        best = entity;
        most = weight;
      }
    return best;
  }
}

function isNamedIn({ mentions }: DocEntity, start: number, end: number): boolean {
  const first = mentions[firstMention(mentions, start)];
  return first !== undefined && first.start < end && first.end <= end;
}

interface Tally {
  entity: DocEntity;
  count: number;
  /** Mentions in titles count for more. */
  weight: number;
}

const TITLE_WEIGHT = 5;
const PLACE_BONUS = 3;

const isPlace = (type: EntityType): boolean => (PLACE_TYPES as readonly EntityType[]).includes(type);
