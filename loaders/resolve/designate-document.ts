import {
  type Claim,
  type EntityClaim,
  type EntityRef,
  type RelationClaim,
  relationOf,
} from "../../schema/index.js";
import { nameKey, normalizeName } from "../../src/core/names.js";
import { renamed } from "../lexicon/renamed-groups.js";
import type { SourceDocument } from "../types.js";
import { type Designated, designate } from "./designation.js";
import { type Gazetteer, scopeOf } from "./gazetteer.js";
import type { DesignatedClaim, DesignatedDocument, NameRecord } from "./types.js";

/** How often a document that does not say where it is from must name a place to be about it. */
const MAIN_PLACE_MENTIONS = 3;

/**
 * A document's claims with the designations that they speak of, and the names that they state. Looks at nothing but
 * this document, so that it can be done anywhere and once. Claims whose ends have no entity claim are left out.
 */
export function designateDocument(
  gazetteer: Gazetteer,
  document: SourceDocument,
  claims: readonly Claim[],
): DesignatedDocument {
  const context = contextOf(gazetteer, document, claims);
  const regions = statedRegions(gazetteer, claims);
  const designated = new Map<string, Designated>();
  const names = new Map<string, NameRecord>();
  for (const claim of claims) {
    if (claim.fact !== "entity") continue;
    const found = designate(gazetteer, claim.type, claim.name, {
      adcode: claim.adcode,
      stated: claim.region ?? regions.get(refKey(claim)),
      context,
      date: claim.date,
    });
    designated.set(refKey(claim), found);
    if (claim.adcode !== undefined && !designated.has(nameKey(claim.type, claim.name)))
      designated.set(nameKey(claim.type, claim.name), found);
    recordNames(names, claim, found);
  }
  const idOf = (ref: EntityRef): string | undefined =>
    (designated.get(refKey(ref)) ?? designated.get(nameKey(ref.type, ref.name)))?.designation.id;
  const result: DesignatedClaim[] = [];
  for (const [index, claim] of claims.entries()) {
    const subject = idOf(
      claim.fact === "entity" ? claim : claim.fact === "relation" ? claim.from : claim.subject,
    );
    const object = claim.fact === "relation" ? idOf(claim.to) : null;
    if (subject === undefined || object === undefined) continue;
    const id = `${document.id}#${index + 1}`;
    const type = claim.fact === "observation" ? "Observation" : claim.type;
    const { evidence, rule, confidence, fact: kind, ...said } = claim;
    const { start, end, text } = evidence;
    const key = { id, kind, type, subject, object, tuple: tupleOf(claim) };
    result.push({ ...key, rule, confidence, start, end, text, data: JSON.stringify(said) });
  }
  return { document, claims: result, names: [...names.values()] };
}

/** The code of the place that a document is about: as it says of itself, else the one it names far more than others. */
function contextOf(
  gazetteer: Gazetteer,
  { place }: SourceDocument,
  claims: readonly Claim[],
): string | undefined {
  if (place !== null) return gazetteer.placeOf(place)?.code;
  const named = claims.filter((c) => c.fact === "entity" && c.adcode !== undefined && c.type !== "Province");
  const [first, second] = (named as EntityClaim[]).sort((a, b) => b.mentions - a.mentions);
  if (first === undefined || first.mentions < MAIN_PLACE_MENTIONS) return undefined;
  return second === undefined || first.mentions >= 2 * second.mentions ? first.adcode : undefined;
}

const refKey = (ref: EntityRef): string => `${nameKey(ref.type, ref.name)}|${ref.adcode ?? ""}`;

/** A relation's or observation's own values, in the ontology's order, as JSON: equal if and only if all are equal. */
export function tupleOf(claim: Claim): string {
  if (claim.fact === "entity") return "[]";
  if (claim.fact === "relation") {
    const properties = relationOf(claim.type)?.properties ?? [];
    return JSON.stringify(properties.map((p) => claim[p.name as keyof RelationClaim] ?? null));
  }
  const { indicator, value, unit, period, comparator, status } = claim;
  return JSON.stringify([indicator, value, unit, period ?? null, comparator ?? "=", status]);
}

/** Where the document puts each thing: LOCATED_IN, and for people where the body is in which they hold a post. */
function statedRegions(gazetteer: Gazetteer, claims: readonly Claim[]): Map<string, string> {
  const places = new Map<string, Set<string>>();
  const put = (ref: EntityRef, code: string | undefined): void => {
    if (code === undefined) return;
    const known = places.get(refKey(ref));
    if (known === undefined) places.set(refKey(ref), new Set([code]));
    else known.add(code);
  };
  const regionOfRef = new Map<string, string>();
  for (const claim of claims)
    if (claim.fact === "entity" && claim.region !== undefined) regionOfRef.set(refKey(claim), claim.region);
  const codeOf = (ref: EntityRef): string | undefined => {
    if (ref.adcode !== undefined) return ref.adcode;
    const named = gazetteer.named(ref.name).filter((d) => d.type === ref.type);
    if (named.length === 1) return named[0]!.code;
    return gazetteer.leading(normalizeName(ref.name))?.division.code;
  };
  for (const claim of claims)
    if (claim.fact === "relation" && claim.type === "LOCATED_IN") put(claim.from, codeOf(claim.to));
  for (const [key, codes] of places) {
    const one = mostSpecific([...codes]);
    if (one !== undefined && !regionOfRef.has(key)) regionOfRef.set(key, one);
  }
  const posts = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (claim.fact !== "relation" || claim.type !== "HOLDS_POSITION") continue;
    const code = regionOfRef.get(refKey(claim.to)) ?? codeOf(claim.to);
    if (code === undefined) continue;
    const known = posts.get(refKey(claim.from)) ?? new Set();
    posts.set(refKey(claim.from), known.add(code));
  }
  for (const [key, codes] of posts) {
    const one = mostSpecific([...codes]);
    if (one !== undefined && !regionOfRef.has(key)) regionOfRef.set(key, one);
  }
  return regionOfRef;
}

/** The code that all others contain; none where they lie apart. */
function mostSpecific(codes: readonly string[]): string | undefined {
  const sorted = [...codes].sort((a, b) => scopeOf(b).length - scopeOf(a).length || (a < b ? -1 : 1));
  const first = sorted[0];
  return first !== undefined && sorted.every((code) => first.startsWith(scopeOf(code))) ? first : undefined;
}

function recordNames(
  names: Map<string, NameRecord>,
  claim: EntityClaim,
  { designation, name, written }: Designated,
): void {
  const { type } = claim;
  const add = (surface: string, rule: string, mentions = 0): void => {
    const id = `${designation.id}|${rule}|${surface}`;
    const known = names.get(id);
    if (known === undefined)
      names.set(id, { id, designation, key: nameKey(type, surface), surface, rule, count: 1, mentions });
    else {
      known.count++;
      known.mentions += mentions;
    }
  };
  add(name, "name", claim.mentions);
  if (written !== undefined) add(written, "region");
  const successor = type === "Company" ? renamed(name) : undefined;
  if (successor !== undefined && !claim.aliases.includes(successor)) add(successor, "renamed-group");
  const reasons = new Map((claim.aliasReasons ?? []).map((r) => [r.name, r.rule]));
  for (const alias of new Set(claim.aliases))
    if (alias !== name && normalizeName(alias) !== "") add(alias, reasons.get(alias) ?? "stated");
}
