import { CharacterSet } from "../../patterns/character-set.js";
import type { Brackets } from "./brackets.js";

const CUTS = new CharacterSet("，；。：！？");
const DASH = "—".charCodeAt(0);
/** 问鼎质量领域最高奖——省长质量奖: the dash names the prize. */
const NAMED = /(?:奖|荣誉|称号|殊荣|招牌|名片)$/;

/** The clauses of a sentence: the parts between commas, semicolons and colons that stand outside brackets. */
export class Clauses {
  private readonly cuts: number[];

  constructor(
    norm: string,
    from: number,
    private readonly to: number,
    brackets: Brackets,
  ) {
    this.cuts = [from];
    for (let at = from; at < to; at++) {
      const unit = norm.charCodeAt(at);
      if (CUTS.has(unit)) {
        if (!brackets.hold(at)) this.cuts.push(at + 1);
      } else if (unit === DASH && at + 1 < to && norm.charCodeAt(at + 1) === DASH) {
        if (!NAMED.test(norm.slice(Math.max(from, at - 2), at)) && !brackets.hold(at)) this.cuts.push(at + 2);
        at++;
      }
    }
  }

  /** Where the clause that holds the offset begins. */
  start(at: number): number {
    const { cuts } = this;
    for (let i = cuts.length - 1; i >= 0; i--) if (cuts[i]! <= at) return cuts[i]!;
    return cuts[0]!;
  }

  /** Where the clause that holds the offset ends, its mark included. */
  end(at: number): number {
    for (const cut of this.cuts) if (cut > at) return cut;
    return this.to;
  }
}
