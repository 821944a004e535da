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
  const relations = distinct(sortFew(x.relations.filter(joinsTwo), byEvidence), fromOf, toOf, restOfRelation);
  const observations = distinct(
    sortFew(x.observations.slice(), byEvidence),
    subjectOf,
    indicatorOf,
    restOfObservation,
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
const fromOf = (r: RelationFinding): DocEntity => r.from;
const toOf = (r: RelationFinding): DocEntity => r.to;
const restOfRelation = ({ type, properties: p = NO_PROPERTIES }: RelationFinding): string =>
  `${type}\t${p.year}\t${p.edition}\t${p.tier}\t${p.role}\t${p.title}`;

const subjectOf = (o: ObservationFinding): DocEntity => o.subject;
const indicatorOf = (o: ObservationFinding): ObservationFinding["indicator"] => o.indicator;
const restOfObservation = (o: ObservationFinding): string =>
  `${o.value}\t${o.unit}\t${o.period}\t${o.comparator}\t${o.status}`;

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

/**
 * The first of those that say the same: of one subject and object, and alike in the rest, whose key is made only
 * where a subject and object come again.
 */
function distinct<T extends object, S extends object, O>(
  findings: readonly T[],
  subjectOf: (finding: T) => S,
  objectOf: (finding: T) => O,
  restOf: (finding: T) => string,
): T[] {
  const seen = new Map<S, Map<O, T | Set<string>>>();
  const first: T[] = [];
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const object = objectOf(finding);
    let ofSubject = seen.get(subject);
    if (ofSubject === undefined) {
      ofSubject = new Map();
      seen.set(subject, ofSubject);
    }
    const known = ofSubject.get(object);
    if (known === undefined) {
      ofSubject.set(object, finding);
      first.push(finding);
      continue;
    }
    const rests = known instanceof Set ? known : new Set([restOf(known)]);
    if (known !== rests) ofSubject.set(object, rests);
    const rest = restOf(finding);
    if (rests.has(rest)) continue;
    rests.add(rest);
    first.push(finding);
  }
  return first;
}
