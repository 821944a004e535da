import { normalizeName } from "../../src/core/names.js";
import { type Division, type Divisions, divisions } from "../lexicon/divisions.js";

/** Administrative divisions by code and by the names that stand at the head of other names. */
export class Gazetteer {
  private readonly byName = new Map<string, Division[]>();
  private longest = 0;

  constructor(private readonly lexicon: Divisions = divisions) {
    for (const { text, kind, division } of lexicon.surfaces) {
      if (kind === "abbreviation" || (division.type === "County" && kind !== "official" && kind !== "former"))
        continue;
      const name = normalizeName(text);
      const known = this.byName.get(name);
      if (known === undefined) this.byName.set(name, [division]);
      else if (!known.includes(division)) known.push(division);
      this.longest = Math.max(this.longest, name.length);
    }
  }

  /** The division of that code, or undefined. */
  division(code: string): Division | undefined {
    return this.lexicon.byCode(code);
  }

  /** The divisions with that official, former or everyday name. */
  named(name: string): readonly Division[] {
    return this.lexicon.byName(name);
  }

  /** The next higher divisions that exist, nearest first: of 天元区, 株洲市 and 湖南省. */
  above(code: string): Division[] {
    const codes = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
    return codes.filter((c) => c !== code).flatMap((c) => this.lexicon.byCode(c) ?? []);
  }

  /** All divisions that lie in a place. */
  within(code: string): Division[] {
    const scope = scopeOf(code);
    if (scope.length === 6) return [];
    return this.lexicon.all.filter((d) => d.code !== code && d.code.startsWith(scope));
  }

  /** The scope of the city in which a place lies, or of the smallest place above it that there is. */
  cityScope(code: string): string {
    const own = this.division(code);
    const city = [own, ...this.above(code)].find((d) => d?.type === "City");
    return scopeOf(city?.code ?? code);
  }

  /** The place with which a name begins, and its length there: 湖南省株洲市… gives 株洲市 and 6. */
  leading(name: string): { division: Division; length: number } | undefined {
    let found: { division: Division; length: number } | undefined;
    for (;;) {
      const next = this.next(name, found);
      if (next === undefined) return found;
      found = next;
    }
  }

  /** The most specific place that a description such as 湖南省株洲市 or 宁波 names. */
  placeOf(text: string): Division | undefined {
    return this.leading(text.replace(/[\s·,，/、-]/g, "").replace(/^中国/, ""))?.division;
  }

  private next(name: string, outer: { division: Division; length: number } | undefined) {
    const start = outer?.length ?? 0;
    for (let length = Math.min(this.longest, name.length - start); length >= 2; length--) {
      const found = this.byName.get(name.slice(start, start + length));
      if (found === undefined) continue;
      const within = outer === undefined ? found : found.filter((d) => isWithin(d.code, outer.division.code));
      const division = preferred(within);
      if (division !== undefined) return { division, length: start + length };
    }
    return undefined;
  }
}

/** Digits of a code that are not padding: 43, 4302, 430211. */
export function scopeOf(code: string): string {
  if (code.endsWith("0000")) return code.slice(0, 2);
  return code.endsWith("00") ? code.slice(0, 4) : code;
}

/** Of several places with one name, the only one of the highest rank; none where that leaves several (江北区). */
function preferred(divisions: readonly Division[]): Division | undefined {
  for (const type of ["Province", "City", "County"] as const) {
    const some = divisions.filter((d) => d.type === type);
    if (some.length > 0) return some.length === 1 ? some[0] : undefined;
  }
  return undefined;
}

const isWithin = (code: string, outer: string): boolean => code !== outer && code.startsWith(scopeOf(outer));
