import { createHash } from "node:crypto";
import { type EntityType, PLACE_TYPES } from "../../schema/index.js";
import { normalizeName } from "../../src/core/names.js";
import type { Division } from "../lexicon/divisions.js";
import { type Gazetteer, scopeOf } from "./gazetteer.js";
import { coreOf, isLegalName, isNational, stemOf } from "./name-shapes.js";
import type { Designation } from "./types.js";

/** What a document says of where a thing is. Codes by GB/T 2260. */
export interface Whereabouts {
  adcode?: string;
  /** Said of the thing itself. */
  stated?: string;
  /** The place that the document is about: settles names that everybody in a town uses, such as 人民医院. */
  context?: string;
  /** An event's date. */
  date?: string;
}

/** A designation with the name to show for it and the further names that follow from the place. */
export interface Designated {
  designation: Designation;
  name: string;
  /** The name as it was written, where a place had to be supplied. */
  written?: string;
}

/** Types whose names mean the same everywhere. */
const GLOBAL: readonly EntityType[] = ["Industry", "Patent", "Event"];
/** Types whose bare names belong to the place that a document is about. */
const LOCAL: readonly EntityType[] = ["Institution", "GovernmentBody", "Person", "Zone", "Platform"];
/** Types of which each county has its own; the others are told apart by city. */
const BY_COUNTY: readonly EntityType[] = ["Institution", "GovernmentBody"];
const LONGEST_KEY = 80;

/** What identifies the thing that a document calls by that name: pure, and blind to all other documents. */
export function designate(
  gazetteer: Gazetteer,
  type: EntityType,
  written: string,
  where: Whereabouts = {},
): Designated {
  if ((PLACE_TYPES as readonly EntityType[]).includes(type))
    return designatePlace(gazetteer, type, written, where);
  const name = qualify(gazetteer, type, written, where) ?? written;
  const key = normalizeName(name) || written;
  const extra = name === written ? {} : { written };
  if (GLOBAL.includes(type)) {
    const dated = type === "Event" && where.date !== undefined ? `${where.date}:${key}` : key;
    return { designation: make(gazetteer, type, dated, "", true, true), name, ...extra };
  }
  const place = type === "Person" ? undefined : leadingPlace(gazetteer, type, key);
  const legal = isLegalName(type, key);
  const core = coreOf(key, place?.length ?? 0);
  const strong = isStrong(type, key, place !== undefined, legal, core);
  const region = strong ? undefined : (where.stated ?? contextFor(type, key, legal, where.context));
  const scope =
    place !== undefined
      ? scopeOf(place.division.code)
      : region === undefined || isNational(key)
        ? ""
        : BY_COUNTY.includes(type)
          ? scopeOf(region)
          : gazetteer.cityScope(region);
  const universal = scope === "" && (strong || legal);
  return { designation: make(gazetteer, type, key, scope, strong, universal), name, ...extra };
}

function designatePlace(
  gazetteer: Gazetteer,
  type: EntityType,
  name: string,
  where: Whereabouts,
): Designated {
  const division = divisionOf(gazetteer, type, name, where);
  if (division === undefined)
    return { designation: make(gazetteer, type, normalizeName(name) || name, "", true, true), name };
  const key = normalizeName(division.name);
  return {
    designation: {
      id: placeId(gazetteer, division),
      type,
      key,
      scope: division.code,
      strong: true,
      universal: false,
    },
    name: division.name,
    ...(normalizeName(name) === key ? {} : { written: name }),
  };
}

/** The id of a place's entity: `city:株洲市`, `county:宁波市:江北区`. */
export function placeId(gazetteer: Gazetteer, { type, code, name }: Division): string {
  const above = type === "County" ? gazetteer.above(code)[0]?.name : undefined;
  return [slug(type), above, normalizeName(name)].filter((part) => part !== undefined).join(":");
}

