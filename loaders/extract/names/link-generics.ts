import type { EntityType } from "../../../schema/index.js";
import { Trie } from "../../lexicon/trie.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { firstFrom } from "../spans.js";
import type { DocEntity, Extraction, Linker, Mention } from "../types.js";
import { genericMention } from "./generic-mention.js";
import { divisionOf, placeContext } from "./place-context.js";
import { portrayedFirm } from "./portrayed.js";

/** What words that refer to what was named before mean. */
interface Meaning {
  types: readonly EntityType[];
  /** Stands for an entity only at the beginning of a clause: 公司, 企业. */
  bare?: boolean;
  /** Stands for the one zone of the document whose name ends so. */
  ending?: boolean;
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
  readonly level: string | undefined;
  /** What follows it within a compound that refers to nothing. */
  readonly compound: RegExp | undefined;
  /** Whether it means the zone that the document is about, if it is about one; the whole of its district. */
  readonly ofMainZone: boolean;
  readonly ofDistrict: boolean;

  constructor(surface: string, { types, bare = false, ending = false, level }: Meaning) {
    this.types = types;
    this.bare = bare;
    this.ending = ending;
    this.level = level;
    this.compound = COMPOUND[surface];
    this.ofMainZone = !ending && OF_MAIN_ZONE.has(surface);
    this.ofDistrict = WHOLE_DISTRICT.has(surface);
  }
}

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
  ...word("公司 企业 集团 工厂", { types: ["Company"], bare: true }),
  ...word("该院 该校 该所 该协会 该学院 该医院 该研究院", { types: ["Institution"] }),
  ...word("我局 本局", { types: ["GovernmentBody"] }),
  ...["市", "省", "县", "区", "州"].flatMap((level) =>
    word(`${level}局`, { types: ["GovernmentBody"], bare: true, level }),
  ),
  ...word("学校 医院 协会 研究院 研究所 学院", { types: ["Institution"], bare: true }),
]).shared();
const CLAUSE_START = new CharacterSet("，。；：！？“（\n\t 、");
/** Adds mentions for 我市, 全区, 该公司, 公司: what they refer to in their place. */
export const linkGenerics: Linker = {
  id: "link/generics",
  run(x) {
    const added: Mention[] = [];
    let last = -1;
    const zones = x.entities.filter((e) => e.type === "Zone");
    const portrayed = memo(() => firmOfTitle(x));
    const featured = memo(() => portrayedFirm(x));
    const mainZone = memo(zone);
    /** 新区 in 落户于新区的…: no character of a longer name before it. */
    const endingSo = (surface: string, start: number): DocEntity | undefined => {
      if (!/[，。；：、（“\n由在于与和对到入该是\s]/u.test(x.norm[start - 1] ?? "\n")) return undefined;
      const fitting = zones.filter((z) => [z.name, ...z.aliases.keys()].some((n) => n.endsWith(surface)));
      return fitting.length === 1 ? fitting[0] : undefined;
    };
    GENERICS.scan(x.norm, (start, end, generic) => {
      if (start < last) return;
      if (
        generic.bare &&
        start > 0 &&
        !CLAUSE_START.has(x.norm.charCodeAt(start - 1)) &&
        !isAgent(x.norm, start, end)
      )
        return;
      if (overlaps(x, start, end) || generic.compound?.test(x.norm.slice(end, end + 4))) return;
      if (x.sentenceAt(start) === undefined || mute(x, start)) return;
      const main = generic.ofMainZone ? mainZone() : undefined;
      if (main !== undefined) {
        add(main, start, end);
        return;
      }
      const entity = generic.ending
        ? endingSo(x.norm.slice(start, end), start)
        : generic.types[0] === "GovernmentBody"
          ? authorityOfTitle(x, generic.level)
          : generic.level === undefined
            ? organization(x, start, generic, portrayed, featured)
            : place(x, start, generic.level, generic.ofDistrict);
      if (entity === undefined) return;
      add(entity, start, end);
    });
    x.addMentions(added);

    function add(entity: DocEntity, start: number, end: number): void {
      last = end;
      added.push(genericMention(x, entity, { start, end }, "name/generic"));
    }

    /** The zone that the document is about, if it is about one. */
    function zone(): DocEntity | undefined {
      const counted = zones.map((z) => ({ z, n: z.mentions.length })).sort((a, b) => b.n - a.n);
      const total = counted.reduce((n, c) => n + c.n, 0);
      if (counted[0] !== undefined)
        return counted[0].n >= 3 && counted[0].n * 2 >= total ? counted[0].z : undefined;
      return ofCommittee(x);
    }
  },
};

