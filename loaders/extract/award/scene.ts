import { gated } from "../../patterns/gated.js";
import { gatedAll } from "../../patterns/gated-all.js";
import type { Sentence } from "../../types.js";
import type { Extraction } from "../types.js";
import { withAnaphors } from "./anaphors.js";
import { Clauses } from "./clauses.js";
import type { Context } from "./context.js";
import { type Dates, datesIn, type Prize, prizesIn, type Word, wordsIn } from "./prizes.js";
import { bracketed, type Group, groupsOf, isPlaceUnit, type Unit, unitsIn } from "./units.js";

const COUNTS_ON = gated(/同一?年|那一?年|[次翌]年|年之?后|当年/);
const YEARS = gatedAll(/((?:19|20)\d\d)年/g);
const NOTES = gatedAll(/（[^（）]*）/g);

/** The year that 同年 and 两年后 count from where the sentence gives none before: the last of the sentences just before. */
function yearCountedFrom(x: Extraction, { start, end, block }: Sentence): number | undefined {
  if (!COUNTS_ON.test(x.norm, start, end)) return undefined;
  const years = YEARS.matches(x.norm, Math.max(block.start, start - 120), start);
  return years.length === 0 ? undefined : Number(years.at(-1)![1]);
}

/** One sentence with all that is found in it: who may win, what may be won, the words of winning, the dates. */
export class Scene {
  readonly norm: string;
  readonly words: Word[];
  readonly dates: Dates;
  readonly units: Unit[];
  readonly groups: Group[];
  readonly prizes: Prize[];
  /** Awards in brackets: they belong to the name before. */
  readonly bracketed: Prize[];
  readonly clauses: Clauses;
  readonly inBrackets: (offset: number) => boolean;

  constructor(
    readonly x: Extraction,
    readonly sentence: Sentence,
    readonly context: Context,
  ) {
    const { start, end } = sentence;
    this.norm = x.norm;
    this.words = wordsIn(x, start, end);
    this.dates = datesIn(x, start, end, yearCountedFrom(x, sentence) ?? context.years.at(-1));
    this.inBrackets = bracketed(x.norm, start, end);
    this.clauses = new Clauses(x.norm, start, end, this.inBrackets);
    const named = unitsIn(x, start, end);
    this.units = withAnaphors(x, sentence, named, context.salience);
    this.groups = groupsOf(x.norm, this.units);
    const prizes = prizesIn(x, start, end, this.dates, this.words);
    this.prizes = [];
    this.bracketed = [];
    for (const prize of prizes)
      if (!this.inBrackets(prize.start)) this.prizes.push(prize);
      else if (prize.kind === "award") this.bracketed.push(prize);
  }

  slice(from: number, to: number): string {
    return this.norm.slice(from, to);
  }

  /** The text without names and what stands in brackets. */
  plain(from: number, to: number): string {
    if (from >= to) return "";
    let text = "";
    let at = from;
    for (const m of this.x.mentionsIn(from, to)) {
      if (m.generic) continue;
      text += this.norm.slice(at, m.start);
      at = m.end;
    }
    return NOTES.replace(text + this.norm.slice(at, to), "");
  }

  /** The first group after an offset that names somebody: not 全市, of which only something is counted. */
  groupAfter(from: number): Group | undefined {
    for (const group of this.groups) {
      const [unit] = group.units;
      if (group.start >= from && !(group.units.length === 1 && unit!.generic && isPlaceUnit(unit!)))
        return group;
    }
    return undefined;
  }

  groupsBetween(from: number, to: number): Group[] {
    return this.groups.filter((g) => g.start >= from && g.start < to);
  }
}
