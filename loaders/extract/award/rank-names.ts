import { Begun } from "../../lexicon/begun.js";
import { divisions } from "../../lexicon/divisions.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { namedCandidate } from "../candidate.js";
import type { Candidate, DocEntity, Extraction, NameDetector } from "../types.js";
import { NOT_A_PRIZE } from "./heads.js";

type Rank = "国" | "省" | "市" | "县";

/** 省奖, 市奖: a prize by nothing but the rank of whose it is. */
const BY_RANK = new Begun("国奖 省奖 市奖 州奖 县奖 区奖", /[国省市州县区]奖/y);
/** Before 省奖: 全省|奖励, 中国|奖, 福建省|奖. */
const OF_WORD = new CharacterSet("中全各我本外该级地辖城新开园");
/** 省奖再添一席: a heading, of whom says what stands below. */
const ADDED = gated(/^[再又新喜]添/);
/** 省长质量奖, 市政府质量奖: whose it is where no place's name stands before. */
const RANKED: readonly (readonly [Rank, ReturnType<typeof gated>])[] = [
  ["国", gated(/^中国质量奖$/)],
  ["省", gated(/^(?:省长|省(?:人民)?政府|自治区主席|自治区(?:人民)?政府)质量奖$/)],
  ["市", gated(/^(?:市长|市(?:人民)?政府|州长|州(?:人民)?政府)质量奖$/)],
  ["县", gated(/^(?:[县区]长|[县区](?:人民)?政府)质量奖$/)],
];
/** 市奖|，指|某市人民政府质量奖: what a note says that it is. */
const GLOSS = gated(/^”?[，：]?(?:均|系|特|是)?(?:指的?是?|即|代表)“?/);
const RANK_OF = { Province: "省", City: "市", County: "县" } as const;
const LONGEST_PLACE = 11;

/**
 * 国家级奖项, 国字号的那个奖, 省里的质量奖, 市一级的奖 by the level of whose it is; 省里的，, 国家层面： with which a clause turns to it.
 */
