import type { DocEntity } from "../types.js";
import type { TierName } from "./tiers.js";
import type { EditionWord, YearWord } from "./when.js";
import type { WordClass } from "./words.js";

/** What is won, as the text says it: an award with what stands by it, or a tier, 该奖 or 获奖 that refers to one. */
export interface Prize {
  kind: "award" | "tier" | "it" | "won";
  /** Undefined where it refers to the award spoken of. */
  award: DocEntity | undefined;
  /** With the edition, years and tier that belong to it. */
  start: number;
  end: number;
  tier: TierName | undefined;
  edition: number | undefined;
  /** All of them, in order, where it is several: 第二届和第四届. */
  editions: number[];
  years: number[];
}

export interface Word {
  cls: WordClass;
  start: number;
  end: number;
}

export interface Dates {
  years: YearWord[];
  editions: EditionWord[];
}
