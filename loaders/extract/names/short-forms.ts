import { type Division, divisions } from "../../lexicon/divisions.js";
import { SAFE_LEADS } from "../../lexicon/name-leads.js";
import { NO_BRANDS, SECTORS, TECHNICAL } from "../../lexicon/sectors.js";
import { spotsOfNames } from "../../lexicon/together.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { namedCandidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { PLACE_NAMES } from "./place-lexicon.js";

type Source = Parameters<NameDetector["detect"]>[0];

/** What legal forms are made of, from their end: each part may be missing. */
const LEGAL: readonly (readonly string[])[] = [
  ["公司"],
  ["总"],
  ["有限责任", "有限", "责任"],
  ["股份"],
  ["（集团）"],
];
const BRAND = 2;

interface Firm {
  candidate: Candidate;
  name: string;
  /** The name without the leading place and the legal form. */
  core: string;
  /** The leading place as the name writes it. */
  place: string;
  /** The same without 省, 市 or 县; and without 区. */
  shortPlace: string;
  plainPlace: string;
}

/**
 * Short forms of the firms whose full names a document gives: a beginning of the name without place and legal form
 * (重峰动力 of 山东重峰动力集团有限公司), or brand and first characters of its words (中车株机 of
 * 中车株洲电力机车有限公司), where they fit one firm of the document alone.
 */
export function shortForms(
  source: Source,
  chosen: readonly Candidate[],
  known: ReadonlySet<string>,
): Candidate[] {
  const { norm, text } = source;
  const firms = new Map<string, Firm>();
  /** Firms of two characters beside the place, by both; "" where several have them. */
  const placed = new Map<string, string>();
  for (const candidate of chosen) {
    if (candidate.type !== "Company") continue;
    const name = candidate.name ?? text.slice(candidate.start, candidate.end);
    if (!name.endsWith("公司") || firms.has(name)) continue;
    const place = withDistrict(norm, name, leadingPlace(name));
    let core = withoutLegalForm(name.slice(place.length));
    if (core.includes("（")) core = core.replace(/（[^）]{0,300}）/gu, "");
    const shortPlace = withoutLast(place, "省市县");
    // 平湖精机 of 平湖精机股份有限公司: two characters alone name nobody.
    if (core.length === BRAND && shortPlace !== "")
      placed.set(`${shortPlace}${core}`, placed.has(`${shortPlace}${core}`) ? "" : name);
    if (core.length <= BRAND) continue;
    firms.set(name, { candidate, name, core, place, shortPlace, plainPlace: withoutLast(place, "省市县区") });
  }
  if (firms.size === 0 && placed.size === 0) return [];
  const byBrand = new Map<string, Firm[]>();
  for (const firm of firms.values()) {
    const key = firm.core.slice(0, BRAND);
    const family = byBrand.get(key);
    if (family === undefined) byBrand.set(key, [firm]);
    else family.push(firm);
  }
  /** Names in full and awards, of which no part is a short form; where the next of them stands. */
  const taken = chosen.filter(({ type, name, start, end }) =>
    type === "Company" ? (name ?? norm.slice(start, end)).endsWith("公司") : type === "Award",
  );
  let next = 0;

  const found: Candidate[] = [];
  /** Where each brand stands, but for names in full and awards. */
  const spots = new Map<readonly Firm[], number[]>();
  for (const { start, value: family } of spotsOfNames(norm, byBrand)) {
    while (next < taken.length && taken[next]!.end <= start) next++;
    if (next < taken.length && taken[next]!.start <= start) continue;
    const earlier = spots.get(family);
    if (earlier === undefined) spots.set(family, [start]);
    else earlier.push(start);
    const placed = placeAndBrand(norm, start, family, text);
    if (placed !== undefined && !known.has(norm.slice(placed.start, placed.end))) {
      const { start: from, end, name } = placed;
      found.push(namedCandidate("Company", from, end, name, "name/short-form", 0.75));
    }
    let firm: Firm | undefined;
    let length = 0;
    let rank = 0;
    let rivals = 0;
    for (const one of family) {
      const fit = fitAt(norm, start, one.core);
      const long = fit >>> FIT_BITS;
      if (long === 0) continue;
      const ranked = (norm.startsWith(one.core, start) ? 10 : 0) + (fit & ALIGNED);
      if (firm === undefined || long > length || (long === length && ranked > rank)) {
        firm = one;
        length = long;
        rank = ranked;
        rivals = 0;
      } else if (long === length && ranked === rank) rivals++;
    }
    if (firm === undefined || rivals > 0) continue;
    let from = start;
    if (firm.place !== "") {
      const { place, plainPlace } = firm;
      if (endsAt(norm, start, place)) from = start - place.length;
      else if (endsAt(norm, start, plainPlace)) from = start - plainPlace.length;
    }
    if (from === start && !begins(norm, start)) continue;
    const surface = norm.slice(from, start + length);
    if (known.has(surface) || withoutPlaces(surface).length < 3) continue;
    found.push(namedCandidate("Company", from, start + length, firm.name, "name/short-form", 0.8));
  }
  found.push(...brandsAlone(norm, byBrand, spots, known));
  if (placed.size > 0) found.push(...placesAndCores(norm, placed, taken, known));
  return found;
}