function divisionOf(
  gazetteer: Gazetteer,
  type: EntityType,
  name: string,
  { adcode, stated, context }: Whereabouts,
): Division | undefined {
  const known = adcode === undefined ? undefined : gazetteer.division(adcode);
  if (known?.type === type) return known;
  const named = gazetteer.named(name).filter((d) => d.type === type);
  for (const region of [stated, context])
    if (region !== undefined)
      for (const scope of [scopeOf(region), scopeOf(region).slice(0, 4), scopeOf(region).slice(0, 2)]) {
        const near = named.filter((d) => d.code.startsWith(scope));
        if (near.length === 1) return near[0];
      }
  return named.length === 1 ? named[0] : undefined;
}

/** A name with the place that it leaves to its readers: 省长质量奖 in Hunan is 湖南省省长质量奖. */
function qualify(
  gazetteer: Gazetteer,
  type: EntityType,
  name: string,
  where: Whereabouts,
): string | undefined {
  if (type === "Award") {
    const place = gazetteer.leading(name);
    const rank = place && name[place.length - 1];
    if (
      place &&
      name[place.length] === "长" &&
      name[place.length + 1] !== "江" &&
      place.division.name.endsWith(rank!)
    )
      return name.slice(0, place.length) + rank + name.slice(place.length);
  }
  const stem = stemOf(type, name);
  const region = where.stated ?? where.context;
  if (stem === undefined || region === undefined) return undefined;
  const chain = [gazetteer.division(region), ...gazetteer.above(region)];
  const division = chain.find(
    (d) => d !== undefined && (stem === "省" ? d.type === "Province" : d.name.endsWith(stem)),
  );
  if (division === undefined) return undefined;
  const rest = name.slice(1);
  return rest.startsWith("长") ? division.name + name : division.name + rest;
}

function leadingPlace(gazetteer: Gazetteer, type: EntityType, key: string) {
  const place = gazetteer.leading(key);
  // 中国…, 海南… is a place at the head; a name that is nothing but a place has no name of its own left.
  if (place !== undefined) return place.length < key.length ? place : undefined;
  if (!isLegalName(type, key)) return undefined;
  // Groups put their brand before the town: 中车株洲电力机车有限公司, 国网湖南省电力有限公司.
  for (let brand = 2; brand <= 4 && brand < key.length - 4; brand++) {
    const inner = gazetteer.leading(key.slice(brand));
    if (inner !== undefined) return { division: inner.division, length: 0 };
  }
  return undefined;
}

function isStrong(type: EntityType, key: string, placed: boolean, legal: boolean, core: string): boolean {
  if (type === "Person") return false;
  if (type === "Company") return legal && (placed || core.length >= 6);
  if (placed || isNational(key)) return true;
  return (type === "Institution" && key.endsWith("大学")) || (type === "StandardsBody" && /[a-z]/.test(key));
}

function contextFor(
  type: EntityType,
  key: string,
  legal: boolean,
  context: string | undefined,
): string | undefined {
  if (LOCAL.includes(type)) return context;
  // A brand and a trade (华泰机械) make a short name in many towns; a registered name without a place is one firm's.
  if (type === "Company") return legal ? undefined : context;
  return type === "Initiative" && /[省市县区]/u.test(key) ? context : undefined;
}

function make(
  gazetteer: Gazetteer,
  type: EntityType,
  key: string,
  scope: string,
  strong: boolean,
  universal: boolean,
): Designation {
  const label = scope === "" ? undefined : labelOf(gazetteer, scope);
  const id = [slug(type), label, shortened(key)].filter((part) => part !== undefined).join(":");
  return { id, type, key, scope, strong, universal };
}

/** 湖南省, 株洲市, 宁波市江北区: no two scopes have one label. */
function labelOf(gazetteer: Gazetteer, scope: string): string {
  const code = scope.padEnd(6, "0");
  const division = gazetteer.division(code);
  if (division === undefined) return scope;
  const above = division.type === "County" ? gazetteer.above(code)[0] : undefined;
  return (above?.name ?? "") + division.name;
}

function shortened(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  return `${key.slice(0, LONGEST_KEY)}~${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
}

/** GovernmentBody → government-body. */
export const slug = (type: EntityType): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
