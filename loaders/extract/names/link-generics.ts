import type { EntityType } from "../../../schema/index.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { isOrigin } from "../shape/origins.js";
import { firstFrom, firstMention, overlapsMention } from "../spans.js";
import type { DocEntity, Extraction, Linker, Mention } from "../types.js";
import { genericMention } from "./generic-mention.js";
import { divisionOf, placeContext } from "./place-context.js";
import type { Division } from "./place-lexicon.js";

/** What words that refer to what was named before mean. */
interface Meaning {
  types: readonly EntityType[];
  /** Stands for an entity only at the beginning of a clause: 公司, 企业. */
  bare?: boolean;
  /** Stands for the one zone of the document whose name ends so. */
  ending?: boolean;
  /** Stands only for those whose names end so. */
  named?: string;
  /** The level of a place, or of an authority: 市, 省, 县, 区. */
  level?: string;
}

/** What follows a generic word within a compound that refers to nothing: 企业家, 公司债, 园区经济, 全区域. */
const COMPOUND: Readonly<Record<string, RegExp>> = {
  公司: /^(?:债|法|制|化|治理|律师|名称|类)/u,
  企业: /^(?:家|化|级|间|标准|名单|名称|单位|自主|主体|数量|类|质量信用|入|参|申报|导入|开展|创新主体|计量|首席|获奖|和|、)/u,
  园区: /^(?:经济|化|类|名单|企业数)/u,
  区内: /^(?:外)/u,
  全区: /^(?:域)/u,
};
/** What means the zone that the document is about, if it is about one. */
const OF_MAIN_ZONE: ReadonlySet<string> = new Set(["园区", "全园区", "区内", "园内", "园里", "区里", "全区"]);
const WHOLE_DISTRICT: ReadonlySet<string> = new Set(["我区", "全区", "本区", "区里"]);

/** What a word means, with what the word itself tells. */
class Generic {
  readonly types: readonly EntityType[];
  readonly bare: boolean;
  readonly ending: boolean;
  readonly named: string | undefined;
  readonly level: string | undefined;
  /** What follows it within a compound that refers to nothing. */
  readonly compound: RegExp | undefined;
  /** Whether it means the zone that the document is about, if it is about one; the whole of its district. */
  readonly ofMainZone: boolean;
  readonly ofDistrict: boolean;

  constructor(surface: string, { types, bare = false, ending = false, named, level }: Meaning) {
    this.types = types;
    this.bare = bare;
    this.ending = ending;
    this.named = named;
    this.level = level;
    this.compound = COMPOUND[surface];
    this.ofMainZone = !ending && OF_MAIN_ZONE.has(surface);
    this.ofDistrict = WHOLE_DISTRICT.has(surface);
  }
}

const COOPERATIVE = "合作社";
const word = (words: string, meaning: Meaning): [string, Generic][] =>
  words.split(" ").map((w) => [w, new Generic(w, meaning)]);
const PLACES: readonly EntityType[] = ["Province", "City", "County", "Zone"];

/** Expressions that refer to what was named before. */
const GENERICS = Trie.of<Generic>([
  ...["市", "省", "县", "区", "州"].flatMap((level) =>
    word(`我${level} 我们${level} 咱${level} 咱们${level} 全${level} 本${level} 该${level} 这个${level}`, {
      types: PLACES,
      level,
    }),
  ),
  ...word("县里 县内 县域 全县域", { types: PLACES, level: "县" }),
  ...word("区里", { types: PLACES, level: "区" }),
  ...word("市里 市内 市域", { types: PLACES, level: "市" }),
  ...word("全园区 该园区 园区 该高新区 该经开区 该开发区 该新区 区内 园内 园里", { types: ["Zone"] }),
  ...word("高新区 经开区 新区 开发区 综保区 自贸区 产业园 工业园", { types: ["Zone"], ending: true }),
  ...word("该公司 该企业 该集团 该厂 这家公司 这家企业 这家老厂 这家集团 这家工厂", { types: ["Company"] }),
  ...word("公司 企业 集团 工厂 全公司 全集团 全厂", { types: ["Company"], bare: true }),
  ...word("该合作社", { types: ["Company"], named: COOPERATIVE }),
  ...word("合作社", { types: ["Company"], bare: true, named: COOPERATIVE }),
  ...word("该院 该校 该所 该协会 该学院 该医院 该研究院", { types: ["Institution"] }),
  ...word("我局 本局", { types: ["GovernmentBody"] }),
  ...["市", "省", "县", "区", "州"].flatMap((level) =>
    word(`${level}局`, { types: ["GovernmentBody"], bare: true, level }),
  ),
  // 某镇质量服务站…，服务站获得
  ...["服务站", "检测站", "监测站", "血站", "幼儿园", "图书馆"].flatMap((named) =>
    word(named, { types: ["Institution"], bare: true, named }),
  ),
  ...word("学校 医院 协会 研究院 研究所 学院", { types: ["Institution"], bare: true }),
]).shared();
const CLAUSE_START = new CharacterSet("，。；：！？“（\n\t 、");
/** Adds mentions for 我市, 全区, 该公司, 公司: what they refer to in their place. */
export const linkGenerics: Linker = {
  id: "link/generics",
  run(x) {
    const added: Mention[] = [];
    const subjects = new Referred(x);
    let last = -1;
    const words = GENERICS.in(x.norm);
    while (words.next()) {
      const { start, end } = words;
      if (start < last) continue;
      const generic = words.value;
      if (
        generic.bare &&
        start > 0 &&
        !CLAUSE_START.has(x.norm.charCodeAt(start - 1)) &&
        !isAgent(x.norm, start, end)
      )
        continue;
      if (overlapsMention(x.mentions, start, end) || generic.compound?.test(x.norm.slice(end, end + 4)))
        continue;
      if (x.sentenceAt(start) === undefined || mute(x, start)) continue;
      const entity = subjects.of(generic, start, end);
      if (entity === undefined) continue;
      const made =
        departmentOf(x, entity, start, end) ?? genericMention(x, entity, start, end, "name/generic");
      last = made.end;
      added.push(made);
    }
    x.addMentions(added);
  },
};

