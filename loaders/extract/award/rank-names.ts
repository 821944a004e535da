import { Begun } from "../../lexicon/begun.js";
import { divisions } from "../../lexicon/divisions.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { namedCandidate } from "../candidate.js";
import type { Candidate, NameDetector } from "../types.js";
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

/** 省奖, 市奖 in a text that names one quality prize of that rank: 福建省政府质量奖, and 省政府质量奖 which is its end. */
export function rankNames(
  { norm }: Parameters<NameDetector["detect"]>[0],
  known: readonly Candidate[],
): Candidate[] {
  const spots = BY_RANK.matches(norm).filter(
    ({ index }) =>
      !OF_WORD.has(norm.charCodeAt(index - 1)) &&
      !NOT_A_PRIZE.test(norm.slice(index + 1, index + 4)) &&
      !ADDED.test(norm, index + 2, index + 4),
  );
  if (spots.length === 0) return [];
  const glossed = new Map<string, string>();
  let starting: ReadonlyMap<number, Candidate> | undefined;
  for (const { index, 0: sign } of spots) {
    const gloss = GLOSS.exec(norm, index + 2, index + 8);
    if (gloss === null) continue;
    starting ??= new Map(known.map((one) => [one.start, one]));
    const meant = starting.get(index + 2 + gloss[0].length);
    if (meant !== undefined) glossed.set(sign, meant.name ?? norm.slice(meant.start, meant.end));
  }
  const byRank = new Map<Rank, OnlyName>();
  for (const { name: given, start, end } of known) {
    const name = given ?? norm.slice(start, end);
    const rank = rankOf(name);
    if (rank === undefined) continue;
    const only = byRank.get(rank) ?? new OnlyName();
    byRank.set(rank, only);
    only.add(name);
  }
  return spots.flatMap(({ index, 0: surface }) => {
    const sign = surface[0]!;
    const rank = sign === "州" ? "市" : sign === "区" ? "县" : (sign as Rank);
    const name = glossed.get(surface) ?? byRank.get(rank)?.name;
    return name === undefined ? [] : [namedCandidate("Award", index, index + 2, name, "award/rank", 0.9)];
  });
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
  private several = false;

  get isNone(): boolean {
    return this.name === undefined && !this.several;
  }

  add(name: string): void {
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
