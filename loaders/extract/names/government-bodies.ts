import { DEPARTMENTS, NATIONAL_BODIES, ORGANS } from "../../lexicon/government.js";

import { type Occurrences, Trie } from "../../lexicon/trie.js";
import { allMatches } from "../../patterns/all-matches.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { sortFew } from "../../sort-few.js";
import { candidate, namedCandidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
import { divisionOf, hitAt, ownCounties, type PlaceContext, placeContext } from "./place-context.js";
import type { Division } from "./place-lexicon.js";
import { nameStart } from "./window.js";

type Source = Parameters<NameDetector["detect"]>[0];

const NATIONAL = Trie.of(
  NATIONAL_BODIES.flatMap(([name, ...short]) =>
    [name, ...short].map((form) => [form, { name, short }] as const),
  ),
).shared();
/** Department forms, by what ends them; the value is the full form. */
const DEPARTMENT = Trie.of(
  DEPARTMENTS.flatMap(([name, ...short]) => [name, ...short].map((f) => [f, name] as const)),
).shared();
const ORGAN = Trie.of(
  ORGANS.flatMap(([name, ...short]) => [name, ...short].map((form) => [form, name] as const)).filter(
    ([form]) => form !== "委员会",
  ),
).shared();
const COMMITTEES = Trie.ofWords("管委会 党工委 管理委员会".split(" ")).shared();
/** Where what BY_SHAPE finds begins. */
const SHAPES = Trie.ofWords(
  "管理委员会 管委会 管委 党工委 领导小组办公室 领导小组 联席会议办公室".split(" "),
).shared();
const ZONE_ENDS = Trie.ofWords("新区 新城 开发区 高新区 经开区".split(" ")).shared();
const BY_SHAPE =
  /(?:管理委员会|管委会|管委|党工委|领导小组办公室|领导小组|联席会议办公室|(?<=(?:新区|新城|开发区|高新区|经开区))(?![被由经获与和的])[\u4e00-\u9fa5]{2,8}?局(?![部面势]))/y;
/** One of these characters is in the last word of what OTHER finds. */
const ENDS_OTHER = new Uint8Array(65536);
for (const character of "局厅委领管专指联党工") ENDS_OTHER[character.charCodeAt(0)] = 1;
const LONGEST_OTHER = 13;
/** Other bodies, by shape: after a place's or zone's name. */
const OTHER =
  /(?:[\u4e00-\u9fa5]{1,12}(?:局(?!长)|厅|委员会|领导小组办公室|领导小组|工作委员会|管理处|管理办公室|专班|指挥部|联席会议)|(?:党工委|工委|管委会|管理委员会|管委))/uy;
const BEFORE_DEPARTMENT = new CharacterSet("，。；：、（由在和与\n\t\r ");
/** Words right after a short organ's name that make it something else: 政府质量奖, 政府采购, 市委托. */
const NOT_AFTER = gated(
  /^(?:质量|采购|奖|令|规章|主导|补贴|引导|专项|托|派|培|特|员|任|购|工作报告|投资|网站|门户|会客厅|津贴)/,
);

/** Public authorities: the state's by lexicon, local ones by place and department, others by shape. */
export const governmentBodies: NameDetector = {
  id: "name/government-body",
  detect(source) {
    const { norm } = source;
    const context = placeContext(source);
    const found: Candidate[] = [];
    national(norm, found);

    // 株洲市人民政府, 株洲市委, 株洲市场监督管理局: a place's name and then an organ or a department.
    for (const { start, end, division, short } of context.hits) {
      const hit = bodyAt(norm, end, false);
      if (hit === undefined) continue;
      // 株洲|高新区市场监管局 is a zone's, no department of the city by that name.
      const name = /^(?:高新|经开|经济|开发|综保|保税)/u.test(hit.name)
        ? `${norm.slice(start, end)}${hit.name}`
        : bodyName(division.name, hit.name);
      push(norm, found, start, hit.end, name, "name/place-body", short ? 0.85 : 0.9);
    }

    // 市政府, 省市场监管局, 县委: the place is the document's.
    /** As the text calls them; looked for where they are needed. */
    let zones: RegExpExecArray[] | undefined;
    let inName: Set<number> | undefined;
    for (const start of levels(norm)) {
      const level = norm[start]!;
      const hit = bodyAt(norm, start + 1, true);
      if (hit === undefined) continue;
      inName ??= lastCharacters(context);
      if (inName.has(start) || /各[市县区（）、]*$/u.test(norm.slice(Math.max(0, start - 6), start)))
        continue;
      // 自治区市场监管局, 自治区政府
      if (norm.slice(start - 2, start) === "自治") {
        const province = divisionFor("省", context);
        if (province !== undefined && hitAt(context, start - 4) === undefined)
          push(norm, found, start - 2, hit.end, bodyName(province.name, hit.name), "name/generic-body", 0.85);
        continue;
      }
      // 高新区市场监管局: the zone's.
      const kind = /(?:高新|经开|开发|保税|示范|新|管理|功能|园)$/u.exec(
        norm.slice(Math.max(0, start - 2), start),
      );
      if (level === "区" && kind !== null) {
        const short = `${kind[0]}区`;
        zones ??= allMatches(ZONE, norm);
        const zone = longerEndingSo(zones, short) ?? short;
        push(norm, found, start - kind[0].length, hit.end, `${zone}${hit.name}`, "name/zone-body", 0.8);
        continue;
      }
      const division = divisionFor(level, context);
      if (division === undefined) {
        push(norm, found, start, hit.end, norm.slice(start, hit.end), "name/generic-body", 0.7);
        continue;
      }
      push(norm, found, start, hit.end, bodyName(division.name, hit.name), "name/generic-body", 0.85);
    }

    const zone = departments(source, context, found);
    committees(source, zone, found);

    // 合肥高新区管委会, 株洲市质量强市工作领导小组办公室: by shape.
    for (const match of shapes(norm)) {
      const end = match.index + match[0].length;
      const start = nameStart(norm, match.index, 2, 26);
      if (start < 0) continue;
      const stem = norm.slice(start, match.index);
      if (/^[\u4e00-\u9fa5]?[由经被]$/u.test(stem)) continue;
      if (/^(?:各|园区|该区|工作|区|市|开发区|高新区)$/u.test(stem)) continue;
      // 省质量发展领导小组: the document's province's.
      const level = /^[省市县](?=[\u4e00-\u9fa5]{3})/u.exec(norm.slice(start, end))?.[0];
      const division = level === undefined ? undefined : divisionFor(level, context);
      if (division !== undefined) {
        push(
          norm,
          found,
          start,
          end,
          `${division.name}${norm.slice(start + 1, end)}`,
          "name/body-shape",
          0.85,
        );
        continue;
      }
      found.push(candidate("GovernmentBody", start, end, "name/body-shape", 0.85));
    }
    return found;
  },
};

/** Adds a candidate; what the text calls it is an alias. */
function push(
  norm: string,
  found: Candidate[],
  start: number,
  end: number,
  name: string,
  rule: string,
  confidence: number,
): void {
  const made = namedCandidate("GovernmentBody", start, end, name, rule, confidence);
  const surface = norm.slice(start, end);
  if (surface !== name) made.aliases = [surface];
  found.push(made);
}

const INSIDE_LONGER = new CharacterSet("内外省市区县");
const UNIT_AFTER = new CharacterSet("门队分位");

function national(norm: string, found: Candidate[]): void {
  const words = NATIONAL.in(norm);
  while (words.next()) {
    const { start, end, value: body } = words;
    if (body.name.length <= 3 && INSIDE_LONGER.has(norm.charCodeAt(start - 1))) continue;
    if (NOT_AFTER.test(norm, end, end + 4) || UNIT_AFTER.has(norm.charCodeAt(end))) continue;
    const made = namedCandidate("GovernmentBody", start, end, body.name, "name/national-body", 0.95);
    made.aliases = body.short;
    found.push(made);
  }
}

/** The zone that a document is about, asked for where it is needed. */
interface OwnZone {
  name: string | undefined;
}

/** 责任单位：市场监管局、财政局; 由科技局承担: the department of the place or zone that the document is about. */
function departments(source: Source, context: PlaceContext, found: Candidate[]): OwnZone | undefined {
  const { norm } = source;
  let zone: OwnZone | undefined;
  const words = DEPARTMENT.in(norm);
  while (words.next()) {
    const { start, end } = words;
    if (
      (start > 0 && !BEFORE_DEPARTMENT.has(norm.charCodeAt(start - 1))) ||
      norm[end] === "局" ||
      NOT_AFTER.test(norm, end, end + 4)
    )
      continue;
    zone ??= { name: mainZone(source) };
    const place = zone.name ?? (context.main?.type === "Province" ? undefined : context.main?.name);
    if (place === undefined) continue;
    push(norm, found, start, end, `${place}${words.value}`, "name/own-department", 0.7);
  }
  return zone;
}

const BEFORE_COMMITTEE = new CharacterSet("，。；、由）”\n");

/** 党工委书记、管委会主任: of the zone named before. */
function committees(source: Source, own: OwnZone | undefined, found: Candidate[]): void {
  const { norm } = source;
  let zone = own;
  const words = COMMITTEES.in(norm);
  while (words.next()) {
    const { start, end } = words;
    if (start === 0 || !BEFORE_COMMITTEE.has(norm.charCodeAt(start - 1))) continue;
    let name = allMatches(ZONE, norm.slice(Math.max(0, start - 120), start)).pop()?.[0];
    if (name === undefined) {
      zone ??= { name: mainZone(source) };
      name = zone.name;
    }
    if (name !== undefined) push(norm, found, start, end, `${name}${words.value}`, "name/own-committee", 0.8);
  }
}

/** Where the last characters of places' names stand. */
function lastCharacters({ hits }: PlaceContext): Set<number> {
  const found = new Set<number>();
  for (const { end } of hits) found.add(end - 1);
  return found;
}

function longerEndingSo(names: readonly RegExpExecArray[], end: string): string | undefined {
  for (const [name] of names) if (name.length > end.length && name.endsWith(end)) return name;
  return undefined;
}

/** Where 市, 省, 县 and their like stand before an organ or a department, but for 城市, 各县 and their like. */
function levels(norm: string): number[] {
  const found: number[] = [];
  addLevels(norm, ORGAN.in(norm), found);
  const organs = found.length;
  addLevels(norm, DEPARTMENT.in(norm), found);
  if (organs > 0 && organs < found.length) sortFew(found, ascending);
  let kept = 0;
  for (let i = 0; i < found.length; i++) if (i === 0 || found[i] !== found[i - 1]) found[kept++] = found[i]!;
  found.length = kept;
  return found;
}

const ascending = (a: number, b: number): number => a - b;
const LEVELS = new CharacterSet("市省区县州");
const NO_LEVEL_AFTER = new CharacterSet("城都直辖各0123456789");

function addLevels(norm: string, words: Occurrences<string>, found: number[]): void {
  while (words.next()) {
    const at = words.start - 1;
    if (at < 0 || !LEVELS.has(norm.charCodeAt(at))) continue;
    if (at > 0 && NO_LEVEL_AFTER.has(norm.charCodeAt(at - 1))) continue;
    found.push(at);
  }
}

/** The bodies that their shape tells, without what stands before it; none overlaps another. */
function shapes(norm: string): RegExpExecArray[] {
  const begins: number[] = [];
  const words = SHAPES.in(norm);
  while (words.next()) begins.push(words.start);
  const ends = ZONE_ENDS.in(norm);
  while (ends.next()) begins.push(ends.end);
  sortFew(begins, ascending);
  const found: RegExpExecArray[] = [];
  let next = 0;
  for (const start of begins) {
    if (start < next) continue;
    BY_SHAPE.lastIndex = start;
    const match = BY_SHAPE.exec(norm);
    if (match === null) continue;
    found.push(match);
    next = start + match[0].length;
  }
  return found;
}

/** The organ or department that begins at `at`, with its full form. */
function bodyAt(norm: string, at: number, generic: boolean): { end: number; name: string } | undefined {
  const organ = ORGAN.longestAt(norm, at);
  const department = DEPARTMENT.longestAt(norm, at);
  const best =
    organ !== undefined && (department === undefined || organ.end >= department.end) ? organ : department;
  if (best !== undefined) {
    const form = norm.slice(at, best.end);
    const after = norm.slice(best.end, best.end + 4);
    if (
      form === "委" &&
      /^(?:[员托派任培屈办组宣统政书副常]|会)/u.test(after) &&
      !/^(?:书记|副书记|常委|办公|组织|宣传|政府)/u.test(after)
    )
      return undefined;
    if (form === "政府" && NOT_AFTER.test(after)) return undefined;
    if (form === "人民政府" && /^(?:质量|奖)/u.test(after)) return undefined;
    return { end: best.end, name: best.value };
  }
  if (generic) return undefined;
  let last = at;
  const limit = Math.min(norm.length, at + LONGEST_OTHER);
  while (last < limit && ENDS_OTHER[norm.charCodeAt(last)] !== 1) last++;
  if (last >= limit) return undefined;
  OTHER.lastIndex = at;
  const shape = OTHER.exec(norm);
  if (shape === null) return undefined;
  const form = shape[0];
  if (/[的和与在为对由等同及并于将以]|公司|集团|总局|国家/u.test(form)) return undefined;
  if (/(?:格局|布局|结局|全局|大局|当局|僵局|破局|开局|困局|变局|邮局|技术委员会|标准化)/u.test(form))
    return undefined;
  return { end: at + form.length, name: form };
}

const ZONE = /[\u4e00-\u9fa5]{2,8}(?:高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|新区|新城)/gu;

/** The zone that the title or the first lines are about, as they call it. */
function mainZone({ norm, document }: Source): string | undefined {
  return allMatches(ZONE, document.title ?? "")[0]?.[0] ?? allMatches(ZONE, norm.slice(0, 120))[0]?.[0];
}

const bodyName = (place: string, body: string): string =>
  body === "委员会" ? `中共${place}委员会` : `${place}${body}`;

/** Whose government 市, 省, 县, 区 means in this document. */
export function divisionFor(level: string, context: PlaceContext): Division | undefined {
  if (level === "省")
    return context.provinces[0] === undefined ? undefined : divisionOf(`${context.provinces[0]}0000`);
  if (level === "市" || level === "州")
    return context.main?.type === "County" && context.main.name.endsWith("市") ? context.main : context.city;
  for (const county of ownCounties(context)) if (county.name.endsWith(level)) return county;
  return undefined;
}
