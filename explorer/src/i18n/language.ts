import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { RELATIONS, TYPES, VALUES } from "../generated/ontology.js";
import { MERGE_RULES, MESSAGES, type MessageKey, SENTENCES } from "./messages.js";

export type Language = "zh" | "en";

/** What a fact needs to be told as a sentence. */
export interface Told {
  relation: string;
  from: { name: string };
  to: { name: string };
  year?: number | null;
  edition?: number | null;
  tier?: string | null;
  role?: string | null;
  title?: string | null;
}

/** What a figure needs to be told. */
export interface Measured {
  value: number;
  unit: string;
  comparator?: string | null;
}

/** The words of one language. */
export interface Words {
  language: Language;
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  type(type: string): string;
  relation(relation: string): string;
  /** A value of an enum, for example `value("Tier", "NOMINATION")`. */
  value(name: string, value: string | null | undefined): string;
  number(value: number): string;
  /** A figure with its comparator and unit. */
  figure(figure: Measured): string;
  sentence(fact: Told): string;
  /** Year, edition, tier, role and title, where given. */
  details(fact: Omit<Told, "from" | "to">): string[];
  mergeRule(rule: string): string;
}

const COMPARATORS: Readonly<Record<string, string>> = { GTE: "≥ ", LTE: "≤ ", APPROX: "≈ " };

const fill = (text: string, values: Readonly<Record<string, string | number>> = {}) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** `GovernmentBody` as "Government body", `TOOK_PART_IN` as "took part in". */
const spaced = (name: string) => {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words;
};
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const TYPE_NAMES = new Map<string, string>(TYPES.map(({ type, zh }) => [type, zh]));
const RELATION_NAMES = new Map<string, string>(RELATIONS.map(({ type, zh }) => [type, zh]));

function wordsOf(language: Language): Words {
  const column = language === "zh" ? 0 : 1;
  const numbers = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 4 });
  const words: Words = {
    language,
    t: (key, values) => fill(MESSAGES[key][column], values),
    type: (type) => (language === "zh" ? (TYPE_NAMES.get(type) ?? type) : capital(spaced(type))),
    relation: (relation) =>
      language === "zh" ? (RELATION_NAMES.get(relation) ?? relation) : spaced(relation),
    value: (name, value) => {
      if (!value) return "";
      return language === "zh" ? VALUES[name]?.[value] || value : spaced(value);
    },
    number: (value) => numbers.format(value),
    figure: ({ value, unit, comparator }) =>
      `${COMPARATORS[comparator ?? ""] ?? ""}${numbers.format(value)}${language === "zh" || unit === "%" ? "" : " "}${unit}`,
    details: ({ year, edition, tier, role, title }) =>
      [
        year ? (language === "zh" ? `${year}年` : String(year)) : "",
        edition ? fill(MESSAGES["honours.edition.n"][column], { n: edition }) : "",
        words.value("Tier", tier),
        words.value("Role", role),
        title ?? "",
      ].filter(Boolean),
    sentence: (fact) => {
      const names = { from: fact.from.name, to: fact.to.name };
      const pattern = SENTENCES[fact.relation]?.[column] ?? `{from}: ${words.relation(fact.relation)}: {to}`;
      const details = words.details(fact).join(language === "zh" ? "，" : ", ");
      if (!details) return fill(pattern, names);
      return fill(pattern, names) + (language === "zh" ? `（${details}）` : ` (${details})`);
    },
    mergeRule: (rule) => MERGE_RULES[rule]?.[column] ?? rule,
  };
  return words;
}

export const WORDS: Readonly<Record<Language, Words>> = { zh: wordsOf("zh"), en: wordsOf("en") };

export const WordsContext = createContext<Words>(WORDS.zh);

/** The words of the language that the page is shown in. */
export const useWords = (): Words => useContext(WordsContext);

/** The language of an address, else of an earlier visit, else of the browser. */
export function chooseLanguage(asked: string | undefined): Language {
  const wanted = asked ?? stored("language") ?? navigator.language;
  return wanted.startsWith("zh") ? "zh" : "en";
}

/** A choice of an earlier visit; none where the browser keeps nothing. */
export function stored(key: string): string | undefined {
  try {
    return localStorage.getItem(`zhitu.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(`zhitu.${key}`, value);
  } catch {
    // A browser that keeps nothing forgets the choice.
  }
}
