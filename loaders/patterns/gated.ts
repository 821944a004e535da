import { needsOf } from "./needs.js";
import { hasOfSet, isInSet, unitSetOf } from "./unit-sets.js";

/** A longer stretch V8 searches as fast as a loop does. */
const LONGEST = 80;
/** A set of more units keeps too few texts out to be worth asking. */
export const WIDE = 2000;
const UNREAD = 0x3fffffff;

/**
 * A pattern that is tried only where the text has the characters that every match must have: those that it can begin or end
 * with where it is anchored there, else one of those of some part of it. They are read from the pattern itself. Most rules
 * find nothing at most places, and entering V8's matcher to learn that costs 20 times what a look at a character does.
 */
export class Gated {
  /** How long a match is at least; more than any text has until the pattern is read. */
  private least = UNREAD;
  /** Numbers of sets, -1 for none. */
  private first = -1;
  private last = -1;
  private some = -1;

  constructor(readonly pattern: RegExp) {
    if (pattern.flags !== "" && pattern.flags !== "u")
      throw new Error(`/${pattern.source}/${pattern.flags} keeps a place`);
  }

  /** Whether text[from, to) can match. */
  opens(text: string, from = 0, to: number = text.length): boolean {
    const end = to < text.length ? to : text.length;
    if (end - from < this.least) return this.least === UNREAD && this.read().opens(text, from, to);
    if (end <= from) return true;
    if (this.first >= 0 && !isInSet(this.first, text, from)) return false;
    if (this.last >= 0 && !isInSet(this.last, text, end - 1)) return false;
    return this.some < 0 || end - from > LONGEST || hasOfSet(this.some, text, from, end);
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

  private read(): this {
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
    return this;
  }
}

export const gated = (pattern: RegExp): Gated => new Gated(pattern);

/** A sticky pattern that is tried only where the text has a character that it can begin with. */
export class GatedAt {
  private isRead = false;
  /** The number of a set, -1 for none. */
  private first = -1;

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
    return this.first < 0 || (at < text.length && isInSet(this.first, text, at));
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
