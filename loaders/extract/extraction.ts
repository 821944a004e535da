import type { AliasReason, EntityType } from "../../schema/index.js";
import { normalizeName } from "../../src/core/names.js";
import { sortFew } from "../sort-few.js";
import type { Block, SegmentedDocument, Sentence, SourceDocument } from "../types.js";
import { AboutDocument } from "./about/about.js";
import { Modalities } from "./modality.js";
import { firstMention, SpanFinder } from "./spans.js";
import type {
  About,
  DocEntity,
  Extraction,
  Mention,
  Modality,
  ObservationFinding,
  RelationFinding,
} from "./types.js";

/** What rule families see of one document; see the interface. */
export class DocumentExtraction implements Extraction {
  readonly document: SourceDocument;
  readonly blocks: Block[];
  readonly sentences: Sentence[];
  readonly text: string;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly yearMonthAgo: number | undefined;
  mentions: Mention[] = [];
  readonly relations: RelationFinding[] = [];
  readonly observations: ObservationFinding[] = [];
  readonly kept: unknown[] = [];
  place: DocEntity | undefined = undefined;
  /** Entities of each type by their names and aliases as these are compared. */
  private readonly byName = new Map<EntityType, Map<string, DocEntity>>();
  private readonly all: DocEntity[] = [];
  /** Those of them that were merged with others or dropped. */
  private readonly gone = new Set<DocEntity>();
  /** Those that are left, until one comes or goes. */
  private listed: readonly DocEntity[] | undefined = undefined;
  private modalities: Modalities | undefined = undefined;
  private knownAbout: About | undefined = undefined;
  private readonly sentenceFinder: SpanFinder<Sentence>;
  private readonly blockFinder: SpanFinder<Block>;

  constructor(
    source: SegmentedDocument,
    readonly norm: string,
  ) {
    this.document = source.document;
    this.blocks = source.blocks;
    this.sentences = source.sentences;
    this.text = source.document.text;
    this.sentenceFinder = new SpanFinder(source.sentences);
    this.blockFinder = new SpanFinder(source.blocks);
    const year = Number(source.document.date?.slice(0, 4));
    this.year = year > 0 ? year : undefined;
    const month = Number(source.document.date?.slice(5, 7));
    this.month = month > 0 ? month : undefined;
    this.yearMonthAgo = year > 0 && month > 0 ? (month === 1 ? year - 1 : year) : undefined;
  }

  get entities(): readonly DocEntity[] {
    this.listed ??= this.gone.size === 0 ? this.all.slice() : this.all.filter(this.has, this);
    return this.listed;
  }

  mentionsIn(start: number, end: number, types?: readonly EntityType[]): Mention[] {
    const found: Mention[] = [];
    for (let i = firstMention(this.mentions, start); i < this.mentions.length; i++) {
      const mention = this.mentions[i]!;
      if (mention.start >= end) break;
      if (mention.end <= end && (types === undefined || types.includes(mention.type))) found.push(mention);
    }
    return found;
  }

  sentenceAt(offset: number): Sentence | undefined {
    return this.sentenceFinder.at(offset);
  }

  blockAt(offset: number): Block | undefined {
    return this.blockFinder.at(offset);
  }

  get about(): About {
    this.knownAbout ??= new AboutDocument(this);
    return this.knownAbout;
  }

  subjectAt(offset: number, types?: readonly EntityType[]): DocEntity | undefined {
    return this.about.subjectAt(offset, types);
  }

  modalityAt(start: number, end: number): Modality {
    this.modalities ??= new Modalities(this.norm);
    return this.modalities.at(start, end);
  }

  entity(
    type: EntityType,
    name: string,
    at?: { start: number; end: number; rule?: string; confidence?: number },
  ): DocEntity {
    const key = normalizeName(name);
    const byName = this.namesOf(type);
    let entity = byName.get(key);
    if (entity === undefined) {
      entity = newEntity(type, name);
      byName.set(key, entity);
      this.all.push(entity);
      this.listed = undefined;
    }
    if (at !== undefined && (entity.named === undefined || at.start < entity.named.start))
      entity.named = {
        start: at.start,
        end: at.end,
        rule: at.rule ?? "name/composed",
        confidence: at.confidence ?? 0.8,
      };
    return entity;
  }

  /** Whether the entity is one of the document's: not dropped, nor merged with another. */
  has(entity: DocEntity): boolean {
    return !this.gone.has(entity);
  }

  find(type: EntityType, name: string): DocEntity | undefined {
    return this.namesOf(type).get(normalizeName(name));
  }

