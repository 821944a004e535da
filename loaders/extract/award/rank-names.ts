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
/** 省长质量奖, 市政府质量奖: whose it is where no place's name stands before. */
const RANKED: readonly (readonly [Rank, ReturnType<typeof gated>])[] = [
  ["国", gated(/^中国质量奖$/)],
  ["省", gated(/^(?:省长|省(?:人民)?政府|自治区主席|自治区(?:人民)?政府)质量奖$/)],
  ["市", gated(/^(?:市长|市(?:人民)?政府|州长|州(?:人民)?政府)质量奖$/)],
  ["县", gated(/^(?:[县区]长|[县区](?:人民)?政府)质量奖$/)],
];
const RANK_OF = { Province: "省", City: "市", County: "县" } as const;
const LONGEST_PLACE = 11;

/** 省奖, 市奖 in a text that names one quality prize of that rank, 福建省政府质量奖: that one. */
export function rankNames(
  { norm }: Parameters<NameDetector["detect"]>[0],
  known: readonly Candidate[],
): Candidate[] {
  const spots = BY_RANK.matches(norm).filter(
    ({ index }) =>
      !OF_WORD.has(norm.charCodeAt(index - 1)) && !NOT_A_PRIZE.test(norm.slice(index + 1, index + 4)),
  );
  if (spots.length === 0) return [];
  const byRank = new Map<Rank, Set<string>>();
  for (const { name: given, start, end } of known) {
    const name = given ?? norm.slice(start, end);
    const rank = rankOf(name);
    if (rank !== undefined) byRank.set(rank, (byRank.get(rank) ?? new Set()).add(name));
  }
  return spots.flatMap(({ index, 0: surface }) => {
    const sign = surface[0]!;
    const rank = sign === "州" ? "市" : sign === "区" ? "县" : (sign as Rank);
    const name = onlyOf(byRank.get(rank));
    return name === undefined ? [] : [namedCandidate("Award", index, index + 2, name, "award/rank", 0.9)];
  });
}

/** The one name, or the fullest where the others are its ends: 福建省政府质量奖 of that and 省政府质量奖. */
function onlyOf(names: ReadonlySet<string> | undefined): string | undefined {
  if (names === undefined) return undefined;
  const longest = [...names].reduce((a, b) => (b.length > a.length ? b : a));
  for (const name of names) if (!longest.endsWith(name)) return undefined;
  return longest;
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
