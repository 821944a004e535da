import { gatedAll } from "../../patterns/gated-all.js";
import type { Extraction } from "../types.js";
import { editionsIn, yearsIn } from "./when.js";

/** A date of winning. */
export interface When {
  year: number | undefined;
  edition: number | undefined;
}

const BARE = gatedAll(/(?<!\d)((?:19|20)\d\d)(?!\d)(?!年?(?:设立|成立|前))/g);

/** 第二届、2016年; 2013年、2018年; 2015年: what a bracket or label says of when, paired where it gives both. */
export function datesOf(x: Extraction, from: number, to: number): When[] {
  const editions = editionsIn(x.norm, from, to);
  let years: { year: number }[] = yearsIn(x.norm, from, to, x.year);
  const bare = BARE.matches(x.norm, from, to);
  if (bare.length > years.length) years = bare.map((m) => ({ year: Number(m[1]) }));
  if (years.length === 0) return editions.map(({ edition }) => ({ year: undefined, edition }));
  return years.map(({ year }, i) => ({
    year,
    edition:
      editions.length === years.length
        ? editions[i]!.edition
        : editions.length === 1 && years.length === 1
          ? editions[0]!.edition
          : undefined,
  }));
}