/** Whom the generic words of one document mean; what all of it tells is asked once, where it is needed. */
class Referred {
  private readonly zones: readonly DocEntity[];
  private portrayed: { firm: DocEntity | undefined } | undefined = undefined;
  private main: { zone: DocEntity | undefined } | undefined = undefined;

  constructor(private readonly x: Extraction) {
    this.zones = x.entities.filter(isZoneEntity);
  }

  of(generic: Generic, start: number, end: number): DocEntity | undefined {
    const { x } = this;
    if (generic.ofMainZone) {
      this.main ??= { zone: this.mainZone() };
      const { zone } = this.main;
      const { place: own } = x;
      // 全区 in a text that names its district more often than the zone there.
      const ofDistrict = generic.ofDistrict && own?.type === "County" && own.name.endsWith("区");
      if (zone !== undefined && !(ofDistrict && own.mentions.length > zone.mentions.length)) return zone;
    }
    if (generic.ending) return this.endingSo(x.norm.slice(start, end), start);
    if (generic.types[0] === "GovernmentBody") return authorityOfTitle(x, generic.level);
    return generic.level === undefined
      ? this.organization(start, generic)
      : place(x, start, generic.level, generic.ofDistrict);
  }

  /** 新区 in 落户于新区的…: no character of a longer name before it. */
  private endingSo(surface: string, start: number): DocEntity | undefined {
    if (start > 0 && !BEFORE_ENDING.has(this.x.norm.charCodeAt(start - 1))) return undefined;
    let fitting: DocEntity | undefined;
    for (const zone of this.zones) {
      if (!endsSo(zone, surface)) continue;
      if (fitting !== undefined) return undefined;
      fitting = zone;
    }
    return fitting;
  }

  /** The zone that the document is about, if it is about one. */
  private mainZone(): DocEntity | undefined {
    const { told } = this.x.about;
    if (told?.type === "Zone") return told;
    let most: DocEntity | undefined;
    let total = 0;
    for (const zone of this.zones) {
      total += zone.mentions.length;
      if (most === undefined || zone.mentions.length > most.mentions.length) most = zone;
    }
    if (most === undefined) return ofCommittee(this.x);
    const named = most.mentions.length;
    return named >= 3 && named * 2 >= total ? most : undefined;
  }

  /** The organization that the sentence, else the one before it, is about: the first that it names. */
  private organization(at: number, { types, bare, named }: Generic): DocEntity | undefined {
    const { x } = this;
    const sentence = x.sentenceAt(at)!;
    // 在甲园建设乙产业园，园区…: the one that was named last.
    const here = namedWithin(x, sentence.start, at, types, named);
    if (here !== undefined) return here;
    this.portrayed ??= { firm: firmOfTitle(x) ?? x.about.told };
    const { firm } = this.portrayed;
    const main = firm !== undefined && types.includes(firm.type) && isNamed(firm, named) ? firm : undefined;
    if (bare && main !== undefined) return main;
    for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 6; i--) {
      const earlier = x.sentences[i]!;
      // A paragraph that has named no other: 公司 is the one that the feature is about.
      if (main !== undefined && earlier.block !== sentence.block) return main;
      if (bare && earlier.block !== sentence.block) {
        if (types[0] === "Company") {
          const featured = x.about.portrayed;
          if (featured !== undefined && isNamed(featured, named)) return featured;
        }
        if (earlier.block.parent !== sentence.block.parent) break;
      }
      const found = namedWithin(x, earlier.start, earlier.end, types, named);
      if (found !== undefined) return found;
    }
    const subject = x.subjectAt(at, types);
    return subject !== undefined && isNamed(subject, named) ? subject : undefined;
  }
}

