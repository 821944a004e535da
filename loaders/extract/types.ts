import type { AliasReason, EntityType, RelationClaim, RelationType } from "../../schema/index.js";
import type { Block, SegmentedDocument, Sentence } from "../types.js";

/** One thing that the document names, all its mentions resolved to one. */
export interface DocEntity {
  type: EntityType;
  /** Canonical name: the fullest form in the document; a place's official name. */
  name: string;
  /** Other names, each with why and where. */
  aliases: ReadonlyMap<string, AliasReason>;
  /** In order of the text; generic ones (我市, 该公司) are among them and are marked. */
  mentions: Mention[];
  adcode?: string;
  /** GB/T 2260 code of the place that the document puts it in. */
  region?: string;
  date?: string;
  /** Where it is named, for an entity without mentions of its own (a city within the name of a firm). */
  named?: { start: number; end: number; rule: string; confidence: number };
}

/** A place in the text that names an entity. `text.slice(start, end) === surface`. */
export interface Mention {
  type: EntityType;
  start: number;
  end: number;
  surface: string;
  entity: DocEntity;
  /** 我市, 全省, 该公司, 园区: refers to an entity without naming it. */
  generic: boolean;
  /** Id of the rule that found it. */
  rule: string;
  confidence: number;
}

/** How a stretch of text speaks of what it says. */
export type Modality = "fact" | "planned" | "denied";

export interface RelationFinding {
  type: RelationType;
  from: DocEntity;
  to: DocEntity;
  properties?: Partial<Pick<RelationClaim, "year" | "edition" | "tier" | "role" | "title">>;
  /** The evidence: the sentence, row or line (or heading to line) that states it. */
  start: number;
  end: number;
  rule: string;
  confidence: number;
}

export interface ObservationFinding {
  subject: DocEntity;
  indicator: string;
  value: number;
  unit: string;
  period?: string;
  comparator?: "=" | ">=" | "<=" | "~";
  status: "ACTUAL" | "TARGET";
  start: number;
  end: number;
  rule: string;
  confidence: number;
}

/** Whom a document is about, as a whole and in its parts. */
export interface About {
  /** The one organization of which the whole text tells, so that its sentences may leave it out: its title names it, or its beginning. */
  readonly told: DocEntity | undefined;
  /** The firm that a feature is about, though its title may not say so. */
  readonly portrayed: DocEntity | undefined;
  /** Whom figures are about that name nobody: the firm, zone or county of the title, else whom most of the text or its place. */
  readonly main: DocEntity | undefined;
  /** Whether an organization is told of entry by entry, each with its year (【2016年】获…). */
  readonly isChronicle: boolean;
  /** Whose profile a block is part of: whom the line above it, or its own label, names alone. */
  profileOf(block: Block): DocEntity | undefined;
  /** Whom 公司, 该区 or an omitted subject means at a place. */
  subjectAt(offset: number, types?: readonly EntityType[]): DocEntity | undefined;
}

/** What rule families see: the document, its structure and its mentions; and where their findings go. */
export interface Extraction extends SegmentedDocument {
  /** The kept text. */
  text: string;
  /**
   * The text that rules match against: of the same length, character by character, with punctuation, digits and
   * letters of full width or ASCII brought to one form (，：；（）！？ and “” full width, digits and letters ASCII).
   */
  norm: string;
  /** All entities found so far; those found later are not in the array. */
  readonly entities: readonly DocEntity[];
  /** All mentions in order of start; none overlaps another. */
  mentions: Mention[];
  /** Mentions that lie within [start, end), of the given types (default all). */
  mentionsIn(start: number, end: number, types?: readonly EntityType[]): Mention[];
  sentenceAt(offset: number): Sentence | undefined;
  blockAt(offset: number): Block | undefined;
  /** Whom the document is about: found when asked for, until entities change. */
  readonly about: About;
  /** Whom 我市, 公司, 该区 or an omitted subject means at that place: the section's or document's subject. */
  subjectAt(offset: number, types?: readonly EntityType[]): DocEntity | undefined;
  /** The year that 今年 and 去年 count from, from the document's date; undefined where unknown. */
  readonly year: number | undefined;
  /** The month of the document's date, 1 to 12; undefined where unknown. */
  readonly month: number | undefined;
  /** The year of the month before the document's, which 上月 is in; undefined where the date gives no month. */
  readonly yearMonthAgo: number | undefined;
  /** How the clause at that offset speaks. */
  modalityAt(start: number, end: number): Modality;
  /**
   * The entity of that type and name or alias, made if it is new (for names that a rule composes, not for mentions).
   * Give `at` where the text states it: the evidence of an entity without mentions.
   */
  entity(type: EntityType, name: string, at?: { start: number; end: number; rule?: string }): DocEntity;
  /** The entity that goes by that name or alias. */
  find(type: EntityType, name: string): DocEntity | undefined;
  /** The place that the document is about or comes from: 我市, 全市, 全区 without other context. */
  readonly place: DocEntity | undefined;
  /** Says which place that is; for the linker that finds it. */
  setPlace(place: DocEntity): void;
  /** Gives an entity a further name. */
  alias(entity: DocEntity, name: string, reason: Omit<AliasReason, "name">): void;
  /** Makes two entities one: `from` gives its mentions and names to `into` and leaves. For linkers, before families run. */
  merge(from: DocEntity, into: DocEntity, reason: Omit<AliasReason, "name">): void;
  /** Drops entities with their mentions: what turned out to be no name. For linkers. */
  drop(dropped: ReadonlySet<DocEntity>): void;
  /** Adds mentions that a linker found; they must not overlap others. */
  addMentions(added: readonly Mention[]): void;
  relate(finding: RelationFinding): void;
  observe(finding: ObservationFinding): void;
  relations: RelationFinding[];
  observations: ObservationFinding[];
  /** What rules have made of the document, by `oncePer`. */
  readonly kept: unknown[];
}

/** One family of rules: finds relations or observations in a document whose mentions are known. */
export interface RuleFamily {
  id: string;
  run(x: Extraction): void;
}

/** A stretch of text that may name an entity, before overlaps are settled. */
export interface Candidate {
  type: EntityType;
  start: number;
  end: number;
  /** The canonical name, where it differs from the surface (a place's official name, an award without edition). */
  name?: string;
  adcode?: string;
  rule: string;
  /** 0 to 1; where candidates overlap, the longer and then the surer wins. */
  confidence: number;
  /** Higher wins over longer where candidates overlap; 0 if absent. */
  priority?: number;
  /** Other names of the same entity that the rule knows (from a lexicon). */
  aliases?: readonly string[];
  /** 我市, 该公司: what it refers to is settled in context; dropped where nothing fits. */
  generic?: boolean;
}

/** Links what a document names before rule families run: merges short forms with full ones, drops what is no name. */
export interface Linker {
  id: string;
  run(x: Extraction): void;
}

/** Finds names of certain types by lexicon or shape. Pure: sees the segmented text, returns candidates. */
export interface NameDetector {
  id: string;
  detect(source: SegmentedDocument & { text: string; norm: string }): Candidate[];
}
