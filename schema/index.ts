import {
  type NodeDefinition,
  nodeDefinition,
  type RelationDefinition,
  relationDefinition,
} from "./decorators.js";
import { Award } from "./nodes/award.js";
import { City } from "./nodes/city.js";
import { Company } from "./nodes/company.js";
import { County } from "./nodes/county.js";
import { Event } from "./nodes/event.js";
import { GovernmentBody } from "./nodes/government-body.js";
import { Industry } from "./nodes/industry.js";
import { Initiative } from "./nodes/initiative.js";
import { Institution } from "./nodes/institution.js";
import { Patent } from "./nodes/patent.js";
import { Person } from "./nodes/person.js";
import { Platform } from "./nodes/platform.js";
import { Province } from "./nodes/province.js";
import { StandardsBody } from "./nodes/standards-body.js";
import { Zone } from "./nodes/zone.js";
import { FocusesOn } from "./relations/focuses-on.js";
import { HoldsPosition } from "./relations/holds-position.js";
import { Hosts } from "./relations/hosts.js";
import { Issued } from "./relations/issued.js";
import { LocatedIn } from "./relations/located-in.js";
import { OperatesIn } from "./relations/operates-in.js";
import { Owns } from "./relations/owns.js";
import { PartOf } from "./relations/part-of.js";
import { ParticipatesIn } from "./relations/participates-in.js";
import { PartnersWith } from "./relations/partners-with.js";
import { TookPartIn } from "./relations/took-part-in.js";
import { Undertakes } from "./relations/undertakes.js";
import { Won } from "./relations/won.js";

/** All entity types, in order: the only place where one is registered. */
export const NODES: readonly NodeDefinition[] = [
  Province,
  City,
  County,
  Zone,
  Company,
  Institution,
  GovernmentBody,
  Person,
  Award,
  StandardsBody,
  Platform,
  Industry,
  Initiative,
  Patent,
  Event,
].map(nodeDefinition);

/** All relation types, in order: the only place where one is registered. */
export const RELATIONS: readonly RelationDefinition[] = [
  Won,
  LocatedIn,
  FocusesOn,
  OperatesIn,
  Hosts,
  ParticipatesIn,
  Undertakes,
  Issued,
  HoldsPosition,
  Owns,
  PartnersWith,
  TookPartIn,
  PartOf,
].map(relationDefinition);

const nodesByType = new Map(NODES.map((n) => [n.type as string, n]));
const relationsByType = new Map(RELATIONS.map((r) => [r.type as string, r]));

/** The entity type of that name, or undefined: the one white list of labels. */
export function nodeOf(type: string): NodeDefinition | undefined {
  return nodesByType.get(type);
}

/** The relation type of that name, or undefined: the one white list of relationship types. */
export function relationOf(type: string): RelationDefinition | undefined {
  return relationsByType.get(type);
}

export type {
  AliasReason,
  Claim,
  EntityClaim,
  EntityRef,
  Evidence,
  ObservationClaim,
  RelationClaim,
} from "./claims.js";
export type { NodeDefinition, PropertyDefinition, RelationDefinition, RelationField } from "./decorators.js";
export { Entity, Place } from "./entity.js";
export {
  ENTITY_TYPES,
  type EntityType,
  ORGANIZATION_TYPES,
  PLACE_TYPES,
  RELATION_TYPES,
  type RelationType,
} from "./types.js";
export { AwardLevel, Comparator, ObservationStatus, Role, Tier } from "./values.js";
