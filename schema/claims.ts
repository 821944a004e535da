import type { EntityType, RelationType } from "./types.js";
import type { Comparator, ObservationStatus, Role, Tier } from "./values.js";

/** The characters of a document that state a fact: `text === document.text.slice(start, end)`, UTF-16 offsets. */
export interface Evidence {
  /** The document's id. */
  document: string;
  start: number;
  end: number;
  text: string;
}

/** An end of a relation or the subject of an observation: an entity of the same document, by its canonical name. */
export interface EntityRef {
  type: EntityType;
  name: string;
  /** GB/T 2260 code of a place, where the lexicon settles it; tells two places of one name apart. */
  adcode?: string;
}

interface Stated {
  evidence: Evidence;
  /** The id of the rule that found it, for example `won/heading`. */
  rule: string;
  /** 0 to 1: how sure the rule is. */
  confidence: number;
}

/** Why a further name belongs to an entity, with the place that says so where the document does. */
export interface AliasReason {
  name: string;
  /** `definition` (以下简称, 简称), `former` (原, 前身为, 更名为), `short-form`, `lexicon`, `code`, `variant`, `ocr`. */
  rule: string;
  start?: number;
  end?: number;
}

/** One entity of a document, all its mentions resolved to one; the evidence is the first mention. */
export interface EntityClaim extends Stated {
  fact: "entity";
  type: EntityType;
  /** Canonical: the fullest form in the document, a place's official name. */
  name: string;
  aliases: string[];
  mentions: number;
  adcode?: string;
  /** GB/T 2260 code of the province, city or county that the document puts it in; keeps namesakes apart. */
  region?: string;
  /** An event's date: 2019, 2019-11 or 2019-11-05. */
  date?: string;
  aliasReasons?: AliasReason[];
}

/** One relation as one document states it. `year`, `edition`, `tier`, `role`, `title` only where the type has them. */
export interface RelationClaim extends Stated {
  fact: "relation";
  type: RelationType;
  from: EntityRef;
  to: EntityRef;
  year?: number;
  edition?: number;
  tier?: `${Tier}`;
  role?: `${Role}`;
  title?: string;
}

/** One figure as one document gives it. */
export interface ObservationClaim extends Stated {
  fact: "observation";
  subject: EntityRef;
  indicator: string;
  /** 万 and 亿 multiplied out. */
  value: number;
  /** The measure word or unit, "" if there is none. */
  unit: string;
  /** 2019, 2019-11 or 2020-01/2020-08. */
  period?: string;
  comparator?: `${Comparator}`;
  status: `${ObservationStatus}`;
}

/** One fact as one document states it; the contract between extraction and everything after it. */
export type Claim = EntityClaim | RelationClaim | ObservationClaim;
