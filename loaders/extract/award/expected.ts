import type { Sentence } from "../../types.js";
import type { Prize } from "./prize.js";

/** A result told before, of whose winners the next sentence gives the names. */
export interface Expected {
  award: NonNullable<Prize["award"]>;
  tier: Prize["tier"];
  edition: number | undefined;
  years: readonly number[];
  sentence: Sentence;
  block: number;
  /** Whether a sentence stood between already. */
  waits: boolean;
}
