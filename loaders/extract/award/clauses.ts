import { allMatches } from "../../patterns/all-matches.js";

const CUT = /[，；。：！？]|——/g;

/** The clauses of a sentence: the parts between commas, semicolons and colons that stand outside brackets. */
export class Clauses {
  private readonly cuts: number[];

  constructor(
    norm: string,
    from: number,
    private readonly to: number,
    inBrackets: (offset: number) => boolean,
  ) {
    this.cuts = [from];
    for (const match of allMatches(CUT, norm.slice(from, to))) {
      const at = from + match.index;
      // 问鼎质量领域最高奖——省长质量奖: the dash names the prize.
      if (match[0] === "——" && /(?:奖|荣誉|称号|殊荣|招牌|名片)$/.test(norm.slice(from, at))) continue;
      if (!inBrackets(at)) this.cuts.push(at + match[0].length);
    }
  }

  /** Where the clause that holds the offset begins. */
  start(at: number): number {
    return this.cuts.findLast((cut) => cut <= at) ?? this.cuts[0]!;
  }

  /** Where the clause that holds the offset ends, its mark included. */
  end(at: number): number {
    return this.cuts.find((cut) => cut > at) ?? this.to;
  }
}
