import { CharacterSet } from "../../patterns/character-set.js";
import { gated } from "../../patterns/gated.js";
import { yearOfAccount } from "../award/account.js";
import { framesOf } from "../award/frames.js";
import type { DocEntity, Extraction } from "../types.js";

/** How many entries make a chronicle. */
const ENTRIES = 3;
const YEAR_FIRST = gated(/^[【〔[（●■◆·•▲▶-]{0,2} ?(?:19|20)\d\d(?:年|[—–~至、 -])/);
const YEAR_SIGNS = new CharacterSet("12【〔[（●■◆·•▲▶-");

/** 某公司大事记, 某园区年鉴（2022）, 某厂发展历程: how such texts are titled. */
const TITLE = gated(/年鉴|大事(?!业)|纪事|记事|编年|年[表谱]|发展历程|沿革|简史|[厂院校]史/);
const LONGEST_TITLE = 50;

/** Whether the title says that a text tells what happened one after the other. */
export function isTitledSo({ blocks, norm }: Extraction): boolean {
  const [title] = blocks;
  return (
    title !== undefined &&
    title.end - title.start <= LONGEST_TITLE &&
    TITLE.test(norm, title.start, title.end)
  );
}

/** 某公司（2021）, 某公司2021年回眸: whether the title names somebody and one year of which the text gives an account. */
export function isYearOf(x: Extraction, { name }: DocEntity): boolean {
  const [title] = x.blocks;
  return (
    title !== undefined &&
    x.mentionsIn(title.start, title.end).some(({ entity }) => entity.name === name) &&
    yearOfAccount(x) !== undefined
  );
}

/** Whether a document is told entry by entry: most paragraphs begin with a year (【2016年】获…) or stand below one that stands alone. */
export function isByYears(x: Extraction): boolean {
  const { blocks, norm } = x;
  const frames = framesOf(x);
  let entries = 0;
  let others = 0;
  for (let i = 1; i < blocks.length; i++) {
    const { kind, start, end } = blocks[i]!;
    if (kind === "title" || kind === "heading" || kind === "byline" || kind === "boilerplate") continue;
    if (
      frames[i] !== undefined ||
      (YEAR_SIGNS.has(norm.charCodeAt(start)) && YEAR_FIRST.test(norm, start, end))
    )
      entries++;
    else others++;
  }
  return entries >= ENTRIES && entries >= others;
}
