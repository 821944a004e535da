import { Converter, type ConverterFunction } from "opencc-js/t2cn";

/** What the full-text index does with Chinese: overlapping pairs of characters; other words stay whole. */
export interface SearchTerms {
  /** The query as names are compared with it: NFKC, lower case, simplified characters. */
  text: string;
  /** Stretches of Chinese characters, and words of other letters and digits. */
  runs: { text: string; han: boolean }[];
}

/** The longest query that is looked at, in characters. */
export const MAX_QUERY = 100;

/** Traditional characters to simplified ones; made when first needed, for its dictionary is large. */
let converter: ConverterFunction | undefined;

function toSimplified(text: string): string {
  converter ??= Converter({ from: "tw", to: "cn" });
  return converter(text);
}

/** Reads a query; whatever is neither letter nor digit only separates. */
export function searchTerms(query: string): SearchTerms {
  const text = toSimplified(query.normalize("NFKC").toLowerCase()).trim();
  const runs = [...text.matchAll(/(?<han>\p{Script=Han}+)|[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    han: match.groups?.han !== undefined,
  }));
  return { text, runs };
}

const escapeTerm = (term: string) => term.replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, "\\$&");
/** Matches nothing: Lucene takes no empty query. */
const NOTHING = '"\uE000"';

/** A Lucene query for names that have all pairs of characters, in one phrase best, or begin as pinyin or initials. */
export function exactQuery({ runs }: SearchTerms): string {
  if (runs.length === 0) return NOTHING;
  const all = runs.map(({ text, han }) =>
    han
      ? `(${escapeTerm(text).length > 1 ? `"${text}"^4 OR ` : ""}(${pairs(text)
          .map((p) => `+${p}`)
          .join(" ")}))`
      : word(text),
  );
  return all.map((clause) => `+${clause}`).join(" ");
}

/** A word of letters: as it is, or the beginning of one; pinyin and initials are such words. */
function word(text: string): string {
  return `(${escapeTerm(text)}^4 OR ${escapeTerm(text)}*)`;
}

/** A Lucene query for the same with one character wrong: all pairs but those that it is part of. */
export function mistypedQuery({ runs }: SearchTerms): string {
  const [only] = runs;
  if (runs.length !== 1 || !only) return NOTHING;
  const characters = [...only.text];
  if (!only.han) return characters.length >= 4 ? `${escapeTerm(only.text)}~1` : NOTHING;
  const clauses = characters
    .map((_, wrong) => [...pairsOf(characters)].filter((_, at) => at !== wrong && at !== wrong - 1))
    .filter((kept) => kept.length >= 2)
    .map((kept) => `(${kept.map((pair) => `+${pair}`).join(" ")})`);
  return clauses.length > 0 ? clauses.join(" OR ") : NOTHING;
}

/** A Lucene query for texts that contain the stretches as they stand. */
export function phraseQuery({ runs }: SearchTerms): string {
  if (runs.length === 0) return NOTHING;
  return runs
    .map(({ text }) =>
      [...text].length > 1 ? `+"${text}"` : `+(${escapeTerm(text)} OR *${escapeTerm(text)}*)`,
    )
    .join(" ");
}

/** Pairs of neighbours; a single character is sought within any pair. */
function pairs(text: string): string[] {
  const characters = [...text];
  return characters.length === 1 ? [`*${text}*`] : pairsOf(characters);
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
