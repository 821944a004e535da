import type { Block } from "../../types.js";
import type { Extraction } from "../types.js";
import type { Entry, RoledField } from "./entry.js";
import { LineReader, type RollLine } from "./line-reader.js";
import type { Heading } from "./structure.js";

export type { Conferred } from "./item.js";
export type { RollLine } from "./line-reader.js";
export { datesOf, type When } from "./noted.js";

/** What a line says under its heading; undefined where it is no entry of a list. */
export function rollLine(
  x: Extraction,
  block: Block,
  entry: Entry,
  heading: Heading | undefined,
): RollLine | undefined {
  const reader = new LineReader(x, block, heading);
  for (const item of itemsOf(entry.fields))
    if (!reader.take(item)) {
      // What an item of several does not tell does not spoil the others, unless it is a clause that prose reads.
      const told = x.norm.slice(item[0]!.start, item.at(-1)!.end);
      if (item.length === entry.fields.length || /[获评授荣奖]/.test(told)) return undefined;
    }
  return reader.line();
}

function itemsOf(fields: readonly RoledField[]): RoledField[][] {
  const items: RoledField[][] = [];
  for (const field of fields)
    if (field.sep === ";" || items.length === 0) items.push([field]);
    else items.at(-1)!.push(field);
  return items;
}