const isZoneEntity = ({ type }: DocEntity): boolean => type === "Zone";
const BEFORE_ENDING = new CharacterSet("，。；：、（“\n\t 由在于与和对到入该是");

function endsSo(zone: DocEntity, surface: string): boolean {
  if (zone.name.endsWith(surface)) return true;
  for (const alias of zone.aliases.keys()) if (alias.endsWith(surface)) return true;
  return false;
}

const isNamed = ({ name }: DocEntity, ending: string | undefined): boolean =>
  ending === undefined || name.endsWith(ending);

/** The first of these types that is named in [from, to); of zones the last. */
function namedWithin(
  x: Extraction,
  from: number,
  to: number,
  types: readonly EntityType[],
  ending: string | undefined,
): DocEntity | undefined {
  const wantsLast = types[0] === "Zone";
  let found: DocEntity | undefined;
  const { mentions } = x;
  for (let i = firstMention(mentions, from); i < mentions.length && mentions[i]!.start < to; i++) {
    const mention = mentions[i]!;
    if (mention.end > to || mention.generic || !types.includes(mention.type)) continue;
    if (!isNamed(mention.entity, ending)) continue;
    if (!wantsLast && isOrigin(x.norm, from, mention.start, mention.end)) continue;
    if (!wantsLast) return mention.entity;
    found = mention.entity;
  }
  return found;
}

/** The zone that only its committee names: 甲经开区 of 甲经开区管委会. */
function ofCommittee(x: Extraction): DocEntity | undefined {
  let name: string | undefined;
  let at = 0;
  for (const { type, mentions } of x.entities) {
    if (type !== "GovernmentBody" || mentions.length === 0) continue;
    const zone = OF_COMMITTEE.exec(mentions[0]!.surface)?.[1];
    if (zone === undefined) continue;
    if (name !== undefined && name !== zone) return undefined;
    if (name === undefined) at = mentions[0]!.start;
    name = zone;
  }
  return name === undefined ? undefined : x.entity("Zone", name, { start: at, end: at + name.length });
}
const OF_COMMITTEE = gated(
  /^(.{2,}(?:开发区|高新区|经开区|新区|新城|产业园区?|工业园区?|科学城|保税区))(?:党工委|管委会|管理委员会)$/,
);

function mute(x: Extraction, at: number): boolean {
  const kind = x.blockAt(at)?.kind;
  return kind === "byline" || kind === "boilerplate";
}

/** The place of that level that the document is about; 区 also a zone, or an autonomous region. */
function place(x: Extraction, at: number, level: string, whole: boolean): DocEntity | undefined {
  if (level === "省") {
    const province = divisionOf(`${placeContext(x).provinces[0] ?? ""}0000`);
    return province === undefined || province.type !== "Province" ? undefined : placeEntity(x, province);
  }
  if (level === "区") {
    // The district that the document is about, not the zone in it that was named last.
    if (whole && x.place?.type === "County" && x.place.name.endsWith("区")) return x.place;
    const own = whole ? districtOf(x) : undefined;
    if (own !== undefined) return placeEntity(x, own);
    // A district within the name of its prize or bureau counts as well: 滨湖区区长质量奖.
    const { hits } = placeContext(x);
    for (let i = firstFrom(hits, at) - 1; i >= 0; i--)
      if (hits[i]!.division.type === "County" && hits[i]!.division.name.endsWith("区")) {
        const named = lastOf(x, at, isZone)?.mentions;
        const last = named?.[firstFrom(named, at) - 1];
        if (last === undefined || last.start < hits[i]!.start) return placeEntity(x, hits[i]!.division);
        break;
      }
    const near = lastOf(x, at, isZoneOrDistrict);
    if (near !== undefined) return near;
    const main = x.subjectAt(at, ["Zone"]);
    if (main !== undefined) return main;
    const region = divisionOf(`${placeContext(x).provinces[0] ?? ""}0000`);
    return region?.name.endsWith("自治区") ? placeEntity(x, region) : undefined;
  }
  if (level === "县") return x.place?.name.endsWith("县") ? x.place : lastOf(x, at, isCounty);
  const own = x.place;
  if (own === undefined) return undefined;
  if (own.type === "City" || own.name.endsWith(level)) return own;
  const { city } = placeContext(x);
  return city === undefined ? own : placeEntity(x, city);
}