/** 平湖精机 of 平湖精机股份有限公司, wherever it stands as a name. */
function placesAndCores(
  norm: string,
  placed: ReadonlyMap<string, string>,
  taken: readonly Candidate[],
  known: ReadonlySet<string>,
): Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  for (const { start, end, value: name } of spotsOfNames(norm, placed)) {
    while (next < taken.length && taken[next]!.end <= start) next++;
    if (next < taken.length && taken[next]!.start <= start) continue;
    if (name === "" || known.has(norm.slice(start, end)) || !begins(norm, start)) continue;
    if (AFTER_NAME.test(norm.slice(end, end + 2)))
      found.push(namedCandidate("Company", start, end, name, "name/short-form", 0.75));
  }
  return found;
}

/**
 * 海川 of 自贡海川阀门股份有限公司: the two characters that one firm alone has, where the text keeps naming it so, standing
 * as a name does at least twice. What is an ordinary word, a place or part of one gives no name.
 */
function brandsAlone(
  norm: string,
  byBrand: ReadonlyMap<string, readonly Firm[]>,
  spots: ReadonlyMap<readonly Firm[], readonly number[]>,
  known: ReadonlySet<string>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [brand, family] of byBrand) {
    const [firm] = family;
    const stands = spots.get(family) ?? [];
    if (
      family.length > 1 ||
      stands.length < 2 ||
      known.has(brand) ||
      ORDINARY.has(brand) ||
      SAFE_LEADS.has(brand)
    )
      continue;
    if (PLACE_NAMES.get(brand) !== undefined) continue;
    const free: number[] = [];
    // 某某某 of 某省某某某塑料股份有限公司: where it has three.
    const longer: number[] = [];
    let sure = 0;
    let surer = 0;
    let within = 0;
    let end = 0;
    for (const at of stands) {
      if (at < end) continue;
      end = at + BRAND;
      const next = norm.slice(end, end + 2);
      const leads = begins(norm, at) || LEADS_BRAND.test(norm.slice(Math.max(0, at - 2), at));
      if (!leads) within++;
      else if (!firm!.core.startsWith(next[0] ?? "\n", BRAND)) {
        free.push(at);
        if (isSure(next)) sure++;
      } else if (!firm!.core.startsWith(next[1] ?? "\n", BRAND + 1)) {
        longer.push(at);
        if (isSure(norm.slice(end + 1, end + 3))) surer++;
      }
    }
    if (within > 0) continue;
    if (sure > 1) for (const start of free) found.push(brandOf(norm, start, start + BRAND, firm!));
    else if (surer > 1 && free.length === 0)
      for (const start of longer) found.push(brandOf(norm, start, start + BRAND + 1, firm!));
  }
  return found;
}

const isSure = (next: string): boolean => AFTER_NAME.test(next) || AFTER_BRAND.test(next);
const AFTER_BRAND = /^(?:[有获捧夺报接跻“]|\d\d|早[已就]|掌门|当家|董事|总[经裁])/u;

function brandOf(norm: string, start: number, end: number, firm: Firm): Candidate {
  const made = namedCandidate("Company", start, end, firm.name, "name/brand-alone", 0.7);
  if (norm[end] === "有" || norm[end] === "获") made.priority = 1;
  return made;
}

export function withoutLegalForm(name: string): string {
  let end = name.length;
  for (const forms of LEGAL)
    for (const form of forms)
      if (endsAt(name, end, form)) {
        end -= form.length;
        break;
      }
  return name.slice(0, end);
}

const endsAt = (text: string, at: number, word: string): boolean =>
  at >= word.length && text.startsWith(word, at - word.length);

const withoutLast = (place: string, ends: string): string =>
  place !== "" && ends.includes(place[place.length - 1]!) ? place.slice(0, -1) : place;

/** 盐城东辉 of 盐城东辉汽车座椅有限公司: the place and the brand as the full name begins, where one firm alone has both. */
function placeAndBrand(
  norm: string,
  at: number,
  family: readonly Firm[],
  text: string,
): { start: number; end: number; name: string } | undefined {
  let firm: Firm | undefined;
  for (const one of family) {
    if (one.shortPlace === "" || !endsAt(norm, at, one.shortPlace)) continue;
    if (firm !== undefined) return undefined;
    firm = one;
  }
  if (firm === undefined) return undefined;
  const start = at - firm.shortPlace.length;
  const end = at + BRAND;
  const brand = text.slice(at, end);
  if (ORDINARY.has(brand) || !begins(norm, start)) return undefined;
  // Only where a verb, a break or a particle follows: more of a name would make it another's.
  return AFTER_NAME.test(norm.slice(end, end + 2)) ? { start, end, name: firm.name } : undefined;
}

