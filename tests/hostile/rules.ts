import { collectPatterns, type Pattern } from "../patterns/collect.js";
import { nearMissOf, sampleOf } from "../patterns/sample.js";

/** A text that a pattern of a rule is meant to be slow on, to be repeated. */
export interface Attack {
  /** Where the pattern stands. */
  place: string;
  /** What it looks for, as often as it may repeat, and the same without its end. */
  units: string[];
}

/** Rules look at the words around a name. */
const NAMES = "株洲甲乙电气股份有限公司";

/** The attacks of all patterns that read documents, one a pattern. */
export async function attacks(): Promise<Attack[]> {
  const { patterns } = await collectPatterns(["loaders"]);
  return patterns.map(attackOf);
}

function attackOf({ source, flags, places }: Pattern): Attack {
  const near = nearMissOf(source, flags);
  const units = [sampleOf(source, flags) ?? near, near].filter((unit) => unit !== "");
  return { place: places[0]!, units: [...new Set(units.length > 0 ? units : ["甲"])] };
}

/** Documents of so many characters, each made of an attack in another way. */
export function documentsOf({ units }: Attack, length: number): string[] {
  const filled = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return units.flatMap((unit) => [
    filled(unit),
    filled(`${NAMES}${unit}，`),
    filled(`${unit}${NAMES}。`),
    filled(`${unit}\n`),
  ]);
}
