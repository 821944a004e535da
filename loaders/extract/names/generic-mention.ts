import type { DocEntity, Extraction, Mention } from "../types.js";

/** A mention by a word that only refers to what was named elsewhere: 该公司, 全市, 我们. */
export const genericMention = (
  x: Extraction,
  entity: DocEntity,
  start: number,
  end: number,
  rule: string,
): Mention => ({
  type: entity.type,
  start,
  end,
  surface: x.text.slice(start, end),
  entity,
  generic: true,
  rule,
  confidence: 0.7,
});
