import { allMatches } from "./all-matches.js";
import { WIDE } from "./gated.js";
import { needsOf } from "./needs.js";
import { hasOfSet, unitSetOf } from "./unit-sets.js";

/**
 * A global pattern that is tried only where a stretch of text has a character of those that every match must have, as
 * `Gated` does for a single match.
 */
export class GatedAll {
  private isRead = false;
  /** The number of a set, -1 for none. */
  private some = -1;

  constructor(readonly pattern: RegExp) {
    if (pattern.flags !== "g" && pattern.flags !== "gu")
      throw new Error(`/${pattern.source}/${pattern.flags} is not global alone`);
  }

  /** All matches in text[from, to), offsets counted from `from`. */
  matches(text: string, from = 0, to: number = text.length): readonly RegExpExecArray[] {
    return this.opens(text, from, to) ? allMatches(this.pattern, text.slice(from, to)) : NONE;
  }

  /** The text with all that matches replaced. */
  replace(text: string, by: string): string {
    return this.opens(text, 0, text.length) ? text.replace(this.pattern, by) : text;
  }

  /** Whether text[from, to) can hold a match. */
  opens(text: string, from: number, to: number): boolean {
    if (!this.isRead) this.read();
    return this.some < 0 || hasOfSet(this.some, text, from, Math.min(to, text.length));
  }

  private read(): void {
    const { some } = needsOf(this.pattern);
    if (some !== undefined && some.size < WIDE) this.some = unitSetOf(some);
    this.isRead = true;
  }
}

const NONE: readonly RegExpExecArray[] = [];

export const gatedAll = (pattern: RegExp): GatedAll => new GatedAll(pattern);
