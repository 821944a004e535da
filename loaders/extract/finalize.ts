import type { Claim, EntityClaim, EntityRef, Evidence, ObservationClaim } from "../../schema/index.js";
import type { DocumentExtraction } from "./extraction.js";
import type { DocEntity, ObservationFinding } from "./types.js";

/**
 * What was found, as claims: entities that the text names or that a fact needs, then relations, then observations,
 * each in order of its evidence and free of repetitions. The same document gives the same claims, byte for byte.
 */
export function finalize(x: DocumentExtraction): Claim[] {
  const evidence = (start: number, end: number): Evidence => ({
    document: x.document.id,
    start,
    end,
    text: x.text.slice(start, end),
  });
  const ref = ({ type, name, adcode }: DocEntity): EntityRef =>
    adcode === undefined ? { type, name } : { type, name, adcode };

  /** A number for each entity, so that findings are compared without their names. */
  const numbers = new Map<DocEntity, number>();
  const numberOf = (entity: DocEntity): number => {
    let n = numbers.get(entity);
    if (n === undefined) {
      n = numbers.size;
      numbers.set(entity, n);
    }
    return n;
  };
  const relations = distinct(
    [...x.relations].sort((a, b) => a.start - b.start || a.end - b.end),
    (r) => {
      const p = r.properties ?? {};
      return `${r.type}\t${numberOf(r.from)}\t${numberOf(r.to)}\t${p.year}\t${p.edition}\t${p.tier}\t${p.role}\t${p.title}`;
    },
  ).filter((r) => r.from !== r.to);
  const observations = distinct(
    [...x.observations].sort((a, b) => a.start - b.start || a.end - b.end),
    (o) =>
      `${numberOf(o.subject)}\t${o.indicator}\t${o.value}\t${o.unit}\t${o.period}\t${o.comparator}\t${o.status}`,
  );

  const needed = new Map<DocEntity, { start: number; end: number; rule: string; confidence: number }>();
  for (const finding of [...relations, ...observations])
    for (const entity of "subject" in finding ? [finding.subject] : [finding.from, finding.to])
      if (!needed.has(entity)) needed.set(entity, finding);

  const entities: EntityClaim[] = [];
  for (const entity of new Set([...x.entities, ...needed.keys()])) {
    const mentions = entity.mentions.filter((m) => !m.generic);
    const first = mentions[0] ?? entity.named ?? needed.get(entity);
    if (first === undefined) continue;
    entities.push(entityClaim(entity, first, evidence(first.start, first.end)));
  }
  entities.sort(
    (a, b) =>
      a.evidence.start - b.evidence.start ||
      a.evidence.end - b.evidence.end ||
      order(a.type, b.type) ||
      order(a.name, b.name),
  );

  return [
    ...entities,
    ...relations.map(
      (r): Claim => ({
        fact: "relation",
        type: r.type,
        from: ref(r.from),
        to: ref(r.to),
        ...r.properties,
        evidence: evidence(r.start, r.end),
        rule: r.rule,
        confidence: r.confidence,
      }),
    ),
    ...observations.map((o) => observationClaim(o, ref(o.subject), evidence(o.start, o.end))),
  ];
}

// Field by field, in the order in which they are written: conditional spreads would take most of the time.
function entityClaim(
  entity: DocEntity,
  { rule, confidence }: { rule: string; confidence: number },
  evidence: Evidence,
): EntityClaim {
  const { type, name, aliases, adcode, region, date } = entity;
  const mentions = Math.max(1, entity.mentions.length);
  const claim = { fact: "entity", type, name, aliases: [...aliases.keys()], mentions } as EntityClaim;
  if (adcode !== undefined) claim.adcode = adcode;
  if (region !== undefined) claim.region = region;
  if (date !== undefined) claim.date = date;
  if (aliases.size > 0) claim.aliasReasons = [...aliases.values()];
  claim.evidence = evidence;
  claim.rule = rule;
  claim.confidence = confidence;
  return claim;
}

function observationClaim(o: ObservationFinding, subject: EntityRef, evidence: Evidence): ObservationClaim {
  const { indicator, value, unit, period, comparator, status, rule, confidence } = o;
  const claim = { fact: "observation", subject, indicator, value, unit } as ObservationClaim;
  if (period !== undefined) claim.period = period;
  if (comparator !== undefined) claim.comparator = comparator;
  claim.status = status;
  claim.evidence = evidence;
  claim.rule = rule;
  claim.confidence = confidence;
  return claim;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first of each key. */
function distinct<T>(findings: readonly T[], key: (finding: T) => string): T[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const k = key(finding);
    return seen.has(k) ? false : seen.add(k);
  });
}
