import type { DocEntity } from "../types.js";

/** Says that something is in a place; the evidence is [start, end). */
export type Relate = (
  from: DocEntity,
  to: DocEntity,
  start: number,
  end: number,
  rule: string,
  confidence: number,
) => void;
