import { DIVISIONS } from "./divisions-data.js";

/** An administrative division down to the county. */
export interface Division {
  /** Six digits by GB/T 2260. */
  code: string;
  /** Official full name: 湖南省, 株洲市, 天元区. */
  name: string;
  /** Municipalities (北京市) are cities; county-level cities (醴陵市) and districts are counties. */
  type: "Province" | "City" | "County";
}

export type SurfaceKind =
  /** The official full name. */
  | "official"
  /** An everyday name: 株洲, 恩施州, 五峰. */
  | "short"
  /** An everyday name that is an everyday word too: 和平, 日照. */
  | "word"
  /** A former official name: 襄樊市, 绍兴县. */
  | "former"
  /** One character for a province or municipality: 湘, 沪. Good only next to others (京津冀) or before 企, 籍 and the like. */
  | "abbreviation";

/** A way to write a division's name. */
export interface Surface {
  text: string;
  kind: SurfaceKind;
  division: Division;
}

const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);
const RANKS = { Province: 0, City: 1, County: 2 } as const;
const KINDS: readonly SurfaceKind[] = ["official", "short", "word", "former", "abbreviation"];

/** China's administrative divisions: what a name means, what lies in what. Built from the generated table. */
export class Divisions {
  /** In order of their codes. */
  readonly all: readonly Division[];
  /** All ways to write all names; for a trie. */
  readonly surfaces: readonly Surface[];
  private readonly codes = new Map<string, Division>();
  private readonly named = new Map<string, Surface[]>();

  constructor(table: string) {
    const all: Division[] = [];
    const surfaces: Surface[] = [];
    for (const line of table.trim().split("\n")) {
      const [code = "", name = "", short = "", former = "", abbreviations = ""] = line.split("|");
      const division: Division = { code, name, type: typeOf(code) };
      all.push(division);
      this.codes.set(code, division);
      const add = (text: string, kind: SurfaceKind): void => {
        if (text !== "") surfaces.push({ text, kind, division });
      };
      add(name, "official");
      for (const text of short.split(","))
        add(text.replace("~", ""), text.startsWith("~") ? "word" : "short");
      for (const text of former.split(",")) add(text, "former");
      for (const text of abbreviations) add(text, "abbreviation");
    }
    for (const surface of surfaces) {
      const known = this.named.get(surface.text);
      if (known === undefined) this.named.set(surface.text, [surface]);
      else known.push(surface);
    }
    for (const same of this.named.values())
      same.sort(
        (a, b) =>
          KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || RANKS[a.division.type] - RANKS[b.division.type],
      );
    this.all = all;
    this.surfaces = surfaces;
  }

  /**
   * The divisions that go by a name, official, everyday or former: official names first, then the higher rank, then by
   * code. Several for shared names (江北区, 吉林). One-character names count only with `abbreviations`.
   */
  byName(name: string, abbreviations = false): Division[] {
    const found = this.surfacesOf(name).filter((s) => abbreviations || s.kind !== "abbreviation");
    return [...new Set(found.map((surface) => surface.division))];
  }

  /** Every reading of a written name. */
  surfacesOf(name: string): readonly Surface[] {
    return this.named.get(name) ?? [];
  }

  /** The division with that code (six digits). */
  byCode(code: string): Division | undefined {
    return this.codes.get(code);
  }

  /** The division next above: of 天元区 株洲市, of 株洲市 湖南省, of 仙桃市 湖北省; undefined at the top. */
  parent(division: Division): Division | undefined {
    const { code } = division;
    for (const above of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])
      if (above !== code && this.codes.has(above)) return this.codes.get(above);
    return undefined;
  }

  /** The divisions directly below, in order of their codes. */
  children(division: Division): Division[] {
    return this.all.filter((other) => other !== division && this.parent(other) === division);
  }

  /** Whether the inner division lies in the outer one, or is it. */
  isWithin(inner: Division, outer: Division): boolean {
    for (let at: Division | undefined = inner; at !== undefined; at = this.parent(at))
      if (at === outer) return true;
    return false;
  }

  /** Whether a name is no more than an everyday form of an official one. */
  isShortForm(name: string): boolean {
    const kind = this.surfacesOf(name)[0]?.kind;
    return kind !== undefined && kind !== "official" && kind !== "former";
  }
}

function typeOf(code: string): Division["type"] {
  if (code.endsWith("0000")) return MUNICIPALITIES.has(code.slice(0, 2)) ? "City" : "Province";
  return code.endsWith("00") ? "City" : "County";
}

/** The divisions of the People's Republic as of the table's package version. */
export const divisions = new Divisions(DIVISIONS);
