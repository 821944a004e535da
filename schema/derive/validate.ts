import type { Claim, EntityRef, RelationClaim } from "../claims.js";
import type { PropertyDefinition } from "../decorators.js";
import { nodeOf, relationOf } from "../index.js";
import { Comparator, ObservationStatus } from "../values.js";

/** Something about a claim that the ontology does not allow. */
export interface Issue {
  /** Position in the list of claims. */
  claim: number;
  code:
    | "unknown-type"
    | "wrong-end"
    | "unknown-end"
    | "missing"
    | "wrong-value"
    | "unknown-property"
    | "not-evident";
  /** Where in the claim: `from`, `year`, `evidence.text`. */
  path: string;
  got: unknown;
  expected: string;
}

const PERIOD = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?$/;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const CODE = /^\d{6}$/;
/** What every claim, entity claim and relation claim has beside the ontology's properties. */
const COMMON = ["fact", "type", "evidence", "rule", "confidence"];
const OF_ENTITY = ["name", "aliases", "mentions", "adcode", "region", "date", "aliasReasons"];
const OF_RELATION = ["from", "to"];

/**
 * Checks the claims of one document against the ontology and, where given, the text that they quote. Returns what is
 * wrong; the caller decides what to do about it.
 */
export function validateClaims(claims: readonly Claim[], text?: string): Issue[] {
  const issues: Issue[] = [];
  const known = new Set(claims.filter((c) => c.fact === "entity").map((c) => keyOf(c)));
  for (const [index, claim] of claims.entries()) {
    const report = (code: Issue["code"], path: string, got: unknown, expected: string): void => {
      issues.push({ claim: index, code, path, got, expected });
    };
    checkEvidence(claim, text, report);
    if (claim.fact === "entity") {
      if (nodeOf(claim.type) === undefined) report("unknown-type", "type", claim.type, "an entity type");
      if (claim.name.trim() === "") report("missing", "name", claim.name, "a name");
      if (!Number.isSafeInteger(claim.mentions) || claim.mentions < 1)
        report("wrong-value", "mentions", claim.mentions, "a whole number from 1");
      for (const code of ["adcode", "region"] as const)
        if (claim[code] !== undefined && !CODE.test(claim[code]))
          report("wrong-value", code, claim[code], "six digits by GB/T 2260");
      if (claim.date !== undefined && !DATE.test(claim.date))
        report("wrong-value", "date", claim.date, "2019, 2019-11 or 2019-11-05");
      unknownProperties(claim, OF_ENTITY, report);
      continue;
    }
    for (const [path, ref] of endsOf(claim))
      if (!known.has(keyOf(ref)))
        report("unknown-end", path, ref.name, `an entity claim of type ${ref.type}`);
    if (claim.fact === "relation") checkRelation(claim, report);
    else {
      if (claim.indicator.trim() === "") report("missing", "indicator", claim.indicator, "a name");
      if (!Number.isFinite(claim.value)) report("wrong-value", "value", claim.value, "a number");
      if (claim.period !== undefined && !PERIOD.test(claim.period))
        report("wrong-value", "period", claim.period, "2019, 2019-11 or 2020-01/2020-08");
      oneOf(claim.comparator, Object.values(Comparator), "comparator", report);
      oneOf(claim.status, Object.values(ObservationStatus), "status", report);
    }
  }
  return issues;
}

type Report = (code: Issue["code"], path: string, got: unknown, expected: string) => void;

const keyOf = (ref: EntityRef): string => `${ref.type}|${ref.name}`;

function endsOf(claim: Exclude<Claim, { fact: "entity" }>): [string, EntityRef][] {
  if (claim.fact === "observation") return [["subject", claim.subject]];
  return [
    ["from", claim.from],
    ["to", claim.to],
  ];
}

function checkEvidence({ evidence }: Claim, text: string | undefined, report: Report): void {
  if (evidence.text === "") report("missing", "evidence.text", "", "the characters that state it");
  if (text !== undefined && text.slice(evidence.start, evidence.end) !== evidence.text)
    report("not-evident", "evidence.text", evidence.text, "the document's text between start and end");
}

function checkRelation(claim: RelationClaim, report: Report): void {
  const relation = relationOf(claim.type);
  if (relation === undefined || relation.source !== "claims") {
    report("unknown-type", "type", claim.type, "a relation type that documents state");
    return;
  }
  if (!relation.from.includes(claim.from.type))
    report("wrong-end", "from", claim.from.type, relation.from.join(", "));
  if (!relation.to.includes(claim.to.type)) report("wrong-end", "to", claim.to.type, relation.to.join(", "));
  for (const property of relation.properties) checkValue(claim, property, report);
  unknownProperties(claim, [...OF_RELATION, ...relation.properties.map((p) => p.name)], report);
}

function checkValue(claim: RelationClaim, { name, kind, values }: PropertyDefinition, report: Report): void {
  const value = claim[name as keyof RelationClaim];
  if (value === undefined) return;
  if (kind === "int" && !Number.isSafeInteger(value)) report("wrong-value", name, value, "a whole number");
  if (kind === "string" && typeof value !== "string") report("wrong-value", name, value, "a text");
  if (kind === "enum") oneOf(value as string, values, name, report);
}

function oneOf(value: string | undefined, values: readonly string[], path: string, report: Report): void {
  if (value !== undefined && !values.includes(value)) report("wrong-value", path, value, values.join(", "));
}

function unknownProperties(claim: Claim, allowed: readonly string[], report: Report): void {
  for (const [name, value] of Object.entries(claim))
    if (value !== undefined && !COMMON.includes(name) && !allowed.includes(name))
      report("unknown-property", name, value, `one of ${allowed.join(", ")}`);
}
