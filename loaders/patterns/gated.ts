import { needsOf } from "./needs.js";

/** A longer stretch V8 searches as fast as a loop does. */
const LONGEST = 80;
/** A set of more units keeps too few texts out to be worth asking. */
const WIDE = 2000;

/**
 * A pattern that is tried only where the text has the characters that every match must have: those that it can begin or end
 * with where it is anchored there, else one of those of some part of it. They are read from the pattern itself. Most rules
 * find nothing at most places, and entering V8's matcher to learn that costs 20 times what a look at a character does.
 */
export class Gated {
  private least = -1;
  private first: Uint8Array | undefined;
  private last: Uint8Array | undefined;
  private some: Uint8Array | undefined;

  constructor(readonly pattern: RegExp) {
    if (pattern.flags !== "") throw new Error(`/${pattern.source}/${pattern.flags} keeps a place`);
  }

  /** Whether text[from, to) can match. */
  opens(text: string, from = 0, to: number = text.length): boolean {
    if (this.least < 0) this.prepare();
    const length = Math.min(to, text.length) - from;
    if (length < this.least) return false;
    if (length <= 0) return true;
    const { first, last, some } = this;
    if (first !== undefined && !hasAt(first, text, from)) return false;
    if (last !== undefined && !hasAt(last, text, from + length - 1)) return false;
    if (some === undefined || length > LONGEST) return true;
    for (let i = from; i < from + length; i++) if (hasAt(some, text, i)) return true;
    return false;
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

  private prepare(): void {
    const { least, begins, ends, first, last, some } = needsOf(this.pattern);
    this.least = least;
    const isWhole = begins && ends;
    if (begins && (least > 0 || isWhole) && first.size < WIDE) this.first = first.bits;
    if (ends && (least > 0 || isWhole) && last.size < WIDE) this.last = last.bits;
    const narrow = Math.min(...[this.first && first, this.last && last].map((units) => units?.size ?? WIDE));
    if (some !== undefined && some.size < narrow) this.some = some.bits;
  }
}

export const gated = (pattern: RegExp): Gated => new Gated(pattern);

/** A sticky pattern that is tried only where the text has a character that it can begin with. */
export class GatedAt {
  private bits: Uint8Array | undefined;
  private always = false;

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
    this.bits ??= this.prepare();
    return this.always || (at < text.length && hasAt(this.bits, text, at));
  }

  private prepare(): Uint8Array {
    const { least, first } = needsOf(this.pattern);
    this.always = least === 0;
    return first.bits;
  }
}

export const gatedAt = (pattern: RegExp): GatedAt => new GatedAt(pattern);

function hasAt(bits: Uint8Array, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (bits[unit >>> 3]! & (1 << (unit & 7))) !== 0;
}

function part(text: string, from: number, to: number): string {
  return from === 0 && to >= text.length ? text : text.slice(from, to);
}
