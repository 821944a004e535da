import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import type { Prize } from "./prize.js";
import { isOfCandidates, isSpeech } from "./structure.js";

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

/** 将评出某奖不超过4家: how many there may be. */
const PLANS = gated(/(?:拟|将|预计|计划)(?:评[选出定]|产生|决出|选出|评)[^，。；]{0,24}$/);
const PLANNED = gated(
  /^[^，。；]{0,6}(?:拟|将|预计|计划)(?:评|产生|决出|选出)|^[”]?(?:组织|企业|个人)?(?:不超过|至多|最多)/,
);

/** Whether a sentence that tells of a prize leads up to nobody who has won it. */
export function namesNoWinners(norm: string, { start, end }: Prize, sentence: Sentence): boolean {
  if (PLANS.test(norm, sentence.start, start) || PLANNED.test(norm, end, sentence.end)) return true;
  if (isSpeech(norm, end, sentence.end)) return true;
  // 第五届某奖评选启动，申报组织名单如下：: those told next have not won.
  return norm[sentence.end - 1] === "：" && isOfCandidates(norm, end, sentence.end);
}