  private namesOf(type: EntityType): Map<string, DocEntity> {
    let names = this.byName.get(type);
    if (names === undefined) {
      names = new Map();
      this.byName.set(type, names);
    }
    return names;
  }

  alias(entity: DocEntity, name: string, reason: Omit<AliasReason, "name">): void {
    if (name === entity.name) return;
    const { rule, start, end } = reason;
    if (!entity.aliases.has(name)) aliasesOf(entity).set(name, { name, rule, start, end });
    const key = normalizeName(name);
    const names = this.namesOf(entity.type);
    if (!names.has(key)) names.set(key, entity);
  }

  merge(from: DocEntity, into: DocEntity, reason: Omit<AliasReason, "name">): void {
    if (from === into) return;
    for (const mention of from.mentions) {
      mention.entity = into;
      mention.type = into.type;
    }
    into.mentions = sortFew([...into.mentions, ...from.mentions], byStart);
    from.mentions = [];
    if (from.named !== undefined && (into.named === undefined || from.named.start < into.named.start))
      into.named = from.named;
    const names = this.namesOf(from.type);
    names.set(normalizeName(from.name), into);
    this.alias(into, from.name, reason);
    for (const [name, why] of from.aliases) {
      names.set(normalizeName(name), into);
      this.alias(into, name, why);
    }
    this.gone.add(from);
    this.listed = undefined;
    this.knownAbout = undefined;
  }

  setPlace(place: DocEntity): void {
    this.place = place;
    this.knownAbout = undefined;
  }

  /** Drops entities and their mentions: what turned out to be no name. */
  drop(dropped: ReadonlySet<DocEntity>): void {
    if (dropped.size === 0) return;
    for (const entity of dropped) this.gone.add(entity);
    this.listed = undefined;
    this.mentions = this.mentions.filter((m) => !dropped.has(m.entity));
    for (const names of this.byName.values())
      for (const [key, value] of names) if (dropped.has(value)) names.delete(key);
    this.knownAbout = undefined;
  }

  /** Adds mentions (in any order) to the document's and their entities' lists. */
  addMentions(added: readonly Mention[]): void {
    if (added.length === 0) return;
    this.mentions = merged(this.mentions, inOrder(added));
    let outOfOrder: Set<DocEntity> | undefined;
    for (const mention of added) {
      const { mentions } = mention.entity;
      if (mentions.length > 0 && mentions[mentions.length - 1]!.start > mention.start) {
        outOfOrder ??= new Set();
        outOfOrder.add(mention.entity);
      }
      mentions.push(mention);
    }
    if (outOfOrder !== undefined) for (const entity of outOfOrder) sortFew(entity.mentions, byStart);
    this.knownAbout = undefined;
  }

  relate(finding: RelationFinding): void {
    // One shape for what many rules find: those of observations make them so.
    const { type, from, to, properties, start, end, rule, confidence } = finding;
    this.relations.push({ type, from, to, properties, start, end, rule, confidence });
  }

  observe(finding: ObservationFinding): void {
    this.observations.push(finding);
  }
}

/** With all its fields from the beginning: objects of one shape are read several times as fast. */
function newEntity(type: EntityType, name: string): DocEntity {
  return {
    type,
    name,
    aliases: NO_ALIASES,
    mentions: [],
    adcode: undefined,
    region: undefined,
    date: undefined,
    named: undefined,
  };
}

/** Those of all entities that have none, which most have. */
const NO_ALIASES: ReadonlyMap<string, AliasReason> = new Map();

function aliasesOf(entity: DocEntity): Map<string, AliasReason> {
  if (entity.aliases === NO_ALIASES) entity.aliases = new Map();
  return entity.aliases as Map<string, AliasReason>;
}

const byStart = (a: Mention, b: Mention): number => a.start - b.start;

/** Most come in order already. */
function inOrder(mentions: readonly Mention[]): readonly Mention[] {
  for (let i = 1; i < mentions.length; i++)
    if (mentions[i - 1]!.start > mentions[i]!.start) return sortFew(mentions.slice(), byStart);
  return mentions;
}

/** Both lists as one; of mentions at one place those of the first list come first. */
function merged(first: readonly Mention[], second: readonly Mention[]): Mention[] {
  if (first.length === 0) return second.slice();
  const all: Mention[] = [];
  let i = 0;
  for (const mention of second) {
    while (i < first.length && first[i]!.start <= mention.start) all.push(first[i++]!);
    all.push(mention);
  }
  while (i < first.length) all.push(first[i++]!);
  return all;
}
