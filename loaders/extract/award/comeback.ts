import { gated } from "../../patterns/gated.js";
import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";

/** What is said of one who had missed a prize before. */
const RETURNS = gated(
  /卷土重来|再次出发|重整旗鼓|东山再起|(?:再次|再度|重新|又一次|第二次)(?:参评|申报|报名|冲击|冲刺|递交)|再报名|又报了一?[次回]名|再战/,
);
const MISSED = gated(
  /落选|惜败|差了?[\d一]|之差|止步|没能|未能|没有?评上|空手|退回|折戟|擦肩|失之交臂|铩羽|名落孙山|无缘/,
);
const FARTHEST = 200;

/** 甲第一次冲击某奖，落选。那年的正奖给了乙。两年后，它卷土重来: the one who missed it, of those told before in the block. */
export function whoReturns(x: Extraction, { start, end, block }: Sentence): DocEntity | undefined {
  const { norm } = x;
  if (!RETURNS.test(norm, start, end)) return undefined;
  const opens = Math.max(block.start, start - FARTHEST);
  for (let until = start; until > opens; ) {
    const from = Math.max(opens, norm.lastIndexOf("。", until - 2) + 1);
    if (MISSED.test(norm, from, until)) {
      const named = x.mentionsIn(from, until, ["Company", "Institution"]).filter((m) => !m.generic);
      if (named.length > 0) return named[0]!.entity;
    }
    until = from;
  }
  return undefined;
}
