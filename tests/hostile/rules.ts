import { createHash } from "node:crypto";
import { collectPatterns, type Pattern } from "../patterns/collect.js";
import { nearMissOf, sampleOf } from "../patterns/sample.js";

/** A text that a pattern of a rule is meant to be slow on, to be repeated. */
export interface Attack {
  /** Where the pattern stands. */
  place: string;
  /** What it looks for, as often as it may repeat, or the same without its end. */
  unit: string;
  /** What stands around it each time. */
  shape: number;
  /** A number by which attacks are picked: the same as long as the pattern is. */
  lot: number;
}

/** Rules look at the words around a name. */
const NAMES = "株洲甲乙电气股份有限公司";
const SHAPES: readonly ((unit: string) => string)[] = [
  (unit) => unit,
  (unit) => `${NAMES}${unit}，`,
  (unit) => `${unit}${NAMES}。`,
  (unit) => `${unit}\n`,
];

/** The attacks of all patterns that read documents, one a pattern. */
export async function attacks(): Promise<Attack[]> {
  const { patterns } = await collectPatterns(["loaders"]);
  return patterns.map(attackOf);
}

function attackOf({ source, flags, places }: Pattern): Attack {
  const lot = createHash("sha256").update(source).digest().readUInt32LE();
  const near = nearMissOf(source, flags);
  const units = [sampleOf(source, flags) ?? near, near].filter((unit) => unit !== "");
  return {
    place: places[0]!,
    unit: units[lot % units.length] ?? "甲",
    shape: Math.floor(lot / 2) % SHAPES.length,
    lot,
  };
}

/** A document of so many characters that is made of an attack. */
export function documentOf({ unit, shape }: Attack, length: number): string {
  const text = SHAPES[shape]!(unit);
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
