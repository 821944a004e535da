import { Units } from "./units.js";

/** What a text must have for a pattern to match it, as far as single characters tell. */
export interface Needs {
  /** How long the match is at least. */
  least: number;
  /** Whether a match begins where the text begins, and ends where it ends. */
  begins: boolean;
  ends: boolean;
  /** With what a match that is not empty begins, with what it ends. */
  first: Units;
  last: Units;
  /** Of which every match has one; undefined where there is no such set. */
  some: Units | undefined;
}

const EMPTY: Needs = {
  least: 0,
  begins: false,
  ends: false,
  first: Units.none,
  last: Units.none,
  some: undefined,
};
const CLASSES: Readonly<Record<string, Units>> = {
  d: unitsOf("0123456789"),
  w: unitsOf("0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  s: unitsOf("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003").with(
    unitsOf("\u2004\u2005\u2006\u2007\u2008\u2009\u200a"),
  ),
};
const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" };
const LINE_ENDS = unitsOf("\n\r\u2028\u2029");

/** Reads what a pattern needs. Conditions on what stands around a match are taken as met. */
export function needsOf({ source, flags }: Pick<RegExp, "source" | "flags">): Needs {
  if (/[imsv]/.test(flags)) throw new Error(`the needs of /${source}/${flags} are not known`);
  return new Reader(source).alternatives();
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): Needs {
    let needs = this.sequence();
    while (this.take("|")) needs = either(needs, this.sequence());
    return needs;
  }

  private sequence(): Needs {
    let needs = EMPTY;
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")")
      needs = then(needs, this.repeated());
    return needs;
  }

  private repeated(): Needs {
    const one = this.atom();
    const rest = this.source.slice(this.at);
    const quantifier = /^(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/.exec(rest);
    if (quantifier === null) return one;
    this.at += quantifier[0].length;
    const times = quantifier[1] !== undefined ? 0 : Number(quantifier[2] ?? 1);
    if (times > 0) return { ...one, least: one.least * times };
    return { ...one, least: 0, begins: false, ends: false, some: undefined };
  }

  private atom(): Needs {
    const char = this.source[this.at++]!;
    if (char === "^") return { ...EMPTY, begins: true };
    if (char === "$") return { ...EMPTY, ends: true };
    if (char === ".") return one(LINE_ENDS.rest);
    if (char === "[") return one(this.set());
    if (char === "\\") return this.source[this.at] === "b" ? this.boundary() : one(this.escaped());
    if (char !== "(") return one(unitsOf(char));
    const around = this.take("?=") || this.take("?!") || this.take("?<=") || this.take("?<!");
    if (!around && this.take("?") && !this.take(":")) this.at = this.source.indexOf(">", this.at) + 1;
    const needs = this.alternatives();
    this.at++;
    return around ? EMPTY : needs;
  }

  private boundary(): Needs {
    this.at++;
    return EMPTY;
  }

  private set(): Units {
    const others = this.take("^");
    let units = Units.none;
    while (!this.take("]")) {
      const from = this.member();
      if (this.source[this.at] !== "-" || this.source[this.at + 1] === "]") {
        units = units.with(from);
        continue;
      }
      this.at++;
      units = units.with(between(from, this.member()));
    }
    return others ? units.rest : units;
  }

  private member(): Units {
    const char = this.source[this.at++]!;
    return char === "\\" ? this.escaped() : unitsOf(char);
  }

  private escaped(): Units {
    const char = this.source[this.at++]!;
    const known = CLASSES[char.toLowerCase()];
    if (known !== undefined) return char === char.toLowerCase() ? known : known.rest;
    if (char === "u" || char === "x") {
      const length = char === "u" ? 4 : 2;
      const unit = Number.parseInt(this.source.slice(this.at, this.at + length), 16);
      this.at += length;
      return new Units([unit], false);
    }
    if (/[1-9k]/.test(char)) throw new Error(`a pattern that refers back: /${this.source}/`);
    if (/[pP]/.test(char)) throw new Error(`a pattern of properties: /${this.source}/`);
    return unitsOf(CONTROLS[char] ?? char);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}

function unitsOf(text: string): Units {
  return new Units(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
    false,
  );
}

function between(from: Units, to: Units): Units {
  const [low, high] = [from.only, to.only];
  return new Units(
    Array.from({ length: high - low + 1 }, (_, i) => low + i),
    false,
  );
}

const one = (units: Units): Needs => ({
  ...EMPTY,
  least: 1,
  first: units,
  last: units,
  some: units,
});

const then = (a: Needs, b: Needs): Needs => ({
  least: a.least + b.least,
  begins: a.begins || b.begins,
  ends: a.ends || b.ends,
  first: a.least === 0 ? a.first.with(b.first) : a.first,
  last: b.least === 0 ? a.last.with(b.last) : b.last,
  some: a.some === undefined || (b.some !== undefined && b.some.size < a.some.size) ? b.some : a.some,
});

const either = (a: Needs, b: Needs): Needs => ({
  least: Math.min(a.least, b.least),
  begins: a.begins && b.begins,
  ends: a.ends && b.ends,
  first: a.first.with(b.first),
  last: a.last.with(b.last),
  some: a.some && b.some && a.some.with(b.some),
});
