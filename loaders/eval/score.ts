import { normalizeName } from "../../src/core/names.js";

/** A fact as gold files and predictions write it: one JSON object a line. */
export interface Fact {
  fact: string;
  type?: string;
  name?: string;
  names?: string[];
  aliases?: string[];
  from?: FactEnd;
  to?: FactEnd;
  subject?: FactEnd;
  indicator?: string;
  indicators?: string[];
  value?: number | string;
  unit?: string;
  period?: string | null;
  status?: string;
  optional?: boolean;
  year?: number | string;
  edition?: number | string;
  tier?: string;
  role?: string;
}

export interface FactEnd {
  type?: string;
  name?: string;
  names?: string[];
  aliases?: string[];
}

/** True positives, false positives, false negatives. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** Counts by group (`core`, `won`, `entity:Company`, …), and what was missed or too much, for people. */
export interface Score {
  groups: Record<string, Counts>;
  misses: string[];
  extras: string[];
}

const CORE_ENTITIES = new Set(["City", "Zone", "Company", "Award", "StandardsBody", "Platform"]);
const CORE_RELATIONS = new Set([
  "WON",
  "LOCATED_IN",
  "FOCUSES_ON",
  "OPERATES_IN",
  "HOSTS",
  "PARTICIPATES_IN",
]);
/** Titles of happenings are free text. */
const UNSCORED = new Set(["Event", "TOOK_PART_IN"]);
/** Titles that documents shorten at will: like names match. */
const LOOSE = new Set(["Initiative"]);
const PROPERTIES = ["year", "edition", "tier", "role"] as const;
const LIKE_TITLE = 0.7;
const LIKE_INDICATOR = 0.5;
const WITHIN_INDICATOR = 0.75;

const norm = (value: unknown): string => normalizeName(String(value ?? ""));

function bigrams(text: string | undefined): Set<string> {
  const t = norm(text);
  if (t.length < 2) return new Set([t]);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < t.length; i++) pairs.add(t.slice(i, i + 2));
  return pairs;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const pair of a) if (b.has(pair)) n++;
  return n;
}

/** Bigram similarity of two names, 0 to 1. */
export function dice(a: string | undefined, b: string | undefined): number {
  const [A, B] = [bigrams(a), bigrams(b)];
  return (2 * common(A, B)) / Math.max(1, A.size + B.size);
}

function overlap(a: string | undefined, b: string | undefined): number {
  const [A, B] = [bigrams(a), bigrams(b)];
  return common(A, B) / Math.max(1, Math.min(A.size, B.size));
}

const namesOf = (thing: FactEnd): Set<string> =>
  new Set([thing.name, ...(thing.names ?? []), ...(thing.aliases ?? [])].filter(Boolean).map(norm));

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>, loose = false): boolean {
  for (const x of a) if (b.has(x)) return true;
  if (loose) for (const x of a) for (const y of b) if (dice(x, y) >= LIKE_TITLE) return true;
  return false;
}

const isScored = (fact: Fact): boolean =>
  !UNSCORED.has(fact.type ?? "") &&
  fact.from?.type !== "Event" &&
  fact.to?.type !== "Event" &&
  fact.subject?.type !== "Event";

type KeyedEntity = Fact & { keys: Set<string>; hits: number };
type KeyedFact = Fact & { ends: Set<string>[]; used: boolean };

/** Scores the facts found in one document against its gold. */
export function score(allGold: readonly Fact[], allFound: readonly Fact[]): Score {
  const gold = allGold.filter(isScored);
  const found = allFound.filter(isScored);
  const result: Score = { groups: {}, misses: [], extras: [] };
  const count = (groups: readonly string[], key: keyof Counts): void => {
    for (const group of groups) {
      result.groups[group] ??= { tp: 0, fp: 0, fn: 0 };
      result.groups[group][key]++;
    }
  };
  const entitiesOf = (facts: readonly Fact[]): KeyedEntity[] =>
    facts.filter((f) => f.fact === "entity").map((f) => ({ ...f, keys: namesOf(f), hits: 0 }));
  const goldEntities = entitiesOf(gold);
  const foundEntities = entitiesOf(found);
  scoreEntities(goldEntities, foundEntities, count, result);

  const endKeys = (end: FactEnd, entities: readonly KeyedEntity[]): Set<string> => {
    const own = namesOf(end);
    const keys = new Set(own);
    for (const entity of entities)
      if ((!end.type || entity.type === end.type) && meets(own, entity.keys, LOOSE.has(entity.type ?? "")))
        for (const key of entity.keys) keys.add(key);
    return keys;
  };
  for (const { kind, ends, same, groupsOf } of KINDS) {
    const prepare = (facts: readonly Fact[], entities: readonly KeyedEntity[]): KeyedFact[] =>
      facts
        .filter((f) => f.fact === kind)
        .map((f) => ({ ...f, ends: ends.map((key) => endKeys(f[key] ?? {}, entities)), used: false }));
    const wanted = prepare(gold, goldEntities);
    const pairs = (a: KeyedFact, b: KeyedFact): boolean =>
      a.ends.every((keys, i) => meets(keys, b.ends[i]!)) && same(a, b);
    for (const fact of prepare(found, foundEntities)) {
      const match = wanted.find((w) => !w.used && !w.optional && pairs(w, fact));
      if (match !== undefined) {
        match.used = true;
        count(groupsOf(match), "tp");
      } else if (!wanted.some((w) => w.optional && pairs(w, fact))) {
        count(groupsOf(fact), "fp");
        result.extras.push(`+ ${kind} ${labelOf(fact)}`);
      }
    }
    for (const fact of wanted)
      if (!fact.optional && !fact.used) {
        count(groupsOf(fact), "fn");
        result.misses.push(`- ${kind} ${labelOf(fact)}`);
      }
  }
  return result;
}

