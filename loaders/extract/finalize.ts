import type {
  Claim,
  EntityClaim,
  EntityRef,
  Evidence,
  ObservationClaim,
  RelationClaim,
} from "../../schema/index.js";
import { sortFew } from "../sort-few.js";
import type { DocumentExtraction } from "./extraction.js";
import type { DocEntity, Mention, ObservationFinding, RelationFinding } from "./types.js";

type Span = Pick<Evidence, "start" | "end">;
type Stated = Pick<Mention, "start" | "end" | "rule" | "confidence">;

/**
 * What was found, as claims: entities that the text names or that a fact needs, then relations, then observations,
 * each in order of its evidence and free of repetitions. The same document gives the same claims, byte for byte.
 */
export function finalize(x: DocumentExtraction): Claim[] {
  const relations = distinct(sortFew(x.relations.filter(joinsTwo), byEvidence), hashOfRelation, sameRelation);
  const observations = distinct(
    sortFew(x.observations.slice(), byEvidence),
    hashOfObservation,
    sameObservation,
  );

  /** What needs an entity that the text does not name, or that is none of the document's any more. */
  const needed = new Map<DocEntity, Stated>();
  for (const r of relations) {
    need(x, needed, r.from, r);
    need(x, needed, r.to, r);
  }
  for (const o of observations) need(x, needed, o.subject, o);

  const entities: EntityClaim[] = [];
  for (const entity of x.entities) {
    const first = namedFirst(entity) ?? needed.get(entity);
    if (first !== undefined) entities.push(entityClaim(entity, first, evidenceOf(x, first)));
  }
  for (const [entity, fact] of needed)
    if (!x.has(entity)) {
      const first = namedFirst(entity) ?? fact;
      entities.push(entityClaim(entity, first, evidenceOf(x, first)));
    }
  sortFew(entities, byEvidenceAndName);

  const claims: Claim[] = entities;
  for (const r of relations) claims.push(relationClaim(r, refOf(r.from), refOf(r.to), evidenceOf(x, r)));
  for (const o of observations) claims.push(observationClaim(o, refOf(o.subject), evidenceOf(x, o)));
  return claims;
}

// Functions of the module, here and below: V8 forgets the optimized code of those that are made anew for each document.
const evidenceOf = (x: DocumentExtraction, { start, end }: Span): Evidence => ({
  document: x.document.id,
  start,
  end,
  text: x.text.slice(start, end),
});
const refOf = ({ type, name, adcode }: DocEntity): EntityRef => ({ type, name, adcode });

/** Where the text names an entity first. */
function namedFirst({ mentions, named }: DocEntity): Stated | undefined {
  for (const mention of mentions) if (!mention.generic) return mention;
  return named;
}

function need(x: DocumentExtraction, needed: Map<DocEntity, Stated>, entity: DocEntity, fact: Stated): void {
  if ((namedFirst(entity) === undefined || !x.has(entity)) && !needed.has(entity)) needed.set(entity, fact);
}

const joinsTwo = ({ from, to }: RelationFinding): boolean => from !== to;

/** Where an entity is named: numbers that tell most apart. */
const placeOf = ({ mentions, name }: DocEntity): number =>
  mentions.length > 0 ? mentions[0]!.start : name.length;
const mixed = (a: number, b: number): number => Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);

const hashOfRelation = ({ from, to, properties: p = NO_PROPERTIES }: RelationFinding): number =>
  mixed(placeOf(from), placeOf(to)) ^ mixed(p.year ?? 0, p.edition ?? 0);
function sameRelation(a: RelationFinding, b: RelationFinding): boolean {
  if (a.from !== b.from || a.to !== b.to || a.type !== b.type) return false;
  const { properties: p = NO_PROPERTIES } = a;
  const { properties: q = NO_PROPERTIES } = b;
  return (
    p.year === q.year &&
    p.edition === q.edition &&
    p.tier === q.tier &&
    p.role === q.role &&
    p.title === q.title
  );
}

const hashOfObservation = ({ subject, indicator, value, period }: ObservationFinding): number =>
  mixed(placeOf(subject), indicator.length) ^ mixed(Math.round(value * 100), Number(period?.slice(-4)));
const sameObservation = (a: ObservationFinding, b: ObservationFinding): boolean =>
  a.subject === b.subject &&
  a.value === b.value &&
  a.indicator === b.indicator &&
  a.unit === b.unit &&
  a.period === b.period &&
  a.comparator === b.comparator &&
  a.status === b.status;

// With all keys, in the order in which they are written: objects of one shape are made and read several times as fast as
// those of conditional spreads, and what is undefined is not written.
function entityClaim(
  { type, name, aliases, adcode, region, date, mentions }: DocEntity,
  { rule, confidence }: { rule: string; confidence: number },
  evidence: Evidence,
): EntityClaim {
  return {
    fact: "entity",
    type,
    name,
    aliases: aliases.size > 0 ? [...aliases.keys()] : [],
    mentions: Math.max(1, mentions.length),
    adcode,
    region,
    date,
    aliasReasons: aliases.size > 0 ? [...aliases.values()] : undefined,
    evidence,
    rule,
    confidence,
  };
}

function relationClaim(
  { type, properties = NO_PROPERTIES, rule, confidence }: RelationFinding,
  from: EntityRef,
  to: EntityRef,
  evidence: Evidence,
): RelationClaim {
  const { year, edition, tier, role, title } = properties;
  return { fact: "relation", type, from, to, year, edition, tier, role, title, evidence, rule, confidence };
}

function observationClaim(
  { indicator, value, unit, period, comparator, status, rule, confidence }: ObservationFinding,
  subject: EntityRef,
  evidence: Evidence,
): ObservationClaim {
  return {
    fact: "observation",
    subject,
    indicator,
    value,
    unit,
    period,
    comparator,
    status,
    evidence,
    rule,
    confidence,
  };
}

const NO_PROPERTIES: NonNullable<RelationFinding["properties"]> = {};
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of findings; of those with the same evidence the earlier found comes first. */
const byEvidence = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
const byEvidenceAndName = (a: EntityClaim, b: EntityClaim): number =>
  byEvidence(a.evidence, b.evidence) || order(a.type, b.type) || order(a.name, b.name);

/** Kept, since room outside of V8's heap costs more than to fill it. */
let slots = new Int32Array(256);

/** The first of those that say the same, in their order. */
function distinct<T>(
  findings: readonly T[],
  hashOf: (finding: T) => number,
  isSame: (a: T, b: T) => boolean,
): T[] {
  let size = 16;
  while (size < findings.length * 2) size *= 2;
  if (size > slots.length) slots = new Int32Array(size);
  slots.fill(0, 0, size);
  const first: T[] = [];
  for (const finding of findings) {
    const hash = hashOf(finding);
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    // A slot holds the place, counted from one, of a finding among the first.
    while (slots[slot] !== 0 && !isSame(first[slots[slot]! - 1]!, finding)) slot = (slot + 1) & (size - 1);
    if (slots[slot] !== 0) continue;
    first.push(finding);
    slots[slot] = first.length;
  }
  return first;
}