/** The one district that the text names over and over, in the names of its prizes and bureaus too, and more often than any zone. */
function districtOf(x: Extraction): Division | undefined {
  const times = new Map<Division, number>();
  for (const { division } of placeContext(x).hits)
    if (division.type === "County" && division.name.endsWith("区"))
      times.set(division, (times.get(division) ?? 0) + 1);
  let most: Division | undefined;
  let second = 0;
  for (const [division, n] of times)
    if (most === undefined || n > times.get(most)!) {
      second = most === undefined ? 0 : times.get(most)!;
      most = division;
    } else second = Math.max(second, n);
  const named = most === undefined ? 0 : times.get(most)!;
  const isMost = named >= OFTEN && named >= second * 3;
  return isMost && x.entities.every((e) => e.type !== "Zone" || e.mentions.length < named) ? most : undefined;
}
const OFTEN = 5;

function placeEntity(
  x: Extraction,
  division: { type: "Province" | "City" | "County"; name: string; code: string },
): DocEntity {
  const entity = x.entity(division.type, division.name);
  entity.adcode ??= division.code;
  return entity;
}

type Fits = (mention: Mention) => boolean;

/** The last mention in the same block, or under the same heading, that fits. */
function lastOf(x: Extraction, at: number, fits: Fits): DocEntity | undefined {
  const block = x.blockAt(at);
  const floor = block?.parent?.start ?? block?.start ?? 0;
  const known = fittingOf.get(x.mentions) ?? new Map<Fits, Mention[]>();
  fittingOf.set(x.mentions, known);
  const fitting = known.get(fits) ?? x.mentions.filter(fits);
  known.set(fits, fitting);
  const last = fitting[firstMention(fitting, at) - 1];
  return last === undefined || last.start < floor ? undefined : last.entity;
}

const isZone = (m: Mention): boolean => m.type === "Zone";
const isCounty = (m: Mention): boolean => m.type === "County";
const isZoneOrDistrict = (m: Mention): boolean => isZone(m) || (isCounty(m) && m.entity.name.endsWith("区"));

/** Mentions that fit, of each list of them that there was. */
const fittingOf = new WeakMap<readonly Mention[], Map<Fits, Mention[]>>();

/** The firm that a title names, and no other: its portrait means it by 公司. */
const firmOfTitle = (x: Extraction): DocEntity | undefined => onlyOfTitle(x, "Company");

/** 我局, 市局 in a report whose title names one authority (of that level). */
function authorityOfTitle(x: Extraction, level: string | undefined): DocEntity | undefined {
  const body = onlyOfTitle(x, "GovernmentBody") ?? nameOnTop(x);
  if (body === undefined || !body.name.endsWith("局")) return undefined;
  return level === undefined || body.name.slice(0, -3).includes(level) ? body : undefined;
}

/** 我局|质量科|获…: the department has won rather than the authority. */
function departmentOf(x: Extraction, body: DocEntity, start: number, end: number): Mention | undefined {
  if (body.type !== "GovernmentBody") return undefined;
  const part = PART.exec(x.norm, end, Math.min(x.norm.length, end + 16))?.[0];
  if (part === undefined) return undefined;
  const whole = end + part.length;
  const entity = x.entity("GovernmentBody", `${body.name}${part}`, { start, end: whole });
  return { ...genericMention(x, entity, start, whole, "name/department"), generic: false };
}
const PART = gated(/^[\u4e00-\u9fa5]{2,7}?(?:科|处|室|支队|大队)(?=被|荣?获|喜获|入选|斩获|摘得|捧[得回])/);

/** 某市市场监督管理局 on a line of its own above all else: whose report it is. */
function nameOnTop({ blocks, mentions, norm }: Extraction): DocEntity | undefined {
  const [top] = blocks;
  const [first] = mentions;
  if (top === undefined || first?.type !== "GovernmentBody" || first.start !== top.start) return undefined;
  return norm.slice(first.end, top.end).trim() === "" ? first.entity : undefined;
}

/** The one entity of a type that titles name; undefined where they name several. */
function onlyOfTitle(x: Extraction, type: EntityType): DocEntity | undefined {
  let found: DocEntity | undefined;
  const { mentions } = x;
  for (const { kind, start, end } of x.blocks) {
    if (kind !== "title") continue;
    for (let i = firstMention(mentions, start); i < mentions.length && mentions[i]!.end <= end; i++) {
      const { entity } = mentions[i]!;
      if (mentions[i]!.type !== type || entity === found) continue;
      if (found !== undefined) return undefined;
      found = entity;
    }
  }
  return found;
}

/** 由公司承担, 由企业牵头: who does it. */
const isAgent = (norm: string, start: number, end: number): boolean =>
  norm[start - 1] === "由" && AGENT.test(norm, end, end + 4);
const AGENT = gated(/^(?:承担|承建|牵头|负责|主导|运营|独立|担任|提出)/);
