import type { RelationClaim } from "../../../schema/index.js";
import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";

export type TierName = NonNullable<RelationClaim["tier"]>;

/** What the tiers of awards are called. Where an award has a 正奖 and lesser ones, the 正奖 is WINNER. */
const TIERS: readonly (readonly [TierName, string])[] = [
  ["GRAND", "特等奖 卓越奖 金奖 大金奖 特金奖 特别奖 白金奖 金质奖 金质奖章"],
  ["FIRST", "一等奖 壹等奖"],
  ["SECOND", "二等奖 贰等奖 银奖 银质奖 银质奖章"],
  ["THIRD", "三等奖 叁等奖 铜奖 铜质奖 铜质奖章"],
  [
    "NOMINATION",
    "提名奖 入围奖 提名 个人奖提名奖 组织奖提名奖 个人提名奖 组织提名奖 个人质量提名奖 个人质量奖提名奖",
  ],
  ["EXCELLENCE", "优秀奖 优胜奖 创新奖 鼓励奖 成长奖 优异奖"],
  [
    "WINNER",
    "正奖 组织奖 个人奖 个人质量奖 组织质量奖 主奖 本奖 重大贡献奖 优秀贡献奖 突出贡献奖 表彰奖 项目奖 质量奖 单位奖",
  ],
];

/** Tier words that mean a tier wherever they stand; 质量奖, 项目奖 and their like do so only in a column of tiers. */
export const TIER_WORDS: ReadonlyMap<string, TierName> = new Map(
  TIERS.flatMap(([tier, words]) => words.split(" ").map((word): [string, TierName] => [word, tier])),
);

const SHORT: ReadonlyMap<string, TierName> = new Map([
  ["特等", "GRAND"],
  ["卓越", "GRAND"],
  ["金", "GRAND"],
  ["一等", "FIRST"],
  ["二等", "SECOND"],
  ["银", "SECOND"],
  ["三等", "THIRD"],
  ["铜", "THIRD"],
  ["提名", "NOMINATION"],
  ["入围", "NOMINATION"],
  ["优秀", "EXCELLENCE"],
  ["优胜", "EXCELLENCE"],
  ["创新", "EXCELLENCE"],
  ["鼓励", "EXCELLENCE"],
]);

/** Tiers by the first character of what they are called: 2018年（提）, 一、二、三等奖. */
export const TIER_SIGNS: ReadonlyMap<string, TierName> = new Map([
  ["提", "NOMINATION"],
  ["正", "WINNER"],
  ["特", "GRAND"],
  ["金", "GRAND"],
  ["一", "FIRST"],
  ["二", "SECOND"],
  ["银", "SECOND"],
  ["三", "THIRD"],
  ["铜", "THIRD"],
  ["优", "EXCELLENCE"],
  ["鼓", "EXCELLENCE"],
]);

const LONGEST_FIRST = [...TIER_WORDS.keys()].sort((a, b) => b.length - a.length);

/** A tier word at the start of a text (with a quotation mark or bracket before it), and where it ends. */
const AT = new RegExp(
  `[“（【]?(${LONGEST_FIRST.filter((w) => w !== "质量奖" && w !== "项目奖").join("|")})[”）】]?`,
  "y",
);

/** With what a tier word, or the mark before it, begins. */
const BEGINS = new CharacterSet(`“（【${LONGEST_FIRST.map((word) => word[0]).join("")}`);

export function tierAt(norm: string, at: number): { tier: TierName; end: number } | undefined {
  if (!BEGINS.has(norm.charCodeAt(at))) return undefined;
  AT.lastIndex = at;
  const match = AT.exec(norm);
  if (match === null) return undefined;
  const word = match[1]!;
  if (word === "提名" && /^[为了]/.test(norm.slice(AT.lastIndex))) return undefined;
  return { tier: TIER_WORDS.get(word)!, end: AT.lastIndex };
}

const NOTE = gated(/[\s“”（(].{0,300}$/);
const NUMBER = gated(/^(?:[一二三四五六七八九十]+、|\d+[.、])/);

/** The tier that a cell or a short heading names: 质量奖, 提名奖（组织）, 金奖, 二等, 正奖; undefined for none (/, —). */
export function tierOfCell(cell: string): TierName | undefined {
  const text = NUMBER.replace(NOTE.replace(cell, ""), "");
  const known = TIER_WORDS.get(text) ?? SHORT.get(text) ?? SHORT.get(text.replace(/级$/, "等"));
  if (known !== undefined) return known;
  // All but 提名 end in 奖.
  if (!cell.includes("奖")) return cell.includes("提名") ? TIER_WORDS.get("提名") : undefined;
  // 个人奖提名
  if (text.endsWith("提名")) return TIER_WORDS.get("提名");
  // 标准创新奖组织奖: the tier is what the text ends in.
  const word = LONGEST_FIRST.find((w) => text.endsWith(w)) ?? LONGEST_FIRST.find((w) => cell.includes(w));
  return word === undefined ? undefined : TIER_WORDS.get(word);
}

/** Whether a word in 奖 is nothing but a tier: 提名奖, 银奖, 卓越奖. */
export const isPrizeTier = (word: string): boolean => TIER_WORDS.has(word);

/** 二等 of 国家科技进步二等奖, 金 of 中国专利金奖. */
export const tierOfWithin = (short: string | undefined): TierName | undefined =>
  short === undefined ? undefined : SHORT.get(short);

/** Whether an award has tiers, by its name: a prize or a contest, not a title. */
export const hasTiers = (award: string): boolean => award.endsWith("奖") || IS_CONTEST.test(award);

const IS_CONTEST = gated(/(?:赛|比武|练兵|发表会|发布会|交流会|作品展|精品展|大展)$/);