/** The zone that only its committee names: 甲经开区 of 甲经开区管委会. */
function ofCommittee(x: Extraction): DocEntity | undefined {
  const named = x.entities.flatMap((body) => {
    const zone =
      body.type === "GovernmentBody" && body.mentions.length > 0
        ? /^(.{2,}(?:开发区|高新区|经开区|新区|新城|产业园区?|工业园区?|科学城|保税区))(?:党工委|管委会|管理委员会)$/u.exec(
            body.mentions[0]!.surface,
          )?.[1]
        : undefined;
    return zone === undefined ? [] : [{ zone, at: body.mentions[0]!.start }];
  });
  const [first] = named;
  if (first === undefined || named.some(({ zone }) => zone !== first.zone)) return undefined;
  return x.entity("Zone", first.zone, { start: first.at, end: first.at + first.zone.length });
}

/** What a function gives, asked once. */
function memo<T>(ask: () => T): () => T {
  let answer: { value: T } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}

function mute(x: Extraction, at: number): boolean {
  const kind = x.blockAt(at)?.kind;
  return kind === "byline" || kind === "boilerplate";
}

function overlaps(x: Extraction, start: number, end: number): boolean {
  const { mentions } = x;
  const i = firstFrom(mentions, start);
  return (i < mentions.length && mentions[i]!.start < end) || (i > 0 && mentions[i - 1]!.end > start);
}

/** The place of that level that the document is about; 区 also a zone, or an autonomous region. */
function place(x: Extraction, at: number, level: string, whole: boolean): DocEntity | undefined {
  const named = (e: DocEntity | undefined): DocEntity | undefined => e;
  if (level === "省") {
    const province = divisionOf(`${placeContext(x).provinces[0] ?? ""}0000`);
    return province === undefined || province.type !== "Province"
      ? undefined
      : named(placeEntity(x, province));
  }
  if (level === "区") {
    // The district that the document is about, not the zone in it that was named last.
    if (whole && x.place?.type === "County" && x.place.name.endsWith("区")) return x.place;
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
  const last = fitting[firstFrom(fitting, at) - 1];
  return last === undefined || last.start < floor ? undefined : last.entity;
}

const isZone = (m: Mention): boolean => m.type === "Zone";
const isCounty = (m: Mention): boolean => m.type === "County";
const isZoneOrDistrict = (m: Mention): boolean => isZone(m) || (isCounty(m) && m.entity.name.endsWith("区"));

/** Mentions that fit, of each list of them that there was. */
const fittingOf = new WeakMap<readonly Mention[], Map<Fits, Mention[]>>();

/** The firm that a title names, and no other: its portrait means it by 公司. */
function firmOfTitle(x: Extraction): DocEntity | undefined {
  const named = new Set(
    x.blocks
      .filter(({ kind }) => kind === "title")
      .flatMap(({ start, end }) => x.mentionsIn(start, end, ["Company"]).map((m) => m.entity)),
  );
  return named.size === 1 ? [...named][0] : undefined;
}

/** 我局, 市局 in a report whose title names one authority (of that level). */
function authorityOfTitle(x: Extraction, level: string | undefined): DocEntity | undefined {
  const named = new Set(
    x.blocks
      .filter(({ kind }) => kind === "title")
      .flatMap(({ start, end }) => x.mentionsIn(start, end, ["GovernmentBody"]).map((m) => m.entity)),
  );
  const [body] = named;
  if (named.size !== 1 || !body!.name.endsWith("局")) return undefined;
  return level === undefined || body!.name.slice(0, -3).includes(level) ? body : undefined;
}

/** 由公司承担, 由企业牵头: who does it. */
const isAgent = (norm: string, start: number, end: number): boolean =>
  norm[start - 1] === "由" && AGENT.test(norm, end, end + 4);
const AGENT = gated(/^(?:承担|承建|牵头|负责|主导|运营|独立|担任|提出)/);

/** The organization that the sentence, else the one before it, is about: the first that it names. */
function organization(
  x: Extraction,
  at: number,
  generic: Meaning,
  firmOfTitle: () => DocEntity | undefined,
  featuredFirm: () => DocEntity | undefined,
): DocEntity | undefined {
  const sentence = x.sentenceAt(at)!;
  const named = x.mentionsIn(sentence.start, at, generic.types).filter((m) => !m.generic);
  // 在甲园建设乙产业园，园区…: the one that was named last.
  const here = generic.types[0] === "Zone" ? named.at(-1) : named[0];
  if (here !== undefined) return here.entity;
  const portrayed = generic.bare ? firmOfTitle() : undefined;
  if (portrayed !== undefined && generic.types.includes(portrayed.type)) return portrayed;
  for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 6; i--) {
    const earlier = x.sentences[i]!;
    // A paragraph that has named no other: 公司 is the one that the feature is about.
    if (generic.bare && earlier.block !== sentence.block && generic.types[0] === "Company") {
      const featured = featuredFirm();
      if (featured !== undefined) return featured;
    }
    if (generic.bare && earlier.block !== sentence.block && earlier.block.parent !== sentence.block.parent)
      break;
    const found = x.mentionsIn(earlier.start, earlier.end, generic.types).filter((m) => !m.generic);
    if (found.length > 0) return (generic.types[0] === "Zone" ? found.at(-1)! : found[0]!).entity;
  }
  return x.subjectAt(at, generic.types);
}
