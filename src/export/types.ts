import type { EntityType, RelationType } from "../../schema/index.js";

/** Properties as the database has them: texts, numbers, lists of texts. */
export type Properties = Readonly<Record<string, unknown>>;

export interface EntityRow {
  id: string;
  type: EntityType;
  properties: Properties;
}

export interface RelationshipRow {
  id: string;
  type: RelationType;
  /** Ids of entities. */
  from: string;
  to: string;
  fromType: EntityType;
  toType: EntityType;
  toName: string;
  properties: Properties;
}

export interface ObservationRow {
  id: string;
  /** Id of the entity that the figure is about. */
  subject: string;
  properties: Properties;
}

export interface ClaimRow {
  id: string;
  /** Id of the document that states it. */
  document: string;
  properties: Properties;
}

export interface DocumentRow {
  id: string;
  properties: Properties;
}

export interface NameRow {
  id: string;
  /** Id of the entity that it names; null for names of nothing. */
  entity: string | null;
  reason: string | null;
  properties: Properties;
}