const LEADS_BRAND = /[有了]$|联合$/u;
const ORDINARY: ReadonlySet<string> = new Set([...NO_BRANDS, ...SECTORS, ...TECHNICAL]);
const AFTER_NAME =
  /^(?:$|[，。；：、！？）”（\s]|[的在与和是为由获将把被也还则已均都曾等同跟凭从向对以]|落户|位于|获评|荣获|拿下|摘得|捧回|牵头|主导|承担|承建|参与|入选|建有|拥有|主营|主攻|专攻|专注|生产|研发|投资|总部|董事|总经|副总|首席|公司|集团|股份|坐落|扎根|成立|拟|今年|去年|两家|一家)/u;

const BEFORE_NAME = new CharacterSet("由与和及对为在的是让被把将向从给到有于令使像以同跟即称看听");

/** Whether a name can begin here: after punctuation, a function word or a word that leads up to names. */
function begins(norm: string, at: number): boolean {
  if (at === 0) return true;
  const before = norm.charCodeAt(at - 1);
  if (!(before >= 0x4e00 && before <= 0x9fa5) || BEFORE_NAME.has(before)) return true;
  if (/\d[年月日]$/u.test(norm.slice(Math.max(0, at - 2), at))) return true;
  for (let length = 2; length <= 4; length++) if (SAFE_LEADS.has(norm.slice(at - length, at))) return true;
  return false;
}

/** What `fitAt` gives: a length above these bits, and in them how many characters are aligned. */
const FIT_BITS = 4;
const ALIGNED = (1 << FIT_BITS) - 1;

/** The length of a short form of `n` characters with 集团, 股份 or 公司 if that follows. */
const withForm = (norm: string, start: number, n: number): number =>
  norm.startsWith("集团", start + n) ||
  norm.startsWith("股份", start + n) ||
  norm.startsWith("公司", start + n)
    ? n + 2
    : n;

/**
 * How many characters at `start` are a short form of the core, 0 for none; and how many of them that skip some of the
 * core begin a word of it (words are taken to be of two characters).
 */
function fitAt(norm: string, start: number, core: string): number {
  let length = BRAND;
  while (length < core.length && norm[start + length] === core[length]) length++;
  if (length === core.length) return withForm(norm, start, length) << FIT_BITS;
  // 甲集团 is no short form of its subsidiary 甲集团乙股份公司.
  if (norm.startsWith("集团", start + length - 2)) return 0;
  if (length >= 4) {
    const last = core[core.length - 1]!;
    if (norm[start + length] === last && "所厂院社".includes(last)) return (length + 1) << FIT_BITS;
    const formed = withForm(norm, start, length);
    if (formed > length) return formed << FIT_BITS;
    // A break within a word is chance (重峰动力集|中).
    const cut = length % 2 === 0 || length === 5 ? length - (length % 2) : length - 1;
    return withForm(norm, start, cut) << FIT_BITS;
  }
  const formed = withForm(norm, start, length);
  if (formed > length) return formed << FIT_BITS;
  // Brand and first characters of the words that follow, in order.
  let k = length;
  let n = length;
  let aligned = 0;
  while (n < 6) {
    const at = core.indexOf(norm[start + n] ?? "\n", k);
    if (at < 0) break;
    if (at % 2 === 0) aligned++;
    k = at + 1;
    n++;
  }
  return n >= 4 && n > length
    ? (n << FIT_BITS) | aligned
    : (length === 3 && core.length === 3 ? 3 : 0) << FIT_BITS;
}

const KIND_OF_PLACE = new CharacterSet("省市县区");

/** The province, city or county that begins a name, as written there. */
export function leadingPlace(name: string): string {
  let end = 0;
  let outer: Division | undefined;
  for (let step = 0; step < 3; step++) {
    const place = PLACE_NAMES.longestAt(name, end);
    if (place === undefined || name.length - place.end < 6) break;
    // 赤水河酒业: of the river, not of the city.
    if (name[place.end] === "河" && place.value.divisions.every((d) => d.type === "County")) break;
    // What follows a place counts where it lies in it: 河南|郑州, but not 哈尔滨|北安.
    const within = place.value.divisions.find(
      (d) => outer === undefined || (d !== outer && divisions.isWithin(d, outer)),
    );
    if (within === undefined) break;
    outer = within;
    end = place.end;
    if (place.value.short && KIND_OF_PLACE.has(name.charCodeAt(end))) end++;
  }
  return name.slice(0, end);
}

/** 千山信峰生物科技有限公司 where the text names 千山区: the district that a name begins with, without 区. */
function withDistrict(norm: string, name: string, place: string): string {
  const end = place.length + 2;
  // 吉林市|龙潭山化工…: behind a city's name it is more likely a word of the firm's own.
  if (place !== "" || name.length - end < 6) return place;
  const district = `${name.slice(place.length, end)}区`;
  return divisions.byName(district).length > 0 && norm.includes(district) ? name.slice(0, end) : place;
}

function withoutPlaces(name: string): string {
  let rest = "";
  for (let i = 0; i < name.length; ) {
    const place = PLACE_NAMES.longestAt(name, i);
    if (place?.value.divisions.some((d) => d.type !== "County")) i = place.end;
    else rest += name[i++];
  }
  return rest;
}
