import { needsOf } from "./needs.js";
import { type UnitSet, unitSetOf } from "./unit-sets.js";

/** A longer stretch V8 searches as fast as a loop does. */
const LONGEST = 80;
/** A set of more units keeps too few texts out to be worth asking. */
export const WIDE = 2000;

/**
 * A pattern that is tried only where the text has the characters that every match must have: those that it can begin or end
 * with where it is anchored there, else one of those of some part of it. They are read from the pattern itself. Most rules
 * find nothing at most places, and entering V8's matcher to learn that costs 20 times what a look at a character does.
 */
export class Gated {
  private least = -1;
  private first: UnitSet | undefined;
  private last: UnitSet | undefined;
  private some: UnitSet | undefined;

  constructor(readonly pattern: RegExp) {
    if (pattern.flags !== "") throw new Error(`/${pattern.source}/${pattern.flags} keeps a place`);
  }

  /** Whether text[from, to) can match. */
  opens(text: string, from = 0, to: number = text.length): boolean {
    if (this.least < 0) this.read();
    const length = Math.min(to, text.length) - from;
    if (length < this.least) return false;
    if (length <= 0) return true;
    const { first, last, some } = this;
    if (first !== undefined && !first.hasAt(text, from)) return false;
    if (last !== undefined && !last.hasAt(text, from + length - 1)) return false;
    return some === undefined || length > LONGEST || some.hasWithin(text, from, from + length);
  }

  /** Whether text[from, to) matches. */
  test(text: string, from = 0, to: number = text.length): boolean {
    return this.opens(text, from, to) && this.pattern.test(part(text, from, to));
  }

  /** The match in text[from, to), offsets counted from `from`. */
  exec(text: string, from = 0, to: number = text.length): RegExpExecArray | null {
    return this.opens(text, from, to) ? this.pattern.exec(part(text, from, to)) : null;
  }

  /** The text with what matches replaced. */
  replace(text: string, by: string): string {
    const match = this.exec(text);
    return match === null
      ? text
      : text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
  }

  private read(): void {
    const { least, begins, ends, first, last, some } = needsOf(this.pattern);
    this.least = least;
    const isWhole = begins && ends;
    let narrow = WIDE;
    if (begins && (least > 0 || isWhole) && first.size < WIDE) {
      this.first = unitSetOf(first);
      narrow = first.size;
    }
    if (ends && (least > 0 || isWhole) && last.size < WIDE) {
      this.last = unitSetOf(last);
      narrow = Math.min(narrow, last.size);
    }
    if (some !== undefined && some.size < narrow) this.some = unitSetOf(some);
  }
}

export const gated = (pattern: RegExp): Gated => new Gated(pattern);

/** A sticky pattern that is tried only where the text has a character that it can begin with. */
export class GatedAt {
  private isRead = false;
  private first: UnitSet | undefined;

  constructor(readonly pattern: RegExp) {
    if (!pattern.sticky) throw new Error(`/${pattern.source}/ is not sticky`);
  }

  /** Where the match at an offset ends; -1 where there is none. */
  endAt(text: string, at: number): number {
    if (!this.opens(text, at)) return -1;
    this.pattern.lastIndex = at;
    return this.pattern.test(text) ? this.pattern.lastIndex : -1;
  }

  test(text: string, at: number): boolean {
    return this.endAt(text, at) >= 0;
  }

  exec(text: string, at: number): RegExpExecArray | null {
    if (!this.opens(text, at)) return null;
    this.pattern.lastIndex = at;
    return this.pattern.exec(text);
  }

  private opens(text: string, at: number): boolean {
    if (!this.isRead) this.read();
    return this.first === undefined || (at < text.length && this.first.hasAt(text, at));
  }

  private read(): void {
    const { least, first } = needsOf(this.pattern);
    if (least > 0 && first.size < WIDE) this.first = unitSetOf(first);
    this.isRead = true;
  }
}

export const gatedAt = (pattern: RegExp): GatedAt => new GatedAt(pattern);

function part(text: string, from: number, to: number): string {
  return from === 0 && to >= text.length ? text : text.slice(from, to);
}
