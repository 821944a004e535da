import type { Sentence } from "../../types.js";
import type { DocEntity, Extraction } from "../types.js";
import type { Item } from "./items.js";
import { industryOfFirm } from "./named.js";

/** Relates firms to what they do, with the sentence as evidence. */
export function relateFirms(
  x: Extraction,
  sentence: Sentence,
  firms: readonly DocEntity[],
  items: readonly Item[],
  rule: string,
): void {
  for (const item of items)
    for (const firm of firms)
      x.relate({
        type: "OPERATES_IN",
        from: firm,
        to: industryOfFirm(x, firm, item, rule),
        start: sentence.start,
        end: sentence.end,
        rule,
        confidence: 0.85,
      });
}
