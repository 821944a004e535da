import type { Claim, EntityType } from "../../schema/index.js";
import type { SourceDocument } from "../types.js";

/**
 * A name of one type in one scope: the smallest thing that resolution moves. Every entity is a set of designations,
 * and every claim names designations, so that a claim follows its entity wherever resolution takes it.
 */
export interface Designation {
  /** Readable and stable: `company:株洲市:联诚集团`. */
  id: string;
  type: EntityType;
  /** The normalized canonical name. */
  key: string;
  /**
   * Digits of the place in which the name is unique: "" (nowhere in particular), 2 (province), 4 (city) or 6 (county). For
   * places the whole code.
   */
  scope: string;
  /** The name alone tells which one is meant, wherever it is written (a legal name with its place, a national award). */
  strong: boolean;
  /** Without scope and meant everywhere: short forms of it in any region may be it. */
  universal: boolean;
}

/** Why a name stands for a designation: `name` (its canonical name), the rule of an alias, or `abbreviation` (generated). */
export type NameRule = string;

/** One name of one designation for one reason, with how many claims state it. Counted, so that it can be withdrawn. */
export interface NameRecord {
  /** Designation, rule and surface. */
  id: string;
  designation: Designation;
  /** `Company|中车株机`; `~Company|…` for generated abbreviations. */
  key: string;
  surface: string;
  rule: NameRule;
  /** Claims that state it, 0 for a record to be dropped. */
  count: number;
  /** Mentions in the text, summed; with rule `name` alone. */
  mentions: number;
}

/** What of a claim decides which fact it supports. */
export interface ClaimKey {
  /** Document and position: `corpus/a#12`. */
  id: string;
  kind: Claim["fact"];
  /** The entity's or relation's type; `Observation`. */
  type: string;
  /** The designation of an entity claim, of the subject of an observation, of the start of a relation. */
  subject: string;
  /** The designation of the end of a relation. */
  object: string | null;
  /** The relation's or observation's own values in a fixed order, as JSON. */
  tuple: string;
}

/** A claim with what it says of designations, as it is stored but for the fact that it supports. */
export interface DesignatedClaim extends ClaimKey {
  rule: string;
  confidence: number;
  start: number;
  end: number;
  text: string;
  /** JSON of what the document says, without what has a field of its own here. */
  data: string;
}

/** A document's claims and the names that they state. */
export interface DesignatedDocument {
  document: SourceDocument;
  claims: DesignatedClaim[];
  names: NameRecord[];
}

/** An entity as it is stored. */
export interface ResolvedEntity {
  id: string;
  type: EntityType;
  /** Ids of the designations that are it, sorted. */
  designations: string[];
  properties: Record<string, string | number | string[]>;
}

/** A pair that could be one entity or two, for people to judge. */
export interface DoubtfulPair {
  a: string;
  b: string;
  type: EntityType;
  reason: string;
}

export interface Judgement {
  verdict: "same" | "different";
  /** Ids of entities or designations. */
  a: string;
  b: string;
}

/** What one claim comes to once its designations are entities: the fact that it supports, before facts are settled. */
export interface FactKey {
  kind: "relation" | "observation";
  /** The relation's type, or `Observation`. */
  type: string;
  from: string;
  /** "" for observations. */
  to: string;
  tuple: string;
}

/** A relationship or observation as it is stored. */
export interface Fact {
  id: string;
  kind: "relation" | "observation";
  type: string;
  from: string;
  to: string;
  properties: Record<string, string | number | null>;
}

/** A pair of places of which one is part of the other, by ids. */
export interface PlacePair {
  inner: string;
  outer: string;
  id: string;
}

/** The rules by which names become entities and claims facts, as the writer needs them: pure functions. */
export interface Resolver {
  /** The generated abbreviations of a designation, which are there as long as it is. */
  abbreviationsOf(designation: Designation): NameRecord[];
  /** Whether generated abbreviations of longer names can be this name. */
  canBeAbbreviation(designation: Designation): boolean;
  /** Which designations that bear one name can have to do with each other. */
  interactionGroups(records: readonly NameRecord[]): string[][];
  /** The entities of a closed set of records: one that holds all records that interact with any of it. */
  resolve(records: readonly NameRecord[], judgements: readonly Judgement[]): ResolvedEntity[];
  factKeyOf(claim: ClaimKey, entityOf: (designation: string) => string): FactKey | null;
  groupOf(key: FactKey): string;
  settle(tuples: Iterable<string>): Map<string, string>;
  factOf(key: FactKey): Fact;
  /** The value of a relationship's statement as it was stored. */
  tupleOfFact(type: string, properties: Readonly<Record<string, unknown>>): string;
  /** Ties of a new place to those above and below it, whether they are there or not. */
  placePairs(entity: ResolvedEntity): PlacePair[];
}
