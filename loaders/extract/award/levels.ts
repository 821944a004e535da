import { gated } from "../../patterns/gated.js";
import type { Extraction } from "../types.js";

const LEVEL = gated(
  /^【?(?:国际|国家|[省部市区县州]|地市|自治区|设区市|行业)级?(?:层面|一级)?(?:质量)?(?:荣誉|奖项|奖励)?】?[：—–·\s]{0,4}$/,
);

/** Whether a field says of which level the award beside it is, and nothing else: 市级：, 省级荣誉——, 【国家级】. */
export const isLevel = (x: Extraction, { start, end }: { start: number; end: number }): boolean =>
  LEVEL.test(x.norm, start, end);

/** What stands before an award in its own heading: 市级：某市市长质量奖. */
const LEADS = gated(
  /^【?(?:国际|国家|[省部市区县州]|地市|自治区|设区市|行业)级(?:层面)?(?:质量)?(?:荣誉|奖项|奖励)?】?[：—–·\s]{1,4}/,
);

/** A heading's text without the level that leads it. */
export const withoutLevel = (text: string): string => LEADS.replace(text, "");
