import { gatedAll } from "../../patterns/gated-all.js";
import type { Extraction } from "../types.js";
import { type EditionWord, editionsIn, isDated, yearsIn } from "./when.js";

/** A date of winning. */
export interface When {
  year: number | undefined;
  edition: number | undefined;
}

const BARE = gatedAll(/(?<!\d)((?:19|20)\d\d)(?!\d)(?!年?(?:设立|成立|前))/g);

/** 第二届、2016年; 2013年、2018年; 2015年: what a bracket or label says of when, paired where it gives both. */
export function datesOf(x: Extraction, from: number, to: number): When[] {
  const when: When[] = [];
  if (!isDated(x.norm, from, to)) return when;
  const editions = editionsIn(x.norm, from, to);
  const told = yearsIn(x.norm, from, to, x.year);
  const bare = BARE.matches(x.norm, from, to);
  if (bare.length > told.length) {
    for (let i = 0; i < bare.length; i++)
      when.push({ year: Number(bare[i]![1]), edition: beside(editions, i, bare.length) });
  } else if (told.length > 0)
    for (let i = 0; i < told.length; i++)
      when.push({ year: told[i]!.year, edition: beside(editions, i, told.length) });
  else for (const { edition } of editions) when.push({ year: undefined, edition });
  return when;
}

/** The edition of one of so many years, where there are as many. */
const beside = (editions: readonly EditionWord[], i: number, years: number): number | undefined =>
  editions.length === years ? editions[i]!.edition : undefined;