/** One entity found for one of the gold's; its own name counts before its aliases. */
function scoreEntities(
  gold: KeyedEntity[],
  found: readonly KeyedEntity[],
  count: (groups: readonly string[], key: keyof Counts) => void,
  result: Score,
): void {
  const groupsOf = (type: string): string[] => [
    `entity:${type}`,
    "entities",
    CORE_ENTITIES.has(type) ? "core" : "extended",
  ];
  for (const entity of found) {
    const type = entity.type ?? "";
    const own = new Set([norm(entity.name)]);
    const match =
      gold.find((g) => g.type === type && meets(own, g.keys)) ??
      gold.find((g) => g.type === type && meets(entity.keys, g.keys)) ??
      (LOOSE.has(type) ? gold.find((g) => g.type === type && meets(entity.keys, g.keys, true)) : undefined);
    if (match === undefined) {
      count(groupsOf(type), "fp");
      result.extras.push(`+ entity ${type} ${entity.name}`);
      continue;
    }
    match.hits++;
    if (match.optional) continue;
    if (match.hits === 1) count(groupsOf(type), "tp");
    else {
      count(groupsOf(type), "fp");
      result.extras.push(`+ entity ${type} ${entity.name} (duplicate of ${match.names?.[0] ?? match.name})`);
    }
  }
  for (const entity of gold)
    if (!entity.optional && entity.hits === 0) {
      count(groupsOf(entity.type ?? ""), "fn");
      result.misses.push(`- entity ${entity.type} ${entity.names?.[0] ?? entity.name}`);
    }
}

interface Kind {
  kind: "relation" | "observation";
  ends: readonly ("from" | "to" | "subject")[];
  /** Whether all that the gold's fact gives is equal in the other; the ends are compared elsewhere. */
  same(gold: Fact, found: Fact): boolean;
  groupsOf(fact: Fact): string[];
}

const KINDS: readonly Kind[] = [
  {
    kind: "relation",
    ends: ["from", "to"],
    same: (gold, found) =>
      gold.type === found.type &&
      PROPERTIES.every(
        (key) =>
          gold[key] == null || String(gold[key]) === String(found[key] ?? (key === "tier" ? "WINNER" : "")),
      ),
    groupsOf: ({ type = "" }) => [
      `relation:${type}`,
      "relations",
      CORE_RELATIONS.has(type) ? "core" : "extended",
      ...(type === "WON" ? ["won"] : []),
    ],
  },
  {
    kind: "observation",
    ends: ["subject"],
    same: (gold, found) =>
      Number(gold.value) === Number(found.value) &&
      norm(gold.unit) === norm(found.unit) &&
      (gold.status ?? "ACTUAL") === (found.status ?? "ACTUAL") &&
      (gold.period == null || gold.period === found.period) &&
      likeIndicator(gold, found),
    groupsOf: () => ["observations"],
  },
];

function likeIndicator(gold: Fact, found: Fact): boolean {
  return [gold.indicator, ...(gold.indicators ?? [])]
    .filter(Boolean)
    .some(
      (name) =>
        dice(name, found.indicator) >= LIKE_INDICATOR || overlap(name, found.indicator) >= WITHIN_INDICATOR,
    );
}

function labelOf(fact: Fact): string {
  if (fact.fact === "relation") {
    const properties = PROPERTIES.filter((key) => fact[key] != null).map((key) => `${key}=${fact[key]}`);
    return `${fact.type} ${fact.from?.name} -> ${fact.to?.name} ${properties.join(" ")}`;
  }
  const indicator = fact.indicator ?? fact.indicators?.[0];
  return `${fact.subject?.name} | ${indicator} = ${fact.value}${fact.unit ?? ""} ${fact.period ?? ""} ${fact.status ?? ""}`;
}

/** Precision, recall and F1; 1 where there was nothing to find or nothing found, 0 where nothing fits. */
export function rates({ tp, fp, fn }: Counts): { precision: number; recall: number; f1: number } {
  const precision = tp + fp ? tp / (tp + fp) : 1;
  const recall = tp + fn ? tp / (tp + fn) : 1;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** Adds the counts of one document to those of several. */
export function addCounts(total: Record<string, Counts>, groups: Readonly<Record<string, Counts>>): void {
  for (const [group, counts] of Object.entries(groups)) {
    total[group] ??= { tp: 0, fp: 0, fn: 0 };
    total[group].tp += counts.tp;
    total[group].fp += counts.fp;
    total[group].fn += counts.fn;
  }
}