const BY_LEVEL = new Begun(
  "国家 国字号 省字号 市字号 省级 省里 省一级 省层面 省那 省这 市级 市里 市一级 市本级 市层面 市那 市这 州级 州里 县级 县里 县一级 区级 区里 区一级 自治区",
  /(国|省|市|县)字号”?(?:的?[这那]一?[个块枚座项份]|的)?(?:质量)?(?:奖[项牌]?|荣誉)|(国家|自治区|[省市州县区])(?:(?:级层面|一级|本级|层面|级|里)的?(?:[这那]一?[个块枚座项份]|最高)?(?:质量)?|的?[这那]一?[个块枚座项份](?:质量)?)(?:奖[项牌]?|荣誉)|国家(?=奖)奖|(国家|自治区|[省市州县区])(?:级层面|一级|本级|层面|级|里)(?:的?(?=[，。：？]|[呢吧嘛]|(?:正|提名)奖)|的(?=\n|$))/y,
);
/** The same where it can be none but the one that the text has named: 省里那个奖. */
const POINTS = gated(/[这那]一?[个块枚座项份]/);
/** Before 省级奖项 where the text turns to it, asks how many there are, or says who has it; not 多次获得省级奖项. */
const TURNS_TO = gated(
  /(?:^|[。；：！？，\n 　“”#【〉》▲◆■●—*]|[先再]?[说看讲聊][说看到]?|至于|[几哪][个家块些]|多少个?|这次|此次|本次|同时|另外|而|那么?|[在是]|[的和与、]|[拿捧摘夺斩获得领抱收][了到回下得走过获]?|[给属]于|给了)$/,
);
const OFTEN = gated(
  /(?:多次|屡|各|累计|多个|一批|先后|众多|数十|不少|曾获|没|未|申报|冲|争)[^，。；：？！\n]{0,6}$/,
);
/** The same before 省里，: a sentence or what somebody says begins. */
const OPENS = gated(/(?:^|[。；：！？\n#【〉》▲◆■●—*]\s?|[先再]?[说看讲聊][说看到]?了?|至于|那么?|而)$/);
/** Behind 国家级奖项: it is of any prize. */
const ANY = gated(
  /^(?:[\d一二两三四五六七八九十百]{1,5}[余多]?[项个件]|以上|及以上|称号|申报|培育|[、和与及]|方面的?政策|[却则]?(?:因|没|未|停评|还没|尚未|空白|暂停))/,
);

/** A place where a prize is meant by the rank of whose it is. */
interface Spot {
  start: number;
  end: number;
  surface: string;
  rank: Rank;
  /** Whether the text must have named the prize before. */
  refers: boolean;
}

const RANKS: Readonly<Record<string, Rank>> = { 国家: "国", 自治区: "省", 州: "市", 区: "县" };
const rankOfSign = (sign: string): Rank => RANKS[sign] ?? (sign as Rank);

function spotsIn(norm: string): Spot[] {
  const spots: Spot[] = [];
  for (const { index, 0: surface } of BY_RANK.matches(norm))
    if (
      !OF_WORD.has(norm.charCodeAt(index - 1)) &&
      !NOT_A_PRIZE.test(norm.slice(index + 1, index + 4)) &&
      !ADDED.test(norm, index + 2, index + 4)
    )
      spots.push({
        start: index,
        end: index + 2,
        surface,
        rank: rankOfSign(surface[0]!),
        refers: false,
      });
  for (const { index, 0: surface, 1: sign, 2: level, 3: bare } of BY_LEVEL.matches(norm)) {
    const end = index + surface.length;
    if (OF_WORD.has(norm.charCodeAt(index - 1)) || NOT_A_PRIZE.test(norm.slice(end - 1, end + 2))) continue;
    const before = bare === undefined ? TURNS_TO : OPENS;
    if (!POINTS.test(surface) && !before.test(norm, Math.max(0, index - 4), index)) continue;
    if (ANY.test(norm, end, end + 8) || OFTEN.test(norm, Math.max(0, index - 8), index)) continue;
    spots.push({ start: index, end, surface, rank: rankOfSign(sign ?? level ?? bare ?? "国"), refers: true });
  }
  return spots;
}

/**
 * 省奖, 市奖, 国家级奖项 in a text that names one quality prize of that rank: 福建省政府质量奖, and 省政府质量奖 which is its end.
 */
export function rankNames(
  { norm }: Parameters<NameDetector["detect"]>[0],
  known: readonly Candidate[],
): Candidate[] {
  const spots = spotsIn(norm);
  if (spots.length === 0) return [];
  const glossed = new Map<string, string>();
  let starting: ReadonlyMap<number, Candidate> | undefined;
  for (const { end, surface } of spots) {
    const gloss = GLOSS.exec(norm, end, end + 6);
    if (gloss === null) continue;
    starting ??= new Map(known.map((one) => [one.start, one]));
    const meant = starting.get(end + gloss[0].length);
    if (meant !== undefined) glossed.set(surface, meant.name ?? norm.slice(meant.start, meant.end));
  }
  const byRank = new Map<Rank, OnlyName>();
  for (const { name: given, start, end } of known) {
    const name = given ?? norm.slice(start, end);
    const rank = rankOf(name);
    if (rank === undefined) continue;
    const only = byRank.get(rank) ?? new OnlyName();
    byRank.set(rank, only);
    only.add(name, start);
  }
  return spots.flatMap(({ start, end, surface, rank, refers }) => {
    const only = byRank.get(rank);
    const name = glossed.get(surface) ?? (refers && (only?.first ?? start) >= start ? undefined : only?.name);
    if (name === undefined) return [];
    const found = namedCandidate("Award", start, end, name, "award/rank", 0.9);
    found.generic = refers;
    return [found];
  });
}

/** The one quality prize of the document that a text means by its rank: 省级的呢？, 这次拿了几个国家级奖项？ */
export function awardOfRank({ entities }: Extraction, text: string): DocEntity | undefined {
  const [spot, other] = spotsIn(text);
  if (spot === undefined || (other !== undefined && other.rank !== spot.rank)) return undefined;
  let found: DocEntity | undefined;
  for (const entity of entities) {
    if (entity.type !== "Award" || rankOf(entity.name) !== spot.rank) continue;
    if (found !== undefined) return undefined;
    found = entity;
  }
  return found;
}

/** 专利奖, 科技进步奖: prizes by nothing but their kind, and how those end that may be meant. */
const BY_KIND = new Begun(
  "专利 科技 科学技术 标准奖 标准创新 标准贡献",
  /(?:专利(?:[金银铜]|优秀)?|科技(?:进步)?|科学技术(?:进步)?|标准(?:创新)?(?:贡献)?)奖/y,
);
const KINDS = (
  [
    [/^专利/, /专利奖$/],
    [/进步奖$/, /(?:科技|科学技术)进步奖$/],
    [/^科/, /(?:科技|科学技术)(?:进步)?奖$/],
    [/^标准/, /标准(?:创新)?(?:贡献)?奖$/],
  ] as const
).map(([surface, meant]) => ({ surface: gated(surface), meant: gated(meant) }));
const [PROGRESS, SCIENCE] = [1, 2];
/** Before such a prize where it is one: nothing, a mark, or what is done with it. */
const NO_NAME_BEFORE = gated(/(?:[^\u4e00-\u9fa5A-Za-z]|[获得取下回夺]|^)$/);
/** Behind it: its tier, or nothing more in its field. */
const PRIZE_BEHIND = gated(
  /^(?:[特一二三]等奖|[金银铜]奖|优秀奖|提名奖|组织奖|个人奖|项目奖|[：（ \n\t·—｜|]|共?[\d一二三四五六七八九十]{1,2}[项个件]|$)/,
);

/** 专利奖一等奖, 一、专利奖 behind 2023年度某省专利奖: the only one of that kind that the text has named before. */
export function kindNames(
  { norm }: Parameters<NameDetector["detect"]>[0],
  known: readonly Candidate[],
): Candidate[] {
  const spots = BY_KIND.matches(norm).filter(
    ({ index, 0: { length } }) =>
      NO_NAME_BEFORE.test(norm, Math.max(0, index - 1), index) &&
      PRIZE_BEHIND.test(norm, index + length, Math.min(norm.length, index + length + 4)),
  );
  if (spots.length === 0) return [];
  const named = known
    .map(({ name, start, end }) => ({ name: name ?? norm.slice(start, end), start }))
    .sort((a, b) => a.start - b.start);
  const only = KINDS.map(() => new OnlyName());
  const found: Candidate[] = [];
  let next = 0;
  for (const { index, 0: surface } of spots) {
    for (; next < named.length && named[next]!.start < index; next++)
      for (const [i, { meant }] of KINDS.entries())
        if (meant.test(named[next]!.name)) only[i]!.add(named[next]!.name);
    const kind = KINDS.findIndex(({ surface: begins }) => begins.test(surface));
    // 科技进步奖 of a province whose prize is 科学技术奖.
    const { name } = only[kind === PROGRESS && only[kind]!.isNone ? SCIENCE : kind]!;
    if (name !== undefined)
      found.push(namedCandidate("Award", index, index + surface.length, name, "award/kind", 0.9));
  }
  return found;
}

const short = (name: string): string => name.replace("人民政府", "政府");
/** Whether 省政府质量奖 is the end of 福建省人民政府质量奖, whose short form it is. */
const endsIn = (name: string, end: string): boolean => short(name).endsWith(short(end));

/** The fullest of the names that were added, as long as the others are its ends. */
class OnlyName {
  name: string | undefined = undefined;
  /** Where the text first names it. */
  first = Number.POSITIVE_INFINITY;
  private several = false;

  get isNone(): boolean {
    return this.name === undefined && !this.several;
  }

  add(name: string, at = 0): void {
    this.first = Math.min(this.first, at);
    if (this.several || (this.name !== undefined && endsIn(this.name, name))) return;
    this.several = this.name !== undefined && !endsIn(name, this.name);
    this.name = this.several ? undefined : name;
  }
}

/** Whose quality prize a name is: a province's where it begins with one. */
function rankOf(name: string): Rank | undefined {
  if (!name.endsWith("质量奖")) return undefined;
  for (const [rank, pattern] of RANKED) if (pattern.test(name)) return rank;
  for (let length = Math.min(LONGEST_PLACE, name.length - 3); length >= 2; length--) {
    const division = divisions.byName(name.slice(0, length))[0];
    if (division !== undefined) return RANK_OF[division.type];
  }
  return undefined;
}
